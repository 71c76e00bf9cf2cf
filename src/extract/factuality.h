/// How real an event is in the words of its source.
#ifndef KHABAR_EXTRACT_FACTUALITY_H
#define KHABAR_EXTRACT_FACTUALITY_H

#include "extract_internal.h"

typedef struct kb_factuality {
  bool    is_negative;
  bool    is_future;
  bool    is_neither;
  bool    is_any;    ///< "any attack": none in particular
  uint8_t certainty; ///< kb_certainty
  uint8_t modality;  ///< kb_modality
} kb_factuality;

/// From the clause itself, the clauses that govern it and the words beside it.
kb_factuality kb_extract__factuality(const kb_view* v, uint32_t clause);

/// The clause whose place in the sentence `c` shares: the first of those coordinated.
uint32_t kb_extract__first_conjunct(const kb_view* v, uint32_t c);

/** \name What bears on it */

/// What a word with this kb_effect does to what it governs.
void kb_extract__apply_effect(kb_factuality* f, unsigned effect);
/// What a kb_modality of the clause does.
void kb_extract__apply_modality(kb_factuality* f, unsigned modality);
/// The source leaves open whether it happens; an earlier modality stays.
void kb_extract__make_unreal(kb_factuality* f, unsigned modality);

/// Verbs, nominal sentences and "there is", unlike masdars, participles and event nouns.
bool kb_extract__is_verbal(const kb_clause* c);
/// "Whether he travelled": a question, put to or by somebody.
bool kb_extract__is_asked(const kb_view* v, const kb_clause* c);
/// The words of the clause beside its predicate: "possible", "any", "in case", "it is necessary to", "danger of".
void kb_extract__weigh_words(const kb_view* v, const kb_clause* c, kb_factuality* f);
/// What comes from reports, rumours, indications: is the word one of those?
bool kb_extract__is_hearsay(const kb_view* v, uint32_t w);
/// "Reports about X", "rumours that X": the noun whose word X is, KB_NONE if there is none.
uint32_t kb_extract__report_before(const kb_view* v, uint32_t clause);
/// Does an adjective take the noun: جادا في محاربة, or is the clause one?
bool kb_extract__is_by_adjective(const kb_view* v, const kb_clause* c);
/// "the attack", "his attack" is one that is known; "an attack", "launching an attack" need not be.
bool kb_extract__is_known(const kb_view* v, uint32_t w);
/// Does the noun head an argument of the clause, or what there is? Those with a preposition only if `any`.
bool kb_extract__is_argument(const kb_view* v, const kb_clause* up, uint32_t w, bool any);
/// Is the masdar the aim of what stands before it: ل، من أجل، بهدف?
bool kb_extract__is_aim(const kb_view* v, const kb_clause* c);
/// What the clause above does to a noun that its verb takes, if no frame says how it bears on it.
void kb_extract__weigh_verb(const kb_view* v, const kb_clause* up, const kb_clause* c, kb_factuality* f);

#endif // KHABAR_EXTRACT_FACTUALITY_H
