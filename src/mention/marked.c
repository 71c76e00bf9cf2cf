/// Newspapers and stations by their bare titles in quotation marks: قال لـ«اليوم»، نقلت «الشرق الأوسط».
#include "mention_internal.h"

enum { LONGEST_TITLE = 4 };

/// The only organisation that these words name behind `head`; KB_NONE if there is none. `*count`: how many there are.
static uint32_t entry_called(const kb_scan* s, kb_str head, uint32_t first, uint32_t last, unsigned* count)
{
  char     key[KB_KEY_MAX];
  uint32_t node = kb_lexicon_step(s->lex, KB_PHRASE_ROOT, (kb_str){key, kb_text_fold(head, key)});
  for (uint32_t t = first; t <= last && node != KB_NONE; ++t) {
    node = kb_lexicon_step(s->lex, node, s->keys[t]);
  }
  uint32_t entry = KB_NONE;
  for (uint32_t p = kb_lexicon_ends(s->lex, node); p != KB_NONE;) {
    const kb_phrase* phrase = kb_lexicon_phrase(s->lex, p);
    if (phrase->kind <= KB_PHRASE_CONTEXT && kb_lexicon_gaz(s->lex, phrase->id)->type == KB_ENT_ORGANISATION) {
      entry = phrase->id;
      ++*count;
    }
    p = phrase->next;
  }
  return entry;
}

uint32_t kb_mention__marked_title(const kb_scan* s, uint32_t w, uint32_t* entry)
{
  const uint32_t open  = w > s->first ? kb_mention__word(s, w - 1)->token : KB_NONE;
  const uint32_t close = kb_mention__has(s, w, KB_W_QUOTED) ? s->doc->tokens.v[open].pair : KB_NONE;
  if (close == KB_NONE || close < open + 2 || close > open + 1 + LONGEST_TITLE) {
    return KB_NONE;
  }
  unsigned count = 0;
  *entry         = KB_NONE;
  for (uint32_t head = KB_NONE; !count && (head = kb_lexicon_next_cue(s->lex, KB_CUE_PRESS, head)) != KB_NONE;) {
    *entry = entry_called(s, kb_lexicon_cue(s->lex, head)->form, open + 1, close - 1, &count);
  }
  *entry = count == 1 ? *entry : KB_NONE;
  return count ? s->doc->tokens.v[close].first_word - 1 : KB_NONE;
}

kb_status kb_mention__marked(kb_scan* s)
{
  kb_status st = KB_OK;
  for (uint32_t w = s->first; w < s->end && st == KB_OK; ++w) {
    uint32_t       entry = KB_NONE;
    const uint32_t last  = kb_mention__marked_title(s, w, &entry);
    if (last == KB_NONE) {
      continue;
    }
    kb_mention m = kb_mention__blank(s, w, last, KB_ENT_ORGANISATION, KB_MENTION_NAME);
    m.gaz        = entry;
    m.gaz_count  = entry != KB_NONE;
    m.nation     = entry != KB_NONE ? kb_lexicon_gaz(s->lex, entry)->country : KB_NONE;
    m.score      = 85;
    st           = kb_mention__propose(s, m, 2.6f, KB_SRC_LISTED);
  }
  return st;
}
