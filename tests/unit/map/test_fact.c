/*
   Events, claims, quotations, roles, topics, headline triples.
*/
#include "mapped.h"

#define HADDAD_IRI "<person/samir-haddad>"

static const char* event_of(const mapped* t, const char* type, unsigned n)
{
  char tail[64];
  snprintf(tail, sizeof tail, "kh:eventType %s", type);
  return subject(t, tail, n);
}

static const char* claim_of(const mapped* t, const char* trigger)
{
  char tail[128];
  snprintf(tail, sizeof tail, "kh:trigger %s", trigger);
  return subject(t, tail, 0);
}

static void events(void** state)
{
  mapped* t = *state;
  run(t);
  const char* refusal = event_of(t, "kh:REJECT", 0);
  says(t, "%s rdf:type kh:Event", refusal);
  says(t, "%s kh:agent " HADDAD_IRI, refusal);
  says(t, "%s kh:topic <topic/cooperation-with-nordland>", refusal);
  says(t, "%s kh:mode kh:REJECT-assist", refusal);
  says(t, "%s kh:context kh:context-military", refusal);
  says(t, "%s kh:context kh:context-human_rights", refusal);
  says(t, "%s rdfs:label \"يرفض\"@ar", refusal);
  says(t, "%s gaf:denotedBy <article/1#offset_7_11>", refusal);
  const char* killing = event_of(t, "kh:ASSAULT", 0);
  says(t, "%s kh:place <place/nordland>", killing);
  says(t, "%s kh:dead <article/1#quantity_170_186>", killing);
  const char* cooperation = event_of(t, "kh:COOPERATE", 0);
  says(t, "%s kh:agent <place/sudland>", cooperation);
  says(t, "%s kh:counterpart <place/nordland>", cooperation);
  const char* announcement = subject(t, "gaf:denotedBy <article/1#offset_32_36>", 0);
  says(t, "%s kh:topic %s", announcement, cooperation);
}

static void all_roles(void** state)
{
  mapped*   t = *state;
  kb_event* e = &t->doc.events.v[VISIT];
  add_id(&t->doc, &e->patients, NORDLAND);
  add_id(&t->doc, &e->recipients, HOME);
  e->instrument = MEDICS;
  e->amount = e->injured = e->arrested = 0;
  e->cameo                             = KB_STR("042");
  e->subtype                           = KB_STR("economy");
  run(t);
  const char* visit = event_of(t, "kh:CONSULT", 0);
  says(t, "%s kh:patient <place/nordland>", visit);
  says(t, "%s kh:recipient <place/sudland>", visit);
  says(t, "%s kh:instrument <article/1#actor_1>", visit);
  says(t, "%s kh:amount <article/1#quantity_170_186>", visit);
  says(t, "%s kh:injured <article/1#quantity_170_186>", visit);
  says(t, "%s kh:arrested <article/1#quantity_170_186>", visit);
  says(t, "%s kh:cameo \"042\"", visit);
  says(t, "%s kh:mode kh:CONSULT-economy", visit);
}

/// Two clauses, and two articles, of the same content: one event.
static void the_same_proposition_is_one_event(void** state)
{
  mapped* t = *state;
  run(t);
  assert_int_equal(subjects(t, "kh:eventType kh:COOPERATE"), 1);
  const char* event = event_of(t, "kh:COOPERATE", 0);
  says(t, "%s gaf:denotedBy <article/1#offset_78_84>", event);
  says(t, "%s gaf:denotedBy <article/1#offset_113_119>", event);
  t->doc.id = KB_STR("2");
  run(t);
  assert_string_equal(event_of(t, "kh:COOPERATE", 0), event);
  says(t, "%s gaf:denotedBy <article/2#offset_78_84>", event);
}

