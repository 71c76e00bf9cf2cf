/**
   Arabic names in ASCII, for IRIs: readable, always the same, and different
   for different names.

   A word is written as ontology/lexicon lists it (kind "letters"). A word
   that is not listed is taken apart: the article (al-), عبد and الدين of
   compounds, أبو, the proclitics و ب ل before listed words; and an ending of
   a listed word (‑ي ‑ية ‑ات ‑ين ‑ون) is put behind its spelling. What is left
   is spelt by rule, see transcribe.c. The ta marbuta of a head noun before
   another noun is written (wizarat-al-dakhiliyya), elsewhere it is an a;
   the plural ات is aat.

   What is identified is the folded name, so spellings that fold to one
   (أحمد، احمد; عبد الله، عبدالله) give one slug. A word by rule that would
   read like a listed one, and a name that is too long, end in a hash.
*/
#include "resolve_internal.h"

#include <stdio.h>

typedef struct writing {
  const kb_lexicon* lex;
  kb_ascii          slug;
  bool              person;
} writing;

void kb_resolve__add_ascii(kb_ascii* s, kb_str part)
{
  for (size_t i = 0; i < part.n && s->n < sizeof s->text; ++i) {
    s->text[s->n++] = part.p[i];
  }
}

static kb_str written(const kb_ascii* s)
{
  return (kb_str){s->text, s->n};
}

static kb_str without_last(kb_str word, size_t n)
{
  return (kb_str){word.p, word.n - (n < word.n ? n : word.n)};
}

/** \name Words of the lists and their endings */

static size_t letters(size_t n)
{
  return 2 * n; // bytes of Arabic
}

static bool listed(const kb_lexicon* lex, kb_str word, kb_str* latin)
{
  return word.n > letters(1) && kb_lexicon_latin(lex, word, latin);
}

/// A listed word that takes endings. With the article (الكاميرون) it is a name of its own.
static bool listed_stem(const kb_lexicon* lex, kb_str stem, kb_str* latin)
{
  return listed(lex, stem, latin) && !kb_str_starts(*latin, KB_STR("al-"));
}

/// The feminine of a stem: listed with its ta marbuta.
static bool listed_feminine(const kb_lexicon* lex, kb_str stem, kb_str* latin)
{
  char key[KB_KEY_MAX];
  if (stem.n + letters(1) > sizeof key) {
    return false;
  }
  memcpy(key, stem.p, stem.n);
  memcpy(key + stem.n, "ه", letters(1));
  return listed(lex, (kb_str){key, stem.n + letters(1)}, latin) && kb_str_ends(*latin, KB_STR("a"));
}

static bool ends_in_vowel(kb_str latin)
{
  return latin.n && strchr("aeiou", latin.p[latin.n - 1]);
}

/// An adjective of a listed word: نجراني, تجاري.
static bool add_nisba(const kb_lexicon* lex, kb_str word, kb_ascii* out)
{
  const kb_str stem  = without_last(word, letters(1));
  kb_str       latin = KB_STR("");
  if (!kb_str_ends(word, KB_STR("ي")) || stem.n < letters(3)) {
    return false;
  }
  if (listed_feminine(lex, stem, &latin)) {
    latin = without_last(latin, 1);
  } else if (!listed_stem(lex, stem, &latin) || ends_in_vowel(latin)) {
    return false;
  }
  kb_resolve__add_ascii(out, latin);
  kb_resolve__add_ascii(out, KB_STR("i"));
  return true;
}

/// What endings are put behind: a listed word that ends in a consonant, or in the i of an adjective.
static bool add_stem(const kb_lexicon* lex, kb_str stem, kb_ascii* out)
{
  kb_str latin = KB_STR("");
  if (stem.n >= letters(2) && listed_stem(lex, stem, &latin)) {
    const bool fits = !ends_in_vowel(latin) || kb_str_ends(latin, KB_STR("i"));
    kb_resolve__add_ascii(out, fits ? latin : KB_STR(""));
    return fits;
  }
  return add_nisba(lex, stem, out);
}

/// شركات of شركة.
static bool add_plural(const kb_lexicon* lex, kb_str word, kb_ascii* out)
{
  const kb_str ending = KB_STR("ات");
  kb_str       latin  = KB_STR("");
  const bool   is     = kb_str_ends(word, ending) && listed_feminine(lex, without_last(word, ending.n), &latin);
  if (is) {
    kb_resolve__add_ascii(out, latin);
    kb_resolve__add_ascii(out, KB_STR("at")); // sharika, sharikaat
  }
  return is;
}

