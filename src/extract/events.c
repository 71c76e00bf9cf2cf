/// Clauses with a frame become events; their arguments become participants.
#include "extract_internal.h"

enum { LABEL_WORDS = 30 };

static kb_ids* list_of(kb_event* e, unsigned role)
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

/// Where something happens: the phrase is the name of a place, or a place of that name.
static kb_status add_place(const kb_view* v, kb_event* e, uint32_t word)
{
  const kb_lexeme* x     = kb_extract__lexeme(v, word);
  const bool       place = x && (x->noun_class == KB_CLASS_PLACE || x->noun_class == KB_CLASS_FACILITY);
  const uint32_t   own   = kb_extract__entity(v, word);
  kb_ids           found = {0};
  kb_status        st    = own != KB_NONE || place ? kb_extract__entities(v, word, &found) : KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < found.n; ++i) {
    st = kb_extract__is_place(v, found.v[i]) ? kb_extract__add(v->doc, &e->places, found.v[i]) : KB_OK;
  }
  return st;
}

static kb_described described_as(const kb_view* v, const kb_event* e, unsigned role)
{
  const kb_frame* f = kb_lexicon_frame(v->lex, e->frame);
  if (role == KB_SLOT_AGENT) {
    return f->speech && f->speech != KB_SPEECH_THINK ? KB_AS_SPEAKER : KB_AS_PEOPLE;
  }
  const bool victims = f->casualty || kb_str_eq(e->type, KB_STR("ASSAULT")) || kb_str_eq(e->type, KB_STR("COERCE"));
  return role == KB_SLOT_PATIENT && victims ? KB_AS_VICTIM : KB_AS_PEOPLE;
}

/// Participants act or are acted upon; a weapon that "acts" is the instrument.
static kb_status add_participants(const kb_view* v, kb_event* e, unsigned role, uint32_t word)
{
  kb_ids             found  = {0};
  kb_status          st     = kb_extract__entities(v, word, &found);
  const kb_described as     = described_as(v, e, role);
  const bool         speaks = as == KB_AS_SPEAKER;
  if (role == KB_SLOT_PLACE) {
    return add_place(v, e, word);
  }
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
      st = kb_extract__add(v->doc, list_of(e, role), found.v[i]);
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

/// What it was done with; "by police bullets" tells who did it.
static kb_status add_instrument(const kb_view* v, kb_event* e, uint32_t word)
{
  const kb_lexeme* x     = word < v->doc->words.n ? kb_extract__lexeme(v, word) : NULL;
  const uint32_t   owner = x && x->noun_class == KB_CLASS_WEAPON ? owner_of(v, word) : KB_NONE;
  e->instrument          = kb_extract__entity(v, word);
  return owner == KB_NONE || kb_extract__entity(v, owner) == KB_NONE ? KB_OK
                                                                     : add_participants(v, e, KB_SLOT_AGENT, owner);
}

static kb_status add_filler(const kb_view* v, kb_event* e, const kb_frame* f, const kb_filler* filler)
{
  const uint32_t word = filler->arg->word;
  if (is_scene(v, filler)) {
    return add_place(v, e, word);
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
  return list_of(e, filler->role) ? add_participants(v, e, filler->role, word) : KB_OK;
}

/// Places stand in phrases that the frame leaves free.
static kb_status add_places(const kb_view* v, kb_event* e, const kb_clause* c, const kb_framed* f)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < c->n_args; ++i) {
    const kb_arg* a    = &v->doc->args.v[c->first_arg + i];
    bool          free = a->role == KB_ARG_OBLIQUE;
    for (size_t k = 0; k < f->n; ++k) {
      free &= f->fillers[k].arg != a;
    }
    if (free) {
      st = add_participants(v, e, KB_SLOT_PLACE, a->word);
    }
  }
  return st;
}

/// Is the word inside the clause, or inside nouns and participles of it?
static bool belongs(const kb_view* v, uint32_t w, uint32_t clause)
{
  uint32_t c = kb_extract__word(v, w)->clause;
  for (unsigned i = 0; i < KB_DEPTH && c != KB_NONE; ++i) {
    if (c == clause) {
      return true;
    }
    const kb_clause* x = kb_extract__clause(v, c);
    if (x->kind == KB_CLAUSE_VERB || x->kind == KB_CLAUSE_NOMINAL) {
      return false;
    }
    c = x->parent;
  }
  return false;
}

