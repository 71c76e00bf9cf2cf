/*
   Articles, mentions, entities.
*/
#include "mapped.h"

#define CONTEXT "<article/1#offset_0_225>"

static void article(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<article/1> rdf:type schema:NewsArticle");
  says(t, "<article/1> schema:headline \"الوزير يرفض التعاون مع نوردلاند\"@ar");
  says(t, "<article/1> schema:datePublished \"2015-02-26\"^^xsd:date");
  says(t, "<article/1> schema:publisher <publisher/nordic-news>");
  says(t, "<publisher/nordic-news> rdfs:label \"Nordic News\"@en");
  says(t, "<article/1> schema:url <https://news.example/1?q=%%D8%%A3%%D8%%AE%%D8%%A8%%D8%%A7%%D8%%B1>");
  says(t, "<article/1> schema:inLanguage \"ar\"");
  says(t, CONTEXT " rdf:type nif:Context");
  says(t, CONTEXT " nif:sourceUrl <article/1>");
  says(t, CONTEXT " nif:endIndex \"225\"^^xsd:nonNegativeInteger");
  assert_int_equal(uses(t, "nif:isString"), 1);
}

static void article_without_metadata(void** state)
{
  mapped* t          = *state;
  t->doc.title       = KB_STR("");
  t->doc.url         = KB_STR("not an address");
  t->doc.publisher   = KB_STR("وكالة الشمال");
  t->doc.published   = (kb_date){2015, 2, 0};
  t->options.version = KB_STR("");
  kb_block* headline = kb_array_push(t->arena, &t->doc.blocks);
  *headline          = (kb_block){.span = t->doc.sentences.v[0].span, .kind = KB_BLOCK_HEADLINE, .copy_of = KB_NONE};
  run(t);
  says(t, "<article/1> schema:headline \"الوزير يرفض التعاون مع نوردلاند\"@ar");
  says(t, "<article/1> schema:url \"not an address\"");
  assert_int_equal(subjects(t, "rdfs:label \"وكالة الشمال\"@ar"), 1);
  assert_int_equal(uses(t, "schema:datePublished"), 0);
  assert_int_equal(uses(t, "prov:wasGeneratedBy"), 0);
}

static void the_run_has_no_time(void** state)
{
  mapped* t          = *state;
  t->options.version = KB_STR("1.2.3");
  run(t);
  says(t, "<article/1> prov:wasGeneratedBy <run/khabar-1-2-3>");
  says(t, "<run/khabar-1-2-3> prov:wasAssociatedWith <software/khabar-1-2-3>");
  says(t, "<software/khabar-1-2-3> schema:softwareVersion \"1.2.3\"");
}

/// Offsets count code points, the end is exclusive.
static void mentions(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<person/samir-haddad> gaf:denotedBy <article/1#offset_49_58>");
  says(t, "<article/1#offset_49_58> rdf:type gaf:Mention");
  says(t, "<article/1#offset_49_58> rdf:type nif:OffsetBasedString");
  says(t, "<article/1#offset_49_58> rdf:type nif:Phrase");
  says(t, "<article/1#offset_49_58> nif:beginIndex \"49\"^^xsd:nonNegativeInteger");
  says(t, "<article/1#offset_49_58> nif:endIndex \"58\"^^xsd:nonNegativeInteger");
  says(t, "<article/1#offset_49_58> nif:anchorOf \"سمير حداد\"");
  says(t, "<article/1#offset_49_58> nif:referenceContext " CONTEXT);
  says(t, "<article/1#offset_49_58> kh:mentionType kh:Name");
  says(t, "<article/1#offset_49_58> kh:sentence <article/1#offset_32_97>");
  says(t, "<article/1#offset_103_107> rdf:type nif:Word");
  says(t, "<article/1#offset_217_223> kh:mentionType kh:Nominal");
  says(t, "<article/1#offset_32_97> rdf:type nif:Sentence");
  says(t,
       "<article/1#offset_32_97> nif:anchorOf \"أعلن وزير الدفاع سمير حداد الخميس أن بلاده لن تتعاون مع نوردلاند.\"");
}

