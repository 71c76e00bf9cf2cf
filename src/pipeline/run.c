#include "khabar/pipeline.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
  KB_SLOTS_PER_WORKER = 4, ///< articles read ahead
  KB_WORKERS_MAX      = 256,
  KB_ARENA_KEEP       = 4 << 20, ///< an arena that held more is not used again
  KB_BUFFER_KEEP      = 8 << 20, ///< nor is a larger buffer
};

enum kb_slot_state { KB_SLOT_FREE, KB_SLOT_READ, KB_SLOT_BUSY, KB_SLOT_DONE };

/// One article on its way from the reader through a worker to the writer.
typedef struct kb_slot {
  enum kb_slot_state state;
  kb_status          status;
  bool               skip;
  kb_error           error;
  kb_arena*          arena;
  kb_doc             doc;
  kb_buf             out;
} kb_slot;

typedef struct kb_run {
  kb_reader*                 reader;
  const kb_tools*            tools;
  const kb_sink*             sink;
  const kb_pipeline_options* options;
  kb_pipeline_report         report;

  pthread_mutex_t lock; ///< guards all that follows, and the states of the slots
  pthread_cond_t  changed;
  kb_slot*        slots; ///< a ring: article n is in slot n % n_slots
  size_t          n_slots;
  size_t          n_read, n_taken, n_written; ///< articles that passed each point
  bool            ended;                      ///< nothing more to read
  bool            stopped;                    ///< the writer failed or met too many errors
  kb_status       status;
  kb_error        error;

  struct kb_worker* workers;
  unsigned          n_workers;
  unsigned          n_started;
} kb_run;

typedef struct kb_worker {
  kb_run*         run;
  pthread_t       thread;
  kb_morph_cache* cache;
  void*           state; ///< of the sink
} kb_worker;

/** \name Reader: the calling thread */

static bool refresh_arena(kb_slot* slot, size_t limit)
{
  if (slot->arena && kb_arena_used(slot->arena) > KB_ARENA_KEEP) {
    kb_arena_free(slot->arena);
    slot->arena = NULL;
  }
  if (!slot->arena) {
    slot->arena = kb_arena_new(limit);
  } else {
    kb_arena_reset(slot->arena);
  }
  return slot->arena != NULL;
}

/// Fill a slot with the next article or with the reason why there is none; false at the end of the input.
static bool read_slot(kb_run* run, kb_slot* slot)
{
  const kb_pipeline_options* options = run->options;
  bool                       more    = true;
  slot->error                        = (kb_error){0};
  slot->skip                         = false;
  slot->doc                          = (kb_doc){0};
  if (!refresh_arena(slot, options->memory ? options->memory : KB_PIPELINE_MEMORY)) {
    slot->status = kb_error_nomem(&slot->error);
    return true;
  }
  slot->status = kb_reader_next(run->reader, slot->arena, &slot->doc, &more, &slot->error);
  slot->skip   = more && slot->status == KB_OK && options->skip && options->skip(options->user, &slot->doc);
  return more;
}

static void read_all(kb_run* run)
{
  for (bool more = true; more;) {
    kb_slot* slot = &run->slots[run->n_read % run->n_slots];
    pthread_mutex_lock(&run->lock);
    while (slot->state != KB_SLOT_FREE && !run->stopped) {
      pthread_cond_wait(&run->changed, &run->lock);
    }
    more = !run->stopped;
    pthread_mutex_unlock(&run->lock);

    more = more && read_slot(run, slot);

    pthread_mutex_lock(&run->lock);
    if (more) {
      slot->state = slot->status == KB_OK && !slot->skip ? KB_SLOT_READ : KB_SLOT_DONE;
      ++run->n_read;
    } else {
      run->ended = true;
    }
    pthread_cond_broadcast(&run->changed);
    pthread_mutex_unlock(&run->lock);
  }
}

/** \name Workers */

