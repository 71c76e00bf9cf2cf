/// Articles through all stages: odd texts, words in any order, every ceiling, time. What the layers hold must hold
/// together.
#include "../../support/bounds.h"
#include "../../support/sound.h"

/** \name Texts */

static const char* const words[] = {
  "قال",   "أعلن",  "الوزير", "إن",    "أن",       "الذي",     "في",       "المدينة", "و",      "،",        "\"",
  ":",     "(",     ")",      ".",     "لم",       "يعلن",     "قصف",      "شنت",     "غارة",   "مشيرا",    "إلى",
  "كان",   "ليس",   "هناك",   "إذا",   "عدم",      "محمد",     "روسيا",    "الروسية", "ثلاثة",  "25",       "أمس",
  "الأحد", "منذ",   "تم",     "توقيع", "من",       "قبل",      "بلاده",    "له",      "أو",     "لكن",      "ليقتل",
  "ما",    "لا",    "يزال",   "التي",  "وزير",     "الخارجية", "الأميركي", "جون",     "كيري",   "الأمم",    "المتحدة",
  "مليون", "دولار", "قتيلا",  "جريحا", "آب/أغسطس", "2014",     "عام",      "يوم",     "القوات", "العراقية", "مدينة",
  "حلب",   "نظيره", "الأخير", "بحسب",  "كل",       "منهم",     "هجوم",     "انفجار",  "اتفاق",  "محادثات",  "مع",
  "على",   "زيارة", "طالب",   "نفى",   "اتهم",     "رفض",      "مقتل",
};

static uint32_t random_next(uint32_t* state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 10;
}

/// Words in every order: chosen by a fixed sequence, so that a failure comes again.
static void shuffled_words(void** state)
{
  (void)state;
  uint32_t random = 2024;
  kb_buf   text   = {0};
  for (int round = 0; round < 3000; ++round) {
    kb_buf_reset(&text);
    for (int n = 1 + round % 60; n; --n) {
      kb_buf_text(&text, words[random_next(&random) % (sizeof words / sizeof *words)]);
      kb_buf_byte(&text, random_next(&random) % 23 ? ' ' : '\n');
    }
    kb_buf_byte(&text, '\0');
    const kb_doc doc = analyse(text.p, KB_STAGE_EXTRACT);
    assert_sound(&doc);
  }
  kb_buf_release(&text);
}

/// Any valid characters at all.
static void shuffled_characters(void** state)
{
  (void)state;
  static const uint32_t ranges[][2] = {
    {0x20, 0x7E},     {0x600, 0x6FF},   {0x621, 0x64A},   {0x64B, 0x65F},   {0x660, 0x669},     {0xA0, 0xFF},
    {0x2000, 0x206F}, {0xFB50, 0xFDCF}, {0xFE70, 0xFEFC}, {0x4E00, 0x4E20}, {0x1F600, 0x1F610}, {0x0A, 0x0A},
  };
  uint32_t random = 7;
  char     text[2000];
  for (int round = 0; round < 3000; ++round) {
    size_t n = 0;
    for (int k = 1 + round % 200; k; --k) {
      const uint32_t* r = ranges[random_next(&random) % (sizeof ranges / sizeof *ranges)];
      n += kb_text_put(r[0] + random_next(&random) % (r[1] - r[0] + 1), text + n);
    }
    text[n]          = '\0';
    const kb_doc doc = analyse(text, KB_STAGE_EXTRACT);
    assert_sound(&doc);
  }
}

/// A word that is too long to be looked up, in places where the stages look words up.
static void very_long_words(void** state)
{
  (void)state;
  static const char* const frames[] = {
    "قال %s إن بلاده ترفض", "وزير %s يزور بغداد", "قتل 3 %s في هجوم", "في %s عام 2014",          "%s %s %s",
    "\"%s\" قال",           "مدينة %s",           "محمد %s",          "قال جون %s. وأضاف %s أن", "تنظيم \"%s\"",
  };
  for (size_t i = 0; i < sizeof frames / sizeof *frames; ++i) {
    for (size_t n = 60; n < 700; n += n < 70 ? 1 : 80) {
      char word[1500], text[8000];
      for (size_t k = 0; k < n; ++k) {
        memcpy(word + 2 * k, "ط", 2);
      }
      word[2 * n] = '\0';
      snprintf(text, sizeof text, frames[i], word, word, word);
      const kb_doc doc = analyse(text, KB_STAGE_EXTRACT);
      assert_sound(&doc);
    }
  }
}

/** \name Memory */

