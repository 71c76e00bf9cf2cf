/// Shared by the files of src/lexicon/.
#ifndef KHABAR_LEXICON_INTERNAL_H
#define KHABAR_LEXICON_INTERNAL_H

#include "khabar/lexicon.h"
#include "verb.h"

#include <jansson.h>

/// One surface form in the index.
typedef struct kb_form {
  uint32_t text; ///< bare spelling: where it begins in the pool, `n` bytes
  uint32_t lexeme;
  uint32_t next; ///< form with the same bucket, or KB_NONE
  uint32_t hash; ///< of the fully folded spelling
  kb_feats feats;
  uint8_t  n;
} kb_form;

typedef struct kb_trie_edge {
  uint32_t node;
  uint32_t child;
  uint32_t next; ///< edge with the same bucket
  uint32_t hash; ///< of node and key
  kb_str   key;
} kb_trie_edge;

typedef struct kb_trie_node {
  uint32_t phrase; ///< first that ends here
} kb_trie_node;

/// A gazetteer entry names another by id.
typedef struct kb_reference {
  uint32_t from;
  uint32_t field; ///< 0 country, 1 metonym, 2 capital
  kb_str   id;
  kb_str   file; ///< for the message if there is none
  size_t   line;
} kb_reference;

/// Which hashes may have been added; false is certain.
typedef KB_ARRAY(uint64_t) kb_filter;

kb_status kb_lexicon__filter_add(kb_filter* filter, uint32_t hash, kb_arena* arena) KB_MUST_USE;
bool      kb_lexicon__filter_has(const kb_filter* filter, uint32_t hash);

struct kb_lexicon {
  kb_arena* arena; ///< NULL when everything lies in a compiled image
  void*     image; ///< all of it, on the heap; NULL when read from JSON
  KB_ARRAY(kb_lexeme) lexemes;
  KB_ARRAY(kb_verb) verbs;
  KB_ARRAY(kb_form) forms;
  KB_ARRAY(char) pool; ///< spellings of the forms
  uint32_t* buckets;   ///< of forms, by hash
  size_t    n_buckets;
  kb_map    lemmas;
  KB_ARRAY(kb_frame) frames;
  KB_ARRAY(kb_condition) conditions;
  KB_ARRAY(kb_gaz) gazes;
  KB_ARRAY(kb_office) offices;
  KB_ARRAY(kb_reference) references;
  kb_map gaz_ids;
  KB_ARRAY(kb_title) titles;
  KB_ARRAY(kb_unit) units;
  KB_ARRAY(kb_cue) cues;
  KB_ARRAY(kb_str) latin;  ///< spelling in Latin letters
  kb_map latin_keys;       ///< folded letter or word to index in latin
  kb_map latin_words;      ///< spelling of a word to index in latin
  KB_ARRAY(kb_str) labels; ///< of predicates: id, en, ar, noun in fours
  kb_map    predicates;    ///< id to index in labels
  kb_filter name_filter;   ///< of names, nationalities, numbers and function words
  KB_ARRAY(float) weights;
  kb_map weight_names;
  KB_ARRAY(kb_trie_node) nodes;
  KB_ARRAY(kb_trie_edge) edges;
  kb_filter edge_filter;
  uint32_t* edge_buckets;
  size_t    n_edge_buckets;
  KB_ARRAY(kb_phrase) phrases;
  KB_ARRAY(kb_error) problems; ///< found while loading, reported by check
};

/** \name Files */

typedef struct kb_kind kb_kind;

typedef struct kb_file {
  kb_str         path;  ///< NUL-terminated
  kb_str         bytes; ///< whole content
  const kb_kind* kind;
  uint32_t       dir; ///< which of the directories has it
} kb_file;

typedef KB_ARRAY(kb_file) kb_files;

/// The dictionary files of all directories, in the order in which they are read. They live in `scratch`.
kb_status
kb_lexicon__list_files(const char* const* dirs, size_t n_dirs, kb_arena* scratch, kb_files* files, kb_error* err);

/// Read the entries of all files into a new lexicon.
kb_status kb_lexicon__load_files(kb_lexicon* lex, const kb_files* files, kb_arena* scratch, kb_error* err);

/// A number that changes when any of the files does.
uint64_t kb_lexicon__fingerprint(const kb_files* files);

/// Write the lexicon as an image that can be loaded.
kb_status kb_lexicon__write_image(const kb_lexicon* lex, uint64_t fingerprint, const char* path, kb_error* err);

/// Load an image. NULL when there is none, or it is of other dictionaries or another build.
kb_lexicon* kb_lexicon__load_image(const char* path, uint64_t fingerprint);

/** \name One entry of a dictionary file */

typedef struct kb_entry {
  json_t*     object;
  const char* file;
  size_t      line;
} kb_entry;

