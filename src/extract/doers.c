/*
   Who does what a masdar names where its own words do not say: whoever acts in
   the clause that governs it, whoever has the plan, right or duty to do it,
   whoever is made to do it.
*/
#include "known.h"

static bool is_mutual(const kb_event* e)
{
  return kb_str_eq(e->type, KB_STR("CONSULT")) || kb_str_eq(e->type, KB_STR("COOPERATE")) ||
         kb_str_eq(e->type, KB_STR("AGREE"));
}

/// "announced the severing of relations": measures and moves that only he who announces them can take.
static bool is_own_move(const kb_event* e, const kb_frame* f)
{
  static const char* const types[] = {"SANCTION", "RETREAT", "CONCEDE", "MOBILIZE", "REJECT"};
  for (size_t i = 0; kb_str_eq(f->predicate, KB_STR("announces")) && i < sizeof types / sizeof *types; ++i) {
    if (kb_str_eq(e->type, kb_str_of(types[i]))) {
      return true;
    }
  }
  return false;
}

/// Does whoever says, wants or refuses this do it himself? What is asked of others he does not.
static bool passes_on(const kb_event* e, const kb_frame* f)
{
  if ((!f->stance && !f->speech) || is_own_move(e, f)) {
    return f->effect != KB_EFFECT_HYPOTHETICAL;
  }
  return is_mutual(e) && e->counterparts.n && f->speech != KB_SPEECH_ASK && f->speech != KB_SPEECH_ORDER;
}

static kb_status copy_actors(const kb_view* v, kb_ids* to, const kb_ids* from)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < from->n; ++i) {
    st = kb_extract__is_actor(v, from->v[i]) ? kb_extract__add(v->doc, to, from->v[i]) : KB_OK;
  }
  return st;
}

static kb_status add_actors(const kb_view* v, uint32_t w, kb_ids* ids)
{
  kb_ids          found = {0};
  const kb_status st    = kb_extract__entities(v, w, &found);
  return st == KB_OK ? copy_actors(v, ids, &found) : st;
}

/** \name Nouns that have a doer: plans, efforts, rights */

/// By its frame, is the second part of an idafa the one who does it, and does whatever it is for?
static bool is_owned_by_doer(const kb_frame* f)
{
  const bool talk  = f->stance || (f->speech && f->speech != KB_SPEECH_PROMISE && f->speech != KB_SPEECH_THREATEN);
  const bool meant = f->effect == KB_EFFECT_INTENDED || f->effect == KB_EFFECT_NEGATES || f->effect == KB_EFFECT_FUTURE;
  if (f->speech == KB_SPEECH_ASK || f->speech == KB_SPEECH_ORDER || (talk && !meant)) {
    return false;
  }
  const unsigned gen = f->noun ? f->args[KB_FS_GEN] : f->masdar_gen;
  return f->light || gen == KB_SLOT_AGENT || (!f->noun && !f->args[KB_FS_OBJ]);
}

/// People, bodies, places and things do nothing by being somebody's; what is done to somebody is not his deed.
static bool is_plan(const kb_view* v, uint32_t w)
{
  const kb_lexeme* x  = kb_extract__lexeme(v, w);
  const uint32_t   id = kb_extract__first_frame(v, w);
  if (kb_extract__word(v, w)->feats.upos != KB_NOUN || !x || v->by_head[w] != KB_NONE) {
    return false;
  }
  if (id != KB_NONE) {
    return is_owned_by_doer(kb_lexicon_frame(v->lex, id));
  }
  return x->noun_class == KB_CLASS_NONE || x->noun_class == KB_CLASS_EVENT || x->noun_class == KB_CLASS_ABSTRACT;
}

/// Whose it is: the second part of the idafa, or a nationality.
static uint32_t owner_of(const kb_view* v, uint32_t w)
{
  enum { NEAR = 8 }; // adjectives may stand before a nationality
  uint32_t nation = KB_NONE;
  for (uint32_t d = w + 1; d <= w + NEAR && d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head == w && x->deprel == KB_NMOD_POSS && kb_extract__entity(v, d) != KB_NONE) {
      return d;
    }
    const uint32_t m = v->by_head[d];
    if (x->head == w && x->deprel == KB_AMOD && m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_DEMONYM) {
      nation = d;
    }
  }
  return nation;
}

