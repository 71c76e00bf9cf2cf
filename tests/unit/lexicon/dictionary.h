/// Small dictionaries in a temporary directory.
#ifndef KHABAR_TEST_DICTIONARY_H
#define KHABAR_TEST_DICTIONARY_H

#include "khabar/lexicon.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct dictionary {
  char dir[64];
} dictionary;

static inline void remove_tree(const char* path, int depth)
{
  DIR* d = depth < 4 ? opendir(path) : NULL;
  if (d) {
    for (const struct dirent* e = readdir(d); e; e = readdir(d)) {
      char      below[1024];
      const int n = snprintf(below, sizeof below, "%s/%s", path, e->d_name);
      if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 && n > 0 && (size_t)n < sizeof below) {
        remove_tree(below, depth + 1);
      }
    }
    closedir(d);
  }
  remove(path);
}

static inline dictionary new_dictionary(void)
{
  dictionary  d;
  const char* tmp = getenv("TMPDIR");
  snprintf(d.dir, sizeof d.dir, "%.40s/khabar-XXXXXX", tmp ? tmp : "/tmp");
  if (!mkdtemp(d.dir)) {
    fail_msg("no temporary directory");
  }
  return d;
}

static inline void remove_dictionary(const dictionary* d)
{
  remove_tree(d->dir, 0);
}

/// Write a file "folder/name" or "name" with these bytes.
static inline void write_file(const dictionary* d, const char* path, kb_str bytes)
{
  char full[256];
  snprintf(full, sizeof full, "%s/%s", d->dir, path);
  char* slash = strrchr(full, '/');
  *slash      = '\0';
  mkdir(full, 0777);
  *slash  = '/';
  FILE* f = fopen(full, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
  assert_int_equal(fclose(f), 0);
}

/// Write a dictionary file; entries are separated by newlines as in ontology/, the first stands in line 2.
static inline void write_entries(const dictionary* d, const char* path, const char* kind, const char* entries)
{
  kb_buf text = {0};
  kb_buf_printf(&text, "{\"kind\":\"%s\",\"licence\":\"CC-BY-4.0\",\"entries\":[\n%s\n]}\n", kind, entries);
  write_file(d, path, kb_buf_as_str(&text));
  kb_buf_release(&text);
}

static inline kb_lexicon* open_dictionary(const dictionary* d)
{
  const char* dir = d->dir;
  kb_lexicon* lex = NULL;
  kb_error    err = {0};
  if (kb_lexicon_open(&lex, &dir, 1, NULL, &err) != KB_OK) {
    fail_msg("%s:%zu: %s", err.source, err.line, err.text);
  }
  return lex;
}

static inline size_t find_word(const kb_lexicon* lex, const char* word, kb_reading* out, size_t cap)
{
  char         bare[KB_KEY_MAX], key[KB_KEY_MAX];
  const kb_str s = kb_str_of(word);
  const kb_str b = {bare, kb_text_bare(s, bare)};
  const kb_str k = {key, kb_text_fold(s, key)};
  return kb_lexicon_find(lex, b, k, out, cap);
}

/// All readings of a word, sorted: "NOUN.fs.def" with gender, number and, where one is given, the state.
static inline void readings_of(const kb_lexicon* lex, const char* word, kb_buf* out)
{
  static const char* const genders[] = {"", "m", "f"};
  static const char* const numbers[] = {"", "s", "d", "p"};
  static const char* const states[]  = {"", ".indef", ".def", ".construct"};
  kb_reading               found[32];
  char                     text[32][48];
  const size_t             n = find_word(lex, word, found, 32);
  for (size_t i = 0; i < n; ++i) {
    const kb_feats f = found[i].feats;
    snprintf(text[i], sizeof text[i], "%s.%s%s%s", kb_upos_name(f.upos), genders[f.gender], numbers[f.number],
             states[f.state]);
  }
  qsort(text, n, sizeof *text, (int (*)(const void*, const void*))(void (*)(void))strcmp);
  for (size_t i = 0; i < n; ++i) {
    kb_buf_text(out, i ? " " : "");
    kb_buf_text(out, text[i]);
  }
  kb_buf_byte(out, '\0');
}

#endif // KHABAR_TEST_DICTIONARY_H