/// What SHACL would check: every anchorOf is the text at its offsets.
static void anchors_are_the_text(void** state)
{
  mapped* t = *state;
  run(t);
  unsigned n = 0;
  for (size_t i = 0; i < kb_graph_count(t->graph); ++i) {
    const raptor_statement* st = kb_graph_at(t->graph, i);
    if (st->predicate != kb_graph_vocab(t->graph, KB_NIF_ANCHOR_OF)) {
      continue;
    }
    unsigned begin = 0, end = 0;
    assert_int_equal(sscanf(strstr(kb_graph_iri_of(st->subject).p, "#offset_"), "#offset_%u_%u", &begin, &end), 2);
    const kb_str anchor = {(const char*)st->object->value.literal.string, st->object->value.literal.string_len};
    size_t       byte   = 0;
    for (unsigned k = 0; k < begin; ++k) {
      kb_text_next(t->doc.text, &byte);
    }
    assert_int_equal(kb_text_length(anchor), end - begin);
    assert_memory_equal(t->doc.text.p + byte, anchor.p, anchor.n);
    ++n;
  }
  assert_true(n > 20);
}

static void without_text(void** state)
{
  mapped* t          = *state;
  t->options.no_text = true;
  run(t);
  assert_int_equal(uses(t, "nif:isString"), 0);
  says(t, CONTEXT " rdf:type nif:Context");
  says(t, "<article/1#offset_49_58> nif:anchorOf \"سمير حداد\"");
  says(t, "<article/1#offset_32_97> rdf:type nif:Sentence");
  says_not(
    t, "<article/1#offset_32_97> nif:anchorOf \"أعلن وزير الدفاع سمير حداد الخميس أن بلاده لن تتعاون مع نوردلاند.\"");
}

/// "The medics" are worth a node for what they do or say; whoever has a name is told in any case, and so is a body.
static void described_actors_come_with_their_facts(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<article/1#actor_1> rdf:type kh:Group");
  t->doc.claims.n = t->doc.quotes.n = t->doc.headlines.n = t->doc.roles.n = 0;
  run(t);
  says_not(t, "<article/1#actor_1> rdf:type kh:Group");
  says(t, "<person/samir-haddad> gaf:denotedBy <article/1#offset_49_58>");
  t->doc.entities.v[MEDICS].type = KB_ENT_ORGANISATION;
  run(t);
  says(t, "<article/1#actor_1> rdf:type schema:Organization");
}

/// One span may be the mention of an entity and of an event, or the sentence.
static void spans_that_coincide(void** state)
{
  mapped* t = *state;
  add_mention(&t->doc, MEDICS, KB_MENTION_PRONOUN, "يرفض", 0);
  add_mention(&t->doc, HADDAD, KB_MENTION_NOMINAL, "الوزير يرفض التعاون مع نوردلاند", 0);
  run(t);
  says(t, "<article/1#actor_1> gaf:denotedBy <article/1#offset_7_11>");
  assert_int_equal(subjects(t, "kh:trigger <article/1#offset_7_11>"), 1);
  says(t, "<article/1#offset_7_11> kh:mentionType kh:Pronoun");
  says(t, "<article/1#offset_0_31> rdf:type nif:Sentence");
  says(t, "<article/1#offset_0_31> rdf:type nif:Phrase");
  says(t, "<article/1#offset_0_31> kh:mentionType kh:Nominal");
}

