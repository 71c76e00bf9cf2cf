#include "read_internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/// A stack of paths still to visit, the next on top.
struct kb_walk {
  struct kb_visit {
    char* path;
    bool  named; ///< by the caller, not found in a directory
  } * v;
  size_t n, cap;
  char*  current;
};

static bool push(kb_walk* walk, char* own_path, bool named)
{
  if (walk->n == walk->cap) {
    const size_t     cap = walk->cap ? walk->cap * 2 : 64;
    struct kb_visit* v   = cap < SIZE_MAX / sizeof *v ? realloc(walk->v, cap * sizeof *v) : NULL;
    if (!v) {
      free(own_path);
      return false;
    }
    walk->v   = v;
    walk->cap = cap;
  }
  if (!own_path) {
    return false;
  }
  walk->v[walk->n++] = (struct kb_visit){own_path, named};
  return true;
}

kb_walk* kb_read__walk_new(const char* const* inputs, size_t n_inputs)
{
  kb_walk* walk = calloc(1, sizeof *walk);
  for (size_t i = n_inputs; walk && i-- > 0;) {
    if (!push(walk, strdup(inputs[i]), true)) {
      kb_read__walk_free(walk);
      return NULL;
    }
  }
  return walk;
}

void kb_read__walk_free(kb_walk* walk)
{
  if (!walk) {
    return;
  }
  while (walk->n > 0) {
    free(walk->v[--walk->n].path);
  }
  free(walk->v);
  free(walk->current);
  free(walk);
}

static int later_first(const void* a, const void* b)
{
  return strcmp(((const struct kb_visit*)b)->path, ((const struct kb_visit*)a)->path);
}

static char* join(const char* dir, const char* name)
{
  const size_t n    = strlen(dir);
  const size_t m    = strlen(name);
  char*        path = malloc(n + m + 2);
  if (path) {
    const bool slash = n > 0 && dir[n - 1] == '/';
    memcpy(path, dir, n);
    path[n] = '/';
    memcpy(path + n + !slash, name, m + 1);
  }
  return path;
}

/// Push what a directory holds, so that it is visited in order of names.
static kb_status push_directory(kb_walk* walk, const char* path, kb_error* err)
{
  DIR* dir = opendir(path);
  if (!dir) {
    return kb_error_set(err, KB_E_INPUT, path, 0, "cannot read directory: %s", strerror(errno));
  }
  const size_t first = walk->n;
  bool         ok    = true;
  for (;;) {
    errno                      = 0;
    const struct dirent* entry = readdir(dir);
    if (!entry || !ok) {
      break;
    }
    if (entry->d_name[0] != '.') {
      ok = push(walk, join(path, entry->d_name), false);
    }
  }
  const int error = errno;
  closedir(dir);
  qsort(walk->v + first, walk->n - first, sizeof *walk->v, later_first);
  if (!ok) {
    return kb_error_nomem(err);
  }
  return error ? kb_error_set(err, KB_E_INPUT, path, 0, "cannot read directory: %s", strerror(error)) : KB_OK;
}

/// Links to directories are followed only where the caller named them: they may form a circle.
static bool is_directory(const char* path, bool named)
{
  struct stat st;
  return (named ? stat(path, &st) : lstat(path, &st)) == 0 && S_ISDIR(st.st_mode);
}

static bool is_link_to_directory(const char* path)
{
  struct stat st;
  return lstat(path, &st) == 0 && S_ISLNK(st.st_mode) && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

kb_status kb_read__walk_next(
  kb_walk* walk, bool (*wanted)(void* user, const char* path), void* user, const char** path, kb_error* err)
{
  *path = NULL;
  while (walk->n > 0) {
    const struct kb_visit visit = walk->v[--walk->n];
    free(walk->current);
    walk->current = visit.path;
    if (strcmp(visit.path, "-") != 0 && is_directory(visit.path, visit.named)) {
      const kb_status st = push_directory(walk, visit.path, err);
      if (st != KB_OK) {
        return st;
      }
    } else if (visit.named || (!is_link_to_directory(visit.path) && wanted(user, visit.path))) {
      *path = visit.path;
      return KB_OK;
    }
  }
  return KB_OK;
}
