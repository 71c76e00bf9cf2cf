#include "graph_internal.h"

#include "khabar/text.h"

/// Length of the well-formed sequence at `i`, 0 if there is none.
static size_t sequence(kb_str s, size_t i, uint32_t* code)
{
  const unsigned char* p = (const unsigned char*)s.p + i;
  const size_t         n = p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : p[0] < 0xf5 ? 4 : 0;
  if (n == 0 || s.n - i < n) {
    return 0;
  }
  uint32_t c = p[0] & (0x7fu >> n);
  for (size_t k = 1; k < n; ++k) {
    if ((p[k] & 0xc0) != 0x80) {
      return 0;
    }
    c = c << 6 | (p[k] & 0x3f);
  }
  const bool overlong = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
  *code               = c;
  return overlong || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : n;
}

bool kb_graph__text_ok(kb_str text)
{
  for (size_t i = 0; i < text.n;) {
    const unsigned char c = (unsigned char)text.p[i];
    if (c && c < 0x80) {
      ++i;
      continue;
    }
    // two bytes, as all common Arabic letters have, cannot be a noncharacter
    if (c >= 0xc2 && c < 0xe0 && i + 1 < text.n && ((unsigned char)text.p[i + 1] & 0xc0) == 0x80) {
      i += 2;
      continue;
    }
    uint32_t     code = 0;
    const size_t n    = sequence(text, i, &code);
    if (!n || kb_text_is_noncharacter(code)) {
      return false;
    }
    i += n;
  }
  return true;
}
