/// Descriptions to entities: titles, public bodies, "the organisation", groups.
#include "resolve_internal.h"

/** \name Bodies */

/// Can the noun alone stand for the organisation of mention `i`?
static uint32_t body_of(const kb_resolver* r, uint32_t i, const kb_name* name)
{
  const kb_mention* o = &r->doc->mentions.v[i];
  if (o->entity == KB_NONE || o->type != KB_ENT_ORGANISATION) {
    return KB_NONE;
  }
  const kb_entity* e     = &r->doc->entities.v[o->entity];
  const kb_name*   known = &r->names.v[o->entity];
  if (!e->local && known->n > 1 && kb_resolve__same_word(known->word[0], name->word[0])) {
    return o->entity;
  }
  const kb_str bare = name->word[0].n > 8 ? kb_str_from(name->word[0], 4) : name->word[0];
  return e->gaz != KB_NONE && known->n && kb_resolve__is_called(r, bare, known, e->gaz) ? o->entity : KB_NONE;
}

/// "التنظيم" after تنظيم فلان: the last organisation that the noun named, or the first to come.
static uint32_t find_body(const kb_resolver* r, uint32_t mention, const kb_name* name)
{
  uint32_t found = KB_NONE;
  for (uint32_t i = mention; i-- > 0 && found == KB_NONE && mention - i < KB_WINDOW;) {
    found = body_of(r, i, name);
  }
  for (uint32_t i = mention + 1; i < r->doc->mentions.n && found == KB_NONE && i - mention < KB_WINDOW; ++i) {
    found = body_of(r, i, name);
  }
  return found;
}

static bool is_definite(const kb_resolver* r, const kb_mention* m)
{
  return kb_str_starts(r->doc->words.v[m->first].key, KB_STR("ال"));
}

static uint32_t same_description(const kb_resolver* r, const kb_mention* m, const kb_name* name)
{
  const uint64_t hash = kb_resolve__name_hash(name);
  for (uint32_t e = name->n ? kb_resolve__next(r, KB_BY_NAME, hash, KB_NONE) : KB_NONE; e != KB_NONE;
       e          = kb_resolve__next(r, KB_BY_NAME, hash, e)) {
    const uint32_t   id = r->entries.v[e].entity;
    const kb_entity* x  = &r->doc->entities.v[id];
    if (x->type == m->type && x->gaz == KB_NONE && kb_resolve__same_name(name, &r->names.v[id])) {
      return id;
    }
  }
  return KB_NONE;
}

/// A body inside the title of a person is of that person's country.
static uint32_t holder_nation(const kb_resolver* r, const kb_mention* m)
{
  enum { NEAR = 8 }; // the name stands right before or behind its title
  const uint32_t self = (uint32_t)(m - r->doc->mentions.v);
  for (uint32_t i = self > NEAR ? self - NEAR : 0; i < r->doc->mentions.n && i < self + NEAR; ++i) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->type == KB_ENT_PERSON && o->kind == KB_MENTION_NAME && o->entity != KB_NONE && o->office_first != KB_NONE &&
        o->office_first <= m->first && m->last <= o->office_last) {
      return r->doc->entities.v[o->entity].country;
    }
  }
  return KB_NONE;
}

