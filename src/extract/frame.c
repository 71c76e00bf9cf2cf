/// Which frame a clause has, and which role each argument plays in it.
#include "extract_internal.h"

static uint32_t frame_of_lexeme(const kb_view* v, uint32_t lexeme)
{
  if (lexeme == KB_NONE) {
    return KB_NONE;
  }
  const kb_lexeme* x = kb_lexicon_lexeme(v->lex, lexeme);
  if (x->frame != KB_NONE) {
    return x->frame;
  }
  return x->base == KB_NONE ? KB_NONE : kb_lexicon_lexeme(v->lex, x->base)->frame;
}

/// Frames hang on verbs and on event nouns; a word read as another noun of
/// the same spelling may still be the masdar or participle.
uint32_t kb_extract__first_frame(const kb_view* v, uint32_t w)
{
  if (w >= v->doc->words.n) {
    return KB_NONE; // a clause may lack its predicate
  }
  const kb_word* word = kb_extract__word(v, w);
  if (word->lexeme == KB_NONE || word->feats.upos == KB_PROPN) {
    return KB_NONE;
  }
  return frame_of_lexeme(v, word->lexeme);
}

static bool is_passive(const kb_view* v, const kb_clause* c)
{
  return c->voice == KB_PASSIVE || kb_extract__word(v, c->predicate)->feats.verbform == KB_PASSIVE_PART;
}

/// Is the predicate a noun (masdar, event noun), not a verb or participle?
static bool is_noun(const kb_view* v, const kb_clause* c)
{
  const kb_feats f = kb_extract__word(v, c->predicate)->feats;
  return f.upos == KB_NOUN && f.verbform != KB_ACTIVE_PART && f.verbform != KB_PASSIVE_PART;
}

static bool is_participle(const kb_view* v, const kb_clause* c)
{
  const kb_lexeme* x    = kb_extract__lexeme(v, c->predicate);
  const kb_feats   f    = kb_extract__word(v, c->predicate)->feats;
  const unsigned   form = f.verbform || !x || f.upos != KB_ADJ ? f.verbform : x->feats.verbform;
  return form == KB_ACTIVE_PART || form == KB_PASSIVE_PART;
}

static kb_frame_slot slot_of_prep(const kb_view* v, uint32_t prep)
{
  return prep == KB_NONE ? KB_FS_COUNT : kb_lexicon_frame_slot(kb_extract__word(v, prep)->lemma);
}

static bool has_arg(const kb_view* v, const kb_clause* c, unsigned role)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    if (v->doc->args.v[c->first_arg + i].role == role) {
      return true;
    }
  }
  return false;
}

static bool has_slot(const kb_view* v, const kb_clause* c, kb_frame_slot slot)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_OBLIQUE && slot_of_prep(v, a->prep) == slot) {
      return true;
    }
  }
  return false;
}

/// An object besides the noun that a light verb brings.
static bool has_object(const kb_view* v, const kb_clause* c)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_OBJECT && a->word != c->predicate) {
      return true;
    }
  }
  return false;
}

/// An object of a masdar that is brought in by ل: دعم روسيا للرئيس.
static bool has_li_object(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_OBLIQUE && !f->args[KB_FS_LI] && slot_of_prep(v, a->prep) == KB_FS_LI) {
      return true;
    }
  }
  return false;
}

/// A masdar's genitive is its object if the verb has one and no other word fills it, else its subject.
/// Who or what is behind the masdar: his support, support of him; Israel's refusal, refusal of the plan.
static uint8_t genitive_role(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  const uint8_t object     = f->args[KB_FS_OBJ];
  const bool    is_pronoun = a->word < v->doc->words.n && kb_extract__word(v, a->word)->feats.upos == KB_PRON;
  const bool    is_alone   = object && !has_object(v, c) && !has_li_object(v, c, f);
  if (f->noun || !is_alone || (f->masdar_gen && object != KB_SLOT_PATIENT && object != KB_SLOT_TOPIC)) {
    return f->masdar_gen ? f->masdar_gen : f->noun ? f->args[KB_FS_GEN] : f->args[KB_FS_SUBJ];
  }
  const bool talk = f->stance || f->speech || kb_str_eq(f->type, KB_STR("CONSULT"));
  if (talk && (object == KB_SLOT_TOPIC || object == KB_SLOT_CONTENT)) {
    const uint32_t entity = kb_extract__entity(v, a->word);
    return entity != KB_NONE && kb_extract__is_actor(v, entity) ? f->args[KB_FS_SUBJ] : object;
  }
  return is_pronoun && (f->stance || f->speech) ? f->args[KB_FS_SUBJ] : object;
}

