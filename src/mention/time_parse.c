/// Expressions of time: a chain of elements in free order.
#include "times.h"

#include <limits.h>

/** \name Elements: each returns the word behind it, or `w` where there is none */

static bool is_digits_year(const kb_scan* s, uint32_t w, kb_numeral* n)
{
  return kb_mention__numeral(s, w, n) && n->first == n->last && n->width == 4 && n->scale == 0 && n->value >= 1000 &&
         n->value <= 2200 && !n->vague;
}

static uint32_t skip_word(const kb_scan* s, uint32_t w, const char* key)
{
  return kb_mention__is(s, w, key) ? w + 1 : w;
}

/// Over a lengthened article before digits: الـ24.
static uint32_t skip_article(const kb_scan* s, uint32_t w)
{
  return kb_mention__is(s, w, "ال") && w + 1 < s->end ? w + 1 : w;
}

static uint32_t take_era(const kb_scan* s, uint32_t w, kb_when* t)
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

static uint32_t set_year(const kb_scan* s, uint32_t w, int64_t value, uint32_t last, kb_when* t)
{
  (void)w;
  t->year       = (int)value;
  uint32_t next = take_era(s, last + 1, t);
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
  if (at == w || !is_digits_year(s, at, &n) || n.value <= t->year) {
    return w;
  }
  t->year_end = (int)n.value;
  return n.last + 1;
}

/// "عام 2014", "سنة 2012", and the bare number behind a month.
static uint32_t take_year(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n;
  uint32_t   at = w;
  if (t->year || t->hijri_year) {
    return w;
  }
  at               = skip_word(s, at, "من");
  const bool named = is_year_word(s, at);
  at               = named ? at + 1 : w;
  if (!named && !t->month && !t->hijri_month && !t->part && !t->season) {
    return w;
  }
  if (!is_digits_year(s, at, &n)) {
    return w;
  }
  const bool both =
    named && (kb_mention__word(s, at - 1)->feats.number == KB_DUAL || kb_mention__is(s, at - 1, "عامي"));
  const uint32_t next = set_year(s, at, n.value, n.last, t);
  return both ? take_second_year(s, next, t) : next;
}

static uint32_t take_weekday(const kb_scan* s, uint32_t w, kb_when* t)
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

static uint32_t after_and(const kb_scan* s, uint32_t w)
{
  return w + 1 < s->end && kb_mention__is(s, w, "و") ? w + 1 : w;
}

/// "يومي الأربعاء والخميس": the second day.
static uint32_t take_second_weekday(const kb_scan* s, uint32_t w, kb_when* t)
{
  const uint32_t at = after_and(s, w);
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

static uint32_t take_relative(const kb_scan* s, uint32_t w, kb_when* t)
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
  const bool     slash  = kb_mention__is_mark(s, w, "/") || kb_mention__is_mark(s, w, "-");
  const bool     paren  = kb_mention__is_mark(s, w, "(");
  const kb_hit*  other  = slash || paren ? kb_mention__cue(s, w + 1, KB_CUE_MONTH) : NULL;
  const uint32_t behind = other ? other->last + 1 : w;
  if (!other || kb_mention__value(s, other) != month || (paren && !kb_mention__is_mark(s, behind, ")"))) {
    return w;
  }
  return paren ? behind + 1 : behind;
}

/// A month name; its spelling may be another word, so it needs company (`sure`).
static uint32_t take_month(const kb_scan* s, uint32_t w, kb_when* t)
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
  uint32_t at = skip_word(s, w, "هذا");
  t->directed |= at > w;
  const kb_hit* p = kb_mention__cue(s, at, KB_CUE_PERIOD);
  if (!p || kb_mention__value(s, p) != KB_WHEN_MONTH || !kb_mention__has(s, at, KB_W_DEFINITE)) {
    return w;
  }
  t->period = KB_WHEN_MONTH;
  return p->last + 1;
}

static bool is_day_number(const kb_numeral* n)
{
  return n->scale == 0 && n->value >= 1 && n->value <= 31 && !n->vague && (!n->digits || n->width <= 2);
}

