/// Compound names: one word or two.
#include "khabar/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void pairs_that_are_one_name(void** state)
{
  (void)state;
  assert_true(kb_lexicon_is_compound(KB_STR("عبد"), KB_STR("الكريم")));
  assert_true(kb_lexicon_is_compound(KB_STR("نور"), KB_STR("الدين")));
  assert_true(kb_lexicon_is_compound(KB_STR("ابو"), KB_STR("بكر")));
  assert_false(kb_lexicon_is_compound(KB_STR("محمد"), KB_STR("علي")));
}

static void heads_of_compounds_in_one_word(void** state)
{
  (void)state;
  assert_int_equal(kb_lexicon_compound_head(KB_STR("عبدالكريم")), sizeof "عبد" - 1);
  assert_int_equal(kb_lexicon_compound_head(KB_STR("صلاحالدين")), sizeof "صلاح" - 1);
  assert_int_equal(kb_lexicon_compound_head(KB_STR("نصرالله")), sizeof "نصر" - 1);
}

static void words_that_only_look_so(void** state)
{
  (void)state;
  assert_int_equal(kb_lexicon_compound_head(KB_STR("الله")), 0);
  assert_int_equal(kb_lexicon_compound_head(KB_STR("بالله")), 0); // "by God"
  assert_int_equal(kb_lexicon_compound_head(KB_STR("عبدالي")), 0);
  assert_int_equal(kb_lexicon_compound_head(KB_STR("")), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(pairs_that_are_one_name),
    cmocka_unit_test(heads_of_compounds_in_one_word),
    cmocka_unit_test(words_that_only_look_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
