/**
   khabar/lexicon.h: the dictionaries under ontology/, read once, const
   afterwards and shared by all threads.

   Verbs are listed by root and form and inflected at load time; nouns and
   adjectives get their endings. Every surface form (without clitics) is
   indexed under its fully folded spelling.
*/
#ifndef KHABAR_LEXICON_H
#define KHABAR_LEXICON_H

#include "khabar/base.h"
#include "khabar/doc.h"
#include "khabar/text.h"

typedef struct kb_lexicon kb_lexicon;

/**
   Read the dictionaries of `dirs[0]` (the installed ontology/) and then those
   of the user's own directories. An entry of a later directory replaces those
   of earlier ones with the same identity: the same lemma in the nouns, the
   same lemma, form and root in the verbs, the same id anywhere in the
   gazetteer, the same lemma, pos, form, root and imperfect in the frames.
   Others are added.

   What is no dictionary makes KB_E_DATA with file and line; entries that are
   wrong in themselves are left out and told by kb_lexicon_check.

   `image` names a file that kb_lexicon_compile wrote, or is NULL. It is loaded
   instead of reading the dictionaries if it was made of just these files by
   just this build; otherwise it is passed over.
*/
kb_status
kb_lexicon_open(kb_lexicon** out, const char* const* dirs, size_t n_dirs, const char* image, kb_error* err) KB_MUST_USE;

/// Write the dictionaries of `dirs` as an image for kb_lexicon_open. Reading
/// them takes a fifth of a second, loading their image some milliseconds. The
/// image is written in spite of problems, which go to `log` as by
/// kb_lexicon_check.
kb_status kb_lexicon_compile(
  const char* const* dirs, size_t n_dirs, const char* image, kb_log_hook* log, void* user, kb_error* err) KB_MUST_USE;
void kb_lexicon_close(kb_lexicon* lex);

/// Does it lie in an image, and was not read from the dictionaries?
bool kb_lexicon_is_mapped(const kb_lexicon* lex);

/** \name Lexemes */

typedef enum kb_lex_kind {
  KB_LEX_VERB,
  KB_LEX_NOUN,
  KB_LEX_ADJECTIVE,
  KB_LEX_ADVERB,
  KB_LEX_PARTICLE, ///< function words
  KB_LEX_NUMBER,
  KB_LEX_NAME, ///< personal name word
  KB_LEX_GAZ,  ///< one-word name or demonym of a gazetteer entry
} kb_lex_kind;

/// Semantic class of a noun ("class" in the data).
typedef enum kb_noun_class {
  KB_CLASS_NONE,
  KB_CLASS_PERSON,
  KB_CLASS_ROLE,
  KB_CLASS_GROUP,
  KB_CLASS_ORG,
  KB_CLASS_PLACE,
  KB_CLASS_FACILITY,
  KB_CLASS_TIME,
  KB_CLASS_UNIT,
  KB_CLASS_WEAPON,
  KB_CLASS_VEHICLE,
  KB_CLASS_DOCUMENT,
  KB_CLASS_EVENT,
  KB_CLASS_SPEECH,
  KB_CLASS_MONEY,
  KB_CLASS_ABSTRACT,
  KB_CLASS_BODY,
  KB_CLASS_SUBSTANCE,
  KB_CLASS_OBJECT,
  KB_CLASS_NUMBER,
  KB_CLASS_QUANTITY,
  KB_CLASS_HONORIFIC, ///< stands for a person of rank: جلالة الملك، سموه
} kb_noun_class;

/// What words govern: bits of kb_lexeme.args (of verbs), index of kb_frame.args. Prepositions come last.
typedef enum kb_frame_slot {
  KB_FS_SUBJ,
  KB_FS_OBJ,
  KB_FS_OBJ2,
  KB_FS_THAT, ///< أن أنّ إن
  KB_FS_GEN,
  KB_FS_ADJ,
  KB_FS_ALA,
  KB_FS_ILA,
  KB_FS_MIN,
  KB_FS_AN, ///< عن
  KB_FS_FI,
  KB_FS_BI,
  KB_FS_LI,
  KB_FS_MAA,
  KB_FS_DIDD,
  KB_FS_BAYNA,
  KB_FS_COUNT
} kb_frame_slot;

