/// Words that open clauses: أن، الذي، بينما.
#include "stack.h"

static bool takes_that(const kb_parse* p, uint32_t word)
{
  return kb_syntax__is_speech(p, word) || kb_governs(kb_syntax__verb_args(p, word), KB_FS_THAT);
}

kb_open* kb_syntax__set_marker(kb_parse* p, kb_open* o, uint32_t i)
{
  if (o) {
    kb_clause* c = kb_syntax__clause(p, o->clause);
    c->marker    = kb_syntax__item(p, i)->head;
    c->first     = c->marker;
    if (kb_syntax__item(p, i)->object != KB_NONE) {
      o->topic = kb_syntax__item(p, i)->object;
    }
  }
  return o;
}

/// وأن ...: beside the complement clause that is open.
static bool second_complement(kb_parse* p, uint32_t i)
{
  for (uint32_t d = p->depth; d > kb_syntax__floor_of(p) && p->conj != KB_NONE; --d) {
    const kb_open   o = p->stack[d - 1];
    const kb_clause c = *kb_syntax__clause(p, o.clause);
    if (c.rel == KB_REL_COMPLEMENT && c.marker != KB_NONE && kb_syntax__particle(p, c.marker) == KB_PCL_THAT) {
      const kb_anchor a = *kb_syntax__anchor_of(p, o.clause);
      kb_syntax__close_to(p, d - 1);
      kb_open* n = kb_syntax__set_marker(
        p, kb_syntax__open_clause(p, KB_REL_COMPLEMENT, kb_syntax__item(p, i)->head, c.parent), i);
      if (n) {
        *kb_syntax__anchor_of(p, n->clause) = a;
        kb_syntax__add_arg(p, c.parent, (kb_arg){KB_ARG_CLAUSE, KB_NONE, a.prep, n->clause});
        kb_syntax__hang(p, kb_syntax__item(p, p->conj)->head, kb_syntax__item(p, i)->head, KB_CC);
      }
      return true;
    }
  }
  return false;
}

/// من المتوقع أن، يجب أن: the word before أن is what is said of the clause.
static void fill_before_that(kb_parse* p, kb_open* o, uint32_t i)
{
  const uint32_t np = p->last_np;
  if (np != KB_NONE && np + 1 == i) {
    for (uint32_t a = kb_syntax__first_arg(p, o->clause); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
      if (p->args.v[a].arg.word == kb_syntax__item(p, np)->head) {
        p->args.v[a].clause = KB_NONE;
        break;
      }
    }
    o->topic = o->topic == kb_syntax__item(p, np)->head ? KB_NONE : o->topic;
    kb_syntax__nominal_predicate(p, o, kb_syntax__item(p, np)->head);
  } else if (o->topic != KB_NONE) {
    const uint32_t topic = o->topic;
    o->topic             = KB_NONE;
    kb_syntax__nominal_predicate(p, o, topic);
  }
}

/// إلا أن، غير أن، بيد أن: "but".
static bool follows_but(const kb_parse* p, uint32_t i)
{
  const kb_item* before = i > 0 ? kb_syntax__item(p, i - 1) : NULL;
  return before && before->first == before->last && kb_syntax__is_cue(p, before->head, KB_CUE_BUT);
}

/// غير أن opens the clause on top as one marker.
static void set_but(kb_parse* p, uint32_t i)
{
  const uint32_t but = kb_syntax__item(p, i - 1)->head;
  kb_syntax__set_marker(p, kb_syntax__top(p), i - 1);
  kb_syntax__hang(p, kb_syntax__item(p, i)->head, but, KB_FIXED);
  kb_syntax__word(p, but)->feats.negative = 0;
  kb_syntax__top(p)->topic                = kb_syntax__item(p, i)->object;
}

/// The contrast stands beside the clause before it, or beside the saying: قال إن ...، إلا أنه أكد.
static void open_contrast(kb_parse* p, uint32_t i)
{
  const bool says =
    kb_syntax__kind_at(p, i + 1) == KB_ITEM_VERB && kb_syntax__is_speech(p, kb_syntax__item(p, i + 1)->head);
  const uint32_t depth = says ? kb_syntax__speech_depth(p) : 0;
  kb_syntax__coordinate_at(p, depth ? depth : kb_syntax__sibling(p));
  set_but(p, i);
}

