/// Readings of spellings already met.
#include "morph_internal.h"

#include <stdlib.h>

/// More spellings than this are forgotten between two articles.
enum { KB_CACHE_WORDS = 1 << 17 };

/// A reading that is so much worse than the best one is never chosen.
enum { KB_HOPELESS = 9 };

static uint32_t clitic_lexeme(const kb_lexicon* lex, const char* letter)
{
  return kb_lexicon_by_lemma(lex, kb_str_of(letter), KB_NONE);
}

kb_morph_cache* kb_morph_cache_new(const kb_lexicon* lex)
{
  kb_morph_cache* cache = calloc(1, sizeof *cache);
  if (!cache || !(cache->arena = kb_arena_new(0))) {
    free(cache);
    return NULL;
  }
  cache->lex         = lex;
  cache->particle_wa = clitic_lexeme(lex, "و");
  cache->particle_fa = clitic_lexeme(lex, "ف");
  cache->particle_bi = clitic_lexeme(lex, "ب");
  cache->particle_li = clitic_lexeme(lex, "ل");
  cache->particle_ka = clitic_lexeme(lex, "ك");
  cache->particle_sa = clitic_lexeme(lex, "س");
  kb_morph__read_scores(&cache->scores, lex);
  return cache;
}

void kb_morph_cache_free(kb_morph_cache* cache)
{
  if (cache) {
    kb_map_release(&cache->words);
    kb_arena_free(cache->arena);
    free(cache);
  }
}

void kb_morph__trim(kb_morph_cache* cache)
{
  if (cache->lists.n > KB_CACHE_WORDS) {
    kb_map_release(&cache->words);
    kb_arena_reset(cache->arena);
    memset(&cache->lists, 0, sizeof cache->lists);
  }
}

/// The letters of a token for as long as the cache holds it; empty when there are none, or too many.
static kb_piece word_of(kb_gather* g, kb_str surface)
{
  char         bare[KB_KEY_MAX], key[KB_KEY_MAX];
  const kb_str letters = {bare, kb_text_bare(surface, bare)};
  const kb_str kept    = kb_arena_copy(g->cache->arena, letters);
  const kb_str folded  = kb_arena_copy(g->cache->arena, (kb_str){key, kb_text_fold(letters, key)});
  g->failed            = !kept.p || !folded.p;
  return (kb_piece){kept.p, folded.p, kept.n, true};
}

/// The article alone, as in الـ"24": nothing that could be looked up.
static bool is_lone_article(kb_str bare)
{
  return kb_str_eq(bare, KB_STR("ال"));
}

static const kb_cands* find(kb_morph_cache* cache, kb_str surface)
{
  kb_gather g = {.cache = cache};
  g.word      = word_of(&g, surface);
  if (g.failed) {
    return NULL;
  }
  const kb_str bare = kb_morph__bare(g.word);
  if (bare.n && !is_lone_article(bare)) {
    kb_morph__segment(&g);
    kb_morph__guess(&g);
  }
  const kb_str key  = kb_str_eq(bare, surface) ? bare : kb_arena_copy(cache->arena, surface);
  kb_cands*    list = kb_array_push(cache->arena, &cache->lists);
  if (g.failed || !key.p || !list) {
    return NULL;
  }
  if (!g.n) {
    const kb_str same = bare.n ? bare : key;
    g.v[0]            = (kb_cand){.lexeme    = KB_NONE,
                                  .feats     = {.upos = KB_X},
                                  .first_tag = KB_TAG_OTHER,
                                  .last_tag  = KB_TAG_OTHER,
                                  .form      = same,
                                  .key       = same,
                                  .lemma     = same};
    g.n               = 1;
  }
  while (g.n > 1 && g.v[g.n - 1].score < g.v[0].score - KB_HOPELESS) {
    --g.n;
  }
  list->v = kb_arena_array(cache->arena, g.n, sizeof *g.v);
  if (!list->v) {
    return NULL;
  }
  memcpy(list->v, g.v, g.n * sizeof *g.v);
  list->n = g.n;
  return kb_map_put(&cache->words, key, cache->lists.n - 1) == KB_OK ? list : NULL;
}

const kb_cands* kb_morph__readings(kb_morph_cache* cache, kb_str surface)
{
  const uint32_t known = kb_map_get(&cache->words, surface);
  return known != KB_NONE ? &cache->lists.v[known] : find(cache, surface);
}
