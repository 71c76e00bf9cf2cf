/**
   khabar/base.h: what every other part stands on: status, error, slices,
   arena, arrays, hash map, byte buffer.

   Nothing here prints, exits or keeps global state.
*/
#ifndef KHABAR_BASE_H
#define KHABAR_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#  define KB_MUST_USE __attribute__((warn_unused_result))
#  define KB_PRINTF(f, a) __attribute__((format(printf, f, a)))
#else
#  define KB_MUST_USE
#  define KB_PRINTF(f, a)
#endif

/// "No such element" wherever an index is a uint32_t.
#define KB_NONE UINT32_MAX

/** \name Status and error */

typedef enum kb_status {
  KB_OK = 0,
  KB_E_NOMEM, ///< out of memory, or an arena met its ceiling
  KB_E_IO,    ///< reading or writing failed, disk full
  KB_E_INPUT, ///< an article that cannot be read: bad UTF-8, binary, bad JSON
  KB_E_USAGE, ///< a wrong option or argument
  KB_E_DATA,  ///< a dictionary or other file under ontology/ is wrong
} kb_status;

/// A short English name of a status, for messages. Static string.
const char* kb_status_text(kb_status status);

/// What went wrong, and where. Plain data: copy it freely, nothing to free.
typedef struct kb_error {
  kb_status status;
  size_t    line; ///< from 1, 0 = unknown
  size_t    byte; ///< from 0, offset in the source
  char      source[256];
  char      text[256];
} kb_error;

/**
   Record an error and return its status, so that a caller can write
   `return kb_error_set(err, KB_E_IO, path, 0, "...")`.

   The first failure wins: an error that already holds one is left alone.
   `err` may be NULL; `source` may be NULL.
*/
kb_status kb_error_set(kb_error* err, kb_status status, const char* source, size_t line, const char* format, ...)
  KB_PRINTF(5, 6);

/// `kb_error_set` for the commonest case.
kb_status kb_error_nomem(kb_error* err);

/// Where messages go. `user` is what was given with the hook.
typedef void kb_log_hook(void* user, const kb_error* message);

/** \name Slices */

/// Bytes that someone else owns. Not NUL-terminated. Empty: n == 0.
typedef struct kb_str {
  const char* p;
  size_t      n;
} kb_str;

/// A slice of a string literal.
#define KB_STR(literal) ((kb_str){("" literal), sizeof(literal) - 1})

/// A slice of a C string; NULL gives the empty slice.
static inline kb_str kb_str_of(const char* s)
{
  return s ? (kb_str){s, strlen(s)} : (kb_str){"", 0};
}

