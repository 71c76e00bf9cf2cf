/// Phrases cut out of a text, made words of their own.
#include "khabar/doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct piece {
  const char* text; ///< its characters in the text
  const char* form; ///< as a word of its own
  unsigned    clitic;
  uint32_t    token;
} piece;

static void add(kb_doc* doc, const piece* p, uint32_t* at)
{
  kb_word* w = kb_array_push(doc->arena, &doc->words);
  assert_non_null(w);
  const uint32_t n = (uint32_t)strlen(p->text);
  w->span          = (kb_span){*at, *at + n};
  w->form          = kb_str_of(p->form);
  w->clitic        = (uint8_t)p->clitic;
  w->token         = p->token;
  *at += n;
}

/// What the phrase from piece `first` to `last` reads.
static void check(const char* text, const piece* pieces, uint32_t first, uint32_t last, const char* expected)
{
  kb_arena* arena = kb_arena_new(0);
  kb_doc    doc;
  assert_int_equal(kb_doc_init(&doc, arena, KB_STR("a"), kb_str_of(text), NULL), KB_OK);
  uint32_t at = 0;
  for (uint32_t i = 0; pieces[i].text; ++i) {
    at += i && pieces[i].token != pieces[i - 1].token; // the blank between tokens
    add(&doc, &pieces[i], &at);
  }
  const kb_str phrase = kb_doc_phrase(&doc, kb_doc_words_span(&doc, first, last));
  assert_true(kb_str_eq(phrase, kb_str_of(expected)));
  kb_arena_free(arena);
}

static void the_article_behind_li_comes_back(void** state)
{
  (void)state;
  const piece pieces[] = {
    {"ل", "ل", KB_PROCLITIC, 0}, {"لصحفيين", "الصحفيين", 0, 0}, {"الأجانب", "الأجانب", 0, 1}, {NULL, NULL, 0, 0}};
  check("للصحفيين الأجانب", pieces, 1, 2, "الصحفيين الأجانب");
  check("للصحفيين الأجانب", pieces, 1, 1, "الصحفيين");
  check("للصحفيين الأجانب", pieces, 0, 2, "للصحفيين الأجانب");
}

static void the_end_before_a_pronoun_comes_back(void** state)
{
  (void)state;
  const piece pieces[] = {
    {"رئيس", "رئيس", 0, 0}, {"حكومت", "حكومة", 0, 1}, {"ه", "ه", KB_ENCLITIC, 1}, {NULL, NULL, 0, 0}};
  check("رئيس حكومته", pieces, 0, 1, "رئيس حكومة");
  check("رئيس حكومته", pieces, 1, 1, "حكومة");
  check("رئيس حكومته", pieces, 0, 2, "رئيس حكومته");
}

static void a_span_inside_a_word_is_left_alone(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  kb_doc    doc;
  uint32_t  at = 0;
  assert_int_equal(kb_doc_init(&doc, arena, KB_STR("a"), KB_STR("وإكستر"), NULL), KB_OK);
  add(&doc, &(piece){"وإكستر", "وإكستر", 0, 0}, &at);
  assert_true(kb_str_eq(kb_doc_phrase(&doc, (kb_span){2, at}), KB_STR("إكستر")));
  assert_true(kb_str_eq(kb_doc_phrase(&doc, (kb_span){0, 0}), KB_STR("")));
  kb_arena_free(arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_article_behind_li_comes_back),
    cmocka_unit_test(the_end_before_a_pronoun_comes_back),
    cmocka_unit_test(a_span_inside_a_word_is_left_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