/// A listed word with an ending: سعودية, مهندسين, شركات.
static bool add_inflected(const kb_lexicon* lex, kb_str word, kb_ascii* out)
{
  static const struct {
    const char *ending, *latin;
  } endings[] = {{"ه", "a"}, {"ات", "aat"}, {"ين", "in"}, {"ون", "un"}};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; ++i) {
    const kb_str ending = kb_str_of(endings[i].ending);
    if (kb_str_ends(word, ending) && add_stem(lex, without_last(word, ending.n), out)) {
      kb_resolve__add_ascii(out, kb_str_ends(written(out), KB_STR("i")) ? KB_STR("yy") : KB_STR(""));
      kb_resolve__add_ascii(out, kb_str_of(endings[i].latin));
      return true;
    }
  }
  return add_plural(lex, word, out) || add_nisba(lex, word, out);
}

static bool is_known(const kb_lexicon* lex, kb_str word)
{
  kb_str   latin   = KB_STR("");
  kb_ascii scratch = {.n = 0};
  return listed(lex, word, &latin) || add_inflected(lex, word, &scratch);
}

/** \name Parts of a word */

/// What a word may begin with.
static const struct {
  const char *arabic, *latin;
  unsigned    listed;   ///< letters of the rest, at least, if it is listed
  unsigned    unlisted; ///< and if not; 0: must be listed
  bool        person;   ///< in names of people too
} heads[] = {{"وال", "wal-", 2, 4, false}, {"بال", "bil-", 2, 3, false},     {"لل", "lil-", 2, 4, false},
             {"ال", "al-", 2, 3, true},    {"ابوال", "abu-al-", 2, 3, true}, {"ابو", "abu-", 2, 0, true},
             {"و", "wa-", 3, 0, false},    {"ب", "bi-", 3, 0, false},        {"ل", "li-", 3, 0, false}};

/// Write what the word begins with; its bytes, 0 if it is of one piece.
static size_t add_head(const kb_lexicon* lex, kb_str word, bool person, kb_ascii* out)
{
  for (size_t i = 0; i < sizeof heads / sizeof *heads; ++i) {
    const kb_str head = kb_str_of(heads[i].arabic);
    const kb_str rest = kb_str_from(word, head.n);
    if ((person && !heads[i].person) || !kb_str_starts(word, head) || rest.n < letters(heads[i].listed)) {
      continue;
    }
    if ((heads[i].unlisted && rest.n >= letters(heads[i].unlisted)) || is_known(lex, rest)) {
      kb_resolve__add_ascii(out, kb_str_of(heads[i].latin));
      return head.n;
    }
  }
  return 0;
}

/// A word of one piece that is not listed.
static void add_unlisted(const kb_lexicon* lex, kb_str word, kb_ascii* out)
{
  const size_t start = out->n;
  if (!add_inflected(lex, word, out)) {
    kb_resolve__transcribe(lex, word, out);
  }
  if (kb_lexicon_is_latin(lex, kb_str_from(written(out), start))) {
    char      hash[8];
    const int n = snprintf(hash, sizeof hash, "-%03x", (unsigned)(kb_str_fingerprint(word) & 0xFFF));
    kb_resolve__add_ascii(out, (kb_str){hash, (size_t)n});
  }
}

static void add_whole(const kb_lexicon* lex, kb_str word, kb_ascii* out)
{
  kb_str latin = KB_STR("");
  if (listed(lex, word, &latin)) {
    kb_resolve__add_ascii(out, latin);
  } else {
    add_unlisted(lex, word, out);
  }
}

/// Take a word apart: one beginning at most, then the halves of a compound.
static void add_word(const kb_lexicon* lex, kb_str word, bool person, kb_ascii* out)
{
  if (!is_known(lex, word) && !kb_lexicon_compound_head(word)) {
    word = kb_str_from(word, add_head(lex, word, person, out));
  }
  const size_t split = is_known(lex, word) ? 0 : kb_lexicon_compound_head(word);
  if (split) {
    add_whole(lex, (kb_str){word.p, split}, out);
    kb_resolve__add_ascii(out, KB_STR("-"));
    const kb_str second = kb_str_from(word, split);
    word                = is_known(lex, second) ? second : kb_str_from(second, add_head(lex, second, person, out));
  }
  add_whole(lex, word, out);
}

/** \name Names */

/// The next word of a name, folded and bare of punctuation; empty at the end. `i` moves behind it.
static kb_str next_word(kb_str name, size_t* i, char* key)
{
  size_t n = 0;
  while (!n && *i < name.n) {
    size_t end = *i;
    while (end < name.n && !strchr(" \n-", name.p[end])) {
      ++end;
    }
    char         folded[KB_KEY_MAX];
    const kb_str all = {folded, kb_text_fold((kb_str){name.p + *i, end - *i}, folded)};
    for (size_t at = 0; at < all.n;) {
      const size_t   from = at;
      const uint32_t c    = kb_text_next(all, &at);
      if ((c | 32) - 'a' <= 'z' - 'a') {
        key[n++] = (char)(c | 32);
      } else if (kb_text_is_letter(c) || kb_text_is_digit(c)) {
        memcpy(key + n, all.p + from, at - from);
        n += at - from;
      }
    }
    *i = end + 1;
  }
  return (kb_str){key, n};
}

