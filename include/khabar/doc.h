/**
   khabar/doc.h: one article and the layers that the stages add to it.

   Stages never include each other: each reads the layers before it and
   fills its own, and only the pipeline knows their order.

     read      text, blocks, metadata
     token     sentences, tokens
     morph     words (clitics cut off), one reading each
     syntax    heads and relations of words, clauses
     mention   mentions, times, quantities
     resolve   entities
     extract   events, claims, quotations, roles, topics, headlines

   Everything lives in the article's arena and refers to each other by index;
   KB_NONE means "none". Strings are slices of `text`, of the arena, of the
   lexicon, which outlives every article, or of the cache of morph: those of
   the words, which live until it reads another article.
*/
#ifndef KHABAR_DOC_H
#define KHABAR_DOC_H

#include "khabar/base.h"
#include "khabar/text.h"

/** \name Article */

/// A calendar date; month and day 0 where not known, year 0: no date at all.
typedef struct kb_date {
  int16_t year;
  uint8_t month;
  uint8_t day;
} kb_date;

/// Days of a month (1 to 12) of the Gregorian calendar.
unsigned kb_date_month_length(int year, unsigned month);
/// Is there such a date, as far as it is known: year, month if given, day if given?
bool kb_date_exists(kb_date date);
/// The date at the head of `s`: "2014-12-03", "2014-12" or "2014", also with "/". Bytes that it takes; 0 if there is
/// none that exists.
size_t kb_date_parse(kb_str s, kb_date* date);

typedef enum kb_block_kind {
  KB_BLOCK_BODY,
  KB_BLOCK_HEADLINE,
  KB_BLOCK_SUBHEAD,
  KB_BLOCK_DATELINE, ///< "بروكسل – (أ ف ب)": names and dates count, nothing else
  KB_BLOCK_BYLINE,
  KB_BLOCK_CAPTION,
  KB_BLOCK_UPDATE, ///< "تحديث 18:17 تغ"
  KB_BLOCK_SOURCE, ///< "المصدر: وكالات"
  KB_BLOCK_TAGS,
  KB_BLOCK_COMMENTS,
  KB_BLOCK_MASTHEAD,   ///< issue line of a newspaper
  KB_BLOCK_NAVIGATION, ///< share bars, links
} kb_block_kind;

/// One line or paragraph of the article.
typedef struct kb_block {
  kb_span  span;
  uint8_t  kind;    ///< kb_block_kind
  uint32_t copy_of; ///< earlier block with the same words, or KB_NONE
} kb_block;

/// Do sentences of this block state facts (headline, subhead, body)?
static inline bool kb_block_speaks(const kb_block* b)
{
  return b->kind <= KB_BLOCK_SUBHEAD;
}

/** \name Tokens */

typedef enum kb_token_kind {
  KB_TOKEN_WORD,   ///< Arabic letters (marks and tatweel within)
  KB_TOKEN_NUMBER, ///< digits with their separators: 12.5 1,200 ٢٠ 19:00
  KB_TOKEN_LATIN,  ///< letters of another script, URLs, e-mail
  KB_TOKEN_PUNCT,
  KB_TOKEN_OPEN,  ///< opening quotation mark, by use, not by shape
  KB_TOKEN_CLOSE, ///< closing quotation mark
  KB_TOKEN_SYMBOL,
} kb_token_kind;

typedef struct kb_token {
  kb_span  span;
  uint32_t sentence;
  uint32_t first_word; ///< filled by morph
  uint32_t pair;       ///< OPEN and CLOSE: the token of the other mark
  uint8_t  kind;       ///< kb_token_kind
  uint8_t  n_words;
  uint8_t  space_before;
} kb_token;

typedef struct kb_sentence {
  kb_span  span;
  uint32_t block;
  uint32_t first_token, n_tokens;
  uint32_t first_word, n_words; ///< filled by morph
} kb_sentence;

/** \name Words: morphology */

