/**
   khabar/morph.h: tokens to words: clitics, lexeme, features, chosen in
   context.
*/
#ifndef KHABAR_MORPH_H
#define KHABAR_MORPH_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/// Readings of words already met, kept by one thread over many articles. The strings of doc->words lie in it: they live
/// until it is used for another article, or freed.
typedef struct kb_morph_cache kb_morph_cache;

kb_morph_cache* kb_morph_cache_new(const kb_lexicon* lex);
void            kb_morph_cache_free(kb_morph_cache* cache);

/**
   Fill doc->words and the word ranges of tokens and sentences.

   All legal splits into clitics and all readings of the rest compete; the
   best path through a sentence is found by dynamic programming over scores
   of readings and of pairs of neighbours (weights in ontology/). Linear in
   the length of the text.
*/
kb_status kb_morph_run(kb_doc* doc, kb_morph_cache* cache, kb_error* err) KB_MUST_USE;

/** \name Learning the weights

    The weights of readings and neighbours are data of the lexicon. A learner
    starts from them and improves them on annotated articles, round by round. */

typedef struct kb_morph_learner kb_morph_learner;

/// What is known of one token.
typedef struct kb_annotation {
  uint32_t token;
  char     proclitics[3]; ///< w f b l k s in the order of the text, then 0
  bool     article;
  bool     pronoun; ///< an attached pronoun
  uint32_t upos;    ///< a bit for each kb_upos that the stem may have
} kb_annotation;

kb_morph_learner* kb_morph_learner_new(const kb_lexicon* lex);
void              kb_morph_learner_free(kb_morph_learner* learner);

/// One round over an article whose tokens are there; annotations in the order of the tokens.
kb_status kb_morph_learner_article(kb_morph_learner*    learner,
                                   const kb_doc*        doc,
                                   const kb_annotation* annotations,
                                   uint32_t             n) KB_MUST_USE;

/// Share of the annotated words read rightly since the last call.
double kb_morph_learner_accuracy(kb_morph_learner* learner);

/// The weights, averaged over all steps, as a dictionary file.
void kb_morph_learner_write(const kb_morph_learner* learner, kb_buf* out);

#endif // KHABAR_MORPH_H
