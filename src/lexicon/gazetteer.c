/// Loaders of the gazetteer: countries, peoples, places, organisations, people.
#include "lexicon_internal.h"

#include <math.h>

#define ARTICLE "\xD8\xA7\xD9\x84"

static kb_gaz* new_gaz(kb_lexicon* lex, const kb_entry* e, kb_entity_type type, uint32_t* id)
{
  kb_gaz* g = kb_array_push(lex->arena, &lex->gazes);
  if (!g) {
    return NULL;
  }
  *id = lex->gazes.n - 1;
  *g  = (kb_gaz){.id           = kb_lexicon__text(lex, e, "id"),
                 .en           = kb_lexicon__text(lex, e, "en"),
                 .qid          = kb_lexicon__text(lex, e, "qid"),
                 .iso3         = kb_lexicon__text(lex, e, "iso3"),
                 .subtype      = kb_lexicon__text(lex, e, "type"),
                 .sector       = kb_lexicon__text(lex, e, "sector"),
                 .name         = kb_lexicon__intern(lex, kb_lexicon__list_at(e, "names", 0)),
                 .type         = (uint8_t)type,
                 .country      = KB_NONE,
                 .metonym      = KB_NONE,
                 .capital      = KB_NONE,
                 .capital_of   = KB_NONE,
                 .first_person = KB_NONE,
                 .next_person  = KB_NONE,
                 .lat          = NAN,
                 .lon          = NAN};
  return g;
}

uint32_t kb_lexicon_gaz_by_id(const kb_lexicon* lex, kb_str id)
{
  return kb_map_get(&lex->gaz_ids, id);
}

static bool known_behind(const kb_lexicon* lex, kb_str word, kb_str clitic)
{
  if (!kb_str_starts(word, clitic) || word.n < clitic.n + 4) {
    return false;
  }
  kb_str rest = kb_str_from(word, clitic.n);
  if (kb_str_eq(clitic, KB_STR("ل")) && kb_str_starts(rest, KB_STR("ل")) &&
      kb_lexicon__known(lex, kb_str_from(rest, 2))) {
    return true; // للشؤون
  }
  rest = kb_str_starts(rest, KB_STR(ARTICLE)) ? kb_str_from(rest, 4) : rest;
  return rest.n >= 4 && kb_lexicon__known(lex, rest);
}

/// Is the word of a name a known one with a conjunction or preposition before it: لتنسيق، والهرسك?
static bool known_with_clitic(const kb_lexicon* lex, kb_str word)
{
  return known_behind(lex, word, KB_STR("و")) || known_behind(lex, word, KB_STR("ب")) ||
         known_behind(lex, word, KB_STR("ل")) || known_behind(lex, word, KB_STR("ك"));
}

