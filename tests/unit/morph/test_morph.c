/// What holds for the words of every text: order, spans, readings; the cache, time and memory. How single words are
/// read is in tests/morph/cases.txt.
#include "../../support/bounds.h"

/** \name Invariants */

static void assert_word(const kb_doc* doc, uint32_t w)
{
  const kb_word*  x = &doc->words.v[w];
  const kb_token* t = &doc->tokens.v[x->token];
  assert_in_range(x->span.start, t->span.start, x->span.end);
  assert_in_range(x->span.end, x->span.start, t->span.end);
  assert_true(x->form.n > 0 && x->lemma.n > 0);
  assert_in_range(x->feats.upos, 0, KB_UPOS_COUNT - 1);
  assert_in_range(x->score, 0, 100);
  assert_in_range(x->layer, KB_LAYER_EXACT, KB_LAYER_TA);
  assert_true(x->lexeme == KB_NONE || x->lexeme < kb_lexicon_count(bench.lexicon));
  const bool known = x->lexeme != KB_NONE || x->clitic != KB_CLITIC_NONE;
  assert_true(known || x->feats.guessed || x->feats.upos == KB_X || t->kind != KB_TOKEN_WORD);
  char         key[KB_KEY_MAX];
  const size_t n = kb_text_fold(x->form, key);
  assert_true(n ? kb_str_eq(x->key, (kb_str){key, n}) : x->key.n > 0); // what has no folded form keeps its own
}

static void assert_sound(const kb_doc* doc)
{
  uint32_t w = 0;
  for (uint32_t t = 0; t < doc->tokens.n; ++t) {
    const kb_token* x   = &doc->tokens.v[t];
    uint32_t        end = x->span.start;
    assert_int_equal(x->first_word, w);
    assert_in_range(x->n_words, 1, 8);
    unsigned stems = 0;
    for (; w < x->first_word + x->n_words; ++w) {
      assert_int_equal(doc->words.v[w].token, t);
      assert_in_range(doc->words.v[w].span.start, end, x->span.end);
      end = doc->words.v[w].span.end;
      stems += doc->words.v[w].clitic == KB_CLITIC_NONE;
      assert_word(doc, w);
    }
    assert_int_equal(stems, 1);
  }
  assert_int_equal(w, doc->words.n);
  for (uint32_t s = 0; s < doc->sentences.n; ++s) {
    const kb_sentence* x    = &doc->sentences.v[s];
    const kb_token*    last = &doc->tokens.v[x->first_token + x->n_tokens - 1];
    assert_int_equal(x->first_word, doc->tokens.v[x->first_token].first_word);
    assert_int_equal(x->first_word + x->n_words, last->first_word + last->n_words);
  }
}

/** \name Words of every kind */

static void kinds_of_tokens_have_their_part_of_speech(void** state)
{
  (void)state;
  const kb_doc doc = analyse("زار 25 شخصا موقع Reuters, نعم", KB_STAGE_MORPH);
  assert_sound(&doc);
  assert_int_equal(doc.words.v[1].feats.upos, KB_NUM);
  assert_int_equal(doc.words.v[4].feats.upos, KB_X);
  assert_int_equal(doc.words.v[5].feats.upos, KB_PUNCT);
}

static void unknown_words_are_guessed_and_say_so(void** state)
{
  (void)state;
  static const char* const words[] = {"زغطرون", "البغطريني", "وفلغزور", "غظخشثقفعه"};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    const kb_doc doc = analyse(words[i], KB_STAGE_MORPH);
    assert_sound(&doc);
    bool guessed = false;
    for (uint32_t w = 0; w < doc.words.n; ++w) {
      guessed |= doc.words.v[w].feats.guessed;
    }
    assert_true(guessed);
  }
}

static void odd_texts_have_sound_words(void** state)
{
  (void)state;
  static const char* const texts[] = {
    "",           ".",
    "و",          "ال",
    "لل",         "ولل",
    "بال",        "وبال",
    "فبال",       "ه",
    "ها",         "كما",
    "بها",        "لهم",
    "وبهما",      "سي",
    "سال",        "وسي",
    "للل",        "الال",
    "َ",           "ـ",
    "ـَـ",         "ـــ",
    "ءءء",        "ىىى",
    "ةةة",        "ﷲ",
    "ﷺ",          "ﻻ",
    "ﻓﻨﻮﻥ",       "گچپ",
    "قالَ",        "كتـــاب",
    "ا",          "اا",
    "و و",        "2015م",
    "الـ24",      "x",
    "ééé",        "日本語",
    "😀",          "\xE2\x80\x8F",
    "a\xCC\x81",  "ب\xE2\x80\x8Cه",
    "لا\xD9\x93", "أأأأ",
    "ؤئء",        "وو",
    "وووو",       "بلل",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    const kb_doc doc = analyse(texts[i], KB_STAGE_MORPH);
    assert_sound(&doc);
  }
}

