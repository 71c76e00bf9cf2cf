/// Cue phrases and Latin spellings are found through the trie of phrases.
#include "../../support/unit.h"

#include "../../support/analysed.h"

/// The first phrase of a kind that ends after the given folded words.
static const kb_phrase* walk(kb_phrase_kind kind, const char* const* words)
{
  uint32_t node = KB_PHRASE_ROOT;
  for (; *words && node != KB_NONE; ++words) {
    char         key[KB_KEY_MAX];
    const size_t n = kb_text_fold(kb_str_of(*words), key);
    node           = kb_lexicon_step(bench.lexicon, node, (kb_str){key, n});
  }
  for (uint32_t p = node == KB_NONE ? KB_NONE : kb_lexicon_ends(bench.lexicon, node); p != KB_NONE;) {
    const kb_phrase* phrase = kb_lexicon_phrase(bench.lexicon, p);
    if (phrase->kind == kind) {
      return phrase;
    }
    p = phrase->next;
  }
  return NULL;
}

static void calendar_words_have_values(void** state)
{
  (void)state;
  const kb_phrase* p = walk(KB_PHRASE_CUE, (const char* const[]){"تشرين", "الثاني", NULL});
  assert_non_null(p);
  assert_int_equal(kb_lexicon_cue(bench.lexicon, p->id)->class, KB_CUE_MONTH);
  assert_int_equal(kb_lexicon_cue(bench.lexicon, p->id)->value, 11);
  p = walk(KB_PHRASE_CUE, (const char* const[]){"أول", "من", "أمس", NULL});
  assert_non_null(p);
  assert_int_equal(kb_lexicon_cue(bench.lexicon, p->id)->class, KB_CUE_DAY);
  assert_int_equal(kb_lexicon_cue(bench.lexicon, p->id)->value, -2);
}

static void units_of_several_words_are_phrases(void** state)
{
  (void)state;
  const kb_phrase* p = walk(KB_PHRASE_UNIT, (const char* const[]){"كيلومتر", "مربع", NULL});
  assert_non_null(p);
  assert_string_equal(kb_lexicon_unit(bench.lexicon, p->id)->id.p, "square-kilometre");
}

static void letters_have_a_latin_spelling(void** state)
{
  (void)state;
  kb_str latin;
  assert_true(kb_lexicon_latin(bench.lexicon, KB_STR("ش"), &latin));
  assert_string_equal(latin.p, "sh");
  assert_false(kb_lexicon_latin(bench.lexicon, KB_STR("%"), &latin));
}

/// A single word in any spelling, and in its class only.
static void words_are_found_by_their_class(void** state)
{
  (void)state;
  assert_non_null(kb_lexicon_cue_of(bench.lexicon, KB_STR("إزاء"), KB_CUE_PARTY));
  assert_non_null(kb_lexicon_cue_of(bench.lexicon, KB_STR("ازاء"), KB_CUE_PARTY));
  assert_null(kb_lexicon_cue_of(bench.lexicon, KB_STR("إزاء"), KB_CUE_COPULA));
  assert_null(kb_lexicon_cue_of(bench.lexicon, KB_STR("باب"), KB_CUE_PARTY));
  assert_null(kb_lexicon_cue_of(bench.lexicon, KB_STR(""), KB_CUE_PARTY));
  assert_null(kb_lexicon_cue_at(bench.lexicon, KB_NONE, KB_CUE_PARTY));
}

static void a_class_can_be_gone_through(void** state)
{
  (void)state;
  unsigned n = 0;
  for (uint32_t id = KB_NONE; (id = kb_lexicon_next_cue(bench.lexicon, KB_CUE_PRESS, id)) != KB_NONE; ++n) {
    assert_int_equal(kb_lexicon_cue(bench.lexicon, id)->class, KB_CUE_PRESS);
    assert_in_range(n, 0, 100);
  }
  assert_in_range(n, 2, 100);
  assert_int_equal(kb_lexicon_next_cue(bench.lexicon, KB_CUE_CLASSES, KB_NONE), KB_NONE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(calendar_words_have_values),    cmocka_unit_test(units_of_several_words_are_phrases),
    cmocka_unit_test(letters_have_a_latin_spelling), cmocka_unit_test(words_are_found_by_their_class),
    cmocka_unit_test(a_class_can_be_gone_through),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
