/// Wrong dictionaries: what cannot be read fails with file and line, what contradicts itself is a problem with
/// file and line, and the rest is read.
#include "../../support/dictionary.h"

static void assert_fails(const folder* d, kb_status status, const char* file, size_t line)
{
  const char* dir = d->dir;
  kb_lexicon* lex = NULL;
  kb_error    err = {0};
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, NULL, &err), status);
  assert_null(lex);
  assert_int_equal(err.status, status);
  assert_int_equal(err.line, line);
  assert_true(kb_str_ends(kb_str_of(err.source), kb_str_of(file)));
  assert_true(err.text[0] != '\0');
}

static void no_directory_no_dictionaries(void** state)
{
  (void)state;
  folder d = new_folder();
  assert_fails(&d, KB_E_DATA, d.dir, 0);
  remove_folder(&d);
  assert_fails(&d, KB_E_DATA, d.dir, 0);
}

static void bad_json_is_told_with_its_line(void** state)
{
  (void)state;
  static const char* const bad[] = {
    "{\"lemma\": \"فن\"},\n{\"lemma\": \"حرب\",,}",
    "{\"lemma\": \"فن\"},\n{\"lemma\": \"حرب",
    "{\"lemma\": \"فن\"},\n{\"lemma\": \"\xFF\xFE\"}",
    "{\"lemma\": \"فن\"},\n{\"lemma\": \"حرب\"} {\"lemma\": \"سلم\"}",
    "{\"lemma\": \"فن\"},\n{\"lemma\": \"حرب\", \"lemma\": \"سلم\"}",
    "{\"lemma\": \"فن\"},\n[{\"lemma\": \"حرب\"}]",
    "{\"lemma\": \"فن\"},\n\"حرب\"",
    "{\"lemma\": \"فن\"},\nحرب",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    const folder d = new_folder();
    write_entries(&d, "lexicon/nouns.json", "nouns", bad[i]);
    assert_fails(&d, KB_E_DATA, "lexicon/nouns.json", 3);
    remove_folder(&d);
  }
}

/// The whole file is JSON, not only its lines.
static void commas_and_ends_are_needed(void** state)
{
  (void)state;
  static const struct {
    const char* rest;
    size_t      line;
  } bad[] = {
    {"{\"lemma\": \"فن\"}\n{\"lemma\": \"حرب\"}\n]}\n", 2},
    {"{\"lemma\": \"فن\"},\n{\"lemma\": \"حرب\"},\n]}\n", 3},
    {"{\"lemma\": \"فن\"}\n]}\n{\"lemma\": \"حرب\"}\n", 4},
    {"{\"lemma\": \"فن\"},\n{\"lemma\": \"حرب\"}\n", 3},
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
    const folder d = new_folder();
    char         text[200];
    snprintf(text, sizeof text, "{\"kind\":\"nouns\",\"entries\":[\n%s", bad[i].rest);
    write_file(&d, "lexicon/nouns.json", kb_str_of(text));
    assert_fails(&d, KB_E_DATA, "lexicon/nouns.json", bad[i].line);
    remove_folder(&d);
  }
}

static void a_file_of_no_kind_is_refused(void** state)
{
  (void)state;
  static const char* const first_lines[] = {"{\"entries\":[\n",
                                            "{\"kind\":\"nounses\"\n",
                                            "{\"kind\":\"noun\n",
                                            "",
                                            "{\"kind\":\"nouns",
                                            "{\"kind\":\"nouns\"\n",
                                            "{\"kind\":\"nouns\",\"entry\":[\n{\"lemma\": \"فن\"}\n]}\n",
                                            "{\"kind\":\"nouns\",\"entries\":[{\"lemma\": \"فن\"},\n]}\n",
                                            "{\"kind\":\"nouns\",\"entries\":[{\"lemma\": \"فن\"}]}\n"};
  for (size_t i = 0; i < sizeof first_lines / sizeof *first_lines; ++i) {
    const folder d = new_folder();
    write_file(&d, "lexicon/words.json", kb_str_of(first_lines[i]));
    assert_fails(&d, KB_E_DATA, "lexicon/words.json", 1);
    remove_folder(&d);
  }
}

