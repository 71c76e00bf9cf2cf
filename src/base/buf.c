#include "khabar/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool kb_buf_grow(kb_buf* buf, size_t n)
{
  if (buf->failed || n > SIZE_MAX / 2 - buf->n) {
    buf->failed = true;
    return false;
  }
  size_t cap = buf->cap ? buf->cap : 256;
  while (cap < buf->n + n) {
    cap *= 2;
  }
  char* p = realloc(buf->p, cap);
  if (!p) {
    buf->failed = true;
    return false;
  }
  buf->p   = p;
  buf->cap = cap;
  return true;
}

void kb_buf_printf(kb_buf* buf, const char* format, ...)
{
  va_list args;
  va_start(args, format);
  va_list again;
  va_copy(again, args);
  const int n = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (n < 0) {
    buf->failed = true;
  } else if (kb_buf_reserve(buf, (size_t)n + 1)) {
    vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
    buf->n += (size_t)n;
  }
  va_end(again);
}

static size_t digits_of(uint64_t n)
{
  size_t digits = 1;
  for (uint64_t limit = 10; n >= limit && digits < 20; limit *= 10) {
    ++digits;
  }
  return digits;
}

void kb_buf_number(kb_buf* buf, int64_t n)
{
  if (n < 0) {
    kb_buf_byte(buf, '-');
  }
  uint64_t     u      = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
  const size_t digits = digits_of(u);
  if (kb_buf_reserve(buf, digits)) {
    for (size_t i = digits; i-- > 0; u /= 10) {
      buf->p[buf->n + i] = (char)('0' + u % 10);
    }
    buf->n += digits;
  }
}

kb_str kb_buf_as_str(const kb_buf* buf)
{
  return (kb_str){buf->p ? buf->p : "", buf->n};
}

void kb_buf_reset(kb_buf* buf)
{
  buf->n      = 0;
  buf->failed = false;
}

void kb_buf_release(kb_buf* buf)
{
  free(buf->p);
  *buf = (kb_buf){0};
}
