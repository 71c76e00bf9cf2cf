#include "map_internal.h"

bool kb_mapping__is_kept(const kb_mapping* m, unsigned confidence)
{
  return confidence >= m->options->min_confidence;
}

void kb_mapping__evidence(kb_mapping* m, raptor_term* fact, kb_str rule, unsigned confidence)
{
  kb_graph* g = m->graph;
  kb_graph_put(g, fact, KB_KH_CONFIDENCE, kb_graph_decimal(g, confidence > 100 ? 100 : confidence, 2));
  if (!rule.n) {
    return;
  }
  raptor_term* node = kb_graph_node(g, "rule", rule);
  kb_graph_put(g, fact, KB_KH_RULE, node);
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_KH_RULE_CLASS);
  kb_graph_put(g, node, KB_RDFS_LABEL, kb_graph_english(g, rule));
}

static kb_vocab certainty_of(const kb_claim* c)
{
  switch (c->certainty) {
  case KB_CERTAIN:
    return KB_FACT_CERTAIN;
  case KB_PROBABLE:
    return KB_FACT_PROBABLE;
  case KB_POSSIBLE:
    return KB_FACT_POSSIBLE;
  default:
    return KB_FACT_UNDERSPECIFIED;
  }
}

static void put_modality(kb_mapping* m, raptor_term* node, unsigned modality)
{
  static const kb_vocab terms[] = {
    [KB_MODAL_POSSIBLE] = KB_KH_POSSIBLE,         [KB_MODAL_CONDITIONAL] = KB_KH_CONDITIONAL,
    [KB_MODAL_HYPOTHETICAL] = KB_KH_HYPOTHETICAL, [KB_MODAL_INTENDED] = KB_KH_INTENDED,
    [KB_MODAL_ORDERED] = KB_KH_ORDERED,
  };
  if (modality != KB_MODAL_NONE && modality < sizeof terms / sizeof *terms) {
    kb_graph_tag(m->graph, node, KB_KH_MODALITY, terms[modality]);
  }
}

static raptor_term* source_of(kb_mapping* m, const kb_claim* c)
{
  raptor_term* source = kb_mapping__entity(m, c->source);
  return source ? source : kb_mapping__narrator(m);
}

/// A claim belongs to its article: each is one place where somebody says so.
static raptor_term* name_of(kb_mapping* m, const kb_claim* c, raptor_term* event, raptor_term* source)
{
  kb_digest d = kb_digest_init();
  kb_mapping__digest_term(&d, m->article);
  kb_mapping__digest_term(&d, event);
  kb_mapping__digest_term(&d, source);
  kb_digest_number(&d, c->trigger < m->doc->words.n ? m->doc->words.v[c->trigger].span.start : KB_NONE);
  kb_digest_number(&d, c->negative | c->future << 1 | c->historical << 2);
  kb_digest_number(&d, c->certainty);
  kb_digest_number(&d, c->modality);
  kb_digest_add(&d, c->rule);
  return kb_mapping__hashed(m, "claim", d);
}

static void put_factuality(kb_mapping* m, raptor_term* node, const kb_claim* c)
{
  kb_graph* g = m->graph;
  kb_graph_tag(g, node, KB_KH_POLARITY, c->negative ? KB_FACT_NEGATIVE : KB_FACT_POSITIVE);
  kb_graph_tag(g, node, KB_KH_CERTAINTY, certainty_of(c));
  kb_graph_tag(g, node, KB_KH_TEMPORALITY, c->future ? KB_FACT_FUTURE : KB_FACT_NON_FUTURE);
  put_modality(m, node, c->modality);
  if (c->historical) {
    kb_graph_put(g, node, KB_KH_HISTORICAL, kb_graph_boolean(g, true));
  }
}

static void describe(kb_mapping* m, raptor_term* node, const kb_claim* c, raptor_term* event, raptor_term* source)
{
  kb_graph* g = m->graph;
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_KH_CLAIM);
  kb_graph_put(g, node, KB_KH_ABOUT, event);
  kb_graph_put(g, node, KB_PROV_WAS_ATTRIBUTED_TO, source);
  put_factuality(m, node, c);
  kb_mapping__evidence(m, node, c->rule, c->confidence);
  kb_graph_put(g, node, KB_KH_REPORTED_BY, m->article);
  kb_graph_put(g, node, KB_KH_TRIGGER, kb_mapping__word(m, c->trigger));
  kb_graph_put(g, node, KB_GAF_DENOTED_BY, kb_mapping__sentence(m, c->sentence));
}

static const kb_claim* kept_claim(const kb_mapping* m, uint32_t claim)
{
  const kb_claim* c = claim < m->doc->claims.n ? &m->doc->claims.v[claim] : NULL;
  return c && kb_mapping__is_kept(m, c->confidence) ? c : NULL;
}

raptor_term* kb_mapping__claim(kb_mapping* m, uint32_t claim)
{
  const kb_claim* c = kept_claim(m, claim);
  if (!c || m->claims[claim]) {
    return c ? m->claims[claim] : NULL;
  }
  raptor_term* event = kb_mapping__event(m, c->event);
  if (!event) {
    return NULL;
  }
  raptor_term* source = source_of(m, c);
  raptor_term* node   = name_of(m, c, event, source);
  m->claims[claim]    = node;
  if (!kb_graph_is_described(m->graph, node)) {
    describe(m, node, c, event, source);
  }
  return node;
}

/// What a claim says of other facts, once all of them have names.
static void link(kb_mapping* m, uint32_t claim)
{
  raptor_term* node = kb_mapping__claim(m, claim);
  if (!node) {
    return;
  }
  const kb_claim* c = &m->doc->claims.v[claim];
  kb_graph_put(m->graph, node, KB_KH_QUOTATION, kb_mapping__quote(m, c->quote));
  kb_graph_put(m->graph, node, KB_KH_SPEECH_EVENT, kb_mapping__event(m, c->speech));
  kb_graph_put(m->graph, node, KB_KH_VIA, kb_mapping__claim(m, c->via));
}

void kb_mapping__claims(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->claims.n; ++i) {
    kb_mapping__claim(m, i);
    link(m, i);
  }
}
