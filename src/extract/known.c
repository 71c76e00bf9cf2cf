/*
   Participants that the words of an event leave out because the reader knows
   them: the subject of the verb before, the doer of the verb that governs a
   masdar, the parties of the event that a definite noun points back to.
*/
#include "known.h"

typedef struct reader {
  kb_view   v;
  uint32_t* event; ///< word to the event that it triggers
  kb_map    last;  ///< predicate to the last event of that kind with participants
  uint32_t  actor; ///< who acted last in the article's own voice, KB_NONE
  uint32_t  scene; ///< last event of conflict or disaster with a place, KB_NONE
} reader;

static kb_event* event_at(const reader* r, uint32_t e)
{
  return &r->v.doc->events.v[e];
}

static kb_status copy(kb_doc* doc, kb_ids* to, const kb_ids* from)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < from->n; ++i) {
    st = kb_extract__add(doc, to, from->v[i]);
  }
  return st;
}

/** \name Verbs without a subject */

bool kb_extract__agrees(const kb_doc* doc, uint32_t entity, const kb_word* verb)
{
  const kb_entity* e    = &doc->entities.v[entity];
  const bool       many = verb->feats.number == KB_PLUR || verb->feats.number == KB_DUAL;
  if (e->type == KB_ENT_PERSON) {
    return !many && (!verb->feats.gender || (verb->feats.gender == KB_FEM) == e->female);
  }
  if (e->type == KB_ENT_COUNTRY && verb->feats.upos != KB_VERB && verb->feats.gender == KB_MASC && e->female) {
    return false; // "he said that the United States has ..., refusing": not she
  }
  return many ? e->type == KB_ENT_GROUP || e->type == KB_ENT_PEOPLE : e->type != KB_ENT_GROUP || e->plural != KB_PLUR;
}

bool kb_extract__has_subject(const kb_view* v, uint32_t clause)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  const kb_framed  f = kb_extract__frame(v, clause);
  if (f.id != KB_NONE && kb_extract__filler(&f, KB_SLOT_AGENT)) {
    return true;
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_SUBJECT && a->word != KB_NONE && v->time[a->word] == KB_NONE &&
        kb_extract__word(v, a->word)->feats.upos != KB_PRON) {
      return true;
    }
  }
  return false;
}

/// Who acts in a clause that tells no event, KB_NONE if nobody whom the verb agrees with.
static uint32_t idle_actor(const reader* r, uint32_t clause, const kb_word* verb)
{
  const kb_clause* c = kb_extract__clause(&r->v, clause);
  for (uint32_t i = 0; i < c->n_args && c->voice != KB_PASSIVE; ++i) {
    const kb_arg*  a = &r->v.doc->args.v[c->first_arg + i];
    const uint32_t x = a->role == KB_ARG_SUBJECT ? kb_extract__entity(&r->v, a->word) : KB_NONE;
    if (x != KB_NONE && kb_extract__is_actor(&r->v, x) && kb_extract__agrees(r->v.doc, x, verb)) {
      return x;
    }
  }
  return KB_NONE;
}

/// Who acts in the clause with which this one is coordinated, or whose words it reports.
static uint32_t actor_above(const reader* r, uint32_t clause, const kb_word* verb)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_clause* c = kb_extract__clause(&r->v, clause);
    if (c->parent == KB_NONE || (c->rel != KB_REL_CONJUNCT && c->rel != KB_REL_COMPLEMENT && c->rel != KB_REL_PURPOSE &&
                                 c->rel != KB_REL_CIRCUMSTANCE && c->rel != KB_REL_ADVERBIAL)) {
      return KB_NONE;
    }
    clause               = c->parent;
    const uint32_t event = r->v.event[clause];
    const kb_ids*  ids   = event == KB_NONE ? NULL : &event_at(r, event)->agents;
    for (uint32_t k = 0; ids && k < ids->n; ++k) {
      if (kb_extract__agrees(r->v.doc, ids->v[k], verb)) {
        return ids->v[k];
      }
    }
    const uint32_t idle = event == KB_NONE ? idle_actor(r, clause, verb) : KB_NONE;
    if (idle != KB_NONE) {
      return idle;
    }
  }
  return KB_NONE;
}

/// "، مشيدا بجهودهم": a participle says what the subject does meanwhile.
static bool is_meanwhile(const kb_clause* c, const kb_word* w)
{
  return c->kind == KB_CLAUSE_PARTICIPLE && c->rel == KB_REL_CIRCUMSTANCE && w->feats.upos != KB_VERB;
}

static kb_status fill_verb(const reader* r, kb_event* e)
{
  const kb_clause* c    = kb_extract__clause(&r->v, e->clause);
  const kb_word*   verb = kb_extract__word(&r->v, e->trigger);
  const kb_frame*  f    = kb_lexicon_frame(r->v.lex, e->frame);
  const bool       ours = verb->feats.upos == KB_VERB ? verb->feats.person == 3 : is_meanwhile(c, verb);
  if (e->agents.n || c->voice == KB_PASSIVE || !ours || f->args[KB_FS_SUBJ] != KB_SLOT_AGENT ||
      kb_extract__has_subject(&r->v, e->clause) || kb_extract__says_nobody(&r->v, e->trigger)) {
    return KB_OK;
  }
  uint32_t actor = actor_above(r, e->clause, verb);
  if (actor == KB_NONE && r->actor != KB_NONE && c->rel == KB_REL_MAIN &&
      kb_extract__agrees(r->v.doc, r->actor, verb)) {
    actor = r->actor;
  }
  return actor == KB_NONE ? KB_OK : kb_extract__add(r->v.doc, &e->agents, actor);
}

