#ifndef KB_READ_INTERNAL_H
#define KB_READ_INTERNAL_H

#include "khabar/read.h"

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
  size_t                 n_articles; ///< given out from this file
} kb_intake;

typedef struct kb_read_format {
  const char* name;
  const char* extensions; ///< blank-separated, with the dot
  /// As kb_reader_next, for one file.
  kb_status (*next)(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err);
} kb_read_format;

kb_status kb_read__text_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;
kb_status kb_read__jsonl_next(kb_intake* in, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;

/// File name without folder and extensions: what names an article that has no id.
kb_str kb_read__stem(const char* path);

/// Start `doc` with a unique id, and with date and publisher of the options.
kb_status
kb_read__start(kb_intake* in, kb_arena* arena, kb_doc* doc, kb_str id, kb_str text, kb_error* err) KB_MUST_USE;

/// Tell the caller of something odd in the file being read.
void kb_read__warn(const kb_intake* in, size_t line, const char* format, ...) KB_PRINTF(3, 4);

#endif // KB_READ_INTERNAL_H
