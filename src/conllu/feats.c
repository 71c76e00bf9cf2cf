#include "conllu_internal.h"

#define FEATURE(text)      \
  {                        \
    text, sizeof(text) - 1 \
  }
static const kb_str aspects[]  = {FEATURE(""), FEATURE("Aspect=Perf"), FEATURE("Aspect=Imp"), FEATURE("")};
static const kb_str cases[]    = {FEATURE(""), FEATURE("Case=Nom"), FEATURE("Case=Acc"), FEATURE("Case=Gen")};
static const kb_str states[]   = {FEATURE(""), FEATURE("Definite=Ind"), FEATURE("Definite=Def"),
                                  FEATURE("Definite=Cons")};
static const kb_str degrees[]  = {FEATURE(""), FEATURE("Degree=Cmp")};
static const kb_str genders[]  = {FEATURE(""), FEATURE("Gender=Masc"), FEATURE("Gender=Fem"), FEATURE("")};
static const kb_str moods[]    = {FEATURE(""), FEATURE("Mood=Ind"), FEATURE("Mood=Sub"), FEATURE("Mood=Jus")};
static const kb_str imperative = FEATURE("Mood=Imp");
static const kb_str numbers[]  = {FEATURE(""), FEATURE("Number=Sing"), FEATURE("Number=Dual"), FEATURE("Number=Plur")};
static const kb_str ordinals[] = {FEATURE(""), FEATURE("NumType=Ord")};
static const kb_str persons[]  = {FEATURE(""), FEATURE("Person=1"), FEATURE("Person=2"), FEATURE("Person=3")};
static const kb_str polarities[] = {FEATURE(""), FEATURE("Polarity=Neg")};
static const kb_str relatives[]  = {FEATURE(""), FEATURE("PronType=Rel")};
static const kb_str verbforms[]  = {
   FEATURE(""),
   FEATURE("VerbForm=Fin"),
   FEATURE("VerbForm=Vnoun"),
   FEATURE("VerbForm=Part"),
   FEATURE("VerbForm=Part"),
   FEATURE(""),
   FEATURE(""),
   FEATURE(""),
};
static const kb_str voices[] = {FEATURE(""), FEATURE("Voice=Act"), FEATURE("Voice=Pass"), FEATURE("")};

static kb_str voice_of(const kb_feats* f)
{
  switch (f->verbform) {
  case KB_ACTIVE_PART:
    return voices[KB_ACTIVE];
  case KB_PASSIVE_PART:
    return voices[KB_PASSIVE];
  default:
    return voices[f->voice];
  }
}

void kb_conllu__feats(const kb_word* word, kb_buf* out)
{
  const kb_feats* f = &word->feats;

  // in the alphabetical order that the format asks for
  const kb_str all[] = {
    aspects[f->aspect],
    cases[f->casus],
    states[f->state],
    degrees[f->elative],
    genders[f->gender],
    f->aspect == KB_IMPERATIVE ? imperative : moods[f->mood],
    numbers[f->number],
    ordinals[f->ordinal],
    persons[f->person],
    polarities[f->negative],
    relatives[f->relative],
    verbforms[f->verbform],
    voice_of(f),
  };
  const size_t before = out->n;
  for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
    if (all[i].n) {
      kb_buf_add(out, out->n > before ? KB_STR("|") : KB_STR(""));
      kb_buf_add(out, all[i]);
    }
  }
  if (out->n == before) {
    kb_buf_byte(out, '_');
  }
}
