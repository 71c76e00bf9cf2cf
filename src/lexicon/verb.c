#include "verb_impl.h"

#include "khabar/text.h"

/** \name Stems */

static const char* const templates[][4] = {
  // perfect, perfect passive, imperfect, imperfect passive (without prefix)
  [1]            = {"1a2P3", "1u2i3", "12V3", "12a3"},
  [2]            = {"1a2a3", "1u2i3", "1a2i3", "1a2a3"},
  [3]            = {"1aA2a3", "1uW2i3", "1aA2i3", "1aA2a3"},
  [4]            = {"ha12a3", "hu12i3", "12i3", "12a3"},
  [5]            = {"ta1a2a3", "tu1u2i3", "ta1a2a3", "ta1a2a3"},
  [6]            = {"ta1aA2a3", "tu1uW2i3", "ta1aA2a3", "ta1aA2a3"},
  [7]            = {"Ain1a2a3", "Aun1u2i3", "n1a2i3", "n1a2a3"},
  [8]            = {"Ai1Ta2a3", "Au1Tu2i3", "1Ta2i3", "1Ta2a3"},
  [9]            = {"Ai12a3", "Au12u3", "12a3", "12a3"},
  [10]           = {"Aista12a3", "Austu12i3", "sta12i3", "sta12a3"},
  [KB_FORM_QI]   = {"1a23a4", "1u23i4", "1a23i4", "1a23a4"},
  [KB_FORM_QII]  = {"ta1a23a4", "tu1u23i4", "ta1a23a4", "ta1a23a4"},
  [KB_FORM_QIII] = {"Ai12an3a4", "Au12un3i4", "12an3i4", "12an3a4"},
  [KB_FORM_QIV]  = {"Ai12a3a4", "Au12u3i4", "12a3i4", "12a3a4"},
};

/// The stems of forms IX and QIV before consonants show the doubled radical.
static const char* open_template(int form, kb_stem_kind kind)
{
  static const char* const ninth[]  = {"Ai12a3a3", "Au12u3i3", "12a3i3", "12a3a3"};
  static const char* const fourth[] = {"Ai12a34a4", "Au12u34i4", "12a34i4", "12a34a4"};
  return form == 9 ? ninth[kind] : fourth[kind];
}

/// First radical and ت of form VIII, with their assimilations.
static void eighth(const kb_verb* verb, kb_built* b, char vowel)
{
  kb_stem*       s = &b->stem;
  const unsigned c = verb->r[0];
  b->at[0]         = s->n;
  if (verb->fused || c == KB_L_WAW || c == KB_L_YA || c == KB_L_TA) {
    kb_lexicon__seg(s, KB_L_TA, vowel);
  } else if (c == KB_L_DAL || c == KB_L_TAH || c == KB_L_THAL || c == KB_L_ZAH) {
    kb_lexicon__seg(s, c == KB_L_THAL && verb->hard ? KB_L_DAL : c, vowel);
  } else {
    kb_lexicon__seg(s, c, 0);
    kb_lexicon__seg(s, c == KB_L_ZAY ? KB_L_DAL : c == KB_L_SAD || c == KB_L_DAD ? KB_L_TAH : KB_L_TA, vowel);
  }
}

static unsigned template_letter(char t)
{
  switch (t) {
  case 'A':
    return KB_L_ALEF;
  case 'W':
    return KB_L_WAW;
  case 'Y':
    return KB_L_YA;
  case 'h':
    return KB_L_HAMZA;
  case 't':
    return KB_L_TA;
  case 'n':
    return KB_L_NUN;
  case 's':
    return KB_L_SIN;
  default:
    return KB_L_MIM;
  }
}

static char template_vowel(const kb_verb* verb, char t)
{
  return t == 'P' ? verb->perfect : t == 'V' ? verb->imperfect : t == 'a' || t == 'i' || t == 'u' ? t : '\0';
}

