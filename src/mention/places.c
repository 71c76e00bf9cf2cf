/// Places that no dictionary lists: an unknown word where a place would stand.
#include "mention_internal.h"

static bool is_unknown_name(const kb_scan* s, uint32_t w)
{
  return w < s->end && kb_mention__has(s, w, KB_W_UNKNOWN) &&
         !kb_mention__has(s, w,
                          KB_W_STOP | KB_W_VERB | KB_W_GIVEN | KB_W_FAMILY | KB_W_DATE | KB_W_NUMBER | KB_W_LATIN) &&
         kb_mention__word(s, w)->feats.upos == KB_PROPN && kb_mention__looks_foreign(s, w);
}

/// Does a preposition of place or a word for a part of a place stand before `w`?
static bool after_locative(const kb_scan* s, uint32_t w)
{
  if (w == s->first) {
    return false;
  }
  const uint32_t before = w - 1;
  return kb_mention__is(s, before, "في") || kb_mention__cue(s, before, KB_CUE_DIRECTION);
}

/// "في كاتو ولوجار": the second of a list of places.
static bool after_place(const kb_scan* s, uint32_t w, uint32_t last_place)
{
  return last_place != KB_NONE && ((w == last_place + 2 && kb_mention__is(s, w - 1, "و")) ||
                                   (w == last_place + 1 && kb_mention__is_joined_name(s, w)));
}

/// Behind the unknown words that start at `w`; two at most, unless a person's name would begin.
static uint32_t run(const kb_scan* s, uint32_t w)
{
  const uint32_t next = w + 1;
  if (!is_unknown_name(s, next) || kb_mention__is_joined_name(s, next) || kb_mention__next_token(s, w) != next ||
      kb_mention__has(s, next, KB_W_DEFINITE)) {
    return next;
  }
  return is_unknown_name(s, next + 1) ? next : next + 1;
}

kb_status kb_mention__places(kb_scan* s)
{
  uint32_t last_place = KB_NONE;
  for (uint32_t w = s->first; w < s->end; ++w) {
    const kb_hit* listed = kb_mention__hit(s, w, KB_PHRASE_NAME);
    const bool    here   = after_locative(s, w) || after_place(s, w, last_place);
    if (listed && here) {
      const unsigned type = kb_lexicon_gaz(s->lex, listed->id)->type;
      last_place = type == KB_ENT_CITY || type == KB_ENT_PLACE || type == KB_ENT_COUNTRY ? listed->last : KB_NONE;
      continue;
    }
    if (!here || !is_unknown_name(s, w) || kb_mention__cue(s, w, KB_CUE_NOT_A_NAME)) {
      continue;
    }
    kb_mention m = kb_mention__blank(s, w, run(s, w) - 1, KB_ENT_PLACE, KB_MENTION_NAME);
    m.score      = 55;
    m.span.start += kb_mention__is_joined_name(s, w) ? 2 : 0;
    last_place = m.last;
    if (kb_mention__propose(s, m, 1.1f, KB_SRC_HEADED) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}
