/// Participants that an event leaves out, found around it.
#ifndef KHABAR_EXTRACT_KNOWN_H
#define KHABAR_EXTRACT_KNOWN_H

#include "extract_internal.h"

/// May the entity be the subject of the verb, by number and gender?
bool kb_extract__agrees(const kb_doc* doc, uint32_t entity, const kb_word* verb);

/// Does the clause name who acts in it, other than by a pronoun?
bool kb_extract__has_subject(const kb_view* v, uint32_t clause);

/// Add the agents of an event told by a noun from the words that govern it.
/// KB_E_NOMEM at the ceiling of the article's arena.
kb_status kb_extract__find_doers(const kb_view* v, kb_event* e) KB_MUST_USE;

#endif // KHABAR_EXTRACT_KNOWN_H
