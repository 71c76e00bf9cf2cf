/**
   khabar/map.h: the facts of an article to RDF statements.

   What is written, and how nodes are named, is said in the vocabulary
   ontology/khabar.ttl. IRIs are made of content only, so that the same
   article gives the same statements in every run and the same event or
   quotation in two articles is one node.

   The names begin with kb_mapping, since kb_map is the hash map of base.h.
*/
#ifndef KHABAR_MAP_H
#define KHABAR_MAP_H

#include "khabar/base.h"
#include "khabar/doc.h"
#include "khabar/graph.h"
#include "khabar/lexicon.h"

#define KB_MAPPING_BASE "https://w3id.org/khabar/id/"

typedef enum kb_mapping_graph {
  KB_MAPPING_GRAPH_NONE,    ///< default graph
  KB_MAPPING_GRAPH_ARTICLE, ///< one graph for each article: <article/ID#graph>
  KB_MAPPING_GRAPH_IRI,     ///< one graph for all
} kb_mapping_graph;

/// Start from {0} or from kb_mapping_defaults.
typedef struct kb_mapping_options {
  kb_mapping_graph graph;
  kb_str           graph_iri;      ///< of KB_MAPPING_GRAPH_IRI
  uint8_t          min_confidence; ///< 0-100: facts below are left out
  bool             no_text;        ///< without the text of article and sentences
  kb_str           version;        ///< of the program, empty: no node of the run
} kb_mapping_options;

kb_mapping_options kb_mapping_defaults(void);

/// Folders under the base IRI whose names are readable, for prefixes
/// (person:john-kerry): NULL past the end.
const char* const* kb_mapping_folders(void);

/// Are these options usable? KB_E_USAGE with the reason if not.
kb_status kb_mapping_check(const kb_mapping_options* options, kb_error* err) KB_MUST_USE;

/**
   Fill `graph` (made with the base IRI of all instances) with the statements
   of one article, sorted and without duplicates. What was in it is gone.

   Uses doc->arena for scratch and leaves it as it was. `lex` may be NULL:
   then nothing is said from the gazetteer, which suits tests.
*/
kb_status kb_mapping_run(const kb_doc*             doc,
                         const kb_lexicon*         lex,
                         const kb_mapping_options* options,
                         kb_graph*                 graph,
                         kb_error*                 err) KB_MUST_USE;

#endif // KHABAR_MAP_H
