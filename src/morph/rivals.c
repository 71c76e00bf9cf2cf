/// The candidates of a token: the best are kept, and some yield to others of the same letters.
#include "segment.h"

void kb_morph__keep(kb_gather* g, const kb_cand* c)
{
  uint32_t i = g->n;
  while (i > 0 && g->v[i - 1].score < c->score) {
    --i;
  }
  if (i >= KB_CAND_MAX) {
    return;
  }
  const uint32_t last = g->n < KB_CAND_MAX ? g->n : KB_CAND_MAX - 1;
  memmove(&g->v[i + 1], &g->v[i], (last - i) * sizeof *g->v);
  g->v[i] = *c;
  g->n += g->n < KB_CAND_MAX;
}

static bool is_participle(const kb_cand* c)
{
  for (uint32_t i = 0; i < c->n_features; ++i) {
    if (c->feature[i] == KB_W_PARTICIPLE) {
      return true;
    }
  }
  return false;
}

static bool same_clitics(const kb_cand* a, const kb_cand* b)
{
  return a->enclitic == b->enclitic && memcmp(a->pro, b->pro, sizeof a->pro) == 0;
}

/// Feature of a reading that yields to another of the same letters, KB_FEATURES if it does not.
static unsigned yields(const kb_gather* g, const kb_cand* c, const kb_cand* other)
{
  const kb_lexeme* x = kb_lexicon_lexeme(g->cache->lex, c->lexeme);
  const kb_lexeme* y = kb_lexicon_lexeme(g->cache->lex, other->lexeme);
  if (other->layer > c->layer) {
    return KB_FEATURES;
  }
  if (other->last_tag == KB_TAG_THAT && other->layer < KB_LAYER_ALEF && c->layer > KB_LAYER_ALEF) {
    return KB_W_MISSPELT_THAT; // بأن: no misspelt بان
  }
  const bool whole = other->feats.upos == KB_PROPN || (other->feats.upos == KB_NOUN && y->freq > 1);
  if (c->pro[0] && c->feats.upos == KB_PROPN && !other->pro[0] && whole) {
    return KB_W_SPLIT_NAME; // باراك، بيانا
  }
  if (c->pro[0] && c->enclitic && c->enclitic == other->enclitic && c->feats.upos == KB_NOUN &&
      other->feats.upos == KB_ADP && !other->pro[0]) {
    return KB_W_VERB_PARTICLE; // بينهم: no yen
  }
  if (!same_clitics(c, other)) {
    return KB_FEATURES;
  }
  const unsigned upos = other->feats.upos;
  if (is_participle(c) && (upos == KB_NOUN || upos == KB_ADJ) && !is_participle(other)) {
    return KB_W_LISTED; // مدينة: a town first, a participle of دان last
  }
  if (is_participle(c) && upos == KB_VERB && y->freq > 2) {
    return KB_W_LISTED; // قال: said, not frying
  }
  if (c->feats.upos == KB_VERB && !c->enclitic && y->kind == KB_LEX_PARTICLE && y->freq > 1) {
    return KB_W_VERB_PARTICLE; // من، في، غير
  }
  if (c->feats.upos == KB_NOUN && x->kind == KB_LEX_NOUN && upos == KB_ADJ && c->feats.number == KB_SING &&
      y->freq > 2 && kb_str_eq(x->lemma, y->lemma) && kb_str_ends(x->lemma, KB_STR("ي"))) {
    return KB_W_NOUN_NISBA; // عسكري: military more often than a soldier
  }
  const bool name = x->kind == KB_LEX_GAZ && c->feats.upos == KB_PROPN && c->feats.state == KB_DEF;
  return name && upos == KB_ADJ ? (unsigned)KB_W_NAME_NISBA : (unsigned)KB_FEATURES; // الأميركية
}

/// May the letters of a name also be a title or say who somebody is?
static bool may_be_title(const kb_gather* g, const kb_cand* name, const kb_cand* other)
{
  const kb_lexeme* y = kb_lexicon_lexeme(g->cache->lex, other->lexeme);
  return name->feats.upos == KB_PROPN && other->feats.upos == KB_NOUN && same_clitics(name, other) &&
         (other->feats.human || y->noun_class == KB_CLASS_HONORIFIC || y->noun_class == KB_CLASS_ROLE);
}

static bool is_finite(const kb_cand* c, unsigned voice)
{
  return c->feats.upos == KB_VERB && c->feats.voice == voice && c->feats.person == 3;
}

/// أجريت، صودر: the passive of a verb that is used in it, not spelt like the active, and no word besides.
static bool is_only_passive(const kb_gather* g, const kb_cand* v, uint32_t n, uint32_t i)
{
  if (!is_finite(&v[i], KB_PASSIVE) || !kb_lexicon_lexeme(g->cache->lex, v[i].lexeme)->has_passive) {
    return false;
  }
  for (uint32_t k = 0; k < n; ++k) {
    const bool same   = v[k].feats.voice == KB_ACTIVE && v[k].lexeme == v[i].lexeme && same_clitics(&v[k], &v[i]);
    const bool active = same && (is_finite(&v[k], KB_ACTIVE) || v[k].layer < v[i].layer);
    if (active || (v[k].feats.upos != KB_VERB && v[k].layer <= v[i].layer)) {
      return false;
    }
  }
  return true;
}

void kb_morph__compare(kb_gather* g)
{
  const uint32_t n = g->n;
  kb_cand        v[KB_CAND_MAX];
  memcpy(v, g->v, n * sizeof *v);
  g->n = 0;
  for (uint32_t i = 0; i < n; ++i) {
    unsigned f = KB_FEATURES;
    for (uint32_t k = 0; k < n; ++k) {
      f = k == i || f < KB_FEATURES ? f : yields(g, &v[i], &v[k]);
      v[i].addressed |= may_be_title(g, &v[i], &v[k]);
    }
    if (f < KB_FEATURES) {
      kb_morph__count(&g->cache->scores, &v[i], f);
    }
    if (is_only_passive(g, v, n, i)) {
      kb_morph__count(&g->cache->scores, &v[i], KB_W_PASSIVE_ONLY);
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    kb_morph__keep(g, &v[i]);
  }
}
