/// Times of a sentence: where they stand, and what lies around them.
#include "times.h"
#include "calendar.h"

/** \name The clause around */

/// Words of a sentence that are looked over for a verb.
enum { FAR = 80 };

/// Is the verb at `w` marked as future: سـ، سوف، لن?
static bool is_future(const kb_scan* s, uint32_t w)
{
  if (w == s->first) {
    return false;
  }
  const kb_word* before = kb_mention__word(s, w - 1);
  return (before->clitic == KB_PROCLITIC && kb_str_eq(before->key, KB_STR("س"))) || kb_mention__is(s, w - 1, "سوف") ||
         kb_mention__is(s, w - 1, "لن");
}

static int verb_tense(const kb_scan* s, uint32_t w)
{
  const kb_word* v = kb_mention__word(s, w);
  if ((v->feats.upos != KB_VERB && v->feats.upos != KB_AUX) || v->key.n <= 4) {
    return 0; // two letters are more often a particle
  }
  if (is_future(s, w)) {
    return 1;
  }
  const bool denied = w > s->first && kb_mention__is(s, w - 1, "لم");
  return v->feats.aspect == KB_PERFECT || denied ? -1 : 0;
}

/// Is there a past verb before `w`? Then a present one behind it lies in the past too.
static bool past_before(const kb_scan* s, uint32_t word)
{
  for (uint32_t w = word; w-- > s->first && word - w < FAR;) {
    if (verb_tense(s, w)) {
      return true;
    }
  }
  return false;
}

/// How the nearest verb looks at time: -1 past, 1 future, 0 unknown.
static int tense_at(const kb_scan* s, uint32_t w)
{
  for (uint32_t v = w; v-- > s->first && w - v < FAR;) {
    const int  tense = verb_tense(s, v);
    const bool verb  = kb_mention__word(s, v)->feats.upos == KB_VERB;
    if (tense || (verb && w - v < 12)) {
      return tense || past_before(s, v) ? tense : 1; // "meets on Thursday"
    }
  }
  for (uint32_t v = w; v < s->end && v - w < FAR; ++v) {
    const int tense = verb_tense(s, v);
    if (tense) {
      return tense;
    }
  }
  return 0;
}

/// Does a cue of the class end right before word `w`?
static bool cue_before(const kb_scan* s, uint32_t w, kb_cue_class class)
{
  for (uint32_t back = 1; back <= 2 && w >= s->first + back; ++back) {
    const kb_hit* h = kb_mention__cue(s, w - back, class);
    if (h && h->last + 1 == w) {
      return true;
    }
  }
  return false;
}

static void look_before(const kb_scan* s, kb_when* t)
{
  const bool to = t->first > s->first && kb_mention__is(s, t->first - 1, "الي");
  t->from       = cue_before(s, t->first, KB_CUE_SINCE);
  t->until      = cue_before(s, t->first, KB_CUE_UNTIL) || (t->year && to);
  t->within     = cue_before(s, t->first, KB_CUE_WITHIN);
  t->ago        = cue_before(s, t->first, KB_CUE_AGO);
  if (t->period && t->plural && !t->directed && t->first > s->first && kb_mention__is(s, t->first - 1, "غضون")) {
    t->directed  = true; // "within three days" looks ahead
    t->direction = 1;
  }
  if (t->ago && (kb_mention__is(s, t->last + 1, "من") || kb_mention__is(s, t->first - 1, "بعد"))) {
    t->count = 0; // counted from something else
  }
}

/** \name Is it one? */

static bool after_preposition(const kb_scan* s, uint32_t w)
{
  return w > s->first && kb_mention__word(s, w - 1)->feats.upos == KB_ADP;
}

/// A month alone may be another word: آب، مارس، رجب.
static bool is_lone_month(const kb_when* t)
{
  return (t->month || t->hijri_month) && !t->day && !t->year && !t->hijri_year && !t->directed && !t->part &&
         !t->daytime;
}

static bool is_plausible(const kb_scan* s, const kb_when* t)
{
  if (is_lone_month(t)) {
    const bool named = t->last > t->first;
    return named || (after_preposition(s, t->first) && !kb_mention__has(s, t->first, KB_W_VERB));
  }
  if (t->period && t->plural && !t->directed) { // a length: only where something ties it to the day
    return t->from || t->within || t->ago;
  }
  if (t->vague) {
    return kb_mention__word(s, t->first)->feats.upos != KB_VERB;
  }
  return true;
}

/// Is the word a newspaper's title, or inside a listed name of several words?
static bool inside_name(const kb_scan* s, uint32_t w)
{
  uint32_t entry = KB_NONE;
  if (kb_mention__marked_title(s, w, &entry) != KB_NONE) { // «اليوم»
    return true;
  }
  for (uint32_t back = 1; back <= 4 && w >= s->first + back; ++back) {
    const kb_hit* name = kb_mention__hit(s, w - back, KB_PHRASE_NAME);
    if (name && name->last >= w && name->tokens > 1) {
      return true;
    }
  }
  return false;
}

