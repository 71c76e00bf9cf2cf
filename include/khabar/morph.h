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

/**
   Learn the weights of readings and neighbours from annotated text, starting
   from those of the lexicon. Each line of the file is a JSON object with "text"
   and "words": [begin, end, [proclitics], article, stem, [pronouns], either,
   tags], offsets in code points, tags as CONJ+PREP+DET+NOUN+NSUFF+PRON with the
   classes NOUN ADJ V PREP PART PRON NUM ADV CONJ. Writes a dictionary file of
   kind "weights" to `out`; `*accuracy` is the share of words read as annotated
   in the last round.
*/
kb_status kb_morph_learn(const kb_lexicon* lex, const char* path, kb_buf* out, double* accuracy, kb_error* err) KB_MUST_USE;

#endif // KHABAR_MORPH_H
