/*
   The vocabularies in ontology/ against what can be written: every term that the mapping or
   the dictionaries name is defined, with labels in both languages.
*/
#include "../../support/world.h"

#include <dirent.h>
#include <jansson.h>

#define KH "https://w3id.org/khabar/ns#"

static kb_map    defined;   ///< IRIs that are the subject of a type
static kb_map    labels;    ///< "IRI@lang text", rdfs:label and skos:prefLabel
static kb_map    languages; ///< "IRI@lang"
static kb_arena* arena;
static unsigned  complaints;

static void remember(kb_map* map, const char* a, const char* b, const char* c)
{
  kb_buf text = {0};
  kb_buf_text(&text, a);
  kb_buf_text(&text, b);
  kb_buf_text(&text, c);
  assert_int_equal(kb_map_put(map, kb_arena_copy(arena, kb_buf_as_str(&text)), 1), KB_OK);
  kb_buf_release(&text);
}

static bool knows(const kb_map* map, const char* a, const char* b, const char* c)
{
  kb_buf text = {0};
  kb_buf_text(&text, a);
  kb_buf_text(&text, b);
  kb_buf_text(&text, c);
  const bool found = kb_map_get(map, kb_buf_as_str(&text)) != KB_NONE;
  kb_buf_release(&text);
  return found;
}

static void on_statement(void* user, raptor_statement* st)
{
  (void)user;
  if (st->subject->type != RAPTOR_TERM_TYPE_URI) {
    return;
  }
  const char* s = (const char*)raptor_uri_as_string(st->subject->value.uri);
  const char* p = (const char*)raptor_uri_as_string(st->predicate->value.uri);
  if (kb_str_ends(kb_str_of(p), KB_STR("#type"))) {
    remember(&defined, s, "", "");
  }
  if (kb_str_ends(kb_str_of(p), KB_STR("#label")) || kb_str_ends(kb_str_of(p), KB_STR("#prefLabel"))) {
    const raptor_term_literal_value* l = &st->object->value.literal;
    remember(&labels, s, l->language ? (const char*)l->language : "", (const char*)l->string);
    remember(&languages, s, "@", l->language ? (const char*)l->language : "");
  }
}

static void on_log(void* user, raptor_log_message* message)
{
  (void)user;
  print_error("%s\n", message->text);
  ++complaints;
}

static void read_turtle(const char* name)
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s", ontology_folder(), name);
  unsigned char* text   = raptor_uri_filename_to_uri_string(path);
  raptor_uri*    uri    = raptor_new_uri(world, text);
  raptor_parser* parser = raptor_new_parser(world, "turtle");
  raptor_parser_set_statement_handler(parser, NULL, on_statement);
  assert_int_equal(raptor_parser_parse_file(parser, uri, NULL), 0);
  raptor_free_parser(parser);
  raptor_free_uri(uri);
  raptor_free_memory(text);
}

static int setup(void** state)
{
  if (open_world(state) != 0) {
    return -1;
  }
  arena = kb_arena_new(0);
  raptor_world_set_log_handler(world, NULL, on_log);
  read_turtle("khabar.ttl");
  read_turtle("plover.ttl");
  return complaints != 0;
}

static int teardown(void** state)
{
  kb_map_release(&defined);
  kb_map_release(&labels);
  kb_map_release(&languages);
  kb_arena_free(arena);
  return close_world(state);
}

static unsigned missing;

static void needs(const char* local, const char* why)
{
  char iri[256];
  snprintf(iri, sizeof iri, KH "%s", local);
  if (!knows(&defined, iri, "", "") || !knows(&languages, iri, "@", "en") || !knows(&languages, iri, "@", "ar")) {
    print_error("kh:%s is not defined with labels in both languages (%s)\n", local, why);
    ++missing;
  }
}

static void every_term_of_the_program(void** state)
{
  (void)state;
  static const struct {
    const char* ns;
    const char* local;
  } terms[] = {
#define PAIR(id, ns, local) {#ns, local},
    KB_TERMS(PAIR)};
  missing = 0;
  for (size_t i = 0; i < sizeof terms / sizeof *terms; ++i) {
    if (strcmp(terms[i].ns, "KH") == 0) {
      needs(terms[i].local, "src/map");
    }
  }
  assert_int_equal(missing, 0);
}

/** \name The dictionaries */

static json_t* read_json(const char* sub, const char* name)
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s/%s", ontology_folder(), sub, name);
  json_t* root = json_load_file(path, 0, NULL);
  assert_non_null(root);
  return root;
}

static const char* text_of(const json_t* object, const char* key)
{
  const char* s = json_string_value(json_object_get(object, key));
  return s ? s : "";
}

/// Each headline verb is in khabar.ttl, with the same labels.
static void every_predicate(void** state)
{
  (void)state;
  json_t* root = read_json("frames", "predicates.json");
  size_t  i;
  json_t* e;
  missing = 0;
  json_array_foreach(json_object_get(root, "entries"), i, e)
  {
    char iri[256];
    snprintf(iri, sizeof iri, KH "%s", text_of(e, "id"));
    needs(text_of(e, "id"), "frames/predicates.json");
    if (!knows(&labels, iri, "en", text_of(e, "en")) || !knows(&labels, iri, "ar", text_of(e, "ar"))) {
      print_error("kh:%s has other labels in frames/predicates.json\n", text_of(e, "id"));
      ++missing;
    }
  }
  assert_true(i > 50);
  json_decref(root);
  assert_int_equal(missing, 0);
}