/// A light verb lends its prepositions to the noun: عقد اجتماعا مع.
static uint8_t lent_role(const kb_view* v, const kb_clause* c, unsigned slot)
{
  const uint32_t id = c->light == KB_NONE ? KB_NONE : kb_extract__first_frame(v, c->light);
  for (uint32_t i = id; i != KB_NONE; i = kb_lexicon_frame(v->lex, i)->next) {
    const uint8_t role = kb_lexicon_frame(v->lex, i)->args[slot];
    if (role && role != KB_SLOT_CONTENT) {
      return role;
    }
  }
  return KB_SLOT_NONE;
}

/// Of a light verb: those who undergo an attack are not its authors.
static uint8_t subject_role(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  if (!is_noun(v, c)) {
    // "the two were killed": a verb of killing without a victim has it for its subject
    const bool victim = f->casualty && f->args[KB_FS_OBJ] == KB_SLOT_PATIENT && !has_arg(v, c, KB_ARG_OBJECT);
    return is_passive(v, c) || victim ? f->args[KB_FS_OBJ] : f->args[KB_FS_SUBJ];
  }
  const uint8_t lent = lent_role(v, c, KB_FS_SUBJ);
  if (f->casualty && f->noun) {
    return KB_SLOT_PATIENT; // لقوا مصرعهم
  }
  return lent && lent != KB_SLOT_INSTRUMENT ? lent : f->args[KB_FS_SUBJ] ? f->args[KB_FS_SUBJ] : KB_SLOT_AGENT;
}

/// "two attacks of the Taliban", "a meeting of the council": ل after a noun of doing that has no object by it.
static bool is_doers(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  return is_noun(v, c) && c->light == KB_NONE && !has_arg(v, c, KB_ARG_GENITIVE) && f->args[KB_FS_LI] == KB_SLOT_NONE &&
         (f->noun || f->args[KB_FS_OBJ] == KB_SLOT_NONE);
}

static uint8_t oblique_role(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  const kb_frame_slot slot = slot_of_prep(v, a->prep);
  if (slot == KB_FS_COUNT) {
    uint32_t last = 0;
    return a->prep != KB_NONE && kb_extract__cue(v, a->prep, KB_CUE_ABOUT, &last) ? KB_SLOT_TOPIC : KB_SLOT_NONE;
  }
  if (slot == KB_FS_LI && is_doers(v, c, f)) {
    return KB_SLOT_AGENT;
  }
  if (f->args[slot]) {
    return f->args[slot];
  }
  const uint8_t lent   = lent_role(v, c, slot);
  const bool    verbal = is_noun(v, c) ? !f->noun : is_participle(v, c);
  if (slot == KB_FS_LI && verbal && f->args[KB_FS_OBJ] && !has_object(v, c) &&
      (!lent || has_arg(v, c, KB_ARG_GENITIVE))) {
    return f->args[KB_FS_OBJ]; // دعم روسيا للرئيس، الرافض للتعاون
  }
  if (lent) {
    return lent;
  }
  if (slot == KB_FS_LI && f->speech && kb_str_eq(f->type, KB_STR("STATEMENT"))) {
    return KB_SLOT_RECIPIENT; // told the paper
  }
  return slot == KB_FS_DIDD ? KB_SLOT_PATIENT : KB_SLOT_NONE;
}

static uint8_t clause_role(const kb_view* v, const kb_frame* f, const kb_arg* a)
{
  const kb_frame_slot slot = slot_of_prep(v, a->prep);
  const uint8_t       role = slot == KB_FS_COUNT ? KB_SLOT_NONE : f->args[slot];
  return role ? role : f->args[KB_FS_THAT];
}

