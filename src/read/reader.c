#include "read_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/// One line a format. The first is that of files without a known extension.
static const kb_read_format formats[] = {
  {"text", ".txt .text", kb_read__text_next, NULL},
  {"jsonl", ".jsonl .ndjson", kb_read__jsonl_next, NULL},
  {"json", ".json", kb_read__json_next, kb_read__json_close},
  {"html", ".html .htm .xhtml", kb_read__html_next, NULL},
};

enum { KB_FORMATS = sizeof formats / sizeof *formats };

struct kb_reader {
  kb_read_options       options;
  const kb_read_format* forced; ///< the format of the options, NULL: by file name
  const kb_read_format* format; ///< of the file being read
  kb_walk*              walk;
  kb_ids_seen           seen;
  kb_intake             in;        ///< in.source is NULL between two files
  size_t                n_skipped; ///< files in directories whose names say nothing
  bool                  found;     ///< something to read, or told that there is nothing
};

const char* kb_read_format_at(size_t i)
{
  return i < KB_FORMATS ? formats[i].name : NULL;
}

static kb_str file_name(const char* path)
{
  const char* slash = strrchr(path, '/');
  kb_str      name  = kb_str_of(slash ? slash + 1 : path);
  if (kb_str_ends(name, KB_STR(".gz"))) {
    name.n -= 3;
  }
  return name;
}

static bool has_extension(kb_str name, const char* extensions)
{
  for (const char* e = extensions; *e;) {
    const size_t n = strcspn(e, " ");
    if (kb_str_ends(name, (kb_str){e, n})) {
      return true;
    }
    e += n + (e[n] == ' ');
  }
  return false;
}

/// NULL when the file name says nothing.
static const kb_read_format* format_of(const char* path)
{
  for (size_t i = 0; i < KB_FORMATS; ++i) {
    if (has_extension(file_name(path), formats[i].extensions)) {
      return &formats[i];
    }
  }
  return NULL;
}

kb_str kb_read__stem(const char* path)
{
  kb_str name = strcmp(path, "-") == 0 ? KB_STR("stdin") : file_name(path);
  for (size_t i = 0; i < KB_FORMATS; ++i) {
    for (const char* e = formats[i].extensions; *e;) {
      const size_t n = strcspn(e, " ");
      if (name.n > n && kb_str_ends(name, (kb_str){e, n})) {
        name.n -= n;
        return name;
      }
      e += n + (e[n] == ' ');
    }
  }
  const char* dot = name.n ? memchr(name.p + 1, '.', name.n - 1) : NULL;
  return dot ? (kb_str){name.p, (size_t)(dot - name.p)} : name;
}

kb_status kb_reader_open(
  kb_reader** out, const char* const* inputs, size_t n_inputs, const kb_read_options* options, kb_error* err)
{
  const kb_read_format* forced = NULL;
  for (size_t i = 0; options->format && i < KB_FORMATS; ++i) {
    forced = strcmp(formats[i].name, options->format) == 0 ? &formats[i] : forced;
  }
  if (options->format && !forced) {
    return kb_error_set(err, KB_E_USAGE, NULL, 0, "unknown input format \"%s\"", options->format);
  }
  kb_reader* reader = calloc(1, sizeof *reader);
  if (reader) {
    reader->options = *options;
    reader->forced  = forced;
    reader->walk    = kb_read__walk_new(inputs, n_inputs);
    reader->found   = n_inputs == 0;
  }
  if (!reader || !reader->walk) {
    kb_reader_close(reader);
    return kb_error_nomem(err);
  }
  *out = reader;
  return KB_OK;
}

static void close_source(kb_reader* reader)
{
  if (reader->format && reader->format->close) {
    reader->format->close(&reader->in);
  }
  kb_read__source_close(reader->in.source);
  reader->in.source = NULL;
}

void kb_reader_close(kb_reader* reader)
{
  if (reader) {
    close_source(reader);
    kb_read__walk_free(reader->walk);
    kb_read__ids_release(&reader->seen);
    free(reader);
  }
}

