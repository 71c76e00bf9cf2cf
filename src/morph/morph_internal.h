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
  KB_TAG_DET,          ///< أي، عدم
  KB_TAG_JUSSIVE,      ///< imperfect that can only be jussive
  KB_TAG_NEG_MA,       ///< negating ما, as against the relative
  KB_TAG_PERFECT_PRON, ///< with an object: غارة شنها المتمردون
  KB_TAG_TOPIC, ///< أنه، لأنها، لكنهم: what follows is said of the pronoun; as a neighbour of the next word only
  KB_TAG_NEG_LAM, ///< لم: only a jussive follows
  KB_TAG_ELATIVE, ///< أكبر، أول، آخر: governs a noun like a noun, describes one like an adjective
  KB_TAG_COUNT
} kb_tag;

const char* kb_morph__tag_name(kb_tag tag);

/// Everything a reading is scored by: a number in the code, a name in ontology/.
#define KB_WEIGHT_LIST(X)                      \
  X(LAYER_EXACT, "layer.exact")                \
  X(LAYER_MARKS, "layer.marks")                \
  X(LAYER_ALEF, "layer.alef")                  \
  X(LAYER_YA, "layer.ya")                      \
  X(LAYER_TA, "layer.ta")                      \
  X(VERB_CLASSICAL, "verb.classical")          \
  X(VERB_RARE, "verb.rare")                    \
  X(VERB_FREQUENT, "verb.frequent")            \
  X(NOMINAL_CLASSICAL, "nominal.classical")    \
  X(NOMINAL_RARE, "nominal.rare")              \
  X(NOMINAL_FREQUENT, "nominal.frequent")      \
  X(CLITIC_WA, "clitic.wa")                    \
  X(CLITIC_FA, "clitic.fa")                    \
  X(CLITIC_BI, "clitic.bi")                    \
  X(CLITIC_LI, "clitic.li")                    \
  X(CLITIC_KA, "clitic.ka")                    \
  X(CLITIC_SA, "clitic.sa")                    \
  X(CONJ_KNOWN, "split.conjunction.known")     \
  X(PREP_KNOWN, "split.preposition.known")     \
  X(PRONOUN_KNOWN, "split.pronoun.known")      \
  X(PRONOUN, "clitic.pronoun")                 \
  X(PRONOUN_FIRST, "clitic.pronoun.first")     \
  X(PRONOUN_SECOND, "clitic.pronoun.second")   \
  X(PASSIVE, "verb.passive")                   \
  X(PASSIVE_ONLY, "verb.passive.only")         \
  X(FIRST_PERSON, "verb.first")                \
  X(SECOND_PERSON, "verb.second")              \
  X(IMPERATIVE, "verb.imperative")             \
  X(JUSSIVE, "verb.jussive")                   \
  X(UNCONTRACTED, "verb.uncontracted")         \
  X(DUAL, "verb.dual")                         \
  X(VERB_PARTICLE, "verb.particle")            \
  X(MISSPELT_THAT, "misspelt.that")            \
  X(NAME, "name")                              \
  X(NAME_COMMON, "name.common")                \
  X(NAME_NISBA, "name.nisba")                  \
  X(SPLIT_NAME, "split.name")                  \
  X(NOUN_NISBA, "noun.nisba")                  \
  X(GAZETTEER, "name.gazetteer")               \
  X(NUMBER_ARTICLE, "number.article")          \
  X(CONSTRUCT, "construct")                    \
  X(DERIVED, "derived")                        \
  X(PARTICIPLE, "derived.participle")          \
  X(LISTED, "derived.participle.listed")       \
  X(GUESS, "guess")                            \
  X(GUESS_CLITIC, "guess.clitic")              \
  X(GUESS_VERB, "guess.verb")                  \
  X(GUESS_NOUN, "guess.noun")                  \
  X(GUESS_ADJECTIVE, "guess.adjective")        \
  X(GUESS_PLURAL, "guess.plural")              \
  X(GUESS_SHORT, "guess.short")                \
  X(GUESS_KNOWN, "guess.known")                \
  X(GUESS_EVERYDAY, "guess.verb.everyday")     \
  X(GUESS_SPLIT, "guess.split")                \
  X(SECOND_PERFECT, "verb.second.perfect")     \
  X(SECOND_IMPERFECT, "verb.second.imperfect") \
  X(AGREES, "adjective.agrees")                \
  X(DISAGREES, "adjective.disagrees")          \
  X(VERB_DISAGREES, "verb.disagrees")          \
  X(GOVERNS, "verb.governs")                   \
  X(GOVERNS_NOT, "verb.governs.not")           \
  X(NO_OBJECT, "verb.object.none")             \
  X(RELATIVE_AGREES, "relative.agrees")        \
  X(RELATIVE_DISAGREES, "relative.disagrees")  \
  X(SUBJECT_AGREES, "subject.agrees")          \
  X(SUBJECT_DISAGREES, "subject.disagrees")    \
  X(NOT_GENITIVE, "genitive.nominative")       \
  X(ACCUSATIVE, "accusative.free")             \
  X(TELLER, "verb.tells.name")                 \
  X(SECOND_PREP, "preposition.second")

