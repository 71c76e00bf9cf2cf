/// A verb fills the clause that waits for one, joins another verb, or opens a clause.
#include "stack.h"

/// لم يعد: what follows says what it is or does no longer.
static bool is_no_longer(const kb_parse* p, const kb_clause* c)
{
  return c->negation != KB_NONE && kb_syntax__lemma_is(p, c->predicate, "عاد");
}

/// يوجد، توجد: "is found" is "there is".
static bool is_existence(const kb_parse* p, uint32_t w)
{
  const kb_feats f = kb_syntax__word(p, w)->feats;
  return f.voice == KB_PASSIVE && f.aspect == KB_IMPERFECT && kb_syntax__lemma_is(p, w, "وجد");
}

static void fill_verb(kb_parse* p, kb_open* o, uint32_t i)
{
  const kb_item* it = kb_syntax__item(p, i);
  kb_clause*     c  = kb_syntax__clause(p, o->clause);
  c->predicate      = it->head;
  c->negation       = it->neg != KB_NONE                                   ? it->neg
                      : kb_syntax__word(p, it->head)->feats.upos == KB_AUX ? it->head
                                                                           : c->negation;
  c->kind           = is_existence(p, it->head) ? KB_CLAUSE_EXISTENTIAL : KB_CLAUSE_VERB;
  o->verb           = i;
  o->filled         = true;
  o->copula         = kb_syntax__is_cue(p, it->head, KB_CUE_COPULA) || is_no_longer(p, c);
  if (it->object != KB_NONE) {
    o->has_object = true;
    o->resumed    = o->antecedent != KB_NONE;
    kb_syntax__add_arg(p, o->clause, (kb_arg){KB_ARG_OBJECT, it->object, KB_NONE, KB_NONE});
  }
  kb_syntax__place_topic(p, o);
}

/// كان + imperfect: one clause with the second verb as predicate.
static void fill_after_copula(kb_parse* p, kb_open* o, uint32_t i)
{
  kb_clause*     c   = kb_syntax__clause(p, o->clause);
  const uint32_t neg = c->negation;
  c->aux             = c->predicate;
  fill_verb(p, o, i);
  c->negation = c->negation == KB_NONE ? neg : c->negation;
  o->copula   = false;
  kb_syntax__hang(p, kb_syntax__item(p, i)->head, c->aux, KB_XCOMP);
}

static bool same_kind_of_verb(const kb_parse* p, uint32_t a, uint32_t b)
{
  const kb_feats x = kb_syntax__word(p, a)->feats, y = kb_syntax__word(p, b)->feats;
  return x.aspect == y.aspect && x.person == y.person && x.number == y.number;
}

/// The open clause with which و + verb belongs together; depth on the stack.
static uint32_t partner(const kb_parse* p, uint32_t verb)
{
  const uint32_t low    = kb_syntax__floor_of(p);
  const bool     speech = kb_syntax__is_speech(p, verb) && kb_syntax__word(p, verb)->feats.aspect == KB_PERFECT;
  for (uint32_t d = p->depth; d >= low; --d) {
    const uint32_t w = kb_syntax__predicate(p, &p->stack[d - 1]);
    if (w == KB_NONE || kb_syntax__word(p, w)->feats.upos != KB_VERB) {
      continue;
    }
    if (speech ? kb_syntax__is_speech(p, w) && kb_syntax__word(p, w)->feats.aspect == KB_PERFECT
               : same_kind_of_verb(p, w, verb)) {
      return d;
    }
  }
  for (uint32_t i = 0; i <= p->depth - low; ++i) {
    const uint32_t d =
      speech ? low + i : p->depth - i; // who speaks goes on with the sentence, not with its inmost clause
    if (p->stack[d - 1].filled) {
      return d;
    }
  }
  return low;
}

/// Can a clause without marker describe the phrase? An indefinite one; behind a preposition the last of its genitives
/// must be so too: "لدى أجهزة المخابرات قالت".
static bool may_be_described(const kb_parse* p, const kb_item* np)
{
  uint32_t head = np->head;
  for (uint32_t w = head + 1; w <= np->last && np->prep != KB_NONE; ++w) {
    const kb_word* x = kb_syntax__word(p, w);
    head             = x->head == head && x->deprel == KB_NMOD_POSS ? w : head;
  }
  return kb_syntax__is_nominal(p, np->head) && !kb_syntax__is_definite(p, np->head) && !kb_syntax__is_definite(p, head);
}

