/*
   Against whom a protest is: whoever does what is protested ("against the visit
   of the minister"), and of whom the protesters demand or whom they accuse while they
   protest ("demanding of the government that").
*/
#include "events.h"
#include "known.h"

static bool is_protest(const kb_event* e)
{
  return kb_str_eq(e->type, KB_STR("PROTEST"));
}

/// Parties to a protest, as the words of its topic name them.
static kb_status add_parties(const kb_view* v, kb_event* e, uint32_t word)
{
  kb_ids    found = {0};
  kb_status st    = word < v->doc->words.n ? kb_extract__entities(v, word, &found) : KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < found.n; ++i) {
    const unsigned type = v->doc->entities.v[found.v[i]].type;
    const bool     acts = kb_extract__is_actor(v, found.v[i]) && type != KB_ENT_CITY && type != KB_ENT_PLACE;
    st                  = acts ? kb_extract__add(v->doc, &e->patients, found.v[i]) : KB_OK;
  }
  return st;
}

/// Whoever answers for what is protested or to be ended: its doer; of a dismissal or departure whoever is to go.
static const kb_ids* culprits(const kb_view* v, uint32_t event)
{
  const kb_event* e = event == KB_NONE ? NULL : &v->doc->events.v[event];
  if (!e) {
    return NULL;
  }
  const kb_frame* f    = e->frame == KB_NONE ? NULL : kb_lexicon_frame(v->lex, e->frame);
  const bool      goes = kb_str_eq(e->type, KB_STR("SANCTION")) || kb_str_eq(e->subtype, KB_STR("death")) ||
                    kb_str_eq(e->predicate, KB_STR("arrests")) || kb_str_eq(e->subtype, KB_STR("appointment"));
  return (goes || (f && f->casualty)) && e->patients.n ? &e->patients : e->agents.n ? &e->agents : NULL;
}

/// The event that the phrase of a filler tells.
static uint32_t event_of(const kb_view* v, const kb_filler* x)
{
  const uint32_t c = kb_extract__clause_in(v, x->arg);
  return c == KB_NONE ? KB_NONE : v->event[c];
}

/// Add parties to a protest, but none of those who protest.
static kb_status add_others(const kb_view* v, kb_event* protest, const kb_ids* list)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && list && i < list->n; ++i) {
    bool own = false;
    for (uint32_t k = 0; k < protest->agents.n; ++k) {
      own |= protest->agents.v[k] == list->v[i];
    }
    st = own ? KB_OK : kb_extract__add(v->doc, &protest->patients, list->v[i]);
  }
  return st;
}

kb_status kb_extract__add_targets(const kb_view* v, kb_event* e)
{
  kb_status st = KB_OK;
  if (!is_protest(e) || e->patients.n) {
    return st;
  }
  const kb_framed f = kb_extract__frame(v, e->clause);
  for (size_t i = 0; st == KB_OK && i < f.n; ++i) {
    const unsigned role = f.fillers[i].role;
    st                  = role == KB_SLOT_TOPIC ? add_parties(v, e, f.fillers[i].arg->word) : KB_OK;
    if (st == KB_OK && !e->patients.n && (role == KB_SLOT_TOPIC || role == KB_SLOT_PATIENT)) {
      st = add_others(v, e, culprits(v, event_of(v, &f.fillers[i])));
    }
  }
  return st;
}

/// Of whom something is demanded, who is accused or turned down, or answers for what is.
static const kb_ids* addressed(const kb_view* v, const kb_event* e)
{
  static const char* const types[] = {"REQUEST", "APPEAL", "ACCUSE", "REJECT", "PROTEST"};
  bool                     wanted  = false;
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
    wanted |= kb_str_eq(e->type, kb_str_of(types[i]));
  }
  if (!wanted) {
    return NULL;
  }
  if (e->recipients.n || e->patients.n) {
    return e->recipients.n ? &e->recipients : &e->patients;
  }
  const kb_ids*   list = culprits(v, e->topic_event);
  const kb_framed f    = kb_extract__frame(v, e->clause);
  for (size_t i = 0; !list && i < f.n; ++i) {
    const unsigned role = f.fillers[i].role;
    list = role == KB_SLOT_PATIENT || role == KB_SLOT_TOPIC ? culprits(v, event_of(v, &f.fillers[i])) : NULL;
  }
  return list;
}

/// "they raised flags and accused the government": is what is coordinated with the protest done by the same people?
static bool is_by_same(const kb_view* v, const kb_event* protest, const kb_event* e)
{
  return e->agents.n ? protest->agents.n && protest->agents.v[0] == e->agents.v[0]
                     : !kb_extract__has_subject(v, e->clause);
}

kb_status kb_extract__address_protest(const kb_view* v, const kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  const uint32_t   p = c->parent == KB_NONE ? KB_NONE : v->event[c->parent];
  if (p == KB_NONE || !is_protest(&v->doc->events.v[p]) || &v->doc->events.v[p] == e ||
      (c->rel == KB_REL_CONJUNCT && !is_by_same(v, &v->doc->events.v[p], e))) {
    return KB_OK;
  }
  return add_others(v, &v->doc->events.v[p], addressed(v, e));
}

/** \name Before a building */

/// Does the preposition put a protest before somebody's door: أمام السفارة، إلى مقر الحكومة?
static bool is_before(const kb_view* v, uint32_t prep)
{
  return prep != KB_NONE && (kb_extract__slot_of_prep(v, prep) == KB_FS_ILA ||
                             kb_lexicon_cue_of(v->lex, kb_extract__word(v, prep)->lemma, KB_CUE_BEFORE_DOOR));
}

/// Is it a body of state, or who has an office?
static bool has_seat(const kb_view* v, uint32_t entity)
{
  const kb_entity* x = &v->doc->entities.v[entity];
  return x->type == KB_ENT_ORGANISATION || (x->type == KB_ENT_PERSON && x->sector.n);
}

kb_status kb_extract__add_besieged(const kb_view* v, kb_event* e)
{
  const kb_clause* c  = kb_extract__clause(v, e->clause);
  kb_status        st = KB_OK;
  for (uint32_t i = 0; is_protest(e) && !e->patients.n && st == KB_OK && i < c->n_args; ++i) {
    const kb_arg* a     = &v->doc->args.v[c->first_arg + i];
    kb_ids        found = {0};
    if (a->role != KB_ARG_OBLIQUE || a->word >= v->doc->words.n || !is_before(v, a->prep)) {
      continue;
    }
    st = kb_extract__entities(v, a->word, &found);
    for (uint32_t k = 0; st == KB_OK && k < found.n; ++k) {
      st = has_seat(v, found.v[k]) ? kb_extract__add(v->doc, &e->patients, found.v[k]) : KB_OK;
    }
  }
  return st;
}