#define KB_WEIGHT_ENUM(id, name) KB_W_##id,
enum { KB_WEIGHT_LIST(KB_WEIGHT_ENUM) KB_WEIGHTS };

/// All weights in one row: the list above, one for each class of words, one
/// for each pair of neighbouring classes.
enum {
  KB_FEATURE_TAG  = KB_WEIGHTS,
  KB_FEATURE_PAIR = KB_WEIGHTS + KB_TAG_COUNT,
  KB_FEATURES     = KB_FEATURE_PAIR + KB_TAG_COUNT * KB_TAG_COUNT
};

static inline unsigned kb_morph__tag_feature(unsigned tag)
{
  return KB_FEATURE_TAG + tag;
}

static inline unsigned kb_morph__pair_feature(unsigned a, unsigned b)
{
  return KB_FEATURE_PAIR + a * KB_TAG_COUNT + b;
}

/// Room for the longest name of a weight.
enum { KB_FEATURE_NAME = 64 };
void kb_morph__feature_name(unsigned feature, char out[KB_FEATURE_NAME]);

typedef struct kb_scores {
  float w[KB_FEATURES];
} kb_scores;

void kb_morph__read_scores(kb_scores* out, const kb_lexicon* lex);

/// A pronoun that may be attached to a word.
typedef struct kb_pronoun {
  kb_str   form;
  kb_feats feats;
} kb_pronoun;

/// Longer ones before those that they end in.
enum { KB_PRONOUNS = 12 };
extern const kb_pronoun kb_morph__pronouns[KB_PRONOUNS];

enum { KB_CAND_MAX = 12, KB_PRO_MAX = 3, KB_CAND_FEATURES = 14 };

