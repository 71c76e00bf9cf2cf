#include "read_internal.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/// Longest cue, in words.
enum { KB_CUE_LONGEST = 6 };

struct kb_boilerplate {
  kb_arena* arena;
  kb_map    by_key[KB_CUE_MATCHES]; ///< to an index of `cues`
  KB_ARRAY(kb_cue) cues;
};

static const char* const match_names[KB_CUE_MATCHES] = {"line", "start", "word", "part", "date", "month"};

/** \name Loading */

static kb_status bad_entry(kb_error* err, const char* path, size_t index, const char* what)
{
  return kb_error_set(err, KB_E_DATA, path, index + 2, "%s", what); // one entry a line, the first on line 2
}

static int find_name(const char* name, const char* const* names, int n)
{
  for (int i = 0; name && i < n; ++i) {
    if (strcmp(name, names[i]) == 0) {
      return i;
    }
  }
  return -1;
}

static int find_kind(const char* name)
{
  for (int kind = KB_BLOCK_BODY; name && kind <= KB_BLOCK_NAVIGATION; ++kind) {
    if (strcmp(name, kb_block_name((unsigned)kind)) == 0) {
      return kind;
    }
  }
  return -1;
}

/// The first member that no entry has; NULL if there is none.
static const char* strange_member(json_t* entry)
{
  static const char* const known[] = {"text", "kind", "match", "value", "max", "section", "gloss"};
  const char*              key;
  const json_t*            value;
  json_object_foreach(entry, key, value)
  {
    if (find_name(key, known, sizeof known / sizeof *known) < 0) {
      return key;
    }
  }
  return NULL;
}

static kb_status add_entry(kb_boilerplate* b, json_t* entry, const char* path, size_t index, kb_error* err)
{
  const char*   strange = strange_member(entry);
  const char*   text    = json_string_value(json_object_get(entry, "text"));
  const int     kind    = find_kind(json_string_value(json_object_get(entry, "kind")));
  const int     match   = find_name(json_string_value(json_object_get(entry, "match")), match_names, KB_CUE_MATCHES);
  const json_t* max     = json_object_get(entry, "max");
  kb_line_words words;
  if (strange) {
    return kb_error_set(err, KB_E_DATA, path, index + 2, "\"%.40s\" is not known in an entry", strange);
  }
  if (!text || kind < 0 || match < 0) {
    return bad_entry(err, path, index, "an entry needs text, kind and match");
  }
  const kb_str line = kb_str_of(text);
  kb_read__line_words(line, (kb_span){0, (uint32_t)line.n}, &words);
  if (words.n == 0 || words.n > KB_CUE_LONGEST) {
    return bad_entry(err, path, index, "text must have one to six words");
  }
  const kb_str key = kb_read__line_key(&words, 0, words.n);
  if (kb_map_get(&b->by_key[match], key) != KB_NONE) {
    return KB_OK; // another spelling of the same
  }
  const kb_str own = kb_arena_copy(b->arena, key);
  kb_cue*      cue = own.p ? kb_array_push(b->arena, &b->cues) : NULL;
  if (!cue || kb_map_put(&b->by_key[match], own, b->cues.n - 1) != KB_OK) {
    return kb_error_nomem(err);
  }
  cue->kind    = (uint8_t)kind;
  cue->match   = (uint8_t)match;
  cue->value   = (uint8_t)json_integer_value(json_object_get(entry, "value"));
  cue->section = json_is_true(json_object_get(entry, "section"));
  cue->max     = json_is_integer(max) ? (uint32_t)json_integer_value(max) : UINT32_MAX;
  return KB_OK;
}

static kb_status load(kb_boilerplate* b, const char* path, kb_error* err)
{
  json_error_t why;
  json_t*      file = json_load_file(path, JSON_REJECT_DUPLICATES, &why);
  kb_status    st   = KB_OK;
  size_t       index;
  json_t*      entry;
  if (!file) {
    return kb_error_set(err, KB_E_DATA, path, why.line > 0 ? (size_t)why.line : 0, "%s", why.text);
  }
  const char*   kind    = json_string_value(json_object_get(file, "kind"));
  const json_t* entries = json_object_get(file, "entries");
  if (!kind || strcmp(kind, "boilerplate") != 0 || !json_is_array(entries)) {
    st = kb_error_set(err, KB_E_DATA, path, 1, "the first line must be {\"kind\":\"boilerplate\",\"entries\":[");
  }
  json_array_foreach(entries, index, entry)
  {
    st = st == KB_OK ? add_entry(b, entry, path, index, err) : st;
  }
  json_decref(file);
  return st;
}

static int is_json(const struct dirent* entry)
{
  return entry->d_name[0] != '.' && kb_str_ends(kb_str_of(entry->d_name), KB_STR(".json"));
}

/// All files of DIR/sources in order of names; a folder without any is fine.
static kb_status load_dir(kb_boilerplate* b, const char* dir, kb_error* err)
{
  char            path[4096];
  struct dirent** names = NULL;
  kb_status       st    = KB_OK;
  const int       m     = snprintf(path, sizeof path, "%s/sources", dir);
  const int       n     = m > 0 && (size_t)m < sizeof path ? scandir(path, &names, is_json, alphasort) : 0;
  if (n < 0 && errno != ENOENT) {
    return kb_error_set(err, KB_E_DATA, path, 0, "%s", strerror(errno));
  }
  for (int i = 0; i < n; ++i) {
    const int length = snprintf(path, sizeof path, "%s/sources/%s", dir, names[i]->d_name);
    if (st == KB_OK && length > 0 && (size_t)length < sizeof path) {
      st = load(b, path, err);
    }
    free(names[i]);
  }
  free(names);
  return st;
}

kb_status kb_boilerplate_open(kb_boilerplate** out, const char* const* dirs, size_t n_dirs, kb_error* err)
{
  kb_boilerplate* b = calloc(1, sizeof *b);
  if (!b) {
    return kb_error_nomem(err);
  }
  b->arena     = kb_arena_new(0);
  kb_status st = b->arena ? KB_OK : kb_error_nomem(err);
  for (size_t i = 0; st == KB_OK && i < n_dirs; ++i) {
    st = load_dir(b, dirs[i], err);
  }
  if (st != KB_OK) {
    kb_boilerplate_close(b);
    return st;
  }
  *out = b;
  return KB_OK;
}

void kb_boilerplate_close(kb_boilerplate* cues)
{
  if (cues) {
    for (int i = 0; i < KB_CUE_MATCHES; ++i) {
      kb_map_release(&cues->by_key[i]);
    }
    kb_arena_free(cues->arena);
    free(cues);
  }
}

/** \name Asking */

const kb_cue* kb_read__cue(const kb_boilerplate* cues, kb_cue_match match, kb_str key)
{
  const uint32_t i = kb_map_get(&cues->by_key[match], key);
  return i == KB_NONE ? NULL : &cues->cues.v[i];
}

const kb_cue*
kb_read__cue_at(const kb_boilerplate* cues, kb_cue_match match, const kb_line_words* words, uint32_t first, uint32_t* n)
{
  for (uint32_t length = KB_CUE_LONGEST; length > 0; --length) {
    if (first + length <= words->known) {
      const kb_cue* cue = kb_read__cue(cues, match, kb_read__line_key(words, first, first + length));
      if (cue) {
        *n = length;
        return cue;
      }
    }
  }
  return NULL;
}