/// بدأ، كاد، استمر + imperfect
static bool is_phasal(const kb_parse* p, uint32_t verb)
{
  const kb_frame* f = kb_syntax__frame(p, verb);
  return f && f->light;
}

/// كاد، أوشك: nothing but a verb completes them, whatever noun stands between.
static bool wants_verb(const kb_parse* p, const kb_open* o)
{
  const uint32_t verb = kb_syntax__predicate(p, o);
  for (const kb_frame* f = kb_syntax__frame(p, verb); f;
       f                 = f->next == KB_NONE ? NULL : kb_lexicon_frame(p->lex, f->next)) {
    for (int s = 0; s < KB_FS_COUNT; ++s) {
      if (!f->light || (f->args[s] == KB_SLOT_CONTENT) != (s == KB_FS_THAT)) {
        return false;
      }
    }
  }
  return kb_syntax__frame(p, verb) != NULL;
}

/// "made the body rank the airports": whom جعل makes do it, KB_NONE after other verbs.
static uint32_t made_to_do(kb_parse* p, uint32_t parent)
{
  const uint32_t      verb = kb_syntax__clause(p, parent)->predicate;
  const kb_found_arg* object =
    verb != KB_NONE && kb_syntax__lemma_is(p, verb, "جعل") ? kb_syntax__find_arg(p, parent, KB_ARG_OBJECT) : NULL;
  return object ? object->arg.word : KB_NONE;
}

static void verb_without_conjunction(kb_parse* p, uint32_t i)
{
  kb_open*       o    = kb_syntax__top(p);
  const uint32_t verb = kb_syntax__item(p, i)->head;
  const bool     imperfect =
    kb_syntax__word(p, verb)->feats.aspect == KB_IMPERFECT || kb_syntax__item(p, i)->qad != KB_NONE;
  const uint32_t wait     = kb_syntax__waiting(p);
  const uint32_t np       = p->last_np;
  const bool     adjacent = np != KB_NONE && np + 1 == i;
  if (o->copula && kb_syntax__clause(p, o->clause)->aux == KB_NONE) {
    fill_after_copula(p, o, i);
    return;
  }
  if (wait) {
    kb_syntax__close_to(p, wait);
    fill_verb(p, kb_syntax__top(p), i);
    return;
  }
  const bool phasal = imperfect && o->verb != KB_NONE && is_phasal(p, kb_syntax__predicate(p, o));
  if (adjacent && !p->comma && !(phasal && wants_verb(p, o)) && may_be_described(p, kb_syntax__item(p, np))) {
    o = kb_syntax__open_clause(p, KB_REL_RELATIVE, KB_NONE, o->clause);
    if (o) {
      o->antecedent                              = kb_syntax__item(p, np)->head;
      kb_syntax__anchor_of(p, o->clause)->attach = kb_syntax__item(p, np)->head;
      fill_verb(p, o, i);
    }
    return;
  }
  const uint32_t parent = o->clause;
  o                     = kb_syntax__open_clause(p,
                             phasal      ? KB_REL_COMPLEMENT
                                                 : imperfect ? KB_REL_CIRCUMSTANCE
                                                             : KB_REL_PARATAXIS,
                                                 KB_NONE, parent);
  if (o) {
    const uint32_t made = imperfect && !phasal ? made_to_do(p, parent) : KB_NONE;
    if (made != KB_NONE && kb_syntax__agrees_before(p, made, verb)) {
      o->topic = made;
    }
    kb_syntax__clause(p, o->clause)->shared_subject = imperfect && o->topic == KB_NONE;
    if (phasal) {
      kb_syntax__anchor_of(p, o->clause)->deprel = KB_XCOMP;
      kb_syntax__add_arg(p, parent, (kb_arg){KB_ARG_CLAUSE, verb, KB_NONE, o->clause});
    }
    fill_verb(p, o, i);
  }
}

void kb_syntax__on_verb(kb_parse* p, uint32_t i)
{
  kb_open* o = kb_syntax__top(p);
  if (!o->filled) {
    fill_verb(p, o, i);
  } else if (p->conj != KB_NONE) {
    kb_syntax__coordinate_at(p, partner(p, kb_syntax__item(p, i)->head));
    kb_syntax__hang(p, kb_syntax__item(p, p->conj)->head, kb_syntax__item(p, i)->head, KB_CC);
    fill_verb(p, kb_syntax__top(p), i);
  } else {
    verb_without_conjunction(p, i);
  }
  p->conj = KB_NONE;
}