/// A word of a name that no dictionary knows becomes a proper noun.
static kb_status know_word(kb_lexicon* lex, kb_str word, uint32_t gaz, bool whole)
{
  const bool   article = kb_str_starts(word, KB_STR(ARTICLE)) && word.n > 8;
  const kb_str stem    = article ? kb_str_from(word, 4) : word;
  if (!whole && (kb_lexicon__known(lex, stem) || kb_lexicon__known(lex, word) || known_with_clitic(lex, word))) {
    return KB_OK;
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_GAZ, kb_lexicon__intern(lex, stem), &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->gaz   = whole ? gaz : KB_NONE;
  x->gloss = lex->gazes.v[gaz].en;
  x->feats = (kb_feats){.upos = KB_PROPN, .state = article ? KB_DEF : KB_STATE_NONE};
  x->freq  = whole && lex->gazes.v[gaz].type == KB_ENT_COUNTRY ? 3 : x->freq;
  if (lex->gazes.v[gaz].type == KB_ENT_PERSON) {
    x->feats.human = 1;
  }
  return kb_lexicon__add_form(lex, id, x->feats, stem);
}

static kb_status add_spelling(kb_lexicon* lex, kb_str name, kb_phrase_kind kind, uint32_t gaz)
{
  const bool whole = memchr(name.p, ' ', name.n) == NULL && kind != KB_PHRASE_CONTEXT;
  kb_status  st    = kb_lexicon__add_phrase(lex, name, kind, gaz);
  for (size_t i = 0; i < name.n && st == KB_OK;) {
    size_t end = i;
    while (end < name.n && name.p[end] != ' ') {
      ++end;
    }
    if (end > i) {
      st = know_word(lex, (kb_str){name.p + i, end - i}, gaz, whole);
    }
    i = end + 1;
  }
  return st;
}

static kb_status add_name(kb_lexicon* lex, kb_str name, kb_phrase_kind kind, uint32_t gaz)
{
  char            buffer[KB_KEY_MAX];
  const kb_str    joined = lex->gazes.v[gaz].type == KB_ENT_ORGANISATION
                             ? KB_STR("")
                             : kb_lexicon__join_compounds(name, buffer, sizeof buffer);
  const kb_status st     = add_spelling(lex, name, kind, gaz);
  return st == KB_OK && joined.n ? add_spelling(lex, joined, kind, gaz) : st;
}

static kb_status add_names(kb_lexicon* lex, const kb_entry* e, const char* key, kb_phrase_kind kind, uint32_t gaz)
{
  kb_status st = KB_OK;
  for (size_t i = 0; i < kb_lexicon__list_size(e, key) && st == KB_OK; ++i) {
    const kb_str name = kb_lexicon__list_at(e, key, i);
    st                = name.n ? add_name(lex, name, kind, gaz) : KB_OK;
  }
  return st;
}

static kb_status add_demonyms(kb_lexicon* lex, const kb_entry* e, uint32_t gaz)
{
  for (size_t i = 0; i < kb_lexicon__list_size(e, "demonym"); ++i) {
    uint32_t     id;
    const kb_str lemma = kb_lexicon__intern(lex, kb_lexicon__list_at(e, "demonym", i));
    kb_lexeme*   x     = kb_lexicon__new_lexeme(lex, KB_LEX_ADJECTIVE, lemma, &id);
    if (!x) {
      return KB_E_NOMEM;
    }
    x->gaz              = gaz;
    x->gloss            = lex->gazes.v[gaz].en;
    x->freq             = 3;
    x->feats            = (kb_feats){.upos = KB_ADJ};
    kb_noun_forms forms = {.lemma = lemma, .feminine = KB_STR(""), .adjective = true, .feats = x->feats};
    kb_status     st    = kb_lexicon__decline(lex, id, &forms);
    for (size_t k = 0; i == 0 && k < kb_lexicon__list_size(e, "demonym_plural") && st == KB_OK; ++k) {
      const kb_str plural = kb_lexicon__list_at(e, "demonym_plural", k);
      const kb_str stem   = kb_str_starts(plural, KB_STR(ARTICLE)) ? kb_str_from(plural, 4) : plural;
      st                  = kb_lexicon__add_broken_plural(lex, id, (kb_feats){.upos = KB_ADJ, .human = 1}, stem);
    }
    if (st != KB_OK) {
      return st;
    }
  }
  return KB_OK;
}

/// What all kinds of entries have; `*id` is KB_NONE for one that is left out.
static kb_status load(kb_lexicon* lex, const kb_entry* e, kb_entity_type type, uint32_t* id)
{
  *id = KB_NONE;
  if (!kb_lexicon__peek(e, "id").n || !kb_lexicon__list_at(e, "names", 0).n) {
    return kb_lexicon__problem(lex, e, "entry without id or names");
  }
  kb_gaz* g = new_gaz(lex, e, type, id);
  if (!g) {
    return KB_E_NOMEM;
  }
  const json_t* lat = json_object_get(e->object, "lat");
  const json_t* lon = json_object_get(e->object, "lon");
  if (json_is_number(lat) && json_is_number(lon)) {
    g->lat = (float)json_number_value(lat);
    g->lon = (float)json_number_value(lon);
  }
  kb_status st = kb_map_put(&lex->gaz_ids, g->id, *id);
  st = st == KB_OK ? add_names(lex, e, "names", kb_lexicon__flag(e, "common") ? KB_PHRASE_CONTEXT : KB_PHRASE_NAME, *id)
                   : st;
  st = st == KB_OK ? add_names(lex, e, "context_names", KB_PHRASE_CONTEXT, *id) : st;
  return st == KB_OK ? add_demonyms(lex, e, *id) : st;
}

/// Countries, metonyms and capitals are referred to by id; all entries are
/// known only at the end.
static kb_status refer(kb_lexicon* lex, const kb_entry* e, uint32_t from)
{
  static const char* const fields[] = {"country", "metonym", "capital"};
  for (unsigned k = 0; k < 3; ++k) {
    const kb_str id = kb_lexicon__text(lex, e, fields[k]);
    if (id.n) {
      kb_reference* r = kb_array_push(lex->arena, &lex->references);
      if (!r) {
        return KB_E_NOMEM;
      }
      *r = (kb_reference){from, k, id, kb_lexicon__intern(lex, kb_str_of(e->file)), e->line};
    }
  }
  return KB_OK;
}

kb_status kb_lexicon__load_country(kb_lexicon* lex, const kb_entry* e)
{
  uint32_t  id;
  kb_status st = load(lex, e, KB_ENT_COUNTRY, &id);
  if (st == KB_OK && id != KB_NONE) {
    lex->gazes.v[id].country = id;
    st                       = refer(lex, e, id);
  }
  return st;
}

/// المسلمون: the same name in the accusative and genitive, المسلمين. Empty if no word ends so, or it is too long.
static kb_str oblique(kb_str name, char out[KB_KEY_MAX * 2])
{
  bool changed = false;
  if (name.n > (size_t)KB_KEY_MAX * 2) {
    return KB_STR("");
  }
  memcpy(out, name.p, name.n);
  for (size_t i = 4; i <= name.n; ++i) {
    if ((i == name.n || name.p[i] == ' ') && kb_str_ends((kb_str){name.p, i}, KB_STR("ون"))) {
      memcpy(out + i - 4, "ين", 4);
      changed = true;
    }
  }
  return (kb_str){out, changed ? name.n : 0};
}

static kb_status add_oblique(kb_lexicon* lex, const kb_entry* e, uint32_t gaz)
{
  kb_status st = KB_OK;
  for (size_t i = 0; i < kb_lexicon__list_size(e, "names") && st == KB_OK; ++i) {
    char         out[KB_KEY_MAX * 2];
    const kb_str name = oblique(kb_lexicon__list_at(e, "names", i), out);
    st                = name.n ? add_name(lex, name, KB_PHRASE_NAME, gaz) : KB_OK;
  }
  return st;
}

kb_status kb_lexicon__load_people(kb_lexicon* lex, const kb_entry* e)
{
  uint32_t  id;
  kb_status st = load(lex, e, KB_ENT_PEOPLE, &id);
  st           = st == KB_OK && id != KB_NONE ? add_oblique(lex, e, id) : st;
  return st == KB_OK && id != KB_NONE ? refer(lex, e, id) : st;
}

kb_status kb_lexicon__load_place(kb_lexicon* lex, const kb_entry* e)
{
  uint32_t        id;
  const bool      city = kb_str_eq(kb_lexicon__peek(e, "type"), KB_STR("city"));
  const kb_status st   = load(lex, e, city ? KB_ENT_CITY : KB_ENT_PLACE, &id);
  return st == KB_OK && id != KB_NONE ? refer(lex, e, id) : st;
}

kb_status kb_lexicon__load_organisation(kb_lexicon* lex, const kb_entry* e)
{
  uint32_t        id;
  const kb_status st = load(lex, e, KB_ENT_ORGANISATION, &id);
  return st == KB_OK && id != KB_NONE ? refer(lex, e, id) : st;
}

/// A date of an entry, which has been checked; year 0 where it is missing.
static kb_date date_of(const kb_entry* e, const char* key)
{
  kb_date date = {0};
  kb_date_parse(kb_lexicon__peek(e, key), &date);
  return date;
}

kb_status kb_lexicon__load_person(kb_lexicon* lex, const kb_entry* e)
{
  uint32_t  id;
  kb_status st = load(lex, e, KB_ENT_PERSON, &id);
  if (st != KB_OK || id == KB_NONE) {
    return st;
  }
  lex->gazes.v[id].female       = kb_str_eq(kb_lexicon__peek(e, "gender"), KB_STR("f"));
  lex->gazes.v[id].first_office = lex->offices.n;
  const json_t* list            = json_object_get(e->object, "offices");
  for (size_t i = 0; i < json_array_size(list); ++i) {
    const kb_entry sub = {json_array_get(list, i), e->file, e->line};
    kb_office*     o   = kb_array_push(lex->arena, &lex->offices);
    if (!o) {
      return KB_E_NOMEM;
    }
    *o = (kb_office){kb_lexicon__text(lex, &sub, "role"), kb_lexicon__text(lex, &sub, "ar"), date_of(&sub, "from"),
                     date_of(&sub, "to")};
  }
  lex->gazes.v[id].n_offices = lex->offices.n - lex->gazes.v[id].first_office;
  st                         = add_names(lex, e, "surname", KB_PHRASE_SHORT, id);
  return st == KB_OK ? refer(lex, e, id) : st;
}

/// Chain the people of each country, so that the holder of an office is found among few.
static void chain_people(kb_lexicon* lex)
{
  for (uint32_t i = lex->gazes.n; i-- > 0;) {
    kb_gaz* g = &lex->gazes.v[i];
    if (g->type == KB_ENT_PERSON && g->country != KB_NONE) {
      g->next_person                        = lex->gazes.v[g->country].first_person;
      lex->gazes.v[g->country].first_person = i;
    }
  }
}

kb_status kb_lexicon__link_gazetteer(kb_lexicon* lex)
{
  for (uint32_t i = 0; i < lex->references.n; ++i) {
    const kb_reference* r      = &lex->references.v[i];
    const uint32_t      target = kb_lexicon_gaz_by_id(lex, r->id);
    if (target == KB_NONE) {
      const kb_entry e = {NULL, r->file.p, r->line};
      if (kb_lexicon__problem(lex, &e, "no gazetteer entry %s", r->id.p) != KB_OK) {
        return KB_E_NOMEM;
      }
      continue;
    }
    kb_gaz* g = &lex->gazes.v[r->from];
    if (r->field == 0) {
      g->country = target;
    } else if (r->field == 1) {
      g->metonym = target;
    } else {
      g->capital                      = target;
      lex->gazes.v[target].capital_of = r->from;
      lex->gazes.v[target].metonym    = r->from;
    }
  }
  chain_people(lex);
  return KB_OK;
}
