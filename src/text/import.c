#include "khabar/text.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <stdio.h>

/** ICU counts in int32_t, and a UTF-16 unit may take three bytes of UTF-8. */
enum { KB_ICU_MAX = INT32_MAX / 4 };

/// How much of a text the detector of character sets looks at.
enum { KB_DETECT = 16384 };

static kb_status bad_input(kb_error* err, size_t byte, const char* what)
{
  if (err && err->status == KB_OK) {
    err->byte = byte;
  }
  return kb_error_set(err, KB_E_INPUT, NULL, 0, "%s (byte %zu)", what, byte);
}

static kb_status icu_error(kb_error* err, UErrorCode status, const char* what)
{
  return status == U_MEMORY_ALLOCATION_ERROR
           ? kb_error_nomem(err)
           : kb_error_set(err, KB_E_INPUT, NULL, 0, "%s: %s", what, u_errorName(status));
}

/** \name Which character set */

/// Control characters that no text has.
static bool is_control(unsigned char c)
{
  return (c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1A && c != 0x1B) || c == 0x7F;
}

/// Two bytes a character, Arabic letters on page 6: "UTF-16LE", "UTF-16BE" or NULL.
static const char* guess_utf16(kb_str bytes)
{
  const size_t n       = bytes.n < KB_DETECT ? bytes.n & ~(size_t)1 : KB_DETECT;
  size_t       high[2] = {0, 0};
  for (size_t i = 0; i < n; ++i) {
    const unsigned char other = (unsigned char)bytes.p[i ^ 1u];
    high[i % 2] += bytes.p[i] == 6 || (bytes.p[i] == 0 && other && !is_control(other));
  }
  if (n < 4 || bytes.n % 2) {
    return NULL;
  }
  const size_t most = n / 2 - n / 16;
  return high[1] >= most && high[0] < most ? "UTF-16LE" : high[0] >= most && high[1] < most ? "UTF-16BE" : NULL;
}

/// Is this rather broken UTF-8 than a character set of one byte a letter?
static bool mostly_utf8(kb_str bytes)
{
  size_t valid  = 0;
  size_t broken = 0;
  for (size_t i = 0; i < bytes.n;) {
    const size_t   before = i;
    const uint32_t c      = kb_text_next(bytes, &i);
    valid += i - before > 1;
    broken += c == 0xFFFD && i - before == 1;
  }
  return valid > 2 * broken;
}

/// The old Arabic character set that ICU recognises, or NULL.
static const char* detect_legacy(kb_str bytes)
{
  static const char* const known[] = {"windows-1256", "ISO-8859-6"};

  UErrorCode        status   = U_ZERO_ERROR;
  const char*       found    = NULL;
  int32_t           n        = 0;
  UCharsetDetector* detector = ucsdet_open(&status);
  ucsdet_setText(detector, bytes.p, (int32_t)(bytes.n < KB_DETECT ? bytes.n : KB_DETECT), &status);
  const UCharsetMatch** matches = ucsdet_detectAll(detector, &n, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < n && !found; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    for (size_t k = 0; name && k < sizeof known / sizeof *known; ++k) {
      found = strcmp(name, known[k]) == 0 ? known[k] : found;
    }
  }
  ucsdet_close(detector);
  return found;
}

/// Binary data have control characters all over; a text may have a stray one.
static bool is_binary(kb_str bytes, size_t* first)
{
  size_t       controls = 0;
  const size_t n        = bytes.n < KB_DETECT ? bytes.n : KB_DETECT;
  for (size_t i = n; i-- > 0;) {
    if (is_control((unsigned char)bytes.p[i])) {
      *first = i;
      ++controls;
    }
  }
  return controls > 2 && controls > n / 200;
}

/** The character set of `bytes`, NULL for UTF-8 that is already valid. */
static kb_status choose(kb_str bytes, const char** charset, kb_error* err)
{
  size_t      first     = 0;
  UErrorCode  status    = U_ZERO_ERROR;
  int32_t     mark      = 0;
  const char* signature = ucnv_detectUnicodeSignature(bytes.p, (int32_t)(bytes.n < 4 ? bytes.n : 4), &mark, &status);
  *charset              = NULL;
  if (signature && strcmp(signature, "UTF-8") != 0) {
    *charset = strncmp(signature, "UTF-16", 6) == 0 ? "UTF-16" : strncmp(signature, "UTF-32", 6) == 0 ? "UTF-32" : NULL;
  } else {
    *charset = signature ? NULL : guess_utf16(bytes);
  }
  if (*charset) {
    return KB_OK;
  }
  if (is_binary(bytes, &first)) {
    return bad_input(err, first, "binary data, not text");
  }
  const size_t bad = kb_text_valid(bytes);
  if (bad == bytes.n) {
    return KB_OK;
  }
  *charset = mostly_utf8(bytes) ? NULL : detect_legacy(bytes);
  return *charset ? KB_OK : bad_input(err, bad, "invalid UTF-8, and no other character set fits");
}

