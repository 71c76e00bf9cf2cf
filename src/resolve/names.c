/// Names to entities: gazetteer, then chains of full and short names.
#include "resolve_internal.h"

/** \name Capital for government */

static bool word_is(const kb_resolver* r, uint32_t w, const char* const* keys)
{
  for (; *keys; ++keys) {
    if (kb_str_eq(r->doc->words.v[w].key, kb_str_of(*keys))) {
      return true;
    }
  }
  return false;
}

/// Does the capital stand where a place would stand?
static bool is_place_here(const kb_resolver* r, const kb_mention* m)
{
  static const char* const locative[] = {"في",   "ب",    "الي",  "من",   "مدينه", "العاصمه", "قرب",  "شمال", "جنوب", "شرق",
                                         "غرب",  "داخل", "خارج", "وسط",  "نحو",   "عبر",     "حول",  "مطار", "جامعه", "ضواحي",
                                         "ريف",  "محافظه", "ضاحيه", "عن", "سماء", "احياء",   "حي",   "سفاره", NULL};
  const kb_sentence* s = &r->doc->sentences.v[r->doc->tokens.v[r->doc->words.v[m->first].token].sentence];
  if (!kb_block_speaks(&r->doc->blocks.v[s->block])) {
    return true;
  }
  uint32_t before = m->first;
  while (before > s->first_word && kb_str_eq(r->doc->words.v[before - 1].key, KB_STR("و"))) {
    --before;
  }
  const unsigned upos = before > s->first_word ? r->doc->words.v[before - 1].feats.upos : KB_X;
  if (upos == KB_PUNCT || upos == KB_X) {
    const uint32_t next = m->last + 1;
    return next >= r->doc->words.n || r->doc->words.v[next].feats.upos == KB_PUNCT;
  }
  return word_is(r, before - 1, locative);
}

/// The country whose government a capital stands for here; KB_NONE: it is the city.
static uint32_t government(const kb_resolver* r, const kb_mention* m, uint32_t gaz)
{
  const kb_gaz* g = kb_lexicon_gaz(r->lex, gaz);
  if (g->type != KB_ENT_CITY || g->capital_of == KB_NONE || m->nested || is_place_here(r, m)) {
    return KB_NONE;
  }
  return g->capital_of;
}

/** \name Entities met before */

static bool is_named(const kb_entity* e, unsigned type)
{
  const bool place = type == KB_ENT_CITY || type == KB_ENT_PLACE;
  return !e->local && (e->type == type || (place && (e->type == KB_ENT_CITY || e->type == KB_ENT_PLACE)));
}

static uint32_t find_name(const kb_resolver* r, const kb_mention* m, const kb_name* name)
{
  uint32_t found = KB_NONE;
  for (uint32_t i = 0; i < r->doc->entities.n; ++i) {
    const kb_entity* e = &r->doc->entities.v[i];
    if (!is_named(e, m->type)) {
      continue;
    }
    if (kb_resolve__same_name(name, &r->names.v[i])) {
      return i;
    }
    if (m->type == KB_ENT_PERSON && kb_resolve__is_short_for(name, &r->names.v[i])) {
      found = i; // the last one named in full
    }
  }
  return found;
}

/// A person by the given name alone: "قال آشتون" for آشتون كارتر.
static uint32_t find_given(const kb_resolver* r, const kb_name* name)
{
  uint32_t found = KB_NONE;
  for (uint32_t i = 0; i < r->doc->entities.n && name->n == 1; ++i) {
    const kb_entity* e = &r->doc->entities.v[i];
    if (e->type == KB_ENT_PERSON && !e->local && r->names.v[i].n > 1 &&
        kb_resolve__same_word(name->word[0], r->names.v[i].word[0])) {
      found = found == KB_NONE ? i : KB_NONE;
    }
  }
  return found;
}

