/**
   khabar/token.h: blocks of an article to sentences and tokens.
*/
#ifndef KHABAR_TOKEN_H
#define KHABAR_TOKEN_H

#include "khabar/doc.h"

/**
   Fill doc->sentences and doc->tokens from doc->blocks.

   A token is a run of Arabic letters, a number with its separators, a run of
   another script, or one punctuation mark. Quotation marks are paired within
   a paragraph by their surroundings, since news mixes opening and closing
   shapes; an unpaired one stays punctuation. Sentences end at . ! ؟ before a
   space and at line breaks, never inside a number, an abbreviation (د. ت.غ)
   or after "(...)".
*/
kb_status kb_token_run(kb_doc* doc, kb_error* err) KB_MUST_USE;

#endif // KHABAR_TOKEN_H
