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

    FNV-1a of 64 bits with the finish of MurmurHash3. IRIs are made of it, so
    it must never change; kb_str_hash of the hash tables may. */

kb_digest kb_digest_init(void)
{
  return (kb_digest){0xcbf29ce484222325u};
}

static void add_byte(kb_digest* digest, unsigned char c)
{
  digest->state = (digest->state ^ c) * 0x100000001b3u;
}

void kb_digest_number(kb_digest* digest, int64_t n)
{
  const uint64_t u = (uint64_t)n;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    add_byte(digest, (unsigned char)(u >> shift));
  }
}

void kb_digest_add(kb_digest* digest, kb_str field)
{
  kb_digest_number(digest, (int64_t)field.n);
  for (size_t i = 0; i < field.n; ++i) {
    add_byte(digest, (unsigned char)field.p[i]);
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
