/// Slices and errors.
#include "../../support/unit.h"

#include "khabar/base.h"

static void slices_of_c_strings(void** state)
{
  (void)state;
  assert_int_equal(kb_str_of("abc").n, 3);
  assert_int_equal(kb_str_of(NULL).n, 0);
  assert_int_equal(KB_STR("خبر").n, 6);
}

static void equal_means_the_same_bytes(void** state)
{
  (void)state;
  assert_true(kb_str_eq(KB_STR("ab"), (kb_str){"abc", 2}));
  assert_false(kb_str_eq(KB_STR("ab"), KB_STR("abc")));
  assert_false(kb_str_eq(KB_STR("ab"), KB_STR("ac")));
  assert_true(kb_str_eq((kb_str){NULL, 0}, KB_STR("")));
}

static void order_is_by_bytes(void** state)
{
  (void)state;
  assert_true(kb_str_cmp(KB_STR("a"), KB_STR("b")) < 0);
  assert_true(kb_str_cmp(KB_STR("b"), KB_STR("a")) > 0);
  assert_true(kb_str_cmp(KB_STR("a"), KB_STR("ab")) < 0);
  assert_true(kb_str_cmp(KB_STR("ab"), KB_STR("a")) > 0);
  assert_int_equal(kb_str_cmp(KB_STR("ab"), KB_STR("ab")), 0);
  assert_int_equal(kb_str_cmp((kb_str){NULL, 0}, KB_STR("")), 0);
  assert_true(kb_str_cmp(KB_STR("z"), KB_STR("ا")) < 0); // unsigned bytes: code point order
}

static void beginnings_and_ends(void** state)
{
  (void)state;
  const kb_str s = KB_STR("الخبر");
  assert_true(kb_str_starts(s, KB_STR("ال")));
  assert_false(kb_str_starts(s, KB_STR("الخبرا")));
  assert_true(kb_str_starts(s, KB_STR("")));
  assert_true(kb_str_ends(s, KB_STR("بر")));
  assert_false(kb_str_ends(KB_STR("بر"), s));
  assert_true(kb_str_ends((kb_str){NULL, 0}, KB_STR("")));
}

static void from_never_leaves_the_slice(void** state)
{
  (void)state;
  assert_true(kb_str_eq(kb_str_from(KB_STR("abc"), 1), KB_STR("bc")));
  assert_int_equal(kb_str_from(KB_STR("abc"), 3).n, 0);
  const kb_str s    = KB_STR("abc");
  const kb_str past = kb_str_from(s, 10);
  assert_int_equal(past.n, 0);
  assert_ptr_equal(past.p, s.p + 3);
}

static void hashes_differ_where_bytes_do(void** state)
{
  (void)state;
  assert_int_equal(kb_str_hash(KB_STR("abc")), kb_str_hash((kb_str){"abcd", 3}));
  assert_int_not_equal(kb_str_hash(KB_STR("abc")), kb_str_hash(KB_STR("acb")));
  assert_int_not_equal(kb_str_hash(KB_STR("")), kb_str_hash((kb_str){"\0", 1}));
}

/// Each byte of a slice of each length counts, wherever the blocks are cut.
static void hashes_see_every_byte(void** state)
{
  (void)state;
  char bytes[40];
  for (size_t n = 1; n <= sizeof bytes; ++n) {
    memset(bytes, 'a', sizeof bytes);
    const uint64_t plain = kb_str_hash((kb_str){bytes, n});
    assert_int_not_equal(plain, kb_str_hash((kb_str){bytes, n - 1}));
    for (size_t i = 0; i < sizeof bytes; ++i) {
      bytes[i] = 'b';
      assert_int_equal(kb_str_hash((kb_str){bytes, n}) == plain, i >= n);
      bytes[i] = 'a';
    }
  }
}

static void fingerprints_stay_for_ever(void** state)
{
  (void)state;
  assert_int_equal(kb_str_fingerprint(KB_STR("")), 0x8570e250fe4c2473u);
  assert_int_equal(kb_str_fingerprint(KB_STR("خبر")), 0xe45bdfb625a8f00au);
}

static void first_error_wins(void** state)
{
  (void)state;
  kb_error err = {0};
  assert_int_equal(kb_error_set(&err, KB_E_IO, "a.txt", 3, "code %d", 5), KB_E_IO);
  assert_int_equal(kb_error_set(&err, KB_E_DATA, "b.txt", 4, "later"), KB_E_DATA);
  assert_int_equal(err.status, KB_E_IO);
  assert_int_equal(err.line, 3);
  assert_string_equal(err.source, "a.txt");
  assert_string_equal(err.text, "code 5");
  assert_int_equal(kb_error_set(NULL, KB_E_USAGE, NULL, 0, "x"), KB_E_USAGE);
}

static void long_messages_are_cut(void** state)
{
  (void)state;
  char long_text[1000];
  memset(long_text, 'y', sizeof long_text - 1);
  long_text[sizeof long_text - 1] = '\0';
  kb_error err                    = {0};
  assert_int_equal(kb_error_set(&err, KB_E_IO, long_text, 0, "%s", long_text), KB_E_IO);
  assert_int_equal(strlen(err.source), sizeof err.source - 1);
  assert_int_equal(strlen(err.text), sizeof err.text - 1);
}

static void every_status_has_a_name(void** state)
{
  (void)state;
  for (int a = KB_OK; a <= KB_E_DATA; ++a) {
    assert_string_not_equal(kb_status_text((kb_status)a), "unknown status");
    for (int b = KB_OK; b < a; ++b) {
      assert_string_not_equal(kb_status_text((kb_status)a), kb_status_text((kb_status)b));
    }
  }
  assert_string_equal(kb_status_text((kb_status)99), "unknown status");
}

static void out_of_memory_is_told(void** state)
{
  (void)state;
  kb_error err = {0};
  assert_int_equal(kb_error_nomem(&err), KB_E_NOMEM);
  assert_int_equal(err.status, KB_E_NOMEM);
  assert_int_equal(kb_error_nomem(NULL), KB_E_NOMEM);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(slices_of_c_strings),
    cmocka_unit_test(equal_means_the_same_bytes),
    cmocka_unit_test(order_is_by_bytes),
    cmocka_unit_test(beginnings_and_ends),
    cmocka_unit_test(from_never_leaves_the_slice),
    cmocka_unit_test(hashes_differ_where_bytes_do),
    cmocka_unit_test(hashes_see_every_byte),
    cmocka_unit_test(fingerprints_stay_for_ever),
    cmocka_unit_test(first_error_wins),
    cmocka_unit_test(long_messages_are_cut),
    cmocka_unit_test(every_status_has_a_name),
    cmocka_unit_test(out_of_memory_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
