#include "cli_internal.h"

#include <errno.h>
#include <stdlib.h>

/// The whole of a file, NUL-terminated; NULL after telling why not.
static char* slurp(const char* path, size_t* size)
{
  FILE*  file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
  kb_buf buf  = {0};
  if (!file) {
    kb_cli__say("%s: %s", path, strerror(errno));
    return NULL;
  }
  while (kb_buf_reserve(&buf, 1 << 16)) {
    const size_t n = fread(buf.p + buf.n, 1, (1 << 16) - 1, file);
    buf.n += n;
    if (n == 0) {
      break;
    }
  }
  const bool bad = ferror(file) || buf.failed;
  if (file != stdin) {
    fclose(file);
  }
  if (bad) {
    kb_cli__say("%s: cannot read", path);
    kb_buf_release(&buf);
    return NULL;
  }
  buf.p[buf.n] = '\0';
  *size        = buf.n;
  return buf.p;
}

bool kb_cli__inputs(const kb_cli_args* args, kb_list* inputs, char** own_text)
{
  bool   ok   = true;
  size_t size = 0;
  *own_text   = NULL;
  for (size_t i = 0; ok && i < args->operands.n; ++i) {
    ok = kb_cli__list_add(inputs, args->operands.v[i]);
  }
  if (ok && args->files_from) {
    *own_text = slurp(args->files_from, &size);
    ok        = *own_text != NULL;
  }
  const char end = args->null_names ? '\0' : '\n';
  for (char* name = *own_text; ok && size > 0;) {
    char*        stop = memchr(name, end, size);
    const size_t n    = stop ? (size_t)(stop - name) + 1 : size;
    if (stop) {
      *stop = '\0';
    }
    if (*name) {
      ok = kb_cli__list_add(inputs, name);
    }
    name += n;
    size -= n;
  }
  return ok;
}