/// "He said" is too little to be one event in all articles, and in one.
static void events_of_little_content_are_local(void** state)
{
  mapped* t = *state;
  run(t);
  const char* said = subject(t, "gaf:denotedBy <article/1#offset_99_102>", 0);
  t->doc.id        = KB_STR("2");
  run(t);
  assert_string_not_equal(subject(t, "gaf:denotedBy <article/2#offset_99_102>", 0), said);
  t->doc.events.v[ANNOUNCED].topic_event = KB_NONE;
  t->doc.events.v[ANNOUNCED].time        = KB_NONE;
  run(t);
  assert_int_equal(subjects(t, "kh:eventType kh:STATEMENT"), 2);
}

/// A speech without a topic stays local even where its day is known.
static void speech_needs_a_topic(void** state)
{
  mapped* t                  = *state;
  t->doc.events.v[SAID].time = DATE;
  run(t);
  const char* said = subject(t, "gaf:denotedBy <article/1#offset_99_102>", 0);
  t->doc.id        = KB_STR("2");
  run(t);
  assert_string_not_equal(subject(t, "gaf:denotedBy <article/2#offset_99_102>", 0), said);
  t->doc.events.v[SAID].topic_event = COOPERATE;
  run(t);
  said      = subject(t, "gaf:denotedBy <article/2#offset_99_102>", 0);
  t->doc.id = KB_STR("1");
  run(t);
  assert_string_equal(subject(t, "gaf:denotedBy <article/1#offset_99_102>", 0), said);
}

static void the_order_of_participants_does_not_matter(void** state)
{
  mapped*   t = *state;
  kb_event* e = t->doc.events.v;
  add_id(&t->doc, &e[COOPERATE].agents, HADDAD);
  e[COOPERATE_2].agents = (kb_ids){0};
  add_id(&t->doc, &e[COOPERATE_2].agents, HADDAD);
  add_id(&t->doc, &e[COOPERATE_2].agents, HOME);
  run(t);
  assert_int_equal(subjects(t, "kh:eventType kh:COOPERATE"), 1);
}

static void change_type(kb_event* e)
{
  e->type = KB_STR("CONSULT");
}
static void change_mode(kb_event* e)
{
  e->mode = KB_STR("phone");
}
static void change_predicate(kb_event* e)
{
  e->predicate = KB_STR("meets");
}
static void change_time(kb_event* e)
{
  e->time = DATE;
}
static void change_since(kb_event* e)
{
  e->time = YEAR;
}
static void change_amount(kb_event* e)
{
  e->amount = 0;
}
static void change_dead(kb_event* e)
{
  e->dead = 0;
}
static void change_instrument(kb_event* e)
{
  e->instrument = MEDICS;
}
static void change_topic(kb_event* e)
{
  e->topic_event = KILLED;
}
static void swap_sides(kb_event* e)
{
  const kb_ids agents = e->agents;
  e->agents           = e->counterparts;
  e->counterparts     = agents;
}
static void change_role(kb_event* e)
{
  e->patients     = e->counterparts;
  e->counterparts = (kb_ids){0};
}

/// Whatever differs makes another proposition.
static void different_propositions_are_different_events(void** state)
{
  static void (*const changes[])(kb_event*) = {change_type,       change_mode,   change_predicate, change_time,
                                               change_since,      change_amount, change_dead,      swap_sides,
                                               change_instrument, change_topic,  change_role};
  mapped* t                                 = *state;
  run(t);
  char all[16][128];
  snprintf(all[0], sizeof all[0], "%s", event_of(t, "kh:COOPERATE", 0));
  const kb_event original = t->doc.events.v[COOPERATE];
  const size_t   n        = sizeof changes / sizeof *changes;
  for (size_t i = 0; i < n; ++i) {
    changes[i](&t->doc.events.v[COOPERATE]);
    run(t);
    snprintf(all[i + 1], sizeof all[0], "%s", subject(t, "gaf:denotedBy <article/1#offset_78_84>", 0));
    t->doc.events.v[COOPERATE] = original;
    for (size_t k = 0; k <= i; ++k) {
      assert_string_not_equal(all[k], all[i + 1]);
    }
  }
}

