/**
   khabar/extract.h: clauses and entities to facts.

   An extractor is one file in src/extract/ and one line in extractors.def.
*/
#ifndef KHABAR_EXTRACT_H
#define KHABAR_EXTRACT_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

typedef struct kb_extractor {
  const char* name;
  const char* help;
  kb_status (*run)(kb_doc* doc, const kb_lexicon* lex, kb_error* err);
} kb_extractor;

/// All extractors in the order in which they run; NULL past the end.
const kb_extractor* kb_extract_at(size_t i);

/// Run all of them: fills events, claims, quotes, roles, topics, headlines.
kb_status kb_extract_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err) KB_MUST_USE;

#endif // KHABAR_EXTRACT_H
