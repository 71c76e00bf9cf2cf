/// Mentions of what the phrases that a common noun opens name or describe.
#include "mention_internal.h"

static unsigned type_of(const kb_headed* h)
{
  switch (h->class) {
  case KB_CUE_PLACE:
  case KB_CUE_FACILITY:
    return KB_ENT_PLACE;
  case KB_CUE_CITY:
    return KB_ENT_CITY;
  case KB_CUE_PEOPLE:
    return KB_ENT_PEOPLE;
  case KB_CUE_HAPPENING:
    return KB_ENT_HAPPENING;
  case KB_CUE_DOCUMENT:
    return KB_ENT_DOCUMENT;
  default:
    return KB_ENT_ORGANISATION;
  }
}

/// Is the phrase a name, or a description?
static bool is_name(const kb_headed* h)
{
  if (h->class == KB_CUE_BODY || h->bare || h->use == KB_HEAD_GROUP) {
    return false;
  }
  if (h->class == KB_CUE_ORGANISATION && h->use == KB_HEAD_OF_NAME) {
    return true;
  }
  if (h->class == KB_CUE_ORGANISATION && h->holds_body && h->use != KB_HEAD_BODY) {
    return false;
  }
  if (h->place && (h->class == KB_CUE_FACILITY || h->use == KB_HEAD_LOOSE)) { // the airport, the team of a known place
    return false;
  }
  return h->proper;
}

/// The proper name inside, for heads that the name can do without.
static kb_status propose_inner(kb_scan* s, const kb_headed* h)
{
  const bool place = h->class == KB_CUE_CITY || h->class == KB_CUE_PLACE || (h->class == KB_CUE_FACILITY && h->marked);
  if (!h->proper || h->place || h->holds_body ||
      (!place && (h->class != KB_CUE_ORGANISATION || h->use == KB_HEAD_OF_NAME))) {
    return KB_OK;
  }
  const uint32_t last = h->marked ? h->last - 1 : h->last;
  if (last < h->inner) {
    return KB_OK;
  }
  kb_mention m = kb_mention__blank(s, h->inner, last, type_of(h), KB_MENTION_NAME);
  m.score      = 65;
  return kb_mention__propose(s, m, h->marked ? 2.2f : 1.6f, KB_SRC_HEADED);
}

static kb_status propose(kb_scan* s, uint32_t w, const kb_headed* h)
{
  const bool name = is_name(h);
  const bool town = h->class == KB_CUE_CITY || (h->marked && h->use == KB_HEAD_LOOSE); // "the city of X": the name is X
  kb_status  st   = propose_inner(s, h);
  if (st != KB_OK || town || (h->bare && h->class != KB_CUE_BODY && h->class != KB_CUE_ORGANISATION)) {
    return st;
  }
  const unsigned type = type_of(h);
  if (!name && (type != KB_ENT_ORGANISATION || h->use == KB_HEAD_PROPER || kb_mention__is_portfolio(s, w))) {
    return KB_OK;
  }
  if (h->bare && !kb_mention__has(s, w, KB_W_DEFINITE)) {
    return KB_OK;
  }
  kb_mention m   = kb_mention__blank(s, w, h->last, type, name ? KB_MENTION_NAME : KB_MENTION_NOMINAL);
  m.nation       = h->nation;
  m.score        = h->proper ? 75 : 65;
  const bool low = h->bare || h->use == KB_HEAD_GROUP;
  return kb_mention__propose(s, m, name ? 2.0f : 1.9f, low ? KB_SRC_NOMINAL : KB_SRC_HEADED);
}

kb_status kb_mention__headed(kb_scan* s)
{
  kb_status st = KB_OK;
  for (uint32_t w = s->first; w < s->end && st == KB_OK; ++w) {
    const kb_hit* listed = kb_mention__hit(s, w, KB_PHRASE_NAME);
    kb_headed     h;
    const bool    name = listed && listed->tokens > 1;
    if (kb_mention__parse_headed(s, w, &h) && (!name || (h.purpose && h.last > listed->last))) {
      st = propose(s, w, &h);
    }
  }
  return st;
}
