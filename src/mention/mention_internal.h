/**
   Shared by the files of src/mention/.

   One kb_scan serves an article. Its tables are filled once: the folded
   characters of every token, a note on every word, and the hits, all phrases
   of the lexicon that stand in the text. Finders then propose candidates for
   mentions; of those that overlap the best stay.
*/
#ifndef KHABAR_MENTION_INTERNAL_H
#define KHABAR_MENTION_INTERNAL_H

#include "khabar/mention.h"

/** \name Notes on words */

enum kb_word_flag {
  KB_W_STOP      = 1 << 0, ///< never part of a name: function word, clitic, punctuation
  KB_W_VERB      = 1 << 1, ///< read as a finite verb
  KB_W_UNKNOWN   = 1 << 2, ///< in no dictionary
  KB_W_GIVEN     = 1 << 3, ///< listed as given name
  KB_W_FAMILY    = 1 << 4, ///< listed as family name, or in the name of a listed person
  KB_W_COMMON    = 1 << 5, ///< also a word that is no name
  KB_W_DEFINITE  = 1 << 6, ///< begins with the article
  KB_W_ADJECTIVE = 1 << 7,
  KB_W_NOUN      = 1 << 8, ///< a noun of the lexicon
  KB_W_NUMBER    = 1 << 9,
  KB_W_DATE      = 1 << 10, ///< inside a date
  KB_W_QUOTED    = 1 << 11, ///< first word after an opening mark
  KB_W_LATIN     = 1 << 12,
  KB_W_PLURAL    = 1 << 13,
  KB_W_TAKEN     = 1 << 14, ///< inside a mention
};

typedef struct kb_note {
  uint32_t number; ///< lexeme of a number word, KB_NONE
  uint16_t flags;
  uint8_t  noun_class;   ///< kb_noun_class of a noun
  uint8_t  demonym_sure; ///< the nationality has no other reading
  bool     after_title;  ///< a title phrase ends right before
  uint8_t  kinds;        ///< a bit for each kb_phrase_kind of the hits that start here
  uint32_t nation;       ///< gazetteer entry that the word is a demonym of, or KB_NONE
  uint32_t first_hit;    ///< of the hits that start here, or KB_NONE
  uint64_t cues[2];      ///< a bit for each kb_cue_class of the cues among them
} kb_note;

_Static_assert(KB_PHRASE_UNIT < 8 && KB_CUE_CLASSES <= 128, "kinds and classes have their bits in a note");

/// A phrase of the lexicon in the text.
typedef struct kb_hit {
  uint32_t first, last; ///< words, inclusive
  kb_span  span;
  uint32_t id;   ///< of the gazetteer entry, title, cue or unit
  uint32_t next; ///< further hit that starts at the same word, or KB_NONE
  uint8_t  kind; ///< kb_phrase_kind
  uint8_t  tokens;
  bool     loose; ///< found only without or with an article or a letter that may be a clitic
} kb_hit;

/// Where a candidate comes from.
enum kb_source { KB_SRC_LISTED, KB_SRC_SHORT, KB_SRC_PERSON, KB_SRC_HEADED, KB_SRC_RECALLED, KB_SRC_NOMINAL };

typedef struct kb_candidate {
  kb_mention mention;
  float      weight;
  uint32_t   next_first, next_last; ///< another one with the same first or last word, or KB_NONE
  uint8_t    source;                ///< kb_source
} kb_candidate;

typedef struct kb_scan {
  kb_doc*           doc;
  const kb_lexicon* lex;
  kb_arena*         arena;
  kb_str*           keys;  ///< folded characters of each token
  kb_note*          notes; ///< of each word
  KB_ARRAY(kb_hit) hits;
  KB_ARRAY(kb_candidate) candidates; ///< of the sentence at hand
  uint32_t first, end;               ///< words of the sentence at hand
} kb_scan;

kb_status kb_mention__scan_init(kb_scan* scan, kb_doc* doc, const kb_lexicon* lex) KB_MUST_USE;
/// Fill the hits of one sentence.
kb_status kb_mention__match(kb_scan* scan, const kb_sentence* sentence) KB_MUST_USE;

static inline const kb_word* kb_mention__word(const kb_scan* s, uint32_t w)
{
  return &s->doc->words.v[w];
}