typedef enum kb_upos {
  KB_X,
  KB_NOUN,
  KB_PROPN,
  KB_ADJ,
  KB_VERB,
  KB_AUX, ///< كان and its like before a verb, ليس
  KB_ADV,
  KB_ADP,
  KB_CCONJ,
  KB_SCONJ,
  KB_PART, ///< negation, قد، سوف، هل
  KB_PRON,
  KB_DET, ///< demonstratives, relatives, كل بعض as determiner stay NOUN
  KB_NUM,
  KB_INTJ,
  KB_PUNCT,
  KB_SYM,
  KB_UPOS_COUNT
} kb_upos;

enum kb_aspect { KB_ASPECT_NONE, KB_PERFECT, KB_IMPERFECT, KB_IMPERATIVE };
enum kb_mood { KB_MOOD_NONE, KB_INDICATIVE, KB_SUBJUNCTIVE, KB_JUSSIVE };
enum kb_voice { KB_VOICE_NONE, KB_ACTIVE, KB_PASSIVE };
enum kb_gender { KB_GENDER_NONE, KB_MASC, KB_FEM };
enum kb_number { KB_NUMBER_NONE, KB_SING, KB_DUAL, KB_PLUR };
enum kb_state { KB_STATE_NONE, KB_INDEF, KB_DEF, KB_CONSTRUCT };
enum kb_case { KB_CASE_NONE, KB_NOM, KB_ACC, KB_GEN };
enum kb_verbform { KB_FORM_NONE, KB_FIN, KB_MASDAR, KB_ACTIVE_PART, KB_PASSIVE_PART };

/// Features of a word; the enums above, 0 = not given.
typedef struct kb_feats {
  unsigned upos : 5;
  unsigned aspect : 2;
  unsigned mood : 2;
  unsigned voice : 2;
  unsigned person : 2; ///< 1 2 3
  unsigned gender : 2;
  unsigned number : 2;
  unsigned state : 2;
  unsigned casus : 2;
  unsigned verbform : 3;
  unsigned elative : 1;
  unsigned negative : 1; ///< a negation particle: لا لم لن ليس ما غير
  unsigned human : 1;    ///< names a person
  unsigned guessed : 1;  ///< no dictionary entry
  unsigned ordinal : 1;
  unsigned relative : 1; ///< الذي التي الذين ما من
} kb_feats;

/// The gender in which others agree with a noun: many things are feminine.
static inline unsigned kb_feats_agreeing_gender(kb_feats f)
{
  return f.number == KB_PLUR && !f.human ? (unsigned)KB_FEM : f.gender;
}

typedef enum kb_clitic {
  KB_CLITIC_NONE,
  KB_PROCLITIC, ///< و ف ب ل ك س أ
  KB_ENCLITIC,  ///< attached pronoun
} kb_clitic;

/// Relation of a word to its head, after Universal Dependencies.
typedef enum kb_deprel {
  KB_DEP,
  KB_ROOT,
  KB_NSUBJ,
  KB_NSUBJ_PASS,
  KB_OBJ,
  KB_IOBJ,
  KB_OBL,
  KB_CCOMP,
  KB_XCOMP,
  KB_CSUBJ,
  KB_ADVCL,
  KB_ACL,
  KB_ACL_RELCL,
  KB_ADVMOD,
  KB_AUX_REL,
  KB_COP,
  KB_MARK,
  KB_CASE,
  KB_CC,
  KB_CONJ,
  KB_DET_REL,
  KB_AMOD,
  KB_NMOD,
  KB_NMOD_POSS, ///< second part of an idafa
  KB_APPOS,
  KB_NUMMOD,
  KB_FLAT,
  KB_FIXED, ///< later word of a function word of several: من قبل، غير أن
  KB_PARATAXIS,
  KB_DISLOCATED,
  KB_PUNCT_REL,
  KB_DEPREL_COUNT
} kb_deprel;

