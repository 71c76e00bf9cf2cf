#include "syntax_internal.h"

static kb_status run_sentence(kb_doc* doc, const kb_lexicon* lex, kb_arena* scratch, uint32_t s)
{
  const kb_sentence* sentence = &doc->sentences.v[s];
  kb_parse           p        = {.doc          = doc,
                                 .lex          = lex,
                                 .scratch      = scratch,
                                 .sentence     = s,
                                 .first        = sentence->first_word,
                                 .end          = sentence->first_word + sentence->n_words,
                                 .first_clause = doc->clauses.n};
  if (p.first == p.end) {
    return KB_OK;
  }
  static void (*const steps[])(kb_parse*) = {
    kb_syntax__items,           kb_syntax__clauses,   kb_syntax__voice,      kb_syntax__tree_first,
    kb_syntax__nominal_clauses, kb_syntax__tree_last, kb_syntax__factuality, kb_syntax__store_args,
  };
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !p.failed; ++i) {
    steps[i](&p);
  }
  return p.failed ? KB_E_NOMEM : KB_OK;
}

kb_status kb_syntax_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_arena* scratch = kb_arena_new(kb_arena_limit(doc->arena));
  kb_status st      = scratch ? KB_OK : KB_E_NOMEM;
  for (uint32_t s = 0; s < doc->sentences.n && st == KB_OK; ++s) {
    st = run_sentence(doc, lex, scratch, s);
    kb_arena_reset(scratch);
  }
  kb_arena_free(scratch);
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}
