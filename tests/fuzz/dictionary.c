/// Dictionaries: any JSON is read, refused with its line, or has its wrong entries left out.
#include "fuzz.h"

#include "khabar/lexicon.h"
#include "khabar/read.h"

static const char* const kinds[] = {"adjectives", "adverbs",       "calendar",  "countries", "cues",
                                    "frames",     "letters",       "names",     "nouns",     "numbers",
                                    "people",     "organisations", "particles", "peoples",   "places",
                                    "predicates", "roles",         "units",     "verbs",     "weights"};
enum { KINDS = sizeof kinds / sizeof *kinds };

static void write_dictionary(const char* name, const char* kind, kb_str entries)
{
  kb_buf text = {0};
  kb_buf_printf(&text, "{\"kind\":\"%s\",\"licence\":\"CC-BY-4.0\",\"entries\":[\n", kind);
  kb_buf_add(&text, entries);
  kb_buf_text(&text, "\n]}\n");
  write_file(own_folder(), name, kb_buf_as_str(&text));
  kb_buf_release(&text);
}

static void see_form(void* user, const kb_lexeme* verb, kb_feats feats, kb_str surface)
{
  (void)verb;
  (void)feats;
  *(size_t*)user += surface.n;
}

/// What has been read can be looked up.
static void look_up(const kb_lexicon* lex)
{
  size_t letters = 0;
  for (uint32_t id = 0; id < kb_lexicon_count(lex); ++id) {
    const kb_lexeme* x = kb_lexicon_lexeme(lex, id);
    char             bare[KB_KEY_MAX], key[KB_KEY_MAX];
    kb_reading       found[8];
    const kb_str     b = {bare, kb_text_bare(x->lemma, bare)}, k = {key, kb_text_fold(x->lemma, key)};
    const size_t     n = kb_lexicon_find(lex, b, k, found, 8);
    for (size_t i = 0; i < n; ++i) {
      assert_in_range(found[i].lexeme, 0, kb_lexicon_count(lex) - 1);
    }
    if (x->kind == KB_LEX_VERB) {
      assert_int_equal(kb_lexicon_inflect(lex, id, see_form, &letters, NULL), KB_OK);
    }
    for (uint32_t f = x->frame; f != KB_NONE; f = kb_lexicon_frame(lex, f)->next) {
      assert_true(kb_lexicon_frame(lex, f)->type.n > 0);
    }
  }
  for (uint32_t id = 0; id < kb_lexicon_gaz_count(lex); ++id) {
    assert_true(kb_lexicon_gaz(lex, id)->id.n > 0);
  }
}

static void open_lexicon(void)
{
  const char*     dir = own_folder()->dir;
  kb_lexicon*     lex = NULL;
  kb_error        err = {0};
  const kb_status st  = kb_lexicon_open(&lex, &dir, 1, NULL, &err);
  assert_int_equal(st, err.status);
  assert_true(st == KB_OK || st == KB_E_DATA);
  if (st == KB_OK) {
    look_up(lex);
    kb_lexicon_check(lex, NULL, NULL);
  }
  kb_lexicon_close(lex);
}

static void open_boilerplate(void)
{
  const char*     dir  = own_folder()->dir;
  kb_boilerplate* cues = NULL;
  kb_error        err  = {0};
  const kb_status st   = kb_boilerplate_open(&cues, &dir, 1, &err);
  assert_int_equal(st, err.status);
  kb_boilerplate_close(cues);
}

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t n)
{
  const size_t way   = choose_way(&data, &n, KINDS + 2);
  const kb_str bytes = bytes_of(data, n);
  clear_folder(own_folder());
  if (way < KINDS) {
    write_dictionary("lexicon/nouns.json", "nouns",
                     KB_STR("{\"lemma\": \"مدينة\", \"gender\": \"f\", \"gloss\": \"city\"}"));
    write_dictionary("lexicon/entries.json", kinds[way], bytes);
    open_lexicon();
  } else if (way == KINDS) {
    write_file(own_folder(), "lexicon/entries.json", bytes);
    open_lexicon();
  } else {
    write_dictionary("sources/boilerplate.json", "boilerplate", bytes);
    open_boilerplate();
  }
  return 0;
}
