/// An article in memory, taken through the stages with the real dictionaries.
#ifndef KHABAR_TEST_ANALYSED_H
#define KHABAR_TEST_ANALYSED_H

#include "ontology.h"

#include "khabar/pipeline.h"

#include <stdlib.h>

static struct {
  kb_lexicon*     lexicon;
  kb_boilerplate* cues;
  kb_morph_cache* cache;
  kb_arena*       arena;
} bench;

/// Group set-up: the dictionaries of KHABAR_ONTOLOGY, from the compiled image KHABAR_IMAGE where it is named.
static inline int open_bench(void** state)
{
  (void)state;
  const char* dir = ontology_folder();
  kb_error    err = {0};
  if (kb_lexicon_open(&bench.lexicon, &dir, 1, getenv("KHABAR_IMAGE"), &err) != KB_OK ||
      kb_boilerplate_open(&bench.cues, &dir, 1, &err) != KB_OK) {
    return -1;
  }
  bench.cache = kb_morph_cache_new(bench.lexicon);
  bench.arena = kb_arena_new(0);
  return bench.cache && bench.arena ? 0 : -1;
}

static inline int close_bench(void** state)
{
  (void)state;
  kb_morph_cache_free(bench.cache);
  kb_arena_free(bench.arena);
  kb_boilerplate_close(bench.cues);
  kb_lexicon_close(bench.lexicon);
  return 0;
}

/// The article after stage `last`, in `arena`.
static inline kb_status analyse_in(kb_arena* arena, kb_str text, kb_stage last, kb_doc* doc, kb_error* err)
{
  const kb_tools  tools = {bench.lexicon, bench.cues};
  const kb_status st    = kb_doc_init(doc, arena, KB_STR("test"), text, err);
  return st == KB_OK ? kb_pipeline_article(doc, &tools, bench.cache, last, err) : st;
}

/// The same in an arena of its own, which lives until the next call. Aborts the test program on failure.
static inline kb_doc analyse(const char* text, kb_stage last)
{
  kb_doc doc;
  kb_arena_reset(bench.arena);
  if (analyse_in(bench.arena, kb_str_of(text), last, &doc, NULL) != KB_OK) {
    abort();
  }
  return doc;
}

#endif // KHABAR_TEST_ANALYSED_H
