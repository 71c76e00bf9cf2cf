/// Shared by the files that split tokens into clitics and a stem.
#ifndef KHABAR_MORPH_SEGMENT_H
#define KHABAR_MORPH_SEGMENT_H

#include "morph_internal.h"

/// What stands before the stem.
typedef struct kb_prefix {
  uint8_t  conj; ///< w f, 0 none
  uint8_t  prep; ///< b l k s, 0 none
  bool     article;
  bool     elided; ///< ل + ال written لل
  kb_piece rest;   ///< stem and pronoun
} kb_prefix;

/// What the stem before a pronoun is a spelling of.
typedef enum kb_mend {
  KB_MEND_NONE,
  KB_MEND_TA,    ///< حكومت+ه: ة
  KB_MEND_YA,    ///< نفا+ه: ى
  KB_MEND_WA,    ///< قالو+ه: وا
  KB_MEND_HAMZA, ///< أصدقائ+ه: ء
  KB_MEND_PREP,  ///< علي+ه: ى
} kb_mend;

/// May this reading take what stands around it?
bool kb_morph__fits(const kb_gather* g, const kb_prefix* p, const kb_reading* r, bool pronoun, kb_mend how);
/// A candidate of the reading between its clitics, kept if it is among the best.
void kb_morph__add_reading(
  kb_gather* g, const kb_prefix* p, kb_piece stem, const kb_pronoun* pronoun, const kb_reading* r);
/// Weigh the readings of the token against each other.
void kb_morph__compare(kb_gather* g);

#endif // KHABAR_MORPH_SEGMENT_H
