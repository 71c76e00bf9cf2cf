/// How much memory and time the stages take.
#ifndef KHABAR_TEST_BOUNDS_H
#define KHABAR_TEST_BOUNDS_H

#include "analysed.h"
#include "unit.h"

#include <time.h>

/// Every ceiling of the arena is either enough or ends in KB_E_NOMEM; nothing leaks (seen under the sanitizer).
/// `step` bytes are added each time; `check` is asked what it thinks of the whole article, it may be NULL.
static inline void assert_every_ceiling(const char* text, kb_stage last, size_t step, void (*check)(const kb_doc* doc))
{
  unsigned refused = 0;
  bool     done    = false;
  for (size_t limit = 1024; !done; limit += step) {
    assert_in_range(limit, 0, 16 << 20);
    kb_arena*       arena = kb_arena_new(limit);
    kb_doc          doc;
    kb_error        err = {0};
    const kb_status st  = analyse_in(arena, kb_str_of(text), last, &doc, &err);
    assert_true(st == KB_OK || st == KB_E_NOMEM);
    assert_int_equal(err.status, st);
    done = st == KB_OK;
    refused += !done;
    if (done && check) {
      check(&doc);
    }
    kb_arena_free(arena);
  }
  assert_in_range(refused, 10, 100000);
}

/// Processor time that each stage up to `last` takes for `n` times the same words, in seconds.
static inline void time_stages(const char* unit, int n, kb_stage last, double seconds[KB_STAGE_COUNT])
{
  const kb_tools tools = {bench.lexicon, bench.cues};
  kb_buf         text  = {0};
  kb_doc         doc;
  kb_error       err = {0};
  for (int i = 0; i < n; ++i) {
    kb_buf_text(&text, unit);
  }
  kb_buf_byte(&text, '\0');
  kb_arena_reset(bench.arena);
  assert_int_equal(kb_doc_init(&doc, bench.arena, KB_STR("t"), (kb_str){text.p, text.n - 1}, &err), KB_OK);
  for (kb_stage stage = KB_STAGE_TOKEN; stage <= last; ++stage) {
    const clock_t begin = clock();
    assert_int_equal(kb_pipeline_stage(stage, &doc, &tools, bench.cache, &err), KB_OK);
    seconds[stage] = (double)(clock() - begin) / CLOCKS_PER_SEC;
  }
  kb_buf_release(&text);
}

/// One paragraph of n and of 8 n times the same words: no stage from `first` to `last` may take time that grows with
/// the square.
static inline void assert_linear(const char* const* units, size_t n_units, int n, kb_stage first, kb_stage last)
{
  kb_buf slow = {0};
  for (size_t i = 0; i < n_units; ++i) {
    double once[KB_STAGE_COUNT], more[KB_STAGE_COUNT];
    time_stages(units[i], n, last, once);
    time_stages(units[i], 8 * n, last, more);
    for (kb_stage stage = first; stage <= last; ++stage) {
      if (more[stage] > once[stage] * 30 + 0.25) {
        kb_buf_printf(&slow, "%s: %s takes %.3f s for %d of them, %.3f s for %d\n", units[i], kb_stage_name(stage),
                      once[stage], n, more[stage], 8 * n);
      }
    }
  }
  kb_buf_byte(&slow, '\0');
  assert_string_equal(slow.p, "");
  kb_buf_release(&slow);
}

#endif // KHABAR_TEST_BOUNDS_H
