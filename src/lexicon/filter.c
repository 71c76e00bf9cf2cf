/// Sets of hashes that fit into a near cache: most of what is looked up is not there.
#include "lexicon_internal.h"

/// 2^19 bits: of some 30,000 hashes, one in twenty others is let through.
enum { FILTER_WORDS = 1 << 13 };

kb_status kb_lexicon__filter_add(kb_filter* filter, uint32_t hash, kb_arena* arena)
{
  while (filter->n < FILTER_WORDS) {
    if (!kb_array_push(arena, filter)) {
      return KB_E_NOMEM;
    }
  }
  filter->v[hash / 64 % FILTER_WORDS] |= UINT64_C(1) << hash % 64;
  return KB_OK;
}

bool kb_lexicon__filter_has(const kb_filter* filter, uint32_t hash)
{
  return filter->n == FILTER_WORDS && (filter->v[hash / 64 % FILTER_WORDS] >> hash % 64 & 1) != 0;
}
