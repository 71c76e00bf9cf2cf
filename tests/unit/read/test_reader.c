#include "../../support/folder.h"

#include "khabar/read.h"

#include <zlib.h>

static int make_box(void** state)
{
  folder* box = malloc(sizeof *box);
  assert_non_null(box);
  *box   = new_folder();
  *state = box;
  return 0;
}

static int drop_box(void** state)
{
  remove_folder(*state);
  free(*state);
  return 0;
}

static void put_packed(folder* box, const char* name, kb_str bytes)
{
  gzFile file = gzopen(path_in(box, name), "wb");
  assert_non_null(file);
  assert_int_equal(gzwrite(file, bytes.p, (unsigned)bytes.n), bytes.n);
  assert_int_equal(gzclose(file), Z_OK);
}

/// Read all of an input: one line for each article or error.
static char* read_all(const char* const* inputs, size_t n, const kb_read_options* options)
{
  kb_reader* reader = NULL;
  kb_arena*  arena  = kb_arena_new(0);
  kb_buf     log    = {0};
  assert_int_equal(kb_reader_open(&reader, inputs, n, options, NULL), KB_OK);
  for (bool more = true; more;) {
    kb_doc   doc;
    kb_error err = {0};
    kb_arena_reset(arena);
    const kb_status st = kb_reader_next(reader, arena, &doc, &more, &err);
    if (st != KB_OK) {
      const char* slash = strrchr(err.source, '/');
      kb_buf_printf(&log, "! %s:%zu\n", slash ? slash + 1 : err.source, err.line);
    } else if (more) {
      kb_buf_printf(&log, "%.*s=%.*s\n", (int)doc.id.n, doc.id.p, (int)doc.text.n, doc.text.p);
      assert_int_equal(doc.text.p[doc.text.n], '\0');
    }
  }
  kb_reader_close(reader);
  kb_arena_free(arena);
  kb_buf_byte(&log, '\0');
  return log.p;
}

static void assert_reads(folder* box, const char* name, const kb_read_options* options, const char* expected)
{
  const char* input = path_in(box, name);
  char*       got   = read_all(&input, 1, options);
  assert_string_equal(got, expected);
  free(got);
}

static const kb_read_options plain;

static void text_file(void** state)
{
  write_file(*state, "قمة.txt", KB_STR("نص\r\n"));
  assert_reads(*state, "قمة.txt", &plain, "قمة=نص\n\n");
}

static void empty_and_blank_files(void** state)
{
  write_file(*state, "a.txt", KB_STR(""));
  write_file(*state, "b.txt", KB_STR(" \n\t\xC2\xA0\n"));
  write_file(*state, "c.jsonl", KB_STR(" \n\n"));
  write_file(*state, "d.txt", KB_STR("د"));
  assert_reads(*state, ".", &plain, "! a.txt:0\n! b.txt:0\n! c.jsonl:0\nd=د\n");
}

static void directory_in_order_of_names(void** state)
{
  folder* box = *state;
  assert_int_equal(mkdir(path_in(box, "b"), 0700), 0);
  write_file(box, "c.txt", KB_STR("3"));
  write_file(box, "b/z.txt", KB_STR("2"));
  write_file(box, "a.txt", KB_STR("1"));
  write_file(box, ".hidden.txt", KB_STR("x"));
  write_file(box, "picture.png", KB_STR("x"));
  assert_int_equal(symlink(box->dir, path_in(box, "b/loop")), 0);
  assert_reads(box, ".", &plain, "a=1\nz=2\nc=3\n");
  const kb_read_options all = {.format = "text"};
  assert_reads(box, ".", &all, "a=1\nz=2\nc=3\npicture=x\n");
}

static void missing_file_does_not_end_the_stream(void** state)
{
  folder* box = *state;
  write_file(box, "a.txt", KB_STR("1"));
  char good[300];
  strcpy(good, path_in(box, "a.txt"));
  char missing[300];
  strcpy(missing, path_in(box, "no.txt"));
  const char* inputs[] = {missing, good, missing};
  char*       got      = read_all(inputs, 3, &plain);
  assert_string_equal(got, "! no.txt:0\na=1\n! no.txt:0\n");
  free(got);
}

static void jsonl(void** state)
{
  write_file(*state, "n.jsonl",
             KB_STR("\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"أ\"}\r\n"
                    "\n"
                    "{\"id\":7,\"text\":\"ب &quot;\"}\n"
                    "{\"text\":\"ت\\u0000\"}\n"
                    "{\"id\":\"x\",\"text\":\"ث\"}\n"
                    "{broken\n"
                    "[1]\n"
                    "{\"text\":\"\"}\n"
                    "{\"id\":\"y\"}\n"
                    "{\"text\":\"\xFF\"}\n"
                    "{\"id\":\"\",\"text\":\"last\"}"));
  assert_reads(*state, "n.jsonl", &plain,
               "x=أ\n7=ب &quot;\nn-4=ت \nx-2=ث\n! n.jsonl:6\n! n.jsonl:7\n! n.jsonl:8\n! n.jsonl:9\n! n.jsonl:10\n"
               "n-11=last\n");
}

