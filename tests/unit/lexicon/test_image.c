/// The compiled image: the same answers as the dictionaries it was made of; one that does not fit is passed over.
#include "../../support/dictionary.h"

static const char* ontology;
static folder      place;
static char        image[128];
static kb_lexicon* from_json;
static kb_lexicon* from_image;

static kb_lexicon* open_with(const char* path)
{
  kb_lexicon* lex = NULL;
  kb_error    err = {0};
  if (kb_lexicon_open(&lex, &ontology, 1, path, &err) != KB_OK) {
    fail_msg("%s:%zu: %s", err.source, err.line, err.text);
  }
  return lex;
}

static int compile(void** state)
{
  (void)state;
  kb_error err = {0};
  ontology     = ontology_folder();
  place        = new_folder();
  snprintf(image, sizeof image, "%s/lexicon.image", place.dir);
  if (kb_lexicon_compile(&ontology, 1, image, NULL, NULL, &err) != KB_OK) {
    return -1;
  }
  from_json  = open_with(NULL);
  from_image = open_with(image);
  return 0;
}

static int clean_up(void** state)
{
  (void)state;
  kb_lexicon_close(from_json);
  kb_lexicon_close(from_image);
  remove_folder(&place);
  return 0;
}

static void assert_same(kb_str a, kb_str b)
{
  assert_int_equal(a.n, b.n);
  assert_memory_equal(a.p, b.p, a.n);
}

static void assert_same_frames(uint32_t a, uint32_t b)
{
  for (; a != KB_NONE; a = kb_lexicon_frame(from_json, a)->next) {
    assert_int_equal(a, b);
    const kb_frame* f = kb_lexicon_frame(from_json, a);
    const kb_frame* g = kb_lexicon_frame(from_image, b);
    assert_same(f->lemma, g->lemma);
    assert_same(f->type, g->type);
    assert_same(f->mode, g->mode);
    assert_same(f->predicate, g->predicate);
    assert_same(f->context, g->context);
    assert_same(f->cameo, g->cameo);
    assert_memory_equal(f->args, g->args, sizeof f->args);
    assert_int_equal(f->light, g->light);
    assert_int_equal(f->none, g->none);
    assert_int_equal(f->use, g->use);
    assert_int_equal(f->n_conditions, g->n_conditions);
    b = g->next;
  }
  assert_int_equal(a, b);
}

static void lexemes_and_frames_are_the_same(void** state)
{
  (void)state;
  assert_int_equal(kb_lexicon_count(from_json), kb_lexicon_count(from_image));
  for (uint32_t i = 0; i < kb_lexicon_count(from_json); ++i) {
    const kb_lexeme* a = kb_lexicon_lexeme(from_json, i);
    const kb_lexeme* b = kb_lexicon_lexeme(from_image, i);
    assert_same(a->lemma, b->lemma);
    assert_same(a->root, b->root);
    assert_same(a->gloss, b->gloss);
    assert_memory_equal(&a->feats, &b->feats, sizeof a->feats);
    assert_int_equal(a->args, b->args);
    assert_int_equal(a->gaz, b->gaz);
    assert_int_equal(a->base, b->base);
    assert_int_equal(a->particle, b->particle);
    assert_true(a->value == b->value);
    assert_same_frames(a->frame, b->frame);
    assert_int_equal(kb_lexicon_by_lemma(from_json, a->lemma, KB_NONE),
                     kb_lexicon_by_lemma(from_image, a->lemma, KB_NONE));
  }
}

static void assert_found_the_same(kb_str word)
{
  char         bare[KB_KEY_MAX], key[KB_KEY_MAX];
  kb_reading   a[24], b[24];
  const kb_str w = {bare, kb_text_bare(word, bare)}, k = {key, kb_text_fold(word, key)};
  const size_t n = kb_lexicon_find(from_json, w, k, a, 24);
  assert_int_equal(kb_lexicon_find(from_image, w, k, b, 24), n);
  for (size_t i = 0; i < n; ++i) {
    assert_int_equal(a[i].lexeme, b[i].lexeme);
    assert_int_equal(a[i].layer, b[i].layer);
    assert_memory_equal(&a[i].feats, &b[i].feats, sizeof a[i].feats);
  }
}

