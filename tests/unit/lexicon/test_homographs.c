/// Verbs that share a lemma and a form: all of them are kept, found and inflected, and a frame says which it means.
#include "../../support/dictionary.h"

static const char verbs[] =
  "{\"lemma\": \"ضاع\", \"root\": \"ضوع\", \"form\": \"I\", \"imperfect\": \"u\", \"freq\": 0, \"gloss\": "
  "\"spread\"},\n"
  "{\"lemma\": \"ضاع\", \"root\": \"ضيع\", \"form\": \"I\", \"imperfect\": \"i\", \"args\": [\"من\"], \"gloss\": "
  "\"be lost\"},\n"
  "{\"lemma\": \"ضاع\", \"root\": \"ضيع\", \"form\": \"I\", \"imperfect\": \"a\", \"freq\": 0, \"gloss\": \"old\"},\n"
  "{\"lemma\": \"حل\", \"root\": \"حلل\", \"form\": \"I\", \"imperfect\": \"u\", \"args\": [\"obj\"], \"gloss\": "
  "\"solve\"},\n"
  "{\"lemma\": \"حل\", \"root\": \"حلل\", \"form\": \"I\", \"imperfect\": \"i\", \"gloss\": \"befall\"}";

static kb_lexicon* open_with_frame(const char* frame)
{
  const folder d = new_folder();
  write_entries(&d, "lexicon/verbs.json", "verbs", verbs);
  write_entries(&d, "frames/frames.json", "frames", frame);
  kb_lexicon* lex = open_dictionary(&d);
  remove_folder(&d);
  return lex;
}

static int open_verbs(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(&d, "lexicon/verbs.json", "verbs", verbs);
  return take_dictionary(&d);
}

/// The glosses of all verbs with a lemma, in the order in which they are found.
static void assert_verbs(const kb_lexicon* lex, const char* lemma, const char* expected)
{
  kb_buf out = {0};
  for (uint32_t i = kb_lexicon_by_lemma(lex, kb_str_of(lemma), KB_NONE); i != KB_NONE;
       i          = kb_lexicon_by_lemma(lex, kb_str_of(lemma), i)) {
    const kb_lexeme* x = kb_lexicon_lexeme(lex, i);
    if (x->kind == KB_LEX_VERB) {
      kb_buf_printf(&out, "%s%s", out.n ? ", " : "", x->gloss.p);
    }
  }
  kb_buf_byte(&out, '\0');
  assert_string_equal(out.p, expected);
  kb_buf_release(&out);
}

static void ordinary_verbs_are_found_first(void** state)
{
  (void)state;
  assert_verbs(lexicon, "ضاع", "be lost, spread, old");
  assert_verbs(lexicon, "حل", "befall, solve");
}

static void remember_3ms(void* user, const kb_lexeme* verb, kb_feats f, kb_str surface)
{
  (void)verb;
  if (f.aspect == KB_IMPERFECT && f.mood == KB_INDICATIVE && f.voice == KB_ACTIVE && f.person == 3 &&
      f.gender == KB_MASC && f.number == KB_SING) {
    kb_buf_add(user, surface);
    kb_buf_byte(user, ' ');
  }
}

static void each_has_its_own_paradigm(void** state)
{
  (void)state;
  kb_buf   out = {0};
  kb_error err = {0};
  for (uint32_t i = kb_lexicon_by_lemma(lexicon, KB_STR("ضاع"), KB_NONE); i != KB_NONE;
       i          = kb_lexicon_by_lemma(lexicon, KB_STR("ضاع"), i)) {
    if (kb_lexicon_lexeme(lexicon, i)->kind == KB_LEX_VERB) {
      assert_int_equal(kb_lexicon_inflect(lexicon, i, remember_3ms, &out, &err), KB_OK);
    }
  }
  kb_buf_byte(&out, '\0');
  assert_string_equal(out.p, "يضيع يضوع يضاع ");
  kb_buf_release(&out);
}

/// How many verbs a word may be a form of.
static void assert_readings(const char* word, const char* gloss)
{
  kb_reading   found[16];
  const size_t n   = find_word(lexicon, word, found, 16);
  size_t       got = 0;
  for (size_t i = 0; i < n; ++i) {
    const kb_lexeme* x = kb_lexicon_lexeme(lexicon, found[i].lexeme);
    got += x->kind == KB_LEX_VERB && kb_str_eq(x->gloss, kb_str_of(gloss));
  }
  assert_true(got > 0);
}

static void all_are_looked_up(void** state)
{
  (void)state;
  assert_readings("يضيع", "be lost");
  assert_readings("يضوع", "spread");
  assert_readings("ضاعت", "be lost");
  assert_readings("ضاعت", "spread");
}

