/*
   Turtle and RDF/XML by raptor's serializers. Each article is a run of its
   own, so that memory stays bounded; what every run writes around its
   statements (prefixes, the root element) is written once and cut off here.
*/
#include "emit_internal.h"

#include <stdlib.h>

/** \name An output stream into the emitter's buffer */

static int write_byte(void* user, const int byte)
{
  kb_emitter* emitter = user;
  kb_buf_byte(&emitter->raw, (char)byte);
  return emitter->raw.failed;
}

static int write_bytes(void* user, const void* p, size_t size, size_t count)
{
  kb_emitter* emitter = user;
  kb_buf_add(&emitter->raw, (kb_str){p, size * count});
  return emitter->raw.failed;
}

static const raptor_iostream_handler stream_handler = {
  .version     = 2,
  .write_byte  = write_byte,
  .write_bytes = write_bytes,
};

/// A complaint of raptor's means that data was lost, even where it goes on.
static void log_handler(void* user, raptor_log_message* message)
{
  kb_emitter* emitter = user;
  if (message->level >= RAPTOR_LOG_LEVEL_WARN) {
    kb_error_set(&emitter->log, KB_E_INPUT, NULL, 0, "%s", message->text ? message->text : "raptor failed");
  }
}

/** \name One run */

static bool declare(kb_emitter* emitter, raptor_serializer* serializer, const kb_prefix* prefix)
{
  if (strcmp(prefix->prefix, "rdf") == 0) {
    return true; // raptor has declared it and refuses a second time
  }
  raptor_uri* uri = raptor_new_uri(emitter->world, (const unsigned char*)prefix->iri);
  const bool  ok  = uri && raptor_serializer_set_namespace(serializer, uri, (const unsigned char*)prefix->prefix) == 0;
  raptor_free_uri(uri);
  return ok;
}

static bool is_taken(const kb_emit_options* options, const char* prefix)
{
  for (size_t i = 0; kb_graph_prefix_at(i); ++i) {
    if (strcmp(kb_graph_prefix_at(i)->prefix, prefix) == 0) {
      return true;
    }
  }
  for (size_t i = 0; i < options->n_prefixes; ++i) {
    if (strcmp(options->prefixes[i].prefix, prefix) == 0) {
      return true;
    }
  }
  return false;
}

/// Instances of a folder under the base: "person:" for <base/person/>. XML
/// has no use for it, as only predicates are abbreviated there.
static bool declare_folders(kb_emitter* emitter, raptor_serializer* serializer)
{
  const kb_emit_options* options = &emitter->options;
  bool                   ok      = true;
  for (size_t i = 0; ok && options->base.n && options->folders && options->folders[i]; ++i) {
    if (is_taken(options, options->folders[i])) {
      continue;
    }
    kb_buf_reset(&emitter->folder);
    kb_buf_add(&emitter->folder, options->base);
    kb_buf_text(&emitter->folder, options->folders[i]);
    kb_buf_add(&emitter->folder, (kb_str){"/", 2}); // and its NUL
    const kb_prefix prefix = {options->folders[i], emitter->folder.p};
    ok                     = !emitter->folder.failed && declare(emitter, serializer, &prefix);
  }
  return ok;
}

static bool declare_all(kb_emitter* emitter, raptor_serializer* serializer)
{
  bool ok = true;
  for (size_t i = 0; ok && kb_graph_prefix_at(i); ++i) {
    ok = declare(emitter, serializer, kb_graph_prefix_at(i));
  }
  for (size_t i = 0; ok && i < emitter->options.n_prefixes; ++i) {
    const kb_prefix* prefix = &emitter->options.prefixes[i];
    ok                      = declare(emitter, serializer, prefix);
    if (!ok) {
      kb_error_set(&emitter->log, KB_E_USAGE, NULL, 0, "prefix %s is taken or wrong", prefix->prefix);
    }
  }
  const bool is_turtle = emitter->entry->backend == &kb_emit__turtle_backend;
  return ok && (!is_turtle || declare_folders(emitter, serializer));
}

static bool is_xml_control(char c)
{
  const unsigned char u = (unsigned char)c;
  return (u < 0x20 && u != '\t' && u != '\n' && u != '\r') || u == 0x7f;
}

/// XML has no control characters: each becomes U+FFFD, one for one, so that
/// offsets stay. NULL when out of memory.
static unsigned char* without_controls(kb_str s)
{
  kb_buf text = {0};
  for (size_t i = 0; i < s.n; ++i) {
    if (is_xml_control(s.p[i])) {
      kb_buf_add(&text, KB_STR("\xEF\xBF\xBD"));
    } else {
      kb_buf_byte(&text, s.p[i]);
    }
  }
  kb_buf_byte(&text, '\0');
  if (text.failed) {
    kb_buf_release(&text);
  }
  return (unsigned char*)text.p;
}

static bool has_controls(const raptor_term* term)
{
  if (term->type != RAPTOR_TERM_TYPE_LITERAL) {
    return false;
  }
  for (size_t i = 0; i < term->value.literal.string_len; ++i) {
    if (is_xml_control((char)term->value.literal.string[i])) {
      return true;
    }
  }
  return false;
}

static bool serialize_without_controls(raptor_serializer* serializer, raptor_statement* st)
{
  const raptor_term_literal_value* l    = &st->object->value.literal;
  unsigned char*                   text = without_controls((kb_str){(const char*)l->string, l->string_len});
  raptor_term* term = text ? raptor_new_term_from_literal(st->world, text, l->datatype, l->language) : NULL;
  free(text);
  if (!term) {
    return false;
  }
  st->object    = term;
  const bool ok = raptor_serializer_serialize_statement(serializer, st) == 0;
  raptor_free_term(term);
  return ok;
}

