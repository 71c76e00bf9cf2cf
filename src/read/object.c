/* An article as a JSON object: {"id","url","title","text","published","publisher","language"}. */
#include "read_internal.h"

/// The fields as they stand in the parsed object.
typedef struct kb_fields {
  kb_str text, title, url, publisher, language, published, id;
} kb_fields;

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

/// Every string as an arena copy in the form all texts have.
static kb_status import_fields(kb_fields* f, kb_arena* arena, kb_error* err)
{
  kb_str* const all[] = {&f->text, &f->title, &f->url, &f->publisher, &f->language, &f->published, &f->id};
  kb_status     st    = KB_OK;
  for (size_t i = 0; i < sizeof all / sizeof *all && st == KB_OK; ++i) {
    st = all[i]->n ? kb_text_import(*all[i], "UTF-8", arena, all[i], err) : KB_OK;
  }
  return st;
}

/// An article without id is named after its file and number.
static kb_status fallback_id(const kb_intake* in, size_t number, kb_arena* arena, kb_str* id, kb_error* err)
{
  kb_buf buf = {0};
  kb_buf_add(&buf, kb_read__stem(kb_read__source_path(in->source)));
  kb_buf_byte(&buf, '-');
  kb_buf_number(&buf, (int64_t)number);
  *id = buf.failed ? (kb_str){NULL, 0} : kb_arena_copy(arena, kb_buf_as_str(&buf));
  kb_buf_release(&buf);
  return id->p ? KB_OK : kb_error_nomem(err);
}

static kb_status make_article(kb_intake* in, kb_place place, kb_arena* arena, kb_doc* doc, kb_fields* f, kb_error* err)
{
  kb_status st = import_fields(f, arena, err);
  if (st == KB_OK && !f->id.n) {
    st = fallback_id(in, place.number, arena, &f->id, err);
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
  doc->line      = place.line;
  if (f->published.n && !kb_read_date(f->published, &doc->published)) {
    const int n = (int)(f->published.n < 40 ? f->published.n : 40);
    kb_read__warn(in, place.line, "date \"%.*s\" not understood", n, f->published.p);
  }
  return KB_OK;
}

bool kb_read__is_utf16(kb_str bytes)
{
  return kb_str_starts(bytes, KB_STR("\xFF\xFE")) || kb_str_starts(bytes, KB_STR("\xFE\xFF")) ||
         (bytes.n > 1 && !bytes.p[0] != !bytes.p[1]);
}

/// Metadata that is there but no string is left out.
static void warn_of_types(const kb_intake* in, const json_t* object, size_t line)
{
  static const char* const names[] = {"id", "title", "url", "publisher", "language", "published"};
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
    const json_t* value = json_object_get(object, names[i]);
    const bool    good  = !value || json_is_string(value) || json_is_null(value) || (i == 0 && json_is_integer(value));
    if (!good) {
      kb_read__warn(in, line, "\"%s\" is no string, and left out", names[i]);
    }
  }
}

static const char* missing_text(const json_t* object)
{
  if (!json_is_object(object)) {
    return "not a JSON object";
  }
  return json_object_get(object, "text") ? "\"text\" is empty or no string" : "no \"text\"";
}

kb_status
kb_read__object(kb_intake* in, const json_t* object, kb_place place, kb_arena* arena, kb_doc* doc, kb_error* err)
{
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
  if (!f.text.n) {
    return kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), place.line, "%s", missing_text(object));
  }
  warn_of_types(in, object, place.line);
  return make_article(in, place, arena, doc, &f, err);
}