/// Slot of a preposition (bare lemma), KB_FS_COUNT for one that nothing governs.
kb_frame_slot kb_lexicon_frame_slot(kb_str preposition);

/// Is the slot among those of kb_lexeme.args? KB_FS_COUNT never is.
static inline bool kb_governs(unsigned args, kb_frame_slot slot)
{
  return slot < KB_FS_COUNT && (args >> slot & 1u);
}

typedef struct kb_lexeme {
  kb_str   lemma;      ///< bare
  kb_str   root;       ///< may be empty
  kb_str   gloss;      ///< English
  kb_feats feats;      ///< what holds for every form
  uint8_t  kind;       ///< kb_lex_kind
  uint8_t  form;       ///< verbs and their derivatives: 1-10, 11-14 = QI-QIV, 0 none
  uint8_t  noun_class; ///< kb_noun_class
  uint8_t  freq;       ///< 0 only in dictionaries, 1 rare, 2 common, 3 very frequent in news
  bool     common;     ///< names: also an ordinary word
  bool     has_passive;
  uint16_t args;     ///< of verbs: bits of the kb_frame_slot that they govern
  uint32_t base;     ///< verb of a masdar or participle, KB_NONE otherwise
  uint32_t gaz;      ///< gazetteer entry of a name or demonym, or KB_NONE
  uint32_t frame;    ///< first frame, KB_NONE: none
  uint32_t unit;     ///< unit or currency, or KB_NONE
  uint32_t name;     ///< kb_name_kind of a personal name word
  int64_t  value;    ///< number words: the value, -1 otherwise
  uint32_t particle; ///< kb_particle of a function word
  uint32_t verb;     ///< how it is inflected: internal to the lexicon
  uint32_t next;     ///< next lexeme with the same lemma, or KB_NONE
} kb_lexeme;

size_t           kb_lexicon_count(const kb_lexicon* lex);
const kb_lexeme* kb_lexicon_lexeme(const kb_lexicon* lex, uint32_t id);
/// Next lexeme with this bare lemma after `from` (KB_NONE: the first); KB_NONE at the end. Verbs that live only in
/// dictionaries (freq 0) come behind all others.
uint32_t kb_lexicon_by_lemma(const kb_lexicon* lex, kb_str lemma, uint32_t from);

/// One way to read a surface form (clitics already cut, article removed).
typedef struct kb_reading {
  uint32_t lexeme;
  kb_feats feats; ///< of this form; upos included
  uint8_t  layer; ///< kb_layer
} kb_reading;

/**
   All readings of a surface form, the best layer first; at most `cap`.
   `bare` is the word as kb_text_bare gives it, `key` as kb_text_fold.
*/
size_t kb_lexicon_find(const kb_lexicon* lex, kb_str bare, kb_str key, kb_reading* out, size_t cap);

/// May the folded word be a name, nationality, number or function word besides what it was read as? False is certain,
/// true is not. Much cheaper than kb_lexicon_find.
bool kb_lexicon_may_name(const kb_lexicon* lex, kb_str key);

/// Called for each cell of a verb's paradigm.
typedef void kb_inflect_fn(void* user, const kb_lexeme* verb, kb_feats feats, kb_str surface);

/// All forms of one verb lexeme, spelling variants included.
kb_status
kb_lexicon_inflect(const kb_lexicon* lex, uint32_t verb, kb_inflect_fn* fn, void* user, kb_error* err) KB_MUST_USE;

/** \name Function words */

