/*
   Papers speak for those who issue them. "A report that the paper published",
   "the ministry issued a statement", "a statement of the army": what the report
   or the statement says is said by the paper, the ministry, the army.
*/
#include "quotes.h"

static bool is_paper(const kb_view* v, uint32_t w)
{
  const kb_lexeme* x = w < v->doc->words.n ? kb_extract__lexeme(v, w) : NULL;
  return x && kb_extract__word(v, w)->feats.upos == KB_NOUN &&
         (x->noun_class == KB_CLASS_DOCUMENT || x->noun_class == KB_CLASS_SPEECH);
}

/// Nobody but people, bodies and states issue papers.
static bool can_issue(const kb_view* v, uint32_t entity)
{
  switch (entity == KB_NONE ? KB_ENT_NARRATOR : v->doc->entities.v[entity].type) {
  case KB_ENT_PERSON:
  case KB_ENT_ORGANISATION:
  case KB_ENT_COUNTRY:
  case KB_ENT_GROUP:
    return true;
  default:
    return false;
  }
}

static uint32_t agent_of(const kb_view* v, uint32_t clause)
{
  const uint32_t event = clause == KB_NONE ? KB_NONE : v->event[clause];
  const kb_ids*  ids   = event == KB_NONE ? NULL : &v->doc->events.v[event].agents;
  return ids && ids->n && can_issue(v, ids->v[0]) ? ids->v[0] : KB_NONE;
}

/// Does the clause tell of bringing out what its object names: published, issued, broadcast?
static bool is_issuing(const kb_view* v, uint32_t clause)
{
  const kb_framed f = kb_extract__frame(v, clause);
  return f.id != KB_NONE &&
         (kb_str_eq(f.frame->predicate, KB_STR("announces")) || kb_str_eq(f.frame->predicate, KB_STR("publishes")));
}

static bool is_object(const kb_view* v, const kb_clause* c, uint32_t w)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_OBJECT && a->word < v->doc->words.n && kb_extract__core(v, a->word) == w) {
      return true;
    }
  }
  return false;
}

/// "issued a statement", "issued a resolution": the clause whose object it is, or that the paper names.
static uint32_t issued_by_verb(const kb_view* v, uint32_t w)
{
  const uint32_t own = v->clause[w];
  if (own != KB_NONE && kb_extract__clause(v, own)->light != KB_NONE) {
    return agent_of(v, own);
  }
  const uint32_t head = kb_extract__word(v, w)->head;
  const uint32_t c    = head == KB_NONE ? KB_NONE : v->clause[head];
  return c != KB_NONE && is_object(v, kb_extract__clause(v, c), w) && is_issuing(v, c) ? agent_of(v, c) : KB_NONE;
}

/// "a report that the paper published", "a statement issued by", "a statement of the army".
static uint32_t issued_in_phrase(const kb_view* v, uint32_t w)
{
  const kb_word* x = kb_extract__word(v, w);
  for (uint32_t d = w + 1; d <= x->last && d < v->doc->words.n; ++d) {
    const kb_word* y = kb_extract__word(v, d);
    const uint32_t c = v->clause[d];
    uint32_t       who;
    if (y->head != w) {
      continue;
    }
    if (c != KB_NONE && kb_extract__antecedent(v, c) == w && is_issuing(v, c)) {
      who = agent_of(v, c);
    } else if (y->deprel == KB_NMOD && kb_str_eq(kb_extract__word(v, d - 1)->lemma, KB_STR("ل"))) {
      who = kb_extract__entity(v, d);
    } else {
      continue;
    }
    if (can_issue(v, who)) {
      return who;
    }
  }
  return KB_NONE;
}

/// "the ministry said, in a statement, that": whoever speaks in the paper.
static uint32_t issued_by_speaker(const kb_view* v, uint32_t w)
{
  const uint32_t head = kb_extract__word(v, w)->head;
  const uint32_t c    = head == KB_NONE ? KB_NONE : v->clause[head];
  const uint32_t e    = c == KB_NONE ? KB_NONE : v->event[c];
  const bool     in   = w > 0 && kb_lexicon_frame_slot(kb_extract__word(v, w - 1)->lemma) == KB_FS_FI;
  return in && e != KB_NONE && kb_lexicon_frame(v->lex, v->doc->events.v[e].frame)->speech == KB_SPEECH_SAY
           ? agent_of(v, c)
           : KB_NONE;
}

static uint32_t issuer_of(const kb_view* v, uint32_t w)
{
  const uint32_t in_phrase = issued_in_phrase(v, w);
  const uint32_t by_verb   = in_phrase == KB_NONE ? issued_by_verb(v, w) : in_phrase;
  return by_verb == KB_NONE ? issued_by_speaker(v, w) : by_verb;
}

/// The issuer of the phrase that `w` heads: "the text of the statement" is the statement's.
static uint32_t issuer_at(const kb_view* v, const uint32_t* by, uint32_t w)
{
  for (uint32_t d = w + 1; by[w] == KB_NONE && d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    if (kb_extract__word(v, d)->head == w && kb_extract__word(v, d)->deprel == KB_NMOD_POSS) {
      return by[d];
    }
  }
  return by[w];
}

uint32_t kb_extract__voice(kb_listener* l, uint32_t entity)
{
  kb_doc*          doc = l->v.doc;
  const kb_entity* e   = &doc->entities.v[entity];
  if (!e->local || e->type != KB_ENT_DOCUMENT || e->first_mention >= doc->mentions.n) {
    return entity;
  }
  kb_mention*    m   = &doc->mentions.v[e->first_mention];
  const uint32_t who = issuer_at(&l->v, l->issuer, m->head);
  if (who == KB_NONE) {
    return entity;
  }
  m->entity = who; // "the statement said": like a capital, it stands for whoever speaks there
  return who;
}

static kb_status index_papers(const kb_view* v, uint32_t* by)
{
  kb_map    last = {0}; // lemma to who issued the last paper of that name
  kb_status st   = KB_OK;
  for (uint32_t w = 0; st == KB_OK && w < v->doc->words.n; ++w) {
    if (!is_paper(v, w)) {
      continue;
    }
    const kb_word* x   = kb_extract__word(v, w);
    const uint32_t who = issuer_of(v, w);
    by[w]              = who == KB_NONE && x->feats.state == KB_DEF ? kb_map_get(&last, x->lemma) : who;
    st                 = who == KB_NONE ? KB_OK : kb_map_put(&last, x->lemma, who);
  }
  kb_map_release(&last);
  return st;
}

kb_status kb_extract__find_issuers(kb_listener* l)
{
  kb_doc* doc = l->v.doc;
  l->issuer   = kb_arena_array(doc->arena, doc->words.n + 1u, sizeof *l->issuer);
  if (!l->issuer) {
    return KB_E_NOMEM;
  }
  memset(l->issuer, 0xff, (doc->words.n + 1u) * sizeof *l->issuer);
  const kb_status st = index_papers(&l->v, l->issuer);
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    kb_ids* agents = &doc->events.v[i].agents;
    for (uint32_t k = 0; k < agents->n; ++k) {
      agents->v[k] = kb_extract__voice(l, agents->v[k]);
    }
  }
  return st;
}