static void white_space_does_not_count(void** state)
{
  (void)state;
  const folder d = new_folder();
  kb_reading   one;
  write_file(&d, "lexicon/words.json",
             KB_STR("{ \"kind\" : \"nouns\", \"entries\": [\r\n  {\"lemma\": \"فن\"} ,\r\n\t{\"lemma\": "
                    "\"حرب\"}\r\n\n ]\n}\n"));
  kb_lexicon* lex = open_dictionary(&d);
  assert_int_equal(find_word(lex, "فن", &one, 1), 1);
  assert_int_equal(find_word(lex, "حرب", &one, 1), 1);
  kb_lexicon_close(lex);
  remove_folder(&d);
}

static void other_files_are_left_alone(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(&d, "lexicon/nouns.json", "nouns", "{\"lemma\": \"فن\"}");
  write_file(&d, "lexicon/README.md", KB_STR("no dictionary"));
  write_file(&d, "lexicon/.hidden.json", KB_STR("no dictionary"));
  write_file(&d, "lexicon/nouns.json~", KB_STR("no dictionary"));
  kb_lexicon_close(open_dictionary(&d));
  remove_folder(&d);
}

/** \name Problems */

typedef struct problem {
  kb_error error;
  size_t   n;
} problem;

static void remember(void* user, const kb_error* message)
{
  problem* p = user;
  p->error   = p->n == 0 ? *message : p->error;
  ++p->n;
}

typedef struct wrong {
  const char* path;
  const char* kind;
  const char* entry;
  const char* text; ///< part of the message
} wrong;

