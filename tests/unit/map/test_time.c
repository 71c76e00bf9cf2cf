/*
   Times, the stamps of events, quantities.
*/
#include "mapped.h"

/// Let the time THURSDAY, which the announcement has, be another one.
static kb_time* time_of(mapped* t)
{
  return &t->doc.times.v[THURSDAY];
}

static void set(mapped* t, unsigned precision, kb_date begin, kb_date end)
{
  kb_time* time   = time_of(t);
  time->precision = (uint8_t)precision;
  time->begin     = begin;
  time->end       = end;
  time->weekday   = 0;
  run(t);
}

static const char* announcement(const mapped* t)
{
  return subject(t, "gaf:denotedBy <article/1#offset_32_36>", 0);
}

static void days(void** state)
{
  mapped* t = *state;
  set(t, KB_PREC_DAY, (kb_date){2016, 2, 29}, (kb_date){2016, 2, 29});
  says(t, "<time/2016-02-29> rdf:type time:Instant");
  says(t, "<time/2016-02-29> rdf:type sem:Time");
  says(t, "<time/2016-02-29> time:inXSDDate \"2016-02-29\"^^xsd:date");
  says(t, "<time/2016-02-29> kh:precision kh:DayPrecision");
  says(t, "<time/2016-02-29> gaf:denotedBy <article/1#offset_59_65>");
  says(t, "%s sem:hasTimeStamp \"2016-02-29\"^^xsd:date", announcement(t));
  says(t, "%s sem:hasTime <time/2016-02-29>", announcement(t));
}

static void days_with_a_clock(void** state)
{
  mapped* t          = *state;
  time_of(t)->hour   = 9;
  time_of(t)->minute = 5;
  set(t, KB_PREC_DAY, (kb_date){2014, 12, 3}, (kb_date){2014, 12, 3});
  says(t, "<time/2014-12-03T09-05> time:inXSDDate \"2014-12-03\"^^xsd:date");
  says(t, "<time/2014-12-03T09-05> kh:timeOfDay \"09:05:00\"^^xsd:time");
  says(t, "%s sem:hasTime <time/2014-12-03T09-05>", announcement(t));
  says(t, "%s sem:hasTimeStamp \"2014-12-03\"^^xsd:date", announcement(t));
  time_of(t)->minute = -1;
  run(t);
  says(t, "<time/2014-12-03T09-00> kh:timeOfDay \"09:00:00\"^^xsd:time");
}

static void months(void** state)
{
  mapped* t = *state;
  set(t, KB_PREC_MONTH, (kb_date){2015, 2, 0}, (kb_date){2015, 2, 0});
  says(t, "<time/2015-02> time:inXSDgYearMonth \"2015-02\"^^xsd:gYearMonth");
  says(t, "<time/2015-02> kh:precision kh:MonthPrecision");
  says(t, "%s sem:hasEarliestBeginTimeStamp \"2015-02-01\"^^xsd:date", announcement(t));
  says(t, "%s sem:hasLatestBeginTimeStamp \"2015-02-28\"^^xsd:date", announcement(t));
  says(t, "%s sem:hasEarliestEndTimeStamp \"2015-02-01\"^^xsd:date", announcement(t));
  says(t, "%s sem:hasLatestEndTimeStamp \"2015-02-28\"^^xsd:date", announcement(t));
  assert_int_equal(uses(t, "sem:hasTimeStamp"), 1); // the visit's
}

static void last_days(void** state)
{
  static const struct {
    kb_date     month;
    const char* last;
  } cases[] = {
    {{2016, 2, 0}, "2016-02-29"}, {{1900, 2, 0}, "1900-02-28"},  {{2000, 2, 0}, "2000-02-29"},
    {{2015, 4, 0}, "2015-04-30"}, {{2015, 12, 0}, "2015-12-31"}, {{979, 0, 0}, "0979-12-31"},
  };
  mapped* t = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    set(t, cases[i].month.month ? KB_PREC_MONTH : KB_PREC_YEAR, cases[i].month, cases[i].month);
    says(t, "%s sem:hasLatestEndTimeStamp \"%s\"^^xsd:date", announcement(t), cases[i].last);
  }
}

static void years(void** state)
{
  mapped* t = *state;
  set(t, KB_PREC_YEAR, (kb_date){1979, 0, 0}, (kb_date){1979, 0, 0});
  says(t, "<time/1979> time:inXSDgYear \"1979\"^^xsd:gYear");
  says(t, "%s sem:hasEarliestBeginTimeStamp \"1979-01-01\"^^xsd:date", announcement(t));
}

static void spans(void** state)
{
  mapped* t = *state;
  set(t, KB_PREC_SPAN, (kb_date){2014, 12, 3}, (kb_date){2015, 1, 0});
  says(t, "<time/2014-12-03_2015-01> rdf:type time:ProperInterval");
  says(t, "<time/2014-12-03_2015-01> time:hasBeginning <time/2014-12-03>");
  says(t, "<time/2014-12-03_2015-01> time:hasEnd <time/2015-01>");
  says(t, "<time/2015-01> time:inXSDgYearMonth \"2015-01\"^^xsd:gYearMonth");
  says(t, "%s sem:hasBeginTimeStamp \"2014-12-03\"^^xsd:date", announcement(t));
  says(t, "%s sem:hasEarliestEndTimeStamp \"2015-01-01\"^^xsd:date", announcement(t));
  says(t, "%s sem:hasLatestEndTimeStamp \"2015-01-31\"^^xsd:date", announcement(t));
}

