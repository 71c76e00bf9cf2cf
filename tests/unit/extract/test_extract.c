/// The list of extractors, and what all of them leave behind.
#include "facts.h"

#include "khabar/extract.h"

static void every_extractor_is_listed_once(void** state)
{
  (void)state;
  size_t n = 0;
  for (; kb_extract_at(n); ++n) {
    const kb_extractor* x = kb_extract_at(n);
    assert_non_null(x->run);
    assert_true(*x->name && *x->help);
    for (size_t i = 0; i < n; ++i) {
      assert_string_not_equal(kb_extract_at(i)->name, x->name);
    }
  }
  assert_in_range(n, 1, 100);
  assert_null(kb_extract_at(n));
  assert_null(kb_extract_at(SIZE_MAX));
}

/// One after the other they give what kb_extract_run gives.
static void they_run_in_their_order(void** state)
{
  (void)state;
  static const char text[] =
    "قال وزير الخارجية الأردني أيمن الصفدي إن بلاده لن تتعاون مع إسرائيل. وقصف الجيش الإسرائيلي غزة.";
  kb_arena* arenas[2] = {kb_arena_new(0), kb_arena_new(0)};
  kb_doc    docs[2];
  kb_error  err = {0};
  for (int k = 0; k < 2; ++k) {
    assert_int_equal(analyse_in(arenas[k], kb_str_of(text), KB_STAGE_RESOLVE, &docs[k], &err), KB_OK);
    assert_int_equal(docs[k].events.n + docs[k].claims.n + docs[k].quotes.n + docs[k].headlines.n, 0);
  }
  assert_int_equal(kb_extract_run(&docs[0], bench.lexicon, &err), KB_OK);
  for (size_t i = 0; kb_extract_at(i); ++i) {
    assert_int_equal(kb_extract_at(i)->run(&docs[1], bench.lexicon, &err), KB_OK);
  }
  assert_int_equal(docs[0].events.n, docs[1].events.n);
  assert_int_equal(docs[0].claims.n, docs[1].claims.n);
  assert_int_equal(docs[0].quotes.n, docs[1].quotes.n);
  assert_int_equal(docs[0].roles.n, docs[1].roles.n);
  assert_int_equal(docs[0].topics.n, docs[1].topics.n);
  assert_int_equal(docs[0].headlines.n, docs[1].headlines.n);
  assert_in_range(docs[0].events.n, 3, 20);
  assert_in_range(docs[0].quotes.n, 1, 1);
  kb_arena_free(arenas[0]);
  kb_arena_free(arenas[1]);
}

static void every_event_has_a_claim(void** state)
{
  (void)state;
  const kb_doc doc = analyse("قصف الجيش السوري حلب أمس. وقال الوزير إن المفاوضات انتهت وإن الجيش انسحب. ورفض الرئيس "
                             "التعاون مع إيران.",
                             KB_STAGE_EXTRACT);
  assert_in_range(doc.events.n, 4, 20);
  for (uint32_t i = 0; i < doc.events.n; ++i) {
    unsigned claims = 0;
    for (uint32_t k = 0; k < doc.claims.n; ++k) {
      claims += doc.claims.v[k].event == i;
    }
    assert_in_range(claims, 1, 10);
  }
}

static void an_empty_article_has_no_facts(void** state)
{
  (void)state;
  static const char* const texts[] = {"", " ", ".", "،", "و", "123"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    const kb_doc doc = analyse(texts[i], KB_STAGE_EXTRACT);
    assert_int_equal(doc.events.n + doc.claims.n + doc.quotes.n + doc.topics.n + doc.headlines.n, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_extractor_is_listed_once),
    cmocka_unit_test(they_run_in_their_order),
    cmocka_unit_test(every_event_has_a_claim),
    cmocka_unit_test(an_empty_article_has_no_facts),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