/// "23 سبتمبر", "الثاني من شباط", "23 و24 أكتوبر", "5 - 8 مارس".
static uint32_t take_day(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n, end;
  if (t->day || t->month || !kb_mention__numeral(s, skip_article(s, w), &n) || !is_day_number(&n)) {
    return w;
  }
  uint32_t at     = n.last + 1;
  uint32_t second = after_and(s, at);
  second = second > at ? second : kb_mention__is_mark(s, at, "-") || kb_mention__is(s, at, "الي") ? at + 1 : at;
  const bool two       = second > at && kb_mention__numeral(s, skip_article(s, second), &end) && is_day_number(&end);
  at                   = two ? end.last + 1 : at;
  at                   = skip_word(s, at, "من");
  kb_when        trial = *t;
  const uint32_t month = skip_word(s, at, "شهر");
  uint32_t       next  = take_month(s, month, &trial);
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

static uint32_t take_numeric(const kb_scan* s, uint32_t w, kb_when* t)
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
  return take_era(s, last + 1, t);
}

static uint32_t take_direction(const kb_scan* s, uint32_t w, kb_when* t)
{
  static const struct {
    kb_cue_class class;
    int direction;
  } words[]         = {{KB_CUE_LAST, -1}, {KB_CUE_NEXT, 1}, {KB_CUE_THIS, 0}, {KB_CUE_RECENT, -1}};
  const kb_hit* hit = kb_mention__cue(s, w, KB_CUE_SAME);
  if (hit) {
    t->same = true;
    return hit->last + 1;
  }
  for (size_t i = 0; i < sizeof words / sizeof *words && !t->directed; ++i) {
    hit = kb_mention__cue(s, w, words[i].class);
    if (hit && (words[i].class != KB_CUE_RECENT || t->period)) {
      t->directed  = true;
      t->direction = words[i].direction;
      return hit->last + 1;
    }
  }
  return w;
}

/// "القرن السابع", "الربع الأول".
static uint32_t take_ordinal(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n;
  if ((t->period != KB_WHEN_CENTURY && t->period != KB_WHEN_QUARTER) || t->ordinal || !kb_mention__numeral(s, w, &n) ||
      n.scale || n.value > 30 || n.value < 1) {
    return w;
  }
  t->ordinal = (int)n.value;
  return t->period == KB_WHEN_CENTURY ? take_era(s, n.last + 1, t) : n.last + 1;
}

/// "هذا الشهر", "الأسبوع الماضي", "السنوات الأخيرة": a period that something else places.
static uint32_t take_period(const kb_scan* s, uint32_t w, kb_when* t)
{
  if (t->period || t->weekday || t->relative || t->month) {
    return w;
  }
  uint32_t      at   = w;
  const kb_hit* lead = kb_mention__cue(s, w, KB_CUE_THIS);
  const kb_hit* same = kb_mention__cue(s, w, KB_CUE_SAME);
  at                 = lead && lead->first == w && kb_mention__word(s, w)->feats.upos == KB_DET ? lead->last + 1 : at;
  at                 = same ? same->last + 1 : at;
  const kb_hit* p    = kb_mention__cue(s, at, KB_CUE_PERIOD);
  if (!p || !kb_mention__has(s, at, KB_W_DEFINITE)) {
    return w;
  }
  kb_when trial = *t;
  trial.period  = kb_mention__value(s, p);
  trial.plural  = kb_mention__word(s, at)->feats.number >= KB_DUAL;
  trial.directed |= at > w && !same;
  trial.same |= same != NULL;
  uint32_t   next   = take_ordinal(s, p->last + 1, &trial);
  const bool placed = next > p->last + 1;
  kb_numeral n;
  if (trial.period == KB_WHEN_YEAR && is_digits_year(s, next, &n)) {
    trial.period = 0;
    *t           = trial;
    return set_year(s, next, n.value, n.last, t);
  }
  if (trial.plural) { // الأيام القليلة الماضية
    kb_numeral count;
    const bool counted = kb_mention__numeral(s, next, &count) && !count.ordinal && count.value < 1000;
    trial.count        = counted ? (int)count.value : 0;
    next               = counted ? count.last + 1 : next;
    next               = kb_mention__is(s, next, "القليله") ? next + 1 : next;
  }
  const uint32_t behind = take_direction(s, next, &trial);
  if (behind == next && !trial.directed && !trial.same && !placed) {
    return w;
  }
  *t = trial;
  return behind;
}

