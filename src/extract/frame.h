/**
   Frames: from a clause to what its arguments do in it.

   A word may have several frames; the one whose conditions hold (conditions.c) and
   whose slots the arguments fill best is taken (frame.c). Each argument gets its
   role by its place in the clause (slots.c); phrases that the syntax hung on a
   neighbour are fetched (fillers.c).
*/
#ifndef KHABAR_EXTRACT_FRAME_H
#define KHABAR_EXTRACT_FRAME_H

#include "extract_internal.h"

/** \name What the predicate is */

bool kb_extract__is_passive(const kb_view* v, const kb_clause* c);
/// A noun (masdar, event noun), not a verb or participle.
bool kb_extract__is_noun(const kb_view* v, const kb_clause* c);
bool kb_extract__is_participle(const kb_view* v, const kb_clause* c);

/** \name Arguments */

/// Has the clause an argument of this kind (kb_arg_role)?
bool kb_extract__has_arg(const kb_view* v, const kb_clause* c, unsigned role);
/// Is the argument a clause, or a noun of doing?
bool kb_extract__is_event_like(const kb_view* v, const kb_arg* a);
/// What an argument does in the clause by this frame (kb_role_slot).
uint8_t kb_extract__role_of(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a);
/// The same for a phrase with a preposition, of this clause or of one around it.
uint8_t kb_extract__oblique_role(const kb_view* v, const kb_clause* c, const kb_frame* f, const kb_arg* a);

/** \name Frames of a clause */

/// Does every slot on which the frame sets conditions meet one of them, and none of those that it must not meet?
bool kb_extract__holds_when(const kb_view* v, const kb_clause* c, const kb_frame* f);
/// Fill the slots of `f->frame` from the clause and what is around it.
void kb_extract__fill(const kb_view* v, const kb_clause* c, kb_framed* f);

#endif // KHABAR_EXTRACT_FRAME_H
