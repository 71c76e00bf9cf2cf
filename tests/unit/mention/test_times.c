/// Expressions of time in sentences, and where they lie in the calendar.

#include "../../support/unit.h"

#include "../../support/analysed.h"

/// "2017-03-05", "2017-03", "2017", "-" for no year and "--12-03".
static void print_date(kb_date d, char* out, size_t size)
{
  if (!d.year && !d.month) {
    snprintf(out, size, "-");
  } else if (!d.year) {
    d.day ? snprintf(out, size, "--%02u-%02u", d.month, d.day) : snprintf(out, size, "--%02u", d.month);
  } else if (d.day) {
    snprintf(out, size, "%04d-%02u-%02u", d.year, d.month, d.day);
  } else if (d.month) {
    snprintf(out, size, "%04d-%02u", d.year, d.month);
  } else {
    snprintf(out, size, "%04d", d.year);
  }
}

typedef struct expectation {
  const char*  sentence;
  const char*  words; ///< of the one time in it
  const char*  value; ///< "begin" or "begin/end"
  kb_precision precision;
} expectation;

static void check(const expectation* x, kb_date published)
{
  kb_doc         doc;
  kb_error       err   = {0};
  const kb_tools tools = {bench.lexicon, bench.cues};
  kb_arena_reset(bench.arena);
  assert_int_equal(kb_doc_init(&doc, bench.arena, KB_STR("t"), kb_str_of(x->sentence), &err), KB_OK);
  doc.published = published;
  assert_int_equal(kb_pipeline_article(&doc, &tools, bench.cache, KB_STAGE_MENTION, &err), KB_OK);
  if (doc.times.n != 1) {
    fail_msg("%s: %u times", x->sentence, (unsigned)doc.times.n);
  }
  const kb_time* t     = &doc.times.v[0];
  const kb_str   words = kb_doc_cut(&doc, t->span);
  char           begin[32], end[32], value[80];
  print_date(t->begin, begin, sizeof begin);
  print_date(t->end, end, sizeof end);
  snprintf(value, sizeof value, t->precision == KB_PREC_SPAN ? "%s/%s" : "%s", begin, end);
  if (!kb_str_eq(words, kb_str_of(x->words)) || strcmp(value, x->value) != 0 || t->precision != x->precision) {
    fail_msg("%s: found %.*s = %s (%d)", x->sentence, (int)words.n, words.p, value, t->precision);
  }
}

/// A Friday.
static const kb_date day = {2019, 3, 15};

static void days_by_name_and_number(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"وصل الوفد إلى المطار أمس.", "أمس", "2019-03-14", KB_PREC_DAY},
    {"وصل الوفد إلى المطار أمس الخميس.", "أمس الخميس", "2019-03-14", KB_PREC_DAY},
    {"وصل الوفد إلى المطار مساء أول من أمس.", "مساء أول من أمس", "2019-03-13", KB_PREC_DAY},
    {"وصل الوفد إلى المطار الثلثاء.", "الثلثاء", "2019-03-12", KB_PREC_DAY},
    {"سيصل الوفد إلى المطار الثلاثاء.", "الثلاثاء", "2019-03-19", KB_PREC_DAY},
    {"وصل الوفد الأربعاء الماضي.", "الأربعاء الماضي", "2019-03-13", KB_PREC_DAY},
    {"يصل الوفد يوم الاثنين المقبل.", "يوم الاثنين المقبل", "2019-03-18", KB_PREC_DAY},
    {"وصل الوفد في 23 سبتمبر.", "23 سبتمبر", "2018-09-23", KB_PREC_DAY},
    {"وصل الوفد في ٢٣ أيلول/سبتمبر ٢٠١٧.", "٢٣ أيلول/سبتمبر ٢٠١٧", "2017-09-23", KB_PREC_DAY},
    {"وصل الوفد في الثاني من شباط (فبراير) 2018.", "الثاني من شباط (فبراير) 2018", "2018-02-02", KB_PREC_DAY},
    {"وصل الوفد في الحادي والعشرين من أفريل 2011.", "الحادي والعشرين من أفريل 2011", "2011-04-21", KB_PREC_DAY},
    {"وصل الوفد يوم 04/05/2017 مساء.", "يوم 04/05/2017 مساء", "2017-05-04", KB_PREC_DAY},
    {"وصل الوفد في 2017-5-4 مساء.", "2017-5-4 مساء", "2017-05-04", KB_PREC_DAY},
    {"وصل الوفد في الـ11 من الشهر الجاري.", "الـ11 من الشهر الجاري", "2019-03-11", KB_PREC_DAY},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; ++i) {
    check(&list[i], day);
  }
}

