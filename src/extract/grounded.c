/*
   A noun of doing tells an event when it is somebody's, is done to somebody or
   something that has a name, is counted, dated or put somewhere: "the ministry's
   development of Jeddah". "Training, development and marketing" are trades.
*/
#include "events.h"
#include "frame.h"

enum { REACH = 12 }; // words of a phrase

/// Is it somebody or something with a name, or the word for it?
static bool is_named(const kb_view* v, uint32_t w)
{
  const uint32_t x = w < v->doc->words.n ? kb_extract__entity(v, w) : KB_NONE;
  return x != KB_NONE && !v->doc->entities.v[x].local;
}

/// Is somebody named, something counted or a time told in the phrase?
static bool is_concrete(const kb_view* v, uint32_t w, uint32_t but)
{
  if (w >= v->doc->words.n) {
    return false;
  }
  const uint32_t last = kb_extract__word(v, w)->last < w + REACH ? kb_extract__word(v, w)->last : w + REACH;
  for (uint32_t i = w; i <= last && i < v->doc->words.n; ++i) {
    const uint32_t m = v->cover[i];
    if (i != but && (is_named(v, i) || (m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_NAME) ||
                     v->quantity[i] != KB_NONE || v->time[i] != KB_NONE)) {
      return true;
    }
  }
  return false;
}

static bool has_concrete(const kb_view* v, uint32_t clause)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->word != c->predicate && is_concrete(v, a->word, c->predicate)) {
      return true;
    }
  }
  return false;
}

/// Has the clause a subject with a name?
static bool has_named_doer(const kb_view* v, uint32_t clause)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if ((a->role == KB_ARG_SUBJECT || a->role == KB_ARG_GENITIVE || a->role == KB_ARG_BY) && a->word != c->predicate &&
        is_named(v, a->word)) {
      return true;
    }
  }
  return false;
}

/// "the ministry plans to build": who governs it does it.
static bool is_done_above(const kb_view* v, uint32_t clause)
{
  for (unsigned i = 0; i < KB_DEPTH && clause != KB_NONE; ++i) {
    kb_framed      parent;
    const uint32_t up = kb_extract__governor(v, clause, &parent);
    if (up == KB_NONE && kb_extract__clause(v, clause)->rel == KB_REL_PURPOSE) {
      return kb_extract__clause(v, clause)->parent != KB_NONE &&
             has_named_doer(v, kb_extract__clause(v, clause)->parent);
    }
    if (up != KB_NONE && has_named_doer(v, up)) {
      return true;
    }
    clause = up;
  }
  return false;
}

/// "profits of two million", "losses that amount to three".
static bool is_counted(const kb_view* v, uint32_t w)
{
  enum { NEAR = 4 };
  bool found = v->quantity[w] != KB_NONE;
  for (uint32_t i = w + 1; i <= w + NEAR && i <= kb_extract__word(v, w)->last && i < v->doc->words.n; ++i) {
    found |= v->quantity[i] != KB_NONE;
  }
  return found;
}

bool kb_extract__is_grounded(const kb_view* v, uint32_t clause)
{
  const uint32_t w = kb_extract__clause(v, clause)->predicate;
  return is_counted(v, w) || kb_extract__time_of(v, clause) != KB_NONE || has_concrete(v, clause) ||
         is_done_above(v, clause);
}
