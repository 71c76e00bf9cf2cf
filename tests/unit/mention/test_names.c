/// Names and descriptions in sentences.

#include "../../support/unit.h"

#include "../../support/analysed.h"

typedef struct expectation {
  const char*    sentence;
  const char*    words;
  kb_entity_type type;
  unsigned       kind; ///< kb_mention_kind
} expectation;

/// The mention with these words, the outermost first; NULL if none.
static const kb_mention* find(const kb_doc* doc, const char* words)
{
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    if (kb_str_eq(kb_doc_cut(doc, doc->mentions.v[i].span), kb_str_of(words))) {
      return &doc->mentions.v[i];
    }
  }
  return NULL;
}

static void check(const expectation* list, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const kb_doc      doc = analyse(list[i].sentence, KB_STAGE_MENTION);
    const kb_mention* m   = find(&doc, list[i].words);
    if (!m) {
      for (uint32_t k = 0; k < doc.mentions.n; ++k) {
        const kb_str s = kb_doc_cut(&doc, doc.mentions.v[k].span);
        print_message("found %.*s\n", (int)s.n, s.p);
      }
      fail_msg("%s: no %s", list[i].sentence, list[i].words);
    }
    if (m->type != list[i].type || m->kind != list[i].kind) {
      fail_msg("%s: %s is %s, kind %u", list[i].sentence, list[i].words, kb_entity_type_name(m->type), m->kind);
    }
  }
}

#define CHECK(list) check(list, sizeof(list) / sizeof *(list))

static void people(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"قال وزير النقل السويدي يان إريكسن إن القطار جاهز.", "يان إريكسن", KB_ENT_PERSON, KB_MENTION_NAME},
    {"أشادت المحامية ليلى بن عمار بالحكم.", "ليلى بن عمار", KB_ENT_PERSON, KB_MENTION_NAME},
    {"حضر الأمير سعود بن نايف بن عبد العزيز آل سعود الحفل.", "سعود بن نايف بن عبد العزيز آل سعود", KB_ENT_PERSON,
     KB_MENTION_NAME},
    {"وأضاف فيرنانديز أن الفريق جاهز.", "فيرنانديز", KB_ENT_PERSON, KB_MENTION_NAME},
    {"رحب الدكتور باسم عبد الهادي بالضيوف.", "باسم عبد الهادي", KB_ENT_PERSON, KB_MENTION_NAME},
    {"عزف الموسيقي لودفيغ فان دير بيلوك مقطوعته.", "لودفيغ فان دير بيلوك", KB_ENT_PERSON, KB_MENTION_NAME},
    {"استقبل الرئيس عمر البشير الوفد.", "عمر البشير", KB_ENT_PERSON, KB_MENTION_NAME},
    {"كتب جورج و. هاملتون رسالة.", "جورج و. هاملتون", KB_ENT_PERSON, KB_MENTION_NAME},
  };
  CHECK(list);
}

static void organisations(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"انسحب حزب النهر والسنبلة من السباق.", "حزب النهر", KB_ENT_ORGANISATION, KB_MENTION_NAME},
    {"حذرت منظمة الصحة العالمية من الوباء.", "منظمة الصحة العالمية", KB_ENT_ORGANISATION, KB_MENTION_NAME},
    {"نفت شركة بترومين الاتهامات.", "شركة بترومين", KB_ENT_ORGANISATION, KB_MENTION_NAME},
    {"نشرت صحيفة \"الفجر الجديد\" التقرير.", "الفجر الجديد", KB_ENT_ORGANISATION, KB_MENTION_NAME},
    {"ردت وزارة الطاقة البوليفية على البيان.", "وزارة الطاقة البوليفية", KB_ENT_ORGANISATION, KB_MENTION_NOMINAL},
    {"تبنى تنظيم \"داعش\" الهجوم.", "تنظيم \"داعش\"", KB_ENT_ORGANISATION, KB_MENTION_NAME},
    {"قررت المفوضية العليا للانتخابات تأجيل الفرز.", "المفوضية العليا للانتخابات", KB_ENT_ORGANISATION,
     KB_MENTION_NOMINAL},
    {"انتشرت الشرطة في الشوارع.", "الشرطة", KB_ENT_ORGANISATION, KB_MENTION_NOMINAL},
  };
  CHECK(list);
}

static void places(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"يمر الطريق عبر مدينة غربوفيل الصغيرة.", "غربوفيل", KB_ENT_CITY, KB_MENTION_NAME},
    {"وقعت المعارك في محافظة دير الزور.", "محافظة دير الزور", KB_ENT_PLACE, KB_MENTION_NAME},
    {"هبطت الطائرة في كالاماندو وبرستينا.", "كالاماندو", KB_ENT_PLACE, KB_MENTION_NAME},
    {"غادر الوزير موسكو إلى سوتشي.", "سوتشي", KB_ENT_CITY, KB_MENTION_NAME},
    {"تعرضت وكندا تضامنت معها.", "كندا", KB_ENT_COUNTRY, KB_MENTION_NAME},
  };
  CHECK(list);
}

static void nationalities_and_descriptions(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"رفض الأتراك العرض.", "الأتراك", KB_ENT_PEOPLE, KB_MENTION_NAME},
    {"زار المسؤول البرازيلي المصنع.", "البرازيلي", KB_ENT_COUNTRY, KB_MENTION_DEMONYM},
    {"أغارت مقاتلات إيرانية على الموقع.", "مقاتلات إيرانية", KB_ENT_GROUP, KB_MENTION_NOMINAL},
    {"صرح مسؤول أميركي بذلك.", "مسؤول أميركي", KB_ENT_PERSON, KB_MENTION_NOMINAL},
    {"رشق المتظاهرون المبنى بالحجارة.", "المتظاهرون", KB_ENT_GROUP, KB_MENTION_NOMINAL},
    {"هاجم مسلحون ملثمون دورية ليلية.", "مسلحون ملثمون", KB_ENT_GROUP, KB_MENTION_NOMINAL},
  };
  CHECK(list);
}

