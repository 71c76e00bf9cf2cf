/// Making entities.
#include "resolve_internal.h"

#include <stdio.h>

uint32_t kb_resolve__find_gaz(const kb_resolver* r, uint32_t gaz, unsigned type)
{
  for (uint32_t i = 0; i < r->doc->entities.n; ++i) {
    const kb_entity* e = &r->doc->entities.v[i];
    if (e->gaz == gaz && e->type == type) {
      return i;
    }
  }
  return KB_NONE;
}

static bool is_taken(const kb_resolver* r, unsigned type, kb_str slug)
{
  for (uint32_t i = 0; i < r->doc->entities.n; ++i) {
    const kb_entity* e = &r->doc->entities.v[i];
    if (e->type == type && kb_str_eq(e->slug, slug)) {
      return true;
    }
  }
  return false;
}

/// A slug that no other entity has: where two names read alike in ASCII, a hash of the Arabic tells them apart.
static kb_str unique_slug(const kb_resolver* r, unsigned type, kb_str slug, kb_str arabic)
{
  if (!slug.p || (!is_taken(r, type, slug) && kb_lexicon_gaz_by_id(r->lex, slug) == KB_NONE)) {
    return slug;
  }
  char      text[160];
  const int n = snprintf(text, sizeof text, "%.*s-%04x", (int)(slug.n > 120 ? 120 : slug.n), slug.p,
                         (unsigned)(kb_str_hash(arabic) & 0xFFFF));
  return kb_arena_copy(r->doc->arena, (kb_str){text, (size_t)n});
}

static kb_str local_slug(kb_resolver* r)
{
  char      text[32];
  const int n = snprintf(text, sizeof text, "actor_%u", (unsigned)++r->locals);
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
  e->female   = g->female;
  e->metonym  = g->type == KB_ENT_CITY ? KB_NONE : g->metonym;
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
  *id                   = doc->entities.n - 1;
  *n                    = *name;
  *h                    = (uint32_t)(m - doc->mentions.v);
  *e                    = (kb_entity){.type          = m->type,
                                      .local         = local,
                                      .gaz           = KB_NONE,
                                      .country       = m->nation,
                                      .metonym       = KB_NONE,
                                      .label_ar      = kb_doc_cut(doc, m->span),
                                      .first_mention = *h,
                                      .plural        = KB_SING,
                                      .label_en      = KB_STR(""),
                                      .sector        = KB_STR(""),
                                      .slug          = KB_STR("")};
  const unsigned number = doc->words.v[m->head].feats.number;
  e->plural             = number ? number : KB_SING;
  if (gaz != KB_NONE) {
    fill_listed(r, e, gaz);
  } else if (local) {
    e->slug = local_slug(r);
  }
  if (!e->slug.n) {
    const kb_str slug         = kb_resolve__romanise(r, e->label_ar);
    const kb_str free         = unique_slug(r, e->type, slug, e->label_ar);
    doc->entities.v[*id].slug = free;
  }
  if (m->office != KB_NONE && !e->sector.n) {
    e->sector = kb_lexicon_title(r->lex, m->office)->sector;
  }
  return e->slug.p ? KB_OK : KB_E_NOMEM;
}

kb_status
kb_resolve__entity_of_gaz(kb_resolver* r, const kb_mention* m, const kb_name* name, uint32_t gaz, uint32_t* id)
{
  const kb_gaz* g      = kb_lexicon_gaz(r->lex, gaz);
  const bool    people = m->type == KB_ENT_PEOPLE && g->type == KB_ENT_COUNTRY;
  *id                  = people ? KB_NONE : kb_resolve__find_gaz(r, gaz, g->type);
  for (uint32_t i = 0; people && i < r->doc->entities.n; ++i) {
    const kb_entity* e = &r->doc->entities.v[i];
    if (e->type == KB_ENT_PEOPLE && e->gaz == KB_NONE && e->country == gaz) {
      *id = i;
    }
  }
  return *id != KB_NONE ? KB_OK : kb_resolve__new_entity(r, m, name, gaz, false, id);
}
