/// Endings of nouns and adjectives.
#include "lexicon_internal.h"

#define ALEF "\xD8\xA7"
#define TA "\xD8\xAA"
#define TA_MARBUTA "\xD8\xA9"
#define MAQSURA "\xD9\x89"
#define YA "\xD9\x8A"
#define WAW "\xD9\x88"
#define NUN "\xD9\x86"
#define HAMZA "\xD8\xA1"

typedef struct declension {
  kb_lexicon* lex;
  uint32_t    lexeme;
  kb_feats    feats;
  kb_status   status;
} declension;

/// Index stem + ending; a failure sticks.
static void add(declension* d, kb_str stem, const char* ending, unsigned gender, unsigned number, unsigned state)
{
  char         out[KB_KEY_MAX];
  const size_t n = strlen(ending);
  if (d->status != KB_OK || stem.n + n > sizeof out) {
    return;
  }
  memcpy(out, stem.p, stem.n);
  memcpy(out + stem.n, ending, n);
  kb_feats f = d->feats;
  f.gender   = gender & 3u;
  f.number   = number & 3u;
  f.state    = state & 3u;
  d->status  = kb_lexicon__add_form(d->lex, d->lexeme, f, (kb_str){out, stem.n + n});
}

static bool ends(kb_str s, const char* with)
{
  return kb_str_ends(s, kb_str_of(with));
}

static kb_str cut(kb_str s)
{
  return s.n >= 2 ? (kb_str){s.p, s.n - 2} : s;
}

static void tanwin(declension* d, kb_str s, unsigned gender, unsigned number)
{
  if (!ends(s, TA_MARBUTA) && !ends(s, MAQSURA) && !ends(s, ALEF HAMZA) && !ends(s, ALEF)) {
    add(d, s, ALEF, gender, number, KB_INDEF);
  }
}

static void dual(declension* d, kb_str s, unsigned gender)
{
  kb_str      stem = s;
  const char* link = "";
  if (ends(s, TA_MARBUTA)) {
    stem = cut(s);
    link = TA;
  } else if (ends(s, MAQSURA)) {
    stem = cut(s);
    link = YA;
  }
  static const char* const endings[] = {ALEF NUN, YA NUN, ALEF, YA};
  for (int i = 0; i < 4; ++i) {
    char ending[8];
    memcpy(ending, link, strlen(link) + 1);
    memcpy(ending + strlen(link), endings[i], strlen(endings[i]) + 1);
    add(d, stem, ending, gender, KB_DUAL, i < 2 ? KB_STATE_NONE : KB_CONSTRUCT);
  }
}

static void sound_masculine(declension* d, kb_str s)
{
  const kb_str stem = ends(s, MAQSURA) ? cut(s) : s;
  add(d, stem, WAW NUN, KB_MASC, KB_PLUR, KB_STATE_NONE);
  add(d, stem, YA NUN, KB_MASC, KB_PLUR, KB_STATE_NONE);
  add(d, stem, WAW, KB_MASC, KB_PLUR, KB_CONSTRUCT);
  add(d, stem, YA, KB_MASC, KB_PLUR, KB_CONSTRUCT);
}

static void sound_feminine(declension* d, kb_str s)
{
  if (ends(s, ALEF TA_MARBUTA)) {
    add(d, cut(cut(s)), YA ALEF TA, KB_FEM, KB_PLUR, KB_STATE_NONE); // مباراة مباريات
    add(d, cut(cut(s)), WAW ALEF TA, KB_FEM, KB_PLUR, KB_STATE_NONE);
  } else if (ends(s, TA_MARBUTA)) {
    add(d, cut(s), ALEF TA, KB_FEM, KB_PLUR, KB_STATE_NONE);
  } else if (ends(s, MAQSURA)) {
    add(d, cut(s), YA ALEF TA, KB_FEM, KB_PLUR, KB_STATE_NONE);
  } else {
    add(d, s, ALEF TA, KB_FEM, KB_PLUR, KB_STATE_NONE);
  }
}

