/// Shared by the files of the sentence tests: blocks of expectations, and the article they are about.
#ifndef KHABAR_TEST_SENTENCES_H
#define KHABAR_TEST_SENTENCES_H

#include "khabar/doc.h"
#include "khabar/lexicon.h"

/** \name Expectations */

typedef enum kind {
  KIND_EVENT,
  KIND_QUOTE,
  KIND_ENTITY,
  KIND_ROLE,
  KIND_DATE,
  KIND_NUMBER,
  KIND_HEADLINE,
  KIND_COUNT
} kind;

/// "agent=france", or a bare word with an empty key.
typedef struct argument {
  kb_str key, value;
} argument;

enum { MAX_ARGUMENTS = 16, MAX_EXPECTATIONS = 64 };

typedef struct expectation {
  kb_str   line; ///< whole, as printed
  size_t   number;
  bool     wanted; ///< + as against -
  kind     kind;
  argument v[MAX_ARGUMENTS];
  unsigned n;
} expectation;

/// One small article and what must be found in it.
typedef struct block {
  kb_str      text, title, published;
  expectation v[MAX_EXPECTATIONS];
  unsigned    n;
  const char* wrong; ///< why the block cannot be used, NULL if it can
} block;

/// Read the next block; `*line` is the number of the last line read. False at the end.
bool next_block(kb_str* rest, size_t* line, block* out);

/// Has the expectation this bare word?
bool has_flag(const expectation* e, const char* flag);

/** \name The article */

/// An article after all stages, with its folded characters and their offsets.
typedef struct view {
  const kb_doc*     doc;
  const kb_lexicon* lexicon;
  char*             folded;
  uint32_t*         at;            ///< offset in the text of each folded byte
  size_t            n;             ///< folded bytes
  bool *            begins, *ends; ///< by offset: may a word or token begin, end there?
} view;

/// False when out of memory. Everything lies in the arena of the article.
bool view_init(view* v, const kb_doc* doc, const kb_lexicon* lex);

/// The next place at or after `*from` where the words of `text` stand; moves `*from` past its beginning.
bool find_text(const view* v, kb_str text, size_t* from, kb_span* out);

/** \name Words */

/// The folded words of a text, one blank between and around them; marks and punctuation left out. NUL-terminated.
void fold_words(kb_str text, kb_buf* out);
/// Do the words of `text` contain those of `part`, side by side?
bool has_words(kb_str text, kb_str part);
/// Are they the same words?
bool same_words(kb_str a, kb_str b);
/// Does `text` begin with the words of `part`, after an opening أن on either side?
bool begins_with(kb_str text, kb_str part);
/// Is the word printed so, with or without its clitics and article?
bool is_word(const kb_doc* doc, uint32_t word, kb_str printed);

/** \name Comparing and telling */

/// Number of things of a kind in the article.
uint32_t count_of(const kb_doc* doc, kind k);
/// Does the thing with this number meet the whole expectation?
bool meets(const view* v, const expectation* e, uint32_t i);
/// Does the article meet the expectation, whatever its sign? `*which` is what meets it.
bool found(const view* v, const expectation* e, uint32_t* which);

/// Append what the thing is, in the words of the expectations.
void describe(const view* v, kind k, uint32_t i, kb_buf* out);
/// Append what was found instead: things with the same trigger, text or cue, else all.
void describe_found(const view* v, const expectation* e, kb_buf* out);

#endif // KHABAR_TEST_SENTENCES_H