/// Stores are full of these names: a change of the hashed content must be
/// wanted, and told to the users.
static void names_are_for_ever(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<event/d4156efa3519> kh:eventType kh:COOPERATE");
  says(t, "<event/5b5ff96b71ec> gaf:denotedBy <article/1#offset_99_102>");
  says(t, "<claim/cc08208c4062> kh:trigger <article/1#offset_7_11>");
  says(t, "<quote/d85d96ed8c0b> rdf:type schema:Quotation");
  says(t, "<membership/c9500b5b41cd> rdf:type org:Membership");
}

/// "A says that B says that A says ...": named all the same.
static void circles_of_topics_are_cut(void** state)
{
  mapped* t                              = *state;
  t->doc.events.v[COOPERATE].topic_event = ANNOUNCED;
  t->doc.events.v[VISIT].topic_event     = VISIT;
  t->doc.topics.v[0].about               = REFUSES;
  run(t);
  assert_true(subjects(t, "rdf:type kh:Event") >= 6);
}

static void claims(void** state)
{
  mapped* t = *state;
  run(t);
  const char* claim = claim_of(t, "<article/1#offset_78_84>");
  says(t, "%s rdf:type kh:Claim", claim);
  says(t, "%s kh:about %s", claim, event_of(t, "kh:COOPERATE", 0));
  says(t, "%s prov:wasAttributedTo " HADDAD_IRI, claim);
  says(t, "%s kh:polarity fact:negative", claim);
  says(t, "%s kh:certainty fact:certain", claim);
  says(t, "%s kh:temporality fact:future", claim);
  says(t, "%s kh:confidence \"0.8\"^^xsd:decimal", claim);
  says(t, "%s kh:rule <rule/clause-event>", claim);
  says(t, "<rule/clause-event> rdf:type kh:Rule");
  says(t, "%s kh:reportedBy <article/1>", claim);
  says(t, "%s gaf:denotedBy <article/1#offset_32_97>", claim);
  says(t, "%s kh:speechEvent %s", claim, subject(t, "gaf:denotedBy <article/1#offset_32_36>", 0));
  const char* refusal = claim_of(t, "<article/1#offset_7_11>");
  says(t, "%s prov:wasAttributedTo <article/1#narrator>", refusal);
  says(t, "<article/1#narrator> rdf:type kh:Narrator");
  says(t, "%s kh:polarity fact:positive", refusal);
  says(t, "%s kh:temporality fact:non-future", refusal);
  const char* visit = claim_of(t, "<article/1#offset_131_135>");
  says(t, "%s kh:certainty fact:possible", visit);
  says(t, "%s kh:modality kh:Possible", visit);
  says(t, "%s kh:historical \"true\"^^xsd:boolean", claim_of(t, "<article/1#offset_166_169>"));
  assert_int_equal(uses(t, "kh:modality"), 1);
  assert_int_equal(uses(t, "kh:historical"), 1);
  assert_int_equal(uses(t, "kh:polarity"), 7);
}

static void factuality(void** state)
{
  static const char* const certainties[] = {"fact:certain", "fact:probable", "fact:possible", "fact:underspecified"};
  static const char* const modalities[]  = {NULL,          "kh:Possible", "kh:Conditional", "kh:Hypothetical",
                                            "kh:Intended", "kh:Ordered"};
  mapped*                  t             = *state;
  for (uint8_t i = 0; i < 6; ++i) {
    t->doc.claims.v[REFUSES].certainty = i % 4;
    t->doc.claims.v[REFUSES].modality  = i;
    run(t);
    const char* claim = claim_of(t, "<article/1#offset_7_11>");
    says(t, "%s kh:certainty %s", claim, certainties[i % 4]);
    if (modalities[i]) {
      says(t, "%s kh:modality %s", claim, modalities[i]);
    }
  }
}