/// The next article to work on, NULL when there will be none.
static kb_slot* take(kb_run* run)
{
  kb_slot* slot = NULL;
  pthread_mutex_lock(&run->lock);
  while (!slot && !run->stopped && !(run->ended && run->n_taken == run->n_read)) {
    if (run->n_taken == run->n_read) {
      pthread_cond_wait(&run->changed, &run->lock);
      continue;
    }
    slot = &run->slots[run->n_taken++ % run->n_slots];
    if (slot->state == KB_SLOT_READ) {
      slot->state = KB_SLOT_BUSY;
    } else {
      slot = NULL; // done before it was begun: an error of the reader
    }
  }
  pthread_mutex_unlock(&run->lock);
  return slot;
}

/// Say which article an error belongs to, and what a full arena means.
static void locate(const kb_run* run, kb_slot* slot)
{
  kb_error* error = &slot->error;
  if (!error->source[0]) {
    snprintf(error->source, sizeof error->source, "%.*s", (int)slot->doc.source.n, slot->doc.source.p);
    error->line = slot->doc.line;
  }
  error->status = slot->status;
  if (slot->status == KB_E_NOMEM) {
    const size_t limit = run->options->memory ? run->options->memory : KB_PIPELINE_MEMORY;
    snprintf(error->text, sizeof error->text, "article needs more than %zu MiB of memory", limit >> 20);
  } else if (!error->text[0]) {
    snprintf(error->text, sizeof error->text, "%s", kb_status_text(slot->status));
  }
}

static void* work(void* user)
{
  kb_worker* worker = user;
  kb_run*    run    = worker->run;
  for (kb_slot* slot = take(run); slot; slot = take(run)) {
    kb_buf_reset(&slot->out);
    slot->status = kb_pipeline_article(&slot->doc, run->tools, worker->cache, run->options->last, &slot->error);
    if (slot->status == KB_OK) {
      slot->status = run->sink->article(worker->state, &slot->doc, &slot->out, &slot->error);
    }
    if (slot->status == KB_OK && slot->out.failed) {
      slot->status = KB_E_NOMEM;
    }
    pthread_mutex_lock(&run->lock);
    slot->state = KB_SLOT_DONE;
    pthread_cond_broadcast(&run->changed);
    pthread_mutex_unlock(&run->lock);
  }
  return NULL;
}

/** \name Writer */

/// Hand on one result; false when the batch must end.
static bool write_slot(kb_run* run, kb_slot* slot)
{
  kb_pipeline_report*        report  = &run->report;
  const kb_pipeline_options* options = run->options;
  if (slot->skip) {
    ++report->skipped;
    return true;
  }
  if (slot->status != KB_OK) {
    locate(run, slot);
    if (options->log) {
      options->log(options->user, &slot->error);
    }
    if (++report->rejected == options->max_errors) {
      run->status = KB_E_INPUT;
      return false;
    }
    return true;
  }
  run->status = run->sink->write(run->sink->user, &slot->doc, kb_buf_as_str(&slot->out), &run->error);
  if (run->status != KB_OK) {
    return false;
  }
  ++report->articles;
  report->bytes_in += slot->doc.text.n;
  report->bytes_out += slot->out.n;
  return true;
}

static void* write_all(void* user)
{
  kb_run* run = user;
  pthread_mutex_lock(&run->lock);
  for (;;) {
    kb_slot* slot = &run->slots[run->n_written % run->n_slots];
    while (slot->state != KB_SLOT_DONE && !(run->ended && run->n_written == run->n_read) && !run->stopped) {
      pthread_cond_wait(&run->changed, &run->lock);
    }
    if (slot->state != KB_SLOT_DONE || run->stopped) {
      break;
    }
    pthread_mutex_unlock(&run->lock);
    const bool go_on = write_slot(run, slot);
    pthread_mutex_lock(&run->lock);
    if (slot->out.cap > KB_BUFFER_KEEP) {
      kb_buf_release(&slot->out);
    }
    run->stopped = !go_on;
    slot->state  = KB_SLOT_FREE;
    ++run->n_written;
    pthread_cond_broadcast(&run->changed);
  }
  pthread_mutex_unlock(&run->lock);
  return NULL;
}

