#ifndef KB_READ_INTERNAL_H
#define KB_READ_INTERNAL_H

#include "khabar/read.h"

#include <jansson.h>

/** \name Bytes of one file */

typedef struct kb_source kb_source;

/// Open a file or "-"; unpacks what is named .gz. KB_E_INPUT when it cannot.
kb_status kb_read__source_open(kb_source** out, const char* path, kb_error* err) KB_MUST_USE;
void      kb_read__source_close(kb_source* source);

/**
   The next line without its line feed, valid until the next call. `*more` is
   false at the end. A line of more than `max` bytes is skipped and gives
   KB_E_INPUT.
*/
kb_status kb_read__source_line(kb_source* source, size_t max, kb_str* line, bool* more, kb_error* err) KB_MUST_USE;

/// All that is left, at most `max` bytes; valid until the source is closed.
kb_status kb_read__source_all(kb_source* source, size_t max, kb_str* bytes, kb_error* err) KB_MUST_USE;

/// Number of the line that was read last, from 1.
size_t      kb_read__source_line_number(const kb_source* source);
const char* kb_read__source_path(const kb_source* source);

/** \name Files to read, in order */

typedef struct kb_walk kb_walk;

kb_walk* kb_read__walk_new(const char* const* inputs, size_t n_inputs);
void     kb_read__walk_free(kb_walk* walk);

/**
   The next file that `wanted` takes; NULL with KB_OK at the end of all
   inputs. The path is valid until the next call. Files named by the caller
   are not asked about.
*/
kb_status kb_read__walk_next(kb_walk* walk,
                             bool (*wanted)(void* user, const char* path),
                             void*        user,
                             const char** path,
                             kb_error*    err) KB_MUST_USE;

/** \name Identifiers that occur once */

/// Hashes of the identifiers given out so far.
typedef struct kb_ids_seen {
  uint64_t* hashes;
  size_t    n, cap;
} kb_ids_seen;

/// `id` itself when it is new, otherwise with "-2", "-3" ... behind it; lives in `arena`. {NULL, 0}: out of memory.
kb_str kb_read__id_unique(kb_ids_seen* seen, kb_str id, kb_arena* arena);
void   kb_read__ids_release(kb_ids_seen* seen);

/** \name Formats */

/// What a format needs to make an article.
typedef struct kb_intake {
  kb_source*             source;
  const kb_read_options* options;
  kb_ids_seen*           seen;
  size_t                 max_bytes;
  bool                   done;       ///< a format that reads a file at once has read it
  void*                  state;      ///< of the format
  size_t                 n_articles; ///< given out from this file
} kb_intake;

typedef struct kb_read_format {
  const char* name;
  const char* extensions; ///< blank-separated, with the dot
  /// As kb_reader_next, for one file.
  kb_status (*next)(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err);
  /// Free in->state; NULL where there is none.
  void (*close)(kb_intake* in);
} kb_read_format;

kb_status kb_read__text_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;
kb_status kb_read__html_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;
kb_status kb_read__jsonl_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;

kb_status kb_read__json_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;
void      kb_read__json_close(kb_intake* in);

/// Where an object stands, and the number that names it if it has no id.
typedef struct kb_place {
  size_t line;
  size_t number;
} kb_place;

/// An article from one parsed JSON object.
kb_status kb_read__object(
  kb_intake* in, const json_t* object, kb_place place, kb_arena* arena, kb_doc* doc, kb_error* err) KB_MUST_USE;

/// File name without folder and extensions: what names an article that has no id.
kb_str kb_read__stem(const char* path);

/// Start `doc` with a unique id, and with date and publisher of the options.
kb_status
kb_read__start(kb_intake* in, kb_arena* arena, kb_doc* doc, kb_str id, kb_str text, kb_error* err) KB_MUST_USE;

/// Is there nothing but white space and invisible characters in it?
bool kb_read__is_blank(kb_str text);

/// Do these bytes begin as UTF-16 does: with its mark, or with an ASCII character of two bytes?
bool kb_read__is_utf16(kb_str bytes);

/// Tell the caller of something odd in the file being read.
void kb_read__warn(const kb_intake* in, size_t line, const char* format, ...) KB_PRINTF(3, 4);

/** \name Lines of an article */

/// Words of a line that are looked at; the rest only counts.
enum { KB_LINE_WORDS = 40 };

/**
   The words of a line as cue lines are written: folded, Latin in lower case,
   every number "0", a colon as a word of its own, other punctuation left out.
*/
typedef struct kb_line_words {
  uint32_t n;                    ///< words in the line
  uint32_t known;                ///< those in `word`: the first ones
  uint64_t hash;                 ///< of all of them
  uint32_t start[KB_LINE_WORDS]; ///< where it begins in the article
  uint32_t end[KB_LINE_WORDS];
  uint16_t at[KB_LINE_WORDS + 1]; ///< where it begins in `key`; one blank behind each
  char     key[4096];
} kb_line_words;

void kb_read__line_words(kb_str text, kb_span line, kb_line_words* words);
/// Words `first` to `last` - 1 as one key.
kb_str kb_read__line_key(const kb_line_words* words, uint32_t first, uint32_t last);

/** \name Cue lines */

typedef enum kb_cue_match {
  KB_CUE_LINE,  ///< the whole line
  KB_CUE_START, ///< the first words of a line
  KB_CUE_WORD,  ///< words anywhere in a line
  KB_CUE_PART,  ///< what stands between dashes, bars or brackets
  KB_CUE_DATE,  ///< words that a printed date is made of
  KB_CUE_MONTH,
  KB_CUE_MATCHES
} kb_cue_match;

typedef struct kb_cue {
  uint8_t  kind;    ///< kb_block_kind
  uint8_t  match;   ///< kb_cue_match
  uint8_t  value;   ///< number of a month
  bool     section; ///< what follows is not the article either
  uint32_t max;     ///< longest line it holds for, in words
} kb_cue;

/// NULL where there is none.
const kb_cue* kb_read__cue(const kb_boilerplate* cues, kb_cue_match match, kb_str key);
/// The longest cue of words that begin at word `first`; its length goes to `*n`.
const kb_cue* kb_read__cue_at(
  const kb_boilerplate* cues, kb_cue_match match, const kb_line_words* words, uint32_t first, uint32_t* n);

/// Does the line say a date, a time and hardly anything else?
bool kb_read__line_is_date(const kb_boilerplate* cues, const kb_line_words* words);
/// The full date in a line; false where there is none.
bool kb_read__line_date(const kb_boilerplate* cues, kb_str text, const kb_line_words* words, kb_date* date);

/**
   Length in bytes of what stands before the news in a first paragraph:
   "بروكسل (أ ف ب) - ", 0 if nothing.
*/
uint32_t kb_read__dateline(const kb_boilerplate* cues, kb_str text, kb_span line);
/// Is the whole line a dateline: an agency and the names of places or people?
bool kb_read__is_dateline(const kb_boilerplate* cues, kb_str text, kb_span line);
/// Is it made of short parts between dashes, which between headline and news are places and papers?
bool kb_read__is_place_line(kb_str text, kb_span line);

#endif // KB_READ_INTERNAL_H
