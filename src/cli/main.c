#include <stdio.h>
#include <string.h>

int main(int argc, char** argv)
{
  if (argc == 2 && strcmp(argv[1], "--version") == 0) {
    return puts("khabar " KB_VERSION) < 0 ? 3 : 0;
  }
  fputs("khabar: no command is ready yet\n", stderr);
  return 2;
}
