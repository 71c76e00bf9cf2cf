/// Does a noun agree with a verb as its subject, in either order?
#include "syntax_internal.h"

/// A name whose gender the dictionaries do not know agrees with everything, and what a number counts decides for it.
static bool gender_open(const kb_parse* p, uint32_t noun)
{
  const kb_feats   f = kb_syntax__word(p, noun)->feats;
  const kb_lexeme* x = kb_syntax__lexeme(p, noun);
  return !f.gender || f.upos == KB_PROPN || f.upos == KB_X || f.upos == KB_NUM ||
         (x && (x->noun_class == KB_CLASS_QUANTITY || x->noun_class == KB_CLASS_HONORIFIC)); // "استقبلت سموها"
}

bool kb_syntax__agrees_after(const kb_parse* p, uint32_t verb, uint32_t noun)
{
  const kb_word* v = kb_syntax__word(p, verb);
  const kb_word* n = kb_syntax__word(p, noun);
  if (v->feats.person && v->feats.person != 3) {
    return false;
  }
  if (v->feats.number == KB_PLUR || v->feats.number == KB_DUAL) {
    return false;
  }
  const bool plural_people = n->feats.number == KB_PLUR && n->feats.human;
  return gender_open(p, noun) || plural_people || kb_feats_agreeing_gender(n->feats) == v->feats.gender;
}

bool kb_syntax__agrees_before(const kb_parse* p, uint32_t noun, uint32_t verb)
{
  const kb_word* v = kb_syntax__word(p, verb);
  const kb_word* n = kb_syntax__word(p, noun);
  if (n->feats.upos == KB_PRON) {
    if (!n->feats.person || !v->feats.person) {
      return true; // ما, من
    }
    const bool gender =
      !n->feats.gender || !v->feats.gender || n->feats.gender == v->feats.gender; // إنه لا توجد: it is not the subject
    return n->feats.person == v->feats.person && gender;
  }
  if (v->feats.person && v->feats.person != 3) {
    return false;
  }
  if (v->feats.number >= KB_DUAL) {
    return n->feats.number >= KB_DUAL || gender_open(p, noun) || n->feats.human || kb_syntax__is_person(p, noun);
  }
  if ((n->feats.number == KB_PLUR && n->feats.human && v->feats.gender == KB_MASC) || n->feats.number == KB_DUAL) {
    return false;
  }
  return gender_open(p, noun) || kb_feats_agreeing_gender(n->feats) == v->feats.gender || !v->feats.gender;
}
