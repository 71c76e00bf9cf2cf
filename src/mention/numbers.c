/// Numbers in digits and in words.
#include "mention_internal.h"

#define MAX_VALUE INT64_C(1000000000000000)

/** \name Digits */

/// One separated group of a number: are there three digits up to the next mark or the end?
static bool is_group_of_three(kb_str s, size_t i)
{
  int n = 0;
  while (i < s.n) {
    size_t         next = i;
    const uint32_t c    = kb_text_next(s, &next);
    if (kb_text_digit(c) < 0) {
      break;
    }
    ++n;
    i = next;
  }
  return n == 3;
}

/// Is the mark between digits a decimal point? `later`: another mark of the same kind follows.
static bool is_point(kb_str s, size_t after, uint32_t mark, size_t digits_before, bool earlier, bool later)
{
  if (mark == 0x66B) {
    return true;
  }
  if (mark == 0x66C) {
    return false;
  }
  if (later || !is_group_of_three(s, after)) {
    return !later;
  }
  if (earlier) {
    return false;
  }
  return mark == '.' && (digits_before > 3 || digits_before == 2 || digits_before == 0);
}

static bool mark_follows(kb_str s, size_t i, uint32_t mark)
{
  while (i < s.n) {
    if (kb_text_next(s, &i) == mark) {
      return true;
    }
  }
  return false;
}

bool kb_mention__parse_digits(kb_str s, int64_t* value, uint8_t* scale)
{
  int64_t v      = 0;
  uint8_t places = 0;
  bool    point = false, grouped = false;
  size_t  digits = 0;
  for (size_t i = 0; i < s.n;) {
    const uint32_t c = kb_text_next(s, &i);
    const int      d = kb_text_digit(c);
    if (d >= 0) {
      if (v > MAX_VALUE / 10 || places > 9) {
        return false;
      }
      v      = v * 10 + d;
      places = (uint8_t)(places + point);
      ++digits;
    } else if (c == '.' || c == ',' || c == 0x66B || c == 0x66C || c == 0x60C) {
      if (point) {
        return false;
      }
      point   = is_point(s, i, c, digits, grouped, mark_follows(s, i, c));
      grouped = !point;
    } else if (!kb_text_is_ignorable(c)) {
      return false;
    }
  }
  *value = v;
  *scale = places;
  return digits > 0;
}

static uint8_t count_digits(kb_str s)
{
  uint8_t n = 0;
  for (size_t i = 0; i < s.n;) {
    n = (uint8_t)(n + (kb_text_digit(kb_text_next(s, &i)) >= 0 && n < 200));
  }
  return n;
}

/** \name Number words */

/// The value of a number word, -1 if it is none; ordinals apart.
static int64_t word_value(const kb_scan* s, uint32_t w, bool* ordinal, bool* plural)
{
  if (w >= s->end || kb_mention__is_clitic(s, w)) {
    return -1;
  }
  if (s->notes[w].number == KB_NONE) {
    return -1;
  }
  const kb_lexeme* x = kb_lexicon_lexeme(s->lex, s->notes[w].number);
  *ordinal           = x->feats.ordinal;
  *plural            = x->feats.number == KB_PLUR;
  return x->value;
}

/// What has been read of a number in words.
typedef struct tally {
  int64_t total;      ///< closed groups
  int64_t group;      ///< below the next thousand, million ...
  int64_t last_scale; ///< of the last closed group
  int     words;
  bool    vague;
} tally;

static bool add_scale(tally* t, int64_t v, bool joined)
{
  const int64_t unit  = v >= 1000000000000 ? 1000000000000
                        : v >= 1000000000  ? 1000000000
                        : v >= 1000000     ? 1000000
                                           : 1000;
  const int64_t group = joined || t->group == 0 ? v / unit : t->group;
  if ((t->last_scale && unit >= t->last_scale) || group > MAX_VALUE / unit) {
    return false;
  }
  t->total += group * unit;
  if (joined) {
    t->total += t->group;
  }
  t->group      = 0;
  t->last_scale = unit;
  return true;
}

/// May a word of value `v` follow what has been read? `joined` by و. Takes it if so.
static bool add_word(tally* t, int64_t v, bool joined)
{
  const int64_t rest = t->group;
  if (v >= 1000) {
    if (joined && rest) {
      return false;
    }
    return add_scale(t, v, joined);
  }
  if (v >= 100) {
    if (v == 100 && rest >= 3 && rest <= 9 && !joined) {
      t->group = rest * 100;
      return true;
    }
    if (rest || (t->words && !joined)) {
      return false;
    }
    t->group = v;
    return true;
  }
  if (v == 10 && !joined && rest % 100 >= 1 && rest % 100 <= 9) {
    t->group += 10; // ثلاثة عشر
    return true;
  }
  if (t->words && !joined) {
    return false;
  }
  const bool tens_after_unit = v >= 20 && rest % 100 >= 1 && rest % 100 <= 9;
  if (rest % 100 && !tens_after_unit) {
    return false;
  }
  t->group += v;
  return true;
}

/// The word after a و at `w`; KB_NONE if there is no و.
static uint32_t after_and(const kb_scan* s, uint32_t w)
{
  return w + 1 < s->end && kb_mention__is(s, w, "و") ? w + 1 : KB_NONE;
}

