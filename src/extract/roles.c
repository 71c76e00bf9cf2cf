/// Offices of people: title before the name, apposition after it, "his counterpart".
#include "extract_internal.h"

enum { ROLE_WORDS = 16, COUNTERPART_WORDS = 4 };

/// A role phrase found beside a name.
typedef struct role_phrase {
  const kb_title* title; ///< NULL: none
  uint32_t        first, last;
  const char*     rule;
  uint8_t         confidence;
} role_phrase;

static bool is_role(const kb_title* t)
{
  return t && !kb_str_eq(t->kind, KB_STR("honorific")) && !kb_str_eq(t->kind, KB_STR("status"));
}

/// An entity of the wanted kind that the words of the role name.
static uint32_t named_in(const kb_view* v, const role_phrase* p, bool (*is_wanted)(const kb_entity*))
{
  for (uint32_t w = p->first; w <= p->last; ++w) {
    const uint32_t m = v->by_head[w];
    const uint32_t e = m == KB_NONE ? KB_NONE : v->doc->mentions.v[m].entity;
    if (e != KB_NONE && is_wanted(&v->doc->entities.v[e])) {
      return e;
    }
  }
  return KB_NONE;
}

static bool is_organisation(const kb_entity* e)
{
  return e->type == KB_ENT_ORGANISATION && !e->local;
}

static bool is_country(const kb_entity* e)
{
  return e->type == KB_ENT_COUNTRY;
}

static bool is_town(const kb_entity* e)
{
  return e->type == KB_ENT_CITY || e->type == KB_ENT_PLACE;
}

static uint32_t country_of(const kb_view* v, const kb_mention* m, const role_phrase* p)
{
  const uint32_t named  = named_in(v, p, is_country);
  const uint32_t nation = named != KB_NONE ? named : kb_extract__country(v, m->nation);
  return nation != KB_NONE ? nation : kb_extract__country(v, v->doc->entities.v[m->entity].country);
}

/// Ministers and envoys serve a country, spokesmen and chairmen an organisation.
static uint32_t organisation_of(const kb_view* v, const kb_mention* m, const role_phrase* p)
{
  const bool of_state =
    !p->title || kb_str_eq(p->title->of, KB_STR("country")) || kb_str_eq(p->title->of, KB_STR("portfolio"));
  const uint32_t organisation = named_in(v, p, is_organisation);
  const uint32_t country      = country_of(v, m, p);
  const uint32_t first        = of_state ? country : organisation;
  if (first != KB_NONE) {
    return first;
  }
  const uint32_t town = of_state ? KB_NONE : named_in(v, p, is_town);
  return of_state ? organisation : town != KB_NONE ? town : p->title->of.n ? country : named_in(v, p, is_country);
}

/// The title behind a name is a description of its own: the name has told of it already.
static bool is_told(const kb_view* v, uint32_t person, kb_span span)
{
  const kb_role* last = v->doc->roles.n ? &v->doc->roles.v[v->doc->roles.n - 1] : NULL;
  return last && last->person == person && last->span.start < span.end && span.start < last->span.end;
}

static kb_status add_role(const kb_view* v, const kb_mention* m, const role_phrase* p)
{
  if (is_told(v, m->entity, kb_doc_words_span(v->doc, p->first, p->last))) {
    return KB_OK;
  }
  kb_role* r = kb_array_push(v->doc->arena, &v->doc->roles);
  if (!r) {
    return KB_E_NOMEM;
  }
  r->person       = m->entity;
  r->organization = organisation_of(v, m, p);
  r->span         = kb_doc_words_span(v->doc, p->first, p->last);
  r->role_ar      = kb_extract__cut(v, r->span);
  r->role_en      = p->title ? p->title->en : KB_STR("counterpart");
  r->former       = m->former;
  r->rule         = kb_str_of(p->rule);
  r->confidence   = p->confidence;
  return KB_OK;
}

static bool has_punctuation(const kb_view* v, uint32_t first, uint32_t last)
{
  for (uint32_t w = first; w <= last; ++w) {
    if (kb_extract__word(v, w)->feats.upos == KB_PUNCT) {
      return true;
    }
  }
  return false;
}

/// The title before the name reaches up to the name: it takes in nationality and organisation.
static role_phrase office_of(const kb_view* v, const kb_mention* m)
{
  role_phrase p = {.first = m->office_first, .last = m->office_last, .rule = "role.title", .confidence = 92};
  p.title       = m->office == KB_NONE ? NULL : kb_lexicon_title(v->lex, m->office);
  if (!is_role(p.title)) {
    p.title = NULL;
    return p;
  }
  if (m->kind == KB_MENTION_NAME && p.last < m->first && m->first - p.first <= ROLE_WORDS &&
      !has_punctuation(v, p.last, m->first - 1)) {
    p.last = m->first - 1;
  }
  return p;
}

