#include "../../support/world.h"

#include "khabar/graph.h"

static kb_graph* new_graph(size_t limit)
{
  kb_error  err   = {0};
  kb_graph* graph = kb_graph_new(world, KB_STR("http://k/"), limit, &err);
  assert_non_null(graph);
  kb_graph_begin(graph, KB_STR("1"));
  return graph;
}

static void finish(kb_graph* graph)
{
  kb_error err = {0};
  assert_int_equal(kb_graph_finish(graph, &err), KB_OK);
}

static void fails_with(kb_graph* graph, kb_status status)
{
  kb_error err = {0};
  assert_int_equal(kb_graph_finish(graph, &err), status);
  assert_int_equal(err.status, status);
  assert_true(err.text[0] != '\0');
}

static void assert_iri(const raptor_term* term, const char* expected)
{
  assert_non_null(term);
  assert_int_equal(term->type, RAPTOR_TERM_TYPE_URI);
  assert_string_equal((const char*)raptor_uri_as_string(term->value.uri), expected);
  assert_true(kb_str_eq(kb_graph_iri_of(term), kb_str_of(expected)));
}

static void assert_literal(const raptor_term* term, const char* text, const char* language, const char* datatype)
{
  assert_non_null(term);
  assert_int_equal(term->type, RAPTOR_TERM_TYPE_LITERAL);
  const raptor_term_literal_value* l = &term->value.literal;
  assert_int_equal(l->string_len, strlen(text));
  assert_string_equal((const char*)l->string, text);
  if (language) {
    assert_string_equal((const char*)l->language, language);
    assert_int_equal(l->language_len, strlen(language));
  } else {
    assert_null(l->language);
  }
  if (datatype) {
    assert_string_equal((const char*)raptor_uri_as_string(l->datatype), datatype);
  } else {
    assert_null(l->datatype);
  }
}

#define XSD "http://www.w3.org/2001/XMLSchema#"

/** \name IRIs */

static void base_is_checked(void** state)
{
  (void)state;
  static const char* const bad[] = {"", "k/", "http://k", "http://k/ /", "http://ك/"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    kb_error err = {0};
    assert_null(kb_graph_new(world, kb_str_of(bad[i]), 0, &err));
    assert_int_equal(err.status, KB_E_USAGE);
  }
}

