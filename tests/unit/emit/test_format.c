#include "../../support/unit.h"

#include "khabar/emit.h"

static void by_name(void** state)
{
  (void)state;
  static const struct {
    const char* name;
    const char* format; ///< NULL: none
  } cases[] = {
    {"turtle", "turtle"}, {"ttl", "turtle"},
    {"TTL", "turtle"},    {"text/turtle", "turtle"},
    {"nt", "ntriples"},   {"application/n-triples", "ntriples"},
    {"nq", "nquads"},     {"application/n-quads", "nquads"},
    {"rdfxml", "rdfxml"}, {"application/rdf+xml", "rdfxml"},
    {"xml", "rdfxml"},    {"rdfxml-abbrev", "rdfxml-abbrev"},
    {"", NULL},           {"json-ld", NULL},
    {"turtl", NULL},      {"turtles", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const kb_emit_format* f = kb_emit_format_find(cases[i].name);
    if (cases[i].format) {
      assert_non_null(f);
      assert_string_equal(f->name, cases[i].format);
    } else {
      assert_null(f);
    }
  }
  assert_null(kb_emit_format_find(NULL));
}

static void by_file(void** state)
{
  (void)state;
  static const struct {
    const char* path;
    const char* format; ///< NULL: none
  } cases[] = {
    {"out.nq", "nquads"},
    {"a/b.c/out.ttl", "turtle"},
    {"out.nt.gz", "ntriples"},
    {"out.RDF", "rdfxml"},
    {"out.nq.GZ", "nquads"},
    {"turtle", NULL},
    {".nq", NULL},
    {"out.nq/x", NULL},
    {"nq", NULL},
    {"out.gz", NULL},
    {"", NULL},
    {"out.nqx", NULL},
    {"-", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const kb_emit_format* f = kb_emit_format_of_file(cases[i].path);
    if (cases[i].format) {
      assert_non_null(f);
      assert_string_equal(f->name, cases[i].format);
    } else {
      assert_null(f);
    }
  }
  assert_null(kb_emit_format_of_file(NULL));
}

/// Every listed format is found by its own name and has what people read.
static void the_list_is_whole(void** state)
{
  (void)state;
  size_t n = 0;
  for (const kb_emit_format* f; (f = kb_emit_format_at(n)); ++n) {
    assert_ptr_equal(kb_emit_format_find(f->name), f);
    assert_true(f->help && f->help[0]);
    assert_true(!f->named_graphs || f->joinable);
  }
  assert_int_equal(n, 5);
  assert_string_equal(kb_emit_format_at(0)->name, "turtle");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(by_name),
    cmocka_unit_test(by_file),
    cmocka_unit_test(the_list_is_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
