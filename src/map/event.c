#include "map_internal.h"

/// A narrower concept of an event type: kh:REJECT-assist.
static raptor_term* narrower(kb_mapping* m, kb_str type, kb_str mode)
{
  char name[64];
  if (!mode.n || type.n + mode.n + 1 > sizeof name) {
    return NULL;
  }
  memcpy(name, type.p, type.n);
  name[type.n] = '-';
  memcpy(name + type.n + 1, mode.p, mode.n);
  return kb_graph_kh(m->graph, (kb_str){name, type.n + 1 + mode.n});
}

/// "military human_rights": kh:context-military and kh:context-human_rights.
static void put_contexts(kb_mapping* m, raptor_term* node, kb_str contexts)
{
  while (contexts.n) {
    const char*  blank = memchr(contexts.p, ' ', contexts.n);
    const size_t n     = blank ? (size_t)(blank - contexts.p) : contexts.n;
    kb_graph_put(m->graph, node, KB_KH_CONTEXT, narrower(m, KB_STR("context"), (kb_str){contexts.p, n}));
    contexts = kb_str_from(contexts, n + 1);
  }
}

static void put_entities(kb_mapping* m, raptor_term* node, kb_vocab role, const uint32_t* ids, uint32_t n)
{
  for (uint32_t i = 0; i < n; ++i) {
    kb_graph_put(m->graph, node, role, kb_mapping__entity(m, ids[i]));
  }
}

static void put_type(kb_mapping* m, raptor_term* node, const kb_event* e)
{
  kb_graph* g = m->graph;
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_KH_EVENT);
  kb_graph_put(g, node, KB_KH_EVENT_TYPE, kb_graph_kh(g, e->type.n ? e->type : KB_STR("OTHER")));
  kb_graph_put(g, node, KB_KH_MODE, narrower(m, e->type, e->mode));
  kb_graph_put(g, node, KB_KH_MODE, narrower(m, e->type, e->subtype));
  put_contexts(m, node, e->context);
  kb_graph_put(g, node, KB_KH_CAMEO, kb_graph_string(g, e->cameo));
}

static void put_arguments(kb_mapping* m, raptor_term* node, const kb_event* e)
{
  kb_graph* g = m->graph;
  put_entities(m, node, KB_KH_AGENT, e->agents.v, e->agents.n);
  put_entities(m, node, KB_KH_PATIENT, e->patients.v, e->patients.n);
  put_entities(m, node, KB_KH_COUNTERPART, e->counterparts.v, e->counterparts.n);
  put_entities(m, node, KB_KH_RECIPIENT, e->recipients.v, e->recipients.n);
  kb_graph_put(g, node, KB_KH_INSTRUMENT, kb_mapping__entity(m, e->instrument));
  put_entities(m, node, KB_KH_PLACE, e->places.v, e->places.n);
  for (uint32_t i = 0; i < e->topics.n; ++i) {
    kb_graph_put(g, node, KB_KH_TOPIC, kb_mapping__topic(m, e->topics.v[i]));
  }
  kb_graph_put(g, node, KB_KH_TOPIC, kb_mapping__event_name(m, e->topic_event));
  kb_graph_put(g, node, KB_KH_AMOUNT, kb_mapping__quantity(m, e->amount));
  kb_graph_put(g, node, KB_KH_DEAD, kb_mapping__quantity(m, e->dead));
  kb_graph_put(g, node, KB_KH_INJURED, kb_mapping__quantity(m, e->injured));
  kb_graph_put(g, node, KB_KH_ARRESTED, kb_mapping__quantity(m, e->arrested));
}

static void describe(kb_mapping* m, raptor_term* node, const kb_event* e)
{
  put_type(m, node, e);
  put_arguments(m, node, e);
  kb_mapping__event_time(m, node, e->time);
  if (e->label.start < e->label.end && e->label.end <= m->doc->text.n) {
    const kb_str label = kb_doc_phrase(m->doc, e->label);
    if (!label.p) {
      kb_graph_fail(m->graph, KB_E_NOMEM, "out of memory");
    }
    kb_graph_put(m->graph, node, KB_RDFS_LABEL, kb_graph_arabic(m->graph, label));
  }
  kb_graph_put(m->graph, node, KB_GAF_DENOTED_BY, kb_mapping__word(m, e->trigger));
}

/// Describes the event and those it speaks of: its topic event, the events
/// of its topics, and so on; a list of what is to be done takes the place of
/// recursion.
raptor_term* kb_mapping__event(kb_mapping* m, uint32_t event)
{
  const kb_doc* doc = m->doc;
  if (event >= doc->events.n) {
    return NULL;
  }
  const kb_mark mark = kb_arena_mark(m->scratch);
  uint32_t*     todo = kb_arena_array(m->scratch, doc->events.n, sizeof *todo);
  if (!todo) {
    kb_graph_fail(m->graph, KB_E_NOMEM, "out of memory");
    return NULL;
  }
  uint32_t n = 0;
  if (!m->event_done[event]) {
    m->event_done[event] = true;
    todo[n++]            = event;
  }
  while (n > 0) {
    const uint32_t  id = todo[--n];
    const kb_event* e  = &doc->events.v[id];
    describe(m, kb_mapping__event_name(m, id), e);
    if (e->topic_event < doc->events.n && !m->event_done[e->topic_event]) {
      m->event_done[e->topic_event] = true;
      todo[n++]                     = e->topic_event;
    }
    for (uint32_t i = 0; i < e->topics.n; ++i) {
      const uint32_t about = e->topics.v[i] < doc->topics.n ? doc->topics.v[e->topics.v[i]].about : KB_NONE;
      if (about >= doc->events.n) {
        continue;
      }
      kb_graph_put(m->graph, kb_mapping__topic(m, e->topics.v[i]), KB_SCHEMA_ABOUT, kb_mapping__event_name(m, about));
      if (!m->event_done[about]) {
        m->event_done[about] = true;
        todo[n++]            = about;
      }
    }
  }
  kb_arena_rewind(m->scratch, mark);
  return kb_mapping__event_name(m, event);
}
