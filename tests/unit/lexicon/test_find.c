/// Looking words up: layers of spelling, order and number of readings, forms of one lexeme that merge.
#include "../../support/dictionary.h"

static int open_words(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(&d, "lexicon/nouns.json", "nouns",
                "{\"lemma\": \"إعلان\", \"gloss\": \"announcement\"},\n"
                "{\"lemma\": \"قوى\", \"gloss\": \"powers\"},\n"
                "{\"lemma\": \"وحدة\", \"gloss\": \"unit\"},\n"
                "{\"lemma\": \"وحده\", \"gloss\": \"alone\"},\n"
                "{\"lemma\": \"آثار\", \"gloss\": \"traces\"},\n"
                "{\"lemma\": \"فن\", \"plural\": [\"فنون\"], \"gloss\": \"art\"}");
  write_entries(&d, "lexicon/verbs.json", "verbs",
                "{\"lemma\": \"كتب\", \"root\": \"كتب\", \"form\": \"I\", \"imperfect\": \"u\", \"args\": [\"obj\"], "
                "\"passive\": true},\n"
                "{\"lemma\": \"أكد\", \"root\": \"ءكد\", \"form\": \"II\", \"args\": [\"أن\"]},\n"
                "{\"lemma\": \"عاد\", \"root\": \"عود\", \"form\": \"I\", \"imperfect\": \"u\"}");
  return take_dictionary(&d);
}

static void assert_layer(const char* word, const char* gloss, int layer)
{
  kb_reading   found[8];
  const size_t n   = find_word(lexicon, word, found, 8);
  int          got = -1;
  for (size_t i = 0; i < n && got < 0; ++i) {
    if (kb_str_eq(kb_lexicon_lexeme(lexicon, found[i].lexeme)->gloss, kb_str_of(gloss))) {
      got = found[i].layer;
    }
  }
  assert_int_equal(got, layer);
}

static void each_layer_folds_more(void** state)
{
  (void)state;
  assert_layer("إعلان", "announcement", KB_LAYER_EXACT);
  assert_layer("إِعْلان", "announcement", KB_LAYER_EXACT); // marks are gone from the bare word
  assert_layer("إعـــلان", "announcement", KB_LAYER_EXACT);
  assert_layer("اعلان", "announcement", KB_LAYER_ALEF);
  assert_layer("أعلان", "announcement", KB_LAYER_TA); // a hamza on the wrong side is worse than none
  assert_layer("اثار", "traces", KB_LAYER_ALEF);
  assert_layer("قوي", "powers", KB_LAYER_YA);
  assert_layer("وحده", "unit", KB_LAYER_TA);
  assert_layer("وحده", "alone", KB_LAYER_EXACT);
  assert_layer("علان", "announcement", -1);
  assert_layer("إعلانن", "announcement", -1);
}

static void foreign_letters_and_presentation_forms(void** state)
{
  (void)state;
  assert_layer("فنون", "art", KB_LAYER_EXACT);
  assert_layer("ﻓﻨﻮﻥ", "art", KB_LAYER_EXACT);
  assert_layer("قوی", "powers", KB_LAYER_YA); // Persian ya
}

static void best_layer_comes_first_and_the_cap_holds(void** state)
{
  (void)state;
  kb_reading   found[8];
  const size_t n = find_word(lexicon, "وحده", found, 8);
  assert_in_range(n, 2, 8);
  for (size_t i = 1; i < n; ++i) {
    assert_in_range(found[i].layer, found[i - 1].layer, KB_LAYER_TA);
  }
  kb_reading one[2] = {{.lexeme = KB_NONE}, {.lexeme = KB_NONE}};
  assert_int_equal(find_word(lexicon, "وحده", one, 1), 1);
  assert_string_equal(kb_lexicon_lexeme(lexicon, one[0].lexeme)->gloss.p, "alone");
  assert_int_equal(one[1].lexeme, KB_NONE);
  assert_int_equal(find_word(lexicon, "وحده", one, 0), 0);
}

static void cells_that_look_alike_are_few_readings(void** state)
{
  (void)state;
  kb_reading found[32];
  unsigned   active = 0, passive = 0, first_person = 0, noun = 0;
  for (size_t n = find_word(lexicon, "كتبت", found, 32), i = 0; i < n; ++i) {
    noun += found[i].feats.upos == KB_NOUN;
    active += found[i].feats.voice == KB_ACTIVE && found[i].feats.person == 3;
    passive += found[i].feats.voice == KB_PASSIVE && found[i].feats.person == 3;
    first_person += found[i].feats.person == 1;
  }
  assert_int_equal(noun, 0);
  assert_int_equal(active, 1);
  assert_int_equal(passive, 1);
  assert_in_range(first_person, 1, 2);
}