void kb_lexicon__build(const kb_verb* verb, const char* template, kb_built* out)
{
  *out = (kb_built){.at = {-1, -1, -1, -1}};
  for (const char* t = template; *t; ++t) {
    const char own = *t;
    if (own == '1' && t[1] == 'T') {
      eighth(verb, out, t[2]);
      t += 2;
      continue;
    }
    const char vowel = template_vowel(verb, t[1]);
    if (own >= '1' && own <= '4') {
      out->at[own - '1'] = out->stem.n;
      kb_lexicon__seg(&out->stem, verb->r[own - '1'], vowel);
    } else {
      kb_lexicon__seg(&out->stem, template_letter(own), vowel);
    }
    t += vowel != 0;
  }
}

static void drop(kb_built* b, int radical)
{
  const int i = b->at[radical];
  for (int k = i; k + 1 < b->stem.n; ++k) {
    b->stem.seg[k] = b->stem.seg[k + 1];
  }
  --b->stem.n;
  b->at[radical] = -1;
  for (int k = 0; k < 4; ++k) {
    b->at[k] -= b->at[k] > i;
  }
}

/// Give the vowel of a radical to the consonant before it, if that has none.
static void move_vowel(kb_built* b, int radical)
{
  const int i = b->at[radical];
  if (i > 0 && !b->stem.seg[i - 1].v && b->stem.seg[i - 1].c != KB_L_ALEF) {
    b->stem.seg[i - 1].v = b->stem.seg[i].v;
  }
}

static void contract_hollow(const kb_verb* verb, bool closed, kb_built* b)
{
  const int i = b->at[1];
  if (i < 1) {
    return;
  }
  kb_seg*    before = &b->stem.seg[i - 1];
  kb_seg*    weak   = &b->stem.seg[i];
  const char v      = before->v == 'u' && weak->v == 'i' ? 'i' : before->v ? before->v : weak->v;
  if (closed) {
    before->v = verb->form == 1 && v == 'a' && before->v ? (verb->imperfect == 'u' ? 'u' : 'i') : v;
    drop(b, 1);
    return;
  }
  before->v = v;
  *weak     = (kb_seg){v == 'a' ? KB_L_ALEF : v == 'u' ? KB_L_WAW : KB_L_YA, 0};
}

void kb_lexicon__contract(const kb_verb* verb, bool closed, kb_built* b)
{
  if (verb->hollow) {
    contract_hollow(verb, closed, b);
  } else if (verb->doubled && !closed && b->at[1] > 0) {
    move_vowel(b, 1);
    drop(b, 1);
  }
}

/// رأى loses its hamza in the imperfect of form I and in all of form IV.
static bool loses_hamza(const kb_verb* verb, kb_stem_kind kind)
{
  return verb->r[0] == 0x631 && verb->r[1] == KB_L_HAMZA && verb->r[2] == KB_L_YA &&
         (verb->form == 4 || (verb->form == 1 && kind >= KB_STEM_IMPERFECT));
}

void kb_lexicon__stem(const kb_verb* verb, kb_stem_kind kind, bool closed, kb_built* out)
{
  const bool open = closed && (verb->form == 9 || verb->form == KB_FORM_QIV);
  kb_lexicon__build(verb, open ? open_template(verb->form, kind) : templates[verb->form][kind], out);
  if (loses_hamza(verb, kind)) {
    move_vowel(out, 1);
    drop(out, 1);
  }
  if (kind == KB_STEM_IMPERFECT && verb->form == 1 && verb->r[0] == KB_L_WAW && !verb->keep_w && !verb->hollow) {
    drop(out, 0);
  }
  kb_seg* last = &out->stem.seg[out->stem.n - 1];
  if (verb->defective && last->c == KB_L_WAW &&
      (kind == KB_STEM_PERFECT_PASSIVE || kind == KB_STEM_IMPERFECT_PASSIVE)) {
    last->c = KB_L_YA; // دُعي، يُدعيان
  }
  kb_lexicon__contract(verb, closed, out);
}

/** \name Endings */

/// An ending: whether it begins with a consonant, the vowel it gives to the last radical, its letters.
typedef struct ending {
  uint8_t     person, gender, number;
  bool        closed;
  char        vowel;
  const char* letters; ///< as in templates, l for the silent alef
} ending;

