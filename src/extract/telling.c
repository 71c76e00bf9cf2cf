/*
   Which clauses tell an event. Nouns often only point back to one, qualify
   another noun, or name a thing.
*/
#include "events.h"

/// A word inside a name: the United States unite nobody.
static bool is_in_name(const kb_view* v, uint32_t w)
{
  const uint32_t m = v->cover[w];
  return m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_NAME &&
         v->doc->mentions.v[m].type != KB_ENT_HAPPENING;
}

/// A word inside a fixed phrase that tells nothing: a checkpoint is no search.
static bool is_in_idiom(const kb_view* v, uint32_t w)
{
  enum { NEAR = 3 };
  const uint32_t start = kb_extract__sentence_first(v, w);
  for (uint32_t k = w; k + NEAR >= w; --k) {
    uint32_t last = 0;
    if (kb_extract__cue(v, k, KB_CUE_IDIOM, &last) && last >= w) {
      return true;
    }
    if (k == start) {
      break;
    }
  }
  return false;
}

/// Nouns of people, bodies, places, papers and things, though their root is a verb's.
static bool is_thing(const kb_lexeme* x, const kb_frame* f)
{
  switch (x ? x->noun_class : KB_CLASS_NONE) {
  case KB_CLASS_NONE:
  case KB_CLASS_EVENT:
  case KB_CLASS_SPEECH:
  case KB_CLASS_MONEY:
    return false;
  case KB_CLASS_ABSTRACT:
    return !f->noun;
  default:
    return true;
  }
}

static bool is_one_of(kb_str type, const char* const* list)
{
  while (*list && !kb_str_eq(type, kb_str_of(*list))) {
    ++list;
  }
  return *list;
}

/// Without participants a noun of speech, attitude or decision only points back; a masdar of help, force or
/// trade names what may be done.
static bool needs_participants(const kb_frame* f)
{
  static const char* const verbal[]  = {"STATEMENT", "APPEAL",   "REQUEST", "AGREE",   "SUPPORT",
                                        "ACCUSE",    "THREATEN", "REJECT",  "CONCEDE", NULL};
  static const char* const masdars[] = {"AID", "SANCTION", "MOBILIZE", "COOPERATE", NULL};
  static const char* const trades[]  = {"culture", "health", NULL};
  static const char* const deeds[]   = {"demo", "strike", "hunger", NULL}; // of protest; others may be words or moods
  return kb_str_eq(f->type, KB_STR("PROTEST"))
           ? !is_one_of(f->mode, deeds)
           : is_one_of(f->type, verbal) || (!f->noun && (is_one_of(f->type, masdars) || is_one_of(f->subtype, trades)));
}

/// What is done everywhere and always: to tell an event a noun of these must say of whom, where or when. That
/// something rises, falls or breaks and that somebody dies is news wherever it is said what or who.
static bool needs_grounds(const kb_framed* f)
{
  static const char* const trades[]  = {"economy",     "culture",  "health", "science",  "crime",
                                        "appointment", "movement", "death",  "accident", NULL};
  static const char* const changes[] = {"rises", "falls", "diesOf", "collapses", NULL};
  const bool               is_other  = kb_str_eq(f->frame->type, KB_STR("OTHER"));
  return is_other && (!f->frame->subtype.n || is_one_of(f->frame->subtype, trades)) &&
         !(kb_extract__filler(f, KB_SLOT_PATIENT) && is_one_of(f->frame->predicate, changes));
}

static bool has_argument(const kb_framed* f, unsigned but)
{
  for (size_t i = 0; i < f->n; ++i) {
    if (f->fillers[i].arg->role != but) {
      return true;
    }
  }
  return false;
}

/// "reception centre", "aid agencies": the noun only tells what kind of body or place it is.
static bool qualifies(const kb_view* v, uint32_t w)
{
  const kb_word* x = kb_extract__word(v, w);
  if (x->deprel != KB_NMOD_POSS || x->head >= v->doc->words.n) {
    return false;
  }
  const kb_lexeme* head = kb_extract__lexeme(v, x->head);
  switch (head ? head->noun_class : KB_CLASS_NONE) {
  case KB_CLASS_PERSON:
  case KB_CLASS_GROUP:
  case KB_CLASS_ORG:
  case KB_CLASS_PLACE:
  case KB_CLASS_FACILITY:
  case KB_CLASS_TIME:
  case KB_CLASS_UNIT:
  case KB_CLASS_VEHICLE:
    return true;
  default:
    return false;
  }
}

