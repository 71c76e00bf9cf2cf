/// Actors that are described: مسؤول أميركي، المتظاهرون، مقاتلات إيرانية.
#include "mention_internal.h"

static kb_status
propose(kb_scan* s, uint32_t first, uint32_t last, unsigned type, uint32_t nation, const kb_office_phrase* office)
{
  kb_mention m = kb_mention__blank(s, first, last, type, KB_MENTION_NOMINAL);
  m.nation     = nation;
  m.score      = 60;
  if (office) {
    m.office       = office->title;
    m.office_first = office->first;
    m.office_last  = office->last;
    m.former       = office->former;
  }
  return kb_mention__propose(s, m, 0.5f, KB_SRC_NOMINAL);
}

/// Does the adjective agree with the noun: both definite, people in the plural, things in the feminine?
static bool agrees(const kb_scan* s, uint32_t noun, uint32_t w)
{
  const kb_feats n = kb_mention__word(s, noun)->feats;
  const kb_feats a = kb_mention__word(s, w)->feats;
  if (kb_mention__has(s, noun, KB_W_DEFINITE) && !kb_mention__has(s, w, KB_W_DEFINITE)) {
    return false; // المحتجون مطالبين
  }
  if (s->notes[w].nation != KB_NONE || n.number == KB_NUMBER_NONE || a.number == KB_NUMBER_NONE) {
    return true;
  }
  if (n.number == KB_PLUR) {
    return a.number == KB_PLUR || (a.gender == KB_FEM && !n.human);
  }
  return a.number == n.number;
}

/// Adjectives behind a noun; notes a nationality.
static uint32_t over_adjectives(const kb_scan* s, uint32_t noun, uint32_t w, uint32_t* nation)
{
  while (w < s->end && kb_mention__word(s, w)->feats.upos == KB_ADJ &&
         !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_DATE) && !kb_mention__has_pronoun(s, w) &&
         agrees(s, noun, w)) {
    *nation = s->notes[w].nation != KB_NONE ? s->notes[w].nation : *nation;
    ++w;
  }
  return w;
}

/// Is the noun one that acts: people, groups, organisations?
static bool acts(const kb_scan* s, uint32_t w)
{
  const kb_word* x = kb_mention__word(s, w);
  switch (s->notes[w].noun_class) {
  case KB_CLASS_PERSON:
  case KB_CLASS_ROLE:
  case KB_CLASS_GROUP:
  case KB_CLASS_ORG:
    return true;
  default:
    return x->feats.human && x->feats.upos == KB_NOUN;
  }
}

/// Type of the description: armed things of a nation are its fighters, others are things.
static unsigned type_of(const kb_scan* s, uint32_t w, uint32_t nation)
{
  const bool plural = kb_mention__word(s, w)->feats.number >= KB_DUAL;
  switch (s->notes[w].noun_class) {
  case KB_CLASS_VEHICLE:
    return nation != KB_NONE ? KB_ENT_GROUP : KB_ENT_VEHICLE;
  case KB_CLASS_WEAPON:
    return nation != KB_NONE ? KB_ENT_GROUP : KB_ENT_WEAPON;
  case KB_CLASS_ORG:
    return plural ? KB_ENT_GROUP : KB_ENT_ORGANISATION;
  case KB_CLASS_GROUP:
    return KB_ENT_GROUP;
  default:
    return plural ? KB_ENT_GROUP : KB_ENT_PERSON;
  }
}

/// A noun with a genitive behind it belongs to that: take the definite noun in.
static uint32_t over_genitive(const kb_scan* s, uint32_t head, uint32_t w)
{
  if (w < s->end && kb_mention__word(s, w)->deprel == KB_NMOD_POSS && kb_mention__word(s, w)->head == head &&
      kb_mention__has(s, w, KB_W_NOUN) && !kb_mention__has(s, w, KB_W_VERB | KB_W_STOP)) {
    return w + 1; // شهود عيان
  }
  const bool noun = kb_mention__has(s, w, KB_W_DEFINITE) && kb_mention__has(s, w, KB_W_NOUN | KB_W_UNKNOWN) &&
                    !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_DATE) &&
                    kb_mention__word(s, w)->feats.upos != KB_ADJ;
  return noun ? w + 1 : w;
}

