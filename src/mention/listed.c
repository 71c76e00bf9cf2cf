/// Names of the gazetteer, and adjectives and nouns of nationality.
#include "mention_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

/** \name Demonyms */

static bool is_gaz(const kb_scan* s, uint32_t id, kb_entity_type type)
{
  return id != KB_NONE && kb_lexicon_gaz(s->lex, id)->type == type;
}

/// "الأميركيون", "الروس": a people by itself.
static bool is_people(const kb_scan* s, uint32_t w)
{
  const kb_word* x = kb_mention__word(s, w);
  return kb_mention__has(s, w, KB_W_DEFINITE) && (x->feats.number == KB_PLUR || kb_mention__has(s, w, KB_W_PLURAL)) &&
         !kb_mention__describes_noun(s, w);
}

/// "أربعة بلجيكيين", "قتل فلسطيني": some of a people, who are not their country.
static bool is_some(const kb_scan* s, uint32_t w)
{
  const kb_word* x = kb_mention__word(s, w);
  if (kb_mention__has(s, w, KB_W_DEFINITE) || (x->feats.upos != KB_ADJ && x->feats.upos != KB_NOUN)) {
    return false;
  }
  const bool counted = x->head < s->end && kb_mention__word(s, x->head)->feats.upos == KB_NUM;
  switch (x->deprel) {
  case KB_NSUBJ:
  case KB_NSUBJ_PASS:
  case KB_OBJ:
    return true;
  default:
    return counted || (x->feats.number >= KB_DUAL && !kb_mention__describes_noun(s, w));
  }
}

static kb_status some_of(kb_scan* s, uint32_t w)
{
  const bool plural = kb_mention__word(s, w)->feats.number >= KB_DUAL;
  kb_mention m      = kb_mention__blank(s, w, w, plural ? KB_ENT_GROUP : KB_ENT_PERSON, KB_MENTION_NOMINAL);
  m.nation          = s->notes[w].nation;
  m.score           = 60;
  return kb_mention__propose(s, m, 0.6f, KB_SRC_NOMINAL);
}

static kb_status demonym(kb_scan* s, uint32_t w)
{
  const uint32_t nation = s->notes[w].nation;
  const kb_gaz*  gaz    = kb_lexicon_gaz(s->lex, nation);
  const bool     people = is_people(s, w);
  if (!people && gaz->type == KB_ENT_COUNTRY && is_some(s, w)) {
    return some_of(s, w);
  }
  kb_mention m = kb_mention__blank(s, w, w, people || gaz->type == KB_ENT_PEOPLE ? KB_ENT_PEOPLE : gaz->type,
                                   people ? KB_MENTION_NAME : KB_MENTION_DEMONYM);
  m.gaz        = nation;
  m.gaz_count  = 1;
  m.nation     = nation;
  return kb_mention__propose(s, m, people ? 1.2f : 0.5f, KB_SRC_LISTED);
}

static bool is_demonym(const kb_scan* s, uint32_t w)
{
  return s->notes[w].nation != KB_NONE && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) &&
         (kb_mention__word(s, w)->feats.upos != KB_PROPN || !kb_mention__hit(s, w, KB_PHRASE_NAME)) &&
         s->notes[w].demonym_sure;
}

/** \name Names */

static bool is_ordinary(const kb_scan* s, uint32_t w)
{
  const uint32_t lexeme = kb_mention__word(s, w)->lexeme;
  if (lexeme == KB_NONE) {
    return false;
  }
  const unsigned kind = kb_lexicon_lexeme(s->lex, lexeme)->kind;
  return kind == KB_LEX_NOUN || kind == KB_LEX_ADJECTIVE || kind == KB_LEX_ADVERB || kind == KB_LEX_NUMBER;
}

