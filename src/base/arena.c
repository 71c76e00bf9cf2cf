#include "khabar/base.h"

#include <stdlib.h>

typedef struct kb_chunk {
  struct kb_chunk* next;
  size_t           cap;
  max_align_t      data[];
} kb_chunk;

struct kb_arena {
  kb_chunk* first;
  kb_chunk* current;
  size_t    used;  ///< in the current chunk
  size_t    total; ///< since the last reset
  size_t    limit;
};

enum { KB_CHUNK = 1 << 16, KB_ALIGN = sizeof(max_align_t) };

kb_arena* kb_arena_new(size_t limit)
{
  kb_arena* arena = calloc(1, sizeof *arena);
  if (arena) {
    arena->limit = limit ? limit : SIZE_MAX;
  }
  return arena;
}

void kb_arena_free(kb_arena* arena)
{
  if (!arena) {
    return;
  }
  for (kb_chunk* c = arena->first; c;) {
    kb_chunk* next = c->next;
    free(c);
    c = next;
  }
  free(arena);
}

/// Large chunks are given back, so that one huge article does not stay.
void kb_arena_reset(kb_arena* arena)
{
  kb_chunk** link = &arena->first;
  while (*link) {
    kb_chunk* c = *link;
    if (c->cap > (size_t)KB_CHUNK * 64) {
      *link = c->next;
      free(c);
    } else {
      link = &c->next;
    }
  }
  arena->current = arena->first;
  arena->used    = 0;
  arena->total   = 0;
}

/// Make `current` a chunk with room for `n` bytes, reusing kept ones.
static bool next_chunk(kb_arena* arena, size_t n)
{
  kb_chunk** link = arena->current ? &arena->current->next : &arena->first;
  if (!*link || (*link)->cap < n) {
    size_t cap = arena->total < (size_t)KB_CHUNK * 16 ? KB_CHUNK : (size_t)KB_CHUNK * 16;
    cap        = cap < n ? n : cap;
    if (cap > SIZE_MAX - sizeof(kb_chunk)) {
      return false;
    }
    kb_chunk* c = malloc(sizeof *c + cap);
    if (!c) {
      return false;
    }
    c->cap  = cap;
    c->next = *link;
    *link   = c;
  }
  arena->current = *link;
  arena->used    = 0;
  return true;
}

/// Memory with what was in it before, for callers that fill it.
static void* take(kb_arena* arena, size_t n)
{
  if (n > SIZE_MAX - KB_ALIGN) {
    return NULL;
  }
  n = (n + KB_ALIGN - 1) / KB_ALIGN * KB_ALIGN;
  if (n > arena->limit - arena->total) {
    return NULL;
  }
  if ((!arena->current || n > arena->current->cap - arena->used) && !next_chunk(arena, n)) {
    return NULL;
  }
  void* p = (char*)arena->current->data + arena->used;
  arena->used += n;
  arena->total += n;
  return p;
}

void* kb_arena_alloc(kb_arena* arena, size_t n)
{
  void* p = take(arena, n);
  return p ? memset(p, 0, n) : NULL;
}

void* kb_arena_array(kb_arena* arena, size_t count, size_t size)
{
  return size && count > SIZE_MAX / size ? NULL : kb_arena_alloc(arena, count * size);
}

kb_str kb_arena_copy(kb_arena* arena, kb_str s)
{
  char* p = s.n < SIZE_MAX ? take(arena, s.n + 1) : NULL;
  if (!p) {
    return (kb_str){NULL, 0};
  }
  if (s.n) {
    memcpy(p, s.p, s.n);
  }
  p[s.n] = '\0';
  return (kb_str){p, s.n};
}

kb_mark kb_arena_mark(const kb_arena* arena)
{
  return (kb_mark){arena->current, arena->used, arena->total};
}

void kb_arena_rewind(kb_arena* arena, kb_mark mark)
{
  arena->current = mark.chunk ? mark.chunk : arena->first;
  arena->used    = mark.chunk ? mark.used : 0;
  arena->total   = mark.total;
}

size_t kb_arena_limit(const kb_arena* arena)
{
  return arena->limit == SIZE_MAX ? 0 : arena->limit;
}

size_t kb_arena_used(const kb_arena* arena)
{
  return arena->total;
}

/// What every KB_ARRAY looks like, whatever its element.
typedef struct kb_any_array {
  void*    v;
  uint32_t n;
  uint32_t cap;
} kb_any_array;

bool kb_array_grow(kb_arena* arena, void* array, size_t element_size, uint32_t more)
{
  kb_any_array a;
  memcpy(&a, array, sizeof a);
  uint32_t cap = a.cap ? a.cap : 4;
  do {
    if (cap > UINT32_MAX / 2) {
      return false;
    }
    cap *= 2;
  } while (cap - a.n < more);
  if (element_size && cap > SIZE_MAX / element_size) {
    return false;
  }
  void* v = take(arena, cap * element_size); // a push clears its element
  if (!v) {
    return false;
  }
  if (a.n) {
    memcpy(v, a.v, (size_t)a.n * element_size);
  }
  a.v   = v;
  a.cap = cap;
  memcpy(array, &a, sizeof a);
  return true;
}
