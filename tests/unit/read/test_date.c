#include "../../support/unit.h"

#include "khabar/read.h"

static void good_dates(void** state)
{
  (void)state;
  static const struct {
    const char* text;
    int         year, month, day;
  } cases[] = {
    {"2014-12-03", 2014, 12, 3},
    {"2014/12/03", 2014, 12, 3},
    {"2014-12-03T10:15:00Z", 2014, 12, 3},
    {"2014-12", 2014, 12, 0},
    {"2014", 2014, 0, 0},
    {"2016-02-29", 2016, 2, 29},
    {"2000-02-29", 2000, 2, 29},
    {"2014-12-03 10:15", 2014, 12, 3},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_date date = {0};
    assert_true(kb_read_date(kb_str_of(cases[i].text), &date));
    assert_int_equal(date.year, cases[i].year);
    assert_int_equal(date.month, cases[i].month);
    assert_int_equal(date.day, cases[i].day);
  }
}

static void bad_dates(void** state)
{
  (void)state;
  static const char* const cases[] = {
    "",           "2014-13-01", "2014-00-10",  "2014-12-32", "2015-02-29", "1900-02-29", "2014-1-1",
    "03-12-2014", "yesterday",  "2014-12-03x", "2014-12/03", "0000-01-01", "2014-12-",
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_date date = {1, 2, 3};
    assert_false(kb_read_date(kb_str_of(cases[i]), &date));
    assert_int_equal(date.year, 1);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(good_dates),
    cmocka_unit_test(bad_dates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