/// لأن: a reason, unless the verb before it governs ل and another follows at once: يسعى لأن ينسحب.
static bool gives_reason(const kb_parse* p, const kb_open* o, uint32_t prep, uint32_t i)
{
  if (!kb_syntax__lemma_is(p, prep, "ل")) {
    return false;
  }
  const uint32_t w     = kb_syntax__predicate(p, o);
  const bool     wants = w != KB_NONE && kb_governs(kb_syntax__verb_args(p, w), KB_FS_LI);
  return !(wants && kb_syntax__item(p, i)->object == KB_NONE && kb_syntax__kind_at(p, i + 1) == KB_ITEM_VERB);
}

static void open_adverbial(kb_parse* p, uint32_t i, uint32_t prep)
{
  const uint32_t that = kb_syntax__item(p, i)->head;
  if (kb_syntax__set_marker(p, kb_syntax__open_clause(p, KB_REL_ADVERBIAL, that, kb_syntax__top(p)->clause), i)) {
    kb_syntax__anchor_of(p, kb_syntax__top(p)->clause)->prep = prep;
    kb_syntax__hang(p, prep, that, KB_CASE);
  }
}

/// بحسب الوزارة، فإن ...؛ إذا انسحب ...، فإن ...: no complement but the clause that the words before it led up to.
static bool opens_result(const kb_parse* p, uint32_t i)
{
  return p->conj != KB_NONE && kb_syntax__lemma_is(p, kb_syntax__item(p, p->conj)->head, "ف") &&
         kb_syntax__lemma_is(p, kb_syntax__item(p, i)->head, "إن");
}

static void open_result(kb_parse* p, uint32_t i)
{
  const uint32_t wait = kb_syntax__waiting(p);
  if (wait) {
    kb_syntax__close_to(p, wait);
    kb_syntax__top(p)->topic = KB_NONE;
  } else {
    kb_syntax__coordinate_at(p, kb_syntax__sibling(p));
  }
  kb_syntax__set_marker(p, kb_syntax__top(p), i);
  kb_syntax__hang(p, kb_syntax__item(p, p->conj)->head, kb_syntax__item(p, i)->head, KB_CC);
}

static bool may_take_that(const kb_parse* p, uint32_t depth)
{
  const kb_open* o = &p->stack[depth - 1];
  return o->filled && takes_that(p, kb_syntax__predicate(p, o));
}

/// أن opens a complement of the nearest clause or noun that takes one.
static void open_complement(kb_parse* p, uint32_t i, uint32_t prep)
{
  uint32_t depth = p->depth;
  while (depth > kb_syntax__floor_of(p) && !may_take_that(p, depth)) {
    --depth;
  }
  const bool     found = may_take_that(p, depth);
  const uint32_t np    = p->last_np;
  const bool     on_noun =
    np != KB_NONE && np + 1 == i && (!found || depth < p->depth) && takes_that(p, kb_syntax__item(p, np)->head);
  if (found && !on_noun && !p->stack[depth - 1].has_complement) {
    kb_syntax__close_to(p, depth);
  }
  const uint32_t parent             = kb_syntax__top(p)->clause;
  const uint32_t that               = kb_syntax__item(p, i)->head;
  kb_syntax__top(p)->has_complement = true;
  kb_open* o = kb_syntax__set_marker(p, kb_syntax__open_clause(p, KB_REL_COMPLEMENT, that, parent), i);
  if (!o) {
    return;
  }
  kb_anchor* a = kb_syntax__anchor_of(p, o->clause);
  a->prep      = prep;
  a->attach    = on_noun ? kb_syntax__item(p, np)->head : KB_NONE;
  kb_syntax__add_arg(p, parent, (kb_arg){KB_ARG_CLAUSE, KB_NONE, prep, o->clause});
  if (prep != KB_NONE) {
    kb_syntax__hang(p, prep, that, KB_CASE);
  }
}

