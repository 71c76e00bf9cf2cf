/// The items of a sentence read from left to right, each by what it is.
#include "stack.h"

static void read_subordinator(kb_parse* p, uint32_t i)
{
  if (kb_syntax__is_also(p, i)) {
    p->conj = i;
  } else {
    kb_syntax__on_subordinator(p, i, KB_REL_ADVERBIAL);
    p->conj = KB_NONE;
  }
}

static void read_condition(kb_parse* p, uint32_t i)
{
  kb_syntax__on_subordinator(p, i, KB_REL_CONDITION);
  p->conj = KB_NONE;
}

static void read_purpose(kb_parse* p, uint32_t i)
{
  const uint32_t parent = kb_syntax__top(p)->clause;
  kb_syntax__set_marker(p, kb_syntax__open_clause(p, KB_REL_PURPOSE, kb_syntax__item(p, i)->head, parent), i);
  p->conj = KB_NONE;
}

static void read_conjunction(kb_parse* p, uint32_t i)
{
  const uint32_t subject = kb_syntax__item(p, i)->object; // ولكنه
  p->conj                = i;
  if (subject != KB_NONE && kb_syntax__top(p)->filled) {
    kb_syntax__coordinate_at(p, kb_syntax__sibling(p));
    kb_syntax__top(p)->topic = subject;
    p->conj                  = KB_NONE;
  }
}

static void read_preposition(kb_parse* p, uint32_t i)
{
  p->prep = i; // إلى أن: the marker that follows takes it
}

static void read_other(kb_parse* p, uint32_t i)
{
  const uint32_t word = kb_syntax__item(p, i)->head;
  kb_open*       o    = kb_syntax__top(p);
  if (o->filled && kb_syntax__word(p, word)->feats.upos != KB_PUNCT) {
    kb_syntax__hang(p, word, kb_syntax__predicate(p, o), KB_ADVMOD);
  }
}

static void (*const readers[])(kb_parse* p, uint32_t item) = {
  [KB_ITEM_NP]        = kb_syntax__on_phrase,
  [KB_ITEM_VERB]      = kb_syntax__on_verb,
  [KB_ITEM_ADJ]       = kb_syntax__on_adjective,
  [KB_ITEM_THAT]      = kb_syntax__on_that,
  [KB_ITEM_RELATIVE]  = kb_syntax__on_relative,
  [KB_ITEM_SUBORD]    = read_subordinator,
  [KB_ITEM_CONDITION] = read_condition,
  [KB_ITEM_PURPOSE]   = read_purpose,
  [KB_ITEM_CONJ]      = read_conjunction,
  [KB_ITEM_COMMA]     = kb_syntax__on_comma,
  [KB_ITEM_COLON]     = kb_syntax__on_colon,
  [KB_ITEM_OPEN]      = kb_syntax__on_open_mark,
  [KB_ITEM_CLOSE]     = kb_syntax__on_close_mark,
  [KB_ITEM_PAREN]     = kb_syntax__on_parenthesis,
  [KB_ITEM_PAREN_END] = read_other,
  [KB_ITEM_EXIST]     = kb_syntax__on_exist,
  [KB_ITEM_NEG]       = kb_syntax__on_negation,
  [KB_ITEM_PREP]      = read_preposition,
  [KB_ITEM_ADVERB]    = read_other,
  [KB_ITEM_OTHER]     = read_other,
};

void kb_syntax__clauses(kb_parse* p)
{
  p->conj = p->prep = p->neg = p->last_np = KB_NONE;
  if (!kb_syntax__open_clause(p, KB_REL_MAIN, KB_NONE, KB_NONE)) {
    return;
  }
  for (p->at = 0; p->at < p->items.n && !p->failed; ++p->at) {
    const uint32_t i    = p->at;
    const unsigned kind = kb_syntax__item(p, i)->kind;
    readers[kind](p, i);
    if (kind != KB_ITEM_COMMA && kind != KB_ITEM_CONJ) {
      p->comma = false;
    }
  }
  while (p->depth > 0) {
    kb_syntax__close_top(p);
  }
}
