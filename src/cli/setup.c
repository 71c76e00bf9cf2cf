#include "cli_internal.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_ontology(const char* dir)
{
  char        path[4200];
  struct stat st;
  const int   n = snprintf(path, sizeof path, "%s/lexicon", dir);
  return n > 0 && (size_t)n < sizeof path && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/// The installed dictionaries lie beside the program, and so do those of the source tree beside build/.
static bool beside_program(char out[PATH_MAX])
{
  static const char* const places[] = {"../share/khabar/ontology", "../../ontology", NULL};

  char          self[4096];
  const ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
  if (n <= 0) {
    return false;
  }
  self[n]     = '\0';
  char* slash = strrchr(self, '/');
  *slash      = '\0';
  for (size_t i = 0; places[i]; ++i) {
    char      path[4200];
    const int m = snprintf(path, sizeof path, "%s/%s", self, places[i]);
    if (m > 0 && (size_t)m < sizeof path && is_ontology(path) && realpath(path, out)) {
      return true;
    }
  }
  return false;
}

/// NULL after telling that there are none.
static const char* find_ontology(const kb_cli_args* args, char buffer[PATH_MAX])
{
  const char* named = args->ontology ? args->ontology : getenv("KHABAR_ONTOLOGY");
  if (named && *named) {
    if (is_ontology(named)) {
      return named;
    }
    kb_cli__say("%s: no dictionaries there (no folder lexicon)", named);
    return NULL;
  }
  if (beside_program(buffer)) {
    return buffer;
  }
  kb_cli__say("no dictionaries found: say where with --ontology DIR or KHABAR_ONTOLOGY");
  return NULL;
}

bool kb_cli__setup(const kb_cli_args* args, kb_setup* setup)
{
  char        buffer[PATH_MAX];
  kb_list     dirs  = {0};
  kb_error    error = {0};
  const char* first = find_ontology(args, buffer);
  bool        ok    = first && kb_cli__list_add(&dirs, first);
  for (size_t i = 0; ok && i < args->lexicons.n; ++i) {
    ok = kb_cli__list_add(&dirs, args->lexicons.v[i]);
  }
  *setup       = (kb_setup){0};
  kb_status st = ok ? kb_lexicon_open(&setup->lexicon, dirs.v, dirs.n, &error) : KB_OK;
  if (ok && st == KB_OK) {
    st = kb_boilerplate_open(&setup->cues, dirs.v, dirs.n, &error);
  }
  kb_cli__list_release(&dirs);
  if (st != KB_OK) {
    kb_cli__fail(st, &error);
  }
  ok = ok && st == KB_OK;
  if (!ok) {
    kb_cli__setup_release(setup);
  }
  return ok;
}

void kb_cli__setup_release(kb_setup* setup)
{
  kb_boilerplate_close(setup->cues);
  kb_lexicon_close(setup->lexicon);
  *setup = (kb_setup){0};
}
