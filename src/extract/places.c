/// Where events happen, and what follows from it.
#include "events.h"

kb_status kb_extract__add_place(const kb_view* v, kb_event* e, uint32_t word)
{
  const kb_lexeme* x     = kb_extract__lexeme(v, word);
  const bool       place = x && (x->noun_class == KB_CLASS_PLACE || x->noun_class == KB_CLASS_FACILITY);
  const uint32_t   own   = kb_extract__entity(v, word);
  kb_ids           found = {0};
  kb_status        st    = own != KB_NONE || place ? kb_extract__entities(v, word, &found) : KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < found.n; ++i) {
    st = kb_extract__is_place(v, found.v[i]) ? kb_extract__add(v->doc, &e->places, found.v[i]) : KB_OK;
  }
  return st;
}

/// "came back from Libya": where it begins is not where it happens.
static bool is_origin(const kb_view* v, uint32_t prep)
{
  return kb_extract__slot_of_prep(v, prep) == KB_FS_MIN;
}

kb_status kb_extract__add_places(const kb_view* v, kb_event* e, const kb_clause* c, const kb_framed* f)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; st == KB_OK && i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    bool free = a->role == KB_ARG_OBLIQUE && !kb_extract__in_title(v, c->predicate, a->word) && !is_origin(v, a->prep);
    for (size_t k = 0; k < f->n; ++k) {
      free &= f->fillers[k].arg != a;
    }
    if (free) {
      st = kb_extract__add_participants(v, e, KB_SLOT_PLACE, a->word);
    }
  }
  return st;
}

/// Is the word inside the clause, or inside nouns and participles of it?
static bool belongs(const kb_view* v, uint32_t w, uint32_t clause)
{
  uint32_t c = kb_extract__word(v, w)->clause;
  for (unsigned i = 0; i < KB_DEPTH && c != KB_NONE; ++i) {
    if (c == clause) {
      return true;
    }
    const kb_clause* x = kb_extract__clause(v, c);
    if (x->kind == KB_CLAUSE_VERB || x->kind == KB_CLAUSE_NOMINAL) {
      return false;
    }
    c = x->parent;
  }
  return false;
}

/// The words before a place that put something there: في، ب، and nouns that say what kind of place.
bool kb_extract__is_put_there(const kb_view* v, uint32_t w)
{
  const uint32_t start = kb_extract__sentence_first(v, w);
  for (uint32_t k = w; k > start && w - k < 4;) {
    const kb_word*   x = kb_extract__word(v, --k);
    const kb_lexeme* l = kb_extract__lexeme(v, k);
    if (x->feats.upos == KB_ADP) {
      const kb_frame_slot slot = kb_lexicon_frame_slot(x->lemma);
      return slot == KB_FS_FI || slot == KB_FS_BI;
    }
    if (!l || (l->noun_class != KB_CLASS_PLACE && l->noun_class != KB_CLASS_FACILITY)) {
      return false;
    }
  }
  return false;
}

/// The last word of what the noun of an event governs: its phrase and its arguments.
static uint32_t reach(const kb_view* v, const kb_clause* c)
{
  uint32_t last = kb_extract__word(v, c->predicate)->last;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->word < v->doc->words.n && a->word > c->predicate && a->clause == KB_NONE) {
      const uint32_t end = kb_extract__word(v, a->word)->last;
      last               = end > last ? end : last;
    }
  }
  return last;
}

static bool is_named_place(const kb_view* v, uint32_t w)
{
  const uint32_t m = v->by_head[w];
  return m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_NAME && v->doc->mentions.v[m].entity != KB_NONE &&
         kb_extract__is_place(v, v->doc->mentions.v[m].entity);
}

/// "the alleged attack | in Homs": the phrase right behind the noun, though the syntax hung it elsewhere.
static kb_status find_next_place(const kb_view* v, kb_event* e, uint32_t clause)
{
  enum { NEAR = 4 }; // في مدينة الموصل
  const kb_clause* c   = kb_extract__clause(v, clause);
  const uint32_t   end = kb_extract__sentence_end(v, c->predicate);
  uint32_t         at  = reach(v, c) + 1;
  if (c->kind == KB_CLAUSE_VERB || c->kind == KB_CLAUSE_NOMINAL || c->light != KB_NONE) {
    return KB_OK;
  }
  at += at < end && kb_extract__is_mark(v, at, ")»\"”") ? 1 : 0;
  if (at >= end || kb_extract__word(v, at)->feats.upos != KB_ADP) {
    return KB_OK;
  }
  for (uint32_t w = at + 1; w < end && w <= at + NEAR; ++w) {
    if (is_named_place(v, w)) {
      const uint32_t m = v->by_head[w];
      return kb_extract__is_put_there(v, w) ? kb_extract__add(v->doc, &e->places, v->doc->mentions.v[m].entity) : KB_OK;
    }
  }
  return KB_OK;
}

static kb_status find_place_inside(const kb_view* v, kb_event* e, uint32_t clause)
{
  enum { REACH = 100 }; // words behind the predicate
  const kb_clause* c   = kb_extract__clause(v, clause);
  const uint32_t   end = c->last - c->predicate > REACH && c->last > c->predicate ? c->predicate + REACH : c->last;
  kb_status        st  = KB_OK;
  for (uint32_t w = c->first; st == KB_OK && w <= end && w < v->doc->words.n && !e->places.n; ++w) {
    if (is_named_place(v, w) && belongs(v, w, clause) && kb_extract__is_put_there(v, w) &&
        !kb_extract__in_title(v, c->predicate, w)) {
      st = kb_extract__add(v->doc, &e->places, v->doc->mentions.v[v->by_head[w]].entity);
    }
  }
  return st;
}

kb_status kb_extract__find_places(const kb_view* v, kb_event* e, uint32_t clause)
{
  kb_status st = find_next_place(v, e, clause);
  return st == KB_OK && !e->places.n ? find_place_inside(v, e, clause) : st;
}