static const char article[] =
  "الوزير: لا تنسيق مع إيران\n"
  "قال وزير الخارجية الأميركي جون كيري في مؤتمر صحفي ببروكسل الأربعاء إن بلاده لن تنسق مع إيران، مشيرا إلى أن القوات "
  "التي "
  "شنت ألف غارة جوية على المدينة منذ آب/أغسطس 2014 انسحبت منها. وأضاف كيري \"إذا فشلت المحادثات فسنرد على الهجوم\".\n"
  "ولم يؤكد المتحدث باسم الجيش النبأ أو ينفه، لكن مسؤولا كبيرا قال إن 12 جنديا قتلوا وأصيب نحو 30 آخرين في انفجار قرب "
  "حلب. "
  "ودعت الأمم المتحدة الطرفين إلى وقف القتال، بحسب بيان نشرته الخميس.";

static void every_ceiling_ends_in_out_of_memory(void** state)
{
  (void)state;
  assert_every_ceiling(article, KB_STAGE_EXTRACT, 512, assert_facts);
}

/// What is written of an article needs memory too.
static void outputs_end_in_out_of_memory_too(void** state)
{
  (void)state;
  unsigned refused = 0;
  bool     done    = false;
  for (size_t limit = 1 << 15; !done; limit += 1024) {
    assert_in_range(limit, 0, 16 << 20);
    kb_arena* arena = kb_arena_new(limit);
    kb_buf    out   = {0};
    kb_doc    doc;
    kb_error  err = {0};
    if (analyse_in(arena, kb_str_of(article), KB_STAGE_EXTRACT, &doc, &err) == KB_OK) {
      const size_t    used = kb_arena_used(arena);
      const kb_status st   = kb_conllu_write(&doc, &out, &err);
      assert_true(st == KB_OK || st == KB_E_NOMEM);
      assert_int_equal(err.status, st);
      assert_int_equal(kb_arena_used(arena), used);
      done = st == KB_OK;
      refused += !done;
    }
    kb_buf_release(&out);
    kb_arena_free(arena);
  }
  assert_in_range(refused, 1, 1000);
}

/** \name Time */

static const char* const units[] = {
  "قال الوزير إن ",
  "قتل 3 جنود في حلب و",
  "محمد ",
  "وزير الخارجية ",
  "الأحد ",
  "25 ",
  "ثلاثة آلاف و",
  "\"نعم\" ",
  "الأمم المتحدة ",
  "بلاده ",
  "قال إنه رفض أن ",
  "هجوم على ",
  "الرئيس السوري، ",
  "منذ ",
  "لم يقصف الجيش قرية، ",
  "طالب بوقف القصف و",
  "كل من روسيا و",
  "مدينة ",
  "نحو عشرين ألف ",
  "(رويترز) ",
  "مسؤول أميركي ",
  "دعا الوزير إلى ",
  "تنظيم \"داعش\" ",
  "في عام ",
  "قال. ",
  "وقال كيري: لن نرد.\n",
};

static void long_articles_take_linear_time(void** state)
{
  (void)state;
  assert_linear(units, sizeof units / sizeof *units, 1000, KB_STAGE_TOKEN, KB_STAGE_EXTRACT);
}

/// An article of 100,000 words without a full stop takes twice the time of one of half the length, in every stage.
static void a_paragraph_without_end_takes_linear_time(void** state)
{
  (void)state;
  static const char clauses[] =
    "قال وزير الخارجية الأميركي جون كيري إن القوات التي شنت عشرين غارة على مدينة حلب منذ عام 2014 انسحبت منها، وأضاف "
    "أن بلاده لن تتعاون مع إيران إذا فشلت المحادثات في جنيف، بينما طالبت الأمم المتحدة الطرفين بوقف القتال والإفراج عن "
    "المعتقلين، بحسب مسؤول كبير في وزارة الدفاع أكد أن 12 جنديا قتلوا وأصيب نحو ثلاثين آخرين يوم الأحد الماضي، و";
  enum { WORDS = 62, TIMES = 50000 / WORDS };
  double half[KB_STAGE_COUNT] = {0}, whole[KB_STAGE_COUNT] = {0};
  time_stages(clauses, TIMES, KB_STAGE_EXTRACT, half);
  time_stages(clauses, 2 * TIMES, KB_STAGE_EXTRACT, whole);
  for (kb_stage stage = KB_STAGE_TOKEN; stage <= KB_STAGE_EXTRACT; ++stage) {
    if (whole[stage] > half[stage] * 3 + 0.1) {
      fail_msg("%s takes %.3f s for half, %.3f s for the whole", kb_stage_name(stage), half[stage], whole[stage]);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(shuffled_words),
    cmocka_unit_test(shuffled_characters),
    cmocka_unit_test(very_long_words),
    cmocka_unit_test(every_ceiling_ends_in_out_of_memory),
    cmocka_unit_test(outputs_end_in_out_of_memory_too),
    cmocka_unit_test(long_articles_take_linear_time),
    cmocka_unit_test(a_paragraph_without_end_takes_linear_time),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
