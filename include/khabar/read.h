/**
   khabar/read.h: files, directories and streams to articles.

   A reader hands out one article after the other and keeps none: memory
   stays flat however long the stream is. What cannot be read is one error;
   the next call goes on behind it.
*/
#ifndef KHABAR_READ_H
#define KHABAR_READ_H

#include "khabar/doc.h"

/** \name Lines that news sites put around an article */

/// The cue lines of ontology/sources/boilerplate.json; const after loading.
typedef struct kb_boilerplate kb_boilerplate;

/// Read the cue lines of each directory that has them; later ones add to earlier ones.
kb_status kb_boilerplate_open(kb_boilerplate** out, const char* const* dirs, size_t n_dirs, kb_error* err) KB_MUST_USE;
void      kb_boilerplate_close(kb_boilerplate* cues);

/**
   Cut the article into its lines and say what each is: fills doc->blocks, and
   doc->published from a printed date of publication if metadata gave none.
*/
kb_status kb_read_blocks(kb_doc* doc, const kb_boilerplate* cues, kb_error* err) KB_MUST_USE;

/** \name Reader */

typedef struct kb_read_options {
  const char*  format;    ///< name of a format (kb_read_format_at), NULL: by file name
  const char*  charset;   ///< NULL: found out
  kb_date      published; ///< for articles that name no date
  kb_str       publisher; ///< for articles that name no publisher
  size_t       max_bytes; ///< larger articles are refused; 0: KB_READ_MAX
  kb_log_hook* warn;      ///< what is odd but no error: skipped files, strange dates; may be NULL
  void*        warn_user;
} kb_read_options;

/// 256 MiB: an article or a line of JSON beyond it is refused.
#define KB_READ_MAX ((size_t)256 << 20)

typedef struct kb_reader kb_reader;

/**
   Read `inputs` in this order: files, directories (walked, sorted by name,
   hidden files and symbolic links to directories left out), "-" for standard
   input. Inputs and options are borrowed until kb_reader_close. A file name
   that ends in .gz is unpacked.
*/
kb_status kb_reader_open(kb_reader**            out,
                         const char* const*     inputs,
                         size_t                 n_inputs,
                         const kb_read_options* options,
                         kb_error*              err) KB_MUST_USE;

/**
   The next article, into `doc` and its `arena`, which the caller has reset.

   `*more` is false, and nothing else done, at the end of all inputs; that they
   hold no file to read at all is an error too. An error
   with `*more` true concerns one article or file (status KB_E_INPUT, or
   KB_E_NOMEM at the ceiling of the arena); the stream goes on behind it.
*/
kb_status kb_reader_next(kb_reader* reader, kb_arena* arena, kb_doc* doc, bool* more, kb_error* err) KB_MUST_USE;
void      kb_reader_close(kb_reader* reader);

/// Names of the input formats, NULL past the end.
const char* kb_read_format_at(size_t i);

/// "2014-12-03", also with a time behind it, "2014-12", "2014"; false for anything else.
bool kb_read_date(kb_str s, kb_date* date);

#endif // KHABAR_READ_H
