#include "../../support/unit.h"

#include "khabar/read.h"

static int open_cues(void** state)
{
  const char* dir = ontology_folder();
  return kb_boilerplate_open((kb_boilerplate**)state, &dir, 1, NULL) == KB_OK ? 0 : -1;
}

static int close_cues(void** state)
{
  kb_boilerplate_close(*state);
  return 0;
}

/// The kinds of all blocks, one a line, copies with the block they copy.
static void assert_kinds(const kb_boilerplate* cues, const char* title, const char* text, const char* expected)
{
  kb_arena* arena = kb_arena_new(0);
  kb_buf    got   = {0};
  kb_doc    doc;
  assert_int_equal(kb_doc_init(&doc, arena, KB_STR("t"), kb_str_of(text), NULL), KB_OK);
  doc.title = kb_str_of(title);
  assert_int_equal(kb_read_blocks(&doc, cues, NULL), KB_OK);
  for (uint32_t i = 0; i < doc.blocks.n; ++i) {
    const kb_block* block = &doc.blocks.v[i];
    assert_true(block->span.start < block->span.end && block->span.end <= doc.text.n);
    assert_true(i == 0 || block->span.start >= doc.blocks.v[i - 1].span.end);
    kb_buf_text(&got, i ? " " : "");
    kb_buf_text(&got, kb_block_name(block->kind));
    if (block->copy_of != KB_NONE) {
      kb_buf_printf(&got, "=%u", block->copy_of);
    }
  }
  kb_buf_byte(&got, '\0');
  assert_string_equal(got.p, expected);
  kb_buf_release(&got);
  kb_arena_free(arena);
}

#define LONG                                                                                                                                                                                                   \
  "افتتح وزير الزراعة اليوم معرضا للتمور في واحة سيوة بحضور عدد من المزارعين والتجار من دول مختلفة وقال إن الموسم " \
  "كان جيدا هذا العام."

static void page_of_a_site(void** state)
{
  assert_kinds(
    *state, "",
    "Skip to content\n"
    "الرئيسية\n"
    "معرض التمور يفتح أبوابه في سيوة\n"
    "زوار المعرض في يومه الأول\n"
    "زوار المعرض في يومه الأول\n" LONG "\n"
    "تحديث (14:05 تغ)\n" LONG "\n"
    "إقبال كبير على الأجنحة\n" LONG "\n"
    "المصدر: وكالات\n"
    "كلمات مفتاحية: تمور، سيوة\n"
    "التعليقات\n"
    "أحسنتم النشر يا شباب الواحة\n"
    "XS\n",
    "navigation navigation headline caption caption=3 body update body=5 subhead body=5 source tags comments "
    "comments navigation");
}

static void issue_line_byline_and_dateline(void** state)
{
  assert_kinds(*state, "",
               "العدد 1234 - الثلاثاء 3 مارس 2015م\n"
               "معرض التمور يفتح أبوابه\n"
               "سيوة - أ ف ب\n"
               "كتب: سالم المرزوقي\n" LONG "\n",
               "masthead headline dateline byline body");
}

static void dateline_before_the_news_is_cut_off(void** state)
{
  assert_kinds(*state, "", "معرض التمور يفتح أبوابه\nسيوة (رويترز) - " LONG, "headline dateline body");
  assert_kinds(*state, "", "معرض التمور يفتح أبوابه\nسالم المرزوقي- سبق- سيوة: " LONG, "headline dateline body");
  // an agency that speaks is no dateline
  assert_kinds(*state, "", "معرض التمور يفتح أبوابه\nقالت رويترز: " LONG, "headline body");
}

static void title_of_the_metadata(void** state)
{
  assert_kinds(*state, "معرض التمور في سيوة", "زاوية التمور\nمعرض التمور في سيوة\n" LONG, "subhead headline body");
  assert_kinds(*state, "عنوان آخر", "معرض التمور في سيوة\n" LONG, "subhead body");
  assert_kinds(*state, "عنوان", LONG, "body");
}

