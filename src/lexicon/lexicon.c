/// Opening the dictionaries, and the accessors.
#include "lexicon_internal.h"

#include <stdlib.h>

static kb_status read_json(kb_lexicon** out, const kb_files* files, kb_arena* scratch, kb_error* err)
{
  kb_lexicon* lex = calloc(1, sizeof *lex);
  if (!lex || !(lex->arena = kb_arena_new(0))) {
    free(lex);
    return kb_error_nomem(err);
  }
  const kb_status st = kb_lexicon__load_files(lex, files, scratch, err);
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
  kb_status st      = scratch ? kb_lexicon__list_files(dirs, n_dirs, scratch, &files, err) : kb_error_nomem(err);
  if (st == KB_OK && image) {
    *out = kb_lexicon__load_image(image, kb_lexicon__fingerprint(&files));
  }
  if (st == KB_OK && !*out) {
    st = read_json(out, &files, scratch, err);
  }
  kb_arena_free(scratch);
  return st;
}

kb_status kb_lexicon_compile(
  const char* const* dirs, size_t n_dirs, const char* image, kb_log_hook* log, void* user, kb_error* err)
{
  kb_lexicon* lex     = NULL;
  kb_arena*   scratch = kb_arena_new(0);
  kb_files    files   = {0};
  kb_status   st      = scratch ? kb_lexicon__list_files(dirs, n_dirs, scratch, &files, err) : kb_error_nomem(err);
  st                  = st == KB_OK ? read_json(&lex, &files, scratch, err) : st;
  st                  = st == KB_OK ? kb_lexicon__write_image(lex, kb_lexicon__fingerprint(&files), image, err) : st;
  if (st == KB_OK) {
    kb_lexicon_check(lex, log, user);
  }
  kb_lexicon_close(lex);
  kb_arena_free(scratch);
  return st;
}

void kb_lexicon_close(kb_lexicon* lex)
{
  if (lex && lex->image) {
    free(lex->image); // the lexicon itself lies in it
  } else if (lex) {
    kb_map_release(&lex->lemmas);
    kb_map_release(&lex->gaz_ids);
    kb_map_release(&lex->predicates);
    kb_map_release(&lex->weight_names);
    kb_map_release(&lex->latin_keys);
    kb_map_release(&lex->latin_words);
    kb_arena_free(lex->arena);
    free(lex);
  }
}

/** \name Accessors */

bool kb_lexicon_is_mapped(const kb_lexicon* lex)
{
  return lex->image != NULL;
}

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
  for (uint32_t i = 0; log && i < lex->problems.n; ++i) {
    log(user, &lex->problems.v[i]);
  }
  return lex->problems.n;
}
