#include "map_internal.h"

static raptor_term* object_of(kb_mapping* m, const kb_headline* h)
{
  switch (h->object_kind) {
  case KB_OBJECT_ENTITY:
    return kb_mapping__entity(m, h->object);
  case KB_OBJECT_TOPIC:
    return kb_mapping__topic(m, h->object);
  default:
    return kb_mapping__event(m, h->object);
  }
}

/// The triple itself, and the claim that stands behind it as its reifier.
static void headline(kb_mapping* m, const kb_headline* h)
{
  raptor_term* claim = kb_mapping__claim(m, h->claim);
  if (!claim || !h->predicate.n) {
    return;
  }
  kb_graph*    g         = m->graph;
  raptor_term* subject   = kb_mapping__entity(m, h->subject);
  raptor_term* predicate = kb_graph_kh(g, h->predicate);
  raptor_term* object    = object_of(m, h);
  if (!subject || !predicate || !object) {
    return;
  }
  kb_graph_add(g, subject, predicate, object);
  kb_graph_put(g, claim, KB_RDF_SUBJECT, subject);
  kb_graph_put(g, claim, KB_RDF_PREDICATE, predicate);
  kb_graph_put(g, claim, KB_RDF_OBJECT, object);
}

void kb_mapping__headlines(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->headlines.n; ++i) {
    headline(m, &m->doc->headlines.v[i]);
  }
}