static const ending perfect_endings[] = {
  {3, KB_MASC, KB_SING, false, 0, ""},        {3, KB_FEM, KB_SING, false, 'a', "t"},
  {3, KB_MASC, KB_PLUR, false, 'u', "WA"},    {3, KB_MASC, KB_DUAL, false, 'a', "A"},
  {3, KB_FEM, KB_DUAL, false, 'a', "taA"},    {3, KB_FEM, KB_PLUR, true, 0, "n"},
  {1, KB_GENDER_NONE, KB_SING, true, 0, "t"}, {1, KB_GENDER_NONE, KB_PLUR, true, 0, "nA"},
  {2, KB_MASC, KB_SING, true, 0, "t"},        {2, KB_FEM, KB_SING, true, 0, "t"},
  {2, KB_MASC, KB_PLUR, true, 0, "tum"},      {2, KB_GENDER_NONE, KB_DUAL, true, 0, "tumaA"},
  {2, KB_FEM, KB_PLUR, true, 0, "tun"},
};

static const ending indicative_endings[] = {
  {3, KB_MASC, KB_SING, false, 0, ""},        {3, KB_FEM, KB_SING, false, 0, ""},
  {3, KB_MASC, KB_PLUR, false, 'u', "Wn"},    {3, KB_MASC, KB_DUAL, false, 'a', "An"},
  {3, KB_FEM, KB_DUAL, false, 'a', "An"},     {3, KB_FEM, KB_PLUR, true, 0, "n"},
  {1, KB_GENDER_NONE, KB_SING, false, 0, ""}, {1, KB_GENDER_NONE, KB_PLUR, false, 0, ""},
  {2, KB_MASC, KB_SING, false, 0, ""},        {2, KB_FEM, KB_SING, false, 'i', "Yn"},
  {2, KB_MASC, KB_PLUR, false, 'u', "Wn"},    {2, KB_GENDER_NONE, KB_DUAL, false, 'a', "An"},
  {2, KB_FEM, KB_PLUR, true, 0, "n"},
};

/// Subjunctive and jussive; only the forms without an ending differ between them.
static const ending apocopate_endings[] = {
  {3, KB_MASC, KB_SING, false, 0, ""},        {3, KB_FEM, KB_SING, false, 0, ""},
  {3, KB_MASC, KB_PLUR, false, 'u', "WA"},    {3, KB_MASC, KB_DUAL, false, 'a', "A"},
  {3, KB_FEM, KB_DUAL, false, 'a', "A"},      {3, KB_FEM, KB_PLUR, true, 0, "n"},
  {1, KB_GENDER_NONE, KB_SING, false, 0, ""}, {1, KB_GENDER_NONE, KB_PLUR, false, 0, ""},
  {2, KB_MASC, KB_SING, false, 0, ""},        {2, KB_FEM, KB_SING, false, 'i', "Y"},
  {2, KB_MASC, KB_PLUR, false, 'u', "WA"},    {2, KB_GENDER_NONE, KB_DUAL, false, 'a', "A"},
  {2, KB_FEM, KB_PLUR, true, 0, "n"},
};

static void add_letters(const char* letters, kb_stem* stem)
{
  for (const char* t = letters; *t; ++t) {
    const char vowel = t[1] == 'a' || t[1] == 'u' ? t[1] : '\0';
    kb_lexicon__seg(stem, template_letter(*t), vowel);
    t += vowel != 0;
  }
}

/// Perfect of a defective verb whose last vowel is a: رمى رمت رموا رميت.
static void weak_final_a(const kb_verb* verb, const ending* e, bool perfect, kb_stem* s)
{
  kb_seg* last = &s->seg[s->n - 1];
  if (e->closed || (e->vowel == 'a' && e->letters[0] == 'A')) {
    last->v = e->vowel; // رميا، رميت
  } else if (!e->letters[0]) {
    const bool alef = (perfect && verb->form == 1 && verb->r[2] == KB_L_WAW) || s->seg[s->n - 2].c == KB_L_YA;
    *last           = (kb_seg){alef ? KB_L_ALEF : KB_L_MAQSURA, 0};
  } else {
    --s->n; // رمت، رموا
  }
}