/// "ثلاثة أشهر", "20 يوما", "بضعة أسابيع", "أيام قليلة".
static uint32_t take_length(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n  = {0};
  uint32_t   at = w;
  if (t->period) {
    return w;
  }
  const kb_hit* few = kb_mention__cue(s, w, KB_CUE_VAGUE_NUMBER);
  if (kb_mention__numeral(s, w, &n) && !n.ordinal && n.value < 100000) {
    at = n.last + 1;
  } else if (few) {
    at = few->last + 1;
  }
  const kb_hit* p    = kb_mention__cue(s, at, KB_CUE_PERIOD);
  const bool    dual = p && at == w && kb_mention__word(s, at)->feats.number == KB_DUAL;
  const bool    some = p && at == w && kb_mention__is(s, p->last + 1, "قليله");
  if (!p || (at == w && !dual && !some)) {
    return w;
  }
  t->period = kb_mention__value(s, p);
  t->count  = dual ? 2 : n.vague || few || some || n.scale ? 0 : (int)n.value;
  t->plural = true;
  t->vague  = t->count == 0;
  return some ? p->last + 2 : p->last + 1;
}

static uint32_t take_part(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit*  h    = t->part || t->month || t->year || t->period ? NULL : kb_mention__cue(s, w, KB_CUE_PART);
  const uint32_t next = h ? h->last + 1 : w;
  if (!h || !(kb_mention__cue(s, next, KB_CUE_PERIOD) || kb_mention__cue(s, next, KB_CUE_MONTH) ||
              kb_mention__cue(s, next, KB_CUE_HIJRI_MONTH) || kb_mention__cue(s, next, KB_CUE_SEASON) ||
              kb_mention__cue(s, next, KB_CUE_THIS) || kb_mention__has(s, next, KB_W_NUMBER))) {
    return w; // "آخر الخميس": another one on Thursday
  }
  t->part = true;
  return next;
}

static uint32_t take_season(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* h = t->season ? NULL : kb_mention__cue(s, w, KB_CUE_SEASON);
  if (!h) {
    return w;
  }
  t->season = kb_mention__value(s, h);
  return h->last + 1;
}

static uint32_t take_daytime(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* h = kb_mention__cue(s, w, KB_CUE_DAYTIME);
  if (!h) {
    return w;
  }
  t->daytime = true;
  return skip_word(s, h->last + 1, "من");
}

/// يوم before a weekday, a number or another word for a day.
static uint32_t take_day_word(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* p = t->weekday || t->relative || t->day ? NULL : kb_mention__cue(s, w, KB_CUE_PERIOD);
  if (!p || p->tokens > 1 || kb_mention__value(s, p) != KB_WHEN_DAY) {
    return w;
  }
  kb_numeral     n;
  const uint32_t next = p->last + 1;
  const bool     day  = kb_mention__cue(s, next, KB_CUE_WEEKDAY) || kb_mention__cue(s, next, KB_CUE_DAY) ||
                   (kb_mention__numeral(s, skip_article(s, next), &n) && is_day_number(&n)) ||
                   (next < s->end && s->doc->tokens.v[kb_mention__word(s, next)->token].kind == KB_TOKEN_NUMBER);
  if (!day) {
    return w;
  }
  t->plural |= kb_mention__word(s, w)->feats.number >= KB_DUAL || kb_mention__is(s, w, "يومي");
  return next;
}

static uint32_t take_month_word(const kb_scan* s, uint32_t w, kb_when* t)
{
  const bool word = !t->month && (kb_mention__is(s, w, "شهر") || kb_mention__is(s, w, "شهري"));
  return word && (kb_mention__cue(s, w + 1, KB_CUE_MONTH) || kb_mention__cue(s, w + 1, KB_CUE_HIJRI_MONTH)) ? w + 1 : w;
}

/** \name Time of day */

static uint32_t take_zone(const kb_scan* s, uint32_t w, kb_when* t)
{
  const uint32_t at = kb_mention__stem(s, w);
  const kb_hit*  z  = kb_mention__cue(s, at, KB_CUE_ZONE);
  if (!z) {
    return w;
  }
  t->zone = true;
  return z->last + 1;
}

