#include "map_internal.h"

#include <stdio.h>

/// The title of the metadata, else the first headline of the text.
static kb_str headline_of(const kb_doc* doc)
{
  if (doc->title.n) {
    return doc->title;
  }
  for (uint32_t i = 0; i < doc->blocks.n; ++i) {
    if (doc->blocks.v[i].kind == KB_BLOCK_HEADLINE) {
      return kb_doc_cut(doc, doc->blocks.v[i].span);
    }
  }
  return KB_STR("");
}

static raptor_term* publisher(kb_mapping* m)
{
  const kb_str name = m->doc->publisher;
  if (!name.n) {
    return NULL;
  }
  char         slug[64];
  const size_t n    = kb_graph_slug(name, slug, sizeof slug);
  raptor_term* node = kb_graph_node(m->graph, "publisher", n ? (kb_str){slug, n} : name);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_SCHEMA_NEWS_MEDIA_ORGANIZATION);
  kb_graph_put(m->graph, node, KB_RDFS_LABEL, n ? kb_graph_english(m->graph, name) : kb_graph_arabic(m->graph, name));
  return node;
}

/// An address that is no IRI is kept as the text it is.
static raptor_term* address(kb_mapping* m)
{
  raptor_term* iri = kb_graph_foreign_iri(m->graph, m->doc->url);
  return iri ? iri : kb_graph_string(m->graph, m->doc->url);
}

/// The program that wrote this: no time, so that a rerun gives the same bytes.
static raptor_term* run(kb_mapping* m)
{
  char      name[80];
  const int n = snprintf(name, sizeof name, "khabar-%.*s", (int)m->options->version.n, m->options->version.p);
  if (!m->options->version.n || n < 0 || (size_t)n >= sizeof name) {
    return NULL;
  }
  for (char* p = name; *p; ++p) {
    *p = *p == '.' ? '-' : *p;
  }
  const kb_str id       = {name, (size_t)n};
  raptor_term* activity = kb_graph_node(m->graph, "run", id);
  raptor_term* software = kb_graph_node(m->graph, "software", id);
  kb_graph_tag(m->graph, activity, KB_RDF_TYPE, KB_PROV_ACTIVITY);
  kb_graph_put(m->graph, activity, KB_PROV_WAS_ASSOCIATED_WITH, software);
  kb_graph_tag(m->graph, software, KB_RDF_TYPE, KB_PROV_SOFTWARE_AGENT);
  kb_graph_put(m->graph, software, KB_RDFS_LABEL, kb_graph_english(m->graph, KB_STR("khabar")));
  kb_graph_put(m->graph, software, KB_SCHEMA_SOFTWARE_VERSION, kb_graph_string(m->graph, m->options->version));
  return activity;
}

static void context(kb_mapping* m)
{
  const uint32_t length = kb_mapping__point(m, (uint32_t)m->doc->text.n);
  raptor_term*   node   = kb_graph_local_span(m->graph, "offset", 0, length);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_NIF_CONTEXT);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_NIF_OFFSET_STRING);
  kb_graph_put(m->graph, node, KB_NIF_SOURCE_URL, m->article);
  kb_graph_put(m->graph, node, KB_NIF_BEGIN_INDEX, kb_graph_offset(m->graph, 0));
  kb_graph_put(m->graph, node, KB_NIF_END_INDEX, kb_graph_offset(m->graph, length));
  if (!m->options->no_text) {
    kb_graph_put(m->graph, node, KB_NIF_IS_STRING, kb_graph_string(m->graph, m->doc->text));
  }
  m->context = node;
}

void kb_mapping__article(kb_mapping* m)
{
  const kb_doc* doc = m->doc;
  kb_graph*     g   = m->graph;
  m->article        = kb_graph_article(g);
  kb_graph_tag(g, m->article, KB_RDF_TYPE, KB_SCHEMA_NEWS_ARTICLE);
  kb_graph_put(g, m->article, KB_SCHEMA_HEADLINE, kb_graph_arabic(g, headline_of(doc)));
  kb_graph_put(g, m->article, KB_SCHEMA_DATE_PUBLISHED, kb_mapping__date(m, doc->published));
  kb_graph_put(g, m->article, KB_SCHEMA_PUBLISHER, publisher(m));
  kb_graph_put(g, m->article, KB_SCHEMA_URL, address(m));
  kb_graph_put(g, m->article, KB_SCHEMA_IN_LANGUAGE, kb_graph_string(g, doc->language));
  kb_graph_put(g, m->article, KB_PROV_WAS_GENERATED_BY, run(m));
  context(m);
}
