/**
   khabar/emit.h: graphs to the bytes of an RDF file, and bytes to the file.

   A document is: header, articles, footer. Each worker has an emitter and
   turns its articles into bytes; one writer joins the bytes in the order of
   the input, so that the file is the same for any number of workers:

       kb_emit_header(emitter, &buf, err);             once, by any emitter
       kb_emit_article(emitter, graph, &buf, err);     by the worker's own
       kb_emit_footer(emitter, &buf, err);             once, by any emitter

   All of them append to a buffer. Emitters with the same format and options
   give the same bytes.
*/
#ifndef KHABAR_EMIT_H
#define KHABAR_EMIT_H

#include "khabar/base.h"
#include "khabar/graph.h"

/** \name Formats */

typedef struct kb_emit_format {
  const char* name;         ///< as raptor has it: "turtle"
  const char* alias;        ///< short: "ttl", or NULL
  const char* media_type;   ///< "text/turtle"
  const char* extension;    ///< of files, without the point: "ttl"; NULL: none of its own
  const char* help;         ///< half a line for people
  bool        named_graphs; ///< keeps the graph name of statements
  bool        joinable;     ///< files can be joined byte by byte: no header, no footer
} kb_emit_format;

/// All formats, the default one first; NULL past the end.
const kb_emit_format* kb_emit_format_at(size_t i);
/// By name, alias or media type, in any case; NULL if there is none.
const kb_emit_format* kb_emit_format_find(const char* name);
/// By the extension of a file name (out.nq, out.ttl.gz); NULL if unknown.
const kb_emit_format* kb_emit_format_of_file(const char* path);

/** \name Emitter */

/// What is borrowed must outlive the emitter.
typedef struct kb_emit_options {
  bool               ascii;    ///< N-Triples, N-Quads: escape what is not ASCII
  const kb_prefix*   prefixes; ///< Turtle, RDF/XML: more prefixes, or NULL
  size_t             n_prefixes;
  kb_str             base;    ///< Turtle: base of the instances, may be empty
  const char* const* folders; ///< names under base that are prefixes too, NULL past the end; may be NULL
} kb_emit_options;

typedef struct kb_emitter kb_emitter;

/// New emitter over the world of its worker. `options` may be NULL.
/// NULL, with the reason in `err`, on failure.
kb_emitter*
     kb_emitter_new(raptor_world* world, const kb_emit_format* format, const kb_emit_options* options, kb_error* err);
void kb_emitter_free(kb_emitter* emitter);

/// Append what stands before the first article.
kb_status kb_emit_header(kb_emitter* emitter, kb_buf* out, kb_error* err) KB_MUST_USE;
/// Append the statements of a finished graph. On failure `out` is as before.
kb_status kb_emit_article(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err) KB_MUST_USE;
/// Append what stands after the last article.
kb_status kb_emit_footer(kb_emitter* emitter, kb_buf* out, kb_error* err) KB_MUST_USE;

/** \name Output file

    Bytes go to a temporary file beside the target, which is renamed when all
    is written and synced; nothing is left of it otherwise. `-` is stdout; a
    target that is not a regular file (a device, a pipe) is written directly;
    names that end in .gz are compressed. The first failure sticks. */

typedef struct kb_output kb_output;

/// NULL, with the reason in `err`, if the file cannot be made.
kb_output* kb_output_open(const char* path, kb_error* err);
kb_status  kb_output_write(kb_output* output, kb_str bytes, kb_error* err) KB_MUST_USE;
/// Write all out, sync, rename and free the output. Failure leaves no file.
kb_status kb_output_commit(kb_output* own_output, kb_error* err) KB_MUST_USE;
/// Throw away what was written and free the output. NULL is allowed.
void kb_output_abort(kb_output* own_output);

#endif // KHABAR_EMIT_H
