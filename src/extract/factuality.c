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

/// Verbs in the imperfect both?
static bool is_same_tense(const kb_view* v, const kb_clause* a, const kb_clause* b)
{
  return a->kind == KB_CLAUSE_VERB && b->kind == KB_CLAUSE_VERB && a->predicate != KB_NONE &&
         kb_extract__word(v, a->predicate)->feats.aspect == KB_IMPERFECT &&
         kb_extract__word(v, b->predicate)->feats.aspect == KB_IMPERFECT;
}

static void apply_own(const kb_view* v, uint32_t clause, kb_factuality* f)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  f->is_negative     = c->negative;
  f->is_neither      = c->neither;
  f->is_future       = c->tense == KB_FUTURE;
  if (kb_extract__is_asked(v, c)) {
    kb_extract__apply_effect(f, KB_EFFECT_POSSIBLE);
    return;
  }
  kb_extract__apply_modality(f, c->modality);
  kb_extract__weigh_words(v, c, f);
  const kb_clause* first = kb_extract__clause(v, kb_extract__first_conjunct(v, clause));
  if (first != c && is_same_tense(v, first, c)) {
    kb_extract__weigh_words(v, first, f); // "it is expected that they meet and sign"
  }
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
  if (out->is_any && effect == KB_EFFECT_ASSERTS && kb_str_eq(f->frame->type, KB_STR("REJECT"))) {
    out->is_negative = true; // "oppose any cooperation"
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

static bool is_be(const kb_view* v, const kb_clause* c)
{
  return kb_str_eq(kb_extract__word(v, c->predicate)->lemma, KB_STR("كان"));
}

/// "Nothing but": between the negation and the noun.
static bool is_excepted(const kb_view* v, uint32_t negation, uint32_t noun)
{
  for (uint32_t w = negation + 1; w < noun; ++w) {
    if (kb_extract__particle(v, w) == KB_PCL_EXCEPT) {
      return true;
    }
  }
  return false;
}

/// "There are no plans for": the noun that holds the masdar does not exist. لا بد من denies nothing.
static bool is_denied_existence(const kb_view* v, const kb_clause* p, const kb_clause* c)
{
  uint32_t last;
  if (!p->negative || p->negation == KB_NONE || p->negation > c->predicate ||
      kb_extract__cue(v, p->negation, KB_CUE_PROSPECT, &last) || is_excepted(v, p->negation, c->predicate)) {
    return false;
  }
  const bool is_subject = kb_extract__is_argument(v, p, c->predicate, false);
  if (p->kind == KB_CLAUSE_VERB) { // ليس لقتالهم
    return (p->predicate == p->negation && kb_extract__is_argument(v, p, c->predicate, true) && !is_subject) ||
           (is_be(v, p) && kb_extract__is_by_adjective(v, c));
  }
  return (p->kind == KB_CLAUSE_EXISTENTIAL || p->kind == KB_CLAUSE_NOMINAL) && is_subject;
}

/// A noun and the clause above that does not ask for it.
static void apply_ungoverned(const kb_view* v, uint32_t above, const kb_clause* c, kb_factuality* f)
{
  const kb_clause* up     = kb_extract__clause(v, above);
  const bool       is_aim = kb_extract__is_aim(v, c);
  if (is_aim) {
    const kb_framed frame = kb_extract__frame(v, above); // "promises measures to improve"
    f->is_future |= up->tense == KB_FUTURE || (frame.id != KB_NONE && frame.frame->effect == KB_EFFECT_FUTURE);
    kb_extract__make_unreal(f, KB_MODAL_HYPOTHETICAL);
  }
  if (is_denied_existence(v, up, c)) {
    f->is_negative = !f->is_negative;
  } else if (!is_aim) {
    kb_extract__weigh_verb(v, up, c, f);
  }
}

/// Who denies an accusation or report denies what it says, not that it was made.
static bool is_denied_word(const kb_view* v, uint32_t clause, const kb_framed* governor)
{
  const kb_framed own = kb_extract__frame(v, clause);
  return governor->frame->speech == KB_SPEECH_DENY && own.id != KB_NONE && !own.frame->light &&
         (own.frame->speech || kb_str_eq(own.frame->type, KB_STR("ACCUSE")));
}

/// Is the word what somebody denies, or in the phrase of it: نفى صحة الأنباء?
static bool is_denied_source(const kb_view* v, uint32_t w)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_word* x = kb_extract__word(v, w);
    if (x->head == KB_NONE) {
      return false;
    }
    if (x->deprel != KB_NMOD_POSS) {
      const uint32_t frame = x->deprel == KB_OBJ ? kb_extract__first_frame(v, x->head) : KB_NONE;
      return frame != KB_NONE && kb_lexicon_frame(v->lex, frame)->speech == KB_SPEECH_DENY;
    }
    w = x->head;
  }
  return false;
}

