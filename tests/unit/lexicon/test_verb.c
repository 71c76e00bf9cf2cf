/// Whole tables of verbs, one for each way to inflect; more cells are in tests/morph/paradigms.txt.
#include "../../support/unit.h"

#include "../../../src/lexicon/verb.h"

typedef struct verb_entry {
  const char* lemma;
  const char* root;
  int         form;
  char        imperfect; ///< vowel, form I
} verb_entry;

/// The cells of one tense, mood and voice in the order of the generator, variants joined by a slash.
typedef struct table {
  unsigned aspect, mood, voice;
  kb_buf   out;
  kb_feats last;
} table;

static bool same_cell(kb_feats a, kb_feats b)
{
  return a.person == b.person && a.gender == b.gender && a.number == b.number;
}

static void collect(void* user, kb_feats feats, kb_str surface)
{
  table* t = user;
  if (feats.aspect != t->aspect || feats.mood != t->mood || feats.voice != t->voice) {
    return;
  }
  if (t->out.n) {
    kb_buf_byte(&t->out, same_cell(feats, t->last) ? '/' : ' ');
  }
  kb_buf_add(&t->out, surface);
  t->last = feats;
}

static void assert_table(verb_entry e, unsigned aspect, unsigned mood, unsigned voice, const char* expected)
{
  kb_verb verb;
  table   t = {.aspect = aspect, .mood = mood, .voice = voice};
  assert_true(kb_lexicon__verb_init(&verb, kb_str_of(e.lemma), kb_str_of(e.root), e.form, e.imperfect, false));
  kb_lexicon__conjugate(&verb, collect, &t);
  kb_buf_byte(&t.out, '\0');
  assert_string_equal(t.out.p, expected);
  kb_buf_release(&t.out);
}

#define PERFECT(e, cells) assert_table(e, KB_PERFECT, KB_INDICATIVE, KB_ACTIVE, cells)
#define INDICATIVE(e, cells) assert_table(e, KB_IMPERFECT, KB_INDICATIVE, KB_ACTIVE, cells)
#define JUSSIVE(e, cells) assert_table(e, KB_IMPERFECT, KB_JUSSIVE, KB_ACTIVE, cells)
#define IMPERATIVE(e, cells) assert_table(e, KB_IMPERATIVE, KB_MOOD_NONE, KB_ACTIVE, cells)
#define PERFECT_PASSIVE(e, cells) assert_table(e, KB_PERFECT, KB_INDICATIVE, KB_PASSIVE, cells)
#define INDICATIVE_PASSIVE(e, cells) assert_table(e, KB_IMPERFECT, KB_INDICATIVE, KB_PASSIVE, cells)

// cells: 3ms 3fs 3mp 3md 3fd 3fp 1s 1p 2ms 2fs 2mp 2d 2fp; of the imperative the last five

static void sound(void** state)
{
  (void)state;
  static const verb_entry e = {"كتب", "كتب", 1, 'u'};
  PERFECT(e, "كتب كتبت كتبوا كتبا كتبتا كتبن كتبت كتبنا كتبت كتبت كتبتم كتبتما كتبتن");
  INDICATIVE(e, "يكتب تكتب يكتبون يكتبان تكتبان يكتبن أكتب نكتب تكتب تكتبين تكتبون تكتبان تكتبن");
  JUSSIVE(e, "يكتب تكتب يكتبوا يكتبا تكتبا يكتبن أكتب نكتب تكتب تكتبي تكتبوا تكتبا تكتبن");
  IMPERATIVE(e, "اكتب اكتبي اكتبوا اكتبا اكتبن");
}

static void last_radical_meets_the_same_letter(void** state)
{
  (void)state;
  static const verb_entry e = {"أعلن", "علن", 4, 0};
  PERFECT(e, "أعلن أعلنت أعلنوا أعلنا أعلنتا أعلن أعلنت أعلنا أعلنت أعلنت أعلنتم أعلنتما أعلنتن");
  static const verb_entry f = {"بات", "بيت", 1, 'i'};
  PERFECT(f, "بات باتت باتوا باتا باتتا بتن بت بتنا بت بت بتم بتما بتن");
}

