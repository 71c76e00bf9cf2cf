/// Shared by the files of src/morph/.
#ifndef KHABAR_MORPH_INTERNAL_H
#define KHABAR_MORPH_INTERNAL_H

#include "khabar/morph.h"

/// Classes of words between which neighbourhood is scored.
typedef enum kb_tag {
  KB_TAG_START,
  KB_TAG_NOUN,      ///< without article or pronoun
  KB_TAG_NOUN_DEF,  ///< with article
  KB_TAG_NOUN_PRON, ///< with attached pronoun
  KB_TAG_ADJ,
  KB_TAG_ADJ_DEF,
  KB_TAG_PROPN,
  KB_TAG_PERFECT,
  KB_TAG_IMPERFECT,
  KB_TAG_IMPERATIVE,
  KB_TAG_AUX,
  KB_TAG_PREP,
  KB_TAG_PREP_PRON,
  KB_TAG_CONJ,
  KB_TAG_THAT,
  KB_TAG_SUBORD,
  KB_TAG_PURPOSE,
  KB_TAG_NEG,
  KB_TAG_FUTURE,
  KB_TAG_QAD,
  KB_TAG_REL,
  KB_TAG_DEM,
  KB_TAG_PRON,
  KB_TAG_NUM,
  KB_TAG_ADV,
  KB_TAG_PART,
  KB_TAG_PUNCT,
  KB_TAG_OTHER,
  KB_TAG_DET,       ///< أي
  KB_TAG_NEG_MA,    ///< negating ما, as against the relative
  KB_TAG_COUNT
} kb_tag;

const char* kb_morph__tag_name(kb_tag tag);

/// Scores of readings and neighbours, read from the lexicon's weights.
typedef struct kb_scores {
  float pair[KB_TAG_COUNT][KB_TAG_COUNT];
  float layer[5];
  float freq[4];
  float tag[KB_TAG_COUNT]; ///< prior of a class
  float conj, prep, enclitic, enclitic_first, enclitic_second; ///< for each clitic
  float passive, person1, person2, imperative;
  float guess, guess_clitic, guess_verb, guess_adj, guess_plural, guess_short;
  float common_name, name;
  float agree, disagree;   ///< adjective and the noun before it
  float construct;         ///< form that only stands before a genitive
  float jussive;           ///< form that is only jussive
  float number_article;    ///< number word with the article
  float derived;           ///< participle or masdar that no dictionary lists
} kb_scores;

void kb_morph__read_scores(kb_scores* out, const kb_lexicon* lex);

enum { KB_CAND_MAX = 12, KB_PRO_MAX = 3 };

/// One way to read a token.
typedef struct kb_cand {
  float    score;
  uint8_t  pro[KB_PRO_MAX]; ///< proclitics: letters w f b l k s a, 0 none
  uint8_t  enclitic;        ///< bytes of the attached pronoun, 0 none
  uint8_t  first_tag, last_tag; ///< kb_tag
  uint8_t  layer;
  bool     elided;   ///< ل + ال written لل
  uint32_t lexeme;
  kb_feats feats;
  kb_str   form, key, lemma; ///< of the stem word; in the cache
} kb_cand;

/// All readings of one spelling, best first.
typedef struct kb_cands {
  kb_cand* v;
  uint32_t n;
} kb_cands;

struct kb_morph_cache {
  const kb_lexicon* lex;
  kb_scores         scores;
  kb_arena*         arena; ///< of the candidates
  kb_map            words; ///< spelling to index in lists
  KB_ARRAY(kb_cands) lists;
  uint32_t particle_wa, particle_fa, particle_bi, particle_li, particle_ka, particle_sa; ///< lexemes of the clitics
};

/// A candidate list while it is collected.
typedef struct kb_gather {
  kb_morph_cache* cache;
  kb_str          bare; ///< the token without marks
  kb_cand         v[KB_CAND_MAX];
  uint32_t        n;
  bool            failed; ///< out of memory
} kb_gather;

/// Keep a candidate if it is among the best.
void kb_morph__keep(kb_gather* g, const kb_cand* c);

/// Readings from the lexicon, with all legal clitics.
void kb_morph__segment(kb_gather* g);

/// Readings by shape, for words that the lexicon does not explain.
void kb_morph__guess(kb_gather* g);

/// Class of a stem word.
kb_tag kb_morph__tag_of(const kb_lexicon* lex, uint32_t lexeme, kb_feats feats, bool article, bool pronoun);

/// Forget the cache when it has grown too large; not within an article.
void kb_morph__trim(kb_morph_cache* cache);

/// All readings of a token, from the cache or found now. NULL: out of memory.
const kb_cands* kb_morph__readings(kb_morph_cache* cache, kb_str surface);

#endif // KHABAR_MORPH_INTERNAL_H