static uint8_t role_of(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  if (a->role != KB_ARG_CLAUSE && a->word < v->doc->words.n && v->time[a->word] != KB_NONE &&
      v->quantity[a->word] == KB_NONE) {
    return KB_SLOT_NONE; // a date plays no part
  }
  if (a->word == c->predicate) {
    return KB_SLOT_NONE; // the noun that a light verb brings
  }
  switch (a->role) {
  case KB_ARG_SUBJECT:
    return subject_role(v, c, f);
  case KB_ARG_OBJECT:
    return f->noun && !f->args[KB_FS_OBJ] ? KB_SLOT_PATIENT : f->args[KB_FS_OBJ];
  case KB_ARG_OBJECT2:
    return f->args[KB_FS_OBJ2];
  case KB_ARG_GENITIVE:
    return genitive_role(v, c, f, a);
  case KB_ARG_ADJECTIVE:
    return f->args[KB_FS_ADJ] ? f->args[KB_FS_ADJ] : KB_SLOT_AGENT;
  case KB_ARG_OBLIQUE:
    return oblique_role(v, c, f, a);
  case KB_ARG_CLAUSE:
    return clause_role(v, f, a);
  case KB_ARG_BY:
    return KB_SLOT_AGENT;
  default:
    return KB_SLOT_NONE;
  }
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
  const kb_frame_slot slot = a->role == KB_ARG_OBLIQUE ? slot_of_prep(v, a->prep) : KB_FS_COUNT;
  if (slot == KB_FS_COUNT || a->word >= v->doc->words.n || a->prep <= c->predicate || has_slot(v, c, slot)) {
    return KB_FS_COUNT;
  }
  const bool next = a->prep == c->predicate + 1;
  return f->args[slot] || (slot == KB_FS_LI && next && oblique_role(v, c, f, a)) ? slot : KB_FS_COUNT;
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
        add_filler(f, a, oblique_role(v, c, f->frame, a));
      }
    }
  }
}

/// "an attack with ... on", "those opposed to": a phrase that the syntax hung on the verb
/// above belongs to the noun or participle that asks for it, if the verb does not.
static void borrow(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  const bool participle = is_participle(v, c);
  if (c->parent == KB_NONE || (!is_noun(v, c) && !participle)) {
    return;
  }
  borrow_from_names(v, c, f);
  const kb_clause* p = kb_extract__clause(v, c->parent);
  for (uint32_t i = 0; i < p->n_args; ++i) {
    const kb_arg*       a    = &v->doc->args.v[p->first_arg + i];
    const kb_frame_slot slot = wanted_slot(v, c, f->frame, a);
    const bool          near = participle && a->prep == c->predicate + 1;
    if (slot != KB_FS_COUNT && (near || !takes(v, p->predicate, slot)) && !is_nearer(v, c->predicate, a->prep, slot)) {
      add_filler(f, a, oblique_role(v, c, f->frame, a));
    }
  }
}

/// A verb without objects has a subject, even where the syntax took it for an object.
static void claim_subject(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  if (f->frame->args[KB_FS_OBJ] || is_noun(v, c) || is_passive(v, c)) {
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
    const bool is_li = x->arg->role == KB_ARG_OBLIQUE && slot_of_prep(v, x->arg->prep) == KB_FS_LI;
    li               = is_li ? x : li;
    other |= !is_li && x->arg->role == KB_ARG_OBLIQUE;
  }
  if (li && other && is_noun(v, c) && c->light == KB_NONE && !has_arg(v, c, KB_ARG_GENITIVE)) {
    li->role = KB_SLOT_AGENT;
  }
}

static void fill(const kb_view* v, const kb_clause* c, kb_framed* f)
{
  f->n = 0;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a  = &v->doc->args.v[c->first_arg + i];
    const bool    ok = a->word < v->doc->words.n || a->clause != KB_NONE;
    add_filler(f, a, ok ? role_of(v, c, f->frame, a) : KB_SLOT_NONE);
  }
  claim_subject(v, c, f);
  borrow(v, c, f);
  settle_doers(v, c, f);
}

uint32_t kb_extract__antecedent(const kb_view* v, uint32_t clause)
{
  const kb_clause* c    = kb_extract__clause(v, clause);
  const uint32_t   verb = c->light != KB_NONE ? c->light : c->predicate;
  if (c->rel != KB_REL_RELATIVE || verb >= v->doc->words.n || kb_extract__word(v, verb)->deprel != KB_ACL_RELCL) {
    return KB_NONE;
  }
  return kb_extract__word(v, verb)->head;
}

/// The light frame of a noun (إجراء، شن، قيام), NULL if it has none.
static const kb_frame* light_frame(const kb_view* v, uint32_t w)
{
  const uint32_t id = kb_extract__word(v, w)->feats.upos == KB_NOUN ? kb_extract__first_frame(v, w) : KB_NONE;
  for (uint32_t i = id; i != KB_NONE; i = kb_lexicon_frame(v->lex, i)->next) {
    if (kb_lexicon_frame(v->lex, i)->light) {
      return kb_lexicon_frame(v->lex, i);
    }
  }
  return NULL;
}

static kb_frame_slot case_slot(const kb_view* v, uint32_t w)
{
  const uint32_t prep = w > 0 && kb_extract__word(v, w - 1)->head == w ? w - 1 : KB_NONE;
  return prep != KB_NONE && kb_extract__word(v, prep)->deprel == KB_CASE ? slot_of_prep(v, prep) : KB_FS_COUNT;
}

