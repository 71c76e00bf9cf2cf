#include "read_internal.h"

static kb_status parse_line(kb_intake* in, kb_str line, kb_arena* arena, kb_doc* doc, kb_error* err)
{
  json_error_t why;
  const size_t number = kb_read__source_line_number(in->source);
  json_t*      object = json_loadb(line.p, line.n, JSON_ALLOW_NUL, &why);
  if (!object) {
    return kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), number, "not valid JSON: %s", why.text);
  }
  const kb_status st = kb_read__object(in, object, (kb_place){number, number}, arena, doc, err);
  json_decref(object);
  return st;
}

static bool is_blank(kb_str line)
{
  for (size_t i = 0; i < line.n; ++i) {
    if (!strchr(" \t\r", line.p[i]) || !line.p[i]) {
      return false;
    }
  }
  return true;
}

kb_status kb_read__jsonl_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err)
{
  *more = !in->done;
  while (!in->done) {
    kb_str    line;
    kb_status st = kb_read__source_line(in->source, in->max_bytes, &line, more, err);
    if (st != KB_OK || !*more) {
      return st;
    }
    if (kb_read__source_line_number(in->source) == 1 && kb_str_starts(line, KB_STR("\xEF\xBB\xBF"))) {
      line = kb_str_from(line, 3);
    }
    if (kb_read__source_line_number(in->source) == 1 && kb_read__is_utf16(line)) {
      in->done = true;
      return kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), 1, "UTF-16: JSON must be UTF-8");
    }
    if (in->options->charset) {
      st = kb_text_import(line, in->options->charset, arena, &line, err);
    }
    if (st != KB_OK || !is_blank(line)) {
      return st == KB_OK ? parse_line(in, line, arena, doc, err) : st;
    }
  }
  return KB_OK;
}
