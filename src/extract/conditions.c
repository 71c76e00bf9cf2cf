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

/// "them" said of people only: هم, and whoever speaks or is spoken to.
static bool is_personal(kb_feats f)
{
  return f.upos == KB_PRON && (f.number == KB_PLUR || f.person == 1 || f.person == 2);
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

/// The noun that a phrase speaks of: "tens of thousands of Afghans", "any refugee".
static uint32_t meant_by(const kb_view* v, uint32_t w)
{
  enum { NEAR = 4 };
  w = kb_extract__core(v, w);
  for (uint32_t d = w + 1; d < v->doc->words.n && d <= w + NEAR && kb_extract__entity(v, w) == KB_NONE; ++d) {
    const kb_lexeme* x   = kb_extract__lexeme(v, w);
    const unsigned   cls = x ? x->noun_class : KB_CLASS_NONE;
    const bool       opens =
      cls == KB_CLASS_QUANTITY || cls == KB_CLASS_NUMBER || kb_extract__word(v, w)->feats.upos == KB_NUM;
    const kb_word* y = kb_extract__word(v, d);
    if (opens && y->head == w && (y->deprel == KB_NMOD || y->deprel == KB_NMOD_POSS)) {
      w = d;
    }
  }
  return w;
}

/// The class of a noun that names neither people nor places nor numbers; -1 for all others.
static int class_of_thing(const kb_view* v, const kb_arg* a)
{
  const kb_lexeme* x = kb_extract__lexeme(v, meant_by(v, a->word));
  if (kb_extract__word(v, a->word)->feats.upos != KB_NOUN || !x || v->quantity[a->word] != KB_NONE ||
      kb_extract__entity(v, a->word) != KB_NONE) {
    return -1;
  }
  switch (x->noun_class) {
  case KB_CLASS_PERSON:
  case KB_CLASS_ROLE:
  case KB_CLASS_GROUP:
  case KB_CLASS_ORG:
  case KB_CLASS_PLACE:
  case KB_CLASS_NUMBER:
  case KB_CLASS_QUANTITY:
    return -1;
  default:
    return x->noun_class;
  }
}

/// What nobody can touch: hopes, prices, times, and what is done to them.
static bool is_idea(const kb_view* v, const kb_arg* a)
{
  switch (class_of_thing(v, a)) {
  case KB_CLASS_NONE:
    return kb_extract__word(v, a->word)->feats.verbform == KB_MASDAR;
  case KB_CLASS_ABSTRACT:
  case KB_CLASS_SPEECH:
  case KB_CLASS_MONEY:
  case KB_CLASS_TIME:
    return true;
  default:
    return false;
  }
}

/// People, also those that a nationality names (الفلسطينيون), or of whom only the number is told (الآلاف).
static bool is_person(const kb_view* v, uint32_t w, uint32_t entity, bool people)
{
  const uint32_t   m    = kb_extract__mention(v, w);
  const kb_lexeme* noun = kb_extract__lexeme(v, w);
  const unsigned   cls  = noun ? noun->noun_class : KB_CLASS_NONE;
  if (entity == KB_NONE) {
    return people || cls == KB_CLASS_NUMBER || cls == KB_CLASS_QUANTITY;
  }
  const unsigned type = v->doc->entities.v[entity].type;
  return type == KB_ENT_PERSON || type == KB_ENT_GROUP || type == KB_ENT_PEOPLE ||
         (m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_DEMONYM);
}

/// Is the argument of the class "@place", "@country" and so on: by its entity, else by its noun?
static bool is_of_class(const kb_view* v, const kb_arg* a, kb_str name)
{
  const bool any = kb_str_eq(name, KB_STR("@any"));
  if (any || a->word >= v->doc->words.n) {
    return any || kb_str_eq(name, KB_STR("@event"));
  }
  const uint32_t   at   = meant_by(v, a->word);
  const uint32_t   own  = kb_extract__entity(v, a->word);
  const uint32_t   x    = own != KB_NONE ? own : kb_extract__entity(v, at);
  const kb_lexeme* noun = kb_extract__lexeme(v, at);
  const unsigned   cls  = noun ? noun->noun_class : KB_CLASS_NONE;
  const unsigned   type = x == KB_NONE ? KB_ENT_NARRATOR : v->doc->entities.v[x].type;
  if (kb_str_eq(name, KB_STR("@event"))) {
    return kb_extract__is_event_like(v, a);
  }
  if (kb_str_eq(name, KB_STR("@thing"))) {
    return class_of_thing(v, a) >= 0;
  }
  if (kb_str_eq(name, KB_STR("@idea"))) {
    return is_idea(v, a);
  }
  if (kb_str_eq(name, KB_STR("@media"))) {
    return x != KB_NONE && kb_str_eq(v->doc->entities.v[x].sector, KB_STR("JRN"));
  }
  if (kb_str_eq(name, KB_STR("@weapon"))) {
    return cls == KB_CLASS_WEAPON || type == KB_ENT_WEAPON;
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
  const bool people = is_people(cls) || is_personal(kb_extract__word(v, a->word)->feats);
  if (kb_str_eq(name, KB_STR("@person"))) {
    return is_person(v, own != KB_NONE ? a->word : at, x, people);
  }
  if (kb_str_eq(name, KB_STR("@site"))) {
    return x != KB_NONE ? kb_extract__is_place(v, x) : cls == KB_CLASS_PLACE || cls == KB_CLASS_FACILITY;
  }
  return x != KB_NONE ? kb_extract__is_actor(v, x) : people || cls == KB_CLASS_ORG;
}

/// What the syntax took for the object of a verb that has none is its subject.
static bool is_subject(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  return a->role == KB_ARG_SUBJECT || (a->role == KB_ARG_OBJECT && !f->args[KB_FS_OBJ] && !kb_extract__is_noun(v, c) &&
                                       !kb_extract__is_passive(v, c));
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
    if (slot == KB_FS_SUBJ) {
      return is_subject(v, c, f, a);
    }
    return a->role == (kb_extract__is_passive(v, c) ? KB_ARG_SUBJECT : KB_ARG_OBJECT);
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

static bool suits(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a, const kb_condition* x)
{
  const bool named = kb_str_starts(x->lemma, KB_STR("@"));
  return stands_in(v, c, f, a, x->slot) && (named ? is_of_class(v, a, x->lemma) : is_word(v, a, x->lemma));
}

static bool is_pronoun(const kb_view* v, const kb_arg* a)
{
  return a->word < v->doc->words.n && kb_extract__word(v, a->word)->feats.upos == KB_PRON;
}

/// The noun that a light verb brings is none of its own arguments, nor is what stands around it: "the last meeting".
static bool is_itself(const kb_view* v, const kb_clause* c, const kb_arg* a)
{
  if (c->light == KB_NONE || a->word >= v->doc->words.n) {
    return false;
  }
  const kb_word* w = kb_extract__word(v, a->word);
  return a->word == c->predicate || (a->word < c->predicate && c->predicate <= w->last && c->light < a->word);
}

/// The noun that a relative clause or a participle describes.
static uint32_t described(const kb_view* v, const kb_clause* c)
{
  const kb_word* w = kb_extract__word(v, c->predicate);
  return kb_extract__is_participle(v, c) && w->deprel == KB_AMOD
           ? w->head
           : kb_extract__antecedent(v, (uint32_t)(c - v->doc->clauses.v));
}

/// A relative clause speaks of the noun before it: by a pronoun, or by leaving its subject out.
static bool is_met(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_condition* x)
{
  const uint32_t head = described(v, c);
  bool           full = head == KB_NONE;
  if (x->slot == KB_FS_ADJ) {
    return has_adjective(v, c, x->lemma);
  }
  if (x->never && x->slot == KB_FS_SUBJ && c->light != KB_NONE) {
    return false; // its subject may be what undergoes it: "the proposal met with support"
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a       = &v->doc->args.v[c->first_arg + i];
    const bool    resumes = head != KB_NONE && is_pronoun(v, a);
    const kb_arg  meant   = {a->role, resumes ? head : a->word, a->prep, a->clause};
    full |= resumes || a->role == KB_ARG_SUBJECT;
    if (!is_itself(v, c, a) && (suits(v, c, f, a, x) || (resumes && suits(v, c, f, &meant, x)))) {
      return true;
    }
  }
  return !full && suits(v, c, f, &(kb_arg){KB_ARG_SUBJECT, head, KB_NONE, KB_NONE}, x);
}

bool kb_extract__holds_when(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  uint32_t wanted = 0, met = 0;
  for (uint32_t i = 0; i < f->n_conditions; ++i) {
    const kb_condition* condition = kb_lexicon_condition(v->lex, f->first_condition + i);
    const bool          is        = is_met(v, c, f, condition);
    if (condition->never && is) {
      return false;
    }
    wanted |= condition->never ? 0 : 1u << condition->slot;
    met |= is && !condition->never ? 1u << condition->slot : 0;
  }
  return wanted == met;
}
