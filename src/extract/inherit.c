/*
   What an event has from the clauses around it: light verbs that bring it,
   relative clauses that describe it, clauses that govern it or are coordinated.
*/
#include "events.h"

/// The event that a clause comes down to: its own, or that of the noun its light verb brings.
static uint32_t event_below(const kb_view* v, uint32_t clause)
{
  for (unsigned i = 0; i < KB_DEPTH && clause != KB_NONE; ++i) {
    if (v->event[clause] != KB_NONE) {
      return v->event[clause];
    }
    const kb_framed  f       = kb_extract__frame(v, clause);
    const kb_filler* content = f.id == KB_NONE ? NULL : kb_extract__filler(&f, KB_SLOT_CONTENT);
    if (!content) {
      return KB_NONE;
    }
    clause = kb_extract__clause_in(v, content->arg);
  }
  return KB_NONE;
}

void kb_extract__link_topic(const kb_view* v, kb_event* e)
{
  const kb_framed f = kb_extract__frame(v, e->clause);
  for (size_t i = 0; i < f.n && e->topic_event == KB_NONE; ++i) {
    const unsigned role = f.fillers[i].role;
    if (role == KB_SLOT_TOPIC || role == KB_SLOT_CONTENT) {
      const kb_arg*  a     = f.fillers[i].arg;
      const uint32_t below = event_below(v, kb_extract__clause_in(v, a));
      e->topic_event       = below != KB_NONE && v->doc->events.v[below].clause != e->clause ? below : KB_NONE;
    }
  }
}

/// Whom the governing clause makes do it, or says has done it: one's own promise, refusal or plan,
/// the other's task, crime or leave.
static const kb_ids* doer(const kb_event* parent, const kb_frame* f)
{
  if (kb_str_eq(parent->type, KB_STR("ACCUSE")) || kb_str_eq(parent->type, KB_STR("COERCE"))) {
    return &parent->patients;
  }
  if (kb_str_eq(parent->type, KB_STR("AID")) || kb_str_eq(parent->type, KB_STR("CONCEDE"))) {
    return parent->recipients.n ? &parent->recipients : NULL;
  }
  if (f->speech == KB_SPEECH_ASK || f->speech == KB_SPEECH_ORDER) {
    return parent->recipients.n ? &parent->recipients : &parent->patients;
  }
  const bool own = f->speech == KB_SPEECH_PROMISE || f->speech == KB_SPEECH_THREATEN ||
                   f->effect == KB_EFFECT_INTENDED || f->effect == KB_EFFECT_SUCCEEDS ||
                   (f->effect == KB_EFFECT_NEGATES && !f->speech);
  return own ? &parent->agents : NULL;
}

static kb_status take_over(kb_doc* doc, kb_ids* to, const kb_ids* from)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && from && to != from && i < from->n; ++i) {
    st = kb_extract__add(doc, to, from->v[i]);
  }
  return st;
}

/// What a light verb that the syntax left standing says of the event below it.
static kb_status take_from_light(const kb_view* v, kb_event* e, const kb_framed* light)
{
  kb_status st = KB_OK;
  for (size_t i = 0; st == KB_OK && i < light->n; ++i) {
    const kb_filler* x    = &light->fillers[i];
    const bool       made = x->role == KB_SLOT_PATIENT && kb_extract__makes_do(light->frame);
    const unsigned   role = made                                                             ? KB_SLOT_AGENT
                            : x->role == KB_SLOT_AGENT && kb_extract__makes_do(light->frame) ? KB_SLOT_NONE
                                                                                             : x->role;
    const kb_ids*    list = kb_extract__role_list(e, role);
    if (list && !list->n) {
      st = kb_extract__add_participants(v, e, role, x->arg->word);
    }
  }
  return st;
}

/// Whoever leads an operation or says that it was his.
static bool tells_doer(const kb_frame* f)
{
  return kb_str_eq(f->predicate, KB_STR("leads")) || kb_str_eq(f->predicate, KB_STR("claimsResponsibilityFor"));
}

kb_status kb_extract__take_from_relative(const kb_view* v, uint32_t clause)
{
  const uint32_t  noun  = kb_extract__antecedent(v, clause);
  const uint32_t  c     = noun < v->doc->words.n ? v->clause[noun] : KB_NONE;
  const uint32_t  event = c == KB_NONE || c == clause ? KB_NONE : v->event[c];
  const kb_framed f     = kb_extract__frame(v, clause);
  if (event == KB_NONE || f.id == KB_NONE || (!f.frame->light && !tells_doer(f.frame))) {
    return KB_OK;
  }
  kb_event* e  = &v->doc->events.v[event];
  kb_status st = KB_OK;
  if (f.frame->light) {
    st      = take_from_light(v, e, &f);
    e->time = e->time == KB_NONE ? kb_extract__time_of(v, clause) : e->time;
  } else if (!e->agents.n && v->event[clause] != KB_NONE) {
    st = take_over(v->doc, &e->agents, &v->doc->events.v[v->event[clause]].agents);
  }
  return st == KB_OK && !e->places.n ? kb_extract__add_places(v, e, kb_extract__clause(v, clause), &f) : st;
}

/// "the blast killed", "as a result of the raid": the event that its light verb names as the cause.
static uint32_t cause_of(const kb_view* v, const kb_clause* c)
{
  for (uint32_t i = 0; c->light != KB_NONE && i < c->n_args; ++i) {
    const kb_arg*  a     = &v->doc->args.v[c->first_arg + i];
    const uint32_t cause = a->role == KB_ARG_SUBJECT && a->word != c->predicate ? kb_extract__clause_in(v, a) : KB_NONE;
    if (cause != KB_NONE && v->event[cause] != KB_NONE) {
      return v->event[cause];
    }
  }
  return KB_NONE;
}

