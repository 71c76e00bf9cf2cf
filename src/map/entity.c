#include "map_internal.h"

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

static const entity_class* class_of(unsigned type)
{
  return &entity_classes[type < sizeof entity_classes / sizeof *entity_classes ? type : KB_ENT_GROUP];
}

const char* kb_mapping__folder(unsigned type)
{
  return class_of(type)->folder;
}

void kb_mapping__put_classes(kb_mapping* m, raptor_term* node, unsigned type)
{
  const entity_class* c = class_of(type);
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

/// The gazetteer entry of an entity; what is known in this article only has
/// none, even where its name does.
static const kb_gaz* gaz_of(const kb_mapping* m, const kb_entity* e)
{
  return e->local ? NULL : kb_mapping__gaz_entry(m, e->gaz);
}

/// The country an entity belongs to, or the people, place or organisation and
/// the country that this lies in. A people has no country of its own.
static void put_belonging(kb_mapping* m, raptor_term* node, uint32_t id)
{
  const kb_gaz* gaz = kb_mapping__gaz_entry(m, id);
  if (gaz && gaz->type != KB_ENT_COUNTRY) {
    kb_graph_put(m->graph, node, KB_KH_PART_OF, kb_mapping__gaz(m, id));
    id  = gaz->type == KB_ENT_PEOPLE ? KB_NONE : gaz->country;
    gaz = kb_mapping__gaz_entry(m, id);
  }
  if (gaz && gaz->type == KB_ENT_COUNTRY) {
    kb_graph_put(m->graph, node, KB_KH_COUNTRY, kb_mapping__gaz(m, id));
  }
}

static void describe(kb_mapping* m, raptor_term* node, const kb_entity* e)
{
  const kb_gaz* gaz = gaz_of(m, e);
  if (gaz) {
    kb_mapping__describe_gaz(m, node, gaz);
  } else {
    kb_mapping__put_classes(m, node, e->type);
    kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_arabic(m->graph, e->label_ar));
    kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_english(m->graph, e->label_en));
  }
  if (!gaz || gaz->type != KB_ENT_COUNTRY) {
    put_belonging(m, node, e->country != KB_NONE || !gaz ? e->country : gaz->country);
  }
  if (e->country_inferred) {
    kb_graph_put(m->graph, node, KB_KH_COUNTRY_INFERRED, kb_graph_boolean(m->graph, true));
  }
  add_sectors(m, node, e->sector.n || !gaz ? e->sector : gaz->sector);
  kb_graph_put(m->graph, node, KB_KH_METONYM_FOR, kb_mapping__gaz(m, e->metonym));
}

raptor_term* kb_mapping__narrator(kb_mapping* m)
{
  raptor_term* node = kb_graph_local(m->graph, KB_STR("narrator"));
  if (!kb_graph_is_described(m->graph, node)) {
    kb_mapping__put_classes(m, node, KB_ENT_NARRATOR);
  }
  return node;
}

static raptor_term* name_of(kb_mapping* m, const kb_entity* e)
{
  if (e->local) {
    return kb_graph_local(m->graph, e->slug);
  }
  const kb_gaz* gaz = gaz_of(m, e);
  return gaz ? kb_mapping__gaz_name(m, gaz)
             : kb_graph_node(m->graph, kb_mapping__folder(e->type), e->slug.n ? e->slug : e->label_ar);
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

/// Worth telling without a fact: whoever has a name, bodies, places and things that are only described, and members of
/// a people.
static bool stands_alone(const kb_mapping* m, const kb_entity* e)
{
  const kb_gaz* of = kb_mapping__gaz_entry(m, e->country);
  return !e->local || (e->type != KB_ENT_GROUP && e->type != KB_ENT_PERSON) || (of && of->type == KB_ENT_PEOPLE);
}

void kb_mapping__entities(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->mentions.n; ++i) {
    const uint32_t entity = m->doc->mentions.v[i].entity;
    if (entity < m->doc->entities.n && stands_alone(m, &m->doc->entities.v[entity])) {
      kb_mapping__entity(m, entity);
    }
  }
}

void kb_mapping__mentions(kb_mapping* m)
{
  static const kb_vocab kinds[] = {
    [KB_MENTION_NAME]    = KB_KH_NAME,
    [KB_MENTION_NOMINAL] = KB_KH_NOMINAL,
    [KB_MENTION_PRONOUN] = KB_KH_PRONOUN,
    [KB_MENTION_DEMONYM] = KB_KH_DEMONYM,
  };
  for (uint32_t i = 0; i < m->doc->mentions.n; ++i) {
    const kb_mention* mention = &m->doc->mentions.v[i];
    raptor_term*      entity  = mention->entity < m->doc->entities.n ? m->entities[mention->entity] : NULL;
    raptor_term*      node    = entity ? kb_mapping__mention(m, mention->span) : NULL;
    if (node) {
      kb_graph_tag(m->graph, node, KB_KH_MENTION_TYPE, kinds[mention->kind & 3]);
      kb_graph_put(m->graph, entity, KB_GAF_DENOTED_BY, node);
    }
  }
}
