#include "../../support/unit.h"

#include "khabar/text.h"

static kb_str fold(const char* s, char* out)
{
  return (kb_str){out, kb_text_fold(kb_str_of(s), out)};
}

static kb_str bare(const char* s, char* out)
{
  return (kb_str){out, kb_text_bare(kb_str_of(s), out)};
}

static void assert_text(kb_str s, const char* expected)
{
  assert_int_equal(s.n, strlen(expected));
  assert_memory_equal(s.p, expected, s.n);
}

static void code_points_go_both_ways(void** state)
{
  (void)state;
  static const uint32_t points[] = {'a', 0x7F, 0x80, 0x7FF, 0x800, 0x62E, 0xFFFD, 0x10000, 0x10FFFF};
  for (size_t i = 0; i < sizeof points / sizeof *points; ++i) {
    char         bytes[4];
    const size_t n  = kb_text_put(points[i], bytes);
    size_t       at = 0;
    assert_int_equal(kb_text_next((kb_str){bytes, n}, &at), points[i]);
    assert_int_equal(at, n);
  }
}

static void broken_bytes_are_found(void** state)
{
  (void)state;
  static const struct {
    const char* bytes;
    size_t      bad;
  } cases[] = {
    {"خبر", 6},          {"ab\xFF", 2},        {"\xC0\x80", 0},
    {"\xE0\x80\x80", 0}, {"a\xED\xA0\x80", 1}, {"\xF4\x90\x80\x80", 0},
    {"\xD8 ", 0},        {"abc\xD8", 3},       {"\xF0\x9F\x98\x80", 4},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    assert_int_equal(kb_text_valid(kb_str_of(cases[i].bytes)), cases[i].bad);
  }
  size_t at = 0;
  assert_int_equal(kb_text_next(KB_STR("\xD8 "), &at), 0xFFFD);
  assert_int_equal(at, 1);
}

static void classes_do_not_overlap(void** state)
{
  (void)state;
  for (uint32_t c = 0; c < 0x11000; ++c) {
    assert_true(kb_text_is_letter(c) + kb_text_is_mark(c) + kb_text_is_digit(c) + kb_text_is_space(c) +
                  kb_text_is_ignorable(c) <=
                1);
  }
  assert_true(kb_text_is_letter(0x621));  // ء
  assert_true(kb_text_is_mark(0x640));    // tatweel
  assert_false(kb_text_is_letter(0x60C)); // ،
  assert_true(kb_text_is_space(0xA0));
  assert_int_equal(kb_text_digit(0x664), 4);
  assert_int_equal(kb_text_digit('x'), -1);
}

static void folding(void** state)
{
  (void)state;
  char out[KB_KEY_MAX];
  assert_text(fold("إِلَى", out), "الي");
  assert_text(bare("إِلَى", out), "إلى");
  assert_text(fold("آلية", out), "اليه");
  assert_text(bare("مـــدرسةٌ", out), "مدرسة");
  assert_text(fold("گروه", out), "غروه");
  assert_text(bare("کی", out), "كي");
  assert_text(bare("ﻻ", out), "لا");
  assert_text(fold("ﻷن", out), "لان");
  assert_text(bare("\xE2\x80\x8Fقمة", out), "قمة");
  assert_text(bare("١٢", out), "12");
  assert_text(bare("ـــ", out), "");
}

static void folding_keeps_the_length_of_bare_letters(void** state)
{
  (void)state;
  for (uint32_t c = 1; c < 0x11000; ++c) {
    char         letter[4], bare[KB_KEY_MAX], key[KB_KEY_MAX];
    const size_t n = kb_text_bare((kb_str){letter, kb_text_put(c, letter)}, bare);
    assert_int_equal(kb_text_fold((kb_str){bare, n}, key), n);
  }
}

static void length_counts_characters(void** state)
{
  (void)state;
  const kb_str text = KB_STR("ab خبر €😀 وكالات الأنباء x");
  for (size_t start = 0; start < text.n; ++start) {
    size_t expected = 0;
    for (size_t end = start; end < text.n; ++end) {
      assert_int_equal(kb_text_length((kb_str){text.p + start, end - start}), expected);
      expected += ((unsigned char)text.p[end] & 0xC0u) != 0x80u;
    }
  }
}