typedef enum kb_particle {
  KB_PCL_NONE,
  KB_PCL_NEG,    ///< لا لم لن ما ليس
  KB_PCL_FUTURE, ///< سوف س
  KB_PCL_QAD,    ///< قد لقد
  KB_PCL_THAT,   ///< أن إن أنّ
  KB_PCL_COND,   ///< إذا لو إن(شرطية)
  KB_PCL_REL,    ///< الذي ...
  KB_PCL_DEM,    ///< هذا ...
  KB_PCL_PRONOUN,
  KB_PCL_PREP,
  KB_PCL_CONJ,    ///< و ف أو ثم بل
  KB_PCL_SUBORD,  ///< بينما حيث عندما منذ لأن
  KB_PCL_PURPOSE, ///< كي لكي حتى
  KB_PCL_EXCEPT,  ///< إلا سوى
  KB_PCL_QUESTION,
  KB_PCL_ADVERB,
  KB_PCL_EXIST, ///< هناك ثمة
  KB_PCL_MODAL, ///< ربما لعل
  KB_PCL_OTHER,
} kb_particle;

/** \name Frames */

typedef enum kb_role_slot {
  KB_SLOT_NONE,
  KB_SLOT_AGENT,
  KB_SLOT_PATIENT,
  KB_SLOT_COUNTERPART,
  KB_SLOT_RECIPIENT,
  KB_SLOT_TOPIC,
  KB_SLOT_CONTENT,
  KB_SLOT_INSTRUMENT,
  KB_SLOT_PLACE,
  KB_SLOT_AMOUNT,
  KB_SLOT_SOURCE, ///< of a verb that passes words on: who said them
} kb_role_slot;

typedef enum kb_speech {
  KB_SPEECH_NONE,
  KB_SPEECH_SAY,
  KB_SPEECH_ASK,
  KB_SPEECH_THINK,
  KB_SPEECH_DENY,
  KB_SPEECH_PROMISE,
  KB_SPEECH_THREATEN,
  KB_SPEECH_ORDER,
  KB_SPEECH_KNOW, ///< أدرك، تبين: goes on in the mind; the text vouches for it
  KB_SPEECH_SHOW, ///< أظهر، دل: said by papers, otherwise only proved
} kb_speech;

typedef enum kb_effect {
  KB_EFFECT_ASSERTS,
  KB_EFFECT_NEGATES,
  KB_EFFECT_POSSIBLE,
  KB_EFFECT_FUTURE,
  KB_EFFECT_HYPOTHETICAL,
  KB_EFFECT_INTENDED,
  KB_EFFECT_ORDERED,
  KB_EFFECT_SUCCEEDS,
  KB_EFFECT_ENABLES, ///< can, may, is allowed to: whether it happens is left open
} kb_effect;

typedef enum kb_casualty { KB_CASUALTY_NONE, KB_CASUALTY_DEAD, KB_CASUALTY_INJURED, KB_CASUALTY_ARRESTED } kb_casualty;

/// Kinds of words that may have the sense of a frame, "use" in the data: عمل is to work, its masdar "work" no
/// cooperation.
enum kb_frame_use { KB_USE_VERB = 1, KB_USE_MASDAR = 2, KB_USE_PARTICIPLE = 4 };

typedef struct kb_frame {
  kb_str   lemma;
  kb_str   type;                                            ///< PLOVER type, STATEMENT APPEAL OTHER LIGHT NONE
  kb_str   mode, subtype, cameo, predicate, context, gloss; ///< may be empty
  uint8_t  args[KB_FS_COUNT];                               ///< kb_role_slot of each slot
  uint8_t  masdar_gen;                                      ///< role of a masdar's genitive, KB_SLOT_NONE: by rule
  uint8_t  speech;                                          ///< kb_speech
  uint32_t tells;    ///< bits of the kb_frame_slot whose phrase, not only a clause, is what is said
  uint8_t  effect;   ///< kb_effect
  uint8_t  casualty; ///< kb_casualty
  bool     stance;
  bool     light;    ///< the event is the noun it governs
  bool     noun;     ///< frame of an event noun
  bool     state;    ///< a state or setting (crisis, interview): tells an event only under a light verb
  bool     detail;   ///< an act in the course of the event (chanting in a protest), which it presupposes
  bool     none;     ///< a sense that tells no event: "achieve a goal" beside "investigate", "shed light"
  bool     no_sport; ///< "no-sport": not in an article about sport, where matches are battles and meetings
  uint8_t  use;      ///< kb_frame_use, the kinds of words that have this sense; 0: all of them
  uint32_t first_condition, n_conditions; ///< "when" and "not" in the data
  uint32_t next;                          ///< another frame of the same lemma, or KB_NONE
} kb_frame;

