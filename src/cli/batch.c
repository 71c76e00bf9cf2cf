#include "cli_internal.h"

#include <stdlib.h>

/// Where the bytes of a batch go, and what is told of it.
typedef struct kb_target {
  const kb_cli_args* args;
  kb_output*         output; ///< or
  kb_resume*         resume; ///< or, for a check, neither
  kb_progress        progress;
} kb_target;

static kb_status put(kb_target* target, const kb_doc* doc, kb_str bytes, kb_error* err)
{
  if (target->args->check) {
    return KB_OK;
  }
  return target->resume ? kb_cli__resume_write(target->resume, doc, bytes, err)
                        : kb_output_write(target->output, bytes, err);
}

static bool done_before(void* user, const kb_doc* doc)
{
  const kb_target* target = user;
  return target->resume && kb_cli__resume_has(target->resume, doc);
}

static void tell(void* user, const kb_error* message)
{
  kb_target* target = user;
  if (!target->args->quiet) {
    kb_cli__progress_clear(&target->progress);
    kb_cli__message(message);
  }
}

static void tell_oddity(void* user, const kb_error* message)
{
  const kb_cli_args* args = user;
  if ((args->verbose || args->check) && !args->quiet) {
    kb_cli__message(message);
  }
}

static bool open_target(kb_target* target, kb_error* err)
{
  const kb_cli_args* args = target->args;
  const char*        path = args->output ? args->output : "-";
  if (args->check) {
    return true;
  }
  if (!args->resume) {
    target->output = kb_output_open(path, err);
    return target->output != NULL;
  }
  if (strcmp(path, "-") == 0 || kb_str_ends(kb_str_of(path), KB_STR(".gz"))) {
    kb_error_set(err, KB_E_USAGE, NULL, 0, "--resume needs -o FILE, not compressed");
    return false;
  }
  target->resume = kb_cli__resume_open(path, args->resume, err);
  return target->resume != NULL;
}

static kb_status close_target(kb_target* target, kb_status st, kb_error* err)
{
  kb_cli__progress_clear(&target->progress);
  if (target->args->check) {
    return st;
  }
  if (st != KB_OK && target->resume) {
    kb_cli__resume_keep(target->resume);
  } else if (st != KB_OK) {
    kb_output_abort(target->output);
  } else {
    st = target->resume ? kb_cli__resume_commit(target->resume, err) : kb_output_commit(target->output, err);
  }
  return st;
}

/// A sink whose bytes go to the target: `open` and `write` each get what belongs to them.
typedef struct kb_joint {
  const kb_sink* inner;
  kb_target*     target;
} kb_joint;

static kb_status joint_open(void* user, const kb_lexicon* lex, void** state, kb_error* err)
{
  const kb_joint* joint = user;
  return joint->inner->open(joint->inner->user, lex, state, err);
}

static kb_status joint_write(void* user, const kb_doc* doc, kb_str bytes, kb_error* err)
{
  kb_target*      target = ((kb_joint*)user)->target;
  const kb_status st     = put(target, doc, bytes, err);
  if (st == KB_OK && kb_cli__is_interrupted()) {
    return kb_error_set(err, KB_E_IO, NULL, 0, "interrupted");
  }
  kb_cli__progress_step(&target->progress, doc);
  return st;
}

static kb_status run(const kb_cli_args*  args,
                     const kb_setup*     setup,
                     const kb_batch*     batch,
                     kb_reader*          reader,
                     kb_target*          target,
                     kb_pipeline_report* report,
                     kb_error*           err)
{
  kb_joint                  joint   = {&batch->sink, target};
  const kb_tools            tools   = {setup->lexicon, setup->cues};
  const kb_sink             sink    = {&joint, joint_open, batch->sink.article, batch->sink.close, joint_write};
  const kb_pipeline_options options = {
    .workers    = args->jobs,
    .last       = batch->last,
    .memory     = args->memory,
    .max_errors = args->max_errors,
    .skip       = done_before,
    .log        = tell,
    .user       = target,
  };
  kb_cli__progress_begin(&target->progress, args);
  kb_cli__catch_interrupts();
  const bool fresh = !target->resume || kb_cli__resume_is_new(target->resume);
  kb_status  st    = fresh ? put(target, NULL, batch->header, err) : KB_OK;
  st               = st == KB_OK ? kb_pipeline_run(reader, &tools, &sink, &options, report, err) : st;
  return st == KB_OK ? put(target, NULL, batch->footer, err) : st;
}

static void tell_counts(const kb_cli_args* args, const kb_pipeline_report* report)
{
  if ((args->verbose || args->check) && !args->quiet) {
    kb_cli__say("%zu articles, %zu rejected, %zu skipped, %zu bytes of text, %zu bytes written", report->articles,
                report->rejected, report->skipped, report->bytes_in, report->bytes_out);
  }
}

static kb_status open_reader(kb_reader** reader, const kb_cli_args* args, const kb_list* inputs, kb_error* err)
{
  const kb_read_options options = {
    .format    = args->from,
    .charset   = args->charset,
    .published = args->published,
    .publisher = kb_str_of(args->publisher),
    .warn      = tell_oddity,
    .warn_user = (void*)args,
  };
  return kb_reader_open(reader, inputs->v, inputs->n, &options, err);
}

static int run_batch(const kb_cli_args* args, const kb_setup* setup, const kb_batch* batch)
{
  kb_pipeline_report report = {0};
  kb_error           error  = {0};
  kb_list            inputs = {0};
  char*              names  = NULL;
  kb_reader*         reader = NULL;
  kb_target          target = {.args = args};
  if (!kb_cli__inputs(args, &inputs, &names)) {
    kb_cli__list_release(&inputs);
    free(names);
    return KB_EXIT_FAILED;
  }
  kb_status st = open_reader(&reader, args, &inputs, &error);
  if (st == KB_OK && !open_target(&target, &error)) {
    st = error.status;
  } else if (st == KB_OK) {
    st = run(args, setup, batch, reader, &target, &report, &error);
    st = close_target(&target, st, &error);
  }
  kb_reader_close(reader);
  kb_cli__list_release(&inputs);
  free(names);
  tell_counts(args, &report);
  kb_cli__end_interrupted();
  if (st == KB_E_INPUT && args->max_errors) {
    kb_cli__say("stopped after %zu rejected article%s", report.rejected, report.rejected == 1 ? "" : "s");
    return KB_EXIT_REJECTED;
  }
  const int code = kb_cli__fail(st, &error);
  return code == KB_EXIT_DONE && report.rejected ? KB_EXIT_REJECTED : code;
}

int kb_cli__batch(const kb_cli_args* args, const kb_batch* batch)
{
  kb_setup setup;
  if (!args->operands.n && !args->files_from) {
    kb_cli__say("no input (- is standard input; see --help)");
    return KB_EXIT_USAGE;
  }
  if (!kb_cli__setup(args, true, &setup)) {
    return KB_EXIT_FAILED;
  }
  const int code = run_batch(args, &setup, batch);
  kb_cli__setup_release(&setup);
  return code;
}