/// The title is a description of its own: "X، رئيس شركة Y".
static const kb_mention* described_after(const kb_view* v, const kb_mention* name, uint32_t w)
{
  const uint32_t    id = v->by_head[w];
  const kb_mention* m  = id == KB_NONE ? NULL : &v->doc->mentions.v[id];
  return m && m->kind == KB_MENTION_NOMINAL && m->type == KB_ENT_PERSON && m->first > name->last ? m : NULL;
}

/// "X، رئيس شركة Y،"
static role_phrase apposition_of(const kb_view* v, const kb_mention* m)
{
  role_phrase    p   = {.title = NULL, .rule = "role.apposition", .confidence = 80};
  const uint32_t end = kb_extract__sentence_end(v, m->last);
  uint32_t       w   = m->last + 1;
  if (m->kind != KB_MENTION_NAME || w + 1 >= end) {
    return p;
  }
  w += kb_extract__is_mark(v, w, "،,(-–") ? 1 : 0;
  uint32_t          last  = w;
  const kb_title*   title = kb_extract__title(v, w, &last);
  const kb_mention* own   = described_after(v, m, w);
  const uint32_t    cover = v->cover[w];
  if (!is_role(title) || kb_extract__word(v, w)->feats.upos == KB_VERB ||
      (cover != KB_NONE && v->doc->mentions.v[cover].kind == KB_MENTION_NAME &&
       v->doc->mentions.v[cover].type == KB_ENT_PERSON)) {
    return p;
  }
  last = own && own->last > last ? own->last : last;
  for (uint32_t k = last; k < end && k - w < ROLE_WORDS && k <= kb_extract__word(v, w)->last; ++k) {
    if (kb_extract__word(v, k)->feats.upos == KB_PUNCT || kb_extract__word(v, k)->feats.upos == KB_VERB) {
      break;
    }
    last = k;
  }
  p.title = title;
  p.first = w;
  p.last  = last;
  return p;
}

/// "نظيره الإيراني محمد جواد ظريف"
static bool counterpart_of(const kb_view* v, const kb_mention* m, role_phrase* p)
{
  const uint32_t start = kb_extract__sentence_first(v, m->first);
  for (uint32_t w = m->first; w > start && m->first - w < COUNTERPART_WORDS;) {
    uint32_t last = 0;
    if (kb_extract__word(v, --w)->feats.upos == KB_PUNCT) {
      return false;
    }
    if (kb_extract__cue(v, w, KB_CUE_COUNTERPART, &last)) {
      *p = (role_phrase){.first = w, .last = m->first - 1, .rule = "role.counterpart", .confidence = 85};
      return true;
    }
  }
  return false;
}

static bool is_held(const kb_view* v, const kb_mention* m)
{
  // of an unnamed spokesman nothing is learnt
  if (m->type != KB_ENT_PERSON || m->entity == KB_NONE || m->kind == KB_MENTION_PRONOUN ||
      (m->kind == KB_MENTION_NOMINAL && v->doc->entities.v[m->entity].local)) {
    return false;
  }
  const kb_block* b = kb_extract__block_of(v, kb_extract__sentence_of(v, m->first));
  return kb_block_speaks(b) || b->kind == KB_BLOCK_DATELINE || b->kind == KB_BLOCK_BYLINE;
}

static kb_status roles_of(const kb_view* v, const kb_mention* m)
{
  const role_phrase office = office_of(v, m);
  kb_status         st     = office.title ? add_role(v, m, &office) : KB_OK;
  role_phrase       other  = apposition_of(v, m);
  if (st == KB_OK && other.title && !(office.title && office.first == other.first)) {
    st = add_role(v, m, &other);
  }
  if (st == KB_OK && !office.title && counterpart_of(v, m, &other)) {
    st = add_role(v, m, &other);
  }
  return st;
}

kb_status kb_extract__roles(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_view   v;
  kb_status st = kb_extract__view(&v, doc, lex, err);
  for (uint32_t i = 0; st == KB_OK && i < doc->mentions.n; ++i) {
    if (is_held(&v, &doc->mentions.v[i])) {
      st = roles_of(&v, &doc->mentions.v[i]);
    }
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
