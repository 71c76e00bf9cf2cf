/*
   N-Triples and N-Quads. raptor's own writer escapes all Arabic, reports no
   write error and takes five times as long.
*/
#include "emit_internal.h"

/// What a byte of a literal is written as: 0 as it is, 'u' in hexadecimal,
/// another letter after a backslash.
static char escape_of(unsigned char c)
{
  switch (c) {
  case '"':
  case '\\':
    return (char)c;
  case '\n':
    return 'n';
  case '\r':
    return 'r';
  case '\t':
    return 't';
  default:
    return c < 0x20 || c == 0x7f ? 'u' : 0;
  }
}

static void hex(kb_buf* out, char letter, uint32_t c, unsigned digits)
{
  char text[10] = {'\\', letter};
  for (unsigned i = 0; i < digits; ++i) {
    text[2 + i] = "0123456789ABCDEF"[c >> (4 * (digits - 1 - i)) & 15];
  }
  kb_buf_add(out, (kb_str){text, 2 + (size_t)digits});
}

static void escape(kb_buf* out, unsigned char c, char how)
{
  if (how == 'u') {
    hex(out, 'u', c, 4);
  } else {
    kb_buf_byte(out, '\\');
    kb_buf_byte(out, how);
  }
}

/// Write a code point outside ASCII as \u or \U; returns the bytes it took.
/// The graph has seen to it that the text is valid.
static size_t escape_point(kb_buf* out, const unsigned char* p)
{
  const size_t n = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
  uint32_t     c = p[0] & (0x7fu >> n);
  for (size_t i = 1; i < n; ++i) {
    c = c << 6 | (p[i] & 0x3fu);
  }
  hex(out, c > 0xffff ? 'U' : 'u', c, c > 0xffff ? 8 : 4);
  return n;
}

static void literal_text(kb_buf* out, kb_str s, bool ascii)
{
  size_t plain = 0; // start of what can be copied as it is
  size_t i     = 0;
  while (i < s.n) {
    const unsigned char c   = (unsigned char)s.p[i];
    const char          how = escape_of(c);
    if (!how && (c < 0x80 || !ascii)) {
      ++i;
      continue;
    }
    kb_buf_add(out, (kb_str){s.p + plain, i - plain});
    if (how) {
      escape(out, c, how);
      ++i;
    } else {
      i += escape_point(out, (const unsigned char*)s.p + i);
    }
    plain = i;
  }
  kb_buf_add(out, (kb_str){s.p + plain, s.n - plain});
}

/// IRIs of a graph are ASCII without anything that needs an escape.
static void iri(kb_buf* out, raptor_uri* uri)
{
  size_t      n;
  const char* p = (const char*)raptor_uri_as_counted_string(uri, &n);
  kb_buf_byte(out, '<');
  kb_buf_add(out, (kb_str){p, n});
  kb_buf_byte(out, '>');
}

static void literal(kb_buf* out, const raptor_term_literal_value* l, bool ascii)
{
  kb_buf_byte(out, '"');
  literal_text(out, (kb_str){(const char*)l->string, l->string_len}, ascii);
  kb_buf_byte(out, '"');
  if (l->language) {
    kb_buf_byte(out, '@');
    kb_buf_text(out, (const char*)l->language);
  } else if (l->datatype) {
    kb_buf_text(out, "^^");
    iri(out, l->datatype);
  }
}

static void term(kb_buf* out, const raptor_term* t, bool ascii)
{
  if (t->type == RAPTOR_TERM_TYPE_LITERAL) {
    literal(out, &t->value.literal, ascii);
  } else {
    iri(out, t->value.uri);
  }
  kb_buf_byte(out, ' ');
}

static kb_status article(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err)
{
  const bool   ascii = emitter->options.ascii;
  const bool   named = emitter->entry->format.named_graphs;
  const size_t n     = kb_graph_count(graph);
  (void)err;
  for (size_t i = 0; i < n; ++i) {
    const raptor_statement* st = kb_graph_at(graph, i);
    term(out, st->subject, ascii);
    term(out, st->predicate, ascii);
    term(out, st->object, ascii);
    if (named && st->graph) {
      term(out, st->graph, ascii);
    }
    kb_buf_add(out, KB_STR(".\n"));
  }
  return KB_OK;
}

const kb_emit_backend kb_emit__line_backend = {.article = article};
