/*
   Turtle and RDF/XML: one document of several articles, read back by raptor
   and, where it is installed, by serdi.
*/
#include "graphs.h"

#include <unistd.h>

static const char* const ids[] = {"1", "خ 2", "3"};

/// One document of three articles; `expected` gets what it must say.
static void emit(const char* format, const kb_emit_options* options, bool controls, kb_buf* out, lines* expected)
{
  kb_error    err     = {0};
  kb_emitter* emitter = kb_emitter_new(world, kb_emit_format_find(format), options, &err);
  assert_non_null(emitter);
  assert_int_equal(kb_emit_header(emitter, out, &err), KB_OK);
  for (size_t i = 0; i < sizeof ids / sizeof *ids; ++i) {
    kb_graph* g = make_graph(ids[i], controls, true);
    assert_int_equal(kb_emit_article(emitter, g, out, &err), KB_OK);
    add_graph(expected, g, false);
    kb_graph_free(g);
  }
  assert_int_equal(kb_emit_footer(emitter, out, &err), KB_OK);
  kb_emitter_free(emitter);
  sort_lines(expected);
}

static void reads_back(const char* format, const char* syntax, bool controls)
{
  kb_buf out      = {0};
  lines  expected = {NULL, 0};
  emit(format, NULL, controls, &out, &expected);
  lines read = parse(syntax, kb_buf_as_str(&out));
  assert_same_lines(&read, &expected);
  free_lines(&read);
  free_lines(&expected);
  kb_buf_release(&out);
}

static void turtle_reads_back(void** state)
{
  (void)state;
  reads_back("turtle", "turtle", false);
}

static void turtle_keeps_control_characters(void** state)
{
  (void)state;
  reads_back("turtle", "turtle", true);
}

static void rdfxml_reads_back(void** state)
{
  (void)state;
  reads_back("rdfxml", "rdfxml", false);
  reads_back("rdfxml-abbrev", "rdfxml", false);
}

static size_t count(kb_str text, const char* part)
{
  const size_t n = strlen(part);
  size_t       k = 0;
  for (size_t i = 0; i + n <= text.n; ++i) {
    k += memcmp(text.p + i, part, n) == 0;
  }
  return k;
}

static void prefixes_stand_once(void** state)
{
  (void)state;
  static const kb_prefix more[]  = {{"claim", "http://k/claim/"}, {"n", "http://n/"}};
  const kb_emit_options  options = {.prefixes = more, .n_prefixes = 2};
  kb_buf                 out     = {0};
  lines                  unused  = {NULL, 0};
  emit("turtle", &options, false, &out, &unused);
  free_lines(&unused);
  const kb_str text = kb_buf_as_str(&out);
  assert_int_equal(count(text, "@prefix rdf: "), 1);
  assert_int_equal(count(text, "@prefix schema: <http://schema.org/> .\n"), 1);
  assert_int_equal(count(text, "@prefix n: <http://n/> .\n"), 1);
  assert_int_equal(count(text, "a schema:NewsArticle"), 3);
  assert_true(kb_str_starts(text, KB_STR("@prefix ")));
  kb_buf_release(&out);
}

static void one_root_element(void** state)
{
  (void)state;
  static const char* const formats[] = {"rdfxml", "rdfxml-abbrev"};
  for (size_t i = 0; i < 2; ++i) {
    kb_buf out    = {0};
    lines  unused = {NULL, 0};
    emit(formats[i], NULL, false, &out, &unused);
    free_lines(&unused);
    assert_int_equal(count(kb_buf_as_str(&out), "<?xml "), 1);
    assert_int_equal(count(kb_buf_as_str(&out), "<rdf:RDF"), 1);
    assert_int_equal(count(kb_buf_as_str(&out), "</rdf:RDF>"), 1);
    kb_buf_release(&out);
  }
}

/// No article at all is a document too.
static void empty_documents(void** state)
{
  (void)state;
  static const char* const syntaxes[][2] = {{"turtle", "turtle"}, {"rdfxml", "rdfxml"}, {"rdfxml-abbrev", "rdfxml"}};
  for (size_t i = 0; i < 3; ++i) {
    kb_error    err     = {0};
    kb_buf      out     = {0};
    kb_emitter* emitter = kb_emitter_new(world, kb_emit_format_find(syntaxes[i][0]), NULL, &err);
    assert_int_equal(kb_emit_header(emitter, &out, &err), KB_OK);
    assert_int_equal(kb_emit_footer(emitter, &out, &err), KB_OK);
    lines read = parse(syntaxes[i][1], kb_buf_as_str(&out));
    assert_int_equal(read.n, 0);
    free_lines(&read);
    kb_buf_release(&out);
    kb_emitter_free(emitter);
  }
}

