#include "map_internal.h"

uint32_t kb_mapping__point(const kb_mapping* m, uint32_t byte)
{
  return kb_points_at(&m->doc->points, byte);
}

/// Several words? Then NIF calls it a phrase.
static bool has_space(kb_str s)
{
  return memchr(s.p, ' ', s.n) || memchr(s.p, '\n', s.n);
}

static void place(kb_mapping* m, raptor_term* node, uint32_t begin, uint32_t end)
{
  kb_graph_put(m->graph, node, KB_NIF_REFERENCE_CONTEXT, m->context);
  kb_graph_put(m->graph, node, KB_NIF_BEGIN_INDEX, kb_graph_offset(m->graph, begin));
  kb_graph_put(m->graph, node, KB_NIF_END_INDEX, kb_graph_offset(m->graph, end));
}

/// A span as a node of a given NIF class. A span may be a sentence and a
/// mention at once: the classes add up.
static raptor_term* span_node(kb_mapping* m, kb_span span, kb_vocab nif_class, bool with_text)
{
  if (span.start >= span.end || span.end > m->doc->text.n) {
    return NULL;
  }
  const uint32_t begin = kb_mapping__point(m, span.start);
  const uint32_t end   = kb_mapping__point(m, span.end);
  raptor_term*   node  = kb_graph_local_span(m->graph, "offset", begin, end);
  const bool     known = kb_graph_is_described(m->graph, node) && node != m->context;
  if (!known) {
    kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_NIF_OFFSET_STRING);
  }
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, nif_class);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_GAF_MENTION);
  if (!known) {
    place(m, node, begin, end);
  }
  if (with_text) {
    kb_graph_put(m->graph, node, KB_NIF_ANCHOR_OF, kb_graph_string(m->graph, kb_doc_cut(m->doc, span)));
  }
  return node;
}

/// The sentence a byte lies in, KB_NONE outside any.
static uint32_t sentence_at(const kb_doc* doc, uint32_t byte)
{
  uint32_t low = 0, high = doc->sentences.n;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (doc->sentences.v[middle].span.end <= byte) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < doc->sentences.n && doc->sentences.v[low].span.start <= byte ? low : KB_NONE;
}

raptor_term* kb_mapping__sentence(kb_mapping* m, uint32_t sentence)
{
  if (sentence >= m->doc->sentences.n) {
    return NULL;
  }
  if (!m->sentences[sentence]) {
    m->sentences[sentence] = span_node(m, m->doc->sentences.v[sentence].span, KB_NIF_SENTENCE, !m->options->no_text);
  }
  return m->sentences[sentence];
}

/** \name The nodes that are there already, by span */

/// Twice as many slots as mentions can come up, so that one is always free.
bool kb_mapping__make_spans(kb_mapping* m)
{
  const kb_doc* d     = m->doc;
  const size_t  facts = (size_t)d->roles.n + d->topics.n + 2 * (size_t)d->quotes.n + d->events.n + d->claims.n;
  const size_t  most  = facts + d->mentions.n + d->times.n + d->quantities.n;
  m->n_spans          = 16;
  while (m->n_spans < most * 2) {
    m->n_spans *= 2;
  }
  m->spans = kb_arena_array(m->scratch, m->n_spans, sizeof *m->spans);
  return m->spans != NULL;
}

static kb_span_node* slot_of(const kb_mapping* m, kb_span span)
{
  const uint64_t key = ((uint64_t)span.start << 32 | span.end) * 0x9e3779b97f4a7c15u;
  size_t         i   = (size_t)(key >> 32) & (m->n_spans - 1);
  while (m->spans[i].node && (m->spans[i].span.start != span.start || m->spans[i].span.end != span.end)) {
    i = (i + 1) & (m->n_spans - 1);
  }
  return &m->spans[i];
}

raptor_term* kb_mapping__mention(kb_mapping* m, kb_span span)
{
  if (span.start >= span.end || span.end > m->doc->text.n) {
    return NULL;
  }
  kb_span_node* slot = slot_of(m, span);
  if (!slot->node) {
    const kb_vocab nif_class = has_space(kb_doc_cut(m->doc, span)) ? KB_NIF_PHRASE : KB_NIF_WORD;
    raptor_term*   node      = span_node(m, span, nif_class, true);
    kb_graph_put(m->graph, node, KB_KH_SENTENCE, kb_mapping__sentence(m, sentence_at(m->doc, span.start)));
    *slot = (kb_span_node){span, node};
  }
  return slot->node;
}

raptor_term* kb_mapping__word(kb_mapping* m, uint32_t word)
{
  return word < m->doc->words.n ? kb_mapping__mention(m, m->doc->words.v[word].span) : NULL;
}

void kb_mapping__denote(kb_mapping* m, raptor_term* thing, kb_span span)
{
  kb_graph_put(m->graph, thing, KB_GAF_DENOTED_BY, kb_mapping__mention(m, span));
}