void kb_read__warn(const kb_intake* in, size_t line, const char* format, ...)
{
  if (in->options->warn) {
    kb_error message = {.line = line};
    snprintf(message.source, sizeof message.source, "%s", kb_read__source_path(in->source));
    va_list args;
    va_start(args, format);
    vsnprintf(message.text, sizeof message.text, format, args);
    va_end(args);
    in->options->warn(in->options->warn_user, &message);
  }
}

/// Files found in directories: those of a known kind, or all if the caller named the format.
static bool wanted(void* user, const char* path)
{
  kb_reader* reader = user;
  const bool take   = reader->forced || format_of(path);
  reader->n_skipped += !take;
  if (!take && reader->options.warn) {
    kb_error message = {.text = "skipped: not the name of a text, JSON or HTML file (see --from)"};
    snprintf(message.source, sizeof message.source, "%s", path);
    reader->options.warn(reader->options.warn_user, &message);
  }
  return take;
}

static kb_status open_next(kb_reader* reader, bool* more, kb_error* err)
{
  const char*     path = NULL;
  const kb_status st   = kb_read__walk_next(reader->walk, wanted, reader, &path, err);
  *more                = st != KB_OK || path || !reader->found;
  if (st == KB_OK && !path && !reader->found) {
    reader->found = true;
    return reader->n_skipped
             ? kb_error_set(err, KB_E_INPUT, NULL, 0, "no article in the inputs; %zu file%s skipped (see --from)",
                            reader->n_skipped, reader->n_skipped == 1 ? "" : "s")
             : kb_error_set(err, KB_E_INPUT, NULL, 0, "no article in the inputs: no files there");
  }
  reader->found = true;
  if (st != KB_OK || !path) {
    return st;
  }
  const kb_read_format* guess = format_of(path);
  reader->format              = reader->forced ? reader->forced : guess ? guess : &formats[0];
  reader->in                  = (kb_intake){.options   = &reader->options,
                                            .seen      = &reader->seen,
                                            .max_bytes = reader->options.max_bytes ? reader->options.max_bytes : KB_READ_MAX};
  return kb_read__source_open(&reader->in.source, path, err);
}

/// Name file and line in an error that does not yet.
static void locate(const kb_intake* in, kb_error* err)
{
  if (err && !err->source[0] && in->source) {
    snprintf(err->source, sizeof err->source, "%s", kb_read__source_path(in->source));
    err->line = err->line ? err->line : kb_read__source_line_number(in->source);
  }
}

kb_status kb_reader_next(kb_reader* reader, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err)
{
  for (;;) {
    if (!reader->in.source) {
      const kb_status st = open_next(reader, more, err);
      if (st != KB_OK || !*more) {
        return st;
      }
    }
    kb_intake* in   = &reader->in;
    bool       here = false;
    kb_status  st   = reader->format->next(in, arena, doc, &here, err);
    in->n_articles += here;
    if (st == KB_OK && !here && in->n_articles == 0) {
      st = kb_error_set(err, KB_E_INPUT, kb_read__source_path(in->source), 0, "empty: no article in it");
    }
    if (st != KB_OK) {
      locate(in, err);
    }
    if (!here) {
      close_source(reader);
    }
    if (st != KB_OK || here) {
      *more = true;
      return st;
    }
  }
}

kb_status kb_read__start(kb_intake* in, kb_arena* arena, kb_doc* doc, kb_str id, kb_str text, kb_error* err)
{
  const kb_str unique = kb_read__id_unique(in->seen, id, arena);
  const kb_str source = kb_arena_copy(arena, kb_str_of(kb_read__source_path(in->source)));
  if (!unique.p || !source.p) {
    return kb_error_nomem(err);
  }
  const kb_status st = kb_doc_init(doc, arena, unique, text, err);
  if (st == KB_OK) {
    doc->source    = source;
    doc->published = in->options->published;
    doc->publisher = in->options->publisher.n ? in->options->publisher : doc->publisher;
  }
  return st;
}