static void months_years_and_periods(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"تأسس الحزب في كانون الثاني 1998.", "كانون الثاني 1998", "1998-01", KB_PREC_MONTH},
    {"تأسس الحزب في آب الماضي.", "آب الماضي", "2018-08", KB_PREC_MONTH},
    {"سيعقد اللقاء في تموز المقبل.", "تموز المقبل", "2019-07", KB_PREC_MONTH},
    {"تأسس الحزب في منتصف عام 2014.", "منتصف عام 2014", "2014", KB_PREC_YEAR},
    {"تأسس الحزب العام الماضي.", "العام الماضي", "2018", KB_PREC_YEAR},
    {"تراجع الطلب هذا الشهر.", "هذا الشهر", "2019-03", KB_PREC_MONTH},
    {"تراجع الطلب الأسبوع الماضي.", "الأسبوع الماضي", "2019-03-04/2019-03-10", KB_PREC_SPAN},
    {"حكم الحزب البلاد بين عامي 1994 و2009.", "عامي 1994 و2009", "1994/2009", KB_PREC_SPAN},
    {"دامت الحرب طويلا (1980-1988).", "1980-1988", "1980/1988", KB_PREC_SPAN},
    {"شيدت القلعة في القرن التاسع عشر.", "القرن التاسع عشر", "1801/1900", KB_PREC_SPAN},
    {"يلتقي الوفدان يومي السبت والأحد.", "يومي السبت والأحد", "2019-03-16/2019-03-17", KB_PREC_SPAN},
    {"تقدم اللجنة تقريرها في غضون 20 يوما.", "20 يوما", "2019-03-15/2019-04-04", KB_PREC_SPAN},
    {"قتل الرجل قبل ثلاثة أيام.", "ثلاثة أيام", "2019-03-12", KB_PREC_DAY},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; ++i) {
    check(&list[i], day);
  }
}

static void without_a_day_of_the_article_nothing_is_guessed(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"وصل الوفد إلى المطار الثلاثاء.", "الثلاثاء", "-", KB_PREC_WEEKDAY},
    {"وصل الوفد إلى المطار أمس.", "أمس", "-", KB_PREC_VAGUE},
    {"وصل الوفد في 23 سبتمبر.", "23 سبتمبر", "--09-23", KB_PREC_MONTH_ONLY},
    {"وصل الوفد في آب/أغسطس الماضي.", "آب/أغسطس الماضي", "--08", KB_PREC_MONTH_ONLY},
    {"وصل الوفد مؤخرا.", "مؤخرا", "-", KB_PREC_VAGUE},
    {"وصل الوفد في 2 ذي الحجة 1436هـ.", "2 ذي الحجة 1436هـ", "-", KB_PREC_HIJRI},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; ++i) {
    check(&list[i], (kb_date){0});
  }
}

static void two_weekdays_without_a_date_are_two_times(void** state)
{
  (void)state;
  const kb_doc doc = analyse("اجتمع الفريقان يومي الأحد والخميس.", KB_STAGE_MENTION);
  assert_int_equal(doc.times.n, 2);
  assert_int_equal(doc.times.v[0].weekday, 7);
  assert_int_equal(doc.times.v[1].weekday, 4);
}

static void open_ends_and_hours(void** state)
{
  (void)state;
  kb_doc doc = analyse("تعمل المحطة منذ عام 2003 بلا توقف.", KB_STAGE_MENTION);
  assert_int_equal(doc.times.n, 1);
  assert_true(doc.times.v[0].from);
  assert_false(doc.times.v[0].until);
  doc = analyse("تعمل المحطة حتى 12 مايو 2020.", KB_STAGE_MENTION);
  assert_int_equal(doc.times.n, 1);
  assert_true(doc.times.v[0].until);
  doc = analyse("بدأ البث السبت 6 يونيو 2015 (19:30 ت.غ) من المسرح.", KB_STAGE_MENTION);
  assert_int_equal(doc.times.n, 1);
  assert_int_equal(doc.times.v[0].hour, 19);
  assert_int_equal(doc.times.v[0].minute, 30);
  assert_int_equal(doc.times.v[0].begin.day, 6);
}

static void words_that_look_like_dates_are_none(void** state)
{
  (void)state;
  static const char* const sentences[] = {
    "مارس اللاعب رياضته المفضلة.",
    "اليوم الأول من البطولة كان ممطرا.",
    "بلغ الإنتاج 2500 طن.",
    "ولد المعتقل رجب طيب في قرية صغيرة.",
  };
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; ++i) {
    const kb_doc doc = analyse(sentences[i], KB_STAGE_MENTION);
    if (doc.times.n) {
      const kb_str found = kb_doc_cut(&doc, doc.times.v[0].span);
      fail_msg("%s: found %.*s", sentences[i], (int)found.n, found.p);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(days_by_name_and_number),
    cmocka_unit_test(months_years_and_periods),
    cmocka_unit_test(without_a_day_of_the_article_nothing_is_guessed),
    cmocka_unit_test(two_weekdays_without_a_date_are_two_times),
    cmocka_unit_test(open_ends_and_hours),
    cmocka_unit_test(words_that_look_like_dates_are_none),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
