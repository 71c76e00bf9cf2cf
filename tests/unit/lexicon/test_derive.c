/// Masdars and participles that follow by rule.
#include "../../../src/lexicon/verb.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct sample {
  const char* lemma;
  const char* root;
  int         form;
  const char* masdar;  ///< "" for form I, which has none by rule
  const char* active;  ///< defective ones with their ya
  const char* passive; ///< NULL: not asked
  char        imperfect;
} sample;

static const sample samples[] = {
  // form I
  {"كتب", "كتب", 1, "", "كاتب", "مكتوب", 'u'},
  {"قال", "قول", 1, "", "قائل", "مقول", 'u'},
  {"باع", "بيع", 1, "", "بائع", "مبيع", 'i'},
  {"دعا", "دعو", 1, "", "داعي", "مدعو", 'u'},
  {"رمى", "رمي", 1, "", "رامي", "مرمي", 'i'},
  {"مر", "مرر", 1, "", "مار", "ممرور", 'u'},
  {"أخذ", "ءخذ", 1, "", "آخذ", "مأخوذ", 'u'},
  {"سأل", "سءل", 1, "", "سائل", "مسؤول", 'a'},
  {"وصل", "وصل", 1, "", "واصل", "موصول", 'i'},
  {"قرأ", "قرء", 1, "", "قارئ", "مقروء", 'a'},
  // II
  {"درب", "درب", 2, "تدريب", "مدرب", "مدرب", 0},
  {"غطى", "غطي", 2, "تغطية", "مغطي", "مغطى", 0},
  {"هنأ", "هنء", 2, "تهنئة", "مهنئ", "مهنأ", 0},
  {"أكد", "ءكد", 2, "تأكيد", "مؤكد", "مؤكد", 0},
  {"عين", "عين", 2, "تعيين", "معين", "معين", 0},
  // III
  {"شارك", "شرك", 3, "مشاركة", "مشارك", "مشارك", 0},
  {"لاقى", "لقي", 3, "ملاقاة", "ملاقي", "ملاقى", 0},
  {"واجه", "وجه", 3, "مواجهة", "مواجه", "مواجه", 0},
  // IV
  {"أعلن", "علن", 4, "إعلان", "معلن", "معلن", 0},
  {"أقام", "قوم", 4, "إقامة", "مقيم", "مقام", 0},
  {"أجرى", "جري", 4, "إجراء", "مجري", "مجرى", 0},
  {"أوضح", "وضح", 4, "إيضاح", "موضح", "موضح", 0},
  {"أعد", "عدد", 4, "إعداد", "معد", "معد", 0},
  {"آمن", "ءمن", 4, "إيمان", "مؤمن", "مؤمن", 0},
  {"أنشأ", "نشء", 4, "إنشاء", "منشئ", "منشأ", 0},
  // V, VI
  {"تقدم", "قدم", 5, "تقدم", "متقدم", "متقدم", 0},
  {"تلقى", "لقي", 5, "تلقي", "متلقي", "متلقى", 0},
  {"تعاون", "عون", 6, "تعاون", "متعاون", NULL, 0},
  {"تفادى", "فدي", 6, "تفادي", "متفادي", "متفادى", 0},
  // VII
  {"انسحب", "سحب", 7, "انسحاب", "منسحب", NULL, 0},
  {"انهار", "هور", 7, "انهيار", "منهار", NULL, 0},
  {"انضم", "ضمم", 7, "انضمام", "منضم", NULL, 0},
  // VIII
  {"اجتمع", "جمع", 8, "اجتماع", "مجتمع", NULL, 0},
  {"اختار", "خير", 8, "اختيار", "مختار", "مختار", 0},
  {"اتصل", "وصل", 8, "اتصال", "متصل", NULL, 0},
  {"انتهى", "نهي", 8, "انتهاء", "منتهي", NULL, 0},
  {"احتل", "حلل", 8, "احتلال", "محتل", "محتل", 0},
  {"اضطر", "ضرر", 8, "اضطرار", "مضطر", "مضطر", 0},
  // IX, X
  {"احمر", "حمر", 9, "احمرار", "محمر", NULL, 0},
  {"استخدم", "خدم", 10, "استخدام", "مستخدم", "مستخدم", 0},
  {"استعاد", "عود", 10, "استعادة", "مستعيد", "مستعاد", 0},
  {"استثنى", "ثني", 10, "استثناء", "مستثني", "مستثنى", 0},
  {"استمر", "مرر", 10, "استمرار", "مستمر", NULL, 0},
  {"استأنف", "ءنف", 10, "استئناف", "مستأنف", "مستأنف", 0},
  // four radicals
  {"ترجم", "ترجم", KB_FORM_QI, "ترجمة", "مترجم", "مترجم", 0},
  {"تدهور", "دهور", KB_FORM_QII, "تدهور", "متدهور", NULL, 0},
  {"اطمأن", "طمءن", KB_FORM_QIV, "اطمئنان", "مطمئن", NULL, 0},
};

static void rules(void** state)
{
  (void)state;
  for (size_t i = 0; i < sizeof samples / sizeof *samples; ++i) {
    const sample* s = &samples[i];
    kb_verb       verb;
    char          out[KB_SPELL_MAX] = "";
    assert_true(kb_lexicon__verb_init(&verb, kb_str_of(s->lemma), kb_str_of(s->root), s->form, s->imperfect, false));
    assert_int_equal(kb_lexicon__masdar(&verb, out), strlen(s->masdar));
    assert_string_equal(out, s->masdar);
    assert_int_equal(kb_lexicon__participle(&verb, false, out), strlen(s->active));
    assert_string_equal(out, s->active);
    if (s->passive) {
      kb_lexicon__participle(&verb, true, out);
      assert_string_equal(out, s->passive);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rules),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
