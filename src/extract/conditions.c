/// Conditions of frames: words, adjectives and classes that a slot must hold.
#include "frame.h"

/// Is the argument, or the noun that it counts, this word?
static bool is_word(const kb_view* v, const kb_arg* a, kb_str lemma)
{
  enum { NEAR = 4 }; // عشرات من المتظاهرين الغاضبين
  uint32_t at = a->word;
  for (uint32_t w = a->word; w < v->doc->words.n && w <= a->word + NEAR; ++w) {
    const kb_word* x = kb_extract__word(v, w);
    if (w == at || (x->head == at && (x->deprel == KB_NMOD || x->deprel == KB_NMOD_POSS))) {
      at = w;
      if (kb_str_eq(x->lemma, lemma)) {
        return true;
      }
    }
  }
  return false;
}

static bool is_people(unsigned noun_class)
{
  return noun_class == KB_CLASS_PERSON || noun_class == KB_CLASS_ROLE || noun_class == KB_CLASS_GROUP;
}

/// Does this adjective follow the predicate: عملية عسكرية?
static bool has_adjective(const kb_view* v, const kb_clause* c, kb_str lemma)
{
  enum { NEAR = 4 }; // حملة القصف الجوية
  for (uint32_t w = c->predicate + 1; w < v->doc->words.n && w <= c->predicate + NEAR; ++w) {
    const kb_word* x = kb_extract__word(v, w);
    if (x->deprel == KB_AMOD && x->head == c->predicate && kb_str_eq(x->lemma, lemma)) {
      return true;
    }
  }
  return false;
}

/// Is the argument of the class "@place", "@country" and so on: by its entity, else by its noun?
static bool is_of_class(const kb_view* v, const kb_arg* a, kb_str name)
{
  if (a->word >= v->doc->words.n) {
    return kb_str_eq(name, KB_STR("@event"));
  }
  const uint32_t   x    = kb_extract__entity(v, a->word);
  const kb_lexeme* noun = kb_extract__lexeme(v, kb_extract__core(v, a->word));
  const unsigned   cls  = noun ? noun->noun_class : KB_CLASS_NONE;
  const unsigned   type = x == KB_NONE ? KB_ENT_NARRATOR : v->doc->entities.v[x].type;
  if (kb_str_eq(name, KB_STR("@event"))) {
    return kb_extract__is_event_like(v, a);
  }
  if (kb_str_eq(name, KB_STR("@amount"))) {
    return v->quantity[a->word] != KB_NONE || kb_extract__word(v, a->word)->feats.upos == KB_NUM ||
           cls == KB_CLASS_NUMBER || cls == KB_CLASS_MONEY || cls == KB_CLASS_UNIT;
  }
  if (kb_str_eq(name, KB_STR("@country"))) {
    return type == KB_ENT_COUNTRY;
  }
  if (kb_str_eq(name, KB_STR("@place"))) {
    return x != KB_NONE ? kb_extract__is_place(v, x) : cls == KB_CLASS_PLACE;
  }
  if (kb_str_eq(name, KB_STR("@person"))) {
    return x != KB_NONE ? type == KB_ENT_PERSON || type == KB_ENT_GROUP : is_people(cls);
  }
  return x != KB_NONE ? kb_extract__is_actor(v, x) : is_people(cls) || cls == KB_CLASS_ORG;
}

/// A masdar's genitive stands for the object of a verb that has one, else for the subject.
static bool stands_in(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a, unsigned slot)
{
  switch (slot) {
  case KB_FS_SUBJ:
  case KB_FS_OBJ:
    if (a->role == KB_ARG_GENITIVE) {
      return kb_extract__is_noun(v, c) && !f->noun && slot == (f->args[KB_FS_OBJ] ? KB_FS_OBJ : KB_FS_SUBJ);
    }
    return a->role == (slot == KB_FS_SUBJ || kb_extract__is_passive(v, c) ? KB_ARG_SUBJECT : KB_ARG_OBJECT);
  case KB_FS_OBJ2:
    return a->role == KB_ARG_OBJECT2;
  case KB_FS_THAT:
    return a->role == KB_ARG_CLAUSE;
  case KB_FS_GEN:
    return a->role == KB_ARG_GENITIVE;
  default:
    return a->role == KB_ARG_OBLIQUE && kb_extract__slot_of_prep(v, a->prep) == slot;
  }
}

static bool is_met(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_condition* condition)
{
  const kb_str lemma = condition->lemma;
  const bool   named = kb_str_starts(lemma, KB_STR("@"));
  if (condition->slot == KB_FS_ADJ) {
    return has_adjective(v, c, lemma);
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (stands_in(v, c, f, a, condition->slot) && (named ? is_of_class(v, a, lemma) : is_word(v, a, lemma))) {
      return true;
    }
  }
  return false;
}

bool kb_extract__holds_when(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  uint32_t wanted = 0, met = 0;
  for (uint32_t i = 0; i < f->n_conditions; ++i) {
    const kb_condition* condition = kb_lexicon_condition(v->lex, f->first_condition + i);
    wanted |= 1u << condition->slot;
    met |= is_met(v, c, f, condition) ? 1u << condition->slot : 0;
  }
  return wanted == met;
}
