#include "khabar/explain.h"

kb_status kb_explain_write(const kb_doc* doc, const kb_lexicon* lex, kb_buf* out, kb_error* err)
{
  (void)lex;
  kb_buf_printf(out, "%.*s: %u claims\n", (int)doc->id.n, doc->id.p, doc->claims.n);
  return out->failed ? kb_error_nomem(err) : KB_OK;
}