static void chains_of_sources(void** state)
{
  mapped* t                    = *state;
  t->doc.claims.v[KILLED].via  = REFUSES;
  t->doc.claims.v[REFUSES].via = 999;
  run(t);
  says(t, "%s kh:via %s", claim_of(t, "<article/1#offset_166_169>"), claim_of(t, "<article/1#offset_7_11>"));
  assert_int_equal(uses(t, "kh:via"), 1);
}

/// The same claim listed twice is written once, whatever its confidence.
static void a_claim_has_one_confidence(void** state)
{
  mapped*   t                         = *state;
  kb_claim* again                     = add_claim(&t->doc, REFUSES, KB_NONE);
  again->confidence                   = 30;
  t->doc.claims.v[REFUSES].confidence = 100;
  run(t);
  assert_int_equal(subjects(t, "kh:trigger <article/1#offset_7_11>"), 1);
  says(t, "%s kh:confidence \"1.0\"^^xsd:decimal", claim_of(t, "<article/1#offset_7_11>"));
  assert_int_equal(subjects(t, "kh:confidence \"0.3\"^^xsd:decimal"), 0);
}

/// Facts of little confidence go, with what only they say.
static void low_confidence_is_left_out(void** state)
{
  mapped* t = *state;
  run(t);
  assert_int_equal(subjects(t, "kh:eventType kh:CONSULT"), 1);
  t->options.min_confidence = 60;
  run(t);
  assert_int_equal(subjects(t, "kh:eventType kh:CONSULT"), 0);
  assert_int_equal(subjects(t, "rdf:type kh:Claim"), 6);
  assert_int_equal(subjects(t, "kh:eventType kh:REJECT"), 1);
  t->options.min_confidence = 100;
  run(t);
  assert_int_equal(subjects(t, "rdf:type kh:Claim"), 0);
  assert_int_equal(subjects(t, "rdf:type kh:Event"), 0);
  assert_int_equal(subjects(t, "rdf:type schema:Quotation"), 0);
  assert_int_equal(subjects(t, "rdf:type org:Membership"), 0);
  assert_int_equal(uses(t, "kh:rejects"), 0);
  says(t, "<person/samir-haddad> rdf:type schema:Person");
}

/// An event that nobody claims but somebody speaks of is described.
static void events_that_are_only_spoken_of(void** state)
{
  mapped* t                              = *state;
  t->doc.events.v[ANNOUNCED].topic_event = KILLED;
  t->doc.claims.v[KILLED].confidence     = 10;
  t->options.min_confidence              = 20;
  run(t);
  assert_int_equal(subjects(t, "kh:eventType kh:ASSAULT"), 1);
  assert_int_equal(subjects(t, "kh:trigger <article/1#offset_166_169>"), 0);
}

static void quotations(void** state)
{
  mapped* t                          = *state;
  t->doc.claims.v[COOPERATE_2].quote = 0;
  run(t);
  const char* quote = subject(t, "rdf:type schema:Quotation", 0);
  says(t, "%s schema:text \"لن نتعاون معهم\"@ar", quote);
  says(t, "%s schema:spokenByCharacter " HADDAD_IRI, quote);
  says(t, "%s kh:direct \"true\"^^xsd:boolean", quote);
  says(t, "%s kh:cue <article/1#offset_99_102>", quote);
  says(t, "%s gaf:denotedBy <article/1#offset_110_124>", quote);
  says_not(t, "%s gaf:denotedBy <article/1#offset_98_164>", quote);
  says(t, "%s kh:sentence <article/1#offset_98_164>", quote);
  says(t, "%s kh:reportedBy <article/1>", quote);
  says(t, "%s kh:confidence \"0.95\"^^xsd:decimal", quote);
  says(t, "%s kh:rule <rule/quote-marks>", quote);
  says(t, "%s kh:speechEvent %s", quote, subject(t, "gaf:denotedBy <article/1#offset_99_102>", 0));
  says(t, "%s kh:quotation %s", claim_of(t, "<article/1#offset_113_119>"), quote);
}

