/// The words of a token, cut as the reading chosen says.
#include "morph_internal.h"

/// Byte after the first `letters` letters of a token, marks skipped.
static uint32_t after_letters(const kb_doc* doc, kb_span span, size_t letters)
{
  const kb_str s = {doc->text.p, span.end};
  size_t       i = span.start;
  while (letters > 0 && i < s.n) {
    const uint32_t c = kb_text_next(s, &i);
    letters -= !kb_text_is_mark(c) && !kb_text_is_ignorable(c);
  }
  size_t next = i;
  while (next < s.n) { // marks belong to the letter before them
    const uint32_t c = kb_text_next(s, &next);
    if (!kb_text_is_mark(c) && !kb_text_is_ignorable(c)) {
      break;
    }
    i = next;
  }
  return (uint32_t)i;
}

static size_t letters_of(kb_str s)
{
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    const uint32_t c = kb_text_next(s, &i);
    n += !kb_text_is_mark(c) && !kb_text_is_ignorable(c);
  }
  return n;
}

/// A further word of a token, read as what it looks like. It has its room: the caller sees to that.
static kb_word* add_word(kb_doc* doc, uint32_t token, kb_span span)
{
  const uint32_t id   = doc->words.n++;
  const kb_str   form = kb_doc_cut(doc, span);
  kb_word*       w    = &doc->words.v[id];
  *w                  = (kb_word){.span   = span,
                                  .form   = form,
                                  .key    = form,
                                  .lemma  = form,
                                  .lexeme = KB_NONE,
                                  .token  = token,
                                  .head   = KB_NONE,
                                  .first  = id,
                                  .last   = id,
                                  .clause = KB_NONE};
  return w;
}

static const char* clitic_form(uint8_t letter)
{
  switch (letter) {
  case 'w':
    return "و";
  case 'f':
    return "ف";
  case 'b':
    return "ب";
  case 'l':
    return "ل";
  case 'k':
    return "ك";
  default:
    return "س";
  }
}

static void
add_proclitic(kb_doc* doc, const kb_morph_cache* cache, uint32_t token, kb_span span, uint8_t letter, bool verb)
{
  kb_word* w    = add_word(doc, token, span);
  w->clitic     = KB_PROCLITIC;
  w->form       = kb_str_of(clitic_form(letter));
  w->key        = w->form;
  w->lemma      = w->form;
  w->score      = 100;
  w->feats.upos = letter == 'w' || letter == 'f' ? KB_CCONJ : letter == 's' ? KB_PART : verb ? KB_SCONJ : KB_ADP;
  w->lexeme     = letter == 'w'   ? cache->particle_wa
                  : letter == 'f' ? cache->particle_fa
                  : letter == 'b' ? cache->particle_bi
                  : letter == 'l' ? cache->particle_li
                  : letter == 'k' ? cache->particle_ka
                                  : cache->particle_sa;
}

static uint8_t confidence(const kb_cand* c)
{
  const int layers = c->layer * 5;
  return (uint8_t)(c->feats.guessed ? 50 : 95 - layers);
}

static void add_stem(kb_doc* doc, uint32_t token, kb_span span, const kb_cand* c)
{
  kb_word* w = add_word(doc, token, span);
  w->feats   = c->feats;
  w->lexeme  = c->lexeme;
  w->layer   = c->layer;
  w->score   = confidence(c);
  if (c->form.p) {
    w->form  = c->form;
    w->key   = c->key;
    w->lemma = c->lemma;
  }
}

static void add_enclitic(kb_doc* doc, uint32_t token, kb_span span, const kb_pronoun* pronoun)
{
  kb_word* w = add_word(doc, token, span);
  w->form    = pronoun->form;
  w->key     = pronoun->form;
  w->lemma   = pronoun->feats.person == 3 ? KB_STR("هو") : pronoun->form;
  w->feats   = pronoun->feats;
  w->clitic  = KB_ENCLITIC;
  w->score   = 100;
}

void kb_morph__add_words(kb_doc* doc, const kb_morph_cache* cache, uint32_t token, const kb_cand* c)
{
  kb_token*     t    = &doc->tokens.v[token];
  const kb_span span = t->span;
  uint32_t      at   = span.start;
  t->first_word      = doc->words.n;
  for (size_t k = 0; k < KB_PRO_MAX && c->pro[k]; ++k) {
    const uint32_t end = after_letters(doc, span, k + 1);
    add_proclitic(doc, cache, token, (kb_span){at, end}, c->pro[k], c->feats.upos == KB_VERB);
    at = end;
  }
  if (c->enclitic) {
    const kb_pronoun* pronoun = &kb_morph__pronouns[c->enclitic - 1];
    const size_t      letters = letters_of(kb_doc_cut(doc, span)) - pronoun->form.n / 2;
    const uint32_t    end     = after_letters(doc, span, letters);
    add_stem(doc, token, (kb_span){at, end}, c);
    add_enclitic(doc, token, (kb_span){end, span.end}, pronoun);
  } else {
    add_stem(doc, token, (kb_span){at, span.end}, c);
  }
  t->n_words = (uint8_t)(doc->words.n - t->first_word);
}