/// What is told by a report or rumour; KB_NONE: nothing is.
static void apply_hearsay(const kb_view* v, uint32_t source, kb_factuality* f)
{
  if (source == KB_NONE) {
    return;
  }
  kb_extract__apply_effect(f, KB_EFFECT_POSSIBLE);
  if (is_denied_source(v, source)) {
    kb_extract__apply_effect(f, KB_EFFECT_NEGATES);
  }
}

/// "Reports say that": the report that the clause makes speak, KB_NONE if there is none.
static uint32_t report_in(const kb_view* v, uint32_t clause)
{
  const kb_clause* p     = kb_extract__clause(v, clause);
  const uint32_t   topic = kb_extract__antecedent(v, clause);
  if (topic != KB_NONE && kb_extract__is_hearsay(v, topic)) {
    return topic;
  }
  for (uint32_t i = 0; i < p->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[p->first_arg + i];
    if (a->role == KB_ARG_SUBJECT && a->word < v->doc->words.n && kb_extract__is_hearsay(v, a->word)) {
      return a->word;
    }
  }
  return p->predicate != KB_NONE && kb_extract__is_hearsay(v, p->predicate) ? p->predicate : KB_NONE;
}

/// A noun in the phrase of another event: "sending the aid" is one with it, "condemning the attack" is not.
static bool is_apart(const kb_view* v, uint32_t c, uint32_t up, kb_factuality* f)
{
  const kb_clause* above = kb_extract__clause(v, up);
  if (kb_extract__is_verbal(above)) {
    return false;
  }
  const kb_framed own   = kb_extract__frame(v, c);
  const kb_framed other = kb_extract__frame(v, up);
  if (own.id != KB_NONE && other.id != KB_NONE && kb_str_eq(own.frame->type, other.frame->type)) {
    kb_extract__weigh_words(v, above, f);
    return false;
  }
  return kb_extract__is_known(v, kb_extract__clause(v, c)->predicate);
}

/// The clause that governs `clause`, past which nothing bears on the event at the start; KB_NONE: the way ends.
static uint32_t climb(const kb_view* v, uint32_t clause, kb_factuality* f)
{
  const uint32_t   c  = kb_extract__first_conjunct(v, clause);
  const kb_clause* x  = kb_extract__clause(v, c);
  const uint32_t   up = x->parent;
  kb_framed        frame;
  const uint32_t   governor = kb_extract__governor(v, c, &frame);
  if (governor == KB_NONE) {
    if (up == KB_NONE || kb_extract__is_verbal(x)) {
      return KB_NONE;
    }
    apply_ungoverned(v, up, x, f);
    return is_apart(v, c, up, f) ? KB_NONE : up;
  }
  if (!is_denied_word(v, c, &frame)) {
    apply_parent(kb_extract__clause(v, governor), &frame, kb_extract__is_verbal(x), f);
  }
  if (frame.frame->speech) {
    apply_hearsay(v, report_in(v, governor), f);
    kb_framed      above;
    const uint32_t denial = kb_extract__governor(v, governor, &above);
    if (denial != KB_NONE && is_denied_word(v, governor, &above)) {
      apply_parent(kb_extract__clause(v, denial), &above, false, f);
    }
    return KB_NONE; // what he says of it is said; what others say of him is another matter
  }
  const bool is_presupposed = !frame.frame->light && frame.frame->effect == KB_EFFECT_ASSERTS &&
                              !kb_extract__is_verbal(x) && kb_extract__is_known(v, x->predicate);
  return is_presupposed ? KB_NONE : governor; // "refused to condemn the attack"
}

kb_factuality kb_extract__factuality(const kb_view* v, uint32_t clause)
{
  kb_factuality f = {.certainty = KB_CERTAIN};
  apply_own(v, clause, &f);
  for (unsigned i = 0; i < KB_DEPTH && clause != KB_NONE; ++i) {
    apply_hearsay(v, kb_extract__report_before(v, clause), &f);
    clause = climb(v, clause, &f);
  }
  if (f.is_any && !f.is_negative) {
    kb_extract__make_unreal(&f, KB_MODAL_HYPOTHETICAL); // but "no cooperation whatever" is certain
  }
  return f;
}