/// The only line of an article is its context and a sentence too.
static void a_sentence_that_is_the_whole_text(void** state)
{
  mapped*  t   = *state;
  kb_error err = {0};
  assert_int_equal(kb_doc_init(&t->doc, t->arena, KB_STR("1"), KB_STR("قال حداد"), &err), KB_OK);
  kb_sentence* s = kb_array_push(t->arena, &t->doc.sentences);
  s->span        = (kb_span){0, (uint32_t)t->doc.text.n};
  add_entity(&t->doc, KB_ENT_PERSON, "haddad", "حداد", "");
  add_mention(&t->doc, 0, KB_MENTION_NAME, "حداد", 0);
  run(t);
  says(t, "<article/1#offset_0_8> rdf:type nif:Context");
  says(t, "<article/1#offset_0_8> rdf:type nif:Sentence");
  says(t, "<article/1#offset_4_8> kh:sentence <article/1#offset_0_8>");
  says(t, "<article/1#offset_0_8> nif:anchorOf \"قال حداد\"");
}

static void broken_spans_are_left_out(void** state)
{
  mapped*     t = *state;
  kb_mention* m = kb_array_push(t->arena, &t->doc.mentions);
  *m            = (kb_mention){.span = {5, 5}, .entity = HADDAD, .gaz = KB_NONE};
  m             = kb_array_push(t->arena, &t->doc.mentions);
  *m            = (kb_mention){.span = {5, (uint32_t)t->doc.text.n + 1}, .entity = HADDAD, .gaz = KB_NONE};
  add_mention(&t->doc, KB_NONE, KB_MENTION_NAME, "العاصمة", 0);
  add_mention(&t->doc, 999, KB_MENTION_NAME, "العاصمة", 0);
  run(t);
  says(t, "<person/samir-haddad> gaf:denotedBy <article/1#offset_49_58>");
  assert_null(strstr(t->out.p, "العاصمة\" ."));
}

static void entity_types(void** state)
{
  static const struct {
    unsigned    type;
    const char* iri;
    const char* classes[3];
  } cases[] = {
    {KB_ENT_PERSON, "<person/x>", {"schema:Person", "sem:Actor"}},
    {KB_ENT_ORGANISATION, "<organization/x>", {"schema:Organization", "sem:Actor"}},
    {KB_ENT_COUNTRY, "<place/x>", {"schema:Country", "sem:Place", "sem:Actor"}},
    {KB_ENT_CITY, "<place/x>", {"schema:City", "sem:Place"}},
    {KB_ENT_PLACE, "<place/x>", {"schema:Place", "sem:Place"}},
    {KB_ENT_PEOPLE, "<people/x>", {"kh:People", "sem:Actor"}},
    {KB_ENT_GROUP, "<group/x>", {"kh:Group", "sem:Actor"}},
    {KB_ENT_WEAPON, "<weapon/x>", {"kh:Weapon", "sem:Object"}},
    {KB_ENT_VEHICLE, "<vehicle/x>", {"schema:Vehicle", "sem:Object"}},
    {KB_ENT_DOCUMENT, "<document/x>", {"kh:Document", "schema:CreativeWork", "sem:Object"}},
    {KB_ENT_HAPPENING, "<happening/x>", {"kh:Happening", "schema:Event"}},
    {KB_ENT_NARRATOR, "<article/1#narrator>", {"kh:Narrator", "prov:Agent"}},
  };
  mapped* t = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    t->doc.entities.v[HADDAD].type = (uint8_t)cases[i].type;
    t->doc.entities.v[HADDAD].slug = KB_STR("x");
    run(t);
    for (size_t k = 0; k < 3 && cases[i].classes[k]; ++k) {
      says(t, "%s rdf:type %s", cases[i].iri, cases[i].classes[k]);
    }
  }
}

static void entities(void** state)
{
  mapped* t = *state;
  run(t);
  says(t, "<person/samir-haddad> rdfs:label \"سمير حداد\"@ar");
  says(t, "<person/samir-haddad> rdfs:label \"Samir Haddad\"@en");
  says(t, "<person/samir-haddad> kh:sector kh:GOV");
  says(t, "<person/samir-haddad> kh:sector kh:MIL");
  says(t, "<article/1#actor_1> rdf:type kh:Group");
  says(t, "<article/1#actor_1> rdfs:label \"مسعفين\"@ar");
}