/** \name Bare years */

/// May the word be what a number before it counts?
static bool is_countable(const kb_scan* s, uint32_t w)
{
  if (w >= s->end || kb_mention__has(s, w, KB_W_STOP | KB_W_DEFINITE | KB_W_VERB | KB_W_NUMBER) ||
      !kb_mention__has(s, w, KB_W_NOUN)) {
    return false;
  }
  const unsigned class = s->notes[w].noun_class;
  return class != KB_CLASS_EVENT && class != KB_CLASS_ABSTRACT && class != KB_CLASS_NONE;
}

/// "في 2016", "(1994)", "دستور 2012": four digits that count nothing.
static bool is_bare_year(const kb_scan* s, uint32_t w, kb_numeral* n)
{
  if (!kb_mention__numeral(s, w, n) || n->first != n->last || n->width != 4 || n->scale || n->value < 1800 ||
      n->value > 2100 || kb_doc_cut(s->doc, kb_mention__span(s, w, w)).n != 4) {
    return false;
  }
  if (kb_mention__is_mark(s, n->last + 1, "%") || cue_before(s, w, KB_CUE_APPROXIMATE)) {
    return false;
  }
  return !is_countable(s, n->last + 1) && w > s->first;
}

static bool parse_bare_year(const kb_scan* s, uint32_t w, kb_when* t)
{
  kb_numeral n, end;
  if (!is_bare_year(s, w, &n)) {
    return false;
  }
  *t = (kb_when){.first = w, .last = n.last, .hour = -1, .minute = -1, .year = (int)n.value};
  if (kb_mention__is_mark(s, n.last + 1, "-") && is_bare_year(s, n.last + 2, &end) && end.value > n.value) {
    t->year_end = (int)end.value;
    t->last     = end.last;
  }
  return true;
}

/** \name Ranges */

/// "من 5 مارس إلى 8 أبريل", "بين عامي ... و...": one span with the time behind it.
static void join_range(const kb_scan* s, kb_when* t, const kb_now* now, kb_time* out)
{
  const uint32_t at   = t->last + 1;
  const bool     from = t->first > s->first && kb_mention__is(s, t->first - 1, "من");
  const bool     betw = t->first > s->first && kb_mention__is(s, t->first - 1, "بين");
  const bool     to   = kb_mention__is(s, at, "الي") || kb_mention__is(s, at, "حتي");
  const bool and      = kb_mention__is(s, at, "و") && at < s->end && kb_mention__is_clitic(s, at);
  kb_when other;
  kb_time end;
  if (!((from && to) || (betw && and)) ||
      !(kb_mention__parse_time(s, at + 1, &other) || parse_bare_year(s, at + 1, &other))) {
    return;
  }
  kb_mention__place_time(&other, now, &end);
  if (end.precision < KB_PREC_DAY || end.precision > KB_PREC_YEAR || out->precision < KB_PREC_DAY ||
      out->precision > KB_PREC_YEAR) {
    return;
  }
  out->precision = KB_PREC_SPAN;
  out->end       = end.end;
  out->last = t->last = other.last;
}

/** \name The sentence */

static kb_status add_time(kb_scan* s, kb_when* t, kb_now* now)
{
  now->tense = tense_at(s, t->first);
  kb_time out;
  if (t->second && !now->published.year) { // nothing ties the two days together: one time each
    t->last        = t->second - 2;
    t->weekday_end = 0;
  }
  kb_mention__place_time(t, now, &out);
  join_range(s, t, now, &out);
  out.span = kb_mention__span(s, out.first, out.last);
  if (out.precision == KB_PREC_DAY || out.precision == KB_PREC_MONTH) {
    now->before = out.begin;
  }
  for (uint32_t w = t->first; w <= t->last; ++w) {
    if (!(t->period && t->plural)) { // "20 days" stays a quantity too
      s->notes[w].flags |= KB_W_DATE;
    }
  }
  kb_time* slot = kb_array_push(s->arena, &s->doc->times);
  if (!slot) {
    return KB_E_NOMEM;
  }
  *slot = out;
  return KB_OK;
}

kb_status kb_mention__times(kb_scan* s)
{
  kb_now now = {.published = s->doc->published};
  if (s->doc->times.n) {
    now.before = s->doc->times.v[s->doc->times.n - 1].begin;
  }
  for (uint32_t w = s->first; w < s->end; ++w) {
    kb_when t;
    if (kb_mention__is_clitic(s, w) || inside_name(s, w)) {
      continue;
    }
    bool found = kb_mention__parse_time(s, w, &t);
    if (found) {
      look_before(s, &t);
      found = is_plausible(s, &t);
    }
    if (!found && !parse_bare_year(s, w, &t)) {
      continue;
    }
    if (!found) {
      look_before(s, &t);
    }
    const kb_status st = add_time(s, &t, &now);
    if (st != KB_OK) {
      return st;
    }
    w = t.last;
  }
  return KB_OK;
}
