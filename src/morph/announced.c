/*
   "أعلنت الكويت وموريتانيا خفض بعثتيهما": behind a verb of announcing and those who
   announce, what is spelled like a verb or a plural is the noun of doing that
   the verb asks for.
*/
#include "morph_internal.h"

enum { PHRASE = 8 }; ///< tokens of those who announce

/// May the word belong to the phrase of those who announce: names, nouns, numbers, and و between them?
static bool is_named(const kb_cand* c)
{
  switch (c->feats.upos) {
  case KB_PROPN:
  case KB_NOUN:
  case KB_ADJ:
  case KB_NUM:
    return !c->pro[0] || c->pro[0] == 'w';
  default:
    return false;
  }
}

/// A perfect of the third person that tells what is announced, promised or decided by a plain object.
static bool announces(const kb_lexicon* lex, const kb_cand* c)
{
  if (c->last_tag != KB_TAG_PERFECT || c->feats.person != 3 || c->lexeme == KB_NONE) {
    return false;
  }
  for (uint32_t f = kb_lexicon_lexeme(lex, c->lexeme)->frame; f != KB_NONE; f = kb_lexicon_frame(lex, f)->next) {
    if (kb_lexicon_frame(lex, f)->tells >> KB_FS_OBJ & 1u) {
      return true;
    }
  }
  return false;
}

/// A finite verb that cannot follow one, or a plural of few syllables.
static bool is_doubtful(const kb_cand* c)
{
  if (c->pro[0] || c->feats.state == KB_DEF) {
    return false;
  }
  const bool verb = c->last_tag == KB_TAG_PERFECT && c->feats.person == 3 && c->feats.gender == KB_MASC &&
                    c->feats.number == KB_SING && !c->enclitic;
  const bool plural = c->feats.upos == KB_NOUN && c->feats.number == KB_PLUR && !c->enclitic;
  return verb || plural;
}

/// Is the noun listed with the verb whose doing it tells?
static bool is_of_verb(const kb_lexicon* lex, const kb_lexeme* x)
{
  return x->base != KB_NONE && kb_lexicon_lexeme(lex, x->base)->kind == KB_LEX_VERB;
}

/// The reading as the noun of doing of a verb, KB_CAND_MAX if there is none.
static uint32_t masdar_in(const kb_lexicon* lex, const kb_column* column)
{
  for (uint32_t k = 0; k < column->n; ++k) {
    const kb_cand*   c = &column->v[k];
    const kb_lexeme* x = c->lexeme == KB_NONE ? NULL : kb_lexicon_lexeme(lex, c->lexeme);
    const bool       doing =
      x && (c->feats.verbform == KB_MASDAR || (c->feats.verbform == KB_FORM_NONE && is_of_verb(lex, x)));
    if (doing && c->feats.upos == KB_NOUN && c->feats.number == KB_SING && !c->pro[0] && !c->enclitic) {
      return k;
    }
  }
  return KB_CAND_MAX;
}

void kb_morph__find_announced(const kb_morph_cache* cache, const kb_column* columns, uint32_t n, uint8_t* chosen)
{
  for (uint32_t t = 2; t + 1 < n; ++t) {
    const kb_cand* next = &columns[t + 1].v[chosen[t + 1]];
    const bool     noun = next->feats.upos == KB_NOUN || next->feats.upos == KB_PROPN;
    if (!noun || next->pro[0] || !is_doubtful(&columns[t].v[chosen[t]])) {
      continue;
    }
    uint32_t i = t - 1;
    while (i > 0 && t - i <= PHRASE && is_named(&columns[i].v[chosen[i]])) {
      --i;
    }
    const uint32_t masdar = i + 1 < t && announces(cache->lex, &columns[i].v[chosen[i]])
                              ? masdar_in(cache->lex, &columns[t])
                              : (uint32_t)KB_CAND_MAX;
    chosen[t]             = masdar < KB_CAND_MAX ? (uint8_t)masdar : chosen[t];
  }
}
