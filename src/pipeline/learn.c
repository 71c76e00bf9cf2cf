/// Weights of readings learnt from a file of annotated articles.
#include "khabar/pipeline.h"

#include "khabar/morph.h"
#include "khabar/token.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { KB_ROUNDS = 8, KB_LINE_MAX = 1 << 22 };

#define BIT(upos) (1u << (upos))

/// Classes of stems in the annotation, and what they may be here.
static const struct {
  const char* name;
  uint32_t    upos;
} classes[] = {
  {"NOUN", BIT(KB_NOUN) | BIT(KB_PROPN) | BIT(KB_X) | BIT(KB_ADP) | BIT(KB_ADV) | BIT(KB_NUM)},
  {"ADJ", BIT(KB_ADJ) | BIT(KB_NUM)},
  {"V", BIT(KB_VERB) | BIT(KB_AUX)},
  {"PREP", BIT(KB_ADP)},
  {"PRON", BIT(KB_PRON) | BIT(KB_DET)},
  {"NUM", BIT(KB_NUM)},
  {"ADV", BIT(KB_ADV) | BIT(KB_NOUN) | BIT(KB_ADP) | BIT(KB_SCONJ)},
  {"CONJ", BIT(KB_CCONJ) | BIT(KB_SCONJ)},
  {"PART",
   BIT(KB_PART) | BIT(KB_SCONJ) | BIT(KB_CCONJ) | BIT(KB_AUX) | BIT(KB_ADV) | BIT(KB_PRON) | BIT(KB_DET) | BIT(KB_ADP)},
};

static bool is_affix(kb_str tag)
{
  static const char* const affixes[] = {"CONJ", "PREP", "DET", "FUT_PART", "NSUFF", "PRON", "CASE"};
  for (size_t i = 0; i < sizeof affixes / sizeof *affixes; ++i) {
    if (kb_str_eq(tag, kb_str_of(affixes[i]))) {
      return true;
    }
  }
  return false;
}

static uint32_t upos_of(kb_str class)
{
  for (size_t i = 0; i < sizeof classes / sizeof *classes; ++i) {
    if (kb_str_eq(class, kb_str_of(classes[i].name))) {
      return classes[i].upos;
    }
  }
  return ~0u;
}

/// The stem's class in tags like CONJ+PREP+DET+NOUN+NSUFF+PRON: the first that
/// is no affix; of affixes alone the preposition, else the first.
static uint32_t upos_of_tags(kb_str tags)
{
  kb_str fallback = {"", 0};
  while (tags.n) {
    const char*  plus = memchr(tags.p, '+', tags.n);
    const kb_str tag  = {tags.p, plus ? (size_t)(plus - tags.p) : tags.n};
    if (!is_affix(tag)) {
      return upos_of(tag);
    }
    if (!fallback.n || kb_str_eq(tag, KB_STR("PREP"))) {
      fallback = tag;
    }
    tags = kb_str_from(tags, tag.n + 1);
  }
  return upos_of(fallback);
}

static bool read_proclitics(const json_t* list, char out[3])
{
  static const char* const letters[] = {"و", "ف", "ب", "ل", "ك", "س"};
  const size_t             n         = json_array_size(list);
  memset(out, 0, 3);
  for (size_t i = 0; i < n; ++i) {
    const char* letter = json_string_value(json_array_get(list, i));
    for (size_t k = 0; letter && i < 3 && k < sizeof letters / sizeof *letters; ++k) {
      out[i] = strcmp(letter, letters[k]) == 0 ? "wfblks"[k] : out[i];
    }
    if (i >= 3 || !out[i]) {
      return false; // the interrogative أ and the like
    }
  }
  return true;
}

/// [begin, end, proclitics, article, stem, pronouns, either, tags]
static bool read_word(const json_t* word, kb_annotation* out)
{
  const json_t* tags = json_array_get(word, 7);
  out->article       = json_integer_value(json_array_get(word, 3)) != 0;
  out->pronoun       = json_array_size(json_array_get(word, 5)) > 0;
  out->upos = json_is_string(tags) ? upos_of_tags((kb_str){json_string_value(tags), json_string_length(tags)}) : ~0u;
  return read_proclitics(json_array_get(word, 2), out->proclitics);
}

