/// The dictionary files of the directories, and what their first lines say.
#include "lexicon_internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static kb_status read_whole(kb_arena* arena, kb_str path, kb_str* out, kb_error* err)
{
  FILE* f = fopen(path.p, "rb");
  if (!f) {
    return kb_error_set(err, KB_E_IO, path.p, 0, "cannot open: %s", strerror(errno));
  }
  kb_status st   = KB_OK;
  long      size = -1;
  if (fseek(f, 0, SEEK_END) == 0) {
    size = ftell(f);
  }
  char* p = size >= 0 ? kb_arena_alloc(arena, (size_t)size + 1) : NULL;
  if (size < 0 || fseek(f, 0, SEEK_SET) != 0) {
    st = kb_error_set(err, KB_E_IO, path.p, 0, "cannot read: %s", strerror(errno));
  } else if (!p) {
    st = kb_error_nomem(err);
  } else if (fread(p, 1, (size_t)size, f) != (size_t)size) {
    st = kb_error_set(err, KB_E_IO, path.p, 0, "cannot read: %s", strerror(errno));
  } else {
    *out = (kb_str){p, (size_t)size};
  }
  fclose(f);
  return st;
}

/// The first line opens an object whose list of entries goes on below: it lacks only its end.
static json_t* read_heading(kb_arena* scratch, kb_str line)
{
  const kb_mark mark = kb_arena_mark(scratch);
  char*         p    = kb_arena_alloc(scratch, line.n + 2);
  json_t*       out  = NULL;
  if (p) {
    memcpy(p, line.p, line.n);
    memcpy(p + line.n, "]}", 2);
    out = json_loadb(p, line.n + 2, JSON_REJECT_DUPLICATES, NULL);
  }
  kb_arena_rewind(scratch, mark);
  return out;
}

static const kb_kind* find_kind(const char* name)
{
  for (const kb_kind* kind = kb_lexicon__kinds; name && kind->name; ++kind) {
    if (strcmp(kind->name, name) == 0) {
      return kind;
    }
  }
  return NULL;
}

/// What kind of dictionary is it? Says why it is none.
static kb_status read_kind(kb_arena* scratch, kb_file* f, kb_error* err)
{
  static const char* const known[] = {"kind", "licence", "entries", NULL};
  const char*              eol     = memchr(f->bytes.p, '\n', f->bytes.n);
  const kb_str             line    = {f->bytes.p, eol ? (size_t)(eol - f->bytes.p) : f->bytes.n};
  json_t*                  heading = read_heading(scratch, line);
  const char*              strange = NULL;
  const char*              key;
  const json_t*            value;
  f->kind = find_kind(json_string_value(json_object_get(heading, "kind")));
  json_object_foreach(heading, key, value)
  {
    strange = kb_lexicon__choose(kb_str_of(key), known) < 0 ? key : strange;
  }
  kb_status st = KB_OK;
  if (!f->kind) {
    st =
      kb_error_set(err, KB_E_DATA, f->path.p, 1,
                   "the first line names no known kind of dictionary; it looks like {\"kind\":\"nouns\",\"entries\":[");
  } else if (strange) {
    st = kb_error_set(err, KB_E_DATA, f->path.p, 1, "the first line knows no \"%.40s\"", strange);
  } else if (!json_object_get(heading, "entries") || json_array_size(json_object_get(heading, "entries"))) {
    st =
      kb_error_set(err, KB_E_DATA, f->path.p, 1, "the first line must end in \"entries\":[ and an entry a line follow");
  }
  json_decref(heading);
  return st;
}

static kb_status
add_file(kb_arena* arena, const char* dir, const char* name, uint32_t number, kb_files* files, kb_error* err)
{
  char      path[4096];
  const int n = snprintf(path, sizeof path, "%s/%s", dir, name);
  if (n < 0 || (size_t)n >= sizeof path) {
    return kb_error_set(err, KB_E_IO, dir, 0, "path too long");
  }
  kb_file* f = kb_array_push(arena, files);
  if (!f) {
    return kb_error_nomem(err);
  }
  f->dir             = number;
  f->path            = kb_arena_copy(arena, (kb_str){path, (size_t)n});
  const kb_status st = f->path.p ? read_whole(arena, f->path, &f->bytes, err) : kb_error_nomem(err);
  if (st != KB_OK) {
    return st;
  }
  return read_kind(arena, f, err);
}

/// All *.json of one folder of directory `number`. A folder that does not exist is no error.
static kb_status list_folder(kb_arena* arena, const char* dir, uint32_t number, kb_files* files, kb_error* err)
{
  DIR* d = opendir(dir);
  if (!d) {
    return errno == ENOENT ? KB_OK : kb_error_set(err, KB_E_IO, dir, 0, "cannot open: %s", strerror(errno));
  }
  kb_status st = KB_OK;
  for (const struct dirent* e = readdir(d); e && st == KB_OK; e = readdir(d)) {
    if (e->d_name[0] != '.' && kb_str_ends(kb_str_of(e->d_name), KB_STR(".json"))) {
      st = add_file(arena, dir, e->d_name, number, files, err);
    }
  }
  closedir(d);
  return st;
}

static int by_kind_and_path(const void* a, const void* b)
{
  const kb_file* x = a;
  const kb_file* y = b;
  if (x->kind != y->kind) {
    return x->kind > y->kind ? 1 : -1;
  }
  return x->dir != y->dir ? (x->dir > y->dir ? 1 : -1) : kb_str_cmp(x->path, y->path);
}

/// A user's directory may have nothing but cue lines, which are read elsewhere.
static bool has_cues(const char* dir)
{
  char        path[4096];
  struct stat st;
  const int   n = snprintf(path, sizeof path, "%s/sources", dir);
  return n > 0 && (size_t)n < sizeof path && stat(path, &st) == 0;
}

/// The dictionary files of directory `number`: in its folders, a user's also in the directory itself.
static kb_status list_directory(kb_arena* scratch, const char* dir, uint32_t number, kb_files* files, kb_error* err)
{
  static const char* const folders[] = {"lexicon", "frames", "gazetteer"};
  const uint32_t           before    = files->n;
  kb_status                st        = KB_OK;
  for (size_t k = 0; k < sizeof folders / sizeof *folders && st == KB_OK; ++k) {
    char      path[4096];
    const int n = snprintf(path, sizeof path, "%s/%s", dir, folders[k]);
    st          = n < 0 || (size_t)n >= sizeof path ? kb_error_set(err, KB_E_IO, dir, 0, "path too long")
                                                    : list_folder(scratch, path, number, files, err);
  }
  if (st == KB_OK && number > 0) {
    st = list_folder(scratch, dir, number, files, err);
  }
  if (st == KB_OK && files->n == before && !(number > 0 && has_cues(dir))) {
    return kb_error_set(err, KB_E_DATA, dir, 0, "no dictionaries in this directory");
  }
  return st;
}

kb_status
kb_lexicon__list_files(const char* const* dirs, size_t n_dirs, kb_arena* scratch, kb_files* files, kb_error* err)
{
  kb_status st = n_dirs ? KB_OK : kb_error_set(err, KB_E_DATA, NULL, 0, "no directory of dictionaries");
  for (size_t d = 0; d < n_dirs && st == KB_OK; ++d) {
    st = list_directory(scratch, dirs[d], (uint32_t)d, files, err);
  }
  if (st == KB_OK && files->n) {
    qsort(files->v, files->n, sizeof *files->v, by_kind_and_path);
  }
  return st;
}