static void too_long_words_have_no_form(void** state)
{
  (void)state;
  char long_word[200];
  char out[KB_KEY_MAX];
  for (size_t i = 0; i < sizeof long_word; i += 2) {
    memcpy(long_word + i, "ب", 2);
  }
  assert_int_equal(kb_text_fold((kb_str){long_word, sizeof long_word}, out), 0);
  assert_int_equal(kb_text_fold((kb_str){long_word, 100}, out), 100);
}

static void layers(void** state)
{
  (void)state;
  static const struct {
    const char *a, *b;
    int         layer;
  } cases[] = {
    {"قمة", "قمة", KB_LAYER_EXACT},
    {"قِمة", "قمة", KB_LAYER_MARKS},
    {"أمس", "امس", KB_LAYER_ALEF},
    {"القوى", "القوي", KB_LAYER_YA},
    {"وحدة", "وحده", KB_LAYER_TA},
    {"إدارة", "اداره", KB_LAYER_TA},
    {"كيري", "كيربي", -1},
    {"قمة", "قم", -1},
    {"", "", KB_LAYER_EXACT},
    {"", "ا", -1},
    {"ء", "ئ", -1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    assert_int_equal(kb_text_layer(kb_str_of(cases[i].a), kb_str_of(cases[i].b)), cases[i].layer);
    assert_int_equal(kb_text_layer(kb_str_of(cases[i].b), kb_str_of(cases[i].a)), cases[i].layer);
  }
}

static void points_count_characters(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  kb_buf    buf   = {0};
  for (int i = 0; i < 100; ++i) {
    kb_buf_text(&buf, "خa😀");
  }
  const kb_str text = kb_buf_as_str(&buf);
  kb_points    points;
  assert_int_equal(kb_points_init(&points, text, arena), KB_OK);
  uint32_t expected = 0;
  for (size_t i = 0; i < text.n; ++expected) {
    assert_int_equal(kb_points_at(&points, (uint32_t)i), expected);
    kb_text_next(text, &i);
  }
  assert_int_equal(kb_points_at(&points, (uint32_t)text.n), 300);
  assert_int_equal(kb_text_length(text), 300);
  kb_buf_release(&buf);
  kb_arena_free(arena);
}

static void one_character_among_others(void** state)
{
  (void)state;
  assert_true(kb_text_is_one_of(KB_STR(","), "،,"));
  assert_true(kb_text_is_one_of(KB_STR("،"), "،,"));
  assert_false(kb_text_is_one_of(KB_STR("،،"), "،,"));
  assert_false(kb_text_is_one_of(KB_STR(",،"), "،,"));
  assert_false(kb_text_is_one_of(KB_STR("؛"), "،,")); // shares its first byte
  assert_false(kb_text_is_one_of(KB_STR(""), "،,"));
  assert_false(kb_text_is_one_of(KB_STR(","), ""));
}

static void noncharacters(void** state)
{
  (void)state;
  static const uint32_t none[] = {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF};
  static const uint32_t some[] = {0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 'a'};
  for (size_t i = 0; i < sizeof none / sizeof *none; ++i) {
    assert_true(kb_text_is_noncharacter(none[i]));
  }
  for (size_t i = 0; i < sizeof some / sizeof *some; ++i) {
    assert_false(kb_text_is_noncharacter(some[i]));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(code_points_go_both_ways),
    cmocka_unit_test(broken_bytes_are_found),
    cmocka_unit_test(classes_do_not_overlap),
    cmocka_unit_test(one_character_among_others),
    cmocka_unit_test(noncharacters),
    cmocka_unit_test(folding),
    cmocka_unit_test(folding_keeps_the_length_of_bare_letters),
    cmocka_unit_test(length_counts_characters),
    cmocka_unit_test(too_long_words_have_no_form),
    cmocka_unit_test(layers),
    cmocka_unit_test(points_count_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
