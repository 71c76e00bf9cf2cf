#include "extract_internal.h"

static const kb_extractor extractors[] = {
#define KB_EXTRACTOR(name, help) {#name, help, kb_extract__##name},
#include "extractors.def"
#undef KB_EXTRACTOR
};

const kb_extractor* kb_extract_at(size_t i)
{
  return i < sizeof extractors / sizeof *extractors ? &extractors[i] : NULL;
}

kb_status kb_extract_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_status st = KB_OK;
  for (size_t i = 0; st == KB_OK && kb_extract_at(i); ++i) {
    st = kb_extract_at(i)->run(doc, lex, err);
  }
  return st;
}