/// The words before a place that put something there: في، ب، and nouns that say what kind of place.
static bool is_put_there(const kb_view* v, uint32_t w)
{
  const uint32_t start = kb_extract__sentence_first(v, w);
  for (uint32_t k = w; k > start && w - k < 4;) {
    const kb_word*   x = kb_extract__word(v, --k);
    const kb_lexeme* l = kb_extract__lexeme(v, k);
    if (x->feats.upos == KB_ADP) {
      const kb_frame_slot slot = kb_lexicon_frame_slot(x->lemma);
      return slot == KB_FS_FI || slot == KB_FS_BI;
    }
    if (!l || (l->noun_class != KB_CLASS_PLACE && l->noun_class != KB_CLASS_FACILITY)) {
      return false;
    }
  }
  return false;
}

/// A place that stands deeper in the clause holds for the whole of it.
static kb_status find_places(const kb_view* v, kb_event* e, uint32_t clause)
{
  const kb_clause* c  = kb_extract__clause(v, clause);
  kb_status        st = KB_OK;
  for (uint32_t w = c->first; st == KB_OK && w <= c->last && w < v->doc->words.n && !e->places.n; ++w) {
    const uint32_t m = v->by_head[w];
    if (m == KB_NONE || v->doc->mentions.v[m].kind != KB_MENTION_NAME || v->doc->mentions.v[m].entity == KB_NONE ||
        !kb_extract__is_place(v, v->doc->mentions.v[m].entity) || !belongs(v, w, clause) || !is_put_there(v, w)) {
      continue;
    }
    st = kb_extract__add(v->doc, &e->places, v->doc->mentions.v[m].entity);
  }
  return st;
}

/// The first time among the arguments, else among the clause's own words.
static uint32_t time_of(const kb_view* v, uint32_t clause)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if ((a->role == KB_ARG_TIME || a->role == KB_ARG_OBLIQUE) && a->word < v->doc->words.n &&
        v->time[a->word] != KB_NONE) {
      return v->time[a->word];
    }
  }
  for (uint32_t w = c->first; w <= c->last && w < v->doc->words.n; ++w) {
    if (v->time[w] != KB_NONE && kb_extract__word(v, w)->clause == clause) {
      return v->time[w];
    }
  }
  return KB_NONE;
}

/// From the first to the last word of predicate and phrases; clauses are left out.
static kb_span label_of(const kb_view* v, const kb_clause* c)
{
  uint32_t first = c->predicate;
  uint32_t last  = c->predicate;
  if (c->light != KB_NONE) {
    first = c->light < first ? c->light : first;
    last  = c->light > last ? c->light : last;
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_CLAUSE || !kb_extract__is_inside(a->word, c->first, c->last)) {
      continue;
    }
    const kb_word* w     = kb_extract__word(v, a->word);
    const uint32_t start = a->prep != KB_NONE && a->prep < w->first ? a->prep : w->first;
    first                = start < first && start >= c->first ? start : first;
    last                 = w->last > last && w->last <= c->last ? w->last : last;
  }
  last = last - first > LABEL_WORDS ? first + LABEL_WORDS : last;
  return kb_doc_words_span(v->doc, first, last < c->predicate ? c->predicate : last);
}

static void name_event(kb_event* e, const kb_framed* f, uint32_t clause)
{
  const kb_frame* frame = f->frame;
  *e                    = (kb_event){.type        = frame->type,
                                     .mode        = frame->mode,
                                     .subtype     = frame->subtype,
                                     .cameo       = frame->cameo,
                                     .context     = frame->context,
                                     .predicate   = frame->predicate,
                                     .frame       = f->id,
                                     .clause      = clause,
                                     .topic_event = KB_NONE,
                                     .instrument  = KB_NONE,
                                     .time        = KB_NONE,
                                     .amount      = KB_NONE,
                                     .dead        = KB_NONE,
                                     .injured     = KB_NONE,
                                     .arrested    = KB_NONE};
}

/// "Russia's launching of raids": whose light noun brings the event does it.
static kb_status add_light_owner(const kb_view* v, kb_event* e)
{
  uint32_t  w  = kb_extract__word(v, e->trigger)->head;
  kb_status st = KB_OK;
  for (unsigned i = 0; st == KB_OK && i < KB_DEPTH && !e->agents.n && w < v->doc->words.n && w < e->trigger &&
                       kb_extract__word(v, w)->feats.upos == KB_NOUN && kb_extract__deed(v, w) == e->trigger;
       ++i) {
    const uint32_t owner = owner_of(v, w);
    const bool     other = owner != KB_NONE && kb_extract__deed(v, owner) != e->trigger;
    st                   = other ? add_participants(v, e, KB_SLOT_AGENT, owner) : KB_OK;
    w                    = kb_extract__word(v, w)->head;
  }
  return st;
}

