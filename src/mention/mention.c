#include "mention_internal.h"

#include <stdlib.h>

/// Do sentences of this block hold names and dates?
static bool has_names(const kb_block* b)
{
  return kb_block_speaks(b) || b->kind == KB_BLOCK_DATELINE || b->kind == KB_BLOCK_BYLINE;
}

static kb_status names(kb_scan* s, bool speaks)
{
  s->candidates.n = 0;
  kb_mention__mark_titles(s);
  kb_status st = kb_mention__listed(s);
  st           = st == KB_OK ? kb_mention__headed(s) : st;
  st           = st == KB_OK ? kb_mention__marked(s) : st;
  st           = st == KB_OK ? kb_mention__people(s) : st;
  st           = st == KB_OK ? kb_mention__places(s) : st;
  st           = st == KB_OK ? kb_mention__makes(s) : st;
  st           = st == KB_OK && speaks ? kb_mention__nominals(s) : st;
  return st == KB_OK ? kb_mention__select(s) : st;
}

/// Key words that the page glued to the last paragraph: no facts.
static bool is_tag_line(const kb_scan* s, const kb_sentence* sentence)
{
  const uint32_t number = (uint32_t)(sentence - s->doc->sentences.v);
  if (!kb_mention__cue(s, s->first, KB_CUE_TAG_LINE) || !number || sentence[-1].block != sentence->block) {
    return false;
  }
  for (uint32_t w = s->first; w < s->end; ++w) {
    if (kb_mention__has(s, w, KB_W_VERB)) {
      return false;
    }
  }
  return true;
}

static kb_status sentence_mentions(kb_scan* s, const kb_sentence* sentence)
{
  const kb_block* block = &s->doc->blocks.v[sentence->block];
  if (!has_names(block)) {
    return KB_OK;
  }
  const bool speaks = kb_block_speaks(block);
  kb_status  st     = kb_mention__match(s, sentence);
  if (is_tag_line(s, sentence)) {
    return st;
  }
  st = st == KB_OK ? kb_mention__times(s) : st;
  st = st == KB_OK ? names(s, speaks) : st;
  return st == KB_OK && speaks ? kb_mention__quantities(s) : st;
}

/// In text order, the longer before what it holds.
static int by_place(const void* a, const void* b)
{
  const kb_mention* x = a;
  const kb_mention* y = b;
  if (x->span.start != y->span.start) {
    return x->span.start < y->span.start ? -1 : 1;
  }
  return x->span.end == y->span.end ? 0 : x->span.end > y->span.end ? -1 : 1;
}

kb_status kb_mention_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_scan   s;
  kb_status st = kb_mention__scan_init(&s, doc, lex);
  for (uint32_t i = 0; i < doc->sentences.n && st == KB_OK; ++i) {
    st = sentence_mentions(&s, &doc->sentences.v[i]);
  }
  st = st == KB_OK ? kb_mention__recall(&s) : st;
  if (doc->mentions.n) {
    qsort(doc->mentions.v, doc->mentions.n, sizeof *doc->mentions.v, by_place);
  }
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}
