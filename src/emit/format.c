#include "emit_internal.h"

#include <strings.h>

static const kb_emit_entry entries[] = {
  {{"turtle", "ttl", "text/turtle", "ttl", "Turtle, with prefixes, for people", false, false},
   &kb_emit__turtle_backend},
  {{"ntriples", "nt", "application/n-triples", "nt", "N-Triples, one triple a line", false, true},
   &kb_emit__line_backend},
  {{"nquads", "nq", "application/n-quads", "nq", "N-Quads, one quad a line, for batches", true, true},
   &kb_emit__line_backend},
  {{"rdfxml", "xml", "application/rdf+xml", "rdf", "RDF/XML, one element a triple", false, false},
   &kb_emit__xml_backend},
  {{"rdfxml-abbrev", NULL, NULL, NULL, "RDF/XML, abbreviated", false, false}, &kb_emit__xml_backend},
};

enum { N_ENTRIES = sizeof entries / sizeof *entries };

const kb_emit_format* kb_emit_format_at(size_t i)
{
  return i < N_ENTRIES ? &entries[i].format : NULL;
}

static bool same(const char* a, const char* b)
{
  return a && strcasecmp(a, b) == 0;
}

const kb_emit_format* kb_emit_format_find(const char* name)
{
  for (size_t i = 0; name && i < N_ENTRIES; ++i) {
    const kb_emit_format* f = &entries[i].format;
    if (same(f->name, name) || same(f->alias, name) || same(f->media_type, name)) {
      return f;
    }
  }
  return NULL;
}

const kb_emit_format* kb_emit_format_of_file(const char* path)
{
  if (!path) {
    return NULL;
  }
  const char*  slash = strrchr(path, '/');
  const char*  name  = slash ? slash + 1 : path;
  const size_t n     = strlen(name);
  const size_t end   = n > 3 && strcasecmp(name + n - 3, ".gz") == 0 ? n - 3 : n;
  for (size_t i = 0; i < N_ENTRIES; ++i) {
    const char*  extension = entries[i].format.extension;
    const size_t k         = extension ? strlen(extension) : 0;
    if (k && end > k + 1 && name[end - k - 1] == '.' && strncasecmp(name + end - k, extension, k) == 0) {
      return &entries[i].format;
    }
  }
  return NULL;
}