static void read_that(kb_parse* p, uint32_t i)
{
  const uint32_t prep = p->prep != KB_NONE && p->prep + 1 == i ? kb_syntax__item(p, p->prep)->head : KB_NONE;
  kb_open*       o    = kb_syntax__top(p);
  if (prep != KB_NONE &&
      (kb_syntax__is_cue(p, kb_syntax__item(p, p->prep)->last, KB_CUE_SIDE_CLAUSE) || gives_reason(p, o, prep, i))) {
    open_adverbial(p, i, prep);
    return;
  }
  if (opens_result(p, i)) {
    open_result(p, i);
    return;
  }
  if (o->filled && follows_but(p, i)) {
    open_contrast(p, i);
    return;
  }
  if (!o->filled && o->topic == KB_NONE && p->last_np == KB_NONE) {
    if (follows_but(p, i)) {
      set_but(p, i);
    } else {
      kb_syntax__set_marker(p, o, i); // إن at the head of the sentence
    }
    return;
  }
  if (second_complement(p, i)) {
    return;
  }
  if (!o->filled) {
    fill_before_that(p, o, i);
  }
  open_complement(p, i, prep);
}

void kb_syntax__on_that(kb_parse* p, uint32_t i)
{
  read_that(p, i);
  p->conj = KB_NONE;
}

/// The nearest noun of the last phrase that agrees with الذي، التي.
static uint32_t antecedent(const kb_parse* p, uint32_t rel)
{
  const kb_word* r = kb_syntax__word(p, rel);
  if (p->last_np == KB_NONE) {
    return KB_NONE;
  }
  const kb_item* np = kb_syntax__item(p, p->last_np);
  for (uint32_t w = np->last + 1; w-- > np->first;) {
    const kb_word* n = kb_syntax__word(p, w);
    if (!kb_syntax__is_nominal(p, w) || n->deprel == KB_FLAT) {
      continue;
    }
    const unsigned g      = kb_feats_agreeing_gender(n->feats);
    const bool     gender = !g || !r->feats.gender || g == r->feats.gender;
    const bool number = !n->feats.number || r->feats.number == KB_SING ? n->feats.number != KB_PLUR || !n->feats.human
                                                                       : n->feats.number != KB_SING;
    if (gender && (number || n->feats.upos == KB_PROPN)) {
      return w;
    }
  }
  return np->head;
}

void kb_syntax__on_relative(kb_parse* p, uint32_t i)
{
  const uint32_t word = kb_syntax__item(p, i)->head;
  if (kb_syntax__word(p, word)->feats.upos == KB_PRON) {
    kb_syntax__on_phrase(p, i);
    return;
  }
  const uint32_t ante = antecedent(p, word);
  kb_open*       o    = kb_syntax__open_clause(p, KB_REL_RELATIVE, word, kb_syntax__top(p)->clause);
  if (o) {
    o->antecedent                              = ante;
    kb_syntax__anchor_of(p, o->clause)->attach = ante;
  }
  p->conj = KB_NONE;
}

void kb_syntax__on_subordinator(kb_parse* p, uint32_t i, kb_clause_rel rel)
{
  if (p->comma) {
    uint32_t d = p->depth;
    while (d > kb_syntax__floor_of(p) && kb_syntax__clause(p, p->stack[d - 1].clause)->rel == KB_REL_RELATIVE &&
           p->stack[d - 1].filled) {
      --d;
    }
    kb_syntax__close_to(p, d);
  }
  kb_syntax__set_marker(p, kb_syntax__open_clause(p, rel, kb_syntax__item(p, i)->head, kb_syntax__top(p)->clause), i);
}

/// كما + verb at the head of a clause means "also".
bool kb_syntax__is_also(const kb_parse* p, uint32_t i)
{
  return kb_syntax__lemma_is(p, kb_syntax__item(p, i)->head, "كما") && (i == 0 || p->comma) &&
         kb_syntax__kind_at(p, i + 1) == KB_ITEM_VERB;
}
