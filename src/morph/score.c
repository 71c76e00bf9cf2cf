/// Weights and word classes.
#include "morph_internal.h"

#include <stdio.h>

static const char* const tag_names[KB_TAG_COUNT] = {
  "START",      "NOUN", "NOUN_DEF", "NOUN_PRON", "ADJ",          "ADJ_DEF", "PROPN",   "PERFECT", "IMPERFECT",
  "IMPERATIVE", "AUX",  "PREP",     "PREP_PRON", "CONJ",         "THAT",    "SUBORD",  "PURPOSE", "NEG",
  "FUTURE",     "QAD",  "REL",      "DEM",       "PRON",         "NUM",     "ADV",     "PART",    "PUNCT",
  "OTHER",      "DET",  "JUSSIVE",  "NEG_MA",    "PERFECT_PRON", "TOPIC",   "NEG_LAM", "ELATIVE",
};

const char* kb_morph__tag_name(kb_tag tag)
{
  return tag_names[tag];
}

void kb_morph__feature_name(unsigned feature, char out[KB_FEATURE_NAME])
{
#define KB_WEIGHT_NAME(id, name) name,
  static const char* const names[] = {KB_WEIGHT_LIST(KB_WEIGHT_NAME)};
  if (feature < KB_WEIGHTS) {
    snprintf(out, KB_FEATURE_NAME, "%s", names[feature]);
  } else if (feature < KB_FEATURE_PAIR) {
    snprintf(out, KB_FEATURE_NAME, "tag.%s", tag_names[feature - KB_FEATURE_TAG]);
  } else {
    const unsigned pair = feature - KB_FEATURE_PAIR;
    snprintf(out, KB_FEATURE_NAME, "pair.%s.%s", tag_names[pair / KB_TAG_COUNT], tag_names[pair % KB_TAG_COUNT]);
  }
}

void kb_morph__read_scores(kb_scores* out, const kb_lexicon* lex)
{
  char name[KB_FEATURE_NAME];
  for (unsigned f = 0; f < KB_FEATURES; ++f) {
    kb_morph__feature_name(f, name);
    out->w[f] = kb_lexicon_weight(lex, kb_str_of(name), 0);
  }
}

void kb_morph__count(const kb_scores* scores, kb_cand* c, unsigned feature)
{
  if (c->n_features < KB_CAND_FEATURES) {
    c->feature[c->n_features++] = (uint16_t)feature;
    c->score += scores->w[feature];
  }
}

static kb_tag particle_tag(kb_particle p)
{
  static const uint8_t tags[] = {
    [KB_PCL_NONE] = KB_TAG_PART,       [KB_PCL_NEG] = KB_TAG_NEG,     [KB_PCL_FUTURE] = KB_TAG_FUTURE,
    [KB_PCL_QAD] = KB_TAG_QAD,         [KB_PCL_THAT] = KB_TAG_THAT,   [KB_PCL_COND] = KB_TAG_SUBORD,
    [KB_PCL_REL] = KB_TAG_REL,         [KB_PCL_DEM] = KB_TAG_DEM,     [KB_PCL_PRONOUN] = KB_TAG_PRON,
    [KB_PCL_PREP] = KB_TAG_PREP,       [KB_PCL_CONJ] = KB_TAG_CONJ,   [KB_PCL_SUBORD] = KB_TAG_SUBORD,
    [KB_PCL_PURPOSE] = KB_TAG_PURPOSE, [KB_PCL_EXCEPT] = KB_TAG_PART, [KB_PCL_QUESTION] = KB_TAG_PART,
    [KB_PCL_ADVERB] = KB_TAG_ADV,      [KB_PCL_EXIST] = KB_TAG_ADV,   [KB_PCL_MODAL] = KB_TAG_PART,
    [KB_PCL_OTHER] = KB_TAG_PART,
  };
  return (kb_tag)tags[p];
}

static kb_tag verb_tag(kb_feats f, bool pronoun)
{
  if (f.aspect == KB_IMPERFECT && f.mood == KB_JUSSIVE) {
    return KB_TAG_JUSSIVE;
  }
  if (f.aspect == KB_PERFECT) {
    return pronoun ? KB_TAG_PERFECT_PRON : KB_TAG_PERFECT;
  }
  return f.aspect == KB_IMPERFECT ? KB_TAG_IMPERFECT : KB_TAG_IMPERATIVE;
}

static kb_tag negation_tag(kb_str lemma)
{
  return kb_str_eq(lemma, KB_STR("ما")) ? KB_TAG_NEG_MA : kb_str_eq(lemma, KB_STR("لم")) ? KB_TAG_NEG_LAM : KB_TAG_NEG;
}

/// آخر and أول stand before their noun like elatives.
static bool is_last(const kb_lexicon* lex, uint32_t lexeme)
{
  const kb_str lemma = lexeme == KB_NONE ? KB_STR("") : kb_lexicon_lexeme(lex, lexeme)->lemma;
  return kb_str_eq(lemma, KB_STR("آخر")) || kb_str_eq(lemma, KB_STR("أول"));
}

/// عدم: never without a noun behind it.
static bool is_lack(const kb_lexicon* lex, uint32_t lexeme)
{
  return lexeme != KB_NONE && kb_str_eq(kb_lexicon_lexeme(lex, lexeme)->lemma, KB_STR("عدم"));
}

kb_tag kb_morph__tag_of(const kb_lexicon* lex, uint32_t lexeme, kb_feats feats, bool article, bool pronoun)
{
  const kb_particle p = lexeme == KB_NONE ? KB_PCL_NONE : (kb_particle)kb_lexicon_lexeme(lex, lexeme)->particle;
  switch (feats.upos) {
  case KB_NOUN:
    if (!pronoun && !article && is_lack(lex, lexeme)) {
      return KB_TAG_DET;
    }
    return pronoun ? KB_TAG_NOUN_PRON : article ? KB_TAG_NOUN_DEF : KB_TAG_NOUN;
  case KB_ADJ:
    if (!pronoun && !article && (feats.elative || feats.ordinal || is_last(lex, lexeme))) {
      return KB_TAG_ELATIVE;
    }
    return pronoun ? KB_TAG_NOUN_PRON : article ? KB_TAG_ADJ_DEF : KB_TAG_ADJ;
  case KB_PROPN:
    return KB_TAG_PROPN;
  case KB_VERB:
    return verb_tag(feats, pronoun);
  case KB_AUX:
    return KB_TAG_AUX;
  case KB_ADP:
    return pronoun ? KB_TAG_PREP_PRON : KB_TAG_PREP;
  case KB_NUM:
    return pronoun ? KB_TAG_NOUN_PRON : KB_TAG_NUM;
  case KB_ADV:
    return KB_TAG_ADV;
  case KB_PUNCT:
  case KB_SYM:
    return KB_TAG_PUNCT;
  case KB_X:
    return KB_TAG_OTHER;
  case KB_DET:
    return p == KB_PCL_OTHER ? KB_TAG_DET : p ? particle_tag(p) : KB_TAG_PART; // أي
  case KB_PART:
    return p == KB_PCL_NEG ? negation_tag(kb_lexicon_lexeme(lex, lexeme)->lemma) : particle_tag(p);
  default:
    return p ? particle_tag(p) : KB_TAG_PART;
  }
}