/// "in fighting terror", "in a statement": a circumstance, unless the verb asks for it.
static bool is_circumstance(const kb_view* v, uint32_t clause, const kb_framed* f)
{
  const uint32_t w = kb_extract__clause(v, clause)->predicate;
  kb_framed      parent;
  if (w == kb_extract__sentence_first(v, w) || kb_extract__word(v, w - 1)->feats.upos != KB_ADP ||
      kb_extract__slot_of_prep(v, w - 1) != KB_FS_FI || kb_extract__governor(v, clause, &parent) != KB_NONE) {
    return false;
  }
  const bool masdar = !f->frame->noun || f->frame->args[KB_FS_GEN] == KB_SLOT_PATIENT;
  return f->frame->speech || (masdar && f->n > 0);
}

/// "their failure to reach an agreement": the noun above it lends it participants; "three dead" fell or are announced.
static bool is_brought(const kb_view* v, uint32_t clause, const kb_framed* f)
{
  kb_framed parent;
  return kb_extract__governor(v, clause, &parent) != KB_NONE &&
         ((f->frame->noun && f->frame->casualty) || (parent.frame->light && parent.n > 1));
}

static bool noun_tells(const kb_view* v, uint32_t clause, const kb_framed* f)
{
  const uint32_t w = kb_extract__clause(v, clause)->predicate;
  if (is_thing(kb_extract__lexeme(v, w), f->frame) || (needs_participants(f->frame) && !f->n)) {
    return is_brought(v, clause, f);
  }
  return !qualifies(v, w) && !is_circumstance(v, clause, f) &&
         (!needs_grounds(f) || kb_extract__is_grounded(v, clause));
}

/// Ideas, words, sums: nobody shoots them but in a manner of speaking.
static bool is_abstract(const kb_view* v, const kb_arg* a)
{
  if (a->word >= v->doc->words.n || v->quantity[a->word] != KB_NONE || kb_extract__entity(v, a->word) != KB_NONE) {
    return false;
  }
  const kb_lexeme* x = kb_extract__lexeme(v, a->word);
  switch (x && kb_extract__word(v, a->word)->feats.upos == KB_NOUN ? x->noun_class : KB_CLASS_NONE) {
  case KB_CLASS_ABSTRACT:
  case KB_CLASS_SPEECH:
  case KB_CLASS_NUMBER:
  case KB_CLASS_DOCUMENT:
    return true;
  default:
    return false;
  }
}

/// "struck a note", "a wave of anger swept": violence and protest are done by and to people and things.
static bool is_figurative(const kb_view* v, const kb_framed* f)
{
  static const char* const physical[]  = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", NULL};
  const bool               is_protest  = kb_str_eq(f->frame->type, KB_STR("PROTEST")); // against what it may be
  const bool               is_physical = is_one_of(f->frame->type, physical);
  for (size_t i = 0; is_physical && i < f->n; ++i) {
    const unsigned role = f->fillers[i].role;
    const bool     told = role == KB_SLOT_AGENT || (role == KB_SLOT_PATIENT && !is_protest);
    if (told && is_abstract(v, f->fillers[i].arg)) {
      return true;
    }
  }
  return false;
}

/// "من المتوقع أن", "الغارات المحتملة": only says how real something else is.
static bool is_modal(const kb_view* v, uint32_t w)
{
  uint32_t last = w;
  return kb_extract__word(v, w)->feats.upos != KB_VERB && kb_extract__cue(v, w, KB_CUE_MODAL, &last) != NULL;
}

bool kb_extract__tells(const kb_view* v, uint32_t clause, const kb_framed* f)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  const bool exists  = c->kind == KB_CLAUSE_EXISTENTIAL && kb_extract__word(v, c->predicate)->feats.upos == KB_VERB;
  if (f->id == KB_NONE || f->frame->light || f->frame->none || exists || is_in_name(v, c->predicate) ||
      is_figurative(v, f) || is_in_idiom(v, c->predicate) || is_modal(v, c->predicate)) {
    return false;
  }
  if (c->light != KB_NONE) {
    return true;
  }
  if (f->frame->state) {
    return false;
  }
  const kb_feats w = kb_extract__word(v, c->predicate)->feats;
  if (w.upos == KB_NOUN && w.verbform != KB_ACTIVE_PART && w.verbform != KB_PASSIVE_PART) {
    return noun_tells(v, clause, f);
  }
  const bool participle =
    w.verbform == KB_ACTIVE_PART || w.verbform == KB_PASSIVE_PART || c->kind == KB_CLAUSE_PARTICIPLE;
  return !participle || c->rel == KB_REL_CIRCUMSTANCE || (w.upos == KB_NOUN ? false : has_argument(f, KB_ARG_SUBJECT));
}
