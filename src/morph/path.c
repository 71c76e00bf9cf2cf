/// The best path through the readings of a sentence, by dynamic programming.
#include "morph_internal.h"

/// Score of what must not be chosen; low enough, and far enough from the limits of a float.
#define IMPOSSIBLE (-1e30f)

bool kb_morph__verb_seen(const kb_cand* c, bool before)
{
  switch (c->last_tag) {
  case KB_TAG_PERFECT:
  case KB_TAG_PERFECT_PRON:
  case KB_TAG_IMPERFECT:
  case KB_TAG_JUSSIVE:
  case KB_TAG_IMPERATIVE:
    return true;
  case KB_TAG_THAT:
  case KB_TAG_TOPIC:
  case KB_TAG_SUBORD:
  case KB_TAG_PURPOSE:
  case KB_TAG_REL:
  case KB_TAG_CONJ:
  case KB_TAG_PUNCT:
    return false;
  default:
    return before && c->first_tag != KB_TAG_CONJ;
  }
}

unsigned kb_morph__second_verb(const kb_cand* c, bool before)
{
  if (!before || c->first_tag == KB_TAG_CONJ || c->first_tag == KB_TAG_PURPOSE) {
    return KB_FEATURES;
  }
  return c->last_tag == KB_TAG_PERFECT     ? (unsigned)KB_W_SECOND_PERFECT
         : c->last_tag == KB_TAG_IMPERFECT ? (unsigned)KB_W_SECOND_IMPERFECT
                                           : (unsigned)KB_FEATURES;
}

static void reach(kb_column* now, unsigned seen, uint32_t j, float score, unsigned from)
{
  if (score > now->best[seen][j]) {
    now->best[seen][j] = score;
    now->from[seen][j] = (uint8_t)from;
  }
}

/// The best ways to candidate `j`, from every candidate of the token before.
static void step(const kb_scores* s, const kb_column* before, kb_column* now, uint32_t j)
{
  const kb_cand* c        = &now->v[j];
  const unsigned after[2] = {kb_morph__verb_seen(c, false), kb_morph__verb_seen(c, true)};
  const unsigned second   = kb_morph__second_verb(c, true);
  const float    penalty  = second < KB_FEATURES ? s->w[second] : 0;
  for (uint32_t i = 0; i < before->n; ++i) {
    const kb_cand* b     = &before->v[i];
    const unsigned agree = kb_morph__agreement(b, c);
    const float    near  = agree < KB_FEATURES ? s->w[agree] : 0;
    const float    gain  = s->w[kb_morph__pair_feature(b->last_tag, c->first_tag)] + near + c->score;
    reach(now, after[0], j, before->best[0][i] + gain, i * 2);
    reach(now, after[1], j, before->best[1][i] + gain + penalty, i * 2 + 1);
  }
}

static void advance(const kb_scores* s, const kb_column* before, kb_column* now)
{
  for (uint32_t j = 0; j < now->n; ++j) {
    now->best[0][j] = now->best[1][j] = IMPOSSIBLE;
    now->from[0][j] = now->from[1][j] = 0;
    if (now->allowed >> j & 1u) {
      step(s, before, now, j);
    }
  }
}

static const kb_cand start = {.lexeme = KB_NONE, .first_tag = KB_TAG_START, .last_tag = KB_TAG_START};

const kb_cand* kb_morph__start(void)
{
  return &start;
}

void kb_morph__best_path(const kb_scores* s, kb_column* columns, uint32_t n, uint8_t* chosen)
{
  const kb_column first = {.v = &start, .n = 1, .allowed = 1, .best = {{0}, {IMPOSSIBLE}}};
  for (uint32_t t = 0; t < n; ++t) {
    advance(s, t ? &columns[t - 1] : &first, &columns[t]);
  }
  uint8_t best = 0;
  bool    seen = false;
  for (uint32_t j = 0; n && j < columns[n - 1].n * 2; ++j) {
    if (columns[n - 1].best[j & 1][j / 2] > columns[n - 1].best[seen][best]) {
      best = (uint8_t)(j / 2);
      seen = j & 1;
    }
  }
  for (uint32_t t = n; t-- > 0;) {
    const uint8_t from = columns[t].from[seen][best];
    chosen[t]          = best;
    best               = from / 2;
    seen               = from & 1;
  }
}
