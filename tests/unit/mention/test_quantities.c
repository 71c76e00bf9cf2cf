/// Numbers in digits and words, with what they count.

#include "../../support/unit.h"

#include "../../../src/mention/mention_internal.h"
#include "../../support/analysed.h"

typedef struct digits {
  const char* text;
  int64_t     value;
  uint8_t     scale;
} digits;

static void digits_with_their_separators(void** state)
{
  (void)state;
  static const digits list[] = {
    {"7", 7, 0},
    {"1,250", 1250, 0},
    {"12,5", 125, 1},
    {"12.5", 125, 1},
    {"1.500.000", 1500000, 0},
    {"99.430", 99430, 3},
    {"3.800", 3800, 0},
    {"1.0811", 10811, 4},
    {"٤٫٨", 48, 1},
    {"١٬٢٠٠", 1200, 0},
    {"۴۲", 42, 0},
    {"1,234,567.89", 123456789, 2},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; ++i) {
    int64_t value = -1;
    uint8_t scale = 99;
    if (!kb_mention__parse_digits(kb_str_of(list[i].text), &value, &scale) || value != list[i].value ||
        scale != list[i].scale) {
      fail_msg("%s: %lld scale %u", list[i].text, (long long)value, scale);
    }
  }
  int64_t value;
  uint8_t scale;
  assert_false(kb_mention__parse_digits(KB_STR("19:30"), &value, &scale));
  assert_false(kb_mention__parse_digits(KB_STR("1.2.3,4.5"), &value, &scale));
  assert_false(kb_mention__parse_digits(KB_STR("99999999999999999999"), &value, &scale));
  assert_false(kb_mention__parse_digits(KB_STR(""), &value, &scale));
}

typedef struct expectation {
  const char* sentence;
  const char* words; ///< of the quantity, with its unit
  int64_t     value; ///< -1: vague
  uint8_t     scale;
  const char* unit;
  bool        approximate;
} expectation;

static void check(const expectation* x)
{
  const kb_doc doc = analyse(x->sentence, KB_STAGE_MENTION);
  if (doc.quantities.n != 1) {
    fail_msg("%s: %u quantities", x->sentence, (unsigned)doc.quantities.n);
  }
  const kb_quantity* q     = &doc.quantities.v[0];
  const kb_str       words = kb_doc_cut(&doc, q->span);
  const int64_t      value = q->has_value ? q->value : -1;
  if (!kb_str_eq(words, kb_str_of(x->words)) || value != x->value || q->scale != x->scale ||
      !kb_str_eq(q->unit, kb_str_of(x->unit)) || q->approximate != x->approximate) {
    fail_msg("%s: found %.*s = %lld scale %u %.*s", x->sentence, (int)words.n, words.p, (long long)value, q->scale,
             (int)q->unit.n, q->unit.p);
  }
}

static void numbers_count_nouns(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"وقعت 60 دولة على الوثيقة.", "60 دولة", 60, 0, "country", false},
    {"باع المزارع ثلاثة وعشرين ألف طن من القمح.", "ثلاثة وعشرين ألف طن", 23000, 0, "tonne", false},
    {"منح المصرف نصف مليار دولار للمشروع.", "نصف مليار دولار", 500000000, 0, "us-dollar", false},
    {"بلغت الكلفة مليونا ونصف المليون يورو.", "مليونا ونصف المليون يورو", 1500000, 0, "euro", false},
    {"استورد المصنع 3.5 ملايين طن.", "3.5 ملايين طن", 3500000, 0, "tonne", false},
    {"وصل نحو 124 ألف لاجئ.", "نحو 124 ألف لاجئ", 124000, 0, "refugee", true},
    {"قتل ما لا يقل عن ستين شخصا.", "ما لا يقل عن ستين شخصا", 60, 0, "person", true},
    {"اعتقل مئتان وخمسة عشر متظاهرا.", "مئتان وخمسة عشر متظاهرا", 215, 0, "demonstrator", false},
    {"نما الاقتصاد بنسبة 2.6 في المئة.", "2.6 في المئة", 26, 1, "percent", false},
    {"نما الاقتصاد بنسبة ٤٫٨٪.", "٤٫٨٪", 48, 1, "percent", false},
    {"نما الاقتصاد بنسبة خمسة بالمئة.", "خمسة بالمئة", 5, 0, "percent", false},
    {"تبلغ مساحة المحمية 1,250 كيلومترا مربعا.", "1,250 كيلومترا مربعا", 1250, 0, "square-kilometre", false},
    {"شردت العاصفة عشرات العائلات.", "عشرات العائلات", -1, 0, "family", false},
    {"توقفت دولتان عن الدفع.", "دولتان", 2, 0, "country", false},
    {"شارك 40 من وزراء الخارجية.", "40", 40, 0, "minister", false},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; ++i) {
    check(&list[i]);
  }
}

static void what_counts_nothing_is_no_quantity(void** state)
{
  (void)state;
  static const char* const sentences[] = {
    "وصل الوفد في 12 مايو 2017.",           "فاز العداء بالمركز الثالث.", "تنص المادة 41 على ذلك.",
    "حلقت طائرة من طراز إف-16 فوق الساحل.", "اتفق الجانبان على التهدئة.", "أشاد أحد النواب بالقرار.",
    "اجتمعت مجموعة الخمسة زائد واحد.",      "وصلت رسالتي إلى الوزير.",    "افتتح الملعب عام 1990.",
  };
  for (size_t i = 0; i < sizeof sentences / sizeof *sentences; ++i) {
    const kb_doc doc = analyse(sentences[i], KB_STAGE_MENTION);
    if (doc.quantities.n) {
      const kb_str found = kb_doc_cut(&doc, doc.quantities.v[0].span);
      fail_msg("%s: found %.*s", sentences[i], (int)found.n, found.p);
    }
  }
}

static void a_length_of_time_is_a_quantity_too(void** state)
{
  (void)state;
  const kb_doc doc = analyse("يتدرب الجنود منذ خمسة أشهر.", KB_STAGE_MENTION);
  assert_int_equal(doc.times.n, 1);
  assert_int_equal(doc.quantities.n, 1);
  assert_int_equal(doc.quantities.v[0].value, 5);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(digits_with_their_separators),
    cmocka_unit_test(numbers_count_nouns),
    cmocka_unit_test(what_counts_nothing_is_no_quantity),
    cmocka_unit_test(a_length_of_time_is_a_quantity_too),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
