/// The role that a frame gives to each argument of its clause.
#include "frame.h"

/// متهم، معلن، مصرح: unvowelled, both participles of most derived verbs are spelled alike.
static bool may_be_acted_on(const kb_lexeme* verb)
{
  enum { V = 5, VI, VII, VIII, IX, X };
  const unsigned form = verb->form;
  return form > 1 && form <= X && form != V && form != VI && form != VII && form != IX;
}

/// "الوزير متهم بالفساد": what is said of the subject of a verbless clause by the participle of a transitive verb that
/// has no object, not even one with ل.
static bool says_acted_on(const kb_view* v, const kb_clause* c)
{
  const kb_lexeme* x    = kb_extract__lexeme(v, c->predicate);
  const kb_lexeme* verb = x && x->base != KB_NONE ? kb_lexicon_lexeme(v->lex, x->base) : NULL;
  if (c->kind != KB_CLAUSE_NOMINAL || !verb || verb->kind != KB_LEX_VERB || !kb_extract__is_participle(v, c) ||
      !may_be_acted_on(verb) || !verb->has_passive) {
    return false;
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a  = &v->doc->args.v[c->first_arg + i];
    const bool    li = a->role == KB_ARG_OBLIQUE && kb_extract__slot_of_prep(v, a->prep) == KB_FS_LI &&
                    a->word < v->doc->words.n && kb_extract__word(v, a->word)->feats.upos != KB_PRON;
    if (li || a->role == KB_ARG_OBJECT || a->role == KB_ARG_CLAUSE) {
      return false;
    }
  }
  return true;
}

bool kb_extract__is_passive(const kb_view* v, const kb_clause* c)
{
  return c->voice == KB_PASSIVE || kb_extract__word(v, c->predicate)->feats.verbform == KB_PASSIVE_PART ||
         says_acted_on(v, c);
}

bool kb_extract__is_noun(const kb_view* v, const kb_clause* c)
{
  const kb_feats f = kb_extract__word(v, c->predicate)->feats;
  return f.upos == KB_NOUN && f.verbform != KB_ACTIVE_PART && f.verbform != KB_PASSIVE_PART;
}

bool kb_extract__is_participle(const kb_view* v, const kb_clause* c)
{
  const kb_lexeme* x    = kb_extract__lexeme(v, c->predicate);
  const kb_feats   f    = kb_extract__word(v, c->predicate)->feats;
  const unsigned   form = f.verbform || !x || f.upos != KB_ADJ ? f.verbform : x->feats.verbform;
  return form == KB_ACTIVE_PART || form == KB_PASSIVE_PART;
}

bool kb_extract__has_arg(const kb_view* v, const kb_clause* c, unsigned role)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    if (v->doc->args.v[c->first_arg + i].role == role) {
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
    if (a->role == KB_ARG_OBLIQUE && !f->args[KB_FS_LI] && kb_extract__slot_of_prep(v, a->prep) == KB_FS_LI) {
      return true;
    }
  }
  return false;
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

/// "drove them to", "charged him with": whom the light verb acts on does what it is about.
bool kb_extract__makes_do(const kb_frame* f)
{
  return f->light && f->args[KB_FS_OBJ] == KB_SLOT_PATIENT &&
         (f->effect == KB_EFFECT_ORDERED || f->effect == KB_EFFECT_POSSIBLE ||
          kb_str_eq(f->predicate, KB_STR("causes")));
}

/// Does the light verb act on whoever is to do it?
static bool is_made(const kb_view* v, const kb_clause* c)
{
  const uint32_t id = c->light == KB_NONE ? KB_NONE : kb_extract__first_frame(v, c->light);
  for (uint32_t i = id; i != KB_NONE; i = kb_lexicon_frame(v->lex, i)->next) {
    if (kb_extract__makes_do(kb_lexicon_frame(v->lex, i))) {
      return has_object(v, c);
    }
  }
  return false;
}

/// Has the light verb a subject of its own, who does it: قام ب، شن, not تم?
static bool has_personal_light(const kb_view* v, const kb_clause* c)
{
  const uint8_t subject = lent_role(v, c, KB_FS_SUBJ);
  return subject == KB_SLOT_AGENT || is_made(v, c);
}