/// The characters of a JSON text, borrowed; empty for anything else.
kb_str kb_lexicon__value_text(const json_t* value);
/// A string member copied into the lexicon; empty where it is missing.
kb_str kb_lexicon__text(kb_lexicon* lex, const kb_entry* e, const char* key);
/// A string member as jansson holds it: valid while the entry is loaded.
kb_str kb_lexicon__peek(const kb_entry* e, const char* key);
bool   kb_lexicon__flag(const kb_entry* e, const char* key);
long   kb_lexicon__integer(const kb_entry* e, const char* key, long otherwise);
size_t kb_lexicon__list_size(const kb_entry* e, const char* key);
kb_str kb_lexicon__list_at(const kb_entry* e, const char* key, size_t i);
kb_str kb_lexicon__intern(kb_lexicon* lex, kb_str s);
/// Position of a word in a NULL-terminated list; -1 where it is not listed.
int kb_lexicon__choose(kb_str word, const char* const* list);
/// kb_frame_slot of a name in the data, -1 for what is none.
int kb_lexicon__slot(kb_str name);
/// Record a problem of an entry; loading goes on, `kb_lexicon_check` tells it.
kb_status kb_lexicon__problem(kb_lexicon* lex, const kb_entry* e, const char* format, ...) KB_PRINTF(3, 4);

/** \name Building */

/// New lexeme with everything "none"; its index in `*id`. NULL: out of memory.
kb_lexeme* kb_lexicon__new_lexeme(kb_lexicon* lex, kb_lex_kind kind, kb_str lemma, uint32_t* id);

/// Let all lexemes that share its lemma be found before the newest one.
kb_status kb_lexicon__put_last(kb_lexicon* lex, uint32_t id) KB_MUST_USE;

/// Index a surface form. A form that the same lexeme already has with the same
/// aspect and voice is not repeated; differing moods become "none".
kb_status kb_lexicon__add_form(kb_lexicon* lex, uint32_t lexeme, kb_feats feats, kb_str surface);

/// Fill the filter of kb_lexicon_may_name, once all forms are known.
kb_status kb_lexicon__build_filter(kb_lexicon* lex);

/// Is there any form with this folded spelling?
bool kb_lexicon__known(const kb_lexicon* lex, kb_str surface);

typedef struct kb_noun_forms {
  kb_str   lemma;
  kb_str   feminine;                        ///< adjectives: empty for the regular one
  bool     adjective;                       ///< also takes feminine and sound plurals
  bool     sound_masculine, sound_feminine; ///< plurals ون, ات
  bool     proper;                          ///< no dual and plural
  kb_feats feats;
} kb_noun_forms;

/// Index all endings of a noun or adjective; broken plurals come apart.
kb_status kb_lexicon__decline(kb_lexicon* lex, uint32_t lexeme, const kb_noun_forms* forms);
kb_status kb_lexicon__add_broken_plural(kb_lexicon* lex, uint32_t lexeme, kb_feats feats, kb_str plural);

/// Add a phrase (words separated by blanks) to the trie.
kb_status kb_lexicon__add_phrase(kb_lexicon* lex, kb_str words, kb_phrase_kind kind, uint32_t id);
/// The name with compounds such as عبد الله written as one word, in `buffer`; empty if it holds none or is too long.
kb_str kb_lexicon__join_compounds(kb_str name, char* buffer, size_t size);

/** \name Kinds of dictionary files, and the loaders of their entries */

typedef kb_status kb_load_fn(kb_lexicon* lex, const kb_entry* e);
kb_load_fn        kb_lexicon__load_particle, kb_lexicon__load_number, kb_lexicon__load_noun, kb_lexicon__load_adjective,
  kb_lexicon__load_adverb, kb_lexicon__load_verb, kb_lexicon__load_name, kb_lexicon__load_unit, kb_lexicon__load_role,
  kb_lexicon__load_country, kb_lexicon__load_people, kb_lexicon__load_place, kb_lexicon__load_organisation,
  kb_lexicon__load_person, kb_lexicon__load_predicate, kb_lexicon__load_frame, kb_lexicon__load_weight,
  kb_lexicon__load_cue, kb_lexicon__load_letter;

struct kb_kind {
  const char*            name; ///< "kind" in the first line of a file
  kb_load_fn*            load;
  const struct kb_shape* shape;       ///< of its entries
  const char*            identity[6]; ///< members: an entry replaces those of earlier directories that share them
  const char*            twice[6];    ///< members: who shares them with one of its own directory is there by mistake
  bool                   gazetteer;   ///< all of these kinds are one in this
};

/// All kinds in the order in which they must be read; name NULL behind the last.
extern const kb_kind kb_lexicon__kinds[];

/// Record what is wrong with the members of an entry: unknown ones, values of another type. `*usable` is false when a
/// value is such that the entry must be left out.
kb_status kb_lexicon__check_entry(kb_lexicon* lex, const kb_kind* kind, const kb_entry* e, bool* usable);

/// Values of features, in the order of the enums of kb_feats; NULL behind the last.
extern const char *const kb_lexicon__genders[], *const kb_lexicon__numbers[], *const kb_lexicon__persons[];

/// Masdars, participles and finite forms of all verbs, once all nouns are known.
kb_status kb_lexicon__derive_all(kb_lexicon* lex);
/// Country and metonym references between gazetteer entries.
kb_status kb_lexicon__link_gazetteer(kb_lexicon* lex);

#endif // KHABAR_LEXICON_INTERNAL_H
