/// How real an event is in the words of its source.
#ifndef KHABAR_EXTRACT_FACTUALITY_H
#define KHABAR_EXTRACT_FACTUALITY_H

#include "extract_internal.h"

typedef struct kb_factuality {
  bool    is_negative;
  bool    is_future;
  bool    is_neither;
  uint8_t certainty; ///< kb_certainty
  uint8_t modality;  ///< kb_modality
} kb_factuality;

/// From the clause itself, the clauses that govern it and the words beside it.
kb_factuality kb_extract__factuality(const kb_view* v, uint32_t clause);

/// The clause whose place in the sentence `c` shares: the first of those coordinated.
uint32_t kb_extract__first_conjunct(const kb_view* v, uint32_t c);

#endif // KHABAR_EXTRACT_FACTUALITY_H