/// Last vowel i or u: بقي بقوا, يدعو يدعون, يرمي ترمين.
static void weak_final_iu(const ending* e, kb_stem* s)
{
  const bool own_vowel = e->letters[0] == 'W' || e->letters[0] == 'Y';
  if (own_vowel && !e->closed) {
    --s->n;
    s->seg[s->n - 1].v = e->vowel;
  } else {
    s->seg[s->n - 1].v = e->vowel;
  }
}

static void finish(const kb_verb* verb, const ending* e, bool perfect, bool jussive, kb_stem* s)
{
  if (verb->defective && s->n >= 2) {
    if (!e->letters[0] && jussive) {
      --s->n;
    } else if (s->seg[s->n - 2].v == 'a') {
      weak_final_a(verb, e, perfect, s);
    } else {
      weak_final_iu(e, s);
    }
  } else {
    s->seg[s->n - 1].v = e->vowel;
  }
  if (e->closed && s->seg[s->n - 1].c == template_letter(e->letters[0])) {
    --s->n; // أعلنّا، بتّ: written once
  }
  add_letters(e->letters, s);
}

/** \name Paradigm */

typedef struct paradigm {
  const kb_verb* verb;
  kb_cell_fn*    fn;
  void*          user;
} paradigm;

/// Spell a finished stem and hand it on, once for each way to write its hamza.
static void give(const paradigm* p, kb_feats feats, const kb_stem* stem)
{
  char   out[KB_HAMZA_STYLES][KB_SPELL_MAX];
  size_t n[KB_HAMZA_STYLES];
  bool   hamza = false;
  for (int i = 1; i < stem->n; ++i) {
    hamza |= stem->seg[i].c == KB_L_HAMZA;
  }
  for (int k = 0; k < (hamza ? KB_HAMZA_STYLES : 1); ++k) {
    n[k]     = kb_lexicon__spell(stem, (kb_hamza_style)k, out[k]);
    bool old = false;
    for (int j = 0; j < k; ++j) {
      old |= n[j] == n[k] && memcmp(out[j], out[k], n[k]) == 0;
    }
    if (!old) {
      p->fn(p->user, feats, (kb_str){out[k], n[k]});
    }
  }
}

static kb_feats cell(const ending* e, unsigned aspect, unsigned mood, unsigned voice)
{
  return (kb_feats){.upos     = KB_VERB,
                    .verbform = KB_FIN,
                    .aspect   = aspect & 3u,
                    .mood     = mood & 3u,
                    .voice    = voice & 3u,
                    .person   = e->person & 3u,
                    .gender   = e->gender & 3u,
                    .number   = e->number & 3u};
}

static void perfect(const paradigm* p, unsigned voice)
{
  const kb_stem_kind kind = voice == KB_PASSIVE ? KB_STEM_PERFECT_PASSIVE : KB_STEM_PERFECT;
  kb_built           open, closed;
  kb_lexicon__stem(p->verb, kind, false, &open);
  kb_lexicon__stem(p->verb, kind, true, &closed);
  for (size_t i = 0; i < sizeof perfect_endings / sizeof *perfect_endings; ++i) {
    const ending* e = &perfect_endings[i];
    kb_stem       s = e->closed ? closed.stem : open.stem;
    finish(p->verb, e, true, false, &s);
    give(p, cell(e, KB_PERFECT, KB_INDICATIVE, voice), &s);
  }
}

static unsigned prefix_letter(const ending* e)
{
  if (e->person == 1) {
    return e->number == KB_SING ? KB_L_HAMZA : KB_L_NUN;
  }
  const bool feminine_t = e->gender == KB_FEM && e->number != KB_PLUR;
  return e->person == 2 || feminine_t ? KB_L_TA : KB_L_YA;
}

static char prefix_vowel(const kb_verb* verb, unsigned voice)
{
  const int f = verb->form;
  return voice == KB_PASSIVE || f == 2 || f == 3 || f == 4 || f == KB_FORM_QI ? 'u' : 'a';
}

