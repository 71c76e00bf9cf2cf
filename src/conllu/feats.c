#include "conllu_internal.h"

static const char* const aspects[]   = {NULL, "Perf", "Imp", NULL};
static const char* const cases[]     = {NULL, "Nom", "Acc", "Gen"};
static const char* const states[]    = {NULL, "Ind", "Def", "Cons"};
static const char* const genders[]   = {NULL, "Masc", "Fem", NULL};
static const char* const moods[]     = {NULL, "Ind", "Sub", "Jus"};
static const char* const numbers[]   = {NULL, "Sing", "Dual", "Plur"};
static const char* const persons[]   = {NULL, "1", "2", "3"};
static const char* const verbforms[] = {NULL, "Fin", "Vnoun", "Part", "Part", NULL, NULL, NULL};
static const char* const voices[]    = {NULL, "Act", "Pass", NULL};

static const char* voice_of(const kb_feats* f)
{
  switch (f->verbform) {
  case KB_ACTIVE_PART:
    return "Act";
  case KB_PASSIVE_PART:
    return "Pass";
  default:
    return voices[f->voice];
  }
}

void kb_conllu__feats(const kb_word* word, kb_buf* out)
{
  const kb_feats* f = &word->feats;

  // in the alphabetical order that the format asks for
  const struct {
    const char* name;
    const char* value;
  } all[] = {
    {"Aspect", aspects[f->aspect]},
    {"Case", cases[f->casus]},
    {"Definite", states[f->state]},
    {"Degree", f->elative ? "Cmp" : NULL},
    {"Gender", genders[f->gender]},
    {"Mood", f->aspect == KB_IMPERATIVE ? "Imp" : moods[f->mood]},
    {"Number", numbers[f->number]},
    {"NumType", f->ordinal ? "Ord" : NULL},
    {"Person", persons[f->person]},
    {"Polarity", f->negative ? "Neg" : NULL},
    {"PronType", f->relative ? "Rel" : NULL},
    {"VerbForm", verbforms[f->verbform]},
    {"Voice", voice_of(f)},
  };
  const size_t before = out->n;
  for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
    if (all[i].value) {
      kb_buf_text(out, out->n > before ? "|" : "");
      kb_buf_text(out, all[i].name);
      kb_buf_byte(out, '=');
      kb_buf_text(out, all[i].value);
    }
  }
  if (out->n == before) {
    kb_buf_byte(out, '_');
  }
}