/// Verbs of wanting, promising, refusing and asking: what they govern has a doer already.
static bool is_willed(const kb_frame* f)
{
  switch (f->speech) {
  case KB_SPEECH_ASK:
  case KB_SPEECH_PROMISE:
  case KB_SPEECH_THREATEN:
  case KB_SPEECH_ORDER:
    return true;
  case KB_SPEECH_NONE:
    return f->light || f->effect == KB_EFFECT_INTENDED || f->effect == KB_EFFECT_NEGATES;
  default:
    return false;
  }
}

/// Does a frame of the word want, promise, refuse or ask for what stands in this slot?
static bool wills(const kb_view* v, uint32_t w, kb_frame_slot slot)
{
  for (uint32_t id = kb_extract__first_frame(v, w); id != KB_NONE; id = kb_lexicon_frame(v->lex, id)->next) {
    const kb_frame* f = kb_lexicon_frame(v->lex, id);
    if (f->args[KB_FS_SUBJ] == KB_SLOT_AGENT && is_willed(f) &&
        (f->args[slot] == KB_SLOT_CONTENT || f->args[slot] == KB_SLOT_TOPIC)) {
      return true;
    }
  }
  return false;
}

/// Who governs it does it: "plans to help Qatar", "was sent to help the army". Then its genitive is no doer.
static bool is_infinitive(const kb_view* v, const kb_clause* c)
{
  const uint32_t w = c->predicate;
  if (c->light != KB_NONE || c->parent == KB_NONE || kb_extract__word(v, w)->feats.state == KB_DEF) {
    return false;
  }
  const kb_clause* p = kb_extract__clause(v, c->parent);
  for (uint32_t i = 0; i < p->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[p->first_arg + i];
    if (a->word != w || (a->role != KB_ARG_OBJECT && a->role != KB_ARG_OBLIQUE)) {
      continue;
    }
    const kb_frame_slot slot = a->role == KB_ARG_OBJECT ? KB_FS_OBJ : kb_extract__slot_of_prep(v, a->prep);
    return slot == KB_FS_LI ? p->kind == KB_CLAUSE_VERB : slot != KB_FS_COUNT && wills(v, p->predicate, slot);
  }
  return false;
}

/// What the verb behind a noun of doing takes for its object.
static uint8_t verbal_object(const kb_view* v, const kb_clause* c)
{
  const kb_lexeme* x      = kb_extract__lexeme(v, c->predicate);
  const uint32_t   id     = x && x->base != KB_NONE ? kb_lexicon_lexeme(v->lex, x->base)->frame : KB_NONE;
  const uint8_t    object = id == KB_NONE ? KB_SLOT_NONE : kb_lexicon_frame(v->lex, id)->args[KB_FS_OBJ];
  return object == KB_SLOT_PATIENT || object == KB_SLOT_RECIPIENT || object == KB_SLOT_COUNTERPART ? object
                                                                                                   : KB_SLOT_NONE;
}

/// "تجمعوا لمطالبة الحكومة بالاستقالة": of whom something is demanded where people do something else in order to demand
/// it, not "their refusal of the demand of".
static uint8_t asked_role(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  const uint32_t w    = c->predicate;
  const uint32_t head = kb_extract__word(v, w)->head;
  const bool     asks = !f->noun && (f->speech == KB_SPEECH_ASK || f->speech == KB_SPEECH_ORDER);
  if (!asks || c->light != KB_NONE || w == 0 || kb_extract__slot_of_prep(v, w - 1) != KB_FS_LI ||
      head >= v->doc->words.n || head > w) {
    return KB_SLOT_NONE;
  }
  const bool acts     = kb_extract__entity(v, head) != KB_NONE && kb_extract__is_actor(v, kb_extract__entity(v, head));
  const bool in_order = kb_extract__word(v, head)->feats.upos == KB_VERB && is_infinitive(v, c);
  return acts || in_order ? f->args[KB_FS_OBJ] : KB_SLOT_NONE;
}

