#include "mention_internal.h"

/// Do sentences of this block hold names and dates?
static bool has_names(const kb_block* b)
{
  return kb_block_speaks(b) || b->kind == KB_BLOCK_DATELINE || b->kind == KB_BLOCK_BYLINE;
}

static kb_status sentence_mentions(kb_scan* s, const kb_sentence* sentence)
{
  const kb_block* block = &s->doc->blocks.v[sentence->block];
  if (!has_names(block)) {
    return KB_OK;
  }
  kb_status st = kb_mention__match(s, sentence);
  st           = st == KB_OK ? kb_mention__times(s) : st;
  return st == KB_OK && kb_block_speaks(block) ? kb_mention__quantities(s) : st;
}

kb_status kb_mention_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_scan   s;
  kb_status st = kb_mention__scan_init(&s, doc, lex);
  for (uint32_t i = 0; i < doc->sentences.n && st == KB_OK; ++i) {
    st = sentence_mentions(&s, &doc->sentences.v[i]);
  }
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}