static kb_status link_body(kb_resolver* r, uint32_t i)
{
  kb_mention* m = &r->doc->mentions.v[i];
  kb_name     name;
  kb_status   st = kb_resolve__name_of(r, m, &name);
  if (st != KB_OK) {
    return st;
  }
  uint32_t gaz = m->gaz;
  uint32_t id  = KB_NONE;
  if (m->nation == KB_NONE) {
    m->nation = holder_nation(r, m);
  }
  if (gaz == KB_NONE || m->gaz_count > 1) {
    gaz = kb_resolve__best_entry(r, m, &name, KB_PHRASE_NAME);
  }
  if (gaz == KB_NONE && is_definite(r, m) && m->nation == KB_NONE) {
    id = find_body(r, i, &name);
  }
  if (gaz == KB_NONE && id == KB_NONE) {
    gaz = m->nation == KB_NONE ? kb_resolve__entry_of_nations(r, &name, KB_PHRASE_CONTEXT)
                               : kb_resolve__best_entry(r, m, &name, KB_PHRASE_CONTEXT);
    gaz = gaz != KB_NONE && m->nation != KB_NONE && kb_lexicon_gaz(r->lex, gaz)->country != m->nation ? KB_NONE : gaz;
  }
  if (gaz != KB_NONE) {
    st = kb_resolve__entity_of_gaz(r, m, &name, gaz, &id);
  } else if (id == KB_NONE) {
    id = same_description(r, m, &name);
    if (id == KB_NONE) {
      const bool local = m->nation == KB_NONE && !(m->last > m->first && is_definite(r, m)) && name.n < 3;
      st               = kb_resolve__new_entity(r, m, &name, KB_NONE, local, &id);
    }
  }
  m->entity = st == KB_OK ? id : KB_NONE;
  return st;
}

/** \name Office holders */

/// The first word of the title behind those of respect: معالي [الوزير].
static uint32_t title_word(const kb_resolver* r, const kb_mention* m)
{
  uint32_t w = m->office_first;
  while (w < m->office_last && kb_resolve__is_honorific(r, w)) {
    ++w;
  }
  return w;
}

static bool same_title(const kb_resolver* r, const kb_mention* a, const kb_mention* b)
{
  if (a->office != KB_NONE && a->office == b->office) {
    return true;
  }
  if (a->office_first == KB_NONE || b->office_first == KB_NONE) {
    return false;
  }
  return kb_resolve__same_word(r->doc->words.v[title_word(r, a)].key, r->doc->words.v[title_word(r, b)].key);
}

/// Does the title of a mention hold a word, with the article or without?
static bool title_holds(const kb_resolver* r, const kb_mention* o, kb_str word)
{
  for (uint32_t w = o->office_first; w <= o->office_last; ++w) {
    if (kb_resolve__same_word(r->doc->words.v[w].key, word)) {
      return true;
    }
  }
  return false;
}

static bool names_country(const kb_resolver* r, uint32_t mention, uint32_t w)
{
  enum { NEAR = 4 };
  for (uint32_t i = mention > NEAR ? mention - NEAR : 0; i < r->doc->mentions.n && i < mention + NEAR; ++i) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->type == KB_ENT_COUNTRY && o->first <= w && w <= o->last) {
      return true;
    }
  }
  return false;
}

/// "أمير نجران": what an office is of must be told of its holder too; a country is compared as such.
static bool same_field(const kb_resolver* r, uint32_t mention, const kb_mention* o)
{
  const kb_mention* m = &r->doc->mentions.v[mention];
  if (m->office == KB_NONE || m->office_first == KB_NONE || o->office_first == KB_NONE) {
    return true;
  }
  uint32_t     w  = title_word(r, m) + 1;
  const kb_str ar = kb_lexicon_title(r->lex, m->office)->ar;
  for (size_t i = 0; i < ar.n; ++i) {
    w += ar.p[i] == ' ';
  }
  for (; w <= m->office_last; ++w) {
    const unsigned upos = r->doc->words.v[w].feats.upos;
    if ((upos == KB_NOUN || upos == KB_PROPN) && !names_country(r, mention, w) &&
        !title_holds(r, o, r->doc->words.v[w].key)) {
      return false;
    }
  }
  return true;
}

/// "الوزير": the last named person with that title.
static uint32_t find_holder(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m     = &r->doc->mentions.v[mention];
  const bool        whole = m->last > (m->office_first == KB_NONE ? m->first : title_word(r, m));
  for (uint32_t i = mention; i-- > 0 && mention - i < KB_WINDOW;) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->type != KB_ENT_PERSON || o->kind != KB_MENTION_NAME || o->entity == KB_NONE || !same_title(r, m, o)) {
      continue;
    }
    const uint32_t country = r->doc->entities.v[o->entity].country;
    const uint32_t nation  = o->nation != KB_NONE ? o->nation : country;
    if ((m->nation == KB_NONE || nation == KB_NONE || nation == m->nation) &&
        (!whole || m->office == o->office || m->office == KB_NONE) && (!whole || same_field(r, mention, o))) {
      return o->entity;
    }
  }
  return KB_NONE;
}

