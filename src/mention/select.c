/// Candidates for mentions, and the choice among them.
#include "mention_internal.h"

kb_mention kb_mention__blank(const kb_scan* s, uint32_t first, uint32_t last, unsigned type, unsigned kind)
{
  kb_mention m = {.span         = kb_mention__span(s, first, last),
                  .first        = first,
                  .last         = last,
                  .head         = first,
                  .entity       = KB_NONE,
                  .gaz          = KB_NONE,
                  .office       = KB_NONE,
                  .office_first = KB_NONE,
                  .office_last  = KB_NONE,
                  .nation       = KB_NONE,
                  .type         = (uint8_t)type,
                  .kind         = (uint8_t)kind,
                  .score        = 80};
  for (uint32_t w = first; w <= last; ++w) {
    const uint32_t head = s->doc->words.v[w].head;
    if (head != KB_NONE && (head < first || head > last)) {
      m.head = w;
      break;
    }
  }
  return m;
}

kb_status kb_mention__propose(kb_scan* s, kb_mention mention, float weight, unsigned source)
{
  kb_candidate* c = kb_array_push(s->arena, &s->candidates);
  if (!c) {
    return KB_E_NOMEM;
  }
  const float tokens = (float)(s->doc->words.v[mention.last].token - s->doc->words.v[mention.first].token + 1);
  *c                 = (kb_candidate){mention, weight * tokens, (uint8_t)source};
  return KB_OK;
}

/** \name Best names */

/// Weight of the best choice up to each word, and the candidate that ends there.
typedef struct best {
  float    weight;
  uint32_t candidate; ///< KB_NONE: the word is in no name
} best;

static bool is_nominal(const kb_candidate* c)
{
  return c->source == KB_SRC_NOMINAL;
}

static kb_status keep(kb_scan* s, const kb_mention* m)
{
  kb_mention* slot = kb_array_push(s->arena, &s->doc->mentions);
  if (!slot) {
    return KB_E_NOMEM;
  }
  *slot = *m;
  return KB_OK;
}

/// Weighted choice of intervals: `table` has one entry for each word and one more.
static void choose(const kb_scan* s, best* table)
{
  const uint32_t n = s->end - s->first;
  for (uint32_t w = 0; w < n; ++w) {
    table[w + 1] = (best){table[w].weight, KB_NONE};
    for (uint32_t c = 0; c < s->candidates.n; ++c) {
      const kb_candidate* x = &s->candidates.v[c];
      if (is_nominal(x) || x->mention.last != s->first + w) {
        continue;
      }
      const float weight = table[x->mention.first - s->first].weight + x->weight - 0.1f; // rather one than two
      if (weight > table[w + 1].weight) {
        table[w + 1] = (best){weight, c};
      }
    }
  }
}

static bool inside(const kb_mention* in, const kb_mention* out)
{
  return out->first <= in->first && in->last <= out->last && !(in->first == out->first && in->last == out->last);
}

/// May a name that lies in this one be a mention of its own?
static bool may_nest(const kb_candidate* outer, const kb_candidate* inner)
{
  if (outer->mention.type == KB_ENT_PERSON || inner->mention.type == KB_ENT_PERSON) {
    return outer->mention.type != KB_ENT_PERSON && inner->mention.last > inner->mention.first;
  }
  return inner->source == KB_SRC_LISTED || inner->source == KB_SRC_HEADED;
}

/// The names inside a chosen one, longest first and apart from each other.
static kb_status nest(kb_scan* s, const kb_candidate* outer)
{
  uint32_t free = outer->mention.first;
  for (uint32_t w = outer->mention.first; w <= outer->mention.last; ++w) {
    const kb_candidate* longest = NULL;
    for (uint32_t c = 0; c < s->candidates.n; ++c) {
      const kb_candidate* x = &s->candidates.v[c];
      if (x->mention.first == w && w >= free && !is_nominal(x) && inside(&x->mention, &outer->mention) &&
          may_nest(outer, x) && (!longest || x->mention.last > longest->mention.last)) {
        longest = x;
      }
    }
    if (longest) {
      kb_mention m = longest->mention;
      m.nested     = true;
      free         = m.last + 1;
      if (keep(s, &m) != KB_OK) {
        return KB_E_NOMEM;
      }
    }
  }
  return KB_OK;
}

static kb_status keep_name(kb_scan* s, const kb_candidate* c)
{
  for (uint32_t w = c->mention.first; w <= c->mention.last; ++w) {
    s->notes[w].flags |= KB_W_TAKEN;
  }
  kb_mention m = c->mention;
  if (m.type == KB_ENT_PERSON && m.kind == KB_MENTION_NAME) {
    kb_mention__entitle(s, &m);
  }
  return keep(s, &m) == KB_OK ? nest(s, c) : KB_E_NOMEM;
}

/** \name Descriptions around them */

/// Does the description stand apart from the names, or around whole ones?
static bool fits(const kb_scan* s, const kb_mention* m, uint32_t first_mention)
{
  for (uint32_t i = first_mention; i < s->doc->mentions.n; ++i) {
    const kb_mention* o     = &s->doc->mentions.v[i];
    const bool        apart = o->last < m->first || m->last < o->first;
    if (o->office_first == m->first && o->type == KB_ENT_PERSON && o->kind == KB_MENTION_NAME &&
        o->first == m->last + 1) {
      return false; // the title of the name behind it
    }
    if (!apart && (!inside(o, m) || o->first == m->first)) {
      return false;
    }
  }
  return true;
}

static kb_status keep_nominals(kb_scan* s, uint32_t first_mention)
{
  for (uint32_t c = 0; c < s->candidates.n; ++c) { // finders give the longer one first
    const kb_candidate* x = &s->candidates.v[c];
    if (is_nominal(x) && fits(s, &x->mention, first_mention) && keep(s, &x->mention) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}

kb_status kb_mention__select(kb_scan* s)
{
  const uint32_t n     = s->end - s->first;
  const uint32_t first = s->doc->mentions.n;
  best*          table = kb_arena_array(s->arena, (size_t)n + 1, sizeof *table);
  uint32_t*      taken = kb_arena_array(s->arena, (size_t)n + 1, sizeof *taken);
  if (!table || !taken) {
    return KB_E_NOMEM;
  }
  choose(s, table);
  uint32_t k = 0;
  for (uint32_t w = n; w > 0;) {
    const uint32_t c = table[w].candidate;
    if (c == KB_NONE) {
      --w;
    } else {
      taken[k++] = c;
      w          = s->candidates.v[c].mention.first - s->first;
    }
  }
  kb_status st = KB_OK;
  while (k && st == KB_OK) {
    st = keep_name(s, &s->candidates.v[taken[--k]]);
  }
  return st == KB_OK ? keep_nominals(s, first) : st;
}