static void hollow_w(void** state)
{
  (void)state;
  static const verb_entry e = {"قال", "قول", 1, 'u'};
  PERFECT(e, "قال قالت قالوا قالا قالتا قلن قلت قلنا قلت قلت قلتم قلتما قلتن");
  INDICATIVE(e, "يقول تقول يقولون يقولان تقولان يقلن أقول نقول تقول تقولين تقولون تقولان تقلن");
  JUSSIVE(e, "يقل تقل يقولوا يقولا تقولا يقلن أقل نقل تقل تقولي تقولوا تقولا تقلن");
  IMPERATIVE(e, "قل قولي قولوا قولا قلن");
  PERFECT_PASSIVE(e, "قيل قيلت قيلوا قيلا قيلتا قلن قلت قلنا قلت قلت قلتم قلتما قلتن");
  INDICATIVE_PASSIVE(e, "يقال تقال يقالون يقالان تقالان يقلن أقال نقال تقال تقالين تقالون تقالان تقلن");
}

static void hollow_a(void** state)
{
  (void)state;
  static const verb_entry e = {"نام", "نوم", 1, 'a'};
  PERFECT(e, "نام نامت ناموا ناما نامتا نمن نمت نمنا نمت نمت نمتم نمتما نمتن");
  INDICATIVE(e, "ينام تنام ينامون ينامان تنامان ينمن أنام ننام تنام تنامين تنامون تنامان تنمن");
  JUSSIVE(e, "ينم تنم يناموا يناما تناما ينمن أنم ننم تنم تنامي تناموا تناما تنمن");
}

static void hollow_tenth_form(void** state)
{
  (void)state;
  static const verb_entry e = {"استطاع", "طوع", 10, 0};
  PERFECT(e, "استطاع استطاعت استطاعوا استطاعا استطاعتا استطعن استطعت استطعنا استطعت استطعت استطعتم استطعتما استطعتن");
  JUSSIVE(e, "يستطع تستطع يستطيعوا يستطيعا تستطيعا يستطعن أستطع نستطع تستطع تستطيعي تستطيعوا تستطيعا تستطعن");
}

static void defective_w(void** state)
{
  (void)state;
  static const verb_entry e = {"دعا", "دعو", 1, 'u'};
  PERFECT(e, "دعا دعت دعوا دعوا دعتا دعون دعوت دعونا دعوت دعوت دعوتم دعوتما دعوتن");
  INDICATIVE(e, "يدعو تدعو يدعون يدعوان تدعوان يدعون أدعو ندعو تدعو تدعين تدعون تدعوان تدعون");
  JUSSIVE(e, "يدع تدع يدعوا يدعوا تدعوا يدعون أدع ندع تدع تدعي تدعوا تدعوا تدعون");
  PERFECT_PASSIVE(e, "دعي دعيت دعوا دعيا دعيتا دعين دعيت دعينا دعيت دعيت دعيتم دعيتما دعيتن");
  INDICATIVE_PASSIVE(e, "يدعى تدعى يدعون يدعيان تدعيان يدعين أدعى ندعى تدعى تدعين تدعون تدعيان تدعين");
}

static void defective_y(void** state)
{
  (void)state;
  static const verb_entry e = {"رمى", "رمي", 1, 'i'};
  PERFECT(e, "رمى رمت رموا رميا رمتا رمين رميت رمينا رميت رميت رميتم رميتما رميتن");
  INDICATIVE(e, "يرمي ترمي يرمون يرميان ترميان يرمين أرمي نرمي ترمي ترمين ترمون ترميان ترمين");
  JUSSIVE(e, "يرم ترم يرموا يرميا ترميا يرمين أرم نرم ترم ترمي ترموا ترميا ترمين");
}

static void defective_i(void** state)
{
  (void)state;
  static const verb_entry e = {"بقي", "بقي", 1, 'a'};
  PERFECT(e, "بقي بقيت بقوا بقيا بقيتا بقين بقيت بقينا بقيت بقيت بقيتم بقيتما بقيتن");
  INDICATIVE(e, "يبقى تبقى يبقون يبقيان تبقيان يبقين أبقى نبقى تبقى تبقين تبقون تبقيان تبقين");
  JUSSIVE(e, "يبق تبق يبقوا يبقيا تبقيا يبقين أبق نبق تبق تبقي تبقوا تبقيا تبقين");
}

static void weak_first_and_last(void** state)
{
  (void)state;
  static const verb_entry e = {"تولى", "ولي", 5, 0};
  PERFECT(e, "تولى تولت تولوا توليا تولتا تولين توليت تولينا توليت توليت توليتم توليتما توليتن");
  INDICATIVE(e, "يتولى تتولى يتولون يتوليان تتوليان يتولين أتولى نتولى تتولى تتولين تتولون تتوليان تتولين");
  JUSSIVE(e, "يتول تتول يتولوا يتوليا تتوليا يتولين أتول نتول تتول تتولي تتولوا تتوليا تتولين");
}

