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

/// The compiled dictionaries lie beside the program in the build tree, beside ontology/ when installed.
static const char* find_image(const char* ontology, char out[PATH_MAX])
{
  char          self[4096];
  const ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
  if (n > 0) {
    self[n]             = '\0';
    *strrchr(self, '/') = '\0';
    const int m         = snprintf(out, PATH_MAX, "%s/lexicon.image", self);
    if (m > 0 && m < PATH_MAX && access(out, R_OK) == 0) {
      return out;
    }
  }
  const int m = snprintf(out, PATH_MAX, "%s/../lexicon.image", ontology);
  return m > 0 && m < PATH_MAX ? out : NULL;
}

kb_status kb_cli__dictionaries(const kb_cli_args* args, char buffer[PATH_MAX], kb_list* dirs)
{
  const char* first = find_ontology(args, buffer);
  bool        ok    = first && kb_cli__list_add(dirs, first);
  for (size_t i = 0; ok && i < args->lexicons.n; ++i) {
    ok = kb_cli__list_add(dirs, args->lexicons.v[i]);
  }
  return ok ? KB_OK : KB_E_DATA;
}

bool kb_cli__setup(const kb_cli_args* args, bool compiled, kb_setup* setup)
{
  char        path[PATH_MAX], buffer[PATH_MAX];
  const char* image = NULL;
  kb_list     dirs  = {0};
  kb_error    error = {0};
  bool        ok    = kb_cli__dictionaries(args, buffer, &dirs) == KB_OK;
  kb_status   st    = KB_OK;
  *setup            = (kb_setup){0};
  if (ok) {
    image = compiled && dirs.n == 1 ? find_image(dirs.v[0], path) : NULL;
    st    = kb_lexicon_open(&setup->lexicon, dirs.v, dirs.n, image, &error);
  }
  if (ok && st == KB_OK) {
    st = kb_boilerplate_open(&setup->cues, dirs.v, dirs.n, &error);
  }
  kb_cli__list_release(&dirs);
  if (st != KB_OK) {
    kb_cli__fail(st, &error);
  }
  ok = ok && st == KB_OK;
  if (ok && image && args->verbose && !args->quiet && !kb_lexicon_is_mapped(setup->lexicon) &&
      access(image, F_OK) == 0) {
    kb_cli__say("%s: broken, or not of these dictionaries and this program: they are read anew", image);
  }
  if (ok && compiled && !args->quiet && kb_lexicon_check(setup->lexicon, NULL, NULL)) {
    kb_cli__say("some dictionary entries are wrong and left out; khabar lexicon check tells which");
  }
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