/// What a light noun brings: its genitive, or the phrase that its verb takes for content (قيام ب).
static uint32_t brought_by(const kb_view* v, uint32_t w, const kb_frame* light)
{
  for (uint32_t d = w + 1; d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head != w || x->feats.upos != KB_NOUN) {
      continue;
    }
    const kb_frame_slot slot       = x->deprel == KB_NMOD ? case_slot(v, d) : KB_FS_COUNT;
    const uint32_t      deed       = kb_extract__core(v, d);
    const bool          is_content = slot != KB_FS_COUNT && light->args[slot] == KB_SLOT_CONTENT;
    if (is_content || (x->deprel == KB_NMOD_POSS && (v->clause[deed] != KB_NONE || light_frame(v, deed)))) {
      return deed;
    }
  }
  return KB_NONE;
}

uint32_t kb_extract__deed(const kb_view* v, uint32_t w)
{
  w = kb_extract__core(v, w);
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_frame* light   = light_frame(v, w);
    const uint32_t  brought = light ? brought_by(v, w, light) : KB_NONE;
    if (brought == KB_NONE || brought <= w) {
      break;
    }
    w = brought;
  }
  return w;
}

uint32_t kb_extract__clause_in(const kb_view* v, const kb_arg* a)
{
  return a->clause != KB_NONE || a->word >= v->doc->words.n ? a->clause : v->clause[kb_extract__deed(v, a->word)];
}

static bool is_event_like(const kb_view* v, const kb_arg* a)
{
  return kb_extract__clause_in(v, a) != KB_NONE || kb_extract__first_frame(v, a->word) != KB_NONE;
}

/// How well does this argument suit the role?
static int fit(const kb_view* v, const kb_arg* a, unsigned role)
{
  const uint32_t entity = kb_extract__entity(v, a->word);
  switch (role) {
  case KB_SLOT_CONTENT:
  case KB_SLOT_TOPIC:
    return is_event_like(v, a) ? 2 : entity != KB_NONE && v->doc->entities.v[entity].type == KB_ENT_PERSON ? -1 : 0;
  case KB_SLOT_PLACE:
    return entity != KB_NONE && kb_extract__is_place(v, entity) ? 1 : -1;
  case KB_SLOT_AMOUNT:
    return a->word < v->doc->words.n && v->quantity[a->word] != KB_NONE ? 1 : -2;
  case KB_SLOT_INSTRUMENT:
    return entity != KB_NONE && v->doc->entities.v[entity].type == KB_ENT_WEAPON ? 1 : 0;
  default:
    return entity != KB_NONE && kb_extract__is_actor(v, entity) ? 1 : is_event_like(v, a) ? -1 : 0;
  }
}

/** \name Conditions */

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
    return is_event_like(v, a);
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
      return is_noun(v, c) && !f->noun && slot == (f->args[KB_FS_OBJ] ? KB_FS_OBJ : KB_FS_SUBJ);
    }
    return a->role == (slot == KB_FS_SUBJ || is_passive(v, c) ? KB_ARG_SUBJECT : KB_ARG_OBJECT);
  case KB_FS_OBJ2:
    return a->role == KB_ARG_OBJECT2;
  case KB_FS_THAT:
    return a->role == KB_ARG_CLAUSE;
  case KB_FS_GEN:
    return a->role == KB_ARG_GENITIVE;
  default:
    return a->role == KB_ARG_OBLIQUE && slot_of_prep(v, a->prep) == slot;
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

/// Does every slot on which there are conditions meet one of them?
static bool holds_when(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  uint32_t wanted = 0, met = 0;
  for (uint32_t i = 0; i < f->n_conditions; ++i) {
    const kb_condition* condition = kb_lexicon_condition(v->lex, f->first_condition + i);
    wanted |= 1u << condition->slot;
    met |= is_met(v, c, f, condition) ? 1u << condition->slot : 0;
  }
  return wanted == met;
}

/// Filled slots speak for a frame, arguments without a slot against it.
static int score(const kb_view* v, const kb_clause* c, const kb_framed* f)
{
  int  total   = 0;
  bool content = false;
  for (size_t i = 0; i < f->n; ++i) {
    const kb_arg* a = f->fillers[i].arg;
    total += (a->role == KB_ARG_SUBJECT || a->role == KB_ARG_ADJECTIVE ? 1 : 4) + fit(v, a, f->fillers[i].role);
    content |= f->fillers[i].role == KB_SLOT_CONTENT && is_event_like(v, a);
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const unsigned role = v->doc->args.v[c->first_arg + i].role;
    const bool     core = role == KB_ARG_OBJECT || role == KB_ARG_OBJECT2 || role == KB_ARG_CLAUSE;
    bool           used = false;
    for (size_t k = 0; k < f->n; ++k) {
      used |= f->fillers[k].arg == &v->doc->args.v[c->first_arg + i];
    }
    total -= core && !used ? 3 : 0;
  }
  return f->frame->light && !content ? total - 6 : total;
}