/// A masdar's genitive is its object if the verb has one and no other word fills it, else its
/// subject: his support, support of him; Israel's refusal, refusal of the plan.
static uint8_t genitive_role(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  const uint8_t object     = f->args[KB_FS_OBJ];
  const bool    is_pronoun = a->word < v->doc->words.n && kb_extract__word(v, a->word)->feats.upos == KB_PRON;
  const bool    is_alone   = object && (has_personal_light(v, c) || (!has_object(v, c) && !has_li_object(v, c, f)));
  if ((f->noun ? f->args[KB_FS_GEN] : f->masdar_gen) == KB_SLOT_AGENT) {
    const uint8_t acted_on = f->speech ? asked_role(v, c, f) : verbal_object(v, c);
    if (has_personal_light(v, c) || (acted_on && !is_pronoun && (f->speech || is_infinitive(v, c)))) {
      return acted_on;
    }
  }
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

/// Of a light verb: those who undergo an attack are not its authors.
static uint8_t subject_role(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  if (!kb_extract__is_noun(v, c)) {
    // "the two were killed": a verb of killing without a victim has it for its subject
    const bool victim =
      f->casualty && f->args[KB_FS_OBJ] == KB_SLOT_PATIENT && !kb_extract__has_arg(v, c, KB_ARG_OBJECT);
    return kb_extract__is_passive(v, c) || victim ? f->args[KB_FS_OBJ] : f->args[KB_FS_SUBJ];
  }
  if (is_made(v, c)) {
    return KB_SLOT_NONE;
  }
  const uint8_t lent = lent_role(v, c, KB_FS_SUBJ);
  if (f->casualty && (f->noun || c->kind == KB_CLAUSE_NOMINAL)) {
    return KB_SLOT_PATIENT; // لقوا مصرعهم; nobody is a killing: إن جنديا قتل
  }
  return lent && lent != KB_SLOT_INSTRUMENT ? lent : f->args[KB_FS_SUBJ] ? f->args[KB_FS_SUBJ] : KB_SLOT_AGENT;
}

/// "two attacks of the Taliban", "a meeting of the council": ل after a noun of doing that has no object by it.
static bool is_doers(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  return kb_extract__is_noun(v, c) && c->light == KB_NONE && !kb_extract__has_arg(v, c, KB_ARG_GENITIVE) &&
         f->args[KB_FS_LI] == KB_SLOT_NONE && (f->noun || f->args[KB_FS_OBJ] == KB_SLOT_NONE);
}

/// "fired rockets towards the town": whom an attack that takes على has for its aim.
static bool shoots_at(const kb_view* v, const kb_frame* f, uint32_t prep)
{
  return prep != KB_NONE && kb_str_eq(f->type, KB_STR("ASSAULT")) && f->args[KB_FS_ALA] == KB_SLOT_PATIENT &&
         kb_lexicon_cue_of(v->lex, kb_extract__word(v, prep)->lemma, KB_CUE_TOWARDS);
}

uint8_t kb_extract__oblique_role(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
{
  const kb_frame_slot slot = kb_extract__slot_of_prep(v, a->prep);
  if (slot == KB_FS_COUNT && shoots_at(v, f, a->prep)) {
    return KB_SLOT_PATIENT;
  }
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
  const bool    verbal = kb_extract__is_noun(v, c) ? !f->noun : kb_extract__is_participle(v, c);
  if (slot == KB_FS_LI && verbal && f->args[KB_FS_OBJ] && !has_object(v, c) &&
      (!lent || kb_extract__has_arg(v, c, KB_ARG_GENITIVE))) {
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
  const kb_frame_slot slot = kb_extract__slot_of_prep(v, a->prep);
  const uint8_t       role = slot == KB_FS_COUNT ? KB_SLOT_NONE : f->args[slot];
  return role ? role : f->args[KB_FS_THAT];
}

uint8_t kb_extract__role_of(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a)
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
    if (is_made(v, c)) {
      return KB_SLOT_AGENT;
    }
    return f->noun && !f->args[KB_FS_OBJ] ? KB_SLOT_PATIENT : f->args[KB_FS_OBJ];
  case KB_ARG_OBJECT2:
    return f->args[KB_FS_OBJ2];
  case KB_ARG_GENITIVE:
    return genitive_role(v, c, f, a);
  case KB_ARG_ADJECTIVE:
    return f->args[KB_FS_ADJ] ? f->args[KB_FS_ADJ] : KB_SLOT_AGENT;
  case KB_ARG_OBLIQUE:
    return kb_extract__oblique_role(v, c, f, a);
  case KB_ARG_CLAUSE:
    return clause_role(v, f, a);
  case KB_ARG_BY:
    return KB_SLOT_AGENT;
  default:
    return KB_SLOT_NONE;
  }
}
