/// Names in ASCII.
#include "../../support/dictionary.h"

#include "../../../src/resolve/resolve_internal.h"

static kb_arena* arena;

static const char* slug_of(const char* name, bool person)
{
  return kb_resolve__romanise(lexicon, kb_str_of(name), person, arena).p;
}

typedef struct pair {
  const char *arabic, *latin;
} pair;

static void assert_all(const pair* pairs, size_t n, bool person)
{
  for (size_t i = 0; i < n; ++i) {
    assert_string_equal(slug_of(pairs[i].arabic, person), pairs[i].latin);
  }
}

#define ASSERT_ALL(pairs, person) assert_all((pairs), sizeof(pairs) / sizeof *(pairs), (person))

static void listed_words_have_their_spelling(void** state)
{
  (void)state;
  static const pair pairs[] = {
    {"سالم", "salem"},
    {"سليم", "salim"},
    {"سالم السليم", "salem-al-salim"},
    {"غراهام سالم", "graham-salem"},
    {"جراهام سالم", "graham-salem"}, // another spelling of the same foreign name
    {"أبو سالم", "abu-salem"},
    {"ابوسالم", "abu-salem"},
    {"ابوالسبح", "abu-al-sabh"},
    {"آل سالم", "aal-salem"},
    {"«سَالِم»", "salem"}, // no marks, no quotation marks
  };
  ASSERT_ALL(pairs, true);
}

static void compounds_are_one_name_in_both_spellings(void** state)
{
  (void)state;
  static const pair pairs[] = {
    {"عبد الله سالم", "abdullah-salem"}, {"عبدالله سالم", "abdullah-salem"},  {"عبد الرحمن", "abd-al-rahman"},
    {"عبدالرحمن", "abd-al-rahman"},      {"العبدالرحمن", "al-abd-al-rahman"}, {"نور الدين", "nour-al-din"},
    {"نورالدين", "nour-al-din"},
  };
  ASSERT_ALL(pairs, true);
}

static void endings_are_put_behind_listed_words(void** state)
{
  (void)state;
  static const pair pairs[] = {
    {"الوزارة الوطنية", "al-wizara-al-wataniyya"},
    {"وزارات", "wizaraat"},
    {"المهندسين السعوديين", "al-muhandisin-al-saudiyyin"},
    {"المهندسون", "al-muhandisun"},
    {"السالمي", "al-salemi"},
    {"المهندسة", "al-muhandisa"},
  };
  ASSERT_ALL(pairs, false);
}

static void a_head_noun_shows_its_ta_marbuta(void** state)
{
  (void)state;
  static const pair pairs[] = {
    {"وزارة المهندسين", "wizarat-al-muhandisin"},        {"وزارة وطنية", "wizara-wataniyya"},
    {"الوزارة السعودية", "al-wizara-al-saudiyya"},       {"وزارة", "wizara"},
    {"وزارة نورة بنت سالم", "wizarat-noura-bint-salem"},
  };
  ASSERT_ALL(pairs, false);
  assert_string_equal(slug_of("نورة السالم", true), "noura-al-salem");
}

static void proclitics_are_set_apart_in_names_of_bodies(void** state)
{
  (void)state;
  static const pair pairs[] = {
    {"وزارة المهندسين والوزارات", "wizarat-al-muhandisin-wal-wizaraat"},
    {"الوزارة للمهندسين", "al-wizara-lil-muhandisin"},
    {"وزارة بالوطن", "wizara-bil-watan"},
    {"وطن ووزارة لمهندسين", "watan-wa-wizarat-li-muhandisin"},
  };
  ASSERT_ALL(pairs, false);
  assert_string_equal(slug_of("سالم والوطن", true), "salem-waluten");
}

static void unlisted_words_can_be_pronounced(void** state)
{
  (void)state;
  static const pair pairs[] = {
    {"صباح", "sabah"},        {"ثبيتي", "thubaiti"},     {"شميمري", "shumaimri"}, {"جبوري", "jaburi"},
    {"خنجر", "khanjer"},      {"صابر", "saber"},         {"سهم", "sahm"},         {"حد", "hadd"},
    {"بروكوبيس", "brukubis"}, {"تشيكو", "chiku"},        {"إيمان", "iman"},       {"رئيس", "rais"},
    {"رؤوف", "rauf"},         {"سناء", "sanaa"},         {"سعد", "saad"},         {"سعاد", "suad"},
    {"سعيد", "said"},         {"ربيع", "rabie"},         {"فاطمة", "fatma"},      {"سوريا", "surya"},
    {"ستامفورد", "stamfurd"}, {"غرينلاند", "ghrinland"}, {"يوسف", "yusef"},       {"K2", "k2"},
  };
  ASSERT_ALL(pairs, true);
}

