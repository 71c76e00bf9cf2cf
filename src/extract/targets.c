/*
   Against whom a protest is: whoever does what is protested ("against the visit
   of the minister"), and of whom the protesters demand or whom they accuse while they
   protest ("demanding of the government that").
*/
#include "events.h"

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

kb_status kb_extract__add_targets(const kb_view* v, kb_event* e)
{
  kb_status st = KB_OK;
  if (!is_protest(e) || e->patients.n) {
    return st;
  }
  const kb_framed f = kb_extract__frame(v, e->clause);
  for (size_t i = 0; st == KB_OK && i < f.n; ++i) {
    st = f.fillers[i].role == KB_SLOT_TOPIC ? add_parties(v, e, f.fillers[i].arg->word) : KB_OK;
  }
  return st;
}

/// Of whom something is demanded, who is accused or turned down.
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
  return e->topic_event == KB_NONE ? NULL : &v->doc->events.v[e->topic_event].agents;
}

kb_status kb_extract__address_protest(const kb_view* v, const kb_event* e)
{
  const kb_clause* c    = kb_extract__clause(v, e->clause);
  const uint32_t   p    = c->parent == KB_NONE || c->rel == KB_REL_CONJUNCT ? KB_NONE : v->event[c->parent];
  const kb_ids*    list = p == KB_NONE ? NULL : addressed(v, e);
  kb_status        st   = KB_OK;
  if (!list || !is_protest(&v->doc->events.v[p]) || &v->doc->events.v[p] == e) {
    return st;
  }
  kb_event* protest = &v->doc->events.v[p];
  for (uint32_t i = 0; st == KB_OK && i < list->n; ++i) {
    bool own = false;
    for (uint32_t k = 0; k < protest->agents.n; ++k) {
      own |= protest->agents.v[k] == list->v[i];
    }
    st = own ? KB_OK : kb_extract__add(v->doc, &protest->patients, list->v[i]);
  }
  return st;
}
