/// Small dictionaries in a temporary folder.
#ifndef KHABAR_TEST_DICTIONARY_H
#define KHABAR_TEST_DICTIONARY_H

#include "folder.h"

#include "khabar/lexicon.h"

/// Write a dictionary file; entries are separated by newlines as in ontology/, the first stands in line 2.
static inline void write_entries(const folder* d, const char* path, const char* kind, const char* entries)
{
  kb_buf text = {0};
  kb_buf_printf(&text, "{\"kind\":\"%s\",\"licence\":\"CC-BY-4.0\",\"entries\":[\n%s\n]}\n", kind, entries);
  write_file(d, path, kb_buf_as_str(&text));
  kb_buf_release(&text);
}

static inline kb_lexicon* open_dictionary(const folder* d)
{
  const char* dir = d->dir;
  kb_lexicon* lex = NULL;
  kb_error    err = {0};
  if (kb_lexicon_open(&lex, &dir, 1, NULL, &err) != KB_OK) {
    fail_msg("%s:%zu: %s", err.source, err.line, err.text);
  }
  return lex;
}

/// The lexicon of a test program.
static kb_lexicon* lexicon;

/// Read a dictionary as the lexicon of the program and remove its files.
static inline int take_dictionary(const folder* d)
{
  lexicon = open_dictionary(d);
  remove_folder(d);
  return 0;
}

static inline int close_lexicon(void** state)
{
  (void)state;
  kb_lexicon_close(lexicon);
  return 0;
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