/// The spelling of two words that are listed as one: عبد الله.
static bool listed_pair(const kb_lexicon* lex, kb_str first, kb_str second, kb_str* latin)
{
  char key[2 * KB_KEY_MAX];
  if (!second.n || !kb_lexicon_is_compound(first, second)) {
    return false;
  }
  memcpy(key, first.p, first.n);
  memcpy(key + first.n, second.p, second.n);
  return listed(lex, (kb_str){key, first.n + second.n}, latin);
}

static bool starts_with_any(kb_str word, const char* const* heads_of_words)
{
  for (; *heads_of_words; ++heads_of_words) {
    if (kb_str_starts(word, kb_str_of(*heads_of_words))) {
      return true;
    }
  }
  return false;
}

/// Is the first word, which ends in a ta marbuta, the head of the second: وزارة الداخلية, شركة زين?
static bool is_construct(kb_str word, kb_str next)
{
  static const char* const definite[]  = {"ال", "وال", "بال", "لل", NULL};
  static const char* const kinship[]   = {"بن", "ابن", "بنت", NULL};
  const bool               adjective   = kb_str_ends(next, KB_STR("يه")) && !kb_str_starts(next, KB_STR("ال"));
  const bool               is_a_person = next.n <= letters(3) && starts_with_any(next, kinship);
  return kb_str_ends(word, KB_STR("ه")) && !starts_with_any(word, definite) && next.n > letters(1) && !adjective &&
         !is_a_person && !starts_with_any(next, definite + 1);
}

static void add_name_word(writing* w, kb_str word, kb_str next)
{
  kb_ascii one = {.n = 0};
  add_word(w->lex, word, w->person, &one);
  if (!w->person && is_construct(word, next) && kb_str_ends(written(&one), KB_STR("a"))) {
    kb_resolve__add_ascii(&one, KB_STR("t"));
    one.n -= kb_lexicon_is_latin(w->lex, written(&one));
  }
  if (one.n && w->slug.n) {
    kb_resolve__add_ascii(&w->slug, KB_STR("-"));
  }
  kb_resolve__add_ascii(&w->slug, written(&one));
}

uint64_t kb_resolve__name_print(kb_str arabic)
{
  char     key[KB_KEY_MAX];
  uint64_t h = 0;
  for (size_t i = 0; i < arabic.n;) {
    const kb_str word = next_word(arabic, &i, key);
    for (size_t k = 0; k < word.n; ++k) { // blanks do not count: عبد الله, عبدالله
      h = (h ^ (unsigned char)word.p[k]) * 0x100000001B3u;
    }
  }
  return h ^ h >> 32;
}

/// Cut a long slug, or make up for an empty one: a hash tells it apart.
static void end_in_hash(kb_ascii* slug, uint64_t print)
{
  enum { DIGITS = 12 };
  slug->n = slug->n > KB_SLUG_MAX - DIGITS - 1 ? KB_SLUG_MAX - DIGITS - 1 : slug->n;
  while (slug->n && slug->text[slug->n - 1] == '-') {
    --slug->n;
  }
  char      hash[DIGITS + 2];
  const int n =
    snprintf(hash, sizeof hash, "%s%012llx", slug->n ? "-" : "", (unsigned long long)(print & 0xFFFFFFFFFFFFu));
  kb_resolve__add_ascii(slug, (kb_str){hash, (size_t)n});
}

kb_str kb_resolve__romanise(const kb_lexicon* lex, kb_str arabic, bool person, kb_arena* arena)
{
  writing w = {.lex = lex, .person = person};
  char    keys[2][KB_KEY_MAX];
  int     at   = 0;
  size_t  i    = 0;
  kb_str  word = next_word(arabic, &i, keys[at]);
  while (word.n) {
    const kb_str next  = next_word(arabic, &i, keys[at = !at]);
    kb_str       latin = KB_STR("");
    if (listed_pair(w.lex, word, next, &latin)) {
      kb_resolve__add_ascii(&w.slug, w.slug.n ? KB_STR("-") : KB_STR(""));
      kb_resolve__add_ascii(&w.slug, latin);
      word = next_word(arabic, &i, keys[at = !at]);
    } else {
      add_name_word(&w, word, next);
      word = next;
    }
  }
  if (!w.slug.n || w.slug.n > KB_SLUG_MAX) {
    end_in_hash(&w.slug, kb_resolve__name_print(arabic));
  }
  return kb_arena_copy(arena, written(&w.slug));
}
