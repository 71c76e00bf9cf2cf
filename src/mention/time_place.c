/// Expressions of time to days of the calendar.
#include "calendar.h"
#include "times.h"

#include <stdlib.h>

static bool known(kb_date d)
{
  return d.year && d.month && d.day;
}

static kb_date make(int year, int month, int day)
{
  return (kb_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

static void set_span(kb_time* out, kb_date begin, kb_date end)
{
  out->precision = KB_PREC_SPAN;
  out->begin     = begin;
  out->end       = end;
}

static void set_point(kb_time* out, kb_date d)
{
  out->precision = d.day ? KB_PREC_DAY : d.month ? KB_PREC_MONTH : KB_PREC_YEAR;
  out->begin = out->end = d;
}

/// Months from the article's month to the nearest such month that the words allow.
static int months_away(int month, const kb_when* t, const kb_now* now)
{
  const int ahead = (month - now->published.month + 12) % 12; // 0 .. 11
  if (t->directed && t->direction < 0) {
    return ahead == 0 && t->day && t->day < now->published.day ? 0 : ahead - 12;
  }
  if (t->directed && t->direction > 0) {
    return ahead ? ahead : t->day > now->published.day ? 0 : 12;
  }
  if (t->directed || ahead == 0) {
    return 0;
  }
  if (now->tense > 0) {
    return ahead;
  }
  return now->tense < 0 || ahead > 6 ? ahead - 12 : ahead;
}

/// The year of a month that was given without one; 0 if the article has no date.
static int year_of_month(const kb_when* t, const kb_now* now)
{
  if (!known(now->published)) {
    return 0;
  }
  const int n = now->published.year * 12 + now->published.month - 1 + months_away(t->month, t, now);
  return n / 12;
}

/** \name Days */

/// Days from the day of the article to a weekday.
static int days_to_weekday(int weekday, const kb_when* t, const kb_now* now)
{
  const int ahead = (weekday - kb_mention__weekday(now->published) + 7) % 7;
  if (t->directed && t->direction != 0) {
    return t->direction > 0 ? (ahead ? ahead : 7) : ahead - 7;
  }
  return ahead == 0 || now->tense > 0 ? ahead : ahead - 7;
}

static void place_weekday(const kb_when* t, const kb_now* now, kb_time* out)
{
  out->weekday = (uint8_t)t->weekday;
  if (!known(now->published)) {
    out->precision = KB_PREC_WEEKDAY;
    return;
  }
  int days = days_to_weekday(t->weekday, t, now);
  if (t->relative) { // أمس الثلاثاء: the word for the day wins where both agree
    const kb_date said = kb_mention__add_days(now->published, t->offset);
    days               = kb_mention__weekday(said) == t->weekday ? t->offset : days;
  }
  const kb_date day = kb_mention__add_days(now->published, days);
  set_point(out, day);
  if (t->weekday_end && t->daytime) {
    set_point(out, kb_mention__add_days(day, 1)); // the night from Friday to Saturday
  } else if (t->weekday_end) {
    set_span(out, day, kb_mention__add_days(day, (t->weekday_end - t->weekday + 7) % 7));
  }
}

static void place_relative(const kb_when* t, const kb_now* now, kb_time* out)
{
  if (known(now->published)) {
    set_point(out, kb_mention__add_days(now->published, t->offset));
  } else {
    out->precision = KB_PREC_VAGUE;
  }
}

/// A month with or without day and year.
static void place_month(const kb_when* t, const kb_now* now, kb_time* out)
{
  const int     year = t->year ? t->year : year_of_month(t, now);
  const kb_date d    = make(year, t->month, t->day);
  out->weekday       = (uint8_t)t->weekday;
  if (!year || !kb_date_exists(d)) {
    out->precision = year ? KB_PREC_VAGUE : KB_PREC_MONTH_ONLY;
    out->begin = out->end = year ? (kb_date){0} : make(0, t->month, t->day);
    return;
  }
  const kb_date end = make(year, t->month_end ? t->month_end : t->month, t->day_end);
  if (t->day_end && kb_date_exists(end) && kb_mention__day_number(end) > kb_mention__day_number(d)) {
    set_span(out, d, end);
  } else {
    set_point(out, d);
  }
}

/** \name Periods */

static kb_date monday_of(kb_date d)
{
  return kb_mention__add_days(d, 1 - kb_mention__weekday(d));
}

static kb_date month_of(const kb_when* t, const kb_now* now)
{
  if (t->same && now->before.month) {
    return make(now->before.year, now->before.month, 0);
  }
  return kb_mention__add_months(now->published, t->directed ? t->direction : 0);
}

/// "القرن السابع": the years 601 to 700.
static void place_century(const kb_when* t, const kb_now* now, kb_time* out)
{
  const int n = t->ordinal ? t->ordinal : known(now->published) ? (now->published.year + 99) / 100 + t->direction : 0;
  if (n < 1 || n > 30) {
    out->precision = KB_PREC_VAGUE;
    return;
  }
  set_span(out, make(n * 100 - 99, 0, 0), make(n * 100, 0, 0));
}

static void place_quarter(const kb_when* t, const kb_now* now, kb_time* out)
{
  const int year = t->year ? t->year : known(now->published) ? now->published.year : 0;
  if (!year || t->ordinal < 1 || t->ordinal > 4) {
    out->precision = KB_PREC_VAGUE;
    return;
  }
  set_span(out, make(year, t->ordinal * 3 - 2, 0), make(year, t->ordinal * 3, 0));
}

/// One period: this week, last month, the coming year.
static void place_period(const kb_when* t, const kb_now* now, kb_time* out)
{
  const kb_date p = now->published;
  if (t->period == KB_WHEN_CENTURY) {
    place_century(t, now, out);
    return;
  }
  if (t->period == KB_WHEN_QUARTER) {
    place_quarter(t, now, out);
    return;
  }
  out->precision = KB_PREC_VAGUE;
  if (t->plural || !known(p)) {
    return;
  }
  if (t->period == KB_WHEN_DAY) {
    set_point(out, t->same && known(now->before) ? now->before : kb_mention__add_days(p, t->direction));
  } else if (t->period == KB_WHEN_WEEK) {
    const kb_date monday = kb_mention__add_days(monday_of(p), 7 * t->direction);
    set_span(out, monday, kb_mention__add_days(monday, 6));
  } else if (t->period == KB_WHEN_MONTH) {
    set_point(out, month_of(t, now));
  } else if (t->period == KB_WHEN_YEAR) {
    set_point(out, make(t->same && now->before.year ? now->before.year : p.year + t->direction, 0, 0));
  }
}

/// `n` periods before or after a day, as fine as the period.
static kb_date shift(kb_date d, int period, int n)
{
  switch (period) {
  case KB_WHEN_DAY:
    return kb_mention__add_days(d, n);
  case KB_WHEN_WEEK:
    return kb_mention__add_days(d, 7 * n);
  case KB_WHEN_MONTH:
    return kb_mention__add_months(d, n);
  case KB_WHEN_YEAR:
    return make(d.year + n, 0, 0);
  default:
    return (kb_date){0};
  }
}

/// A length of time that a preposition ties to the day of the article.
static void place_length(const kb_when* t, const kb_now* now, kb_time* out)
{
  out->precision = KB_PREC_VAGUE;
  if (!known(now->published) || !t->count || t->count > 200) {
    return;
  }
  const bool    ahead = t->directed ? t->direction > 0 : t->within && now->tense > 0;
  const kb_date other = shift(now->published, t->period, ahead ? t->count : -t->count);
  if (!other.year || !kb_date_exists(other)) {
    return;
  }
  if (t->ago || t->from) {
    set_point(out, other);
  } else if (t->within || t->directed) {
    set_span(out, ahead ? now->published : other, ahead ? other : now->published);
  }
}

static void place_season(const kb_when* t, const kb_now* now, kb_time* out)
{
  int year = t->year;
  if (!year && known(now->published) && t->directed) {
    const int ahead = (t->season - now->published.month + 12) % 12;
    year = (now->published.year * 12 + now->published.month - 1 + (t->direction < 0 ? ahead - 12 : ahead)) / 12;
  }
  if (!year) {
    out->precision = KB_PREC_VAGUE;
    return;
  }
  set_span(out, make(year, t->season, 0), kb_mention__add_months(make(year, t->season, 0), 2));
}

void kb_mention__place_time(const kb_when* t, const kb_now* now, kb_time* out)
{
  *out        = (kb_time){.first = t->first, .last = t->last, .from = t->from, .until = t->until};
  out->hour   = (int8_t)(t->hour < 0 ? -1 : t->hour);
  out->minute = (int8_t)(t->minute < 0 ? -1 : t->minute);
  if (t->hijri_month || t->hijri_year) {
    out->precision = KB_PREC_HIJRI;
  } else if (t->month) {
    place_month(t, now, out);
  } else if (t->day && t->period == KB_WHEN_MONTH && known(now->published)) {
    const kb_date month = month_of(t, now);
    set_point(out, make(month.year, month.month, t->day));
  } else if (t->weekday) {
    place_weekday(t, now, out);
  } else if (t->relative) {
    place_relative(t, now, out);
  } else if (t->season) {
    place_season(t, now, out);
  } else if (t->period && (t->count || (t->vague && t->plural))) {
    place_length(t, now, out);
  } else if (t->period && !(t->year && t->period == KB_WHEN_YEAR)) {
    place_period(t, now, out);
  } else if (t->year) {
    t->year_end ? set_span(out, make(t->year, 0, 0), make(t->year_end, 0, 0)) : set_point(out, make(t->year, 0, 0));
  } else if (t->hour >= 0 && known(now->published)) {
    set_point(out, now->published);
  } else {
    out->precision = KB_PREC_VAGUE;
  }
}
