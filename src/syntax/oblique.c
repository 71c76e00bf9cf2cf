/// On what a noun phrase with a preposition hangs: a noun before it, or the clause.
#include "syntax_internal.h"

/// Does the noun or participle ask for the preposition, by its verb or its frame?
static bool noun_governs(const kb_parse* p, uint32_t w, kb_frame_slot slot)
{
  if (kb_governs(kb_syntax__verb_args(p, w), slot)) {
    return true;
  }
  const kb_lexeme* x = kb_syntax__lexeme(p, w);
  for (uint32_t f = x && slot < KB_FS_COUNT ? x->frame : KB_NONE; f != KB_NONE; f = kb_lexicon_frame(p->lex, f)->next) {
    if (kb_lexicon_frame(p->lex, f)->args[slot] != KB_SLOT_NONE) {
      return true;
    }
  }
  return false;
}

/// The last noun, masdar or participle of the item before a preposition.
static uint32_t candidate_noun(const kb_parse* p, uint32_t i, kb_frame_slot slot)
{
  if (i == 0 || p->comma || p->conj != KB_NONE) {
    return KB_NONE;
  }
  const kb_item* before = &p->items.v[i - 1];
  if (before->kind != KB_ITEM_NP && before->kind != KB_ITEM_ADJ) {
    return KB_NONE;
  }
  for (uint32_t w = before->last + 1; w-- > before->first;) {
    const kb_word* x = kb_syntax__word(p, w);
    if ((x->feats.upos == KB_NOUN || (x->feats.upos == KB_ADJ && x->feats.verbform != KB_FORM_NONE)) &&
        noun_governs(p, w, slot)) {
      return w;
    }
  }
  return KB_NONE;
}

/// Does the item before the preposition, a plain noun, own the phrase?
static bool belongs_to_noun(const kb_parse* p, uint32_t i, kb_frame_slot slot)
{
  const kb_item* before = &p->items.v[i - 1];
  if (before->kind != KB_ITEM_NP || !kb_syntax__is_nominal(p, before->head)) {
    return false;
  }
  const kb_word* x = kb_syntax__word(p, before->head);
  if (slot == KB_FS_MIN) {
    return x->feats.upos == KB_NUM || !kb_syntax__is_definite(p, before->head);
  }
  if (slot == KB_FS_LI) {
    return !kb_syntax__is_time(p, before->head) && x->feats.upos == KB_NOUN;
  }
  return x->feats.verbform == KB_MASDAR && (slot == KB_FS_BAYNA || slot == KB_FS_MAA || slot == KB_FS_DIDD);
}

static bool filled_already(const kb_parse* p, uint32_t c, uint32_t prep)
{
  for (uint32_t k = kb_syntax__first_arg(p, c); k != KB_NONE; k = kb_syntax__next_arg(p, k)) {
    const kb_arg* a = &p->args.v[k].arg;
    if (a->role == KB_ARG_OBLIQUE && a->prep != KB_NONE &&
        kb_str_eq(kb_syntax__word(p, a->prep)->lemma, kb_syntax__word(p, prep)->lemma)) {
      return true;
    }
  }
  return false;
}

void kb_syntax__place_oblique(kb_parse* p, kb_open* o, uint32_t i)
{
  const kb_item*      it   = &p->items.v[i];
  const kb_frame_slot slot = kb_syntax__slot(p, it->prep);
  const kb_clause*    c    = kb_syntax__clause(p, o->clause);
  const bool          time = kb_syntax__is_time(p, it->head);
  const uint32_t      verb = o->verb == KB_NONE ? KB_NONE : p->items.v[o->verb].head;
  const bool          wanted =
    verb != KB_NONE && kb_governs(kb_syntax__verb_args(p, verb), slot) && !filled_already(p, o->clause, it->prep);
  const uint32_t noun = time ? KB_NONE : candidate_noun(p, i, slot);
  if (p->conj != KB_NONE) {
    kb_syntax__hang(p, p->items.v[p->conj].head, it->head, KB_CC);
  }
  if (noun != KB_NONE && (!wanted || noun == p->items.v[i - 1].head || slot != KB_FS_FI)) {
    kb_syntax__hang(p, it->head, noun, KB_NMOD);
    return;
  }
  const bool by =
    it->prep2 != KB_NONE && kb_syntax__lemma_is(p, it->prep, "من") && kb_syntax__lemma_is(p, it->prep2, "قبل");
  if (!by && !wanted && !time && i > 0 && !p->comma && p->conj == KB_NONE && belongs_to_noun(p, i, slot)) {
    kb_syntax__hang(p, it->head, p->items.v[i - 1].head, KB_NMOD);
    return;
  }
  if (!o->filled && i > 0 && p->items.v[i - 1].kind == KB_ITEM_NP && !p->comma && p->conj == KB_NONE &&
      c->rel != KB_REL_RELATIVE && !time) {
    kb_syntax__hang(p, it->head, p->items.v[i - 1].head, KB_NMOD);
    return;
  }
  const bool hand = kb_syntax__lemma_is(p, it->prep, "على") && kb_syntax__lemma_is(p, it->head, "يد");
  kb_syntax__add_arg(p, o->clause, (kb_arg){by || hand ? KB_ARG_BY : KB_ARG_OBLIQUE, it->head, it->prep, KB_NONE});
}
