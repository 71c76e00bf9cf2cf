/**
   khabar/resolve.h: mentions to entities.
*/
#ifndef KHABAR_RESOLVE_H
#define KHABAR_RESOLVE_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/// Fill doc->entities and kb_mention.entity; adds mentions of pronouns.
kb_status kb_resolve_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err) KB_MUST_USE;

#endif // KHABAR_RESOLVE_H