/// "19:00", "04,00" before a zone.
static bool read_clock(kb_str text, int* hour, int* minute)
{
  int part[2] = {0, 0}, digits[2] = {0, 0}, n = 0;
  for (size_t i = 0; i < text.n;) {
    const uint32_t c = kb_text_next(text, &i);
    const int      d = kb_text_digit(c);
    if (d >= 0) {
      part[n] = part[n] * 10 + d;
      if (++digits[n] > 2) {
        return false;
      }
    } else if (!kb_text_is_ignorable(c) && (++n > 1 || !digits[0])) {
      return false;
    }
  }
  *hour   = part[0];
  *minute = part[1];
  return n == 1 && digits[1] == 2 && part[0] < 24 && part[1] < 60;
}

static uint32_t take_clock(const kb_scan* s, uint32_t w, kb_when* t)
{
  const uint32_t at = kb_mention__is(s, w, "الساعه") ? w + 1 : w;
  int            hour, minute;
  kb_numeral     n;
  if (t->hour >= 0 || at >= s->end) {
    return w;
  }
  const kb_token* token = &s->doc->tokens.v[kb_mention__word(s, at)->token];
  const kb_str    text  = kb_doc_cut(s->doc, token->span);
  if (token->kind == KB_TOKEN_NUMBER && read_clock(text, &hour, &minute)) {
    kb_when        trial = *t;
    const uint32_t next  = take_zone(s, at + 1, &trial);
    if (!memchr(text.p, ':', text.n) && at == w && next == at + 1) {
      return w; // a decimal number
    }
    *t        = trial;
    t->hour   = hour;
    t->minute = minute;
    return next;
  }
  if (at > w && kb_mention__numeral(s, at, &n) && n.value <= 24 && !n.scale) {
    t->hour   = (int)n.value % 24;
    t->minute = 0;
    return take_zone(s, n.last + 1, t);
  }
  return w;
}

/// "(04,00 ت غ)" behind a date.
static uint32_t take_clock_in_brackets(const kb_scan* s, uint32_t w, kb_when* t)
{
  if (!kb_mention__is_mark(s, w, "(")) {
    return w;
  }
  kb_when        trial = *t;
  const uint32_t next  = take_clock(s, w + 1, &trial);
  if (next == w + 1 || !kb_mention__is_mark(s, next, ")")) {
    return w;
  }
  *t = trial;
  return next + 1;
}

static uint32_t take_vague(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* v = kb_mention__cue(s, w, KB_CUE_VAGUE_TIME);
  if (!v) {
    return w;
  }
  t->vague = true;
  return v->last + 1;
}

/** \name The chain */

typedef uint32_t element(const kb_scan* s, uint32_t w, kb_when* t);

/// Order matters: longer readings come first.
static element* const elements[] = {
  take_relative, take_vague,   take_numeric,        take_clock, take_clock_in_brackets, take_day,
  take_day_word, take_weekday, take_second_weekday, take_year,  take_month_word,        take_month,
  take_season,   take_period,  take_length,         take_part,  take_daytime,           take_direction};

static bool says_something(const kb_when* t)
{
  return t->weekday || t->day || t->month || t->year || t->hijri_month || t->hijri_year || t->relative || t->period ||
         t->vague || t->hour >= 0 || (t->season && (t->year || t->directed));
}

bool kb_mention__parse_time(const kb_scan* s, uint32_t w, kb_when* t)
{
  const bool digits = s->doc->tokens.v[kb_mention__word(s, w)->token].kind == KB_TOKEN_NUMBER;
  if (!digits && !kb_mention__starts_hit(s, w) && s->notes[w].number == KB_NONE && !kb_mention__is(s, w, "ال")) {
    return false;
  }
  *t              = (kb_when){.first = w, .last = w, .hour = -1, .minute = -1};
  uint32_t at     = w;
  bool     moving = true;
  while (moving && at < s->end) {
    moving = false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; ++i) {
      const uint32_t next = elements[i](s, at, t);
      if (next > at) {
        at     = next;
        moving = true;
        break;
      }
    }
    // "مساء يوم الأحد", "بعد ظهر الجمعة، الأول من مارس" go on; a clause does not
  }
  if (at == w || !says_something(t)) {
    return false;
  }
  t->last = at - 1;
  return true;
}
