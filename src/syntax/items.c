/// The words of a sentence gathered into items.
#include "syntax_internal.h"

static kb_item* push(kb_parse* p, kb_item_kind kind, uint32_t head, uint32_t last)
{
  kb_item* it = kb_array_push(p->scratch, &p->items);
  if (!it) {
    p->failed = true;
    return NULL;
  }
  *it      = kb_syntax__item_of(kind, head);
  it->last = last;
  return it;
}

static bool enclitic_at(const kb_parse* p, uint32_t w)
{
  return w < p->end && kb_syntax__word(p, w)->clitic == KB_ENCLITIC;
}

/** \name Verbs */

/// Particles before a verb: لم، لن، لا، ما، س، سوف، قد. The word after them.
static uint32_t particles(const kb_parse* p, uint32_t w, kb_item* found)
{
  for (; w < p->end; ++w) {
    switch (kb_syntax__particle(p, w)) {
    case KB_PCL_NEG:
      if (kb_syntax__upos(p, w) != KB_PART) {
        return w;
      }
      found->neg = w;
      break;
    case KB_PCL_FUTURE:
      found->future = w;
      break;
    case KB_PCL_QAD:
      found->qad = w;
      break;
    default:
      return w;
    }
  }
  return w;
}

static uint32_t verb(kb_parse* p, uint32_t w, const kb_item* before)
{
  kb_item* it = push(p, KB_ITEM_VERB, w, w);
  if (!it) {
    return p->end;
  }
  it->neg                = before->neg;
  it->future             = before->future;
  it->qad                = before->qad;
  const uint32_t parts[] = {it->neg, it->future, it->qad};
  for (int i = 0; i < 3; ++i) {
    if (parts[i] != KB_NONE) {
      it->first = parts[i] < it->first ? parts[i] : it->first;
      kb_syntax__hang(p, parts[i], w, i == 0 ? KB_ADVMOD : KB_AUX_REL);
    }
  }
  if (enclitic_at(p, w + 1)) {
    it->object = w + 1;
    it->last   = w + 1;
    kb_syntax__hang(p, w + 1, w, KB_OBJ);
  }
  return it->last + 1;
}

/** \name Phrases with prepositions */

static bool starts_phrase(const kb_parse* p, uint32_t w)
{
  const unsigned u                 = kb_syntax__upos(p, w);
  const bool     negated_adjective = u == KB_NOUN && kb_syntax__particle(p, w) == KB_PCL_NEG;
  return w < p->end && !negated_adjective &&
         (u == KB_NOUN || u == KB_PROPN || u == KB_NUM || u == KB_X ||
          (u == KB_DET && kb_syntax__particle(p, w) != KB_PCL_REL));
}

static uint32_t noun_phrase(kb_parse* p, uint32_t w, uint32_t prep, uint32_t prep2)
{
  kb_item read;
  kb_syntax__phrase(p, w, &read);
  kb_item* it = push(p, KB_ITEM_NP, read.head, read.last);
  if (!it) {
    return p->end;
  }
  *it       = read;
  it->prep  = prep;
  it->prep2 = prep2;
  if (prep != KB_NONE) {
    it->first = prep;
    kb_syntax__hang(p, prep, it->head, KB_CASE);
  }
  if (prep2 != KB_NONE) {
    kb_syntax__hang(p, prep2, prep, KB_FIXED);
  }
  return it->last + 1;
}

static bool is_closing(const kb_parse* p, uint32_t w)
{
  return p->doc->tokens.v[kb_syntax__word(p, w)->token].kind == KB_TOKEN_CLOSE;
}

/// A name between quotation marks.
static bool is_short_quotation(const kb_parse* p, uint32_t w)
{
  enum { LONGEST = 7 };
  if (w >= p->end) {
    return false;
  }
  const uint32_t  token = kb_syntax__word(p, w)->token;
  const kb_token* t     = &p->doc->tokens.v[token];
  return t->kind == KB_TOKEN_OPEN && t->pair != KB_NONE && t->pair - token <= LONGEST;
}

