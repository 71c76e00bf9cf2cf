/// Readings by shape for words that no dictionary explains.
#include "morph_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

typedef struct shape {
  const char* ending; ///< longest first
  const char* base;   ///< what the lemma has in its place
  uint8_t     upos;   ///< kb_upos, KB_X: noun unless the article shows an adjective
  uint8_t     gender, number;
} shape;

enum { SHORT = 6 }; ///< bytes; shorter stems are hardly names

/// Endings that tell the class of an unknown nominal.
static const shape endings[] = {
  {"يين", "ي", KB_ADJ, KB_MASC, KB_PLUR},  {"يون", "ي", KB_ADJ, KB_MASC, KB_PLUR},
  {"يات", "ية", KB_NOUN, KB_FEM, KB_PLUR}, {"يتين", "ي", KB_ADJ, KB_FEM, KB_DUAL},
  {"يتان", "ي", KB_ADJ, KB_FEM, KB_DUAL},  {"ات", "ة", KB_NOUN, KB_FEM, KB_PLUR},
  {"ية", "ي", KB_ADJ, KB_FEM, KB_SING},    {"يا", "ي", KB_X, KB_MASC, KB_SING},
  {"ون", "", KB_NOUN, KB_MASC, KB_PLUR},   {"ين", "", KB_NOUN, KB_MASC, KB_PLUR},
  {"ي", "ي", KB_ADJ, KB_MASC, KB_SING},    {"ة", "ة", KB_NOUN, KB_FEM, KB_SING},
};

/// Does the lexicon explain the word as one with a pronoun? قوله is hardly a name.
static bool has_pronoun(const kb_gather* g)
{
  for (uint32_t i = 0; i < g->n; ++i) {
    const kb_cand* c = &g->v[i];
    if (c->lexeme != KB_NONE && c->enclitic && c->layer <= KB_LAYER_MARKS && !c->pro[0]) {
      return true;
    }
  }
  return false;
}

/// Is the word as it stands an everyday verb? قال is hardly a name.
static bool is_everyday_verb(const kb_gather* g)
{
  enum { EVERYDAY = 3 };
  for (uint32_t i = 0; i < g->n; ++i) {
    const kb_cand* c = &g->v[i];
    if (c->lexeme != KB_NONE && c->feats.upos == KB_VERB && !c->enclitic && !c->pro[0] && c->layer <= KB_LAYER_MARKS &&
        kb_lexicon_lexeme(g->cache->lex, c->lexeme)->freq >= EVERYDAY) {
      return true;
    }
  }
  return false;
}

static void count(const kb_gather* g, const char* pro, kb_piece stem, kb_tag tag, kb_cand* c)
{
  const kb_scores* s = &g->cache->scores;
  kb_morph__count(s, c, KB_W_GUESS);
  kb_morph__count(s, c, kb_morph__tag_feature(tag));
  if (stem.n < SHORT) {
    kb_morph__count(s, c, KB_W_GUESS_SHORT);
  }
  if (g->known && c->feats.upos != KB_PROPN) {
    kb_morph__count(s, c, KB_W_GUESS_KNOWN);
  }
  if (c->feats.upos == KB_PROPN && is_everyday_verb(g)) {
    kb_morph__count(s, c, KB_W_GUESS_EVERYDAY);
  }
  if (c->feats.upos != KB_PROPN) {
    kb_morph__count(s, c,
                    c->feats.upos == KB_VERB  ? KB_W_GUESS_VERB
                    : c->feats.upos == KB_ADJ ? KB_W_GUESS_ADJECTIVE
                                              : KB_W_GUESS_NOUN);
    if (c->feats.number == KB_PLUR) {
      kb_morph__count(s, c, KB_W_GUESS_PLURAL);
    }
  }
  if (has_pronoun(g)) {
    kb_morph__count(s, c, KB_W_GUESS_SPLIT);
  }
  c->addressed = g->known || c->feats.state == KB_DEF;
  c->first_tag = c->last_tag = (uint8_t)tag;
  size_t k                   = 0;
  for (const char* p = pro; *p; ++p) {
    c->pro[k++] = (uint8_t)*p;
    kb_morph__count(s, c, KB_W_GUESS_CLITIC);
  }
  for (const char* p = pro + strlen(pro); p != pro; --p) {
    const kb_tag pt = p[-1] == 'w' || p[-1] == 'f' ? KB_TAG_CONJ : KB_TAG_PREP;
    kb_morph__count(s, c, kb_morph__pair_feature(pt, c->first_tag));
    c->first_tag = (uint8_t)pt;
  }
}

/// `lemma` lives as long as the cache.
static void keep(kb_gather* g, const char* pro, kb_piece stem, kb_str lemma, kb_feats feats)
{
  const bool   article = feats.state == KB_DEF;
  const kb_tag tag     = kb_morph__tag_of(g->cache->lex, KB_NONE, feats, article, false);
  kb_cand      c       = {.lexeme = KB_NONE, .feats = feats, .layer = KB_LAYER_EXACT, .lemma = lemma};
  c.feats.guessed      = 1;
  kb_morph__set_form(g, stem, article, &c);
  count(g, pro, stem, tag, &c);
  kb_morph__keep(g, &c);
}

