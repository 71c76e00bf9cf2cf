#include "resolve_internal.h"

#include <stdlib.h>

/// A mention and its place before sorting.
typedef struct placed {
  kb_mention mention;
  uint32_t   index;
} placed;

/// In text order, the longer before what it holds.
static int by_place(const void* a, const void* b)
{
  const kb_span x = ((const placed*)a)->mention.span;
  const kb_span y = ((const placed*)b)->mention.span;
  if (x.start != y.start) {
    return x.start < y.start ? -1 : 1;
  }
  return x.end == y.end ? 0 : x.end > y.end ? -1 : 1;
}

/// Pronouns were added at the end: bring all mentions into text order again.
static kb_status sort_mentions(kb_doc* doc)
{
  const uint32_t n     = doc->mentions.n;
  placed*        order = kb_arena_array(doc->arena, n, sizeof *order);
  uint32_t*      moved = kb_arena_array(doc->arena, n, sizeof *moved);
  if (!order || !moved) {
    return KB_E_NOMEM;
  }
  for (uint32_t i = 0; i < n; ++i) {
    order[i] = (placed){doc->mentions.v[i], i};
  }
  if (n) {
    qsort(order, n, sizeof *order, by_place);
  }
  for (uint32_t i = 0; i < n; ++i) {
    doc->mentions.v[i]    = order[i].mention;
    moved[order[i].index] = i;
  }
  for (uint32_t e = 0; e < doc->entities.n; ++e) {
    doc->entities.v[e].first_mention = moved[doc->entities.v[e].first_mention];
  }
  return KB_OK;
}

kb_status kb_resolve_run(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_resolver r = {.doc = doc, .lex = lex, .named = doc->mentions.n};
  r.buckets     = kb_arena_array(doc->arena, KB_INDEX_COUNT, sizeof *r.buckets);
  if (!r.buckets) {
    return kb_error_nomem(err);
  }
  memset(r.buckets, 0xFF, KB_INDEX_COUNT * sizeof *r.buckets);
  memset(r.spoke_for, 0xFF, sizeof r.spoke_for);
  kb_status st = kb_resolve__weigh_nations(&r);
  st           = st == KB_OK ? kb_resolve__link_names(&r) : st;
  st           = st == KB_OK ? kb_resolve__link_nominals(&r) : st;
  st           = st == KB_OK ? kb_resolve__link_pronouns(&r) : st;
  st           = st == KB_OK ? sort_mentions(doc) : st;
  if (st == KB_OK) {
    kb_resolve__belong(&r);
  }
  return st == KB_OK ? KB_OK : kb_error_nomem(err);
}
