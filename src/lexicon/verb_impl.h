/// Shared by verb.c (finite forms) and derive.c (masdars, participles).
#ifndef KHABAR_LEXICON_VERB_IMPL_H
#define KHABAR_LEXICON_VERB_IMPL_H

#include "verb.h"

typedef enum kb_stem_kind {
  KB_STEM_PERFECT,
  KB_STEM_PERFECT_PASSIVE,
  KB_STEM_IMPERFECT,
  KB_STEM_IMPERFECT_PASSIVE
} kb_stem_kind;

/// A stem as built from its template, before its last radical meets an ending.
typedef struct kb_built {
  kb_stem stem;
  int     at[4]; ///< segment of each radical, -1 where it was dropped
} kb_built;

/// Build from a template: digits are radicals, a i u vowels, P and V the vowels of
/// form I, A ا, W و, Y ي, h ء, T the ت of form VIII, t n s m themselves.
void kb_lexicon__build(const kb_verb* verb, const char* template, kb_built* out);

/// Contract weak and doubled radicals; `closed`: before an ending that begins with a consonant.
void kb_lexicon__contract(const kb_verb* verb, bool closed, kb_built* b);

/// Stem of a tense and voice, contracted.
void kb_lexicon__stem(const kb_verb* verb, kb_stem_kind kind, bool closed, kb_built* out);

#endif // KHABAR_LEXICON_VERB_IMPL_H
