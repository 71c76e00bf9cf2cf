/// Runs a fuzz target over files, as `make test` does with tests/fuzz/inputs/NAME/: what once broke stays whole.
#include "fuzz.h"

static void replay(const char* path, unsigned number)
{
  const kb_str bytes = read_file(path);
  LLVMFuzzerTestOneInput((const uint8_t*)bytes.p, bytes.n);
  free((char*)bytes.p);
  printf("ok %u - %s\n", number, path);
  fflush(stdout);
}

static int is_file(const struct dirent* e)
{
  return e->d_name[0] != '.';
}

int main(int argc, char** argv)
{
  unsigned number = 0;
  for (int i = 1; i < argc; ++i) {
    replay(argv[i], ++number);
  }
  const char*     name = strrchr(argv[0], '/');
  struct dirent** files;
  char            dir[512], path[1024];
  snprintf(dir, sizeof dir, "tests/fuzz/inputs/%s", name ? name + 1 : argv[0]);
  const int n = argc == 1 ? scandir(dir, &files, is_file, alphasort) : 0;
  for (int i = 0; i < n; ++i) {
    snprintf(path, sizeof path, "%s/%s", dir, files[i]->d_name);
    replay(path, ++number);
    free(files[i]);
  }
  if (n > 0) {
    free(files);
  }
  LLVMFuzzerTestOneInput((const uint8_t*)"", 0);
  printf("ok %u - nothing at all\n1..%u\n", number + 1, number + 1);
  return 0;
}