/// "الثالث عشر", "الحادي والعشرون": the rest of an ordinal above ten.
static void read_ordinal_tail(const kb_scan* s, tally* t, kb_numeral* out)
{
  bool           ordinal = false, plural = false;
  const uint32_t joined = after_and(s, out->last + 1);
  const int64_t  unit   = t->group == 11 ? 1 : t->group; // حادي
  const int64_t  tens   = word_value(s, joined == KB_NONE ? out->last + 1 : joined, &ordinal, &plural);
  if (unit > 9 || ordinal || (joined == KB_NONE ? tens != 10 : tens < 20 || tens > 90)) {
    return;
  }
  t->group  = unit + tens;
  out->last = joined == KB_NONE ? out->last + 1 : joined;
}

static bool read_words(const kb_scan* s, uint32_t w, tally* t, kb_numeral* out)
{
  bool ordinal = false, plural = false;
  while (w < s->end) {
    const uint32_t joined = t->words ? after_and(s, w) : KB_NONE;
    const uint32_t at     = joined == KB_NONE ? w : joined;
    const int64_t  v      = word_value(s, at, &ordinal, &plural);
    if (v < 0 || (ordinal && t->words)) {
      break;
    }
    const tally before = *t;
    if (!ordinal && !add_word(t, v, joined != KB_NONE)) {
      *t = before;
      break;
    }
    ++t->words;
    out->last = at;
    if (ordinal) {
      out->ordinal = true;
      t->group     = v;
      read_ordinal_tail(s, t, out);
      break;
    }
    t->vague |= plural && before.group == 0 && before.total == 0;
    w = at + 1;
  }
  return t->words > 0;
}

/** \name Both */

/// نصف مليار، ربع مليون: a fraction before a scale word.
static bool read_fraction(const kb_scan* s, uint32_t w, kb_numeral* out)
{
  const kb_hit* f = kb_mention__cue(s, w, KB_CUE_FRACTION);
  bool          ordinal, plural;
  if (!f || kb_mention__is_clitic(s, w)) {
    return false;
  }
  const int64_t v = word_value(s, f->last + 1, &ordinal, &plural);
  const int     d = kb_mention__value(s, f);
  if (v < 1000 || ordinal || d < 2) {
    return false;
  }
  out->value = v / d;
  out->last  = f->last + 1;
  return true;
}

/// "مليون ونصف المليون", "ثلاثة ملايين ونصف": adds half of the last scale.
static void add_fraction(const kb_scan* s, const tally* t, kb_numeral* out)
{
  const uint32_t f = after_and(s, out->last + 1);
  const kb_hit*  c = f == KB_NONE || t->last_scale < 1000 || t->group ? NULL : kb_mention__cue(s, f, KB_CUE_FRACTION);
  if (!c) {
    return;
  }
  bool          ordinal, plural;
  const int64_t v = word_value(s, c->last + 1, &ordinal, &plural);
  out->value += t->last_scale / kb_mention__value(s, c);
  out->last = v == t->last_scale ? c->last + 1 : c->last;
}

/// Scale words after digits: "3.5 مليون", "124 ألف", "500 مليون دولار".
static void scale_digits(const kb_scan* s, kb_numeral* out)
{
  bool ordinal = false, plural = false;
  for (uint32_t w = out->last + 1; w < s->end; ++w) {
    const int64_t v = word_value(s, w, &ordinal, &plural);
    if (v < 1000 || ordinal || v % 1000 || v > 1000000000000 || out->value > MAX_VALUE / v ||
        s->doc->tokens.v[kb_mention__word(s, w)->token].kind != KB_TOKEN_WORD) {
      return;
    }
    const int64_t unit = v == 2000 || v == 2000000 || v == 2000000000 ? v / 2 : v;
    int64_t       rest = unit;
    while (out->scale && rest % 10 == 0) {
      rest /= 10;
      --out->scale;
    }
    out->value *= rest;
    out->digits = false;
    out->last   = w;
  }
}

static bool read_digits(const kb_scan* s, uint32_t w, kb_numeral* out)
{
  const kb_token* t = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  if (t->kind != KB_TOKEN_NUMBER) {
    return false;
  }
  const kb_str text = kb_doc_cut(s->doc, t->span);
  out->width        = count_digits(text);
  out->clock        = memchr(text.p, ':', text.n) != NULL;
  if (out->clock || !kb_mention__parse_digits(text, &out->value, &out->scale)) {
    return false;
  }
  out->digits = true;
  scale_digits(s, out);
  return true;
}

bool kb_mention__numeral(const kb_scan* s, uint32_t w, kb_numeral* out)
{
  *out = (kb_numeral){.first = w, .last = w};
  if (w >= s->end || kb_mention__is_clitic(s, w)) {
    return false;
  }
  if (read_digits(s, w, out) || read_fraction(s, w, out)) {
    return true;
  }
  tally t = {0};
  if (!read_words(s, w, &t, out)) {
    return false;
  }
  out->value = t.total + t.group;
  out->vague = t.vague;
  out->small = t.words == 1 && out->value < 10 && out->value > 0;
  add_fraction(s, &t, out);
  return true;
}
