#include "emit_internal.h"

#include <stdlib.h>

kb_emitter*
kb_emitter_new(raptor_world* world, const kb_emit_format* format, const kb_emit_options* options, kb_error* err)
{
  kb_emitter* emitter = calloc(1, sizeof *emitter);
  if (!emitter) {
    kb_error_nomem(err);
    return NULL;
  }
  emitter->world = world;
  emitter->entry = (const kb_emit_entry*)format;
  if (options) {
    emitter->options = *options;
  }
  const kb_emit_backend* backend = emitter->entry->backend;
  if (backend->open && backend->open(emitter, err) != KB_OK) {
    kb_emitter_free(emitter);
    return NULL;
  }
  return emitter;
}

void kb_emitter_free(kb_emitter* emitter)
{
  if (!emitter) {
    return;
  }
  kb_buf_release(&emitter->header);
  kb_buf_release(&emitter->raw);
  kb_buf_release(&emitter->folder);
  free(emitter);
}

/// Cut what was added if it is not whole.
static kb_status settle(kb_buf* out, size_t before, kb_status status, kb_error* err)
{
  if (out->failed) {
    status = kb_error_nomem(err);
  }
  if (status != KB_OK) {
    out->n      = before;
    out->failed = false;
  }
  return status;
}

kb_status kb_emit_header(kb_emitter* emitter, kb_buf* out, kb_error* err)
{
  const size_t before = out->n;
  kb_buf_add(out, kb_buf_as_str(&emitter->header));
  return settle(out, before, KB_OK, err);
}

kb_status kb_emit_article(kb_emitter* emitter, const kb_graph* graph, kb_buf* out, kb_error* err)
{
  const size_t before = out->n;
  if (kb_graph_count(graph) == 0) {
    return KB_OK;
  }
  return settle(out, before, emitter->entry->backend->article(emitter, graph, out, err), err);
}

kb_status kb_emit_footer(kb_emitter* emitter, kb_buf* out, kb_error* err)
{
  const size_t before = out->n;
  if (emitter->entry->backend->footer) {
    kb_buf_text(out, emitter->entry->backend->footer);
  }
  return settle(out, before, KB_OK, err);
}