/** \name Conversion through UTF-16 */

typedef struct kb_utf16 {
  UChar*  p;
  int32_t n;
} kb_utf16;

static kb_status from_charset(kb_str bytes, const char* charset, kb_arena* arena, kb_utf16* out, kb_error* err)
{
  if (bytes.n > KB_ICU_MAX) {
    return kb_error_set(err, KB_E_INPUT, NULL, 0, "text too long to convert from %s", charset);
  }
  UErrorCode  status    = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) {
    return kb_error_set(err, KB_E_USAGE, NULL, 0, "unknown character set \"%s\"", charset);
  }
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  const int32_t cap = (int32_t)bytes.n * 2 + 2;
  out->p            = kb_arena_array(arena, (size_t)cap, sizeof *out->p);
  if (!out->p) {
    ucnv_close(converter);
    return kb_error_nomem(err);
  }
  UChar*      target = out->p;
  const char* source = bytes.p;
  ucnv_toUnicode(converter, &target, out->p + cap, &source, bytes.p + bytes.n, NULL, true, &status);
  ucnv_close(converter);
  out->n = (int32_t)(target - out->p);
  if (U_FAILURE(status)) {
    char what[80];
    snprintf(what, sizeof what, "not valid in the character set %.40s", charset);
    return status == U_MEMORY_ALLOCATION_ERROR ? kb_error_nomem(err) : bad_input(err, (size_t)(source - bytes.p), what);
  }
  return KB_OK;
}

static kb_status from_utf8(kb_str text, kb_arena* arena, kb_utf16* out, kb_error* err)
{
  if (text.n > KB_ICU_MAX) {
    return kb_error_set(err, KB_E_INPUT, NULL, 0, "text too long to normalise");
  }
  UErrorCode status = U_ZERO_ERROR;
  out->p            = kb_arena_array(arena, text.n + 1, sizeof *out->p);
  if (!out->p) {
    return kb_error_nomem(err);
  }
  u_strFromUTF8(out->p, (int32_t)text.n + 1, &out->n, text.p, (int32_t)text.n, &status);
  return U_FAILURE(status) ? icu_error(err, status, "conversion to UTF-16") : KB_OK;
}

static kb_status to_utf8(kb_utf16 text, kb_arena* arena, kb_str* out, kb_error* err)
{
  UErrorCode   status = U_ZERO_ERROR;
  int32_t      n      = 0;
  const size_t cap    = (size_t)text.n * 3 + 1;
  char*        p      = cap < INT32_MAX ? kb_arena_alloc(arena, cap) : NULL;
  if (!p) {
    return kb_error_nomem(err);
  }
  // a lone surrogate is the only thing that has no UTF-8
  u_strToUTF8WithSub(p, (int32_t)cap, &n, text.p, text.n, 0xFFFD, NULL, &status);
  *out = (kb_str){p, (size_t)n};
  return U_FAILURE(status) ? icu_error(err, status, "conversion to UTF-8") : KB_OK;
}

static kb_status normalise(kb_utf16* text, kb_arena* arena, kb_error* err)
{
  UErrorCode          status = U_ZERO_ERROR;
  const UNormalizer2* nfc    = unorm2_getNFCInstance(&status);
  const int32_t       good   = U_SUCCESS(status) ? unorm2_spanQuickCheckYes(nfc, text->p, text->n, &status) : 0;
  if (U_SUCCESS(status) && good == text->n) {
    return KB_OK;
  }
  const int32_t cap = text->n < KB_ICU_MAX ? text->n * 3 + 16 : 0;
  kb_utf16      out = {cap ? kb_arena_array(arena, (size_t)cap, sizeof *out.p) : NULL, 0};
  if (!out.p) {
    return kb_error_nomem(err);
  }
  out.n = unorm2_normalize(nfc, text->p, text->n, out.p, cap, &status);
  *text = out;
  return U_FAILURE(status) ? icu_error(err, status, "normalisation") : KB_OK;
}

