/*
   Polarity, tense, certainty and modality come from the clause and, for
   complements and masdars, from what governs them: "failed to", "may",
   "refuses", "plans", "calls for".
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

static void make_possible(kb_factuality* f)
{
  f->certainty = f->certainty == KB_CERTAIN ? KB_POSSIBLE : f->certainty;
  f->modality  = f->modality == KB_MODAL_NONE ? KB_MODAL_POSSIBLE : f->modality;
}

static void make_unreal(kb_factuality* f, unsigned modality)
{
  f->certainty = KB_UNDERSPECIFIED;
  f->modality  = f->modality == KB_MODAL_NONE ? (uint8_t)modality : f->modality;
}

static void apply_effect(kb_factuality* f, unsigned effect)
{
  switch (effect) {
  case KB_EFFECT_NEGATES:
    f->is_negative = !f->is_negative;
    break;
  case KB_EFFECT_POSSIBLE:
    make_possible(f);
    break;
  case KB_EFFECT_FUTURE:
    f->is_future = true;
    break;
  case KB_EFFECT_HYPOTHETICAL:
    make_unreal(f, KB_MODAL_HYPOTHETICAL);
    break;
  case KB_EFFECT_INTENDED:
    f->is_future = true;
    f->modality  = f->modality == KB_MODAL_NONE ? KB_MODAL_INTENDED : f->modality;
    break;
  case KB_EFFECT_ORDERED:
    make_unreal(f, KB_MODAL_ORDERED);
    break;
  default:
    break;
  }
}

static void apply_modality(kb_factuality* f, unsigned modality)
{
  switch (modality) {
  case KB_MODAL_POSSIBLE:
    make_possible(f);
    break;
  case KB_MODAL_CONDITIONAL:
  case KB_MODAL_HYPOTHETICAL:
  case KB_MODAL_ORDERED:
    make_unreal(f, modality);
    break;
  case KB_MODAL_INTENDED:
    apply_effect(f, KB_EFFECT_INTENDED);
    break;
  default:
    break;
  }
}

static bool is_verbal(const kb_clause* c)
{
  return c->kind == KB_CLAUSE_VERB || c->kind == KB_CLAUSE_NOMINAL || c->kind == KB_CLAUSE_EXISTENTIAL;
}

/// "المحتمل"، "المرتقب"
static void apply_adjectives(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  const kb_word* w = kb_extract__word(v, c->predicate);
  for (uint32_t d = c->predicate + 1; d <= w->last && d < v->doc->words.n && !is_verbal(c); ++d) {
    uint32_t last = d;
    if (kb_extract__word(v, d)->head != c->predicate || kb_extract__word(v, d)->deprel != KB_AMOD) {
      continue;
    }
    const kb_cue* cue = kb_extract__cue(v, d, KB_CUE_MODAL, &last);
    if (cue) {
      apply_effect(f, (unsigned)cue->value);
    }
  }
}

/// Words before a masdar that make it an aim: ل، من أجل، بهدف.
static bool is_aim(const kb_view* v, const kb_clause* c)
{
  if (is_verbal(c)) {
    return false;
  }
  const uint32_t start = kb_extract__sentence_first(v, c->predicate);
  if (c->predicate > start && kb_extract__word(v, c->predicate - 1)->feats.upos == KB_ADP &&
      kb_lexicon_frame_slot(kb_extract__word(v, c->predicate - 1)->lemma) == KB_FS_LI) {
    return true;
  }
  for (uint32_t w = c->predicate; w > start && c->predicate - w < 3;) {
    uint32_t last = --w;
    if (kb_extract__cue(v, w, KB_CUE_PURPOSE, &last) && last + 1 == c->predicate) {
      return true;
    }
  }
  return false;
}

/// "any attack": none in particular.
static bool is_any(const kb_view* v, const kb_clause* c)
{
  const uint32_t w    = c->predicate;
  uint32_t       last = w;
  return !is_verbal(c) && w > kb_extract__sentence_first(v, w) && kb_extract__cue(v, w - 1, KB_CUE_ANY, &last) != NULL;
}

/// Values of KB_CUE_CASE.
enum { KB_CASE_CONDITION = 1, KB_CASE_QUESTION = 2 };

/// "في حال وافق"، "ما إذا كان سافر": words before a predicate, of the same clause, that make it a case.
static unsigned case_of(const kb_view* v, const kb_clause* c)
{
  enum { REACH = 5 };
  const uint32_t start = kb_extract__sentence_first(v, c->predicate);
  for (uint32_t w = c->predicate; w > start && c->predicate - w < REACH;) {
    uint32_t      last = --w;
    const kb_cue* cue  = kb_extract__cue(v, w, KB_CUE_CASE, &last);
    if (cue && last < c->predicate) {
      return (unsigned)cue->value;
    }
    const kb_feats f = kb_extract__word(v, w)->feats;
    if (f.upos == KB_PUNCT || (f.upos == KB_VERB && w != c->aux) ||
        (!is_verbal(c) && f.upos == KB_NOUN && w + 2 < c->predicate)) {
      break;
    }
  }
  return 0;
}

/// "من المقرر أن"، "من المتوقع أن": an adjective before أن tells how real the clause is.
static void apply_impersonal(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  const uint32_t that = c->marker;
  uint32_t       last = that;
  if (!is_verbal(c) || that == KB_NONE || kb_extract__particle(v, that) != KB_PCL_THAT ||
      that <= kb_extract__sentence_first(v, that)) {
    return;
  }
  const kb_cue* cue = kb_extract__cue(v, that - 1, KB_CUE_MODAL, &last);
  if (cue) {
    apply_effect(f, (unsigned)cue->value);
  }
}

static void apply_own(const kb_view* v, uint32_t clause, kb_factuality* f)
{
  const kb_clause* c     = kb_extract__clause(v, clause);
  f->is_negative         = c->negative;
  f->is_neither          = c->neither;
  f->is_future           = c->tense == KB_FUTURE;
  const unsigned in_case = case_of(v, c);
  if (in_case == KB_CASE_QUESTION) {
    make_possible(f);
    return;
  }
  apply_modality(f, in_case == KB_CASE_CONDITION ? KB_MODAL_CONDITIONAL : c->modality);
  apply_adjectives(v, c, f);
  apply_impersonal(v, c, f);
  if (is_any(v, c)) {
    make_unreal(f, KB_MODAL_HYPOTHETICAL);
  }
  if (c->rel == KB_REL_CONDITION) {
    make_unreal(f, KB_MODAL_CONDITIONAL);
  } else if (c->rel == KB_REL_PURPOSE) {
    make_unreal(f, KB_MODAL_HYPOTHETICAL);
  }
}

/// What the governing clause and its frame do to the event below.
static void apply_parent(const kb_clause* p, const kb_framed* f, bool is_verb, kb_factuality* out)
{
  const unsigned effect = f->frame->effect;
  if (p->neither) {
    out->is_neither = true;
    out->certainty  = KB_UNDERSPECIFIED;
    return;
  }
  if (effect == KB_EFFECT_NEGATES && p->negative) {
    out->certainty = KB_UNDERSPECIFIED; // "did not refuse": neither way is said
    return;
  }
  apply_effect(out, effect);
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
    apply_modality(out, p->modality);
  }
}

/// "There are no plans for": the noun that holds the masdar does not exist.
static bool is_denied_existence(const kb_clause* p, const kb_clause* c)
{
  return p->negative && (p->kind == KB_CLAUSE_EXISTENTIAL || p->kind == KB_CLAUSE_NOMINAL) && !is_verbal(c);
}

kb_factuality kb_extract__factuality(const kb_view* v, uint32_t clause)
{
  kb_factuality f = {.certainty = KB_CERTAIN};
  apply_own(v, clause, &f);
  bool is_governed = false;
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const uint32_t   c = kb_extract__first_conjunct(v, clause);
    const kb_clause* x = kb_extract__clause(v, c);
    kb_framed        frame;
    const uint32_t   governor = kb_extract__governor(v, c, &frame);
    if (governor != KB_NONE) {
      apply_parent(kb_extract__clause(v, governor), &frame, is_verbal(x), &f);
      is_governed = true;
    } else if (x->parent != KB_NONE && is_denied_existence(kb_extract__clause(v, x->parent), x)) {
      f.is_negative = !f.is_negative;
    } else if (x->parent == KB_NONE || is_verbal(x)) {
      break;
    }
    if (governor != KB_NONE && frame.frame->speech) {
      break; // what he says of it is said; what others say of him is another matter
    }
    clause = governor == KB_NONE ? x->parent : governor;
  }
  if (!is_governed && is_aim(v, kb_extract__clause(v, clause)) && f.modality == KB_MODAL_NONE) {
    make_unreal(&f, KB_MODAL_HYPOTHETICAL);
  }
  return f;
}