static void a_participle_is_of_the_ordinary_verb(void** state)
{
  (void)state;
  kb_reading found[8];
  assert_int_equal(find_word(lexicon, "ضائع", found, 8), 1);
  const kb_lexeme* x = kb_lexicon_lexeme(lexicon, found[0].lexeme);
  assert_string_equal(kb_lexicon_lexeme(lexicon, x->base)->gloss.p, "be lost");
}

/// Which verbs have a frame.
static void assert_framed(const char* frame, const char* lemma, const char* expected)
{
  kb_lexicon* lex = open_with_frame(frame);
  kb_buf      out = {0};
  assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 0);
  for (uint32_t i = kb_lexicon_by_lemma(lex, kb_str_of(lemma), KB_NONE); i != KB_NONE;
       i          = kb_lexicon_by_lemma(lex, kb_str_of(lemma), i)) {
    const kb_lexeme* x = kb_lexicon_lexeme(lex, i);
    if (x->frame != KB_NONE) {
      kb_buf_printf(&out, "%s%s", out.n ? ", " : "", x->gloss.p);
    }
  }
  kb_buf_byte(&out, '\0');
  assert_string_equal(out.n ? out.p : "", expected);
  kb_buf_release(&out);
  kb_lexicon_close(lex);
}

static void a_frame_says_which_verb_it_means(void** state)
{
  (void)state;
  assert_framed("{\"lemma\": \"ضاع\", \"type\": \"OTHER\"}", "ضاع", "be lost");
  assert_framed("{\"lemma\": \"ضاع\", \"type\": \"OTHER\", \"root\": \"ضوع\"}", "ضاع", "spread");
  assert_framed("{\"lemma\": \"ضاع\", \"type\": \"OTHER\", \"root\": \"ضيع\"}", "ضاع", "be lost, old");
  assert_framed("{\"lemma\": \"حل\", \"type\": \"AGREE\"}", "حل", "befall, solve");
  assert_framed("{\"lemma\": \"حل\", \"type\": \"AGREE\", \"imperfect\": \"u\"}", "حل", "solve");
}

static void a_frame_of_no_such_verb_is_a_problem(void** state)
{
  (void)state;
  static const char* const frames[] = {
    "{\"lemma\": \"ضاع\", \"type\": \"OTHER\", \"root\": \"ضعع\"}",
    "{\"lemma\": \"حل\", \"type\": \"AGREE\", \"imperfect\": \"a\"}",
    "{\"lemma\": \"حل\", \"type\": \"AGREE\", \"imperfect\": \"o\"}",
  };
  for (size_t i = 0; i < sizeof frames / sizeof *frames; ++i) {
    kb_lexicon* lex = open_with_frame(frames[i]);
    assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 1);
    kb_lexicon_close(lex);
  }
}

static void only_the_same_verb_is_given_twice(void** state)
{
  (void)state;
  const folder d = new_folder();
  assert_int_equal(kb_lexicon_check(lexicon, NULL, NULL), 0);
  write_entries(&d, "lexicon/a.json", "verbs", verbs);
  write_entries(&d, "lexicon/b.json", "verbs",
                "{\"lemma\": \"ضاع\", \"root\": \"ضوع\", \"form\": \"I\", \"imperfect\": \"u\"}");
  kb_lexicon* lex = open_dictionary(&d);
  assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 1);
  assert_verbs(lex, "ضاع", "be lost, spread, old");
  kb_lexicon_close(lex);
  remove_folder(&d);
}

static void a_later_directory_replaces_only_its_root(void** state)
{
  (void)state;
  const folder      base = new_folder(), mine = new_folder();
  const char* const dirs[] = {base.dir, mine.dir};
  kb_lexicon*       lex    = NULL;
  kb_error          err    = {0};
  write_entries(&base, "lexicon/verbs.json", "verbs", verbs);
  write_entries(&mine, "lexicon/verbs.json", "verbs",
                "{\"lemma\": \"ضاع\", \"root\": \"ضوع\", \"form\": \"I\", \"imperfect\": \"u\", \"gloss\": \"smell\"}");
  assert_int_equal(kb_lexicon_open(&lex, dirs, 2, NULL, &err), KB_OK);
  assert_verbs(lex, "ضاع", "smell, be lost, old");
  kb_lexicon_close(lex);
  remove_folder(&base);
  remove_folder(&mine);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(ordinary_verbs_are_found_first),
    cmocka_unit_test(each_has_its_own_paradigm),
    cmocka_unit_test(all_are_looked_up),
    cmocka_unit_test(a_participle_is_of_the_ordinary_verb),
    cmocka_unit_test(a_frame_says_which_verb_it_means),
    cmocka_unit_test(a_frame_of_no_such_verb_is_a_problem),
    cmocka_unit_test(only_the_same_verb_is_given_twice),
    cmocka_unit_test(a_later_directory_replaces_only_its_root),
  };
  return cmocka_run_group_tests(tests, open_verbs, close_lexicon);
}
