#include "khabar/base.h"

int kb_str_cmp(kb_str a, kb_str b)
{
  const size_t n = a.n < b.n ? a.n : b.n;
  const int    c = n ? memcmp(a.p, b.p, n) : 0;
  return c ? c : (a.n > b.n) - (a.n < b.n);
}

static uint64_t load8(const char* p)
{
  uint64_t v;
  memcpy(&v, p, sizeof v);
  return v;
}

static uint64_t load4(const char* p)
{
  uint32_t v;
  memcpy(&v, p, sizeof v);
  return v;
}

/// The last one to eight bytes of a slice; of a short one the blocks overlap.
static uint64_t last_block(kb_str s)
{
  if (s.n >= 8) {
    return load8(s.p + s.n - 8);
  }
  if (s.n >= 4) {
    return load4(s.p) << 32 | load4(s.p + s.n - 4);
  }
  uint64_t v = 0;
  for (size_t i = 0; i < s.n; ++i) {
    v = v << 8 | (unsigned char)s.p[i];
  }
  return v;
}

static uint64_t mix(uint64_t h, uint64_t block)
{
  h = (h ^ block) * 0x9e3779b97f4a7c15u;
  return h ^ h >> 32;
}

uint64_t kb_str_hash(kb_str s)
{
  uint64_t h = s.n * 0xff51afd7ed558ccdu;
  for (size_t i = 0; s.n - i > 8; i += 8) {
    h = mix(h, load8(s.p + i));
  }
  h = mix(h, last_block(s));
  return h ^ h >> 29;
}

uint64_t kb_str_fingerprint(kb_str s)
{
  uint64_t h = 0xcbf29ce484222325u;
  for (size_t i = 0; i < s.n; ++i) {
    h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
  }
  h ^= h >> 32;
  h *= 0x9e3779b97f4a7c15u;
  return h ^ (h >> 29);
}
