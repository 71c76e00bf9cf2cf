/*
   Facts that follow from claims by rule. The literal claim stays; the derived
   one stands beside it and names the rule.

   "We will not cooperate with Iran", said of one's own side, is a rejection by
   the speaker. "Neither confirm nor deny" is none.
*/
#include "factuality.h"

/// A negated event that amounts to another.
typedef struct rule {
  const char* type; ///< of the negated event
  bool        only_future;
  const char* to;
  const char* mode;
  const char* cameo;
  const char* predicate;
  const char* id;
} rule;

static const rule rules[] = {
  {"COOPERATE", false, "REJECT", "assist", "120", "rejects", "reject.negated-cooperation"},
  {"AID", true, "REJECT", "assist", "120", "rejects", "reject.negated-aid"},
  {"CONSULT", true, "REJECT", "meet", "120", "rejects", "reject.negated-meeting"},
};

static const rule* rule_for(const kb_claim* c, const kb_event* e)
{
  for (size_t i = 0; i < sizeof rules / sizeof *rules; ++i) {
    if (kb_str_eq(e->type, kb_str_of(rules[i].type)) && (c->future || !rules[i].only_future)) {
      return &rules[i];
    }
  }
  return NULL;
}

static uint32_t country_of(const kb_view* v, uint32_t entity)
{
  const kb_entity* e   = &v->doc->entities.v[entity];
  const uint32_t   own = e->type == KB_ENT_COUNTRY ? e->gaz : e->country;
  if (e->metonym != KB_NONE || own == KB_NONE || kb_lexicon_gaz(v->lex, own)->type == KB_ENT_COUNTRY) {
    return e->metonym != KB_NONE ? e->metonym : own;
  }
  return kb_lexicon_gaz(v->lex, own)->country;
}

/// Is it the speaker himself, or the state he speaks for?
static bool is_own_side(const kb_view* v, uint32_t speaker, const kb_event* e)
{
  if (!e->agents.n) {
    return true;
  }
  const uint32_t country = country_of(v, speaker);
  for (uint32_t i = 0; i < e->agents.n; ++i) {
    if (e->agents.v[i] == speaker || (country != KB_NONE && country_of(v, e->agents.v[i]) == country)) {
      return true;
    }
  }
  return false;
}

static bool is_among(const kb_ids* ids, uint32_t id)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    if (ids->v[i] == id) {
      return true;
    }
  }
  return false;
}

/// Does the speaker already refuse it in so many words?
static bool is_refused(const kb_doc* doc, uint32_t event, uint32_t speaker)
{
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    const kb_event* e = &doc->events.v[i];
    if (e->topic_event == event && kb_str_eq(e->type, KB_STR("REJECT")) && is_among(&e->agents, speaker)) {
      return true;
    }
  }
  return false;
}

static kb_status derive(kb_doc* doc, uint32_t claim, const rule* r)
{
  const kb_claim from = doc->claims.v[claim];
  kb_event*      e    = kb_array_push(doc->arena, &doc->events);
  kb_claim*      c    = kb_array_push(doc->arena, &doc->claims);
  if (!e || !c) {
    return KB_E_NOMEM;
  }
  const kb_event* base = &doc->events.v[from.event];
  *e                   = (kb_event){.type        = kb_str_of(r->to),
                                    .mode        = kb_str_of(r->mode),
                                    .subtype     = KB_STR(""),
                                    .cameo       = kb_str_of(r->cameo),
                                    .context     = base->context,
                                    .predicate   = kb_str_of(r->predicate),
                                    .frame       = KB_NONE,
                                    .clause      = base->clause,
                                    .trigger     = from.trigger,
                                    .topic_event = from.event,
                                    .instrument  = KB_NONE,
                                    .time        = KB_NONE,
                                    .amount      = KB_NONE,
                                    .dead        = KB_NONE,
                                    .injured     = KB_NONE,
                                    .arrested    = KB_NONE,
                                    .label       = base->label};
  *c                   = from;
  c->event             = doc->events.n - 1;
  c->source            = KB_NONE;
  c->via               = claim;
  c->rule              = kb_str_of(r->id);
  c->negative          = false;
  c->future            = false;
  c->certainty         = KB_CERTAIN;
  c->modality          = KB_MODAL_NONE;
  c->confidence        = (uint8_t)(from.confidence * 4 / 5);
  return kb_extract__add(doc, &e->agents, from.source);
}

/// Only what somebody says of his own side and means to be so.
static bool is_open_to_rules(const kb_view* v, const kb_claim* c)
{
  const bool is_meant = c->modality == KB_MODAL_NONE || c->modality == KB_MODAL_INTENDED;
  return c->negative && c->source != KB_NONE && is_meant && c->certainty == KB_CERTAIN &&
         is_own_side(v, c->source, &v->doc->events.v[c->event]) &&
         !kb_extract__clause(v, v->doc->events.v[c->event].clause)->neither;
}

kb_status kb_extract__derived(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_view        v;
  kb_status      st = kb_extract__view(&v, doc, lex, err);
  const uint32_t n  = doc->claims.n;
  for (uint32_t i = 0; st == KB_OK && i < n; ++i) {
    const kb_claim* c = &doc->claims.v[i];
    const rule*     r = is_open_to_rules(&v, c) ? rule_for(c, &doc->events.v[c->event]) : NULL;
    if (r && !is_refused(doc, c->event, c->source)) {
      st = derive(doc, i, r);
    }
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