static const wrong wrongs[] = {
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"plurals\": [\"فنون\"]}", "فن: \"plurals\" is not known"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"\": 1}", "is not known"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"plural\": \"فنون\"}", "\"plural\" must be a list"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"plural\": [3]}", "\"plural\" must be a list"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"gender\": \"male\"}", "\"gender\" must be m or f"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"human\": \"true\"}", "\"human\" must be true or false"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"freq\": 4}", "\"freq\" must be 0, 1, 2 or 3"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"سلم\"}", "سلم is given twice, first in good.json:4"},
  {"lexicon/v.json", "verbs", "{\"lemma\": \"كتب\", \"root\": \"كتب\", \"form\": \"I\", \"imperfect\": \"y\"}",
   "\"imperfect\" must be a, i or u"},
  {"lexicon/v.json", "verbs", "{\"lemma\": \"كتب\", \"root\": \"كتب\", \"form\": \"I\", \"args\": [\"الى\"]}", "الى"},
  {"lexicon/c.json", "cues", "{\"form\": \"غدا\", \"class\": \"former\", \"value\": 40000}", "\"value\" must be"},
  {"gazetteer/c.json", "countries", "{\"id\": \"X Y\", \"names\": [\"أرض\"]}", "\"id\" must be"},
  {"gazetteer/p.json", "people",
   "{\"id\": \"x\", \"names\": [\"نور\"], \"offices\": [{\"role\": \"king\", \"form\": \"2014\"}]}",
   "x: \"form\" is not known"},
  {"gazetteer/p.json", "people",
   "{\"id\": \"x\", \"names\": [\"نور\"], \"offices\": [{\"role\": \"king\", \"from\": \"12-2014\"}]}",
   "\"from\" must be a date"},
  {"gazetteer/p.json", "people",
   "{\"id\": \"x\", \"names\": [\"نور\"], \"offices\": [{\"role\": \"king\", \"from\": \"2014-02-30\"}]}",
   "\"from\" must be a date"},
  {"gazetteer/p.json", "people", "{\"id\": \"x\", \"names\": [\"نور\"], \"offices\": {\"role\": \"king\"}}",
   "\"offices\" must be a list"},
  {"lexicon/w.json", "weights", "{\"name\": \"x\"}", "weight"},
  {"lexicon/w.json", "weights", "{\"name\": \"x\", \"value\": \"1\"}", "\"value\" must be a number"},
  {"lexicon/p.json", "particles", "{\"pos\": \"PART\"}", "particle"},
  {"lexicon/p.json", "particles", "{\"form\": \"قط\", \"class\": \"nonsense\"}", "particle"},
  {"lexicon/n.json", "numbers", "{\"form\": \"سبعة\"}", "number"},
  {"lexicon/n.json", "numbers", "{\"form\": \"سبعة\", \"value\": -7}", "number"},
  {"lexicon/n.json", "nouns", "{\"gloss\": \"art\"}", "lemma"},
  {"lexicon/n.json", "nouns", "{\"lemma\": \"فن\", \"class\": \"nonsense\"}", "class"},
  {"lexicon/n.json", "nouns", "{\"lemma\": 5}", "lemma"},
  {"lexicon/a.json", "adjectives", "{\"gloss\": \"big\"}", "lemma"},
  {"lexicon/a.json", "adverbs", "{\"gloss\": \"soon\"}", "lemma"},
  {"lexicon/v.json", "verbs", "{\"root\": \"كتب\", \"form\": \"I\"}", "verb"},
  {"lexicon/v.json", "verbs", "{\"lemma\": \"كتب\", \"root\": \"كتب\", \"form\": \"XX\"}", "form"},
  {"lexicon/v.json", "verbs", "{\"lemma\": \"كتب\", \"root\": \"كتم\", \"form\": \"I\"}", "does not follow"},
  {"lexicon/n.json", "names", "{\"kind\": \"given\"}", "name"},
  {"lexicon/n.json", "names", "{\"name\": \"نور\", \"kind\": \"nonsense\"}", "name"},
  {"lexicon/u.json", "units", "{\"lemma\": \"متر\"}", "unit"},
  {"lexicon/r.json", "roles", "{\"ar\": \"وزير\"}", "title"},
  {"gazetteer/c.json", "countries", "{\"id\": \"x\"}", "names"},
  {"gazetteer/c.json", "countries", "{\"id\": \"x\", \"names\": [\"أرض\"], \"capital\": \"y\"}",
   "no gazetteer entry y"},
  {"gazetteer/p.json", "peoples", "{\"names\": [\"قوم\"]}", "id"},
  {"gazetteer/p.json", "places", "{\"id\": \"x\", \"names\": [\"بلدة\"], \"country\": \"y\"}", "no gazetteer entry y"},
  {"gazetteer/o.json", "organisations", "{\"id\": \"x\", \"names\": []}", "names"},
  {"gazetteer/p.json", "people", "{\"id\": \"\", \"names\": [\"نور\"]}", "id"},
  {"frames/p.json", "predicates", "{\"id\": \"likes\"}", "predicate"},
  {"frames/f.json", "frames", "{\"lemma\": \"كتب\", \"type\": \"NONSENSE\"}", "frame"},
  {"frames/f.json", "frames", "{\"lemma\": \"كتب\", \"type\": \"CONSULT\"}", "no such verb"},
  {"frames/f.json", "frames", "{\"lemma\": \"كتب\", \"type\": \"CONSULT\", \"pos\": \"noun\"}", "no such noun"},
  {"frames/f.json", "frames", "{\"lemma\": \"كتب\", \"type\": \"CONSULT\", \"args\": {\"subj\": \"nonsense\"}}",
   "role"},
  {"frames/f.json", "frames", "{\"lemma\": \"كتب\", \"type\": \"CONSULT\", \"args\": {\"nonsense\": \"agent\"}}",
   "slot"},
  {"frames/f.json", "frames", "{\"lemma\": \"كتب\", \"type\": \"CONSULT\", \"speech\": \"nonsense\"}", "speech"},
  {"frames/f.json", "frames", "{\"lemma\": \"سلم\", \"pos\": \"noun\", \"type\": \"NONE\", \"use\": [\"adverb\"]}",
   "use"},
  {"frames/f.json", "frames",
   "{\"lemma\": \"سلم\", \"pos\": \"noun\", \"type\": \"NONE\", \"not\": {\"nonsense\": [\"@any\"]}}", "slot"},
  {"frames/f.json", "frames",
   "{\"lemma\": \"سلم\", \"pos\": \"noun\", \"type\": \"NONE\", \"not\": {\"gen\": [\"@all\"]}}", "no word @all"},
  {"lexicon/c.json", "calendar", "{\"form\": \"غدا\", \"class\": \"nonsense\"}", "cue"},
  {"lexicon/c.json", "cues", "{\"class\": \"former\"}", "cue"},
  {"lexicon/l.json", "letters", "{\"latin\": \"x\"}", "Latin"},
  {"lexicon/l.json", "letters", "{\"ar\": \"سالم\", \"latin\": \"Sālim\"}", "\"latin\" must be text of a-z"},
  {"lexicon/l.json", "letters", "{\"ar\": \"علي\", \"latin\": \"ali\", \"also\": [\"على\"]}", "already"},
};

