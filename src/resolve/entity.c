/// Making entities.
#include "resolve_internal.h"

#include <stdio.h>

/** \name Index */

uint32_t kb_resolve__next(const kb_resolver* r, unsigned index, uint64_t hash, uint32_t from)
{
  uint32_t e = from == KB_NONE ? r->buckets[index][hash % KB_BUCKETS] : r->entries.v[from].next;
  while (e != KB_NONE && r->entries.v[e].hash != hash) {
    e = r->entries.v[e].next;
  }
  return e;
}

static bool add_entry(kb_resolver* r, unsigned index, uint64_t hash, uint32_t entity)
{
  kb_index_entry* e = kb_array_push(r->doc->arena, &r->entries);
  if (e) {
    uint32_t* bucket = &r->buckets[index][hash % KB_BUCKETS];
    *e               = (kb_index_entry){hash, entity, *bucket};
    *bucket          = r->entries.n - 1;
  }
  return e != NULL;
}

uint64_t kb_resolve__word_hash(kb_str word)
{
  return kb_str_hash(kb_resolve__without_article(word));
}

uint64_t kb_resolve__name_hash(const kb_name* name)
{
  uint64_t h = name->n;
  for (unsigned i = 0; i < name->n; ++i) {
    h = h * 0x9E3779B97F4A7C15u + kb_resolve__word_hash(name->word[i]);
  }
  return h;
}

static uint64_t slug_hash(unsigned type, kb_str slug)
{
  return kb_str_hash(slug) + type;
}

static bool index_name(kb_resolver* r, uint32_t entity)
{
  const kb_name* n = &r->names.v[entity];
  return !n->n || (add_entry(r, KB_BY_NAME, kb_resolve__name_hash(n), entity) &&
                   add_entry(r, KB_BY_FIRST_WORD, kb_resolve__word_hash(n->word[0]), entity) &&
                   add_entry(r, KB_BY_LAST_WORD, kb_resolve__word_hash(n->word[n->n - 1]), entity));
}

kb_status kb_resolve__rename(kb_resolver* r, uint32_t entity, const kb_name* name)
{
  r->names.v[entity] = *name;
  return index_name(r, entity) ? KB_OK : KB_E_NOMEM;
}

uint32_t kb_resolve__find_gaz(const kb_resolver* r, uint32_t gaz, unsigned type)
{
  for (uint32_t e = kb_resolve__next(r, KB_BY_ENTRY, gaz, KB_NONE); e != KB_NONE;
       e          = kb_resolve__next(r, KB_BY_ENTRY, gaz, e)) {
    const uint32_t id = r->entries.v[e].entity;
    if (r->doc->entities.v[id].type == type) {
      return id;
    }
  }
  return KB_NONE;
}

/** \name Slugs */

static bool is_taken(const kb_resolver* r, unsigned type, kb_str slug)
{
  for (uint32_t e = kb_resolve__next(r, KB_BY_SLUG, slug_hash(type, slug), KB_NONE); e != KB_NONE;
       e          = kb_resolve__next(r, KB_BY_SLUG, slug_hash(type, slug), e)) {
    const kb_entity* x = &r->doc->entities.v[r->entries.v[e].entity];
    if (x->type == type && kb_str_eq(x->slug, slug)) {
      return true;
    }
  }
  return false;
}

/// A slug that no other entity has: where two names read alike in ASCII, a hash of the Arabic tells them apart.
static kb_str unique_slug(const kb_resolver* r, unsigned type, kb_str slug, kb_str arabic)
{
  const uint32_t gaz = kb_lexicon_gaz_by_id(r->lex, slug);
  const bool     is_listed =
    gaz != KB_NONE && (type == KB_ENT_PERSON) == (kb_lexicon_gaz(r->lex, gaz)->type == KB_ENT_PERSON);
  if (!slug.p || (!is_taken(r, type, slug) && !is_listed)) {
    return slug;
  }
  char      text[160];
  const int n = snprintf(text, sizeof text, "%.*s-%04x", (int)(slug.n > 120 ? 120 : slug.n), slug.p,
                         (unsigned)(kb_resolve__name_print(arabic) & 0xFFFF));
  return kb_arena_copy(r->doc->arena, (kb_str){text, (size_t)n});
}

/// "people of Iran": a nationality is named after its country.
static kb_str people_slug(const kb_resolver* r, const kb_gaz* country)
{
  char      text[160];
  const int n = snprintf(text, sizeof text, "people-of-%.*s", (int)country->id.n, country->id.p);
  return n < (int)sizeof text ? kb_arena_copy(r->doc->arena, (kb_str){text, (size_t)n}) : country->id;
}

