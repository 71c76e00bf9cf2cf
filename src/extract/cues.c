/// Cues and titles that begin at a word.
#include "extract_internal.h"

/// The folded characters of a token after its first word.
static kb_str token_key(const kb_view* v, uint32_t token, char* key)
{
  const size_t n = kb_text_fold(kb_extract__cut(v, v->doc->tokens.v[token].span), key);
  return (kb_str){key, n};
}

static bool is_wanted(const kb_view* v, const kb_phrase* p, unsigned kind, int cue_class)
{
  return p->kind == kind && (cue_class < 0 || kb_lexicon_cue(v->lex, p->id)->class == cue_class);
}

static uint32_t ending_at(const kb_view* v, uint32_t node, unsigned kind, int cue_class)
{
  for (uint32_t p = kb_lexicon_ends(v->lex, node); p != KB_NONE; p = kb_lexicon_phrase(v->lex, p)->next) {
    if (is_wanted(v, kb_lexicon_phrase(v->lex, p), kind, cue_class)) {
      return kb_lexicon_phrase(v->lex, p)->id;
    }
  }
  return KB_NONE;
}

/// Longest phrase of a kind that begins with `node`, whose last word is `last`: what it stands for, KB_NONE if there is
/// none.
static uint32_t phrase_from(const kb_view* v, uint32_t node, unsigned kind, int cue_class, uint32_t* last)
{
  const kb_doc*  doc   = v->doc;
  const uint32_t end   = kb_extract__sentence_end(v, *last);
  uint32_t       token = kb_extract__word(v, *last)->token;
  uint32_t       at    = *last;
  uint32_t       found = KB_NONE;
  while (node != KB_NONE) {
    const uint32_t id = ending_at(v, node, kind, cue_class);
    if (id != KB_NONE) {
      found = id;
      *last = at;
    }
    const kb_token* next = token + 1 < doc->tokens.n ? &doc->tokens.v[++token] : NULL;
    if (!next || !next->n_words || next->first_word >= end) {
      break;
    }
    char key[KB_KEY_MAX];
    node = kb_lexicon_step(v->lex, node, token_key(v, token, key));
    at   = next->first_word + next->n_words - 1u;
  }
  return found;
}

/// Longest phrase of a kind that starts at `w`, which may be a clitic of its first word (بهدف).
static uint32_t phrase_at(const kb_view* v, uint32_t w, unsigned kind, int cue_class, uint32_t* last)
{
  const kb_word*  word  = kb_extract__word(v, w);
  const kb_token* token = &v->doc->tokens.v[word->token];
  *last                 = w;
  if (!v->lex) {
    return KB_NONE;
  }
  const uint32_t id = phrase_from(v, kb_lexicon_step(v->lex, KB_PHRASE_ROOT, word->key), kind, cue_class, last);
  if (id != KB_NONE || token->n_words < 2 || token->first_word != w) {
    return id;
  }
  char key[KB_KEY_MAX];
  *last = w + token->n_words - 1u;
  return phrase_from(v, kb_lexicon_step(v->lex, KB_PHRASE_ROOT, token_key(v, word->token, key)), kind, cue_class, last);
}

const kb_cue* kb_extract__cue(const kb_view* v, uint32_t w, unsigned cue_class, uint32_t* last)
{
  const uint32_t id = phrase_at(v, w, KB_PHRASE_CUE, (int)cue_class, last);
  return id == KB_NONE ? NULL : kb_lexicon_cue(v->lex, id);
}

const kb_title* kb_extract__title(const kb_view* v, uint32_t w, uint32_t* last)
{
  const uint32_t id = phrase_at(v, w, KB_PHRASE_TITLE, -1, last);
  return id == KB_NONE ? NULL : kb_lexicon_title(v->lex, id);
}
