/// Shared by the files of src/syntax/.
///
/// A sentence is read twice. First its words are gathered into items: noun
/// phrases with their preposition, verbs with their particles, markers,
/// punctuation (phrase.c, items.c). Then the items are read from left to right
/// with a stack of open clauses; each item fills a slot of one of them, opens
/// a clause or closes some (clause.c, read_*.c, argument.c, oblique.c). Afterwards masdars, event
/// nouns and participles become clauses of their own (nominal.c), and tense,
/// polarity and modality are told (factuality.c).
#ifndef KHABAR_SYNTAX_INTERNAL_H
#define KHABAR_SYNTAX_INTERNAL_H

#include "khabar/syntax.h"

typedef enum kb_item_kind {
  KB_ITEM_NP,
  KB_ITEM_VERB,
  KB_ITEM_ADJ,  ///< adjective or participle without a noun before it
  KB_ITEM_THAT, ///< أن إن
  KB_ITEM_RELATIVE,
  KB_ITEM_SUBORD,
  KB_ITEM_CONDITION,
  KB_ITEM_PURPOSE,
  KB_ITEM_CONJ,
  KB_ITEM_COMMA,
  KB_ITEM_COLON,
  KB_ITEM_OPEN,
  KB_ITEM_CLOSE,
  KB_ITEM_PAREN, ///< opening
  KB_ITEM_PAREN_END,
  KB_ITEM_EXIST, ///< هناك، ثمة
  KB_ITEM_NEG,   ///< negation without a verb after it
  KB_ITEM_PREP,  ///< preposition without a noun phrase: إلى أن
  KB_ITEM_ADVERB,
  KB_ITEM_OTHER,
} kb_item_kind;

typedef struct kb_item {
  uint8_t  kind;        ///< kb_item_kind
  uint32_t head;        ///< word
  uint32_t first, last; ///< words
  uint32_t prep;        ///< of a noun phrase: first preposition, KB_NONE
  uint32_t prep2;       ///< second one: من قبل
  uint32_t neg;         ///< negation particle before it
  uint32_t future;      ///< س، سوف
  uint32_t qad;
  uint32_t object; ///< pronoun attached to a verb or to أن
} kb_item;

/// An item of one word.
static inline kb_item kb_syntax__item_of(kb_item_kind kind, uint32_t word)
{
  return (kb_item){.kind   = (uint8_t)kind,
                   .head   = word,
                   .first  = word,
                   .last   = word,
                   .prep   = KB_NONE,
                   .prep2  = KB_NONE,
                   .neg    = KB_NONE,
                   .future = KB_NONE,
                   .qad    = KB_NONE,
                   .object = KB_NONE};
}

/// An open clause while the sentence is read.
typedef struct kb_open {
  uint32_t clause;
  uint32_t topic;      ///< word that heads a noun phrase before the predicate, KB_NONE
  uint32_t verb;       ///< item of the verb, KB_NONE while there is none
  uint32_t antecedent; ///< word that a relative clause describes, KB_NONE
  uint32_t close;      ///< word of the quotation mark that ends it, KB_NONE
  bool     filled;     ///< it has its predicate
  bool     has_subject, has_object, has_object2, has_complement;
  bool     resumed; ///< of a relative clause: a pronoun stands for the antecedent
  bool     copula;  ///< كان, ليس ...: a nominal predicate is wanted
} kb_open;

/// On what a clause hangs; parallel to the clauses of the sentence.
typedef struct kb_anchor {
  uint32_t attach;              ///< word, KB_NONE: the predicate of the parent
  uint32_t prep;                ///< preposition before its marker
  uint32_t first_arg, last_arg; ///< of its arguments, KB_NONE
  uint32_t antecedent;          ///< of a relative clause without a subject: the word that is it, KB_NONE
  uint8_t  deprel;
} kb_anchor;

enum { KB_STACK_MAX = 48 };

typedef struct kb_found_arg {
  uint32_t clause; ///< KB_NONE once taken back
  uint32_t next;   ///< argument of the same clause, KB_NONE at the end
  kb_arg   arg;
} kb_found_arg;

typedef struct kb_parse {
  kb_doc*           doc;
  const kb_lexicon* lex;
  kb_arena*         scratch;
  uint32_t          sentence;
  uint32_t          first, end; ///< words of the sentence
  KB_ARRAY(kb_item) items;
  KB_ARRAY(kb_found_arg) args;
  KB_ARRAY(kb_anchor) anchors; ///< of clauses first_clause ...
  uint32_t* clause_at;         ///< of each word of the sentence: clause of which it is predicate or anchor
  uint32_t  first_clause;
  kb_open   stack[KB_STACK_MAX];
  uint32_t  depth;
  uint32_t  at;      ///< item being read
  uint32_t  conj;    ///< pending conjunction, item, KB_NONE
  uint32_t  prep;    ///< pending preposition, item, KB_NONE
  uint32_t  neg;     ///< pending negation, word, KB_NONE
  uint32_t  last_np; ///< last noun phrase, item, KB_NONE
  bool      comma;   ///< since the last item with words
  bool      failed;  ///< out of memory
} kb_parse;

/** \name Words */

static inline kb_word* kb_syntax__word(const kb_parse* p, uint32_t i)
{
  return &p->doc->words.v[i];
}

static inline kb_clause* kb_syntax__clause(const kb_parse* p, uint32_t c)
{
  return &p->doc->clauses.v[c];
}

/// Part of speech; behind the sentence a mark.
static inline unsigned kb_syntax__upos(const kb_parse* p, uint32_t word)
{
  return word < p->end ? kb_syntax__word(p, word)->feats.upos : (unsigned)KB_PUNCT;
}

