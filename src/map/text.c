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
  return sentence < m->doc->sentences.n
             ? span_node(m, m->doc->sentences.v[sentence].span, KB_NIF_SENTENCE, !m->options->no_text)
             : NULL;
}

raptor_term* kb_mapping__mention(kb_mapping* m, kb_span span)
{
  if (span.start >= span.end || span.end > m->doc->text.n) {
    return NULL;
  }
  const kb_vocab nif_class = has_space(kb_doc_cut(m->doc, span)) ? KB_NIF_PHRASE : KB_NIF_WORD;
  raptor_term*   node      = span_node(m, span, nif_class, true);
  kb_graph_put(m->graph, node, KB_KH_SENTENCE, kb_mapping__sentence(m, sentence_at(m->doc, span.start)));
  return node;
}

raptor_term* kb_mapping__word(kb_mapping* m, uint32_t word)
{
  return word < m->doc->words.n ? kb_mapping__mention(m, m->doc->words.v[word].span) : NULL;
}

void kb_mapping__denote(kb_mapping* m, raptor_term* thing, kb_span span)
{
  kb_graph_put(m->graph, thing, KB_GAF_DENOTED_BY, kb_mapping__mention(m, span));
}