static void different_names_stay_different(void** state)
{
  (void)state;
  assert_string_not_equal(slug_of("سعد", true), slug_of("ساد", true));
  assert_string_not_equal(slug_of("سهم", true), slug_of("ساهم", true));
  assert_string_not_equal(slug_of("آل سالم", true), slug_of("السالم", true));
  assert_string_not_equal(slug_of("وزارات المهندسين", false), slug_of("وزارة المهندسين", false));
  // by rule it would read like the listed one
  assert_true(kb_str_starts(kb_str_of(slug_of("صليم", true)), KB_STR("salim-")));
  assert_string_equal(slug_of("صليم", true), slug_of("صليم", true));
}

static void spellings_that_fold_to_one_give_one(void** state)
{
  (void)state;
  assert_string_equal(slug_of("أسامه", true), slug_of("اسامة", true));
  assert_string_equal(slug_of("بشرى", true), slug_of("بشري", true));
}

static void long_names_and_names_of_nothing_end_in_a_hash(void** state)
{
  (void)state;
  char name[2][1000] = {"", ""};
  for (int i = 0; i < 20; ++i) {
    strcat(name[0], "سالم ");
    strcat(name[1], "سالم ");
  }
  strcat(name[1], "سليم");
  const char* a = slug_of(name[0], true);
  const char* b = slug_of(name[1], true);
  assert_int_equal(strlen(a), KB_SLUG_MAX);
  assert_int_equal(strlen(b), KB_SLUG_MAX);
  assert_string_not_equal(a, b);
  assert_int_equal(strlen(slug_of("«»", true)), 12);
}

static int open_all(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(&d, "lexicon/a.json", "letters",
                "{\"ar\": \"ب\", \"latin\": \"b\"},\n{\"ar\": \"ت\", \"latin\": \"t\"},\n"
                "{\"ar\": \"ث\", \"latin\": \"th\"},\n{\"ar\": \"ج\", \"latin\": \"j\"},\n"
                "{\"ar\": \"ح\", \"latin\": \"h\"},\n{\"ar\": \"خ\", \"latin\": \"kh\"},\n"
                "{\"ar\": \"د\", \"latin\": \"d\"},\n{\"ar\": \"ر\", \"latin\": \"r\"},\n"
                "{\"ar\": \"س\", \"latin\": \"s\"},\n{\"ar\": \"ش\", \"latin\": \"sh\"},\n"
                "{\"ar\": \"ص\", \"latin\": \"s\"},\n{\"ar\": \"ط\", \"latin\": \"t\"},\n"
                "{\"ar\": \"غ\", \"latin\": \"gh\"},\n{\"ar\": \"ف\", \"latin\": \"f\"},\n"
                "{\"ar\": \"ك\", \"latin\": \"k\"},\n{\"ar\": \"ل\", \"latin\": \"l\"},\n"
                "{\"ar\": \"م\", \"latin\": \"m\"},\n{\"ar\": \"ن\", \"latin\": \"n\"},\n"
                "{\"ar\": \"ه\", \"latin\": \"h\"}");
  write_entries(&d, "lexicon/b.json", "letters",
                "{\"ar\": \"سالم\", \"latin\": \"salem\"},\n{\"ar\": \"سليم\", \"latin\": \"salim\"},\n"
                "{\"ar\": \"غراهام\", \"latin\": \"graham\", \"also\": [\"جراهام\"]},\n"
                "{\"ar\": \"أبو\", \"latin\": \"abu\"},\n{\"ar\": \"آل\", \"latin\": \"aal\"},\n"
                "{\"ar\": \"عبد\", \"latin\": \"abd\"},\n{\"ar\": \"عبدالله\", \"latin\": \"abdullah\"},\n"
                "{\"ar\": \"رحمن\", \"latin\": \"rahman\"},\n{\"ar\": \"نور\", \"latin\": \"nour\"},\n"
                "{\"ar\": \"دين\", \"latin\": \"din\"},\n{\"ar\": \"نورة\", \"latin\": \"noura\"},\n"
                "{\"ar\": \"بنت\", \"latin\": \"bint\"},\n{\"ar\": \"وزارة\", \"latin\": \"wizara\"},\n"
                "{\"ar\": \"وطن\", \"latin\": \"watan\"},\n{\"ar\": \"سعودي\", \"latin\": \"saudi\"},\n"
                "{\"ar\": \"مهندس\", \"latin\": \"muhandis\"}");
  arena = kb_arena_new(0);
  return arena ? take_dictionary(&d) : -1;
}

static int close_all(void** state)
{
  kb_arena_free(arena);
  return close_lexicon(state);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(listed_words_have_their_spelling),
    cmocka_unit_test(compounds_are_one_name_in_both_spellings),
    cmocka_unit_test(endings_are_put_behind_listed_words),
    cmocka_unit_test(a_head_noun_shows_its_ta_marbuta),
    cmocka_unit_test(proclitics_are_set_apart_in_names_of_bodies),
    cmocka_unit_test(unlisted_words_can_be_pronounced),
    cmocka_unit_test(different_names_stay_different),
    cmocka_unit_test(spellings_that_fold_to_one_give_one),
    cmocka_unit_test(long_names_and_names_of_nothing_end_in_a_hash),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
