/// All stages: any text becomes layers that hold together, CoNLL-U, and N-Triples that raptor reads without complaint.
#include "../support/sound.h"
#include "fuzz.h"

#include "khabar/pipeline.h"

enum { MEMORY = 256 << 20, LONGEST = 1 << 14 };

static struct {
  kb_lexicon*     lexicon;
  kb_boilerplate* cues;
  kb_morph_cache* cache;
  kb_rdf_options  options;
  void*           rdf;
  raptor_world*   world;
} tools;

static void close_tools(void)
{
  raptor_free_world(tools.world);
  kb_rdf_close(tools.rdf);
  kb_morph_cache_free(tools.cache);
  kb_boilerplate_close(tools.cues);
  kb_lexicon_close(tools.lexicon);
}

static void open_tools(void)
{
  const char* dir = ontology_folder();
  kb_error    err = {0};
  assert_int_equal(kb_lexicon_open(&tools.lexicon, &dir, 1, getenv("KHABAR_IMAGE"), &err), KB_OK);
  assert_int_equal(kb_boilerplate_open(&tools.cues, &dir, 1, &err), KB_OK);
  tools.options = (kb_rdf_options){
    .format = kb_emit_format_find("ntriples"), .base = kb_str_of(KB_MAPPING_BASE), .mapping = kb_mapping_defaults()};
  assert_int_equal(kb_rdf_open(&tools.options, tools.lexicon, &tools.rdf, &err), KB_OK);
  tools.cache = kb_morph_cache_new(tools.lexicon);
  tools.world = kb_graph_world_new();
  assert_true(tools.cache && tools.world);
  atexit(close_tools);
}

static void complain(void* user, raptor_log_message* message)
{
  (void)user;
  fail_msg("raptor: %s", message->text);
}

static void count(void* user, raptor_statement* statement)
{
  (void)statement;
  ++*(size_t*)user;
}

/// As many statements as lines. N-Triples are Turtle, and raptor's own parser for them leaks.
static void assert_triples(kb_str bytes)
{
  raptor_world_set_log_handler(tools.world, NULL, complain);
  raptor_parser* parser = raptor_new_parser(tools.world, "turtle");
  raptor_uri*    base   = raptor_new_uri(tools.world, (const unsigned char*)"http://k/");
  size_t         found = 0, lines = 0;
  raptor_parser_set_statement_handler(parser, &found, count);
  assert_int_equal(raptor_parser_parse_start(parser, base), 0);
  assert_int_equal(raptor_parser_parse_chunk(parser, (const unsigned char*)bytes.p, bytes.n, 1), 0);
  for (size_t i = 0; i < bytes.n; ++i) {
    lines += bytes.p[i] == '\n';
  }
  assert_int_equal(found, lines);
  raptor_free_uri(base);
  raptor_free_parser(parser);
}

static void convert(kb_arena* arena, kb_str text, kb_date published)
{
  const kb_tools stages = {tools.lexicon, tools.cues};
  kb_doc         doc;
  kb_error       err = {0};
  kb_buf         out = {0};
  kb_status      st  = kb_doc_init(&doc, arena, KB_STR("fuzz"), text, &err);
  doc.published      = published;
  st                 = st == KB_OK ? kb_pipeline_article(&doc, &stages, tools.cache, KB_STAGE_EXTRACT, &err) : st;
  assert_int_equal(st, KB_OK);
  assert_sound(&doc);
  assert_int_equal(kb_rdf_article(tools.rdf, &doc, &out, &err), KB_OK);
  assert_triples(kb_buf_as_str(&out));
  kb_buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t n)
{
  if (!tools.lexicon) {
    open_tools();
  }
  const bool    dated     = choose_way(&data, &n, 2);
  const kb_date published = dated ? (kb_date){2015, 3, 9} : (kb_date){0};
  kb_arena*     arena     = kb_arena_new(MEMORY);
  kb_str        text;
  kb_error      err = {0};
  if (n <= LONGEST && kb_text_import(bytes_of(data, n), NULL, arena, &text, &err) == KB_OK) {
    assert_int_equal(kb_text_valid(text), text.n);
    convert(arena, text, published);
  }
  kb_arena_free(arena);
  return 0;
}
