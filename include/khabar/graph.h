/**
   khabar/graph.h: terms, quads, IRIs: the RDF model over raptor2.

   All terms are validated here, before raptor sees them: absolute ASCII
   IRIs, UTF-8 literals without NUL or noncharacters, canonical numbers,
   language tags "ar" and "en" only, no blank nodes.
*/
#ifndef KHABAR_GRAPH_H
#define KHABAR_GRAPH_H

#include "khabar/base.h"
#include <raptor2.h>

typedef struct kb_graph kb_graph;

#endif // KHABAR_GRAPH_H
