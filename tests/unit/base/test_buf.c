/// Growing byte buffer.
#include "../../support/unit.h"

#include "khabar/base.h"

static void assert_holds(const kb_buf* buf, const char* expected)
{
  const kb_str s = kb_buf_as_str(buf);
  assert_int_equal(s.n, strlen(expected));
  assert_memory_equal(s.p, expected, s.n);
}

static void all_ways_to_append(void** state)
{
  (void)state;
  kb_buf buf = {0};
  assert_holds(&buf, "");
  kb_buf_add(&buf, KB_STR("خبر"));
  kb_buf_byte(&buf, ' ');
  kb_buf_text(&buf, "one");
  kb_buf_text(&buf, NULL);
  kb_buf_printf(&buf, " %d-%s", 2, "three");
  assert_holds(&buf, "خبر one 2-three");
  kb_buf_release(&buf);
  assert_null(buf.p);
}

static void numbers_of_every_size(void** state)
{
  (void)state;
  static const int64_t numbers[] = {0,         7,        -7, 9, 10, -10, 99, 100, 999, 1000, 1234567890123456789,
                                    INT64_MAX, INT64_MIN};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i) {
    char   expected[32];
    kb_buf buf = {0};
    snprintf(expected, sizeof expected, "%lld", (long long)numbers[i]);
    kb_buf_number(&buf, numbers[i]);
    assert_holds(&buf, expected);
    kb_buf_release(&buf);
  }
}

static void long_text_and_long_format(void** state)
{
  (void)state;
  kb_buf buf  = {0};
  char*  text = malloc(100001);
  assert_non_null(text);
  memset(text, 'x', 100000);
  text[100000] = '\0';
  kb_buf_printf(&buf, "<%s>", text);
  kb_buf_text(&buf, text);
  assert_int_equal(buf.n, 200002);
  assert_int_equal(buf.p[100001], '>');
  assert_int_equal(buf.p[200001], 'x');
  assert_false(buf.failed);
  free(text);
  kb_buf_release(&buf);
}

static void first_failure_sticks_until_reset(void** state)
{
  (void)state;
  kb_buf buf = {0};
  kb_buf_text(&buf, "ab");
  assert_false(kb_buf_reserve(&buf, SIZE_MAX));
  assert_true(buf.failed);
  kb_buf_text(&buf, "cd");
  kb_buf_byte(&buf, 'e');
  kb_buf_printf(&buf, "%d", 1);
  assert_holds(&buf, "ab");
  kb_buf_reset(&buf);
  assert_false(buf.failed);
  kb_buf_text(&buf, "cd");
  assert_holds(&buf, "cd");
  kb_buf_release(&buf);
}

static void reset_keeps_the_memory(void** state)
{
  (void)state;
  kb_buf buf = {0};
  assert_true(kb_buf_reserve(&buf, 1000));
  const size_t cap = buf.cap;
  assert_in_range(cap, 1000, 4000);
  kb_buf_reset(&buf);
  assert_int_equal(buf.cap, cap);
  assert_holds(&buf, "");
  kb_buf_release(&buf);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(all_ways_to_append),        cmocka_unit_test(numbers_of_every_size),
    cmocka_unit_test(long_text_and_long_format), cmocka_unit_test(first_failure_sticks_until_reset),
    cmocka_unit_test(reset_keeps_the_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
