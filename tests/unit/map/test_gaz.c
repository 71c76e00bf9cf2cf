/*
   What is said from the gazetteer, over a small dictionary of the test's own.
*/
#include "../../support/dictionary.h"
#include "mapped.h"

static int open_lexicon(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(&d, "gazetteer/countries.json", "countries",
                "{\"id\": \"nordland\", \"en\": \"Nordland\", \"iso3\": \"NRD\", \"qid\": \"Q99999991\", \"names\": "
                "[\"نوردلاند\"]},\n"
                "{\"id\": \"sudland\", \"en\": \"Sudland\", \"iso3\": \"SDL\", \"names\": [\"سودلاند\"]}");
  write_entries(&d, "gazetteer/organisations.json", "organisations",
                "{\"id\": \"sudland-army\", \"type\": \"military\", \"en\": \"Army of Sudland\", \"names\": [\"جيش "
                "سودلاند\"], \"country\": \"sudland\", \"sector\": \"MIL\", \"metonym\": \"sudland\"}");
  write_entries(&d, "gazetteer/peoples.json", "peoples",
                "{\"id\": \"nords\", \"en\": \"Nords\", \"names\": [\"النورد\"], \"country\": \"nordland\"}");
  write_entries(&d, "gazetteer/places.json", "places",
                "{\"id\": \"mount-nord\", \"type\": \"mountain\", \"en\": \"Mount Nord\", \"names\": [\"جبل نورد\"], "
                "\"country\": \"nordland\", \"lat\": 61.25, \"lon\": -8.5}");
  return take_dictionary(&d);
}

static kb_entity* link_entity(mapped* t, uint32_t entity, const char* id)
{
  t->lexicon   = lexicon;
  kb_entity* e = &t->doc.entities.v[entity];
  e->gaz       = kb_lexicon_gaz_by_id(lexicon, kb_str_of(id));
  assert_int_not_equal(e->gaz, KB_NONE);
  return e;
}

static void countries(void** state)
{
  mapped*    t = *state;
  kb_entity* e = link_entity(t, NORDLAND, "nordland");
  e->label_ar  = KB_STR("نرويجلاند"); // the name in the text does not count
  e->country   = e->gaz;
  run(t);
  says(t, "<place/nordland> rdf:type schema:Country");
  says(t, "<place/nordland> rdfs:label \"نوردلاند\"@ar");
  says(t, "<place/nordland> rdfs:label \"Nordland\"@en");
  says(t, "<place/nordland> kh:iso3 \"NRD\"");
  says(t, "<place/nordland> owl:sameAs wd:Q99999991");
  assert_int_equal(uses(t, "kh:country"), 0);
  assert_int_equal(uses(t, "wgs:lat"), 0);
}

/// The country an entity belongs to is described too, once.
static void countries_of_entities(void** state)
{
  mapped* t                         = *state;
  t->doc.entities.v[HADDAD].country = link_entity(t, HOME, "sudland")->gaz;
  t->doc.entities.v[MEDICS].country = t->doc.entities.v[HOME].gaz;
  t->doc.entities.v[HADDAD].metonym = kb_lexicon_gaz_by_id(lexicon, KB_STR("nordland"));
  run(t);
  says(t, "<person/samir-haddad> kh:country <place/sudland>");
  says(t, "<article/1#actor_1> kh:country <place/sudland>");
  says(t, "<place/sudland> kh:iso3 \"SDL\"");
  says(t, "<place/sudland> rdf:type schema:Country");
  says(t, "<place/sudland> rdfs:label \"سودلاند\"@ar");
  says(t, "<person/samir-haddad> kh:metonymFor <place/nordland>");
  says(t, "<place/nordland> kh:iso3 \"NRD\"");
}

/// What no word says is told apart from what one says.
static void inferred_countries(void** state)
{
  mapped* t                                  = *state;
  t->doc.entities.v[HADDAD].country          = link_entity(t, HOME, "sudland")->gaz;
  t->doc.entities.v[MEDICS].country          = t->doc.entities.v[HOME].gaz;
  t->doc.entities.v[MEDICS].country_inferred = true;
  run(t);
  says(t, "<article/1#actor_1> kh:country <place/sudland>");
  says(t, "<article/1#actor_1> kh:countryInferred \"true\"^^xsd:boolean");
  says_not(t, "<person/samir-haddad> kh:countryInferred \"true\"^^xsd:boolean");
}

/// "The Nords' supporters", "police of a town": no country, but a whole.
static void groups_of_what_is_no_country(void** state)
{
  mapped* t                         = *state;
  t->lexicon                        = lexicon;
  t->doc.entities.v[MEDICS].country = kb_lexicon_gaz_by_id(lexicon, KB_STR("nords"));
  t->doc.entities.v[HADDAD].country = kb_lexicon_gaz_by_id(lexicon, KB_STR("mount-nord"));
  run(t);
  says(t, "<article/1#actor_1> kh:partOf <people/nords>");
  says(t, "<people/nords> rdfs:label \"النورد\"@ar");
  says(t, "<person/samir-haddad> kh:partOf <place/mount-nord>");
  says(t, "<person/samir-haddad> kh:country <place/nordland>");
  assert_int_equal(uses(t, "kh:country"), 1);
}

static void organisations(void** state)
{
  mapped*    t = *state;
  kb_entity* e = link_entity(t, HADDAD, "sudland-army");
  e->type      = KB_ENT_ORGANISATION;
  e->sector    = KB_STR("");
  run(t);
  says(t, "<organization/sudland-army> rdf:type schema:Organization");
  says(t, "<organization/sudland-army> rdf:type schema:GovernmentOrganization");
  says(t, "<organization/sudland-army> kh:country <place/sudland>");
  says(t, "<organization/sudland-army> kh:sector kh:MIL");
}

static void places(void** state)
{
  mapped* t                                = *state;
  link_entity(t, HOME, "mount-nord")->type = KB_ENT_PLACE;
  run(t);
  says(t, "<place/mount-nord> rdf:type schema:Place");
  says(t, "<place/mount-nord> rdf:type schema:Mountain");
  says(t, "<place/mount-nord> wgs:lat \"61.25\"^^xsd:decimal");
  says(t, "<place/mount-nord> wgs:long \"-8.5\"^^xsd:decimal");
  says(t, "<place/mount-nord> kh:country <place/nordland>");
}

/// "An Iranian army": a description is not the thing it is likened to.
static void local_entities_are_not_the_entry(void** state)
{
  mapped* t = *state;
  link_entity(t, MEDICS, "sudland-army");
  run(t);
  says(t, "<article/1#actor_1> rdfs:label \"مسعفين\"@ar");
  assert_null(strstr(t->out.p, "Army of Sudland"));
}

static void unknown_entries(void** state)
{
  mapped* t                         = *state;
  t->lexicon                        = lexicon;
  t->doc.entities.v[HADDAD].gaz     = 999999;
  t->doc.entities.v[HADDAD].country = 999999;
  run(t);
  says(t, "<person/samir-haddad> rdfs:label \"سمير حداد\"@ar");
  assert_int_equal(uses(t, "kh:country"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TEST(countries),
    TEST(countries_of_entities),
    TEST(inferred_countries),
    TEST(groups_of_what_is_no_country),
    TEST(organisations),
    TEST(places),
    TEST(local_entities_are_not_the_entry),
    TEST(unknown_entries),
  };
  return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}
