#ifndef KB_CONLLU_INTERNAL_H
#define KB_CONLLU_INTERNAL_H

#include "khabar/conllu.h"

/// Where a word hangs: 0 is the root of its sentence, otherwise a word of the sentence from 1.
typedef struct kb_hook {
  uint32_t head;
  uint8_t  deprel; ///< kb_deprel
} kb_hook;

/**
   Make the words of a sentence a tree: `hooks` and `seen`, which is scratch,
   have room for all of them.

   Heads outside the sentence, circles and second roots are hung on the root.
*/
void kb_conllu__tree(const kb_doc* doc, const kb_sentence* sentence, kb_hook* hooks, uint8_t* seen);

/// Append the features of a word, "_" for none.
void kb_conllu__feats(const kb_word* word, kb_buf* out);

/// Which mentions begin and end at each word.
typedef struct kb_marks {
  const kb_doc* doc;
  uint32_t*     opening;      ///< of each word: its first mention, longest first
  uint32_t*     closing;      ///< of each word: its first mention, shortest first
  uint32_t*     next_opening; ///< of each mention
  uint32_t*     next_closing;
} kb_marks;

kb_status kb_conllu__marks_init(kb_marks* marks, const kb_doc* doc) KB_MUST_USE;
/// Append "Entity=..." of a word; false when it has none.
bool kb_conllu__marks_put(const kb_marks* marks, uint32_t word, kb_buf* out);

#endif // KB_CONLLU_INTERNAL_H