/** \name NFC, line ends, characters that RDF cannot hold */

/// Characters that NFC never changes, whatever stands beside them.
static bool is_inert(uint32_t c)
{
  return c < 0x300 || (c >= 0x606 && c <= 0x60F) || (c >= 0x61B && c <= 0x64A) || (c >= 0x660 && c <= 0x66F) ||
         (c >= 0x671 && c <= 0x6D3) || (c >= 0x6F0 && c <= 0x6FF) || (c >= 0x2002 && c <= 0x205E) || c == 0x20AC ||
         (c >= 0xFE80 && c <= 0xFEFC) || c == 0xFEFF || c == 0xFFFD;
}

/// Vowel signs compose with nothing; two in a row may have to change places.
static bool is_vowel_sign(uint32_t c)
{
  return (c >= 0x64B && c <= 0x652) || c == 0x670;
}

/// False where a close look by ICU is needed.
static bool surely_nfc(kb_str s)
{
  bool after_sign = false;
  for (size_t i = 0; i < s.n;) {
    const uint32_t c    = kb_text_next(s, &i);
    const bool     sign = is_vowel_sign(c);
    if (sign ? after_sign : !is_inert(c)) {
      return false;
    }
    after_sign = sign;
  }
  return true;
}

/// Bytes that stay as they are: no control character, and none that may begin a noncharacter.
static bool is_plain(unsigned char c)
{
  return c >= 0x20 ? c < 0xEF && c != 0x7F : c == '\n' || c == '\t';
}

/// Write what the character at `*i` becomes; bytes written.
static size_t clean_character(kb_str s, size_t* i, char* out)
{
  const size_t   start = *i;
  const uint32_t c     = kb_text_next(s, i);
  if (c == '\r') {
    *i += *i < s.n && s.p[*i] == '\n';
    *out = '\n';
    return 1;
  }
  if (c < 0x20 || c == 0x7F) {
    *out = ' ';
    return 1;
  }
  if (kb_text_is_noncharacter(c)) {
    return kb_text_put(0xFFFD, out);
  }
  memcpy(out, s.p + start, *i - start);
  return *i - start;
}

/**
   Copy with LF line ends; NUL and other controls become a space each,
   noncharacters U+FFFD, so that the number of characters stays.
*/
static kb_status clean(kb_str s, kb_arena* arena, kb_str* out, kb_error* err)
{
  char* p = s.n < SIZE_MAX ? kb_arena_alloc(arena, s.n + 1) : NULL;
  if (!p) {
    return kb_error_nomem(err);
  }
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    const size_t start = i;
    while (i < s.n && is_plain((unsigned char)s.p[i])) {
      ++i;
    }
    memcpy(p + n, s.p + start, i - start);
    n += i - start;
    if (i < s.n) {
      n += clean_character(s, &i, p + n);
    }
  }
  p[n] = '\0';
  *out = (kb_str){p, n};
  return KB_OK;
}

static bool is_utf8_name(const char* charset)
{
  return ucnv_compareNames(charset, "UTF-8") == 0;
}

kb_status kb_text_import(kb_str bytes, const char* charset, kb_arena* arena, kb_str* out, kb_error* err)
{
  kb_utf16  wide = {NULL, 0};
  kb_str    text = bytes;
  kb_status st   = KB_OK;
  if (!charset) {
    st = choose(bytes, &charset, err);
  } else if (is_utf8_name(charset)) {
    charset          = NULL;
    const size_t bad = kb_text_valid(bytes);
    st               = bad < bytes.n ? bad_input(err, bad, "invalid UTF-8") : KB_OK;
  }
  if (st == KB_OK && charset) {
    st = from_charset(bytes, charset, arena, &wide, err);
  } else if (st == KB_OK && !surely_nfc(text)) {
    st = from_utf8(text, arena, &wide, err);
  }
  if (st == KB_OK && wide.p) {
    st = normalise(&wide, arena, err);
    st = st == KB_OK ? to_utf8(wide, arena, &text, err) : st;
  }
  if (st != KB_OK) {
    return st;
  }
  return clean(kb_str_starts(text, KB_STR("\xEF\xBB\xBF")) ? kb_str_from(text, 3) : text, arena, out, err);
}
