#include "read_internal.h"

static bool is_blank(kb_str text)
{
  for (size_t i = 0; i < text.n;) {
    const uint32_t c = kb_text_next(text, &i);
    if (!kb_text_is_space(c) && !kb_text_is_ignorable(c)) {
      return false;
    }
  }
  return true;
}

kb_status kb_read__text_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err)
{
  *more = !in->done;
  if (in->done) {
    return KB_OK;
  }
  in->done          = true;
  const char* path  = kb_read__source_path(in->source);
  kb_str      bytes = {"", 0};
  kb_str      text  = {"", 0};
  kb_status   st    = kb_read__source_all(in->source, in->max_bytes, &bytes, err);
  if (st == KB_OK) {
    st = kb_text_import(bytes, in->options->charset, arena, &text, err);
  }
  if (st == KB_OK && is_blank(text)) {
    st = kb_error_set(err, KB_E_INPUT, path, 0, "empty: no text in it");
  }
  return st == KB_OK ? kb_read__start(in, arena, doc, kb_read__stem(path), text, err) : st;
}
