/// The words of a person's name, one after the other.
#ifndef KHABAR_MENTION_PEOPLE_H
#define KHABAR_MENTION_PEOPLE_H

#include "mention_internal.h"

/// What the words of a name so far are.
typedef struct kb_chain {
  uint32_t first, last;
  int      words;
  int      given;   ///< listed given names, not common words
  int      family;  ///< listed family names, not common words
  int      common;  ///< listed names that are also other words
  int      unknown; ///< words that no dictionary knows
  bool     closed;  ///< a family name with the article ends it
  bool     filial;  ///< with بن، آل، أبو
  bool     joined;  ///< و is glued to the first word
} kb_chain;

/// Can a name begin at word `w`? Fills the chain with its first words.
bool kb_mention__begin_chain(const kb_scan* s, uint32_t w, kb_chain* c);
/// Take one more word; false at the end of the name.
bool kb_mention__grow_chain(const kb_scan* s, kb_chain* c);

/// No dictionary knows the word, and it is no verb.
bool kb_mention__is_unknown(const kb_scan* s, uint32_t w);
/// A name word by itself: listed as nothing else, or read so by morphology.
bool kb_mention__is_sure_name(const kb_scan* s, uint32_t w);
/// Does the clause that a verb of saying governs begin here?
bool kb_mention__opens_content(const kb_scan* s, uint32_t w);

#endif // KHABAR_MENTION_PEOPLE_H