static kb_status make_event(kb_view* v, uint32_t clause, const kb_framed* f)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  kb_event*        e = kb_array_push(v->doc->arena, &v->doc->events);
  if (!e) {
    return KB_E_NOMEM;
  }
  name_event(e, f, clause);
  e->trigger   = c->predicate;
  e->time      = time_of(v, clause);
  e->label     = label_of(v, c);
  kb_status st = KB_OK;
  for (size_t i = 0; st == KB_OK && i < f->n; ++i) {
    st = add_filler(v, e, f->frame, &f->fillers[i]);
  }
  if (e->amount == KB_NONE && !f->frame->casualty) {
    const uint32_t q = v->quantity[c->predicate];
    e->amount        = q != KB_NONE && v->doc->quantities.v[q].counted == c->predicate ? q : KB_NONE;
  }
  v->event[clause] = v->doc->events.n - 1;
  st               = st == KB_OK && !e->agents.n ? add_light_owner(v, e) : st;
  st               = st == KB_OK ? add_places(v, e, c, f) : st;
  return st == KB_OK && !e->places.n && !f->frame->speech ? find_places(v, e, clause) : st;
}

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

static void link_topic(const kb_view* v, kb_event* e)
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

/// Whom the governing clause makes do it: one's own promise, refusal or plan, the other's task.
static const kb_ids* doer(const kb_event* parent, const kb_frame* f)
{
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
    const kb_ids* list = list_of(e, light->fillers[i].role);
    if (list && !list->n) {
      st = add_participants(v, e, light->fillers[i].role, light->fillers[i].arg->word);
    }
  }
  return st;
}

/// Whoever leads an operation or says that it was his.
static bool tells_doer(const kb_frame* f)
{
  return kb_str_eq(f->predicate, KB_STR("leads")) || kb_str_eq(f->predicate, KB_STR("claimsResponsibilityFor"));
}

/// "the raids that planes flew": a relative clause with a light verb, or one
/// that tells who leads, names the participants of the noun before it.
static kb_status take_from_relative(kb_view* v, uint32_t clause)
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
    e->time = e->time == KB_NONE ? time_of(v, clause) : e->time;
  } else if (!e->agents.n && v->event[clause] != KB_NONE) {
    st = take_over(v->doc, &e->agents, &v->doc->events.v[v->event[clause]].agents);
  }
  return st == KB_OK && !e->places.n ? add_places(v, e, kb_extract__clause(v, clause), &f) : st;
}

/// "killed in a raid by planes": the deed and its occasion have the same doers and sufferers.
static kb_status share_participants(const kb_view* v, kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  const uint32_t   p =
    c->parent == KB_NONE || c->kind == KB_CLAUSE_VERB || c->rel != KB_REL_ARGUMENT ? KB_NONE : v->event[c->parent];
  if (p == KB_NONE || !kb_str_eq(v->doc->events.v[p].type, e->type) || !kb_str_eq(e->type, KB_STR("ASSAULT"))) {
    return KB_OK;
  }
  kb_event* deed = &v->doc->events.v[p];
  kb_status st   = deed->agents.n ? KB_OK : take_over(v->doc, &deed->agents, &e->agents);
  st             = st == KB_OK && !e->agents.n ? take_over(v->doc, &e->agents, &deed->agents) : st;
  st             = st == KB_OK && !deed->patients.n ? take_over(v->doc, &deed->patients, &e->patients) : st;
  return st == KB_OK && !e->patients.n ? take_over(v->doc, &e->patients, &deed->patients) : st;
}

/// Adverbs of the first of two coordinated verbs hold for both; those of a verb for what happens in it.
static kb_status share_circumstances(const kb_view* v, kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  const uint32_t   p = c->parent == KB_NONE ? KB_NONE : v->event[c->parent];
  if (p == KB_NONE) {
    return KB_OK;
  }
  const kb_event* parent = &v->doc->events.v[p];
  const bool      noun   = c->kind != KB_CLAUSE_VERB && c->rel == KB_REL_ARGUMENT;
  if (c->rel != KB_REL_CONJUNCT && !(noun && kb_str_eq(parent->type, e->type))) {
    return KB_OK;
  }
  e->time = e->time == KB_NONE ? parent->time : e->time;
  return e->places.n || c->rel == KB_REL_CONJUNCT ? KB_OK : take_over(v->doc, &e->places, &parent->places);
}

static kb_status inherit(const kb_view* v, kb_event* e)
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
      e->time = time_of(v, c);
    }
  }
  return st;
}

static uint32_t country_of_place(const kb_view* v, uint32_t entity)
{
  const kb_entity* e = &v->doc->entities.v[entity];
  return e->type == KB_ENT_COUNTRY ? e->gaz : e->country;
}