/// Same words, same speaker: one quotation, however the lines break.
static void a_quotation_is_its_words(void** state)
{
  mapped* t = *state;
  run(t);
  const char* quote = subject(t, "rdf:type schema:Quotation", 0);
  char        broken[sizeof article_text];
  memcpy(broken, article_text, sizeof broken);
  char* blank         = strstr(broken, "لن نتعاون");
  *strchr(blank, ' ') = '\n';
  t->doc.text         = (kb_str){broken, sizeof broken - 1};
  t->doc.id           = KB_STR("2");
  run(t);
  assert_string_equal(subject(t, "rdf:type schema:Quotation", 0), quote);
  t->doc.quotes.v[0].speaker = MEDICS;
  run(t);
  assert_string_not_equal(subject(t, "rdf:type schema:Quotation", 0), quote);
}

static void a_quotation_of_nobody_is_local(void** state)
{
  mapped* t                  = *state;
  t->doc.quotes.v[0].speaker = KB_NONE;
  run(t);
  const char* quote = subject(t, "rdf:type schema:Quotation", 0);
  assert_int_equal(uses(t, "schema:spokenByCharacter"), 0);
  t->doc.id = KB_STR("2");
  run(t);
  assert_string_not_equal(subject(t, "rdf:type schema:Quotation", 0), quote);
}

static void memberships(void** state)
{
  mapped* t = *state;
  run(t);
  const char* m = subject(t, "rdf:type org:Membership", 0);
  says(t, "%s org:member " HADDAD_IRI, m);
  says(t, "%s org:organization <place/sudland>", m);
  says(t, "%s org:role <role/minister-of-defence>", m);
  says(t, "%s kh:attestedOn \"2015-02-26\"^^xsd:date", m);
  says(t, "%s kh:confidence \"0.9\"^^xsd:decimal", m);
  says(t, "%s gaf:denotedBy <article/1#offset_37_48>", m);
  says(t, "%s rdfs:label \"وزير الدفاع\"@ar", m);
  says(t, "<role/minister-of-defence> rdfs:label \"minister of defence\"@en");
  assert_int_equal(uses(t, "kh:former"), 0);
  t->doc.roles.v[0].former       = true;
  t->doc.roles.v[0].organization = KB_NONE;
  t->doc.roles.v[0].role_en      = KB_STR("");
  t->doc.published               = (kb_date){0, 0, 0};
  run(t);
  assert_string_not_equal(subject(t, "rdf:type org:Membership", 0), m);
  assert_int_equal(uses(t, "kh:former"), 1);
  assert_int_equal(uses(t, "kh:attestedOn"), 0);
  assert_int_equal(uses(t, "org:organization"), 0);
}

/// "minister of defence; war minister" is the role of the first name.
static void roles_are_named_by_their_first_gloss(void** state)
{
  mapped* t                 = *state;
  t->doc.roles.v[0].role_en = KB_STR("Minister of defence; war minister");
  run(t);
  assert_int_equal(subjects(t, "org:role <role/minister-of-defence>"), 1);
  t->doc.roles.v[0].role_en = KB_STR("");
  run(t);
  assert_int_equal(subjects(t, "rdf:type org:Role"), 1);
  says(t, "%s rdfs:label \"وزير الدفاع\"@ar", subject(t, "rdf:type org:Role", 0));
}

static void topics(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<topic/cooperation-with-nordland> rdf:type kh:Topic");
  says(t, "<topic/cooperation-with-nordland> rdf:type skos:Concept");
  says(t, "<topic/cooperation-with-nordland> skos:prefLabel \"cooperation with Nordland\"@en");
  says(t, "<topic/cooperation-with-nordland> skos:prefLabel \"التعاون مع نوردلاند\"@ar");
  says(t, "<topic/cooperation-with-nordland> kh:topicType kh:COOPERATE");
  says(t, "<topic/cooperation-with-nordland> kh:counterpart <place/nordland>");
  says(t, "<topic/cooperation-with-nordland> schema:about %s", event_of(t, "kh:COOPERATE", 0));
  says(t, "<topic/cooperation-with-nordland> gaf:denotedBy <article/1#offset_12_31>");
}

