/// Tokens, quotation marks, sentences.
#include "../../support/bounds.h"

#include "khabar/token.h"

/// A text and its tokens, one blank between them: # number, @ foreign word, $ symbol, < and > quotation marks
/// that belong together; | between sentences.
typedef struct sample {
  const char* text;
  const char* tokens;
} sample;

static void render(const kb_doc* doc, kb_buf* out)
{
  static const char* const prefix[] = {
    [KB_TOKEN_WORD] = "",  [KB_TOKEN_NUMBER] = "#", [KB_TOKEN_LATIN] = "@",  [KB_TOKEN_PUNCT] = "",
    [KB_TOKEN_OPEN] = "<", [KB_TOKEN_CLOSE] = ">",  [KB_TOKEN_SYMBOL] = "$",
  };
  for (uint32_t i = 0; i < doc->tokens.n; ++i) {
    const kb_token* t = &doc->tokens.v[i];
    kb_buf_text(out, i == 0 ? "" : t->sentence == t[-1].sentence ? " " : " | ");
    kb_buf_text(out, prefix[t->kind]);
    if (t->kind != KB_TOKEN_OPEN && t->kind != KB_TOKEN_CLOSE) {
      kb_buf_add(out, kb_doc_cut(doc, t->span));
    }
  }
  kb_buf_byte(out, '\0');
}

/// What holds for the tokens and sentences of every text.
static void assert_sound(const kb_doc* doc)
{
  uint32_t end = 0;
  for (uint32_t i = 0; i < doc->tokens.n; ++i) {
    const kb_token* t = &doc->tokens.v[i];
    assert_in_range(t->span.start, end, doc->text.n);
    assert_in_range(t->span.end, t->span.start + 1, doc->text.n);
    end = t->span.end;
    if (t->kind == KB_TOKEN_OPEN) {
      assert_in_range(t->pair, i + 1, doc->tokens.n - 1);
      assert_int_equal(doc->tokens.v[t->pair].kind, KB_TOKEN_CLOSE);
      assert_int_equal(doc->tokens.v[t->pair].pair, i);
    } else if (t->kind == KB_TOKEN_CLOSE) {
      assert_in_range(t->pair, 0, i - 1);
      assert_int_equal(doc->tokens.v[t->pair].pair, i);
    } else {
      assert_int_equal(t->pair, KB_NONE);
    }
  }
  uint32_t at = 0;
  for (uint32_t s = 0; s < doc->sentences.n; ++s) {
    const kb_sentence* x = &doc->sentences.v[s];
    assert_int_equal(x->first_token, at);
    assert_in_range(x->n_tokens, 1, doc->tokens.n);
    for (uint32_t end_token = at + x->n_tokens; at < end_token; ++at) {
      assert_int_equal(doc->tokens.v[at].sentence, s);
    }
    assert_int_equal(x->span.start, doc->tokens.v[x->first_token].span.start);
    assert_int_equal(x->span.end, doc->tokens.v[at - 1].span.end);
  }
  assert_int_equal(at, doc->tokens.n);
}

static void check(const sample* samples, size_t n)
{
  kb_arena* arena = kb_arena_new(0);
  for (size_t i = 0; i < n; ++i) {
    kb_doc   doc;
    kb_error err = {0};
    kb_buf   out = {0};
    kb_arena_reset(arena);
    assert_int_equal(kb_doc_init(&doc, arena, KB_STR("t"), kb_str_of(samples[i].text), &err), KB_OK);
    assert_int_equal(kb_token_run(&doc, &err), KB_OK);
    assert_sound(&doc);
    render(&doc, &out);
    assert_string_equal(out.p, samples[i].tokens);
    kb_buf_release(&out);
  }
  kb_arena_free(arena);
}

#define CHECK(samples) check(samples, sizeof(samples) / sizeof *(samples))

static void words_numbers_marks(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"", ""},
    {" \n\t ", ""},
    {"شارك في ساعـــات طويلة", "شارك في ساعـــات طويلة"},
    {"حضر ـ كما قيل ـ مبكرا", "حضر ـ كما قيل ـ مبكرا"},
    {"الـ24 ساعة ولـ 30 دولة", "الـ #24 ساعة ولـ #30 دولة"},
    {"2015م و1436هـ", "#2015 م و #1436 هـ"},
    {"بلغ 12.5 و1,200 و٢٫٥ و١٬٢٠٠", "بلغ #12.5 و #1,200 و #٢٫٥ و #١٬٢٠٠"},
    {"في 2014/12/3 الساعة 18:00", "في #2014/12/3 الساعة #18:00"},
    {"في 02\u200F/12\u200F/2014 ليلا", "في #02\u200F/12\u200F/2014 ليلا"},
    {"زاد 3% أو 5٪ أو 10$ أو €5", "زاد #3 $% أو #5 ٪ أو #10 $$ أو $€ #5"},
    {"آب/أغسطس ومحادثات أميركية-إيرانية", "آب / أغسطس ومحادثات أميركية - إيرانية"},
    {"طائرة إف-16 وطائرة F-16", "طائرة إف - #16 وطائرة @F-16"},
    {"زار www.example.org/2014/12/03 ثم كتب إلى a.b@example.org.",
     "زار @www.example.org/2014/12/03 ثم كتب إلى @a.b@example.org ."},
    {"فرقة Guns N' Roses وO'Neill", "فرقة @Guns @N ' @Roses و @O'Neill"},
    {"\u200Fقال\u200E نعم\u200F", "قال نعم"},
    {"كتا\u200Cب واحد", "كتا\u200Cب واحد"},
    {"قالَ نَعَم", "قالَ نَعَم"},
  };
  CHECK(samples);
}