/// A syntactic word: a token, or one part of a token cut into its clitics.
typedef struct kb_word {
  kb_span  span;   ///< its characters in the text
  kb_str   form;   ///< as a word of its own: للدول is ل + الدول, حكومته is حكومة + ه
  kb_str   key;    ///< fully folded `form`, for look-up
  kb_str   lemma;  ///< bare; never empty
  uint32_t lexeme; ///< in the lexicon, KB_NONE when guessed or a particle
  uint32_t token;
  kb_feats feats;
  uint8_t  layer;       ///< kb_layer at which the reading matched
  uint8_t  clitic;      ///< kb_clitic
  uint8_t  deprel;      ///< kb_deprel
  uint8_t  score;       ///< confidence of the reading, 0-100
  uint32_t head;        ///< word, KB_NONE for the root of a sentence
  uint32_t first, last; ///< words of the phrase headed by this one, inclusive
  uint32_t clause;      ///< the clause it belongs to, KB_NONE outside any
} kb_word;

/** \name Clauses: syntax */

typedef enum kb_clause_kind {
  KB_CLAUSE_VERB,
  KB_CLAUSE_NOMINAL,     ///< verbless predicate, كان omitted or not
  KB_CLAUSE_EXISTENTIAL, ///< هناك، ثمة، توجد، "there is"
  KB_CLAUSE_MASDAR,      ///< a masdar with its arguments
  KB_CLAUSE_PARTICIPLE,  ///< مشيرا إلى، الرافض ل
  KB_CLAUSE_EVENT_NOUN,  ///< غارة، قمة: event nouns without a verb
} kb_clause_kind;

/// How a clause hangs on its parent.
typedef enum kb_clause_rel {
  KB_REL_MAIN,
  KB_REL_COMPLEMENT, ///< أن إن بأن إلى أن
  KB_REL_QUOTED,     ///< between marks or after a colon
  KB_REL_RELATIVE,
  KB_REL_ADVERBIAL,    ///< بينما، حيث، قبل أن، بعد ما
  KB_REL_CONDITION,    ///< إذا، لو، في حال
  KB_REL_PURPOSE,      ///< ل، كي، لكي، حتى + subjunctive
  KB_REL_CIRCUMSTANCE, ///< مشيرا، حال clauses
  KB_REL_CONJUNCT,     ///< coordinated with the parent
  KB_REL_ARGUMENT,     ///< masdar or event noun that fills an argument of the parent
  KB_REL_MODIFIER,     ///< masdar, participle or event noun inside a noun phrase
  KB_REL_PARATAXIS,    ///< inserted: attribution after the clause
} kb_clause_rel;

enum kb_tense { KB_TENSE_NONE, KB_PAST, KB_PRESENT, KB_FUTURE };

typedef enum kb_modality {
  KB_MODAL_NONE,
  KB_MODAL_POSSIBLE,
  KB_MODAL_CONDITIONAL,
  KB_MODAL_HYPOTHETICAL, ///< wished, demanded, discussed
  KB_MODAL_INTENDED,
  KB_MODAL_ORDERED, ///< must, should
} kb_modality;

typedef enum kb_arg_role {
  KB_ARG_SUBJECT, ///< grammatical; of a passive: the one acted upon
  KB_ARG_OBJECT,
  KB_ARG_OBJECT2,
  KB_ARG_OBLIQUE,   ///< with a preposition
  KB_ARG_GENITIVE,  ///< of a masdar or event noun: the second part of the idafa
  KB_ARG_ADJECTIVE, ///< nationality adjective of a masdar or event noun
  KB_ARG_PREDICATE, ///< of a nominal clause: what is said of the subject
  KB_ARG_CLAUSE,    ///< complement clause
  KB_ARG_TIME,      ///< adverbial accusative of time: أمس، الأربعاء، عام 2014
  KB_ARG_BY,        ///< agent of a passive or masdar: من قبل، على يد
} kb_arg_role;

typedef struct kb_arg {
  uint8_t  role;   ///< kb_arg_role
  uint32_t word;   ///< head of the phrase, or predicate of the clause
  uint32_t prep;   ///< the preposition, or KB_NONE
  uint32_t clause; ///< clause that fills it, or KB_NONE
} kb_arg;

