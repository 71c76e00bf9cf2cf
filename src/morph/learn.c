/// Weights learnt from annotated text.
///
/// Averaged structured perceptron (M. Collins, EMNLP 2002): where the best path
/// through a sentence is not the best one among the readings that the annotation
/// allows, the features of the latter gain and those of the former lose.
#include "morph_internal.h"

#include <stdlib.h>

static const float rate = 0.03f;

struct kb_morph_learner {
  kb_morph_cache* cache;
  double          sum[KB_FEATURES]; ///< of each change times the step it was made at
  kb_scores       scores;
  long            steps, words, right;
};

kb_morph_learner* kb_morph_learner_new(const kb_lexicon* lex)
{
  kb_morph_learner* l = calloc(1, sizeof *l);
  if (l && !(l->cache = kb_morph_cache_new(lex))) {
    free(l);
    return NULL;
  }
  if (l) {
    l->scores = l->cache->scores;
  }
  return l;
}

void kb_morph_learner_free(kb_morph_learner* l)
{
  if (l) {
    kb_morph_cache_free(l->cache);
    free(l);
  }
}

/** \name What an annotation allows */

static bool allows(const kb_annotation* a, const kb_cand* c)
{
  for (size_t i = 0; i < KB_PRO_MAX; ++i) {
    if (c->pro[i] != (uint8_t)a->proclitics[i]) {
      return false;
    }
  }
  const bool article = c->feats.state == KB_DEF && c->feats.upos != KB_PRON;
  return (c->enclitic > 0) == a->pronoun && article == a->article && (a->upos >> c->feats.upos & 1u);
}

static uint32_t allowed_of(const kb_annotation* a, const kb_column* column)
{
  uint32_t bits = 0;
  for (uint32_t i = 0; i < column->n; ++i) {
    bits |= allows(a, &column->v[i]) ? 1u << i : 0;
  }
  return bits ? bits : ~0u; // an annotation that no reading meets teaches nothing
}

/** \name One sentence */

static void move(kb_morph_learner* l, unsigned feature, float by)
{
  l->scores.w[feature] += by;
  l->sum[feature] += (double)by * (double)l->steps; // taken off the average at the end
}

static void move_cand(kb_morph_learner* l, const kb_cand* before, const kb_cand* c, bool verb_seen, float by)
{
  const unsigned second = kb_morph__second_verb(c, verb_seen);
  uint16_t       pair[2];
  if (second < KB_FEATURES) {
    move(l, second, by);
  }
  for (uint32_t i = 0; i < c->n_features; ++i) {
    move(l, c->feature[i], by);
  }
  const uint32_t n = kb_morph__pair(before, c, pair);
  for (uint32_t i = 0; i < n; ++i) {
    move(l, pair[i], by);
  }
}

/// The cached scores of candidates are those of the first round: add up afresh.
static void rescore(const kb_morph_learner* l, kb_column* column, kb_cand* room)
{
  memcpy(room, column->v, column->n * sizeof *room);
  for (uint32_t i = 0; i < column->n; ++i) {
    room[i].score = 0;
    for (uint32_t k = 0; k < room[i].n_features; ++k) {
      room[i].score += l->scores.w[room[i].feature[k]];
    }
  }
  column->v = room;
}

/// A path through a sentence while its features are counted.
typedef struct path {
  const uint8_t* chosen;
  bool           verb_seen;
} path;

static const kb_cand* at(const kb_column* columns, const path* p, uint32_t i)
{
  return &columns[i].v[p->chosen[i]];
}

static void learn_sentence(kb_morph_learner* l, kb_column* columns, const uint32_t* allowed, uint32_t n, uint8_t* room)
{
  path guess = {room, false}, truth = {room + n, false};
  kb_morph__best_path(&l->scores, columns, n, room);
  for (uint32_t i = 0; i < n; ++i) {
    columns[i].allowed = allowed[i];
  }
  kb_morph__best_path(&l->scores, columns, n, room + n);
  ++l->steps;
  for (uint32_t i = 0; i < n; ++i) {
    const kb_cand* g        = at(columns, &guess, i);
    const kb_cand* t        = at(columns, &truth, i);
    const kb_cand* before_g = i ? at(columns, &guess, i - 1) : kb_morph__start();
    const kb_cand* before_t = i ? at(columns, &truth, i - 1) : kb_morph__start();
    l->words += allowed[i] != ~0u;
    l->right += allowed[i] != ~0u && (allowed[i] >> guess.chosen[i] & 1u);
    if (g != t || before_g != before_t || guess.verb_seen != truth.verb_seen) {
      move_cand(l, before_g, g, guess.verb_seen, -rate);
      move_cand(l, before_t, t, truth.verb_seen, rate);
    }
    guess.verb_seen = kb_morph__verb_seen(g, guess.verb_seen);
    truth.verb_seen = kb_morph__verb_seen(t, truth.verb_seen);
  }
}

kb_status kb_morph_learner_article(kb_morph_learner* l, const kb_doc* doc, const kb_annotation* annotations, uint32_t n)
{
  uint32_t next = 0;
  for (uint32_t i = 0; i < doc->sentences.n; ++i) {
    const kb_sentence* s       = &doc->sentences.v[i];
    kb_column*         columns = kb_arena_array(doc->arena, s->n_tokens, sizeof *columns);
    kb_cand*           room    = kb_arena_array(doc->arena, (size_t)s->n_tokens * KB_CAND_MAX, sizeof *room);
    uint32_t*          allowed = kb_arena_array(doc->arena, s->n_tokens, sizeof *allowed);
    uint8_t*           paths   = kb_arena_array(doc->arena, s->n_tokens, 2);
    if (!columns || !room || !allowed || !paths || kb_morph__fill(doc, l->cache, s, columns) != KB_OK) {
      return KB_E_NOMEM;
    }
    for (uint32_t t = 0; t < s->n_tokens; ++t) {
      const bool told = next < n && annotations[next].token == s->first_token + t;
      allowed[t]      = told ? allowed_of(&annotations[next++], &columns[t]) : ~0u;
      rescore(l, &columns[t], room + (size_t)t * KB_CAND_MAX);
    }
    learn_sentence(l, columns, allowed, s->n_tokens, paths);
  }
  return KB_OK;
}

double kb_morph_learner_accuracy(kb_morph_learner* l)
{
  const double share = l->words ? (double)l->right / (double)l->words : 0;
  l->words = l->right = 0;
  return share;
}

void kb_morph_learner_write(const kb_morph_learner* l, kb_buf* out)
{
  bool first = true;
  kb_buf_text(out, "{\"kind\":\"weights\",\"licence\":\"CC-BY-4.0\",\"entries\":[");
  for (unsigned f = 0; f < KB_FEATURES; ++f) {
    const double w = (double)l->scores.w[f] - l->sum[f] / (double)(l->steps + 1);
    if (w > 0.0005 || w < -0.0005) {
      char name[KB_FEATURE_NAME];
      kb_morph__feature_name(f, name);
      kb_buf_printf(out, "%s\n{\"name\": \"%s\", \"value\": %.3f}", first ? "" : ",", name, w);
      first = false;
    }
  }
  kb_buf_text(out, "\n]}\n");
}
