/**
   khabar/text.h: UTF-8, spans, Arabic normal forms, character sets.

   A span is a byte range in the article as the pipeline holds it: UTF-8,
   NFC, LF line ends. Normal forms are for look-up only; what is written to
   RDF is cut from the article by span.
*/
#ifndef KHABAR_TEXT_H
#define KHABAR_TEXT_H

#include "khabar/base.h"

/// Bytes start (inclusive) to end (exclusive) of the article.
typedef struct kb_span {
  uint32_t start;
  uint32_t end;
} kb_span;

/// The characters of a span.
static inline kb_str kb_span_of(kb_str text, kb_span s)
{
  return (kb_str){text.p + s.start, (size_t)s.end - s.start};
}

/** \name Code points */

/// kb_text_next for sequences of three and four bytes and for broken ones.
uint32_t kb_text_next_long(kb_str s, size_t* i);

/// Decode the code point at `*i` and move past it. Text must be valid UTF-8;
/// a broken byte gives U+FFFD and moves by one.
static inline uint32_t kb_text_next(kb_str s, size_t* i)
{
  const unsigned char lead = *i < s.n ? (unsigned char)s.p[*i] : 0xFF;
  if (lead < 0x80) {
    ++*i;
    return lead;
  }
  if (lead >= 0xC2 && lead < 0xE0 && *i + 1 < s.n && ((unsigned char)s.p[*i + 1] & 0xC0u) == 0x80u) {
    const uint32_t c = (lead & 0x1Fu) << 6 | ((unsigned char)s.p[*i + 1] & 0x3Fu);
    *i += 2;
    return c;
  }
  return kb_text_next_long(s, i);
}

/// Is the text one character, and that among those of `characters`?
bool kb_text_is_one_of(kb_str s, const char* characters);

/// Append a code point as UTF-8 to `out` (room for 4); bytes written.
size_t kb_text_put(uint32_t c, char* out);
/// Number of code points.
size_t kb_text_length(kb_str s);
/// Byte offset of the first invalid UTF-8 sequence, s.n when all is valid.
size_t kb_text_valid(kb_str s);

/** \name Classes of characters

    What nearly every character of an Arabic text is gets decided here, the
    rest by the functions named `other`. */

bool kb_text_other_letter(uint32_t c);
bool kb_text_other_mark(uint32_t c);
bool kb_text_other_space(uint32_t c);
bool kb_text_other_ignorable(uint32_t c);

/// The letters of Arabic itself, and the tatweel among them: ء to ي.
static inline bool kb_text_is_basic(uint32_t c)
{
  return c - 0x620 <= 0x64A - 0x620;
}

/// Arabic letter, hamza forms included.
static inline bool kb_text_is_letter(uint32_t c)
{
  return kb_text_is_basic(c) ? c != 0x640 : c >= 0x600 && kb_text_other_letter(c);
}

/// Short vowels, Koranic marks, tatweel.
static inline bool kb_text_is_mark(uint32_t c)
{
  return kb_text_is_basic(c) ? c == 0x640 : c >= 0x600 && kb_text_other_mark(c);
}

static inline bool kb_text_is_space(uint32_t c)
{
  return c < 0x80 ? c == ' ' || c - '\t' <= '\r' - '\t' : !kb_text_is_basic(c) && kb_text_other_space(c);
}

/// Invisible formatting characters: bidi marks, zero width, soft hyphen.
static inline bool kb_text_is_ignorable(uint32_t c)
{
  return c >= 0x80 && !kb_text_is_basic(c) && kb_text_other_ignorable(c);
}

/// Code points that are no characters and never shall be.
static inline bool kb_text_is_noncharacter(uint32_t c)
{
  return (c & 0xFFFEu) == 0xFFFEu || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// Value of a digit of any of the three sets (0-9 and the two Arabic-Indic ones), -1 for other characters.
static inline int kb_text_digit(uint32_t c)
{
  return c - '0' <= 9 ? (int)(c - '0') : c - 0x660 <= 9 ? (int)(c - 0x660) : c - 0x6F0 <= 9 ? (int)(c - 0x6F0) : -1;
}

static inline bool kb_text_is_digit(uint32_t c)
{
  return kb_text_digit(c) >= 0;
}

/** \name Normal forms for look-up

    Each layer folds more than the one before; the layer at which a word
    meets a dictionary entry lowers the confidence of the reading. */

typedef enum kb_layer {
  KB_LAYER_EXACT, ///< only ignorable characters and presentation forms folded
  KB_LAYER_MARKS, ///< without short vowels and tatweel
  KB_LAYER_ALEF,  ///< أ إ آ ٱ = ا
  KB_LAYER_YA,    ///< final ى = ي
  KB_LAYER_TA,    ///< final ة = ه
} kb_layer;

/// Longest normal form that look-up handles, in bytes; longer words have none.
enum { KB_KEY_MAX = 128 };

/**
   Write the fully folded form (all layers, Persian letters mapped) to `out`,
   which has room for KB_KEY_MAX bytes. Returns its length, 0 when the word
   is too long or nothing is left. Every letter of what kb_text_bare gives
   keeps its length.
*/
size_t kb_text_fold(kb_str word, char* out);

/// The form without marks, tatweel, ignorables and spaces, with ASCII digits,
/// Persian letters and presentation forms mapped, other spelling kept. As
/// kb_text_fold.
size_t kb_text_bare(kb_str word, char* out);

/// The first layer at which two bare words are equal, -1 if at none.
int kb_text_layer(kb_str a, kb_str b);

/** \name Offsets */

/// Translates byte offsets into code point offsets.
typedef struct kb_points {
  const uint32_t* marks; ///< code points before every 64th byte
  kb_str          text;
} kb_points;

kb_status kb_points_init(kb_points* points, kb_str text, kb_arena* arena) KB_MUST_USE;
uint32_t  kb_points_at(const kb_points* points, uint32_t byte);

/** \name Input in any character set */

/**
   Turn bytes as read into the text the pipeline works on: UTF-8 without
   BOM, NFC, LF line ends, no NUL, no noncharacter. UTF-8 and UTF-16 are
   recognised by their bytes, windows-1256 and ISO-8859-6 by ICU's detector,
   unless `charset` names one. A stray control character becomes a space, a
   noncharacter U+FFFD.

   The result is NUL-terminated and lives in `arena`. KB_E_INPUT for binary
   data and for a mixture that no character set explains; `err->byte` is the
   first bad byte.
*/
kb_status kb_text_import(kb_str bytes, const char* charset, kb_arena* arena, kb_str* out, kb_error* err) KB_MUST_USE;

#endif // KHABAR_TEXT_H