/// حزب X, X: the name inside the phrase is the same organisation or place.
static uint32_t outer_entity(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m = &r->doc->mentions.v[mention];
  for (uint32_t i = mention; m->nested && i-- > 0 && mention - i < 8;) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->first <= m->first && m->last <= o->last && o->entity != KB_NONE && o->type == m->type &&
        o->gaz == KB_NONE && m->gaz == KB_NONE && m->kind == KB_MENTION_NAME) {
      return o->entity;
    }
  }
  return KB_NONE;
}

/** \name Linking */

static kb_status link_listed(kb_resolver* r, kb_mention* m, const kb_name* name, uint32_t gaz)
{
  const uint32_t country = m->kind == KB_MENTION_NAME ? government(r, m, gaz) : KB_NONE;
  uint32_t       id;
  kb_status st = kb_resolve__entity_of_gaz(r, m, name, country != KB_NONE ? country : gaz, &id);
  if (st == KB_OK) {
    m->entity = id;
    m->gaz    = gaz;
    if (name->n > r->names.v[id].n && m->type == KB_ENT_PERSON) {
      r->names.v[id] = *name;
    }
  }
  return st;
}

static kb_status link_unlisted(kb_resolver* r, kb_mention* m, const kb_name* name)
{
  uint32_t id = outer_entity(r, (uint32_t)(m - r->doc->mentions.v));
  id          = id == KB_NONE ? find_name(r, m, name) : id;
  id          = id == KB_NONE && m->type == KB_ENT_PERSON ? find_given(r, name) : id;
  if (id == KB_NONE) {
    const kb_status st = kb_resolve__new_entity(r, m, name, KB_NONE, false, &id);
    if (st != KB_OK) {
      return st;
    }
  }
  if (name->n > r->names.v[id].n && m->type == KB_ENT_PERSON) {
    r->names.v[id] = *name;
  }
  m->entity = id;
  return KB_OK;
}

/// Does a person named in full elsewhere in the article own this short name?
static uint32_t owner(const kb_resolver* r, const kb_mention* m, const kb_name* name)
{
  return m->type == KB_ENT_PERSON && name->n == 1 ? find_name(r, m, name) : KB_NONE;
}

static kb_status link_name(kb_resolver* r, uint32_t i, bool full)
{
  kb_mention* m = &r->doc->mentions.v[i];
  kb_name     name;
  kb_status   st = kb_resolve__name_of(r, m, &name);
  if (st != KB_OK || (m->type == KB_ENT_PERSON && (name.n > 1) != full)) {
    return st;
  }
  const uint32_t known = owner(r, m, &name);
  if (known != KB_NONE) {
    m->entity = known;
    return KB_OK;
  }
  uint32_t gaz = m->gaz;
  if (gaz != KB_NONE && m->gaz_count > 1) {
    uint32_t best = kb_resolve__best_entry(r, m, &name, KB_PHRASE_NAME);
    best          = best == KB_NONE ? kb_resolve__best_entry(r, m, &name, KB_PHRASE_SHORT) : best;
    best          = best == KB_NONE ? kb_resolve__best_entry(r, m, &name, KB_PHRASE_CONTEXT) : best;
    gaz           = best == KB_NONE ? gaz : best;
  }
  return gaz != KB_NONE ? link_listed(r, m, &name, gaz) : link_unlisted(r, m, &name);
}

kb_status kb_resolve__link_names(kb_resolver* r)
{
  kb_status st = KB_OK;
  for (int pass = 0; pass < 2; ++pass) { // people named in full first
    for (uint32_t i = 0; i < r->doc->mentions.n && st == KB_OK; ++i) {
      const kb_mention* m = &r->doc->mentions.v[i];
      if (m->entity == KB_NONE && (m->kind == KB_MENTION_NAME || m->kind == KB_MENTION_DEMONYM) &&
          (pass == 1 || m->type == KB_ENT_PERSON)) {
        st = link_name(r, i, pass == 0);
      }
    }
  }
  return st;
}
