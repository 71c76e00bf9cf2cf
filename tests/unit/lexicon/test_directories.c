/// Dictionaries of the user beside the installed ones: they add and replace.
#include "../../support/dictionary.h"

static folder base, mine;

/// Two directories whose names sort in either order: the order given counts, not the name.
static int make_directories(void** state)
{
  (void)state;
  base = new_folder();
  mine = new_folder();
  write_entries(&base, "lexicon/weights.json", "weights",
                "{\"name\": \"guess\", \"value\": -5.5},\n{\"name\": \"kept\", \"value\": 1}");
  write_entries(&base, "lexicon/nouns.json", "nouns",
                "{\"lemma\": \"عين\", \"class\": \"body\", \"gender\": \"f\", \"gloss\": \"eye\"},\n"
                "{\"lemma\": \"عين\", \"class\": \"place\", \"gloss\": \"spring\"},\n"
                "{\"lemma\": \"قلم\", \"plural\": [\"أقلام\"], \"gloss\": \"pen\"}");
  write_entries(&base, "lexicon/verbs.json", "verbs",
                "{\"lemma\": \"حمل\", \"root\": \"حمل\", \"form\": \"I\", \"imperfect\": \"i\", \"args\": [\"obj\"], "
                "\"gloss\": \"carry\"},\n"
                "{\"lemma\": \"حمل\", \"root\": \"حمل\", \"form\": \"II\", \"args\": [\"obj\"], \"gloss\": \"load\"}");
  write_entries(&base, "frames/frames.json", "frames",
                "{\"lemma\": \"حمل\", \"type\": \"AID\", \"form\": \"I\"},\n{\"lemma\": \"حمل\", \"type\": \"ACCUSE\", "
                "\"form\": \"II\"}");
  write_entries(&base, "frames/predicates.json", "predicates",
                "{\"id\": \"aids\", \"en\": \"aids\", \"ar\": \"يساعد\"}");
  write_entries(&base, "gazetteer/organisations.json", "organisations",
                "{\"id\": \"band\", \"en\": \"Band\", \"names\": [\"الفرقة الأولى\"]}");
  write_entries(&base, "lexicon/cues.json", "cues", "{\"form\": \"سابقا\", \"class\": \"former\"}");
  write_entries(&base, "lexicon/letters.json", "letters", "{\"ar\": \"ج\", \"latin\": \"j\"}");

  write_entries(&mine, "my-weights.json", "weights",
                "{\"name\": \"guess\", \"value\": -1},\n{\"name\": \"mine\", \"value\": 2}");
  write_entries(&mine, "lexicon/nouns.json", "nouns",
                "{\"lemma\": \"عين\", \"class\": \"role\", \"human\": true, \"gloss\": \"notable\"},\n{\"lemma\": "
                "\"درع\", \"gloss\": \"shield\"}");
  write_entries(
    &mine, "lexicon/verbs.json", "verbs",
    "{\"lemma\": \"حمل\", \"root\": \"حمل\", \"form\": \"II\", \"args\": [\"obj\", \"obj2\"], \"gloss\": \"burden\"}");
  write_entries(&mine, "frames.json", "frames", "{\"lemma\": \"حمل\", \"type\": \"COERCE\", \"form\": \"II\"}");
  write_entries(&mine, "predicates.json", "predicates", "{\"id\": \"aids\", \"en\": \"helps\", \"ar\": \"يعين\"}");
  write_entries(&mine, "places.json", "places",
                "{\"id\": \"band\", \"en\": \"Band Town\", \"type\": \"city\", \"names\": [\"بلدة باند\"]}");
  write_entries(&mine, "cues.json", "cues", "{\"form\": \"سابقا\", \"class\": \"latter\"}");
  write_entries(&mine, "letters.json", "letters", "{\"ar\": \"ج\", \"latin\": \"g\"}");
  return 0;
}

static int remove_directories(void** state)
{
  (void)state;
  remove_folder(&base);
  remove_folder(&mine);
  return 0;
}