/// Bring annotations and tokens together by their offsets.
static uint32_t align(const kb_doc* doc, const json_t* words, kb_annotation* out)
{
  uint32_t n = 0;
  size_t   w = 0;
  for (uint32_t t = 0; t < doc->tokens.n && w < json_array_size(words);) {
    const json_t*    word  = json_array_get(words, w);
    const json_int_t begin = json_integer_value(json_array_get(word, 0));
    const json_int_t here  = kb_points_at(&doc->points, doc->tokens.v[t].span.start);
    if (begin < here) {
      ++w;
      continue;
    }
    if (begin == here &&
        json_integer_value(json_array_get(word, 1)) == kb_points_at(&doc->points, doc->tokens.v[t].span.end) &&
        read_word(word, &out[n])) {
      out[n++].token = t;
    }
    ++t;
  }
  return n;
}

static kb_status learn_article(kb_morph_learner* l, kb_arena* arena, kb_str text, const json_t* words, kb_error* err)
{
  kb_doc       doc;
  const kb_str copy = kb_arena_copy(arena, text);
  kb_status    st   = copy.p ? kb_doc_init(&doc, arena, KB_STR("-"), copy, err) : kb_error_nomem(err);
  st                = st == KB_OK ? kb_token_run(&doc, err) : st;
  if (st != KB_OK) {
    return st;
  }
  kb_annotation* annotations = kb_arena_array(arena, doc.tokens.n, sizeof *annotations);
  if (!annotations || kb_morph_learner_article(l, &doc, annotations, align(&doc, words, annotations)) != KB_OK) {
    return kb_error_nomem(err);
  }
  return KB_OK;
}

static kb_status
learn_line(kb_morph_learner* l, kb_arena* arena, const char* path, size_t number, kb_str line, kb_error* err)
{
  json_error_t  je;
  json_t*       object = json_loadb(line.p, line.n, 0, &je);
  const json_t* text   = json_object_get(object, "text");
  kb_status     st     = KB_OK;
  kb_arena_reset(arena);
  if (json_is_string(text)) {
    const kb_str s = {json_string_value(text), json_string_length(text)};
    st             = learn_article(l, arena, s, json_object_get(object, "words"), err);
  } else {
    st = kb_error_set(err, KB_E_INPUT, path, number, "no annotated article: %s", object ? "no text" : je.text);
  }
  json_decref(object);
  return st;
}

static kb_status learn_file(kb_morph_learner* l, FILE* f, const char* path, kb_error* err)
{
  kb_arena* arena  = kb_arena_new(0);
  char*     buffer = malloc(KB_LINE_MAX);
  kb_status st     = arena && buffer ? KB_OK : kb_error_nomem(err);
  for (int round = 0; round < KB_ROUNDS && st == KB_OK; ++round) {
    size_t number = 0;
    rewind(f);
    kb_morph_learner_accuracy(l); // that of the last round is told
    while (st == KB_OK && fgets(buffer, KB_LINE_MAX, f)) {
      st = learn_line(l, arena, path, ++number, kb_str_of(buffer), err);
    }
  }
  kb_arena_free(arena);
  free(buffer);
  return st;
}

kb_status kb_pipeline_learn(const kb_lexicon* lex, const char* path, kb_buf* out, double* accuracy, kb_error* err)
{
  FILE* f = fopen(path, "rb");
  if (!f) {
    return kb_error_set(err, KB_E_IO, path, 0, "cannot open");
  }
  kb_morph_learner* l  = kb_morph_learner_new(lex);
  const kb_status   st = l ? learn_file(l, f, path, err) : kb_error_nomem(err);
  if (st == KB_OK) {
    *accuracy = kb_morph_learner_accuracy(l);
    kb_morph_learner_write(l, out);
  }
  kb_morph_learner_free(l);
  fclose(f);
  return st;
}