/// XML 1.0 cannot say U+0001; the literal keeps its length.
static void xml_replaces_control_characters(void** state)
{
  (void)state;
  kb_buf out    = {0};
  lines  unused = {NULL, 0};
  emit("rdfxml", NULL, true, &out, &unused);
  free_lines(&unused);
  assert_int_equal(count(kb_buf_as_str(&out), ">a\xEF\xBF\xBD<"), 3 * 3);
  lines read = parse("rdfxml", kb_buf_as_str(&out));
  free_lines(&read);
  kb_buf_release(&out);
}

/// Folders of instances become prefixes, unless the name is taken.
static void folders_are_prefixes(void** state)
{
  (void)state;
  static const char* const folders[] = {"claim", "time", "n", NULL};
  static const kb_prefix   more[]    = {{"n", "http://n/"}};
  const kb_emit_options options  = {.prefixes = more, .n_prefixes = 1, .base = KB_STR("http://k/"), .folders = folders};
  kb_buf                out      = {0};
  lines                 expected = {NULL, 0};
  emit("turtle", &options, false, &out, &expected);
  assert_int_equal(count(kb_buf_as_str(&out), "@prefix claim: <http://k/claim/> .\n"), 1);
  assert_int_equal(count(kb_buf_as_str(&out), "@prefix time: "), 1);
  assert_int_equal(count(kb_buf_as_str(&out), "@prefix n: <http://n/> .\n"), 1);
  lines read = parse("turtle", kb_buf_as_str(&out));
  assert_same_lines(&read, &expected);
  free_lines(&read);
  free_lines(&expected);
  kb_buf_release(&out);
}

/// Emitters of different workers write the same bytes.
static void emitters_agree(void** state)
{
  (void)state;
  kb_buf a = {0}, b = {0};
  lines  la = {NULL, 0}, lb = {NULL, 0};
  emit("turtle", NULL, false, &a, &la);
  emit("turtle", NULL, false, &b, &lb);
  assert_int_equal(a.n, b.n);
  assert_memory_equal(a.p, b.p, a.n);
  free_lines(&la);
  free_lines(&lb);
  kb_buf_release(&a);
  kb_buf_release(&b);
}

static void prefix_given_twice(void** state)
{
  (void)state;
  static const kb_prefix more[]  = {{"n", "http://n/"}, {"n", "http://m/"}};
  const kb_emit_options  options = {.prefixes = more, .n_prefixes = 2};
  kb_error               err     = {0};
  assert_null(kb_emitter_new(world, kb_emit_format_find("turtle"), &options, &err));
  assert_int_equal(err.status, KB_E_USAGE);
}

static void serdi_reads_turtle(void** state)
{
  (void)state;
  if (system("command -v serdi >/dev/null 2>&1") != 0) {
    skip();
  }
  char      name[] = "/tmp/khabar-test-XXXXXX";
  const int fd     = mkstemp(name);
  assert_true(fd >= 0);
  kb_buf out      = {0};
  lines  expected = {NULL, 0};
  emit("turtle", NULL, true, &out, &expected);
  assert_int_equal(write(fd, out.p, out.n), (ssize_t)out.n);
  close(fd);
  char command[128];
  snprintf(command, sizeof command, "serdi -i turtle -o nquads %s", name);
  FILE* pipe = popen(command, "r");
  assert_non_null(pipe);
  out.n = 0;
  for (int c; (c = getc(pipe)) != EOF;) {
    kb_buf_byte(&out, (char)c);
  }
  assert_int_equal(pclose(pipe), 0);
  unlink(name);
  lines read = parse("nquads", kb_buf_as_str(&out));
  assert_same_lines(&read, &expected);
  free_lines(&read);
  free_lines(&expected);
  kb_buf_release(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(turtle_reads_back),
    cmocka_unit_test(turtle_keeps_control_characters),
    cmocka_unit_test(rdfxml_reads_back),
    cmocka_unit_test(prefixes_stand_once),
    cmocka_unit_test(one_root_element),
    cmocka_unit_test(empty_documents),
    cmocka_unit_test(xml_replaces_control_characters),
    cmocka_unit_test(folders_are_prefixes),
    cmocka_unit_test(emitters_agree),
    cmocka_unit_test(prefix_given_twice),
    cmocka_unit_test(serdi_reads_turtle),
  };
  return cmocka_run_group_tests(tests, open_world, close_world);
}
