/*
   The same event told again in an article is one event with several claims:
   same type, same participants, and nothing that contradicts in place, time
   or amount. What each telling adds is kept.
*/
#include "extract_internal.h"

#include <stdlib.h>

static int compare_ids(const void* a, const void* b)
{
  const uint32_t x = *(const uint32_t*)a;
  const uint32_t y = *(const uint32_t*)b;
  return (x > y) - (x < y);
}

static void sort(kb_ids* ids)
{
  if (ids->n > 1) {
    qsort(ids->v, ids->n, sizeof *ids->v, compare_ids);
  }
}

static bool is_same(const kb_ids* a, const kb_ids* b)
{
  return a->n == b->n && (!a->n || !memcmp(a->v, b->v, a->n * sizeof *a->v));
}

static bool is_compatible_list(const kb_ids* a, const kb_ids* b)
{
  return !a->n || !b->n || is_same(a, b);
}

static bool is_compatible(uint32_t a, uint32_t b)
{
  return a == KB_NONE || b == KB_NONE || a == b;
}

static bool is_same_date(kb_date a, kb_date b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

static bool is_compatible_time(const kb_doc* doc, uint32_t a, uint32_t b)
{
  if (is_compatible(a, b)) {
    return true;
  }
  const kb_time* x = &doc->times.v[a];
  const kb_time* y = &doc->times.v[b];
  return x->precision == y->precision && x->begin.year && is_same_date(x->begin, y->begin) &&
         is_same_date(x->end, y->end);
}

static bool is_compatible_quantity(const kb_doc* doc, uint32_t a, uint32_t b)
{
  if (is_compatible(a, b)) {
    return true;
  }
  const kb_quantity* x = &doc->quantities.v[a];
  const kb_quantity* y = &doc->quantities.v[b];
  return x->has_value && y->has_value && x->value == y->value && x->scale == y->scale && kb_str_eq(x->unit, y->unit);
}

/// Two tellings are of one event only where somebody does something to or with somebody.
static bool is_known(const kb_event* e)
{
  return e->agents.n && (e->patients.n || e->counterparts.n || e->recipients.n);
}

static bool is_speech(const kb_lexicon* lex, const kb_event* e)
{
  return e->frame == KB_NONE || kb_lexicon_frame(lex, e->frame)->speech != KB_SPEECH_NONE;
}

static bool is_one(const kb_doc* doc, const kb_event* a, const kb_event* b)
{
  return kb_str_eq(a->type, b->type) && kb_str_eq(a->predicate, b->predicate) && is_same(&a->agents, &b->agents) &&
         is_same(&a->patients, &b->patients) && is_same(&a->counterparts, &b->counterparts) &&
         is_same(&a->recipients, &b->recipients) && is_compatible_list(&a->places, &b->places) &&
         is_compatible(a->topic_event, b->topic_event) && is_compatible_time(doc, a->time, b->time) &&
         is_compatible_quantity(doc, a->amount, b->amount) && is_compatible_quantity(doc, a->dead, b->dead) &&
         is_compatible_quantity(doc, a->injured, b->injured) && is_compatible_quantity(doc, a->arrested, b->arrested);
}

static void keep(uint32_t* to, uint32_t from)
{
  *to = *to == KB_NONE ? from : *to;
}

static void add_to(kb_event* to, const kb_event* from)
{
  to->places = to->places.n ? to->places : from->places;
  keep(&to->time, from->time);
  keep(&to->amount, from->amount);
  keep(&to->dead, from->dead);
  keep(&to->injured, from->injured);
  keep(&to->arrested, from->arrested);
  keep(&to->instrument, from->instrument);
  keep(&to->topic_event, from->topic_event);
}

/// Where each event went: to itself, or to the first telling of it. Buckets by type and first agent keep this linear.
static kb_status find_same(kb_doc* doc, const kb_lexicon* lex, uint32_t* to)
{
  enum { BUCKETS = 256, TRIES = 32 };
  uint32_t* next = kb_arena_array(doc->arena, doc->events.n, sizeof *next);
  uint32_t  head[BUCKETS];
  if (doc->events.n && !next) {
    return KB_E_NOMEM;
  }
  memset(head, 0xff, sizeof head);
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    kb_event* e = &doc->events.v[i];
    to[i]       = i;
    if (!is_known(e) || is_speech(lex, e)) {
      continue;
    }
    uint32_t* bucket = &head[(kb_str_hash(e->predicate) + e->agents.v[0]) % BUCKETS];
    unsigned  tries  = 0;
    for (uint32_t k = *bucket; k != KB_NONE && to[i] == i && tries++ < TRIES; k = next[k]) {
      if (is_one(doc, &doc->events.v[k], e)) {
        to[i] = k;
        add_to(&doc->events.v[k], e);
      }
    }
    if (to[i] == i) {
      next[i] = *bucket;
      *bucket = i;
    }
  }
  return KB_OK;
}

static uint32_t moved(const uint32_t* to, uint32_t event)
{
  return event == KB_NONE ? KB_NONE : to[event];
}

/// Close the gaps that merged events leave, and follow them everywhere.
static void compact(kb_doc* doc, uint32_t* to)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    if (to[i] == i) {
      to[i]              = n;
      doc->events.v[n++] = doc->events.v[i];
    } else {
      to[i] = to[to[i]];
    }
  }
  doc->events.n = n;
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t topic         = moved(to, doc->events.v[i].topic_event);
    doc->events.v[i].topic_event = topic == i ? KB_NONE : topic;
  }
  for (uint32_t i = 0; i < doc->claims.n; ++i) {
    doc->claims.v[i].event  = moved(to, doc->claims.v[i].event);
    doc->claims.v[i].speech = moved(to, doc->claims.v[i].speech);
  }
  for (uint32_t i = 0; i < doc->quotes.n; ++i) {
    doc->quotes.v[i].event = moved(to, doc->quotes.v[i].event);
  }
}

kb_status kb_extract__merged(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  uint32_t* to = kb_arena_array(doc->arena, doc->events.n + 1u, sizeof *to);
  if (!to) {
    return kb_error_nomem(err);
  }
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    sort(&doc->events.v[i].agents);
    sort(&doc->events.v[i].patients);
    sort(&doc->events.v[i].counterparts);
    sort(&doc->events.v[i].recipients);
    sort(&doc->events.v[i].places);
  }
  const kb_status st = find_same(doc, lex, to);
  if (st != KB_OK) {
    return kb_error_nomem(err);
  }
  compact(doc, to);
  return KB_OK;
}