/// The gazetteer's holder of the office on the day of the article.
static uint32_t dated_holder(const kb_resolver* r, const kb_mention* m)
{
  if (m->office == KB_NONE || m->nation == KB_NONE || m->former || !r->doc->published.year) {
    return KB_NONE;
  }
  const kb_title* title = kb_lexicon_title(r->lex, m->office);
  const bool alone = m->last == m->first + 1 && is_definite(r, m); // الرئيس الفرنسي: of nothing but the country
  return alone || kb_str_eq(title->of, KB_STR("country")) ? kb_resolve__holder(r, title->ar, m->nation) : KB_NONE;
}

static bool opens_with(const kb_resolver* r, const kb_mention* m, kb_cue_class class)
{
  const kb_span rest = {m->span.start, r->doc->tokens.v[r->doc->words.v[m->first].token].span.end};
  return kb_lexicon_cue_of(r->lex, kb_doc_cut(r->doc, rest), class) != NULL;
}

static bool is_address(const kb_resolver* r, uint32_t title)
{
  const kb_str kind = title == KB_NONE ? KB_STR("") : kb_lexicon_title(r->lex, title)->kind;
  return kb_str_eq(kind, KB_STR("honorific")) || kb_str_eq(kind, KB_STR("rank"));
}

/// The last person with an office before a mention: by name, or without one but called so; of the nation that the
/// mention tells. KB_NONE if there is none.
static uint32_t last_official(const kb_resolver* r, uint32_t mention, bool named)
{
  enum { NEAREST = 40 };
  const kb_mention* m = &r->doc->mentions.v[mention];
  for (uint32_t i = mention; i-- > 0 && mention - i < NEAREST;) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->type != KB_ENT_PERSON || o->office == KB_NONE || o->entity == KB_NONE || is_address(r, o->office) ||
        r->doc->entities.v[o->entity].local == named || (!named && !same_title(r, m, o))) {
      continue;
    }
    const uint32_t country = r->doc->entities.v[o->entity].country;
    const uint32_t nation  = o->nation != KB_NONE ? o->nation : country;
    if (m->nation == KB_NONE || nation == KB_NONE || nation == m->nation) {
      return o->entity;
    }
  }
  return KB_NONE;
}

/// "المسؤول", "الدبلوماسي الفرنسي": somebody of whom the article has spoken.
static uint32_t find_official(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m = &r->doc->mentions.v[mention];
  if (!is_definite(r, m) || !opens_with(r, m, KB_CUE_OFFICIAL)) {
    return KB_NONE;
  }
  const uint32_t unnamed = last_official(r, mention, false);
  return unnamed != KB_NONE ? unnamed : last_official(r, mention, true);
}

/// "نظيره الإيراني": the office is that of the last person who had one.
static void take_office(const kb_resolver* r, uint32_t mention)
{
  kb_mention* m = &r->doc->mentions.v[mention];
  if (!opens_with(r, m, KB_CUE_COUNTERPART)) {
    return;
  }
  for (uint32_t i = mention; i-- > 0 && mention - i < KB_WINDOW;) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->type == KB_ENT_PERSON && o->office != KB_NONE) {
      m->office = o->office;
      return;
    }
  }
}

/// "الدكتور التركي": a form of address with what would be a nationality, but is the family name of somebody named in
/// full.
static uint32_t find_by_surname(const kb_resolver* r, const kb_mention* m)
{
  const kb_str surname = r->doc->words.v[m->last].key;
  if (m->last != m->first + 1 || m->nation == KB_NONE || !is_address(r, m->office)) {
    return KB_NONE;
  }
  const uint64_t hash = kb_resolve__word_hash(surname);
  for (uint32_t e = kb_resolve__next(r, KB_BY_LAST_WORD, hash, KB_NONE); e != KB_NONE;
       e          = kb_resolve__next(r, KB_BY_LAST_WORD, hash, e)) {
    const uint32_t id   = r->entries.v[e].entity;
    const kb_name* name = &r->names.v[id];
    if (r->doc->entities.v[id].type == KB_ENT_PERSON && name->n > 1 &&
        kb_resolve__same_word(surname, name->word[name->n - 1])) {
      return id;
    }
  }
  return KB_NONE;
}

