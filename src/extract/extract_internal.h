/**
   Shared by the files of src/extract/.

   Each extractor looks at the article through a view: tables from words to
   the mentions, times and quantities that cover them. Arguments of a clause
   are turned into roles by the frame of its predicate (frame.h), phrases into
   the entities they name (phrases.c) or describe (described.c).
*/
#ifndef KHABAR_EXTRACT_INTERNAL_H
#define KHABAR_EXTRACT_INTERNAL_H

#include "khabar/extract.h"

/// Longest chain of clauses or phrases that is followed.
enum { KB_DEPTH = 32 };

typedef struct kb_view {
  kb_doc*           doc;
  const kb_lexicon* lex;
  uint32_t*         by_head;  ///< word to the longest mention that it heads
  uint32_t*         cover;    ///< word to the widest mention over it, title included
  uint32_t*         time;     ///< word to the time over it
  uint32_t*         quantity; ///< word to the quantity over it
  uint32_t*         clause;   ///< word to the clause whose predicate it is
  uint32_t*         event;    ///< clause to its event
  bool              sport;    ///< is the article about sport?
} kb_view;

/// Fill the tables. KB_E_NOMEM at the ceiling of the article's arena.
kb_status kb_extract__view(kb_view* v, kb_doc* doc, const kb_lexicon* lex, kb_error* err) KB_MUST_USE;

/** \name Words and phrases */

static inline const kb_word* kb_extract__word(const kb_view* v, uint32_t w)
{
  return &v->doc->words.v[w];
}

static inline const kb_clause* kb_extract__clause(const kb_view* v, uint32_t c)
{
  return &v->doc->clauses.v[c];
}

static inline kb_str kb_extract__cut(const kb_view* v, kb_span s)
{
  return kb_doc_cut(v->doc, s);
}

/// "يذكر أن": a verb of saying without anybody who says it.
bool kb_extract__says_nobody(const kb_view* v, uint32_t w);
/// Is the word a complement in the title of a named person, and no argument of what stands at `from` outside it: "قال
/// الناطق باسم الشرطة فلان"?
bool kb_extract__in_title(const kb_view* v, uint32_t from, uint32_t w);
/// The lexeme of a word, NULL if it has none.
const kb_lexeme* kb_extract__lexeme(const kb_view* v, uint32_t w);
/// kb_particle of a function word, else KB_PCL_NONE.
unsigned kb_extract__particle(const kb_view* v, uint32_t w);
/// The slot that a preposition brings in; KB_FS_COUNT for one that nothing governs, and for KB_NONE.
kb_frame_slot   kb_extract__slot_of_prep(const kb_view* v, uint32_t prep);
uint32_t        kb_extract__sentence_of(const kb_view* v, uint32_t w);
const kb_block* kb_extract__block_of(const kb_view* v, uint32_t sentence);
/// Words `first` to the result (exclusive) of the sentence of `w`.
uint32_t kb_extract__sentence_first(const kb_view* v, uint32_t w);
uint32_t kb_extract__sentence_end(const kb_view* v, uint32_t w);
/// Token kind of a word.
unsigned kb_extract__token_kind(const kb_view* v, uint32_t w);
/// Is the word one punctuation mark out of these (ASCII and Arabic)?
bool kb_extract__is_mark(const kb_view* v, uint32_t w, const char* marks);
bool kb_extract__is_inside(uint32_t w, uint32_t first, uint32_t last);
/// First word of a mention, its title included.
uint32_t kb_extract__first_of(const kb_mention* m);
/// Longest cue of a class (kb_cue_class) that starts at word `w`; sets `last`, its last word. NULL if there is none.
const kb_cue* kb_extract__cue(const kb_view* v, uint32_t w, unsigned cue_class, uint32_t* last);
/// Longest title that starts at word `w`, as above.
const kb_title* kb_extract__title(const kb_view* v, uint32_t w, uint32_t* last);

