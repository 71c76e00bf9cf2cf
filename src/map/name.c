/*
   Names from content. An event is a proposition: the same type, participants,
   place, time and amounts give the same IRI in every article. Where too little
   is known to tell it from other events, the place in the article is its name.
*/
#include "map_internal.h"

#include <stdlib.h>

raptor_term* kb_mapping__hashed(kb_mapping* m, const char* kind, kb_digest digest)
{
  char hex[KB_DIGEST_HEX];
  kb_digest_hex(digest, hex);
  return kb_graph_node(m->graph, kind, (kb_str){hex, sizeof hex});
}

void kb_mapping__digest_term(kb_digest* digest, const raptor_term* term)
{
  kb_digest_add(digest, term ? kb_graph_iri_of(term) : KB_STR(""));
}

static int compare_terms(const void* a, const void* b)
{
  return kb_str_cmp(kb_graph_iri_of(*(raptor_term* const*)a), kb_graph_iri_of(*(raptor_term* const*)b));
}

typedef raptor_term* term_of(kb_mapping* m, uint32_t id);

/// A list of participants, whose order does not matter. False if it is empty.
static bool digest_list(kb_mapping* m, kb_digest* digest, const uint32_t* ids, uint32_t n, term_of* get)
{
  const kb_mark mark  = kb_arena_mark(m->scratch);
  raptor_term** terms = kb_arena_array(m->scratch, n, sizeof *terms);
  if (!terms) {
    kb_graph_fail(m->graph, KB_E_NOMEM, "out of memory");
    return false;
  }
  uint32_t k = 0;
  for (uint32_t i = 0; i < n; ++i) {
    terms[k] = get(m, ids[i]);
    k += terms[k] != NULL;
  }
  if (k > 1) {
    qsort(terms, k, sizeof *terms, compare_terms);
  }
  kb_digest_number(digest, k);
  for (uint32_t i = 0; i < k; ++i) {
    kb_mapping__digest_term(digest, terms[i]);
  }
  kb_arena_rewind(m->scratch, mark);
  return k > 0;
}

static bool digest_quantity(kb_mapping* m, kb_digest* digest, uint32_t id)
{
  const kb_quantity* q        = id < m->doc->quantities.n ? &m->doc->quantities.v[id] : NULL;
  const bool         is_known = q && q->has_value;
  kb_digest_number(digest, is_known ? q->value : -1);
  kb_digest_number(digest, is_known ? q->scale : -1);
  kb_digest_add(digest, is_known ? q->unit : KB_STR(""));
  return is_known;
}

/// A weekday or "recently" is a name within its article only.
static bool digest_time(kb_mapping* m, kb_digest* digest, uint32_t id)
{
  raptor_term* node = kb_mapping__time(m, id);
  kb_mapping__digest_term(digest, node);
  if (!node) {
    return false;
  }
  const kb_time* t = &m->doc->times.v[id];
  kb_digest_number(digest, t->from | t->until << 1);
  return t->begin.year != 0;
}

/// Where an event stands that its content cannot name.
static void digest_trigger(kb_mapping* m, kb_digest* digest, const kb_event* e)
{
  kb_mapping__digest_term(digest, m->article);
  kb_digest_number(digest, e->trigger < m->doc->words.n ? m->doc->words.v[e->trigger].span.start : e->label.start);
}

/// All that is said of an event but its topics; number of kinds of arguments.
static unsigned digest_arguments(kb_mapping* m, kb_digest* d, const kb_event* e)
{
  unsigned kinds = 0;
  kinds += digest_list(m, d, e->agents.v, e->agents.n, kb_mapping__entity);
  bool acted_on = digest_list(m, d, e->patients.v, e->patients.n, kb_mapping__entity);
  acted_on      = digest_list(m, d, e->counterparts.v, e->counterparts.n, kb_mapping__entity) || acted_on;
  acted_on      = digest_list(m, d, e->recipients.v, e->recipients.n, kb_mapping__entity) || acted_on;
  kinds += acted_on;
  kinds += digest_list(m, d, e->places.v, e->places.n, kb_mapping__entity);
  kinds += digest_time(m, d, e->time);
  kb_mapping__digest_term(d, kb_mapping__entity(m, e->instrument));
  bool counted = digest_quantity(m, d, e->amount);
  counted      = digest_quantity(m, d, e->dead) || counted;
  counted      = digest_quantity(m, d, e->injured) || counted;
  counted      = digest_quantity(m, d, e->arrested) || counted;
  return kinds + counted;
}

/// Who says something when is not what is said: speech needs a topic.
static bool is_speech(const kb_event* e)
{
  return kb_str_eq(e->type, KB_STR("STATEMENT")) || kb_str_eq(e->type, KB_STR("APPEAL"));
}

/// The IRI of an event whose topic event, if any, has its name.
static raptor_term* make_name(kb_mapping* m, const kb_event* e, const raptor_term* topic_event)
{
  kb_digest d = kb_digest_init();
  kb_digest_add(&d, e->type);
  kb_digest_add(&d, e->mode);
  kb_digest_add(&d, e->subtype);
  kb_digest_add(&d, e->predicate);
  unsigned   kinds   = digest_arguments(m, &d, e);
  const bool topical = digest_list(m, &d, e->topics.v, e->topics.n, kb_mapping__topic) || topic_event;
  kb_mapping__digest_term(&d, topic_event);
  kinds += topical;
  if (kinds < 2 || (is_speech(e) && !topical)) {
    digest_trigger(m, &d, e);
  }
  return kb_mapping__hashed(m, "event", d);
}

/// Follows the chain of topics ("denied that he had promised to ...") to its
/// end and names the events from there back; a circle is cut.
raptor_term* kb_mapping__event_name(kb_mapping* m, uint32_t event)
{
  const kb_doc* doc = m->doc;
  if (event >= doc->events.n) {
    return NULL;
  }
  const kb_mark mark  = kb_arena_mark(m->scratch);
  uint32_t*     chain = kb_arena_array(m->scratch, doc->events.n, sizeof *chain);
  if (!chain) {
    kb_graph_fail(m->graph, KB_E_NOMEM, "out of memory");
    return NULL;
  }
  uint32_t n = 0;
  for (uint32_t e = event; e < doc->events.n && !m->events[e] && n < doc->events.n; e = doc->events.v[e].topic_event) {
    chain[n++] = e;
  }
  while (n-- > 0) {
    const kb_event* e     = &doc->events.v[chain[n]];
    raptor_term*    topic = e->topic_event < doc->events.n ? m->events[e->topic_event] : NULL;
    if (!m->events[chain[n]]) {
      m->events[chain[n]] = make_name(m, e, topic);
    }
  }
  kb_arena_rewind(m->scratch, mark);
  return m->events[event];
}
