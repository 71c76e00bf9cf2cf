/**
   Running the mapping and asking what it said, in short notation:
   "<person/x> kh:rejects <topic/y>" stands for the N-Triples line with the
   base and the prefixes written out.
*/
#ifndef KB_TEST_MAPPED_H
#define KB_TEST_MAPPED_H

#include "../../support/unit.h"

#include "article.h"

#include "khabar/emit.h"
#include "khabar/map.h"

#define BASE "http://k/"

typedef struct mapped {
  raptor_world*      world;
  kb_graph*          graph;
  kb_emitter*        emitter;
  kb_arena*          arena;
  kb_doc             doc;
  const kb_lexicon*  lexicon;
  kb_mapping_options options;
  kb_buf             out; ///< N-Triples, NUL-terminated after run
} mapped;

static inline int setup(void** state)
{
  mapped*  t       = calloc(1, sizeof *t);
  kb_error err     = {0};
  t->world         = kb_graph_world_new();
  t->graph         = kb_graph_new(t->world, KB_STR(BASE), 0, &err);
  t->emitter       = kb_emitter_new(t->world, kb_emit_format_find("nquads"), NULL, &err);
  t->arena         = kb_arena_new(0);
  t->options       = kb_mapping_defaults();
  t->options.graph = KB_MAPPING_GRAPH_NONE;
  make_article(&t->doc, t->arena, "1");
  *state = t;
  return 0;
}

static inline int teardown(void** state)
{
  mapped* t = *state;
  kb_buf_release(&t->out);
  kb_arena_free(t->arena);
  kb_emitter_free(t->emitter);
  kb_graph_free(t->graph);
  raptor_free_world(t->world);
  free(t);
  return 0;
}

static inline void run(mapped* t)
{
  kb_error err = {0};
  kb_buf_reset(&t->out);
  const size_t used = kb_arena_used(t->doc.arena);
  assert_int_equal(kb_mapping_run(&t->doc, t->lexicon, &t->options, t->graph, &err), KB_OK);
  assert_int_equal(kb_arena_used(t->doc.arena), used);
  assert_int_equal(kb_emit_article(t->emitter, t->graph, &t->out, &err), KB_OK);
  kb_buf_byte(&t->out, '\0');
}

static inline const char* iri_of_prefix(const char* prefix, size_t n)
{
  for (size_t i = 0; kb_graph_prefix_at(i); ++i) {
    if (strlen(kb_graph_prefix_at(i)->prefix) == n && strncmp(kb_graph_prefix_at(i)->prefix, prefix, n) == 0) {
      return kb_graph_prefix_at(i)->iri;
    }
  }
  fail_msg("no prefix %.*s", (int)n, prefix);
  return "";
}

/// Write out one term of the short notation; returns what stands behind it.
static inline const char* expand_term(const char* s, kb_buf* out)
{
  if (*s == '"') { // a literal and its datatype or language
    const char* end = s + 1;
    for (; *end != '"'; ++end) {
      end += *end == '\\';
    }
    kb_buf_add(out, (kb_str){s, (size_t)(end - s) + 1});
    for (++end; *end == '@' || (*end >= 'a' && *end <= 'z'); ++end) {
      kb_buf_byte(out, *end);
    }
    if (strncmp(end, "^^", 2) == 0) {
      kb_buf_text(out, "^^");
      return expand_term(end + 2, out);
    }
    return end;
  }
  const size_t n = strcspn(s, " ");
  if (*s == '<') {
    kb_buf_text(out, strstr(s, "://") && strstr(s, "://") < s + n ? "<" : "<" BASE);
    kb_buf_add(out, (kb_str){s + 1, n - 1});
  } else {
    const size_t prefix = strcspn(s, ":");
    kb_buf_byte(out, '<');
    kb_buf_text(out, iri_of_prefix(s, prefix));
    kb_buf_add(out, (kb_str){s + prefix + 1, n - prefix - 1});
    kb_buf_byte(out, '>');
  }
  return s + n;
}

static inline void expand(const char* s, kb_buf* out)
{
  while (*s) {
    s = expand_term(s, out);
    if (*s == ' ') {
      kb_buf_byte(out, ' ');
      ++s;
    }
  }
  kb_buf_text(out, " .\n");
  kb_buf_byte(out, '\0');
}

/// Lines that are (whole) or end with (part) a statement in short notation.
static inline unsigned count_lines(const mapped* t, const char* statement, bool whole)
{
  kb_buf line = {0};
  expand(statement, &line);
  unsigned n = 0;
  for (const char* p = t->out.p; (p = strstr(p, line.p)); ++p) {
    n += p == t->out.p || p[-1] == '\n' || (!whole && p[-1] == ' ');
  }
  kb_buf_release(&line);
  return n;
}

static inline void says(const mapped* t, const char* format, ...)
{
  char    statement[512];
  va_list args;
  va_start(args, format);
  vsnprintf(statement, sizeof statement, format, args);
  va_end(args);
  if (count_lines(t, statement, true) != 1) {
    fail_msg("not said: %s", statement);
  }
}

static inline void says_not(const mapped* t, const char* format, ...)
{
  char    statement[512];
  va_list args;
  va_start(args, format);
  vsnprintf(statement, sizeof statement, format, args);
  va_end(args);
  if (count_lines(t, statement, true) != 0) {
    fail_msg("said: %s", statement);
  }
}

/// How many subjects have this predicate and object.
static inline unsigned subjects(const mapped* t, const char* predicate_object)
{
  return count_lines(t, predicate_object, false);
}

/// How often a predicate is used.
static inline unsigned uses(const mapped* t, const char* predicate)
{
  kb_buf   part = {0};
  unsigned n    = 0;
  kb_buf_byte(&part, ' ');
  expand_term(predicate, &part);
  kb_buf_text(&part, " ");
  kb_buf_byte(&part, '\0');
  for (const char* p = t->out.p; (p = strstr(p, part.p)); ++p) {
    ++n;
  }
  kb_buf_release(&part);
  return n;
}

/// Short IRI of the n-th (from 0) subject with this predicate and object, to
/// be used with says; a buffer of its own for each of eight calls.
static inline const char* subject(const mapped* t, const char* predicate_object, unsigned n)
{
  static char     names[8][128];
  static unsigned next;
  char*           name = names[next++ % 8];
  kb_buf          line = {0};
  expand(predicate_object, &line);
  for (const char* p = t->out.p; (p = strstr(p, line.p)); ++p) {
    if (p > t->out.p && p[-1] == ' ' && n-- == 0) {
      const char* start = p - 1;
      while (start > t->out.p && start[-1] != '\n') {
        --start;
      }
      snprintf(name, 128, "%.*s", (int)(p - 1 - start), start);
      kb_buf_release(&line);
      return name;
    }
  }
  kb_buf_release(&line);
  fail_msg("nothing has %s", predicate_object);
  return "";
}

#endif // KB_TEST_MAPPED_H
