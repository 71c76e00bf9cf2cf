/// Candidates for mentions, and the choice among them.
#include "mention_internal.h"

kb_mention kb_mention__blank(const kb_scan* s, uint32_t first, uint32_t last, unsigned type, unsigned kind)
{
  kb_mention m = kb_doc_mention(s->doc, first, last, type, kind, 80);
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
  *c                 = (kb_candidate){.mention = mention, .weight = weight * tokens, .source = (uint8_t)source};
  return KB_OK;
}

/** \name Best names */

/// For each word of the sentence: the best choice up to it, and the candidates that start and end at it.
typedef struct place {
  float    weight;
  uint32_t chosen; ///< candidate that ends before this place in the best choice, KB_NONE: the word is in no name
  uint32_t starting, ending;
  uint32_t cover; ///< outermost mention that covers the word, or KB_NONE
} place;

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

/// Chain the candidates for names by their first and last words.
static void index_names(kb_scan* s, place* table)
{
  const uint32_t n = s->end - s->first;
  for (uint32_t w = 0; w <= n; ++w) {
    table[w] = (place){0, KB_NONE, KB_NONE, KB_NONE, KB_NONE};
  }
  for (uint32_t c = s->candidates.n; c-- > 0;) {
    kb_candidate* x = &s->candidates.v[c];
    if (is_nominal(x)) {
      continue;
    }
    uint32_t* starting = &table[x->mention.first - s->first].starting;
    uint32_t* ending   = &table[x->mention.last - s->first].ending;
    x->next_first      = *starting;
    x->next_last       = *ending;
    *starting = *ending = c;
  }
}

/// Weighted choice of intervals that do not overlap.
static void choose(const kb_scan* s, place* table)
{
  const uint32_t n = s->end - s->first;
  for (uint32_t w = 0; w < n; ++w) {
    table[w + 1].weight = table[w].weight;
    for (uint32_t c = table[w].ending; c != KB_NONE; c = s->candidates.v[c].next_last) {
      const kb_candidate* x      = &s->candidates.v[c];
      const float         weight = table[x->mention.first - s->first].weight + x->weight - 0.1f; // rather one than two
      if (weight > table[w + 1].weight) {
        table[w + 1].weight = weight;
        table[w + 1].chosen = c;
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
  if (outer->mention.type == KB_ENT_PERSON || inner->mention.type == KB_ENT_PERSON) { // no one acts in شارع الملك فلان
    return outer->mention.type != KB_ENT_PERSON && outer->mention.kind != KB_MENTION_NAME &&
           inner->mention.last > inner->mention.first;
  }
  return inner->source == KB_SRC_LISTED || inner->source == KB_SRC_HEADED;
}

/// The longest name inside another that starts at word `w`, NULL if none.
static const kb_candidate* longest_inside(const kb_scan* s, const place* table, uint32_t w, const kb_candidate* outer)
{
  const kb_candidate* longest = NULL;
  for (uint32_t c = table[w - s->first].starting; c != KB_NONE; c = s->candidates.v[c].next_first) {
    const kb_candidate* x = &s->candidates.v[c];
    if (inside(&x->mention, &outer->mention) && may_nest(outer, x) &&
        (!longest || x->mention.last > longest->mention.last)) {
      longest = x;
    }
  }
  return longest;
}

/// The names inside a chosen one, apart from each other.
static kb_status nest(kb_scan* s, const place* table, const kb_candidate* outer)
{
  for (uint32_t w = outer->mention.first; w <= outer->mention.last;) {
    const kb_candidate* longest = longest_inside(s, table, w, outer);
    if (!longest) {
      ++w;
      continue;
    }
    kb_mention m = longest->mention;
    m.nested     = true;
    w            = m.last + 1;
    if (keep(s, &m) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}

/// The last mention kept covers its words.
static void cover(const kb_scan* s, place* table)
{
  const uint32_t    id = s->doc->mentions.n - 1;
  const kb_mention* m  = &s->doc->mentions.v[id];
  for (uint32_t w = m->first; w <= m->last; ++w) {
    table[w - s->first].cover = id;
  }
}

static kb_status keep_name(kb_scan* s, place* table, const kb_candidate* c)
{
  for (uint32_t w = c->mention.first; w <= c->mention.last; ++w) {
    s->notes[w].flags |= KB_W_TAKEN;
  }
  kb_mention m = c->mention;
  if (m.type == KB_ENT_PERSON && m.kind == KB_MENTION_NAME) {
    kb_mention__entitle(s, &m);
  }
  if (keep(s, &m) != KB_OK) {
    return KB_E_NOMEM;
  }
  cover(s, table);
  return nest(s, table, c);
}

/** \name Descriptions around them */

/// The name behind a description, or behind the form of address between them: مدير المستشفى [الدكتور] فلان.
static uint32_t name_behind(const kb_scan* s, const place* table, const kb_mention* m)
{
  uint32_t      w = m->last + 1;
  const kb_hit* address =
    w < s->end && table[w - s->first].cover == KB_NONE ? kb_mention__hit(s, w, KB_PHRASE_TITLE) : NULL;
  w = address ? address->last + 1 : w;
  return w < s->end ? table[w - s->first].cover : KB_NONE;
}

/// Is the description the title of the name right behind it, or people in it: رئيس [الوزراء] فلان؟
static bool is_title_of_next(const kb_scan* s, const place* table, const kb_mention* m)
{
  const uint32_t id = name_behind(s, table, m);
  if (id == KB_NONE) {
    return false;
  }
  const kb_mention* name   = &s->doc->mentions.v[id];
  const bool        people = m->type == KB_ENT_PERSON || m->type == KB_ENT_GROUP;
  const bool        title =
    name->office_first == m->first || (people && name->office_first != KB_NONE && name->office_first < m->first);
  return name->type == KB_ENT_PERSON && name->kind == KB_MENTION_NAME && title && name->first > m->last;
}

/// Does the description begin outside every mention, and end where one ends or outside?
static bool fits(const kb_scan* s, const place* table, const kb_mention* m)
{
  const uint32_t last = table[m->last - s->first].cover;
  return table[m->first - s->first].cover == KB_NONE && (last == KB_NONE || s->doc->mentions.v[last].last <= m->last) &&
         !is_title_of_next(s, table, m);
}

static kb_status keep_nominals(kb_scan* s, place* table)
{
  for (uint32_t c = 0; c < s->candidates.n; ++c) { // finders give the longer one first
    const kb_candidate* x = &s->candidates.v[c];
    if (is_nominal(x) && fits(s, table, &x->mention)) {
      if (keep(s, &x->mention) != KB_OK) {
        return KB_E_NOMEM;
      }
      cover(s, table);
    }
  }
  return KB_OK;
}

kb_status kb_mention__select(kb_scan* s)
{
  const uint32_t n     = s->end - s->first;
  place*         table = kb_arena_array(s->arena, (size_t)n + 1, sizeof *table);
  uint32_t*      taken = kb_arena_array(s->arena, (size_t)n + 1, sizeof *taken);
  if (!table || !taken) {
    return KB_E_NOMEM;
  }
  index_names(s, table);
  choose(s, table);
  uint32_t k = 0;
  for (uint32_t w = n; w > 0;) {
    const uint32_t c = table[w].chosen;
    if (c == KB_NONE) {
      --w;
    } else {
      taken[k++] = c;
      w          = s->candidates.v[c].mention.first - s->first;
    }
  }
  kb_status st = KB_OK;
  while (k && st == KB_OK) {
    st = keep_name(s, table, &s->candidates.v[taken[--k]]);
  }
  return st == KB_OK ? keep_nominals(s, table) : st;
}
