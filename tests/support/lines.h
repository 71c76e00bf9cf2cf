/// Test programs whose tests are the lines of a file.
#ifndef KHABAR_TEST_LINES_H
#define KHABAR_TEST_LINES_H

#include "analysed.h"
#include "tap.h"

/**
   Run each line of a file, but for empty ones and comments, as a test, with the dictionaries open; the exit status.
   `pending` names the list of what is known to fail, or is NULL.
*/
static inline int run_lines(const char* file, const char* pending, void (*run)(tap* t, kb_str line))
{
  tap t;
  tap_begin(&t, pending);
  t.file            = file;
  const kb_str text = read_test_file(file);
  kb_str       rest = text, line;
  if (!text.p || open_bench(NULL) != 0) {
    printf("not ok 1 - no %s, or no dictionaries\n", file);
    return EXIT_FAILURE;
  }
  while (next_line(&rest, &line)) {
    ++t.line;
    if (line.n && line.p[0] != '#') {
      run(&t, line);
    }
  }
  close_bench(NULL);
  const int status = tap_end(&t);
  free((char*)text.p);
  return status;
}

#endif // KHABAR_TEST_LINES_H
