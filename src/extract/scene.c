/// Places that go without saying: the town that is acted upon, the scene of what was told before.
#include "known.h"

bool kb_extract__may_overlap(const kb_ids* a, const kb_ids* b)
{
  for (uint32_t i = 0; i < a->n; ++i) {
    for (uint32_t k = 0; k < b->n; ++k) {
      if (a->v[i] == b->v[k]) {
        return true;
      }
    }
  }
  return !a->n || !b->n;
}

static bool is_conflict(const kb_event* e)
{
  static const char* const types[] = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"};
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
    if (kb_str_eq(e->type, kb_str_of(types[i]))) {
      return true;
    }
  }
  return false;
}

static bool is_disaster(const kb_event* e)
{
  return kb_str_eq(e->subtype, KB_STR("disaster"));
}

static bool shares_one(const kb_ids* a, const kb_ids* b)
{
  return a->n && b->n && kb_extract__may_overlap(a, b);
}

static bool shares_participant(const kb_event* a, const kb_event* b)
{
  return shares_one(&a->agents, &b->agents) || shares_one(&a->patients, &b->patients) ||
         shares_one(&a->agents, &b->patients) || shares_one(&a->patients, &b->agents) ||
         shares_one(&a->agents, &b->counterparts) || shares_one(&a->counterparts, &b->agents);
}

/// Is it told in the same breath: one clause coordinated with the other, or inside it?
static bool is_joined(const kb_view* v, const kb_event* e, const kb_event* scene)
{
  uint32_t c = e->clause;
  for (unsigned i = 0; i < KB_DEPTH && c != KB_NONE; ++i) {
    if (c == scene->clause) {
      return true;
    }
    const kb_clause* x = kb_extract__clause(v, c);
    if (x->rel != KB_REL_CONJUNCT && x->rel != KB_REL_ARGUMENT && x->rel != KB_REL_MODIFIER) {
      return false;
    }
    c = x->parent;
  }
  return false;
}

/// What is done to a town is done there; a country is also a state, and only attacks on it are sure to be there.
static kb_status fill_from_patient(const kb_view* v, kb_event* e)
{
  const bool assault = kb_str_eq(e->type, KB_STR("ASSAULT"));
  const bool there = assault || kb_str_eq(e->predicate, KB_STR("controls")) || kb_str_eq(e->predicate, KB_STR("falls"));
  kb_status  st    = KB_OK;
  for (uint32_t i = 0; there && st == KB_OK && i < e->patients.n; ++i) {
    const kb_entity* x = &v->doc->entities.v[e->patients.v[i]];
    if (!x->local && kb_extract__is_place(v, e->patients.v[i]) && (x->type != KB_ENT_COUNTRY || assault)) {
      st = kb_extract__add(v->doc, &e->places, e->patients.v[i]);
    }
  }
  return st;
}

/// "protesters stormed parliament in Asunción. They set it on fire": what the same people do next without going
/// elsewhere happens there, and so does what a disaster does.
static bool is_same_scene(const kb_view* v, const kb_event* e, const kb_event* scene)
{
  enum { NEAR = 3 }; // sentences
  if (e->time != KB_NONE && scene->time != KB_NONE && e->time != scene->time) {
    return false;
  }
  const uint32_t away = kb_extract__sentence_of(v, e->trigger) - kb_extract__sentence_of(v, scene->trigger);
  if (away > NEAR) {
    return false;
  }
  return is_disaster(e)
           ? is_disaster(scene)
           : is_conflict(e) && is_conflict(scene) && (shares_participant(e, scene) || is_joined(v, e, scene));
}

bool kb_extract__is_scene(const kb_event* e)
{
  return e->places.n && (is_conflict(e) || is_disaster(e));
}

kb_status kb_extract__find_scene(const kb_view* v, kb_event* e, const kb_event* scene)
{
  kb_status st = e->places.n ? KB_OK : fill_from_patient(v, e);
  if (e->places.n || !scene || !is_same_scene(v, e, scene)) {
    return st;
  }
  for (uint32_t i = 0; st == KB_OK && i < scene->places.n; ++i) {
    st = kb_extract__add(v->doc, &e->places, scene->places.v[i]);
  }
  return st;
}