/// "killed in a series of raids": does a phrase of the clause above come down to this noun?
static bool is_carried(const kb_view* v, const kb_clause* c)
{
  const kb_clause* p = kb_extract__clause(v, c->parent);
  for (uint32_t i = 0; c->predicate < v->doc->words.n && i < p->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[p->first_arg + i];
    if (a->role == KB_ARG_OBLIQUE && a->word < v->doc->words.n && kb_extract__deed(v, a->word) == c->predicate) {
      return true;
    }
  }
  return false;
}

/// The event that a clause of this event is the occasion of, or its cause.
static uint32_t partner(const kb_view* v, const kb_event* e)
{
  const kb_clause* c     = kb_extract__clause(v, e->clause);
  const uint32_t   cause = cause_of(v, c);
  if (cause != KB_NONE) {
    return cause;
  }
  if (c->parent == KB_NONE || c->kind == KB_CLAUSE_VERB || (c->rel != KB_REL_ARGUMENT && !is_carried(v, c))) {
    return KB_NONE;
  }
  return v->event[c->parent];
}

kb_status kb_extract__share_participants(const kb_view* v, kb_event* e)
{
  const uint32_t p = partner(v, e);
  if (p == KB_NONE || !kb_str_eq(v->doc->events.v[p].type, e->type) || !kb_str_eq(e->type, KB_STR("ASSAULT"))) {
    return KB_OK;
  }
  kb_event* deed = &v->doc->events.v[p];
  kb_status st   = deed->agents.n ? KB_OK : take_over(v->doc, &deed->agents, &e->agents);
  st             = st == KB_OK && !e->agents.n ? take_over(v->doc, &e->agents, &deed->agents) : st;
  st             = st == KB_OK && !deed->patients.n ? take_over(v->doc, &deed->patients, &e->patients) : st;
  st             = st == KB_OK && !e->places.n ? take_over(v->doc, &e->places, &deed->places) : st;
  st             = st == KB_OK && !deed->places.n ? take_over(v->doc, &deed->places, &e->places) : st;
  return st == KB_OK && !e->patients.n ? take_over(v->doc, &e->patients, &deed->patients) : st;
}

/// "killed yesterday in two attacks", "said on Friday during talks": what a clause happens in happens when it does.
static bool is_setting(const kb_view* v, const kb_clause* c)
{
  const kb_clause* parent = kb_extract__clause(v, c->parent);
  for (uint32_t i = 0; i < parent->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[parent->first_arg + i];
    uint32_t      last;
    if (a->role == KB_ARG_OBLIQUE && a->word == c->predicate && a->prep != KB_NONE) {
      return kb_extract__slot_of_prep(v, a->prep) == KB_FS_FI || kb_extract__cue(v, a->prep, KB_CUE_WITHIN, &last);
    }
  }
  return false;
}

static bool is_speech(const kb_view* v, const kb_event* e)
{
  return e->frame != KB_NONE && kb_lexicon_frame(v->lex, e->frame)->speech;
}

/// "said on Friday that ..., adding": the event of saying that a participle goes on with; KB_NONE if there is none.
static uint32_t speech_above(const kb_view* v, const kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  if (c->kind != KB_CLAUSE_PARTICIPLE || c->rel != KB_REL_CIRCUMSTANCE || !is_speech(v, e)) {
    return KB_NONE;
  }
  uint32_t up = c->parent;
  for (unsigned i = 0; i < KB_DEPTH && up != KB_NONE; ++i) {
    const uint32_t p = v->event[up];
    if (p != KB_NONE && is_speech(v, &v->doc->events.v[p]) && v->doc->events.v[p].time != KB_NONE) {
      return p;
    }
    up = kb_extract__clause(v, up)->parent;
  }
  return KB_NONE;
}

kb_status kb_extract__share_circumstances(const kb_view* v, kb_event* e)
{
  const kb_clause* c    = kb_extract__clause(v, e->clause);
  const uint32_t   p    = c->parent == KB_NONE ? KB_NONE : v->event[c->parent];
  const uint32_t   said = e->time == KB_NONE ? speech_above(v, e) : KB_NONE;
  e->time               = said == KB_NONE ? e->time : v->doc->events.v[said].time;
  if (p == KB_NONE) {
    return KB_OK;
  }
  const kb_event* parent = &v->doc->events.v[p];
  const bool      noun   = c->kind != KB_CLAUSE_VERB && c->rel == KB_REL_ARGUMENT;
  const bool      joined = c->rel == KB_REL_CONJUNCT || (noun && kb_str_eq(parent->type, e->type));
  if (e->time == KB_NONE && (joined || (noun && is_setting(v, c)))) {
    e->time = parent->time;
  }
  return e->places.n || !joined || c->rel == KB_REL_CONJUNCT ? KB_OK : take_over(v->doc, &e->places, &parent->places);
}

kb_status kb_extract__inherit(const kb_view* v, kb_event* e)
{
  kb_status st = KB_OK;
  uint32_t  c  = e->clause;
  for (unsigned i = 0; st == KB_OK && i < KB_DEPTH; ++i) {
    kb_framed parent;
    c = kb_extract__governor(v, c, &parent);
    if (c == KB_NONE) {
      return st;
    }
    if (!parent.frame->light) {
      const uint32_t p = v->event[c];
      return p == KB_NONE || e->agents.n ? st : take_over(v->doc, &e->agents, doer(&v->doc->events.v[p], parent.frame));
    }
    st = take_from_light(v, e, &parent);
    if (e->time == KB_NONE) {
      e->time = kb_extract__time_of(v, c);
    }
  }
  return st;
}
