/// The entries of the dictionary files, and which of them count.
#include "lexicon_internal.h"

enum { KB_IDENTITY_MAX = 512 };

typedef struct place {
  const char* file;
  size_t      line;
} place;

typedef struct loading {
  kb_lexicon* lex;
  kb_map      givers; ///< identity of an entry of the user's directories: the last directory that has it
  kb_map      seen;   ///< identity of an entry that must be alone: index in `places`
  KB_ARRAY(place) places;
  kb_arena* scratch;
} loading;

typedef kb_status entry_fn(loading* l, const kb_file* f, const kb_entry* e);

/// Write the kind and the values of these members. Empty if there are none, or they are too long.
static kb_str identity_of(const kb_file* f, const kb_entry* e, const char* const* members, char out[KB_IDENTITY_MAX])
{
  const char* kind  = f->kind->gazetteer ? "gazetteer" : f->kind->name;
  size_t      n     = strlen(kind);
  bool        empty = true;
  memcpy(out, kind, n);
  for (; *members; ++members) {
    const kb_str value = kb_lexicon__peek(e, *members);
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
  const kb_str identity = identity_of(f, e, f->kind->identity, out);
  const kb_str copy     = kb_arena_copy(l->scratch, identity);
  return !copy.p ? KB_E_NOMEM : identity.n ? kb_map_put(&l->givers, copy, f->dir) : KB_OK;
}

/// Is it the second of its identity, where there must be one? A problem if so.
static kb_status check_alone(loading* l, const kb_file* f, const kb_entry* e, bool* alone)
{
  char           out[KB_IDENTITY_MAX];
  const kb_str   identity = identity_of(f, e, f->kind->twice, out);
  const uint32_t first    = identity.n ? kb_map_get(&l->seen, identity) : KB_NONE;
  *alone                  = first >= l->places.n;
  if (!*alone) {
    const place  p    = l->places.v[first];
    const kb_str what = kb_lexicon__peek(e, f->kind->identity[0]);
    return kb_lexicon__problem(l->lex, e, "%.*s is given twice, first in %s:%zu", what.n < 100 ? (int)what.n : 0,
                               what.p, p.file, p.line);
  }
  if (!identity.n) {
    return KB_OK;
  }
  const kb_str copy = kb_arena_copy(l->scratch, identity);
  place*       p    = copy.p ? kb_array_push(l->scratch, &l->places) : NULL;
  if (!p) {
    return KB_E_NOMEM;
  }
  *p = (place){strrchr(e->file, '/') ? strrchr(e->file, '/') + 1 : e->file, e->line};
  return kb_map_put(&l->seen, copy, l->places.n - 1);
}

/// Load an entry unless a later directory replaces it.
static kb_status load_entry(loading* l, const kb_file* f, const kb_entry* e)
{
  char           out[KB_IDENTITY_MAX];
  const uint32_t giver = l->givers.n ? kb_map_get(&l->givers, identity_of(f, e, f->kind->identity, out)) : KB_NONE;
  if (giver != KB_NONE && giver > f->dir) {
    return KB_OK;
  }
  bool      usable = false;
  bool      alone  = false;
  kb_status st     = kb_lexicon__check_entry(l->lex, f->kind, e, &usable);
  st               = st == KB_OK && usable ? check_alone(l, f, e, &alone) : st;
  return st == KB_OK && alone ? f->kind->load(l->lex, e) : st;
}

static kb_str trim(kb_str s)
{
  while (s.n && strchr(" \t\r", s.p[s.n - 1])) {
    --s.n;
  }
  while (s.n && strchr(" \t", s.p[0])) {
    s = kb_str_from(s, 1);
  }
  return s;
}

static kb_status read_entry(loading* l, const kb_file* f, kb_str line, size_t number, entry_fn* fn, kb_error* err)
{
  json_error_t   je     = {0};
  json_t*        object = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, &je);
  const kb_entry e      = {object, f->path.p, number};
  kb_status      st     = KB_OK;
  if (!object) {
    st = kb_error_set(err, KB_E_DATA, f->path.p, number, "%s", je.text);
  } else if (!json_is_object(object)) {
    st = kb_error_set(err, KB_E_DATA, f->path.p, number, "an entry must be an object on a line of its own");
  } else if (fn(l, f, &e) != KB_OK) {
    st = kb_error_nomem(err);
  }
  json_decref(object);
  return st;
}

/// Where the reader of a list stands, so that the whole file is JSON as much as each of its lines.
typedef struct list_place {
  size_t last;  ///< line of the last entry, 0 before the first
  bool   comma; ///< stands behind it
  bool   ended; ///< the list is closed
} list_place;

static kb_status
read_line(loading* l, const kb_file* f, kb_str line, size_t number, entry_fn* fn, list_place* at, kb_error* err)
{
  if (!line.n) {
    return KB_OK;
  }
  if (kb_str_eq(line, KB_STR("]}")) || kb_str_eq(line, KB_STR("]")) || kb_str_eq(line, KB_STR("}"))) {
    at->ended = true;
    return KB_OK;
  }
  if (at->ended) {
    return kb_error_set(err, KB_E_DATA, f->path.p, number, "an entry behind the end of the list");
  }
  if (at->last && !at->comma) {
    return kb_error_set(err, KB_E_DATA, f->path.p, at->last, "a comma is missing behind this entry");
  }
  at->last  = number;
  at->comma = kb_str_ends(line, KB_STR(","));
  line.n -= at->comma;
  return read_entry(l, f, line, number, fn, err);
}

static kb_status read_file(loading* l, const kb_file* f, entry_fn* fn, kb_error* err)
{
  kb_str     rest   = f->bytes;
  kb_status  st     = KB_OK;
  size_t     number = 0;
  list_place at     = {0};
  while (rest.n && st == KB_OK) {
    const char*  eol  = memchr(rest.p, '\n', rest.n);
    const kb_str line = {rest.p, eol ? (size_t)(eol - rest.p) : rest.n};
    if (++number > 1) {
      st = read_line(l, f, trim(line), number, fn, &at, err);
    }
    rest = kb_str_from(rest, line.n + 1);
  }
  if (st == KB_OK && !at.ended) {
    st = kb_error_set(err, KB_E_DATA, f->path.p, number, "the list does not end in a line ]}");
  } else if (st == KB_OK && at.comma) {
    st = kb_error_set(err, KB_E_DATA, f->path.p, at.last, "no entry follows the comma behind this one");
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

static bool comes_after_verbs(const kb_kind* kind)
{
  while (kind > kb_lexicon__kinds) {
    if ((--kind)->load == kb_lexicon__load_verb) {
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
    if (!derived && (i == files->n || comes_after_verbs(files->v[i].kind))) {
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

kb_status kb_lexicon__load_files(kb_lexicon* lex, const kb_files* files, kb_arena* scratch, kb_error* err)
{
  loading         l  = {.lex = lex, .scratch = scratch};
  const kb_status st = load_all(&l, files, err);
  kb_map_release(&l.givers);
  kb_map_release(&l.seen);
  return st;
}
