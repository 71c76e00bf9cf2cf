/// The trie of names and titles, the gazetteer behind it.
#include "../../support/dictionary.h"

static int open_words(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(
    &d, "gazetteer/countries.json", "countries",
    "{\"id\": \"northland\", \"en\": \"Northland\", \"iso3\": \"NRL\", \"names\": [\"أرض الشمال\", \"نورثلاند\"], "
    "\"demonym\": [\"شمالاني\"], \"capital\": \"north-city\"},\n"
    "{\"id\": \"southland\", \"en\": \"Southland\", \"names\": [\"جمهورية الجنوب\"]}");
  write_entries(&d, "gazetteer/places.json", "places",
                "{\"id\": \"north-city\", \"en\": \"North City\", \"type\": \"city\", \"names\": [\"مدينة الشمال\"], "
                "\"country\": \"northland\", \"lat\": 12.5, \"lon\": -3},\n"
                "{\"id\": \"old-river\", \"en\": \"Old River\", \"type\": \"river\", \"names\": [\"النهر القديم\"], "
                "\"country\": \"nowhere\"}");
  write_entries(&d, "gazetteer/organisations.json", "organisations",
                "{\"id\": \"north-news\", \"en\": \"North News\", \"names\": [\"شمال-نيوز\", \"شمال 24\"], "
                "\"country\": \"northland\"},\n"
                "{\"id\": \"the-march\", \"en\": \"The March\", \"names\": [\"المسيرة\"], \"common\": true},\n"
                "{\"id\": \"south-news\", \"en\": \"South News\", \"names\": [\"شمال-نيوز\"]}");
  write_entries(
    &d, "gazetteer/people.json", "people",
    "{\"id\": \"adam-noor\", \"en\": \"Adam Noor\", \"names\": [\"آدم نور\"], \"surname\": [\"نور\"], "
    "\"country\": \"northland\", \"gender\": \"f\", \"offices\": [{\"role\": \"minister\", \"ar\": \"وزيرة\", "
    "\"from\": \"2013-02-01\", \"to\": \"2015\"}]}");
  write_entries(&d, "gazetteer/peoples.json", "peoples",
                "{\"id\": \"east-hillers\", \"en\": \"East Hillers\", \"names\": [\"التليون الشرقيون\"]}");
  write_entries(
    &d, "lexicon/roles.json", "roles",
    "{\"ar\": \"وزير الخارجية\", \"en\": \"foreign minister\", \"kind\": \"office\", \"of\": \"country\"},\n"
    "{\"ar\": \"نائب رئيس\", \"en\": \"vice president\", \"kind\": \"office\"}");
  return take_dictionary(&d);
}

static uint32_t node_of(const char* words)
{
  uint32_t node = KB_PHRASE_ROOT;
  for (const char* p = words; *p && node != KB_NONE;) {
    const size_t n = strcspn(p, " ");
    char         key[KB_KEY_MAX];
    const size_t k = kb_text_fold((kb_str){p, n}, key);
    node           = kb_lexicon_step(lexicon, node, (kb_str){key, k});
    p += n + (p[n] == ' ');
  }
  return node;
}

/// Is there a phrase of this kind that stands for the entry with this id (title: its English)?
static bool ends_here(const char* words, kb_phrase_kind kind, const char* id)
{
  const uint32_t node = node_of(words);
  for (uint32_t p = node == KB_NONE ? KB_NONE : kb_lexicon_ends(lexicon, node); p != KB_NONE;) {
    const kb_phrase* x = kb_lexicon_phrase(lexicon, p);
    const kb_str     name =
      kind == KB_PHRASE_TITLE ? kb_lexicon_title(lexicon, x->id)->en : kb_lexicon_gaz(lexicon, x->id)->id;
    if (x->kind == kind && kb_str_eq(name, kb_str_of(id))) {
      return true;
    }
    p = x->next;
  }
  return false;
}

static void names_are_found_word_by_word(void** state)
{
  (void)state;
  assert_true(ends_here("أرض الشمال", KB_PHRASE_NAME, "northland"));
  assert_true(ends_here("ارض الشمال", KB_PHRASE_NAME, "northland")); // folded
  assert_true(ends_here("نورثلاند", KB_PHRASE_NAME, "northland"));
  assert_int_equal(kb_lexicon_ends(lexicon, node_of("أرض")), KB_NONE); // a beginning is no name
  assert_int_equal(node_of("أرض الجنوب"), KB_NONE);
  assert_int_equal(node_of("الشمال"), KB_NONE);
}

static void joining_marks_and_digits_separate_words(void** state)
{
  (void)state;
  assert_true(ends_here("شمال نيوز", KB_PHRASE_NAME, "north-news"));
  assert_true(ends_here("شمال 24", KB_PHRASE_NAME, "north-news"));
  assert_true(ends_here("شمال ٢٤", KB_PHRASE_NAME, "north-news"));
}

static void one_name_may_have_two_bearers(void** state)
{
  (void)state;
  assert_true(ends_here("شمال نيوز", KB_PHRASE_NAME, "north-news"));
  assert_true(ends_here("شمال نيوز", KB_PHRASE_NAME, "south-news"));
}

