#include "map_internal.h"

#include <math.h>

/// What an entity type is in RDF: folder of the IRI and classes.
typedef struct entity_class {
  const char* folder;
  kb_vocab    classes[3];
  size_t      n;
} entity_class;

static const entity_class entity_classes[] = {
    [KB_ENT_PERSON]       = {"person", {KB_SCHEMA_PERSON, KB_SEM_ACTOR}, 2},
    [KB_ENT_ORGANISATION] = {"organization", {KB_SCHEMA_ORGANIZATION, KB_SEM_ACTOR}, 2},
    [KB_ENT_COUNTRY]      = {"place", {KB_SCHEMA_COUNTRY, KB_SEM_PLACE, KB_SEM_ACTOR}, 3},
    [KB_ENT_CITY]         = {"place", {KB_SCHEMA_CITY, KB_SEM_PLACE}, 2},
    [KB_ENT_PLACE]        = {"place", {KB_SCHEMA_PLACE, KB_SEM_PLACE}, 2},
    [KB_ENT_PEOPLE]       = {"people", {KB_KH_PEOPLE, KB_SEM_ACTOR}, 2},
    [KB_ENT_GROUP]        = {"group", {KB_KH_GROUP, KB_SEM_ACTOR}, 2},
    [KB_ENT_WEAPON]       = {"weapon", {KB_KH_WEAPON, KB_SEM_OBJECT}, 2},
    [KB_ENT_VEHICLE]      = {"vehicle", {KB_SCHEMA_VEHICLE, KB_SEM_OBJECT}, 2},
    [KB_ENT_DOCUMENT]     = {"document", {KB_KH_DOCUMENT, KB_SCHEMA_CREATIVE_WORK, KB_SEM_OBJECT}, 3},
    [KB_ENT_HAPPENING]    = {"happening", {KB_KH_HAPPENING, KB_SCHEMA_EVENT}, 2},
    [KB_ENT_NARRATOR]     = {"narrator", {KB_KH_NARRATOR, KB_PROV_AGENT}, 2},
};

static const kb_gaz* gaz_of(const kb_mapping* m, uint32_t id)
{
  return m->lex && id != KB_NONE ? kb_lexicon_gaz(m->lex, id) : NULL;
}

static const entity_class* class_of(unsigned type)
{
  return &entity_classes[type < sizeof entity_classes / sizeof *entity_classes ? type : KB_ENT_GROUP];
}

static void add_classes(kb_mapping* m, raptor_term* node, const entity_class* c)
{
  for (size_t i = 0; i < c->n; ++i) {
    kb_graph_tag(m->graph, node, KB_RDF_TYPE, c->classes[i]);
  }
}

/// "GOV MIL": one value for each code.
static void add_sectors(kb_mapping* m, raptor_term* node, kb_str codes)
{
  while (codes.n) {
    const char*  blank = memchr(codes.p, ' ', codes.n);
    const size_t n     = blank ? (size_t)(blank - codes.p) : codes.n;
    if (n) {
      kb_graph_put(m->graph, node, KB_KH_SECTOR, kb_graph_kh(m->graph, (kb_str){codes.p, n}));
    }
    codes = kb_str_from(codes, n + 1);
  }
}

static void add_wikidata(kb_mapping* m, raptor_term* node, kb_str qid)
{
  char         iri[64] = "http://www.wikidata.org/entity/";
  const size_t stem    = strlen(iri);
  if (qid.n && stem + qid.n < sizeof iri) {
    memcpy(iri + stem, qid.p, qid.n);
    kb_graph_put(m->graph, node, KB_OWL_SAME_AS, kb_graph_iri(m->graph, (kb_str){iri, stem + qid.n}));
  }
}

static raptor_term* coordinate(kb_mapping* m, float degrees)
{
  return isfinite(degrees) && fabsf(degrees) <= 180 ? kb_graph_decimal(m->graph, lround((double)degrees * 1e4), 4)
                                                    : NULL;
}

static raptor_term* country(kb_mapping* m, uint32_t id);

