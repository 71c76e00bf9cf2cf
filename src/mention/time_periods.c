/// Elements of time expressions: weeks, months and years by their place, lengths, parts of the day.
#include "times.h"

uint32_t kb_mention__take_direction(const kb_scan* s, uint32_t w, kb_when* t)
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
  return t->period == KB_WHEN_CENTURY ? kb_mention__take_era(s, n.last + 1, t) : n.last + 1;
}

/// "هذا الشهر", "الأسبوع الماضي", "السنوات الأخيرة": a period that something else places.
uint32_t kb_mention__take_period(const kb_scan* s, uint32_t w, kb_when* t)
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
  if (trial.period == KB_WHEN_YEAR && kb_mention__digits_year(s, next, &n)) {
    trial.period = 0;
    *t           = trial;
    return kb_mention__set_year(s, n.value, n.last, t);
  }
  if (trial.plural) { // الأيام القليلة الماضية
    kb_numeral count;
    const bool counted = kb_mention__numeral(s, next, &count) && !count.ordinal && count.value < 1000;
    trial.count        = counted ? (int)count.value : 0;
    next               = counted ? count.last + 1 : next;
    next               = kb_mention__is(s, next, "القليله") ? next + 1 : next;
  }
  const uint32_t behind = kb_mention__take_direction(s, next, &trial);
  if (behind == next && !trial.directed && !trial.same && !placed) {
    return w;
  }
  *t = trial;
  return behind;
}

/// "ثلاثة أشهر", "20 يوما", "بضعة أسابيع", "أيام قليلة".
uint32_t kb_mention__take_length(const kb_scan* s, uint32_t w, kb_when* t)
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

uint32_t kb_mention__take_part(const kb_scan* s, uint32_t w, kb_when* t)
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

uint32_t kb_mention__take_season(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* h = t->season ? NULL : kb_mention__cue(s, w, KB_CUE_SEASON);
  if (!h) {
    return w;
  }
  t->season = kb_mention__value(s, h);
  return h->last + 1;
}

uint32_t kb_mention__take_daytime(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* h = kb_mention__cue(s, w, KB_CUE_DAYTIME);
  if (!h) {
    return w;
  }
  t->daytime = true;
  return kb_mention__skip(s, h->last + 1, "من");
}

/// يوم before a weekday, a number or another word for a day.
uint32_t kb_mention__take_day_word(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* p = t->weekday || t->relative || t->day ? NULL : kb_mention__cue(s, w, KB_CUE_PERIOD);
  if (!p || p->tokens > 1 || kb_mention__value(s, p) != KB_WHEN_DAY) {
    return w;
  }
  kb_numeral     n;
  const uint32_t next = p->last + 1;
  const bool     day  = kb_mention__cue(s, next, KB_CUE_WEEKDAY) || kb_mention__cue(s, next, KB_CUE_DAY) ||
                   (kb_mention__numeral(s, kb_mention__skip_article(s, next), &n) && kb_mention__is_day_number(&n)) ||
                   (next < s->end && s->doc->tokens.v[kb_mention__word(s, next)->token].kind == KB_TOKEN_NUMBER);
  if (!day) {
    return w;
  }
  t->plural |= kb_mention__word(s, w)->feats.number >= KB_DUAL || kb_mention__is(s, w, "يومي");
  return next;
}

uint32_t kb_mention__take_month_word(const kb_scan* s, uint32_t w, kb_when* t)
{
  const bool word = !t->month && (kb_mention__is(s, w, "شهر") || kb_mention__is(s, w, "شهري"));
  return word && (kb_mention__cue(s, w + 1, KB_CUE_MONTH) || kb_mention__cue(s, w + 1, KB_CUE_HIJRI_MONTH)) ? w + 1 : w;
}

uint32_t kb_mention__take_vague(const kb_scan* s, uint32_t w, kb_when* t)
{
  const kb_hit* v = kb_mention__cue(s, w, KB_CUE_VAGUE_TIME);
  if (!v) {
    return w;
  }
  t->vague = true;
  return v->last + 1;
}