/// "Britain's insistence on not", "efforts of Qatar in": the owner of the noun that the masdar hangs on.
static kb_status add_owner(const kb_view* v, uint32_t w, kb_ids* ids)
{
  uint32_t h = kb_extract__word(v, w)->head;
  for (unsigned i = 0; i < KB_DEPTH && h < v->doc->words.n && h < w; ++i) {
    const uint32_t owner = is_plan(v, h) ? owner_of(v, h) : KB_NONE;
    if (owner != KB_NONE && owner < w) {
      return add_actors(v, owner, ids);
    }
    if (kb_extract__word(v, h)->feats.upos != KB_NOUN) {
      break;
    }
    h = kb_extract__word(v, h)->head;
  }
  return KB_OK;
}

/** \name Clauses that have a doer */

/// Those who act in a clause that is no event itself: "efforts that Paris makes to", "Paris has plans to".
static kb_status add_subject(const kb_view* v, uint32_t clause, kb_ids* ids)
{
  const kb_clause* c  = kb_extract__clause(v, clause);
  kb_status        st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < c->n_args && c->voice != KB_PASSIVE; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->word >= v->doc->words.n) {
      continue;
    }
    const bool has =
      a->role == KB_ARG_OBLIQUE && a->prep != KB_NONE && kb_str_eq(kb_extract__word(v, a->prep)->lemma, KB_STR("لدى"));
    const bool acts = a->role == KB_ARG_SUBJECT && (kb_extract__entity(v, a->word) != KB_NONE || is_plan(v, a->word));
    st              = has || acts ? add_actors(v, a->word, ids) : KB_OK;
  }
  const uint32_t head = st == KB_OK && !ids->n ? kb_extract__antecedent(v, clause) : KB_NONE;
  return head == KB_NONE || kb_extract__entity(v, head) == KB_NONE ? st : add_actors(v, head, ids);
}

/// "the decision that the government took, laying down a ban": whoever takes what lays down the masdar.
static kb_status add_decider(const kb_view* v, uint32_t w, kb_ids* ids)
{
  enum { FAR = 14 };
  const uint32_t at = kb_extract__word(v, w)->head;
  uint32_t       last;
  if (at >= w || !kb_extract__cue(v, at, KB_CUE_STIPULATES, &last)) {
    return KB_OK;
  }
  const uint32_t start  = kb_extract__sentence_first(v, at);
  const unsigned gender = kb_extract__word(v, at)->feats.gender;
  kb_status      st     = KB_OK;
  for (uint32_t n = at; n-- > start && at - n <= FAR;) {
    const kb_feats f = kb_extract__word(v, n)->feats;
    if (f.upos != KB_NOUN || f.number == KB_PLUR || kb_feats_agreeing_gender(f) != gender || !is_plan(v, n)) {
      continue;
    }
    const uint32_t owner = owner_of(v, n);
    st                   = owner == KB_NONE ? KB_OK : add_actors(v, owner, ids);
    for (uint32_t x = n + 1; x < at && st == KB_OK && !ids->n; ++x) {
      const uint32_t c = v->clause[x];
      st               = c != KB_NONE && kb_extract__antecedent(v, c) == n ? add_subject(v, c, ids) : KB_OK;
    }
    return st;
  }
  return st;
}

/// The clause whose subject a verb without one shares.
static uint32_t sharer(const kb_view* v, uint32_t clause)
{
  const kb_clause* c      = kb_extract__clause(v, clause);
  const bool       shares = c->rel == KB_REL_CONJUNCT || c->rel == KB_REL_COMPLEMENT || c->rel == KB_REL_CIRCUMSTANCE ||
                      c->rel == KB_REL_PURPOSE;
  if (!shares || kb_extract__has_subject(v, clause)) {
    return KB_NONE;
  }
  // after أن a noun before the verb is its subject, even where the syntax did not see it
  const uint32_t verb = c->light != KB_NONE ? c->light : c->predicate;
  const bool     far  = c->rel == KB_REL_COMPLEMENT && c->marker != KB_NONE && verb > c->marker + 2;
  return far ? KB_NONE : c->parent;
}