/// What the gazetteer knows of an entity.
static void describe_gaz(kb_mapping* m, raptor_term* node, const kb_gaz* gaz, uint32_t own_country)
{
  kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_arabic(m->graph, gaz->name));
  kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_english(m->graph, gaz->en));
  kb_graph_put(m->graph, node, KB_KH_ISO3, kb_graph_string(m->graph, gaz->iso3));
  add_wikidata(m, node, gaz->qid);
  if (isfinite(gaz->lat) && isfinite(gaz->lon) && (gaz->lat != 0 || gaz->lon != 0)) {
    kb_graph_put(m->graph, node, KB_WGS_LAT, coordinate(m, gaz->lat));
    kb_graph_put(m->graph, node, KB_WGS_LONG, coordinate(m, gaz->lon));
  }
  if (gaz->type != KB_ENT_COUNTRY) {
    kb_graph_put(m->graph, node, KB_KH_COUNTRY, country(m, own_country));
  }
}

/// A country or other entry of the gazetteer that an entity refers to.
static raptor_term* country(kb_mapping* m, uint32_t id)
{
  const kb_gaz* gaz = gaz_of(m, id);
  if (!gaz) {
    return NULL;
  }
  const entity_class* c    = class_of(gaz->type);
  raptor_term*        node = kb_graph_node(m->graph, c->folder, gaz->id);
  if (gaz->type == KB_ENT_COUNTRY && !kb_graph_is_described(m->graph, node)) {
    add_classes(m, node, c);
    describe_gaz(m, node, gaz, KB_NONE);
  }
  return node;
}

static void describe(kb_mapping* m, raptor_term* node, const kb_entity* e)
{
  const kb_gaz* gaz = gaz_of(m, e->gaz);
  add_classes(m, node, class_of(e->type));
  if (gaz) {
    describe_gaz(m, node, gaz, e->country != KB_NONE ? e->country : gaz->country);
  } else {
    kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_arabic(m->graph, e->label_ar));
    kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_english(m->graph, e->label_en));
    kb_graph_put(m->graph, node, KB_KH_COUNTRY, country(m, e->country));
  }
  add_sectors(m, node, e->sector.n || !gaz ? e->sector : gaz->sector);
  kb_graph_put(m->graph, node, KB_KH_METONYM_FOR, country(m, e->metonym));
}

raptor_term* kb_mapping__narrator(kb_mapping* m)
{
  raptor_term* node = kb_graph_local(m->graph, KB_STR("narrator"));
  if (!kb_graph_is_described(m->graph, node)) {
    add_classes(m, node, class_of(KB_ENT_NARRATOR));
  }
  return node;
}

static raptor_term* name_of(kb_mapping* m, const kb_entity* e)
{
  if (e->local) {
    return kb_graph_local(m->graph, e->slug);
  }
  const kb_gaz* gaz = gaz_of(m, e->gaz);
  return kb_graph_node(m->graph, class_of(e->type)->folder, gaz ? gaz->id : e->slug.n ? e->slug : e->label_ar);
}

raptor_term* kb_mapping__entity(kb_mapping* m, uint32_t entity)
{
  if (entity >= m->doc->entities.n) {
    return NULL;
  }
  const kb_entity* e = &m->doc->entities.v[entity];
  if (e->type == KB_ENT_NARRATOR) {
    return kb_mapping__narrator(m);
  }
  if (!m->entities[entity]) {
    m->entities[entity] = name_of(m, e);
    describe(m, m->entities[entity], e);
  }
  return m->entities[entity];
}

void kb_mapping__entities(kb_mapping* m)
{
  static const kb_vocab kinds[] = {
      [KB_MENTION_NAME]    = KB_KH_NAME,
      [KB_MENTION_NOMINAL] = KB_KH_NOMINAL,
      [KB_MENTION_PRONOUN] = KB_KH_PRONOUN,
      [KB_MENTION_DEMONYM] = KB_KH_DEMONYM,
  };
  for (uint32_t i = 0; i < m->doc->mentions.n; ++i) {
    kb_mapping__entity(m, m->doc->mentions.v[i].entity);
  }
  for (uint32_t i = 0; i < m->doc->mentions.n; ++i) {
    const kb_mention* mention = &m->doc->mentions.v[i];
    raptor_term*      entity  = kb_mapping__entity(m, mention->entity);
    raptor_term*      node    = entity ? kb_mapping__mention(m, mention->span) : NULL;
    if (node) {
      kb_graph_tag(m->graph, node, KB_KH_MENTION_TYPE, kinds[mention->kind & 3]);
      kb_graph_put(m->graph, entity, KB_GAF_DENOTED_BY, node);
    }
  }
}
