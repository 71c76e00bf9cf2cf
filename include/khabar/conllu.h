/**
   khabar/conllu.h: the words of an article as CoNLL-U.
*/
#ifndef KHABAR_CONLLU_H
#define KHABAR_CONLLU_H

#include "khabar/doc.h"

/**
   Append an article: "# newdoc id", then each sentence with its words.

   A token cut into clitics is a multiword token; it, and every token that is
   one word, carries TokenRange=b:e in code points of the article, end
   exclusive. FEATS have the names of Universal Dependencies, sorted. Every
   sentence is a tree with one root, whatever the syntax layer left open.
   Entities are marked as Entity=(type-n ... n), n counting in the article.

   Works on an article that has passed morph; what later layers would add is
   left out or "dep". Uses doc->arena for scratch and leaves it as it was.
*/
kb_status kb_conllu_write(const kb_doc* doc, kb_buf* out, kb_error* err) KB_MUST_USE;

#endif // KHABAR_CONLLU_H
