/// What holds for the syntax of every text, however odd: trees, extents, clauses; time and memory.
#include "../../support/bounds.h"

/** \name Invariants */

/// `up[i]` is where `i` hangs, KB_NONE at the top: no way upwards comes back.
static void assert_no_cycle(const uint32_t* up, uint32_t n)
{
  uint32_t* seen = calloc((size_t)n + 1, sizeof *seen);
  assert_non_null(seen);
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t at = i;
    for (; at != KB_NONE && !seen[at]; at = up[at]) {
      seen[at] = i + 1;
    }
    assert_true(at == KB_NONE || seen[at] != i + 1);
  }
  free(seen);
}

/// Every sentence has one root, and its words hang on words of its own.
static void assert_trees(const kb_doc* doc)
{
  uint32_t* up = calloc((size_t)doc->words.n + 1, sizeof *up);
  assert_non_null(up);
  for (uint32_t s = 0; s < doc->sentences.n; ++s) {
    const uint32_t first = doc->sentences.v[s].first_word, n = doc->sentences.v[s].n_words;
    unsigned       roots = 0;
    for (uint32_t w = first; w < first + n; ++w) {
      const kb_word* x = &doc->words.v[w];
      up[w]            = x->head;
      roots += x->head == KB_NONE;
      assert_in_range(x->deprel, 0, KB_DEPREL_COUNT - 1);
      assert_true(x->head == KB_NONE || (x->head >= first && x->head < first + n));
    }
    assert_int_equal(roots, n ? 1 : 0);
  }
  assert_no_cycle(up, doc->words.n);
  free(up);
}

static void assert_extents(const kb_doc* doc)
{
  for (uint32_t w = 0; w < doc->words.n; ++w) {
    const kb_word* x = &doc->words.v[w];
    assert_in_range(x->first, 0, w);
    assert_in_range(x->last, w, doc->words.n - 1);
    if (x->head != KB_NONE && x->deprel != KB_PUNCT_REL) {
      assert_in_range(doc->words.v[x->head].first, 0, x->first);
      assert_in_range(doc->words.v[x->head].last, x->last, doc->words.n - 1);
    }
    assert_true(x->clause == KB_NONE || x->clause < doc->clauses.n);
  }
}

static void assert_word_of(const kb_doc* doc, uint32_t sentence, uint32_t word)
{
  const kb_sentence* s = &doc->sentences.v[sentence];
  if (word != KB_NONE) {
    assert_in_range(word, s->first_word, s->first_word + s->n_words - 1);
  }
}

static void assert_args(const kb_doc* doc, uint32_t c)
{
  const kb_clause* x = &doc->clauses.v[c];
  for (uint32_t a = x->first_arg; a < x->first_arg + x->n_args; ++a) {
    const kb_arg* arg = &doc->args.v[a];
    assert_word_of(doc, x->sentence, arg->word);
    assert_word_of(doc, x->sentence, arg->prep);
    assert_int_not_equal(arg->clause, c);
    assert_true(arg->clause == KB_NONE || doc->clauses.v[arg->clause].sentence == x->sentence);
  }
}

static void assert_clauses(const kb_doc* doc)
{
  uint32_t* up   = calloc((size_t)doc->clauses.n + 1, sizeof *up);
  uint32_t  args = 0;
  assert_non_null(up);
  for (uint32_t c = 0; c < doc->clauses.n; ++c) {
    const kb_clause* x       = &doc->clauses.v[c];
    const uint32_t   words[] = {x->predicate, x->light, x->aux, x->negation, x->marker, x->first, x->last};
    assert_in_range(x->sentence, 0, doc->sentences.n - 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
      assert_word_of(doc, x->sentence, words[i]);
    }
    assert_true(x->light == KB_NONE || x->light != x->predicate);
    assert_true(x->parent == KB_NONE || doc->clauses.v[x->parent].sentence == x->sentence);
    assert_int_equal(x->first_arg, args);
    args += x->n_args;
    assert_args(doc, c);
    up[c] = x->parent;
  }
  assert_int_equal(args, doc->args.n);
  assert_no_cycle(up, doc->clauses.n);
  free(up);
}

static void assert_sound(const kb_doc* doc)
{
  assert_trees(doc);
  assert_extents(doc);
  assert_clauses(doc);
}

/** \name Odd texts */

static void odd_texts_give_trees(void** state)
{
  (void)state;
  static const char* const texts[] = {
    "",
    ".",
    "...",
    "\"\"",
    "((()))",
    "و",
    "و و و و",
    "في من إلى على",
    "أن أن أن",
    "الذي الذي الذي",
    "إذا إذا",
    "لم لن لا ما",
    "قال قال قال قال",
    "هل؟",
    "نعم!",
    "1 2 3 4 5",
    "Reuters AFP",
    "قال: ",
    "قال \"",
    "قال: \"نعم",
    "\"لا\" : \"نعم\"",
    "كان كان كان",
    "ليس ليس هناك",
    "له به عليه",
    "، ، ، قال ، ، الوزير ، ،",
    ") قال (",
    "الوزير الوزير الوزير",
    "من الذي قال إنه قال إنه قال",
    "تم تم تم",
    "سوف سوف قد قد",
    "بينما لأن حيث عندما",
    "مشيرا مؤكدا قائلا مضيفا",
    "ما زال لا يزال ما برح",
    "يمكن يجب ينبغي أن أن أن",
    "غير غير عدم دون",
    "كل بعض أي جميع",
    "هذا هذه ذلك تلك",
    "# $ % ^ & * @",
    "- – — / \\",
    "\n\n\nقال\n\nالوزير\n",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    const kb_doc doc = analyse(texts[i], KB_STAGE_SYNTAX);
    assert_sound(&doc);
  }
}

