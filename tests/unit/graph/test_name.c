#include "../../support/unit.h"

#include "khabar/graph.h"

static void slugs(void** state)
{
  (void)state;
  static const struct {
    const char* text;
    const char* slug;
  } cases[] = {
    {"John Kerry", "john-kerry"},
    {"  U.S.  dollar ", "u-s-dollar"},
    {"Martin O'Malley", "martin-omalley"},
    {"the 'Quartet' talks", "the-quartet-talks"},
    {"A-B_C", "a-b-c"},
    {"12th", "12th"},
    {"", ""},
    {"--", ""},
    {"كيري", ""},
    {"Zoë", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    char         out[32];
    const size_t n = kb_graph_slug(kb_str_of(cases[i].text), out, sizeof out);
    assert_int_equal(n, strlen(cases[i].slug));
    assert_memory_equal(out, cases[i].slug, n);
  }
}

static void slug_that_does_not_fit(void** state)
{
  (void)state;
  char out[6];
  assert_int_equal(kb_graph_slug(KB_STR("ab cd"), out, 5), 5);
  assert_int_equal(kb_graph_slug(KB_STR("ab cd"), out, 4), 0);
}

static void what_a_slug_is(void** state)
{
  (void)state;
  assert_true(kb_graph_is_slug(KB_STR("actor_3")));
  assert_true(kb_graph_is_slug(KB_STR("2014-12-03")));
  assert_false(kb_graph_is_slug(KB_STR("")));
  assert_false(kb_graph_is_slug(KB_STR("a b")));
  assert_false(kb_graph_is_slug(KB_STR("a/b")));
  assert_false(kb_graph_is_slug(KB_STR("أ")));
}

static void assert_hex(kb_digest digest, const char* expected)
{
  char hex[KB_DIGEST_HEX + 1] = {0};
  kb_digest_hex(digest, hex);
  assert_string_equal(hex, expected);
}

/// IRIs in stores are made of these: the figures may never change.
static void digests_are_for_ever(void** state)
{
  (void)state;
  kb_digest d = kb_digest_init();
  assert_hex(d, "629299ab06f1");
  kb_digest_add(&d, KB_STR("خبر"));
  assert_hex(d, "16d6f343bd8a");
  kb_digest_number(&d, -1);
  assert_hex(d, "eb796a61448b");
  kb_digest_add(&d, KB_STR("https://w3id.org/khabar/id/place/iran"));
  assert_hex(d, "96dd2343d0a5");
}

static void digest_knows_where_fields_end(void** state)
{
  (void)state;
  kb_digest a = kb_digest_init(), b = kb_digest_init();
  kb_digest_add(&a, KB_STR("ab"));
  kb_digest_add(&a, KB_STR("c"));
  kb_digest_add(&b, KB_STR("a"));
  kb_digest_add(&b, KB_STR("bc"));
  assert_true(a.state != b.state);
}

static void which_iris_are_good(void** state)
{
  (void)state;
  static const char* const good[] = {"http://a.b/c?d=e&f#g", "urn:x:y", "https://w3id.org/khabar/id/article/%D8%A3"};
  static const char* const bad[]  = {"",           "a/b",          "//a.b/c",       "http:",
                                     "http://a b", "http://a/<b>", "http://a/\\",   "http://a/\"b",
                                     "http://a/أ", "1http://a/b",  "http://a/\x7f", "http://a/{b}",
                                     "http://a/`", "http://a/^",   "http://a/|b"};
  for (size_t i = 0; i < sizeof good / sizeof *good; ++i) {
    assert_true(kb_graph_is_iri(kb_str_of(good[i])));
  }
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    assert_false(kb_graph_is_iri(kb_str_of(bad[i])));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(slugs),
    cmocka_unit_test(slug_that_does_not_fit),
    cmocka_unit_test(what_a_slug_is),
    cmocka_unit_test(digests_are_for_ever),
    cmocka_unit_test(digest_knows_where_fields_end),
    cmocka_unit_test(which_iris_are_good),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
