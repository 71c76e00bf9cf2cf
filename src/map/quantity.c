#include "map_internal.h"

/// "us-dollar": a unit is named by its slug.
static raptor_term* unit(kb_mapping* m, kb_str slug)
{
  if (!slug.n) {
    return NULL;
  }
  raptor_term* node = kb_graph_node(m->graph, "unit", slug);
  if (!kb_graph_is_described(m->graph, node)) {
    kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_KH_UNIT_CLASS);
    kb_str label = kb_arena_copy(m->scratch, slug);
    for (size_t i = 0; i < label.n; ++i) {
      ((char*)(uintptr_t)label.p)[i] = label.p[i] == '-' ? ' ' : label.p[i];
    }
    kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_english(m->graph, label));
  }
  return node;
}

static raptor_term* value(kb_mapping* m, const kb_quantity* q)
{
  if (!q->has_value) {
    return NULL;
  }
  return q->scale ? kb_graph_decimal(m->graph, q->value, q->scale) : kb_graph_integer(m->graph, q->value);
}

raptor_term* kb_mapping__quantity(kb_mapping* m, uint32_t quantity)
{
  if (quantity >= m->doc->quantities.n) {
    return NULL;
  }
  if (m->quantities[quantity]) {
    return m->quantities[quantity];
  }
  const kb_quantity* q = &m->doc->quantities.v[quantity];
  kb_graph*          g = m->graph;
  raptor_term*       node =
    kb_graph_local_span(g, "quantity", kb_mapping__point(m, q->span.start), kb_mapping__point(m, q->span.end));
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_KH_QUANTITY);
  kb_graph_put(g, node, KB_KH_VALUE, value(m, q));
  kb_graph_put(g, node, KB_KH_UNIT, unit(m, q->unit));
  if (q->counted < m->doc->words.n) {
    kb_graph_put(g, node, KB_KH_COUNTED, kb_graph_arabic(g, m->doc->words.v[q->counted].lemma));
  }
  kb_graph_put(g, node, KB_KH_APPROXIMATE, kb_graph_boolean(g, q->approximate || !q->has_value));
  kb_mapping__denote(m, node, q->span);
  return m->quantities[quantity] = node;
}

void kb_mapping__quantities(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->quantities.n; ++i) {
    kb_mapping__quantity(m, i);
  }
}
