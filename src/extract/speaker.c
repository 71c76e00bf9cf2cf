/// Who speaks where the verb has no subject of its own.
#include "quotes.h"

void kb_extract__heard(kb_listener* l, uint32_t speaker, uint32_t cue)
{
  l->here        = speaker;
  l->cue_here    = cue;
  uint32_t carry = speaker;
  for (unsigned i = 0; i < KB_RECENT && carry != KB_NONE; ++i) {
    const uint32_t old = l->recent[i];
    l->recent[i]       = carry;
    carry              = old == speaker ? KB_NONE : old;
  }
}

/// Could a verb of this gender and number have the entity for its subject?
static bool agrees(const kb_listener* l, uint32_t entity, const kb_word* verb)
{
  const kb_entity* e    = &l->v.doc->entities.v[entity];
  const bool       many = verb->feats.number == KB_PLUR && verb->feats.gender == KB_MASC;
  if (many && (e->type == KB_ENT_ORGANISATION || kb_extract__is_place(&l->v, entity))) {
    return false; // "according to the agency, ..., demanding": not the agency
  }
  if (e->type != KB_ENT_PERSON) {
    return verb->feats.gender != KB_MASC || e->type != KB_ENT_COUNTRY;
  }
  if (verb->feats.number == KB_PLUR || verb->feats.number == KB_DUAL) {
    return false;
  }
  return !verb->feats.gender || (verb->feats.gender == KB_FEM) == e->female;
}

static uint32_t first_actor(const kb_listener* l, const kb_ids* ids)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    if (kb_extract__is_actor(&l->v, ids->v[i])) {
      return ids->v[i];
    }
  }
  return ids->n ? ids->v[0] : KB_NONE;
}

uint32_t kb_extract__subject(const kb_listener* l, uint32_t clause)
{
  const uint32_t event = l->v.event[clause];
  const uint32_t agent = event == KB_NONE ? KB_NONE : first_actor(l, &l->v.doc->events.v[event].agents);
  if (agent != KB_NONE) {
    return agent;
  }
  const kb_clause* c = kb_extract__clause(&l->v, clause);
  for (uint32_t i = 0; i < c->n_args && c->voice != KB_PASSIVE; ++i) {
    const kb_arg*  a = &l->v.doc->args.v[c->first_arg + i];
    const uint32_t x = a->role == KB_ARG_SUBJECT && a->word != KB_NONE ? kb_extract__entity(&l->v, a->word) : KB_NONE;
    if (x != KB_NONE && kb_extract__is_actor(&l->v, x)) {
      return x;
    }
  }
  return KB_NONE;
}

/// "مشيرا إلى": the subject of the clause around it.
static uint32_t subject_above(const kb_listener* l, uint32_t clause)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    clause = kb_extract__clause(&l->v, clause)->parent;
    if (clause == KB_NONE) {
      return KB_NONE;
    }
    const uint32_t actor = kb_extract__subject(l, clause);
    if (actor != KB_NONE) {
      return actor;
    }
  }
  return KB_NONE;
}

bool kb_extract__is_main(const kb_listener* l, uint32_t clause)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_clause* c = kb_extract__clause(&l->v, clause);
    switch (c->rel) {
    case KB_REL_MAIN:
      return true;
    case KB_REL_CONJUNCT:
    case KB_REL_CIRCUMSTANCE:
    case KB_REL_PARATAXIS:
      break;
    default:
      return false;
    }
    if (c->parent == KB_NONE) {
      return true;
    }
    clause = c->parent;
  }
  return false;
}

/// "نفى ... وقال": the verb before, with which it is coordinated, names the speaker.
static uint32_t subject_before(const kb_listener* l, uint32_t clause, const kb_word* verb)
{
  for (unsigned i = 0; i < KB_DEPTH && kb_extract__clause(&l->v, clause)->rel == KB_REL_CONJUNCT; ++i) {
    clause = kb_extract__clause(&l->v, clause)->parent;
    if (clause == KB_NONE) {
      break;
    }
    const uint32_t actor = kb_extract__subject(l, clause);
    if (actor != KB_NONE) {
      return agrees(l, actor, verb) ? actor : KB_NONE;
    }
  }
  return KB_NONE;
}

/// "وتابعت: «آلاف الأطفال ...": the word stands in what is said, not beside the verb.
static bool is_behind_opener(const kb_listener* l, uint32_t cue, uint32_t word)
{
  for (uint32_t w = cue + 1; w < word; ++w) {
    if (kb_extract__is_mark(&l->v, w, ":") ||
        (kb_extract__token_kind(&l->v, w) == KB_TOKEN_OPEN && !kb_extract__is_name_island(l, w))) {
      return true;
    }
  }
  return false;
}

/// "قال الضابط": somebody whom no mention knows still is not the speaker before.
bool kb_extract__has_own_subject(const kb_listener* l, uint32_t cue, const kb_clause* c)
{
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &l->v.doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_SUBJECT && a->word != KB_NONE && kb_extract__word(&l->v, a->word)->feats.upos != KB_PRON &&
        l->v.time[a->word] == KB_NONE && !is_behind_opener(l, cue, a->word)) {
      return !c->shared_subject;
    }
  }
  return false;
}