static void kinds_of_names(void** state)
{
  (void)state;
  assert_true(ends_here("آدم نور", KB_PHRASE_NAME, "adam-noor"));
  assert_true(ends_here("نور", KB_PHRASE_SHORT, "adam-noor"));
  assert_false(ends_here("نور", KB_PHRASE_NAME, "adam-noor"));
  assert_true(ends_here("المسيرة", KB_PHRASE_CONTEXT, "the-march"));
  assert_false(ends_here("المسيرة", KB_PHRASE_NAME, "the-march"));
}

static void peoples_in_every_case(void** state)
{
  (void)state;
  assert_true(ends_here("التليون الشرقيون", KB_PHRASE_NAME, "east-hillers"));
  assert_true(ends_here("التليين الشرقيين", KB_PHRASE_NAME, "east-hillers"));
}

static void titles_with_article_and_feminine(void** state)
{
  (void)state;
  assert_true(ends_here("وزير الخارجية", KB_PHRASE_TITLE, "foreign minister"));
  assert_true(ends_here("وزيرة الخارجية", KB_PHRASE_TITLE, "foreign minister"));
  assert_false(ends_here("الوزير الخارجية", KB_PHRASE_TITLE, "foreign minister"));
  assert_true(ends_here("نائب رئيس", KB_PHRASE_TITLE, "vice president"));
  assert_true(ends_here("نائبة رئيس", KB_PHRASE_TITLE, "vice president"));
}

static void demonyms_are_adjectives_of_their_country(void** state)
{
  (void)state;
  static const char* const words[] = {"شمالاني", "شمالانية", "شمالانيين", "شمالانيات"};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    kb_reading found[8];
    assert_in_range(find_word(lexicon, words[i], found, 8), 1, 8);
    const kb_lexeme* x = kb_lexicon_lexeme(lexicon, found[0].lexeme);
    assert_int_equal(found[0].feats.upos, KB_ADJ);
    assert_int_not_equal(x->gaz, KB_NONE);
    assert_string_equal(kb_lexicon_gaz(lexicon, x->gaz)->id.p, "northland");
  }
}

static const kb_gaz* gaz(const char* id)
{
  const uint32_t i = kb_lexicon_gaz_by_id(lexicon, kb_str_of(id));
  assert_int_not_equal(i, KB_NONE);
  return kb_lexicon_gaz(lexicon, i);
}

static void entries_refer_to_each_other(void** state)
{
  (void)state;
  const uint32_t country = kb_lexicon_gaz_by_id(lexicon, KB_STR("northland"));
  const uint32_t city    = kb_lexicon_gaz_by_id(lexicon, KB_STR("north-city"));
  assert_int_equal(gaz("northland")->country, country);
  assert_int_equal(gaz("northland")->capital, city);
  assert_int_equal(gaz("north-city")->country, country);
  assert_int_equal(gaz("north-city")->capital_of, country);
  assert_int_equal(gaz("north-city")->metonym, country); // the capital speaks for its government
  assert_int_equal(gaz("old-river")->country, KB_NONE);
  assert_int_equal(kb_lexicon_gaz_by_id(lexicon, KB_STR("nowhere")), KB_NONE);
}

static void fields_of_an_entry(void** state)
{
  (void)state;
  const kb_gaz* city = gaz("north-city");
  assert_int_equal(city->type, KB_ENT_CITY);
  assert_string_equal(city->en.p, "North City");
  assert_string_equal(city->name.p, "مدينة الشمال");
  assert_true(city->lat > 12.4f && city->lat < 12.6f && city->lon < -2.9f);
  assert_false(gaz("southland")->lat == gaz("southland")->lat); // not a number: unknown
  assert_int_equal(gaz("old-river")->type, KB_ENT_PLACE);
  assert_string_equal(gaz("northland")->iso3.p, "NRL");
  const kb_gaz* person = gaz("adam-noor");
  assert_true(person->female);
  assert_int_equal(person->n_offices, 1);
  const kb_office* office = kb_lexicon_office(lexicon, person->first_office);
  assert_string_equal(office->role_en.p, "minister");
  assert_int_equal(office->from.year, 2013);
  assert_int_equal(office->from.month, 2);
  assert_int_equal(office->from.day, 1);
  assert_int_equal(office->to.year, 2015);
  assert_int_equal(office->to.month, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_are_found_word_by_word),
    cmocka_unit_test(joining_marks_and_digits_separate_words),
    cmocka_unit_test(one_name_may_have_two_bearers),
    cmocka_unit_test(kinds_of_names),
    cmocka_unit_test(peoples_in_every_case),
    cmocka_unit_test(titles_with_article_and_feminine),
    cmocka_unit_test(demonyms_are_adjectives_of_their_country),
    cmocka_unit_test(entries_refer_to_each_other),
    cmocka_unit_test(fields_of_an_entry),
  };
  return cmocka_run_group_tests(tests, open_words, close_lexicon);
}
