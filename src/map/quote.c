#include "map_internal.h"

/// The words of the text, whatever blanks and line breaks are between them.
static void digest_words(kb_digest* d, kb_str text)
{
  size_t start = 0;
  for (size_t i = 0; i <= text.n; ++i) {
    if (i == text.n || (unsigned char)text.p[i] <= ' ') {
      if (i > start) {
        kb_digest_add(d, (kb_str){text.p + start, i - start});
      }
      start = i + 1;
    }
  }
}

/// The same words of the same speaker are one quotation in all articles;
/// without a speaker they are this article's own.
static raptor_term* name_of(kb_mapping* m, const kb_quote* q, raptor_term* speaker)
{
  kb_digest d = kb_digest_init();
  kb_mapping__digest_term(&d, speaker);
  digest_words(&d, kb_doc_cut(m->doc, q->span));
  if (!speaker) {
    kb_mapping__digest_term(&d, m->article);
    kb_digest_number(&d, q->span.start);
  }
  return kb_mapping__hashed(m, "quote", d);
}

static void describe(kb_mapping* m, raptor_term* node, const kb_quote* q, raptor_term* speaker)
{
  kb_graph* g = m->graph;
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_SCHEMA_QUOTATION);
  kb_graph_put(g, node, KB_SCHEMA_TEXT, kb_graph_arabic(g, kb_doc_cut(m->doc, q->span)));
  kb_graph_put(g, node, KB_SCHEMA_SPOKEN_BY, speaker);
  kb_graph_put(g, node, KB_KH_DIRECT, kb_graph_boolean(g, q->direct));
  kb_graph_put(g, node, KB_KH_CUE, kb_mapping__mention(m, q->cue_span));
  kb_graph_put(g, node, KB_KH_REPORTED_BY, m->article);
  kb_graph_put(g, node, KB_KH_SENTENCE, kb_mapping__sentence(m, q->sentence));
  kb_graph_put(g, node, KB_KH_SPEECH_EVENT, kb_mapping__event(m, q->event));
  kb_mapping__evidence(m, node, q->rule, q->confidence);
  kb_mapping__denote(m, node, q->span);
}

raptor_term* kb_mapping__quote(kb_mapping* m, uint32_t quote)
{
  if (quote >= m->doc->quotes.n) {
    return NULL;
  }
  const kb_quote* q = &m->doc->quotes.v[quote];
  if (q->span.start >= q->span.end || q->span.end > m->doc->text.n || !kb_mapping__is_kept(m, q->confidence)) {
    return NULL;
  }
  if (!m->quotes[quote]) {
    raptor_term* speaker = kb_mapping__entity(m, q->speaker);
    m->quotes[quote]     = name_of(m, q, speaker);
    describe(m, m->quotes[quote], q, speaker);
  }
  return m->quotes[quote];
}

void kb_mapping__quotes(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->quotes.n; ++i) {
    kb_mapping__quote(m, i);
  }
}
