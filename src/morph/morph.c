/// Each token of a sentence gets its readings, the best path through them is taken and cut into words.
#include "morph_internal.h"

/// What tokens that are no words may be read as.
static const kb_cand plain[] = {
  [KB_TOKEN_WORD]   = {.lexeme = KB_NONE, .feats = {.upos = KB_X}, .first_tag = KB_TAG_OTHER, .last_tag = KB_TAG_OTHER},
  [KB_TOKEN_NUMBER] = {.lexeme = KB_NONE, .feats = {.upos = KB_NUM}, .first_tag = KB_TAG_NUM, .last_tag = KB_TAG_NUM},
  [KB_TOKEN_LATIN]  = {.lexeme = KB_NONE, .feats = {.upos = KB_X}, .first_tag = KB_TAG_OTHER, .last_tag = KB_TAG_OTHER},
  [KB_TOKEN_PUNCT]  = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_PUNCT},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
  [KB_TOKEN_OPEN]   = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_PUNCT},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
  [KB_TOKEN_CLOSE]  = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_PUNCT},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
  [KB_TOKEN_SYMBOL] = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_SYM},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
};

kb_status kb_morph__fill(const kb_doc* doc, kb_morph_cache* cache, const kb_sentence* s, kb_column* columns)
{
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    const kb_token* t = &doc->tokens.v[s->first_token + i];
    columns[i].v      = &plain[t->kind];
    columns[i].n      = 1;
    if (t->kind == KB_TOKEN_WORD) {
      const kb_cands* list = kb_morph__readings(cache, kb_doc_cut(doc, t->span));
      if (!list) {
        return KB_E_NOMEM;
      }
      columns[i].v = list->v;
      columns[i].n = list->n;
    }
    columns[i].allowed = ~0u;
  }
  return KB_OK;
}

static kb_status choose(kb_doc* doc, kb_morph_cache* cache, const kb_sentence* s)
{
  kb_column*      columns = kb_arena_array(doc->arena, s->n_tokens, sizeof *columns);
  uint8_t*        chosen  = kb_arena_alloc(doc->arena, s->n_tokens);
  const kb_status st      = columns && chosen ? kb_morph__fill(doc, cache, s, columns) : KB_E_NOMEM;
  if (st != KB_OK) {
    return st;
  }
  kb_morph__best_path(&cache->scores, columns, s->n_tokens, chosen);
  kb_morph__look_again(cache, columns, s->n_tokens, chosen);
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    kb_morph__add_words(doc, cache, s->first_token + i, &columns[i].v[chosen[i]]);
  }
  return KB_OK;
}

static kb_status run_sentence(kb_doc* doc, kb_morph_cache* cache, kb_sentence* s)
{
  if (s->n_tokens > UINT32_MAX / KB_WORDS_OF_TOKEN ||
      !kb_array_reserve(doc->arena, &doc->words, s->n_tokens * KB_WORDS_OF_TOKEN)) {
    return KB_E_NOMEM;
  }
  const kb_mark scratch = kb_arena_mark(doc->arena); // the words have their room before it
  s->first_word         = doc->words.n;
  const kb_status st    = choose(doc, cache, s);
  s->n_words            = doc->words.n - s->first_word;
  kb_arena_rewind(doc->arena, scratch);
  return st;
}

kb_status kb_morph_run(kb_doc* doc, kb_morph_cache* cache, kb_error* err)
{
  kb_morph__trim(cache);
  for (uint32_t i = 0; i < doc->sentences.n; ++i) {
    if (run_sentence(doc, cache, &doc->sentences.v[i]) != KB_OK) {
      return kb_error_nomem(err);
    }
  }
  return KB_OK;
}
