/// Shared by quotes.c, content.c, speaker.c and attribution.c.
#ifndef KHABAR_EXTRACT_QUOTES_H
#define KHABAR_EXTRACT_QUOTES_H

#include "extract_internal.h"

enum { KB_RECENT = 4 };

/// The article while its quotations are looked for, sentence by sentence.
typedef struct kb_listener {
  kb_view   v;
  uint32_t* cue;      ///< word to the event of saying whose trigger it is
  uint8_t*  is_taken; ///< token: quotation mark whose content has a speaker
  uint32_t* issuer;   ///< word of a paper to the entity that issued it, KB_NONE
  uint32_t  sentence;
  uint32_t  first, end;        ///< words of the sentence
  uint32_t  recent[KB_RECENT]; ///< speakers, the last one first; KB_NONE
  uint32_t  here;              ///< speaker last named in this sentence, KB_NONE
  uint32_t  cue_here;          ///< his verb
  uint32_t  main;              ///< speaker of this sentence in the article's own voice, KB_NONE
  uint32_t  told;              ///< first word of the words told last, KB_NONE
  uint32_t  covered;           ///< words of this sentence before it have been given to somebody
} kb_listener;

typedef enum kb_opener_kind {
  KB_OPENER_NONE,
  KB_OPENER_THAT,  ///< أن إن
  KB_OPENER_MARKS, ///< quotation mark
  KB_OPENER_COLON,
  KB_OPENER_BARE,    ///< his own words without any mark: "أضاف سنحدد ..."
  KB_OPENER_NOMINAL, ///< object or phrase
} kb_opener_kind;

/// Content found: words `first` to `last` without marks.
typedef struct kb_content {
  kb_opener_kind kind;
  uint32_t       first, last;
  uint32_t       open; ///< word of the opening mark right at its start, KB_NONE
  uint32_t       end;  ///< word after content and closing mark
} kb_content;

/** \name content.c */

/// What follows the word of saying `cue`, an event of that speech.
kb_content kb_extract__content_after(const kb_listener* l, uint32_t cue, const kb_event* e);
/// Where reported words that begin at `first` end (exclusive).
uint32_t kb_extract__content_end(const kb_listener* l, uint32_t first, uint32_t cue);
/// The quotation mark that closes before word `w` (commas between), KB_NONE if none.
uint32_t kb_extract__closed_before(const kb_listener* l, uint32_t w);
/// First and last word between a pair of marks. False if nothing is between.
bool kb_extract__between(const kb_listener* l, uint32_t open, uint32_t* first, uint32_t* last);
/// Is what stands between the marks a name or title, not words of somebody?
bool kb_extract__is_name_island(const kb_listener* l, uint32_t open);
/// Without blanks and punctuation at both ends. False if nothing is left.
bool kb_extract__trim(const kb_listener* l, uint32_t* first, uint32_t* last);

/** \name speaker.c */

/// Who speaks in an event of saying: its agent, that of the clause it hangs on, or the last speaker that agrees.
uint32_t kb_extract__speaker(const kb_listener* l, const kb_event* e, bool* is_carried);
/// Whose words a verb passes on: "the agency quoted a diplomat as saying". KB_NONE if it passes on nobody's.
uint32_t kb_extract__passed_on(const kb_listener* l, const kb_event* e);
/// Who acts in a clause: agent of its event, else its subject. KB_NONE if nobody.
uint32_t kb_extract__subject(const kb_listener* l, uint32_t clause);
/// "يذكر أن": written like a verb of the last speaker, but nobody is said to say it.
bool kb_extract__is_impersonal(const kb_listener* l, uint32_t w);
/// Does the clause of the word of saying name its own subject, known or not?
bool kb_extract__has_own_subject(const kb_listener* l, uint32_t cue, const kb_clause* c);
/// Has the syntax taken a word of what is said for the subject of the verb of saying?
bool kb_extract__subject_is_told(const kb_listener* l, uint32_t cue);
/// Does the clause stand in the article's own voice, not inside another?
bool kb_extract__is_main(const kb_listener* l, uint32_t clause);
void kb_extract__heard(kb_listener* l, uint32_t speaker, uint32_t cue);

/** \name issuers.c */

/// Fill the issuers of papers, and let them say what the papers say. KB_E_NOMEM at the ceiling.
kb_status kb_extract__find_issuers(kb_listener* l) KB_MUST_USE;
/// Who speaks in what an entity says: the issuer of a paper, whom its mention then stands for; else the entity itself.
uint32_t kb_extract__voice(kb_listener* l, uint32_t entity);

/** \name attribution.c */

/// "بحسب X": the rest of the sentence is his.
kb_status kb_extract__attribution(kb_listener* l, uint32_t w);
/// "X: ..." in a headline.
kb_status kb_extract__headline_colon(kb_listener* l);

/** \name quotes.c */

typedef struct kb_utterance {
  uint32_t    first, last; ///< words
  uint32_t    cue;         ///< word, KB_NONE: colon
  kb_span     cue_span;
  uint32_t    speaker;
  uint32_t    event; ///< KB_NONE
  const char* rule;
  uint8_t     confidence;
  bool        is_direct;
} kb_utterance;

kb_status kb_extract__say(kb_listener* l, const kb_utterance* u) KB_MUST_USE;
/// The marks inside words that are reported have a speaker: no other word of saying gets them.
void kb_extract__take(kb_listener* l, uint32_t first, uint32_t last);

#endif // KHABAR_EXTRACT_QUOTES_H