typedef struct cells {
  size_t n;
  kb_buf text;
} cells;

static void look_cell_up(void* user, const kb_lexeme* verb, kb_feats feats, kb_str surface)
{
  cells* c = user;
  (void)verb, (void)feats;
  ++c->n;
  kb_buf_add(&c->text, surface);
  assert_found_the_same(surface);
}

static void words_are_found_the_same(void** state)
{
  (void)state;
  cells json = {.n = 0}, loaded = {.n = 0};
  for (uint32_t i = 0; i < kb_lexicon_count(from_json); i += 7) {
    const kb_lexeme* x = kb_lexicon_lexeme(from_json, i);
    assert_found_the_same(x->lemma);
    if (x->kind == KB_LEX_VERB) {
      assert_int_equal(kb_lexicon_inflect(from_json, i, look_cell_up, &json, NULL), KB_OK);
      assert_int_equal(kb_lexicon_inflect(from_image, i, look_cell_up, &loaded, NULL), KB_OK);
    }
  }
  assert_in_range(json.n, 1000, 10000000);
  assert_int_equal(json.n, loaded.n);
  assert_same(kb_buf_as_str(&json.text), kb_buf_as_str(&loaded.text));
  kb_buf_release(&json.text);
  kb_buf_release(&loaded.text);
}

static void gazetteer_is_the_same(void** state)
{
  (void)state;
  assert_int_equal(kb_lexicon_gaz_count(from_json), kb_lexicon_gaz_count(from_image));
  for (uint32_t i = 0; i < kb_lexicon_gaz_count(from_json); ++i) {
    const kb_gaz* a = kb_lexicon_gaz(from_json, i);
    const kb_gaz* b = kb_lexicon_gaz(from_image, i);
    assert_same(a->id, b->id);
    assert_same(a->name, b->name);
    assert_same(a->qid, b->qid);
    assert_same(a->sector, b->sector);
    assert_int_equal(a->country, b->country);
    assert_int_equal(a->metonym, b->metonym);
    assert_int_equal(a->n_offices, b->n_offices);
    assert_int_equal(kb_lexicon_gaz_by_id(from_image, a->id), kb_lexicon_gaz_by_id(from_json, a->id));
    for (uint32_t k = a->first_office; k < a->first_office + a->n_offices; ++k) {
      assert_same(kb_lexicon_office(from_json, k)->role_en, kb_lexicon_office(from_image, k)->role_en);
    }
  }
}

static void phrases_and_labels_are_the_same(void** state)
{
  (void)state;
  static const char* const paths[][4] = {
    {"الولايات", "المتحده"}, {"وزير", "الخارجيه"}, {"تشرين", "الثاني"}, {"كيلومتر", "مربع"}, {"اول", "من", "امس"},
  };
  for (size_t i = 0; i < sizeof paths / sizeof *paths; ++i) {
    uint32_t a = KB_PHRASE_ROOT, b = KB_PHRASE_ROOT;
    for (size_t k = 0; k < 4 && paths[i][k]; ++k) {
      a = kb_lexicon_step(from_json, a, kb_str_of(paths[i][k]));
      b = kb_lexicon_step(from_image, b, kb_str_of(paths[i][k]));
      assert_int_not_equal(a, KB_NONE);
      assert_int_equal(a, b);
    }
    const uint32_t p = kb_lexicon_ends(from_json, a);
    assert_int_not_equal(p, KB_NONE);
    assert_int_equal(p, kb_lexicon_ends(from_image, b));
    assert_int_equal(kb_lexicon_phrase(from_json, p)->kind, kb_lexicon_phrase(from_image, p)->kind);
    assert_int_equal(kb_lexicon_phrase(from_json, p)->id, kb_lexicon_phrase(from_image, p)->id);
  }
  kb_str en[2], ar[2], latin[2];
  assert_true(kb_lexicon_predicate(from_json, KB_STR("rejects"), &en[0], &ar[0]));
  assert_true(kb_lexicon_predicate(from_image, KB_STR("rejects"), &en[1], &ar[1]));
  assert_same(en[0], en[1]);
  assert_same(ar[0], ar[1]);
  assert_false(kb_lexicon_predicate(from_image, KB_STR("nonsense"), &en[1], &ar[1]));
  assert_true(kb_lexicon_latin(from_json, KB_STR("ش"), &latin[0]));
  assert_true(kb_lexicon_latin(from_image, KB_STR("ش"), &latin[1]));
  assert_same(latin[0], latin[1]);
  assert_true(kb_lexicon_weight(from_json, KB_STR("guess"), 99) == kb_lexicon_weight(from_image, KB_STR("guess"), 99));
  assert_true(kb_lexicon_weight(from_image, KB_STR("guess"), 99) != 99);
}

