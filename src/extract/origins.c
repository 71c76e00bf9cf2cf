/*
   Of which country those are who are only described. What their phrase says
   counts first ("volunteers of the Iraqi army"). Else officials, inhabitants and
   victims are taken for people of the place, and are marked so; gunmen, tourists or
   protesters may be from anywhere.
*/
#include "events.h"

static uint32_t country_of_gaz(const kb_view* v, uint32_t gaz)
{
  return gaz == KB_NONE ? KB_NONE : kb_lexicon_gaz(v->lex, gaz)->country;
}

static uint32_t country_of(const kb_view* v, uint32_t entity)
{
  const kb_entity* e = &v->doc->entities.v[entity];
  return e->type == KB_ENT_COUNTRY ? e->gaz : country_of_gaz(v, e->country);
}

/** \name Told */

/// Prepositions that tell whose or of whom: a patrol of, a volunteer in, tens of.
static bool is_of(const kb_view* v, uint32_t w)
{
  const kb_word* x = kb_extract__word(v, w);
  switch (x->deprel) {
  case KB_NMOD_POSS:
  case KB_AMOD:
  case KB_APPOS:
    return true;
  case KB_NMOD:
    break;
  default:
    return false;
  }
  if (w == 0 || kb_extract__word(v, w - 1)->deprel != KB_CASE) {
    return false;
  }
  const kb_frame_slot slot = kb_extract__slot_of_prep(v, w - 1);
  return slot == KB_FS_MIN || slot == KB_FS_LI || slot == KB_FS_FI;
}

/// The slot that the preposition of a word opens, KB_FS_COUNT if it has none.
static kb_frame_slot slot_before(const kb_view* v, uint32_t w)
{
  const bool prep = w > 0 && kb_extract__word(v, w - 1)->deprel == KB_CASE && kb_extract__word(v, w - 1)->head == w;
  return prep ? kb_lexicon_frame_slot(kb_extract__word(v, w - 1)->lemma) : KB_FS_COUNT;
}

/// "seven volunteers from": what is said of the number is said of those counted.
static uint32_t counting(const kb_view* v, uint32_t head)
{
  const kb_word* x = kb_extract__word(v, head);
  const bool     counted =
    x->deprel == KB_NMOD && x->head < v->doc->words.n && kb_extract__word(v, x->head)->feats.upos == KB_NUM;
  return counted ? x->head : head;
}

/// Does the word belong to the head by such steps alone?
static bool belongs(const kb_view* v, uint32_t w, uint32_t head)
{
  const uint32_t number = counting(v, head);
  for (unsigned i = 0; i < KB_DEPTH && w < v->doc->words.n && w != head && w != number; ++i) {
    if (!is_of(v, w)) {
      return false;
    }
    w = kb_extract__word(v, w)->head;
  }
  return w == head || w == number;
}

/// Does an idafa lead from the head to the word: سفارة النرويج، رئيس وزراء الصومال?
static bool is_owner(const kb_view* v, uint32_t w, uint32_t head)
{
  for (unsigned i = 0; i < KB_DEPTH && w < v->doc->words.n && w != head; ++i) {
    if (kb_extract__word(v, w)->deprel != KB_NMOD_POSS) {
      return false;
    }
    w = kb_extract__word(v, w)->head;
  }
  return w == head;
}

/// A country, and whether it only follows from where somebody comes from or is.
typedef struct origin {
  uint32_t country;
  bool     inferred;
} origin;

/// Is any word of the description of this class: may he be from anywhere, is he an ally?
static bool has_cue(const kb_view* v, const kb_mention* m, kb_cue_class class)
{
  for (uint32_t w = m->first; w <= m->last && w < v->doc->words.n; ++w) {
    if (kb_lexicon_cue_of(v->lex, kb_extract__word(v, w)->lemma, class)) {
      return true;
    }
  }
  return false;
}

