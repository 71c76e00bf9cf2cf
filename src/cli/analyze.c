#include "cli_internal.h"

#include "khabar/conllu.h"

static kb_status open_none(void* user, const kb_lexicon* lex, void** state, kb_error* err)
{
  (void)user, (void)lex, (void)err;
  *state = NULL;
  return KB_OK;
}

static kb_status write_article(void* state, const kb_doc* doc, kb_buf* out, kb_error* err)
{
  (void)state;
  return kb_conllu_write(doc, out, err);
}

static void close_none(void* state)
{
  (void)state;
}

int kb_cli__analyze(const kb_cli_args* args)
{
  const kb_batch batch = {
    .sink = {.open = open_none, .article = write_article, .close = close_none},
    .last = KB_STAGE_RESOLVE,
  };
  return kb_cli__batch(args, &batch);
}
