/*
   N-Triples and N-Quads. raptor's own writer escapes all Arabic, reports no
   write error and takes five times as long.
*/
#include "emit_internal.h"

/// What a byte of a literal is written as: 0 as it is, 'u' in hexadecimal,
/// another letter after a backslash.
static const char escapes[256] = {
  [0x00] = 'u', [0x01] = 'u', [0x02] = 'u', [0x03] = 'u', [0x04] = 'u', [0x05] = 'u', [0x06] = 'u',
  [0x07] = 'u', [0x08] = 'u', ['\t'] = 't', ['\n'] = 'n', [0x0b] = 'u', [0x0c] = 'u', ['\r'] = 'r',
  [0x0e] = 'u', [0x0f] = 'u', [0x10] = 'u', [0x11] = 'u', [0x12] = 'u', [0x13] = 'u', [0x14] = 'u',
  [0x15] = 'u', [0x16] = 'u', [0x17] = 'u', [0x18] = 'u', [0x19] = 'u', [0x1a] = 'u', [0x1b] = 'u',
  [0x1c] = 'u', [0x1d] = 'u', [0x1e] = 'u', [0x1f] = 'u', ['"'] = '"',  [0x7f] = 'u', ['\\'] = '\\',
};

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
    const char          how = escapes[c];
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

static void literal(kb_buf* out, const raptor_term_literal_value* l, bool ascii)
{
  kb_buf_byte(out, '"');
  literal_text(out, (kb_str){(const char*)l->string, l->string_len}, ascii);
  kb_buf_byte(out, '"');
  if (l->language) {
    kb_buf_byte(out, '@');
    kb_buf_text(out, (const char*)l->language);
  } else if (l->datatype) {
    size_t      n;
    const char* p = (const char*)raptor_uri_as_counted_string(l->datatype, &n);
    kb_buf_add(out, KB_STR("^^<"));
    kb_buf_add(out, (kb_str){p, n});
    kb_buf_byte(out, '>');
  }
  kb_buf_byte(out, ' ');
}

/// IRIs of a graph are ASCII without anything that needs an escape.
static void iri(kb_buf* out, const raptor_term* term)
{
  const kb_str s = kb_graph_iri_of(term);
  if (kb_buf_reserve(out, s.n + 3)) {
    char* p = out->p + out->n;
    p[0]    = '<';
    memcpy(p + 1, s.p, s.n);
    memcpy(p + 1 + s.n, "> ", 2);
    out->n += s.n + 3;
  }
}

static kb_status article(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err)
{
  const bool   ascii = emitter->options.ascii;
  const bool   named = emitter->entry->format.named_graphs;
  const size_t n     = kb_graph_count(graph);
  (void)err;
  for (size_t i = 0; i < n; ++i) {
    const raptor_statement* st = kb_graph_at(graph, i);
    iri(out, st->subject);
    iri(out, st->predicate);
    if (st->object->type == RAPTOR_TERM_TYPE_LITERAL) {
      literal(out, &st->object->value.literal, ascii);
    } else {
      iri(out, st->object);
    }
    if (named && st->graph) {
      iri(out, st->graph);
    }
    kb_buf_add(out, KB_STR(".\n"));
  }
  return KB_OK;
}

const kb_emit_backend kb_emit__line_backend = {.article = article};
