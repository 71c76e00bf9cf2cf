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

/// "work", "use": a topic of one common word, without a party and without an event, tells nothing.
static bool is_vague(const kb_topic* t)
{
  return t->parts < 2 && !t->event_type.n && t->counterpart == KB_NONE;
}

/// Does any claim about the event deny it?
static bool is_denied(const kb_doc* doc, uint32_t event)
{
  for (uint32_t i = 0; i < doc->claims.n; ++i) {
    if (doc->claims.v[i].event == event && doc->claims.v[i].negative) {
      return true;
    }
  }
  return false;
}

/// "affirms Iran", "says travel": a name alone is nothing that is said, wanted or denied; what is affirmed is an event,
/// told by more than its kind unless that is a type of PLOVER.
static bool is_no_content(const kb_frame* f, const kb_topic* t)
{
  const bool affirms  = f->speech == KB_SPEECH_SAY || f->speech == KB_SPEECH_SHOW || kb_frame_is_thought(f);
  const bool is_short = t->parts < 2;
  const bool is_plain = kb_str_eq(t->event_type, KB_STR("OTHER")) || kb_str_eq(t->event_type, KB_STR("STATEMENT"));
  return (affirms && (t->about == KB_NONE || (is_short && is_plain))) ||
         ((f->speech || f->stance) && is_short && !t->event_type.n);
}

/// "would neither confirm nor deny": who declines to speak rejects nothing.
static bool is_no_comment(const kb_event* e, const kb_topic* t)
{
  return kb_str_eq(e->type, KB_STR("REJECT")) && kb_str_eq(t->event_type, KB_STR("STATEMENT"));
}

/// "cooperates with": a party is asked for; what they do together is none.
static bool needs_party(const kb_event* e)
{
  return kb_str_ends(e->predicate, KB_STR("With"));
}

/// "Kerry affirms cooperation" would be wrong where he affirms that there is none.
static bool misleads(const kb_doc* doc, const kb_lexicon* lex, const kb_event* e, const kb_topic* t)
{
  const kb_frame* f = e->frame == KB_NONE ? NULL : kb_lexicon_frame(lex, e->frame);
  if (is_vague(t) || is_no_comment(e, t) || needs_party(e)) {
    return true;
  }
  if (!f) {
    return false;
  }
  const bool asserts = f->speech == KB_SPEECH_SAY || f->speech == KB_SPEECH_SHOW || kb_frame_is_thought(f) ||
                       f->speech == KB_SPEECH_PROMISE;
  return is_no_content(f, t) || (asserts && t->about != KB_NONE && is_denied(doc, t->about));
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
  *h = (kb_headline){.subject     = subject,
                     .predicate   = doc->events.v[doc->claims.v[claim].event].predicate,
                     .object      = object,
                     .object_kind = kind,
                     .claim       = claim};
  return KB_OK;
}

static kb_status add_all(kb_doc* doc, const kb_lexicon* lex, uint32_t claim, const kb_ids* objects, uint8_t kind)
{
  const kb_event* e  = &doc->events.v[doc->claims.v[claim].event];
  kb_status       st = KB_OK;
  for (uint32_t a = 0; a < e->agents.n && a < MAX_TRIPLES; ++a) {
    for (uint32_t i = 0; st == KB_OK && i < objects->n && i < MAX_TRIPLES; ++i) {
      if (kind != KB_OBJECT_TOPIC || !misleads(doc, lex, e, &doc->topics.v[objects->v[i]])) {
        st = add(doc, claim, e->agents.v[a], objects->v[i], kind);
      }
    }
  }
  return st;
}

static kb_status headline_of(kb_doc* doc, const kb_lexicon* lex, uint32_t claim)
{
  const kb_event* e       = &doc->events.v[doc->claims.v[claim].event];
  const kb_ids*   lists[] = {&e->patients, &e->counterparts, &e->recipients};
  if (!e->predicate.n || !e->agents.n) {
    return KB_OK;
  }
  kb_status st = add_all(doc, lex, claim, &e->topics, KB_OBJECT_TOPIC);
  if (kb_str_eq(e->type, KB_STR("STATEMENT"))) {
    return st; // nobody "says" the person he says it to, or "affirms" an organisation
  }
  for (size_t i = 0; st == KB_OK && i < sizeof lists / sizeof *lists; ++i) {
    st = add_all(doc, lex, claim, lists[i], KB_OBJECT_ENTITY);
  }
  return st;
}

kb_status kb_extract__headlines(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < doc->claims.n; ++i) {
    const kb_claim* c = &doc->claims.v[i];
    if (is_asserted(c) || (is_derived(doc, c) && c->source == KB_NONE && !c->negative)) {
      st = headline_of(doc, lex, i);
    }
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
