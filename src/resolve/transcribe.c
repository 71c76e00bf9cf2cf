/**
   Words that no list has, letter by letter.

   Consonants are written as the list of letters says. ا is a, و and ي are u
   and i between consonants, a final ه (or ة, which folds to it) is a; ع is an
   a beside consonants; hamza is only heard as the vowel it carries. The
   short vowels, which Arabic does not write, are put in so that no three
   consonants meet and no word begins with two:

     two at the start     a behind the first     صباح sabah, جبوري jaburi
     three in a row       e before the third     خنجر khanjer
     two at the end       e between them, but not behind a first a that was
                          put in                 صابر saber, سهم sahm

   A family name like ثبيتي, two consonants and ي, is a diminutive: thubaiti.
   A long word that begins with a stop and ر or ل, or with ست, is foreign and
   keeps its first two consonants: بروكوبيس brukubis; so are the ends of
   ‑لاند and ‑فورد. تش is ch.
*/
#include "resolve_internal.h"

enum { SOUNDS = KB_KEY_MAX };

typedef enum sound_kind { CONSONANT, LONG_A, LONG, SHORT, FOREIGN } sound_kind;

typedef struct sound {
  kb_str     latin;
  uint32_t   letter;
  sound_kind kind;
} sound;

typedef struct spelling {
  sound  v[SOUNDS];
  size_t n;
} spelling;

enum {
  HAMZA     = 0x621,
  HAMZA_WAW = 0x624,
  HAMZA_YA  = 0x626,
  ALEF      = 0x627,
  TA        = 0x62A,
  SHIN      = 0x634,
  AIN       = 0x639,
  HA        = 0x647,
  WAW       = 0x648,
  YA        = 0x64A,
  NO_LETTER = 0,
  LONG_WORD = 6, ///< letters of a foreign name, at least
};

static bool is_vowel(const sound* s)
{
  return s->kind == LONG || s->kind == LONG_A || s->kind == SHORT;
}

static void push(spelling* s, uint32_t letter, sound_kind kind, kb_str latin)
{
  if (s->n < SOUNDS) {
    s->v[s->n++] = (sound){latin, letter, kind};
  }
}

/** \name Letters to sounds */

static bool is_weak(uint32_t c)
{
  return c == ALEF || c == WAW || c == YA;
}

/// The sound before the one in the making.
static const sound* before(const spelling* s)
{
  return s->n ? &s->v[s->n - 1] : NULL;
}

static bool behind_consonant(const spelling* s)
{
  return s->n && before(s)->kind == CONSONANT;
}

static void push_alef(spelling* s, uint32_t next, uint32_t last)
{
  if (!s->n && (next == WAW || next == YA) && !is_weak(last)) {
    return; // أوزبك, إيمان: the vowel is that of the next letter
  }
  push(s, ALEF, LONG_A, next == HAMZA ? KB_STR("aa") : KB_STR("a"));
}

/// و and ي: vowels between consonants. `next2` is the letter behind the next.
static void push_weak(spelling* s, uint32_t c, uint32_t next, uint32_t next2, bool first)
{
  const bool glide = (first && next != NO_LETTER) || is_weak(next) || (next == HA && next2 == NO_LETTER) ||
                     (s->n && before(s)->kind == LONG_A);
  if (glide) {
    push(s, c, CONSONANT, c == WAW ? KB_STR("w") : KB_STR("y"));
  } else {
    push(s, c, LONG, c == WAW ? KB_STR("u") : KB_STR("i"));
  }
}

static void push_hamza(spelling* s, uint32_t c, uint32_t next)
{
  if (c == HAMZA) {
    return;
  }
  if (is_weak(next)) {
    if (behind_consonant(s)) {
      push(s, c, SHORT, KB_STR("a")); // رئيس, رؤوف
    }
  } else {
    push(s, c, LONG, c == HAMZA_WAW ? KB_STR("u") : KB_STR("i"));
  }
}

static void push_ain(spelling* s, uint32_t next)
{
  const bool open = is_weak(next);
  if (!s->n) {
    push(s, AIN, SHORT, open && next != ALEF ? KB_STR("") : KB_STR("a"));
  } else if (behind_consonant(s)) {
    push(s, AIN, SHORT, next == ALEF ? KB_STR("u") : open || next == NO_LETTER ? KB_STR("a") : KB_STR("aa"));
  } else if (!open) {
    const bool front = next != NO_LETTER || before(s)->letter == YA;
    push(s, AIN, SHORT, front ? KB_STR("e") : KB_STR("a"));
  }
}

static void push_other(const kb_lexicon* lex, spelling* s, kb_str letter, uint32_t c)
{
  kb_str latin = KB_STR("");
  if (c == SHIN && behind_consonant(s) && before(s)->letter == TA) { // تش
    s->v[s->n - 1].latin = KB_STR("ch");
    return;
  }
  if (kb_lexicon_latin(lex, letter, &latin)) {
    push(s, c, CONSONANT, latin);
  } else if (c < 0x80) {
    push(s, c, FOREIGN, letter);
  }
}

