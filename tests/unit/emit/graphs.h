/**
   Graphs to be written, and their way back through raptor's parsers.
*/
#ifndef KB_TEST_GRAPHS_H
#define KB_TEST_GRAPHS_H

#include "../../support/world.h"

#include "khabar/emit.h"

#if defined(__SANITIZE_ADDRESS__)
#  include <sanitizer/lsan_interface.h>
#else
static inline void __lsan_disable(void)
{
}
static inline void __lsan_enable(void)
{
}
#endif

/// Literals that a writer may get wrong.
static const char* const hard_texts[] = {
  "خبر",
  "a\"b\\c",
  "a\nb\tc\n\n",
  "\"\"\"",
  "\\",
  "\"",
  "trailing \\\"",
  "\\u0041 is not an escape",
  "😀 \xf0\x90\x80\x80 \xf4\x8f\xbf\xbd",
  "\xe2\x80\x8f\xe2\x80\x8e\xe2\x80\x8d\xc2\xa0\xef\xbb\xbf",
  "\xef\xbf\xbd\xc2\x80\xdf\xbf\xe0\xa0\x80",
  "<a>&amp;</a> ]]> <!-- -->",
  " leading and trailing ",
  "@ar ^^ . ;",
};

/// Only where there are no control characters in the format.
static const char* const control_texts[] = {"\x01\x02\x08\x0b\x0c\x0e\x1f", "a\x7f"};

enum { N_HARD = sizeof hard_texts / sizeof *hard_texts, N_CONTROL = sizeof control_texts / sizeof *control_texts };

static inline void add_all_literals(kb_graph* g, raptor_term* subject, const char* text)
{
  kb_graph_put(g, subject, KB_NIF_ANCHOR_OF, kb_graph_string(g, kb_str_of(text)));
  kb_graph_put(g, subject, KB_RDFS_LABEL, kb_graph_arabic(g, kb_str_of(text)));
  kb_graph_put(g, subject, KB_RDFS_LABEL, kb_graph_english(g, kb_str_of(text)));
}

/// A graph with all kinds of terms. To be freed by the caller.
static inline kb_graph* make_graph(const char* id, bool controls, bool named)
{
  kb_error  err = {0};
  kb_graph* g   = kb_graph_new(world, KB_STR("http://k/"), 0, &err);
  assert_non_null(g);
  kb_graph_begin(g, kb_str_of(id));
  raptor_term* article = kb_graph_article(g);
  kb_graph_tag(g, article, KB_RDF_TYPE, KB_SCHEMA_NEWS_ARTICLE);
  kb_graph_put(g, article, KB_SCHEMA_URL, kb_graph_foreign_iri(g, KB_STR("http://a.b/?q=خ&x='1'&y=(2)")));
  for (uint32_t i = 0; i < N_HARD; ++i) {
    add_all_literals(g, kb_graph_local_span(g, "offset", i, i + 1), hard_texts[i]);
  }
  for (uint32_t i = 0; controls && i < N_CONTROL; ++i) {
    add_all_literals(g, kb_graph_local_span(g, "control", i, i + 1), control_texts[i]);
  }
  raptor_term* claim = kb_graph_node(g, "claim", KB_STR("0123456789ab"));
  kb_graph_put(g, claim, KB_KH_CONFIDENCE, kb_graph_decimal(g, 82, 2));
  kb_graph_put(g, claim, KB_KH_CONFIDENCE, kb_graph_decimal(g, 100, 2));
  kb_graph_put(g, claim, KB_KH_VALUE, kb_graph_integer(g, -19));
  kb_graph_put(g, claim, KB_NIF_BEGIN_INDEX, kb_graph_offset(g, 19));
  kb_graph_put(g, claim, KB_KH_DIRECT, kb_graph_boolean(g, true));
  kb_graph_put(g, claim, KB_TIME_IN_XSD_DATE, kb_graph_typed(g, KB_STR("2014-12-03"), KB_XSD_DATE));
  kb_graph_put(g, claim, KB_TIME_MONTH, kb_graph_typed(g, KB_STR("--12"), KB_XSD_G_MONTH));
  kb_graph_add(g, claim, kb_graph_kh(g, KB_STR("callsFor")), kb_graph_kh(g, KB_STR("REJECT-assist")));
  if (named) {
    kb_graph_set_name(g, kb_graph_local(g, KB_STR("graph")));
  }
  assert_int_equal(kb_graph_finish(g, &err), KB_OK);
  return g;
}