static kb_lexicon* open_both(const char* first, const char* second, const char* image)
{
  const char* const dirs[] = {first, second};
  kb_lexicon*       lex    = NULL;
  kb_error          err    = {0};
  if (kb_lexicon_open(&lex, dirs, 2, image, &err) != KB_OK) {
    fail_msg("%s:%zu: %s", err.source, err.line, err.text);
  }
  return lex;
}

static void must_be_silent(void* user, const kb_error* message)
{
  (void)user;
  fail_msg("%s:%zu: %s", message->source, message->line, message->text);
}

/// The glosses of all lexemes with a lemma, sorted by how they were read.
static void assert_glosses(const kb_lexicon* lex, const char* lemma, kb_lex_kind kind, const char* expected)
{
  kb_buf out = {0};
  for (uint32_t i = kb_lexicon_by_lemma(lex, kb_str_of(lemma), KB_NONE); i != KB_NONE;
       i          = kb_lexicon_by_lemma(lex, kb_str_of(lemma), i)) {
    const kb_lexeme* x = kb_lexicon_lexeme(lex, i);
    if (x->kind == kind) {
      kb_buf_printf(&out, "%s%s", out.n ? " " : "", x->gloss.p);
    }
  }
  kb_buf_byte(&out, '\0');
  assert_string_equal(out.p, expected);
  kb_buf_release(&out);
}

static const kb_frame* frame_of(const kb_lexicon* lex, const char* gloss)
{
  for (uint32_t i = 0; i < kb_lexicon_count(lex); ++i) {
    const kb_lexeme* x = kb_lexicon_lexeme(lex, i);
    if (x->kind == KB_LEX_VERB && kb_str_eq(x->gloss, kb_str_of(gloss))) {
      assert_int_not_equal(x->frame, KB_NONE);
      assert_int_equal(kb_lexicon_frame(lex, x->frame)->next, KB_NONE);
      return kb_lexicon_frame(lex, x->frame);
    }
  }
  fail_msg("no verb %s", gloss);
  return NULL;
}

static void assert_replaced(const kb_lexicon* lex)
{
  kb_str en, ar, latin;
  assert_true(kb_lexicon_weight(lex, KB_STR("guess"), 0) == -1.0f);
  assert_true(kb_lexicon_weight(lex, KB_STR("kept"), 0) == 1.0f);
  assert_true(kb_lexicon_weight(lex, KB_STR("mine"), 0) == 2.0f);
  assert_glosses(lex, "عين", KB_LEX_NOUN, "notable");
  assert_glosses(lex, "قلم", KB_LEX_NOUN, "pen");
  assert_glosses(lex, "درع", KB_LEX_NOUN, "shield");
  assert_glosses(lex, "حمل", KB_LEX_VERB, "burden carry");
  assert_string_equal(frame_of(lex, "carry")->type.p, "AID");
  assert_string_equal(frame_of(lex, "burden")->type.p, "COERCE");
  assert_true(kb_lexicon_predicate(lex, KB_STR("aids"), &en, &ar));
  assert_string_equal(en.p, "helps");
  assert_true(kb_lexicon_latin(lex, KB_STR("ج"), &latin));
  assert_string_equal(latin.p, "g");
  assert_int_equal(kb_lexicon_gaz_count(lex), 1);
  assert_string_equal(kb_lexicon_gaz(lex, kb_lexicon_gaz_by_id(lex, KB_STR("band")))->en.p, "Band Town");
  const uint32_t cue = kb_lexicon_ends(lex, kb_lexicon_step(lex, KB_PHRASE_ROOT, KB_STR("سابقا")));
  assert_int_equal(kb_lexicon_cue(lex, kb_lexicon_phrase(lex, cue)->id)->class, KB_CUE_LATTER);
  assert_int_equal(kb_lexicon_phrase(lex, cue)->next, KB_NONE);
  assert_int_equal(kb_lexicon_check(lex, must_be_silent, NULL), 0);
}

