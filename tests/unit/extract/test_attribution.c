/// Who vouches for what: how far the words of a speaker reach.
#include "facts.h"

typedef struct expectation {
  const char* text;
  const char* type;
  const char* source; ///< "-": the article itself
} expectation;

static const expectation cases[] = {
  // what is said belongs to who says it, the saying and the next sentence to the article
  {"قال كيري إن القوات انسحبت. وقصفت روسيا المدينة.", "STATEMENT", "-"},
  {"قال كيري إن القوات انسحبت. وقصفت روسيا المدينة.", "RETREAT", "كيري"},
  {"قال كيري إن القوات انسحبت. وقصفت روسيا المدينة.", "ASSAULT", "-"},
  // both halves of a content
  {"أعلن الجيش السوري أن روسيا قصفت إدلب، بينما انسحبت تركيا من حلب.", "ASSAULT", "الجيش السوري"},
  {"أعلن الجيش السوري أن روسيا قصفت إدلب، بينما انسحبت تركيا من حلب.", "RETREAT", "الجيش السوري"},
  // a source named before or behind its words
  {"بحسب وكالة رويترز، قصفت روسيا إدلب. وانسحبت تركيا من حلب.", "ASSAULT", "وكالة رويترز"},
  {"بحسب وكالة رويترز، قصفت روسيا إدلب. وانسحبت تركيا من حلب.", "RETREAT", "-"},
  {"قصفت روسيا إدلب، بحسب وكالة رويترز. وانسحبت تركيا من حلب.", "ASSAULT", "وكالة رويترز"},
  {"قصفت روسيا إدلب، بحسب وكالة رويترز. وانسحبت تركيا من حلب.", "RETREAT", "-"},
  // direct speech, and a speaker who goes on without being named
  {"قال كيري: \"لن ننسحب\". وأضاف أن إيران هاجمت العراق.", "RETREAT", "كيري"},
  {"قال كيري: \"لن ننسحب\". وأضاف أن إيران هاجمت العراق.", "ASSAULT", "كيري"},
  // demands and accusations say what others are to do or did
  {"طالب الرئيس إيران بوقف الهجوم.", "REQUEST", "-"},
  {"طالب الرئيس إيران بوقف الهجوم.", "ASSAULT", "الرئيس"},
  {"اتهمت تركيا سوريا بقصف المدينة.", "ASSAULT", "تركيا"},
};

static void words_reach_as_far_as_their_speaker(void** state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const kb_doc doc    = analyse(cases[i].text, KB_STAGE_EXTRACT);
    const char*  source = label_of(&doc, the_claim(&doc, the_event(&doc, cases[i].type, NULL))->source);
    if (strcmp(source, cases[i].source) != 0) {
      fail_msg("%s: %s by %s, not %s", cases[i].text, cases[i].type, source, cases[i].source);
    }
  }
}

static void quotations_have_their_extent(void** state)
{
  (void)state;
  static const struct {
    const char *text, *content;
    bool        direct;
  } quoted[] = {
    {"قال كيري إن القوات انسحبت.", "إن القوات انسحبت", false},
    {"قال كيري: \"لن ننسحب\".", "لن ننسحب", true},
    {"قصفت روسيا إدلب، بحسب وكالة رويترز.", "قصفت روسيا إدلب", false},
    {"\"سنرد على الهجوم\" قال كيري.", "سنرد على الهجوم", true},
  };
  for (size_t i = 0; i < sizeof quoted / sizeof *quoted; ++i) {
    const kb_doc doc = analyse(quoted[i].text, KB_STAGE_EXTRACT);
    assert_int_equal(doc.quotes.n, 1);
    const kb_str content = kb_doc_cut(&doc, doc.quotes.v[0].span);
    if (!kb_str_eq(content, kb_str_of(quoted[i].content)) || doc.quotes.v[0].direct != quoted[i].direct) {
      fail_msg("%s: \"%.*s\"", quoted[i].text, (int)content.n, content.p);
    }
  }
}

/// A claim of a speaker names the quotation and the saying that it comes from.
static void claims_lead_to_their_quotation(void** state)
{
  (void)state;
  const kb_doc    doc = analyse("قال كيري إن القوات انسحبت.", KB_STAGE_EXTRACT);
  const kb_claim* c   = the_claim(&doc, the_event(&doc, "RETREAT", NULL));
  assert_int_equal(c->quote, 0);
  assert_int_equal(c->speech, find_event(&doc, "STATEMENT", NULL));
  assert_int_equal(doc.quotes.v[0].event, c->speech);
  assert_int_equal(doc.quotes.v[0].speaker, c->source);
}

/// Only what the article itself asserts becomes a triple without a claim.
static void headlines_are_the_articles_own_words(void** state)
{
  (void)state;
  kb_doc doc = analyse("قال كيري إن روسيا قصفت إدلب.", KB_STAGE_EXTRACT);
  for (uint32_t i = 0; i < doc.headlines.n; ++i) {
    assert_int_equal(doc.claims.v[doc.headlines.v[i].claim].source, KB_NONE);
    assert_false(kb_str_eq(doc.headlines.v[i].predicate, KB_STR("strikes")));
  }
  doc = analyse("قصفت روسيا إدلب.", KB_STAGE_EXTRACT);
  assert_int_equal(doc.headlines.n, 1);
  assert_true(kb_str_eq(doc.headlines.v[0].predicate, KB_STR("strikes")));
  assert_int_equal(analyse("لم تقصف روسيا إدلب.", KB_STAGE_EXTRACT).headlines.n, 0);
  assert_int_equal(analyse("ستقصف روسيا إدلب.", KB_STAGE_EXTRACT).headlines.n, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_reach_as_far_as_their_speaker),
    cmocka_unit_test(quotations_have_their_extent),
    cmocka_unit_test(claims_lead_to_their_quotation),
    cmocka_unit_test(headlines_are_the_articles_own_words),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
