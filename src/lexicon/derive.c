/// Masdars and participles that follow from root and form by rule.
#include "verb_impl.h"

/// Regular masdars of sound roots; form II and the triliteral derived forms of
/// weak roots are mended below.
static const char* const masdars[] = {
  [2]            = "ta12iY3",
  [3]            = "mu1aA2a3",
  [4]            = "hi12aA3",
  [5]            = "ta1a2u3",
  [6]            = "ta1aA2u3",
  [7]            = "Ain1i2aA3",
  [8]            = "Ai1Ti2aA3",
  [9]            = "Ai12i3aA3",
  [10]           = "Aisti12aA3",
  [KB_FORM_QI]   = "1a23a4",
  [KB_FORM_QII]  = "ta1a23u4",
  [KB_FORM_QIII] = "Ai12in3aA4",
  [KB_FORM_QIV]  = "Ai12i34aA4",
};

static void end_with_ta(kb_stem* s)
{
  s->seg[s->n - 1].v = 'a';
  kb_lexicon__seg(s, KB_L_TA_MARBUTA, 0);
}

/// إقامة، استعادة: the weak middle radical goes, ة makes up for it.
static bool hollow_masdar(const kb_verb* verb, kb_stem* s)
{
  if (!verb->hollow || (verb->form != 4 && verb->form != 10)) {
    return false;
  }
  kb_built b;
  kb_lexicon__build(verb, verb->form == 4 ? "hi1aA3" : "Aisti1aA3", &b);
  *s = b.stem;
  end_with_ta(s);
  return true;
}

/// تغطية، تهنئة
static bool second_masdar(const kb_verb* verb, kb_stem* s)
{
  if (verb->form != 2 || !(verb->defective || verb->r[2] == KB_L_HAMZA)) {
    return false;
  }
  kb_built b;
  kb_lexicon__build(verb, "ta12i3", &b);
  *s                 = b.stem;
  s->seg[s->n - 1].c = verb->defective ? KB_L_YA : KB_L_HAMZA;
  end_with_ta(s);
  return true;
}

static void weak_final(const kb_verb* verb, kb_stem* s)
{
  kb_seg* last = &s->seg[s->n - 1];
  if (verb->defective && last[-1].c == KB_L_ALEF && !last[-1].v) {
    last->c = KB_L_HAMZA; // إجراء، انتهاء
  } else if (verb->defective && last[-1].v == 'u') {
    last[-1].v = 'i'; // تلقي، تفادي
    last->c    = KB_L_YA;
  }
}

size_t kb_lexicon__masdar(const kb_verb* verb, char* out)
{
  if (verb->form < 2) {
    return 0;
  }
  kb_stem s;
  if (!hollow_masdar(verb, &s) && !second_masdar(verb, &s)) {
    kb_built b;
    kb_lexicon__build(verb, masdars[verb->form], &b);
    s = b.stem;
    if (verb->hollow && (verb->form == 7 || verb->form == 8)) {
      s.seg[b.at[1]].c = KB_L_YA; // اختيار، انهيار
    }
    if (verb->form == 6 && verb->doubled) {
      s.seg[b.at[1]].v = 'u';
    }
    weak_final(verb, &s);
    if (verb->form == 3) {
      if (verb->defective) {
        s.seg[s.n - 1] = (kb_seg){KB_L_ALEF, 0}; // ملاقاة
        kb_lexicon__seg(&s, KB_L_TA_MARBUTA, 0);
      } else {
        end_with_ta(&s);
      }
    } else if (verb->form == KB_FORM_QI) {
      end_with_ta(&s);
    }
  }
  return kb_lexicon__spell(&s, KB_HAMZA_RULE, out);
}

/** \name Participles */

static size_t first_form_participle(const kb_verb* verb, bool passive, char* out)
{
  kb_built b;
  kb_lexicon__build(verb, passive ? "ma12uW3" : "1aA2i3", &b);
  kb_stem* s      = &b.stem;
  kb_seg*  middle = &s->seg[b.at[1]];
  kb_seg*  last   = &s->seg[s->n - 1];
  if (!passive && verb->hollow) {
    middle->c = KB_L_HAMZA; // قائل
  } else if (!passive && verb->doubled) {
    *middle = *last; // مار
    --s->n;
  } else if (!passive && verb->defective) {
    last->c = KB_L_YA; // الداعي
  } else if (passive && verb->hollow) {
    kb_lexicon__build(verb, verb->imperfect == 'u' ? "ma1uW3" : "ma1iY3", &b); // مقول، مبيع
  } else if (passive && verb->defective) {
    const bool w = last->c == KB_L_WAW;
    *middle      = (kb_seg){middle->c, w ? 'u' : 'i'};
    --s->n; // مدعو، مرمي: the doubled weak letter is written once
    s->seg[s->n - 1] = (kb_seg){w ? KB_L_WAW : KB_L_YA, 0};
  }
  return kb_lexicon__spell(s, KB_HAMZA_RULE, out);
}

size_t kb_lexicon__participle(const kb_verb* verb, bool passive, char* out)
{
  if (verb->form == 1) {
    return first_form_participle(verb, passive, out);
  }
  kb_built b;
  kb_stem  s = {.n = 0};
  kb_lexicon__stem(verb, passive ? KB_STEM_IMPERFECT_PASSIVE : KB_STEM_IMPERFECT, false, &b);
  kb_lexicon__seg(&s, KB_L_MIM, 'u');
  kb_lexicon__join(&s, &b.stem);
  kb_seg* last = &s.seg[s.n - 1];
  if (verb->defective) {
    if (!passive) {
      last[-1].v = 'i';
    }
    last->c = passive ? KB_L_MAQSURA : KB_L_YA;
  } else if (!passive && !verb->hollow && !verb->doubled && s.n >= 2 && last[-1].v) {
    last[-1].v = 'i'; // متحدث: V and VI have a in the imperfect; matters for a final hamza
  }
  return kb_lexicon__spell(&s, KB_HAMZA_RULE, out);
}
