/// Letters and words in ASCII.
#include "lexicon_internal.h"

/// A spelling that stands for two words would make one IRI of two names.
static kb_status note_word(kb_lexicon* lex, const kb_entry* e, kb_str latin)
{
  const bool known = kb_lexicon_is_latin(lex, latin);
  return known ? kb_lexicon__problem(lex, e, "\"%.*s\" is also how another word is written", (int)latin.n, latin.p)
               : kb_map_put(&lex->latin_words, latin, lex->latin.n - 1);
}

static kb_status add_key(kb_lexicon* lex, const kb_entry* e, kb_str arabic)
{
  char         key[KB_KEY_MAX];
  const size_t n     = kb_text_fold(arabic, key);
  const kb_str word  = {key, n};
  kb_str       known = KB_STR("");
  if (!n || kb_lexicon_latin(lex, word, &known)) {
    return kb_lexicon__problem(lex, e, n ? "a word that has a Latin spelling already" : "Latin spelling of nothing");
  }
  const kb_str copy = kb_arena_copy(lex->arena, word);
  return copy.p ? kb_map_put(&lex->latin_keys, copy, lex->latin.n - 1) : KB_E_NOMEM;
}

kb_status kb_lexicon__load_letter(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str arabic = kb_lexicon__text(lex, e, "ar");
  const kb_str latin  = kb_lexicon__text(lex, e, "latin");
  kb_str*      entry  = kb_array_push(lex->arena, &lex->latin);
  if (!entry) {
    return KB_E_NOMEM;
  }
  *entry       = latin;
  kb_status st = add_key(lex, e, arabic);
  for (size_t i = 0; st == KB_OK && i < kb_lexicon__list_size(e, "also"); ++i) {
    st = add_key(lex, e, kb_lexicon__list_at(e, "also", i));
  }
  return st == KB_OK && kb_text_length(arabic) > 1 ? note_word(lex, e, latin) : st;
}

bool kb_lexicon_latin(const kb_lexicon* lex, kb_str key, kb_str* latin)
{
  const uint32_t i = kb_map_get(&lex->latin_keys, key);
  if (i != KB_NONE) {
    *latin = lex->latin.v[i];
  }
  return i != KB_NONE;
}

bool kb_lexicon_is_latin(const kb_lexicon* lex, kb_str latin)
{
  return kb_map_get(&lex->latin_words, latin) != KB_NONE;
}