/** \name Images that do not fit, of small dictionaries */

typedef struct small {
  folder d;
  char   image[128];
  kb_str bytes; ///< of the good image, from malloc
} small;

static small new_small(void)
{
  small       s   = {.d = new_folder()};
  const char* dir = s.d.dir;
  kb_error    err = {0};
  snprintf(s.image, sizeof s.image, "%s/lexicon.image", dir);
  write_entries(&s.d, "lexicon/nouns.json", "nouns", "{\"lemma\": \"فن\", \"gloss\": \"art\"}");
  write_entries(&s.d, "gazetteer/places.json", "places",
                "{\"id\": \"x\", \"en\": \"X\", \"names\": [\"مدينة الورد\"]}");
  assert_int_equal(kb_lexicon_compile(&dir, 1, s.image, NULL, NULL, &err), KB_OK);
  s.bytes = read_file(s.image);
  return s;
}

static void remove_small(small* s)
{
  remove_folder(&s->d);
  free((char*)s->bytes.p);
}

/// Open with the image as it lies there: the dictionaries must answer.
static void assert_answers(const small* s, const char* path)
{
  const char* dir = s->d.dir;
  kb_lexicon* lex = NULL;
  kb_error    err = {0};
  kb_reading  one;
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, path, &err), KB_OK);
  assert_int_equal(kb_lexicon_count(lex), 3); // فن, مدينة, الورد
  assert_int_equal(find_word(lex, "فنا", &one, 1), 1);
  assert_string_equal(kb_lexicon_lexeme(lex, one.lexeme)->gloss.p, "art");
  assert_int_equal(kb_lexicon_gaz_by_id(lex, KB_STR("x")), 0);
  kb_lexicon_close(lex);
}

static void assert_passed_over(const small* s, kb_str bytes)
{
  write_file(&s->d, "lexicon.image", bytes);
  assert_answers(s, s->image);
}

static void count(void* user, const kb_error* message)
{
  *(size_t*)user += message->status == KB_E_DATA && message->line == 3;
}

/// Problems are told of the dictionaries only, which shows that the image is what was opened.
static void a_good_image_is_loaded(void** state)
{
  (void)state;
  const folder d   = new_folder();
  const char*  dir = d.dir;
  kb_lexicon*  lex = NULL;
  kb_error     err = {0};
  size_t       n   = 0;
  char         path[128];
  snprintf(path, sizeof path, "%s/lexicon.image", d.dir);
  write_entries(&d, "lexicon/nouns.json", "nouns", "{\"lemma\": \"فن\"},\n{\"gloss\": \"no lemma\"}");
  assert_int_equal(kb_lexicon_compile(&dir, 1, path, count, &n, &err), KB_OK);
  assert_int_equal(n, 1);
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, NULL, &err), KB_OK);
  assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 1);
  kb_lexicon_close(lex);
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, path, &err), KB_OK);
  assert_int_equal(kb_lexicon_check(lex, NULL, NULL), 0);
  kb_lexicon_close(lex);
  remove_folder(&d);
}

static void missing_or_foreign_files(void** state)
{
  (void)state;
  small s = new_small();
  assert_answers(&s, s.image);
  assert_answers(&s, NULL);
  assert_answers(&s, "/nowhere/lexicon.image");
  assert_answers(&s, s.d.dir); // a directory
  assert_passed_over(&s, KB_STR(""));
  assert_passed_over(&s, KB_STR("khabar02"));
  assert_passed_over(
    &s, KB_STR("not an image but some text that is long enough to hold a header of one, as its bytes are many"));
  remove_small(&s);
}

