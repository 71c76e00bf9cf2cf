/**
   Shared by the files of src/map: one run over one article.

   A function that is named after a thing gives its term and describes it at
   the first call; NULL when the graph has failed or there is no such thing.
*/
#ifndef KB_MAP_INTERNAL_H
#define KB_MAP_INTERNAL_H

#include "khabar/map.h"

/// A span that has its node; NULL: free slot.
typedef struct kb_span_node {
  kb_span      span;
  raptor_term* node;
} kb_span_node;

typedef struct kb_mapping {
  const kb_doc*             doc;
  const kb_lexicon*         lex; ///< may be NULL
  const kb_mapping_options* options;
  kb_graph*                 graph;
  kb_arena*                 scratch;
  raptor_term*              article;
  raptor_term*              context;
  // terms by the index of their element in doc; NULL: not made yet
  raptor_term** entities;
  raptor_term** times;
  raptor_term** quantities;
  raptor_term** topics;
  raptor_term** events;
  raptor_term** claims;
  raptor_term** quotes;
  raptor_term** sentences;
  bool*         event_done; ///< described, not only named
  kb_span_node* spans;      ///< hash table of all mentions
  size_t        n_spans;    ///< its slots, a power of two that never gets full
} kb_mapping;

/** \name Nodes of the text */

/// Room for the mentions of the article; false when out of memory.
bool kb_mapping__make_spans(kb_mapping* m);
/// A mention: a span of the article, as NIF has it. NULL if it is empty.
raptor_term* kb_mapping__mention(kb_mapping* m, kb_span span);
/// The mention of a word.
raptor_term* kb_mapping__word(kb_mapping* m, uint32_t word);
/// The mention of a sentence; its text is left out by no_text.
raptor_term* kb_mapping__sentence(kb_mapping* m, uint32_t sentence);
/// Record that `thing` is denoted by a span.
void kb_mapping__denote(kb_mapping* m, raptor_term* thing, kb_span span);
/// Code points before a byte of the text.
uint32_t kb_mapping__point(const kb_mapping* m, uint32_t byte);

/** \name Nodes of the world */

/// Article, context and run.
void         kb_mapping__article(kb_mapping* m);
raptor_term* kb_mapping__entity(kb_mapping* m, uint32_t entity);
/// Folder of the IRI of an entity type (kb_entity_type).
const char* kb_mapping__folder(unsigned type);
/// Say of a node what it is by its entity type.
void kb_mapping__put_classes(kb_mapping* m, raptor_term* node, unsigned type);
/// A gazetteer entry that another node refers to: a country, mostly.
raptor_term* kb_mapping__gaz(kb_mapping* m, uint32_t id);
/// NULL without a lexicon and where there is no such entry.
const kb_gaz* kb_mapping__gaz_entry(const kb_mapping* m, uint32_t id);
raptor_term*  kb_mapping__gaz_name(kb_mapping* m, const kb_gaz* gaz);
/// All that the entry says but its country.
void kb_mapping__describe_gaz(kb_mapping* m, raptor_term* node, const kb_gaz* gaz);
/// The voice of the article.
raptor_term* kb_mapping__narrator(kb_mapping* m);
/// All entities that the article names. Those known only as "the protesters" come with the facts they take part in.
void kb_mapping__entities(kb_mapping* m);
/// Where the entities written so far are mentioned.
void kb_mapping__mentions(kb_mapping* m);
/// xsd:date of a full date, NULL otherwise.
raptor_term* kb_mapping__date(kb_mapping* m, kb_date date);
raptor_term* kb_mapping__time(kb_mapping* m, uint32_t time);
void         kb_mapping__times(kb_mapping* m);
/// Say of an event when it happens.
void         kb_mapping__event_time(kb_mapping* m, raptor_term* event, uint32_t time);
raptor_term* kb_mapping__quantity(kb_mapping* m, uint32_t quantity);
void         kb_mapping__quantities(kb_mapping* m);
raptor_term* kb_mapping__topic(kb_mapping* m, uint32_t topic);

/** \name Facts */

raptor_term* kb_mapping__event(kb_mapping* m, uint32_t event);
/// NULL also for a claim of too little confidence.
raptor_term* kb_mapping__claim(kb_mapping* m, uint32_t claim);
void         kb_mapping__claims(kb_mapping* m);
/// NULL also for a quotation of too little confidence.
raptor_term* kb_mapping__quote(kb_mapping* m, uint32_t quote);
void         kb_mapping__quotes(kb_mapping* m);
void         kb_mapping__roles(kb_mapping* m);
void         kb_mapping__headlines(kb_mapping* m);
/// How the fact was found: rule and confidence (0-100).
void kb_mapping__evidence(kb_mapping* m, raptor_term* fact, kb_str rule, unsigned confidence);
bool kb_mapping__is_kept(const kb_mapping* m, unsigned confidence);

/** \name Names from content */

/// The IRI of an event, without describing it.
raptor_term* kb_mapping__event_name(kb_mapping* m, uint32_t event);
/// base + kind + "/" + twelve hexadecimal digits.
raptor_term* kb_mapping__hashed(kb_mapping* m, const char* kind, kb_digest digest);
/// Add a term to a digest; NULL counts as one too.
void kb_mapping__digest_term(kb_digest* digest, const raptor_term* term);

#endif // KB_MAP_INTERNAL_H
