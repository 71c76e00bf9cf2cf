/// Hash map from bytes to a number.
#include "../../support/unit.h"

#include "khabar/base.h"

static void empty_map_has_nothing(void** state)
{
  (void)state;
  kb_map map = {0};
  assert_int_equal(kb_map_get(&map, KB_STR("x")), KB_NONE);
  assert_int_equal(kb_map_get(&map, KB_STR("")), KB_NONE);
  kb_map_release(&map);
}

static void many_keys_are_found_again(void** state)
{
  (void)state;
  enum { N = 20000 };
  static char keys[N][8];
  kb_map      map = {0};
  for (unsigned i = 0; i < N; ++i) {
    snprintf(keys[i], sizeof keys[i], "k%u", i);
    assert_int_equal(kb_map_put(&map, kb_str_of(keys[i]), i), KB_OK);
  }
  assert_int_equal(map.n, N);
  for (unsigned i = 0; i < N; ++i) {
    assert_int_equal(kb_map_get(&map, kb_str_of(keys[i])), i);
  }
  assert_int_equal(kb_map_get(&map, KB_STR("k20000")), KB_NONE);
  assert_int_equal(kb_map_get(&map, KB_STR("k")), KB_NONE);
  kb_map_release(&map);
  assert_int_equal(kb_map_get(&map, KB_STR("k1")), KB_NONE);
}

static void later_value_overwrites(void** state)
{
  (void)state;
  kb_map map = {0};
  assert_int_equal(kb_map_put(&map, KB_STR("خبر"), 1), KB_OK);
  assert_int_equal(kb_map_put(&map, KB_STR("خبر"), 2), KB_OK);
  assert_int_equal(map.n, 1);
  assert_int_equal(kb_map_get(&map, KB_STR("خبر")), 2);
  kb_map_release(&map);
}

static void keys_are_bytes_with_a_length(void** state)
{
  (void)state;
  kb_map map = {0};
  assert_int_equal(kb_map_put(&map, (kb_str){"a\0b", 3}, 1), KB_OK);
  assert_int_equal(kb_map_put(&map, (kb_str){"a\0c", 3}, 2), KB_OK);
  assert_int_equal(kb_map_put(&map, (kb_str){NULL, 0}, 3), KB_OK);
  assert_int_equal(kb_map_get(&map, (kb_str){"a\0b", 3}), 1);
  assert_int_equal(kb_map_get(&map, (kb_str){"a\0c", 3}), 2);
  assert_int_equal(kb_map_get(&map, KB_STR("a")), KB_NONE);
  assert_int_equal(kb_map_get(&map, KB_STR("")), 3);
  kb_map_release(&map);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(empty_map_has_nothing),
    cmocka_unit_test(many_keys_are_found_again),
    cmocka_unit_test(later_value_overwrites),
    cmocka_unit_test(keys_are_bytes_with_a_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
