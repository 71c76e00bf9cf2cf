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

/// Have the two lists one in common, or is one of them empty?
bool kb_extract__may_overlap(const kb_ids* a, const kb_ids* b);

/// Does the event set the scene for what follows: a conflict or disaster with a place?
bool kb_extract__is_scene(const kb_event* e);

/// Add the place of an event that names none: the town it is done to, or that of `scene` (NULL allowed), the last
/// event that set one, if this goes on there. KB_E_NOMEM as above.
kb_status kb_extract__find_scene(const kb_view* v, kb_event* e, const kb_event* scene) KB_MUST_USE;

#endif // KHABAR_EXTRACT_KNOWN_H
