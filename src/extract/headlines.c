/*
   Headline triples: subject, predicate, object, for what the article itself
   asserts as said or done. What somebody says happened stays behind the claim.
*/
#include "extract_internal.h"

enum { MIN_CONFIDENCE = 40, MAX_TRIPLES = 16 };

static bool is_asserted(const kb_claim* c)
{
  return c->source == KB_NONE && c->quote == KB_NONE && !c->negative && !c->future && c->certainty == KB_CERTAIN &&
         c->modality == KB_MODAL_NONE && c->confidence >= MIN_CONFIDENCE;
}

/// A derived claim is asserted by the article though it stands in a quotation.
static bool is_derived(const kb_doc* doc, const kb_claim* c)
{
  return doc->events.v[c->event].frame == KB_NONE;
}

static kb_status add(kb_doc* doc, uint32_t claim, uint32_t subject, uint32_t object, uint8_t kind)
{
  if (kind == KB_OBJECT_ENTITY && object == subject) {
    return KB_OK;
  }
  kb_headline* h = kb_array_push(doc->arena, &doc->headlines);
  if (!h) {
    return KB_E_NOMEM;
  }
  *h = (kb_headline){.subject = subject, .predicate = doc->events.v[doc->claims.v[claim].event].predicate, .object = object,
                     .object_kind = kind, .claim = claim};
  return KB_OK;
}

static kb_status add_all(kb_doc* doc, uint32_t claim, const kb_event* e, const kb_ids* objects, uint8_t kind)
{
  kb_status st = KB_OK;
  for (uint32_t a = 0; a < e->agents.n && a < MAX_TRIPLES; ++a) {
    for (uint32_t i = 0; st == KB_OK && i < objects->n && i < MAX_TRIPLES; ++i) {
      st = add(doc, claim, e->agents.v[a], objects->v[i], kind);
    }
  }
  return st;
}

static kb_status headline_of(kb_doc* doc, uint32_t claim)
{
  const kb_event* e       = &doc->events.v[doc->claims.v[claim].event];
  const kb_ids*   lists[] = {&e->patients, &e->counterparts, &e->recipients};
  if (!e->predicate.n || !e->agents.n) {
    return KB_OK;
  }
  kb_status st = add_all(doc, claim, e, &e->topics, KB_OBJECT_TOPIC);
  for (size_t i = 0; st == KB_OK && i < sizeof lists / sizeof *lists; ++i) {
    st = add_all(doc, claim, e, lists[i], KB_OBJECT_ENTITY);
  }
  return st;
}

kb_status kb_extract__headlines(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  (void)lex;
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < doc->claims.n; ++i) {
    const kb_claim* c = &doc->claims.v[i];
    if (is_asserted(c) || (is_derived(doc, c) && c->source == KB_NONE && !c->negative)) {
      st = headline_of(doc, i);
    }
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
