/* A whole file of JSON: an array of articles, one article, or several one behind the other. */
#include "read_internal.h"

#include <stdlib.h>

typedef struct kb_json {
  kb_str  rest;   ///< of the file, not yet parsed
  size_t  line;   ///< where `rest` begins
  json_t* value;  ///< the one at hand, or NULL
  size_t  index;  ///< of the next element, if it is an array
  size_t  start;  ///< line of the value
  size_t  number; ///< of the article in the file
} kb_json;

void kb_read__json_close(kb_intake* in)
{
  kb_json* json = in->state;
  if (json) {
    json_decref(json->value);
    free(json);
    in->state = NULL;
  }
}

static kb_status open_file(kb_intake* in, kb_error* err)
{
  kb_json* json = calloc(1, sizeof *json);
  if (!json) {
    return kb_error_nomem(err);
  }
  in->state          = json;
  json->line         = 1;
  const kb_status st = kb_read__source_all(in->source, in->max_bytes, &json->rest, err);
  if (kb_str_starts(json->rest, KB_STR("\xEF\xBB\xBF"))) {
    json->rest = kb_str_from(json->rest, 3);
  }
  if (st != KB_OK) {
    json->rest = KB_STR("");
  } else if (kb_read__is_utf16(json->rest)) {
    json->rest = KB_STR("");
    return kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), 1, "UTF-16: JSON must be UTF-8");
  }
  return st;
}

static void skip(kb_json* json, size_t n)
{
  for (size_t i = 0; i < n && i < json->rest.n; ++i) {
    json->line += json->rest.p[i] == '\n';
  }
  json->rest = kb_str_from(json->rest, n);
}

static void skip_blanks(kb_json* json)
{
  size_t n = 0;
  while (n < json->rest.n && json->rest.p[n] && strchr(" \t\r\n", json->rest.p[n])) {
    ++n;
  }
  skip(json, n);
}

/// Parse the next value; what stands behind a mistake is given up.
static kb_status parse_value(kb_intake* in, kb_json* json, kb_error* err)
{
  json_error_t why;
  json->index = 0;
  json->start = json->line;
  json->value = json_loadb(json->rest.p, json->rest.n, JSON_ALLOW_NUL | JSON_DISABLE_EOF_CHECK, &why);
  if (!json->value) {
    const size_t line = json->line + (why.line > 0 ? (size_t)why.line - 1 : 0);
    json->rest        = KB_STR("");
    return kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), line, "not valid JSON: %s", why.text);
  }
  skip(json, (size_t)why.position);
  return KB_OK;
}

/// The next object, borrowed; NULL when the value at hand has no more.
static const json_t* next_object(kb_json* json)
{
  if (json_is_array(json->value)) {
    return json_array_get(json->value, json->index++);
  }
  return json->index++ == 0 ? json->value : NULL;
}

kb_status kb_read__json_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err)
{
  *more          = true;
  kb_status st   = in->state ? KB_OK : open_file(in, err);
  kb_json*  json = in->state;
  while (json && st == KB_OK) {
    const json_t* object = json->value ? next_object(json) : NULL;
    if (object) {
      return kb_read__object(in, object, (kb_place){json->start, ++json->number}, arena, doc, err);
    }
    json_decref(json->value);
    json->value = NULL;
    skip_blanks(json);
    if (!json->rest.n) {
      *more = false;
      return KB_OK;
    }
    st = parse_value(in, json, err);
  }
  return st;
}
