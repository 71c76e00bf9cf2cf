/// Opening the dictionaries, and the accessors.
#include "lexicon_internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

/** \name Files */

/// The kinds of dictionary files in the order in which they must be read. Entries with the same members `identity`
/// are the same entry, in all kinds of the gazetteer together.
static const struct {
  const char* kind;
  kb_load_fn* load;
  bool        gazetteer;
  const char* identity[4];
} loaders[] = {
  {"weights", kb_lexicon__load_weight, false, {"name"}},
  {"particles", kb_lexicon__load_particle, false, {"form"}},
  {"numbers", kb_lexicon__load_number, false, {"form"}},
  {"nouns", kb_lexicon__load_noun, false, {"lemma"}},
  {"adjectives", kb_lexicon__load_adjective, false, {"lemma"}},
  {"adverbs", kb_lexicon__load_adverb, false, {"lemma"}},
  {"verbs", kb_lexicon__load_verb, false, {"lemma", "form"}},
  {"units", kb_lexicon__load_unit, false, {"lemma"}},
  {"roles", kb_lexicon__load_role, false, {"ar"}},
  {"countries", kb_lexicon__load_country, true, {"id"}},
  {"peoples", kb_lexicon__load_people, true, {"id"}},
  {"names", kb_lexicon__load_name, false, {"name"}},
  {"places", kb_lexicon__load_place, true, {"id"}},
  {"organisations", kb_lexicon__load_organisation, true, {"id"}},
  {"people", kb_lexicon__load_person, true, {"id"}},
  {"predicates", kb_lexicon__load_predicate, false, {"id"}},
  {"frames", kb_lexicon__load_frame, false, {"lemma", "pos", "form"}},
  {"calendar", kb_lexicon__load_cue, false, {"form"}},
  {"cues", kb_lexicon__load_cue, false, {"form"}},
  {"letters", kb_lexicon__load_letter, false, {"ar"}},
};

enum { KB_KINDS = sizeof loaders / sizeof *loaders, KB_IDENTITY_MAX = 512 };

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

/// The value of "kind" in the first line.
static int kind_of(kb_str bytes)
{
  static const char mark[] = "\"kind\":\"";
  const char*       eol    = memchr(bytes.p, '\n', bytes.n);
  const kb_str      line   = {bytes.p, eol ? (size_t)(eol - bytes.p) : bytes.n};
  for (size_t i = 0; i + sizeof mark <= line.n; ++i) {
    if (memcmp(line.p + i, mark, sizeof mark - 1) == 0) {
      const kb_str rest = kb_str_from(line, i + sizeof mark - 1);
      for (int k = 0; k < KB_KINDS; ++k) {
        const kb_str name = kb_str_of(loaders[k].kind);
        if (kb_str_starts(rest, name) && rest.n > name.n && rest.p[name.n] == '"') {
          return k;
        }
      }
    }
  }
  return -1;
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
  f->kind = kind_of(f->bytes);
  return f->kind < 0 ? kb_error_set(err, KB_E_DATA, f->path.p, 1, "the first line names no known kind of dictionary")
                     : KB_OK;
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
    return x->kind - y->kind;
  }
  return x->dir != y->dir ? (x->dir > y->dir ? 1 : -1) : kb_str_cmp(x->path, y->path);
}

/** \name Entries */

typedef struct loading {
  kb_lexicon* lex;
  kb_map      givers; ///< identity of an entry of the user's directories: the last directory that has it
  kb_arena*   scratch;
} loading;

typedef kb_status entry_fn(loading* l, const kb_file* f, const kb_entry* e);

/// Write what tells an entry apart from others of its kind. Empty if nothing does, or it is too long.
static kb_str identity_of(const kb_file* f, const kb_entry* e, char out[KB_IDENTITY_MAX])
{
  const char* kind  = loaders[f->kind].gazetteer ? "gazetteer" : loaders[f->kind].kind;
  size_t      n     = strlen(kind);
  bool        empty = true;
  memcpy(out, kind, n);
  for (const char* const* member = loaders[f->kind].identity; *member; ++member) {
    const kb_str value = kb_lexicon__peek(e, *member);
    if (n + value.n + 1 > KB_IDENTITY_MAX) {
      return KB_STR("");
    }
    out[n] = '\0';
    memcpy(out + n + 1, value.p, value.n);
    n += value.n + 1;
    empty &= value.n == 0;
  }
  return (kb_str){out, empty ? 0 : n};
}

