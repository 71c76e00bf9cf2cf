/**
   Events: clauses that tell one (telling.c), who takes part in it
   (participants.c), where it is (places.c), and what it has from the clauses
   around it (inherit.c).

   All that fills an event returns KB_E_NOMEM at the ceiling of the article's arena.
*/
#ifndef KHABAR_EXTRACT_EVENTS_H
#define KHABAR_EXTRACT_EVENTS_H

#include "extract_internal.h"

/// Does the clause tell an event by this frame?
bool kb_extract__tells(const kb_view* v, uint32_t clause, const kb_framed* f);
/// Is the deed that a noun names somebody's, or done to someone or something named, counted, dated or placed?
bool kb_extract__is_grounded(const kb_view* v, uint32_t clause);
/// The first time among the arguments of the clause, else among its own words; KB_NONE if it names none.
uint32_t kb_extract__time_of(const kb_view* v, uint32_t clause);

/** \name Participants */

/// The participants of an event that play a role (kb_role_slot), NULL for roles of other kinds.
kb_ids* kb_extract__role_list(kb_event* e, unsigned role);
/// Add those in the phrase of a word to the ones who play a role.
kb_status kb_extract__add_participants(const kb_view* v, kb_event* e, unsigned role, uint32_t word) KB_MUST_USE;
/// Add what fills a slot of the frame.
kb_status kb_extract__add_role(const kb_view* v, kb_event* e, const kb_frame* f, const kb_filler* filler) KB_MUST_USE;
/// "sixty dead": the noun of an event that says what became of people is those people.
kb_status kb_extract__add_victims(const kb_view* v, kb_event* e, const kb_frame* f) KB_MUST_USE;
/// "Russia's launching of raids": whose light noun brings the event does it.
kb_status kb_extract__add_light_owner(const kb_view* v, kb_event* e) KB_MUST_USE;

/** \name Places */

/// Where it happens: the phrase of the word is the name of a place, or a place of that name.
kb_status kb_extract__add_place(const kb_view* v, kb_event* e, uint32_t word) KB_MUST_USE;
/// Places in phrases of the clause that the frame leaves free.
kb_status kb_extract__add_places(const kb_view* v, kb_event* e, const kb_clause* c, const kb_framed* f) KB_MUST_USE;
/// A place that stands deeper in the clause holds for the whole of it.
kb_status kb_extract__find_places(const kb_view* v, kb_event* e, uint32_t clause) KB_MUST_USE;
/// Does the word, a place, stand behind في or ب and nouns that say what kind of place it is?
bool kb_extract__is_put_there(const kb_view* v, uint32_t w);
/// Described participants of all events get the country that their phrase names, else, where they are people or
/// buildings of the place, that of the place; the second is marked as inferred.
void kb_extract__settle_countries(const kb_view* v);
/// Take whoever acts out of those who are acted upon.
void kb_extract__drop_reflexive(kb_event* e);

/** \name What passes from clause to clause */

/// Set the event that this one is about.
void kb_extract__link_topic(const kb_view* v, kb_event* e);
/// "the raids that planes flew": a relative clause with a light verb, or one
/// that tells who leads, names the participants of the noun before it.
kb_status kb_extract__take_from_relative(const kb_view* v, uint32_t clause) KB_MUST_USE;
/// What light verbs, promises, refusals and demands above the event say of its participants.
kb_status kb_extract__inherit(const kb_view* v, kb_event* e) KB_MUST_USE;
/// Adverbs of the first of two coordinated verbs hold for both; those of a verb for what happens in it.
kb_status kb_extract__share_circumstances(const kb_view* v, kb_event* e) KB_MUST_USE;
/// "killed in a raid by planes": the deed and its occasion have the same doers and sufferers.
kb_status kb_extract__share_participants(const kb_view* v, kb_event* e) KB_MUST_USE;

/** \name Targets of protests */

/// Whom the topic of a protest names: whose visit, decision or policy it is.
kb_status kb_extract__add_targets(const kb_view* v, kb_event* e) KB_MUST_USE;
/// Give the protest during which a demand or accusation is made those to whom it is made.
kb_status kb_extract__address_protest(const kb_view* v, const kb_event* e) KB_MUST_USE;
/// Where nothing else tells against whom it is, a protest before an embassy or ministry is against that.
kb_status kb_extract__add_besieged(const kb_view* v, kb_event* e) KB_MUST_USE;

#endif // KHABAR_EXTRACT_EVENTS_H
