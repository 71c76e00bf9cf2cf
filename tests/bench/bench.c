/* Processor time of each step on the articles given, read again and again for some seconds. */
#include "khabar/conllu.h"
#include "khabar/pipeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SECONDS = 4 };

/// The stages, and what is done before and behind them.
enum { STEP_READ = KB_STAGE_COUNT, STEP_CONLLU, STEP_RDF, STEPS };

typedef struct kb_times {
  double seconds[STEPS];
  size_t articles, words, bytes, bytes_out;
} kb_times;

/// What the steps work with.
typedef struct kb_bench {
  kb_tools        tools;
  kb_lexicon*     lexicon;
  kb_boilerplate* cues;
  kb_morph_cache* cache;
  void*           rdf;
  kb_rdf_options  options;
  kb_times        times;
} kb_bench;

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/// Add what has gone by since `*start` to a step, and begin anew.
static void lap(kb_times* times, int step, double* start)
{
  const double end = now();
  times->seconds[step] += end - *start;
  *start = end;
}

static size_t count_words(const kb_doc* doc)
{
  size_t n = 0;
  for (uint32_t t = 0; t < doc->tokens.n; ++t) {
    n += doc->tokens.v[t].kind < KB_TOKEN_PUNCT;
  }
  return n;
}

static kb_status time_article(kb_bench* b, kb_doc* doc, double start)
{
  kb_buf    conllu = {0}, rdf = {0};
  kb_status st = KB_OK;
  for (kb_stage stage = KB_STAGE_BLOCKS; st == KB_OK && stage < KB_STAGE_COUNT; ++stage) {
    st = kb_pipeline_stage(stage, doc, &b->tools, b->cache, NULL);
    lap(&b->times, (int)stage, &start);
  }
  st = st == KB_OK ? kb_conllu_write(doc, &conllu, NULL) : st;
  lap(&b->times, STEP_CONLLU, &start);
  st = st == KB_OK ? kb_rdf_article(b->rdf, doc, &rdf, NULL) : st;
  lap(&b->times, STEP_RDF, &start);
  b->times.bytes_out += rdf.n;
  b->times.bytes += doc->text.n;
  b->times.words += count_words(doc);
  ++b->times.articles;
  kb_buf_release(&conllu);
  kb_buf_release(&rdf);
  return st;
}

static kb_status time_inputs(kb_bench* b, char** inputs, int n)
{
  const kb_read_options options = {0};
  kb_reader*            reader  = NULL;
  kb_arena*             arena   = kb_arena_new(KB_PIPELINE_MEMORY);
  kb_status             st      = arena ? KB_OK : KB_E_NOMEM;
  st = st == KB_OK ? kb_reader_open(&reader, (const char* const*)inputs, (size_t)n, &options, NULL) : st;
  for (bool more = true; st == KB_OK && more;) {
    kb_doc doc;
    double start = now();
    kb_arena_reset(arena);
    st = kb_reader_next(reader, arena, &doc, &more, NULL);
    lap(&b->times, STEP_READ, &start);
    if (st == KB_OK && more) {
      st = time_article(b, &doc, start);
    }
  }
  kb_reader_close(reader);
  kb_arena_free(arena);
  return st;
}

/** \name Report */

static void print_step(const kb_times* times, const char* name, int step, double all)
{
  printf("%-10s %8.1f us/article  %5.1f %%\n", name, times->seconds[step] * 1e6 / (double)times->articles,
         times->seconds[step] * 100 / all);
}

static void print(const kb_times* times)
{
  double stages = times->seconds[STEP_READ];
  for (int i = 0; i < KB_STAGE_COUNT; ++i) {
    stages += times->seconds[i];
  }
  const double convert = stages + times->seconds[STEP_RDF];
  const double analyze = stages - times->seconds[KB_STAGE_EXTRACT] + times->seconds[STEP_CONLLU];
  print_step(times, "read", STEP_READ, convert);
  for (int i = 0; i < KB_STAGE_COUNT; ++i) {
    print_step(times, kb_stage_name((kb_stage)i), i, convert);
  }
  print_step(times, "map+emit", STEP_RDF, convert);
  printf("%-10s %8.0f articles/s, %.1f MB/s of text, %.1f MB/s written, one thread\n", "convert",
         (double)times->articles / convert, (double)times->bytes / convert / 1e6,
         (double)times->bytes_out / convert / 1e6);
  print_step(times, "conllu", STEP_CONLLU, analyze);
  printf("%-10s %8.0f words/s, one thread: no extract, no map+emit, but conllu\n", "analyze",
         (double)times->words / analyze);
}

/** \name All of it */

/// Read the dictionaries, and then their image, which the program works with.
static kb_status open_lexicon(kb_bench* b, const char* const* dirs, const char* image, kb_error* err)
{
  double    start = now();
  kb_status st    = kb_lexicon_open(&b->lexicon, dirs, 1, NULL, err);
  printf("%-10s %8.1f ms\n", "lexicon", (now() - start) * 1e3);
  if (st == KB_OK && image) {
    kb_lexicon_close(b->lexicon);
    b->lexicon = NULL;
    start      = now();
    st         = kb_lexicon_open(&b->lexicon, dirs, 1, image, err);
    printf("%-10s %8.1f ms\n", "image", (now() - start) * 1e3);
  }
  return st;
}

static kb_status open_all(kb_bench* b, const char* dir, const char* image, kb_error* err)
{
  const char* dirs[] = {dir};
  kb_status   st     = open_lexicon(b, dirs, image, err);
  st                 = st == KB_OK ? kb_boilerplate_open(&b->cues, dirs, 1, err) : st;
  b->tools           = (kb_tools){b->lexicon, b->cues};
  b->options         = (kb_rdf_options){
            .format = kb_emit_format_find("nquads"), .base = kb_str_of(KB_MAPPING_BASE), .mapping = kb_mapping_defaults()};
  st = st == KB_OK ? kb_rdf_open(&b->options, b->lexicon, &b->rdf, err) : st;
  if (st == KB_OK && !(b->cache = kb_morph_cache_new(b->lexicon))) {
    st = kb_error_nomem(err);
  }
  return st;
}

int main(int argc, char** argv)
{
  if (argc < 3) {
    fprintf(stderr, "usage: [KHABAR_IMAGE=FILE] bench ONTOLOGY INPUT...\n");
    return 2;
  }
  kb_bench  b   = {0};
  kb_error  err = {0};
  kb_status st  = open_all(&b, argv[1], getenv("KHABAR_IMAGE"), &err);
  for (const double start = now(); st == KB_OK && now() - start < SECONDS;) {
    st = time_inputs(&b, argv + 2, argc - 2);
  }
  if (st == KB_OK) {
    print(&b.times);
  } else {
    fprintf(stderr, "bench: %s: %s\n", err.source, err.text[0] ? err.text : kb_status_text(st));
  }
  kb_morph_cache_free(b.cache);
  kb_rdf_close(b.rdf);
  kb_boilerplate_close(b.cues);
  kb_lexicon_close(b.lexicon);
  return st == KB_OK ? 0 : 1;
}
