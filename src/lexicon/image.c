/// The lexicon as one block of memory that can be written and read back.
///
/// The image holds the struct kb_lexicon, its arrays and its strings. Pointers
/// are stored as offsets from the beginning; a list tells where they stand, and
/// loading adds the address to each.
#define _DEFAULT_SOURCE // madvise
#include "lexicon_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_STRINGS = 10 };

/// An array of the lexicon and the strings inside its elements.
typedef struct layout {
  size_t array;                ///< offset in kb_lexicon
  size_t element;              ///< size
  size_t strings[MAX_STRINGS]; ///< offsets in an element, plus one; 0 ends the list
} layout;

#define ARRAY(member) offsetof(kb_lexicon, member), sizeof *((kb_lexicon*)0)->member.v
#define AT(type, member) (offsetof(type, member) + 1)

static const layout arrays[] = {
  {ARRAY(lexemes), {AT(kb_lexeme, lemma), AT(kb_lexeme, root), AT(kb_lexeme, gloss)}},
  {ARRAY(verbs), {0}},
  {ARRAY(forms), {0}},
  {ARRAY(pool), {0}},
  {ARRAY(frames),
   {AT(kb_frame, lemma), AT(kb_frame, type), AT(kb_frame, mode), AT(kb_frame, subtype), AT(kb_frame, cameo),
    AT(kb_frame, predicate), AT(kb_frame, context), AT(kb_frame, gloss)}},
  {ARRAY(conditions), {AT(kb_condition, lemma)}},
  {ARRAY(gazes),
   {AT(kb_gaz, id), AT(kb_gaz, en), AT(kb_gaz, qid), AT(kb_gaz, iso3), AT(kb_gaz, subtype), AT(kb_gaz, sector),
    AT(kb_gaz, name)}},
  {ARRAY(offices), {AT(kb_office, role_en), AT(kb_office, role_ar)}},
  {ARRAY(titles), {AT(kb_title, ar), AT(kb_title, en), AT(kb_title, sector), AT(kb_title, kind), AT(kb_title, of)}},
  {ARRAY(units), {AT(kb_unit, id), AT(kb_unit, kind), AT(kb_unit, code), AT(kb_unit, gloss)}},
  {ARRAY(cues), {AT(kb_cue, form), AT(kb_cue, gloss)}},
  {ARRAY(latin), {1}},
  {ARRAY(labels), {1}},
  {ARRAY(name_filter), {0}},
  {ARRAY(edge_filter), {0}},
  {ARRAY(weights), {0}},
  {ARRAY(nodes), {0}},
  {ARRAY(edges), {AT(kb_trie_edge, key)}},
  {ARRAY(phrases), {0}},
};

static const size_t maps[] = {
  offsetof(kb_lexicon, lemmas),      offsetof(kb_lexicon, gaz_ids),    offsetof(kb_lexicon, latin_keys),
  offsetof(kb_lexicon, latin_words), offsetof(kb_lexicon, predicates), offsetof(kb_lexicon, weight_names),
};

typedef struct header {
  char     magic[8];
  uint64_t fingerprint;
  uint64_t layout;                     ///< of the structs of this build
  uint64_t size;                       ///< of the whole file
  uint64_t root;                       ///< offset of the kb_lexicon
  uint64_t relocations, n_relocations; ///< offset of the list, uint32_t each
  uint64_t sum;                        ///< of all bytes but these
} header;

static const char magic[8] = {'k', 'h', 'a', 'b', 'a', 'r', '0', '2'};

static uint64_t mix(uint64_t h, kb_str s)
{
  size_t i = 0;
  for (; i + 8 <= s.n; i += 8) {
    uint64_t word;
    memcpy(&word, s.p + i, 8);
    h = (h ^ word) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
  }
  return h ^ kb_str_hash(kb_str_from(s, i));
}

uint64_t kb_lexicon__fingerprint(const kb_files* files)
{
  uint64_t h = files->n;
  for (uint32_t i = 0; i < files->n; ++i) {
    h = mix((h * 31 + files->v[i].dir) * 31 + files->v[i].bytes.n, files->v[i].bytes);
  }
  return h;
}

