/// Dates of the calendar, and what an article knows of them.
#include "../../support/unit.h"

#include "khabar/doc.h"

static void months_have_their_length(void** state)
{
  (void)state;
  assert_int_equal(kb_date_month_length(2015, 1), 31);
  assert_int_equal(kb_date_month_length(2015, 4), 30);
  assert_int_equal(kb_date_month_length(2015, 2), 28);
  assert_int_equal(kb_date_month_length(2016, 2), 29);
  assert_int_equal(kb_date_month_length(1900, 2), 28);
  assert_int_equal(kb_date_month_length(2000, 2), 29);
}

static void dates_exist_as_far_as_they_are_known(void** state)
{
  (void)state;
  const kb_date good[] = {{2016, 2, 29}, {2015, 12, 31}, {2015, 6, 0}, {2015, 0, 0}, {1, 1, 1}, {9999, 12, 31}};
  const kb_date bad[]  = {{2015, 2, 29}, {2015, 13, 1}, {2015, 4, 31}, {2015, 0, 1},
                          {0, 1, 1},     {10000, 1, 1}, {-5, 1, 1}};
  for (size_t i = 0; i < sizeof good / sizeof *good; ++i) {
    assert_true(kb_date_exists(good[i]));
  }
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    assert_false(kb_date_exists(bad[i]));
  }
}

static void dates_are_read_as_far_as_they_go(void** state)
{
  (void)state;
  static const struct {
    const char* text;
    size_t      n;
    kb_date     date;
  } cases[] = {
    {"2014", 4, {2014, 0, 0}},
    {"2014-12", 7, {2014, 12, 0}},
    {"2014-12-03", 10, {2014, 12, 3}},
    {"2014/12/03", 10, {2014, 12, 3}},
    {"2014-12-03T10", 10, {2014, 12, 3}},
    {"2014-12/03", 7, {2014, 12, 0}},
    {"2014-1-2", 4, {2014, 0, 0}},
    {"20145", 4, {2014, 0, 0}},
    {"2014-13", 0, {0}},
    {"2014-02-30", 0, {0}},
    {"2014-00", 0, {0}},
    {"2014-01-00", 0, {0}},
    {"0000", 0, {0}},
    {"201", 0, {0}},
    {"", 0, {0}},
    {"-2014", 0, {0}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_date date = {0};
    if (kb_date_parse(kb_str_of(cases[i].text), &date) != cases[i].n || date.year != cases[i].date.year ||
        date.month != cases[i].date.month || date.day != cases[i].date.day) {
      fail_msg("%s: %d-%d-%d", cases[i].text, date.year, date.month, date.day);
    }
  }
}

static void local_entities_have_slugs_of_their_own(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  kb_doc    doc;
  assert_int_equal(kb_doc_init(&doc, arena, KB_STR("t"), KB_STR("-"), NULL), KB_OK);
  assert_true(kb_str_eq(kb_doc_local_slug(&doc), KB_STR("actor_1")));
  assert_true(kb_str_eq(kb_doc_local_slug(&doc), KB_STR("actor_2")));
  kb_arena_free(arena);
}

/// Plurals of things are feminine for what agrees with them.
static void plurals_agree_by_what_they_name(void** state)
{
  (void)state;
  const kb_feats reports = {.upos = KB_NOUN, .gender = KB_MASC, .number = KB_PLUR};
  const kb_feats people  = {.upos = KB_NOUN, .gender = KB_MASC, .number = KB_PLUR, .human = 1};
  const kb_feats report  = {.upos = KB_NOUN, .gender = KB_MASC, .number = KB_SING};
  assert_int_equal(kb_feats_agreeing_gender(reports), KB_FEM);
  assert_int_equal(kb_feats_agreeing_gender(people), KB_MASC);
  assert_int_equal(kb_feats_agreeing_gender(report), KB_MASC);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(months_have_their_length),         cmocka_unit_test(dates_exist_as_far_as_they_are_known),
    cmocka_unit_test(dates_are_read_as_far_as_they_go), cmocka_unit_test(local_entities_have_slugs_of_their_own),
    cmocka_unit_test(plurals_agree_by_what_they_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