bool kb_extract__is_impersonal(const kb_listener* l, uint32_t w)
{
  return kb_extract__says_nobody(&l->v, w);
}

/// "كلمة أردوغان التي قال فيها": who is named with the words described.
static uint32_t author_of_words(const kb_listener* l, uint32_t clause)
{
  const uint32_t noun = kb_extract__antecedent(&l->v, clause);
  kb_ids         ids  = {0};
  const bool     none = noun == KB_NONE || kb_extract__entities(&l->v, noun, &ids) != KB_OK || !ids.n;
  return none || l->v.doc->entities.v[ids.v[0]].type != KB_ENT_PERSON ? KB_NONE : ids.v[0];
}

bool kb_extract__subject_is_told(const kb_listener* l, uint32_t cue)
{
  const kb_clause* c = kb_extract__clause(&l->v, l->v.doc->events.v[l->cue[cue]].clause);
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &l->v.doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_SUBJECT && a->word != KB_NONE && is_behind_opener(l, cue, a->word)) {
      return true;
    }
  }
  return false;
}

/// Who spoke in this sentence before, if the word of saying agrees with him.
static uint32_t goes_on(const kb_listener* l, uint32_t speaker, const kb_word* w)
{
  return speaker != KB_NONE && agrees(l, speaker, w) ? speaker : KB_NONE;
}

static uint32_t speaker_of_participle(const kb_listener* l, const kb_event* e, const kb_word* w)
{
  const uint32_t above = subject_above(l, e->clause);
  const uint32_t main  = goes_on(l, l->main, w);
  const uint32_t here  = goes_on(l, l->here, w);
  return main != KB_NONE ? main : here != KB_NONE ? here : above != KB_NONE ? above : l->recent[0];
}

/// "نقلت رويترز عن دبلوماسي أن": the words are those of the diplomat.
static uint32_t source_quoted(const kb_listener* l, const kb_event* e)
{
  const kb_framed  f      = kb_extract__frame(&l->v, e->clause);
  const kb_filler* source = f.id == KB_NONE ? NULL : kb_extract__filler(&f, KB_SLOT_SOURCE);
  return source ? kb_extract__entity(&l->v, kb_extract__core(&l->v, source->arg->word)) : KB_NONE;
}

/// "نقلت عن دبلوماسي قوله": the noun of saying is that of the source named before it.
static uint32_t source_before(const kb_listener* l, uint32_t w)
{
  const bool his  = w + 1 < l->end && kb_extract__word(&l->v, w + 1)->feats.upos == KB_PRON;
  uint32_t   last = KB_NONE;
  while (his && w > l->first && last == KB_NONE) {
    --w;
    last = l->cue[w] == KB_NONE ? KB_NONE : source_quoted(l, &l->v.doc->events.v[l->cue[w]]);
  }
  return last;
}

uint32_t kb_extract__passed_on(const kb_listener* l, const kb_event* e)
{
  const uint32_t quoted = source_quoted(l, e);
  const bool     noun   = kb_extract__word(&l->v, e->trigger)->feats.upos == KB_NOUN;
  return quoted == KB_NONE && noun ? source_before(l, e->trigger) : quoted;
}

/// Who spoke or acted before in this sentence, for a verb of saying without subject: "a source told us. He said",
/// "denied it and said", "issued a statement in which it said".
static uint32_t speaker_here(const kb_listener* l, const kb_event* e, const kb_word* w)
{
  switch (kb_extract__clause(&l->v, e->clause)->rel) {
  case KB_REL_PARATAXIS:
    return goes_on(l, l->here, w);
  case KB_REL_RELATIVE:
    return goes_on(l, subject_above(l, e->clause), w);
  default:
    return subject_before(l, e->clause, w);
  }
}

/// The same, else the last speaker who agrees.
static uint32_t carried(const kb_listener* l, const kb_event* e, const kb_word* w)
{
  const uint32_t before = speaker_here(l, e, w);
  for (unsigned i = 0; before == KB_NONE && i < KB_RECENT && l->recent[i] != KB_NONE; ++i) {
    if (agrees(l, l->recent[i], w)) {
      return l->recent[i];
    }
  }
  return before;
}

uint32_t kb_extract__speaker(const kb_listener* l, const kb_event* e, bool* is_carried)
{
  const uint32_t quoted = kb_extract__passed_on(l, e);
  if (quoted != KB_NONE) {
    *is_carried = false;
    return quoted;
  }
  const kb_word*   w   = kb_extract__word(&l->v, e->trigger);
  const kb_clause* c   = kb_extract__clause(&l->v, e->clause);
  const uint32_t   own = first_actor(l, &e->agents);
  *is_carried          = own == KB_NONE;
  if (c->kind == KB_CLAUSE_PARTICIPLE && c->rel == KB_REL_CIRCUMSTANCE) {
    return speaker_of_participle(l, e, w);
  }
  if (own != KB_NONE || w->feats.upos != KB_VERB || c->voice == KB_PASSIVE || w->feats.person != 3 ||
      kb_extract__is_impersonal(l, e->trigger) || kb_extract__has_own_subject(l, e->trigger, c)) {
    return own;
  }
  const uint32_t author = author_of_words(l, e->clause);
  return author != KB_NONE ? author : carried(l, e, w);
}