enum { KB_SPECIFIC = 12 }; ///< a frame whose conditions are met goes before the general ones

/// The frame of a chain that suits the clause best, if it suits better than the best so far.
static void choose(const kb_view* v, const kb_clause* c, uint32_t first, kb_framed* best, int* top)
{
  for (uint32_t id = first; id != KB_NONE; id = kb_lexicon_frame(v->lex, id)->next) {
    kb_framed f = {.id = id, .frame = kb_lexicon_frame(v->lex, id)};
    if (!holds_when(v, c, f.frame)) {
      continue;
    }
    fill(v, c, &f);
    const int s = score(v, c, &f) + (f.frame->n_conditions ? KB_SPECIFIC : 0);
    if (best->id == KB_NONE || s > *top) {
      *best = f;
      *top  = s;
    }
  }
}

kb_framed kb_extract__frame(const kb_view* v, uint32_t clause)
{
  const kb_clause* c    = kb_extract__clause(v, clause);
  kb_framed        best = {.id = KB_NONE};
  int              top  = 0;
  choose(v, c, kb_extract__first_frame(v, c->predicate), &best, &top);
  const kb_lexeme* x = c->predicate < v->doc->words.n ? kb_extract__lexeme(v, c->predicate) : NULL;
  if (best.id == KB_NONE && x && x->frame != KB_NONE && x->base != KB_NONE) {
    choose(v, c, kb_lexicon_lexeme(v->lex, x->base)->frame, &best, &top); // what the noun alone is not, its verb may be
  }
  return best;
}

const kb_filler* kb_extract__filler(const kb_framed* f, unsigned role)
{
  for (size_t i = 0; i < f->n; ++i) {
    if (f->fillers[i].role == role) {
      return &f->fillers[i];
    }
  }
  return NULL;
}

/// Does the argument hold the clause: is it the clause itself, or a phrase around its predicate?
static bool holds(const kb_view* v, const kb_arg* a, uint32_t clause)
{
  const uint32_t p = kb_extract__clause(v, clause)->predicate;
  if (a->clause == clause || p >= v->doc->words.n) {
    return a->clause == clause;
  }
  if (a->word == p || (a->word < v->doc->words.n && kb_extract__deed(v, a->word) == p)) {
    return true;
  }
  // coordinated with what fills the slot
  uint32_t w = p;
  for (unsigned i = 0; i < KB_DEPTH && w != KB_NONE && kb_extract__word(v, w)->deprel == KB_CONJ; ++i) {
    w = kb_extract__word(v, w)->head;
    if (w == a->word) {
      return true;
    }
  }
  return false;
}

/// Does clause `up` hold `c` in a slot for what is said, wanted, refused or brought about?
static bool governs(const kb_view* v, uint32_t up, uint32_t c, kb_framed* f)
{
  *f = kb_extract__frame(v, up);
  for (size_t i = 0; f->id != KB_NONE && i < f->n; ++i) {
    const unsigned role = f->fillers[i].role;
    if ((role == KB_SLOT_CONTENT || role == KB_SLOT_TOPIC) && holds(v, f->fillers[i].arg, c)) {
      return true;
    }
  }
  return false;
}

/// The participle or noun right before the phrase of the clause above that holds `c`: الرافض لأي تعاون.
static uint32_t borrower(const kb_view* v, uint32_t up, uint32_t c)
{
  const kb_clause* p = kb_extract__clause(v, up);
  for (uint32_t i = 0; i < p->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[p->first_arg + i];
    if (a->prep != KB_NONE && a->prep > 0 && holds(v, a, c)) {
      const uint32_t b = v->clause[a->prep - 1];
      return b != up && b != c && b != KB_NONE && kb_extract__clause(v, b)->parent == up ? b : KB_NONE;
    }
  }
  return KB_NONE;
}

uint32_t kb_extract__governor(const kb_view* v, uint32_t c, kb_framed* f)
{
  const uint32_t up = kb_extract__clause(v, c)->parent;
  f->id             = KB_NONE;
  if (up == KB_NONE) {
    return KB_NONE;
  }
  const uint32_t b = borrower(v, up, c);
  if (b != KB_NONE && governs(v, b, c, f)) {
    return b;
  }
  return governs(v, up, c, f) ? up : KB_NONE;
}