/// A headline verb must not be taken for a part of the model.
static void predicates_are_no_terms_of_the_model(void** state)
{
  (void)state;
  static const char* const terms[] = {
#define NAME(id, ns, local) #ns ":" local,
    KB_TERMS(NAME)};
  json_t* root = read_json("frames", "predicates.json");
  size_t  i;
  json_t* e;
  json_array_foreach(json_object_get(root, "entries"), i, e)
  {
    char name[128];
    snprintf(name, sizeof name, "KH:%s", text_of(e, "id"));
    for (size_t k = 0; k < sizeof terms / sizeof *terms; ++k) {
      assert_string_not_equal(terms[k], name);
    }
  }
  json_decref(root);
}

static void needs_narrower(const char* type, const char* mode, const char* file)
{
  char name[128];
  if (*mode) {
    snprintf(name, sizeof name, "%s-%s", type, mode);
    needs(name, file);
  }
}

static void check_frame(const json_t* frame, const char* file)
{
  const char* type = text_of(frame, "type");
  if (!*type || strcmp(type, "LIGHT") == 0 || strcmp(type, "NONE") == 0) {
    return;
  }
  needs(type, file);
  needs_narrower(type, text_of(frame, "mode"), file);
  needs_narrower(type, text_of(frame, "subtype"), file);
  size_t  i;
  json_t* context;
  json_array_foreach(json_object_get(frame, "context"), i, context)
  {
    needs_narrower("context", json_string_value(context), file);
  }
}

static void check_sectors(const json_t* entry, const char* file)
{
  char  text[128];
  char* rest = text;
  snprintf(text, sizeof text, "%s", text_of(entry, "sector"));
  for (char* code; (code = strtok_r(rest, " ", &rest));) {
    needs(code, file);
  }
}

static size_t check_folder(const char* sub, void (*check)(const json_t*, const char*))
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s", ontology_folder(), sub);
  DIR* d = opendir(path);
  assert_non_null(d);
  size_t n = 0;
  missing  = 0;
  for (struct dirent* e; (e = readdir(d));) {
    if (!kb_str_ends(kb_str_of(e->d_name), KB_STR(".json")) || strcmp(e->d_name, "predicates.json") == 0) {
      continue;
    }
    json_t* root = read_json(sub, e->d_name);
    size_t  i;
    json_t* entry;
    json_array_foreach(json_object_get(root, "entries"), i, entry)
    {
      check(entry, e->d_name);
      ++n;
    }
    json_decref(root);
  }
  closedir(d);
  assert_int_equal(missing, 0);
  return n;
}

static void every_type_mode_and_context(void** state)
{
  (void)state;
  assert_true(check_folder("frames", check_frame) > 100);
}

static void every_sector(void** state)
{
  (void)state;
  assert_true(check_folder("gazetteer", check_sectors) > 100);
  assert_true(check_folder("lexicon", check_sectors) > 100);
}

/** \name Queries and shapes */

/// Names after "kh:" in a text; those that end in Shape name shapes.
static void check_names(const char* text, const char* file)
{
  for (const char* p = text; (p = strstr(p, "kh:"));) {
    p += 3;
    const size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    char         name[128];
    snprintf(name, sizeof name, "%.*s", (int)n, p);
    if (n && !kb_str_ends(kb_str_of(name), KB_STR("Shape"))) {
      needs(name, file);
    }
  }
}

static void check_file(const char* sub, const char* name)
{
  char path[512];
  snprintf(path, sizeof path, "%s/%s%s", ontology_folder(), sub, name);
  FILE* f = fopen(path, "r");
  assert_non_null(f);
  kb_buf text = {0};
  for (int c; (c = getc(f)) != EOF;) {
    kb_buf_byte(&text, (char)c);
  }
  kb_buf_byte(&text, '\0');
  fclose(f);
  check_names(text.p, name);
  kb_buf_release(&text);
}

static void twelve_queries_of_known_terms(void** state)
{
  (void)state;
  char path[512];
  snprintf(path, sizeof path, "%s/queries", ontology_folder());
  DIR* d = opendir(path);
  assert_non_null(d);
  unsigned n = 0;
  missing    = 0;
  for (struct dirent* e; (e = readdir(d));) {
    if (kb_str_ends(kb_str_of(e->d_name), KB_STR(".rq"))) {
      check_file("queries/", e->d_name);
      ++n;
    }
  }
  closedir(d);
  assert_int_equal(n, 12);
  assert_int_equal(missing, 0);
}

static void shapes_of_known_terms(void** state)
{
  (void)state;
  missing = 0;
  read_turtle("shapes.ttl"); // parses
  assert_int_equal(complaints, 0);
  check_file("", "shapes.ttl");
  assert_int_equal(missing, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_term_of_the_program),
    cmocka_unit_test(every_predicate),
    cmocka_unit_test(predicates_are_no_terms_of_the_model),
    cmocka_unit_test(every_type_mode_and_context),
    cmocka_unit_test(every_sector),
    cmocka_unit_test(twelve_queries_of_known_terms),
    cmocka_unit_test(shapes_of_known_terms),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
