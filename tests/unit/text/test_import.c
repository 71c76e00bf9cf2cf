#include "../../support/unit.h"

#include "khabar/text.h"

static kb_status import(kb_arena* arena, kb_str bytes, const char* charset, kb_str* out, kb_error* err)
{
  *err = (kb_error){0};
  kb_arena_reset(arena);
  return kb_text_import(bytes, charset, arena, out, err);
}

/// A kb_str in a constant table.
#define BYTES(s)     \
  {                  \
    s, sizeof(s) - 1 \
  }

static void good_input(void** state)
{
  (void)state;
  static const struct {
    kb_str      bytes;
    const char* charset;
    const char* text;
  } cases[] = {
    {{"", 0}, NULL, ""},
    {BYTES("قمة\r\nفي تونس\rغدا\n"), NULL, "قمة\nفي تونس\nغدا\n"},
    {BYTES("\xEF\xBB\xBFقمة"), NULL, "قمة"},
    {BYTES("ا\xD9\x93ب"), NULL, "آب"},                        // alef and madda sign compose
    {BYTES("قـمّةٌ"), NULL, "قـمّةٌ"},                            // signs alone stay
    {BYTES("مَّ"), NULL, "مَّ"},                                  // fatha stands before shadda in NFC
    {BYTES("a\0b\x01"), NULL, "a b "},                        // controls
    {BYTES("a\xEF\xBF\xBF"), NULL, "a\xEF\xBF\xBD"},          // noncharacter
    {BYTES("\xFF\xFE\x42\x06\x45\x06\x29\x06"), NULL, "قمة"}, // UTF-16LE with mark
    {BYTES("\x06\x42\x06\x45\x06\x29\0 "), NULL, "قمة "},     // UTF-16BE without
    {BYTES("\xDE\xE3\xC9"), "windows-1256", "قمة"},
    {BYTES("\xE2\xE5\xC9"), "ISO-8859-6", "قمة"},
    {BYTES("قمة"), "utf8", "قمة"},
  };
  kb_arena* arena = kb_arena_new(0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_str   out;
    kb_error err;
    assert_int_equal(import(arena, cases[i].bytes, cases[i].charset, &out, &err), KB_OK);
    assert_string_equal(out.p, cases[i].text);
    assert_int_equal(out.n, strlen(cases[i].text));
  }
  kb_arena_free(arena);
}

static void bad_input(void** state)
{
  (void)state;
  static const struct {
    kb_str      bytes;
    const char* charset;
    kb_status   status;
    size_t      byte;
  } cases[] = {
    {BYTES("\x7F"
           "ELF\x02\x01\x01\0\0\0\0\0"),
     NULL, KB_E_INPUT, 0},
    {BYTES("اجتماع في القاهرة \xFF غدا"), NULL, KB_E_INPUT, 33},
    {BYTES("قمة\xFF"), "UTF-8", KB_E_INPUT, 6},
    {BYTES("\xA1\xE2"), "ISO-8859-6", KB_E_INPUT, 1},
    {BYTES("x"), "no-such-charset", KB_E_USAGE, 0},
  };
  kb_arena* arena = kb_arena_new(0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    kb_str   out;
    kb_error err;
    assert_int_equal(import(arena, cases[i].bytes, cases[i].charset, &out, &err), cases[i].status);
    assert_int_equal(err.byte, cases[i].byte);
    assert_int_not_equal(err.text[0], '\0');
  }
  kb_arena_free(arena);
}

/// A page of an old site: nothing but its bytes says which character set it is.
static void legacy_charset_is_detected(void** state)
{
  (void)state;
  static const char page[] =
    "\xDE\xC7\xE1 \xE6\xD2\xED\xD1 \xC7\xE1\xCE\xC7\xD1\xCC\xED\xC9 \xC5\xE4 \xC7\xE1\xE3\xCD\xC7\xCF\xCB\xC7\xCA "
    "\xD3\xCA\xD3\xCA\xE3\xD1 \xCD\xCA\xEC \xDB\xCF \xDD\xED \xC7\xE1\xDA\xC7\xD5\xE3\xC9 \xE6\xC3\xD6\xC7\xDD "
    "\xC3\xE4 \xC8\xE1\xC7\xCF\xE5 \xCA\xD1\xCD\xC8 \xC8\xC7\xE1\xCD\xE6\xC7\xD1 \xE3\xDA "
    "\xCC\xED\xD1\xC7\xE4\xE5\xC7";
  kb_arena* arena = kb_arena_new(0);
  kb_str    out;
  kb_error  err;
  assert_int_equal(import(arena, (kb_str){page, sizeof page - 1}, NULL, &out, &err), KB_OK);
  assert_true(kb_str_starts(out, KB_STR("قال وزير الخارجية إن المحادثات ستستمر")));
  kb_arena_free(arena);
}

static void every_ceiling_ends_in_nomem(void** state)
{
  (void)state;
  const kb_str text = KB_STR("ا\xD9\x93ب وقمة");
  for (size_t limit = 1;; limit += 8) {
    kb_arena*       arena = kb_arena_new(limit);
    kb_str          out;
    kb_error        err = {0};
    const kb_status st  = kb_text_import(text, NULL, arena, &out, &err);
    kb_arena_free(arena);
    if (st == KB_OK) {
      assert_true(limit > text.n);
      return;
    }
    assert_int_equal(st, KB_E_NOMEM);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(good_input),
    cmocka_unit_test(bad_input),
    cmocka_unit_test(legacy_charset_is_detected),
    cmocka_unit_test(every_ceiling_ends_in_nomem),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
