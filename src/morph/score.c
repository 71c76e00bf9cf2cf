/// Weights and word classes.
#include "morph_internal.h"

#include <stdio.h>

static const char* const tag_names[KB_TAG_COUNT] = {
  "START", "NOUN",    "NOUN_DEF", "NOUN_PRON", "ADJ", "ADJ_DEF", "PROPN", "PERFECT", "IMPERFECT", "IMPERATIVE",
  "AUX",   "PREP",    "PREP_PRON", "CONJ",     "THAT", "SUBORD", "PURPOSE", "NEG",   "FUTURE",    "QAD",
  "REL",   "DEM",     "PRON",     "NUM",       "ADV", "PART",    "PUNCT", "OTHER", "DET", "NEG_MA",
};

const char* kb_morph__tag_name(kb_tag tag)
{
  return tag_names[tag];
}

static float weight(const kb_lexicon* lex, const char* name, float otherwise)
{
  return kb_lexicon_weight(lex, kb_str_of(name), otherwise);
}

static void read_tags(kb_scores* out, const kb_lexicon* lex)
{
  char name[64];
  for (int a = 0; a < KB_TAG_COUNT; ++a) {
    snprintf(name, sizeof name, "tag.%s", tag_names[a]);
    out->tag[a] = weight(lex, name, 0);
    for (int b = 0; b < KB_TAG_COUNT; ++b) {
      snprintf(name, sizeof name, "pair.%s.%s", tag_names[a], tag_names[b]);
      out->pair[a][b] = weight(lex, name, 0);
    }
  }
}

void kb_morph__read_scores(kb_scores* out, const kb_lexicon* lex)
{
  static const char* const layers[] = {"layer.exact", "layer.marks", "layer.alef", "layer.ya", "layer.ta"};
  static const char* const freqs[]  = {"freq.0", "freq.1", "freq.2", "freq.3"};
  for (int i = 0; i < 5; ++i) {
    out->layer[i] = weight(lex, layers[i], 0);
  }
  for (int i = 0; i < 4; ++i) {
    out->freq[i] = weight(lex, freqs[i], 0);
  }
  out->conj            = weight(lex, "clitic.conjunction", 0);
  out->prep            = weight(lex, "clitic.preposition", 0);
  out->enclitic        = weight(lex, "clitic.pronoun", 0);
  out->enclitic_first  = weight(lex, "clitic.pronoun.first", 0);
  out->enclitic_second = weight(lex, "clitic.pronoun.second", 0);
  out->passive         = weight(lex, "verb.passive", 0);
  out->person1         = weight(lex, "verb.first", 0);
  out->person2         = weight(lex, "verb.second", 0);
  out->imperative      = weight(lex, "verb.imperative", 0);
  out->guess           = weight(lex, "guess", 0);
  out->guess_clitic    = weight(lex, "guess.clitic", 0);
  out->guess_verb      = weight(lex, "guess.verb", 0);
  out->guess_adj       = weight(lex, "guess.adjective", 0);
  out->guess_plural    = weight(lex, "guess.plural", 0);
  out->guess_short     = weight(lex, "guess.short", 0);
  out->common_name     = weight(lex, "name.common", 0);
  out->name            = weight(lex, "name", 0);
  out->agree           = weight(lex, "agree.adjective", 0);
  out->disagree        = weight(lex, "disagree.adjective", 0);
  out->construct       = weight(lex, "construct", 0);
  out->derived         = weight(lex, "derived", 0);
  out->jussive         = weight(lex, "verb.jussive", 0);
  out->number_article  = weight(lex, "number.article", 0);
  read_tags(out, lex);
}

static kb_tag particle_tag(kb_particle p)
{
  static const uint8_t tags[] = {
    [KB_PCL_NONE] = KB_TAG_PART,     [KB_PCL_NEG] = KB_TAG_NEG,       [KB_PCL_FUTURE] = KB_TAG_FUTURE,
    [KB_PCL_QAD] = KB_TAG_QAD,       [KB_PCL_THAT] = KB_TAG_THAT,     [KB_PCL_COND] = KB_TAG_SUBORD,
    [KB_PCL_REL] = KB_TAG_REL,       [KB_PCL_DEM] = KB_TAG_DEM,       [KB_PCL_PRONOUN] = KB_TAG_PRON,
    [KB_PCL_PREP] = KB_TAG_PREP,     [KB_PCL_CONJ] = KB_TAG_CONJ,     [KB_PCL_SUBORD] = KB_TAG_SUBORD,
    [KB_PCL_PURPOSE] = KB_TAG_PURPOSE, [KB_PCL_EXCEPT] = KB_TAG_PART, [KB_PCL_QUESTION] = KB_TAG_PART,
    [KB_PCL_ADVERB] = KB_TAG_ADV,    [KB_PCL_EXIST] = KB_TAG_ADV,     [KB_PCL_MODAL] = KB_TAG_PART,
    [KB_PCL_OTHER] = KB_TAG_PART,
  };
  return (kb_tag)tags[p];
}

static kb_tag verb_tag(kb_feats f)
{
  return f.aspect == KB_PERFECT ? KB_TAG_PERFECT : f.aspect == KB_IMPERFECT ? KB_TAG_IMPERFECT : KB_TAG_IMPERATIVE;
}

kb_tag kb_morph__tag_of(const kb_lexicon* lex, uint32_t lexeme, kb_feats feats, bool article, bool pronoun)
{
  const kb_particle p = lexeme == KB_NONE ? KB_PCL_NONE : (kb_particle)kb_lexicon_lexeme(lex, lexeme)->particle;
  switch (feats.upos) {
  case KB_NOUN:
    return pronoun ? KB_TAG_NOUN_PRON : article ? KB_TAG_NOUN_DEF : KB_TAG_NOUN;
  case KB_ADJ:
    return pronoun ? KB_TAG_NOUN_PRON : article ? KB_TAG_ADJ_DEF : KB_TAG_ADJ;
  case KB_PROPN:
    return KB_TAG_PROPN;
  case KB_VERB:
    return verb_tag(feats);
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
    return p == KB_PCL_NEG && kb_str_eq(kb_lexicon_lexeme(lex, lexeme)->lemma, KB_STR("ما")) ? KB_TAG_NEG_MA : particle_tag(p);
  default:
    return p ? particle_tag(p) : KB_TAG_PART;
  }
}