typedef struct kb_clause {
  uint32_t predicate; ///< word that names the event: with a light verb the masdar
  uint32_t light;     ///< the light verb, or KB_NONE
  uint32_t aux;       ///< كان, يمكن, بدأ ... before the verb, or KB_NONE
  uint32_t negation;  ///< the word that negates it (may stand before another verb)
  uint32_t marker;    ///< أن، الذي، إذا، بينما ... that opens it, or KB_NONE
  uint32_t parent;    ///< clause, KB_NONE for a main one
  uint32_t sentence;
  uint32_t first, last;       ///< words, inclusive
  uint32_t first_arg, n_args; ///< in kb_doc.args
  uint8_t  kind;              ///< kb_clause_kind
  uint8_t  rel;               ///< kb_clause_rel
  uint8_t  voice;             ///< kb_voice
  uint8_t  tense;             ///< kb_tense
  uint8_t  modality;          ///< kb_modality
  bool     negative;
  bool     neither;        ///< negated in both directions: "neither confirm nor deny"
  bool     shared_subject; ///< subject taken over from another clause
} kb_clause;

/** \name Mentions, times, quantities */

typedef enum kb_entity_type {
  KB_ENT_PERSON,
  KB_ENT_ORGANISATION,
  KB_ENT_COUNTRY,
  KB_ENT_CITY,
  KB_ENT_PLACE,  ///< any other place
  KB_ENT_PEOPLE, ///< Kurds, Sunnis: peoples and creeds
  KB_ENT_GROUP,  ///< unnamed: مقاتلات إيرانية، المتظاهرون، مسؤول أميركي
  KB_ENT_WEAPON,
  KB_ENT_VEHICLE,
  KB_ENT_DOCUMENT,  ///< treaty, resolution, report
  KB_ENT_HAPPENING, ///< named meeting, war, operation
  KB_ENT_NARRATOR,  ///< the voice of the article
} kb_entity_type;

enum kb_mention_kind { KB_MENTION_NAME, KB_MENTION_NOMINAL, KB_MENTION_PRONOUN, KB_MENTION_DEMONYM };

typedef struct kb_mention {
  kb_span  span;                      ///< without proclitics
  uint32_t first, last;               ///< words, inclusive
  uint32_t head;                      ///< syntactic head word
  uint32_t entity;                    ///< filled by resolve, KB_NONE if unresolved
  uint32_t gaz;                       ///< gazetteer entry the name matched, or KB_NONE
  uint32_t gaz_count;                 ///< how many entries share the name (1: unambiguous)
  uint32_t office;                    ///< role phrase in the lexicon (title before the name), or KB_NONE
  uint32_t office_first, office_last; ///< words of the title phrase, if any
  uint32_t nation;                    ///< gazetteer entry of the nationality in the phrase, or KB_NONE
  uint8_t  type;                      ///< kb_entity_type
  uint8_t  kind;                      ///< kb_mention_kind
  uint8_t  score;                     ///< 0-100
  bool     former;                    ///< السابق
  bool     nested;                    ///< lies inside a longer name
} kb_mention;

/// Where "United States" acts through "Washington" or the White House.
typedef struct kb_entity {
  uint8_t  type;             ///< kb_entity_type
  bool     local;            ///< known in this article only: IRI article/ID#actor_N
  bool     female;           ///< of people and countries, as grammar sees them
  uint32_t gaz;              ///< gazetteer entry, or KB_NONE
  uint32_t country;          ///< gazetteer entry: country, or people or organisation it is part of; or KB_NONE
  bool     country_inferred; ///< no word says it: it is the country of the place
  uint32_t metonym;          ///< gazetteer entry of the government meant, or KB_NONE
  kb_str   slug;             ///< ASCII, unique within its type; of a local one "actor_N"
  kb_str   label_ar;         ///< from the text
  kb_str   label_en;         ///< may be empty
  kb_str   sector;           ///< PLOVER sector code, may be empty
  uint32_t first_mention;
  uint32_t plural; ///< entity is a list or group of many: kb_number
} kb_entity;

typedef enum kb_precision {
  KB_PREC_NONE,
  KB_PREC_DAY,
  KB_PREC_MONTH,
  KB_PREC_YEAR,
  KB_PREC_SPAN,       ///< begin and end both given
  KB_PREC_WEEKDAY,    ///< a weekday and nothing else
  KB_PREC_MONTH_ONLY, ///< a month (and day) without year
  KB_PREC_VAGUE,      ///< "recently": no value
  KB_PREC_HIJRI,      ///< as printed, not converted
} kb_precision;

