/// Personal names of two words that are also written as one: عبد الله، نور الدين، أبو بكر.
#include "lexicon_internal.h"

static const char* const heads[] = {"عبد", "ابو", "ابي", NULL};
static const char* const tails[] = {"الله", "الدين", NULL};

static bool is_one_of(kb_str key, const char* const* list)
{
  for (; *list; ++list) {
    if (kb_str_eq(key, kb_str_of(*list))) {
      return true;
    }
  }
  return false;
}

bool kb_lexicon_is_compound(kb_str first, kb_str second)
{
  return is_one_of(first, heads) || is_one_of(second, tails);
}

size_t kb_lexicon_compound_head(kb_str key)
{
  const size_t shortest = 4; // bytes: two letters
  const size_t servant  = sizeof "عبد" - 1;
  if (kb_str_starts(key, KB_STR("عبدال")) && key.n > servant + 2 * shortest) {
    return servant;
  }
  for (size_t i = 0; tails[i]; ++i) {
    const kb_str tail = kb_str_of(tails[i]);
    if (kb_str_ends(key, tail) && key.n >= tail.n + shortest) {
      return key.n - tail.n;
    }
  }
  return 0;
}

static kb_str word_at(kb_str name, size_t i)
{
  size_t end = i;
  while (end < name.n && name.p[end] != ' ') {
    ++end;
  }
  return (kb_str){name.p + i, end - i};
}

static bool are_one(kb_str first, kb_str second)
{
  char         a[KB_KEY_MAX], b[KB_KEY_MAX];
  const size_t na = kb_text_fold(first, a);
  const size_t nb = kb_text_fold(second, b);
  return kb_lexicon_is_compound((kb_str){a, na}, (kb_str){b, nb});
}

kb_str kb_lexicon__join_compounds(kb_str name, char* buffer, size_t size)
{
  size_t n      = 0;
  bool   joined = false;
  if (name.n > size) {
    return KB_STR("");
  }
  for (size_t i = 0; i < name.n;) {
    const kb_str word = word_at(name, i);
    memcpy(buffer + n, word.p, word.n);
    n += word.n;
    i += word.n + 1;
    if (i < name.n) {
      const bool one = are_one(word, word_at(name, i));
      joined |= one;
      if (!one) {
        buffer[n++] = ' ';
      }
    }
  }
  return joined ? (kb_str){buffer, n} : KB_STR("");
}
