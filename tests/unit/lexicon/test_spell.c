/// Spelling: the seat of the hamza, weak letters.
#include "../../support/unit.h"

#include "../../../src/lexicon/spell.h"

#include "khabar/text.h"

/// A stem written as letters, each with the vowel a i u that follows it: "سaءaلa".
static kb_stem stem_of(const char* vocalised)
{
  kb_stem      stem = {.n = 0};
  const kb_str s    = kb_str_of(vocalised);
  for (size_t i = 0; i < s.n;) {
    const uint32_t c = kb_text_next(s, &i);
    const bool     v = i < s.n && strchr("aiu", s.p[i]);
    kb_lexicon__seg(&stem, c, v ? s.p[i] : '\0');
    i += v;
  }
  return stem;
}

static void assert_spelled(kb_hamza_style style, const char* vocalised, const char* expected)
{
  char          out[KB_SPELL_MAX];
  const kb_stem stem = stem_of(vocalised);
  const size_t  n    = kb_lexicon__spell(&stem, style, out);
  assert_string_equal(out, expected);
  assert_int_equal(n, strlen(expected));
}

typedef struct sample {
  const char* vocalised;
  const char* spelling;
} sample;

static void assert_all(const sample* samples, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    assert_spelled(KB_HAMZA_RULE, samples[i].vocalised, samples[i].spelling);
  }
}

#define ASSERT_ALL(samples) assert_all(samples, sizeof(samples) / sizeof *(samples))

static void first_letter(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"ءaكaلa", "أكل"},  {"ءuخiذa", "أخذ"},    {"ءiنسaان", "إنسان"}, {"ءaاخaر", "آخر"},
    {"ءaءمaنa", "آمن"}, {"ءiءمaان", "إيمان"}, {"ءuءمiنu", "أومن"},
  };
  ASSERT_ALL(samples);
  assert_spelled(KB_HAMZA_KEPT, "ءuءمiنu", "أؤمن");
}

static void inner_hamza_sits_on_the_stronger_vowel(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"سaءaلa", "سأل"},      {"سuءiلa", "سئل"},     {"يaسءaلu", "يسأل"},   {"رaءس", "رأس"},       {"بuءس", "بؤس"},
    {"بiءر", "بئر"},        {"فiءaة", "فئة"},      {"لaءiيم", "لئيم"},    {"رuءuوس", "رؤوس"},    {"مaسءuول", "مسؤول"},
    {"مuءaسaسaة", "مؤسسة"}, {"مaسءaلaة", "مسألة"}, {"ءaسءiلaة", "أسئلة"}, {"تaسaاءuل", "تساؤل"}, {"رaءaا", "رآ"},
  };
  ASSERT_ALL(samples);
}

static void hamza_after_a_long_vowel(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"تaفaاءaلa", "تفاءل"}, {"مuرuوءaة", "مروءة"}, {"بiيءaة", "بيئة"},       {"هaيءaة", "هيئة"},
    {"يaيءaسu", "ييأس"},    {"قaاءiل", "قائل"},    {"يaجiيءuونa", "يجيئون"},
  };
  ASSERT_ALL(samples);
}

static void last_hamza_follows_the_vowel_before_it(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"بaدaءa", "بدأ"}, {"نaاشiء", "ناشئ"}, {"تaبaاطuء", "تباطؤ"}, {"جaاءa", "جاء"},
    {"ضaوء", "ضوء"},   {"شaيء", "شيء"},    {"عiبء", "عبء"},       {"يaنءa", "ينأ"},
  };
  ASSERT_ALL(samples);
}

static void hamza_before_endings(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"بaدaءaا", "بدآ"},  {"يaبدaءaانi", "يبدآن"}, {"قaرaءنaا", "قرأنا"},
    {"بaدaءaت", "بدأت"}, {"جiءتu", "جئت"},        {"تaبدaءiينa", "تبدئين"},
  };
  ASSERT_ALL(samples);
}

static void plural_ending_has_three_spellings(void** state)
{
  (void)state;
  assert_spelled(KB_HAMZA_RULE, "بaدaءuوا", "بدؤوا");
  assert_spelled(KB_HAMZA_KEPT, "بaدaءuوا", "بدأوا");
  assert_spelled(KB_HAMZA_LINE, "بaدaءuوا", "بدءوا");
  assert_spelled(KB_HAMZA_RULE, "جaاءuوا", "جاؤوا");
  assert_spelled(KB_HAMZA_KEPT, "جaاءuوا", "جاءوا");
  assert_spelled(KB_HAMZA_LINE, "جaاءuوا", "جاءوا");
}

static void weak_letters_follow_the_vowel_before_them(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"مiوعaاد", "ميعاد"}, {"مuيقiن", "موقن"}, {"يaومa", "يوم"}, {"بaيت", "بيت"}, {"يuوضiحu", "يوضح"},
  };
  ASSERT_ALL(samples);
}

/// No Arabic word is so long; what is too long is cut, never written beyond the end.
static void a_stem_has_an_end(void** state)
{
  (void)state;
  kb_stem stem = {.n = 0};
  for (int i = 0; i < 100; ++i) {
    kb_lexicon__seg(&stem, KB_L_MIM, 'a');
  }
  char out[KB_SPELL_MAX];
  assert_int_equal(stem.n, KB_STEM_MAX);
  assert_int_equal(kb_lexicon__spell(&stem, KB_HAMZA_RULE, out), 2 * KB_STEM_MAX);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(first_letter),
    cmocka_unit_test(inner_hamza_sits_on_the_stronger_vowel),
    cmocka_unit_test(hamza_after_a_long_vowel),
    cmocka_unit_test(last_hamza_follows_the_vowel_before_it),
    cmocka_unit_test(hamza_before_endings),
    cmocka_unit_test(plural_ending_has_three_spellings),
    cmocka_unit_test(weak_letters_follow_the_vowel_before_them),
    cmocka_unit_test(a_stem_has_an_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
