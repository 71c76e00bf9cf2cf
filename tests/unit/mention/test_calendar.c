/// Days of the calendar.
#include "../../support/unit.h"

#include "../../../src/mention/calendar.h"

static void weekdays_are_right(void** state)
{
  (void)state;
  assert_int_equal(kb_mention__weekday((kb_date){1970, 1, 1}), 4);
  assert_int_equal(kb_mention__weekday((kb_date){2000, 2, 29}), 2);
  assert_int_equal(kb_mention__weekday((kb_date){1969, 12, 31}), 3);
  assert_int_equal(kb_mention__weekday((kb_date){2024, 3, 1}), 5);
}

static void days_are_counted_over_leap_years(void** state)
{
  (void)state;
  kb_date d = {1896, 2, 27};
  for (int i = 0; i < 60000; ++i) { // every day up to 2060 comes back from its number, one after the other
    const int32_t n = kb_mention__day_number(d);
    const kb_date e = kb_mention__date_of(n);
    assert_true(e.year == d.year && e.month == d.month && e.day == d.day);
    assert_true(kb_date_exists(d));
    d = kb_mention__add_days(d, 1);
    assert_int_equal(kb_mention__day_number(d), n + 1);
  }
  assert_int_equal(d.year, 2060);
}

static void months_carry_into_years(void** state)
{
  (void)state;
  const kb_date back = kb_mention__add_months((kb_date){2015, 1, 10}, -1);
  assert_int_equal(back.year, 2014);
  assert_int_equal(back.month, 12);
  assert_int_equal(back.day, 0);
  const kb_date ahead = kb_mention__add_months((kb_date){2015, 11, 0}, 14);
  assert_int_equal(ahead.year, 2017);
  assert_int_equal(ahead.month, 1);
}

static void dates_that_do_not_exist_are_refused(void** state)
{
  (void)state;
  assert_true(kb_date_exists((kb_date){2016, 2, 29}));
  assert_false(kb_date_exists((kb_date){2015, 2, 29}));
  assert_false(kb_date_exists((kb_date){2015, 13, 1}));
  assert_false(kb_date_exists((kb_date){2015, 0, 1}));
  assert_true(kb_date_exists((kb_date){2015, 0, 0}));
  assert_false(kb_date_exists((kb_date){0, 1, 1}));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(weekdays_are_right),
    cmocka_unit_test(days_are_counted_over_leap_years),
    cmocka_unit_test(months_carry_into_years),
    cmocka_unit_test(dates_that_do_not_exist_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
