/**
   Shared by the fuzz targets. Each gives libFuzzer's entry point; an input
   that breaks an invariant fails an assertion of cmocka and so ends the program.
   replay.c runs the same targets over a folder of inputs, without clang.
*/
#ifndef KHABAR_FUZZ_H
#define KHABAR_FUZZ_H

#include "../support/folder.h"
#include "../support/unit.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t n);

/// The first byte chooses among `n` ways, the others are the input itself.
static inline size_t choose_way(const uint8_t** data, size_t* n, size_t ways)
{
  const size_t way = *n ? **data % ways : 0;
  *data += *n ? 1 : 0;
  *n -= *n ? 1 : 0;
  return way;
}

static inline kb_str bytes_of(const uint8_t* data, size_t n)
{
  return (kb_str){(const char*)data, n};
}

static folder fuzz_folder;

static inline void leave_fuzz_folder(void)
{
  remove_folder(&fuzz_folder);
}

/// A folder for files that the target rewrites; gone at the end of the program.
static inline const folder* own_folder(void)
{
  if (!fuzz_folder.dir[0]) {
    fuzz_folder = new_folder();
    atexit(leave_fuzz_folder);
  }
  return &fuzz_folder;
}

#endif // KHABAR_FUZZ_H
