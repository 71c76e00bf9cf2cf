/*
   What the gazetteer knows: labels, codes, links, coordinates.
*/
#include "map_internal.h"

#include <math.h>

/// Kinds of organisations and places with a class of their own.
static const struct {
  const char* subtype;
  kb_vocab    class_id;
} subtype_classes[] = {
  {"airport", KB_SCHEMA_AIRPORT},
  {"armed-group", KB_KH_ARMED_GROUP},
  {"bank", KB_SCHEMA_BANK},
  {"coalition", KB_KH_INTERNATIONAL_ORGANIZATION},
  {"company", KB_SCHEMA_CORPORATION},
  {"continent", KB_SCHEMA_CONTINENT},
  {"court", KB_SCHEMA_GOVERNMENT_ORGANIZATION},
  {"government", KB_SCHEMA_GOVERNMENT_ORGANIZATION},
  {"igo", KB_KH_INTERNATIONAL_ORGANIZATION},
  {"media", KB_SCHEMA_NEWS_MEDIA_ORGANIZATION},
  {"military", KB_SCHEMA_GOVERNMENT_ORGANIZATION},
  {"ministry", KB_SCHEMA_GOVERNMENT_ORGANIZATION},
  {"mountain", KB_SCHEMA_MOUNTAIN},
  {"ngo", KB_SCHEMA_NGO},
  {"parliament", KB_SCHEMA_GOVERNMENT_ORGANIZATION},
  {"party", KB_SCHEMA_POLITICAL_PARTY},
  {"region", KB_SCHEMA_ADMINISTRATIVE_AREA},
  {"river", KB_SCHEMA_RIVER},
  {"sea", KB_SCHEMA_SEA},
  {"security", KB_SCHEMA_GOVERNMENT_ORGANIZATION},
};

const kb_gaz* kb_mapping__gaz_entry(const kb_mapping* m, uint32_t id)
{
  return m->lex && id < kb_lexicon_gaz_count(m->lex) ? kb_lexicon_gaz(m->lex, id) : NULL;
}

raptor_term* kb_mapping__gaz_name(kb_mapping* m, const kb_gaz* gaz)
{
  return kb_graph_node(m->graph, kb_mapping__folder(gaz->type), gaz->id);
}

static void put_subtype(kb_mapping* m, raptor_term* node, kb_str subtype)
{
  for (size_t i = 0; i < sizeof subtype_classes / sizeof *subtype_classes; ++i) {
    if (kb_str_eq(subtype, kb_str_of(subtype_classes[i].subtype))) {
      kb_graph_tag(m->graph, node, KB_RDF_TYPE, subtype_classes[i].class_id);
    }
  }
}

static void put_wikidata(kb_mapping* m, raptor_term* node, kb_str qid)
{
  char         iri[64] = "http://www.wikidata.org/entity/";
  const size_t stem    = strlen(iri);
  if (qid.n && stem + qid.n < sizeof iri) {
    memcpy(iri + stem, qid.p, qid.n);
    kb_graph_put(m->graph, node, KB_OWL_SAME_AS, kb_graph_iri(m->graph, (kb_str){iri, stem + qid.n}));
  }
}

static void put_coordinates(kb_mapping* m, raptor_term* node, const kb_gaz* gaz)
{
  if (isfinite(gaz->lat) && isfinite(gaz->lon) && fabsf(gaz->lat) <= 90 && fabsf(gaz->lon) <= 180) {
    kb_graph_put(m->graph, node, KB_WGS_LAT, kb_graph_decimal(m->graph, lround((double)gaz->lat * 1e4), 4));
    kb_graph_put(m->graph, node, KB_WGS_LONG, kb_graph_decimal(m->graph, lround((double)gaz->lon * 1e4), 4));
  }
}

void kb_mapping__describe_gaz(kb_mapping* m, raptor_term* node, const kb_gaz* gaz)
{
  kb_mapping__put_classes(m, node, gaz->type);
  put_subtype(m, node, gaz->subtype);
  kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_arabic(m->graph, gaz->name));
  kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_english(m->graph, gaz->en));
  kb_graph_put(m->graph, node, KB_KH_ISO3, kb_graph_string(m->graph, gaz->iso3));
  put_wikidata(m, node, gaz->qid);
  put_coordinates(m, node, gaz);
}

raptor_term* kb_mapping__gaz(kb_mapping* m, uint32_t id)
{
  const kb_gaz* gaz  = kb_mapping__gaz_entry(m, id);
  raptor_term*  node = gaz ? kb_mapping__gaz_name(m, gaz) : NULL;
  if (node && !kb_graph_is_described(m->graph, node)) {
    kb_mapping__describe_gaz(m, node, gaz);
  }
  return node;
}
