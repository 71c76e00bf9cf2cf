/// Readers: any bytes as text, JSON, JSONL or HTML are articles of clean text, or refused.
#include "fuzz.h"

#include "khabar/read.h"

enum { LARGEST = 1 << 16, MEMORY = 64 << 20 };

static const kb_boilerplate* boilerplate(void)
{
  static kb_boilerplate* cues;
  const char*            dir = ontology_folder();
  kb_error               err = {0};
  if (!cues && kb_boilerplate_open(&cues, &dir, 1, &err) != KB_OK) {
    fail_msg("%s: %s", err.source, err.text);
  }
  return cues;
}

static void assert_clean(const kb_doc* doc)
{
  const kb_str text = doc->text;
  assert_int_equal(text.p[text.n], '\0');
  assert_int_equal(kb_text_valid(text), text.n);
  assert_null(memchr(text.p, '\0', text.n));
  assert_null(memchr(text.p, '\r', text.n));
  assert_int_equal(kb_text_valid(doc->title), doc->title.n);
  assert_true(doc->id.n > 0);
  assert_true(!doc->published.year || kb_date_exists(doc->published));
}

/// Blocks follow each other in the text.
static void assert_blocks(const kb_doc* doc)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < doc->blocks.n; ++i) {
    const kb_span s = doc->blocks.v[i].span;
    assert_in_range(s.start, at, doc->text.n);
    assert_in_range(s.end, s.start, doc->text.n);
    at = s.end;
  }
}

static void read_all(kb_reader* reader, kb_arena* arena, size_t most)
{
  bool more = true;
  for (size_t articles = 0; more; ++articles) {
    kb_doc   doc;
    kb_error err = {0};
    assert_in_range(articles, 0, most);
    kb_arena_reset(arena);
    kb_status st = kb_reader_next(reader, arena, &doc, &more, &err);
    assert_int_equal(st, err.status);
    if (st == KB_OK && more) {
      assert_clean(&doc);
      st = kb_read_blocks(&doc, boilerplate(), &err);
      assert_true(st == KB_OK || st == KB_E_NOMEM);
      if (st == KB_OK) {
        assert_blocks(&doc);
      }
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t n)
{
  size_t formats = 0;
  while (kb_read_format_at(formats)) {
    ++formats;
  }
  const size_t          format  = choose_way(&data, &n, formats);
  const kb_read_options options = {.format = kb_read_format_at(format), .max_bytes = LARGEST};
  write_file(own_folder(), "input", bytes_of(data, n));
  const char* path   = path_in(own_folder(), "input");
  kb_reader*  reader = NULL;
  kb_error    err    = {0};
  assert_int_equal(kb_reader_open(&reader, &path, 1, &options, &err), KB_OK);
  kb_arena* arena = kb_arena_new(MEMORY);
  read_all(reader, arena, n + 1);
  kb_arena_free(arena);
  kb_reader_close(reader);
  return 0;
}