static uint32_t letter_at(kb_str word, size_t i)
{
  return i < word.n ? kb_text_next(word, &i) : NO_LETTER;
}

static void hear(const kb_lexicon* lex, kb_str word, spelling* s)
{
  for (size_t i = 0; i < word.n;) {
    const size_t   from  = i;
    const uint32_t c     = kb_text_next(word, &i);
    const uint32_t next  = letter_at(word, i);
    const uint32_t next2 = letter_at(word, i + 2);
    if (c == ALEF) {
      push_alef(s, next, next2);
    } else if (c == WAW || c == YA) {
      push_weak(s, c, next, next2, from == 0);
    } else if (c == HAMZA || c == HAMZA_WAW || c == HAMZA_YA) {
      push_hamza(s, c, next);
    } else if (c == AIN) {
      push_ain(s, next);
    } else if (c == HA && next == NO_LETTER && s->n && !is_vowel(before(s))) {
      push(s, c, LONG, KB_STR("a"));
    } else {
      push_other(lex, s, (kb_str){word.p + from, i - from}, c);
    }
  }
}

/** \name Short vowels */

/// Number of consonants from `i` on.
static size_t run_at(const spelling* s, size_t i)
{
  size_t n = 0;
  while (i + n < s->n && s->v[i + n].kind == CONSONANT) {
    ++n;
  }
  return n;
}

static bool has_letter_of(const sound* s, const char* letters)
{
  return s->latin.n == 1 && strchr(letters, s->latin.p[0]);
}

/// فعيلي: two consonants, ي, one or two, ي.
static bool is_diminutive(const spelling* s)
{
  if (s->n < 5 || run_at(s, 0) != 2 || s->v[2].letter != YA) {
    return false;
  }
  const size_t n = run_at(s, 3);
  return n >= 1 && n <= 2 && 3 + n + 1 == s->n && s->v[s->n - 1].letter == YA && s->v[s->n - 1].kind == LONG;
}

static bool is_foreign_onset(const spelling* s)
{
  const bool stop = has_letter_of(&s->v[0], "bdfkt") || kb_str_eq(s->v[0].latin, KB_STR("gh"));
  const bool hiss = has_letter_of(&s->v[0], "s") && s->v[1].letter == TA;
  return s->n >= LONG_WORD && (hiss || (stop && has_letter_of(&s->v[1], "rl")));
}

/// Two consonants that foreign names end in: -land, -ford.
static bool is_foreign_coda(const sound* vowel, const sound* first)
{
  return has_letter_of(first, vowel->kind == LONG ? "nrl" : "n");
}

/// The consonants at the start of a word; how many of them are written.
static size_t write_onset(const spelling* s, kb_ascii* out)
{
  const size_t n = run_at(s, 0);
  if (n) {
    kb_resolve__add_ascii(out, s->v[0].latin);
  }
  if (n == 1 || (n == 2 && s->n > 2 && is_foreign_onset(s))) {
    return 1;
  }
  if (n > 1) {
    kb_resolve__add_ascii(out, is_diminutive(s) ? KB_STR("u") : KB_STR("a"));
  }
  if (n == 2 && s->n == 2 && s->v[1].latin.n == 1) { // حد: what has two letters is doubled
    kb_resolve__add_ascii(out, s->v[1].latin);
  }
  return n ? 1 : 0;
}

/// Consonants behind a vowel. `bare`: the vowel is the a that was put in at the start.
static void write_run(const spelling* s, size_t i, size_t n, bool bare, kb_ascii* out)
{
  const bool final = i + n == s->n;
  for (size_t k = 0; k < n; ++k) {
    const bool last  = k + 1 == n;
    const bool third = k >= 2 && k % 2 == 0;
    const bool apart = n == 2 && final && last && !bare && i && !is_foreign_coda(&s->v[i - 1], &s->v[i]);
    if (third || apart) {
      kb_resolve__add_ascii(out, KB_STR("e"));
    }
    kb_resolve__add_ascii(out, s->v[i + k].latin);
  }
}

void kb_resolve__transcribe(const kb_lexicon* lex, kb_str word, kb_ascii* out)
{
  spelling s = {.n = 0};
  hear(lex, word, &s);
  const bool   diminutive = is_diminutive(&s);
  const size_t onset      = write_onset(&s, out);
  for (size_t i = onset; i < s.n;) {
    const size_t n = run_at(&s, i);
    if (n) {
      write_run(&s, i, n, onset && i == onset, out);
      i += n;
    } else {
      kb_resolve__add_ascii(out, diminutive && i == 2 ? KB_STR("ai") : s.v[i].latin);
      ++i;
    }
  }
}
