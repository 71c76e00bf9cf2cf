/// Title phrases: an office with its body, nationality and "former", before or after a name.
#include "mention_internal.h"

enum { LONGEST_TITLE = 16 };

static bool is_adjective(const kb_scan* s, uint32_t w)
{
  return w < s->end && kb_mention__word(s, w)->feats.upos == KB_ADJ && !kb_mention__has_pronoun(s, w) &&
         !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_DATE);
}

static bool is_definite_noun(const kb_scan* s, uint32_t w)
{
  return kb_mention__has(s, w, KB_W_DEFINITE) && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_DATE) &&
         kb_mention__has(s, w, KB_W_NOUN) && !kb_mention__hit(s, w, KB_PHRASE_SHORT);
}

/// Behind a listed or headed organisation or place that starts at `w`; `w` itself where there is none.
static uint32_t over_body(const kb_scan* s, uint32_t w, kb_office_phrase* o)
{
  const kb_hit* name = NULL;
  for (uint32_t i = w < s->end ? s->notes[w].first_hit : KB_NONE; i != KB_NONE; i = s->hits.v[i].next) {
    const kb_hit*  h    = &s->hits.v[i];
    const unsigned type = h->kind <= KB_PHRASE_CONTEXT ? kb_lexicon_gaz(s->lex, h->id)->type : KB_ENT_PERSON;
    const bool     body =
      h->kind == KB_PHRASE_NAME ? type != KB_ENT_PERSON : h->kind == KB_PHRASE_CONTEXT && type == KB_ENT_ORGANISATION;
    if (body && !kb_mention__has(s, w, KB_W_STOP) && !kb_mention__has_pronoun(s, h->last) &&
        (!name || h->last > name->last)) {
      name = h;
    }
  }
  kb_headed headed;
  uint32_t  behind = w;
  if (kb_mention__parse_headed(s, w, &headed) && !kb_mention__has_pronoun(s, headed.last)) {
    behind    = headed.last + 1;
    o->nation = o->nation == KB_NONE ? headed.nation : o->nation;
  }
  if (name && name->last + 1 >= behind) {
    behind = name->last + 1;
    o->nation =
      o->nation == KB_NONE && name->kind == KB_PHRASE_NAME ? kb_lexicon_gaz(s->lex, name->id)->country : o->nation;
  }
  return behind;
}

/// Nouns in construct up to a definite one or a listed name: تعليم القريات، شؤون الطلاب; `w` if there are none.
static uint32_t over_construct(const kb_scan* s, uint32_t w, kb_office_phrase* o)
{
  enum { LINKS = 2 };
  for (uint32_t at = w; at < w + LINKS; ++at) {
    if (!kb_mention__has(s, at, KB_W_NOUN) ||
        kb_mention__has(s, at, KB_W_DEFINITE | KB_W_STOP | KB_W_VERB | KB_W_DATE) ||
        kb_mention__word(s, at)->feats.upos != KB_NOUN || kb_mention__next_token(s, at) != at + 1 || at + 1 >= s->end) {
      return w;
    }
    const uint32_t behind = over_body(s, at + 1, o);
    if (behind > at + 1) {
      return behind;
    }
    if (is_definite_noun(s, at + 1) ||
        (kb_mention__has(s, at + 1, KB_W_DEFINITE) && kb_mention__is_proper_word(s, at + 1))) {
      return at + 2;
    }
  }
  return w;
}

/// Does a name stand here, or the form of address before one?
static bool opens_person(const kb_scan* s, uint32_t w)
{
  return w < s->end && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) &&
         (kb_mention__has(s, w, KB_W_GIVEN) || kb_mention__hit(s, w, KB_PHRASE_TITLE));
}

