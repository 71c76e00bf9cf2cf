/// What a word is to the syntax.
#include "syntax_internal.h"

const kb_lexeme* kb_syntax__lexeme(const kb_parse* p, uint32_t word)
{
  const uint32_t id = kb_syntax__word(p, word)->lexeme;
  return id == KB_NONE ? NULL : kb_lexicon_lexeme(p->lex, id);
}

unsigned kb_syntax__particle(const kb_parse* p, uint32_t word)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, word);
  return x ? x->particle : KB_PCL_NONE;
}

uint32_t kb_syntax__verb_of(const kb_parse* p, uint32_t word)
{
  const uint32_t   id = kb_syntax__word(p, word)->lexeme;
  const kb_lexeme* x  = id == KB_NONE ? NULL : kb_lexicon_lexeme(p->lex, id);
  return !x ? KB_NONE : x->kind == KB_LEX_VERB ? id : x->base;
}

unsigned kb_syntax__verb_args(const kb_parse* p, uint32_t word)
{
  const uint32_t v = kb_syntax__verb_of(p, word);
  return v == KB_NONE ? 0 : kb_lexicon_lexeme(p->lex, v)->args;
}

const kb_frame* kb_syntax__frame(const kb_parse* p, uint32_t word)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, word);
  if (x && x->frame != KB_NONE) {
    return kb_lexicon_frame(p->lex, x->frame);
  }
  const uint32_t verb = kb_syntax__verb_of(p, word);
  const uint32_t f    = verb == KB_NONE ? KB_NONE : kb_lexicon_lexeme(p->lex, verb)->frame;
  return f == KB_NONE ? NULL : kb_lexicon_frame(p->lex, f);
}

bool kb_syntax__is_nominal(const kb_parse* p, uint32_t word)
{
  const unsigned u = kb_syntax__word(p, word)->feats.upos;
  return u == KB_NOUN || u == KB_PROPN || u == KB_NUM || u == KB_X;
}

bool kb_syntax__is_definite(const kb_parse* p, uint32_t word)
{
  const kb_word* w = kb_syntax__word(p, word);
  return w->feats.state == KB_DEF || w->feats.upos == KB_PROPN || w->feats.upos == KB_PRON ||
         (word + 1 < p->end && w[1].clitic == KB_ENCLITIC);
}

/// The noun that a number counts, the word itself for others: ألف عامل.
static uint32_t counted(const kb_parse* p, uint32_t word)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, word);
  const uint32_t   d = word + 1;
  const bool       q = x && (x->noun_class == KB_CLASS_NUMBER || x->noun_class == KB_CLASS_QUANTITY);
  if ((kb_syntax__word(p, word)->feats.upos != KB_NUM && !q) || d >= p->end) {
    return word;
  }
  const kb_word* w = kb_syntax__word(p, d);
  return w->head == word && (w->deprel == KB_NMOD || w->deprel == KB_NMOD_POSS) ? d : word;
}

bool kb_syntax__is_person(const kb_parse* p, uint32_t word)
{
  word               = counted(p, word);
  const kb_word*   w = kb_syntax__word(p, word);
  const kb_lexeme* x = kb_syntax__lexeme(p, word);
  if (w->feats.human || w->feats.upos == KB_PROPN || w->feats.upos == KB_X) {
    return true;
  }
  return x &&
         (x->noun_class == KB_CLASS_PERSON || x->noun_class == KB_CLASS_HONORIFIC || x->noun_class == KB_CLASS_ROLE ||
          x->noun_class == KB_CLASS_GROUP || x->noun_class == KB_CLASS_ORG || x->gaz != KB_NONE);
}

bool kb_syntax__is_time(const kb_parse* p, uint32_t word)
{
  const kb_lexeme* x      = kb_syntax__lexeme(p, word);
  const bool       sunday = kb_syntax__word(p, word)->feats.state == KB_DEF && kb_syntax__lemma_is(p, word, "أحد");
  return x && (x->noun_class == KB_CLASS_TIME || sunday);
}

bool kb_syntax__is_speech(const kb_parse* p, uint32_t word)
{
  const kb_frame* f = kb_syntax__frame(p, word);
  return f && f->speech != KB_SPEECH_NONE;
}

bool kb_syntax__is_cue(const kb_parse* p, uint32_t word, kb_cue_class class)
{
  return kb_lexicon_cue_of(p->lex, kb_syntax__word(p, word)->lemma, class) != NULL;
}

bool kb_syntax__lemma_is(const kb_parse* p, uint32_t word, const char* lemma)
{
  return kb_str_eq(kb_syntax__word(p, word)->lemma, kb_str_of(lemma));
}

kb_frame_slot kb_syntax__slot(const kb_parse* p, uint32_t prep)
{
  return prep == KB_NONE ? KB_FS_COUNT : kb_lexicon_frame_slot(kb_syntax__word(p, prep)->lemma);
}

bool kb_syntax__is_accusative(const kb_parse* p, uint32_t word)
{
  const kb_word* w = kb_syntax__word(p, word);
  if (w->feats.upos != KB_NOUN && w->feats.upos != KB_ADJ && w->feats.upos != KB_NUM) {
    return false;
  }
  const bool sound = w->feats.number == KB_DUAL || (w->feats.number == KB_PLUR && w->feats.gender == KB_MASC);
  return w->feats.state == KB_INDEF ||
         (sound && kb_str_ends(w->form, KB_STR("ين")) && !kb_str_ends(w->lemma, KB_STR("ين")));
}

void kb_syntax__hang(kb_parse* p, uint32_t word, uint32_t head, kb_deprel rel)
{
  kb_word* w = kb_syntax__word(p, word);
  if (w->head == KB_NONE && head != KB_NONE && head != word) {
    w->head   = head;
    w->deprel = (uint8_t)rel;
  }
}

uint32_t kb_syntax__bounded(const kb_parse* p, uint32_t w)
{
  uint32_t node = KB_PHRASE_ROOT;
  uint32_t end  = KB_NONE;
  if (w >= p->end || kb_syntax__word(p, w)->feats.upos != KB_PRON || kb_syntax__particle(p, w) != KB_PCL_REL) {
    return KB_NONE;
  }
  for (uint32_t k = w; k < p->end && node != KB_NONE; ++k) {
    node = kb_lexicon_step(p->lex, node, kb_syntax__word(p, k)->key);
    for (uint32_t i = node == KB_NONE ? KB_NONE : kb_lexicon_ends(p->lex, node); i != KB_NONE;) {
      const kb_phrase* x = kb_lexicon_phrase(p->lex, i);
      if (x->kind == KB_PHRASE_CUE && kb_lexicon_cue(p->lex, x->id)->class == KB_CUE_APPROXIMATE) {
        end = k + 1;
      }
      i = x->next;
    }
  }
  if (end == KB_NONE || end >= p->end) {
    return KB_NONE;
  }
  const kb_lexeme* x = kb_syntax__lexeme(p, end);
  const unsigned   u = kb_syntax__word(p, end)->feats.upos;
  return u == KB_NUM || (x && u == KB_NOUN && x->noun_class == KB_CLASS_NUMBER) ? end : KB_NONE;
}

void kb_syntax__hang_bound(kb_parse* p, uint32_t w, uint32_t number)
{
  for (; w < number; ++w) {
    kb_syntax__hang(p, w, number, KB_DEP);
  }
}