/// An entity without a slug is named by a hash of its label.
static void entity_without_slug(void** state)
{
  mapped* t                      = *state;
  t->doc.entities.v[HADDAD].slug = KB_STR("");
  run(t);
  assert_int_equal(subjects(t, "rdf:type schema:Person"), 1);
  const char* person = subject(t, "rdf:type schema:Person", 0);
  says(t, "%s rdfs:label \"سمير حداد\"@ar", person);
}

static void graph_names(void** state)
{
  mapped* t                        = *state;
  t->options.graph                 = KB_MAPPING_GRAPH_ARTICLE;
  t->options.graph_iri             = KB_STR("http://g/all");
  static const char* const names[] = {"<http://k/article/1#graph> .\n", "<http://g/all> .\n"};
  for (int i = 0; i < 2; ++i) {
    run(t);
    size_t lines = 0, named = 0;
    for (const char* p = t->out.p; (p = strchr(p, '\n')); ++p) {
      const size_t n = strlen(names[i]);
      ++lines;
      named += memcmp(p + 1 - n, names[i], n) == 0;
    }
    assert_int_equal(named, lines);
    assert_int_equal(lines, kb_graph_count(t->graph));
    t->options.graph = KB_MAPPING_GRAPH_IRI;
  }
}

static void options_are_checked(void** state)
{
  (void)state;
  kb_error           err  = {0};
  kb_mapping_options good = kb_mapping_defaults();
  assert_int_equal(kb_mapping_check(&good, &err), KB_OK);
  kb_mapping_options bad = {.min_confidence = 101};
  assert_int_equal(kb_mapping_check(&bad, &err), KB_E_USAGE);
  bad = (kb_mapping_options){.graph = KB_MAPPING_GRAPH_IRI, .graph_iri = KB_STR("all")};
  err = (kb_error){0};
  assert_int_equal(kb_mapping_check(&bad, &err), KB_E_USAGE);
  assert_non_null(strstr(err.text, "all"));
}

static void the_same_bytes_again(void** state)
{
  mapped* t = *state;
  run(t);
  kb_buf first = {0};
  kb_buf_add(&first, kb_buf_as_str(&t->out));
  run(t);
  assert_int_equal(first.n, t->out.n);
  assert_memory_equal(first.p, t->out.p, first.n);
  kb_buf_release(&first);
}

/// With any smaller ceiling on the article's arena the run ends in
/// KB_E_NOMEM, or does with what was there before.
static void every_ceiling_is_seen(void** state)
{
  mapped*   t     = *state;
  kb_arena* arena = kb_arena_new(0);
  kb_doc    doc;
  make_article(&doc, arena, "1");
  const size_t needed = kb_arena_used(arena);
  kb_arena_free(arena);
  unsigned failed = 0;
  for (size_t extra = 0; extra < 2000; extra += 16) {
    arena        = kb_arena_new(needed + extra);
    kb_error err = {0};
    make_article(&doc, arena, "1");
    const kb_status status = kb_mapping_run(&doc, NULL, &t->options, t->graph, &err);
    assert_true(status == KB_OK || status == KB_E_NOMEM);
    failed += status == KB_E_NOMEM;
    kb_arena_free(arena);
  }
  assert_in_range(failed, 5, 120);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TEST(article),
    TEST(article_without_metadata),
    TEST(the_run_has_no_time),
    TEST(mentions),
    TEST(anchors_are_the_text),
    TEST(without_text),
    TEST(described_actors_come_with_their_facts),
    TEST(spans_that_coincide),
    TEST(a_sentence_that_is_the_whole_text),
    TEST(broken_spans_are_left_out),
    TEST(entity_types),
    TEST(entities),
    TEST(entity_without_slug),
    TEST(graph_names),
    TEST(options_are_checked),
    TEST(the_same_bytes_again),
    TEST(every_ceiling_is_seen),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
