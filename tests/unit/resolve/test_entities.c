/// Mentions to entities.

#include "../../support/bounds.h"

/// The article after resolve, on a day.
static kb_doc resolved(const char* text, kb_date published)
{
  kb_doc         doc;
  kb_error       err   = {0};
  const kb_tools tools = {bench.lexicon, bench.cues};
  kb_arena_reset(bench.arena);
  assert_int_equal(kb_doc_init(&doc, bench.arena, KB_STR("t"), kb_str_of(text), &err), KB_OK);
  doc.published = published;
  assert_int_equal(kb_pipeline_article(&doc, &tools, bench.cache, KB_STAGE_RESOLVE, &err), KB_OK);
  return doc;
}

/// The entity of the `nth` mention (from 1) with these words, KB_NONE if there is none.
static uint32_t entity_of(const kb_doc* doc, const char* words, int nth)
{
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    if (kb_str_eq(kb_doc_cut(doc, m->span), kb_str_of(words)) && --nth == 0) {
      return m->entity;
    }
  }
  return KB_NONE;
}

/// The slug of that entity, "" if there is none.
static const char* slug_of(const kb_doc* doc, const char* words, int nth)
{
  const uint32_t e = entity_of(doc, words, nth);
  return e == KB_NONE ? "" : doc->entities.v[e].slug.p;
}

#define SAME(doc, a, na, b, nb)                                                   \
  do {                                                                            \
    assert_int_not_equal(entity_of(&(doc), (a), (na)), KB_NONE);                  \
    assert_int_equal(entity_of(&(doc), (a), (na)), entity_of(&(doc), (b), (nb))); \
  } while (0)

static const kb_date today = {2015, 6, 10};

static void full_and_short_names_are_one(void** state)
{
  (void)state;
  kb_doc doc = resolved("قالت الوزيرة كارولينا سوندبرغ إنها متفائلة. وأضافت سوندبرغ أن العمل جار.", today);
  SAME(doc, "كارولينا سوندبرغ", 1, "سوندبرغ", 1);
  doc = resolved("سوندبرغ: نحن متفائلون.\nقالت الوزيرة كارولينا سوندبرغ إنها متفائلة.", today);
  SAME(doc, "كارولينا سوندبرغ", 1, "سوندبرغ", 1);
  doc = resolved("وصل آشتون كارتر إلى بغداد. وأضاف آشتون أن الحملة مستمرة.", today);
  SAME(doc, "آشتون كارتر", 1, "آشتون", 1);
}

static void names_that_only_look_alike_are_two(void** state)
{
  (void)state;
  const kb_doc doc = resolved("قال جون كيري إن الاتفاق قريب. وقال جون كيربي إن الوقت مبكر. ثم غادر كيري.", today);
  assert_string_equal(slug_of(&doc, "جون كيري", 1), "john-kerry");
  assert_string_equal(slug_of(&doc, "جون كيربي", 1), "john-kirby");
  SAME(doc, "جون كيري", 1, "كيري", 1);
}

static void listed_names_carry_what_the_gazetteer_knows(void** state)
{
  (void)state;
  const kb_doc     doc = resolved("زار الرئيس الأميركي باراك أوباما برلين.", today);
  const kb_entity* e   = &doc.entities.v[entity_of(&doc, "باراك أوباما", 1)];
  assert_string_equal(e->slug.p, "barack-obama");
  assert_string_equal(e->label_en.p, "Barack Obama");
  assert_int_not_equal(e->gaz, KB_NONE);
  assert_string_equal(kb_lexicon_gaz(bench.lexicon, e->country)->id.p, "united-states");
}

static void a_title_stands_for_its_holder(void** state)
{
  (void)state;
  kb_doc doc = resolved("وصل وزير الدفاع الفنلندي يوسي هاكالا إلى القاعدة. والتقى الوزير الجنود.", today);
  SAME(doc, "يوسي هاكالا", 1, "الوزير", 1);
  doc = resolved("أعلن الرئيس الفرنسي أن المفاوضات مستمرة.", today);
  assert_string_equal(slug_of(&doc, "الرئيس الفرنسي", 1), "francois-hollande");
  doc = resolved("أعلن الرئيس الفرنسي أن المفاوضات مستمرة.", (kb_date){2019, 1, 1});
  assert_string_equal(slug_of(&doc, "الرئيس الفرنسي", 1), "emmanuel-macron");
  doc = resolved("أعلن الرئيس الفرنسي أن المفاوضات مستمرة.", (kb_date){0});
  assert_true(doc.entities.v[entity_of(&doc, "الرئيس الفرنسي", 1)].local);
}

static void capitals_stand_for_governments_where_they_act(void** state)
{
  (void)state;
  kb_doc doc = resolved("اتهمت موسكو واشنطن بتأجيج النزاع.", today);
  assert_string_equal(slug_of(&doc, "موسكو", 1), "russia");
  doc = resolved("وصل الوفد إلى موسكو أمس.", today);
  assert_string_equal(slug_of(&doc, "موسكو", 1), "moscow");
  doc = resolved("شهدت موسكو تظاهرة كبيرة.", today);
  assert_string_equal(slug_of(&doc, "موسكو", 1), "moscow");
  doc = resolved("تتحسن العلاقات بين أنقرة وأثينا ببطء.", today);
  assert_string_equal(slug_of(&doc, "أنقرة", 1), "turkey");
  assert_string_equal(slug_of(&doc, "أثينا", 1), "greece");
}