static void weapons_and_vehicles(void** state)
{
  (void)state;
  static const expectation list[] = {
    {"حلقت طائرات فانتوم إف-4 فوق الميناء.", "فانتوم إف-4", KB_ENT_VEHICLE, KB_MENTION_NAME},
    {"أسقطت الدفاعات طائرة من طراز توبوليف 95.", "توبوليف 95", KB_ENT_VEHICLE, KB_MENTION_NAME},
    {"أطلق المتمردون صواريخ باليستية.", "صواريخ باليستية", KB_ENT_WEAPON, KB_MENTION_NOMINAL},
  };
  CHECK(list);
}

static void ordinary_words_are_no_names(void** state)
{
  (void)state;
  static const struct {
    const char *sentence, *words;
  } list[] = {
    {"يأتي ذلك في إطار خطة واسعة.", "إطار"},
    {"تحسن الأداء على الصعيد العسكري.", "الصعيد"},
    {"وصل صاحب السمو الشيخ خليفة بن راشد.", "الشيخ"},
    {"اندلعت النيران شيئا فشيئا.", "شيئا فشيئا"},
    {"قال مدير التشريفات إن الحفل انتهى.", "التشريفات"},
    {"ولكن كيري رفض ذلك.", "لكن كيري"},
    {"حلقت المروحيات فوق القاعدة.", "القاعدة"},
  };
  for (size_t i = 0; i < sizeof list / sizeof *list; ++i) {
    const kb_doc      doc = analyse(list[i].sentence, KB_STAGE_MENTION);
    const kb_mention* m   = find(&doc, list[i].words);
    if (m && m->kind == KB_MENTION_NAME) {
      fail_msg("%s: %s is a name", list[i].sentence, list[i].words);
    }
  }
}

static void titles_belong_to_the_name(void** state)
{
  (void)state;
  kb_doc            doc = analyse("قال رئيس الوزراء الياباني السابق تارو هاناموتو إن البلاد بخير.", KB_STAGE_MENTION);
  const kb_mention* m   = find(&doc, "تارو هاناموتو");
  assert_non_null(m);
  assert_true(m->former);
  assert_int_not_equal(m->office, KB_NONE);
  assert_int_not_equal(m->nation, KB_NONE);
  assert_string_equal(kb_lexicon_gaz(bench.lexicon, m->nation)->id.p, "japan");
  assert_string_equal(kb_lexicon_title(bench.lexicon, m->office)->en.p, "prime minister");

  doc = analyse("وصل تارو هاناموتو، وزير العدل، إلى المحكمة.", KB_STAGE_MENTION);
  m   = find(&doc, "تارو هاناموتو");
  assert_non_null(m);
  assert_int_not_equal(m->office, KB_NONE);
  assert_string_equal(kb_lexicon_title(bench.lexicon, m->office)->en.p, "justice minister");
}

static void a_surname_is_known_from_the_full_name(void** state)
{
  (void)state;
  const kb_doc      doc = analyse("قالت الوزيرة سيلفيا الراعي إنها باقية. ثم غادرت الراعي القاعة.", KB_STAGE_MENTION);
  const kb_mention* m   = find(&doc, "الراعي");
  assert_non_null(m);
  assert_int_equal(m->type, KB_ENT_PERSON);
}

static void names_inside_names_are_marked(void** state)
{
  (void)state;
  const kb_doc doc = analyse("احتجت سفارة المملكة المتحدة على القرار.", KB_STAGE_MENTION);
  const kb_mention* inner = find(&doc, "المملكة المتحدة");
  assert_non_null(inner);
  assert_true(inner->nested);
  assert_int_equal(inner->type, KB_ENT_COUNTRY);
}

static void key_words_behind_a_paragraph_name_nobody(void** state)
{
  (void)state;
  kb_doc doc = analyse("انتهى الاجتماع. سمات فرنسا مجلس الأمن", KB_STAGE_MENTION);
  assert_null(find(&doc, "فرنسا"));
  doc = analyse("انتهى الاجتماع. سمات فرنسا تغيرت كثيرا بعد الحرب.", KB_STAGE_MENTION);
  assert_non_null(find(&doc, "فرنسا"));
}

static void mentions_are_in_text_order(void** state)
{
  (void)state;
  const kb_doc doc = analyse(
    "التقى وزير خارجية فرنسا جان مارتان نظيره البرازيلي في برازيليا أمس، ثم زار مقر الأمم المتحدة.", KB_STAGE_MENTION);
  assert_true(doc.mentions.n >= 4);
  for (uint32_t i = 1; i < doc.mentions.n; ++i) {
    assert_true(doc.mentions.v[i - 1].span.start <= doc.mentions.v[i].span.start);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(people),
    cmocka_unit_test(organisations),
    cmocka_unit_test(places),
    cmocka_unit_test(nationalities_and_descriptions),
    cmocka_unit_test(weapons_and_vehicles),
    cmocka_unit_test(ordinary_words_are_no_names),
    cmocka_unit_test(titles_belong_to_the_name),
    cmocka_unit_test(a_surname_is_known_from_the_full_name),
    cmocka_unit_test(names_inside_names_are_marked),
    cmocka_unit_test(key_words_behind_a_paragraph_name_nobody),
    cmocka_unit_test(mentions_are_in_text_order),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
