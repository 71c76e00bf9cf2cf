#include "khabar/text.h"

#include <unicode/unorm2.h>

/// Letters of Persian, Urdu, Kurdish and Maghreb spelling as their Arabic neighbours; other letters stay.
static uint32_t map_foreign(uint32_t c)
{
  switch (c) {
  case 0x6CC: // ی
  case 0x6CE: // ێ
  case 0x6D2: // ے
    return 0x64A;
  case 0x6A9: // ک
  case 0x6AA: // ڪ
    return 0x643;
  case 0x6AF: // گ
    return 0x63A;
  case 0x6BE: // ھ
  case 0x6C0: // ۀ
  case 0x6C1: // ہ
  case 0x6C2: // ۂ
  case 0x6D5: // ە
    return 0x647;
  case 0x6C3: // ۃ
    return 0x629;
  case 0x67E: // پ
    return 0x628;
  case 0x686: // چ
  case 0x698: // ژ
    return 0x62C;
  case 0x6A4: // ڤ
  case 0x6A5: // ڥ
    return 0x641;
  case 0x6A8: // ڨ
    return 0x642;
  case 0x6C6: // ۆ
  case 0x6CB: // ۋ
    return 0x648;
  case 0x6B5: // ڵ
    return 0x644;
  case 0x695: // ڕ
    return 0x631;
  default:
    return c;
  }
}

static bool is_alef(uint32_t c)
{
  return c == 0x627 || c == 0x623 || c == 0x625 || c == 0x622 || c == 0x671;
}

static uint32_t map_key(uint32_t c)
{
  switch (c) {
  case 0x622: // آ
  case 0x623: // أ
  case 0x625: // إ
  case 0x671: // ٱ
    return 0x627;
  case 0x649: // ى
    return 0x64A;
  case 0x629: // ة
    return 0x647;
  default:
    return c;
  }
}

/// Where a normal form is written; `full` once it did not fit.
typedef struct kb_form {
  char*  out;
  size_t n;
  bool   fold;
  bool   full;
} kb_form;

static void put(kb_form* form, uint32_t c)
{
  if (kb_text_is_mark(c) || kb_text_is_ignorable(c) || kb_text_is_space(c)) {
    return;
  }
  const int digit = kb_text_digit(c);
  c               = digit >= 0 ? (uint32_t)('0' + digit) : map_foreign(c);
  if (form->n + 4 > KB_KEY_MAX) {
    form->full = true;
    return;
  }
  form->n += kb_text_put(form->fold ? map_key(c) : c, form->out + form->n);
}

/// Presentation forms stand for one or several letters.
static void put_presentation(kb_form* form, uint32_t c)
{
  UErrorCode          status = U_ZERO_ERROR;
  const UNormalizer2* nfkc   = unorm2_getNFKCInstance(&status);
  UChar               parts[32];
  const int32_t       n = U_SUCCESS(status) ? unorm2_getDecomposition(nfkc, (UChar32)c, parts, 32, &status) : -1;
  if (n < 0 || U_FAILURE(status)) {
    put(form, c);
    return;
  }
  for (int32_t i = 0; i < n; ++i) {
    put(form, parts[i]); // all of them lie in the basic plane
  }
}

/// Second byte of the alef that أ إ آ fold to; other letters stay.
static unsigned char fold_d8(unsigned char low)
{
  return low == 0xA2 || low == 0xA3 || low == 0xA5 ? 0xA7 : low;
}

/// The letters ء to ي, of which nearly all words consist, copied without
/// decoding; returns the first byte that is none of them.
static size_t plain_letters(kb_str word, size_t i, kb_form* form)
{
  const unsigned char* p = (const unsigned char*)word.p;
  while (i + 1 < word.n && form->n + 4 <= KB_KEY_MAX) {
    unsigned char high = p[i], low = p[i + 1];
    if (high == 0xD8 && low >= 0xA1 && low <= 0xBA) {
      if (form->fold && low == 0xA9) {
        high = 0xD9; // ة ه
        low  = 0x87;
      } else if (form->fold) {
        low = fold_d8(low);
      }
    } else if (high == 0xD9 && low >= 0x81 && low <= 0x8A) {
      low = form->fold && low == 0x89 ? 0x8A : low; // ى ي
    } else {
      break;
    }
    form->out[form->n++] = (char)high;
    form->out[form->n++] = (char)low;
    i += 2;
  }
  return i;
}

static size_t normal_form(kb_str word, char* out, bool fold)
{
  kb_form form = {out, 0, fold, false};
  for (size_t i = plain_letters(word, 0, &form); i < word.n && !form.full; i = plain_letters(word, i, &form)) {
    const uint32_t c = kb_text_next(word, &i);
    if (c >= 0xFB50 && c <= 0xFEFC) {
      put_presentation(&form, c);
    } else {
      put(&form, c);
    }
  }
  return form.full ? 0 : form.n;
}

size_t kb_text_fold(kb_str word, char* out)
{
  return normal_form(word, out, true);
}

size_t kb_text_bare(kb_str word, char* out)
{
  return normal_form(word, out, false);
}

/// The layer at which two letters meet, -1 if at none.
static int letter_layer(uint32_t a, uint32_t b)
{
  if (a == b) {
    return KB_LAYER_EXACT;
  }
  if (is_alef(a) && is_alef(b)) {
    return KB_LAYER_ALEF;
  }
  if (map_key(a) != map_key(b)) {
    return -1;
  }
  return map_key(a) == 0x64A ? KB_LAYER_YA : KB_LAYER_TA;
}

/// The next code point that is no mark, 0 at the end; `*layer` rises where one was skipped.
static uint32_t next_letter(kb_str s, size_t* i, int* layer)
{
  while (*i < s.n) {
    const uint32_t c = kb_text_next(s, i);
    if (!kb_text_is_mark(c)) {
      return c;
    }
    *layer = *layer < KB_LAYER_MARKS ? KB_LAYER_MARKS : *layer;
  }
  return 0;
}

int kb_text_layer(kb_str a, kb_str b)
{
  if (kb_str_eq(a, b)) {
    return KB_LAYER_EXACT;
  }
  int layer = KB_LAYER_EXACT;
  for (size_t i = 0, j = 0;;) {
    const uint32_t c = next_letter(a, &i, &layer);
    const uint32_t d = next_letter(b, &j, &layer);
    const int      l = letter_layer(c, d);
    if (l < 0 || (c == 0 && d == 0)) {
      return l < 0 ? -1 : layer;
    }
    layer = l > layer ? l : layer;
  }
}
