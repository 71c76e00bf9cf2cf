/// Names of the gazetteer, and adjectives and nouns of nationality.
#include "mention_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

/** \name Demonyms */

static bool is_gaz(const kb_scan* s, uint32_t id, kb_entity_type type)
{
  return id != KB_NONE && kb_lexicon_gaz(s->lex, id)->type == type;
}

/// Does the adjective follow a noun that it describes?
static bool describes_noun(const kb_scan* s, uint32_t w)
{
  uint32_t before = w;
  do {
    if (before == s->first) {
      return false;
    }
    --before;
  } while (kb_mention__has(s, before, KB_W_ADJECTIVE) && kb_mention__word(s, before)->feats.upos == KB_ADJ &&
           !kb_mention__has(s, before, KB_W_STOP));
  if (kb_mention__has(s, before, KB_W_STOP | KB_W_VERB | KB_W_NUMBER)) {
    return false;
  }
  const bool definite = kb_mention__has(s, w, KB_W_DEFINITE);
  return !definite || kb_mention__has(s, before, KB_W_DEFINITE) || kb_mention__word(s, before)->feats.state == KB_CONSTRUCT ||
         (before > s->first && kb_mention__has(s, before, KB_W_NOUN | KB_W_UNKNOWN));
}

/// "الأميركيون", "الروس": a people by itself.
static bool is_people(const kb_scan* s, uint32_t w)
{
  const kb_word* x = kb_mention__word(s, w);
  return kb_mention__has(s, w, KB_W_DEFINITE) && x->feats.number == KB_PLUR && !describes_noun(s, w);
}

static kb_status demonym(kb_scan* s, uint32_t w)
{
  const uint32_t nation = s->notes[w].nation;
  const kb_gaz*  gaz    = kb_lexicon_gaz(s->lex, nation);
  const bool     people = is_people(s, w);
  kb_mention     m = kb_mention__blank(s, w, w, people || gaz->type == KB_ENT_PEOPLE ? KB_ENT_PEOPLE : gaz->type,
                                       people ? KB_MENTION_NAME : KB_MENTION_DEMONYM);
  m.gaz            = nation;
  m.gaz_count      = 1;
  m.nation         = nation;
  return kb_mention__propose(s, m, people ? 1.2f : 0.5f, KB_SRC_LISTED);
}

static bool is_demonym(const kb_scan* s, uint32_t w)
{
  return s->notes[w].nation != KB_NONE && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) &&
         kb_mention__word(s, w)->feats.upos != KB_PROPN && s->notes[w].demonym_sure;
}

/** \name Names */

/// Can one word alone be trusted to be the name?
static bool is_sure_word(const kb_scan* s, const kb_hit* h)
{
  const kb_word* w = kb_mention__word(s, h->first);
  if (h->tokens > 1) {
    return true;
  }
  if (kb_mention__has(s, h->first, KB_W_STOP)) {
    return false;
  }
  return w->feats.upos == KB_PROPN || (w->feats.upos != KB_VERB && !h->loose);
}

/// Is the word right before one of these?
static bool before_is(const kb_scan* s, uint32_t w, const char* const* keys)
{
  for (; w > s->first && *keys; ++keys) {
    if (kb_mention__is(s, w - 1, *keys)) {
      return true;
    }
  }
  return false;
}

/// Signs around a word that it names someone who speaks or acts.
static bool acts(const kb_scan* s, const kb_hit* h)
{
  if (h->first > s->first && kb_mention__has(s, h->first - 1, KB_W_SPEECH)) {
    return true;
  }
  const uint32_t next = h->last + 1;
  return (kb_mention__has(s, next, KB_W_SPEECH) && kb_mention__has(s, next, KB_W_VERB)) || kb_mention__is_mark(s, next, ":");
}

/// Weight of a hit as a name, 0 when it is none.
static float name_weight(const kb_scan* s, const kb_hit* h)
{
  static const char* const places[] = {"مدينه", "بلده", "قريه", "محافظه", "ولايه", "مقاطعه", "منطقه", "قضاء", "في", NULL};
  const kb_gaz*            g        = kb_lexicon_gaz(s->lex, h->id);
  const bool               person   = g->type == KB_ENT_PERSON;
  switch (h->kind) {
  case KB_PHRASE_NAME:
    if (!is_sure_word(s, h)) {
      return 0;
    }
    return h->tokens > 1 ? 2.3f : h->loose ? 1.4f : 1.9f;
  case KB_PHRASE_SHORT:
    if (kb_mention__has(s, h->first, KB_W_STOP | KB_W_VERB) || h->loose) {
      return 0;
    }
    return s->notes[h->first].after_title || acts(s, h)                      ? 1.9f
           : kb_mention__word(s, h->first)->feats.upos == KB_PROPN && !kb_mention__has(s, h->first, KB_W_COMMON) ? 1.5f
                                                                                                             : 0;
  case KB_PHRASE_CONTEXT:
    return !person && (g->type == KB_ENT_CITY || g->type == KB_ENT_PLACE) && before_is(s, h->first, places) ? 1.5f : 0;
  default:
    return 0;
  }
}