/// The frame holds only when a slot is filled by one of certain words: رفع is a
/// protest when the object is لافتة or شعار. Conditions on one slot are
/// alternatives, every slot that has some must meet one. None of those under
/// "not" may be met: one attacks no goal. Instead of a word a class of fillers may
/// stand: "@country", "@place", "@person", "@actor", "@amount", "@event" (a noun of
/// doing or a clause), "@weapon", "@media", "@site" (a place or building), "@thing" (neither people nor places),
/// "@idea" (a thing that nobody can touch), "@any".
typedef struct kb_condition {
  uint8_t slot;  ///< kb_frame_slot
  bool    never; ///< of "not"
  kb_str  lemma;
} kb_condition;

/// Does the verb tell of a mind, not of words?
static inline bool kb_frame_is_thought(const kb_frame* f)
{
  return f->speech == KB_SPEECH_THINK || f->speech == KB_SPEECH_KNOW;
}

const kb_condition* kb_lexicon_condition(const kb_lexicon* lex, uint32_t id);

const kb_frame* kb_lexicon_frame(const kb_lexicon* lex, uint32_t id);
/// English and Arabic labels of a headline predicate; false if not listed.
bool kb_lexicon_predicate(const kb_lexicon* lex, kb_str id, kb_str* en, kb_str* ar);
/// English noun of a headline predicate with its preposition ("cooperation with"), empty if there is none.
kb_str kb_lexicon_predicate_noun(const kb_lexicon* lex, kb_str id);

/** \name Gazetteer */

typedef struct kb_office {
  kb_str  role_en, role_ar;
  kb_date from, to; ///< year 0: unknown
} kb_office;

typedef struct kb_gaz {
  kb_str   id; ///< ASCII slug
  kb_str   en;
  kb_str   qid;     ///< "Q794", may be empty
  kb_str   iso3;    ///< of countries
  kb_str   subtype; ///< "type" in the data: city, river, armed-group ...
  kb_str   sector;  ///< PLOVER, may be empty
  kb_str   name;    ///< commonest Arabic name
  uint8_t  type;    ///< kb_entity_type
  bool     female;
  uint32_t country;    ///< gazetteer entry, of a country itself its own index
  uint32_t metonym;    ///< country whose government the name stands for, or KB_NONE
  uint32_t capital;    ///< of a country, or KB_NONE
  uint32_t capital_of; ///< of a city: country, or KB_NONE
  uint32_t first_office, n_offices;
  uint32_t first_person; ///< of a country: its first person in the gazetteer, or KB_NONE
  uint32_t next_person;  ///< of a person: another one of the same country, or KB_NONE
  float    lat, lon;     ///< NaN: unknown
} kb_gaz;

const kb_gaz*    kb_lexicon_gaz(const kb_lexicon* lex, uint32_t id);
size_t           kb_lexicon_gaz_count(const kb_lexicon* lex);
const kb_office* kb_lexicon_office(const kb_lexicon* lex, uint32_t id);
/// Gazetteer entry by slug, KB_NONE if there is none of that type.
uint32_t kb_lexicon_gaz_by_id(const kb_lexicon* lex, kb_str id);

/** \name Phrases: names of several words, titles

    A trie over folded words. Start at KB_PHRASE_ROOT; step first with the key
    of a word without its proclitics (kb_word.key, article included), then
    with the folded characters of each whole token that follows, so that a
    name is found however its later words would be cut. Hyphens, dots and
    slashes inside a token separate words. At each node ask what ends there. */

enum { KB_PHRASE_ROOT = 0 };

