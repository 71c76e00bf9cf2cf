/// Common nouns and adjectives behind a noun that opens a name: مجلس *حقوق الإنسان الدولي*.
#include "headed.h"

static bool is_definite_adjective(const kb_scan* s, uint32_t w)
{
  return kb_mention__has(s, w, KB_W_DEFINITE) && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) &&
         (kb_mention__word(s, w)->feats.upos == KB_ADJ ||
          (kb_mention__word(s, w)->feats.upos == KB_PROPN && kb_mention__has(s, w, KB_W_ADJECTIVE)));
}

bool kb_mention__is_passing(const kb_scan* s, uint32_t w)
{
  static const kb_cue_class classes[] = {KB_CUE_FORMER, KB_CUE_LAST,   KB_CUE_NEXT,
                                         KB_CUE_THIS,   KB_CUE_RECENT, KB_CUE_NOT_A_NAME};
  for (size_t i = 0; i < sizeof classes / sizeof *classes; ++i) {
    if (kb_mention__cue(s, w, classes[i])) {
      return true;
    }
  }
  return kb_mention__has(s, w, KB_W_DATE);
}

/// Does the adjective agree with a noun of the phrase that begins at `head`? Things in the plural are feminine.
static bool agrees(const kb_scan* s, uint32_t head, uint32_t adjective)
{
  const kb_feats a = kb_mention__word(s, adjective)->feats;
  if (a.gender != KB_MASC || a.number != KB_SING) {
    return true;
  }
  for (uint32_t w = head; w < adjective; ++w) {
    const kb_feats n = kb_mention__word(s, w)->feats;
    if (!kb_mention__has(s, w, KB_W_STOP) && n.upos != KB_ADJ && n.gender != KB_FEM &&
        (n.number != KB_PLUR || n.human)) {
      return true;
    }
  }
  return false;
}

uint32_t kb_mention__head_adjectives(const kb_scan* s, uint32_t w, kb_headed* h)
{
  while (is_definite_adjective(s, w) && !kb_mention__is_passing(s, w) && agrees(s, h->first, w)) {
    h->nation = s->notes[w].nation != KB_NONE ? s->notes[w].nation : h->nation;
    ++w;
  }
  return w;
}

static bool is_definite_noun(const kb_scan* s, uint32_t w)
{
  const unsigned upos = w < s->end ? kb_mention__word(s, w)->feats.upos : KB_X;
  return kb_mention__has(s, w, KB_W_DEFINITE) && !kb_mention__has(s, w, KB_W_STOP) &&
         (upos == KB_NOUN || upos == KB_PROPN || upos == KB_ADJ) && !kb_mention__is_passing(s, w);
}

/// A noun in the middle of a chain: مجلس *حقوق* الإنسان.
static bool is_link(const kb_scan* s, uint32_t w)
{
  return w < s->end && kb_mention__has(s, w, KB_W_NOUN) &&
         !kb_mention__has(s, w, KB_W_STOP | KB_W_DEFINITE | KB_W_VERB | KB_W_NUMBER) &&
         kb_mention__word(s, w)->feats.upos == KB_NOUN && kb_mention__next_token(s, w) == w + 1;
}

static bool is_abstract(const kb_scan* s, uint32_t w)
{
  const unsigned class = s->notes[w].noun_class;
  return class == KB_CLASS_ABSTRACT || class == KB_CLASS_EVENT || class == KB_CLASS_NONE || class == KB_CLASS_MONEY;
}

bool kb_mention__opens_name(const kb_scan* s, uint32_t w)
{
  return kb_mention__cue(s, w, KB_CUE_BODY) || kb_mention__cue(s, w, KB_CUE_ORGANISATION);
}

/// "العدالة والتنمية": an abstract noun joined to another.
static uint32_t conjunct(const kb_scan* s, uint32_t noun, uint32_t w)
{
  const bool joined = w + 1 < s->end && kb_mention__is(s, w, "و") && kb_mention__is_clitic(s, w);
  return joined && is_definite_noun(s, w + 1) && is_abstract(s, noun) && is_abstract(s, w + 1) &&
             !kb_mention__opens_name(s, w + 1)
           ? w + 2
           : w;
}

uint32_t kb_mention__head_purpose(const kb_scan* s, uint32_t w, kb_headed* h)
{
  const bool for_ = w + 1 < s->end && kb_mention__is(s, w, "ل") && kb_mention__is_clitic(s, w);
  if (!for_ || !kb_mention__has(s, w + 1, KB_W_NOUN | KB_W_DEFINITE) || kb_mention__hit(s, w + 1, KB_PHRASE_NAME)) {
    return w;
  }
  uint32_t at    = w + 1;
  int      links = 0;
  while (is_link(s, at) && links < 2) {
    ++at;
    ++links;
  }
  if (!is_definite_noun(s, at)) {
    return w;
  }
  const uint32_t noun = at;
  at                  = kb_mention__head_adjectives(s, conjunct(s, noun, at + 1), h);
  const bool more     = kb_mention__is(s, at, "عن") || kb_mention__is(s, at, "في") || kb_mention__is(s, at, "من");
  h->purpose          = true;
  return more && is_abstract(s, noun) && is_definite_noun(s, at + 1) && !kb_mention__hit(s, at + 1, KB_PHRASE_NAME)
           ? at + 2
           : at;
}

uint32_t kb_mention__head_genitive(const kb_scan* s, uint32_t w, kb_headed* h)
{
  uint32_t at = w;
  for (int links = 0; is_link(s, at) && links < 2; ++links) {
    ++at;
    const kb_hit* name = h->class == KB_CUE_ORGANISATION ? kb_mention__hit(s, at, KB_PHRASE_NAME) : NULL;
    if (name && !kb_mention__has(s, at, KB_W_STOP)) { // رابطة دول فلان
      return name->last + 1;
    }
  }
  if (!is_definite_noun(s, at) || (at > w && kb_mention__word(s, at)->feats.upos == KB_ADJ)) {
    return w;
  }
  const uint32_t end = kb_mention__head_adjectives(s, conjunct(s, at, at + 1), h);
  return h->class == KB_CUE_ORGANISATION || h->class == KB_CUE_BODY ? kb_mention__head_purpose(s, end, h) : end;
}
