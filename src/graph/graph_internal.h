/**
   Shared by the files of src/graph.
*/
#ifndef KB_GRAPH_INTERNAL_H
#define KB_GRAPH_INTERNAL_H

#include "khabar/graph.h"

/// A term that exists once in its graph, so that pointers can be compared.
typedef struct kb_node {
  raptor_term term; ///< first, so that a term is its node
  kb_str      text; ///< characters of the IRI or literal
  const void* kind; ///< what tells literals of the same text apart; NULL: IRI
  uint64_t    hash;
  uint32_t    rank;    ///< place among the subjects of the article
  uint32_t    article; ///< the article `rank` belongs to
} kb_node;

/// Set of terms or of statements, by open addressing.
typedef struct kb_table {
  uint32_t* slots; ///< index + 1, 0 = free
  size_t    cap;   ///< power of two, or 0
  size_t    n;
} kb_table;

struct kb_graph {
  raptor_world* world;
  kb_buf        base;
  kb_buf        article; ///< IRI of the article at hand
  kb_buf        scratch; ///< an IRI that is being put together
  kb_arena*     arena;   ///< terms and statements of the article
  kb_node       vocab[KB_VOCAB_COUNT];
  kb_map        vocab_ids; ///< IRI to kb_vocab
  KB_ARRAY(kb_node*) nodes;
  KB_ARRAY(raptor_statement) statements;
  kb_table     node_table;
  kb_table     statement_table;
  raptor_term* name;
  uint32_t     n_subjects;
  uint32_t     number; ///< of the article, from 1
  kb_error     error;
};

/// Append `iri` with all that an IRI may not hold percent-encoded.
void kb_graph__encode_foreign(kb_buf* out, kb_str iri);
/// Append `s` with all but unreserved characters percent-encoded.
void kb_graph__encode(kb_buf* out, kb_str s);
/// Valid UTF-8 without NUL and noncharacters?
bool kb_graph__text_ok(kb_str text);

/// The term with these characters and kind, new or known; NULL on failure.
raptor_term* kb_graph__intern(kb_graph* graph, kb_str text, const void* kind);
/// Free what the terms of the article hold outside the arena.
void kb_graph__drop_terms(kb_graph* graph);

/// Make the terms of the vocabulary, which last as long as the graph.
bool kb_graph__make_vocab(kb_graph* graph);
void kb_graph__drop_vocab(kb_graph* graph);
/// The term of the vocabulary with this IRI, NULL if there is none.
raptor_term* kb_graph__find_vocab(kb_graph* graph, kb_str iri);

/// Room for one more; false when out of memory. `hash_of` gives the hash of
/// an element by its index.
bool kb_graph__table_grow(kb_table* table, uint64_t (*hash_of)(const kb_graph*, uint32_t), const kb_graph* graph);
/// Forget all; a table that had grown large gives its memory back.
void kb_graph__table_reset(kb_table* table);

#endif // KB_GRAPH_INTERNAL_H
