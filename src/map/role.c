#include "map_internal.h"

/// "president; head": the first of several English words names the role.
static size_t slug_of(kb_str role_en, char* out, size_t cap)
{
  size_t n = 0;
  while (n < role_en.n && role_en.p[n] != ';' && role_en.p[n] != ',') {
    ++n;
  }
  return kb_graph_slug((kb_str){role_en.p, n}, out, cap);
}

/// The role as such: minister of defence, whoever it is.
static raptor_term* role_node(kb_mapping* m, const kb_role* r)
{
  char         slug[96];
  const size_t n = slug_of(r->role_en, slug, sizeof slug);
  if (!n && !r->role_ar.n) {
    return NULL;
  }
  raptor_term* node  = kb_graph_node(m->graph, "role", n ? (kb_str){slug, n} : r->role_ar);
  raptor_term* label = n ? kb_graph_english(m->graph, r->role_en) : kb_graph_arabic(m->graph, r->role_ar);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_ORG_ROLE_CLASS);
  kb_graph_put(m->graph, node, KB_RDFS_LABEL, label);
  return node;
}

static raptor_term*
name_of(kb_mapping* m, const kb_role* r, raptor_term* person, raptor_term* organization, raptor_term* role)
{
  kb_digest d = kb_digest_init();
  kb_mapping__digest_term(&d, person);
  kb_mapping__digest_term(&d, organization);
  kb_mapping__digest_term(&d, role);
  kb_digest_number(&d, r->former);
  return kb_mapping__hashed(m, "membership", d);
}

static void membership(kb_mapping* m, const kb_role* r)
{
  kb_graph*    g      = m->graph;
  raptor_term* person = kb_mapping__entity(m, r->person);
  raptor_term* role   = person ? role_node(m, r) : NULL;
  if (!role) {
    return;
  }
  raptor_term* organization = kb_mapping__entity(m, r->organization);
  raptor_term* node         = name_of(m, r, person, organization, role);
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_ORG_MEMBERSHIP);
  kb_graph_put(g, node, KB_ORG_MEMBER, person);
  kb_graph_put(g, node, KB_ORG_ORGANIZATION, organization);
  kb_graph_put(g, node, KB_ORG_ROLE, role);
  kb_graph_put(g, node, KB_RDFS_LABEL, kb_graph_arabic(g, r->role_ar)); // as the text has it
  kb_graph_put(g, node, KB_KH_ATTESTED_ON, kb_mapping__date(m, m->doc->published));
  if (r->former) {
    kb_graph_put(g, node, KB_KH_FORMER, kb_graph_boolean(g, true));
  }
  kb_mapping__evidence(m, node, r->rule, r->confidence);
  kb_graph_put(g, node, KB_KH_REPORTED_BY, m->article);
  kb_mapping__denote(m, node, r->span);
}

void kb_mapping__roles(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->roles.n; ++i) {
    if (kb_mapping__is_kept(m, m->doc->roles.v[i].confidence)) {
      membership(m, &m->doc->roles.v[i]);
    }
  }
}