static void headline_triples(void** state)
{
  mapped* t = *state;
  run(t);
  const char* claim = claim_of(t, "<article/1#offset_7_11>");
  says(t, HADDAD_IRI " kh:rejects <topic/cooperation-with-nordland>");
  says(t, "%s rdf:subject " HADDAD_IRI, claim);
  says(t, "%s rdf:predicate kh:rejects", claim);
  says(t, "%s rdf:object <topic/cooperation-with-nordland>", claim);
  t->doc.headlines.v[0].object_kind = KB_OBJECT_ENTITY;
  t->doc.headlines.v[0].object      = NORDLAND;
  run(t);
  says(t, HADDAD_IRI " kh:rejects <place/nordland>");
  t->doc.headlines.v[0].object_kind = KB_OBJECT_EVENT;
  t->doc.headlines.v[0].object      = COOPERATE;
  run(t);
  says(t, HADDAD_IRI " kh:rejects %s", event_of(t, "kh:COOPERATE", 0));
  t->doc.headlines.v[0].object = 999;
  run(t);
  assert_int_equal(uses(t, "kh:rejects"), 0);
}

/// A wrong name in the frames fails the article instead of a broken IRI.
static void bad_predicate_of_the_data(void** state)
{
  mapped*  t                      = *state;
  kb_error err                    = {0};
  t->doc.headlines.v[0].predicate = KB_STR("re jects");
  assert_int_equal(kb_mapping_run(&t->doc, NULL, &t->options, t->graph, &err), KB_E_DATA);
  assert_non_null(strstr(err.text, "re jects"));
}

/// Indices that point nowhere say nothing, and break nothing.
static void dangling_indices(void** state)
{
  mapped* t = *state;
  for (uint32_t i = 0; i < t->doc.events.n; ++i) {
    kb_event* e    = &t->doc.events.v[i];
    e->topic_event = e->instrument = e->time = e->amount = e->dead = 4000;
    e->trigger                                                     = 4000;
    e->label                                                       = (kb_span){9000, 9001};
    add_id(&t->doc, &e->agents, 4000);
    add_id(&t->doc, &e->topics, 4000);
  }
  for (uint32_t i = 0; i < t->doc.claims.n; ++i) {
    kb_claim* c = &t->doc.claims.v[i];
    c->source = c->quote = c->speech = c->trigger = c->sentence = c->via = 4000;
  }
  t->doc.quotes.v[0].cue_span    = (kb_span){9000, 9001};
  t->doc.quotes.v[0].speaker     = 4000;
  t->doc.roles.v[0].organization = 4000;
  t->doc.topics.v[0].counterpart = 4000;
  t->doc.topics.v[0].about       = 4000;
  t->doc.quantities.v[0].counted = 4000;
  run(t);
  assert_int_equal(uses(t, "kh:trigger"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TEST(events),
    TEST(all_roles),
    TEST(the_same_proposition_is_one_event),
    TEST(events_of_little_content_are_local),
    TEST(speech_needs_a_topic),
    TEST(the_order_of_participants_does_not_matter),
    TEST(different_propositions_are_different_events),
    TEST(names_are_for_ever),
    TEST(circles_of_topics_are_cut),
    TEST(claims),
    TEST(factuality),
    TEST(chains_of_sources),
    TEST(a_claim_has_one_confidence),
    TEST(low_confidence_is_left_out),
    TEST(events_that_are_only_spoken_of),
    TEST(quotations),
    TEST(a_quotation_is_its_words),
    TEST(a_quotation_of_nobody_is_local),
    TEST(memberships),
    TEST(roles_are_named_by_their_first_gloss),
    TEST(topics),
    TEST(headline_triples),
    TEST(bad_predicate_of_the_data),
    TEST(dangling_indices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
