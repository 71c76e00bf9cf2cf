/// Tense, polarity and modality of clauses.
#include "syntax_internal.h"

static const kb_item* verb_item(const kb_parse* p, uint32_t word)
{
  uint32_t lo = 0, hi = p->items.n;
  while (lo < hi) {
    const uint32_t mid = (lo + hi) / 2;
    if (p->items.v[mid].last < word) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo < p->items.n && p->items.v[lo].kind == KB_ITEM_VERB && p->items.v[lo].head == word ? &p->items.v[lo] : NULL;
}

static bool is_neg(const kb_parse* p, uint32_t neg, const char* form)
{
  return neg != KB_NONE && kb_syntax__lemma_is(p, neg, form);
}

static unsigned tense_of(const kb_parse* p, const kb_clause* x, const kb_item* it, uint32_t word)
{
  const kb_feats f = kb_syntax__word(p, word)->feats;
  if (is_neg(p, x->negation, "لن") || (it && it->future != KB_NONE)) {
    return KB_FUTURE;
  }
  if (is_neg(p, x->negation, "لم") || f.aspect == KB_PERFECT) {
    return KB_PAST;
  }
  return f.aspect == KB_IMPERFECT ? (x->aux != KB_NONE ? KB_PAST : KB_PRESENT) : KB_TENSE_NONE;
}

static kb_modality effect_modality(unsigned effect)
{
  switch (effect) {
  case KB_EFFECT_POSSIBLE:
  case KB_EFFECT_ENABLES:
    return KB_MODAL_POSSIBLE;
  case KB_EFFECT_HYPOTHETICAL:
    return KB_MODAL_HYPOTHETICAL;
  case KB_EFFECT_INTENDED:
    return KB_MODAL_INTENDED;
  case KB_EFFECT_ORDERED:
    return KB_MODAL_ORDERED;
  default:
    return KB_MODAL_NONE;
  }
}

/// Does the noun of clause `c` stand where the frame of the clause above wants what is done or said?
static bool is_content(const kb_parse* p, uint32_t c, const kb_frame* f)
{
  const kb_clause* x = kb_syntax__clause(p, c);
  for (uint32_t i = kb_syntax__first_arg(p, x->parent); i != KB_NONE; i = kb_syntax__next_arg(p, i)) {
    const kb_arg* a = &p->args.v[i].arg;
    if (a->word != x->predicate) {
      continue;
    }
    const unsigned slot = a->role == KB_ARG_SUBJECT   ? KB_FS_SUBJ
                          : a->role == KB_ARG_OBJECT  ? KB_FS_OBJ
                          : a->role == KB_ARG_OBJECT2 ? KB_FS_OBJ2
                          : a->prep == KB_NONE        ? KB_FS_GEN
                                                      : kb_syntax__slot(p, a->prep);
    return slot < KB_FS_COUNT && (f->args[slot] == KB_SLOT_CONTENT || f->args[slot] == KB_SLOT_TOPIC);
  }
  return false;
}

/// What the clause above does to this one: تمكن من، ينبغي أن. Whether it turns it
/// into its opposite is left to those who know which frame the clause above has.
static void inherit(const kb_parse* p, uint32_t c)
{
  kb_clause* x = kb_syntax__clause(p, c);
  if (x->parent == KB_NONE) {
    return;
  }
  const kb_clause* up = kb_syntax__clause(p, x->parent);
  if (x->rel == KB_REL_CONJUNCT) {
    x->modality = x->modality ? x->modality : up->modality;
    return;
  }
  if ((x->rel != KB_REL_COMPLEMENT && x->rel != KB_REL_ARGUMENT) || up->predicate == KB_NONE) {
    return;
  }
  const kb_frame* f = kb_syntax__frame(p, up->light != KB_NONE ? up->light : up->predicate);
  if (!f || f->speech || (x->rel == KB_REL_ARGUMENT && !is_content(p, c, f))) {
    return;
  }
  const kb_modality m = effect_modality(f->effect);
  x->modality         = x->modality ? x->modality : (uint8_t)m;
  if (f->effect == KB_EFFECT_FUTURE || f->effect == KB_EFFECT_INTENDED) {
    x->tense = KB_FUTURE;
  }
  if (f->light || f->effect == KB_EFFECT_NEGATES) {
    x->tense = x->tense ? x->tense : up->tense;
  }
}

static void own_modality(const kb_parse* p, kb_clause* x, const kb_item* it, uint32_t word)
{
  const kb_feats f = kb_syntax__word(p, word)->feats;
  if (x->aux != KB_NONE && it && it->future != KB_NONE && kb_syntax__lemma_is(p, x->aux, "كان")) {
    x->modality = KB_MODAL_HYPOTHETICAL; // كان سيفعل: it did not come to it
  } else if (it && it->qad != KB_NONE && f.aspect == KB_IMPERFECT) {
    x->modality = KB_MODAL_POSSIBLE; // قد يفعل
  } else if (x->rel == KB_REL_CONDITION) {
    x->modality = KB_MODAL_CONDITIONAL;
  } else if (x->rel == KB_REL_PURPOSE) {
    x->modality = KB_MODAL_INTENDED;
  } else if (it && it->first > p->first && kb_syntax__particle(p, it->first - 1) == KB_PCL_MODAL) {
    x->modality = KB_MODAL_POSSIBLE; // ربما
  }
}

/// عدم التنسيق، دون تنسيق، غير: negation of a nominal.
static bool noun_negated(const kb_parse* p, uint32_t w)
{
  const kb_word* x = kb_syntax__word(p, w);
  if (x->deprel == KB_NMOD_POSS && x->head != KB_NONE && kb_syntax__lemma_is(p, x->head, "عدم")) {
    return true;
  }
  const uint32_t before = w > p->first ? w - 1 : KB_NONE;
  return before != KB_NONE && (kb_syntax__lemma_is(p, before, "دون") || kb_syntax__lemma_is(p, before, "بدون") ||
                               (kb_syntax__lemma_is(p, before, "لا") && kb_syntax__particle(p, before) == KB_PCL_NEG));
}

/// Neither-nor and the scope of one particle over coordinated verbs: لم يؤكد أو ينف.
static void share_negation(const kb_parse* p, uint32_t c)
{
  kb_clause* x = kb_syntax__clause(p, c);
  if (x->rel != KB_REL_CONJUNCT || x->negation != KB_NONE || x->parent == KB_NONE || x->predicate == KB_NONE) {
    return;
  }
  const kb_clause* up       = kb_syntax__clause(p, x->parent);
  const kb_feats   f        = kb_syntax__word(p, x->predicate)->feats;
  const bool       particle = up->negation != KB_NONE && up->predicate != KB_NONE && f.upos == KB_VERB &&
                        f.aspect == KB_IMPERFECT && (is_neg(p, up->negation, "لم") || is_neg(p, up->negation, "لن"));
  const kb_item* it = verb_item(p, x->predicate);
  if (particle && up->negative && !(it && (it->future != KB_NONE || it->qad != KB_NONE)) && f.mood != KB_INDICATIVE) {
    x->negation = up->negation;
    x->negative = true;
    x->tense    = up->tense;
  }
}

static void tell(const kb_parse* p, uint32_t c)
{
  kb_clause* x = kb_syntax__clause(p, c);
  if (x->predicate == KB_NONE) {
    return;
  }
  const uint32_t finite = x->light != KB_NONE                                 ? x->light
                          : x->kind == KB_CLAUSE_NOMINAL && x->aux != KB_NONE ? x->aux
                                                                              : x->predicate;
  const kb_item* it     = verb_item(p, finite);
  x->negative           = x->negation != KB_NONE;
  x->tense              = (uint8_t)tense_of(p, x, it, finite);
  // ما زال, لا يزال: still
  if (x->negative && x->aux != KB_NONE && kb_syntax__lemma_is(p, x->aux, "زال")) {
    x->negative = false;
    x->tense    = KB_PRESENT;
  }
  if (x->kind >= KB_CLAUSE_MASDAR && x->rel != KB_REL_CIRCUMSTANCE) {
    x->negative = noun_negated(p, x->predicate);
    x->negation = x->negative
                    ? (kb_syntax__word(p, x->predicate)->deprel == KB_NMOD_POSS ? kb_syntax__word(p, x->predicate)->head
                                                                                : x->predicate - 1)
                    : KB_NONE;
  }
  own_modality(p, x, it, finite);
  share_negation(p, c);
  inherit(p, c);
}

void kb_syntax__factuality(kb_parse* p)
{
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n; ++c) {
    tell(p, c);
  }
}
