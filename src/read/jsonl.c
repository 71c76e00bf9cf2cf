#include "read_internal.h"

#include <jansson.h>

/// The fields of one line as they stand in the parsed object.
typedef struct kb_fields {
  kb_str text, title, url, publisher, language, published, id;
} kb_fields;

static kb_status bad_line(const kb_intake* in, kb_error* err, const char* what)
{
  return kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), kb_read__source_line_number(in->source), "%s",
                      what);
}

static kb_str string_field(const json_t* object, const char* name)
{
  const json_t* value = json_object_get(object, name);
  return json_is_string(value) ? (kb_str){json_string_value(value), json_string_length(value)} : KB_STR("");
}

/// Numbers are taken as ids too, and written as they stand.
static kb_str id_field(const json_t* object, char* digits, size_t size)
{
  const json_t* value = json_object_get(object, "id");
  if (json_is_integer(value)) {
    const int n = snprintf(digits, size, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return (kb_str){digits, n > 0 ? (size_t)n : 0};
  }
  return string_field(object, "id");
}

/// A string of the object as an arena copy in the form all texts have.
static kb_status import_field(kb_str* field, kb_arena* arena, kb_error* err)
{
  return field->n ? kb_text_import(*field, "UTF-8", arena, field, err) : KB_OK;
}

static kb_status import_fields(kb_fields* f, kb_arena* arena, kb_error* err)
{
  kb_str* const all[] = {&f->text, &f->title, &f->url, &f->publisher, &f->language, &f->published, &f->id};
  for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
    const kb_status st = import_field(all[i], arena, err);
    if (st != KB_OK) {
      return st;
    }
  }
  return KB_OK;
}

/// An article without id is named after its file and line.
static kb_status fallback_id(const kb_intake* in, kb_arena* arena, kb_str* id, kb_error* err)
{
  kb_buf buf = {0};
  kb_buf_add(&buf, kb_read__stem(kb_read__source_path(in->source)));
  kb_buf_byte(&buf, '-');
  kb_buf_number(&buf, (int64_t)kb_read__source_line_number(in->source));
  *id = buf.failed ? (kb_str){NULL, 0} : kb_arena_copy(arena, kb_buf_as_str(&buf));
  kb_buf_release(&buf);
  return id->p ? KB_OK : kb_error_nomem(err);
}

static kb_status make_article(kb_intake* in, kb_arena* arena, kb_doc* doc, kb_fields* f, kb_error* err)
{
  kb_status st = import_fields(f, arena, err);
  if (st == KB_OK && !f->id.n) {
    st = fallback_id(in, arena, &f->id, err);
  }
  if (st == KB_OK) {
    st = kb_read__start(in, arena, doc, f->id, f->text, err);
  }
  if (st != KB_OK) {
    return st;
  }
  doc->title     = f->title;
  doc->url       = f->url;
  doc->publisher = f->publisher.n ? f->publisher : doc->publisher;
  doc->language  = f->language.n ? f->language : doc->language;
  doc->line      = kb_read__source_line_number(in->source);
  if (f->published.n && !kb_read_date(f->published, &doc->published)) {
    kb_read__warn(in, doc->line, "date \"%.*s\" not understood", (int)(f->published.n < 40 ? f->published.n : 40),
                  f->published.p);
  }
  return KB_OK;
}

static kb_status parse_line(kb_intake* in, kb_str line, kb_arena* arena, kb_doc* doc, kb_error* err)
{
  json_error_t why;
  json_t*      object = json_loadb(line.p, line.n, JSON_ALLOW_NUL, &why);
  if (!object) {
    return bad_line(in, err, why.text);
  }
  char      digits[32];
  kb_fields f = {
      .text      = string_field(object, "text"),
      .title     = string_field(object, "title"),
      .url       = string_field(object, "url"),
      .publisher = string_field(object, "publisher"),
      .language  = string_field(object, "language"),
      .published = string_field(object, "published"),
      .id        = id_field(object, digits, sizeof digits),
  };
  kb_status st = KB_OK;
  if (!json_is_object(object)) {
    st = bad_line(in, err, "not a JSON object");
  } else if (!f.text.n) {
    st = bad_line(in, err, json_object_get(object, "text") ? "\"text\" is empty or no string" : "no \"text\"");
  } else {
    st = make_article(in, arena, doc, &f, err);
  }
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
  for (;;) {
    kb_str    line;
    kb_status st = kb_read__source_line(in->source, in->max_bytes, &line, more, err);
    if (st != KB_OK || !*more) {
      return st;
    }
    if (kb_read__source_line_number(in->source) == 1 && kb_str_starts(line, KB_STR("\xEF\xBB\xBF"))) {
      line = kb_str_from(line, 3);
    }
    if (in->options->charset) {
      st = kb_text_import(line, in->options->charset, arena, &line, err);
    }
    if (st != KB_OK || !is_blank(line)) {
      return st == KB_OK ? parse_line(in, line, arena, doc, err) : st;
    }
  }
}
