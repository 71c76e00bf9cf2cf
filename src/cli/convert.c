#include "cli_internal.h"

/// Has the file name an extension, of whatever kind?
static bool has_extension(const char* path)
{
  const char* slash = strrchr(path, '/');
  const char* name  = slash ? slash + 1 : path;
  return *name && strchr(name + 1, '.') != NULL;
}

/// NULL after telling why there is none.
static const kb_emit_format* choose_format(const kb_cli_args* args)
{
  if (args->format) {
    return args->format;
  }
  const char*           path  = args->output ? args->output : "-";
  const kb_emit_format* guess = kb_emit_format_of_file(path);
  if (guess || !has_extension(path)) {
    return guess ? guess : kb_emit_format_at(0);
  }
  kb_cli__say("%s: the name does not tell the format; say it with -f:", path);
  for (size_t i = 0; kb_emit_format_at(i); ++i) {
    fprintf(stderr, "  %s\n", kb_emit_format_at(i)->name);
  }
  return NULL;
}

static bool fill_options(const kb_cli_args* args, kb_rdf_options* rdf, kb_error* err)
{
  rdf->format = choose_format(args);
  rdf->base   = kb_str_of(args->base ? args->base : KB_MAPPING_BASE);
  rdf->emit   = (kb_emit_options){
      .ascii      = args->ascii,
      .prefixes   = args->prefixes,
      .n_prefixes = args->n_prefixes,
      .base       = rdf->base,
      .folders    = kb_mapping_folders(),
  };
  rdf->mapping                = kb_mapping_defaults();
  rdf->mapping.min_confidence = args->min_confidence;
  rdf->mapping.no_text        = args->no_text;
  rdf->mapping.version        = KB_STR(KB_VERSION);
  if (args->graph_iri) {
    rdf->mapping.graph     = args->graph;
    rdf->mapping.graph_iri = kb_str_of(args->graph_iri);
  }
  if (!rdf->format || kb_mapping_check(&rdf->mapping, err) != KB_OK) {
    return false;
  }
  if (args->graph_iri && args->graph != KB_MAPPING_GRAPH_NONE && !rdf->format->named_graphs) {
    kb_cli__say("--graph: %s has no named graphs; N-Quads has", rdf->format->name);
    return false;
  }
  return true;
}

int kb_cli__convert(const kb_cli_args* args)
{
  kb_rdf_options rdf    = {0};
  kb_error       error  = {0};
  kb_buf         header = {0};
  kb_buf         footer = {0};
  kb_status      st     = KB_OK;
  int            code   = KB_EXIT_USAGE;
  if (!fill_options(args, &rdf, &error)) {
    return error.status == KB_OK ? KB_EXIT_USAGE : kb_cli__fail(KB_E_USAGE, &error);
  }
  st = kb_rdf_frame(&rdf, &header, &footer, &error);
  if (st != KB_OK) {
    code = kb_cli__fail(st, &error);
  } else {
    const kb_batch batch = {
      .sink   = {.user = &rdf, .open = kb_rdf_open, .article = kb_rdf_article, .close = kb_rdf_close},
      .last   = KB_STAGE_EXTRACT,
      .header = kb_buf_as_str(&header),
      .footer = kb_buf_as_str(&footer),
    };
    code = kb_cli__batch(args, &batch);
  }
  kb_buf_release(&header);
  kb_buf_release(&footer);
  return code;
}
