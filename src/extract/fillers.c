/*
   What fills the slots of a frame: the arguments of its clause, and phrases that
   the syntax hung on a neighbour but that belong here.
*/
#include "frame.h"

static bool has_slot(const kb_view* v, const kb_clause* c, kb_frame_slot slot)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_OBLIQUE && kb_extract__slot_of_prep(v, a->prep) == slot) {
      return true;
    }
  }
  return false;
}

static void add_filler(kb_framed* f, const kb_arg* a, uint8_t role)
{
  if (role && f->n < KB_FILLERS) {
    f->fillers[f->n++] = (kb_filler){.arg = a, .role = role};
  }
}

/// Does any frame of the word take this preposition?
static bool takes(const kb_view* v, uint32_t w, kb_frame_slot slot)
{
  for (uint32_t id = kb_extract__first_frame(v, w); id != KB_NONE; id = kb_lexicon_frame(v->lex, id)->next) {
    if (kb_lexicon_frame(v->lex, id)->args[slot]) {
      return true;
    }
  }
  return false;
}

/// A noun before the phrase that is nearer and takes it too.
static bool is_nearer(const kb_view* v, uint32_t from, uint32_t prep, kb_frame_slot slot)
{
  for (uint32_t w = from + 1; w < prep; ++w) {
    const unsigned u = kb_extract__word(v, w)->feats.upos;
    if (u == KB_VERB || u == KB_PUNCT || (v->clause[w] != KB_NONE && takes(v, w, slot))) {
      return true;
    }
  }
  return false;
}

/// The slot that a phrase of the clause above would fill here, KB_FS_COUNT if the clause does not ask for it.
static kb_frame_slot wanted_slot(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  const kb_frame_slot slot = a->role == KB_ARG_OBLIQUE ? kb_extract__slot_of_prep(v, a->prep) : KB_FS_COUNT;
  if (slot == KB_FS_COUNT || a->word >= v->doc->words.n || a->prep <= c->predicate || has_slot(v, c, slot)) {
    return KB_FS_COUNT;
  }
  const bool next = a->prep == c->predicate + 1;
  return f->args[slot] || (slot == KB_FS_LI && next && kb_extract__oblique_role(v, c, f, a)) ? slot : KB_FS_COUNT;
}

/// "the strikes of the Alliance against": what the syntax hung on a noun of doing inside a name.
static void borrow_from_names(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  const size_t n = f->n;
  for (size_t i = 0; i < n; ++i) {
    const uint32_t w     = f->fillers[i].arg->word;
    const uint32_t inner = w < v->doc->words.n && v->by_head[w] != KB_NONE ? v->clause[w] : KB_NONE;
    if (inner == KB_NONE || kb_extract__clause(v, inner) == c) {
      continue;
    }
    const kb_clause* x = kb_extract__clause(v, inner);
    for (uint32_t k = 0; k < x->n_args; ++k) {
      const kb_arg* a = &v->doc->args.v[x->first_arg + k];
      if (wanted_slot(v, c, f->frame, a) != KB_FS_COUNT) {
        add_filler(f, a, kb_extract__oblique_role(v, c, f->frame, a));
      }
    }
  }
}

/// "an attack with ... on", "those opposed to": a phrase that the syntax hung on the verb
/// above belongs to the noun or participle that asks for it, if the verb does not.
static void borrow(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  const bool participle = kb_extract__is_participle(v, c);
  if (c->parent == KB_NONE || (!kb_extract__is_noun(v, c) && !participle)) {
    return;
  }
  borrow_from_names(v, c, f);
  const kb_clause* p = kb_extract__clause(v, c->parent);
  for (uint32_t i = 0; i < p->n_args; ++i) {
    const kb_arg*       a    = &v->doc->args.v[p->first_arg + i];
    const kb_frame_slot slot = wanted_slot(v, c, f->frame, a);
    const bool          near = participle && a->prep == c->predicate + 1;
    if (slot != KB_FS_COUNT && (near || !takes(v, p->predicate, slot)) && !is_nearer(v, c->predicate, a->prep, slot)) {
      add_filler(f, a, kb_extract__oblique_role(v, c, f->frame, a));
    }
  }
}

/// A verb without objects has a subject, even where the syntax took it for an object.
static void claim_subject(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  if (f->frame->args[KB_FS_OBJ] || kb_extract__is_noun(v, c) || kb_extract__is_passive(v, c)) {
    return;
  }
  const kb_arg* object = NULL;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    object          = a->role == KB_ARG_OBJECT ? a : object;
  }
  for (size_t i = 0; object && i < f->n; ++i) {
    object = f->fillers[i].arg->role == KB_ARG_SUBJECT ? NULL : object;
  }
  if (object && object->word < v->doc->words.n && v->time[object->word] == KB_NONE) {
    add_filler(f, object, f->frame->args[KB_FS_SUBJ]);
  }
}

/// "the strikes of the Alliance against": whom a noun of doing has by ل is the doer where another is done to.
static void settle_doers(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  kb_filler* li    = NULL;
  bool       other = false;
  for (size_t i = 0; i < f->n; ++i) {
    kb_filler* x = &f->fillers[i];
    if (x->role != KB_SLOT_PATIENT) {
      continue;
    }
    const bool is_li = x->arg->role == KB_ARG_OBLIQUE && kb_extract__slot_of_prep(v, x->arg->prep) == KB_FS_LI;
    li               = is_li ? x : li;
    other |= !is_li && x->arg->role == KB_ARG_OBLIQUE;
  }
  if (li && other && kb_extract__is_noun(v, c) && c->light == KB_NONE && !kb_extract__has_arg(v, c, KB_ARG_GENITIVE)) {
    li->role = KB_SLOT_AGENT;
  }
}

void kb_extract__fill(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  f->n = 0;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    const bool    ok =
      (a->word < v->doc->words.n || a->clause != KB_NONE) && !kb_extract__in_title(v, c->predicate, a->word);
    add_filler(f, a, ok ? kb_extract__role_of(v, c, f->frame, a) : KB_SLOT_NONE);
  }
  claim_subject(v, c, f);
  borrow(v, c, f);
  settle_doers(v, c, f);
}