/// Can one word alone be trusted to be the name?
static bool is_sure_word(const kb_scan* s, const kb_hit* h, const kb_gaz* g)
{
  const kb_word* w     = kb_mention__word(s, h->first);
  const bool     known = g->type == KB_ENT_COUNTRY || g->capital_of != KB_NONE || s->notes[h->first].nation != KB_NONE;
  const bool     place = g->type == KB_ENT_PLACE || g->type == KB_ENT_CITY;
  if (h->tokens > 1) {
    return true;
  }
  if (kb_mention__has(s, h->first, KB_W_DATE)) {
    return false;
  }
  if (kb_mention__is_clitic(s, h->first)) { // morphology took its first letter for a clitic
    return h->loose && h->span.end - h->span.start >= 8 && (known || kb_mention__has(s, h->last, KB_W_UNKNOWN));
  }
  if (kb_mention__has(s, h->first, KB_W_STOP)) {
    return false;
  }
  if (place && h->loose && !kb_mention__has(s, h->first, KB_W_UNKNOWN)) {
    return false;
  }
  if (kb_str_eq(g->subtype, KB_STR("armed-group")) && !h->loose) { // طالبان is no dual, حماس no zeal but in "بحماس"
    const bool manner   = h->first > s->first && kb_mention__is(s, h->first - 1, "ب");
    const bool genitive = kb_mention__has(s, h->last + 1, KB_W_DEFINITE) && kb_mention__has(s, h->last + 1, KB_W_NOUN);
    const bool noun     = kb_mention__has(s, h->first, KB_W_DEFINITE) && is_ordinary(s, h->first); // القاعدة
    return !manner && !genitive && !noun;
  }
  return w->feats.upos == KB_PROPN || (w->feats.upos != KB_VERB && !h->loose && (known || !is_ordinary(s, h->first)));
}

/// Does the word before say that a place follows: مدينة، محافظة? Behind a definite one an adjective does: المنطقة
/// الغربية.
static bool is_announced(const kb_scan* s, uint32_t w)
{
  return w > s->first && !kb_mention__has(s, w - 1, KB_W_DEFINITE) &&
         (kb_mention__cue(s, w - 1, KB_CUE_CITY) || kb_mention__cue(s, w - 1, KB_CUE_PLACE));
}

/// Signs around a word that it names someone who speaks or acts.
static bool acts(const kb_scan* s, const kb_hit* h)
{
  if (h->first > s->first && kb_mention__speaks(s, h->first - 1)) {
    return true;
  }
  const uint32_t next = h->last + 1;
  return (kb_mention__speaks(s, next) && kb_mention__has(s, next, KB_W_VERB)) || kb_mention__is_mark(s, next, ":");
}

/// Weight of a hit as a name, 0 when it is none.
static float name_weight(const kb_scan* s, const kb_hit* h)
{
  const kb_gaz* g      = kb_lexicon_gaz(s->lex, h->id);
  const bool    person = g->type == KB_ENT_PERSON;
  switch (h->kind) {
  case KB_PHRASE_NAME:
    if (!is_sure_word(s, h, g)) {
      const bool place = g->type == KB_ENT_CITY || g->type == KB_ENT_PLACE;
      return place && !kb_mention__has(s, h->first, KB_W_DATE) && is_announced(s, h->first) ? 1.5f : 0;
    }
    return h->tokens > 1 ? 2.3f : h->loose ? 1.4f : 1.9f;
  case KB_PHRASE_SHORT:
    if (kb_mention__has(s, h->first, KB_W_STOP | KB_W_VERB) || h->loose) {
      return 0;
    }
    return s->notes[h->first].after_title || acts(s, h)                                                          ? 1.9f
           : kb_mention__word(s, h->first)->feats.upos == KB_PROPN && !kb_mention__has(s, h->first, KB_W_COMMON) ? 1.5f
                                                                                                                 : 0;
  case KB_PHRASE_CONTEXT:
    if (person || (g->type != KB_ENT_CITY && g->type != KB_ENT_PLACE)) {
      return 0;
    }
    return is_announced(s, h->first) ? 1.5f
           : h->first > s->first && kb_mention__is(s, h->first - 1, "في") &&
               kb_mention__word(s, h->first)->feats.upos == KB_PROPN && !h->loose
             ? 1.2f
             : 0;
  default:
    return 0;
  }
}