/// Is the listed name made of a common noun and what it is of: وزارة الدفاع العراقية?
static bool is_descriptive(const kb_scan* s, const kb_hit* h, const kb_gaz* g)
{
  static const char* const types[] = {"government", "ministry", "military", "security", "army", "police", "embassy", NULL};
  bool                     public  = false;
  for (size_t i = 0; types[i]; ++i) {
    public |= kb_str_eq(g->subtype, kb_str_of(types[i]));
  }
  return public && kb_mention__has(s, h->first, KB_W_NOUN) && kb_mention__cue(s, h->first, KB_CUE_BODY);
}

/// A title at the head of a listed person is no part of the name: الملك فلان.
static uint32_t without_title(const kb_scan* s, const kb_hit* h)
{
  if (h->tokens < 2 || kb_mention__cue(s, h->first, KB_CUE_NAME_TITLE)) {
    return h->first;
  }
  const kb_hit* title = kb_mention__hit(s, h->first, KB_PHRASE_TITLE);
  return title && title->last < h->last ? title->last + 1 : h->first;
}

static unsigned count_sharing(const kb_scan* s, const kb_hit* h)
{
  unsigned n = 0;
  for (uint32_t i = s->notes[h->first].first_hit; i != KB_NONE; i = s->hits.v[i].next) {
    n += s->hits.v[i].kind == h->kind && s->hits.v[i].last == h->last;
  }
  return n;
}

/// Several entries share the words: one candidate stands for all, resolve decides.
static bool is_first_of_its_kind(const kb_scan* s, const kb_hit* h)
{
  for (uint32_t i = s->notes[h->first].first_hit; i != KB_NONE; i = s->hits.v[i].next) {
    const kb_hit* o = &s->hits.v[i];
    if (o->last == h->last && o->kind <= KB_PHRASE_CONTEXT) {
      if (o == h) {
        return true;
      }
      if (o->kind == h->kind && kb_lexicon_gaz(s->lex, o->id)->type == kb_lexicon_gaz(s->lex, h->id)->type) {
        return false;
      }
    }
  }
  return true;
}

/// "تنظيم الدولة (داعش)": the other name of the same entry in brackets or marks belongs to it.
static uint32_t with_alias(const kb_scan* s, const kb_hit* h)
{
  const uint32_t open = h->last + 1;
  if (open >= s->end || !(kb_mention__is_mark(s, open, "(") || s->doc->tokens.v[kb_mention__word(s, open)->token].kind == KB_TOKEN_OPEN)) {
    return h->last;
  }
  for (uint32_t i = open + 1 < s->end ? s->notes[open + 1].first_hit : KB_NONE; i != KB_NONE; i = s->hits.v[i].next) {
    const kb_hit* o = &s->hits.v[i];
    if (o->kind <= KB_PHRASE_CONTEXT && o->id == h->id && o->last + 1 < s->end) {
      const kb_token* close = &s->doc->tokens.v[kb_mention__word(s, o->last + 1)->token];
      if (close->kind == KB_TOKEN_CLOSE || kb_mention__is_mark(s, o->last + 1, ")")) {
        return o->last + 1;
      }
    }
  }
  return h->last;
}

static kb_status propose_hit(kb_scan* s, const kb_hit* h)
{
  const float   weight = name_weight(s, h);
  const kb_gaz* g      = kb_lexicon_gaz(s->lex, h->id);
  if (weight <= 0 || !is_first_of_its_kind(s, h)) {
    return KB_OK;
  }
  const uint32_t first = g->type == KB_ENT_PERSON ? without_title(s, h) : h->first;
  const uint32_t last  = g->type == KB_ENT_ORGANISATION ? with_alias(s, h) : h->last;
  kb_mention     m     = kb_mention__blank(s, first, last, g->type,
                                           is_descriptive(s, h, g) ? KB_MENTION_NOMINAL : KB_MENTION_NAME);
  m.span.start         = first == h->first ? h->span.start : m.span.start;
  m.span.end           = last == h->last ? h->span.end : m.span.end;
  m.gaz                = h->id;
  m.gaz_count          = count_sharing(s, h);
  m.nation             = g->country;
  m.score              = h->loose ? 60 : h->kind == KB_PHRASE_NAME ? 95 : 75;
  return kb_mention__propose(s, m, weight, h->kind == KB_PHRASE_NAME ? KB_SRC_LISTED : KB_SRC_SHORT);
}

kb_status kb_mention__listed(kb_scan* s)
{
  kb_status st = KB_OK;
  for (uint32_t w = s->first; w < s->end && st == KB_OK; ++w) {
    for (uint32_t h = s->notes[w].first_hit; h != KB_NONE && st == KB_OK; h = s->hits.v[h].next) {
      if (s->hits.v[h].kind <= KB_PHRASE_CONTEXT) {
        st = propose_hit(s, &s->hits.v[h]);
      }
    }
    if (st == KB_OK && is_demonym(s, w) && (is_gaz(s, s->notes[w].nation, KB_ENT_COUNTRY) || is_gaz(s, s->notes[w].nation, KB_ENT_PEOPLE))) {
      st = demonym(s, w);
    }
  }
  return st;
}
