/// Topics: their English names, and which of them become headline triples.

#include "../../support/bounds.h"

static bool has_topic(const kb_doc* doc, const char* name)
{
  for (uint32_t i = 0; i < doc->topics.n; ++i) {
    if (kb_str_eq(doc->topics.v[i].label_en, kb_str_of(name))) {
      return true;
    }
  }
  for (uint32_t i = 0; i < doc->topics.n; ++i) {
    print_message("topic: %.*s\n", (int)doc->topics.v[i].label_en.n, doc->topics.v[i].label_en.p);
  }
  return false;
}

static size_t count_headlines(const kb_doc* doc, const char* predicate)
{
  size_t n = 0;
  for (uint32_t i = 0; i < doc->headlines.n; ++i) {
    n += kb_str_eq(doc->headlines.v[i].predicate, kb_str_of(predicate)) ? 1 : 0;
  }
  return n;
}

static void names_tell_what_belongs_to_the_noun(void** state)
{
  (void)state;
  const struct {
    const char* text;
    const char* name;
  } cases[] = {
    {"رفضت النرويج التعاون مع روسيا.", "cooperation with russia"},
    {"رفض الحزب التعديل الدستوري.", "constitutional amendment"},
    {"دعا الوزير إلى تعزيز الإجراءات الأمنية.", "reinforcement of security measure"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const kb_doc doc = analyse(cases[i].text, KB_STAGE_EXTRACT);
    assert_true(has_topic(&doc, cases[i].name));
  }
}

static void what_stands_far_off_is_not_part_of_a_name(void** state)
{
  (void)state;
  const kb_doc doc = analyse("رفض الحزب التعديل الذي اقترحه النواب بعد زيارة بعثة من اليابان.", KB_STAGE_EXTRACT);
  assert_true(has_topic(&doc, "amendment"));
}

static void nobody_says_whom_he_speaks_to(void** state)
{
  (void)state;
  const kb_doc doc = analyse("قال الوزير لوكالة رويترز إن المفاوضات انتهت.", KB_STAGE_EXTRACT);
  assert_int_equal(count_headlines(&doc, "says"), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_tell_what_belongs_to_the_noun),
    cmocka_unit_test(what_stands_far_off_is_not_part_of_a_name),
    cmocka_unit_test(nobody_says_whom_he_speaks_to),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