/// أعلى مستوى، أول طائرة: it governs the noun in the genitive and heads the idafa.
static bool is_superlative(const kb_parse* p, uint32_t w)
{
  const kb_feats f    = kb_syntax__word(p, w)->feats;
  const bool     last = kb_syntax__lemma_is(p, w, "آخر") && (w == p->first || kb_syntax__upos(p, w - 1) != KB_NOUN);
  return kb_syntax__upos(p, w) == KB_ADJ && (f.elative || f.ordinal || last || kb_syntax__lemma_is(p, w, "أول")) &&
         f.state != KB_DEF && kb_syntax__upos(p, w + 1) == KB_NOUN && !kb_syntax__is_accusative(p, w + 1) &&
         !kb_syntax__is_time(p, w + 1);
}

/// A pronoun or adjective behind one or two prepositions as a phrase of its own; where it ends.
static uint32_t word_after(kb_parse* p, uint32_t w, uint32_t prep, uint32_t prep2)
{
  uint32_t end = w + 1;
  kb_item* it  = push(p, KB_ITEM_NP, w, w);
  if (!it) {
    return p->end;
  }
  it->first = prep;
  it->prep  = prep;
  it->prep2 = prep2;
  kb_syntax__hang(p, prep, w, KB_CASE);
  if (prep2 != KB_NONE) {
    kb_syntax__hang(p, prep2, prep, KB_FIXED);
  }
  if (enclitic_at(p, end)) {
    kb_syntax__hang(p, end, w, KB_NMOD_POSS);
    it->last = end++;
  }
  return end;
}

/// "نحو أربعين شخصا", "حوالي مئة جندي": it tells how exact the number is; the phrase stands free.
static bool is_approximator(const kb_parse* p, uint32_t w)
{
  const kb_lexeme* next   = kb_syntax__lexeme(p, w + 1);
  const bool       number = kb_syntax__upos(p, w + 1) == KB_NUM ||
                      (next && kb_syntax__upos(p, w + 1) == KB_NOUN && next->noun_class == KB_CLASS_NUMBER);
  return number && (kb_syntax__lemma_is(p, w, "نحو") || kb_syntax__lemma_is(p, w, "حوالي"));
}

static uint32_t approximate(kb_parse* p, uint32_t w)
{
  const uint32_t n    = p->items.n;
  const uint32_t next = noun_phrase(p, w + 1, KB_NONE, KB_NONE);
  if (p->items.n > n) {
    p->items.v[n].first = w;
    kb_syntax__hang(p, w, p->items.v[n].head, KB_CASE);
  }
  return next;
}

/// "ما لا يقل عن ثلاثين": the phrase of the number; the words before it hang on it.
static uint32_t bounded_phrase(kb_parse* p, uint32_t w, uint32_t prep)
{
  const uint32_t n      = p->items.n;
  const uint32_t number = kb_syntax__bounded(p, w);
  const uint32_t next   = noun_phrase(p, number, prep, KB_NONE);
  if (p->items.n > n) {
    p->items.v[n].first = prep == KB_NONE ? w : prep;
    kb_syntax__hang_bound(p, w, number);
  }
  return next;
}

static uint32_t prepositional(kb_parse* p, uint32_t prep)
{
  uint32_t w     = prep + 1;
  uint32_t prep2 = KB_NONE;
  if (kb_syntax__upos(p, w) == KB_ADP && !enclitic_at(p, w)) {
    prep2 = w++; // من قبل، من دون
  }
  if (prep2 == KB_NONE && kb_syntax__bounded(p, w) != KB_NONE) {
    return bounded_phrase(p, w, prep);
  }
  const bool pronoun = enclitic_at(p, w) || (prep2 == KB_NONE && kb_syntax__upos(p, w) == KB_PRON);
  if (pronoun) {
    return word_after(p, w, prep, prep2);
  }
  if (is_superlative(p, w)) {
    return noun_phrase(p, w, prep, prep2);
  }
  if (kb_syntax__upos(p, w) == KB_ADJ && kb_syntax__particle(p, w) == KB_PCL_NONE) {
    // من المتوقع، على الأرجح: an adjective as a noun
    return word_after(p, w, prep, prep2);
  }
  if (starts_phrase(p, w)) {
    return is_approximator(p, prep) ? approximate(p, prep) : noun_phrase(p, w, prep, prep2);
  }
  if (is_short_quotation(p, w) && starts_phrase(p, w + 1)) { // في "العالم اليوم"
    const uint32_t open = w;
    const uint32_t next = noun_phrase(p, w + 1, prep, prep2);
    kb_syntax__hang(p, open, open + 1, KB_PUNCT_REL);
    if (next < p->end && is_closing(p, next)) {
      kb_syntax__hang(p, next, open + 1, KB_PUNCT_REL);
      return next + 1;
    }
    return next;
  }
  kb_item* it = push(p, KB_ITEM_PREP, prep, prep2 == KB_NONE ? prep : prep2);
  if (it) {
    it->prep  = prep;
    it->prep2 = prep2;
  }
  return it ? it->last + 1 : p->end;
}