static void instance_iris(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  assert_iri(kb_graph_article(g), "http://k/article/1");
  assert_iri(kb_graph_local(g, KB_STR("narrator")), "http://k/article/1#narrator");
  assert_iri(kb_graph_local_span(g, "offset", 0, 4294967295u), "http://k/article/1#offset_0_4294967295");
  assert_iri(kb_graph_node(g, "person", KB_STR("john-kerry")), "http://k/person/john-kerry");
  assert_iri(kb_graph_vocab(g, KB_RDF_TYPE), "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  assert_iri(kb_graph_kh(g, KB_STR("rejects")), "https://w3id.org/khabar/ns#rejects");
  kb_graph_free(g);
}

/// A name that is no slug becomes a hash, never a broken IRI.
static void foreign_names_are_hashed(void** state)
{
  (void)state;
  kb_graph*          g = new_graph(0);
  const raptor_term* a = kb_graph_node(g, "person", KB_STR("كيري"));
  const raptor_term* b = kb_graph_node(g, "person", KB_STR("كيربي"));
  assert_true(a != b);
  assert_ptr_equal(a, kb_graph_node(g, "person", KB_STR("كيري")));
  assert_int_equal(kb_graph_iri_of(a).n, strlen("http://k/person/") + KB_DIGEST_HEX);
  kb_graph_free(g);
}

static void article_ids_are_encoded(void** state)
{
  (void)state;
  static const struct {
    const char* id;
    const char* iri;
  } cases[] = {
    {"a.b-c_d~1", "http://k/article/a.b-c_d~1"},
    {"x/y#z?%", "http://k/article/x%2Fy%23z%3F%25"},
    {"خ 1", "http://k/article/%D8%AE%201"},
  };
  kb_graph* g = new_graph(0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_graph_begin(g, kb_str_of(cases[i].id));
    assert_iri(kb_graph_article(g), cases[i].iri);
  }
  kb_graph_free(g);
}

static void foreign_iris(void** state)
{
  (void)state;
  static const struct {
    const char* from;
    const char* to; ///< NULL: none
  } cases[] = {
    {"https://a.b/c?d#e", "https://a.b/c?d#e"},
    {" https://a.b/c\n", "https://a.b/c"},
    {"https://a.b/خ", "https://a.b/%D8%AE"},
    {"https://a.b/a b<c>\"{|}\\^`[x]", "https://a.b/a%20b%3Cc%3E%22%7B%7C%7D%5C%5E%60%5Bx%5D"},
    {"https://a.b/%41%4", "https://a.b/%41%254"},
    {"https://a.b/c#d#e", "https://a.b/c#d%23e"},
    {"www.a.b/c", NULL},
    {"", NULL},
    {"http:", NULL},
  };
  kb_graph* g = new_graph(0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const raptor_term* term = kb_graph_foreign_iri(g, kb_str_of(cases[i].from));
    if (cases[i].to) {
      assert_iri(term, cases[i].to);
    } else {
      assert_null(term);
    }
  }
  finish(g);
  kb_graph_free(g);
}

/// The same IRI is the same term, whichever way it was asked for.
static void terms_are_unique(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  assert_ptr_equal(kb_graph_kh(g, KB_STR("Event")), kb_graph_vocab(g, KB_KH_EVENT));
  assert_ptr_equal(kb_graph_iri(g, KB_STR(XSD "date")), kb_graph_vocab(g, KB_XSD_DATE));
  assert_ptr_equal(kb_graph_iri(g, KB_STR("http://k/a/b")), kb_graph_node(g, "a", KB_STR("b")));
  assert_ptr_equal(kb_graph_arabic(g, KB_STR("x")), kb_graph_arabic(g, KB_STR("x")));
  assert_true(kb_graph_arabic(g, KB_STR("x")) != kb_graph_english(g, KB_STR("x")));
  assert_true(kb_graph_string(g, KB_STR("x")) != kb_graph_english(g, KB_STR("x")));
  assert_true(kb_graph_string(g, KB_STR("1")) != kb_graph_integer(g, 1));
  assert_true(kb_graph_offset(g, 1) != kb_graph_integer(g, 1));
  assert_true(kb_graph_string(g, KB_STR("http://k/a/b")) != kb_graph_node(g, "a", KB_STR("b")));
  kb_graph_free(g);
}

static void bad_iris_fail_the_article(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  assert_null(kb_graph_iri(g, KB_STR("a b")));
  fails_with(g, KB_E_INPUT);
  kb_graph_begin(g, KB_STR("2"));
  assert_null(kb_graph_kh(g, KB_STR("re jects")));
  fails_with(g, KB_E_DATA);
  kb_graph_begin(g, KB_STR("3"));
  finish(g);
  kb_graph_free(g);
}

/** \name Literals */

static void literals(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  assert_literal(kb_graph_arabic(g, KB_STR("خبر")), "خبر", "ar", NULL);
  assert_literal(kb_graph_english(g, KB_STR("news")), "news", "en", NULL);
  assert_literal(kb_graph_string(g, KB_STR("x")), "x", NULL, NULL);
  assert_literal(kb_graph_integer(g, 0), "0", NULL, XSD "integer");
  assert_literal(kb_graph_integer(g, INT64_MIN), "-9223372036854775808", NULL, XSD "integer");
  assert_literal(kb_graph_offset(g, UINT32_MAX), "4294967295", NULL, XSD "nonNegativeInteger");
  assert_literal(kb_graph_boolean(g, true), "true", NULL, XSD "boolean");
  assert_literal(kb_graph_boolean(g, false), "false", NULL, XSD "boolean");
  assert_literal(kb_graph_typed(g, KB_STR("2014-12"), KB_XSD_G_YEAR_MONTH), "2014-12", NULL, XSD "gYearMonth");
  kb_graph_free(g);
}

/// Turtle writes decimals bare: the form must be one that is a decimal there.
static void decimals_are_canonical(void** state)
{
  (void)state;
  static const struct {
    int64_t     n;
    unsigned    scale;
    const char* text;
  } cases[] = {
    {82, 2, "0.82"}, {80, 2, "0.8"},    {100, 2, "1.0"},
    {0, 2, "0.0"},   {5, 0, "5.0"},     {-5, 1, "-0.5"},
    {5, 3, "0.005"}, {1050, 2, "10.5"}, {INT64_MAX, 18, "9.223372036854775807"},
  };
  kb_graph* g = new_graph(0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    assert_literal(kb_graph_decimal(g, cases[i].n, cases[i].scale), cases[i].text, NULL, XSD "decimal");
  }
  finish(g);
  assert_null(kb_graph_decimal(g, 1, 19));
  fails_with(g, KB_E_INPUT);
  kb_graph_free(g);
}

static void empty_text_is_no_statement(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  kb_graph_put(g, kb_graph_article(g), KB_RDFS_LABEL, kb_graph_arabic(g, KB_STR("")));
  finish(g);
  assert_int_equal(kb_graph_count(g), 0);
  kb_graph_free(g);
}

static void line_ends_become_lf(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  assert_literal(kb_graph_string(g, KB_STR("a\rb\r\nc\r")), "a\nb\n\nc\n", NULL, NULL);
  kb_graph_free(g);
}

static void bad_text_fails_the_article(void** state)
{
  (void)state;
  static const kb_str bad[] = {
    {"a\0b", 3},
    {"\xff", 1},
    {"\xd8", 1},
    {"\xd8 ", 2},
    {"\xc0\x80", 2},
    {"\xe0\x80\x80", 3},
    {"\xed\xa0\x80", 3},
    {"\xef\xbf\xbf", 3},
    {"\xef\xb7\x90", 3},
    {"\xf0\x9f\xbf\xbe", 4},
    {"\xf4\x90\x80\x80", 4},
    {"\xf8\x88\x80\x80\x80", 5},
    {"\xf0\x9f\x98", 3},
    {"\xf0\x80\x80\x80", 4},
    {"a\x80", 2},
  };
  kb_graph* g = new_graph(0);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    kb_graph_begin(g, KB_STR("1"));
    assert_null(kb_graph_string(g, bad[i]));
    fails_with(g, KB_E_INPUT);
  }
  kb_graph_begin(g, KB_STR("1"));
  assert_literal(kb_graph_string(g, KB_STR("\x01\x7f\xef\xbf\xbd\xf0\x9f\x98\x80\xf4\x8f\xbf\xbd")),
                 "\x01\x7f\xef\xbf\xbd\xf0\x9f\x98\x80\xf4\x8f\xbf\xbd", NULL, NULL);
  finish(g);
  kb_graph_free(g);
}

