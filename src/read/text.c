#include "read_internal.h"

#include <strings.h>

bool kb_read__is_blank(kb_str text)
{
  for (size_t i = 0; i < text.n;) {
    const uint32_t c = kb_text_next(text, &i);
    if (!kb_text_is_space(c) && !kb_text_is_ignorable(c)) {
      return false;
    }
  }
  return true;
}

/// Web pages and XML are full of words that are no news.
static bool is_markup(kb_str text)
{
  static const char* const starts[] = {"<!doctype", "<html", "<?xml", "<rss", "<head"};

  while (text.n && strchr(" \t\n", *text.p)) {
    text = kb_str_from(text, 1);
  }
  for (size_t i = 0; i < sizeof starts / sizeof *starts; ++i) {
    if (text.n >= strlen(starts[i]) && strncasecmp(text.p, starts[i], strlen(starts[i])) == 0) {
      return true;
    }
  }
  return false;
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
  if (st == KB_OK && kb_read__is_blank(text)) {
    st = kb_error_set(err, KB_E_INPUT, path, 0, "empty: no text in it");
  }
  if (st == KB_OK && is_markup(text)) {
    st = kb_error_set(err, KB_E_INPUT, path, 0, "a web page or XML, not plain text (see --from)");
  }
  return st == KB_OK ? kb_read__start(in, arena, doc, kb_read__stem(path), text, err) : st;
}