/// Remember that a user's directory has this entry.
static kb_status note_entry(loading* l, const kb_file* f, const kb_entry* e)
{
  char         out[KB_IDENTITY_MAX];
  const kb_str identity = identity_of(f, e, out);
  const kb_str copy     = kb_arena_copy(l->scratch, identity);
  return !copy.p ? KB_E_NOMEM : identity.n ? kb_map_put(&l->givers, copy, f->dir) : KB_OK;
}

/// Load an entry unless a later directory replaces it.
static kb_status load_entry(loading* l, const kb_file* f, const kb_entry* e)
{
  if (l->givers.n) {
    char           out[KB_IDENTITY_MAX];
    const uint32_t giver = kb_map_get(&l->givers, identity_of(f, e, out));
    if (giver != KB_NONE && giver > f->dir) {
      return KB_OK;
    }
  }
  return loaders[f->kind].load(l->lex, e);
}

static kb_status read_line(loading* l, const kb_file* f, kb_str line, size_t number, entry_fn* fn, kb_error* err)
{
  while (line.n && (line.p[line.n - 1] == ',' || line.p[line.n - 1] == '\r' || line.p[line.n - 1] == ' ')) {
    --line.n;
  }
  if (!line.n || line.p[0] != '{') {
    return KB_OK; // the closing line
  }
  json_error_t   je;
  json_t*        object = json_loadb(line.p, line.n, 0, &je);
  const kb_entry e      = {object, f->path.p, number};
  if (!object) {
    return kb_error_set(err, KB_E_DATA, f->path.p, number, "%s", je.text);
  }
  const kb_status st = fn(l, f, &e);
  json_decref(object);
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}

static kb_status read_file(loading* l, const kb_file* f, entry_fn* fn, kb_error* err)
{
  kb_str    rest   = f->bytes;
  kb_status st     = KB_OK;
  size_t    number = 0;
  while (rest.n && st == KB_OK) {
    const char*  eol  = memchr(rest.p, '\n', rest.n);
    const kb_str line = {rest.p, eol ? (size_t)(eol - rest.p) : rest.n};
    if (++number > 1) {
      st = read_line(l, f, line, number, fn, err);
    }
    rest = kb_str_from(rest, line.n + 1);
  }
  return st;
}

/// What the user's own directories have, so that it can take the place of other entries.
static kb_status note_all(loading* l, const kb_files* files, kb_error* err)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; i < files->n && st == KB_OK; ++i) {
    st = files->v[i].dir > 0 ? read_file(l, &files->v[i], note_entry, err) : KB_OK;
  }
  return st;
}

static bool comes_after(int kind, kb_load_fn* load)
{
  while (kind > 0) {
    if (loaders[--kind].load == load) {
      return true;
    }
  }
  return false;
}

static kb_status load_all(loading* l, const kb_files* files, kb_error* err)
{
  kb_status st      = note_all(l, files, err);
  bool      derived = false;
  for (uint32_t i = 0; i <= files->n && st == KB_OK; ++i) {
    const int kind = i < files->n ? files->v[i].kind : KB_KINDS;
    if (!derived && comes_after(kind, kb_lexicon__load_verb)) {
      derived = true;
      st      = kb_lexicon__derive_all(l->lex) == KB_OK ? KB_OK : kb_error_nomem(err);
    }
    if (i < files->n && st == KB_OK) {
      st = read_file(l, &files->v[i], load_entry, err);
    }
  }
  if (st == KB_OK && (kb_lexicon__link_gazetteer(l->lex) != KB_OK || kb_lexicon__build_filter(l->lex) != KB_OK)) {
    st = kb_error_nomem(err);
  }
  return st;
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
  if (st == KB_OK && files->n == before) {
    return kb_error_set(err, KB_E_DATA, dir, 0, "no dictionaries in this directory");
  }
  return st;
}

/// The dictionary files of all directories, in the order in which they are read.
static kb_status list_files(const char* const* dirs, size_t n_dirs, kb_arena* scratch, kb_files* files, kb_error* err)
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