static inline bool kb_mention__has(const kb_scan* s, uint32_t w, unsigned flags)
{
  return w < s->end && (s->notes[w].flags & flags) != 0;
}

/// All readings of a word without its article but those known only from old dictionaries; their number.
size_t kb_mention__readings(const kb_scan* s, uint32_t w, kb_reading* out, size_t cap);
/// The longest hit of a kind, and the longest cue of a class, among those that start at word `w`.
const kb_hit* kb_mention__find_hit(const kb_scan* s, uint32_t w, kb_phrase_kind kind);
const kb_hit* kb_mention__find_cue(const kb_scan* s, uint32_t w, kb_cue_class class);

static inline bool kb_mention__starts_hit(const kb_scan* s, uint32_t w)
{
  return w < s->end && s->notes[w].kinds;
}

/// The longest hit of a kind that starts at word `w`, NULL if none.
static inline const kb_hit* kb_mention__hit(const kb_scan* s, uint32_t w, kb_phrase_kind kind)
{
  return w < s->end && s->notes[w].kinds & 1u << kind ? kb_mention__find_hit(s, w, kind) : NULL;
}

/// The longest cue of a class that starts at word `w`, NULL if none.
static inline const kb_hit* kb_mention__cue(const kb_scan* s, uint32_t w, kb_cue_class class)
{
  return w < s->end && s->notes[w].cues[class / 64] >> class % 64 & 1u ? kb_mention__find_cue(s, w, class) : NULL;
}

/// The value of a cue hit.
int kb_mention__value(const kb_scan* s, const kb_hit* cue);

/// Is the word written so? `key` is folded.
static inline bool kb_mention__is(const kb_scan* s, uint32_t w, const char* key)
{
  return w < s->end && kb_str_eq(s->doc->words.v[w].key, kb_str_of(key));
}

/// Is the word, which may be a clitic, a cue of this class by itself?
bool kb_mention__is_cue(const kb_scan* s, uint32_t w, kb_cue_class class);
/// Is it a verb or participle of saying?
bool kb_mention__speaks(const kb_scan* s, uint32_t w);
/// Is the token of word `w` one of these characters?
bool kb_mention__is_mark(const kb_scan* s, uint32_t w, const char* marks);
/// First word of the next token, s->end at the end of the sentence.
uint32_t kb_mention__next_token(const kb_scan* s, uint32_t w);
/// The word after `w` if it stands in the same token or after a space only; KB_NONE at the end.
uint32_t kb_mention__stem(const kb_scan* s, uint32_t w);
kb_span  kb_mention__span(const kb_scan* s, uint32_t first, uint32_t last);
bool     kb_mention__is_clitic(const kb_scan* s, uint32_t w);
/// Does the token of word `w` end in an attached pronoun?
bool kb_mention__has_pronoun(const kb_scan* s, uint32_t w);
/// An unknown word behind a name that starts with و: "and" and another name, which morphology cannot tell.
bool kb_mention__is_joined_name(const kb_scan* s, uint32_t w);
/// Has the word the shape of a foreign name: long vowels written out, no article, no ة?
bool kb_mention__looks_foreign(const kb_scan* s, uint32_t w);
/// Does the adjective follow a noun that it describes?
bool kb_mention__describes_noun(const kb_scan* s, uint32_t w);
/// Do a noun for a person and an adjective agree in gender and number, as far as both are known?
bool kb_mention__agrees(const kb_scan* s, uint32_t noun, uint32_t adjective);

/** \name Candidates */

/// A mention with every reference "none".
kb_mention kb_mention__blank(const kb_scan* s, uint32_t first, uint32_t last, unsigned type, unsigned kind);
/// `weight` is for each word; more words of a name are better than fewer.
kb_status kb_mention__propose(kb_scan* s, kb_mention mention, float weight, unsigned source) KB_MUST_USE;
/// Keep the best names that do not overlap, the names inside them as nested ones, and the descriptions around them.
kb_status kb_mention__select(kb_scan* s) KB_MUST_USE;

/** \name Finders, each for one sentence */