static void quotation_marks_of_every_shape(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"قال \"نعم\" وخرج", "قال < نعم > وخرج"},   {"قال «نعم» وخرج", "قال < نعم > وخرج"},
    {"قال “نعم” وخرج", "قال < نعم > وخرج"},     {"قال ”نعم” وخرج", "قال < نعم > وخرج"},
    {"قال ”نعم“ وخرج", "قال < نعم > وخرج"},     {"قال „نعم“ وخرج", "قال < نعم > وخرج"},
    {"قال ‹نعم› وخرج", "قال < نعم > وخرج"},     {"قال ‘نعم’ وخرج", "قال < نعم > وخرج"},
    {"قال 'نعم' وخرج", "قال < نعم > وخرج"},     {"قال ''نعم'' وخرج", "قال < نعم > وخرج"},
    {"قال »نعم« وخرج", "قال < نعم > وخرج"},     {"قال «نعم\" وخرج", "قال < نعم > وخرج"},
    {"قال \"نعم» وخرج", "قال < نعم > وخرج"},    {"قال \" نعم \" وخرج", "قال < نعم > وخرج"},
    {"قال \" نعم\" وخرج", "قال < نعم > وخرج"},  {"قال (\"نعم\") وخرج", "قال ( < نعم > ) وخرج"},
    {"قال:\"نعم\" وخرج", "قال : < نعم > وخرج"}, {"قال :«نعم» وخرج", "قال : < نعم > وخرج"},
  };
  CHECK(samples);
}

static void quotations_in_their_surroundings(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"قال: \"نعم، نعم\".", "قال : < نعم ، نعم > ."},
    {"قال: \"نعم.\"", "قال : < نعم . >"},
    {"رحب بـ\"الاتفاق\" وب\"النتائج\"", "رحب بـ < الاتفاق > وب < النتائج >"},
    {"وصفه بأنه \"إيجابي\".", "وصفه بأنه < إيجابي > ."},
    {"قال \"نعم\"، \"لا\".", "قال < نعم > ، < لا > ."},
    {"قال \"نعم\" \"لا\"", "قال < نعم > < لا >"},
    {"قال إن \"ذلك صعب (...) لكنه ممكن\" مضيفا", "قال إن < ذلك صعب ( ... ) لكنه ممكن > مضيفا"},
    {"\"الجزيرة\" نقلت ذلك عن \"رويترز\"", "< الجزيرة > نقلت ذلك عن < رويترز >"},
  };
  CHECK(samples);
}

static void nested_quotations(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"وقال \"نحارب تنظيم \"الرايات\" في الجبال\".", "وقال < نحارب تنظيم < الرايات > في الجبال > ."},
    {"وقال «نحارب \"الرايات\" في الجبال».", "وقال < نحارب < الرايات > في الجبال > ."},
    {"وقال إن \"الوضع \"خطير\" جدا\".", "وقال إن < الوضع < خطير > جدا > ."},
    {"تنظيم \"الرايات\" قال إن \"القتال مستمر\".", "تنظيم < الرايات > قال إن < القتال مستمر > ."},
    {"قال «إن \"أ\" و\"ب\" هنا» وخرج", "قال < إن < أ > و < ب > هنا > وخرج"},
  };
  CHECK(samples);
}

static void unbalanced_marks(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"قال إن \"ذلك صعب.", "قال إن \" ذلك صعب ."},
    {"وذلك صعب\" كما قال.", "وذلك صعب \" كما قال ."},
    {"قطر الشاشة 5\" فقط وطولها 7'", "قطر الشاشة #5 \" فقط وطولها #7 '"},
    {"قال «نعم \"حقا لا» وخرج \"بعدها\"", "قال < نعم \" حقا لا > وخرج < بعدها >"},
    {"قال \"إن «الأمر\" صعب", "قال < إن « الأمر > صعب"},
    {"قال \"أولا\nقال \"ثانيا\"", "قال \" أولا | قال < ثانيا >"},
    // one mark closes a name and the quotation that ends with it
    {"وقال \"ندعم من يحارب \"الرايات\".", "وقال < ندعم من يحارب \" الرايات > ."},
    {"وقال \"ندعم من يحارب \"الرايات\"", "وقال < ندعم من يحارب \" الرايات >"},
    {"قال \"نحارب \"الرايات\". ولن نتوقف\".", "قال < نحارب < الرايات > . | ولن نتوقف > ."},
    {"أعلن \"حزبه أنه انسحب. وقال إن \"القرار نهائي\".", "أعلن \" حزبه أنه انسحب . | وقال إن < القرار نهائي > ."},
    {"أعلن \"الحزب أن القرار \"نهائي ولا رجعة فيه أبدا\".", "أعلن \" الحزب أن القرار < نهائي ولا رجعة فيه أبدا > ."},
  };
  CHECK(samples);
}