static void fill_listed(kb_resolver* r, kb_entity* e, uint32_t gaz)
{
  const kb_gaz* g = kb_lexicon_gaz(r->lex, gaz);
  e->country      = g->country;
  if (e->type == KB_ENT_PEOPLE && g->type == KB_ENT_COUNTRY) {
    e->gaz  = KB_NONE;
    e->slug = people_slug(r, g);
    return;
  }
  e->gaz      = gaz;
  e->type     = g->type;
  e->slug     = g->id;
  e->label_ar = g->type == KB_ENT_COUNTRY ? g->name : e->label_ar; // the text may say the capital
  e->label_en = g->en;
  e->sector   = g->sector;
  e->female   = g->type == KB_ENT_COUNTRY ? !kb_resolve__is_masculine_country(r, gaz) : g->female;
  e->metonym  = g->type == KB_ENT_CITY ? KB_NONE : g->metonym;
}

/// The country that a nationality is the people of, KB_NONE for other entities.
static uint32_t people_of(const kb_resolver* r, const kb_entity* e)
{
  const bool people = e->type == KB_ENT_PEOPLE && e->gaz == KB_NONE && e->country != KB_NONE;
  return people && kb_lexicon_gaz(r->lex, e->country)->type == KB_ENT_COUNTRY ? e->country : KB_NONE;
}

/// Last word of the body that stands behind the preposition before `w`, KB_NONE if none does.
static uint32_t body_at(const kb_doc* doc, uint32_t w)
{
  uint32_t last = KB_NONE;
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    if (m->first == w && m->type == KB_ENT_ORGANISATION && (last == KB_NONE || m->last > last)) {
      last = m->last;
    }
  }
  const kb_word* x = &doc->words.v[w];
  return last == KB_NONE && x->feats.upos == KB_NOUN && x->feats.state == KB_DEF ? w : last;
}

/// What a description is called: "a source in the ministry", though the ministry is a mention of its own.
static kb_str label_of(const kb_doc* doc, const kb_mention* m)
{
  const uint32_t in     = m->last + 1;
  const bool     one_of = m->kind == KB_MENTION_NOMINAL && doc->words.v[m->first].feats.state != KB_DEF &&
                      (m->type == KB_ENT_PERSON || m->type == KB_ENT_GROUP);
  const bool     followed = one_of && in + 1 < doc->words.n && kb_str_eq(doc->words.v[in].lemma, KB_STR("في"));
  const uint32_t last     = followed ? body_at(doc, in + 1) : KB_NONE;
  return kb_doc_phrase(doc, last == KB_NONE ? m->span : kb_doc_words_span(doc, m->first, last));
}

kb_status
kb_resolve__new_entity(kb_resolver* r, const kb_mention* m, const kb_name* name, uint32_t gaz, bool local, uint32_t* id)
{
  kb_doc*    doc = r->doc;
  kb_entity* e   = kb_array_push(doc->arena, &doc->entities);
  kb_name*   n   = kb_array_push(doc->arena, &r->names);
  uint32_t*  h   = kb_array_push(doc->arena, &r->heads);
  if (!e || !n || !h) {
    return KB_E_NOMEM;
  }
  *id = doc->entities.n - 1;
  *n  = *name;
  *h  = (uint32_t)(m - doc->mentions.v);
  *e  = (kb_entity){.type          = m->type,
                    .local         = local,
                    .gaz           = KB_NONE,
                    .country       = m->nation,
                    .metonym       = KB_NONE,
                    .label_ar      = label_of(doc, m),
                    .first_mention = *h,
                    .plural        = KB_SING,
                    .label_en      = KB_STR(""),
                    .sector        = KB_STR(""),
                    .slug          = KB_STR("")};
  if (!e->label_ar.p) {
    return KB_E_NOMEM;
  }
  const unsigned number = doc->words.v[m->head].feats.number;
  e->plural             = number ? number : KB_SING;
  if (gaz != KB_NONE) {
    fill_listed(r, e, gaz);
  } else if (local) {
    e->slug = kb_doc_local_slug(doc);
  }
  if (!e->slug.n) {
    const kb_str slug         = kb_resolve__romanise(r->lex, e->label_ar, e->type == KB_ENT_PERSON, doc->arena);
    const kb_str free         = unique_slug(r, e->type, slug, e->label_ar);
    doc->entities.v[*id].slug = free;
  }
  if (m->office != KB_NONE && !e->sector.n) {
    e->sector = kb_lexicon_title(r->lex, m->office)->sector;
  }
  const uint32_t entry = people_of(r, e) != KB_NONE ? e->country : e->gaz;
  const bool     done = e->slug.p && index_name(r, *id) && add_entry(r, KB_BY_SLUG, slug_hash(e->type, e->slug), *id) &&
                    (entry == KB_NONE || add_entry(r, KB_BY_ENTRY, entry, *id));
  return done ? KB_OK : KB_E_NOMEM;
}

kb_status
kb_resolve__entity_of_gaz(kb_resolver* r, const kb_mention* m, const kb_name* name, uint32_t gaz, uint32_t* id)
{
  const kb_gaz* g      = kb_lexicon_gaz(r->lex, gaz);
  const bool    people = m->type == KB_ENT_PEOPLE && g->type == KB_ENT_COUNTRY;
  *id                  = kb_resolve__find_gaz(r, gaz, people ? KB_ENT_PEOPLE : g->type);
  return *id != KB_NONE ? KB_OK : kb_resolve__new_entity(r, m, name, gaz, false, id);
}
