/**
   khabar/mention.h: names, described actors, dates and quantities, each with
   its span.
*/
#ifndef KHABAR_MENTION_H
#define KHABAR_MENTION_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/// Fill doc->mentions, doc->times and doc->quantities, in text order.
kb_status kb_mention_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err) KB_MUST_USE;

#endif // KHABAR_MENTION_H
