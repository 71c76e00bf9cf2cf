#include "graph_internal.h"

#include <stdlib.h>

enum { SMALL = 1 << 12, LARGE = 1 << 17 };

bool kb_graph__table_grow(kb_table* table, uint64_t (*hash_of)(const kb_graph*, uint32_t), const kb_graph* graph)
{
  if ((table->n + 1) * 2 <= table->cap) {
    return true;
  }
  const size_t cap   = table->cap ? table->cap * 2 : SMALL;
  uint32_t*    slots = calloc(cap, sizeof *slots);
  if (!slots) {
    return false;
  }
  for (size_t i = 0; i < table->cap; ++i) {
    if (table->slots[i]) {
      size_t at = (size_t)hash_of(graph, table->slots[i] - 1) & (cap - 1);
      while (slots[at]) {
        at = (at + 1) & (cap - 1);
      }
      slots[at] = table->slots[i];
    }
  }
  free(table->slots);
  table->slots = slots;
  table->cap   = cap;
  return true;
}

void kb_graph__table_reset(kb_table* table)
{
  table->n = 0;
  if (table->cap > LARGE) {
    free(table->slots);
    *table = (kb_table){0};
  } else if (table->slots) {
    memset(table->slots, 0, table->cap * sizeof *table->slots);
  }
}