/** \name What was read back, as sorted lines of raptor's own N-Quads */

typedef struct lines {
  char** v;
  size_t n;
} lines;

static inline int compare_lines(const void* a, const void* b)
{
  return strcmp(*(char* const*)a, *(char* const*)b);
}

static inline void add_line(lines* l, const raptor_statement* statement)
{
  void*            text   = NULL;
  raptor_iostream* stream = raptor_new_iostream_to_string(world, &text, NULL, NULL);
  raptor_statement_ntriples_write(statement, stream, 1);
  raptor_free_iostream(stream);
  l->v = realloc(l->v, (l->n + 1) * sizeof *l->v);
  assert_non_null(l->v);
  l->v[l->n++] = text;
}

/// Sorted, without duplicates: a graph is a set.
static inline void sort_lines(lines* l)
{
  size_t kept = 0;
  if (l->n > 1) {
    qsort(l->v, l->n, sizeof *l->v, compare_lines);
  }
  for (size_t i = 0; i < l->n; ++i) {
    if (kept && strcmp(l->v[kept - 1], l->v[i]) == 0) {
      raptor_free_memory(l->v[i]);
    } else {
      l->v[kept++] = l->v[i];
    }
  }
  l->n = kept;
}

static inline void free_lines(lines* l)
{
  for (size_t i = 0; i < l->n; ++i) {
    raptor_free_memory(l->v[i]);
  }
  free(l->v);
  *l = (lines){NULL, 0};
}

static inline void on_statement(void* user, raptor_statement* statement)
{
  add_line(user, statement);
}

static inline void on_log(void* user, raptor_log_message* message)
{
  (void)user;
  print_message("parser: %s\n", message->text);
  ++*(int*)user;
}

/// What raptor's parser makes of some bytes; fails the test on any complaint.
static inline lines parse(const char* syntax, kb_str bytes)
{
  lines l          = {NULL, 0};
  int   complaints = 0;
  raptor_world_set_log_handler(world, &complaints, on_log);
  raptor_parser* parser = raptor_new_parser(world, syntax);
  raptor_uri*    base   = raptor_new_uri(world, (const unsigned char*)"http://base/");
  raptor_parser_set_statement_handler(parser, &l, on_statement);
  __lsan_disable(); // raptor's N-Triples parser loses the datatype of typed literals
  assert_int_equal(raptor_parser_parse_start(parser, base), 0);
  assert_int_equal(raptor_parser_parse_chunk(parser, (const unsigned char*)bytes.p, bytes.n, 1), 0);
  __lsan_enable();
  raptor_free_parser(parser);
  raptor_free_uri(base);
  raptor_world_set_log_handler(world, NULL, NULL);
  assert_int_equal(complaints, 0);
  sort_lines(&l);
  return l;
}

/// What a graph holds, graph names left out unless wanted.
static inline void add_graph(lines* l, const kb_graph* g, bool named)
{
  for (size_t i = 0; i < kb_graph_count(g); ++i) {
    raptor_statement statement = *kb_graph_at(g, i);
    statement.graph            = named ? statement.graph : NULL;
    add_line(l, &statement);
  }
}

static inline void assert_same_lines(const lines* a, const lines* b)
{
  for (size_t i = 0; i < a->n && i < b->n; ++i) {
    assert_string_equal(a->v[i], b->v[i]);
  }
  assert_int_equal(a->n, b->n);
}

#endif // KB_TEST_GRAPHS_H
