/// Web pages: the text of the article, what the page says of it, and nothing of what is around it.
#include "../../support/folder.h"

#include "khabar/read.h"

static folder place;

static int open_place(void** state)
{
  (void)state;
  place = new_folder();
  return 0;
}

static int close_place(void** state)
{
  (void)state;
  remove_folder(&place);
  return 0;
}

/// The article of a page: "title|date|publisher|url|language" and its text; "!" if it is rejected.
static char* read_page(kb_str html)
{
  const kb_read_options options = {0};
  kb_reader*            reader  = NULL;
  kb_arena*             arena   = kb_arena_new(0);
  kb_doc                doc;
  kb_error              err  = {0};
  kb_buf                out  = {0};
  bool                  more = false;
  write_file(&place, "page.html", html);
  const char* input = path_in(&place, "page.html");
  assert_int_equal(kb_reader_open(&reader, &input, 1, &options, &err), KB_OK);
  const kb_status st = kb_reader_next(reader, arena, &doc, &more, &err);
  assert_true(more);
  if (st == KB_OK) {
    assert_true(kb_str_eq(doc.id, KB_STR("page")));
    kb_buf_printf(&out, "%.*s|%d-%d-%d|%.*s|%.*s|%.*s\n%s", (int)doc.title.n, doc.title.p, doc.published.year,
                  doc.published.month, doc.published.day, (int)doc.publisher.n, doc.publisher.p, (int)doc.url.n,
                  doc.url.p, (int)doc.language.n, doc.language.p, doc.text.p);
  } else {
    assert_int_equal(st, KB_E_INPUT);
    assert_true(err.text[0] && kb_str_ends(kb_str_of(err.source), KB_STR("page.html")));
    kb_buf_byte(&out, '!');
  }
  kb_buf_byte(&out, '\0');
  kb_reader_close(reader);
  kb_arena_free(arena);
  return out.p;
}

static void assert_page(const char* html, const char* expected)
{
  char* got = read_page(kb_str_of(html));
  assert_string_equal(got, expected);
  free(got);
}

static void the_article_and_nothing_around_it(void** state)
{
  (void)state;
  assert_page("<!DOCTYPE html><html lang=fr><head><title>وصول الوفد | جريدة</title><style>p{}</style></head><body>"
              "<nav><p>الرئيسية</p></nav><article><h2><a href=/2>خبر آخر</a></h2><p>قصير</p></article>"
              "<article><h1>وصول <b>الوفد</b></h1><p>وصل الوفد إلى <a href=/d>المدينة</a>\n  أمس.<p>وقال<br>إنه سعيد."
              "<!-- لا --><script>var x;</script><ul><li><a href=/3>اقرأ أيضا: خبر ثالث</a></ul>"
              "<blockquote>«نعم» &amp; كفى</blockquote><aside><p>إعلان</p></aside></article>"
              "<footer><p>جميع الحقوق محفوظة لهذا الموقع الإخباري</p></footer></body></html>",
              "وصول الوفد|0-0-0|||fr\nوصول الوفد\nوصل الوفد إلى المدينة أمس.\nوقال\nإنه سعيد.\n«نعم» & كفى\n");
}

static void what_the_page_says_of_it(void** state)
{
  (void)state;
  assert_page("<html><head><meta property=og:title content='وصول الوفد'><meta property=og:site_name content=جريدة>"
              "<meta property=article:published_time content=2024-02-12T10:00:00Z>"
              "<link rel=canonical href=https://example.org/1></head><body><main><p>وصل الوفد أمس.</p></main></body>",
              "وصول الوفد|2024-2-12|جريدة|https://example.org/1|ar\nوصول الوفد\nوصل الوفد أمس.\n");
  assert_page("<html><head><title>وصول الوفد - جريدة</title></head><body><time datetime=2024-02-12>أمس</time>"
              "<div>وصل الوفد أمس.</div>",
              "وصول الوفد|2024-2-12|||ar\nوصول الوفد\nأمس\nوصل الوفد أمس.\n");
}

static void json_for_machines(void** state)
{
  (void)state;
  assert_page(
    "<script type=application/ld+json>{broken</script><script type=application/ld+json>[{\"@type\":\"WebSite\"},"
    "{\"@type\":[\"ReportageNewsArticle\"],\"headline\":\"وصول الوفد\",\"datePublished\":\"2024-02-12\","
    "\"publisher\":{\"name\":\"جريدة\"},\"url\":\"https://example.org/1\"}]</script><p>وصل الوفد أمس.",
    "وصول الوفد|2024-2-12|جريدة|https://example.org/1|ar\nوصول الوفد\nوصل الوفد أمس.\n");
  assert_page("<script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"وصول الوفد\","
              "\"articleBody\":\"وصل الوفد أمس إلى المدينة.\\nوقال إنه سعيد.\"}]}</script><p>جار التحميل",
              "وصول الوفد|0-0-0|||ar\nوصول الوفد\nوصل الوفد أمس إلى المدينة.\nوقال إنه سعيد.");
}

static void character_sets(void** state)
{
  (void)state;
  // "قال" in windows-1256, as the page says; then in UTF-8, though the page says something else
  assert_page("<meta charset=windows-1256><p>\xDE\xC7\xE1", "|0-0-0|||ar\nقال\n");
  assert_page("<meta http-equiv=Content-Type content='text/html; charset=windows-1256'><p>قال", "|0-0-0|||ar\nقال\n");
}

static void pages_without_an_article(void** state)
{
  (void)state;
  static const char* const pages[] = {
    "",     " ",        "<html></html>", "<p></p>",     "<p>&nbsp;", "<script>x</script>",
    "<!--", "<p><a>لا", "<title>عنوان",  "<p hidden>لا"};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; ++i) {
    assert_page(pages[i], "!");
  }
}

/// Broken in every place, deeply nested, many times the same: an article or an error, soon.
static void hostile_pages(void** state)
{
  (void)state;
  static const char* const units[] = {
    "<div>",    "<article>",        "<a>",  "</p>", "<p>قال ", "<table><td>", "<b><i>", "<!--", "&#x10FFFF;",
    "<script>", "<meta content=x>", "<h1>", "<<>>"};
  for (size_t i = 0; i < sizeof units / sizeof *units; ++i) {
    kb_buf page = {0};
    for (int n = 0; n < 20000; ++n) {
      kb_buf_text(&page, units[i]);
    }
    free(read_page(kb_buf_as_str(&page)));
    kb_buf_release(&page);
  }
  const kb_str whole = KB_STR("<html><head><title>عنوان</title></head><body><article><h1>عنوان</h1><p>قال &amp; "
                              "&#1602;</p></article></body></html>");
  for (size_t n = 0; n < whole.n; ++n) {
    free(read_page((kb_str){whole.p, n}));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_article_and_nothing_around_it),
    cmocka_unit_test(what_the_page_says_of_it),
    cmocka_unit_test(json_for_machines),
    cmocka_unit_test(character_sets),
    cmocka_unit_test(pages_without_an_article),
    cmocka_unit_test(hostile_pages),
  };
  return cmocka_run_group_tests(tests, open_place, close_place);
}