/// Those of the event of a clause who agree with the verb that shares them.
static kb_status add_agents(const kb_view* v, uint32_t clause, const kb_event* p, kb_ids* ids)
{
  const kb_clause* c    = kb_extract__clause(v, clause);
  const uint32_t   verb = c->light != KB_NONE ? c->light : c->predicate;
  kb_status        st   = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < p->agents.n; ++i) {
    const kb_word* w  = verb < v->doc->words.n ? kb_extract__word(v, verb) : NULL;
    const bool     ok = !w || w->feats.upos != KB_VERB || kb_extract__agrees(v->doc, p->agents.v[i], w);
    st = ok && kb_extract__is_actor(v, p->agents.v[i]) ? kb_extract__add(v->doc, ids, p->agents.v[i]) : KB_OK;
  }
  return st;
}

static kb_status add_doers(const kb_view* v, const kb_event* e, uint32_t clause, kb_ids* ids)
{
  kb_status st = KB_OK;
  uint32_t  c  = clause;
  for (unsigned i = 0; st == KB_OK && !ids->n && i < KB_DEPTH && c != KB_NONE; ++i) {
    const uint32_t event = v->event[c];
    if (event != KB_NONE) {
      const kb_event* p   = &v->doc->events.v[event];
      const bool      own = p->frame != KB_NONE && kb_extract__clause(v, c)->voice != KB_PASSIVE && p != e &&
                       (c != clause || passes_on(e, kb_lexicon_frame(v->lex, p->frame)));
      return !own ? KB_OK : c == clause ? copy_actors(v, ids, &p->agents) : add_agents(v, clause, p, ids);
    }
    st = add_subject(v, c, ids);
    c  = sharer(v, c);
  }
  return st;
}

/** \name Masdars */

static kb_frame_slot opener(const kb_view* v, uint32_t w)
{
  return w > kb_extract__sentence_first(v, w) && kb_extract__word(v, w - 1)->feats.upos == KB_ADP
           ? kb_extract__slot_of_prep(v, w - 1)
           : KB_FS_COUNT;
}

/// "the strikes" are those told before; "to take part", "by giving support" are done now.
static bool is_definite(const kb_view* v, const kb_event* e)
{
  const kb_word* w = kb_extract__word(v, e->trigger);
  if (w->feats.state != KB_DEF || (is_mutual(e) && e->counterparts.n) || opener(v, e->trigger) == KB_FS_LI) {
    return false;
  }
  return w->head >= v->doc->words.n || kb_extract__deed(v, w->head) != e->trigger;
}

/// Growth and recession are nobody's deeds.
static bool takes_doer(const kb_frame* f)
{
  return f->args[KB_FS_SUBJ] == KB_SLOT_AGENT || f->args[KB_FS_GEN] == KB_SLOT_AGENT ||
         f->args[KB_FS_ADJ] == KB_SLOT_AGENT;
}

kb_status kb_extract__find_doers(const kb_view* v, kb_event* e)
{
  // "the meeting that took place between X and Y" has its parties from elsewhere
  const kb_framed own = kb_extract__frame(v, e->clause);
  uint32_t        c   = e->clause;
  const bool      met = is_mutual(e) && e->counterparts.n && kb_extract__word(v, e->trigger)->feats.state == KB_DEF &&
                   (own.id == KB_NONE || !kb_extract__filler(&own, KB_SLOT_COUNTERPART));
  if (met || is_definite(v, e) || !takes_doer(kb_lexicon_frame(v->lex, e->frame)) ||
      (own.id != KB_NONE && kb_extract__filler(&own, KB_SLOT_AGENT))) {
    return KB_OK;
  }
  kb_status st = add_owner(v, e->trigger, &e->agents);
  st           = st == KB_OK && !e->agents.n ? add_decider(v, e->trigger, &e->agents) : st;
  for (unsigned i = 0; st == KB_OK && i < KB_DEPTH && !e->agents.n; ++i) {
    const kb_clause* x = kb_extract__clause(v, c);
    kb_framed        f;
    uint32_t         g = kb_extract__governor(v, c, &f);
    g                  = g == KB_NONE && x->rel == KB_REL_ARGUMENT ? x->parent : g;
    if (x->kind == KB_CLAUSE_VERB || g == KB_NONE) {
      break;
    }
    if (v->event[g] != KB_NONE && !v->doc->events.v[v->event[g]].agents.n) {
      c = g;
      continue;
    }
    return add_doers(v, e, g, &e->agents);
  }
  return st;
}