static void imperfect_cell(const paradigm* p, const ending* e, unsigned mood, unsigned voice, const kb_stem* base)
{
  kb_stem s = {.n = 0};
  kb_lexicon__seg(&s, prefix_letter(e), prefix_vowel(p->verb, voice));
  kb_lexicon__join(&s, base);
  finish(p->verb, e, false, mood == KB_JUSSIVE, &s);
  give(p, cell(e, KB_IMPERFECT, mood, voice), &s);
}

/// Does it end in a doubled radical that a jussive or imperative without ending may also write out: لم يمدد، لم يطمأنن?
static bool may_uncontract(const kb_verb* v)
{
  return v->doubled || v->form == 9 || v->form == KB_FORM_QIV;
}

static void imperfect(const paradigm* p, unsigned mood, unsigned voice)
{
  const kb_stem_kind kind = voice == KB_PASSIVE ? KB_STEM_IMPERFECT_PASSIVE : KB_STEM_IMPERFECT;
  const ending*      list = mood == KB_INDICATIVE ? indicative_endings : apocopate_endings;
  const kb_verb*     v    = p->verb;
  kb_built           open, closed;
  kb_lexicon__stem(v, kind, false, &open);
  kb_lexicon__stem(v, kind, true, &closed);
  for (size_t i = 0; i < sizeof indicative_endings / sizeof *indicative_endings; ++i) {
    const ending* e    = &list[i];
    const bool    bare = mood == KB_JUSSIVE && !e->letters[0];
    if (e->closed || (bare && v->hollow)) {
      imperfect_cell(p, e, mood, voice, &closed.stem);
      continue;
    }
    imperfect_cell(p, e, mood, voice, &open.stem);
    if (bare && may_uncontract(v)) {
      imperfect_cell(p, e, mood, voice, &closed.stem); // يمد beside يمدد
    }
  }
}

/// خذ، كل، مر
static bool loses_first(const kb_verb* v)
{
  return v->form == 1 && v->r[0] == KB_L_HAMZA &&
         ((v->r[1] == 0x62E && v->r[2] == KB_L_THAL) || (v->r[1] == 0x643 && v->r[2] == 0x644) ||
          (v->r[1] == KB_L_MIM && v->r[2] == 0x631));
}

static void imperative_cell(const paradigm* p, const ending* e, const kb_built* base)
{
  const kb_verb* v           = p->verb;
  kb_stem        tail        = base->stem;
  kb_stem        s           = {.n = 0};
  const bool     short_first = loses_first(v);
  if (short_first) {
    tail.n = 0;
    for (int i = 1; i < base->stem.n; ++i) {
      kb_lexicon__seg(&tail, base->stem.seg[i].c, base->stem.seg[i].v);
    }
  }
  if (v->form == 4) {
    kb_lexicon__seg(&s, KB_L_HAMZA, 'a');
  } else if (tail.n && (!tail.seg[0].v || v->form == 8) && !short_first) { // اتهم: its first letter is doubled
    kb_lexicon__seg(&s, KB_L_ALEF, v->form == 1 && v->imperfect == 'u' ? 'u' : 'i');
  }
  kb_lexicon__join(&s, &tail);
  finish(v, e, false, true, &s);
  give(p, cell(e, KB_IMPERATIVE, KB_MOOD_NONE, KB_ACTIVE), &s);
}

static void imperative(const paradigm* p)
{
  kb_built open, closed;
  kb_lexicon__stem(p->verb, KB_STEM_IMPERFECT, false, &open);
  kb_lexicon__stem(p->verb, KB_STEM_IMPERFECT, true, &closed);
  for (size_t i = 0; i < sizeof apocopate_endings / sizeof *apocopate_endings; ++i) {
    const ending* e = &apocopate_endings[i];
    if (e->person != 2) {
      continue;
    }
    const bool bare = !e->letters[0];
    imperative_cell(p, e, e->closed || (bare && p->verb->hollow) ? &closed : &open);
    if (bare && may_uncontract(p->verb)) {
      imperative_cell(p, e, &closed);
    }
  }
}