/// What a preposition brings that is no body: "لحقوق الإنسان", "باسم الثوار", before a name "بالإنابة", "بتعليم
/// القريات".
static uint32_t over_field(const kb_scan* s, uint32_t preposition, uint32_t w, kb_office_phrase* o)
{
  const bool     for_   = kb_mention__is(s, preposition, "ل");
  const bool     in     = kb_mention__is(s, preposition, "ب") && w == preposition + 1;
  const uint32_t behind = over_construct(s, w, o);
  if (behind > w && (for_ || (in && opens_person(s, behind)))) {
    return behind;
  }
  if (is_definite_noun(s, w) &&
      (for_ || w > preposition + 1 || kb_mention__is(s, preposition, "باسم") || (in && opens_person(s, w + 1)))) {
    return w + 1;
  }
  return preposition;
}

/// Envoys are sent to somewhere, players are not: "انتقال لاعب الفريق إلى الأهلي".
static bool is_sent(const kb_scan* s, uint32_t title)
{
  return title != KB_NONE && kb_str_eq(kb_lexicon_title(s->lex, title)->kind, KB_STR("office"));
}

/// "في الحكومة", "لدى الأمم المتحدة", "باسم البنتاغون", "للولايات المتحدة".
static uint32_t over_preposition(const kb_scan* s, uint32_t w, kb_office_phrase* o)
{
  if (!kb_mention__is_cue(s, w, KB_CUE_OF_OFFICE) || (kb_mention__is(s, w, "الي") && !is_sent(s, o->title))) {
    return w;
  }
  const uint32_t at     = kb_mention__is(s, w + 1, "اسم") ? w + 2 : w + 1;
  const uint32_t behind = over_body(s, at, o);
  return behind > at ? behind : over_field(s, w, at, o);
}

uint32_t kb_mention__over_body(const kb_scan* s, uint32_t w, uint32_t* nation)
{
  kb_office_phrase o  = {.nation = *nation};
  const uint32_t   at = kb_mention__is(s, w, "في") ? over_preposition(s, w, &o) : w;
  *nation             = o.nation;
  return at;
}

static uint32_t over_adjective(const kb_scan* s, uint32_t w, kb_office_phrase* o)
{
  const kb_hit* former = kb_mention__cue(s, w, KB_CUE_FORMER);
  if (former && !kb_mention__has(s, w, KB_W_STOP)) {
    o->former = true;
    return former->last + 1;
  }
  if (!is_adjective(s, w) || (o->definite && !kb_mention__has(s, w, KB_W_DEFINITE))) {
    return w; // "إن اللاعب باق", "المزارعون منددين": said of them
  }
  if (s->notes[w].nation != KB_NONE) {
    o->nation = s->notes[w].nation;
  } else if (s->notes[w].noun_class == KB_CLASS_ROLE && kb_mention__has(s, w, KB_W_DEFINITE) &&
             !kb_mention__agrees(s, o->first, w)) {
    return w; // someone else: الرئيس المبعوثة
  }
  const bool ten = kb_mention__word(s, w)->feats.ordinal && kb_mention__is(s, w + 1, "عشر"); // الحادي عشر
  return ten ? w + 2 : w + 1;
}

/// One more part of the phrase; `w` at its end. `open`: the last word can take a genitive.
static uint32_t next_part(const kb_scan* s, uint32_t w, bool open, kb_office_phrase* o)
{
  uint32_t at = over_adjective(s, w, o);
  if (at == w && open) {
    at = over_body(s, w, o);
    at = at == w && is_definite_noun(s, w) ? w + 1 : at;
    at = at == w ? over_construct(s, w, o) : at;
  }
  return at == w ? over_preposition(s, w, o) : at;
}

/// Behind the words of respect that open a title: "معالي [وزير التعليم]"; `w` where there are none.
static uint32_t over_respect(const kb_scan* s, uint32_t w)
{
  const kb_hit* words = kb_mention__cue(s, w, KB_CUE_RESPECT);
  if (words && !words->loose) {
    return words->last + 1;
  }
  return w < s->end && s->notes[w].noun_class == KB_CLASS_HONORIFIC ? w + 1 : w;
}

