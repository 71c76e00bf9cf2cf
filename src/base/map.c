#include "khabar/base.h"

#include <stdlib.h>

static kb_map_slot* slot_of(const kb_map* map, kb_str key, uint64_t hash)
{
  size_t i = (size_t)hash & (map->cap - 1);
  while (map->slots[i].key.p && (map->slots[i].hash != hash || !kb_str_eq(map->slots[i].key, key))) {
    i = (i + 1) & (map->cap - 1);
  }
  return &map->slots[i];
}

static kb_status grow(kb_map* map)
{
  const size_t cap    = map->cap ? map->cap * 2 : 64;
  kb_map       bigger = {calloc(cap, sizeof *bigger.slots), map->n, cap};
  if (!bigger.slots) {
    return KB_E_NOMEM;
  }
  for (size_t i = 0; i < map->cap; ++i) {
    if (map->slots[i].key.p) {
      *slot_of(&bigger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    }
  }
  free(map->slots);
  *map = bigger;
  return KB_OK;
}

kb_status kb_map_put(kb_map* map, kb_str key, uint32_t value)
{
  if ((map->n + 1) * 2 > map->cap && grow(map) != KB_OK) {
    return KB_E_NOMEM;
  }
  const uint64_t hash = kb_str_hash(key);
  kb_map_slot*   slot = slot_of(map, key, hash);
  if (!slot->key.p) {
    slot->key  = key.p ? key : KB_STR("");
    slot->hash = hash;
    ++map->n;
  }
  slot->value = value;
  return KB_OK;
}

uint32_t kb_map_get(const kb_map* map, kb_str key)
{
  if (!map->n) {
    return KB_NONE;
  }
  const kb_map_slot* slot = slot_of(map, key, kb_str_hash(key));
  return slot->key.p ? slot->value : KB_NONE;
}

void kb_map_release(kb_map* map)
{
  free(map->slots);
  *map = (kb_map){0};
}
