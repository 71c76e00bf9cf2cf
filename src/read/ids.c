#include "read_internal.h"

#include <stdlib.h>

/// Where a hash is or would be; 0 marks a free slot.
static uint64_t* slot_of(const kb_ids_seen* seen, uint64_t hash)
{
  size_t i = (size_t)hash & (seen->cap - 1);
  while (seen->hashes[i] && seen->hashes[i] != hash) {
    i = (i + 1) & (seen->cap - 1);
  }
  return &seen->hashes[i];
}

static bool grow(kb_ids_seen* seen)
{
  kb_ids_seen bigger = {NULL, seen->n, seen->cap ? seen->cap * 2 : 1024};
  bigger.hashes      = calloc(bigger.cap, sizeof *bigger.hashes);
  if (!bigger.hashes) {
    return false;
  }
  for (size_t i = 0; i < seen->cap; ++i) {
    if (seen->hashes[i]) {
      *slot_of(&bigger, seen->hashes[i]) = seen->hashes[i];
    }
  }
  free(seen->hashes);
  *seen = bigger;
  return true;
}

/// False when the id was there before.
static bool enter(kb_ids_seen* seen, kb_str id)
{
  const uint64_t hash = kb_str_hash(id) | 1u;
  uint64_t*      slot = slot_of(seen, hash);
  if (*slot) {
    return false;
  }
  *slot = hash;
  ++seen->n;
  return true;
}

kb_str kb_read__id_unique(kb_ids_seen* seen, kb_str id, kb_arena* arena)
{
  const kb_str none = {NULL, 0};
  if (seen->n * 2 >= seen->cap && !grow(seen)) {
    return none;
  }
  if (enter(seen, id)) {
    return kb_arena_copy(arena, id);
  }
  kb_buf buf = {0};
  for (int64_t n = 2; !buf.failed; ++n) {
    kb_buf_reset(&buf);
    kb_buf_add(&buf, id);
    kb_buf_byte(&buf, '-');
    kb_buf_number(&buf, n);
    if (!buf.failed && enter(seen, kb_buf_as_str(&buf))) {
      break;
    }
  }
  const kb_str unique = buf.failed ? none : kb_arena_copy(arena, kb_buf_as_str(&buf));
  kb_buf_release(&buf);
  return unique;
}

void kb_read__ids_release(kb_ids_seen* seen)
{
  free(seen->hashes);
  *seen = (kb_ids_seen){0};
}
