#include "map_internal.h"

raptor_term* kb_mapping__topic(kb_mapping* m, uint32_t topic)
{
  if (topic >= m->doc->topics.n) {
    return NULL;
  }
  if (m->topics[topic]) {
    return m->topics[topic];
  }
  const kb_topic* t    = &m->doc->topics.v[topic];
  kb_graph*       g    = m->graph;
  raptor_term*    node = kb_graph_node(g, "topic", t->slug.n ? t->slug : t->label_ar);
  m->topics[topic]     = node;
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_KH_TOPIC_CLASS);
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_SKOS_CONCEPT);
  kb_graph_put(g, node, KB_SKOS_PREF_LABEL, kb_graph_arabic(g, t->label_ar));
  kb_graph_put(g, node, KB_SKOS_PREF_LABEL, kb_graph_english(g, t->label_en));
  if (t->event_type.n) {
    kb_graph_put(g, node, KB_KH_TOPIC_TYPE, kb_graph_kh(g, t->event_type));
  }
  kb_graph_put(g, node, KB_KH_COUNTERPART, kb_mapping__entity(m, t->counterpart));
  kb_mapping__denote(m, node, t->span);
  return node;
}
