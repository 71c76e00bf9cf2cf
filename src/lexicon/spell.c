#include "spell.h"

void kb_lexicon__seg(kb_stem* stem, unsigned c, char v)
{
  if (stem->n < KB_STEM_MAX) {
    stem->seg[stem->n++] = (kb_seg){(uint16_t)c, v};
  }
}

void kb_lexicon__join(kb_stem* stem, const kb_stem* more)
{
  for (int i = 0; i < more->n; ++i) {
    kb_lexicon__seg(stem, more->seg[i].c, more->seg[i].v);
  }
}

static bool is_long(const kb_seg* s, unsigned letter, char before)
{
  return s[0].v == before && s[1].c == letter && !s[1].v;
}

static unsigned seat_of(char vowel)
{
  return vowel == 'i' ? KB_L_YA_HAMZA : vowel == 'u' ? KB_L_WAW_HAMZA : KB_L_ALEF_HAMZA;
}

/// The stronger of two vowels: i, then u, then a.
static char stronger(char a, char b)
{
  return a == 'i' || b == 'i' ? 'i' : a == 'u' || b == 'u' ? 'u' : 'a';
}

static unsigned initial_seat(const kb_seg* s)
{
  return s->v == 'i' ? KB_L_ALEF_BELOW : KB_L_ALEF_HAMZA;
}

/// Hamza at `i` with a letter before it. `last`: no letter follows.
static unsigned inner_seat(const kb_stem* stem, int i, bool last)
{
  const kb_seg* s      = &stem->seg[i];
  const kb_seg  before = s[-1];
  const bool    weak   = !before.v && (before.c == KB_L_ALEF || before.c == KB_L_WAW || before.c == KB_L_YA);
  if (last) { // a vowel of its own is left where a weak letter fell off behind it: لم ينأ
    return before.v ? seat_of(before.v) : s->v && !weak ? seat_of(s->v) : KB_L_HAMZA;
  }
  if (!before.v && before.c == KB_L_YA) {
    const bool diphthong = i >= 2 && s[-2].v == 'a';
    const bool closed    = s[1].c != KB_L_TA_MARBUTA && s[1].c != KB_L_ALEF;
    return diphthong && closed && s->v == 'a' ? KB_L_ALEF_HAMZA : KB_L_YA_HAMZA; // ييأس, but هيئة
  }
  if (weak && (s->v == 'a' || !s->v)) {
    return KB_L_HAMZA;
  }
  return seat_of(stronger(before.v ? before.v : 'a', s->v ? s->v : 'a'));
}

/// The letter of a weak consonant without vowel after another vowel.
static unsigned weak_letter(const kb_stem* stem, int i)
{
  const kb_seg* s = &stem->seg[i];
  if (i > 0 && !s->v && (s->c == KB_L_WAW || s->c == KB_L_YA)) {
    if (s[-1].v == 'u') {
      return KB_L_WAW;
    }
    if (s[-1].v == 'i') {
      return KB_L_YA;
    }
  }
  return s->c;
}

static bool plural_follows(const kb_stem* stem, int i)
{
  return i + 1 < stem->n && is_long(&stem->seg[i], KB_L_WAW, 'u');
}

static unsigned hamza_letter(const kb_stem* stem, int i, kb_hamza_style style)
{
  if (i == 0) {
    return initial_seat(&stem->seg[0]);
  }
  const unsigned seat = inner_seat(stem, i, i + 1 == stem->n);
  if (seat == KB_L_WAW_HAMZA && plural_follows(stem, i) && style != KB_HAMZA_RULE) {
    const bool after_alef = stem->seg[i - 1].c == KB_L_ALEF && !stem->seg[i - 1].v;
    return style == KB_HAMZA_LINE || after_alef ? KB_L_HAMZA : KB_L_ALEF_HAMZA;
  }
  return seat;
}

size_t kb_lexicon__spell(const kb_stem* stem, kb_hamza_style style, char* out)
{
  size_t n = 0;
  for (int i = 0; i < stem->n; ++i) {
    const kb_seg* s          = &stem->seg[i];
    unsigned      letter     = s->c == KB_L_HAMZA ? hamza_letter(stem, i, style) : weak_letter(stem, i);
    const bool    alef_next  = i + 1 < stem->n && !s[1].v && s[1].c == KB_L_ALEF;
    const bool    hamza_next = i + 1 < stem->n && !s[1].v && s[1].c == KB_L_HAMZA;
    if (letter == KB_L_ALEF_HAMZA && (alef_next || (hamza_next && i == 0 && s->v == 'a'))) {
      letter = KB_L_MADDA; // أ + ا, أ + أ = آ
      ++i;
    } else if (letter == KB_L_ALEF_HAMZA && hamza_next && i == 0 && s->v == 'u' && style == KB_HAMZA_KEPT) {
      // أؤمن beside أومن
    } else if (i == 1 && stem->seg[0].c == KB_L_HAMZA && stem->seg[0].v == 'u' && s->c == KB_L_HAMZA && !s->v &&
               style == KB_HAMZA_RULE) {
      letter = KB_L_WAW;
    } else if (i == 1 && stem->seg[0].c == KB_L_HAMZA && stem->seg[0].v == 'i' && s->c == KB_L_HAMZA && !s->v) {
      letter = KB_L_YA; // إيمان
    }
    out[n++] = (char)(0xC0 | letter >> 6);
    out[n++] = (char)(0x80 | (letter & 0x3F));
  }
  out[n] = '\0';
  return n;
}
