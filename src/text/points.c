#include "khabar/text.h"

enum { KB_STRIDE = 64 };

static uint32_t count(const char* p, size_t n)
{
  uint32_t points = 0;
  for (size_t i = 0; i < n; ++i) {
    points += ((unsigned char)p[i] & 0xC0u) != 0x80u;
  }
  return points;
}

kb_status kb_points_init(kb_points* points, kb_str text, kb_arena* arena)
{
  const size_t n     = text.n / KB_STRIDE + 1;
  uint32_t*    marks = kb_arena_array(arena, n, sizeof *marks);
  if (!marks) {
    return KB_E_NOMEM;
  }
  for (size_t i = 1; i < n; ++i) {
    marks[i] = marks[i - 1] + count(text.p + (i - 1) * KB_STRIDE, KB_STRIDE);
  }
  *points = (kb_points){marks, text};
  return KB_OK;
}

uint32_t kb_points_at(const kb_points* points, uint32_t byte)
{
  const size_t block = byte / KB_STRIDE;
  return points->marks[block] + count(points->text.p + block * KB_STRIDE, byte % KB_STRIDE);
}
