#include "khabar/base.h"

kb_str kb_str_of(const char* s)
{
  return s ? (kb_str){s, strlen(s)} : (kb_str){"", 0};
}

bool kb_str_eq(kb_str a, kb_str b)
{
  return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int kb_str_cmp(kb_str a, kb_str b)
{
  const size_t n = a.n < b.n ? a.n : b.n;
  const int    c = n ? memcmp(a.p, b.p, n) : 0;
  return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool kb_str_starts(kb_str s, kb_str prefix)
{
  return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool kb_str_ends(kb_str s, kb_str suffix)
{
  return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

kb_str kb_str_from(kb_str s, size_t n)
{
  return n < s.n ? (kb_str){s.p + n, s.n - n} : (kb_str){s.p + s.n, 0};
}

uint64_t kb_str_hash(kb_str s)
{
  uint64_t h = 0xcbf29ce484222325u;
  for (size_t i = 0; i < s.n; ++i) {
    h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
  }
  h ^= h >> 32;
  h *= 0x9e3779b97f4a7c15u;
  return h ^ (h >> 29);
}
