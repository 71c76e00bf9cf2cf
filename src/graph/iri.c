#include "graph_internal.h"

/** \name Which bytes may stand where */

static bool is_alpha(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Unreserved characters of RFC 3986.
static bool is_unreserved(char c)
{
  return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// May it stand in an IRIREF of Turtle and N-Triples?
static bool is_iri_char(char c)
{
  return c > 0x20 && c < 0x7f && !strchr("<>\"{}|^`\\", c);
}

/// Length of "scheme:" at the start, 0 if there is none.
static size_t scheme_length(kb_str iri)
{
  if (!iri.n || !is_alpha(iri.p[0])) {
    return 0;
  }
  size_t i = 1;
  while (i < iri.n && (is_alpha(iri.p[i]) || is_digit(iri.p[i]) || strchr("+.-", iri.p[i]))) {
    ++i;
  }
  return i < iri.n && iri.p[i] == ':' ? i + 1 : 0;
}

bool kb_graph_is_iri(kb_str iri)
{
  const size_t scheme = scheme_length(iri);
  if (!scheme || scheme == iri.n) {
    return false;
  }
  for (size_t i = scheme; i < iri.n; ++i) {
    if (!is_iri_char(iri.p[i])) {
      return false;
    }
  }
  return true;
}

/** \name Percent-encoding */

static void encode_byte(kb_buf* out, char c)
{
  static const char   hex[] = "0123456789ABCDEF";
  const unsigned char u     = (unsigned char)c;
  kb_buf_byte(out, '%');
  kb_buf_byte(out, hex[u >> 4]);
  kb_buf_byte(out, hex[u & 15]);
}

void kb_graph__encode(kb_buf* out, kb_str s)
{
  for (size_t i = 0; i < s.n; ++i) {
    if (is_unreserved(s.p[i])) {
      kb_buf_byte(out, s.p[i]);
    } else {
      encode_byte(out, s.p[i]);
    }
  }
}

/// Is the byte at `i` legal there, in an IRI that is otherwise as written?
static bool keeps(kb_str iri, size_t i, bool* in_fragment)
{
  const char c = iri.p[i];
  if (c == '%') {
    return i + 2 < iri.n && is_hex(iri.p[i + 1]) && is_hex(iri.p[i + 2]);
  }
  if (c == '#') {
    const bool first = !*in_fragment;
    *in_fragment     = true;
    return first;
  }
  return is_iri_char(c) && c != '[' && c != ']';
}

void kb_graph__encode_foreign(kb_buf* out, kb_str iri)
{
  bool in_fragment = false;
  for (size_t i = 0; i < iri.n; ++i) {
    if (keeps(iri, i, &in_fragment)) {
      kb_buf_byte(out, iri.p[i]);
    } else {
      encode_byte(out, iri.p[i]);
    }
  }
}

/** \name Terms */

/// The IRI in the scratch buffer as a term.
static raptor_term* scratch_term(kb_graph* graph)
{
  if (graph->scratch.failed) {
    kb_graph_fail(graph, KB_E_NOMEM, "out of memory");
    return NULL;
  }
  return kb_graph__intern(graph, kb_buf_as_str(&graph->scratch), NULL);
}

static kb_buf* begin_scratch(kb_graph* graph, const kb_buf* start)
{
  kb_buf_reset(&graph->scratch);
  kb_buf_add(&graph->scratch, kb_buf_as_str(start));
  return &graph->scratch;
}

raptor_term* kb_graph_iri(kb_graph* graph, kb_str iri)
{
  if (!kb_graph_is_iri(iri)) {
    kb_error_set(&graph->error, KB_E_INPUT, NULL, 0, "not an absolute ASCII IRI: %.*s",
                 (int)(iri.n < 100 ? iri.n : 100), iri.p ? iri.p : "");
    return NULL;
  }
  raptor_term* known = kb_graph__find_vocab(graph, iri);
  return known ? known : kb_graph__intern(graph, iri, NULL);
}

enum { LONGEST_FOREIGN = 4096 };

raptor_term* kb_graph_foreign_iri(kb_graph* graph, kb_str iri)
{
  while (iri.n && (unsigned char)iri.p[0] <= ' ') {
    iri = kb_str_from(iri, 1);
  }
  while (iri.n && (unsigned char)iri.p[iri.n - 1] <= ' ') {
    --iri.n;
  }
  const size_t scheme = scheme_length(iri);
  if (!scheme || scheme == iri.n || iri.n > LONGEST_FOREIGN) {
    return NULL;
  }
  kb_buf_reset(&graph->scratch);
  kb_graph__encode_foreign(&graph->scratch, iri);
  return scratch_term(graph);
}

raptor_term* kb_graph_kh(kb_graph* graph, kb_str local)
{
  static const kb_str ns = {"https://w3id.org/khabar/ns#", 27};
  if (!kb_graph_is_slug(local)) {
    kb_error_set(&graph->error, KB_E_DATA, NULL, 0, "not a name of the vocabulary: %.*s",
                 (int)(local.n < 100 ? local.n : 100), local.p ? local.p : "");
    return NULL;
  }
  kb_buf_reset(&graph->scratch);
  kb_buf_add(&graph->scratch, ns);
  kb_buf_add(&graph->scratch, local);
  raptor_term* known = kb_graph__find_vocab(graph, kb_buf_as_str(&graph->scratch));
  return known ? known : scratch_term(graph);
}

static void add_name(kb_buf* out, kb_str name)
{
  if (kb_graph_is_slug(name)) {
    kb_buf_add(out, name);
    return;
  }
  char      hex[KB_DIGEST_HEX];
  kb_digest digest = kb_digest_init();
  kb_digest_add(&digest, name);
  kb_digest_hex(digest, hex);
  kb_buf_add(out, (kb_str){hex, sizeof hex});
}

raptor_term* kb_graph_node(kb_graph* graph, const char* kind, kb_str name)
{
  kb_buf* iri = begin_scratch(graph, &graph->base);
  kb_buf_text(iri, kind);
  kb_buf_byte(iri, '/');
  add_name(iri, name);
  return scratch_term(graph);
}

raptor_term* kb_graph_article(kb_graph* graph)
{
  begin_scratch(graph, &graph->article);
  return scratch_term(graph);
}

raptor_term* kb_graph_local(kb_graph* graph, kb_str fragment)
{
  kb_buf* iri = begin_scratch(graph, &graph->article);
  kb_buf_byte(iri, '#');
  add_name(iri, fragment);
  return scratch_term(graph);
}

raptor_term* kb_graph_local_span(kb_graph* graph, const char* kind, uint32_t begin, uint32_t end)
{
  kb_buf* iri = begin_scratch(graph, &graph->article);
  kb_buf_byte(iri, '#');
  kb_buf_text(iri, kind);
  kb_buf_byte(iri, '_');
  kb_buf_number(iri, begin);
  kb_buf_byte(iri, '_');
  kb_buf_number(iri, end);
  return scratch_term(graph);
}

kb_str kb_graph_iri_of(const raptor_term* term)
{
  return ((const kb_node*)term)->text;
}