static unsigned gender_of(kb_str s, kb_feats feats)
{
  const bool feminine = ends(s, TA_MARBUTA) || ends(s, ALEF HAMZA) || ends(s, MAQSURA);
  return feats.gender ? feats.gender : feminine ? KB_FEM : KB_MASC;
}

/// ماض, قاض: with the article or in construct the ya comes back.
static kb_str with_ya(const kb_noun_forms* forms, char* out)
{
  const kb_str f = forms->feminine;
  if (f.n == forms->lemma.n + 4 && kb_str_starts(f, forms->lemma) && ends(f, YA TA_MARBUTA)) {
    memcpy(out, f.p, f.n - 2);
    return (kb_str){out, f.n - 2};
  }
  return (kb_str){out, 0};
}

static void adjective(declension* d, const kb_noun_forms* forms)
{
  char   ya[KB_KEY_MAX], regular[KB_KEY_MAX];
  kb_str base = with_ya(forms, ya);
  if (base.n) {
    add(d, base, "", KB_MASC, KB_SING, KB_STATE_NONE);
    tanwin(d, base, KB_MASC, KB_SING);
  } else {
    base = forms->lemma;
  }
  kb_str feminine = forms->feminine;
  if (!feminine.n) {
    const kb_str stem = ends(base, MAQSURA) ? cut(base) : base;
    memcpy(regular, stem.p, stem.n);
    const kb_str tail = ends(base, MAQSURA) ? KB_STR(ALEF TA_MARBUTA) : KB_STR(TA_MARBUTA);
    memcpy(regular + stem.n, tail.p, tail.n);
    feminine = (kb_str){regular, stem.n + tail.n};
  }
  dual(d, base, KB_MASC);
  if (!d->feats.elative || forms->feminine.n) { // كبرى، عليا
    add(d, feminine, "", KB_FEM, KB_SING, KB_STATE_NONE);
    dual(d, feminine, KB_FEM);
  }
  if (!d->feats.elative) {
    sound_masculine(d, forms->lemma);
    sound_feminine(d, ends(feminine, TA_MARBUTA) ? feminine : base);
  }
}

kb_status kb_lexicon__decline(kb_lexicon* lex, uint32_t lexeme, const kb_noun_forms* forms)
{
  declension     d      = {lex, lexeme, forms->feats, KB_OK};
  const kb_str   lemma  = forms->lemma;
  const unsigned gender = forms->adjective ? KB_MASC : gender_of(lemma, forms->feats);
  if (lemma.n + 12 > KB_KEY_MAX) {
    return KB_OK;
  }
  add(&d, lemma, "", gender, forms->feats.number ? forms->feats.number : KB_SING, KB_STATE_NONE);
  if (forms->proper) {
    return d.status;
  }
  tanwin(&d, lemma, gender, KB_SING);
  if (forms->adjective) {
    adjective(&d, forms);
    return d.status;
  }
  dual(&d, lemma, gender);
  if (forms->sound_masculine) {
    sound_masculine(&d, lemma);
  }
  if (forms->sound_feminine) {
    sound_feminine(&d, lemma);
  }
  return d.status;
}

kb_status kb_lexicon__add_broken_plural(kb_lexicon* lex, uint32_t lexeme, kb_feats feats, kb_str plural)
{
  declension     d      = {lex, lexeme, feats, KB_OK};
  const unsigned gender = feats.gender ? feats.gender : feats.human ? KB_MASC : gender_of(plural, feats);
  add(&d, plural, "", gender, KB_PLUR, KB_STATE_NONE);
  tanwin(&d, plural, gender, KB_PLUR);
  if (ends(plural, WAW NUN)) {
    add(&d, cut(cut(plural)), YA NUN, KB_MASC, KB_PLUR, KB_STATE_NONE);
    add(&d, cut(cut(plural)), WAW, KB_MASC, KB_PLUR, KB_CONSTRUCT);
    add(&d, cut(cut(plural)), YA, KB_MASC, KB_PLUR, KB_CONSTRUCT);
  }
  return d.status;
}
