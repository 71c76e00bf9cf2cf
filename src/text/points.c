#include "khabar/text.h"

enum { KB_STRIDE = 64 };

/// Code points that begin in the `n` bytes from `start`.
static uint32_t points_of(kb_str text, size_t start, size_t n)
{
  return (uint32_t)kb_text_length((kb_str){text.p + start, n});
}

kb_status kb_points_init(kb_points* points, kb_str text, kb_arena* arena)
{
  const size_t n     = text.n / KB_STRIDE + 1;
  uint32_t*    marks = kb_arena_array(arena, n, sizeof *marks);
  if (!marks) {
    return KB_E_NOMEM;
  }
  for (size_t i = 1; i < n; ++i) {
    marks[i] = marks[i - 1] + points_of(text, (i - 1) * KB_STRIDE, KB_STRIDE);
  }
  *points = (kb_points){marks, text};
  return KB_OK;
}

uint32_t kb_points_at(const kb_points* points, uint32_t byte)
{
  const size_t block = byte / KB_STRIDE;
  return points->marks[block] + points_of(points->text, block * KB_STRIDE, byte % KB_STRIDE);
}