/** \name Particles and punctuation */

static kb_item_kind marker_kind(const kb_parse* p, uint32_t w)
{
  switch (kb_syntax__particle(p, w)) {
  case KB_PCL_THAT:
    return KB_ITEM_THAT;
  case KB_PCL_REL:
    return KB_ITEM_RELATIVE;
  case KB_PCL_COND:
    return KB_ITEM_CONDITION;
  case KB_PCL_SUBORD:
    return KB_ITEM_SUBORD;
  case KB_PCL_PURPOSE:
    return KB_ITEM_PURPOSE;
  case KB_PCL_EXIST:
    return KB_ITEM_EXIST;
  case KB_PCL_CONJ:
    return KB_ITEM_CONJ;
  default:
    return KB_ITEM_OTHER;
  }
}

static uint32_t marker(kb_parse* p, uint32_t w)
{
  const unsigned u    = kb_syntax__upos(p, w);
  kb_item_kind   kind = marker_kind(p, w);
  if (u == KB_SCONJ && kind == KB_ITEM_OTHER) {
    kind = kb_syntax__word(p, w)->clitic == KB_PROCLITIC ? KB_ITEM_PURPOSE : KB_ITEM_SUBORD;
  } else if (u == KB_CCONJ) {
    kind = KB_ITEM_CONJ;
  } else if (u == KB_ADV && kind != KB_ITEM_EXIST) {
    kind = KB_ITEM_ADVERB;
  }
  kb_item* it = push(p, kind, w, w);
  if (it && enclitic_at(p, w + 1)) {
    it->object = w + 1;
    it->last   = w + 1;
  }
  return it ? it->last + 1 : p->end;
}

static uint32_t punctuation(kb_parse* p, uint32_t w)
{
  const kb_token* t    = &p->doc->tokens.v[kb_syntax__word(p, w)->token];
  const kb_str    s    = kb_doc_cut(p->doc, t->span);
  kb_item_kind    kind = KB_ITEM_OTHER;
  if (t->kind == KB_TOKEN_OPEN) {
    kind = KB_ITEM_OPEN;
  } else if (t->kind == KB_TOKEN_CLOSE) {
    kind = KB_ITEM_CLOSE;
  } else if (s.p[0] == ':') {
    kind = KB_ITEM_COLON;
  } else if (s.p[0] == '(' || s.p[0] == '[') {
    kind = KB_ITEM_PAREN;
  } else if (s.p[0] == ')' || s.p[0] == ']') {
    kind = KB_ITEM_PAREN_END;
  } else if (s.p[0] == ',' || s.p[0] == ';' || kb_str_eq(s, KB_STR("،")) || kb_str_eq(s, KB_STR("؛")) ||
             s.p[0] == '-' || kb_str_eq(s, KB_STR("–"))) {
    kind = KB_ITEM_COMMA;
  }
  push(p, kind, w, w);
  return w + 1;
}

static uint32_t adjective(kb_parse* p, uint32_t w, uint32_t neg)
{
  kb_item* it = push(p, KB_ITEM_ADJ, w, w);
  if (!it) {
    return p->end;
  }
  it->neg = neg;
  if (neg != KB_NONE) {
    it->first = neg;
    kb_syntax__hang(p, neg, w, KB_ADVMOD);
  }
  if (enclitic_at(p, w + 1)) {
    kb_syntax__hang(p, w + 1, w, KB_NMOD_POSS);
    it->last = w + 1;
  }
  return it->last + 1;
}

/// قتل الجيش المتظاهرين، قتلت الشرطة فرنسيين: people behind a noun that they cannot describe.
static bool is_crowd(const kb_parse* p, const kb_item* before, uint32_t w)
{
  const kb_feats   f = kb_syntax__word(p, w)->feats;
  const kb_feats   b = kb_syntax__word(p, before->head)->feats;
  const kb_lexeme* x = kb_syntax__lexeme(p, w);
  if (before->kind != KB_ITEM_NP) {
    return false;
  }
  if (f.state != KB_DEF) {
    return b.state == KB_DEF && x && x->base == KB_NONE;
  }
  return b.number == KB_SING ||
         (b.upos == KB_NOUN && b.state == KB_DEF && b.number == KB_PLUR && b.gender == KB_FEM && !b.human);
}

