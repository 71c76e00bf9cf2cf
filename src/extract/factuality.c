/*
   Polarity, tense, certainty and modality come from the clause, the words
   beside it (bearing.c) and, for complements and masdars, from what governs
   them: "failed to", "may", "refuses", "plans", "calls for".
*/
#include "factuality.h"

uint32_t kb_extract__first_conjunct(const kb_view* v, uint32_t c)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_clause* x = kb_extract__clause(v, c);
    if (x->rel != KB_REL_CONJUNCT || x->parent == KB_NONE) {
      break;
    }
    c = x->parent;
  }
  return c;
}

bool kb_extract__is_verbal(const kb_clause* c)
{
  return c->kind == KB_CLAUSE_VERB || c->kind == KB_CLAUSE_NOMINAL || c->kind == KB_CLAUSE_EXISTENTIAL;
}

/** \name Effects */

static void make_possible(kb_factuality* f)
{
  f->certainty = f->certainty == KB_CERTAIN ? KB_POSSIBLE : f->certainty;
  f->modality  = f->modality == KB_MODAL_NONE ? KB_MODAL_POSSIBLE : f->modality;
}

void kb_extract__make_unreal(kb_factuality* f, unsigned modality)
{
  f->certainty = KB_UNDERSPECIFIED;
  f->modality  = f->modality == KB_MODAL_NONE ? (uint8_t)modality : f->modality;
}

void kb_extract__apply_effect(kb_factuality* f, unsigned effect)
{
  switch (effect) {
  case KB_EFFECT_NEGATES:
    f->is_negative = !f->is_negative;
    break;
  case KB_EFFECT_POSSIBLE:
    make_possible(f);
    break;
  case KB_EFFECT_ENABLES:
    kb_extract__make_unreal(f, KB_MODAL_POSSIBLE);
    break;
  case KB_EFFECT_FUTURE:
    f->is_future = true;
    break;
  case KB_EFFECT_HYPOTHETICAL:
    kb_extract__make_unreal(f, KB_MODAL_HYPOTHETICAL);
    break;
  case KB_EFFECT_INTENDED:
    f->is_future = true;
    f->modality  = f->modality == KB_MODAL_NONE ? KB_MODAL_INTENDED : f->modality;
    break;
  case KB_EFFECT_ORDERED:
    kb_extract__make_unreal(f, KB_MODAL_ORDERED);
    break;
  default:
    break;
  }
}

void kb_extract__apply_modality(kb_factuality* f, unsigned modality)
{
  switch (modality) {
  case KB_MODAL_POSSIBLE:
    make_possible(f);
    break;
  case KB_MODAL_CONDITIONAL:
  case KB_MODAL_HYPOTHETICAL:
  case KB_MODAL_ORDERED:
    kb_extract__make_unreal(f, modality);
    break;
  case KB_MODAL_INTENDED:
    kb_extract__apply_effect(f, KB_EFFECT_INTENDED);
    break;
  default:
    break;
  }
}

/** \name Clauses */

static void apply_own(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  f->is_negative = c->negative;
  f->is_neither  = c->neither;
  f->is_future   = c->tense == KB_FUTURE;
  if (kb_extract__is_asked(v, c)) {
    kb_extract__apply_effect(f, KB_EFFECT_POSSIBLE);
    return;
  }
  kb_extract__apply_modality(f, c->modality);
  kb_extract__weigh_words(v, c, f);
  if (c->rel == KB_REL_CONDITION) {
    kb_extract__make_unreal(f, KB_MODAL_CONDITIONAL);
  } else if (c->rel == KB_REL_PURPOSE) {
    kb_extract__make_unreal(f, KB_MODAL_HYPOTHETICAL);
  }
}

/// "can" and "is able to" tell of success only in the past.
static unsigned effect_of(const kb_clause* p, const kb_frame* f)
{
  const bool able = f->effect == KB_EFFECT_SUCCEEDS && !p->negative && p->tense != KB_PAST && p->tense != KB_TENSE_NONE;
  return able ? KB_EFFECT_ENABLES : f->effect;
}

/// What the governing clause and its frame do to the event below.
static void apply_parent(const kb_clause* p, const kb_framed* f, bool is_verb, kb_factuality* out)
{
  const unsigned effect = effect_of(p, f->frame);
  if (p->neither) {
    out->is_neither = true;
    out->certainty  = KB_UNDERSPECIFIED;
    return;
  }
  if (effect == KB_EFFECT_NEGATES && p->negative) {
    out->certainty = KB_UNDERSPECIFIED; // "did not refuse": neither way is said
    return;
  }
  kb_extract__apply_effect(out, effect);
  if (p->negative && (f->frame->light || effect == KB_EFFECT_SUCCEEDS || effect == KB_EFFECT_INTENDED)) {
    out->is_negative = !out->is_negative;
  } else if (p->negative && f->frame->speech && is_verb) {
    out->certainty = KB_UNDERSPECIFIED;
  }
  // "will go on delivering": what is still to be said or done takes its object along
  if (!is_verb && p->tense == KB_FUTURE) {
    out->is_future = true;
  }
  if (f->frame->light) {
    out->is_future |= p->tense == KB_FUTURE;
    kb_extract__apply_modality(out, p->modality);
  }
}

/// "There are no plans for": the noun that holds the masdar does not exist. لا بد من denies nothing.
static bool is_denied_existence(const kb_view* v, const kb_clause* p)
{
  uint32_t last;
  return p->negative && (p->kind == KB_CLAUSE_EXISTENTIAL || p->kind == KB_CLAUSE_NOMINAL) &&
         !kb_extract__cue(v, p->negation, KB_CUE_PROSPECT, &last);
}

/// A noun and the clause above that does not ask for it.
static void apply_ungoverned(const kb_view* v, const kb_clause* up, const kb_clause* c, kb_factuality* f)
{
  if (kb_extract__is_aim(v, c)) {
    f->is_future |= up->tense == KB_FUTURE;
    kb_extract__make_unreal(f, KB_MODAL_HYPOTHETICAL);
  } else if (is_denied_existence(v, up)) {
    f->is_negative = !f->is_negative;
  } else {
    kb_extract__weigh_verb(v, up, c, f);
  }
}

kb_factuality kb_extract__factuality(const kb_view* v, uint32_t clause)
{
  kb_factuality f = {.certainty = KB_CERTAIN};
  apply_own(v, kb_extract__clause(v, clause), &f);
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const uint32_t   c  = kb_extract__first_conjunct(v, clause);
    const kb_clause* x  = kb_extract__clause(v, c);
    const uint32_t   up = x->parent;
    kb_framed        frame;
    const uint32_t   governor = kb_extract__governor(v, c, &frame);
    if (governor != KB_NONE) {
      apply_parent(kb_extract__clause(v, governor), &frame, kb_extract__is_verbal(x), &f);
      if (frame.frame->speech) {
        break; // what he says of it is said; what others say of him is another matter
      }
    } else if (up == KB_NONE || kb_extract__is_verbal(x)) {
      break;
    } else {
      apply_ungoverned(v, kb_extract__clause(v, up), x, &f);
    }
    clause = governor == KB_NONE ? up : governor;
  }
  return f;
}
