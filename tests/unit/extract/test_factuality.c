/// How real an event is in the words of who tells it.
#include "facts.h"

typedef struct expectation {
  const char*  text;
  const char*  type;
  const char*  trigger;
  bool         negative, future;
  kb_certainty certainty;
  kb_modality  modality;
} expectation;

static const expectation cases[] = {
  {"قصف الجيش السوري مدينة حلب.", "ASSAULT", "قصف", false, false, KB_CERTAIN, KB_MODAL_NONE},
  {"لم يقصف الجيش السوري مدينة حلب.", "ASSAULT", "يقصف", true, false, KB_CERTAIN, KB_MODAL_NONE},
  {"لن يزور الرئيس الفرنسي بغداد.", "CONSULT", "يزور", true, true, KB_CERTAIN, KB_MODAL_NONE},
  {"سيزور الرئيس الفرنسي بغداد.", "CONSULT", "يزور", false, true, KB_CERTAIN, KB_MODAL_NONE},
  {"قد تقصف الطائرات الروسية مدينة إدلب.", "ASSAULT", "تقصف", false, false, KB_POSSIBLE, KB_MODAL_POSSIBLE},
  {"إذا هاجمت روسيا أوكرانيا فسترد بولندا.", "ASSAULT", "هاجمت", false, false, KB_UNDERSPECIFIED, KB_MODAL_CONDITIONAL},
  {"يعتزم الوزير زيارة طهران.", "CONSULT", "زيارة", false, true, KB_CERTAIN, KB_MODAL_INTENDED},
  {"يجب أن تنسحب القوات الأميركية من العراق.", "RETREAT", "تنسحب", false, false, KB_UNDERSPECIFIED, KB_MODAL_ORDERED},
  {"بدأت القوات العراقية قصف الموصل.", "ASSAULT", "قصف", false, false, KB_CERTAIN, KB_MODAL_NONE},
  {"فشل الجيش في قصف المطار.", "ASSAULT", "قصف", true, false, KB_CERTAIN, KB_MODAL_NONE},
  {"ترددت شائعات عن قصف حلب.", "ASSAULT", "قصف", false, false, KB_POSSIBLE, KB_MODAL_POSSIBLE},
};

static void words_around_an_event_tell_how_real_it_is(void** state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const expectation* x   = &cases[i];
    const kb_doc       doc = analyse(x->text, KB_STAGE_EXTRACT);
    const kb_claim*    c   = the_claim(&doc, the_event(&doc, x->type, x->trigger));
    if (c->negative != x->negative || c->future != x->future || c->certainty != x->certainty ||
        c->modality != x->modality) {
      fail_msg("%s: negative %d, future %d, certainty %d, modality %d", x->text, c->negative, c->future, c->certainty,
               c->modality);
    }
  }
}

/// A denial holds for what its speaker denies, not for the denying.
static void a_denial_negates_for_its_speaker(void** state)
{
  (void)state;
  const kb_doc doc = analyse("نفى المتحدث أن تكون روسيا قصفت المدينة.", KB_STAGE_EXTRACT);
  const kb_claim* denial = the_claim(&doc, the_event(&doc, "STATEMENT", "نفى"));
  const kb_claim* strike = the_claim(&doc, the_event(&doc, "ASSAULT", "قصفت"));
  assert_int_equal(denial->source, KB_NONE);
  assert_false(denial->negative);
  assert_string_equal(label_of(&doc, strike->source), "المتحدث");
  assert_true(strike->negative);
}

/// Dates before the article's own tell the past of long ago, dates after it the future.
static void dates_place_an_event_in_time(void** state)
{
  (void)state;
  static const struct {
    const char* text;
    bool        historical, future;
  } dated[] = {
    {"قصف الجيش السوري حلب في 3 آذار 2012.", true, false},
    {"قصف الجيش السوري حلب في 3 آذار 2016.", false, false},
    {"يزور الرئيس الفرنسي بغداد في 9 آذار 2016.", false, true},
  };
  for (size_t i = 0; i < sizeof dated / sizeof *dated; ++i) {
    const kb_tools tools = {bench.lexicon, bench.cues};
    kb_doc         doc;
    kb_error       err = {0};
    kb_arena_reset(bench.arena);
    assert_int_equal(kb_doc_init(&doc, bench.arena, KB_STR("t"), kb_str_of(dated[i].text), &err), KB_OK);
    doc.published = (kb_date){2016, 3, 5};
    assert_int_equal(kb_pipeline_article(&doc, &tools, bench.cache, KB_STAGE_EXTRACT, &err), KB_OK);
    assert_int_equal(doc.claims.n, 1);
    assert_int_equal(doc.claims.v[0].historical, dated[i].historical);
    assert_int_equal(doc.claims.v[0].future, dated[i].future);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_around_an_event_tell_how_real_it_is),
    cmocka_unit_test(a_denial_negates_for_its_speaker),
    cmocka_unit_test(dates_place_an_event_in_time),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