/// Two words written alike would be one IRI.
static void no_two_words_are_written_alike(void** state)
{
  (void)state;
  const folder d = new_folder();
  problem      p = {.n = 0};
  write_entries(&d, "lexicon/l.json", "letters",
                "{\"ar\": \"س\", \"latin\": \"s\"},\n{\"ar\": \"ص\", \"latin\": \"s\"},\n"
                "{\"ar\": \"سالم\", \"latin\": \"salem\"},\n{\"ar\": \"صالم\", \"latin\": \"salem\"}");
  kb_lexicon* lex = open_dictionary(&d);
  assert_int_equal(kb_lexicon_check(lex, remember, &p), 1);
  assert_int_equal(p.error.line, 5);
  assert_non_null(strstr(p.error.text, "salem"));
  kb_lexicon_close(lex);
  remove_folder(&d);
}

static void wrong_entries_are_problems(void** state)
{
  (void)state;
  for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; ++i) {
    const wrong* w = &wrongs[i];
    const folder d = new_folder();
    problem      p = {.n = 0};
    char         entries[512];
    snprintf(entries, sizeof entries, "\n%s", w->entry); // in line 3
    write_entries(&d, w->path, w->kind, entries);
    write_entries(&d, "lexicon/good.json", "nouns", "\n\n{\"lemma\": \"سلم\"}");
    kb_lexicon* lex = open_dictionary(&d);
    assert_in_range(kb_lexicon_check(lex, remember, &p), 1, 1);
    assert_int_equal(p.n, 1);
    assert_int_equal(p.error.status, KB_E_DATA);
    assert_int_equal(p.error.line, 3);
    assert_true(kb_str_ends(kb_str_of(p.error.source), kb_str_of(w->path)));
    if (!strstr(p.error.text, w->text)) {
      fail_msg("%s: \"%s\" does not tell of \"%s\"", w->entry, p.error.text, w->text);
    }
    kb_reading one;
    assert_int_equal(find_word(lex, "سلم", &one, 1), 1);
    kb_lexicon_close(lex);
    remove_folder(&d);
  }
}

/// Without an id nothing can be told of what they name.
static void entries_of_no_id_name_nothing(void** state)
{
  (void)state;
  static const char* const kinds[] = {"countries", "peoples", "places", "organisations", "people"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
    const folder d = new_folder();
    write_entries(&d, "gazetteer/g.json", kinds[i],
                  "{\"names\": [\"أرض\"]},\n{\"id\": \"x\", \"names\": []},\n{\"id\": \"y\", \"names\": [\"بحر\"]}");
    kb_lexicon* lex = open_dictionary(&d);
    remove_folder(&d);
    assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 2);
    assert_int_equal(kb_lexicon_gaz_count(lex), 1);
    assert_int_equal(kb_lexicon_gaz_by_id(lex, KB_STR("y")), 0);
    assert_int_equal(kb_lexicon_gaz_by_id(lex, KB_STR("x")), KB_NONE);
    char         key[KB_KEY_MAX];
    const size_t n = kb_text_fold(KB_STR("أرض"), key);
    assert_int_equal(kb_lexicon_step(lex, KB_PHRASE_ROOT, (kb_str){key, n}), KB_NONE);
    kb_lexicon_close(lex);
  }
}

