/**
   src/lexicon/verb.h: the inflection of Arabic verbs.

   A verb is a root in a form (I-X, QI-QIV); weak, doubled and hamzated roots
   follow from the letters of the root. Method: stems are built from
   vocalised templates, weak and doubled radicals contracted, then spelled
   without vowels (spell.h); after W. Wright, A Grammar of the Arabic
   Language, part I, and the tables of modern grammars.
*/
#ifndef KHABAR_LEXICON_VERB_H
#define KHABAR_LEXICON_VERB_H

#include "khabar/doc.h"
#include "spell.h"

enum { KB_FORM_NONE_ = 0, KB_FORM_QI = 11, KB_FORM_QII, KB_FORM_QIII, KB_FORM_QIV };

typedef struct kb_verb {
  int      form;      ///< 1-10, KB_FORM_QI ...
  unsigned r[4];      ///< radicals
  int      n_r;       ///< 3 or 4
  char     imperfect; ///< form I: vowel of the imperfect stem
  char     perfect;   ///< form I: vowel of the perfect stem
  bool     keep_w;    ///< form I: و stays in the imperfect
  bool     hollow;    ///< second radical contracts
  bool     doubled;   ///< second and third radical contract
  bool     defective; ///< last radical is weak
  bool     fused;     ///< form VIII: first radical became ت (اتخذ)
  bool     hard;      ///< form VIII: ذ became د (ادخر)
} kb_verb;

/// Form number of "I" ... "QIV"; 0 if it is none.
int         kb_lexicon__form_number(kb_str name);
const char* kb_lexicon__form_name(int form);

/// Analyse lemma, root and form: fills the verb so that its third person
/// masculine singular perfect is the lemma. False if no reading gives that.
bool kb_lexicon__verb_init(kb_verb* verb, kb_str lemma, kb_str root, int form, char imperfect, bool keep_w);

/// Called with each cell; `surface` is valid during the call only.
typedef void kb_cell_fn(void* user, kb_feats feats, kb_str surface);

/// All finite forms. Spelling variants come as further calls with the same features.
void kb_lexicon__conjugate(const kb_verb* verb, kb_cell_fn* fn, void* user);

/// The regular masdar of a derived form to `out`; 0 for form I.
size_t kb_lexicon__masdar(const kb_verb* verb, char* out);

/// Participle stem to `out` (masculine singular, defective ones with their ya:
/// الداعي، المعطى); 0 if the form has none.
size_t kb_lexicon__participle(const kb_verb* verb, bool passive, char* out);

#endif // KHABAR_LEXICON_VERB_H
