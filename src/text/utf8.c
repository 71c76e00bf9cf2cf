#include "khabar/text.h"

static bool is_tail(char c)
{
  return ((unsigned char)c & 0xC0u) == 0x80u;
}

/// Length of the valid sequence at `p` with `n` > 0 bytes left, 0 when broken; the code point goes to `*c`.
static size_t decode(const char* p, size_t n, uint32_t* c)
{
  const unsigned char lead = (unsigned char)*p;
  if (lead < 0x80) {
    *c = lead;
    return 1;
  }
  const size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > n) {
    return 0;
  }
  uint32_t point = lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if (!is_tail(p[i])) {
      return 0;
    }
    point = point << 6 | ((unsigned char)p[i] & 0x3Fu);
  }
  const bool overlong  = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  if (overlong || surrogate || point > 0x10FFFF) {
    return 0;
  }
  *c = point;
  return length;
}

uint32_t kb_text_next_long(kb_str s, size_t* i)
{
  uint32_t     c      = 0xFFFD;
  const size_t length = *i < s.n ? decode(s.p + *i, s.n - *i, &c) : 0;
  *i += length ? length : 1;
  return c;
}

bool kb_text_is_one_of(kb_str s, const char* characters)
{
  size_t         end = 0;
  const uint32_t c   = s.n ? kb_text_next(s, &end) : 0;
  const kb_str   all = kb_str_of(characters);
  for (size_t i = 0; s.n && end == s.n && i < all.n;) {
    if (kb_text_next(all, &i) == c) {
      return true;
    }
  }
  return false;
}

size_t kb_text_put(uint32_t c, char* out)
{
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  const size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; --i) {
    out[i] = (char)(0x80u | (c & 0x3Fu));
    c >>= 6;
  }
  out[0] = (char)((0xF00u >> length & 0xFFu) | c);
  return length;
}

/// How many of eight bytes continue a character.
static size_t tails_of_eight(const char* p)
{
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t       bytes;
  memcpy(&bytes, p, sizeof bytes);
  return (bytes >> 7 & ~(bytes >> 6) & ones) * ones >> 56; // the product adds up all bytes in the highest
}

size_t kb_text_length(kb_str s)
{
  size_t n = s.n;
  size_t i = 0;
  for (; s.n - i >= 8; i += 8) {
    n -= tails_of_eight(s.p + i);
  }
  for (; i < s.n; ++i) {
    n -= is_tail(s.p[i]);
  }
  return n;
}

size_t kb_text_valid(kb_str s)
{
  for (size_t i = 0; i < s.n;) {
    const size_t start = i;
    if (kb_text_next(s, &i) == 0xFFFD && i - start == 1) { // a written U+FFFD takes three bytes
      return start;
    }
  }
  return s.n;
}
