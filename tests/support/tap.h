/// Output of tests that are lines of a file: TAP, with file and line.
///
/// What is known to fail stands in a list of its own, by key: a test on the list that passes fails, and so does a key
/// that no test has. The list can only get shorter unless someone makes it longer by hand, or with UPDATE=1.
#ifndef KHABAR_TEST_TAP_H
#define KHABAR_TEST_TAP_H

#include "khabar/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/** \name Lines */

/// All bytes of a file, NUL-terminated, from malloc; {NULL, 0} where there is none.
static inline kb_str read_test_file(const char* path)
{
  FILE*  f    = fopen(path, "rb");
  kb_buf text = {0};
  for (size_t n = 1; f && n > 0;) {
    n = kb_buf_reserve(&text, 1 << 16) ? fread(text.p + text.n, 1, 1 << 16, f) : 0;
    text.n += n;
  }
  kb_buf_byte(&text, '\0');
  const bool failed = !f || ferror(f) || text.failed;
  if (f) {
    fclose(f);
  }
  if (failed) {
    kb_buf_release(&text);
    return (kb_str){NULL, 0};
  }
  return (kb_str){text.p, text.n - 1};
}

/// The next line of `*rest`, without its end; false after the last one.
static inline bool next_line(kb_str* rest, kb_str* line)
{
  const char* eol  = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
  const bool  more = rest->n > 0;
  *line            = (kb_str){rest->p, eol ? (size_t)(eol - rest->p) : rest->n};
  *rest            = kb_str_from(*rest, line->n + (eol != NULL));
  return more;
}

/// What stands before the next `separator`, which is taken away with it; empty at the end.
static inline kb_str next_field(kb_str* rest, char separator)
{
  const char*  end   = rest->n ? memchr(rest->p, separator, rest->n) : NULL;
  const kb_str field = {rest->p, end ? (size_t)(end - rest->p) : rest->n};
  *rest              = kb_str_from(*rest, field.n + (end != NULL));
  return field;
}

/** \name Results */

typedef struct tap {
  const char* file; ///< where the next test stands
  size_t      line;
  unsigned    passed, failed, pending;
  bool        verbose;      ///< tell what is pending, too
  bool        update;       ///< write the list anew
  bool        partial;      ///< not all tests run: keys of others stay on the list
  const char* pending_path; ///< NULL: no list
  kb_str      pending_text;
  kb_map      keys;     ///< key to its line in the list; KB_NONE - 1 once met
  kb_buf      new_list; ///< what fails now
} tap;

#define TAP_MET (UINT32_MAX - 1)

/// Start; `pending` names the list of what is known to fail, or is NULL.
static inline void tap_begin(tap* t, const char* pending)
{
  const char* update = getenv("UPDATE");
  *t = (tap){.pending_path = pending, .verbose = getenv("VERBOSE") != NULL, .update = update && *update};
  if (pending) {
    t->pending_text = read_test_file(pending);
  }
  kb_str rest = t->pending_text, line;
  for (uint32_t n = 1; next_line(&rest, &line); ++n) {
    if (line.n && line.p[0] == '#') {
      kb_buf_add(&t->new_list, line);
      kb_buf_byte(&t->new_list, '\n');
    } else if (line.n && kb_map_put(&t->keys, line, n) != KB_OK) {
      abort();
    }
  }
}

static inline void KB_PRINTF(4, 0)
  tap_print(const tap* t, const char* what, const char* note, const char* format, va_list args)
{
  printf("%s %u - %s:%zu: %s", what, t->passed + t->failed, t->file, t->line, note);
  vprintf(format, args);
  putchar('\n');
}

/// A test that has passed or not; `key` is its name on the list, the rest tells what is wrong.
static inline void KB_PRINTF(4, 5) tap_result(tap* t, bool good, kb_str key, const char* format, ...)
{
  const bool known = kb_map_get(&t->keys, key) != KB_NONE;
  va_list    args;
  va_start(args, format);
  if (known && kb_map_put(&t->keys, key, TAP_MET) != KB_OK) {
    abort();
  }
  if (!good && (known || (t->update && t->pending_path))) {
    ++t->pending;
    kb_buf_add(&t->new_list, key);
    kb_buf_byte(&t->new_list, '\n');
    if (t->verbose) {
      tap_print(t, "pending", "", format, args);
    }
  } else if (good == known && !t->update) {
    ++t->failed;
    tap_print(t, "not ok", good ? "passes now, take it off the list of what is pending: " : "", format, args);
  } else {
    ++t->passed;
    printf("ok %u - %s:%zu\n", t->passed + t->failed, t->file, t->line);
  }
  va_end(args);
}

static inline void tap_write_list(const tap* t)
{
  FILE* f = fopen(t->pending_path, "wb");
  if (!f || fwrite(t->new_list.p, 1, t->new_list.n, f) != t->new_list.n || fclose(f) != 0) {
    printf("not ok - %s cannot be written\n", t->pending_path);
  }
}

/// Keys of the list that no test has, counts; the exit status.
static inline int tap_end(tap* t)
{
  for (size_t i = 0; i < t->keys.cap && !t->update; ++i) {
    const kb_map_slot* s = &t->keys.slots[i];
    if (s->key.p && s->value != TAP_MET && !t->partial) {
      ++t->failed;
      printf("not ok %u - %s:%u: no such test: %.*s\n", t->passed + t->failed, t->pending_path, s->value, (int)s->key.n,
             s->key.p);
    }
  }
  if (t->update && t->pending_path && !t->partial) {
    tap_write_list(t);
  }
  if (t->pending) {
    printf("pending: %u\n", t->pending);
  }
  printf("1..%u\n", t->passed + t->failed);
  kb_map_release(&t->keys);
  kb_buf_release(&t->new_list);
  free((char*)t->pending_text.p);
  return t->failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif // KHABAR_TEST_TAP_H
