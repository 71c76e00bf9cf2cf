/// Shared by the files that read names opened by a common noun.
#ifndef KHABAR_MENTION_HEADED_H
#define KHABAR_MENTION_HEADED_H

#include "mention_internal.h"

/// Words of time and for "former", "last" describe no name.
bool kb_mention__is_passing(const kb_scan* s, uint32_t w);
/// Does the word open a name of its own: وزارة، الحكومة?
bool kb_mention__opens_name(const kb_scan* s, uint32_t w);

/** \name Parts behind the head
    Each gives the word behind the part that starts at `w`; `w` if there is none. */

/// Adjectives with the article that describe the head; a nationality among them is noted.
uint32_t kb_mention__head_adjectives(const kb_scan* s, uint32_t w, kb_headed* h);
/// Nouns up to a definite one: مجلس حقوق الإنسان.
uint32_t kb_mention__head_genitive(const kb_scan* s, uint32_t w, kb_headed* h);
/// What it is for: للاجئين، لكرة القدم.
uint32_t kb_mention__head_purpose(const kb_scan* s, uint32_t w, kb_headed* h);

#endif // KHABAR_MENTION_HEADED_H
