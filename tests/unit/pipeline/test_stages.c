/// Articles through all stages: odd texts, words in any order, every ceiling, time. What the layers hold must hold
/// together.
#include "../../support/bounds.h"

#include "khabar/conllu.h"

/** \name Invariants */

static void assert_span(const kb_doc* doc, kb_span s)
{
  assert_in_range(s.start, 0, s.end);
  assert_in_range(s.end, s.start, doc->text.n);
}

static bool is_id(uint32_t id, uint32_t n)
{
  return id == KB_NONE || id < n;
}

static void assert_ids(const kb_ids* ids, uint32_t n)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    assert_in_range(ids->v[i], 0, n - 1);
  }
}

static void assert_mentions(const kb_doc* doc)
{
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    assert_span(doc, m->span);
    assert_in_range(m->last, m->first, doc->words.n - 1);
    assert_in_range(m->head, 0, doc->words.n - 1);
    assert_true(is_id(m->entity, doc->entities.n));
    assert_in_range(m->score, 0, 100);
  }
  for (uint32_t i = 0; i < doc->times.n; ++i) {
    const kb_time* t = &doc->times.v[i];
    assert_span(doc, t->span);
    assert_in_range(t->last, t->first, doc->words.n - 1);
    assert_in_range(t->weekday, 0, 7);
    assert_in_range(t->begin.month, 0, 12);
    assert_in_range(t->begin.day, 0, 31);
  }
  for (uint32_t i = 0; i < doc->quantities.n; ++i) {
    assert_span(doc, doc->quantities.v[i].span);
    assert_true(is_id(doc->quantities.v[i].counted, doc->words.n));
  }
  for (uint32_t i = 0; i < doc->entities.n; ++i) {
    const kb_entity* e = &doc->entities.v[i];
    assert_true(e->slug.n > 0);
    assert_true(is_id(e->first_mention, doc->mentions.n));
  }
}

static void assert_event(const kb_doc* doc, const kb_event* e)
{
  assert_true(e->type.n > 0);
  assert_in_range(e->clause, 0, doc->clauses.n - 1);
  assert_in_range(e->trigger, 0, doc->words.n - 1);
  assert_span(doc, e->label);
  const kb_ids* const roles[] = {&e->agents, &e->patients, &e->counterparts, &e->recipients, &e->places};
  for (size_t k = 0; k < sizeof roles / sizeof *roles; ++k) {
    assert_ids(roles[k], doc->entities.n);
  }
  assert_ids(&e->topics, doc->topics.n);
  assert_true(is_id(e->topic_event, doc->events.n) && is_id(e->time, doc->times.n));
  const uint32_t numbers[] = {e->amount, e->dead, e->injured, e->arrested};
  for (size_t k = 0; k < sizeof numbers / sizeof *numbers; ++k) {
    assert_true(is_id(numbers[k], doc->quantities.n));
  }
}

static void assert_facts(const kb_doc* doc)
{
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    assert_event(doc, &doc->events.v[i]);
  }
  for (uint32_t i = 0; i < doc->claims.n; ++i) {
    const kb_claim* c = &doc->claims.v[i];
    assert_in_range(c->event, 0, doc->events.n - 1);
    assert_true(is_id(c->source, doc->entities.n) && is_id(c->via, doc->claims.n) && is_id(c->quote, doc->quotes.n));
    assert_true(is_id(c->speech, doc->events.n));
    assert_in_range(c->sentence, 0, doc->sentences.n - 1);
    assert_true(c->rule.n > 0);
    assert_in_range(c->confidence, 0, 100);
  }
  for (uint32_t i = 0; i < doc->quotes.n; ++i) {
    const kb_quote* q = &doc->quotes.v[i];
    assert_span(doc, q->span);
    assert_span(doc, q->cue_span);
    assert_true(is_id(q->speaker, doc->entities.n) && is_id(q->cue, doc->words.n));
  }
  for (uint32_t i = 0; i < doc->roles.n; ++i) {
    assert_in_range(doc->roles.v[i].person, 0, doc->entities.n - 1);
    assert_true(is_id(doc->roles.v[i].organization, doc->entities.n));
    assert_span(doc, doc->roles.v[i].span);
  }
  for (uint32_t i = 0; i < doc->headlines.n; ++i) {
    const kb_headline* h = &doc->headlines.v[i];
    assert_in_range(h->subject, 0, doc->entities.n - 1);
    assert_in_range(h->claim, 0, doc->claims.n - 1);
    assert_in_range(h->object, 0,
                    (h->object_kind == KB_OBJECT_ENTITY  ? doc->entities.n
                     : h->object_kind == KB_OBJECT_TOPIC ? doc->topics.n
                                                         : doc->events.n) -
                      1);
  }
}

static void assert_sound(const kb_doc* doc)
{
  assert_mentions(doc);
  assert_facts(doc);
  kb_buf   out = {0};
  kb_error err = {0};
  assert_int_equal(kb_conllu_write(doc, &out, &err), KB_OK);
  kb_buf_release(&out);
}

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
