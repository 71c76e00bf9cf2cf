#ifndef KB_EXPLAIN_INTERNAL_H
#define KB_EXPLAIN_INTERNAL_H

#include "khabar/explain.h"

/// Facts of each sentence, as lists through the arrays of the article.
typedef struct kb_lists {
  uint32_t* first; ///< of each sentence
  uint32_t* next;  ///< of each fact
} kb_lists;

typedef struct kb_teller {
  const kb_doc*     doc;
  const kb_lexicon* lex;
  kb_buf*           out;
  kb_lists          claims;
  kb_lists          quotes;
  uint32_t*         triggers; ///< of each word: number of the fact it triggers, 0 none
} kb_teller;

/// One claim with its event, numbered within the article.
void kb_explain__claim(const kb_teller* teller, uint32_t number, const kb_claim* claim);
void kb_explain__quote(const kb_teller* teller, const kb_quote* quote);
void kb_explain__role(const kb_teller* teller, const kb_role* role);
void kb_explain__headline(const kb_teller* teller, const kb_headline* headline);

/// "كيري (person/john-kerry)".
void kb_explain__entity(const kb_teller* teller, uint32_t entity);

#endif // KB_EXPLAIN_INTERNAL_H
