/**
   src/syntax/stack.h: the open clauses of a sentence, and what each kind of
   item does to them. Shared by stack.c and the files read_*.c.
*/
#ifndef KHABAR_SYNTAX_STACK_H
#define KHABAR_SYNTAX_STACK_H

#include "syntax_internal.h"

static inline kb_item* kb_syntax__item(const kb_parse* p, uint32_t i)
{
  return &p->items.v[i];
}

static inline unsigned kb_syntax__kind_at(const kb_parse* p, uint32_t i)
{
  return i < p->items.n ? p->items.v[i].kind : (unsigned)KB_ITEM_OTHER;
}

static inline kb_open* kb_syntax__top(kb_parse* p)
{
  return &p->stack[p->depth - 1];
}

static inline uint32_t kb_syntax__predicate(const kb_parse* p, const kb_open* o)
{
  return kb_syntax__clause(p, o->clause)->predicate;
}

/** \name Opening and closing (stack.c) */

/// A new clause on top of the stack. NULL when out of memory or too deep.
kb_open* kb_syntax__open_clause(kb_parse* p, kb_clause_rel rel, uint32_t marker, uint32_t parent);

/// A clause that ends without a predicate gets one: what was said first.
void kb_syntax__close_top(kb_parse* p);

/// Close clauses until `depth` are left (at least one).
void kb_syntax__close_to(kb_parse* p, uint32_t depth);

/// Lowest stack depth that may be closed: not beyond an open quotation.
uint32_t kb_syntax__floor_of(const kb_parse* p);

/// Depth of the nearest clause that still waits for its predicate; 0 for none.
uint32_t kb_syntax__waiting(const kb_parse* p);

/// The clause beside which a new one with its own subject stands.
uint32_t kb_syntax__sibling(const kb_parse* p);

void kb_syntax__coordinate_at(kb_parse* p, uint32_t depth);

/// Depth of the nearest clause whose predicate reports speech; 0 for none.
uint32_t kb_syntax__speech_depth(const kb_parse* p);

/** \name read_verb.c */

void kb_syntax__on_verb(kb_parse* p, uint32_t i);

/** \name read_phrase.c */

void kb_syntax__nominal_predicate(kb_parse* p, kb_open* o, uint32_t word);

void kb_syntax__on_phrase(kb_parse* p, uint32_t i);

void kb_syntax__on_adjective(kb_parse* p, uint32_t i);

/// هناك + indefinite noun
void kb_syntax__on_exist(kb_parse* p, uint32_t i);

/// لا + noun: there is none
void kb_syntax__on_negation(kb_parse* p, uint32_t i);

/** \name read_marker.c */

kb_open* kb_syntax__set_marker(kb_parse* p, kb_open* o, uint32_t i);

void kb_syntax__on_that(kb_parse* p, uint32_t i);

void kb_syntax__on_relative(kb_parse* p, uint32_t i);

void kb_syntax__on_subordinator(kb_parse* p, uint32_t i, kb_clause_rel rel);

/// كما + verb at the head of a clause means "also".
bool kb_syntax__is_also(const kb_parse* p, uint32_t i);

/** \name read_mark.c */

void kb_syntax__on_colon(kb_parse* p, uint32_t i);

void kb_syntax__on_open_mark(kb_parse* p, uint32_t i);

void kb_syntax__on_close_mark(kb_parse* p, uint32_t i);

/// What stands in parentheses explains the word before them: it is passed over.
void kb_syntax__on_parenthesis(kb_parse* p, uint32_t i);

void kb_syntax__on_comma(kb_parse* p, uint32_t i);

#endif // KHABAR_SYNTAX_STACK_H
