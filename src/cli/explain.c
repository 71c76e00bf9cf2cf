#include "cli_internal.h"

#include "khabar/explain.h"

static kb_status open_lexicon(void* user, const kb_lexicon* lex, void** state, kb_error* err)
{
  (void)user, (void)err;
  *state = (void*)lex;
  return KB_OK;
}

static kb_status write_article(void* state, const kb_doc* doc, kb_buf* out, kb_error* err)
{
  return kb_explain_write(doc, state, out, err);
}

static void close_none(void* state)
{
  (void)state;
}

int kb_cli__explain(const kb_cli_args* args)
{
  const kb_batch batch = {
    .sink = {.open = open_lexicon, .article = write_article, .close = close_none},
    .last = KB_STAGE_EXTRACT,
  };
  return kb_cli__batch(args, &batch);
}