/// "Since 2014" is no time at which it happens.
static void since_and_until(void** state)
{
  mapped* t = *state;
  run(t);
  const char* killing = subject(t, "kh:eventType kh:ASSAULT", 0);
  says(t, "%s kh:time <time/2014>", killing);
  says_not(t, "%s sem:hasTime <time/2014>", killing);
  says(t, "%s sem:hasEarliestBeginTimeStamp \"2014-01-01\"^^xsd:date", killing);
  says(t, "%s sem:hasLatestBeginTimeStamp \"2014-12-31\"^^xsd:date", killing);
  assert_int_equal(uses(t, "sem:hasLatestEndTimeStamp"), 0);
  time_of(t)->until = true;
  set(t, KB_PREC_DAY, (kb_date){2014, 12, 3}, (kb_date){2014, 12, 3});
  says(t, "%s sem:hasEndTimeStamp \"2014-12-03\"^^xsd:date", announcement(t));
  says(t, "%s kh:time <time/2014-12-03>", announcement(t));
}

/// A weekday stays a weekday: a node of the article, without a date.
static void weekdays(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<article/1#time_59_65> rdf:type time:DateTimeDescription");
  says(t, "<article/1#time_59_65> rdf:type sem:Time");
  says(t, "<article/1#time_59_65> time:dayOfWeek time:Thursday");
  says(t, "<article/1#time_59_65> kh:precision kh:WeekdayPrecision");
  says(t, "<article/1#time_59_65> rdfs:label \"الخميس\"@ar");
  says(t, "%s sem:hasTime <article/1#time_59_65>", announcement(t));
  static const char* const names[] = {"time:Monday", "time:Tuesday",  "time:Wednesday", "time:Thursday",
                                      "time:Friday", "time:Saturday", "time:Sunday"};
  for (uint8_t day = 1; day <= 7; ++day) {
    time_of(t)->weekday = day;
    run(t);
    says(t, "<article/1#time_59_65> time:dayOfWeek %s", names[day - 1]);
  }
}

static void times_without_a_year(void** state)
{
  mapped* t = *state;
  set(t, KB_PREC_MONTH_ONLY, (kb_date){0, 8, 14}, (kb_date){0, 8, 14});
  says(t, "<article/1#time_59_65> time:month \"--08\"^^xsd:gMonth");
  says(t, "<article/1#time_59_65> time:day \"---14\"^^xsd:gDay");
  says(t, "<article/1#time_59_65> kh:precision kh:YearlessPrecision");
  set(t, KB_PREC_MONTH_ONLY, (kb_date){0, 8, 0}, (kb_date){0, 8, 0});
  assert_int_equal(uses(t, "time:day"), 0);
}

static void vague_and_hijri_times(void** state)
{
  mapped* t = *state;
  set(t, KB_PREC_VAGUE, (kb_date){0, 0, 0}, (kb_date){0, 0, 0});
  says(t, "<article/1#time_59_65> kh:precision kh:VaguePrecision");
  set(t, KB_PREC_HIJRI, (kb_date){1436, 5, 7}, (kb_date){1436, 5, 7});
  says(t, "<article/1#time_59_65> kh:precision kh:HijriPrecision");
  assert_null(strstr(t->out.p, "1436"));
}

/// A date that no calendar has is never written as xsd:date.
static void impossible_dates(void** state)
{
  static const kb_date bad[] = {{2015, 2, 29}, {2015, 13, 1}, {2015, 4, 31}, {-5, 1, 1}, {10000, 1, 1}, {2015, 0, 5}};
  mapped*              t     = *state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    set(t, KB_PREC_DAY, bad[i], bad[i]);
    says(t, "<article/1#time_59_65> kh:precision kh:VaguePrecision");
    set(t, KB_PREC_SPAN, (kb_date){2014, 1, 1}, bad[i]);
    says(t, "<article/1#time_59_65> kh:precision kh:VaguePrecision");
    t->doc.published = bad[i];
    run(t);
    assert_int_equal(uses(t, "schema:datePublished"), 0);
  }
}

static void quantities(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<article/1#quantity_170_186> rdf:type kh:Quantity");
  says(t, "<article/1#quantity_170_186> kh:value \"12500\"^^xsd:integer");
  says(t, "<article/1#quantity_170_186> kh:unit <unit/person>");
  says(t, "<article/1#quantity_170_186> kh:approximate \"true\"^^xsd:boolean");
  says(t, "<article/1#quantity_170_186> gaf:denotedBy <article/1#offset_170_186>");
  says(t, "<unit/person> rdf:type kh:Unit");
  kb_quantity* q = &t->doc.quantities.v[0];
  q->value       = -15;
  q->scale       = 1;
  q->approximate = false;
  q->unit        = KB_STR("us-dollar");
  q->counted     = add_word(&t->doc, "شخص", 0);
  run(t);
  says(t, "<article/1#quantity_170_186> kh:value \"-1.5\"^^xsd:decimal");
  says(t, "<article/1#quantity_170_186> kh:approximate \"false\"^^xsd:boolean");
  says(t, "<article/1#quantity_170_186> kh:counted \"شخص\"@ar");
  says(t, "<unit/us-dollar> rdfs:label \"us dollar\"@en");
  q->has_value = false;
  q->unit      = KB_STR("");
  run(t);
  assert_int_equal(uses(t, "kh:value"), 0);
  assert_int_equal(uses(t, "kh:unit"), 0);
  says(t, "<article/1#quantity_170_186> kh:approximate \"true\"^^xsd:boolean");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TEST(days),
    TEST(days_with_a_clock),
    TEST(months),
    TEST(last_days),
    TEST(years),
    TEST(spans),
    TEST(since_and_until),
    TEST(weekdays),
    TEST(times_without_a_year),
    TEST(vague_and_hijri_times),
    TEST(impossible_dates),
    TEST(quantities),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
