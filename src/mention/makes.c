/// Makes of weapons and vehicles: طائرات فانتوم إف-4، صاروخ من طراز سكود.
#include "mention_internal.h"

static unsigned type_of(const kb_scan* s, uint32_t w)
{
  const unsigned upos = kb_mention__word(s, w)->feats.upos;
  if (kb_mention__has(s, w, KB_W_STOP | KB_W_VERB) || (upos != KB_NOUN && upos != KB_ADJ)) {
    return KB_ENT_NARRATOR; // طائرة may be read as "flying"
  }
  return s->notes[w].noun_class == KB_CLASS_WEAPON    ? KB_ENT_WEAPON
         : s->notes[w].noun_class == KB_CLASS_VEHICLE ? KB_ENT_VEHICLE
                                                      : KB_ENT_NARRATOR;
}

/// Over "من طراز", "من نوع".
static uint32_t over_kind(const kb_scan* s, uint32_t w)
{
  const bool kind = kb_mention__is(s, w, "من") && (kb_mention__is(s, w + 1, "طراز") || kb_mention__is(s, w + 1, "نوع"));
  return kind ? w + 2 : w;
}

static bool is_number(const kb_scan* s, uint32_t w)
{
  return w < s->end && s->doc->tokens.v[kb_mention__word(s, w)->token].kind == KB_TOKEN_NUMBER;
}

/// Proper words and a number behind them, joined by a hyphen or not; the word behind.
static uint32_t over_make(const kb_scan* s, uint32_t w)
{
  uint32_t at = w;
  while (at < w + 4 && kb_mention__is_proper_word(s, at) && !kb_mention__has(s, at, KB_W_GIVEN) &&
         !kb_mention__is_clitic(s, at)) {
    ++at;
  }
  const uint32_t number = kb_mention__is_mark(s, at, "-") ? at + 1 : at;
  if (at > w && is_number(s, number)) {
    return number + 1;
  }
  const bool letter = at < s->end && kb_doc_cut(s->doc, kb_mention__word(s, at)->span).n <= 6; // إف-16, read as a word
  return letter && kb_mention__is_mark(s, at + 1, "-") && is_number(s, at + 2) ? at + 3 : at;
}

/// Does a listed place, person or organisation stand here?
static bool is_listed(const kb_scan* s, uint32_t w)
{
  return kb_mention__hit(s, w, KB_PHRASE_NAME) || kb_mention__hit(s, w, KB_PHRASE_SHORT);
}

kb_status kb_mention__makes(kb_scan* s)
{
  for (uint32_t w = s->first; w < s->end; ++w) {
    const unsigned type = type_of(s, w);
    if (type == KB_ENT_NARRATOR || kb_mention__next_token(s, w) != w + 1) {
      continue;
    }
    const uint32_t first = over_kind(s, w + 1);
    const uint32_t end   = first < s->end && !is_listed(s, first) ? over_make(s, first) : first;
    if (end > first) {
      kb_mention m = kb_mention__blank(s, first, end - 1, type, KB_MENTION_NAME);
      m.score      = 60;
      if (kb_mention__propose(s, m, 1.4f, KB_SRC_HEADED) != KB_OK) {
        return KB_E_NOMEM;
      }
    }
  }
  return KB_OK;
}