static kb_status read_json(kb_lexicon** out, const kb_files* files, kb_arena* scratch, kb_error* err)
{
  kb_lexicon* lex = calloc(1, sizeof *lex);
  if (!lex || !(lex->arena = kb_arena_new(0))) {
    free(lex);
    return kb_error_nomem(err);
  }
  loading         l  = {.lex = lex, .scratch = scratch};
  const kb_status st = load_all(&l, files, err);
  kb_map_release(&l.givers);
  if (st != KB_OK) {
    kb_lexicon_close(lex);
    return st;
  }
  *out = lex;
  return KB_OK;
}

kb_status kb_lexicon_open(kb_lexicon** out, const char* const* dirs, size_t n_dirs, const char* image, kb_error* err)
{
  *out              = NULL;
  kb_arena* scratch = kb_arena_new(0);
  kb_files  files   = {0};
  kb_status st      = scratch ? list_files(dirs, n_dirs, scratch, &files, err) : kb_error_nomem(err);
  if (st == KB_OK && image) {
    *out = kb_lexicon__map_image(image, kb_lexicon__fingerprint(&files));
  }
  if (st == KB_OK && !*out) {
    st = read_json(out, &files, scratch, err);
  }
  kb_arena_free(scratch);
  return st;
}

kb_status kb_lexicon_compile(const char* const* dirs, size_t n_dirs, const char* image, kb_error* err)
{
  kb_lexicon* lex     = NULL;
  kb_arena*   scratch = kb_arena_new(0);
  kb_files    files   = {0};
  kb_status   st      = scratch ? list_files(dirs, n_dirs, scratch, &files, err) : kb_error_nomem(err);
  st                  = st == KB_OK ? read_json(&lex, &files, scratch, err) : st;
  st                  = st == KB_OK ? kb_lexicon__write_image(lex, kb_lexicon__fingerprint(&files), image, err) : st;
  kb_lexicon_close(lex);
  kb_arena_free(scratch);
  return st;
}

void kb_lexicon_close(kb_lexicon* lex)
{
  if (lex && lex->image) {
    munmap(lex->image, lex->image_size); // the lexicon itself lies in it
  } else if (lex) {
    kb_map_release(&lex->lemmas);
    kb_map_release(&lex->gaz_ids);
    kb_map_release(&lex->predicates);
    kb_map_release(&lex->weight_names);
    kb_map_release(&lex->latin_keys);
    kb_arena_free(lex->arena);
    free(lex);
  }
}

/** \name Accessors */

size_t kb_lexicon_count(const kb_lexicon* lex)
{
  return lex->lexemes.n;
}

const kb_lexeme* kb_lexicon_lexeme(const kb_lexicon* lex, uint32_t id)
{
  return &lex->lexemes.v[id];
}

uint32_t kb_lexicon_by_lemma(const kb_lexicon* lex, kb_str lemma, uint32_t from)
{
  return from == KB_NONE ? kb_map_get(&lex->lemmas, lemma) : lex->lexemes.v[from].next;
}

const kb_frame* kb_lexicon_frame(const kb_lexicon* lex, uint32_t id)
{
  return &lex->frames.v[id];
}

const kb_condition* kb_lexicon_condition(const kb_lexicon* lex, uint32_t id)
{
  return &lex->conditions.v[id];
}

const kb_gaz* kb_lexicon_gaz(const kb_lexicon* lex, uint32_t id)
{
  return &lex->gazes.v[id];
}

size_t kb_lexicon_gaz_count(const kb_lexicon* lex)
{
  return lex->gazes.n;
}

const kb_office* kb_lexicon_office(const kb_lexicon* lex, uint32_t id)
{
  return &lex->offices.v[id];
}

const kb_title* kb_lexicon_title(const kb_lexicon* lex, uint32_t id)
{
  return &lex->titles.v[id];
}

const kb_unit* kb_lexicon_unit(const kb_lexicon* lex, uint32_t id)
{
  return &lex->units.v[id];
}

float kb_lexicon_weight(const kb_lexicon* lex, kb_str name, float otherwise)
{
  const uint32_t i = kb_map_get(&lex->weight_names, name);
  return i == KB_NONE ? otherwise : lex->weights.v[i];
}

size_t kb_lexicon_check(const kb_lexicon* lex, kb_log_hook* log, void* user)
{
  for (uint32_t i = 0; i < lex->problems.n; ++i) {
    log(user, &lex->problems.v[i]);
  }
  return lex->problems.n;
}
