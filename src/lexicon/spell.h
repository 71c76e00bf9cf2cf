/**
   src/lexicon/spell.h: vocalised stems to unvocalised spelling.

   A stem is built as a row of segments, each a consonant with the vowel that
   follows it. Long vowels are the segments ا و ي without a vowel of their
   own. Spelling chooses the seat of each hamza from the vowels around it and
   turns weak consonants into the long vowel they stand in.
*/
#ifndef KHABAR_LEXICON_SPELL_H
#define KHABAR_LEXICON_SPELL_H

#include "khabar/base.h"

/// Letters the rules speak of. Consonants are Unicode code points.
enum {
  KB_L_HAMZA      = 0x621,
  KB_L_MADDA      = 0x622,
  KB_L_ALEF_HAMZA = 0x623,
  KB_L_WAW_HAMZA  = 0x624,
  KB_L_ALEF_BELOW = 0x625,
  KB_L_YA_HAMZA   = 0x626,
  KB_L_ALEF       = 0x627,
  KB_L_TA_MARBUTA = 0x629,
  KB_L_TA         = 0x62A,
  KB_L_TAH        = 0x637,
  KB_L_DAL        = 0x62F,
  KB_L_THAL       = 0x630,
  KB_L_ZAY        = 0x632,
  KB_L_SIN        = 0x633,
  KB_L_SAD        = 0x635,
  KB_L_DAD        = 0x636,
  KB_L_ZAH        = 0x638,
  KB_L_MIM        = 0x645,
  KB_L_NUN        = 0x646,
  KB_L_WAW        = 0x648,
  KB_L_MAQSURA    = 0x649,
  KB_L_YA         = 0x64A,
};

typedef struct kb_seg {
  uint16_t c; ///< consonant
  char     v; ///< 'a' 'i' 'u', 0 for none
} kb_seg;

enum { KB_STEM_MAX = 24 };

typedef struct kb_stem {
  kb_seg seg[KB_STEM_MAX];
  int    n;
} kb_stem;

/// Append a segment; ignored when the stem is full (no Arabic word is).
void kb_lexicon__seg(kb_stem* stem, unsigned c, char v);
/// Append all segments of another stem.
void kb_lexicon__join(kb_stem* stem, const kb_stem* more);

/// How a hamza before the plural ending ū is written: بدؤوا بدأوا بدءوا.
typedef enum kb_hamza_style { KB_HAMZA_RULE, KB_HAMZA_KEPT, KB_HAMZA_LINE, KB_HAMZA_STYLES } kb_hamza_style;

/// Room that a spelling needs, in bytes.
enum { KB_SPELL_MAX = KB_STEM_MAX * 2 + 1 };

/// Write the UTF-8 spelling to `out`, NUL-terminated; its length.
size_t kb_lexicon__spell(const kb_stem* stem, kb_hamza_style style, char* out);

#endif // KHABAR_LEXICON_SPELL_H