/// The country of a place in the phrase of a description: whose it is, where they are from, where a body sits.
static origin told_by_place(const kb_view* v, const kb_mention* m, uint32_t w, uint32_t place)
{
  const kb_entity*    x    = &v->doc->entities.v[m->entity];
  const kb_frame_slot slot = slot_before(v, w);
  const bool          own  = is_owner(v, w, m->head) && !has_cue(v, m, KB_CUE_RELATION);
  const bool          from = slot == KB_FS_MIN && x->type != KB_ENT_PLACE;
  const bool          sits = slot == KB_FS_FI && x->type == KB_ENT_ORGANISATION;
  return own || from || sits ? (origin){country_of(v, place), !own} : (origin){KB_NONE, false};
}

enum { LONGEST = 40 }; ///< words of a phrase that are looked at

/// The country that the phrase of a description names: a nationality, or that of a body, else of a place.
static origin told_in_phrase(const kb_view* v, const kb_mention* m)
{
  const kb_doc* doc   = v->doc;
  origin        place = {KB_NONE, false};
  if (m->head >= doc->words.n) {
    return place;
  }
  const uint32_t last = kb_extract__word(v, counting(v, m->head))->last;
  for (uint32_t w = m->first; w < doc->words.n && w <= last && w - m->first < LONGEST; ++w) {
    const kb_mention* o = v->by_head[w] == KB_NONE ? NULL : &doc->mentions.v[v->by_head[w]];
    if (!o || o->entity == KB_NONE || o->entity == m->entity || !belongs(v, w, m->head)) {
      continue;
    }
    const unsigned type   = doc->entities.v[o->entity].type;
    const bool     nation = o->kind == KB_MENTION_DEMONYM;
    const bool     body   = type == KB_ENT_ORGANISATION || type == KB_ENT_GROUP || type == KB_ENT_PEOPLE;
    if ((nation || body) && country_of(v, o->entity) != KB_NONE) {
      return (origin){country_of(v, o->entity), false};
    }
    if (kb_extract__is_place(v, o->entity) && place.country == KB_NONE) {
      place = told_by_place(v, m, w, o->entity);
    }
  }
  return place;
}

/** \name Inferred */

static uint32_t country_of_places(const kb_view* v, const kb_event* e)
{
  const uint32_t country = e->places.n ? country_of(v, e->places.v[0]) : KB_NONE;
  for (uint32_t i = 1; i < e->places.n; ++i) {
    if (country_of(v, e->places.v[i]) != country) {
      return KB_NONE;
    }
  }
  return country;
}

/// Is the word the name of a place, and no party: put somewhere, or a town?
static bool is_place_name(const kb_view* v, uint32_t w, bool put_there)
{
  const kb_mention* m = v->by_head[w] == KB_NONE ? NULL : &v->doc->mentions.v[v->by_head[w]];
  if (!m || m->kind != KB_MENTION_NAME || m->entity == KB_NONE || !kb_extract__is_place(v, m->entity)) {
    return false;
  }
  return put_there ? kb_extract__is_put_there(v, w) : v->doc->entities.v[m->entity].type != KB_ENT_COUNTRY;
}

/// The only country in which the places of a sentence lie.
static uint32_t country_of_sentence(const kb_view* v, uint32_t word, bool put_there)
{
  uint32_t found = KB_NONE;
  for (uint32_t w = kb_extract__sentence_first(v, word); w < kb_extract__sentence_end(v, word); ++w) {
    const uint32_t c =
      is_place_name(v, w, put_there) ? country_of(v, v->doc->mentions.v[v->by_head[w]].entity) : KB_NONE;
    if (c != KB_NONE && found != KB_NONE && c != found) {
      return KB_NONE;
    }
    found = c == KB_NONE ? found : c;
  }
  return found;
}

/// The country of the sentence asked for last.
typedef struct scene {
  uint32_t sentence;
  uint32_t country;
} scene;

/// Violence, protest and their victims are where the sentence is; words and money may come from afar.
static bool is_local_matter(const kb_view* v, const kb_event* e)
{
  static const char* const types[] = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"};
  bool                     local   = e->frame != KB_NONE && kb_lexicon_frame(v->lex, e->frame)->casualty;
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
    local |= kb_str_eq(e->type, kb_str_of(types[i]));
  }
  return local;
}

