/// Elements of time expressions: days, months, years.
#include "times.h"

bool kb_mention__digits_year(const kb_scan* s, uint32_t w, kb_numeral* n)
{
  return kb_mention__numeral(s, w, n) && n->first == n->last && n->width == 4 && n->scale == 0 && n->value >= 1000 &&
         n->value <= 2200 && !n->vague;
}

uint32_t kb_mention__skip(const kb_scan* s, uint32_t w, const char* key)
{
  return kb_mention__is(s, w, key) ? w + 1 : w;
}

/// Over a lengthened article before digits: الـ24.
uint32_t kb_mention__skip_article(const kb_scan* s, uint32_t w)
{
  return kb_mention__is(s, w, "ال") && w + 1 < s->end ? w + 1 : w;
}

uint32_t kb_mention__take_era(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* era = kb_mention__cue(s, w, KB_CUE_ERA);
  if (!era) {
    return w;
  }
  if (kb_mention__value(s, era) == 2 && t->year) {
    t->hijri_year = t->year;
    t->year       = 0;
  }
  return era->last + 1;
}

uint32_t kb_mention__set_year(const kb_scan* s, int64_t value, uint32_t last, kb_when* t)
{
  t->year       = (int)value;
  uint32_t next = kb_mention__take_era(s, last + 1, t);
  if (t->hijri_month && t->year && t->year < 1600) {
    t->hijri_year = t->year;
    t->year       = 0;
  }
  return next;
}

static bool is_year_word(const kb_scan* s, uint32_t w)
{
  const kb_hit* p = kb_mention__cue(s, w, KB_CUE_PERIOD);
  return p && p->tokens == 1 && kb_mention__value(s, p) == KB_WHEN_YEAR;
}

/// "عامي 1994 و2009": the second year; its word behind, or `w`.
static uint32_t take_second_year(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral     n;
  const uint32_t at = kb_mention__is(s, w, "و") && w + 1 < s->end ? w + 1 : w;
  if (at == w || !kb_mention__digits_year(s, at, &n) || n.value <= t->year) {
    return w;
  }
  t->year_end = (int)n.value;
  return n.last + 1;
}

/// "عام 2014", "سنة 2012", and the bare number behind a month.
uint32_t kb_mention__take_year(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n;
  uint32_t   at = w;
  if (t->year || t->hijri_year) {
    return w;
  }
  at               = w > t->first ? kb_mention__skip(s, w, "من") : w; // مارس من عام
  const bool named = is_year_word(s, at);
  at               = named ? at + 1 : w;
  if (!named && !t->month && !t->hijri_month && !t->part && !t->season) {
    return w;
  }
  if (!kb_mention__digits_year(s, at, &n)) {
    return w;
  }
  const bool both =
    named && (kb_mention__word(s, at - 1)->feats.number == KB_DUAL || kb_mention__is(s, at - 1, "عامي"));
  const uint32_t next = kb_mention__set_year(s, n.value, n.last, t);
  return both ? take_second_year(s, next, t) : next;
}

uint32_t kb_mention__take_weekday(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* d = kb_mention__cue(s, w, KB_CUE_WEEKDAY);
  if (!d || t->weekday_end || (t->weekday && !t->daytime && !t->plural)) {
    return w;
  }
  if (t->weekday) {
    t->weekday_end = kb_mention__value(s, d);
  } else {
    t->weekday = kb_mention__value(s, d);
  }
  return d->last + 1;
}

uint32_t kb_mention__behind_and(const kb_scan* s, uint32_t w)
{
  return w + 1 < s->end && kb_mention__is(s, w, "و") ? w + 1 : w;
}

/// "يومي الأربعاء والخميس": the second day.
uint32_t kb_mention__take_second_weekday(const kb_scan* s, uint32_t w, kb_when* t)
{
  const uint32_t at = kb_mention__behind_and(s, w);
  const kb_hit*  d =
    at > w && t->weekday && !t->weekday_end && t->plural ? kb_mention__cue(s, at, KB_CUE_WEEKDAY) : NULL;
  if (!d) {
    return w;
  }
  t->weekday_end = kb_mention__value(s, d);
  t->second      = d->first;
  return d->last + 1;
}

/// "اليوم الأول", "اليوم الوطني": no today.
static bool is_described_day(const kb_scan* s, const kb_hit* hit)
{
  const uint32_t next = hit->last + 1;
  if (!kb_mention__is(s, hit->first, "اليوم") || !kb_mention__has(s, next, KB_W_DEFINITE)) {
    return false;
  }
  return kb_mention__word(s, next)->feats.upos == KB_ADJ && !kb_mention__cue(s, next, KB_CUE_WEEKDAY);
}

uint32_t kb_mention__take_relative(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* d = t->relative ? NULL : kb_mention__cue(s, w, KB_CUE_DAY);
  if (!d || is_described_day(s, d)) {
    return w;
  }
  t->relative = true;
  t->offset   = kb_mention__value(s, d);
  return d->last + 1;
}