/// The sum of a header and all that follows it; four rows at once keep the processor busy.
static uint64_t sum_of(const header* head, const char* p, size_t n)
{
  uint64_t h[4] = {n, 1, 2, 3};
  size_t   i    = sizeof(header);
  for (; i + 32 <= n; i += 32) {
    uint64_t words[4];
    memcpy(words, p + i, sizeof words);
    for (int k = 0; k < 4; ++k) {
      h[k] = (h[k] ^ words[k]) * 0x9E3779B97F4A7C15u;
      h[k] ^= h[k] >> 32;
    }
  }
  const uint64_t rest = n > i ? kb_str_hash((kb_str){p + i, n - i}) : 0;
  return mix(mix(rest, (kb_str){(const char*)head, offsetof(header, sum)}), (kb_str){(const char*)h, sizeof h});
}

static uint64_t layout_number(void)
{
  uint64_t h = sizeof(kb_lexicon);
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; ++i) {
    h = mix(h, (kb_str){(const char*)&arrays[i], sizeof arrays[i]});
  }
  return mix(h, KB_STR(KB_VERSION));
}

/** \name Writing */

typedef struct writer {
  kb_buf body;
  kb_buf relocations;
} writer;

/// Copy a block to a multiple of 16; its offset.
static uint64_t put(writer* w, const void* p, size_t n)
{
  while (w->body.n % 16 && !w->body.failed) {
    kb_buf_byte(&w->body, 0);
  }
  const uint64_t at = w->body.n;
  kb_buf_add(&w->body, (kb_str){p, n});
  return at;
}

/// Make the pointer at offset `where` point to offset `to`.
static void point(writer* w, uint64_t where, uint64_t to)
{
  const uint32_t r = (uint32_t)where;
  if (!w->body.failed) {
    memcpy(w->body.p + where, &to, sizeof to);
    kb_buf_add(&w->relocations, (kb_str){(const char*)&r, sizeof r});
  }
}

static void put_string(writer* w, uint64_t where, kb_str s)
{
  const uint64_t at = w->body.n;
  kb_buf_add(&w->body, s);
  kb_buf_byte(&w->body, 0);
  point(w, where, at);
}

/// What every array of the lexicon looks like.
typedef KB_ARRAY(char) any_array;

static void put_array(writer* w, const kb_lexicon* lex, uint64_t root, const layout* l)
{
  any_array a;
  memcpy(&a, (const char*)lex + l->array, sizeof a);
  const uint64_t at = put(w, a.v, (size_t)a.n * l->element);
  point(w, root + l->array + offsetof(any_array, v), at);
  for (uint32_t i = 0; i < a.n; ++i) {
    for (size_t k = 0; k < MAX_STRINGS && l->strings[k]; ++k) {
      const size_t field = (size_t)i * l->element + l->strings[k] - 1;
      kb_str       s;
      memcpy(&s, a.v + field, sizeof s);
      put_string(w, at + field + offsetof(kb_str, p), s);
    }
  }
}

static void put_map(writer* w, const kb_lexicon* lex, uint64_t root, size_t member)
{
  kb_map m;
  memcpy(&m, (const char*)lex + member, sizeof m);
  const uint64_t at = put(w, m.slots, m.cap * sizeof *m.slots);
  point(w, root + member + offsetof(kb_map, slots), at);
  for (size_t i = 0; i < m.cap; ++i) {
    if (m.slots[i].key.p) {
      put_string(w, at + i * sizeof *m.slots + offsetof(kb_map_slot, key) + offsetof(kb_str, p), m.slots[i].key);
    }
  }
}

static void put_buckets(writer* w, uint64_t root, size_t member, const uint32_t* buckets, size_t n)
{
  point(w, root + member, put(w, buckets, n * sizeof *buckets));
}

static void put_lexicon(writer* w, const kb_lexicon* lex, header* h)
{
  kb_lexicon copy = *lex;
  copy.arena      = NULL;
  memset(&copy.references, 0, sizeof copy.references);
  memset(&copy.problems, 0, sizeof copy.problems);
  put(w, h, sizeof *h);
  h->root = put(w, &copy, sizeof copy);
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; ++i) {
    put_array(w, lex, h->root, &arrays[i]);
  }
  for (size_t i = 0; i < sizeof maps / sizeof *maps; ++i) {
    put_map(w, lex, h->root, maps[i]);
  }
  put_buckets(w, h->root, offsetof(kb_lexicon, buckets), lex->buckets, lex->n_buckets);
  put_buckets(w, h->root, offsetof(kb_lexicon, edge_buckets), lex->edge_buckets, lex->n_edge_buckets);
  h->n_relocations = w->relocations.n / sizeof(uint32_t);
  h->relocations   = put(w, w->relocations.p, w->relocations.n);
  h->size          = w->body.n;
  if (!w->body.failed) {
    h->sum = sum_of(h, w->body.p, w->body.n);
    memcpy(w->body.p, h, sizeof *h);
  }
}