/** \name Nouns */

static bool points_back(const kb_view* v, const kb_event* e)
{
  const kb_word* w = kb_extract__word(v, e->trigger);
  return w->feats.upos == KB_NOUN && w->feats.state == KB_DEF;
}

static kb_str kind_of(const kb_view* v, const kb_event* e)
{
  return e->predicate.n ? e->predicate : kb_extract__word(v, e->trigger)->lemma;
}

/// Does the other event leave room for being the one meant: same type, no other participants?
static bool may_be_same(const kb_event* old, const kb_event* e)
{
  return kb_str_eq(old->type, e->type) && kb_extract__may_overlap(&old->agents, &e->agents) &&
         kb_extract__may_overlap(&old->patients, &e->patients) &&
         kb_extract__may_overlap(&old->counterparts, &e->counterparts);
}

/// "the talks" after "met", "the attack" after "blew up": a general noun for what was told in another word just before.
static uint32_t last_of_type(const reader* r, const kb_event* e)
{
  enum { NEAR = 2 }; // sentences
  const bool     general = kb_str_eq(e->type, KB_STR("CONSULT")) || kb_str_eq(e->predicate, KB_STR("attacks"));
  const uint32_t last    = general ? kb_map_get(&r->last, e->type) : KB_NONE;
  if (last == KB_NONE) {
    return KB_NONE;
  }
  const kb_event* old  = event_at(r, last);
  const uint32_t  away = kb_extract__sentence_of(&r->v, e->trigger) - kb_extract__sentence_of(&r->v, old->trigger);
  const bool      both = old->agents.n && (old->patients.n || old->counterparts.n || old->recipients.n);
  return both && away <= NEAR ? last : KB_NONE;
}

/// "the strikes": those told before, unless somebody else is named.
static kb_status fill_from_last(const reader* r, kb_event* e)
{
  uint32_t last = kb_map_get(&r->last, kind_of(&r->v, e));
  if (!points_back(&r->v, e)) {
    return KB_OK;
  }
  if (last == KB_NONE || !may_be_same(event_at(r, last), e)) {
    last = last_of_type(r, e);
  }
  if (last == KB_NONE || !may_be_same(event_at(r, last), e)) {
    return KB_OK;
  }
  const kb_event* old = event_at(r, last);
  kb_status       st  = e->agents.n ? KB_OK : copy(r->v.doc, &e->agents, &old->agents);
  if (st == KB_OK && !e->patients.n) {
    st = copy(r->v.doc, &e->patients, &old->patients);
  }
  if (st == KB_OK && !e->counterparts.n) {
    st = copy(r->v.doc, &e->counterparts, &old->counterparts);
  }
  if (st == KB_OK && !e->places.n) {
    st = copy(r->v.doc, &e->places, &old->places);
  }
  return st;
}

/// What later nouns may point back to, by what it is called and by its type.
static kb_status remember(reader* r, const kb_event* e, uint32_t id)
{
  if (!e->agents.n && !e->patients.n && !e->counterparts.n && !e->places.n) {
    return KB_OK;
  }
  const kb_status st = kb_map_put(&r->last, kind_of(&r->v, e), id);
  return st == KB_OK ? kb_map_put(&r->last, e->type, id) : st;
}

static kb_status read_event(reader* r, uint32_t id)
{
  kb_event*      e    = event_at(r, id);
  const unsigned upos = kb_extract__word(&r->v, e->trigger)->feats.upos;
  kb_status      st   = KB_OK;
  if (e->frame == KB_NONE) {
    return KB_OK;
  }
  if (upos == KB_VERB || is_meanwhile(kb_extract__clause(&r->v, e->clause), kb_extract__word(&r->v, e->trigger))) {
    st = fill_verb(r, e);
  } else if (upos == KB_NOUN) {
    st = e->agents.n ? KB_OK : kb_extract__find_doers(&r->v, e);
    st = st == KB_OK ? fill_from_last(r, e) : st;
  }
  if (e->agents.n && kb_extract__clause(&r->v, e->clause)->rel == KB_REL_MAIN) {
    r->actor = e->agents.v[0];
  }
  st       = st == KB_OK ? kb_extract__find_scene(&r->v, e, r->scene == KB_NONE ? NULL : event_at(r, r->scene)) : st;
  r->scene = kb_extract__is_scene(e) ? id : r->scene;
  return st == KB_OK ? remember(r, e, id) : st;
}

static kb_status begin(reader* r, kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  const kb_status st = kb_extract__view(&r->v, doc, lex, err);
  r->last            = (kb_map){0};
  r->actor           = KB_NONE;
  r->scene           = KB_NONE;
  r->event           = kb_arena_array(doc->arena, doc->words.n + 1u, sizeof *r->event);
  if (st != KB_OK || !r->event) {
    return st != KB_OK ? st : KB_E_NOMEM;
  }
  memset(r->event, 0xff, (doc->words.n + 1u) * sizeof *r->event);
  for (uint32_t i = doc->events.n; i-- > 0;) {
    r->event[doc->events.v[i].trigger] = i;
  }
  return KB_OK;
}

kb_status kb_extract__known(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  reader    r;
  kb_status st = begin(&r, doc, lex, err);
  for (uint32_t w = 0; st == KB_OK && w < doc->words.n; ++w) {
    st = r.event[w] == KB_NONE ? KB_OK : read_event(&r, r.event[w]);
  }
  kb_map_release(&r.last);
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