/// "آب/أغسطس", "تموز (يوليو)": the other name of the same month.
static uint32_t take_twin(const kb_scan* s, uint32_t w, int month)
{
  const bool     slash  = kb_mention__is_mark(s, w, "/-");
  const bool     paren  = kb_mention__is_mark(s, w, "(");
  const kb_hit*  other  = slash || paren ? kb_mention__cue(s, w + 1, KB_CUE_MONTH) : NULL;
  const uint32_t behind = other ? other->last + 1 : w;
  if (!other || kb_mention__value(s, other) != month || (paren && !kb_mention__is_mark(s, behind, ")"))) {
    return w;
  }
  return paren ? behind + 1 : behind;
}

/// A month name. Its spelling may be another word: whoever calls asks for company.
uint32_t kb_mention__take_month(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* h = t->month || t->hijri_month ? NULL : kb_mention__cue(s, w, KB_CUE_MONTH);
  if (h) {
    t->month = kb_mention__value(s, h);
    return take_twin(s, h->last + 1, t->month);
  }
  h = t->month || t->hijri_month ? NULL : kb_mention__cue(s, w, KB_CUE_HIJRI_MONTH);
  if (h) {
    t->hijri_month = kb_mention__value(s, h);
    return h->last + 1;
  }
  return w;
}

/// "من الشهر الجاري" behind a day.
static uint32_t take_this_month(const kb_scan* s, uint32_t w, kb_when* t)
{
  uint32_t at = kb_mention__skip(s, w, "هذا");
  t->directed |= at > w;
  const kb_hit* p = kb_mention__cue(s, at, KB_CUE_PERIOD);
  if (!p || kb_mention__value(s, p) != KB_WHEN_MONTH || !kb_mention__has(s, at, KB_W_DEFINITE)) {
    return w;
  }
  t->period = KB_WHEN_MONTH;
  return p->last + 1;
}

bool kb_mention__is_day_number(const kb_numeral* n)
{
  return n->scale == 0 && n->value >= 1 && n->value <= 31 && !n->vague && (!n->digits || n->width <= 2);
}

/// "23 سبتمبر", "الثاني من شباط", "23 و24 أكتوبر", "5 - 8 مارس".
uint32_t kb_mention__take_day(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n, end;
  if (t->day || t->month || !kb_mention__numeral(s, kb_mention__skip_article(s, w), &n) ||
      !kb_mention__is_day_number(&n)) {
    return w;
  }
  uint32_t at     = n.last + 1;
  uint32_t second = kb_mention__behind_and(s, at);
  second = second > at ? second : kb_mention__is_mark(s, at, "-") || kb_mention__is(s, at, "الي") ? at + 1 : at;
  const bool two =
    second > at && kb_mention__numeral(s, kb_mention__skip_article(s, second), &end) && kb_mention__is_day_number(&end);
  at                   = two ? end.last + 1 : at;
  at                   = kb_mention__skip(s, at, "من");
  kb_when        trial = *t;
  const uint32_t month = kb_mention__skip(s, at, "شهر");
  uint32_t       next  = kb_mention__take_month(s, month, &trial);
  if (next == month) {
    next = at > n.last + 1 ? take_this_month(s, at, &trial) : at;
    if (next == at) {
      return w;
    }
  }
  *t         = trial;
  t->day     = (int)n.value;
  t->day_end = two ? (int)end.value : 0;
  return next;
}

/// Two or three numbers with marks between: 04/04/2017, 2015-9-16.
static bool split_date(kb_str text, int part[3])
{
  int  n     = 0;
  bool digit = false;
  for (size_t i = 0; i < text.n;) {
    const uint32_t c = kb_text_next(text, &i);
    const int      d = kb_text_digit(c);
    if (d >= 0) {
      n += !digit;
      if (n > 3 || part[n - 1] > 9999) {
        return false;
      }
      part[n - 1] = part[n - 1] * 10 + d;
      digit       = true;
    } else if (!kb_text_is_ignorable(c)) {
      if (c != '/' && c != '-' && c != '.') {
        return false;
      }
      digit = false;
    }
  }
  return n == 3;
}

static bool set_numeric(const int part[3], kb_when* t)
{
  const bool year_first = part[0] > 31;
  const int  year = year_first ? part[0] : part[2], day = year_first ? part[2] : part[0];
  if (year < 1300 || year > 2200 || part[1] < 1 || day < 1 || day > 31 || (part[1] > 12 && day > 12)) {
    return false;
  }
  t->year  = year;
  t->month = part[1] <= 12 ? part[1] : day;
  t->day   = part[1] <= 12 ? day : part[1];
  return true;
}

uint32_t kb_mention__take_numeric(const kb_scan* s, uint32_t w, kb_when* t)
{
  if (t->day || t->month || t->year || w >= s->end) {
    return w;
  }
  const kb_token* token = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  uint32_t        last  = w;
  if (token->kind != KB_TOKEN_NUMBER) {
    return w;
  }
  if (w + 4 < s->end && kb_mention__is_mark(s, w + 1, "-") && kb_mention__is_mark(s, w + 3, "-")) {
    last = w + 4; // hyphens do not join digits
  }
  int part[3] = {0, 0, 0};
  if (!split_date(kb_doc_cut(s->doc, kb_mention__span(s, w, last)), part) || !set_numeric(part, t)) {
    return w;
  }
  if (t->year < 1600) {
    t->hijri_year  = t->year;
    t->hijri_month = t->month;
    t->year = t->month = 0;
  }
  return kb_mention__take_era(s, last + 1, t);
}