/// Described people and buildings of which nothing else is known are taken for
/// those of the country where it happened.
static void settle(const kb_view* v, const kb_event* e)
{
  const uint32_t country = e->places.n ? country_of_place(v, e->places.v[0]) : KB_NONE;
  for (uint32_t i = 1; i < e->places.n; ++i) {
    if (country_of_place(v, e->places.v[i]) != country) {
      return;
    }
  }
  const kb_ids* lists[] = {&e->agents, &e->patients};
  for (size_t k = 0; country != KB_NONE && k < sizeof lists / sizeof *lists; ++k) {
    for (uint32_t i = 0; i < lists[k]->n; ++i) {
      kb_entity* x = &v->doc->entities.v[lists[k]->v[i]];
      if (x->local && x->country == KB_NONE) {
        x->country = country;
      }
    }
  }
}

/** \name Which clauses tell an event */

/// A word inside a name: the United States unite nobody.
static bool is_in_name(const kb_view* v, uint32_t w)
{
  const uint32_t m = v->cover[w];
  return m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_NAME &&
         v->doc->mentions.v[m].type != KB_ENT_HAPPENING;
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

/// Without participants a noun of speech, attitude or decision only points back.
static bool needs_participants(const kb_frame* f)
{
  static const char* const verbal[] = {"STATEMENT", "APPEAL",   "REQUEST", "AGREE",   "SUPPORT",
                                       "ACCUSE",    "THREATEN", "REJECT",  "CONCEDE", "PROTEST"};
  for (size_t i = 0; i < sizeof verbal / sizeof *verbal; ++i) {
    if (kb_str_eq(f->type, kb_str_of(verbal[i]))) {
      return true;
    }
  }
  return false;
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
      kb_lexicon_frame_slot(kb_extract__word(v, w - 1)->lemma) != KB_FS_FI ||
      kb_extract__governor(v, clause, &parent) != KB_NONE) {
    return false;
  }
  const bool masdar = !f->frame->noun || f->frame->args[KB_FS_GEN] == KB_SLOT_PATIENT;
  return f->frame->speech || (masdar && f->n > 0);
}

/// "their failure to reach an agreement": the noun above it lends it participants.
static bool is_brought(const kb_view* v, uint32_t clause)
{
  kb_framed parent;
  return kb_extract__governor(v, clause, &parent) != KB_NONE && parent.frame->light && parent.n > 1;
}

static bool noun_tells(const kb_view* v, uint32_t clause, const kb_framed* f)
{
  const uint32_t w = kb_extract__clause(v, clause)->predicate;
  if (is_thing(kb_extract__lexeme(v, w), f->frame) || (needs_participants(f->frame) && !f->n)) {
    return is_brought(v, clause);
  }
  return !qualifies(v, w) && !is_circumstance(v, clause, f);
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
  static const char* const physical[]  = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"};
  bool                     is_physical = false;
  for (size_t i = 0; i < sizeof physical / sizeof *physical; ++i) {
    is_physical |= kb_str_eq(f->frame->type, kb_str_of(physical[i]));
  }
  for (size_t i = 0; is_physical && i < f->n; ++i) {
    const unsigned role = f->fillers[i].role;
    if ((role == KB_SLOT_AGENT || role == KB_SLOT_PATIENT) && is_abstract(v, f->fillers[i].arg)) {
      return true;
    }
  }
  return false;
}

static bool tells(const kb_view* v, uint32_t clause, const kb_framed* f)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  const bool exists  = c->kind == KB_CLAUSE_EXISTENTIAL && kb_extract__word(v, c->predicate)->feats.upos == KB_VERB;
  if (f->id == KB_NONE || f->frame->light || exists || is_in_name(v, c->predicate) || is_figurative(v, f)) {
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

kb_status kb_extract__events(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_view   v;
  kb_status st = kb_extract__view(&v, doc, lex, err);
  for (uint32_t i = 0; st == KB_OK && i < doc->clauses.n; ++i) {
    if (!kb_block_speaks(kb_extract__block_of(&v, doc->clauses.v[i].sentence))) {
      continue;
    }
    const kb_framed f = kb_extract__frame(&v, i);
    if (tells(&v, i, &f)) {
      st = make_event(&v, i, &f);
    }
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->clauses.n; ++i) {
    st = doc->clauses.v[i].rel == KB_REL_RELATIVE ? take_from_relative(&v, i) : KB_OK;
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    link_topic(&v, &doc->events.v[i]);
    st = inherit(&v, &doc->events.v[i]);
    st = st == KB_OK ? share_circumstances(&v, &doc->events.v[i]) : st;
    st = st == KB_OK ? share_participants(&v, &doc->events.v[i]) : st;
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    settle(&v, &doc->events.v[i]);
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