bool kb_mention__stipulates(const kb_scan* s, uint32_t w)
{
  return w + 2 < s->end && kb_mention__is_cue(s, w, KB_CUE_STIPULATES) &&
         (kb_mention__is(s, w + 1, "ب") || kb_mention__is(s, w + 1, "الي")) &&
         kb_mention__word(s, w + 2)->lexeme != KB_NONE &&
         kb_lexicon_lexeme(s->lex, kb_mention__word(s, w + 2)->lexeme)->base != KB_NONE;
}

static bool start_plain(const kb_scan* s, uint32_t w, kb_office_phrase* o, bool* open)
{
  if (w >= s->end || kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) || kb_mention__stipulates(s, w)) {
    return false;
  }
  const kb_hit* title       = kb_mention__hit(s, w, KB_PHRASE_TITLE);
  const kb_hit* counterpart = kb_mention__cue(s, w, KB_CUE_COUNTERPART);
  *o                        = (kb_office_phrase){.first = w, .last = w, .title = KB_NONE, .nation = KB_NONE};
  if (title && !title->loose) {
    o->title = title->id;
    o->last  = title->last;
  } else if (counterpart) {
    o->last     = counterpart->last;
    o->definite = true;
    *open       = false;
    return true;
  } else if (s->notes[w].noun_class != KB_CLASS_ROLE || kb_mention__word(s, w)->feats.upos != KB_NOUN) {
    return false;
  }
  const kb_feats feats = kb_mention__word(s, w)->feats;
  o->plural            = feats.number >= KB_DUAL;
  o->definite          = kb_mention__has(s, w, KB_W_DEFINITE) || kb_mention__has(s, o->last, KB_W_DEFINITE);
  *open                = !o->definite;
  return true;
}

static bool start(const kb_scan* s, uint32_t w, kb_office_phrase* o, bool* open)
{
  const uint32_t title = over_respect(s, w);
  if (title > w && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) && start_plain(s, title, o, open)) {
    o->first = w;
    return true;
  }
  return start_plain(s, w, o, open);
}

bool kb_mention__office(const kb_scan* s, uint32_t w, kb_office_phrase* o)
{
  bool open = false;
  if (!start(s, w, o, &open)) {
    return false;
  }
  uint32_t at = o->last + 1;
  while (at < s->end && at - w < LONGEST_TITLE && kb_mention__next_token(s, at - 1) == at) {
    const uint32_t next = next_part(s, at, open, o);
    if (next == at) {
      break;
    }
    const bool adjective = next == at + 1 && is_adjective(s, at);
    open                 = false; // a genitive stands right behind the title
    o->definite |= kb_mention__has(s, next - 1, KB_W_DEFINITE) && !adjective;
    at = next;
  }
  o->last = at - 1;
  return true;
}

void kb_mention__mark_titles(kb_scan* s)
{
  for (uint32_t w = s->first; w < s->end; ++w) {
    kb_office_phrase o;
    if (!kb_mention__office(s, w, &o) || o.plural) {
      continue;
    }
    const kb_hit* title = kb_mention__hit(s, w, KB_PHRASE_TITLE);
    if (o.last + 1 < s->end) {
      s->notes[o.last + 1].after_title = true;
    }
    if (title && title->last + 1 < s->end) {
      s->notes[title->last + 1].after_title = true;
    }
  }
}

/** \name The title of a name */

static void set(kb_mention* m, const kb_office_phrase* o)
{
  m->office       = o->title;
  m->office_first = o->first;
  m->office_last  = o->last;
  m->nation       = o->nation;
  m->former       = o->former;
}

/// A nationality that no dictionary knows, often misspelt: "وزير الخارجية الفرنيسي فلان".
static bool is_unknown_nisba(const kb_scan* s, uint32_t w)
{
  const kb_str key = kb_mention__word(s, w)->key;
  return kb_mention__has(s, w, KB_W_DEFINITE) && kb_mention__has(s, w, KB_W_UNKNOWN) &&
         (kb_str_ends(key, KB_STR("ي")) || kb_str_ends(key, KB_STR("يه")));
}