/// An adjective that stands for people: المتظاهرون.
static bool is_substantive(const kb_scan* s, uint32_t w)
{
  return kb_mention__word(s, w)->feats.upos == KB_ADJ && kb_mention__has(s, w, KB_W_DEFINITE) &&
         !kb_mention__describes_noun(s, w);
}

/// "اغتال مسلحون العميد": a plural that keeps its nun governs no genitive.
static bool keeps_nun(const kb_word* w)
{
  return w->feats.number == KB_PLUR && w->feats.gender == KB_MASC && kb_str_ends(w->form, KB_STR("ون")) &&
         !kb_str_ends(w->lemma, KB_STR("ون"));
}

static kb_status described(kb_scan* s, uint32_t w)
{
  const kb_word* x = kb_mention__word(s, w);
  if (kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_TAKEN | KB_W_DATE) || kb_mention__cue(s, w, KB_CUE_NOBODY) ||
      !s->notes[w].noun_class || kb_mention__is_portfolio(s, w) || kb_mention__stipulates(s, w) ||
      (x->feats.upos != KB_NOUN && !is_substantive(s, w))) {
    return KB_OK;
  }
  uint32_t nation = KB_NONE;
  uint32_t at     = w + 1;
  if (kb_mention__next_token(s, w) == at) {
    at = kb_mention__has(s, w, KB_W_DEFINITE) || keeps_nun(x) ? at : over_genitive(s, w, at);
    at = over_adjectives(s, w, at, &nation);
    if (s->notes[w].noun_class == KB_CLASS_PERSON) {
      (void)kb_mention__over_body(s, at, &nation); // the ministry of "a source in the ministry" is another mention
    }
  }
  const bool thing = s->notes[w].noun_class == KB_CLASS_VEHICLE || s->notes[w].noun_class == KB_CLASS_WEAPON;
  return thing || acts(s, w) ? propose(s, w, at - 1, type_of(s, w, nation), nation, NULL) : KB_OK;
}

/// Last word of "a general in the air force" before the body, which is a mention of its own.
static uint32_t before_body(const kb_scan* s, uint32_t w, uint32_t last)
{
  for (uint32_t k = w + 1; k < last && !kb_mention__has(s, w, KB_W_DEFINITE); ++k) {
    if (kb_mention__is(s, k, "في")) {
      return k - 1;
    }
  }
  return last;
}

kb_status kb_mention__nominals(kb_scan* s)
{
  kb_status st = KB_OK;
  for (uint32_t w = s->first; w < s->end && st == KB_OK; ++w) {
    kb_office_phrase o;
    const bool       his = s->notes[w].noun_class == KB_CLASS_HONORIFIC && kb_mention__has_pronoun(s, w); // سموه
    const bool not = w > s->first && kb_mention__is(s, w - 1, "غير"); // "the irresponsible remarks" hold nobody
    if (kb_mention__is_clitic(s, w) || his || not ) {
      continue;
    }
    if (kb_mention__cue(s, w, KB_CUE_COUNTRY_NOUN) && kb_mention__next_token(s, w) == w + 1) {
      const bool this_ = w > s->first && kb_mention__word(s, w - 1)->feats.upos == KB_DET;
      st               = propose(s, this_ ? w - 1 : w, w, KB_ENT_COUNTRY, KB_NONE, NULL);
    } else if (kb_mention__cue(s, w, KB_CUE_LATTER) && !kb_mention__describes_noun(s, w) &&
               !kb_mention__has(s, w, KB_W_STOP)) {
      st = propose(s, w, w, KB_ENT_GROUP, KB_NONE, NULL);
    } else if (kb_mention__office(s, w, &o)) {
      st = propose(s, w, o.last == w ? w : before_body(s, w, o.last), o.plural ? KB_ENT_GROUP : KB_ENT_PERSON, o.nation,
                   &o);
    } else {
      st = described(s, w);
    }
  }
  return st;
}
