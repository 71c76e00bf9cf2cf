/// Punctuation: quotations, parentheses, commas.
#include "stack.h"

static kb_open* open_quoted(kb_parse* p)
{
  const uint32_t parent             = kb_syntax__top(p)->clause;
  kb_syntax__top(p)->has_complement = true;
  kb_open* o                        = kb_syntax__open_clause(p, KB_REL_QUOTED, KB_NONE, parent);
  if (o) {
    kb_syntax__add_arg(p, parent, (kb_arg){KB_ARG_CLAUSE, KB_NONE, KB_NONE, o->clause});
  }
  return o;
}

void kb_syntax__on_colon(kb_parse* p, uint32_t i)
{
  (void)i;
  const uint32_t d = kb_syntax__speech_depth(p);
  if (d && !p->stack[d - 1].has_complement) {
    kb_syntax__close_to(p, d);
    open_quoted(p);
  } else if (!kb_syntax__top(p)->filled && kb_syntax__top(p)->topic != KB_NONE) {
    kb_syntax__nominal_predicate(p, kb_syntax__top(p), kb_syntax__top(p)->topic); // كيري: ...
    open_quoted(p);
  }
}

static uint32_t closing_word(const kb_parse* p, uint32_t open_word)
{
  const uint32_t pair = p->doc->tokens.v[kb_syntax__word(p, open_word)->token].pair;
  return pair == KB_NONE ? KB_NONE : p->doc->tokens.v[pair].first_word;
}

enum { KB_SCARE_QUOTE = 5 }; ///< shorter quotations without a verb are names or single words

/// Does a finite verb stand between two words?
static bool has_verb(const kb_parse* p, uint32_t first, uint32_t end)
{
  for (uint32_t w = first; w < end; ++w) {
    const unsigned u = kb_syntax__word(p, w)->feats.upos;
    if (u == KB_VERB || u == KB_AUX) {
      return true;
    }
  }
  return false;
}

void kb_syntax__on_open_mark(kb_parse* p, uint32_t i)
{
  const uint32_t word = kb_syntax__item(p, i)->head;
  const uint32_t end  = closing_word(p, word);
  kb_open*       o    = kb_syntax__top(p);
  if (!o->filled && o->topic == KB_NONE && p->depth > 1) {
    o->close = end == KB_NONE || end >= p->end ? p->end : end;
    return;
  }
  const uint32_t d    = kb_syntax__speech_depth(p);
  const bool     open = end == KB_NONE || end >= p->end;
  if (d && !p->stack[d - 1].has_complement && (open || end - word > KB_SCARE_QUOTE || has_verb(p, word, end))) {
    kb_syntax__close_to(p, d);
    o = open_quoted(p);
    if (o) {
      o->close = open ? p->end : end;
    }
  }
}

void kb_syntax__on_close_mark(kb_parse* p, uint32_t i)
{
  for (uint32_t d = p->depth; d > 1; --d) {
    if (p->stack[d - 1].close == kb_syntax__item(p, i)->head) {
      kb_syntax__close_to(p, d - 1);
      return;
    }
  }
}

enum { KB_PARENTHESIS = 60 }; ///< longest one that is passed over, in items

/// What stands in parentheses explains the word before them.
static uint32_t skip_parenthesis(kb_parse* p, uint32_t i)
{
  uint32_t end = i + 1;
  while (end < p->items.n && end < i + KB_PARENTHESIS && kb_syntax__item(p, end)->kind != KB_ITEM_PAREN_END) {
    ++end;
  }
  if (kb_syntax__kind_at(p, end) != KB_ITEM_PAREN_END || p->last_np == KB_NONE) {
    return i;
  }
  const uint32_t head = kb_syntax__item(p, p->last_np)->head;
  for (uint32_t k = i; k <= end; ++k) {
    const unsigned kind = kb_syntax__item(p, k)->kind;
    kb_syntax__hang(p, kb_syntax__item(p, k)->head, head,
                    kind == KB_ITEM_NP     ? KB_APPOS
                    : kind == KB_ITEM_VERB ? KB_PARATAXIS
                                           : KB_PUNCT_REL);
  }
  return end;
}

void kb_syntax__on_parenthesis(kb_parse* p, uint32_t i)
{
  p->at = skip_parenthesis(p, i);
}

/// "بريطانيا / كونكورد -": a label before the sentence, not its subject.
static bool is_label(const kb_parse* p, uint32_t i)
{
  const kb_str mark = kb_syntax__word(p, kb_syntax__item(p, i)->head)->form;
  return i <= 4 && p->depth == 1 && !p->stack[0].filled && (mark.p[0] == '-' || kb_str_eq(mark, KB_STR("–")));
}

void kb_syntax__on_comma(kb_parse* p, uint32_t i)
{
  p->comma   = true;
  kb_open* o = kb_syntax__top(p);
  if (is_label(p, i)) {
    o->topic   = KB_NONE;
    p->last_np = KB_NONE;
  }
  if (p->depth > kb_syntax__floor_of(p) && o->filled && kb_syntax__clause(p, o->clause)->rel == KB_REL_RELATIVE &&
      kb_syntax__kind_at(p, i + 1) != KB_ITEM_CONJ) {
    kb_syntax__close_to(p, p->depth - 1);
  }
}