/// The people of a country in the plural are no unknown name: الإيرانيون.
static bool is_people(const kb_gather* g)
{
  for (uint32_t i = 0; i < g->n; ++i) {
    const kb_cand* c = &g->v[i];
    if (c->lexeme != KB_NONE && c->feats.upos == KB_ADJ && c->feats.number == KB_PLUR &&
        kb_lexicon_lexeme(g->cache->lex, c->lexeme)->gaz != KB_NONE) {
      return true;
    }
  }
  return false;
}

/// The stem with `ending` in place of its last `cut` bytes.
static kb_str lemma_of(kb_gather* g, kb_piece stem, size_t cut, kb_str ending)
{
  char         lemma[KB_KEY_MAX + 8];
  const size_t n = stem.n - cut;
  memcpy(lemma, stem.bare, n);
  memcpy(lemma + n, ending.p, ending.n);
  const kb_str copy = kb_arena_copy(g->cache->arena, (kb_str){lemma, n + ending.n});
  g->failed         = g->failed || !copy.p;
  return copy;
}

static void guess_nominal(kb_gather* g, const char* pro, kb_piece stem, bool article)
{
  const kb_str bare  = kb_morph__bare(stem);
  kb_feats     feats = {.upos = KB_PROPN, .state = article ? KB_DEF : KB_STATE_NONE};
  if (!article || !is_people(g)) {
    keep(g, pro, stem, bare, feats);
  }
  for (size_t i = 0; i < sizeof endings / sizeof *endings; ++i) {
    const kb_str e = kb_str_of(endings[i].ending);
    if (kb_str_ends(bare, e) && stem.n >= e.n + 6) {
      feats.upos   = endings[i].upos == KB_X ? (article ? KB_ADJ : KB_NOUN) : endings[i].upos & 31u;
      feats.gender = endings[i].gender & 3u;
      feats.number = endings[i].number & 3u;
      keep(g, pro, stem, lemma_of(g, stem, e.n, kb_str_of(endings[i].base)), feats);
      return;
    }
  }
  feats.upos   = KB_NOUN;
  feats.gender = KB_MASC;
  feats.number = KB_SING;
  keep(g, pro, stem, bare, feats);
}

/// A word of three to six letters that begins like an imperfect.
static void guess_verb(kb_gather* g, const char* pro, kb_piece stem)
{
  const kb_str bare   = kb_morph__bare(stem);
  const bool   ya     = kb_str_starts(bare, KB_STR("ي"));
  const bool   prefix = ya || kb_str_starts(bare, KB_STR("ت"));
  if (prefix && stem.n >= 8 && stem.n <= 14) {
    const kb_feats feats = {.upos     = KB_VERB,
                            .verbform = KB_FIN,
                            .aspect   = KB_IMPERFECT,
                            .person   = 3,
                            .gender   = ya ? KB_MASC : KB_FEM,
                            .number   = KB_SING,
                            .voice    = KB_ACTIVE};
    keep(g, pro, stem, kb_str_from(bare, 2), feats);
  }
}

static void guess_rest(kb_gather* g, const char* pro, kb_piece rest)
{
  if (rest.n >= 10 && kb_str_starts(kb_morph__bare(rest), KB_STR(ARTICLE))) {
    guess_nominal(g, pro, kb_morph__from(rest, 4), true);
    return;
  }
  guess_nominal(g, pro, rest, false);
  guess_verb(g, pro, rest);
}

void kb_morph__guess(kb_gather* g)
{
  static const struct {
    const char* letters;
    const char* pro;
    bool        article_follows;
  } prefixes[] = {
    {"و", "w", false},  {"ف", "f", true},   {"ب", "b", true},   {"ك", "k", true},   {"ل", "l", false},
    {"وب", "wb", true}, {"وك", "wk", true}, {"ول", "wl", true}, {"فب", "fb", true},
  };
  const kb_str bare = kb_morph__bare(g->word);
  guess_rest(g, "", g->word);
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; ++i) {
    const kb_str letters = kb_str_of(prefixes[i].letters);
    const kb_str rest    = kb_str_from(bare, letters.n);
    if (kb_str_starts(bare, letters) && rest.n >= 6 &&
        (!prefixes[i].article_follows || kb_str_starts(rest, KB_STR(ARTICLE)))) {
      guess_rest(g, prefixes[i].pro, kb_morph__from(g->word, letters.n));
    }
  }
  if (kb_str_starts(bare, KB_STR("لل")) && bare.n >= 10) {
    guess_nominal(g, "l", kb_morph__from(g->word, 4), true);
    g->v[0].elided |= g->n && g->v[0].pro[0] == 'l' && g->v[0].feats.state == KB_DEF;
  }
}