/// "، مطالبين بالإفراج": people who say so meanwhile, no more of them.
static bool is_meanwhile(const kb_parse* p, uint32_t w)
{
  const kb_item*   before = p->items.n ? &p->items.v[p->items.n - 1] : NULL;
  const kb_lexeme* x      = kb_syntax__lexeme(p, w);
  const bool       takes  = kb_syntax__upos(p, w + 1) == KB_ADP || kb_syntax__upos(p, w + 1) == KB_SCONJ;
  return before && before->kind == KB_ITEM_COMMA && takes && x && x->feats.verbform == KB_ACTIVE_PART &&
         kb_syntax__word(p, w)->feats.state != KB_DEF && kb_syntax__is_accusative(p, w) && kb_syntax__is_speech(p, w);
}

/// المؤلف، متظاهرون: an adjective or participle that stands for a person, with no noun before it.
static bool is_substantive(const kb_parse* p, uint32_t w)
{
  const kb_feats f      = kb_syntax__word(p, w)->feats;
  const bool     people = f.number == KB_PLUR && f.gender == KB_MASC;
  const kb_item* before = p->items.n ? &p->items.v[p->items.n - 1] : NULL;
  const bool     crowd  = before && people && is_crowd(p, before, w);
  const bool     adjacent =
    !crowd && before && (before->kind == KB_ITEM_NP || before->kind == KB_ITEM_ADJ || before->kind == KB_ITEM_NEG);
  return ((f.state == KB_DEF || people) && !adjacent && !f.elative && !f.ordinal && !is_meanwhile(p, w)) ||
         is_superlative(p, w);
}

/// أكثر من ثلاثين: a number with its approximator.
static bool is_measure(const kb_parse* p, uint32_t w)
{
  return (kb_syntax__lemma_is(p, w, "أكثر") || kb_syntax__lemma_is(p, w, "أقل")) &&
         kb_syntax__upos(p, w + 1) == KB_ADP && kb_syntax__lemma_is(p, w + 1, "من") &&
         kb_syntax__upos(p, w + 2) == KB_NUM;
}

static bool has_saying_frame(const kb_parse* p, uint32_t verb)
{
  for (uint32_t f = kb_lexicon_lexeme(p->lex, verb)->frame; f != KB_NONE; f = kb_lexicon_frame(p->lex, f)->next) {
    if (kb_lexicon_frame(p->lex, f)->speech != KB_SPEECH_NONE) {
      return true;
    }
  }
  return false;
}

/// The active participle of a verb of saying with this spelling, KB_NONE if there is none.
static uint32_t saying_participle(const kb_parse* p, uint32_t w, unsigned number)
{
  const kb_word* x = kb_syntax__word(p, w);
  char           bare[KB_KEY_MAX];
  kb_reading     readings[16];
  const size_t   length = kb_text_bare(x->form, bare);
  const size_t   n      = kb_lexicon_find(p->lex, (kb_str){bare, length}, x->key, readings, 16);
  for (size_t i = 0; i < n; ++i) {
    const kb_lexeme* l = kb_lexicon_lexeme(p->lex, readings[i].lexeme);
    if (l->kind == KB_LEX_ADJECTIVE && l->base != KB_NONE && l->feats.verbform == KB_ACTIVE_PART &&
        readings[i].feats.number == number && has_saying_frame(p, l->base)) {
      return readings[i].lexeme;
    }
  }
  return KB_NONE;
}

/// "متهمين الجنود"، "مطالبين الحكومة": plural participles that take a definite object, which a noun with this ending
/// does not.
static bool takes_object(const kb_parse* p, uint32_t w)
{
  const kb_word* x = kb_syntax__word(p, w);
  return x->feats.number == KB_PLUR && x->feats.gender == KB_MASC && kb_str_ends(x->form, KB_STR("ين")) &&
         w + 1 < p->end && kb_syntax__is_definite(p, w + 1) &&
         (kb_syntax__upos(p, w + 1) == KB_NOUN || kb_syntax__upos(p, w + 1) == KB_PROPN);
}

