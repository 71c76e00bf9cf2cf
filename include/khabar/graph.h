/**
   khabar/graph.h: the RDF of one article at a time, over raptor2.

   A graph holds the statements of the article at hand and is used again for
   the next one. Terms are checked here, before raptor sees them: absolute
   ASCII IRIs, valid UTF-8 without NUL and noncharacters, LF line ends,
   canonical numbers, languages "ar" and "en" only, no blank node.

   Errors stick: a term that cannot be made is NULL, a statement with a NULL
   term is not added, and kb_graph_finish tells what went wrong first. So a
   caller need not check each term. Terms stay valid until kb_graph_begin or
   kb_graph_free.

   One graph and its world belong to one thread at a time. Worlds must be
   made before the threads start and freed after they have ended, since
   raptor_free_world cleans up global state of libxml2.
*/
#ifndef KHABAR_GRAPH_H
#define KHABAR_GRAPH_H

#include "khabar/base.h"
#include "khabar/vocab.def"

#include <raptor2.h>

/** \name World */

/// An open world without interning of URIs, which the graph does itself.
/// NULL when out of memory. To be freed with raptor_free_world.
raptor_world* kb_graph_world_new(void);

/** \name Vocabulary */

#define KB_ENUM(id, ns, local) KB_##id,
typedef enum kb_vocab { KB_TERMS(KB_ENUM) KB_VOCAB_COUNT } kb_vocab;
#undef KB_ENUM

typedef struct kb_prefix {
  const char* prefix;
  const char* iri;
} kb_prefix;

/// Namespaces of the vocabularies, in a fixed order; NULL past the end.
const kb_prefix* kb_graph_prefix_at(size_t i);

/** \name Graph */

typedef struct kb_graph kb_graph;

/**
   New graph whose instance IRIs begin with `base`, an absolute ASCII IRI that
   ends with / or #. An article may take up to `limit` bytes (0: no ceiling).
   The world is borrowed and must outlive the graph. NULL, with the reason in
   `err`, when out of memory or when `base` is no such IRI.
*/
kb_graph* kb_graph_new(raptor_world* world, kb_str base, size_t limit, kb_error* err);
void      kb_graph_free(kb_graph* graph);

/// Forget all statements, terms and errors and start the article `id`, whose
/// IRI is base + "article/" + the percent-encoded id.
void kb_graph_begin(kb_graph* graph, kb_str id);

/// The named graph of all statements; NULL, the state after begin: none.
void kb_graph_set_name(kb_graph* graph, raptor_term* name);

/// Add a statement. A second one with the same terms is dropped.
void kb_graph_add(kb_graph* graph, raptor_term* subject, raptor_term* predicate, raptor_term* object);
/// The same with a predicate of the vocabulary.
void kb_graph_put(kb_graph* graph, raptor_term* subject, kb_vocab predicate, raptor_term* object);
/// The same with an object of the vocabulary too: a type, a value.
void kb_graph_tag(kb_graph* graph, raptor_term* subject, kb_vocab predicate, kb_vocab object);

/// Is there a statement about this term in the article at hand?
bool kb_graph_is_described(const kb_graph* graph, const raptor_term* term);

/**
   Sort the statements: subjects in the order in which they came up first,
   the statements of each in the order in which they were added. Returns the
   first error since kb_graph_begin.
*/
kb_status kb_graph_finish(kb_graph* graph, kb_error* err) KB_MUST_USE;

/// Record an error that kb_graph_finish will return.
void kb_graph_fail(kb_graph* graph, kb_status status, const char* what);

size_t kb_graph_count(const kb_graph* graph);
/// A statement, after kb_graph_finish. Borrowed; raptor may be handed it.
const raptor_statement* kb_graph_at(const kb_graph* graph, size_t i);

/** \name IRIs */

/// A term of the vocabulary.
raptor_term* kb_graph_vocab(kb_graph* graph, kb_vocab id);
/// A term of khabar's own namespace by its local name: letters, digits, - _
raptor_term* kb_graph_kh(kb_graph* graph, kb_str local);
/// An IRI of the data; an error if it is not absolute ASCII.
raptor_term* kb_graph_iri(kb_graph* graph, kb_str iri);
/// An IRI from outside: illegal bytes are percent-encoded. NULL, which is no
/// error, when it is empty, too long or not absolute.
raptor_term* kb_graph_foreign_iri(kb_graph* graph, kb_str iri);

/// base + `kind` + "/" + `name`. `name` is a slug; anything else is replaced
/// by a hash of it.
raptor_term* kb_graph_node(kb_graph* graph, const char* kind, kb_str name);
/// The article itself.
raptor_term* kb_graph_article(kb_graph* graph);
/// A node of the article's own: its IRI + "#" + `fragment`, a slug.
raptor_term* kb_graph_local(kb_graph* graph, kb_str fragment);
/// A node of the article's own: its IRI + "#" + `kind` + "_b_e".
raptor_term* kb_graph_local_span(kb_graph* graph, const char* kind, uint32_t begin, uint32_t end);

/// The characters of an IRI term.
kb_str kb_graph_iri_of(const raptor_term* term);

/** \name Literals

    Empty text gives NULL, which is no error. */

raptor_term* kb_graph_arabic(kb_graph* graph, kb_str text);
raptor_term* kb_graph_english(kb_graph* graph, kb_str text);
/// Without language: xsd:string.
raptor_term* kb_graph_string(kb_graph* graph, kb_str text);
/// Text of a datatype, which the caller knows to be in canonical form.
raptor_term* kb_graph_typed(kb_graph* graph, kb_str text, kb_vocab datatype);
raptor_term* kb_graph_integer(kb_graph* graph, int64_t n);
/// xsd:nonNegativeInteger, as NIF wants its offsets.
raptor_term* kb_graph_offset(kb_graph* graph, uint32_t n);
/// xsd:decimal: n * 10^-scale, in canonical form.
raptor_term* kb_graph_decimal(kb_graph* graph, int64_t n, unsigned scale);
raptor_term* kb_graph_boolean(kb_graph* graph, bool value);

/** \name Names from content */

/// Is it an absolute ASCII IRI?
bool kb_graph_is_iri(kb_str s);
/// Is `s` non-empty and made of letters, digits and - _ only?
bool kb_graph_is_slug(kb_str s);

/**
   Make a slug of Latin text: lower case, other characters to single hyphens.
   `out` has room for `cap` bytes; returns the length, 0 if a character
   outside ASCII comes up, nothing is left or it does not fit.
*/
size_t kb_graph_slug(kb_str text, char* out, size_t cap);

/// A hash of several fields, the same on every machine and for ever.
typedef struct kb_digest {
  uint64_t state;
} kb_digest;

enum { KB_DIGEST_HEX = 12 };

kb_digest kb_digest_init(void);
/// Add a field; its length counts, so "ab","c" differs from "a","bc".
void kb_digest_add(kb_digest* digest, kb_str field);
void kb_digest_number(kb_digest* digest, int64_t n);
/// Twelve hexadecimal digits, not terminated.
void kb_digest_hex(kb_digest digest, char out[KB_DIGEST_HEX]);

#endif // KHABAR_GRAPH_H