typedef struct kb_time {
  kb_span  span;
  uint32_t first, last;  ///< words
  uint8_t  precision;    ///< kb_precision
  kb_date  begin, end;   ///< equal but for spans
  uint8_t  weekday;      ///< 1 Monday .. 7 Sunday, 0 none
  int8_t   hour, minute; ///< -1 none
  bool     from;         ///< "since": open at the end
  bool     until;        ///< open at the beginning
} kb_time;

typedef struct kb_quantity {
  kb_span  span;        ///< number with unit and approximator
  uint32_t first, last; ///< words
  uint32_t counted;     ///< head noun counted, KB_NONE if none
  int64_t  value;       ///< times 10^-scale
  uint8_t  scale;       ///< digits after the point
  bool     has_value;   ///< false: vague (عشرات)
  bool     approximate;
  kb_str   unit; ///< ASCII slug (us-dollar, percent, country, person ...), may be empty
} kb_quantity;

/** \name Facts */

typedef KB_ARRAY(uint32_t) kb_ids;

typedef struct kb_topic {
  kb_str   slug; ///< coordination-with-iran
  kb_str   label_ar, label_en;
  kb_str   event_type;  ///< COOPERATE ..., may be empty
  uint32_t counterpart; ///< entity, or KB_NONE
  uint32_t about;       ///< event whose proposition it is, or KB_NONE
  uint32_t parts;       ///< words of the text that its English name tells
  kb_span  span;
} kb_topic;

/// A proposition; asserts nothing.
typedef struct kb_event {
  kb_str   type;      ///< PLOVER type, STATEMENT, APPEAL, OTHER
  kb_str   mode;      ///< or empty
  kb_str   subtype;   ///< of OTHER, or empty
  kb_str   cameo;     ///< or empty
  kb_str   context;   ///< blank-separated PLOVER contexts, or empty
  kb_str   predicate; ///< headline verb: rejects
  uint32_t frame;     ///< in the lexicon
  uint32_t clause;
  uint32_t trigger;                                            ///< word
  kb_ids   agents, patients, counterparts, recipients, places; ///< entities
  kb_ids   topics;                                             ///< topics
  uint32_t topic_event;                                        ///< event that is the topic, or KB_NONE
  uint32_t instrument;                                         ///< entity, or KB_NONE
  uint32_t time;                                               ///< kb_time, or KB_NONE
  uint32_t amount;                                             ///< quantity, or KB_NONE
  uint32_t dead, injured, arrested;                            ///< quantities, or KB_NONE
  kb_span  label;                                              ///< words of the event in the text
} kb_event;

typedef enum kb_certainty { KB_CERTAIN, KB_PROBABLE, KB_POSSIBLE, KB_UNDERSPECIFIED } kb_certainty;

/// What a source says of an event.
typedef struct kb_claim {
  uint32_t event;
  uint32_t source;  ///< entity; KB_NONE: the article itself
  uint32_t via;     ///< claim through which it is reported (source chain), or KB_NONE
  uint32_t quote;   ///< or KB_NONE
  uint32_t speech;  ///< event of the saying, or KB_NONE
  uint32_t trigger; ///< word
  uint32_t sentence;
  kb_str   rule;       ///< rule id, ASCII slug, static or of the lexicon
  uint8_t  certainty;  ///< kb_certainty
  uint8_t  modality;   ///< kb_modality
  uint8_t  confidence; ///< 0-100
  bool     negative;
  bool     future;
  bool     historical;
} kb_claim;

typedef struct kb_quote {
  kb_span  span;     ///< the content, without the marks
  uint32_t cue;      ///< word of the verb, noun or particle; KB_NONE for a bare colon
  kb_span  cue_span; ///< its characters, of the colon too
  uint32_t speaker;  ///< entity, or KB_NONE
  uint32_t sentence;
  uint32_t event; ///< the saying, or KB_NONE
  kb_str   rule;
  uint8_t  confidence;
  bool     direct; ///< between quotation marks or after a colon
} kb_quote;

