/// Clauses and leftovers hung into one tree; extents of phrases; the clause of each word.
#include "syntax_internal.h"

static kb_deprel relation(const kb_parse* p, const kb_found_arg* a)
{
  const bool passive = kb_syntax__clause(p, a->clause)->voice == KB_PASSIVE;
  switch (a->arg.role) {
  case KB_ARG_SUBJECT:
    return passive ? KB_NSUBJ_PASS : KB_NSUBJ;
  case KB_ARG_OBJECT:
    return KB_OBJ;
  case KB_ARG_OBJECT2:
    return passive ? KB_OBJ : KB_IOBJ; // the only one that is left
  case KB_ARG_PREDICATE:
    return KB_XCOMP;
  case KB_ARG_CLAUSE:
    return KB_CCOMP;
  default:
    return KB_OBL;
  }
}

static void hang_args(kb_parse* p)
{
  for (uint32_t i = 0; i < p->args.n; ++i) {
    const kb_found_arg* a = &p->args.v[i];
    if (a->clause == KB_NONE || a->arg.word == KB_NONE) {
      continue;
    }
    const kb_clause* c      = kb_syntax__clause(p, a->clause);
    const bool       early  = c->aux != KB_NONE && a->arg.role == KB_ARG_SUBJECT && a->arg.word < c->predicate;
    const uint32_t   anchor = kb_syntax__anchor(p, a->clause);
    const uint32_t   head   = c->light != KB_NONE ? c->light : c->predicate;
    kb_syntax__hang(p, a->arg.word, early ? anchor : head, relation(p, a));
  }
}

static void hang_clauses(kb_parse* p)
{
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n; ++c) {
    const kb_clause* x      = kb_syntax__clause(p, c);
    const uint32_t   anchor = kb_syntax__anchor(p, c);
    const kb_anchor* a      = kb_syntax__anchor_of(p, c);
    if (x->kind >= KB_CLAUSE_MASDAR && x->rel != KB_REL_CIRCUMSTANCE) {
      continue; // hangs where its noun hangs
    }
    const uint32_t to = a->attach != KB_NONE   ? a->attach
                        : x->parent != KB_NONE ? kb_syntax__anchor(p, x->parent)
                                               : KB_NONE;
    if (anchor == KB_NONE) {
      continue;
    }
    kb_syntax__hang(p, anchor, to, (kb_deprel)a->deprel);
    if (x->marker != KB_NONE) {
      kb_syntax__hang(p, x->marker, anchor, KB_MARK);
    }
    if (x->negation != KB_NONE && x->negation != anchor) {
      kb_syntax__hang(p, x->negation, anchor, KB_ADVMOD);
    }
  }
}

/// Words that climb to themselves hang on the root instead.
static void break_cycles(kb_parse* p, uint32_t root, uint8_t* state)
{
  enum { UNSEEN, ON_PATH, FINE };
  for (uint32_t w = p->first; w < p->end; ++w) {
    uint32_t at = w;
    while (at != KB_NONE && state[at - p->first] == UNSEEN) {
      state[at - p->first] = ON_PATH;
      at                   = kb_syntax__word(p, at)->head;
    }
    if (at != KB_NONE && state[at - p->first] == ON_PATH) {
      kb_word* x = kb_syntax__word(p, at);
      x->head    = at == root ? KB_NONE : root;
      x->deprel  = at == root ? KB_ROOT : KB_DEP;
    }
    for (at = w; at != KB_NONE && state[at - p->first] == ON_PATH; at = kb_syntax__word(p, at)->head) {
      state[at - p->first] = FINE;
    }
  }
}

static uint32_t choose_root(const kb_parse* p)
{
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n; ++c) {
    const uint32_t w = kb_syntax__anchor(p, c);
    if (w != KB_NONE && kb_syntax__word(p, w)->head == KB_NONE) {
      return w;
    }
  }
  for (uint32_t w = p->first; w < p->end; ++w) {
    if (kb_syntax__word(p, w)->feats.upos != KB_PUNCT && kb_syntax__word(p, w)->head == KB_NONE) {
      return w;
    }
  }
  return p->first;
}