typedef enum kb_phrase_kind {
  KB_PHRASE_NAME,    ///< gazetteer name
  KB_PHRASE_SHORT,   ///< surname or short form: counts alone, weaker
  KB_PHRASE_CONTEXT, ///< counts only after the full name was seen
  KB_PHRASE_DEMONYM, ///< nisba of a country, place or people
  KB_PHRASE_TITLE,   ///< role phrase: office, rank, honorific
  KB_PHRASE_CUE,     ///< calendar word, sign of a name or number (kb_lexicon_cue)
  KB_PHRASE_UNIT,    ///< unit of several words (kb_lexicon_unit)
} kb_phrase_kind;

typedef struct kb_phrase {
  uint8_t  kind; ///< kb_phrase_kind
  uint32_t id;   ///< gazetteer entry, or title (kb_lexicon_title)
  uint32_t next; ///< another phrase that ends here, or KB_NONE
} kb_phrase;

/// The node after `node` and the word `key`, KB_NONE if nothing goes on so.
uint32_t kb_lexicon_step(const kb_lexicon* lex, uint32_t node, kb_str key);
/// First phrase that ends at a node, KB_NONE if none, and for KB_NONE.
uint32_t         kb_lexicon_ends(const kb_lexicon* lex, uint32_t node);
const kb_phrase* kb_lexicon_phrase(const kb_lexicon* lex, uint32_t id);

typedef struct kb_title {
  kb_str ar, en, sector;
  kb_str kind; ///< office rank honorific profession status
  kb_str of;   ///< org country portfolio, or empty
} kb_title;

const kb_title* kb_lexicon_title(const kb_lexicon* lex, uint32_t id);

