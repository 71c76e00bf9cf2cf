/**
   Shared by the files of src/emit.
*/
#ifndef KB_EMIT_INTERNAL_H
#define KB_EMIT_INTERNAL_H

#include "khabar/emit.h"

/// How a format is written.
typedef struct kb_emit_backend {
  /// Prepare the emitter; NULL: nothing to do.
  kb_status (*open)(kb_emitter* emitter, kb_error* err);
  kb_status (*article)(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err);
  const char* footer;
} kb_emit_backend;

typedef struct kb_emit_entry {
  kb_emit_format         format; ///< first, so that a format is its entry
  const kb_emit_backend* backend;
} kb_emit_entry;

extern const kb_emit_backend kb_emit__line_backend;
extern const kb_emit_backend kb_emit__turtle_backend;
extern const kb_emit_backend kb_emit__xml_backend;

struct kb_emitter {
  raptor_world*        world;
  const kb_emit_entry* entry;
  kb_emit_options      options;
  kb_buf               header; ///< what stands before the first article
  kb_buf               raw;    ///< what raptor wrote in its last run
  kb_buf               folder; ///< namespace of a folder that is being declared
  kb_error             log;    ///< what raptor complained of in its last run
};

#endif // KB_EMIT_INTERNAL_H
