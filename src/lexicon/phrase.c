/// The trie of names and titles of several words.
#include "lexicon_internal.h"

static uint32_t edge_hash(uint32_t node, kb_str key)
{
  return (uint32_t)kb_str_hash(key) ^ (node * 0x9E3779B9u);
}

static uint32_t find_edge(const kb_lexicon* lex, uint32_t node, kb_str key)
{
  const uint32_t hash = edge_hash(node, key);
  if (!kb_lexicon__filter_has(&lex->edge_filter, hash)) {
    return KB_NONE;
  }
  uint32_t e = lex->edge_buckets[hash & (lex->n_edge_buckets - 1)];
  while (e != KB_NONE &&
         (lex->edges.v[e].hash != hash || lex->edges.v[e].node != node || !kb_str_eq(lex->edges.v[e].key, key))) {
    e = lex->edges.v[e].next;
  }
  return e;
}

uint32_t kb_lexicon_step(const kb_lexicon* lex, uint32_t node, kb_str key)
{
  const uint32_t e = find_edge(lex, node, key);
  return e == KB_NONE ? KB_NONE : lex->edges.v[e].child;
}

uint32_t kb_lexicon_ends(const kb_lexicon* lex, uint32_t node)
{
  return node < lex->nodes.n ? lex->nodes.v[node].phrase : KB_NONE;
}

const kb_phrase* kb_lexicon_phrase(const kb_lexicon* lex, uint32_t id)
{
  return &lex->phrases.v[id];
}

static uint32_t new_node(kb_lexicon* lex)
{
  kb_trie_node* node = kb_array_push(lex->arena, &lex->nodes);
  if (!node) {
    return KB_NONE;
  }
  node->phrase = KB_NONE;
  return lex->nodes.n - 1;
}

static kb_status grow_edges(kb_lexicon* lex)
{
  const size_t n       = lex->n_edge_buckets ? lex->n_edge_buckets * 4 : (size_t)1 << 14;
  uint32_t*    buckets = kb_arena_array(lex->arena, n, sizeof *buckets);
  if (!buckets) {
    return KB_E_NOMEM;
  }
  memset(buckets, 0xFF, n * sizeof *buckets);
  for (uint32_t i = 0; i < lex->edges.n; ++i) {
    kb_trie_edge* e    = &lex->edges.v[i];
    uint32_t*     head = &buckets[e->hash & (n - 1)];
    e->next            = *head;
    *head              = i;
  }
  lex->edge_buckets   = buckets;
  lex->n_edge_buckets = n;
  return KB_OK;
}

static uint32_t step_or_add(kb_lexicon* lex, uint32_t node, kb_str key)
{
  const uint32_t e = find_edge(lex, node, key);
  if (e != KB_NONE) {
    return lex->edges.v[e].child;
  }
  if (lex->edges.n >= lex->n_edge_buckets / 2 && grow_edges(lex) != KB_OK) {
    return KB_NONE;
  }
  const uint32_t child = new_node(lex);
  const kb_str   copy  = kb_arena_copy(lex->arena, key);
  kb_trie_edge*  edge  = kb_array_push(lex->arena, &lex->edges);
  const uint32_t hash  = edge_hash(node, key);
  if (child == KB_NONE || !copy.p || !edge || kb_lexicon__filter_add(&lex->edge_filter, hash, lex->arena) != KB_OK) {
    return KB_NONE;
  }
  uint32_t* head = &lex->edge_buckets[hash & (lex->n_edge_buckets - 1)];
  *edge          = (kb_trie_edge){.node = node, .child = child, .next = *head, .hash = hash, .key = copy};
  *head          = lex->edges.n - 1;
  return child;
}

static kb_status end_phrase(kb_lexicon* lex, uint32_t node, kb_phrase_kind kind, uint32_t id)
{
  for (uint32_t p = lex->nodes.v[node].phrase; p != KB_NONE; p = lex->phrases.v[p].next) {
    if (lex->phrases.v[p].kind == kind && lex->phrases.v[p].id == id) {
      return KB_OK;
    }
  }
  kb_phrase* phrase = kb_array_push(lex->arena, &lex->phrases);
  if (!phrase) {
    return KB_E_NOMEM;
  }
  *phrase        = (kb_phrase){(uint8_t)kind, id, KB_NONE};
  uint32_t* link = &lex->nodes.v[node].phrase;
  while (*link != KB_NONE) {
    link = &lex->phrases.v[*link].next;
  }
  *link = lex->phrases.n - 1;
  return KB_OK;
}

/// End of the word that starts at `i`: at a blank or joining mark, or where digits meet letters.
static size_t word_end(kb_str words, size_t i)
{
  size_t     end    = i;
  const bool digits = kb_text_is_digit(kb_text_next(words, &end));
  for (size_t next = end; next < words.n; end = next) {
    const uint32_t c = kb_text_next(words, &next);
    if (kb_text_is_space(c) || c == '-' || c == '.' || c == '/' || kb_text_is_digit(c) != digits) {
      break;
    }
  }
  return end;
}

kb_status kb_lexicon__add_phrase(kb_lexicon* lex, kb_str words, kb_phrase_kind kind, uint32_t id)
{
  if (!lex->nodes.n && new_node(lex) == KB_NONE) {
    return KB_E_NOMEM;
  }
  uint32_t node = KB_PHRASE_ROOT;
  for (size_t i = 0; i < words.n;) {
    if (memchr(" -./", words.p[i], 4)) {
      ++i;
      continue;
    }
    const size_t end = word_end(words, i);
    char         key[KB_KEY_MAX];
    const size_t n = kb_text_fold((kb_str){words.p + i, end - i}, key);
    if (n) {
      node = step_or_add(lex, node, (kb_str){key, n});
      if (node == KB_NONE) {
        return KB_E_NOMEM;
      }
    }
    i = end;
  }
  return node == KB_PHRASE_ROOT ? KB_OK : end_phrase(lex, node, kind, id);
}
