#include "graph_internal.h"

#define ID(id, prefix, iri) NS_##id,
#define PREFIX(id, prefix, iri) {prefix, iri},
#define ENTRY(id, ns, local) {NS_##ns, local},

typedef enum namespace_id { KB_NAMESPACES(ID) NS_COUNT } namespace_id;

static const kb_prefix namespaces[] = {KB_NAMESPACES(PREFIX)};

typedef struct entry {
  namespace_id ns;
  const char*  local;
} entry;

static const entry entries[] = {KB_TERMS(ENTRY)};

const kb_prefix* kb_graph_prefix_at(size_t i)
{
  return i < NS_COUNT ? &namespaces[i] : NULL;
}

static bool make(kb_graph* graph, kb_vocab id)
{
  kb_buf_reset(&graph->scratch);
  kb_buf_text(&graph->scratch, namespaces[entries[id].ns].iri);
  kb_buf_text(&graph->scratch, entries[id].local);
  const kb_str text = kb_buf_as_str(&graph->scratch);
  raptor_uri*  uri  = graph->scratch.failed
                        ? NULL
                        : raptor_new_uri_from_counted_string(graph->world, (const unsigned char*)text.p, text.n);
  if (!uri) {
    return false;
  }
  size_t      n;
  const char* p    = (const char*)raptor_uri_as_counted_string(uri, &n);
  kb_node*    node = &graph->vocab[id];
  *node            = (kb_node){.text = {p, n}, .hash = kb_str_hash(text)};
  node->term = (raptor_term){.world = graph->world, .usage = 1, .type = RAPTOR_TERM_TYPE_URI, .value = {.uri = uri}};
  return kb_map_put(&graph->vocab_ids, node->text, (uint32_t)id) == KB_OK;
}

bool kb_graph__make_vocab(kb_graph* graph)
{
  for (int id = 0; id < KB_VOCAB_COUNT; ++id) {
    if (!make(graph, (kb_vocab)id)) {
      return false;
    }
  }
  return true;
}

void kb_graph__drop_vocab(kb_graph* graph)
{
  kb_map_release(&graph->vocab_ids);
  for (size_t i = 0; i < KB_VOCAB_COUNT; ++i) {
    if (graph->vocab[i].term.usage) {
      raptor_free_uri(graph->vocab[i].term.value.uri);
    }
  }
}

raptor_term* kb_graph_vocab(kb_graph* graph, kb_vocab id)
{
  return &graph->vocab[id].term;
}

raptor_term* kb_graph__find_vocab(kb_graph* graph, kb_str iri)
{
  const uint32_t id = kb_map_get(&graph->vocab_ids, iri);
  return id == KB_NONE ? NULL : &graph->vocab[id].term;
}
