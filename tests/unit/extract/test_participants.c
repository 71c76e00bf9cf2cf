/// Who does what to whom: the roles that frames give to subjects, objects and prepositions, and the places of events.
#include "facts.h"

typedef struct expectation {
  const char* text;
  const char* type;
  const char* trigger;
  const char *agents, *patients, *counterparts, *recipients;
} expectation;

static const expectation cases[] = {
  {"اغتال مسلحون ضابطا في مدينة الموصل.", "ASSAULT", NULL, "مسلحون", "ضابطا", "-", "-"},
  // the same in the passive
  {"قتل الجيش عشرة مسلحين.", "ASSAULT", NULL, "الجيش", "مسلحين", "-", "-"},
  {"قتل عشرة مسلحين على يد الجيش.", "ASSAULT", NULL, "الجيش", "مسلحين", "-", "-"},
  // prepositions that a frame knows
  {"التقى كيري مع لافروف في جنيف.", "CONSULT", NULL, "كيري", "-", "لافروف", "-"},
  {"اتهمت تركيا سوريا بقصف المدينة.", "ACCUSE", NULL, "تركيا", "سوريا", "-", "-"},
  {"طالب الرئيس إيران بوقف الهجوم.", "REQUEST", NULL, "الرئيس", "-", "-", "إيران"},
  // light verbs: what the verb brings goes to the event of the noun
  {"قدمت السعودية مساعدات إلى اليمن.", "AID", "مساعدات", "السعودية", "-", "-", "اليمن"},
  {"فرضت واشنطن عقوبات على إيران.", "SANCTION", "عقوبات", "الولايات المتحدة", "إيران", "-", "-"},
  // whom others accuse is the doer of what they accuse him of
  {"اتهمت تركيا سوريا بقصف المدينة.", "ASSAULT", "قصف", "سوريا", "-", "-", "-"},
};

static void assert_roles(const char* text, const char* what, const char* found, const char* expected)
{
  if (strcmp(found, expected) != 0) {
    fail_msg("%s: %s %s, not %s", text, what, found, expected);
  }
}

static void frames_give_roles(void** state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    const expectation* x   = &cases[i];
    const kb_doc       doc = analyse(x->text, KB_STAGE_EXTRACT);
    const kb_event*    e   = the_event(&doc, x->type, x->trigger);
    assert_roles(x->text, "agents", labels_of(&doc, &e->agents), x->agents);
    assert_roles(x->text, "patients", labels_of(&doc, &e->patients), x->patients);
    assert_roles(x->text, "counterparts", labels_of(&doc, &e->counterparts), x->counterparts);
    assert_roles(x->text, "recipients", labels_of(&doc, &e->recipients), x->recipients);
  }
}

static void events_have_their_places(void** state)
{
  (void)state;
  static const struct {
    const char *text, *type, *places;
  } placed[] = {
    {"التقى كيري مع لافروف في جنيف.", "CONSULT", "جنيف"},
    {"قصفت إسرائيل غزة بالصواريخ.", "ASSAULT", "غزة"}, // the target is where it happens
    {"انفجرت قنبلة قرب السفارة في بغداد.", "ASSAULT", "بغداد"},
    {"تظاهر المئات ضد الحكومة في القاهرة.", "PROTEST", "القاهرة"},
    {"انسحب الجيش السوري من إدلب.", "RETREAT", "-"}, // that is where it begins
    {"اتهمت تركيا سوريا بقصف المدينة.", "ACCUSE", "-"},
  };
  for (size_t i = 0; i < sizeof placed / sizeof *placed; ++i) {
    const kb_doc    doc = analyse(placed[i].text, KB_STAGE_EXTRACT);
    const kb_event* e   = the_event(&doc, placed[i].type, NULL);
    assert_roles(placed[i].text, "places", labels_of(&doc, &e->places), placed[i].places);
  }
}

static void numbers_of_victims_are_told_apart(void** state)
{
  (void)state;
  const kb_doc doc =
    analyse("قتل 12 جنديا وأصيب 30 آخرون في هجوم قرب حلب. واعتقلت الشرطة خمسة مشتبه بهم.", KB_STAGE_EXTRACT);
  int64_t dead = 0, injured = 0, arrested = 0;
  for (uint32_t i = 0; i < doc.events.n; ++i) {
    const kb_event* e = &doc.events.v[i];
    dead += e->dead == KB_NONE ? 0 : doc.quantities.v[e->dead].value;
    injured += e->injured == KB_NONE ? 0 : doc.quantities.v[e->injured].value;
    arrested += e->arrested == KB_NONE ? 0 : doc.quantities.v[e->arrested].value;
  }
  assert_int_equal(dead, 12);
  assert_int_equal(injured, 30);
  assert_int_equal(arrested, 5);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(frames_give_roles),
    cmocka_unit_test(events_have_their_places),
    cmocka_unit_test(numbers_of_victims_are_told_apart),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
