/**
   Shared by the files of src/resolve/.

   Mentions are taken in text order, names before descriptions, so that a
   surname in the headline finds the full name of the first paragraph.
*/
#ifndef KHABAR_RESOLVE_INTERNAL_H
#define KHABAR_RESOLVE_INTERNAL_H

#include "khabar/resolve.h"

enum { KB_NAME_WORDS = 10 };

/// The folded words of a name: the first without proclitics, marks left out.
typedef struct kb_name {
  kb_str   word[KB_NAME_WORDS];
  unsigned n;
} kb_name;

typedef struct kb_nation_score {
  uint32_t gaz;
  uint32_t count;
} kb_nation_score;

/// What entities are found by.
enum kb_index { KB_BY_ENTRY, KB_BY_SLUG, KB_BY_NAME, KB_BY_FIRST_WORD, KB_BY_LAST_WORD, KB_INDEX_COUNT };

enum {
  KB_BUCKETS = 512,
  KB_WINDOW  = 400, ///< mentions that are looked over for what a description means
};

typedef struct kb_index_entry {
  uint64_t hash;
  uint32_t entity;
  uint32_t next; ///< older entry of the same bucket, or KB_NONE
} kb_index_entry;

typedef struct kb_resolver {
  kb_doc*           doc;
  const kb_lexicon* lex;
  KB_ARRAY(kb_name) names;           ///< of each entity: the longest name met
  KB_ARRAY(uint32_t) heads;          ///< of each entity: mention it was made of
  KB_ARRAY(kb_nation_score) nations; ///< countries that the article speaks of
  KB_ARRAY(kb_index_entry) entries;
  uint32_t (*buckets)[KB_BUCKETS]; ///< KB_INDEX_COUNT of them: the newest entry
  uint32_t spoke_for[KB_BUCKETS];  ///< capitals met as governments, by entry
  uint32_t named;                  ///< mentions of the mention stage; pronouns come behind
} kb_resolver;

/** \name Names */

kb_status kb_resolve__name_of(const kb_resolver* r, const kb_mention* m, kb_name* out) KB_MUST_USE;
/// Are the words equal but for an article?
bool kb_resolve__same_word(kb_str a, kb_str b);
bool kb_resolve__same_name(const kb_name* a, const kb_name* b);
/// Is `part` a shorter form of `whole`: its last words, or some of them with the last?
bool kb_resolve__is_short_for(const kb_name* part, const kb_name* whole);

/** \name Gazetteer */

/// Count the countries of the article.
kb_status kb_resolve__weigh_nations(kb_resolver* r) KB_MUST_USE;
uint32_t  kb_resolve__nation_count(const kb_resolver* r, uint32_t gaz);
/// The best entry for a mention among those that share its words; KB_NONE if none fits.
uint32_t kb_resolve__best_entry(const kb_resolver* r, const kb_mention* m, const kb_name* name, kb_phrase_kind kind);
/// Of the entries that share the words, that of the country which the article speaks of most; KB_NONE if none stands
/// out.
uint32_t kb_resolve__entry_of_nations(const kb_resolver* r, const kb_name* name, kb_phrase_kind kind);
/// Does the gazetteer know `first` and then the words of `name` as a name of the entry?
bool kb_resolve__is_called(const kb_resolver* r, kb_str first, const kb_name* name, uint32_t gaz);

/// The entry that holds an office of a country on the day of the article; KB_NONE if unknown.
uint32_t kb_resolve__holder(const kb_resolver* r, kb_str office, uint32_t country);

/** \name Entities */

/// Entries of an index under a hash, the newest first: start with `from` KB_NONE; KB_NONE at the end. Different keys
/// may share a hash, so compare.
uint32_t kb_resolve__next(const kb_resolver* r, unsigned index, uint64_t hash, uint32_t from);
/// A word of a name without its article, in which names vary; folded.
kb_str   kb_resolve__without_article(kb_str word);
uint64_t kb_resolve__name_hash(const kb_name* name);
uint64_t kb_resolve__word_hash(kb_str word);
/// A longer form of the entity's name has come up.
kb_status kb_resolve__rename(kb_resolver* r, uint32_t entity, const kb_name* name) KB_MUST_USE;
uint32_t  kb_resolve__find_gaz(const kb_resolver* r, uint32_t gaz, unsigned type);
/// A new entity for the mention; its index in `*id`.
kb_status kb_resolve__new_entity(
  kb_resolver* r, const kb_mention* m, const kb_name* name, uint32_t gaz, bool local, uint32_t* id) KB_MUST_USE;
/// The entity of a gazetteer entry, made when it is new.
kb_status kb_resolve__entity_of_gaz(
  kb_resolver* r, const kb_mention* m, const kb_name* name, uint32_t gaz, uint32_t* id) KB_MUST_USE;

/** \name Steps, in this order */

kb_status kb_resolve__link_names(kb_resolver* r) KB_MUST_USE;
kb_status kb_resolve__link_nominals(kb_resolver* r) KB_MUST_USE;
/// Find the organisations of groups, once the mentions stand in the order of the text.
void      kb_resolve__belong(const kb_resolver* r);
kb_status kb_resolve__link_pronouns(kb_resolver* r) KB_MUST_USE;

/// The named person whom the title of a mention describes, beside it behind a comma; KB_NONE if there is none.
uint32_t kb_resolve__apposed(const kb_resolver* r, uint32_t mention);
/// Does the title of a person begin with words of respect: "معالي وزير الصحة فلان"?
bool kb_resolve__is_of_rank(const kb_resolver* r, const kb_mention* m);
/// Is the country one of the few that are masculine: لبنان، العراق?
bool kb_resolve__is_masculine_country(const kb_resolver* r, uint32_t gaz);
/// Is the word one of respect: سمو، جلالة?
bool kb_resolve__is_honorific(const kb_resolver* r, uint32_t word);
/// The entity that "the latter" means; KB_NONE if unknown.
uint32_t kb_resolve__latter(const kb_resolver* r, uint32_t mention);

/** \name Names in ASCII */

/// The longest slug of a name.
enum { KB_SLUG_MAX = 100 };

/// Text in the making; what does not fit is left out.
typedef struct kb_ascii {
  char   text[KB_SLUG_MAX + 60];
  size_t n;
} kb_ascii;

void kb_resolve__add_ascii(kb_ascii* s, kb_str part);
/// Write a folded word by rule, letter by letter.
void kb_resolve__transcribe(const kb_lexicon* lex, kb_str word, kb_ascii* out);
/// A number of the folded name. Slugs hold it: it must never change.
uint64_t kb_resolve__name_print(kb_str arabic);
/// ASCII name of an Arabic one: "wizarat-al-difa"; never empty.
kb_str kb_resolve__romanise(const kb_lexicon* lex, kb_str arabic, bool person, kb_arena* arena);

#endif // KHABAR_RESOLVE_INTERNAL_H
