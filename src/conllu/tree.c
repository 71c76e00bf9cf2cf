#include "conllu_internal.h"

enum { KB_UNSEEN, KB_ON_PATH, KB_HANGS };

/// The head of a word within its sentence, from 1; 0 when it has none there.
static uint32_t local_head(const kb_doc* doc, const kb_sentence* s, uint32_t i)
{
  const uint32_t head = doc->words.v[s->first_word + i].head;
  const bool     here = head >= s->first_word && head - s->first_word < s->n_words && head != s->first_word + i;
  return here ? head - s->first_word + 1 : 0;
}

/// How well a word would do as root: punctuation is the worst, a word that syntax called root the best.
static int root_rank(const kb_word* w)
{
  return (w->feats.upos != KB_PUNCT && w->feats.upos != KB_SYM) + 2 * (w->deprel == KB_ROOT);
}

static uint32_t choose_root(const kb_doc* doc, const kb_sentence* s, const kb_hook* hooks)
{
  uint32_t root = 0;
  int      best = -1;
  for (uint32_t i = 0; i < s->n_words; ++i) {
    const int rank = hooks[i].head ? -1 : root_rank(&doc->words.v[s->first_word + i]);
    if (rank > best) {
      best = rank;
      root = i;
    }
  }
  return root;
}

/// Cut the circle, if any, that begins at word `i`; `seen` has a mark for each word.
static void cut_circle(kb_hook* hooks, uint32_t i, uint32_t root, uint8_t* seen)
{
  uint32_t at = i;
  while (seen[at] == KB_UNSEEN) {
    seen[at] = KB_ON_PATH;
    at       = hooks[at].head - 1;
  }
  const bool     circle = seen[at] == KB_ON_PATH;
  const uint32_t cut    = at;
  for (at = i; seen[at] == KB_ON_PATH; at = hooks[at].head - 1) {
    seen[at] = KB_HANGS;
  }
  if (circle) {
    hooks[cut] = (kb_hook){root + 1, KB_DEP};
  }
}

/// Marks hang as marks and nothing else does; conjuncts stand behind what they are joined to.
static uint8_t fitting(const kb_word* w, const kb_hook* hook, uint32_t i)
{
  const bool mark = w->feats.upos == KB_PUNCT;
  if (hook->deprel == KB_ROOT) {
    return KB_ROOT;
  }
  if (mark || hook->deprel == KB_PUNCT_REL) {
    return mark ? KB_PUNCT_REL : w->feats.upos == KB_CCONJ ? KB_CC : KB_DEP;
  }
  return hook->deprel == KB_CONJ && hook->head > i + 1 ? KB_DEP : (uint8_t)hook->deprel;
}

/// Nothing hangs on a mark, nor a preposition on أن: both belong to what is above.
static void lift(kb_hook* hooks, uint32_t i)
{
  while (hooks[i].head && hooks[hooks[i].head - 1].deprel == KB_PUNCT_REL) {
    hooks[i].head = hooks[hooks[i].head - 1].head;
  }
  const bool mark = hooks[i].head && hooks[hooks[i].head - 1].deprel == KB_MARK;
  if (mark && (hooks[i].deprel == KB_CASE || hooks[i].deprel == KB_DEP)) {
    const unsigned deprel = hooks[i].deprel == KB_CASE ? KB_MARK : KB_DEP;
    hooks[i]              = (kb_hook){hooks[hooks[i].head - 1].head, (uint8_t)deprel};
  }
}

void kb_conllu__tree(const kb_doc* doc, const kb_sentence* s, kb_hook* hooks, uint8_t* seen)
{
  for (uint32_t i = 0; i < s->n_words; ++i) {
    const uint8_t deprel = doc->words.v[s->first_word + i].deprel;
    hooks[i]             = (kb_hook){local_head(doc, s, i), deprel == KB_ROOT ? KB_DEP : deprel};
    seen[i]              = KB_UNSEEN;
  }
  const uint32_t root = choose_root(doc, s, hooks);
  for (uint32_t i = 0; i < s->n_words; ++i) {
    hooks[i].head = hooks[i].head ? hooks[i].head : root + 1;
  }
  hooks[root] = (kb_hook){0, KB_ROOT};
  seen[root]  = KB_HANGS;
  for (uint32_t i = 0; i < s->n_words; ++i) {
    cut_circle(hooks, i, root, seen);
  }
  for (uint32_t i = 0; i < s->n_words; ++i) {
    hooks[i].deprel = fitting(&doc->words.v[s->first_word + i], &hooks[i], i);
  }
  for (uint32_t i = 0; i < s->n_words; ++i) {
    lift(hooks, i);
  }
}