static kb_status write_file(kb_str bytes, const char* path, kb_error* err)
{
  char      temporary[4096];
  const int n = snprintf(temporary, sizeof temporary, "%s.tmp", path);
  FILE*     f = n > 0 && (size_t)n < sizeof temporary ? fopen(temporary, "wb") : NULL;
  if (!f) {
    return kb_error_set(err, KB_E_IO, path, 0, "cannot write: %s", strerror(errno));
  }
  const bool written = fwrite(bytes.p, 1, bytes.n, f) == bytes.n && fflush(f) == 0;
  if (fclose(f) != 0 || !written || rename(temporary, path) != 0) {
    const int why = errno;
    remove(temporary);
    return kb_error_set(err, KB_E_IO, path, 0, "cannot write: %s", strerror(why));
  }
  return KB_OK;
}

kb_status kb_lexicon__write_image(const kb_lexicon* lex, uint64_t fingerprint, const char* path, kb_error* err)
{
  writer w = {{0}, {0}};
  header h = {.fingerprint = fingerprint, .layout = layout_number()};
  memcpy(h.magic, magic, sizeof magic);
  put_lexicon(&w, lex, &h);
  const bool      failed = w.body.failed || w.relocations.failed || w.body.n > UINT32_MAX;
  const kb_status st     = failed ? kb_error_nomem(err) : write_file(kb_buf_as_str(&w.body), path, err);
  kb_buf_release(&w.body);
  kb_buf_release(&w.relocations);
  return st;
}

/** \name Loading */

static bool fits(const header* h, uint64_t fingerprint, const char* base, uint64_t size)
{
  return memcmp(h->magic, magic, sizeof magic) == 0 && h->fingerprint == fingerprint && h->layout == layout_number() &&
         h->size == size && h->root < size && h->relocations <= size &&
         h->n_relocations <= (size - h->relocations) / sizeof(uint32_t) && h->root + sizeof(kb_lexicon) <= size &&
         h->sum == sum_of(h, base, size);
}

static kb_lexicon* relocate(char* base, const header* h)
{
  const uint32_t* list = (const uint32_t*)(void*)(base + h->relocations);
  for (uint64_t i = 0; i < h->n_relocations; ++i) {
    uintptr_t at;
    if (list[i] > h->size - sizeof at) {
      return NULL;
    }
    memcpy(&at, base + list[i], sizeof at);
    at += (uintptr_t)base;
    memcpy(base + list[i], &at, sizeof at);
  }
  kb_lexicon* lex = (kb_lexicon*)(void*)(base + h->root);
  lex->image      = base;
  return lex;
}

static bool read_all(int fd, char* p, size_t n)
{
  while (n > 0) {
    const ssize_t got = read(fd, p, n);
    if (got <= 0 && !(got < 0 && errno == EINTR)) {
      return false;
    }
    p += got > 0 ? got : 0;
    n -= got > 0 ? (size_t)got : 0;
  }
  return true;
}

/// Memory for an image. Words are looked up all over it, which is a twelfth faster with few large pages.
static char* image_memory(size_t size)
{
  enum { LARGE_PAGE = 2 << 20 };
  const size_t pages = size / LARGE_PAGE + 1;
  char*        base  = aligned_alloc(LARGE_PAGE, pages * LARGE_PAGE);
#ifdef MADV_HUGEPAGE
  if (base) {
    madvise(base, pages * LARGE_PAGE, MADV_HUGEPAGE); // where it fails, small pages do
  }
#endif
  return base;
}

static char* load_file(const char* path, size_t* size)
{
  const int   fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat st;
  char*       base = NULL;
  if (fd >= 0 && fstat(fd, &st) == 0 && (size_t)st.st_size > sizeof(header)) {
    *size = (size_t)st.st_size;
    base  = image_memory(*size);
    if (base && !read_all(fd, base, *size)) {
      free(base);
      base = NULL;
    }
  }
  if (fd >= 0) {
    close(fd);
  }
  return base;
}

kb_lexicon* kb_lexicon__load_image(const char* path, uint64_t fingerprint)
{
  size_t size = 0;
  char*  base = load_file(path, &size);
  if (!base) {
    return NULL;
  }
  header h;
  memcpy(&h, base, sizeof h);
  kb_lexicon* lex = fits(&h, fingerprint, base, size) ? relocate(base, &h) : NULL;
  if (!lex) {
    free(base);
  }
  return lex;
}