/** \name Statements */

static void
assert_statement(const kb_graph* g, size_t i, const raptor_term* s, const raptor_term* p, const raptor_term* o)
{
  const raptor_statement* st = kb_graph_at(g, i);
  assert_ptr_equal(st->subject, s);
  assert_ptr_equal(st->predicate, p);
  assert_ptr_equal(st->object, o);
}

static void subjects_keep_together(void** state)
{
  (void)state;
  kb_graph*    g    = new_graph(0);
  raptor_term* a    = kb_graph_node(g, "x", KB_STR("zz"));
  raptor_term* b    = kb_graph_node(g, "x", KB_STR("aa"));
  raptor_term* type = kb_graph_vocab(g, KB_RDF_TYPE);
  raptor_term* says = kb_graph_vocab(g, KB_RDFS_LABEL);
  raptor_term* one  = kb_graph_integer(g, 1);
  assert_false(kb_graph_is_described(g, a));
  kb_graph_add(g, a, says, one);
  kb_graph_add(g, b, says, a);
  kb_graph_add(g, a, type, b);
  kb_graph_add(g, b, type, b);
  kb_graph_add(g, a, says, one); // again
  finish(g);
  assert_true(kb_graph_is_described(g, a));
  assert_false(kb_graph_is_described(g, one));
  assert_int_equal(kb_graph_count(g), 4);
  assert_statement(g, 0, a, says, one);
  assert_statement(g, 1, a, type, b);
  assert_statement(g, 2, b, says, a);
  assert_statement(g, 3, b, type, b);
  assert_null(kb_graph_at(g, 0)->graph);
  kb_graph_free(g);
}

static void a_named_graph_names_all(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  kb_graph_tag(g, kb_graph_article(g), KB_RDF_TYPE, KB_SCHEMA_NEWS_ARTICLE);
  kb_graph_set_name(g, kb_graph_local(g, KB_STR("graph")));
  finish(g);
  assert_iri(kb_graph_at(g, 0)->graph, "http://k/article/1#graph");
  kb_graph_begin(g, KB_STR("2"));
  kb_graph_tag(g, kb_graph_article(g), KB_RDF_TYPE, KB_SCHEMA_NEWS_ARTICLE);
  finish(g);
  assert_null(kb_graph_at(g, 0)->graph);
  kb_graph_free(g);
}

