#include "khabar/read.h"

#include <stdlib.h>

struct kb_boilerplate {
  kb_arena* arena;
};

kb_status kb_boilerplate_open(kb_boilerplate** out, const char* const* dirs, size_t n_dirs, kb_error* err)
{
  (void)dirs, (void)n_dirs;
  *out = calloc(1, sizeof **out);
  return *out ? KB_OK : kb_error_nomem(err);
}

void kb_boilerplate_close(kb_boilerplate* cues)
{
  free(cues);
}

kb_status kb_read_blocks(kb_doc* doc, const kb_boilerplate* cues, kb_error* err)
{
  (void)cues;
  doc->blocks.n = 0;
  for (size_t at = 0; at < doc->text.n;) {
    const char*  end  = memchr(doc->text.p + at, '\n', doc->text.n - at);
    const size_t stop = end ? (size_t)(end - doc->text.p) : doc->text.n;
    size_t       i    = at;
    while (i < stop && strchr(" \t", doc->text.p[i])) {
      ++i;
    }
    if (i < stop) {
      kb_block* block = kb_array_push(doc->arena, &doc->blocks);
      if (!block) {
        return kb_error_nomem(err);
      }
      block->span    = (kb_span){(uint32_t)i, (uint32_t)stop};
      block->copy_of = KB_NONE;
      block->kind    = doc->blocks.n == 1 && stop - i < 300 ? KB_BLOCK_HEADLINE : KB_BLOCK_BODY;
    }
    at = stop + 1;
  }
  return KB_OK;
}