static void words_of_cues_in_the_news_are_news(void** state)
{
  assert_kinds(*state, "",
               "معرض التمور يفتح أبوابه\n"
               "المصدر الذي نقل الخبر لم يذكر اسمه، غير أنه أكد أن الموسم كان جيدا في واحات الصحراء الغربية كلها.\n"
               "تحديث الطرق المؤدية إلى الواحة سيبدأ في الصيف.\n",
               "headline body body");
}

static void one_line_is_the_news(void** state)
{
  assert_kinds(*state, "", "افتتح الوزير المعرض", "body");
  assert_kinds(*state, "", "\n \n", "");
  assert_kinds(*state, "", "No Arabic here\nat all", "headline body");
}

static void lists_of_results_are_no_captions(void** state)
{
  assert_kinds(*state, "",
               "نتائج الدوري المحلي\n" LONG "\n"
               "الهلال 3 النجم 1\n"
               "الهلال 2 النجم 2\n" LONG "\n",
               "headline body body subhead body=1");
}

static void links_in_the_middle_end_with_the_next_paragraph(void** state)
{
  assert_kinds(*state, "", "معرض التمور يفتح أبوابه\n" LONG "\nاقرأ أيضا\nسعر التمر يرتفع\n" LONG,
               "headline body navigation navigation body=1");
}

static void printed_date_of_publication(void** state)
{
  static const struct {
    const char* line;
    int         year, month, day;
  } cases[] = {
    {"العدد 1234 - الثلاثاء 3 مارس 2015م", 2015, 3, 3},
    {"نشر في: 16/9/2015 - 10:33", 2015, 9, 16},
    {"نشر بتاريخ 2015-09-16", 2015, 9, 16},
    {"الأربعاء 16 أيلول/سبتمبر 2015", 2015, 9, 16},
    {"١٦ كانون الثاني ٢٠١٥", 2015, 1, 16},
    {"آخر تحديث: 16 سبتمبر 2015", 0, 0, 0},
    {"الأربعاء 16 أيلول/أكتوبر 2015", 0, 0, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_arena* arena = kb_arena_new(0);
    kb_buf    text  = {0};
    kb_doc    doc;
    kb_buf_printf(&text, "%s\nمعرض التمور يفتح أبوابه\n%s", cases[i].line, LONG);
    assert_int_equal(kb_doc_init(&doc, arena, KB_STR("t"), kb_buf_as_str(&text), NULL), KB_OK);
    assert_int_equal(kb_read_blocks(&doc, *state, NULL), KB_OK);
    assert_int_equal(doc.published.year, cases[i].year);
    assert_int_equal(doc.published.month, cases[i].month);
    assert_int_equal(doc.published.day, cases[i].day);
    kb_buf_release(&text);
    kb_arena_free(arena);
  }
}

static void every_ceiling_ends_in_nomem(void** state)
{
  static const char text[] = "معرض التمور يفتح أبوابه\nسيوة (رويترز) - " LONG;
  for (size_t limit = 1;; limit += 16) {
    kb_arena* arena = kb_arena_new(limit);
    kb_doc    doc;
    kb_error  err = {0};
    kb_status st  = kb_doc_init(&doc, arena, KB_STR("t"), (kb_str){text, sizeof text - 1}, &err);
    st            = st == KB_OK ? kb_read_blocks(&doc, *state, &err) : st;
    kb_arena_free(arena);
    if (st == KB_OK) {
      assert_true(limit > 100);
      return;
    }
    assert_int_equal(st, KB_E_NOMEM);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(page_of_a_site),
    cmocka_unit_test(issue_line_byline_and_dateline),
    cmocka_unit_test(dateline_before_the_news_is_cut_off),
    cmocka_unit_test(title_of_the_metadata),
    cmocka_unit_test(words_of_cues_in_the_news_are_news),
    cmocka_unit_test(one_line_is_the_news),
    cmocka_unit_test(lists_of_results_are_no_captions),
    cmocka_unit_test(links_in_the_middle_end_with_the_next_paragraph),
    cmocka_unit_test(printed_date_of_publication),
    cmocka_unit_test(every_ceiling_ends_in_nomem),
  };
  return cmocka_run_group_tests(tests, open_cues, close_cues);
}