static kb_status link_person(kb_resolver* r, uint32_t i)
{
  kb_mention* m = &r->doc->mentions.v[i];
  kb_name     name;
  kb_status   st    = kb_resolve__name_of(r, m, &name);
  const bool  known = is_definite(r, m) || m->nation != KB_NONE || kb_resolve__is_honorific(r, m->first);
  uint32_t    id    = kb_resolve__apposed(r, i);
  id                = id == KB_NONE ? find_by_surname(r, m) : id;
  id                = known && id == KB_NONE ? find_holder(r, i) : id;
  id                = id == KB_NONE ? find_official(r, i) : id;
  take_office(r, i);
  if (st == KB_OK && id == KB_NONE) {
    const uint32_t gaz = dated_holder(r, m);
    if (gaz != KB_NONE) {
      st = kb_resolve__entity_of_gaz(r, m, &name, gaz, &id);
    }
  }
  if (st == KB_OK && id == KB_NONE && is_definite(r, m)) {
    id = same_description(r, m, &name);
  }
  if (st == KB_OK && id == KB_NONE) {
    st = kb_resolve__new_entity(r, m, &name, KB_NONE, true, &id);
  }
  m->entity = st == KB_OK ? id : KB_NONE;
  return st;
}

/** \name Groups */

static kb_status link_group(kb_resolver* r, uint32_t i)
{
  kb_mention* m = &r->doc->mentions.v[i];
  kb_name     name;
  kb_status   st     = kb_resolve__name_of(r, m, &name);
  const bool  latter = opens_with(r, m, KB_CUE_LATTER);
  uint32_t    id     = latter ? kb_resolve__latter(r, i) : KB_NONE;
  id                 = st == KB_OK && !latter ? same_description(r, m, &name) : id;
  if (st == KB_OK && id == KB_NONE) {
    st = kb_resolve__new_entity(r, m, &name, KB_NONE, true, &id);
  }
  m->entity = st == KB_OK ? id : KB_NONE;
  return st;
}

/** \name "The country" */

/// "هذا البلد", "البلاد": the country named last, or the one that the article names most if nothing points at it.
static void link_country(const kb_resolver* r, uint32_t i)
{
  kb_mention* m     = &r->doc->mentions.v[i];
  const bool  this_ = m->last > m->first; // with the demonstrative
  uint32_t    most  = 0;
  for (uint32_t k = i; k-- > 0 && i - k < KB_WINDOW;) {
    const kb_mention* o = &r->doc->mentions.v[k];
    if (o->entity == KB_NONE || r->doc->entities.v[o->entity].type != KB_ENT_COUNTRY || o->kind == KB_MENTION_NOMINAL) {
      continue;
    }
    const uint32_t count = kb_resolve__nation_count(r, r->doc->entities.v[o->entity].gaz);
    if (count > most) {
      most      = count;
      m->entity = o->entity;
    }
    if (this_) {
      return;
    }
  }
}

kb_status kb_resolve__link_nominals(kb_resolver* r)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; i < r->doc->mentions.n && st == KB_OK; ++i) {
    const kb_mention* m = &r->doc->mentions.v[i];
    if (m->kind != KB_MENTION_NOMINAL || m->entity != KB_NONE) {
      continue;
    }
    if (m->type == KB_ENT_COUNTRY) {
      link_country(r, i);
    } else if (m->type == KB_ENT_ORGANISATION) {
      st = link_body(r, i);
    } else if (m->type == KB_ENT_PERSON) {
      st = link_person(r, i);
    } else {
      st = link_group(r, i);
    }
  }
  return st;
}