/// One way to read a token.
typedef struct kb_cand {
  float    score; ///< sum of the weights of its features
  uint16_t feature[KB_CAND_FEATURES];
  uint8_t  n_features;
  uint8_t  pro[KB_PRO_MAX];     ///< proclitics: letters w f b l k s a, 0 none
  uint8_t  enclitic;            ///< the attached pronoun from 1, 0 none
  uint8_t  first_tag, last_tag; ///< kb_tag
  uint8_t  topic_gender;        ///< of the pronoun attached to أن and its like, kb_gender
  uint8_t  layer;
  bool     elided;     ///< ل + ال written لل
  bool     nominative; ///< by its ending: مسلحان، متظاهرون
  bool     addressed;  ///< a name that may as well be a title or another word: فضيلة، الأخيرة
  bool     tells;      ///< a verb that governs أن: somebody says, knows or hopes
  bool     after_from; ///< a preposition that goes with من before it: بينهم، خلالها
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

/// Part of a word without marks, and the same folded. Folding a bare letter keeps its length, so one cut serves both.
typedef struct kb_piece {
  const char* bare;
  const char* key;
  size_t      n;
  bool        cached; ///< lies in the word at hand, which the cache keeps
} kb_piece;

static inline kb_str kb_morph__bare(kb_piece piece)
{
  return (kb_str){piece.bare, piece.n};
}

/// The piece without its first `n` bytes, of which it has more.
static inline kb_piece kb_morph__from(kb_piece piece, size_t n)
{
  return (kb_piece){piece.bare + n, piece.key + n, piece.n - n, piece.cached};
}

/// A candidate list while it is collected.
typedef struct kb_gather {
  kb_morph_cache* cache;
  kb_piece        word;             ///< the token without marks
  bool            known;            ///< the lexicon has the token without any clitic
  bool            known_after_conj; ///< ... behind و or ف
  kb_cand         v[KB_CAND_MAX];
  uint32_t        n;
  bool            failed; ///< out of memory
} kb_gather;

/// Give a candidate a feature and its weight.
void kb_morph__count(const kb_scores* scores, kb_cand* c, unsigned feature);

/// Keep a candidate if it is among the best.
void kb_morph__keep(kb_gather* g, const kb_cand* c);

/// Give a candidate its form and key: the stem, behind the article if it has one.
void kb_morph__set_form(kb_gather* g, kb_piece stem, bool article, kb_cand* c);

/// Readings from the lexicon, with all legal clitics.
void kb_morph__segment(kb_gather* g);

/// Readings by shape, for words that the lexicon does not explain.
void kb_morph__guess(kb_gather* g);

/// Class of a stem word.
kb_tag kb_morph__tag_of(const kb_lexicon* lex, uint32_t lexeme, kb_feats feats, bool article, bool pronoun);

/// Feature by which two neighbours agree or do not, KB_FEATURES for none.
unsigned kb_morph__agreement(const kb_cand* a, const kb_cand* b);
/// The features of two neighbours, one or two; their number.
uint32_t kb_morph__pair(const kb_cand* a, const kb_cand* b, uint16_t out[2]);

/// One token of a sentence with its candidates.
typedef struct kb_column {
  const kb_cand* v;
  uint32_t       n;
  uint32_t       allowed;              ///< bit for each candidate that may be chosen
  float          best[2][KB_CAND_MAX]; ///< without and with a finite verb since the last boundary
  uint8_t        from[2][KB_CAND_MAX]; ///< candidate before, doubled, plus whether a verb stood there
} kb_column;

/// Is there a finite verb since the last conjunction, marker or punctuation,
/// when a candidate follows a stretch where there was one or none?
bool kb_morph__verb_seen(const kb_cand* c, bool before);
/// Feature of a finite verb after another one without a boundary; KB_FEATURES for none.
unsigned kb_morph__second_verb(const kb_cand* c, bool before);

/// The candidate before the first token of a sentence.
const kb_cand* kb_morph__start(void);
/// The candidates of the tokens of a sentence, all allowed.
kb_status kb_morph__fill(const kb_doc* doc, kb_morph_cache* cache, const kb_sentence* s, kb_column* columns);
/// Best path through `n` columns by dynamic programming; one index a token to `chosen`.
void kb_morph__best_path(const kb_scores* s, kb_column* columns, uint32_t n, uint8_t* chosen);

/// Most words that a token is cut into.
enum { KB_WORDS_OF_TOKEN = KB_PRO_MAX + 2 };
/// Cut a token as the reading says. The array of words must have room.
void kb_morph__add_words(kb_doc* doc, const kb_morph_cache* cache, uint32_t token, const kb_cand* c);

/// Change choices of the best path that words further on contradict.
void kb_morph__look_again(const kb_morph_cache* cache, const kb_column* columns, uint32_t n, uint8_t* chosen);

/// Behind a verb of announcing and its subject, read what is announced as a noun of doing.
void kb_morph__find_announced(const kb_morph_cache* cache, const kb_column* columns, uint32_t n, uint8_t* chosen);

/// Forget the cache when it has grown too large; not within an article.
void kb_morph__trim(kb_morph_cache* cache);

/// All readings of a token, from the cache or found now. NULL: out of memory.
const kb_cands* kb_morph__readings(kb_morph_cache* cache, kb_str surface);

#endif // KHABAR_MORPH_INTERNAL_H
