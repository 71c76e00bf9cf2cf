/**
   khabar/morph.h: tokens to words: clitics, lexeme, features, chosen in
   context.
*/
#ifndef KHABAR_MORPH_H
#define KHABAR_MORPH_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/// Readings of words already met, kept by one thread over many articles.
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

#endif // KHABAR_MORPH_H
