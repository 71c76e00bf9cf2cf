/**
   khabar/explain.h: the facts of an article, for a person to read.
*/
#ifndef KHABAR_EXPLAIN_H
#define KHABAR_EXPLAIN_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/**
   Append a plain text: each sentence that states facts, and under it each
   fact with trigger, arguments, who says it, polarity, rule and confidence.
*/
kb_status kb_explain_write(const kb_doc* doc, const kb_lexicon* lex, kb_buf* out, kb_error* err) KB_MUST_USE;

#endif // KHABAR_EXPLAIN_H