kb_status kb_mention__listed(kb_scan* s) KB_MUST_USE;
kb_status kb_mention__headed(kb_scan* s) KB_MUST_USE;
kb_status kb_mention__marked(kb_scan* s) KB_MUST_USE;
kb_status kb_mention__people(kb_scan* s) KB_MUST_USE;
kb_status kb_mention__places(kb_scan* s) KB_MUST_USE;
kb_status kb_mention__makes(kb_scan* s) KB_MUST_USE;
kb_status kb_mention__nominals(kb_scan* s) KB_MUST_USE;
/// Short forms of names that the article gives in full elsewhere; needs the mentions of the first pass.
kb_status kb_mention__recall(kb_scan* s) KB_MUST_USE;

/** \name Titles */

/// "وزير الخارجية الأميركي السابق": a title with its complements.
typedef struct kb_office_phrase {
  uint32_t first, last;
  uint32_t title;  ///< in the lexicon, KB_NONE: a noun for a role that is not listed
  uint32_t nation; ///< gazetteer entry, or KB_NONE
  bool     former;
  bool     definite;
  bool     plural;
} kb_office_phrase;

/// "القرار القاضي بحظر": is the word no judge but what lays something down?
bool kb_mention__stipulates(const kb_scan* s, uint32_t w);
/// The title phrase that starts at word `w`; false if there is none.
bool kb_mention__office(const kb_scan* s, uint32_t w, kb_office_phrase* out);
/// Is the word the field of a minister: وزير الخارجية? Elsewhere it names the ministry.
bool kb_mention__is_portfolio(const kb_scan* s, uint32_t w);
/// "مصدر *في وزارة الخارجية*": the word behind the body, `w` where there is none.
uint32_t kb_mention__over_body(const kb_scan* s, uint32_t w, uint32_t* nation);
/// Mark the words that a title phrase precedes.
void kb_mention__mark_titles(kb_scan* s);
/// The title before or after a person's name.
void kb_mention__entitle(const kb_scan* s, kb_mention* m);

/// A word that no dictionary knows, or one read as a proper noun.
bool kb_mention__is_proper_word(const kb_scan* s, uint32_t w);

/// The name that a common noun opens at `w` (وزارة، حزب، مدينة): last word and kind. False if there is none.
typedef struct kb_headed {
  uint32_t first, last;
  uint32_t inner;     ///< first word of the proper name inside, or KB_NONE
  uint32_t nation;    ///< gazetteer entry, or KB_NONE
  uint8_t class;      ///< kb_cue_class of the head
  uint8_t use;        ///< kb_head_use of an organisation
  bool    proper;     ///< with a proper name inside
  bool    place;      ///< the proper name is a listed place's
  bool    holds_body; ///< the proper name is another organisation's, or no name at all
  bool    marked;     ///< the proper name stands in quotation marks or brackets
  bool    purpose;    ///< ends with what it is for
  bool    bare;       ///< the head alone
} kb_headed;
bool kb_mention__parse_headed(const kb_scan* s, uint32_t w, kb_headed* out);

/// Last word of the title of a newspaper or station that begins at `w` and fills a pair of marks; KB_NONE if there is
/// none. `*entry` in the gazetteer; KB_NONE if several share the title.
uint32_t kb_mention__marked_title(const kb_scan* s, uint32_t w, uint32_t* entry);

/** \name Numbers */

typedef struct kb_numeral {
  uint32_t first, last;
  int64_t  value;
  uint8_t  scale;
  bool     digits; ///< written in digits, nothing else
  bool     ordinal;
  bool     vague; ///< عشرات
  bool     small; ///< one word below ten: weak evidence of a quantity
  bool     clock; ///< 19:30
  uint8_t  width; ///< digits: how many
} kb_numeral;

/// The number that starts at word `w`; false if there is none.
bool kb_mention__numeral(const kb_scan* s, uint32_t w, kb_numeral* out);
/// Digits of all sets with separators; false if it is no plain number.
bool kb_mention__parse_digits(kb_str text, int64_t* value, uint8_t* scale);

kb_status kb_mention__quantities(kb_scan* s) KB_MUST_USE;

/** \name Dates */

kb_status kb_mention__times(kb_scan* s) KB_MUST_USE;

#endif // KHABAR_MENTION_INTERNAL_H