static inline bool kb_str_eq(kb_str a, kb_str b)
{
  return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool kb_str_starts(kb_str s, kb_str prefix)
{
  return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool kb_str_ends(kb_str s, kb_str suffix)
{
  return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

/// `s` without its first `n` bytes (all of them if it is shorter).
static inline kb_str kb_str_from(kb_str s, size_t n)
{
  return n < s.n ? (kb_str){s.p + n, s.n - n} : (kb_str){s.p + s.n, 0};
}

/// Order by bytes, which for UTF-8 is code point order. <0, 0, >0.
int kb_str_cmp(kb_str a, kb_str b);
/// For tables in memory: another build or machine may hash otherwise.
uint64_t kb_str_hash(kb_str s);
/// 64-bit FNV-1a with a final mix. Slugs and journals hold it: it must never change.
uint64_t kb_str_fingerprint(kb_str s);

/** \name Arena

    Everything found in one article lives in one arena and dies with its
    reset. Memory comes zeroed and aligned for any type. An arena is used by
    one thread at a time. */

typedef struct kb_arena kb_arena;

/// A point to go back to; all later allocations are then gone.
typedef struct kb_mark {
  void*  chunk;
  size_t used;
  size_t total;
} kb_mark;

/// New arena that refuses to hold more than `limit` bytes (0: no ceiling).
/// NULL when out of memory. To be freed with kb_arena_free.
kb_arena* kb_arena_new(size_t limit);
void      kb_arena_free(kb_arena* arena);
/// Its ceiling, 0 for none: scratch memory beside an arena keeps to the same.
size_t kb_arena_limit(const kb_arena* arena);
/// Forget everything, keep the memory for reuse.
void kb_arena_reset(kb_arena* arena);
/// Zeroed memory, or NULL at the ceiling. n may be 0.
void* kb_arena_alloc(kb_arena* arena, size_t n);
/// `count` elements of `size` bytes, checked against overflow.
void* kb_arena_array(kb_arena* arena, size_t count, size_t size);
/// A NUL-terminated copy; {NULL, 0} when out of memory.
kb_str  kb_arena_copy(kb_arena* arena, kb_str s);
kb_mark kb_arena_mark(const kb_arena* arena);
void    kb_arena_rewind(kb_arena* arena, kb_mark mark);
/// Bytes handed out since the last reset.
size_t kb_arena_used(const kb_arena* arena);

/** \name Arrays that grow in an arena

    `KB_ARRAY(int) a = {0}; int* x = kb_array_push(arena, &a);` gives a
    zeroed new element, NULL when out of memory. Growing moves the elements:
    keep indices, not pointers. */

#define KB_ARRAY(T) \
  struct {          \
    T*       v;     \
    uint32_t n;     \
    uint32_t cap;   \
  }

/// Make room for `more` elements behind the last. False when out of memory.
bool kb_array_grow(kb_arena* arena, void* array, size_t element_size, uint32_t more);

/// Room for `more` pushes that do not move the elements. False when out of memory.
#define kb_array_reserve(arena, a, more) \
  ((more) <= (a)->cap - (a)->n || kb_array_grow((arena), (a), sizeof *(a)->v, (more)))

#define kb_array_push(arena, a) (kb_array_reserve(arena, a, 1) ? memset(&(a)->v[(a)->n++], 0, sizeof *(a)->v) : NULL)

/** \name Hash map from bytes to a number */

typedef struct kb_map_slot {
  kb_str   key; ///< p == NULL: free
  uint64_t hash;
  uint32_t value;
} kb_map_slot;

/// Keys are borrowed: they must outlive the map.
typedef struct kb_map {
  kb_map_slot* slots;
  size_t       n;
  size_t       cap; ///< power of two, or 0
} kb_map;

/// Sets the value of a key, overwriting. A map starts as {0}.
kb_status kb_map_put(kb_map* map, kb_str key, uint32_t value) KB_MUST_USE;
/// KB_NONE where there is no such key.
uint32_t kb_map_get(const kb_map* map, kb_str key);
void     kb_map_release(kb_map* map);

/** \name Growing byte buffer on the heap

    An append that finds no memory sets `failed` and is dropped, and so are
    all later ones: check once, at the end. */

typedef struct kb_buf {
  char*  p;
  size_t n;
  size_t cap;
  bool   failed;
} kb_buf;

/// Room for `n` more bytes where `cap` has none; false when out of memory.
bool kb_buf_grow(kb_buf* buf, size_t n);

/// Room for `n` more bytes; false when out of memory.
static inline bool kb_buf_reserve(kb_buf* buf, size_t n)
{
  return (!buf->failed && n <= buf->cap - buf->n) || kb_buf_grow(buf, n);
}

static inline void kb_buf_add(kb_buf* buf, kb_str s)
{
  if (s.n && kb_buf_reserve(buf, s.n)) {
    memcpy(buf->p + buf->n, s.p, s.n);
    buf->n += s.n;
  }
}

static inline void kb_buf_byte(kb_buf* buf, char c)
{
  if (kb_buf_reserve(buf, 1)) {
    buf->p[buf->n++] = c;
  }
}

static inline void kb_buf_text(kb_buf* buf, const char* s)
{
  kb_buf_add(buf, kb_str_of(s));
}

void kb_buf_printf(kb_buf* buf, const char* format, ...) KB_PRINTF(2, 3);
/// A decimal number, faster than printf.
void   kb_buf_number(kb_buf* buf, int64_t n);
kb_str kb_buf_as_str(const kb_buf* buf);
void   kb_buf_reset(kb_buf* buf);
void   kb_buf_release(kb_buf* buf);

#endif // KHABAR_BASE_H