static void json(void** state)
{
  folder* box = *state;
  write_file(box, "a.json", KB_STR("[{\"id\":\"x\",\"text\":\"أ\"},\n{\"id\":\"y\"},{\"text\":\"ب\"}]"));
  assert_reads(box, "a.json", &plain, "x=أ\n! a.json:1\na-3=ب\n");
  write_file(box, "a.json",
             KB_STR("\xEF\xBB\xBF{\"id\":\"x\",\n\"text\":\"أ\"}\n{\"id\":\"y\",\"text\":\"ب\"}\n\n{\n:"));
  assert_reads(box, "a.json", &plain, "x=أ\ny=ب\n! a.json:6\n");
  write_file(box, "a.json", KB_STR("[]"));
  assert_reads(box, "a.json", &plain, "! a.json:0\n");
}

static void web_pages_are_refused(void** state)
{
  write_file(*state, "a.txt", KB_STR("\n <!DOCTYPE html><p>قمة</p>"));
  assert_reads(*state, "a.txt", &plain, "! a.txt:0\n");
}

static void metadata(void** state)
{
  folder* box = *state;
  write_file(box, "m.jsonl",
             KB_STR("{\"text\":\"أ\",\"title\":\"ع\",\"url\":\"http://x/"
                    "\",\"published\":\"2015-03-02T10:00\",\"publisher\":\"ن\","
                    "\"language\":\"ar-EG\"}\n{\"text\":\"أ\",\"published\":\"soon\"}\n"));
  const char*           input   = path_in(box, "m.jsonl");
  const kb_read_options options = {.published = {2001, 2, 3}, .publisher = KB_STR("P")};
  kb_reader*            reader  = NULL;
  kb_arena*             arena   = kb_arena_new(0);
  kb_doc                doc;
  bool                  more;
  assert_int_equal(kb_reader_open(&reader, &input, 1, &options, NULL), KB_OK);
  assert_int_equal(kb_reader_next(reader, arena, &doc, &more, NULL), KB_OK);
  assert_string_equal(doc.title.p, "ع");
  assert_string_equal(doc.url.p, "http://x/");
  assert_string_equal(doc.publisher.p, "ن");
  assert_string_equal(doc.language.p, "ar-EG");
  assert_int_equal(doc.published.day, 2);
  assert_int_equal(doc.line, 1);
  assert_int_equal(kb_reader_next(reader, arena, &doc, &more, NULL), KB_OK);
  assert_int_equal(doc.published.year, 2001);
  assert_string_equal(doc.publisher.p, "P");
  assert_string_equal(doc.language.p, "ar");
  kb_reader_close(reader);
  kb_arena_free(arena);
}

static void too_long_lines_are_skipped(void** state)
{
  kb_buf buf = {0};
  kb_buf_text(&buf, "{\"text\":\"");
  for (int i = 0; i < 300000; ++i) {
    kb_buf_byte(&buf, 'x');
  }
  kb_buf_text(&buf, "\"}\n{\"id\":\"b\",\"text\":\"ب\"}\n");
  write_file(*state, "l.jsonl", kb_buf_as_str(&buf));
  kb_buf_release(&buf);
  const kb_read_options options = {.max_bytes = 100000};
  assert_reads(*state, "l.jsonl", &options, "! l.jsonl:1\nb=ب\n");
}

static void packed_files(void** state)
{
  folder* box = *state;
  put_packed(box, "p.txt.gz", KB_STR("نص"));
  put_packed(box, "q.jsonl.gz", KB_STR("{\"id\":\"q\",\"text\":\"ق\"}"));
  assert_reads(box, ".", &plain, "p=نص\nq=ق\n");

  struct stat st;
  assert_int_equal(stat(path_in(box, "p.txt.gz"), &st), 0);
  assert_int_equal(truncate(path_in(box, "p.txt.gz"), st.st_size - 6), 0);
  assert_reads(box, "p.txt.gz", &plain, "! p.txt.gz:0\n");
}

static void binary_file(void** state)
{
  write_file(*state, "b.txt",
             KB_STR("\x7F"
                    "ELF\0\0\1\2\3\4\5\6"));
  assert_reads(*state, "b.txt", &plain, "! b.txt:0\n");
}

static void nothing_to_read_is_an_error(void** state)
{
  folder* box = *state;
  assert_reads(box, ".", &plain, "! :0\n");
  write_file(box, "a.png", KB_STR("x"));
  assert_reads(box, ".", &plain, "! :0\n");
}

static void unknown_format_is_wrong_usage(void** state)
{
  (void)state;
  const kb_read_options options = {.format = "doc"};
  kb_reader*            reader  = NULL;
  kb_error              err     = {0};
  assert_int_equal(kb_reader_open(&reader, NULL, 0, &options, &err), KB_E_USAGE);
  assert_null(reader);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(text_file, make_box, drop_box),
    cmocka_unit_test_setup_teardown(empty_and_blank_files, make_box, drop_box),
    cmocka_unit_test_setup_teardown(directory_in_order_of_names, make_box, drop_box),
    cmocka_unit_test_setup_teardown(missing_file_does_not_end_the_stream, make_box, drop_box),
    cmocka_unit_test_setup_teardown(jsonl, make_box, drop_box),
    cmocka_unit_test_setup_teardown(json, make_box, drop_box),
    cmocka_unit_test_setup_teardown(web_pages_are_refused, make_box, drop_box),
    cmocka_unit_test_setup_teardown(metadata, make_box, drop_box),
    cmocka_unit_test_setup_teardown(too_long_lines_are_skipped, make_box, drop_box),
    cmocka_unit_test_setup_teardown(packed_files, make_box, drop_box),
    cmocka_unit_test_setup_teardown(binary_file, make_box, drop_box),
    cmocka_unit_test_setup_teardown(nothing_to_read_is_an_error, make_box, drop_box),
    cmocka_unit_test(unknown_format_is_wrong_usage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