static void sentences_end_at_stops(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"انتهى الأمر. وعاد الجميع.", "انتهى الأمر . | وعاد الجميع ."},
    {"هل انتهى؟ نعم! حقا… ثم عاد", "هل انتهى ؟ | نعم ! | حقا … | ثم عاد"},
    {"هل انتهى؟! نعم.", "هل انتهى ؟ ! | نعم ."},
    {"جاء في البيان:\nأولا؛ ثانيا\nثالثا", "جاء في البيان : | أولا ؛ ثانيا | ثالثا"},
    {"انتهى .هذا جديد", "انتهى . | هذا جديد"},
    {"انتهى.وعاد", "انتهى . | وعاد"},
    {"انتهى..وعاد", "انتهى .. | وعاد"},
    {"عام 2014.ثم عاد", "عام #2014 . | ثم عاد"},
    {"وصفه بأنه \"جيد\".وعاد", "وصفه بأنه < جيد > . | وعاد"},
    {"قال \"كفى!\" ثم خرج. وعاد", "قال < كفى ! > | ثم خرج . | وعاد"},
    {"قال \"كفى.\" ثم خرج.", "قال < كفى . > | ثم خرج ."},
  };
  CHECK(samples);
}

static void not_every_stop_ends_a_sentence(void** state)
{
  (void)state;
  static const sample samples[] = {
    {"وصل د. محمد إلى بيروت", "وصل د . محمد إلى بيروت"},
    {"قال أ.د. سمير ذلك", "قال أ . د . سمير ذلك"},
    {"الساعة 18:00 (ت.غ). وبعدها", "الساعة #18:00 ( ت . غ ) . | وبعدها"},
    {"عاد س. ص. إلى بيته", "عاد س . ص . إلى بيته"},
    {"عبر بي.بي.سي أمس", "عبر بي . بي . سي أمس"},
    {"بلغ 12.5 مليون", "بلغ #12.5 مليون"},
    {"قال (...) ثم خرج", "قال ( ... ) ثم خرج"},
    {"نعم...لكن", "نعم ... لكن"},
    {"يرى ذلك،وغيره", "يرى ذلك ، وغيره"},
  };
  CHECK(samples);
}

static void blocks_are_apart(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  kb_doc    doc;
  kb_error  err = {0};
  kb_buf    out = {0};
  assert_int_equal(kb_doc_init(&doc, arena, KB_STR("t"), KB_STR("خبر \"عاجل وصل\" الآن"), &err), KB_OK);
  const uint32_t middle    = (uint32_t)strlen("خبر \"عاجل");
  doc.blocks.v[0].span.end = middle;
  kb_block* second         = kb_array_push(arena, &doc.blocks);
  assert_non_null(second);
  *second = (kb_block){.span = {middle, (uint32_t)doc.text.n}, .copy_of = KB_NONE};
  assert_int_equal(kb_token_run(&doc, &err), KB_OK);
  assert_sound(&doc);
  render(&doc, &out);
  assert_string_equal(out.p, "خبر \" عاجل | وصل \" الآن");
  assert_int_equal(doc.sentences.v[0].block, 0);
  assert_int_equal(doc.sentences.v[1].block, 1);
  kb_buf_release(&out);
  kb_arena_free(arena);
}

/// Marks that never close, one after the other: the time must not grow with their square.
static void open_marks_take_linear_time(void** state)
{
  (void)state;
  static const char* const units[] = {"«أ ", "\"أ ", "«أ \"ب» ", "\"أ «ب\" ", "أ\" ", "' "};
  assert_linear(units, sizeof units / sizeof *units, 20000, KB_STAGE_TOKEN, KB_STAGE_TOKEN);
}

static void every_ceiling_ends_in_out_of_memory(void** state)
{
  (void)state;
  assert_every_ceiling("قال \"نعم\" وخرج. ثم عاد د. محمد في 2014/12/3 وقال «لا \"أبدا\" لهم.", KB_STAGE_TOKEN, 64,
                       assert_sound);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(words_numbers_marks),
    cmocka_unit_test(quotation_marks_of_every_shape),
    cmocka_unit_test(quotations_in_their_surroundings),
    cmocka_unit_test(nested_quotations),
    cmocka_unit_test(unbalanced_marks),
    cmocka_unit_test(sentences_end_at_stops),
    cmocka_unit_test(not_every_stop_ends_a_sentence),
    cmocka_unit_test(blocks_are_apart),
    cmocka_unit_test(open_marks_take_linear_time),
    cmocka_unit_test(every_ceiling_ends_in_out_of_memory),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
