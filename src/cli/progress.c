/// How far a long batch is, in one line on a terminal.
#include "cli_internal.h"

#include <time.h>
#include <unistd.h>

static double now(void)
{
  struct timespec t = {0};
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void kb_cli__progress_begin(kb_progress* p, const kb_cli_args* args)
{
  const bool to_screen = !args->check && (!args->output || strcmp(args->output, "-") == 0) && isatty(STDOUT_FILENO);
  *p      = (kb_progress){.on = isatty(STDERR_FILENO) && !to_screen && !args->quiet && !args->verbose, .begin = now()};
  p->next = p->begin + 1;
}

void kb_cli__progress_step(kb_progress* p, const kb_doc* doc)
{
  if (!p->on) {
    return;
  }
  ++p->articles;
  p->bytes += doc->text.n;
  const double time = now();
  if (time >= p->next) {
    const double passed = time - p->begin;
    fprintf(stderr, "\r%zu articles, %.1f MB, %.0f s, %.0f articles/s\033[K", p->articles, (double)p->bytes / 1e6,
            passed, (double)p->articles / passed);
    p->next  = time + 0.2;
    p->shown = true;
  }
}

void kb_cli__progress_clear(kb_progress* p)
{
  if (p->shown) {
    fputs("\r\033[K", stderr);
    p->shown = false;
  }
}