static void bodies_belong_to_a_country(void** state)
{
  (void)state;
  kb_doc doc = resolved("شهدت كينيا يوما هادئا. وقال شهود في كينيا إن الشرطة انتشرت في الشوارع.", today);
  assert_string_equal(slug_of(&doc, "الشرطة", 1), "kenyan-police");
  doc = resolved("هاجم مقاتلو حركة طالبان القاعدة. ونفت الحركة ذلك.", today);
  SAME(doc, "حركة طالبان", 1, "الحركة", 1);
  doc = resolved("استأنفت شركة بترومين الإنتاج. وأعلنت الشركة أرباحها.", today);
  SAME(doc, "شركة بترومين", 1, "الشركة", 1);
}

static void nationalities_are_of_their_country(void** state)
{
  (void)state;
  const kb_doc     doc = resolved("احتج الإيطاليون على القرار. وأيد مسؤول إيطالي التعديل.", today);
  const kb_entity* e   = &doc.entities.v[entity_of(&doc, "الإيطاليون", 1)];
  assert_int_equal(e->type, KB_ENT_PEOPLE);
  assert_string_equal(kb_lexicon_gaz(bench.lexicon, e->country)->id.p, "italy");
  assert_string_equal(slug_of(&doc, "إيطالي", 1), "italy");
  const kb_entity* official = &doc.entities.v[entity_of(&doc, "مسؤول إيطالي", 1)];
  assert_true(official->local);
  assert_string_equal(kb_lexicon_gaz(bench.lexicon, official->country)->id.p, "italy");
}

static void pronouns_find_their_antecedent(void** state)
{
  (void)state;
  const kb_doc doc =
    resolved("قال الوزير الفنلندي يوسي هاكالا إن بلاده ترحب بالحوار. وأكدت أوغندا أنها ملتزمة.", today);
  assert_string_equal(slug_of(&doc, "بلاده", 1), "finland");
  assert_string_equal(slug_of(&doc, "ها", 1), "uganda");
}

static void the_latter_is_the_last_that_agrees(void** state)
{
  (void)state;
  const kb_doc doc = resolved("توترت العلاقات بين تركيا وهولندا. ومنعت الأخيرة طائرة الوزير من الهبوط.", today);
  assert_string_equal(slug_of(&doc, "الأخيرة", 1), "netherlands");
}

static void unlisted_names_get_readable_slugs(void** state)
{
  (void)state;
  const kb_doc doc = resolved("قالت الوزيرة كارولينا سوندبرغ إنها متفائلة. ورحب محمد الكربولي بذلك.", today);
  assert_string_equal(slug_of(&doc, "كارولينا سوندبرغ", 1), "carolina-sundebregh");
  assert_string_equal(slug_of(&doc, "محمد الكربولي", 1), "mohammed-al-karbouli");
  for (uint32_t i = 0; i < doc.entities.n; ++i) {
    const kb_str slug = doc.entities.v[i].slug;
    assert_true(slug.n > 0);
    for (size_t k = 0; k < slug.n; ++k) {
      assert_true((slug.p[k] >= 'a' && slug.p[k] <= 'z') || (slug.p[k] >= '0' && slug.p[k] <= '9') ||
                  slug.p[k] == '-' || slug.p[k] == '_');
    }
    for (uint32_t j = 0; j < i; ++j) {
      assert_false(doc.entities.v[j].type == doc.entities.v[i].type && kb_str_eq(doc.entities.v[j].slug, slug));
    }
  }
}

static void every_mention_refers_to_an_entity_that_exists(void** state)
{
  (void)state;
  const kb_doc doc = resolved("التقى وزير خارجية فرنسا جان مارتان نظيره البرازيلي في برازيليا أمس، ثم زار مقر الأمم "
                              "المتحدة في نيويورك، وقال إن بلاده لن تتخلى عن المهاجرين.",
                              today);
  for (uint32_t i = 0; i < doc.mentions.n; ++i) {
    const kb_mention* m = &doc.mentions.v[i];
    assert_true(m->entity == KB_NONE || m->entity < doc.entities.n);
    assert_true(m->first <= m->head && m->head <= m->last && m->last < doc.words.n);
    assert_true(m->span.start < m->span.end && m->span.end <= doc.text.n);
    assert_true(i == 0 || doc.mentions.v[i - 1].span.start <= m->span.start);
  }
  for (uint32_t i = 0; i < doc.entities.n; ++i) {
    assert_true(doc.entities.v[i].first_mention < doc.mentions.n);
  }
}

static void every_ceiling_ends_in_out_of_memory(void** state)
{
  (void)state;
  assert_every_ceiling("قال وزير الدفاع الفنلندي يوسي هاكالا أمس إن بلاده سترسل 40 جنديا إلى مالي.", KB_STAGE_RESOLVE,
                       512, NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(full_and_short_names_are_one),
    cmocka_unit_test(names_that_only_look_alike_are_two),
    cmocka_unit_test(listed_names_carry_what_the_gazetteer_knows),
    cmocka_unit_test(a_title_stands_for_its_holder),
    cmocka_unit_test(capitals_stand_for_governments_where_they_act),
    cmocka_unit_test(bodies_belong_to_a_country),
    cmocka_unit_test(nationalities_are_of_their_country),
    cmocka_unit_test(pronouns_find_their_antecedent),
    cmocka_unit_test(the_latter_is_the_last_that_agrees),
    cmocka_unit_test(unlisted_names_get_readable_slugs),
    cmocka_unit_test(every_mention_refers_to_an_entity_that_exists),
    cmocka_unit_test(every_ceiling_ends_in_out_of_memory),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
