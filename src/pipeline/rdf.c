#include "khabar/pipeline.h"

#include <stdlib.h>

/// Of one worker.
typedef struct kb_rdf {
  const kb_rdf_options* options;
  const kb_lexicon*     lexicon;
  raptor_world*         world;
  kb_graph*             graph;
  kb_emitter*           emitter;
} kb_rdf;

void kb_rdf_close(void* state)
{
  kb_rdf* rdf = state;
  if (!rdf) {
    return;
  }
  kb_emitter_free(rdf->emitter);
  kb_graph_free(rdf->graph);
  if (rdf->world) {
    raptor_free_world(rdf->world);
  }
  free(rdf);
}

kb_status kb_rdf_open(void* options, const kb_lexicon* lex, void** state, kb_error* err)
{
  kb_rdf* rdf = calloc(1, sizeof *rdf);
  if (!rdf) {
    return kb_error_nomem(err);
  }
  kb_error why = {0};
  rdf->options = options;
  rdf->lexicon = lex;
  rdf->world   = kb_graph_world_new();
  if (rdf->world) {
    rdf->graph = kb_graph_new(rdf->world, rdf->options->base, 0, &why);
  }
  if (rdf->graph) {
    rdf->emitter = kb_emitter_new(rdf->world, rdf->options->format, &rdf->options->emit, &why);
  }
  if (!rdf->emitter) {
    kb_rdf_close(rdf);
    return why.status == KB_OK ? kb_error_nomem(err)
                               : kb_error_set(err, why.status, why.source, why.line, "%s", why.text);
  }
  *state = rdf;
  return KB_OK;
}

kb_status kb_rdf_article(void* state, const kb_doc* doc, kb_buf* out, kb_error* err)
{
  kb_rdf*         rdf = state;
  const kb_status st  = kb_mapping_run(doc, rdf->lexicon, &rdf->options->mapping, rdf->graph, err);
  return st == KB_OK ? kb_emit_article(rdf->emitter, rdf->graph, out, err) : st;
}

kb_status kb_rdf_frame(const kb_rdf_options* options, kb_buf* header, kb_buf* footer, kb_error* err)
{
  kb_rdf_options copy  = *options;
  void*          state = NULL;
  kb_status      st    = kb_rdf_open(&copy, NULL, &state, err);
  kb_rdf*        rdf   = state;
  if (st == KB_OK && rdf) {
    st = kb_emit_header(rdf->emitter, header, err);
    st = st == KB_OK ? kb_emit_footer(rdf->emitter, footer, err) : st;
  }
  kb_rdf_close(state);
  return st;
}