/// Words in every order: chosen by a fixed sequence, so that a failure comes again.
static void shuffled_words_give_trees(void** state)
{
  (void)state;
  static const char* const words[] = {
    "قال", "الوزير", "إن",    "أن",    "الذي",    "في",    "المدينة", "و",     "،",     "\"",  ":",   "(",
    ")",   ".",      "لم",    "يعلن",  "قصف",     "شنت",   "غارة",    "مشيرا", "إلى",   "كان", "ليس", "هناك",
    "إذا", "عدم",    "محمد",  "روسيا", "الروسية", "ثلاثة", "25",      "أمس",   "الأحد", "منذ", "تم",  "توقيع",
    "من",  "قبل",    "بينما", "سوف",   "قد",      "بلاده", "له",      "أو",    "بل",    "لكن", "حتى", "ليقتل",
    "كما", "ما",     "لا",    "يزال",  "كبيرة",   "جديد",  "التي",    "هم",
  };
  uint32_t random = 12345;
  kb_buf   text   = {0};
  for (int round = 0; round < 3000; ++round) {
    kb_buf_reset(&text);
    for (int n = 1 + round % 40; n; --n) {
      random = random * 1664525u + 1013904223u;
      kb_buf_text(&text, words[(random >> 10) % (sizeof words / sizeof *words)]);
      kb_buf_byte(&text, ' ');
    }
    kb_buf_byte(&text, '\0');
    const kb_doc doc = analyse(text.p, KB_STAGE_SYNTAX);
    assert_sound(&doc);
  }
  kb_buf_release(&text);
}

/** \name Depth and length */

static void repeat(kb_buf* out, const char* unit, int n)
{
  kb_buf_reset(out);
  for (int i = 0; i < n; ++i) {
    kb_buf_text(out, unit);
  }
  kb_buf_byte(out, '\0');
}

/// Units that open clauses, phrases, quotations, or close none.
static const char* const units[] = {
  "قال الوزير إن ",
  "الذي قال إن الرجل ",
  "قال \"",
  "(قال ",
  "وزير ابن ",
  "إذا قال ",
  "في ",
  "و",
  "دمر الجيش ",
  "كبير ",
  "غادر الوزير القاعة و",
  "مشيرا إلى أن ",
  "عدم ",
  "لم يقل ",
  "محمد ",
  "بينما قال الوزير ",
  "دمرت الطائرات قرية، ",
  "ثلاثة و",
  "هذا ",
  "نعم ",
  "يمكن أن ",
  "ليقول ",
  "كان الوزير يقول ",
  "منذ عام ",
  "قتل ",
};

static void deep_nesting_gives_trees(void** state)
{
  (void)state;
  kb_buf text = {0};
  for (size_t i = 0; i < sizeof units / sizeof *units; ++i) {
    for (int n = 30; n <= 3000; n *= 10) {
      repeat(&text, units[i], n);
      const kb_doc doc = analyse(text.p, KB_STAGE_SYNTAX);
      assert_sound(&doc);
    }
  }
  kb_buf_release(&text);
}

/// One paragraph of up to 100,000 words without a full stop: the time must not grow with its square.
static void long_paragraphs_take_linear_time(void** state)
{
  (void)state;
  assert_linear(units, sizeof units / sizeof *units, 4000, KB_STAGE_SYNTAX, KB_STAGE_SYNTAX);
}

/** \name Memory */

static const char article[] =
  "قال وزير الخارجية الأميركي جون كيري إن بلاده لن تنسق مع إيران، مشيرا إلى أن القوات التي شنت غارات على المدينة "
  "انسحبت منها يوم الأحد. وأضاف \"إذا فشلت المحادثات فسنرد\". ولم يؤكد المتحدث النبأ أو ينفه، لكن مسؤولا قتل في "
  "الهجوم.";

static void every_ceiling_ends_in_out_of_memory(void** state)
{
  (void)state;
  assert_every_ceiling(article, KB_STAGE_SYNTAX, 512, assert_sound);
}

/// The same article gives the same layers, whatever was read before it.
static void earlier_articles_leave_no_trace(void** state)
{
  (void)state;
  kb_arena* arenas[2] = {kb_arena_new(0), kb_arena_new(0)};
  kb_doc    docs[2];
  for (int k = 0; k < 2; ++k) {
    assert_int_equal(analyse_in(arenas[k], kb_str_of(article), KB_STAGE_SYNTAX, &docs[k], NULL), KB_OK);
    analyse("قصفت الطائرات الروسية مدينة حلب وقتل عشرة.", KB_STAGE_SYNTAX);
  }
  assert_int_equal(docs[0].words.n, docs[1].words.n);
  assert_int_equal(docs[0].clauses.n, docs[1].clauses.n);
  assert_int_equal(docs[0].args.n, docs[1].args.n);
  for (uint32_t w = 0; w < docs[0].words.n; ++w) {
    assert_int_equal(docs[0].words.v[w].head, docs[1].words.v[w].head);
    assert_int_equal(docs[0].words.v[w].deprel, docs[1].words.v[w].deprel);
    assert_int_equal(docs[0].words.v[w].lexeme, docs[1].words.v[w].lexeme);
  }
  kb_arena_free(arenas[0]);
  kb_arena_free(arenas[1]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(odd_texts_give_trees),
    cmocka_unit_test(shuffled_words_give_trees),
    cmocka_unit_test(deep_nesting_gives_trees),
    cmocka_unit_test(long_paragraphs_take_linear_time),
    cmocka_unit_test(every_ceiling_ends_in_out_of_memory),
    cmocka_unit_test(earlier_articles_leave_no_trace),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
