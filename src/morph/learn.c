/// Weights learnt from annotated text.
///
/// Averaged structured perceptron (M. Collins, EMNLP 2002): where the best path
/// through a sentence is not the best one among the readings that the annotation
/// allows, the features of the latter gain and those of the former lose.
#include "morph_internal.h"

#include "khabar/token.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { KB_ROUNDS = 8, KB_LINE_MAX = 1 << 22 };
static const float rate = 0.03f;

typedef struct learner {
  kb_morph_cache*   cache;
  const kb_lexicon* lex;
  kb_arena*         arena;
  double*           sum;   ///< of each weight over all steps
  float             w[KB_FEATURES];
  long              steps, tokens, right;
} learner;

/** \name What an annotation allows */

static bool in_list(const char* word, const char* list)
{
  const size_t n = strlen(word);
  for (const char* at = strstr(list, word); at; at = strstr(at + 1, word)) {
    if ((at == list || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0')) {
      return true;
    }
  }
  return false;
}

/// The class of the stem in a tag like CONJ+PREP+DET+NOUN+NSUFF+PRON.
static void main_class(const char* tags, char out[32])
{
  static const char* const affixes = "CONJ PREP DET FUT_PART NSUFF PRON CASE";
  char                     first[32] = "";
  out[0]                             = '\0';
  while (*tags) {
    const size_t n = strcspn(tags, "+");
    char         part[32];
    snprintf(part, sizeof part, "%.*s", (int)(n < 31 ? n : 31), tags);
    if (!in_list(part, affixes)) {
      memcpy(out, part, sizeof part);
      return;
    }
    if (!first[0] || strcmp(part, "PREP") == 0) {
      memcpy(first, part, sizeof part);
    }
    tags += n + (tags[n] == '+');
  }
  memcpy(out, first, sizeof first);
}

static bool class_allows(const char* class, unsigned upos)
{
  static const struct {
    const char* class;
    const char* upos;
  } table[] = {
    {"NOUN", "NOUN PROPN X ADP ADV NUM"},
    {"ADJ", "ADJ NUM"},
    {"V", "VERB AUX"},
    {"PREP", "ADP"},
    {"PRON", "PRON DET"},
    {"NUM", "NUM"},
    {"ADV", "ADV NOUN ADP SCONJ"},
    {"CONJ", "CCONJ SCONJ"},
    {"PART", "PART SCONJ CCONJ AUX ADV PRON DET ADP"},
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; ++i) {
    if (strcmp(class, table[i].class) == 0) {
      return in_list(kb_upos_name(upos), table[i].upos);
    }
  }
  return true;
}

static bool same_proclitics(const kb_cand* c, const json_t* list)
{
  static const struct {
    const char* text;
    uint8_t     letter;
  } letters[] = {{"و", 'w'}, {"ف", 'f'}, {"ب", 'b'}, {"ل", 'l'}, {"ك", 'k'}, {"س", 's'}};
  size_t n = 0;
  while (n < KB_PRO_MAX && c->pro[n]) {
    ++n;
  }
  if (n != json_array_size(list)) {
    return false;
  }
  for (size_t i = 0; i < n; ++i) {
    const char* want = json_string_value(json_array_get(list, i));
    bool        same = false;
    for (size_t k = 0; k < sizeof letters / sizeof *letters; ++k) {
      same |= want && strcmp(want, letters[k].text) == 0 && c->pro[i] == letters[k].letter;
    }
    if (!same) {
      return false;
    }
  }
  return true;
}

/// [begin, end, proclitics, article, stem, enclitics, either, tags]
static bool allows(const json_t* word, const kb_cand* c)
{
  char         class[32];
  const json_t* enclitics = json_array_get(word, 5);
  const char*   tags      = json_string_value(json_array_get(word, 7));
  if (!same_proclitics(c, json_array_get(word, 2)) || (json_array_size(enclitics) > 0) != (c->enclitic > 0)) {
    return false;
  }
  if ((json_integer_value(json_array_get(word, 3)) != 0) != (c->feats.state == KB_DEF && c->feats.upos != KB_PRON)) {
    return false;
  }
  main_class(tags ? tags : "", class);
  return class_allows(class, c->feats.upos);
}

static uint32_t allowed_of(const json_t* word, const kb_column* column)
{
  uint32_t bits = 0;
  for (uint32_t i = 0; i < column->n; ++i) {
    bits |= allows(word, &column->v[i]) ? 1u << i : 0;
  }
  return bits ? bits : ~0u; // an annotation that no reading meets teaches nothing
}

/** \name One step */

static void move(learner* l, unsigned feature, float by)
{
  l->w[feature] += by;
  l->sum[feature] += (double)by * (double)l->steps; // taken off the average at the end
}

static void move_cand(learner* l, const kb_cand* before, const kb_cand* c, bool verb_seen, float by)
{
  const unsigned second = kb_morph__second_verb(c, verb_seen);
  if (second < KB_FEATURES) {
    move(l, second, by);
  }
  uint16_t pair[2];
  uint32_t n = 0;
  for (uint32_t i = 0; i < c->n_features; ++i) {
    move(l, c->feature[i], by);
  }
  kb_morph__pair((const kb_scores*)l->w, before, c, pair, &n);
  for (uint32_t i = 0; i < n; ++i) {
    move(l, pair[i], by);
  }
}

/// The cached scores of candidates are those of the first round: add up afresh.
static void rescore(const learner* l, kb_column* column, kb_cand* room)
{
  memcpy(room, column->v, column->n * sizeof *room);
  for (uint32_t i = 0; i < column->n; ++i) {
    room[i].score = 0;
    for (uint32_t k = 0; k < room[i].n_features; ++k) {
      room[i].score += l->w[room[i].feature[k]];
    }
  }
  column->v = room;
}

static void learn_sentence(learner* l, kb_column* columns, const uint32_t* allowed, uint32_t n, uint8_t* guess, uint8_t* truth)
{
  const kb_scores* s = (const kb_scores*)l->w;
  kb_morph__best_path(s, columns, n, guess);
  for (uint32_t i = 0; i < n; ++i) {
    columns[i].allowed = allowed[i];
  }
  kb_morph__best_path(s, columns, n, truth);
  ++l->steps;
  bool seen_g = false, seen_t = false;
  for (uint32_t i = 0; i < n; ++i) {
    const kb_cand* g = &columns[i].v[guess[i]];
    const kb_cand* t = &columns[i].v[truth[i]];
    const kb_cand* before_g = i ? &columns[i - 1].v[guess[i - 1]] : kb_morph__start();
    const kb_cand* before_t = i ? &columns[i - 1].v[truth[i - 1]] : kb_morph__start();
    l->tokens += allowed[i] != ~0u;
    l->right += allowed[i] != ~0u && (allowed[i] >> guess[i] & 1u);
    if (g != t || before_g != before_t || seen_g != seen_t) {
      move_cand(l, before_g, g, seen_g, -rate);
      move_cand(l, before_t, t, seen_t, rate);
    }
    seen_g = kb_morph__verb_seen(g, seen_g);
    seen_t = kb_morph__verb_seen(t, seen_t);
  }
}

/** \name Articles */

/// The annotation of a token, NULL if there is none.
static const json_t* word_at(const kb_doc* doc, const json_t* words, size_t* from, const kb_token* t)
{
  const json_int_t begin = kb_points_at(&doc->points, t->span.start), end = kb_points_at(&doc->points, t->span.end);
  for (; *from < json_array_size(words); ++*from) {
    const json_t*    w = json_array_get(words, *from);
    const json_int_t b = json_integer_value(json_array_get(w, 0));
    if (b > begin) {
      return NULL;
    }
    if (b == begin) {
      return json_integer_value(json_array_get(w, 1)) == end ? w : NULL;
    }
  }
  return NULL;
}

static kb_status learn_article(learner* l, kb_doc* doc, const json_t* words, kb_error* err)
{
  kb_status st   = kb_token_run(doc, err);
  size_t    from = 0;
  for (uint32_t i = 0; i < doc->sentences.n && st == KB_OK; ++i) {
    const kb_sentence* s       = &doc->sentences.v[i];
    kb_column*         columns = kb_arena_array(l->arena, s->n_tokens, sizeof *columns);
    kb_cand*           room    = kb_arena_array(l->arena, (size_t)s->n_tokens * KB_CAND_MAX, sizeof *room);
    uint32_t*          allowed = kb_arena_array(l->arena, s->n_tokens, sizeof *allowed);
    uint8_t*           paths   = kb_arena_array(l->arena, s->n_tokens, 2);
    if (!columns || !room || !allowed || !paths || kb_morph__fill(doc, l->cache, s, columns) != KB_OK) {
      return kb_error_nomem(err);
    }
    for (uint32_t t = 0; t < s->n_tokens; ++t) {
      const json_t* w = word_at(doc, words, &from, &doc->tokens.v[s->first_token + t]);
      allowed[t]      = w ? allowed_of(w, &columns[t]) : ~0u;
      rescore(l, &columns[t], room + (size_t)t * KB_CAND_MAX);
    }
    learn_sentence(l, columns, allowed, s->n_tokens, paths, paths + s->n_tokens);
  }
  return st;
}

static kb_status learn_line(learner* l, const char* path, size_t number, kb_str line, kb_error* err)
{
  json_error_t  je;
  json_t*       object = json_loadb(line.p, line.n, 0, &je);
  const json_t* text   = json_object_get(object, "text");
  kb_doc        doc;
  kb_arena_reset(l->arena);
  kb_status st = json_is_string(text) ? KB_OK : kb_error_set(err, KB_E_INPUT, path, number, "no annotated article");
  if (st == KB_OK) {
    const kb_str copy = kb_arena_copy(l->arena, (kb_str){json_string_value(text), json_string_length(text)});
    st = copy.p ? kb_doc_init(&doc, l->arena, KB_STR("-"), copy, err) : kb_error_nomem(err);
  }
  if (st == KB_OK) {
    st = learn_article(l, &doc, json_object_get(object, "words"), err);
  }
  json_decref(object);
  return st;
}

static kb_status learn_round(learner* l, FILE* f, const char* path, char* buffer, kb_error* err)
{
  kb_status st     = KB_OK;
  size_t    number = 0;
  l->tokens = l->right = 0;
  rewind(f);
  while (st == KB_OK && fgets(buffer, KB_LINE_MAX, f)) {
    st = learn_line(l, path, ++number, kb_str_of(buffer), err);
  }
  return st;
}

static void write_weights(const learner* l, kb_buf* out)
{
  kb_buf_text(out, "{\"kind\":\"weights\",\"licence\":\"CC-BY-4.0\",\"entries\":[");
  bool first = true;
  for (unsigned f = 0; f < KB_FEATURES; ++f) {
    const double w = (double)l->w[f] - l->sum[f] / (double)(l->steps + 1);
    if (w > 0.0005 || w < -0.0005) {
      char name[KB_FEATURE_NAME];
      kb_morph__feature_name(f, name);
      kb_buf_printf(out, "%s\n{\"name\": \"%s\", \"value\": %.3f}", first ? "" : ",", name, w);
      first = false;
    }
  }
  kb_buf_text(out, "\n]}\n");
}

kb_status kb_morph_learn(const kb_lexicon* lex, const char* path, kb_buf* out, double* accuracy, kb_error* err)
{
  learner* l      = calloc(1, sizeof *l);
  char*    buffer = malloc(KB_LINE_MAX);
  FILE*    f      = fopen(path, "rb");
  kb_status st    = f ? KB_OK : kb_error_set(err, KB_E_IO, path, 0, "cannot open");
  if (st == KB_OK && (!l || !buffer || !(l->cache = kb_morph_cache_new(lex)) || !(l->arena = kb_arena_new(0)) ||
                      !(l->sum = calloc(KB_FEATURES, sizeof *l->sum)))) {
    st = kb_error_nomem(err);
  }
  if (st == KB_OK) {
    memcpy(l->w, l->cache->scores.w, sizeof l->w);
  }
  for (int round = 0; round < KB_ROUNDS && st == KB_OK; ++round) {
    st = learn_round(l, f, path, buffer, err);
  }
  if (st == KB_OK) {
    *accuracy = l->tokens ? (double)l->right / (double)l->tokens : 0;
    write_weights(l, out);
  }
  if (f) {
    fclose(f);
  }
  if (l) {
    kb_morph_cache_free(l->cache);
    kb_arena_free(l->arena);
    free(l->sum);
  }
  free(l);
  free(buffer);
  return st;
}
