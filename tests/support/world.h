/// The raptor world of a test program.
#ifndef KHABAR_TEST_WORLD_H
#define KHABAR_TEST_WORLD_H

#include "unit.h"

#include "khabar/graph.h"

static raptor_world* world;

static inline int open_world(void** state)
{
  (void)state;
  world = kb_graph_world_new();
  return world == NULL;
}

static inline int close_world(void** state)
{
  (void)state;
  raptor_free_world(world);
  return 0;
}

#endif // KHABAR_TEST_WORLD_H