static void truncated_or_longer_images(void** state)
{
  (void)state;
  small        s      = new_small();
  const size_t cuts[] = {1, 8, 55, 56, 57, 64, 65, 72, 4096, s.bytes.n / 2, s.bytes.n - 4, s.bytes.n - 1};
  for (size_t i = 0; i < sizeof cuts / sizeof *cuts; ++i) {
    assert_passed_over(&s, (kb_str){s.bytes.p, cuts[i]});
  }
  kb_buf longer = {0};
  kb_buf_add(&longer, s.bytes);
  kb_buf_byte(&longer, 0);
  assert_passed_over(&s, kb_buf_as_str(&longer));
  kb_buf_release(&longer);
  remove_small(&s);
}

/// One wrong bit anywhere: in the header, in the structs, in strings, in the list of pointers.
static void corrupt_images(void** state)
{
  (void)state;
  small s     = new_small();
  char* bytes = (char*)s.bytes.p;
  for (size_t i = 0; i < s.bytes.n; i = i < 2000 ? i + 7 : i * 3 / 2) {
    bytes[i] ^= 0x40;
    assert_passed_over(&s, s.bytes);
    bytes[i] ^= 0x40;
  }
  for (size_t back = 1; back < 400; back += 9) {
    bytes[s.bytes.n - back] ^= 1;
    assert_passed_over(&s, s.bytes);
    bytes[s.bytes.n - back] ^= 1;
  }
  remove_small(&s);
}

static void stale_images(void** state)
{
  (void)state;
  small       s   = new_small();
  const char* dir = s.d.dir;
  kb_lexicon* lex = NULL;
  kb_error    err = {0};
  write_entries(&s.d, "lexicon/nouns.json", "nouns", "{\"lemma\": \"فن\", \"gloss\": \"aRt\"}"); // as long as before
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, s.image, &err), KB_OK);
  assert_string_equal(kb_lexicon_lexeme(lex, 0)->gloss.p, "aRt");
  kb_lexicon_close(lex);
  write_entries(&s.d, "lexicon/nouns.json", "nouns", "{\"lemma\": \"فن\", \"gloss\": \"art\"}");
  assert_answers(&s, s.image);
  write_entries(&s.d, "lexicon/more.json", "nouns", "{\"lemma\": \"سلم\", \"gloss\": \"peace\"}");
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, s.image, &err), KB_OK);
  assert_int_equal(kb_lexicon_count(lex), 4);
  kb_lexicon_close(lex);
  remove_small(&s);
}

static void an_image_that_cannot_be_written(void** state)
{
  (void)state;
  small       s       = new_small();
  const char* dir     = s.d.dir;
  const char* nowhere = "/nowhere";
  kb_error    err     = {0};
  assert_int_equal(kb_lexicon_compile(&dir, 1, "/nowhere/lexicon.image", NULL, NULL, &err), KB_E_IO);
  assert_string_equal(err.source, "/nowhere/lexicon.image");
  err = (kb_error){0};
  assert_int_equal(kb_lexicon_compile(&nowhere, 1, s.image, NULL, NULL, &err), KB_E_DATA);
  assert_answers(&s, s.image); // the old one is still there
  remove_small(&s);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(lexemes_and_frames_are_the_same),
    cmocka_unit_test(words_are_found_the_same),
    cmocka_unit_test(gazetteer_is_the_same),
    cmocka_unit_test(phrases_and_labels_are_the_same),
    cmocka_unit_test(a_good_image_is_loaded),
    cmocka_unit_test(missing_or_foreign_files),
    cmocka_unit_test(truncated_or_longer_images),
    cmocka_unit_test(corrupt_images),
    cmocka_unit_test(stale_images),
    cmocka_unit_test(an_image_that_cannot_be_written),
  };
  return cmocka_run_group_tests(tests, compile, clean_up);
}