/// Many statements, and articles one after the other, some much larger.
static void tables_grow_and_are_used_again(void** state)
{
  (void)state;
  static const uint32_t sizes[] = {10, 100000, 10, 3000};
  kb_graph*             g       = new_graph(0);
  for (size_t round = 0; round < sizeof sizes / sizeof *sizes; ++round) {
    kb_graph_begin(g, KB_STR("1"));
    for (uint32_t i = 0; i < sizes[round] * 2; ++i) {
      kb_graph_put(g, kb_graph_local_span(g, "offset", i % sizes[round], 0), KB_NIF_BEGIN_INDEX,
                   kb_graph_offset(g, i % sizes[round]));
    }
    finish(g);
    assert_int_equal(kb_graph_count(g), sizes[round]);
    for (uint32_t i = 0; i < sizes[round]; ++i) {
      assert_ptr_equal(kb_graph_at(g, i)->object, kb_graph_offset(g, i));
    }
  }
  kb_graph_free(g);
}

static void nothing_is_added_after_a_failure(void** state)
{
  (void)state;
  kb_graph* g = new_graph(0);
  kb_graph_fail(g, KB_E_INPUT, "first");
  kb_graph_fail(g, KB_E_NOMEM, "second");
  kb_graph_tag(g, kb_graph_article(g), KB_RDF_TYPE, KB_SCHEMA_NEWS_ARTICLE);
  assert_int_equal(kb_graph_count(g), 0);
  kb_error err = {0};
  assert_int_equal(kb_graph_finish(g, &err), KB_E_INPUT);
  assert_string_equal(err.text, "first");
  kb_graph_free(g);
}

static kb_status fill(kb_graph* g, kb_error* err)
{
  kb_graph_begin(g, KB_STR("1"));
  for (uint32_t i = 0; i < 40; ++i) {
    kb_graph_put(g, kb_graph_local_span(g, "offset", i, i), KB_NIF_ANCHOR_OF, kb_graph_arabic(g, KB_STR("كلمة")));
  }
  return kb_graph_finish(g, err);
}

/// Every ceiling below what the article needs ends in KB_E_NOMEM.
static void every_ceiling_is_seen(void** state)
{
  (void)state;
  size_t limit  = 1;
  int    failed = 0;
  for (;; limit += 97) {
    kb_graph*    g      = new_graph(limit);
    kb_error     err    = {0};
    kb_status    status = fill(g, &err);
    const size_t n      = kb_graph_count(g);
    kb_graph_free(g);
    if (status == KB_OK) {
      assert_int_equal(n, 40);
      break;
    }
    assert_int_equal(status, KB_E_NOMEM);
    ++failed;
  }
  assert_in_range(failed, 20, 2000);
}

static void prefixes(void** state)
{
  (void)state;
  size_t n = 0;
  for (const kb_prefix* p; (p = kb_graph_prefix_at(n)); ++n) {
    assert_true(kb_graph_is_slug(kb_str_of(p->prefix)));
    assert_true(kb_graph_is_iri(kb_str_of(p->iri)));
  }
  assert_true(n > 10);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(base_is_checked),
    cmocka_unit_test(instance_iris),
    cmocka_unit_test(foreign_names_are_hashed),
    cmocka_unit_test(article_ids_are_encoded),
    cmocka_unit_test(foreign_iris),
    cmocka_unit_test(terms_are_unique),
    cmocka_unit_test(bad_iris_fail_the_article),
    cmocka_unit_test(literals),
    cmocka_unit_test(decimals_are_canonical),
    cmocka_unit_test(empty_text_is_no_statement),
    cmocka_unit_test(line_ends_become_lf),
    cmocka_unit_test(bad_text_fails_the_article),
    cmocka_unit_test(subjects_keep_together),
    cmocka_unit_test(a_named_graph_names_all),
    cmocka_unit_test(tables_grow_and_are_used_again),
    cmocka_unit_test(nothing_is_added_after_a_failure),
    cmocka_unit_test(every_ceiling_is_seen),
    cmocka_unit_test(prefixes),
  };
  return cmocka_run_group_tests(tests, open_world, close_world);
}