void kb_lexicon__conjugate(const kb_verb* verb, kb_cell_fn* fn, void* user)
{
  const paradigm p = {verb, fn, user};
  perfect(&p, KB_ACTIVE);
  imperfect(&p, KB_INDICATIVE, KB_ACTIVE);
  imperfect(&p, KB_SUBJUNCTIVE, KB_ACTIVE);
  imperfect(&p, KB_JUSSIVE, KB_ACTIVE);
  perfect(&p, KB_PASSIVE);
  imperfect(&p, KB_INDICATIVE, KB_PASSIVE);
  imperfect(&p, KB_SUBJUNCTIVE, KB_PASSIVE);
  imperfect(&p, KB_JUSSIVE, KB_PASSIVE);
  imperative(&p);
}

/** \name Reading an entry */

static const char* const form_names[] = {"",     "I",  "II", "III", "IV",  "V",    "VI", "VII",
                                         "VIII", "IX", "X",  "QI",  "QII", "QIII", "QIV"};

int kb_lexicon__form_number(kb_str name)
{
  for (int i = 1; i < (int)(sizeof form_names / sizeof *form_names); ++i) {
    if (kb_str_eq(name, kb_str_of(form_names[i]))) {
      return i;
    }
  }
  return 0;
}

const char* kb_lexicon__form_name(int form)
{
  return form > 0 && form < (int)(sizeof form_names / sizeof *form_names) ? form_names[form] : "";
}

static bool is_weak(unsigned c)
{
  return c == KB_L_WAW || c == KB_L_YA;
}

/// Is the third person masculine singular perfect the lemma?
static bool gives(const kb_verb* verb, kb_str lemma)
{
  kb_built b;
  char     out[KB_SPELL_MAX];
  kb_lexicon__stem(verb, KB_STEM_PERFECT, false, &b);
  finish(verb, &perfect_endings[0], true, false, &b.stem);
  return kb_str_eq(lemma, (kb_str){out, kb_lexicon__spell(&b.stem, KB_HAMZA_RULE, out)});
}

static bool read_root(kb_verb* verb, kb_str root)
{
  for (size_t i = 0; i < root.n;) {
    const uint32_t c = kb_text_next(root, &i);
    if (verb->n_r == 4 || c < KB_L_HAMZA || c > KB_L_YA) {
      return false;
    }
    verb->r[verb->n_r++] = c;
  }
  return verb->n_r == (verb->form >= KB_FORM_QI ? 4 : 3);
}

bool kb_lexicon__verb_init(kb_verb* verb, kb_str lemma, kb_str root, int form, char imperfect, bool keep_w)
{
  *verb = (kb_verb){.form = form, .imperfect = imperfect ? imperfect : 'a', .keep_w = keep_w, .perfect = 'a'};
  if (form < 1 || form > KB_FORM_QIV || !read_root(verb, root)) {
    return false;
  }
  const bool triliteral      = verb->n_r == 3;
  const bool contracts       = form == 1 || form == 4 || form == 7 || form == 8 || form == 10;
  verb->defective            = is_weak(verb->r[verb->n_r - 1]) && form != 9;
  const bool        hollow   = triliteral && contracts && is_weak(verb->r[1]) && !verb->defective;
  const bool        doubled  = triliteral && verb->r[1] == verb->r[2] && (contracts || form == 3 || form == 6);
  static const char vowels[] = {'a', 'i', 'u'};
  for (int k = 0; k < 48; ++k) { // contraction × perfect vowel × assimilation of form VIII
    verb->hollow  = hollow && !(k & 1);
    verb->doubled = doubled && !(k & 1);
    verb->fused   = form == 8 && (k & 2);
    verb->hard    = form == 8 && (k & 4);
    verb->perfect = vowels[(k >> 3) % 3];
    if ((form == 1 || !(k >> 3)) && gives(verb, lemma)) {
      if (verb->defective && verb->r[verb->n_r - 1] == KB_L_WAW && (form != 1 || verb->perfect == 'i')) {
        verb->r[verb->n_r - 1] = KB_L_YA;
      } else if (form == 1 && verb->defective && verb->imperfect != 'u') {
        verb->r[2] = verb->perfect == 'a' && verb->r[2] == KB_L_WAW && imperfect != 'a' ? KB_L_YA : verb->r[2];
      }
      return true;
    }
  }
  return false;
}