/// A person holds a role.
typedef struct kb_role {
  uint32_t person;       ///< entity
  uint32_t organization; ///< entity (country or organisation), or KB_NONE
  kb_str   role_ar;      ///< words of the title
  kb_str   role_en;      ///< may be empty
  kb_span  span;
  bool     former;
  kb_str   rule;
  uint8_t  confidence;
} kb_role;

/// person kh:rejects topic: what the article itself asserts.
typedef struct kb_headline {
  uint32_t subject;     ///< entity
  kb_str   predicate;   ///< rejects
  uint32_t object;      ///< entity, topic or event by `object_kind`
  uint8_t  object_kind; ///< kb_object_kind
  uint32_t claim;
} kb_headline;

enum kb_object_kind { KB_OBJECT_ENTITY, KB_OBJECT_TOPIC, KB_OBJECT_EVENT };

/** \name The article */

typedef struct kb_doc {
  kb_arena* arena;

  kb_str    id;    ///< IRI-safe once percent-encoded; never empty
  kb_str    text;  ///< UTF-8, NFC, LF, NUL-terminated
  kb_str    title; ///< from metadata, may be empty
  kb_str    url, publisher, language;
  kb_date   published; ///< year 0: unknown
  kb_str    source;    ///< file name, for messages
  size_t    line;      ///< line in the source (JSONL), 0 = whole file
  kb_points points;    ///< bytes to code points of `text`

  KB_ARRAY(kb_block) blocks;
  KB_ARRAY(kb_sentence) sentences;
  KB_ARRAY(kb_token) tokens;
  KB_ARRAY(kb_word) words;
  KB_ARRAY(kb_clause) clauses;
  KB_ARRAY(kb_arg) args;
  KB_ARRAY(kb_mention) mentions;
  KB_ARRAY(kb_time) times;
  KB_ARRAY(kb_quantity) quantities;
  KB_ARRAY(kb_entity) entities;
  KB_ARRAY(kb_topic) topics;
  KB_ARRAY(kb_event) events;
  KB_ARRAY(kb_claim) claims;
  KB_ARRAY(kb_quote) quotes;
  KB_ARRAY(kb_role) roles;
  KB_ARRAY(kb_headline) headlines;
  uint32_t n_local_slugs;
} kb_doc;

/**
   Start an article in a fresh arena: text must be as kb_text_import gives it.
   The one block is the whole text until read labels the lines.
*/
kb_status kb_doc_init(kb_doc* doc, kb_arena* arena, kb_str id, kb_str text, kb_error* err) KB_MUST_USE;

/// The characters of a word, token or mention.
static inline kb_str kb_doc_cut(const kb_doc* doc, kb_span s)
{
  return kb_span_of(doc->text, s);
}

/// From the first character of word `first` to the last of `last`.
kb_span kb_doc_words_span(const kb_doc* doc, uint32_t first, uint32_t last);

/// The characters of a span as a phrase of its own, for labels: what was cut off before or behind it is made good,
/// "للصحفيين" without its preposition is "الصحفيين", "حكومته" without its pronoun "حكومة". In the arena of the article
/// or its text; {NULL, 0} when out of memory.
kb_str kb_doc_phrase(const kb_doc* doc, kb_span span);

/// A mention of the words from `first` to `last`, headed by the first, that belongs to no entity yet. `score` is 0-100.
kb_mention
kb_doc_mention(const kb_doc* doc, uint32_t first, uint32_t last, unsigned type, unsigned kind, unsigned score);

/// A slug of its own for an entity of this article only. In its arena; {NULL, 0} when out of memory.
kb_str kb_doc_local_slug(kb_doc* doc);

/// Names as CoNLL-U and RDF write them. Static strings.
const char* kb_upos_name(unsigned upos);
const char* kb_deprel_name(unsigned deprel);
const char* kb_block_name(unsigned kind);
const char* kb_entity_type_name(unsigned type);

#endif // KHABAR_DOC_H
