/**
   khabar/syntax.h: words to phrases and clauses.
*/
#ifndef KHABAR_SYNTAX_H
#define KHABAR_SYNTAX_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/// Fill head, deprel, first, last, clause of doc->words, and doc->clauses and
/// doc->args. Linear in the length of the text. Scratch memory for one sentence
/// at a time keeps to the ceiling of doc->arena; KB_E_NOMEM beyond it.
kb_status kb_syntax_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err) KB_MUST_USE;

#endif // KHABAR_SYNTAX_H