const kb_lexeme* kb_syntax__lexeme(const kb_parse* p, uint32_t word); ///< NULL if none
unsigned         kb_syntax__particle(const kb_parse* p, uint32_t word);
const kb_frame*  kb_syntax__frame(const kb_parse* p, uint32_t word); ///< first frame of a verb, masdar or event noun
bool             kb_syntax__is_nominal(const kb_parse* p, uint32_t word);
bool             kb_syntax__is_definite(const kb_parse* p, uint32_t word);
bool             kb_syntax__is_person(const kb_parse* p, uint32_t word); ///< person, organisation or country
bool             kb_syntax__is_time(const kb_parse* p, uint32_t word);
/// "ما لا يقل عن ثلاثين": do words begin here that say how exact a number is? The number; KB_NONE if they do not.
uint32_t kb_syntax__bounded(const kb_parse* p, uint32_t word);
/// Hang those words on the number.
void kb_syntax__hang_bound(kb_parse* p, uint32_t word, uint32_t number);
bool kb_syntax__is_speech(const kb_parse* p, uint32_t word);
/// Is its lemma a cue of this class?
bool kb_syntax__is_cue(const kb_parse* p, uint32_t word, kb_cue_class class);
bool kb_syntax__lemma_is(const kb_parse* p, uint32_t word, const char* lemma);
/// Slots (bits) that the verb of a verb, masdar or participle governs.
unsigned kb_syntax__verb_args(const kb_parse* p, uint32_t word);
/// Slot that a preposition brings in; KB_FS_COUNT for one that nothing governs, and for KB_NONE.
kb_frame_slot kb_syntax__slot(const kb_parse* p, uint32_t prep);
/// Has the noun or verb a frame of an event of its own?
bool kb_syntax__is_event(const kb_parse* p, uint32_t w);
/// The noun that "آخر", "أول" or an elative counts out, another word itself: آخر اجتماع عقد.
uint32_t kb_syntax__counted_out(const kb_parse* p, uint32_t word);
/// Is it the accusative by its ending (tanwin, ـين)?
bool kb_syntax__is_accusative(const kb_parse* p, uint32_t word);
/// The verb of a verb, masdar or participle; KB_NONE.
uint32_t kb_syntax__verb_of(const kb_parse* p, uint32_t word);

/** \name Stages of a sentence */

/// Hang `word` on `head`; a word that hangs already is left alone.
void kb_syntax__hang(kb_parse* p, uint32_t word, uint32_t head, kb_deprel rel);

/// Gather the items of the sentence, with the structure inside phrases.
void kb_syntax__items(kb_parse* p);
/// Read one noun phrase that begins at `word`; `item` gets head, first, last.
void kb_syntax__phrase(kb_parse* p, uint32_t word, kb_item* item);

/// Read the items; opens, fills and closes clauses.
void kb_syntax__clauses(kb_parse* p);

/// New clause; its index, KB_NONE when out of memory.
uint32_t
     kb_syntax__new_clause(kb_parse* p, kb_clause_kind kind, kb_clause_rel rel, uint32_t predicate, uint32_t parent);
void kb_syntax__add_arg(kb_parse* p, uint32_t clause, kb_arg arg);
/// First argument of a clause (index in args), and the one after `a`; KB_NONE at the end.
uint32_t kb_syntax__first_arg(const kb_parse* p, uint32_t clause);
uint32_t kb_syntax__next_arg(const kb_parse* p, uint32_t a);
/// The first argument with this role, NULL if there is none.
const kb_found_arg* kb_syntax__find_arg(const kb_parse* p, uint32_t clause, unsigned role);
/// The word that stands for a clause in the tree: its auxiliary or predicate.
uint32_t   kb_syntax__anchor(const kb_parse* p, uint32_t clause);
kb_anchor* kb_syntax__anchor_of(kb_parse* p, uint32_t clause);

/// Is the name right behind the head of a phrase that of some place apart from it?
bool kb_syntax__is_other_place(const kb_parse* p, uint32_t head, uint32_t name);
/// Fill a slot of the clause on top with a noun phrase without preposition.
void kb_syntax__place_phrase(kb_parse* p, kb_open* o, uint32_t item);
/// Is the word that a relative clause describes its subject? KB_NONE if it is not.
uint32_t kb_syntax__relative_subject(const kb_parse* p, const kb_open* o);
/// Can the clause take the noun phrase as subject or object?
bool kb_syntax__has_room(const kb_parse* p, const kb_open* o, uint32_t item);
/// Attach a prepositional phrase to a noun or to the clause on top.
void kb_syntax__place_oblique(kb_parse* p, kb_open* o, uint32_t item);
/// The noun phrase before the verb becomes its subject if it agrees.
void kb_syntax__place_topic(kb_parse* p, kb_open* o);
/// Does a noun agree as the subject of a verb before it?
bool kb_syntax__agrees_after(const kb_parse* p, uint32_t verb, uint32_t noun);
/// Does a noun agree as the subject of a verb that follows it?
bool kb_syntax__agrees_before(const kb_parse* p, uint32_t noun, uint32_t verb);

/// Masdars, event nouns, participles; light verbs give way to their noun.
void kb_syntax__nominal_clauses(kb_parse* p);
/// Every word hangs on another, one is the root.
void kb_syntax__tree_first(kb_parse* p);
/// Extents of phrases, clause of each word; after the nominal clauses.
void kb_syntax__tree_last(kb_parse* p);
/// Copy the arguments found to the article, sorted by clause.
void kb_syntax__store_args(kb_parse* p);
/// Voice of verbs whose spelling does not tell it.
void kb_syntax__voice(kb_parse* p);
/// Tense, polarity, modality of the clauses of this sentence.
void kb_syntax__factuality(kb_parse* p);

#endif // KHABAR_SYNTAX_INTERNAL_H
