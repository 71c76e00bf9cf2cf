/**
   khabar/pipeline.h: the order of the stages, and batches of articles on
   several threads.

   One article:   kb_pipeline_article(doc, tools, last stage)
   A batch:       kb_pipeline_run(reader, tools, sink, options)

   The batch has one reader (the calling thread), N workers with an arena
   for each article in work, and one writer, which hands results on in the
   order of the input: what is written does not depend on N.
*/
#ifndef KHABAR_PIPELINE_H
#define KHABAR_PIPELINE_H

#include "khabar/doc.h"
#include "khabar/emit.h"
#include "khabar/lexicon.h"
#include "khabar/map.h"
#include "khabar/morph.h"
#include "khabar/read.h"

/** \name Stages */

typedef enum kb_stage {
  KB_STAGE_BLOCKS,
  KB_STAGE_TOKEN,
  KB_STAGE_MORPH,
  KB_STAGE_SYNTAX,
  KB_STAGE_MENTION,
  KB_STAGE_RESOLVE,
  KB_STAGE_EXTRACT,
  KB_STAGE_COUNT
} kb_stage;

/// "token", "morph" ... for messages and measurements. Static string.
const char* kb_stage_name(kb_stage stage);

/// What the stages work with: shared by all threads but for the cache.
typedef struct kb_tools {
  const kb_lexicon*     lexicon;
  const kb_boilerplate* cues;
} kb_tools;

/// Run one stage on an article that has passed those before it.
kb_status
kb_pipeline_stage(kb_stage stage, kb_doc* doc, const kb_tools* tools, kb_morph_cache* cache, kb_error* err) KB_MUST_USE;

/// Run all stages up to and including `last`.
kb_status kb_pipeline_article(kb_doc* doc, const kb_tools* tools, kb_morph_cache* cache, kb_stage last, kb_error* err)
  KB_MUST_USE;

/** \name Where the results go */

/**
   Turns finished articles into bytes and takes the bytes.

   `open` and `close` are called by the thread that runs the batch, once for
   each worker, before the first thread starts and after the last has ended;
   `article` by the worker that the state was opened for; `write` by one
   thread at a time, in the order of the input. A failure of `article`
   rejects that article, a failure of `write` ends the batch.
*/
typedef struct kb_sink {
  void* user;
  kb_status (*open)(void* user, const kb_lexicon* lex, void** state, kb_error* err);
  kb_status (*article)(void* state, const kb_doc* doc, kb_buf* out, kb_error* err);
  void (*close)(void* state);
  kb_status (*write)(void* user, const kb_doc* doc, kb_str bytes, kb_error* err);
} kb_sink;

/** \name RDF */

typedef struct kb_rdf_options {
  const kb_emit_format* format;
  kb_emit_options       emit;
  kb_mapping_options    mapping;
  kb_str                base; ///< of instance IRIs
} kb_rdf_options;

/// Use as kb_sink.open, .article, .close with `user` a kb_rdf_options.
kb_status kb_rdf_open(void* options, const kb_lexicon* lex, void** state, kb_error* err) KB_MUST_USE;
kb_status kb_rdf_article(void* state, const kb_doc* doc, kb_buf* out, kb_error* err) KB_MUST_USE;
void      kb_rdf_close(void* state);
/// What stands before the first article and behind the last.
kb_status kb_rdf_frame(const kb_rdf_options* options, kb_buf* header, kb_buf* footer, kb_error* err) KB_MUST_USE;

/** \name Batch */

/// An article that needs more memory than this is rejected.
#define KB_PIPELINE_MEMORY ((size_t)1 << 30)

typedef struct kb_pipeline_options {
  unsigned workers;                            ///< 0: one for each processor
  kb_stage last;                               ///< of the stages to run
  size_t   memory;                             ///< ceiling in bytes for one article; 0: KB_PIPELINE_MEMORY
  size_t   max_errors;                         ///< stop when so many articles were rejected; 0: never
  bool (*skip)(void* user, const kb_doc* doc); ///< articles not to be worked on; may be NULL
  kb_log_hook* log;                            ///< rejected articles, in the order of the input; may be NULL
  void*        user;                           ///< of skip and log
} kb_pipeline_options;

typedef struct kb_pipeline_report {
  size_t articles; ///< written
  size_t rejected;
  size_t skipped;
  size_t bytes_in; ///< text of the articles written
  size_t bytes_out;
} kb_pipeline_report;

/**
   Work through all articles of a reader. Rejected ones are told to the log
   and counted, and the batch goes on: KB_OK. KB_E_INPUT when max_errors was
   reached; any other status is a failure of the sink or of the machine.
   `report` is filled in every case; it may be NULL.
*/
kb_status kb_pipeline_run(kb_reader*                 reader,
                          const kb_tools*            tools,
                          const kb_sink*             sink,
                          const kb_pipeline_options* options,
                          kb_pipeline_report*        report,
                          kb_error*                  err) KB_MUST_USE;

/**
   Learn the weights of readings from a file of annotated articles: JSON lines
   with "text" and "words": [begin, end, [proclitics], article, stem,
   [pronouns], either, tags], offsets in code points, tags as
   CONJ+PREP+DET+NOUN+NSUFF+PRON with the classes NOUN ADJ V PREP PART PRON NUM
   ADV CONJ. Writes a dictionary file of kind "weights" to `out`; `*accuracy` is
   the share of words read as annotated in the last round.
*/
kb_status
kb_pipeline_learn(const kb_lexicon* lex, const char* path, kb_buf* out, double* accuracy, kb_error* err) KB_MUST_USE;

#endif // KHABAR_PIPELINE_H
