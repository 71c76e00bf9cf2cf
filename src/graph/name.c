#include "khabar/graph.h"

static bool is_word_char(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool kb_graph_is_slug(kb_str s)
{
  for (size_t i = 0; i < s.n; ++i) {
    if (!is_word_char(s.p[i]) && s.p[i] != '-' && s.p[i] != '_') {
      return false;
    }
  }
  return s.n > 0;
}

size_t kb_graph_slug(kb_str text, char* out, size_t cap)
{
  size_t n       = 0;
  bool   pending = false; // a hyphen to be written before the next letter
  for (size_t i = 0; i < text.n; ++i) {
    const char c = text.p[i];
    if ((unsigned char)c >= 0x80) {
      return 0;
    }
    if (!is_word_char(c)) {
      pending = pending || (n > 0 && c != '\'');
      continue;
    }
    if (n + pending + 1 > cap) {
      return 0;
    }
    if (pending) {
      out[n++] = '-';
      pending  = false;
    }
    out[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
  }
  return n;
}

/** \name Digest

    Blocks of eight bytes, xor and multiply, with the finish of MurmurHash3.
    IRIs are made of it, so it must never change; the hashes of tables may. */

kb_digest kb_digest_init(void)
{
  return (kb_digest){0xcbf29ce484222325u};
}

static void add_block(kb_digest* digest, uint64_t block)
{
  digest->state = (digest->state ^ block) * 0x9fb21c651e98df25u;
  digest->state ^= digest->state >> 29;
}

/// Up to eight bytes, the first the lowest, whatever the machine.
static uint64_t block_of(const char* p, size_t n)
{
  uint64_t block = 0;
  for (size_t i = 0; i < n; ++i) {
    block |= (uint64_t)(unsigned char)p[i] << (8 * i);
  }
  return block;
}

void kb_digest_number(kb_digest* digest, int64_t n)
{
  add_block(digest, (uint64_t)n);
}

void kb_digest_add(kb_digest* digest, kb_str field)
{
  add_block(digest, field.n);
  size_t i = 0;
  for (; field.n - i >= 8; i += 8) {
    add_block(digest, block_of(field.p + i, 8));
  }
  if (i < field.n) {
    add_block(digest, block_of(field.p + i, field.n - i));
  }
}

void kb_digest_hex(kb_digest digest, char out[KB_DIGEST_HEX])
{
  uint64_t h = digest.state;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53u;
  h ^= h >> 33;
  for (size_t i = 0; i < KB_DIGEST_HEX; ++i, h >>= 4) {
    out[i] = "0123456789abcdef"[h & 15];
  }
}
