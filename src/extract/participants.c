/// What fills the slots of an event: participants, victims, amounts, instruments.
#include "events.h"

kb_ids* kb_extract__role_list(kb_event* e, unsigned role)
{
  switch (role) {
  case KB_SLOT_AGENT:
    return &e->agents;
  case KB_SLOT_PATIENT:
    return &e->patients;
  case KB_SLOT_COUNTERPART:
    return &e->counterparts;
  case KB_SLOT_RECIPIENT:
    return &e->recipients;
  case KB_SLOT_PLACE:
    return &e->places;
  default:
    return NULL;
  }
}

/// The noun that belongs to another, KB_NONE if it has none.
static uint32_t owner_of(const kb_view* v, uint32_t w)
{
  for (uint32_t d = w + 1; w < v->doc->words.n && d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    if (kb_extract__word(v, d)->head == w && kb_extract__word(v, d)->deprel == KB_NMOD_POSS) {
      return d;
    }
  }
  return KB_NONE;
}

static kb_described described_as(const kb_view* v, const kb_event* e, unsigned role)
{
  const kb_frame* f = kb_lexicon_frame(v->lex, e->frame);
  if (role == KB_SLOT_AGENT) {
    return f->speech && !kb_frame_is_thought(f) ? KB_AS_SPEAKER : KB_AS_PEOPLE;
  }
  const bool victims = f->casualty || kb_str_eq(e->type, KB_STR("ASSAULT")) || kb_str_eq(e->type, KB_STR("COERCE"));
  return role == KB_SLOT_PATIENT && victims ? KB_AS_VICTIM : KB_AS_PEOPLE;
}

/// Nobody, or a group of which no name is given.
static bool is_unnamed(const kb_view* v, const kb_ids* ids)
{
  return !ids->n || (ids->n == 1 && v->doc->entities.v[ids->v[0]].local);
}

/// Participants act or are acted upon; a weapon that "acts" is the instrument.
kb_status kb_extract__add_participants(const kb_view* v, kb_event* e, unsigned role, uint32_t word)
{
  kb_ids             found  = {0};
  kb_status          st     = kb_extract__entities(v, word, &found);
  const kb_described as     = described_as(v, e, role);
  const bool         speaks = as == KB_AS_SPEAKER;
  if (role == KB_SLOT_PLACE) {
    return kb_extract__add_place(v, e, word);
  }
  st = st == KB_OK && word < v->doc->words.n && is_unnamed(v, &found) ? kb_extract__listed_after(v, word, &found) : st;
  if (st == KB_OK && !found.n) {
    uint32_t people;
    st = kb_extract__describe(v, word, as, &people);
    st = st == KB_OK && people != KB_NONE ? kb_extract__add(v->doc, &found, people) : st;
  }
  for (uint32_t i = 0; st == KB_OK && i < found.n; ++i) {
    const unsigned type = v->doc->entities.v[found.v[i]].type;
    if (role == KB_SLOT_AGENT && type == KB_ENT_WEAPON) {
      e->instrument = found.v[i];
    } else if (role != KB_SLOT_AGENT || kb_extract__is_actor(v, found.v[i]) || (type == KB_ENT_DOCUMENT && speaks)) {
      st = kb_extract__add(v->doc, kb_extract__role_list(e, role), found.v[i]);
    }
  }
  return st;
}

/// Whoever is quoted takes no part in the event, but speaks in the quotation.
static kb_status name_source(const kb_view* v, uint32_t word)
{
  kb_ids    found = {0};
  uint32_t  source;
  kb_status st = kb_extract__entities(v, word, &found);
  return st == KB_OK && !found.n ? kb_extract__describe(v, word, KB_AS_SPEAKER, &source) : st;
}

/// The quantity in a phrase: the phrase itself, or one that counts its head.
static uint32_t quantity_in(const kb_view* v, uint32_t word)
{
  if (word >= v->doc->words.n || v->quantity[word] != KB_NONE) {
    return word < v->doc->words.n ? v->quantity[word] : KB_NONE;
  }
  const kb_word* w = kb_extract__word(v, word);
  for (uint32_t i = w->first; i <= w->last && i < v->doc->words.n; ++i) {
    const uint32_t q = v->quantity[i];
    if (q != KB_NONE && v->doc->quantities.v[q].counted == word) {
      return q;
    }
  }
  return KB_NONE;
}

static void count_victims(const kb_view* v, kb_event* e, const kb_frame* f, uint32_t word)
{
  const uint32_t q = quantity_in(v, word);
  switch (f->casualty) {
  case KB_CASUALTY_DEAD:
    e->dead = q;
    break;
  case KB_CASUALTY_INJURED:
    e->injured = q;
    break;
  case KB_CASUALTY_ARRESTED:
    e->arrested = q;
    break;
  default:
    break;
  }
}

/// "the Manchester attack" happened there; no town did it.
static bool is_scene(const kb_view* v, const kb_filler* filler)
{
  const uint32_t x = filler->arg->role == KB_ARG_GENITIVE ? kb_extract__entity(v, filler->arg->word) : KB_NONE;
  const unsigned t = x == KB_NONE ? KB_ENT_NARRATOR : v->doc->entities.v[x].type;
  return filler->role == KB_SLOT_AGENT && (t == KB_ENT_CITY || t == KB_ENT_PLACE);
}