static bool serialize(kb_emitter* emitter, raptor_serializer* serializer, const kb_graph* graph)
{
  const bool   xml = emitter->entry->backend == &kb_emit__xml_backend;
  const size_t n   = graph ? kb_graph_count(graph) : 0;
  bool         ok  = true;
  for (size_t i = 0; ok && i < n; ++i) {
    raptor_statement st = *kb_graph_at(graph, i);
    st.graph            = NULL;
    ok                  = xml && has_controls(st.object) ? serialize_without_controls(serializer, &st)
                                                         : raptor_serializer_serialize_statement(serializer, &st) == 0;
  }
  return ok;
}

/// Run raptor over a graph (NULL: none) into emitter->raw.
static bool run_serializer(kb_emitter* emitter, const kb_graph* graph)
{
  raptor_serializer* serializer = raptor_new_serializer(emitter->world, emitter->entry->format.name);
  raptor_iostream*   stream     = raptor_new_iostream_from_handler(emitter->world, emitter, &stream_handler);
  bool               ok         = serializer && stream && declare_all(emitter, serializer);
  ok                            = ok && raptor_serializer_start_to_iostream(serializer, NULL, stream) == 0;
  ok                            = ok && serialize(emitter, serializer, graph);
  ok                            = ok && raptor_serializer_serialize_end(serializer) == 0;
  raptor_free_serializer(serializer);
  raptor_free_iostream(stream);
  return ok;
}

static kb_status run(kb_emitter* emitter, const kb_graph* graph, kb_error* err)
{
  kb_buf_reset(&emitter->raw);
  emitter->log = (kb_error){0};
  raptor_world_set_log_handler(emitter->world, emitter, log_handler);
  const bool ok = run_serializer(emitter, graph);
  raptor_world_set_log_handler(emitter->world, NULL, NULL);
  if (emitter->raw.failed) {
    return kb_error_nomem(err);
  }
  if (emitter->log.status != KB_OK) {
    return kb_error_set(err, emitter->log.status, NULL, 0, "%s: %s", emitter->entry->format.name, emitter->log.text);
  }
  return ok ? KB_OK : kb_error_set(err, KB_E_NOMEM, NULL, 0, "%s: serializer failed", emitter->entry->format.name);
}

static kb_status unexpected(const kb_emitter* emitter, kb_error* err)
{
  return kb_error_set(err, KB_E_INPUT, NULL, 0, "%s: unexpected output of the serializer", emitter->entry->format.name);
}

/** \name Turtle: an empty run gives the prefixes */

static kb_status open_turtle(kb_emitter* emitter, kb_error* err)
{
  const kb_status status = run(emitter, NULL, err);
  kb_buf_add(&emitter->header, kb_buf_as_str(&emitter->raw));
  return status == KB_OK && emitter->header.failed ? kb_error_nomem(err) : status;
}

static kb_status turtle_article(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err)
{
  const kb_status status = run(emitter, graph, err);
  const kb_str    raw    = kb_buf_as_str(&emitter->raw);
  const kb_str    header = kb_buf_as_str(&emitter->header);
  if (status != KB_OK) {
    return status;
  }
  if (!kb_str_starts(raw, header)) {
    return unexpected(emitter, err);
  }
  kb_buf_add(out, kb_str_from(raw, header.n));
  return KB_OK;
}

const kb_emit_backend kb_emit__turtle_backend = {.open = open_turtle, .article = turtle_article};

/** \name RDF/XML: all articles share one root element */

/// Length of the declaration and the start tag of the root, without its end
/// ">" or "/>"; 0 if it is not there.
static size_t head_length(kb_str raw)
{
  static const char root[] = "<rdf:RDF";
  for (size_t i = 0; i + sizeof root <= raw.n; ++i) {
    if (memcmp(raw.p + i, root, sizeof root - 1) == 0) {
      const char*  end = memchr(raw.p + i, '>', raw.n - i);
      const size_t n   = end ? (size_t)(end - raw.p) : 0;
      return n && raw.p[n - 1] == '/' ? n - 1 : n;
    }
  }
  return 0;
}

static kb_status open_xml(kb_emitter* emitter, kb_error* err)
{
  const kb_status status = run(emitter, NULL, err);
  if (status != KB_OK) {
    return status;
  }
  const kb_str raw = kb_buf_as_str(&emitter->raw);
  const size_t n   = head_length(raw);
  if (!n) {
    return unexpected(emitter, err);
  }
  kb_buf_add(&emitter->header, (kb_str){raw.p, n});
  kb_buf_text(&emitter->header, ">\n");
  return emitter->header.failed ? kb_error_nomem(err) : KB_OK;
}

static kb_status xml_article(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err)
{
  const kb_status status = run(emitter, graph, err);
  if (status != KB_OK) {
    return status;
  }
  const kb_str raw  = kb_buf_as_str(&emitter->raw);
  const kb_str tail = KB_STR("</rdf:RDF>\n");
  const kb_str head = {emitter->header.p, emitter->header.n};
  if (!kb_str_starts(raw, head) || !kb_str_ends(raw, tail) || raw.n < head.n + tail.n) {
    return unexpected(emitter, err);
  }
  kb_buf_add(out, (kb_str){raw.p + head.n, raw.n - head.n - tail.n});
  return KB_OK;
}

const kb_emit_backend kb_emit__xml_backend = {.open = open_xml, .article = xml_article, .footer = "</rdf:RDF>\n"};