/// Phrases by which the mention stage knows dates, numbers and names.
typedef enum kb_cue_class {
  KB_CUE_WEEKDAY,     ///< value 1 Monday .. 7 Sunday
  KB_CUE_MONTH,       ///< 1 .. 12
  KB_CUE_HIJRI_MONTH, ///< 1 .. 12
  KB_CUE_DAY,         ///< days from today: أمس -1
  KB_CUE_PERIOD,      ///< 1 minute 2 hour 3 day 4 week 5 month 6 quarter 7 year 8 decade 9 century
  KB_CUE_SEASON,      ///< its first month
  KB_CUE_DAYTIME,     ///< صباح، مساء
  KB_CUE_LAST,        ///< الماضي
  KB_CUE_NEXT,        ///< المقبل
  KB_CUE_THIS,        ///< الجاري، هذا
  KB_CUE_SAME,        ///< ذاته
  KB_CUE_PART,        ///< 1 beginning 2 middle 3 end
  KB_CUE_RECENT,      ///< الأخيرة
  KB_CUE_VAGUE_TIME,  ///< مؤخرا
  KB_CUE_SINCE,
  KB_CUE_UNTIL,
  KB_CUE_ZONE,              ///< تغ
  KB_CUE_ERA,               ///< 1 of Christ 2 of the Hijra
  KB_CUE_APPROXIMATE,       ///< نحو، أكثر من
  KB_CUE_APPROXIMATE_AFTER, ///< على الأقل
  KB_CUE_VAGUE_NUMBER,      ///< عشرات
  KB_CUE_PERCENT,
  KB_CUE_FRACTION,      ///< the denominator
  KB_CUE_FORMER,        ///< السابق
  KB_CUE_COUNTERPART,   ///< نظيره
  KB_CUE_LATTER,        ///< الأخير
  KB_CUE_FILIATION,     ///< بن، آل، أبو
  KB_CUE_NAME_PARTICLE, ///< دي، فان
  KB_CUE_HONORIFIC,     ///< after a name: حفظه الله
  KB_CUE_ORGANISATION,  ///< opens the name of an organisation; value: kb_head_use
  KB_CUE_PLACE,         ///< ... of a region, river, mountain: محافظة
  KB_CUE_CITY,          ///< ... of a town: مدينة
  KB_CUE_FACILITY,      ///< ... of a building or site: مطار
  KB_CUE_PEOPLE,        ///< ... of a tribe: قبيلة
  KB_CUE_HAPPENING,     ///< ... of a war or meeting: معركة
  KB_CUE_DOCUMENT,      ///< ... of a treaty: معاهدة
  KB_CUE_BODY, ///< a public body that a bare noun can name: الحكومة; value 1: a field of government, الخارجية
  KB_CUE_NOT_A_NAME,   ///< never part of a name that no dictionary lists
  KB_CUE_NOBODY,       ///< no actor though it names people
  KB_CUE_LABEL,        ///< a number behind it is its name: المادة 5
  KB_CUE_SIDES,        ///< a dual that says who, not how many: الجانبان
  KB_CUE_ACCORDING,    ///< the source follows: بحسب، وفقا ل
  KB_CUE_AS_SAID,      ///< a verb of saying follows: حسبما، وفق ما
  KB_CUE_HIS_WORDS,    ///< the source is known: على حد قوله
  KB_CUE_ABOUT,        ///< brings in the topic: بشأن، حول
  KB_CUE_EACH_OF,      ///< a list follows: كل من
  KB_CUE_MODAL,        ///< adjective that tells how real an event is; value: kb_effect
  KB_CUE_PURPOSE,      ///< makes a masdar an aim: من أجل، بهدف
  KB_CUE_ANY,          ///< أي: none in particular
  KB_CUE_ASIDE,        ///< opens what no longer belongs to the words reported: وذلك، بعدما
  KB_CUE_NAME_TITLE,   ///< a title that belongs to the name: آية الله
  KB_CUE_DIRECTION,    ///< part of the place that follows: شمال، ضواحي
  KB_CUE_TAG_LINE,     ///< key words follow, no sentence
  KB_CUE_COUNTRY_NOUN, ///< البلاد: the country spoken of
  KB_CUE_MASCULINE,    ///< a country that is masculine
  KB_CUE_CASE,         ///< what follows is only a case; value 1: في حال, 2: a question, ما إذا
  KB_CUE_IMPERSONAL,   ///< a verb of saying that nobody says, before أن: يذكر، يفترض
  KB_CUE_PROSPECT,     ///< before a masdar or أن: how real what follows is; value: kb_effect
  KB_CUE_HEARSAY,      ///< who tells what is not confirmed: تقارير، شائعات
  KB_CUE_PLACE_VERB,   ///< lemma of a verb that happens in a town or to it: شهد، زار
  KB_CUE_STRANGER, ///< lemma of people who may be from anywhere, wherever they are: مسلح، سائح، متظاهر
  KB_CUE_OFFICIAL, ///< whoever has an office, named before: المسؤول
  KB_CUE_RESPECT,  ///< words of respect before a title: صاحب السمو الملكي، سعادة
  KB_CUE_EPONYM,   ///< address before the person that a place is named after: شارع الملك فلان
  KB_CUE_SPORT,    ///< a word of sport: some of them make an article one about sport
  KB_CUE_IDIOM,    ///< tells no event though a word of it does elsewhere: نقطة تفتيش، ولاة الأمر
  KB_CUE_COPULA,   ///< lemma of كان and its sisters
  KB_CUE_SIDE_CLAUSE, ///< opens a clause of its own with أن: قبل أن، رغم أن
  KB_CUE_BUT,         ///< "but" with أن: إلا أن، غير أن
  KB_CUE_WITHIN,      ///< خلال: in the course of the time that follows
  KB_CUE_AGO,         ///< قبل، بعد: the span of time that follows lies between
  KB_CUE_PRESS,       ///< opens the name of who publishes: صحيفة
  KB_CUE_OF_OFFICE,   ///< preposition between a title and what it is of: في، لدى
  KB_CUE_PARTY,       ///< preposition before the other party: مع، ضد
  KB_CUE_DEEMED,      ///< lemma of a verb of taking for, whose imperfect is mostly passive: يعتبر، يعد
  KB_CUE_OWN_COUNTRY, ///< with a pronoun it says whose country: بلاده
  KB_CUE_COMPARED,    ///< what follows is only compared with: مقارنة، قياسا
  KB_CUE_RELATION,    ///< lemma of those who are something to a country without being of it: حليف، جار
  KB_CUE_WHO_IS,      ///< preposition before which من may be "who": من معه، من فيها; not من بينهم
  KB_CUE_STIPULATES,  ///< with a preposition, what a decision lays down: القاضي بـ، الرامي إلى
  KB_CUE_BEFORE_DOOR, ///< preposition before the building where people protest: أمام
  KB_CUE_TOWARDS,     ///< preposition before the aim of a shot: باتجاه
  KB_CUE_CLASSES
} kb_cue_class;