static void entries_given_twice_are_problems(void** state)
{
  (void)state;
  const folder d = new_folder();
  problem      p = {.n = 0};
  write_entries(&d, "gazetteer/c.json", "countries", "{\"id\": \"x\", \"names\": [\"أرض\"]}");
  write_entries(&d, "gazetteer/p.json", "places", "\n{\"id\": \"x\", \"names\": [\"بحر\"]}");
  kb_lexicon* lex = open_dictionary(&d);
  assert_int_equal(kb_lexicon_check(lex, remember, &p), 1);
  assert_int_equal(p.error.line, 3);
  assert_string_equal(p.error.text, "x is given twice, first in c.json:2");
  kb_lexicon_close(lex);
  remove_folder(&d);
}

/// Words that are only written alike.
static void homographs_are_no_problem(void** state)
{
  (void)state;
  const folder d = new_folder();
  kb_reading   two[2];
  write_entries(&d, "lexicon/n.json", "nouns",
                "{\"lemma\": \"عين\", \"class\": \"body\"},\n{\"lemma\": \"عين\", \"class\": \"place\"}");
  kb_lexicon* lex = open_dictionary(&d);
  assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 0);
  assert_int_equal(find_word(lex, "عين", two, 2), 2);
  kb_lexicon_close(lex);
  remove_folder(&d);
}

/// Entries at the limits of what words can be: nothing is written out of bounds.
static void entries_of_every_length(void** state)
{
  (void)state;
  static const struct {
    const char* path;
    const char* kind;
    const char* format;
  } shapes[] = {
    {"lexicon/n.json", "nouns", "{\"lemma\": \"%s\", \"plural\": [\"%s\", \"ون\", \"ات\"]}"},
    {"lexicon/a.json", "adjectives", "{\"lemma\": \"%s\", \"feminine\": \"%sية\", \"plural\": [\"ون\"]}"},
    {"lexicon/a.json", "adjectives", "{\"lemma\": \"%sى\", \"plural\": [\"%s\"]}"},
    {"lexicon/v.json", "verbs", "{\"lemma\": \"%s\", \"root\": \"%s\", \"form\": \"I\"}"},
    {"lexicon/n.json", "names", "{\"name\": \"ال%s %s\", \"kind\": \"given\"}"},
    {"lexicon/u.json", "units", "{\"lemma\": \"%s\", \"id\": \"u\", \"plural\": [\"%s\"]}"},
    {"lexicon/r.json", "roles", "{\"ar\": \"%s\", \"en\": \"%s\"}"},
    {"lexicon/r.json", "roles", "{\"ar\": \"%s ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك\", \"en\": \"%s\"}"},
    {"gazetteer/c.json", "countries", "{\"id\": \"x\", \"names\": [\"%s\"], \"demonym\": [\"%s\"]}"},
    {"lexicon/c.json", "cues", "{\"form\": \"%s %s\", \"class\": \"former\"}"},
  };
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; ++i) {
    for (size_t n = 1; n < 300; n += n < 50 || n > 70 ? 23 : 1) {
      char word[601], entry[2000];
      for (size_t k = 0; k < n; ++k) {
        memcpy(word + 2 * k, "ط", 2);
      }
      word[2 * n] = '\0';
      snprintf(entry, sizeof entry, shapes[i].format, word, word);
      const folder d = new_folder();
      write_entries(&d, shapes[i].path, shapes[i].kind, entry);
      kb_lexicon_close(open_dictionary(&d));
      remove_folder(&d);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(no_directory_no_dictionaries),     cmocka_unit_test(bad_json_is_told_with_its_line),
    cmocka_unit_test(commas_and_ends_are_needed),       cmocka_unit_test(a_file_of_no_kind_is_refused),
    cmocka_unit_test(white_space_does_not_count),       cmocka_unit_test(other_files_are_left_alone),
    cmocka_unit_test(wrong_entries_are_problems),       cmocka_unit_test(entries_of_no_id_name_nothing),
    cmocka_unit_test(entries_given_twice_are_problems), cmocka_unit_test(homographs_are_no_problem),
    cmocka_unit_test(no_two_words_are_written_alike),   cmocka_unit_test(entries_of_every_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