/// The mention that a phrase headed by `w` is, KB_NONE if none.
uint32_t kb_extract__mention(const kb_view* v, uint32_t w);
/// The entity of the phrase headed by `w` alone, without those coordinated with it.
uint32_t kb_extract__entity(const kb_view* v, uint32_t w);

/// Add the entities of a phrase with all its conjuncts.
kb_status kb_extract__entities(const kb_view* v, uint32_t w, kb_ids* ids) KB_MUST_USE;
/// Replace `ids` by those whom the sentence lists behind a phrase that counts them: "seven states, which are X, Y ...".
kb_status kb_extract__listed_after(const kb_view* v, uint32_t w, kb_ids* ids) KB_MUST_USE;
/// Add one, once.
kb_status kb_extract__add(kb_doc* doc, kb_ids* ids, uint32_t id) KB_MUST_USE;

/// What a phrase may be taken for besides people ("مسؤولون أمنيون"، "22 شخصا").
typedef enum kb_described {
  KB_AS_PEOPLE,
  KB_AS_VICTIM,  ///< "27 آخرون", buildings, vehicles
  KB_AS_SPEAKER, ///< reports, papers, whoever speaks
} kb_described;

/// A new entity of this article for what no mention names; KB_NONE if the phrase speaks of nothing of that kind.
kb_status kb_extract__describe(const kb_view* v, uint32_t w, kb_described as, uint32_t* entity) KB_MUST_USE;

/// Can it act (person, organisation, country, group ...)?
bool kb_extract__is_actor(const kb_view* v, uint32_t entity);
bool kb_extract__is_place(const kb_view* v, uint32_t entity);
/// Country entity of this article for a gazetteer entry, KB_NONE if it has none.
uint32_t kb_extract__country(const kb_view* v, uint32_t gaz);

/** \name Frames */

/// An argument of a clause and the role that the frame gives it.
typedef struct kb_filler {
  const kb_arg* arg;
  uint8_t       role; ///< kb_role_slot
} kb_filler;

enum { KB_FILLERS = 24 };

typedef struct kb_framed {
  uint32_t        id; ///< KB_NONE: no frame
  const kb_frame* frame;
  kb_filler       fillers[KB_FILLERS];
  size_t          n;
} kb_framed;

/// The frame of a clause whose slots its arguments fill best, and what fills them.
kb_framed kb_extract__frame(const kb_view* v, uint32_t clause);
/// First frame of a word (verb, masdar, participle, event noun), KB_NONE if none.
uint32_t kb_extract__first_frame(const kb_view* v, uint32_t w);
/// "drove them to", "charged him with": does whom the light verb acts on do what it is about?
bool kb_extract__makes_do(const kb_frame* f);
/// First filler of a role, NULL if there is none.
const kb_filler* kb_extract__filler(const kb_framed* f, unsigned role);
/// The noun of a phrase: of a number what it counts.
uint32_t kb_extract__core(const kb_view* v, uint32_t w);
/// The noun of doing that a phrase comes down to: "holding talks", "the launch of an attack".
uint32_t kb_extract__deed(const kb_view* v, uint32_t w);
/// The word that a relative clause describes, KB_NONE for other clauses.
uint32_t kb_extract__antecedent(const kb_view* v, uint32_t clause);
/// "signs that confirm", "figures that show": a relative clause of what cannot speak.
bool kb_extract__is_sign(const kb_view* v, uint32_t clause);
/// The clause that fills an argument, KB_NONE if none.
uint32_t kb_extract__clause_in(const kb_view* v, const kb_arg* a);
/// The clause in whose content or topic slot `c` hangs, and its frame; KB_NONE if none says how it bears on `c`.
uint32_t kb_extract__governor(const kb_view* v, uint32_t c, kb_framed* f);

/** \name Extractors */

#define KB_EXTRACTOR(name, help) kb_status kb_extract__##name(kb_doc* doc, const kb_lexicon* lex, kb_error* err);
#include "extractors.def"
#undef KB_EXTRACTOR

#endif // KHABAR_EXTRACT_INTERNAL_H
