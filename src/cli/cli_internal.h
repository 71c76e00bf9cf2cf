/*
   The command line: what the options are is said once, in options.c, as a
   table; the parser, --help and the check of the manual page read it.
*/
#ifndef KB_CLI_INTERNAL_H
#define KB_CLI_INTERNAL_H

#include "khabar/emit.h"
#include "khabar/lexicon.h"
#include "khabar/map.h"
#include "khabar/pipeline.h"
#include "khabar/read.h"

#include <limits.h>
#include <stdio.h>

/// Exit codes, also in --help and the manual.
enum { KB_EXIT_DONE = 0, KB_EXIT_REJECTED = 1, KB_EXIT_USAGE = 2, KB_EXIT_FAILED = 3 };

/// A growing list of borrowed strings.
typedef struct kb_list {
  const char** v;
  size_t       n, cap;
} kb_list;

bool kb_cli__list_add(kb_list* list, const char* s);
void kb_cli__list_release(kb_list* list);

/** \name Commands and options */

typedef enum kb_command_bit {
  KB_CMD_CONVERT = 1,
  KB_CMD_ANALYZE = 2,
  KB_CMD_EXPLAIN = 4,
  KB_CMD_LEXICON = 8,
  KB_CMD_BATCH   = KB_CMD_CONVERT | KB_CMD_ANALYZE | KB_CMD_EXPLAIN,
  KB_CMD_ALL     = 15,
} kb_command_bit;

/// What the command line said. Strings are those of argv.
typedef struct kb_cli_args {
  kb_list     operands; ///< inputs, or the words behind the command
  const char* output;
  const char* ontology;
  kb_list     lexicons;
  bool        help;
  bool        quiet;
  bool        verbose;

  const char* from;
  const char* charset;
  const char* files_from;
  bool        null_names; ///< names in files_from end in NUL
  kb_date     published;
  const char* publisher;
  unsigned    jobs;
  size_t      memory; ///< bytes
  size_t      max_errors;

  const kb_emit_format* format;
  const char*           base;
  kb_mapping_graph      graph;
  const char*           graph_iri;
  bool                  no_text;
  bool                  ascii;
  uint8_t               min_confidence; ///< percent
  const char*           resume;
  bool                  check; ///< write nothing
  kb_prefix*            prefixes;
  size_t                n_prefixes;
} kb_cli_args;

typedef struct kb_command {
  const char*    name;
  kb_command_bit bit;
  const char*    operands; ///< "INPUT..."
  const char*    help;     ///< one line
  int (*run)(const kb_cli_args* args);
} kb_command;

/// Read the words after the command's name. False, and a message on stderr, when they make no sense.
bool kb_cli__parse(const kb_command* command, int argc, char** argv, kb_cli_args* args);
void kb_cli__args_release(kb_cli_args* args);
/// Help on a command.
void kb_cli__help(const kb_command* command, FILE* out);

int kb_cli__convert(const kb_cli_args* args);
int kb_cli__analyze(const kb_cli_args* args);
int kb_cli__explain(const kb_cli_args* args);
int kb_cli__lexicon(const kb_cli_args* args);

/** \name Messages */

/// "khabar: source:line: text" on stderr.
void kb_cli__message(const kb_error* error);
void kb_cli__say(const char* format, ...) KB_PRINTF(1, 2);
/// The exit code that fits a status, after telling the error.
int kb_cli__fail(kb_status status, const kb_error* error);

/** \name What commands need */

/// Dictionaries and cue lines.
typedef struct kb_setup {
  kb_lexicon*     lexicon;
  kb_boilerplate* cues;
} kb_setup;

/// Directories of dictionaries: --ontology, then KHABAR_ONTOLOGY, then beside
/// the program; after it those of --lexicon. The list borrows from `buffer`.
/// KB_E_DATA after telling why not.
kb_status kb_cli__dictionaries(const kb_cli_args* args, char buffer[PATH_MAX], kb_list* dirs);

/// Open them, `compiled` from their image where there is one. False after telling why not.
bool kb_cli__setup(const kb_cli_args* args, bool compiled, kb_setup* setup);
void kb_cli__setup_release(kb_setup* setup);

/// The inputs of the command line and of --files-from. `*own_text` holds the names of the latter.
bool kb_cli__inputs(const kb_cli_args* args, kb_list* inputs, char** own_text);

/// A batch into one output; `sink` lacks `write` and its `user` is that of `open`.
typedef struct kb_batch {
  kb_sink  sink;
  kb_stage last;
  kb_str   header, footer;
} kb_batch;

/// Read the inputs, work on them, write the output; the exit code.
int kb_cli__batch(const kb_cli_args* args, const kb_batch* batch);

/** \name Long batches */

/// A line on standard error, where that is a terminal and nothing else is said there.
typedef struct kb_progress {
  bool   on, shown;
  double begin, next; ///< seconds
  size_t articles, bytes;
} kb_progress;

void kb_cli__progress_begin(kb_progress* p, const kb_cli_args* args);
/// One more article is done.
void kb_cli__progress_step(kb_progress* p, const kb_doc* doc);
/// Take the line away, before a message and at the end.
void kb_cli__progress_clear(kb_progress* p);

/// From now on the first SIGINT, SIGTERM or SIGHUP is only noted.
void kb_cli__catch_interrupts(void);
bool kb_cli__is_interrupted(void);
/// End the program by the signal that was noted, if there was one.
void kb_cli__end_interrupted(void);

/** \name Output that a later run can go on with */

typedef struct kb_resume kb_resume;

/**
   Open `path`.part at the place up to which `journal` vouches for it, and the
   journal for appending. Neither exists: a new start.
*/
kb_resume* kb_cli__resume_open(const char* path, const char* journal, kb_error* err);
/// Was this article written by an earlier run, with this text?
bool kb_cli__resume_has(const kb_resume* resume, const kb_doc* doc);
/// Is there nothing in the output yet, not even the header?
bool kb_cli__resume_is_new(const kb_resume* resume);
/// Append an article (NULL: the header or footer) and note it.
kb_status kb_cli__resume_write(kb_resume* resume, const kb_doc* doc, kb_str bytes, kb_error* err) KB_MUST_USE;
/// All is written: rename the output, remove the journal.
kb_status kb_cli__resume_commit(kb_resume* own_resume, kb_error* err) KB_MUST_USE;
/// Keep what there is for a later run.
void kb_cli__resume_keep(kb_resume* own_resume);

#endif // KB_CLI_INTERNAL_H