static uint32_t where(const kb_view* v, const kb_event* e, scene* last)
{
  const uint32_t sentence = kb_extract__sentence_of(v, e->trigger);
  if (e->places.n || !is_local_matter(v, e)) {
    return country_of_places(v, e);
  }
  if (sentence != last->sentence) {
    last->sentence = sentence;
    last->country  = country_of_sentence(v, e->trigger, true);
    last->country  = last->country == KB_NONE ? country_of_sentence(v, e->trigger, false) : last->country;
  }
  return last->country;
}

/// Who acts for the state or the town: bodies, officials, soldiers.
static bool holds_office(const kb_view* v, const kb_entity* x, const kb_mention* m)
{
  const kb_lexeme* l = kb_extract__lexeme(v, m->head);
  return x->type == KB_ENT_ORGANISATION || m->office != KB_NONE ||
         (l && (l->noun_class == KB_CLASS_ORG || l->noun_class == KB_CLASS_ROLE));
}

static bool is_of_the_place(const kb_view* v, const kb_entity* x, const kb_mention* m, bool acts)
{
  return x->type != KB_ENT_VEHICLE && x->type != KB_ENT_WEAPON && !has_cue(v, m, KB_CUE_STRANGER) &&
         (!acts || holds_office(v, x, m));
}

/// Sectors of those who serve their own state.
static bool is_of_state(kb_str sector)
{
  static const char* const sectors[] = {"COP", "GOV", "JUD", "LEG", "MIL"};
  for (size_t i = 0; i < sizeof sectors / sizeof *sectors; ++i) {
    if (kb_str_eq(sector, kb_str_of(sectors[i]))) {
      return true;
    }
  }
  return false;
}

/// The country of the body or place that a person holds an office in.
static uint32_t country_of_office(const kb_view* v, uint32_t person)
{
  for (uint32_t i = 0; i < v->doc->roles.n; ++i) {
    const kb_role* r = &v->doc->roles.v[i];
    if (r->person == person && r->organization != KB_NONE && country_of(v, r->organization) != KB_NONE) {
      return country_of(v, r->organization);
    }
  }
  return KB_NONE;
}

/// A servant of a state whom no dictionary knows is taken to be of the country of his office, or where he is hurt.
static void settle_official(const kb_view* v, uint32_t id, bool acts, uint32_t country)
{
  kb_entity*     x      = &v->doc->entities.v[id];
  const uint32_t office = country_of_office(v, id);
  const bool     here   = office == KB_NONE && !acts;
  x->country            = here ? country : office;
  x->country_inferred   = x->country != KB_NONE;
}

static void settle(const kb_view* v, const kb_ids* ids, bool act, uint32_t country)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    kb_entity* x = &v->doc->entities.v[ids->v[i]];
    if (!x->local && x->gaz == KB_NONE && x->country == KB_NONE && is_of_state(x->sector)) {
      settle_official(v, ids->v[i], act, country);
    }
    if (!x->local || x->country != KB_NONE || x->type == KB_ENT_COUNTRY || x->type == KB_ENT_DOCUMENT) {
      continue;
    }
    const kb_mention* m    = &v->doc->mentions.v[x->first_mention];
    const origin      told = told_in_phrase(v, m);
    const bool        here = told.country == KB_NONE && country != KB_NONE && is_of_the_place(v, x, m, act);
    x->country             = told.country != KB_NONE ? told.country : here ? country : KB_NONE;
    x->country_inferred    = here || told.inferred;
  }
}

void kb_extract__settle_countries(const kb_view* v)
{
  scene last = {KB_NONE, KB_NONE};
  for (uint32_t i = 0; i < v->doc->events.n; ++i) {
    const kb_event* e       = &v->doc->events.v[i];
    const uint32_t  country = where(v, e, &last);
    settle(v, &e->agents, true, country);
    settle(v, &e->patients, false, country);
    settle(v, &e->counterparts, true, country);
    settle(v, &e->recipients, true, country);
  }
}