/// Leftover words hang on the phrase before them, punctuation on the root.
static void hang_leftovers(kb_parse* p, uint32_t root)
{
  uint32_t before = root;
  for (uint32_t w = p->first; w < p->end; ++w) {
    kb_word* x = kb_syntax__word(p, w);
    if (w != root && x->head == KB_NONE) {
      const bool punct = x->feats.upos == KB_PUNCT;
      const bool conj  = x->feats.upos == KB_CCONJ;
      x->head          = punct || conj || before == w ? root : before;
      x->deprel        = (uint8_t)(punct ? KB_PUNCT_REL : conj ? KB_CC : KB_DEP);
    } else if (x->feats.upos == KB_NOUN || x->feats.upos == KB_VERB) {
      before = w;
    }
  }
  kb_syntax__word(p, root)->head   = KB_NONE;
  kb_syntax__word(p, root)->deprel = KB_ROOT;
}

/** \name Extents */

typedef struct order {
  uint32_t* depth;  ///< of each word of the sentence
  uint32_t* sorted; ///< words, the root first
  uint32_t  n;
} order;

/// Depth of every word, each path climbed once.
static void find_depths(const kb_parse* p, order* o, uint32_t* path)
{
  for (uint32_t w = p->first; w < p->end; ++w) {
    uint32_t n  = 0;
    uint32_t at = w;
    while (at != KB_NONE && o->depth[at - p->first] == 0) {
      path[n++] = at;
      at        = kb_syntax__word(p, at)->head;
    }
    uint32_t d = at == KB_NONE ? 0 : o->depth[at - p->first];
    while (n > 0) {
      o->depth[path[--n] - p->first] = ++d;
    }
  }
}

static bool sort_by_depth(const kb_parse* p, order* o)
{
  o->n           = p->end - p->first;
  o->depth       = kb_arena_array(p->scratch, o->n, sizeof *o->depth);
  o->sorted      = kb_arena_array(p->scratch, o->n, sizeof *o->sorted);
  uint32_t* path = kb_arena_array(p->scratch, (size_t)o->n + 2, sizeof *path);
  if (!o->depth || !o->sorted || !path) {
    return false;
  }
  find_depths(p, o, path);
  uint32_t* count = memset(path, 0, ((size_t)o->n + 2) * sizeof *path);
  for (uint32_t i = 0; i < o->n; ++i) {
    ++count[o->depth[i] + 1 <= o->n + 1 ? o->depth[i] + 1 : o->n + 1];
  }
  for (uint32_t i = 1; i < o->n + 2; ++i) {
    count[i] += count[i - 1];
  }
  for (uint32_t i = 0; i < o->n; ++i) {
    o->sorted[count[o->depth[i]]++] = p->first + i;
  }
  return true;
}

static void find_extents(kb_parse* p, const order* o)
{
  for (uint32_t w = p->first; w < p->end; ++w) {
    kb_word* x = kb_syntax__word(p, w);
    x->first = x->last = w;
  }
  for (uint32_t i = o->n; i-- > 0;) {
    const kb_word* x = kb_syntax__word(p, o->sorted[i]);
    if (x->head != KB_NONE && x->deprel != KB_PUNCT_REL) {
      kb_word* h = kb_syntax__word(p, x->head);
      h->first   = x->first < h->first ? x->first : h->first;
      h->last    = x->last > h->last ? x->last : h->last;
    }
  }
}

static void find_clauses(kb_parse* p, const order* o)
{
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n; ++c) {
    const kb_clause* x       = kb_syntax__clause(p, c);
    const uint32_t   words[] = {x->predicate, x->light, x->aux};
    for (int k = 0; k < 3; ++k) {
      if (words[k] != KB_NONE) {
        kb_syntax__word(p, words[k])->clause = c;
      }
    }
  }
  for (uint32_t i = 0; i < o->n; ++i) {
    kb_word* x = kb_syntax__word(p, o->sorted[i]);
    if (x->clause == KB_NONE && x->head != KB_NONE) {
      x->clause = kb_syntax__word(p, x->head)->clause;
    }
  }
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n; ++c) {
    const uint32_t a = kb_syntax__anchor(p, c);
    if (a != KB_NONE) {
      kb_syntax__clause(p, c)->first = kb_syntax__word(p, a)->first;
      kb_syntax__clause(p, c)->last  = kb_syntax__word(p, a)->last;
    }
  }
}

void kb_syntax__tree_first(kb_parse* p)
{
  uint8_t* state = kb_arena_alloc(p->scratch, p->end - p->first);
  if (!state) {
    p->failed = true;
    return;
  }
  hang_args(p);
  hang_clauses(p);
  const uint32_t root = choose_root(p);
  hang_leftovers(p, root);
  break_cycles(p, root, state);
}

void kb_syntax__tree_last(kb_parse* p)
{
  order o = {0};
  if (!sort_by_depth(p, &o)) {
    p->failed = true;
    return;
  }
  find_extents(p, &o);
  find_clauses(p, &o);
}