/// What it was done with; "by police bullets" tells who did it. ب before a town says where.
static kb_status add_instrument(const kb_view* v, kb_event* e, uint32_t word)
{
  const uint32_t own = kb_extract__entity(v, word);
  if (own != KB_NONE && kb_extract__is_place(v, own) && !v->doc->entities.v[own].local) {
    return kb_extract__add_place(v, e, word);
  }
  const kb_lexeme* x     = word < v->doc->words.n ? kb_extract__lexeme(v, word) : NULL;
  const uint32_t   owner = x && x->noun_class == KB_CLASS_WEAPON ? owner_of(v, word) : KB_NONE;
  e->instrument          = own;
  return owner == KB_NONE || kb_extract__entity(v, owner) == KB_NONE
           ? KB_OK
           : kb_extract__add_participants(v, e, KB_SLOT_AGENT, owner);
}

/// "six people, among them two Danes": the word that heads the list of those named; KB_NONE if none is.
static uint32_t named_among(const kb_view* v, uint32_t word)
{
  enum { FAR = 10 };
  const uint32_t end = kb_extract__sentence_end(v, word);
  uint32_t       w   = kb_extract__word(v, word)->last + 1;
  for (uint32_t i = 0; i < FAR && w + 1 < end; ++i, ++w) {
    const kb_word* x = kb_extract__word(v, w);
    if (x->feats.upos == KB_VERB || x->feats.upos == KB_SCONJ) {
      return KB_NONE;
    }
    for (uint32_t d = w + 1; x->clitic == KB_ENCLITIC && d < end && d <= w + FAR; ++d) {
      if (kb_extract__word(v, d)->head == w && kb_extract__word(v, d)->deprel == KB_NSUBJ) {
        return d;
      }
    }
  }
  return KB_NONE;
}

kb_status kb_extract__add_role(const kb_view* v, kb_event* e, const kb_frame* f, const kb_filler* filler)
{
  const uint32_t word = filler->arg->word;
  if (is_scene(v, filler)) {
    return kb_extract__add_place(v, e, word);
  }
  switch (filler->role) {
  case KB_SLOT_AMOUNT:
    e->amount = quantity_in(v, word);
    return KB_OK;
  case KB_SLOT_INSTRUMENT:
    return add_instrument(v, e, word);
  case KB_SLOT_TOPIC:
  case KB_SLOT_CONTENT:
    return KB_OK;
  case KB_SLOT_SOURCE:
    return name_source(v, word);
  case KB_SLOT_PATIENT:
    count_victims(v, e, f, word);
    break;
  default:
    break;
  }
  if (!kb_extract__role_list(e, filler->role)) {
    return KB_OK;
  }
  const kb_status st    = kb_extract__add_participants(v, e, filler->role, word);
  const uint32_t  among = st == KB_OK && word < v->doc->words.n ? named_among(v, word) : KB_NONE;
  return among == KB_NONE ? st : kb_extract__add_participants(v, e, filler->role, among);
}

kb_status kb_extract__add_victims(const kb_view* v, kb_event* e, const kb_frame* f)
{
  const kb_lexeme* x = kb_extract__lexeme(v, e->trigger);
  if (!f->noun || !f->casualty || e->patients.n || !x ||
      (x->noun_class != KB_CLASS_PERSON && !kb_extract__word(v, e->trigger)->feats.human)) {
    return KB_OK;
  }
  count_victims(v, e, f, e->trigger);
  const kb_status st    = kb_extract__add_participants(v, e, KB_SLOT_PATIENT, e->trigger);
  const uint32_t  among = st == KB_OK ? named_among(v, e->trigger) : KB_NONE;
  return among == KB_NONE ? st : kb_extract__add_participants(v, e, KB_SLOT_PATIENT, among);
}

kb_status kb_extract__add_light_owner(const kb_view* v, kb_event* e)
{
  uint32_t  w  = kb_extract__word(v, e->trigger)->head;
  kb_status st = KB_OK;
  for (unsigned i = 0; st == KB_OK && i < KB_DEPTH && !e->agents.n && w < v->doc->words.n && w < e->trigger &&
                       kb_extract__word(v, w)->feats.upos == KB_NOUN && kb_extract__deed(v, w) == e->trigger;
       ++i) {
    const uint32_t owner = owner_of(v, w);
    const bool     other = owner != KB_NONE && kb_extract__deed(v, owner) != e->trigger;
    st                   = other ? kb_extract__add_participants(v, e, KB_SLOT_AGENT, owner) : KB_OK;
    w                    = kb_extract__word(v, w)->head;
  }
  return st;
}

/// Nobody meets, tells or helps himself: a second part in the event comes of a name read twice.
static void drop_from(kb_ids* list, const kb_ids* agents)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < list->n; ++i) {
    bool agent = false;
    for (uint32_t k = 0; k < agents->n; ++k) {
      agent |= agents->v[k] == list->v[i];
    }
    if (!agent) {
      list->v[n++] = list->v[i];
    }
  }
  list->n = n;
}

void kb_extract__drop_reflexive(kb_event* e)
{
  drop_from(&e->counterparts, &e->agents);
  drop_from(&e->recipients, &e->agents);
  drop_from(&e->patients, &e->agents);
}