/// "، داعيا المجتمع إلى"، "، متهما إيران ب": behind a comma the accusative is
/// what the subject does, though the word is also a noun.
static void retag_participle(kb_parse* p, uint32_t w)
{
  kb_word*       x      = kb_syntax__word(p, w);
  const unsigned number = x->feats.number == KB_PLUR ? KB_PLUR : KB_SING;
  if (w == p->first || x->feats.state == KB_DEF || !(kb_str_ends(x->form, KB_STR("ا")) || takes_object(p, w))) {
    return;
  }
  const kb_lexeme* own        = kb_syntax__lexeme(p, w);
  const bool       is_one     = own && own->feats.verbform == KB_ACTIVE_PART && kb_syntax__is_speech(p, w);
  const bool       may_be     = is_one || number == KB_PLUR || kb_syntax__upos(p, w - 1) == KB_PUNCT;
  const uint32_t   participle = may_be ? saying_participle(p, w, number) : KB_NONE;
  if (participle != KB_NONE) {
    x->lexeme = participle;
    x->lemma  = kb_lexicon_lexeme(p->lex, participle)->lemma;
    x->feats  = (kb_feats){
       .upos = KB_ADJ, .gender = KB_MASC, .number = number & 3u, .state = KB_INDEF, .verbform = KB_ACTIVE_PART};
  }
}

/// "، مطالبين برحيل": a plural participle of a verb of saying in the accusative says what the subject does.
static bool is_said_by_subject(const kb_parse* p, uint32_t w)
{
  const kb_word*   x = kb_syntax__word(p, w);
  const kb_lexeme* l = kb_syntax__lexeme(p, w);
  return w > p->first && l && l->base != KB_NONE && l->feats.verbform == KB_ACTIVE_PART && x->feats.state != KB_DEF &&
         x->feats.number == KB_PLUR && x->feats.gender == KB_MASC && kb_str_ends(x->form, KB_STR("ين")) &&
         has_saying_frame(p, l->base);
}

static uint32_t one(kb_parse* p, uint32_t w)
{
  if (kb_syntax__upos(p, w) == KB_NOUN || kb_syntax__upos(p, w) == KB_ADJ) {
    retag_participle(p, w);
  }
  kb_item        before = {.neg = KB_NONE, .future = KB_NONE, .qad = KB_NONE};
  const uint32_t main   = particles(p, w, &before);
  if (kb_syntax__upos(p, main) == KB_VERB || kb_syntax__upos(p, main) == KB_AUX) {
    return verb(p, main, &before);
  }
  switch (kb_syntax__upos(p, w)) {
  case KB_AUX: // ليس counts as a particle of negation
    return verb(p, w, &(kb_item){.neg = KB_NONE, .future = KB_NONE, .qad = KB_NONE});
  case KB_PUNCT:
  case KB_SYM:
    return punctuation(p, w);
  case KB_ADP:
    return prepositional(p, w);
  case KB_ADJ:
    return !is_said_by_subject(p, w) && (is_substantive(p, w) || is_measure(p, w)) ? noun_phrase(p, w, KB_NONE, KB_NONE)
                                                                                   : adjective(p, w, KB_NONE);
  case KB_PRON:
    if (kb_syntax__bounded(p, w) != KB_NONE) {
      return bounded_phrase(p, w, KB_NONE);
    }
    if (kb_syntax__particle(p, w) == KB_PCL_REL) {
      return marker(p, w);
    }
    push(p, KB_ITEM_NP, w, w);
    return w + 1;
  default:
    break;
  }
  if (before.neg != KB_NONE && main == w + 1) {
    push(p, KB_ITEM_NEG, w, w);
    return w + 1;
  }
  if (kb_syntax__upos(p, w) == KB_NOUN && kb_syntax__particle(p, w) == KB_PCL_NEG &&
      kb_syntax__upos(p, w + 1) == KB_ADJ) {
    return adjective(p, w + 1, w);
  }
  return starts_phrase(p, w) ? noun_phrase(p, w, KB_NONE, KB_NONE) : marker(p, w);
}

void kb_syntax__items(kb_parse* p)
{
  for (uint32_t w = p->first; w < p->end && !p->failed;) {
    w = one(p, w);
  }
}