/// يكتب is indicative, subjunctive and jussive: no mood; لم يعد is jussive only.
static void moods_that_look_alike_are_none(void** state)
{
  (void)state;
  kb_reading   found[32];
  const size_t n = find_word(lexicon, "يكتب", found, 32);
  assert_in_range(n, 1, 32);
  for (size_t i = 0; i < n; ++i) {
    assert_int_equal(found[i].feats.mood, KB_MOOD_NONE);
  }
  const size_t m = find_word(lexicon, "يعد", found, 32);
  assert_in_range(m, 1, 32);
  assert_int_equal(found[0].feats.mood, KB_JUSSIVE);
  assert_string_equal(kb_lexicon_lexeme(lexicon, found[0].lexeme)->lemma.p, "عاد");
}

static void masdars_and_participles_know_their_verb(void** state)
{
  (void)state;
  static const struct {
    const char* word;
    const char* verb;
    unsigned    verbform;
  } samples[] = {
    {"تأكيد", "أكد", KB_MASDAR},       {"مؤكد", "أكد", KB_ACTIVE_PART}, {"كاتب", "كتب", KB_ACTIVE_PART},
    {"مكتوب", "كتب", KB_PASSIVE_PART}, {"عائد", "عاد", KB_ACTIVE_PART},
  };
  for (size_t i = 0; i < sizeof samples / sizeof *samples; ++i) {
    kb_reading found[8];
    assert_in_range(find_word(lexicon, samples[i].word, found, 8), 1, 8);
    const kb_lexeme* x = kb_lexicon_lexeme(lexicon, found[0].lexeme);
    assert_int_equal(x->feats.verbform, samples[i].verbform);
    assert_int_not_equal(x->base, KB_NONE);
    assert_string_equal(kb_lexicon_lexeme(lexicon, x->base)->lemma.p, samples[i].verb);
  }
}

static void lexemes_by_lemma(void** state)
{
  (void)state;
  const uint32_t first = kb_lexicon_by_lemma(lexicon, KB_STR("كتب"), KB_NONE);
  assert_int_not_equal(first, KB_NONE);
  assert_int_equal(kb_lexicon_lexeme(lexicon, first)->kind, KB_LEX_VERB);
  assert_int_equal(kb_lexicon_by_lemma(lexicon, KB_STR("كتب"), first), KB_NONE);
  assert_int_equal(kb_lexicon_by_lemma(lexicon, KB_STR("غائب"), KB_NONE), KB_NONE);
}

static void count_cells(void* user, const kb_lexeme* verb, kb_feats feats, kb_str surface)
{
  (void)verb, (void)feats, (void)surface;
  ++*(unsigned*)user;
}

static void only_verbs_inflect(void** state)
{
  (void)state;
  unsigned       cells = 0;
  kb_error       err   = {0};
  const uint32_t verb  = kb_lexicon_by_lemma(lexicon, KB_STR("كتب"), KB_NONE);
  const uint32_t noun  = kb_lexicon_by_lemma(lexicon, KB_STR("فن"), KB_NONE);
  assert_int_equal(kb_lexicon_inflect(lexicon, verb, count_cells, &cells, &err), KB_OK);
  assert_int_equal(cells, 13 * 8 + 5);
  assert_int_equal(kb_lexicon_inflect(lexicon, noun, count_cells, &cells, &err), KB_E_USAGE);
  assert_int_equal(kb_lexicon_inflect(lexicon, KB_NONE, count_cells, &cells, NULL), KB_E_USAGE);
}

static void odd_words_have_no_reading(void** state)
{
  (void)state;
  char long_word[400];
  memset(long_word, 'x', sizeof long_word - 1);
  long_word[sizeof long_word - 1] = '\0';
  kb_reading found[4];
  assert_int_equal(find_word(lexicon, "", found, 4), 0);
  assert_int_equal(find_word(lexicon, "\xD9\x8E", found, 4), 0); // a lone vowel sign
  assert_int_equal(find_word(lexicon, long_word, found, 4), 0);
  assert_int_equal(find_word(lexicon, "Reuters", found, 4), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_layer_folds_more),
    cmocka_unit_test(foreign_letters_and_presentation_forms),
    cmocka_unit_test(best_layer_comes_first_and_the_cap_holds),
    cmocka_unit_test(cells_that_look_alike_are_few_readings),
    cmocka_unit_test(moods_that_look_alike_are_none),
    cmocka_unit_test(masdars_and_participles_know_their_verb),
    cmocka_unit_test(lexemes_by_lemma),
    cmocka_unit_test(only_verbs_inflect),
    cmocka_unit_test(odd_words_have_no_reading),
  };
  return cmocka_run_group_tests(tests, open_words, close_lexicon);
}