/// How a noun that opens names of organisations (KB_CUE_ORGANISATION) is used.
enum kb_head_use {
  KB_HEAD_OF_NAME, ///< part of the name: حزب العمال
  KB_HEAD_PROPER,  ///< part of it, but only with a proper name: تنظيم القاعدة
  KB_HEAD_LOOSE,   ///< the proper name does without it: صحيفة الأهرام
  KB_HEAD_GROUP,   ///< holds organisations together: تحالف
  KB_HEAD_BODY,    ///< names with a proper name, describes otherwise: لجنة
};

typedef struct kb_cue {
  kb_str  form, gloss;
  int16_t value;
  uint8_t class; ///< kb_cue_class
} kb_cue;

const kb_cue* kb_lexicon_cue(const kb_lexicon* lex, uint32_t id);
/// The cue of this class (kb_cue_class) that ends at a node (KB_NONE: nowhere), NULL if there is none.
const kb_cue* kb_lexicon_cue_at(const kb_lexicon* lex, uint32_t node, unsigned cue_class);
/// A single word, folded or not, as a cue of this class; NULL if it is none.
const kb_cue* kb_lexicon_cue_of(const kb_lexicon* lex, kb_str word, unsigned cue_class);
/// The next cue of this class behind `from` (KB_NONE: the first), KB_NONE at the end. To go through a short list.
uint32_t kb_lexicon_next_cue(const kb_lexicon* lex, unsigned cue_class, uint32_t from);

/** \name Compound names

    عبد الله and عبدالله are one name in two spellings. Names of people in the
    gazetteer and the lists are known in both. All words are folded. */

/// Are these two words, one behind the other, also written as one?
bool kb_lexicon_is_compound(kb_str first, kb_str second);
/// Where the second word begins in a compound written as one, in bytes; 0 if it is none.
size_t kb_lexicon_compound_head(kb_str key);

/** \name Latin letters

    How names are written in ASCII. No two words share a spelling, but for
    the several spellings of one foreign name: غراهام، جراهام. */

/// How a folded letter or word is written in ASCII; false if it is not listed.
bool kb_lexicon_latin(const kb_lexicon* lex, kb_str key, kb_str* latin);
/// Is this how a listed word is written?
bool kb_lexicon_is_latin(const kb_lexicon* lex, kb_str latin);

enum kb_name_kind { KB_NAME_NONE, KB_NAME_GIVEN, KB_NAME_FAMILY, KB_NAME_BOTH, KB_NAME_PARTICLE };

typedef struct kb_unit {
  kb_str id, kind, code, gloss;
} kb_unit;

const kb_unit* kb_lexicon_unit(const kb_lexicon* lex, uint32_t id);

/** \name Weights

    Numbers that the stages use to choose readings, by name; they live in
    ontology/lexicon/weights.json. */

/// The value of a weight, `otherwise` if it is not listed.
float kb_lexicon_weight(const kb_lexicon* lex, kb_str name, float otherwise);

/** \name Check */

/// Report every problem of the dictionaries to `log`, which may be NULL; number of problems.
size_t kb_lexicon_check(const kb_lexicon* lex, kb_log_hook* log, void* user);

#endif // KHABAR_LEXICON_H
