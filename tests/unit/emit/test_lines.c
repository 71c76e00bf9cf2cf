#include "graphs.h"

static kb_emitter* new_emitter(const char* format, bool ascii)
{
  kb_error        err     = {0};
  kb_emit_options options = {.ascii = ascii};
  kb_emitter*     emitter = kb_emitter_new(world, kb_emit_format_find(format), &options, &err);
  assert_non_null(emitter);
  return emitter;
}

static void emit(const char* format, bool ascii, const kb_graph* g, kb_buf* out)
{
  kb_error    err     = {0};
  kb_emitter* emitter = new_emitter(format, ascii);
  assert_int_equal(kb_emit_header(emitter, out, &err), KB_OK);
  assert_int_equal(kb_emit_article(emitter, g, out, &err), KB_OK);
  assert_int_equal(kb_emit_footer(emitter, out, &err), KB_OK);
  kb_emitter_free(emitter);
}

/// What raptor's own serializer writes.
static void emit_by_raptor(const char* format, const kb_graph* g, void** text, size_t* n)
{
  raptor_serializer* serializer = raptor_new_serializer(world, format);
  raptor_iostream*   stream     = raptor_new_iostream_to_string(world, text, n, NULL);
  raptor_serializer_start_to_iostream(serializer, NULL, stream);
  for (size_t i = 0; i < kb_graph_count(g); ++i) {
    raptor_statement statement = *kb_graph_at(g, i);
    assert_int_equal(raptor_serializer_serialize_statement(serializer, &statement), 0);
  }
  assert_int_equal(raptor_serializer_serialize_end(serializer), 0);
  raptor_free_serializer(serializer);
  raptor_free_iostream(stream);
}

static const char* const formats[] = {"ntriples", "nquads"};

static void ascii_form_is_raptors_byte_by_byte(void** state)
{
  (void)state;
  kb_graph* g = make_graph("خ 1", true, true);
  for (size_t i = 0; i < 2; ++i) {
    kb_buf out      = {0};
    void*  expected = NULL;
    size_t n        = 0;
    emit(formats[i], true, g, &out);
    emit_by_raptor(formats[i], g, &expected, &n);
    assert_int_equal(out.n, n);
    assert_memory_equal(out.p, expected, n);
    raptor_free_memory(expected);
    kb_buf_release(&out);
  }
  kb_graph_free(g);
}

static void raw_form_says_the_same(void** state)
{
  (void)state;
  kb_graph* g = make_graph("خ 1", true, true);
  for (size_t i = 0; i < 2; ++i) {
    kb_buf out      = {0};
    lines  expected = {NULL, 0};
    emit(formats[i], false, g, &out);
    lines read = parse(formats[i], kb_buf_as_str(&out));
    add_graph(&expected, g, i == 1);
    sort_lines(&expected);
    assert_same_lines(&read, &expected);
    free_lines(&read);
    free_lines(&expected);
    kb_buf_release(&out);
  }
  kb_graph_free(g);
}

static void one_line_a_statement(void** state)
{
  (void)state;
  kb_graph* g   = make_graph("1", true, false);
  kb_buf    out = {0};
  emit("nquads", false, g, &out);
  size_t n = 0;
  for (size_t i = 0; i < out.n; ++i) {
    const unsigned char c = (unsigned char)out.p[i];
    n += c == '\n';
    assert_true(c == '\n' || (c >= 0x20 && c != 0x7f));
  }
  assert_int_equal(n, kb_graph_count(g));
  assert_int_equal(out.p[out.n - 1], '\n');
  kb_buf_release(&out);
  kb_graph_free(g);
}

static void exact_bytes(void** state)
{
  (void)state;
  static const struct {
    bool        ascii;
    const char* line;
  } cases[] = {
    {false, "<http://k/article/1> <http://www.w3.org/2000/01/rdf-schema#label> \"\\\"خ\\n\\t\\u0001\\u007F😀\"@ar "
            "<http://k/article/1#graph> .\n"},
    {true, "<http://k/article/1> <http://www.w3.org/2000/01/rdf-schema#label> "
           "\"\\\"\\u062E\\n\\t\\u0001\\u007F\\U0001F600\"@ar <http://k/article/1#graph> .\n"},
  };
  kb_error  err = {0};
  kb_graph* g   = kb_graph_new(world, KB_STR("http://k/"), 0, &err);
  kb_graph_begin(g, KB_STR("1"));
  kb_graph_put(g, kb_graph_article(g), KB_RDFS_LABEL, kb_graph_arabic(g, KB_STR("\"خ\n\t\x01\x7f😀")));
  kb_graph_set_name(g, kb_graph_local(g, KB_STR("graph")));
  assert_int_equal(kb_graph_finish(g, &err), KB_OK);
  for (size_t i = 0; i < 2; ++i) {
    kb_buf out = {0};
    emit("nquads", cases[i].ascii, g, &out);
    kb_buf_byte(&out, '\0');
    assert_string_equal(out.p, cases[i].line);
    kb_buf_release(&out);
  }
  kb_graph_free(g);
}

/// N-Triples has no place for the name of the graph.
static void ntriples_has_no_graphs(void** state)
{
  (void)state;
  kb_graph* g   = make_graph("1", false, true);
  kb_buf    out = {0};
  emit("ntriples", false, g, &out);
  kb_buf_byte(&out, '\0');
  assert_null(strstr(out.p, "#graph"));
  kb_buf_release(&out);
  kb_graph_free(g);
}

static void a_failed_buffer_is_reported(void** state)
{
  (void)state;
  kb_graph*   g       = make_graph("1", false, false);
  kb_emitter* emitter = new_emitter("nquads", false);
  kb_buf      out     = {0};
  kb_error    err     = {0};
  kb_buf_text(&out, "kept");
  out.failed = true; // as after a realloc that found no memory
  assert_int_equal(kb_emit_article(emitter, g, &out, &err), KB_E_NOMEM);
  assert_int_equal(out.n, 4);
  kb_buf_release(&out);
  kb_emitter_free(emitter);
  kb_graph_free(g);
}

static void freeing_nothing(void** state)
{
  (void)state;
  kb_emitter_free(NULL);
  kb_graph_free(NULL);
  kb_output_abort(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(ascii_form_is_raptors_byte_by_byte),
    cmocka_unit_test(raw_form_says_the_same),
    cmocka_unit_test(one_line_a_statement),
    cmocka_unit_test(exact_bytes),
    cmocka_unit_test(ntriples_has_no_graphs),
    cmocka_unit_test(a_failed_buffer_is_reported),
    cmocka_unit_test(freeing_nothing),
  };
  return cmocka_run_group_tests(tests, open_world, close_world);
}
