/// What verbs and frames govern.
#include "../../support/dictionary.h"

static int open_verbs(void** state)
{
  (void)state;
  folder d = new_folder();
  write_entries(
    &d, "lexicon/verbs.json", "verbs",
    "{\"lemma\": \"ساعد\", \"root\": \"سعد\", \"form\": \"III\", \"args\": [\"obj\", \"على\", \"أن\", \"بين\"]},\n"
    "{\"lemma\": \"جلس\", \"root\": \"جلس\", \"form\": \"I\", \"imperfect\": \"i\"}");
  return take_dictionary(&d);
}

static void prepositions_have_slots(void** state)
{
  (void)state;
  static const struct {
    const char*   preposition;
    kb_frame_slot slot;
  } known[] = {
    {"على", KB_FS_ALA}, {"إلى", KB_FS_ILA}, {"من", KB_FS_MIN}, {"عن", KB_FS_AN},   {"في", KB_FS_FI},
    {"ب", KB_FS_BI},    {"ل", KB_FS_LI},    {"مع", KB_FS_MAA}, {"ضد", KB_FS_DIDD}, {"بين", KB_FS_BAYNA},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; ++i) {
    assert_int_equal(kb_lexicon_frame_slot(kb_str_of(known[i].preposition)), known[i].slot);
  }
  static const char* const others[] = {"", "قبل", "لدى", "أن", "obj", "subj", "gen", "الى"};
  for (size_t i = 0; i < sizeof others / sizeof *others; ++i) {
    assert_int_equal(kb_lexicon_frame_slot(kb_str_of(others[i])), KB_FS_COUNT);
  }
}

static unsigned args_of(const char* lemma)
{
  const uint32_t id = kb_lexicon_by_lemma(lexicon, kb_str_of(lemma), KB_NONE);
  assert_int_not_equal(id, KB_NONE);
  return kb_lexicon_lexeme(lexicon, id)->args;
}

static void verbs_govern_what_the_data_say(void** state)
{
  (void)state;
  static const kb_frame_slot wanted[] = {KB_FS_OBJ, KB_FS_ALA, KB_FS_THAT, KB_FS_BAYNA};
  unsigned                   bits     = 0;
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; ++i) {
    bits |= 1u << wanted[i];
  }
  for (unsigned slot = 0; slot <= KB_FS_COUNT; ++slot) {
    assert_int_equal(kb_governs(args_of("ساعد"), (kb_frame_slot)slot), slot < KB_FS_COUNT && (bits >> slot & 1u));
    assert_false(kb_governs(args_of("جلس"), (kb_frame_slot)slot));
  }
}

/// Nothing asks for a preposition that is in no table, whatever else it asks for.
static void unknown_prepositions_are_governed_by_nothing(void** state)
{
  (void)state;
  assert_false(kb_governs(~0u, KB_FS_COUNT));
  assert_false(kb_governs(~0u, kb_lexicon_frame_slot(KB_STR("قبل"))));
}

/// Slots that only frames have are refused in the list of a verb.
static void verbs_govern_no_subjects(void** state)
{
  (void)state;
  static const char* const slots[] = {"subj", "gen", "adj", "تحت"};
  for (size_t i = 0; i < sizeof slots / sizeof *slots; ++i) {
    folder d     = new_folder();
    kb_buf entry = {0};
    kb_buf_printf(&entry, "{\"lemma\": \"ساعد\", \"root\": \"سعد\", \"form\": \"III\", \"args\": [\"obj\", \"%s\"]}%c",
                  slots[i], '\0');
    write_entries(&d, "lexicon/verbs.json", "verbs", entry.p);
    kb_lexicon* lex = open_dictionary(&d);
    remove_folder(&d);
    const uint32_t id = kb_lexicon_by_lemma(lex, KB_STR("ساعد"), KB_NONE);
    assert_int_equal(kb_lexicon_lexeme(lex, id)->args, 1u << KB_FS_OBJ);
    assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 1);
    kb_lexicon_close(lex);
    kb_buf_release(&entry);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(prepositions_have_slots),
    cmocka_unit_test(verbs_govern_what_the_data_say),
    cmocka_unit_test(unknown_prepositions_are_governed_by_nothing),
    cmocka_unit_test(verbs_govern_no_subjects),
  };
  return cmocka_run_group_tests(tests, open_verbs, close_lexicon);
}