/** \name All of it */

static unsigned processors(void)
{
  const long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n < 1 ? 1 : (unsigned)n;
}

static void release(kb_run* run)
{
  for (unsigned i = 0; run->workers && i < run->n_workers; ++i) {
    kb_morph_cache_free(run->workers[i].cache);
    run->sink->close(run->workers[i].state);
  }
  for (size_t i = 0; run->slots && i < run->n_slots; ++i) {
    kb_arena_free(run->slots[i].arena);
    kb_buf_release(&run->slots[i].out);
  }
  free(run->workers);
  free(run->slots);
  pthread_cond_destroy(&run->changed);
  pthread_mutex_destroy(&run->lock);
}

static kb_status prepare(kb_run* run, kb_error* err)
{
  const unsigned wanted = run->options->workers ? run->options->workers : processors();
  run->n_workers        = wanted < KB_WORKERS_MAX ? wanted : KB_WORKERS_MAX;
  run->n_slots          = (size_t)run->n_workers * KB_SLOTS_PER_WORKER;
  run->workers          = calloc(run->n_workers, sizeof *run->workers);
  run->slots            = calloc(run->n_slots, sizeof *run->slots);
  if (!run->workers || !run->slots) {
    return kb_error_nomem(err);
  }
  for (unsigned i = 0; i < run->n_workers; ++i) {
    kb_worker* worker = &run->workers[i];
    worker->run       = run;
    worker->cache     = kb_morph_cache_new(run->tools->lexicon);
    if (!worker->cache) {
      return kb_error_nomem(err);
    }
    const kb_status st = run->sink->open(run->sink->user, run->tools->lexicon, &worker->state, err);
    if (st != KB_OK) {
      return st;
    }
  }
  return KB_OK;
}

static void stop(kb_run* run)
{
  pthread_mutex_lock(&run->lock);
  run->stopped = true;
  pthread_cond_broadcast(&run->changed);
  pthread_mutex_unlock(&run->lock);
}

static kb_status run_threads(kb_run* run, kb_error* err)
{
  pthread_t writer;
  kb_status st = KB_OK;
  if (pthread_create(&writer, NULL, write_all, run) != 0) {
    return kb_error_set(err, KB_E_NOMEM, NULL, 0, "cannot start a thread");
  }
  while (run->n_started < run->n_workers &&
         pthread_create(&run->workers[run->n_started].thread, NULL, work, &run->workers[run->n_started]) == 0) {
    ++run->n_started;
  }
  if (run->n_started > 0) {
    read_all(run);
  } else {
    st = kb_error_set(err, KB_E_NOMEM, NULL, 0, "cannot start a thread");
    stop(run);
  }
  for (unsigned i = 0; i < run->n_started; ++i) {
    pthread_join(run->workers[i].thread, NULL);
  }
  pthread_join(writer, NULL);
  return st;
}

kb_status kb_pipeline_run(kb_reader*                 reader,
                          const kb_tools*            tools,
                          const kb_sink*             sink,
                          const kb_pipeline_options* options,
                          kb_pipeline_report*        report,
                          kb_error*                  err)
{
  kb_run run = {.reader = reader, .tools = tools, .sink = sink, .options = options};
  pthread_mutex_init(&run.lock, NULL);
  pthread_cond_init(&run.changed, NULL);
  kb_status st = prepare(&run, err);
  st           = st == KB_OK ? run_threads(&run, err) : st;
  if (st == KB_OK && run.status != KB_OK) {
    st = run.status;
    if (st != KB_E_INPUT) {
      kb_error_set(err, st, run.error.source, run.error.line, "%s", run.error.text);
    }
  }
  release(&run);
  if (report) {
    *report = run.report;
  }
  return st;
}
