/// Arabic names in ASCII, for IRIs: readable, always the same.
#include "resolve_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

enum { LONGEST_SLUG = 100 };

typedef struct slug {
  char   text[LONGEST_SLUG + 8];
  size_t n;
} slug;

static void add(slug* s, kb_str part)
{
  for (size_t i = 0; i < part.n && s->n < LONGEST_SLUG; ++i) {
    s->text[s->n++] = part.p[i];
  }
}

static bool is_long_vowel(kb_str letter)
{
  return kb_str_eq(letter, KB_STR("ا")) || kb_str_eq(letter, KB_STR("و")) || kb_str_eq(letter, KB_STR("ي"));
}

/// One letter. و and ي are vowels between consonants: لوفول, not lwfwl.
static void add_letter(const kb_resolver* r, slug* s, kb_str word, size_t at, size_t end)
{
  const kb_str letter = {word.p + at, end - at};
  kb_str       latin  = KB_STR("");
  if (!kb_lexicon_latin(r->lex, letter, &latin)) {
    if (letter.n == 1 &&
        ((letter.p[0] >= '0' && letter.p[0] <= '9') || ((letter.p[0] | 32) >= 'a' && (letter.p[0] | 32) <= 'z'))) {
      const char c = letter.p[0] >= 'A' && letter.p[0] <= 'Z' ? (char)(letter.p[0] + 32) : letter.p[0];
      add(s, (kb_str){&c, 1});
    }
    return;
  }
  const bool before = at >= 2 && is_long_vowel((kb_str){word.p + at - 2, 2});
  const bool after  = end + 2 <= word.n && is_long_vowel((kb_str){word.p + end, 2});
  const bool vowel  = at > 0 && !before && !after;
  if (vowel && kb_str_eq(latin, KB_STR("w"))) {
    latin = KB_STR("u");
  } else if (vowel && kb_str_eq(latin, KB_STR("y"))) {
    latin = KB_STR("i");
  }
  add(s, latin);
}

static void add_word(const kb_resolver* r, slug* s, kb_str word)
{
  kb_str latin;
  if (s->n && s->text[s->n - 1] != '-') {
    add(s, KB_STR("-"));
  }
  if (kb_lexicon_latin(r->lex, word, &latin) && word.n > 2) {
    add(s, latin);
    return;
  }
  if (word.n > 8 && kb_str_starts(word, KB_STR(ARTICLE))) {
    add(s, KB_STR("al-"));
    word = kb_str_from(word, 4);
  }
  for (size_t i = 0; i < word.n;) {
    size_t end = i;
    kb_text_next(word, &end);
    add_letter(r, s, word, i, end);
    i = end;
  }
}

kb_str kb_resolve__romanise(const kb_resolver* r, kb_str arabic)
{
  slug s = {.n = 0};
  for (size_t i = 0; i < arabic.n;) {
    size_t end = i;
    while (end < arabic.n && arabic.p[end] != ' ' && arabic.p[end] != '\n' && arabic.p[end] != '-') {
      ++end;
    }
    char         key[KB_KEY_MAX];
    const size_t n     = kb_text_fold((kb_str){arabic.p + i, end - i}, key);
    const kb_str word  = {key, n};
    const size_t split = kb_lexicon_compound_head(word); // the same with a blank inside and without
    if (split) {
      add_word(r, &s, (kb_str){key, split});
    }
    if (n) {
      add_word(r, &s, kb_str_from(word, split));
    }
    i = end + 1;
  }
  while (s.n && s.text[s.n - 1] == '-') {
    --s.n;
  }
  if (!s.n) {
    static const char hex[] = "0123456789abcdef";
    const uint64_t    h     = kb_str_fingerprint(arabic);
    for (int i = 0; i < 12; ++i) {
      s.text[s.n++] = hex[(h >> (4 * i)) & 15];
    }
  }
  return kb_arena_copy(r->doc->arena, (kb_str){s.text, s.n});
}
