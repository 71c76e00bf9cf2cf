/// The stack of open clauses.
#include "stack.h"

uint32_t kb_syntax__new_clause(kb_parse* p, kb_clause_kind kind, kb_clause_rel rel, uint32_t predicate, uint32_t parent)
{
  kb_clause* c = kb_array_push(p->doc->arena, &p->doc->clauses);
  kb_anchor* a = kb_array_push(p->scratch, &p->anchors);
  if (!c || !a) {
    p->failed = true;
    return KB_NONE;
  }
  *c = (kb_clause){.predicate = predicate,
                   .light     = KB_NONE,
                   .aux       = KB_NONE,
                   .negation  = KB_NONE,
                   .marker    = KB_NONE,
                   .parent    = parent,
                   .sentence  = p->sentence,
                   .kind      = (uint8_t)kind,
                   .rel       = (uint8_t)rel};
  *a = (kb_anchor){KB_NONE, KB_NONE, KB_NONE, KB_NONE, KB_NONE, KB_PARATAXIS};
  return p->doc->clauses.n - 1;
}

kb_anchor* kb_syntax__anchor_of(kb_parse* p, uint32_t c)
{
  return &p->anchors.v[c - p->first_clause];
}

uint32_t kb_syntax__anchor(const kb_parse* p, uint32_t c)
{
  const kb_clause* x = kb_syntax__clause(p, c);
  return x->aux != KB_NONE ? x->aux : x->light != KB_NONE ? x->light : x->predicate;
}

static kb_deprel deprel_of(kb_clause_rel rel)
{
  switch (rel) {
  case KB_REL_COMPLEMENT:
  case KB_REL_QUOTED:
    return KB_CCOMP;
  case KB_REL_RELATIVE:
    return KB_ACL_RELCL;
  case KB_REL_CONJUNCT:
    return KB_CONJ;
  case KB_REL_MAIN:
  case KB_REL_PARATAXIS:
    return KB_PARATAXIS;
  default:
    return KB_ADVCL;
  }
}

/// A new clause on top of the stack. NULL when out of memory or too deep.
kb_open* kb_syntax__open_clause(kb_parse* p, kb_clause_rel rel, uint32_t marker, uint32_t parent)
{
  if (p->depth == KB_STACK_MAX) {
    return NULL;
  }
  const uint32_t c = kb_syntax__new_clause(p, KB_CLAUSE_VERB, rel, KB_NONE, parent);
  if (c == KB_NONE) {
    return NULL;
  }
  kb_syntax__clause(p, c)->marker = marker;
  kb_syntax__clause(p, c)->first = kb_syntax__clause(p, c)->last = marker;
  kb_syntax__anchor_of(p, c)->deprel                             = (uint8_t)deprel_of(rel);
  kb_open* o                                                     = &p->stack[p->depth++];
  *o = (kb_open){.clause = c, .topic = KB_NONE, .verb = KB_NONE, .antecedent = KB_NONE, .close = KB_NONE};
  return o;
}

/// A clause that ends without a predicate gets one: what was said first.
void kb_syntax__close_top(kb_parse* p)
{
  const kb_open* o = kb_syntax__top(p);
  kb_clause*     c = kb_syntax__clause(p, o->clause);
  if (c->predicate == KB_NONE) {
    c->kind              = KB_CLAUSE_NOMINAL;
    c->predicate         = o->topic != KB_NONE ? o->topic : c->marker;
    const uint32_t first = c->predicate == KB_NONE ? kb_syntax__first_arg(p, o->clause) : KB_NONE;
    if (first != KB_NONE) {
      c->predicate            = p->args.v[first].arg.word;
      p->args.v[first].clause = KB_NONE;
    }
  }
  kb_syntax__anchor_of(p, o->clause)->antecedent = kb_syntax__relative_subject(p, o);
  --p->depth;
}

/// Close clauses until `depth` are left (at least one).
void kb_syntax__close_to(kb_parse* p, uint32_t depth)
{
  while (p->depth > depth && p->depth > 1) {
    kb_syntax__close_top(p);
  }
}

/// Lowest stack depth that may be closed: not beyond an open quotation.
uint32_t kb_syntax__floor_of(const kb_parse* p)
{
  uint32_t d = p->depth;
  while (d > 1 && p->stack[d - 1].close == KB_NONE) {
    --d;
  }
  return d;
}

/// Depth of the nearest clause that still waits for its predicate; 0 for none.
uint32_t kb_syntax__waiting(const kb_parse* p)
{
  for (uint32_t d = p->depth; d >= kb_syntax__floor_of(p); --d) {
    if (!p->stack[d - 1].filled) {
      return d;
    }
  }
  return 0;
}

/// The clause beside which a new one with its own subject stands.
uint32_t kb_syntax__sibling(const kb_parse* p)
{
  const uint32_t low = kb_syntax__floor_of(p);
  for (uint32_t d = p->depth; d > low; --d) {
    const unsigned rel = kb_syntax__clause(p, p->stack[d - 1].clause)->rel;
    if (p->stack[d - 1].filled && rel != KB_REL_RELATIVE && rel != KB_REL_PURPOSE && rel != KB_REL_CIRCUMSTANCE) {
      return d;
    }
  }
  return low;
}

void kb_syntax__coordinate_at(kb_parse* p, uint32_t depth)
{
  const kb_open  target = p->stack[depth - 1];
  const uint32_t conj   = p->conj;
  kb_syntax__close_to(p, depth);
  const bool bottom = p->depth == 1;
  if (bottom && p->depth == KB_STACK_MAX) {
    return;
  }
  kb_open* o = kb_syntax__open_clause(p, KB_REL_CONJUNCT, KB_NONE, target.clause);
  if (!o) {
    return;
  }
  o->antecedent = target.antecedent;
  if (!bottom) { // the new clause takes the place of its partner, which is done
    kb_open* below = &p->stack[p->depth - 2];
    o->close       = below->close;
    *below         = *o;
    --p->depth;
  }
  if (conj != KB_NONE) {
    kb_syntax__anchor_of(p, kb_syntax__top(p)->clause)->prep = KB_NONE;
    kb_syntax__clause(p, kb_syntax__top(p)->clause)->first   = kb_syntax__item(p, conj)->head;
  }
}

/// Depth of the nearest clause whose predicate reports speech; 0 for none.
uint32_t kb_syntax__speech_depth(const kb_parse* p)
{
  for (uint32_t d = p->depth; d >= kb_syntax__floor_of(p); --d) {
    const uint32_t w = kb_syntax__predicate(p, &p->stack[d - 1]);
    if (w != KB_NONE && kb_syntax__is_speech(p, w)) {
      return d;
    }
  }
  return 0;
}
