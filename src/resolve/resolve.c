#include "resolve_internal.h"

kb_status kb_resolve_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_resolver r  = {.doc = doc, .lex = lex};
  kb_status   st = kb_resolve__weigh_nations(&r);
  st             = st == KB_OK ? kb_resolve__link_names(&r) : st;
  st             = st == KB_OK ? kb_resolve__link_nominals(&r) : st;
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}
