#include "map_internal.h"

kb_mapping_options kb_mapping_defaults(void)
{
  return (kb_mapping_options){.graph = KB_MAPPING_GRAPH_ARTICLE, .version = KB_STR(KB_VERSION)};
}

const char* const* kb_mapping_folders(void)
{
  static const char* const folders[] = {"person", "organization", "place", "people", "topic",
                                        "role",   "rule",         "unit",  NULL};
  return folders;
}

kb_status kb_mapping_check(const kb_mapping_options* options, kb_error* err)
{
  if (options->min_confidence > 100) {
    return kb_error_set(err, KB_E_USAGE, NULL, 0, "confidence is 0 to 1");
  }
  if (options->graph == KB_MAPPING_GRAPH_IRI && !kb_graph_is_iri(options->graph_iri)) {
    return kb_error_set(err, KB_E_USAGE, NULL, 0, "name of the graph is not an absolute ASCII IRI: %.*s",
                        (int)(options->graph_iri.n < 100 ? options->graph_iri.n : 100),
                        options->graph_iri.p ? options->graph_iri.p : "");
  }
  return KB_OK;
}

/// Room for a term of each element; false when out of memory.
static bool make_room(kb_mapping* m)
{
  const kb_doc* doc = m->doc;
  kb_arena*     a   = m->scratch;
  m->entities       = kb_arena_array(a, doc->entities.n, sizeof *m->entities);
  m->times          = kb_arena_array(a, doc->times.n, sizeof *m->times);
  m->quantities     = kb_arena_array(a, doc->quantities.n, sizeof *m->quantities);
  m->topics         = kb_arena_array(a, doc->topics.n, sizeof *m->topics);
  m->events         = kb_arena_array(a, doc->events.n, sizeof *m->events);
  m->claims         = kb_arena_array(a, doc->claims.n, sizeof *m->claims);
  m->quotes         = kb_arena_array(a, doc->quotes.n, sizeof *m->quotes);
  m->sentences      = kb_arena_array(a, doc->sentences.n, sizeof *m->sentences);
  m->event_done     = kb_arena_array(a, doc->events.n, sizeof *m->event_done);
  return m->entities && m->times && m->quantities && m->topics && m->events && m->claims && m->quotes && m->sentences &&
         m->event_done && kb_mapping__make_spans(m);
}

static void name_graph(kb_mapping* m)
{
  switch (m->options->graph) {
  case KB_MAPPING_GRAPH_NONE:
    break;
  case KB_MAPPING_GRAPH_ARTICLE:
    kb_graph_set_name(m->graph, kb_graph_local(m->graph, KB_STR("graph")));
    break;
  case KB_MAPPING_GRAPH_IRI:
    kb_graph_set_name(m->graph, kb_graph_iri(m->graph, m->options->graph_iri));
    break;
  }
}

/// The order is that of the output.
static void write_all(kb_mapping* m)
{
  name_graph(m);
  kb_mapping__article(m);
  kb_mapping__entities(m);
  kb_mapping__times(m);
  kb_mapping__quantities(m);
  kb_mapping__roles(m);
  kb_mapping__quotes(m);
  kb_mapping__claims(m);
  kb_mapping__headlines(m);
  kb_mapping__mentions(m);
}

kb_status kb_mapping_run(
  const kb_doc* doc, const kb_lexicon* lex, const kb_mapping_options* options, kb_graph* graph, kb_error* err)
{
  const kb_mark mark = kb_arena_mark(doc->arena);
  kb_mapping    m    = {.doc = doc, .lex = lex, .options = options, .graph = graph, .scratch = doc->arena};
  kb_graph_begin(graph, doc->id);
  if (make_room(&m)) {
    write_all(&m);
  } else {
    kb_graph_fail(graph, KB_E_NOMEM, "out of memory");
  }
  kb_arena_rewind(doc->arena, mark);
  return kb_graph_finish(graph, err);
}
