/// What a short text says, for the tests of extract.
#ifndef KHABAR_TEST_FACTS_H
#define KHABAR_TEST_FACTS_H

#include "../../support/bounds.h"

/// The first event of this type told by this word, KB_NONE if there is none. `trigger` NULL: by any word.
static inline uint32_t find_event(const kb_doc* doc, const char* type, const char* trigger)
{
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    const kb_event* e = &doc->events.v[i];
    if (kb_str_eq(e->type, kb_str_of(type)) &&
        (!trigger || kb_str_eq(doc->words.v[e->trigger].form, kb_str_of(trigger)))) {
      return i;
    }
  }
  return KB_NONE;
}

static inline const kb_event* the_event(const kb_doc* doc, const char* type, const char* trigger)
{
  const uint32_t id = find_event(doc, type, trigger);
  if (id == KB_NONE) {
    fail_msg("no %s by \"%s\" in: %s", type, trigger ? trigger : "", doc->text.p);
  }
  return &doc->events.v[id];
}

/// The only claim about an event.
static inline const kb_claim* the_claim(const kb_doc* doc, const kb_event* e)
{
  const uint32_t  id    = (uint32_t)(e - doc->events.v);
  const kb_claim* found = NULL;
  for (uint32_t i = 0; i < doc->claims.n; ++i) {
    if (doc->claims.v[i].event == id) {
      assert_null(found);
      found = &doc->claims.v[i];
    }
  }
  assert_non_null(found);
  return found;
}

/// Arabic label of an entity, "-" for KB_NONE.
static inline const char* label_of(const kb_doc* doc, uint32_t entity)
{
  static char text[256];
  if (entity == KB_NONE) {
    return "-";
  }
  const kb_str s = doc->entities.v[entity].label_ar;
  snprintf(text, sizeof text, "%.*s", (int)s.n, s.p);
  return text;
}

/// Labels of entities, joined by " + "; "-" for none.
static inline const char* labels_of(const kb_doc* doc, const kb_ids* ids)
{
  static char text[1024];
  size_t      n = 0;
  for (uint32_t i = 0; i < ids->n; ++i) {
    n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", i ? " + " : "", label_of(doc, ids->v[i]));
    assert_in_range(n, 1, sizeof text - 1);
  }
  return ids->n ? text : "-";
}

#endif // KHABAR_TEST_FACTS_H
