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

/// Does the word belong to the head by such steps alone?
static bool belongs(const kb_view* v, uint32_t w, uint32_t head)
{
  for (unsigned i = 0; i < KB_DEPTH && w < v->doc->words.n && w != head; ++i) {
    if (!is_of(v, w)) {
      return false;
    }
    w = kb_extract__word(v, w)->head;
  }
  return w == head;
}

enum { LONGEST = 40 }; ///< words of a phrase that are looked at

/// The country that the phrase of a description names: a nationality, or that of a body, no place.
static uint32_t told_in_phrase(const kb_view* v, const kb_mention* m)
{
  const kb_doc* doc = v->doc;
  if (m->head >= doc->words.n) {
    return KB_NONE;
  }
  const uint32_t last = kb_extract__word(v, m->head)->last;
  for (uint32_t w = m->first; w < doc->words.n && w <= last && w - m->first < LONGEST; ++w) {
    const kb_mention* o = v->by_head[w] == KB_NONE ? NULL : &doc->mentions.v[v->by_head[w]];
    if (!o || o->entity == KB_NONE || o->entity == m->entity || !belongs(v, w, m->head)) {
      continue;
    }
    const unsigned type   = doc->entities.v[o->entity].type;
    const bool     nation = o->kind == KB_MENTION_DEMONYM;
    const bool     body   = type == KB_ENT_ORGANISATION || type == KB_ENT_GROUP;
    if ((nation || body) && country_of(v, o->entity) != KB_NONE) {
      return country_of(v, o->entity);
    }
  }
  return KB_NONE;
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

/// Does any word of the description say that he may be from anywhere?
static bool has_stranger(const kb_view* v, const kb_mention* m)
{
  for (uint32_t w = m->first; w <= m->last && w < v->doc->words.n; ++w) {
    if (kb_lexicon_cue_of(v->lex, kb_extract__word(v, w)->lemma, KB_CUE_STRANGER)) {
      return true;
    }
  }
  return false;
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
  return x->type != KB_ENT_VEHICLE && x->type != KB_ENT_WEAPON && !has_stranger(v, m) &&
         (!acts || holds_office(v, x, m));
}

static void settle(const kb_view* v, const kb_ids* ids, bool act, uint32_t country)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    kb_entity* x = &v->doc->entities.v[ids->v[i]];
    if (!x->local || x->country != KB_NONE || x->type == KB_ENT_COUNTRY || x->type == KB_ENT_DOCUMENT) {
      continue;
    }
    const kb_mention* m    = &v->doc->mentions.v[x->first_mention];
    const uint32_t    told = told_in_phrase(v, m);
    const bool        here = told == KB_NONE && country != KB_NONE && is_of_the_place(v, x, m, act);
    x->country             = told != KB_NONE ? told : here ? country : KB_NONE;
    x->country_inferred    = here;
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