static void assimilated(void** state)
{
  (void)state;
  static const verb_entry e = {"وصل", "وصل", 1, 'i'};
  INDICATIVE(e, "يصل تصل يصلون يصلان تصلان يصلن أصل نصل تصل تصلين تصلون تصلان تصلن");
  INDICATIVE_PASSIVE(e, "يوصل توصل يوصلون يوصلان توصلان يوصلن أوصل نوصل توصل توصلين توصلون توصلان توصلن");
  static const verb_entry f = {"اتفق", "وفق", 8, 0};
  PERFECT(f, "اتفق اتفقت اتفقوا اتفقا اتفقتا اتفقن اتفقت اتفقنا اتفقت اتفقت اتفقتم اتفقتما اتفقتن");
  INDICATIVE(f, "يتفق تتفق يتفقون يتفقان تتفقان يتفقن أتفق نتفق تتفق تتفقين تتفقون تتفقان تتفقن");
}

static void doubled(void** state)
{
  (void)state;
  static const verb_entry e = {"مد", "مدد", 1, 'u'};
  PERFECT(e, "مد مدت مدوا مدا مدتا مددن مددت مددنا مددت مددت مددتم مددتما مددتن");
  INDICATIVE(e, "يمد تمد يمدون يمدان تمدان يمددن أمد نمد تمد تمدين تمدون تمدان تمددن");
  JUSSIVE(e, "يمد/يمدد تمد/تمدد يمدوا يمدا تمدا يمددن أمد/أمدد نمد/نمدد تمد/تمدد تمدي تمدوا تمدا تمددن");
  static const verb_entry f = {"اضطر", "ضرر", 8, 0};
  PERFECT(f, "اضطر اضطرت اضطروا اضطرا اضطرتا اضطررن اضطررت اضطررنا اضطررت اضطررت اضطررتم اضطررتما اضطررتن");
}

static void hamza_last(void** state)
{
  (void)state;
  static const verb_entry e = {"بدأ", "بدء", 1, 'a'};
  PERFECT(e, "بدأ بدأت بدؤوا/بدأوا/بدءوا بدآ بدأتا بدأن بدأت بدأنا بدأت بدأت بدأتم بدأتما بدأتن");
  INDICATIVE(e,
             "يبدأ تبدأ يبدؤون/يبدأون/يبدءون يبدآن تبدآن يبدأن أبدأ نبدأ تبدأ تبدئين تبدؤون/تبدأون/تبدءون تبدآن تبدأن");
}

static void hamza_last_and_hollow(void** state)
{
  (void)state;
  static const verb_entry e = {"جاء", "جيء", 1, 'i'};
  PERFECT(e, "جاء جاءت جاؤوا/جاءوا جاءا جاءتا جئن جئت جئنا جئت جئت جئتم جئتما جئتن");
  INDICATIVE(e, "يجيء تجيء يجيئون يجيئان تجيئان يجئن أجيء نجيء تجيء تجيئين تجيئون تجيئان تجئن");
  JUSSIVE(e, "يجئ تجئ يجيئوا يجيئا تجيئا يجئن أجئ نجئ تجئ تجيئي تجيئوا تجيئا تجئن");
}

static void hamza_lost(void** state)
{
  (void)state;
  static const verb_entry e = {"رأى", "رءي", 1, 'a'};
  PERFECT(e, "رأى رأت رأوا رأيا رأتا رأين رأيت رأينا رأيت رأيت رأيتم رأيتما رأيتن");
  INDICATIVE(e, "يرى ترى يرون يريان تريان يرين أرى نرى ترى ترين ترون تريان ترين");
  JUSSIVE(e, "ير تر يروا يريا تريا يرين أر نر تر تري تروا تريا ترين");
  static const verb_entry f = {"أخذ", "ءخذ", 1, 'u'};
  IMPERATIVE(f, "خذ خذي خذوا خذا خذن");
}

static void hamza_first(void** state)
{
  (void)state;
  static const verb_entry e = {"آمن", "ءمن", 4, 0};
  PERFECT(e, "آمن آمنت آمنوا آمنا آمنتا آمن آمنت آمنا آمنت آمنت آمنتم آمنتما آمنتن");
  INDICATIVE(e, "يؤمن تؤمن يؤمنون يؤمنان تؤمنان يؤمن أومن/أؤمن نؤمن تؤمن تؤمنين تؤمنون تؤمنان تؤمن");
}