/// Is the listed name made of a common noun and what it is of: وزارة الدفاع العراقية?
static bool is_descriptive(const kb_scan* s, const kb_hit* h, const kb_gaz* g)
{
  static const char* const types[] = {"government", "ministry", "military", "security",
                                      "army",       "police",   "embassy",  NULL};
  bool public                      = false;
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

/// Last word of the same entry's other name at `w`, KB_NONE if there is none.
static uint32_t alias_at(const kb_scan* s, uint32_t w, uint32_t id)
{
  for (uint32_t i = w < s->end ? s->notes[w].first_hit : KB_NONE; i != KB_NONE; i = s->hits.v[i].next) {
    if (s->hits.v[i].kind <= KB_PHRASE_CONTEXT && s->hits.v[i].id == id) {
      return s->hits.v[i].last;
    }
  }
  return KB_NONE;
}

/// "تنظيم الدولة (داعش)": the other name of an armed group belongs to it, in brackets, marks or bare.
static uint32_t with_alias(const kb_scan* s, const kb_hit* h, uint32_t last)
{
  const uint32_t open = last + 1;
  if (open >= s->end || !kb_str_eq(kb_lexicon_gaz(s->lex, h->id)->subtype, KB_STR("armed-group"))) {
    return last;
  }
  const uint32_t bare = alias_at(s, open, h->id);
  if (bare != KB_NONE) {
    return bare;
  }
  const bool mark =
    kb_mention__is_mark(s, open, "(") || s->doc->tokens.v[kb_mention__word(s, open)->token].kind == KB_TOKEN_OPEN;
  const uint32_t inside = mark ? alias_at(s, open + 1, h->id) : KB_NONE;
  if (inside == KB_NONE || inside + 1 >= s->end) {
    return last;
  }
  const kb_token* close = &s->doc->tokens.v[kb_mention__word(s, inside + 1)->token];
  return close->kind == KB_TOKEN_CLOSE || kb_mention__is_mark(s, inside + 1, ")") ? inside + 1 : last;
}

/// A name that starts inside and ends behind: التحالف الدولي ضد [تنظيم الدولة الإسلامية].
static uint32_t with_tail(const kb_scan* s, const kb_hit* h)
{
  for (uint32_t w = h->first + 1; w <= h->last; ++w) {
    const kb_hit* tail = kb_mention__hit(s, w, KB_PHRASE_NAME);
    if (tail && tail->tokens > 1 && tail->last > h->last &&
        kb_lexicon_gaz(s->lex, tail->id)->type == KB_ENT_ORGANISATION) {
      return with_alias(s, tail, tail->last);
    }
  }
  return h->last;
}

/// "دولة قطر", "مدينة حلب": the noun before a town or country is no part of its name; nor is صحيفة before a title in
/// marks.
static uint32_t without_head(const kb_scan* s, const kb_hit* h, const kb_gaz* g)
{
  const kb_hit* head = NULL;
  if (h->tokens > 1 && (g->type == KB_ENT_CITY || g->type == KB_ENT_COUNTRY)) {
    head = kb_mention__cue(s, h->first, KB_CUE_CITY);
    head = head && kb_mention__has(s, h->first, KB_W_DEFINITE) ? NULL : head;
  } else if (h->tokens > 1 && (g->type == KB_ENT_ORGANISATION || g->type == KB_ENT_PLACE)) {
    const bool org    = g->type == KB_ENT_ORGANISATION;
    head              = kb_mention__cue(s, h->first, org ? KB_CUE_ORGANISATION : KB_CUE_FACILITY);
    const bool marked = head && head->last + 1 < s->end &&
                        s->doc->tokens.v[kb_mention__word(s, head->last + 1)->token].kind == KB_TOKEN_OPEN;
    head = marked && (!org || kb_mention__value(s, head) == KB_HEAD_LOOSE) ? head : NULL;
    return head ? head->last + 2 : h->first;
  }
  return head && head->last < h->last ? head->last + 1 : h->first;
}

/// "شمال العراق" is a description, the country in it a name.
static bool is_part_of_place(const kb_scan* s, const kb_hit* h, const kb_gaz* g)
{
  return h->tokens > 1 && g->type == KB_ENT_PLACE && kb_mention__cue(s, h->first, KB_CUE_DIRECTION);
}

/// Does an alias in quotation marks stand inside: الاتحاد الدولي "فيفا"? Then the name without it is found too.
static bool holds_alias(const kb_scan* s, const kb_hit* h, const kb_gaz* g)
{
  const uint32_t  close = kb_mention__word(s, h->last)->token;
  const kb_token* t     = &s->doc->tokens.v[close];
  if (t->kind != KB_TOKEN_CLOSE || h->tokens < 3 || kb_str_eq(g->subtype, KB_STR("armed-group"))) {
    return false;
  }
  const kb_hit* head = kb_mention__cue(s, h->first, KB_CUE_ORGANISATION);
  return s->doc->tokens.v[t->pair].first_word > (head ? head->last : h->first) + 1;
}

/// "حركة إم 23" holds "إم 23": a name that can do without its head is also there without it.
static kb_status propose_without_head(kb_scan* s, const kb_hit* h, const kb_mention* whole, uint32_t last)
{
  const kb_hit* head =
    h->tokens > 1 && whole->type == KB_ENT_ORGANISATION ? kb_mention__cue(s, h->first, KB_CUE_ORGANISATION) : NULL;
  if (!head || whole->first != h->first || head->last >= last || kb_mention__has(s, h->first, KB_W_DEFINITE) ||
      (kb_mention__value(s, head) != KB_HEAD_PROPER && kb_mention__value(s, head) != KB_HEAD_LOOSE) ||
      kb_mention__is_clitic(s, head->last + 1)) {
    return KB_OK;
  }
  kb_mention inner = kb_mention__blank(s, head->last + 1, last, whole->type, whole->kind);
  inner.gaz        = whole->gaz;
  inner.gaz_count  = whole->gaz_count;
  inner.nation     = whole->nation;
  inner.score      = whole->score;
  return kb_mention__propose(s, inner, 1.0f, KB_SRC_LISTED);
}

static kb_status propose_hit(kb_scan* s, const kb_hit* h)
{
  const float   weight = name_weight(s, h);
  const kb_gaz* g      = kb_lexicon_gaz(s->lex, h->id);
  if (weight <= 0 || !is_first_of_its_kind(s, h) || holds_alias(s, h, g)) {
    return KB_OK;
  }
  const uint32_t first = g->type == KB_ENT_PERSON ? without_title(s, h) : without_head(s, h, g);
  const bool marked  = first > h->first && s->doc->tokens.v[kb_mention__word(s, h->last)->token].kind == KB_TOKEN_CLOSE;
  uint32_t   last    = marked ? h->last - 1 : h->last;
  last               = g->type == KB_ENT_ORGANISATION && !marked ? with_alias(s, h, with_tail(s, h)) : last;
  const bool nominal = is_descriptive(s, h, g) || is_part_of_place(s, h, g);
  kb_mention m       = kb_mention__blank(s, first, last, g->type, nominal ? KB_MENTION_NOMINAL : KB_MENTION_NAME);
  m.span.start       = first == h->first ? h->span.start : m.span.start;
  m.span.end         = last == h->last ? h->span.end : m.span.end;
  m.gaz              = h->id;
  m.gaz_count        = count_sharing(s, h);
  m.nation           = g->country;
  m.score            = h->loose ? 60 : h->kind == KB_PHRASE_NAME ? 95 : 75;
  const kb_status st = propose_without_head(s, h, &m, last);
  return st == KB_OK ? kb_mention__propose(s, m, weight, h->kind == KB_PHRASE_NAME ? KB_SRC_LISTED : KB_SRC_SHORT) : st;
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
    if (st == KB_OK && is_demonym(s, w) &&
        (is_gaz(s, s->notes[w].nation, KB_ENT_COUNTRY) || is_gaz(s, s->notes[w].nation, KB_ENT_PEOPLE))) {
      st = demonym(s, w);
    }
  }
  return st;
}
