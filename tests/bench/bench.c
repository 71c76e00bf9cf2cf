/* Time of each stage on the articles given, read again and again for some seconds. */
#include "khabar/pipeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { KB_SECONDS = 4, KB_EMIT = KB_STAGE_COUNT, KB_STEPS };

typedef struct kb_times {
  double seconds[KB_STEPS];
  size_t articles, bytes, statements_bytes;
} kb_times;

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static kb_status time_article(kb_doc* doc, const kb_tools* tools, kb_morph_cache* cache, void* rdf, kb_times* times)
{
  kb_buf    out   = {0};
  kb_status st    = KB_OK;
  double    start = now();
  for (kb_stage stage = KB_STAGE_BLOCKS; st == KB_OK && stage < KB_STAGE_COUNT; ++stage) {
    st               = kb_pipeline_stage(stage, doc, tools, cache, NULL);
    const double end = now();
    times->seconds[stage] += end - start;
    start = end;
  }
  st = st == KB_OK ? kb_rdf_article(rdf, doc, &out, NULL) : st;
  times->seconds[KB_EMIT] += now() - start;
  times->statements_bytes += out.n;
  times->bytes += doc->text.n;
  ++times->articles;
  kb_buf_release(&out);
  return st;
}

static kb_status
time_inputs(char** inputs, int n, const kb_tools* tools, kb_morph_cache* cache, void* rdf, kb_times* times)
{
  const kb_read_options options = {0};
  kb_reader*            reader  = NULL;
  kb_arena*             arena   = kb_arena_new(KB_PIPELINE_MEMORY);
  kb_status             st      = arena ? KB_OK : KB_E_NOMEM;
  st = st == KB_OK ? kb_reader_open(&reader, (const char* const*)inputs, (size_t)n, &options, NULL) : st;
  for (bool more = true; st == KB_OK && more;) {
    kb_doc doc;
    kb_arena_reset(arena);
    st = kb_reader_next(reader, arena, &doc, &more, NULL);
    if (st == KB_OK && more) {
      st = time_article(&doc, tools, cache, rdf, times);
    }
  }
  kb_reader_close(reader);
  kb_arena_free(arena);
  return st;
}

static void print(const kb_times* times)
{
  double all = 0;
  for (int i = 0; i < KB_STEPS; ++i) {
    all += times->seconds[i];
  }
  for (int i = 0; i < KB_STEPS; ++i) {
    printf("%-10s %8.1f us/article  %5.1f %%\n", i < KB_STAGE_COUNT ? kb_stage_name((kb_stage)i) : "map+emit",
           times->seconds[i] * 1e6 / (double)times->articles, times->seconds[i] * 100 / all);
  }
  printf("%-10s %8.0f articles/s, %.1f MB/s of text, %.1f MB/s written, one thread\n", "all",
         (double)times->articles / all, (double)times->bytes / all / 1e6, (double)times->statements_bytes / all / 1e6);
}

int main(int argc, char** argv)
{
  if (argc < 3) {
    fprintf(stderr, "usage: bench ONTOLOGY INPUT...\n");
    return 2;
  }
  kb_rdf_options  options = {.format = kb_emit_format_find("nquads"), .base = kb_str_of(KB_MAPPING_BASE)};
  kb_tools        tools   = {0};
  kb_lexicon*     lexicon = NULL;
  kb_boilerplate* cues    = NULL;
  void*           rdf     = NULL;
  kb_error        err     = {0};
  kb_times        times   = {0};
  const char*     dirs[]  = {argv[1]};
  double          start   = now();
  kb_status       st      = kb_lexicon_open(&lexicon, dirs, 1, NULL, &err);
  printf("%-10s %8.1f ms\n", "lexicon", (now() - start) * 1e3);
  st                    = st == KB_OK ? kb_boilerplate_open(&cues, dirs, 1, &err) : st;
  tools                 = (kb_tools){lexicon, cues};
  options.mapping       = kb_mapping_defaults();
  st                    = st == KB_OK ? kb_rdf_open(&options, lexicon, &rdf, &err) : st;
  kb_morph_cache* cache = st == KB_OK ? kb_morph_cache_new(lexicon) : NULL;
  for (start = now(); cache && st == KB_OK && now() - start < KB_SECONDS;) {
    st = time_inputs(argv + 2, argc - 2, &tools, cache, rdf, &times);
  }
  if (st == KB_OK && cache) {
    print(&times);
  } else {
    fprintf(stderr, "bench: %s: %s\n", err.source, err.text[0] ? err.text : kb_status_text(st));
  }
  kb_morph_cache_free(cache);
  kb_rdf_close(rdf);
  kb_boilerplate_close(cues);
  kb_lexicon_close(lexicon);
  return st == KB_OK ? 0 : 1;
}