static void four_radicals_and_colours(void** state)
{
  (void)state;
  static const verb_entry e = {"سيطر", "سيطر", KB_FORM_QI, 0};
  INDICATIVE(e, "يسيطر تسيطر يسيطرون يسيطران تسيطران يسيطرن أسيطر نسيطر تسيطر تسيطرين تسيطرون تسيطران تسيطرن");
  static const verb_entry f = {"اطمأن", "طمءن", KB_FORM_QIV, 0};
  PERFECT(f, "اطمأن اطمأنت اطمأنوا اطمأنا اطمأنتا اطمأنن اطمأننت اطمأننا اطمأننت اطمأننت اطمأننتم اطمأننتما اطمأننتن");
  static const verb_entry g = {"احمر", "حمر", 9, 0};
  PERFECT(g, "احمر احمرت احمروا احمرا احمرتا احمررن احمررت احمررنا احمررت احمررت احمررتم احمررتما احمررتن");
}

static void eighth_form_assimilates(void** state)
{
  (void)state;
  static const verb_entry entries[] = {
    {"ازداد", "زيد", 8, 0}, {"ادعى", "دعو", 8, 0},  {"ادخر", "ذخر", 8, 0},  {"اصطدم", "صدم", 8, 0},
    {"اطلع", "طلع", 8, 0},  {"اتخذ", "ءخذ", 8, 0},  {"ائتمن", "ءمن", 8, 0}, {"اتهم", "وهم", 8, 0},
    {"اتبع", "تبع", 8, 0},  {"اقترح", "قرح", 8, 0},
  };
  static const char* const jussives[] = {"يزدد", "يدع",   "يدخر", "يصطدم", "يطلع",
                                         "يتخذ", "يأتمن", "يتهم", "يتبع",  "يقترح"};
  for (size_t i = 0; i < sizeof entries / sizeof *entries; ++i) {
    kb_verb verb;
    table   t = {.aspect = KB_IMPERFECT, .mood = KB_JUSSIVE, .voice = KB_ACTIVE};
    assert_true(kb_lexicon__verb_init(&verb, kb_str_of(entries[i].lemma), kb_str_of(entries[i].root), 8, 0, false));
    kb_lexicon__conjugate(&verb, collect, &t);
    *(char*)memchr(t.out.p, ' ', t.out.n) = '\0';
    assert_string_equal(t.out.p, jussives[i]);
    kb_buf_release(&t.out);
  }
}

static void entries_that_contradict_themselves(void** state)
{
  (void)state;
  kb_verb verb;
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("كتم"), 1, 'u', false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("كتب"), 4, 0, false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("كت"), 1, 'u', false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("كتببب"), 1, 'u', false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("ktb"), 1, 'u', false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("كتب"), 0, 'u', false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR("كتب"), KB_STR("كتب"), KB_FORM_QI, 'u', false));
  assert_false(kb_lexicon__verb_init(&verb, KB_STR(""), KB_STR(""), 1, 'u', false));
}

static void form_names(void** state)
{
  (void)state;
  for (int form = 1; form <= KB_FORM_QIV; ++form) {
    assert_int_equal(kb_lexicon__form_number(kb_str_of(kb_lexicon__form_name(form))), form);
  }
  assert_int_equal(kb_lexicon__form_number(KB_STR("XI")), 0);
  assert_int_equal(kb_lexicon__form_number(KB_STR("")), 0);
  assert_string_equal(kb_lexicon__form_name(99), "");
  assert_string_equal(kb_lexicon__form_name(-1), "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sound),
    cmocka_unit_test(last_radical_meets_the_same_letter),
    cmocka_unit_test(hollow_w),
    cmocka_unit_test(hollow_a),
    cmocka_unit_test(hollow_tenth_form),
    cmocka_unit_test(defective_w),
    cmocka_unit_test(defective_y),
    cmocka_unit_test(defective_i),
    cmocka_unit_test(weak_first_and_last),
    cmocka_unit_test(assimilated),
    cmocka_unit_test(doubled),
    cmocka_unit_test(hamza_last),
    cmocka_unit_test(hamza_last_and_hollow),
    cmocka_unit_test(hamza_lost),
    cmocka_unit_test(hamza_first),
    cmocka_unit_test(four_radicals_and_colours),
    cmocka_unit_test(eighth_form_assimilates),
    cmocka_unit_test(entries_that_contradict_themselves),
    cmocka_unit_test(form_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