static void later_directory_adds_and_replaces(void** state)
{
  (void)state;
  kb_lexicon* lex = open_both(base.dir, mine.dir, NULL);
  assert_replaced(lex);
  kb_lexicon_close(lex);
}

/// The same with the names of the directories in the other order of the alphabet.
static void order_of_the_arguments_counts(void** state)
{
  (void)state;
  const bool sorted = strcmp(base.dir, mine.dir) < 0;
  char       other[128];
  snprintf(other, sizeof other, "%s/%s", sorted ? mine.dir : base.dir, "..");
  char renamed[256];
  snprintf(renamed, sizeof renamed, "%s/%s", other, strrchr(sorted ? base.dir : mine.dir, '/') + 1);
  kb_lexicon* lex = sorted ? open_both(renamed, mine.dir, NULL) : open_both(base.dir, renamed, NULL);
  assert_replaced(lex);
  kb_lexicon_close(lex);
}

static void without_the_second_nothing_is_replaced(void** state)
{
  (void)state;
  kb_lexicon* lex = open_dictionary(&base);
  assert_glosses(lex, "عين", KB_LEX_NOUN, "spring eye");
  assert_string_equal(frame_of(lex, "load")->type.p, "ACCUSE");
  assert_true(kb_lexicon_weight(lex, KB_STR("guess"), 0) == -5.5f);
  kb_lexicon_close(lex);
}

static void problems_name_the_file_of_the_user(void** state)
{
  (void)state;
  const folder wrong   = new_folder();
  const char*  dirs[2] = {base.dir, wrong.dir};
  kb_lexicon*  lex     = NULL;
  kb_error     err     = {0};
  write_entries(&wrong, "verbs.json", "verbs",
                "{\"lemma\": \"حمل\", \"root\": \"حمل\", \"form\": \"I\"},\n{\"lemma\": \"حمل\" oops}");
  assert_int_equal(kb_lexicon_open(&lex, dirs, 2, NULL, &err), KB_E_DATA);
  assert_null(lex);
  assert_int_equal(err.line, 3);
  assert_true(kb_str_starts(kb_str_of(err.source), kb_str_of(wrong.dir)));
  remove_folder(&wrong);
}

static void a_directory_without_dictionaries_is_an_error(void** state)
{
  (void)state;
  const char* dirs[2] = {base.dir, "/nowhere/at/all"};
  kb_lexicon* lex     = NULL;
  kb_error    err     = {0};
  assert_int_equal(kb_lexicon_open(&lex, dirs, 2, NULL, &err), KB_E_DATA);
  assert_null(lex);
  assert_string_equal(err.source, "/nowhere/at/all");
}

static void an_image_keeps_what_was_replaced(void** state)
{
  (void)state;
  const char* dirs[2] = {base.dir, mine.dir};
  char        image[128];
  kb_error    err = {0};
  snprintf(image, sizeof image, "%s/image", base.dir);
  assert_int_equal(kb_lexicon_compile(dirs, 2, image, NULL, NULL, &err), KB_OK);
  kb_lexicon* lex = open_both(base.dir, mine.dir, image);
  assert_replaced(lex);
  kb_lexicon_close(lex);
  kb_lexicon* one = NULL; // the image of both is none of the first alone
  assert_int_equal(kb_lexicon_open(&one, dirs, 1, image, &err), KB_OK);
  assert_glosses(one, "درع", KB_LEX_NOUN, "");
  kb_lexicon_close(one);
  remove(image);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(later_directory_adds_and_replaces),
    cmocka_unit_test(order_of_the_arguments_counts),
    cmocka_unit_test(without_the_second_nothing_is_replaced),
    cmocka_unit_test(problems_name_the_file_of_the_user),
    cmocka_unit_test(a_directory_without_dictionaries_is_an_error),
    cmocka_unit_test(an_image_keeps_what_was_replaced),
  };
  return cmocka_run_group_tests(tests, make_directories, remove_directories);
}