static bool is_address(const kb_scan* s, uint32_t title)
{
  if (title == KB_NONE) {
    return false;
  }
  const kb_str kind = kb_lexicon_title(s->lex, title)->kind;
  return kb_str_eq(kind, KB_STR("honorific")) || kb_str_eq(kind, KB_STR("rank")) ||
         kb_str_eq(kind, KB_STR("profession"));
}

/// "مدير المستشفى الدكتور فلان", "ولي العهد السعودي الأمير فلان": the office before the form of address counts.
static void take_office_before(const kb_scan* s, kb_mention* m, uint32_t begin)
{
  const bool bare = m->office_first == m->office_last && kb_mention__has(s, m->office_first, KB_W_DEFINITE);
  for (uint32_t w = begin; w < m->office_first && (bare || is_address(s, m->office)); ++w) {
    kb_office_phrase o;
    if (kb_mention__office(s, w, &o) && o.last + 1 == m->office_first && o.title != KB_NONE &&
        !is_address(s, o.title)) {
      const uint32_t nation = m->nation;
      set(m, &o);
      m->nation = o.nation == KB_NONE ? nation : o.nation;
      return;
    }
  }
}

/// The longest title phrase that ends right before the name.
static bool title_before(const kb_scan* s, kb_mention* m)
{
  const uint32_t begin  = m->first > s->first + LONGEST_TITLE ? m->first - LONGEST_TITLE : s->first;
  uint32_t       behind = begin; // the longest title so far: no other begins within it
  for (uint32_t w = begin; w < m->first; ++w) {
    kb_office_phrase o;
    const kb_hit*    listed = kb_mention__hit(s, w, KB_PHRASE_TITLE);
    const bool       inside = w < behind;
    behind                  = listed && listed->last >= behind ? listed->last + 1 : behind;
    if (inside || !kb_mention__office(s, w, &o) || o.last < w) {
      continue;
    }
    if (o.last >= m->first) { // it ran into the name
      const kb_hit* title = kb_mention__hit(s, w, KB_PHRASE_TITLE);
      if (!title || title->last + 1 != m->first) {
        continue;
      }
      o.last = title->last;
    }
    if (o.last + 1 == m->first || (o.last + 2 == m->first && o.definite && is_unknown_nisba(s, o.last + 1))) {
      set(m, &o);
      take_office_before(s, m, begin);
      return true;
    }
  }
  return false;
}

/// "فلان، وزير الخارجية": in apposition behind the name.
static void title_after(const kb_scan* s, kb_mention* m)
{
  uint32_t         w     = m->last + 1;
  const bool       comma = kb_mention__is_mark(s, w, "،,");
  kb_office_phrase o;
  w += comma;
  if (kb_mention__office(s, w, &o) && o.title != KB_NONE && !o.plural && o.definite &&
      !kb_mention__has(s, o.last + 1, KB_W_GIVEN | KB_W_FAMILY | KB_W_UNKNOWN)) { // else the next name's
    set(m, &o);
  }
}

void kb_mention__entitle(const kb_scan* s, kb_mention* m)
{
  if (!title_before(s, m)) {
    title_after(s, m);
  }
}

/// "وزير الخارجية": the second word is part of the title.
bool kb_mention__is_portfolio(const kb_scan* s, uint32_t w)
{
  const kb_hit* body = kb_mention__cue(s, w, KB_CUE_BODY);
  if (!body || kb_mention__value(s, body) != 1) {
    return false;
  }
  for (uint32_t back = 1; back <= 3 && w >= s->first + back; ++back) {
    const kb_hit* title = kb_mention__hit(s, w - back, KB_PHRASE_TITLE);
    if (title && title->last >= w) {
      return true;
    }
  }
  return false;
}
