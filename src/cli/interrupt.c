/// A batch that is interrupted ends as one that failed: what it has not finished is not left behind.
#include "cli_internal.h"

#include <signal.h>

static volatile sig_atomic_t caught; // a handler can reach nothing else

static void on_signal(int number)
{
  caught = number;
}

void kb_cli__catch_interrupts(void)
{
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i) {
    struct sigaction old;
    struct sigaction once = {.sa_handler = on_signal, .sa_flags = SA_RESTART | (int)SA_RESETHAND}; // a second one kills
    sigemptyset(&once.sa_mask);
    if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN) {
      sigaction(signals[i], &once, NULL);
    }
  }
}

bool kb_cli__is_interrupted(void)
{
  return caught != 0;
}

void kb_cli__end_interrupted(void)
{
  if (caught) {
    signal(caught, SIG_DFL);
    raise(caught);
  }
}
