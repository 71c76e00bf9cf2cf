/// Each expectation of tests/sentences/*.txt is a test. `run [FILE...]` runs some files only.
#include "../support/analysed.h"
#include "../support/tap.h"
#include "sentences.h"

#include <dirent.h>

#define FOLDER "tests/sentences/"

/// The article of a block: the headline, if there is one, is a block before the text.
static kb_status read_article(const block* b, kb_doc* doc)
{
  kb_buf   text  = {0};
  kb_error err   = {0};
  uint32_t start = 0;
  if (b->title.n) {
    kb_buf_add(&text, b->title);
    kb_buf_byte(&text, '\n');
    start = (uint32_t)text.n;
  }
  kb_buf_add(&text, b->text);
  const kb_str copy = kb_arena_copy(bench.arena, kb_buf_as_str(&text));
  kb_buf_release(&text);
  kb_status st = copy.p ? kb_doc_init(doc, bench.arena, KB_STR("sentence"), copy, &err) : KB_E_NOMEM;
  if (st == KB_OK && start) {
    doc->blocks.v[0].span.end = start - 1;
    doc->blocks.v[0].kind     = KB_BLOCK_HEADLINE;
    kb_block* body            = kb_array_push(bench.arena, &doc->blocks);
    st                        = body ? KB_OK : KB_E_NOMEM;
    if (body) {
      *body = (kb_block){.span = {start, (uint32_t)copy.n}, .kind = KB_BLOCK_BODY, .copy_of = KB_NONE};
    }
  }
  return st;
}

static kb_status analyse_block(const block* b, kb_doc* doc)
{
  const kb_tools tools = {bench.lexicon, bench.cues};
  kb_error       err   = {0};
  kb_arena_reset(bench.arena);
  kb_status st = read_article(b, doc);
  if (st == KB_OK && b->published.n && !kb_read_date(b->published, &doc->published)) {
    st = KB_E_INPUT;
  }
  for (kb_stage stage = KB_STAGE_TOKEN; stage <= KB_STAGE_EXTRACT && st == KB_OK; ++stage) {
    st = kb_pipeline_stage(stage, doc, &tools, bench.cache, &err);
  }
  return st;
}

/// The name of a test in the list of what is pending: file, first words of the text, expectation.
static void key_of(const tap* t, const block* b, const expectation* e, kb_buf* out)
{
  enum { WORDS = 6 };
  size_t n = 0;
  for (size_t words = 0; n < b->text.n && (b->text.p[n] != ' ' || ++words < WORDS);) {
    ++n;
  }
  kb_buf_reset(out);
  kb_buf_text(out, t->file + strlen(FOLDER));
  kb_buf_text(out, ": ");
  kb_buf_add(out, (kb_str){b->text.p, n});
  kb_buf_text(out, " | ");
  kb_buf_add(out, e->line);
}

static void test(tap* t, const view* v, const block* b, const expectation* e, kb_buf* key)
{
  kb_buf     instead = {0};
  uint32_t   which   = KB_NONE;
  const bool met     = found(v, e, &which);
  if (met) {
    describe(v, e->kind, which, &instead);
  } else {
    describe_found(v, e, &instead);
  }
  key_of(t, b, e, key);
  t->line = e->number;
  tap_result(t, met == e->wanted, kb_buf_as_str(key), "%.*s\n    %.*s\n    found %.*s", (int)e->line.n, e->line.p,
             (int)b->text.n, b->text.p, (int)instead.n, instead.p);
  kb_buf_release(&instead);
}

static void run_block(tap* t, const block* b, kb_buf* key)
{
  kb_doc doc;
  view   v;
  if (b->wrong || analyse_block(b, &doc) != KB_OK || !view_init(&v, &doc, bench.lexicon)) {
    tap_result(t, false, KB_STR(""), "%s: %.*s", b->wrong ? b->wrong : "the text cannot be read", (int)b->text.n,
               b->text.p);
    return;
  }
  for (unsigned i = 0; i < b->n; ++i) {
    test(t, &v, b, &b->v[i], key);
  }
}

static void run_file(tap* t, const char* name)
{
  char      path[300];
  kb_buf    key = {0};
  block     b;
  const int n = snprintf(path, sizeof path, FOLDER "%s", name);
  if (n < 0 || (size_t)n >= sizeof path) {
    abort();
  }
  t->file           = path;
  t->line           = 0;
  const kb_str text = read_test_file(path);
  if (!text.p) {
    tap_result(t, false, KB_STR(""), "cannot be read");
  }
  for (kb_str rest = text; next_block(&rest, &t->line, &b);) {
    const size_t end = t->line;
    run_block(t, &b, &key);
    t->line = end;
  }
  kb_buf_release(&key);
  free((char*)text.p);
}

static int by_name(const void* a, const void* b)
{
  return strcmp(a, b);
}

/// All *.txt of the folder but the list of what is pending, in order.
static size_t list_files(char (*names)[64], size_t cap)
{
  DIR*   d = opendir(FOLDER);
  size_t n = 0;
  for (const struct dirent* e = d ? readdir(d) : NULL; e && n < cap; e = readdir(d)) {
    const kb_str name = kb_str_of(e->d_name);
    if (kb_str_ends(name, KB_STR(".txt")) && !kb_str_eq(name, KB_STR("pending.txt")) && name.n < sizeof *names) {
      memcpy(names[n++], name.p, name.n + 1);
    }
  }
  if (d) {
    closedir(d);
  }
  qsort(names, n, sizeof *names, by_name);
  return n;
}

int main(int argc, char** argv)
{
  enum { MAX_FILES = 100 };
  static char names[MAX_FILES][64];
  tap         t;
  tap_begin(&t, FOLDER "pending.txt");
  t.file = FOLDER;
  if (open_bench(NULL) != 0) {
    puts("not ok 1 - no dictionaries");
    return EXIT_FAILURE;
  }
  if (argc > 1) {
    t.partial = true;
    for (int i = 1; i < argc; ++i) {
      const char* slash = strrchr(argv[i], '/');
      run_file(&t, slash ? slash + 1 : argv[i]);
    }
  } else {
    for (size_t i = 0, n = list_files(names, MAX_FILES); i < n; ++i) {
      run_file(&t, names[i]);
    }
  }
  close_bench(NULL);
  t.file = FOLDER;
  return tap_end(&t);
}