/// Around the length that look-up handles, a word is still a word.
static void words_of_every_length(void** state)
{
  (void)state;
  static const char* const letters[] = {"ب", "و", "ل", "ه", "ن", "ا", "\xD9\x8E", "س"};
  for (size_t k = 0; k < sizeof letters / sizeof *letters; ++k) {
    for (size_t n = 1; n < 400; n += n < 50 || (n > 70 && n < 115) || n > 140 ? 17 : 1) {
      kb_buf text = {0};
      kb_buf_text(&text, "قال ");
      for (size_t i = 0; i < n; ++i) {
        kb_buf_text(&text, letters[k]);
      }
      kb_buf_text(&text, "ها ثم");
      kb_buf_byte(&text, '\0');
      const kb_doc doc = analyse(text.p, KB_STAGE_MORPH);
      assert_sound(&doc);
      assert_int_equal(doc.tokens.n, 3);
      kb_buf_release(&text);
    }
  }
}

/// All beginnings of some words: cut anywhere, they have sound words.
static void every_beginning_and_end_of_words(void** state)
{
  (void)state;
  static const char* const words[] = {"وللمستشفيات", "فسيستخدمونها", "وبالمسؤولين",
                                      "أفلستما",     "كالأصدقاء",    "ولمكافحتهما"};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    const size_t n = strlen(words[i]);
    for (size_t from = 0; from < n; from += 2) {
      for (size_t to = from + 2; to <= n; to += 2) {
        char text[64];
        memcpy(text, words[i] + from, to - from);
        text[to - from]  = '\0';
        const kb_doc doc = analyse(text, KB_STAGE_MORPH);
        assert_sound(&doc);
      }
    }
  }
}

/** \name Cache */

static const char article[] =
  "قال وزير الخارجية الأميركي جون كيري إن بلاده لن تنسق مع إيران، وأضاف \"سنرد على الهجوم\" الذي "
  "أوقع 12 قتيلا في زغطرون يوم الأحد. ولم يؤكد المتحدث النبأ أو ينفه.";

static void assert_same_words(const kb_doc* a, const kb_doc* b)
{
  assert_int_equal(a->words.n, b->words.n);
  for (uint32_t w = 0; w < a->words.n; ++w) {
    assert_true(kb_str_eq(a->words.v[w].form, b->words.v[w].form));
    assert_true(kb_str_eq(a->words.v[w].lemma, b->words.v[w].lemma));
    assert_int_equal(a->words.v[w].lexeme, b->words.v[w].lexeme);
    assert_int_equal(a->words.v[w].score, b->words.v[w].score);
    assert_memory_equal(&a->words.v[w].feats, &b->words.v[w].feats, sizeof(kb_feats));
  }
}

/// Read a million words, no two alike, so that the cache must forget some.
static void read_many_words(void)
{
  static const char* const letters[] = {"ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز"};
  kb_buf                   text      = {0};
  for (unsigned i = 0; i < 1000000; ++i) {
    for (unsigned k = i; k; k /= 10) {
      kb_buf_text(&text, letters[k % 10]);
    }
    kb_buf_byte(&text, i % 20 ? ' ' : '.');
    if (text.n > 100000) {
      kb_buf_byte(&text, '\0');
      analyse(text.p, KB_STAGE_MORPH);
      kb_buf_reset(&text);
    }
  }
  kb_buf_release(&text);
}

/// A cache that has seen a million words gives what a fresh one gives.
static void the_cache_changes_nothing(void** state)
{
  (void)state;
  kb_morph_cache* own   = bench.cache;
  kb_morph_cache* fresh = kb_morph_cache_new(bench.lexicon);
  kb_morph_cache* warm  = kb_morph_cache_new(bench.lexicon);
  kb_arena*       arena = kb_arena_new(0);
  kb_doc          before, after;
  assert_true(fresh && warm && arena);
  bench.cache = fresh;
  assert_int_equal(analyse_in(arena, kb_str_of(article), KB_STAGE_MORPH, &before, NULL), KB_OK);
  assert_sound(&before);
  bench.cache = warm;
  read_many_words();
  assert_int_equal(analyse_in(arena, kb_str_of(article), KB_STAGE_MORPH, &after, NULL), KB_OK);
  assert_same_words(&before, &after);
  bench.cache = own;
  kb_morph_cache_free(fresh);
  kb_morph_cache_free(warm);
  kb_arena_free(arena);
}

static void free_takes_null(void** state)
{
  (void)state;
  kb_morph_cache_free(NULL);
}

/** \name Time and memory */

static void long_paragraphs_take_linear_time(void** state)
{
  (void)state;
  static const char* const units[] = {"قال الوزير ", "وفد ", "زغطرون ", "في ", "، ", "12 ", "x "};
  assert_linear(units, sizeof units / sizeof *units, 10000, KB_STAGE_MORPH, KB_STAGE_MORPH);
}

static void every_ceiling_ends_in_out_of_memory(void** state)
{
  (void)state;
  assert_every_ceiling(article, KB_STAGE_MORPH, 256, assert_sound);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(kinds_of_tokens_have_their_part_of_speech),
    cmocka_unit_test(unknown_words_are_guessed_and_say_so),
    cmocka_unit_test(odd_texts_have_sound_words),
    cmocka_unit_test(words_of_every_length),
    cmocka_unit_test(every_beginning_and_end_of_words),
    cmocka_unit_test(the_cache_changes_nothing),
    cmocka_unit_test(free_takes_null),
    cmocka_unit_test(long_paragraphs_take_linear_time),
    cmocka_unit_test(every_ceiling_ends_in_out_of_memory),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
