#include "../../support/folder.h"

#include "../../support/analysed.h"

static folder place; ///< of the file of articles

enum { ARTICLES = 40 };

static bool is_broken(int i)
{
  return i % 10 == 3;
}

static int make(void** state)
{
  kb_buf articles = {0};
  for (int i = 0; i < ARTICLES; ++i) {
    kb_buf_printf(&articles, is_broken(i) ? "{broken %d\n" : "{\"id\":\"%d\",\"text\":\"وصل الوزير إلى تونس.\"}\n", i);
  }
  place = new_folder();
  write_file(&place, "articles.jsonl", kb_buf_as_str(&articles));
  kb_buf_release(&articles);
  return open_bench(state);
}

static int drop(void** state)
{
  remove_folder(&place);
  return close_bench(state);
}

/** \name A sink that notes what reaches it */

typedef struct kb_notes {
  kb_buf log;
  int    open;       ///< states that are open
  int    full_after; ///< writes until the disk is full, -1: never
} kb_notes;

static kb_status note_open(void* user, const kb_lexicon* lex, void** state, kb_error* err)
{
  kb_notes* notes = user;
  assert_non_null(lex);
  (void)err;
  ++notes->open;
  *state = notes;
  return KB_OK;
}

static kb_status note_article(void* state, const kb_doc* doc, kb_buf* out, kb_error* err)
{
  assert_non_null(state);
  if (kb_str_eq(doc->id, KB_STR("7"))) {
    return kb_error_set(err, KB_E_INPUT, NULL, 0, "seven");
  }
  kb_buf_add(out, doc->id);
  return KB_OK;
}

static void note_close(void* state)
{
  kb_notes* notes = state;
  --notes->open;
}

static kb_status note_write(void* user, const kb_doc* doc, kb_str bytes, kb_error* err)
{
  kb_notes* notes = user;
  assert_true(kb_str_eq(doc->id, bytes));
  if (notes->full_after >= 0 && notes->full_after-- == 0) {
    return kb_error_set(err, KB_E_IO, NULL, 0, "full");
  }
  kb_buf_add(&notes->log, bytes);
  kb_buf_byte(&notes->log, ' ');
  return KB_OK;
}

static void note_error(void* user, const kb_error* message)
{
  kb_notes* notes = user;
  kb_buf_printf(&notes->log, "!%zu ", message->line);
}

static bool skip_odd(void* user, const kb_doc* doc)
{
  (void)user;
  return (doc->id.p[doc->id.n - 1] & 1) != 0;
}

static kb_status run(kb_notes* notes, kb_pipeline_options options, kb_pipeline_report* report)
{
  const char*           input = path_in(&place, "articles.jsonl");
  const kb_read_options plain = {.format = "jsonl"};
  const kb_tools        tools = {bench.lexicon, bench.cues};
  const kb_sink         sink  = {notes, note_open, note_article, note_close, note_write};
  kb_reader*            reader;
  kb_error              err = {0};
  options.last              = KB_STAGE_TOKEN;
  options.log               = note_error;
  options.user              = notes;
  assert_int_equal(kb_reader_open(&reader, &input, 1, &plain, NULL), KB_OK);
  const kb_status st = kb_pipeline_run(reader, &tools, &sink, &options, report, &err);
  kb_reader_close(reader);
  assert_int_equal(notes->open, 0);
  assert_int_equal(st == KB_E_IO, err.status == KB_E_IO);
  kb_buf_byte(&notes->log, '\0');
  return st;
}

static void results_keep_the_order_of_the_input(void** state)
{
  (void)state;
  kb_buf expected = {0};
  for (int i = 0; i < ARTICLES; ++i) {
    kb_buf_printf(&expected, is_broken(i) || i == 7 ? "!%d " : "%d ", is_broken(i) || i == 7 ? i + 1 : i);
  }
  kb_buf_byte(&expected, '\0');
  for (unsigned workers = 1; workers <= 8; ++workers) {
    kb_notes           notes = {.full_after = -1};
    kb_pipeline_report report;
    assert_int_equal(run(&notes, (kb_pipeline_options){.workers = workers}, &report), KB_OK);
    assert_string_equal(notes.log.p, expected.p);
    assert_int_equal(report.articles, 35);
    assert_int_equal(report.rejected, 5);
    kb_buf_release(&notes.log);
  }
  kb_buf_release(&expected);
}

static void the_batch_ends_at_max_errors(void** state)
{
  (void)state;
  kb_notes           notes = {.full_after = -1};
  kb_pipeline_report report;
  assert_int_equal(run(&notes, (kb_pipeline_options){.workers = 4, .max_errors = 2}, &report), KB_E_INPUT);
  assert_string_equal(notes.log.p, "0 1 2 !4 4 5 6 !8 ");
  assert_int_equal(report.rejected, 2);
  kb_buf_release(&notes.log);
}

static void the_batch_ends_when_the_disk_is_full(void** state)
{
  (void)state;
  kb_notes           notes = {.full_after = 2};
  kb_pipeline_report report;
  assert_int_equal(run(&notes, (kb_pipeline_options){.workers = 4}, &report), KB_E_IO);
  assert_string_equal(notes.log.p, "0 1 ");
  assert_int_equal(report.articles, 2);
  kb_buf_release(&notes.log);
}

static void skipped_articles_are_counted(void** state)
{
  (void)state;
  kb_notes            notes = {.full_after = -1};
  kb_pipeline_report  report;
  kb_pipeline_options options = {.workers = 2, .skip = skip_odd};
  assert_int_equal(run(&notes, options, &report), KB_OK);
  assert_int_equal(report.articles, 20);
  assert_int_equal(report.skipped, 16);
  assert_int_equal(report.rejected, 4);
  kb_buf_release(&notes.log);
}

static void too_little_memory_rejects_articles(void** state)
{
  (void)state;
  kb_notes           notes = {.full_after = -1};
  kb_pipeline_report report;
  assert_int_equal(run(&notes, (kb_pipeline_options){.workers = 2, .memory = 300}, &report), KB_OK);
  assert_int_equal(report.articles, 0);
  assert_int_equal(report.rejected, ARTICLES);
  kb_buf_release(&notes.log);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(results_keep_the_order_of_the_input),  cmocka_unit_test(the_batch_ends_at_max_errors),
    cmocka_unit_test(the_batch_ends_when_the_disk_is_full), cmocka_unit_test(skipped_articles_are_counted),
    cmocka_unit_test(too_little_memory_rejects_articles),
  };
  return cmocka_run_group_tests(tests, make, drop);
}
