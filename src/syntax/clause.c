/// The items read from left to right with a stack of open clauses.
#include "syntax_internal.h"

static kb_item* item(const kb_parse* p, uint32_t i)
{
  return &p->items.v[i];
}

static unsigned kind_at(const kb_parse* p, uint32_t i)
{
  return i < p->items.n ? p->items.v[i].kind : (unsigned)KB_ITEM_OTHER;
}

static kb_open* top(kb_parse* p)
{
  return &p->stack[p->depth - 1];
}

static kb_clause* clause(const kb_parse* p, uint32_t c)
{
  return &p->doc->clauses.v[c];
}

/** \name Opening and closing */

uint32_t kb_syntax__new_clause(kb_parse* p, kb_clause_kind kind, kb_clause_rel rel, uint32_t predicate, uint32_t parent)
{
  kb_clause* c = kb_array_push(p->doc->arena, &p->doc->clauses);
  kb_anchor* a = kb_array_push(p->scratch, &p->anchors);
  if (!c || !a) {
    p->failed = true;
    return KB_NONE;
  }
  *c = (kb_clause){.predicate = predicate, .light = KB_NONE, .aux = KB_NONE, .negation = KB_NONE, .marker = KB_NONE,
                   .parent = parent, .sentence = p->sentence, .kind = (uint8_t)kind, .rel = (uint8_t)rel};
  *a = (kb_anchor){KB_NONE, KB_NONE, KB_NONE, KB_NONE, KB_PARATAXIS};
  return p->doc->clauses.n - 1;
}

kb_anchor* kb_syntax__anchor_of(kb_parse* p, uint32_t c)
{
  return &p->anchors.v[c - p->first_clause];
}

uint32_t kb_syntax__anchor(const kb_parse* p, uint32_t c)
{
  const kb_clause* x = clause(p, c);
  return x->aux != KB_NONE ? x->aux : x->light != KB_NONE ? x->light : x->predicate;
}

void kb_syntax__add_arg(kb_parse* p, uint32_t c, kb_arg arg)
{
  kb_found_arg* a = kb_array_push(p->scratch, &p->args);
  if (!a) {
    p->failed = true;
    return;
  }
  *a             = (kb_found_arg){c, KB_NONE, arg};
  kb_anchor* own = kb_syntax__anchor_of(p, c);
  if (own->last_arg == KB_NONE) {
    own->first_arg = p->args.n - 1;
  } else {
    p->args.v[own->last_arg].next = p->args.n - 1;
  }
  own->last_arg = p->args.n - 1;
}

static uint32_t skip_taken_back(const kb_parse* p, uint32_t a)
{
  while (a != KB_NONE && p->args.v[a].clause == KB_NONE) {
    a = p->args.v[a].next;
  }
  return a;
}

uint32_t kb_syntax__first_arg(const kb_parse* p, uint32_t c)
{
  return skip_taken_back(p, p->anchors.v[c - p->first_clause].first_arg);
}

uint32_t kb_syntax__next_arg(const kb_parse* p, uint32_t a)
{
  return skip_taken_back(p, p->args.v[a].next);
}

const kb_found_arg* kb_syntax__find_arg(const kb_parse* p, uint32_t c, unsigned role)
{
  for (uint32_t a = kb_syntax__first_arg(p, c); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    if (p->args.v[a].arg.role == role) {
      return &p->args.v[a];
    }
  }
  return NULL;
}

static kb_deprel deprel_of(kb_clause_rel rel)
{
  switch (rel) {
  case KB_REL_COMPLEMENT:
  case KB_REL_QUOTED:
    return KB_CCOMP;
  case KB_REL_RELATIVE:
    return KB_ACL_RELCL;
  case KB_REL_CONJUNCT:
    return KB_CONJ;
  case KB_REL_MAIN:
  case KB_REL_PARATAXIS:
    return KB_PARATAXIS;
  default:
    return KB_ADVCL;
  }
}

/// A new clause on top of the stack. NULL when out of memory or too deep.
static kb_open* open_clause(kb_parse* p, kb_clause_rel rel, uint32_t marker, uint32_t parent)
{
  if (p->depth == KB_STACK_MAX) {
    return NULL;
  }
  const uint32_t c = kb_syntax__new_clause(p, KB_CLAUSE_VERB, rel, KB_NONE, parent);
  if (c == KB_NONE) {
    return NULL;
  }
  clause(p, c)->marker = marker;
  clause(p, c)->first = clause(p, c)->last = marker;
  kb_syntax__anchor_of(p, c)->deprel = (uint8_t)deprel_of(rel);
  kb_open* o = &p->stack[p->depth++];
  *o = (kb_open){.clause = c, .topic = KB_NONE, .verb = KB_NONE, .antecedent = KB_NONE, .close = KB_NONE};
  return o;
}

/// A clause that ends without a predicate gets one: what was said first.
static void close_top(kb_parse* p)
{
  const kb_open* o = top(p);
  kb_clause*     c = clause(p, o->clause);
  if (c->predicate == KB_NONE) {
    c->kind      = KB_CLAUSE_NOMINAL;
    c->predicate = o->topic != KB_NONE ? o->topic : c->marker;
    const uint32_t first = c->predicate == KB_NONE ? kb_syntax__first_arg(p, o->clause) : KB_NONE;
    if (first != KB_NONE) {
      c->predicate           = p->args.v[first].arg.word;
      p->args.v[first].clause = KB_NONE;
    }
  }
  --p->depth;
}

/// Close clauses until `depth` are left (at least one).
static void close_to(kb_parse* p, uint32_t depth)
{
  while (p->depth > depth && p->depth > 1) {
    close_top(p);
  }
}

/// Lowest stack depth that may be closed: not beyond an open quotation.
static uint32_t floor_of(const kb_parse* p)
{
  uint32_t d = p->depth;
  while (d > 1 && p->stack[d - 1].close == KB_NONE) {
    --d;
  }
  return d;
}

static uint32_t predicate(const kb_parse* p, const kb_open* o)
{
  return clause(p, o->clause)->predicate;
}

/** \name Verbs */

static bool is_copula(const kb_parse* p, uint32_t w)
{
  static const char* const lemmas[] = {"كان", "ليس", "أصبح", "ظل", "بات", "صار", "أضحى", "أمسى", "زال", NULL};
  for (int i = 0; lemmas[i]; ++i) {
    if (kb_syntax__lemma_is(p, w, lemmas[i])) {
      return true;
    }
  }
  return false;
}

/// يوجد، توجد: "is found" is "there is".
static bool is_existence(const kb_parse* p, uint32_t w)
{
  const kb_feats f = kb_syntax__word(p, w)->feats;
  return f.voice == KB_PASSIVE && f.aspect == KB_IMPERFECT && kb_syntax__lemma_is(p, w, "وجد");
}

static void fill_verb(kb_parse* p, kb_open* o, uint32_t i)
{
  const kb_item* it = item(p, i);
  kb_clause*     c  = clause(p, o->clause);
  c->predicate      = it->head;
  c->negation       = it->neg != KB_NONE ? it->neg : kb_syntax__word(p, it->head)->feats.upos == KB_AUX ? it->head : c->negation;
  c->kind           = is_existence(p, it->head) ? KB_CLAUSE_EXISTENTIAL : KB_CLAUSE_VERB;
  o->verb           = i;
  o->filled         = true;
  o->copula         = is_copula(p, it->head);
  if (it->object != KB_NONE) {
    o->has_object = true;
    o->resumed    = o->antecedent != KB_NONE;
    kb_syntax__add_arg(p, o->clause, (kb_arg){KB_ARG_OBJECT, it->object, KB_NONE, KB_NONE});
  }
  kb_syntax__place_topic(p, o);
}

/// كان + imperfect: one clause with the second verb as predicate.
static void fill_after_copula(kb_parse* p, kb_open* o, uint32_t i)
{
  kb_clause*     c   = clause(p, o->clause);
  const uint32_t neg = c->negation;
  c->aux             = c->predicate;
  fill_verb(p, o, i);
  c->negation = c->negation == KB_NONE ? neg : c->negation;
  o->copula   = false;
  kb_syntax__hang(p, item(p, i)->head, c->aux, KB_XCOMP);
}

static void coordinate_at(kb_parse* p, uint32_t depth)
{
  const kb_open target = p->stack[depth - 1];
  const uint32_t conj  = p->conj;
  close_to(p, depth);
  const bool bottom = p->depth == 1;
  if (bottom && p->depth == KB_STACK_MAX) {
    return;
  }
  kb_open* o = open_clause(p, KB_REL_CONJUNCT, KB_NONE, target.clause);
  if (!o) {
    return;
  }
  o->antecedent = target.antecedent;
  if (!bottom) { // the new clause takes the place of its partner, which is done
    kb_open* below = &p->stack[p->depth - 2];
    o->close       = below->close;
    *below         = *o;
    --p->depth;
  }
  if (conj != KB_NONE) {
    kb_syntax__anchor_of(p, top(p)->clause)->prep = KB_NONE;
    clause(p, top(p)->clause)->first              = item(p, conj)->head;
  }
}

static bool same_kind_of_verb(const kb_parse* p, uint32_t a, uint32_t b)
{
  const kb_feats x = kb_syntax__word(p, a)->feats, y = kb_syntax__word(p, b)->feats;
  return x.aspect == y.aspect && x.person == y.person && x.number == y.number;
}

/// The open clause with which و + verb belongs together; depth on the stack.
static uint32_t partner(const kb_parse* p, uint32_t verb)
{
  const uint32_t low    = floor_of(p);
  const bool     speech = kb_syntax__is_speech(p, verb) && kb_syntax__word(p, verb)->feats.aspect == KB_PERFECT;
  for (uint32_t d = p->depth; d >= low; --d) {
    const uint32_t w = predicate(p, &p->stack[d - 1]);
    if (w == KB_NONE || kb_syntax__word(p, w)->feats.upos != KB_VERB) {
      continue;
    }
    if (speech ? kb_syntax__is_speech(p, w) && kb_syntax__word(p, w)->feats.aspect == KB_PERFECT : same_kind_of_verb(p, w, verb)) {
      return d;
    }
  }
  if (speech) {
    return low;
  }
  for (uint32_t d = p->depth; d >= low; --d) {
    if (p->stack[d - 1].filled) {
      return d;
    }
  }
  return low;
}

/// Depth of the nearest clause that still waits for its predicate; 0 for none.
static uint32_t waiting(const kb_parse* p)
{
  for (uint32_t d = p->depth; d >= floor_of(p); --d) {
    if (!p->stack[d - 1].filled) {
      return d;
    }
  }
  return 0;
}

/// بدأ، كاد، استمر + imperfect
static bool is_phasal(const kb_parse* p, uint32_t verb)
{
  const kb_frame* f = kb_syntax__frame(p, verb);
  return f && f->light;
}

static void verb_without_conjunction(kb_parse* p, uint32_t i)
{
  kb_open*       o    = top(p);
  const uint32_t verb = item(p, i)->head;
  const bool     imperfect = kb_syntax__word(p, verb)->feats.aspect == KB_IMPERFECT || item(p, i)->qad != KB_NONE;
  const uint32_t wait = waiting(p);
  const uint32_t np   = p->last_np;
  const bool     adjacent = np != KB_NONE && np + 1 == i;
  if (o->copula && clause(p, o->clause)->aux == KB_NONE) {
    fill_after_copula(p, o, i);
    return;
  }
  if (wait) {
    close_to(p, wait);
    fill_verb(p, top(p), i);
    return;
  }
  if (adjacent && !p->comma && !kb_syntax__is_definite(p, item(p, np)->head) && kb_syntax__is_nominal(p, item(p, np)->head)) {
    o = open_clause(p, KB_REL_RELATIVE, KB_NONE, o->clause);
    if (o) {
      o->antecedent                                = item(p, np)->head;
      kb_syntax__anchor_of(p, o->clause)->attach   = item(p, np)->head;
      fill_verb(p, o, i);
    }
    return;
  }
  const bool phasal = imperfect && o->verb != KB_NONE && is_phasal(p, predicate(p, o));
  const uint32_t parent = o->clause;
  o = open_clause(p, phasal ? KB_REL_COMPLEMENT : imperfect ? KB_REL_CIRCUMSTANCE : KB_REL_PARATAXIS, KB_NONE, parent);
  if (o) {
    clause(p, o->clause)->shared_subject = imperfect;
    if (phasal) {
      kb_syntax__anchor_of(p, o->clause)->deprel = KB_XCOMP;
      kb_syntax__add_arg(p, parent, (kb_arg){KB_ARG_CLAUSE, verb, KB_NONE, o->clause});
    }
    fill_verb(p, o, i);
  }
}

static void on_verb(kb_parse* p, uint32_t i)
{
  kb_open* o = top(p);
  if (!o->filled) {
    fill_verb(p, o, i);
  } else if (p->conj != KB_NONE) {
    coordinate_at(p, partner(p, item(p, i)->head));
    kb_syntax__hang(p, item(p, p->conj)->head, item(p, i)->head, KB_CC);
    fill_verb(p, top(p), i);
  } else {
    verb_without_conjunction(p, i);
  }
  p->conj = KB_NONE;
}

/** \name Noun phrases */

/// Is the phrase the subject of a verb that follows it, so that a new clause begins here?
static bool begins_clause(const kb_parse* p, uint32_t i)
{
  if (!top((kb_parse*)p)->filled || (p->conj == KB_NONE && !p->comma)) {
    return false;
  }
  uint32_t k = i + 1;
  while (k < i + 12 && kind_at(p, k) == KB_ITEM_NP && item(p, k)->prep != KB_NONE) {
    ++k;
  }
  return kind_at(p, k) == KB_ITEM_VERB && kb_syntax__is_definite(p, item(p, i)->head) &&
         kb_syntax__agrees_before(p, item(p, i)->head, item(p, k)->head);
}

/// The clause beside which a new one with its own subject stands.
static uint32_t sibling(const kb_parse* p)
{
  const uint32_t low = floor_of(p);
  for (uint32_t d = p->depth; d > low; --d) {
    const unsigned rel = clause(p, p->stack[d - 1].clause)->rel;
    if (p->stack[d - 1].filled && rel != KB_REL_RELATIVE && rel != KB_REL_PURPOSE && rel != KB_REL_CIRCUMSTANCE) {
      return d;
    }
  }
  return low;
}

static void open_free_relative(kb_parse* p, uint32_t word)
{
  if (kb_syntax__particle(p, word) == KB_PCL_REL) {
    kb_open* o = open_clause(p, KB_REL_RELATIVE, KB_NONE, top(p)->clause);
    if (o) {
      o->antecedent                              = word;
      kb_syntax__anchor_of(p, o->clause)->attach = word;
    }
  }
}

static void nominal_predicate(kb_parse* p, kb_open* o, uint32_t word)
{
  kb_clause* c = clause(p, o->clause);
  c->kind      = KB_CLAUSE_NOMINAL;
  c->aux       = o->filled ? c->predicate : KB_NONE;
  c->predicate = word;
  if (o->filled) {
    kb_syntax__hang(p, word, c->aux, KB_XCOMP);
    o->copula = false;
  } else if (o->topic != KB_NONE) {
    o->has_subject = true;
    kb_syntax__add_arg(p, o->clause, (kb_arg){KB_ARG_SUBJECT, o->topic, KB_NONE, KB_NONE});
  }
  o->filled = true;
}

static bool is_name_of(const kb_parse* p, uint32_t i)
{
  if (p->last_np == KB_NONE || p->comma || p->conj != KB_NONE || p->last_np + 1 != i) {
    return false;
  }
  return kb_syntax__word(p, item(p, i)->head)->feats.upos == KB_PROPN && kb_syntax__is_person(p, item(p, p->last_np)->head);
}

/// The title to which a name belongs: المتحدث باسم الوزارة جون كيربي.
static uint32_t titled(const kb_parse* p, uint32_t i)
{
  uint32_t k = p->last_np;
  while (k > 0 && item(p, k)->prep != KB_NONE && item(p, k - 1)->kind == KB_ITEM_NP && k + 2 > i) {
    --k;
  }
  return item(p, k)->head;
}

/// توقعت مجموعة تنشط في مصر تحسن السوق: the relative clause has no room for the phrase, the verb before it has.
static void leave_full_clause(kb_parse* p, uint32_t i)
{
  uint32_t d = p->depth;
  while (d > floor_of(p) && clause(p, p->stack[d - 1].clause)->rel == KB_REL_RELATIVE &&
         !kb_syntax__has_room(p, &p->stack[d - 1], i) && p->stack[d - 2].filled) {
    --d;
  }
  if (d < p->depth && kb_syntax__has_room(p, &p->stack[d - 1], i)) {
    close_to(p, d);
  }
}

static void on_phrase(kb_parse* p, uint32_t i)
{
  const kb_item* it = item(p, i);
  kb_open*       o  = top(p);
  if (it->prep != KB_NONE) {
    o->resumed |= o->antecedent != KB_NONE && kb_syntax__word(p, it->head)->clitic == KB_ENCLITIC;
    kb_syntax__place_oblique(p, o, i);
  } else if (begins_clause(p, i)) {
    coordinate_at(p, sibling(p));
    top(p)->topic = it->head;
    if (p->conj != KB_NONE) {
      kb_syntax__hang(p, item(p, p->conj)->head, it->head, KB_CC);
    }
  } else if (p->conj != KB_NONE && p->last_np != KB_NONE) {
    kb_syntax__hang(p, item(p, p->conj)->head, it->head, KB_CC);
    kb_syntax__hang(p, it->head, item(p, p->last_np)->head, KB_CONJ);
  } else if (is_name_of(p, i)) {
    kb_syntax__hang(p, it->head, titled(p, i), KB_APPOS);
  } else if (!o->filled && o->topic == KB_NONE) {
    o->topic = it->head;
  } else if (!o->filled) {
    nominal_predicate(p, o, it->head);
  } else {
    leave_full_clause(p, i);
    kb_syntax__place_phrase(p, top(p), i);
  }
  p->last_np = i;
  p->conj    = KB_NONE;
  open_free_relative(p, it->head);
}

/** \name Markers */

static bool takes_that(const kb_parse* p, uint32_t word)
{
  const uint32_t v = kb_syntax__verb_of(p, word);
  return kb_syntax__is_speech(p, word) || (v != KB_NONE && (kb_lexicon_lexeme(p->lex, v)->args & KB_GOV_THAT));
}

/// قبل أن، بعد أن، دون أن، رغم أن: no complement but an adverbial clause.
static bool adverbial_preposition(const kb_parse* p, uint32_t prep)
{
  static const char* const lemmas[] = {"قبل", "بعد", "منذ", "رغم", "برغم", "دون", "بدون", "حتى", "إلا", "غير", NULL};
  for (int i = 0; lemmas[i]; ++i) {
    if (kb_syntax__lemma_is(p, prep, lemmas[i])) {
      return true;
    }
  }
  return false;
}

static kb_open* set_marker(kb_parse* p, kb_open* o, uint32_t i)
{
  if (o) {
    kb_clause* c = clause(p, o->clause);
    c->marker    = item(p, i)->head;
    c->first     = c->marker;
    if (item(p, i)->object != KB_NONE) {
      o->topic = item(p, i)->object;
    }
  }
  return o;
}

/// وأن ...: beside the complement clause that is open.
static bool second_complement(kb_parse* p, uint32_t i)
{
  for (uint32_t d = p->depth; d > floor_of(p) && p->conj != KB_NONE; --d) {
    const kb_open   o = p->stack[d - 1];
    const kb_clause c = *clause(p, o.clause);
    if (c.rel == KB_REL_COMPLEMENT && c.marker != KB_NONE && kb_syntax__particle(p, c.marker) == KB_PCL_THAT) {
      const kb_anchor a = *kb_syntax__anchor_of(p, o.clause);
      close_to(p, d - 1);
      kb_open* n = set_marker(p, open_clause(p, KB_REL_COMPLEMENT, item(p, i)->head, c.parent), i);
      if (n) {
        *kb_syntax__anchor_of(p, n->clause) = a;
        kb_syntax__add_arg(p, c.parent, (kb_arg){KB_ARG_CLAUSE, KB_NONE, a.prep, n->clause});
        kb_syntax__hang(p, item(p, p->conj)->head, item(p, i)->head, KB_CC);
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
      if (p->args.v[a].arg.word == item(p, np)->head) {
        p->args.v[a].clause = KB_NONE;
        break;
      }
    }
    o->topic = o->topic == item(p, np)->head ? KB_NONE : o->topic;
    nominal_predicate(p, o, item(p, np)->head);
  } else if (o->topic != KB_NONE) {
    const uint32_t topic = o->topic;
    o->topic             = KB_NONE;
    nominal_predicate(p, o, topic);
  }
}

static void on_that(kb_parse* p, uint32_t i)
{
  const uint32_t prep = p->prep != KB_NONE && p->prep + 1 == i ? item(p, p->prep)->head : KB_NONE;
  kb_open*       o    = top(p);
  if (prep != KB_NONE && adverbial_preposition(p, item(p, p->prep)->last)) {
    if (set_marker(p, open_clause(p, KB_REL_ADVERBIAL, item(p, i)->head, o->clause), i)) {
      kb_syntax__anchor_of(p, top(p)->clause)->prep = prep;
      kb_syntax__hang(p, prep, item(p, i)->head, KB_CASE);
    }
    return;
  }
  if (!o->filled && o->topic == KB_NONE && p->last_np == KB_NONE) {
    set_marker(p, o, i); // إن at the head of the sentence
    return;
  }
  if (second_complement(p, i)) {
    return;
  }
  if (!o->filled) {
    fill_before_that(p, o, i);
  }
  uint32_t depth = p->depth;
  while (depth > floor_of(p) && (!p->stack[depth - 1].filled || !takes_that(p, predicate(p, &p->stack[depth - 1])))) {
    --depth;
  }
  const bool found = p->stack[depth - 1].filled && takes_that(p, predicate(p, &p->stack[depth - 1]));
  const uint32_t np = p->last_np;
  const bool on_noun = np != KB_NONE && np + 1 == i && (!found || depth < p->depth) && takes_that(p, item(p, np)->head);
  if (found && !on_noun && !p->stack[depth - 1].has_complement) {
    close_to(p, depth);
  }
  o                    = top(p);
  o->has_complement    = true;
  const uint32_t parent = o->clause;
  kb_open*       n      = set_marker(p, open_clause(p, KB_REL_COMPLEMENT, item(p, i)->head, parent), i);
  if (n) {
    kb_anchor* a = kb_syntax__anchor_of(p, n->clause);
    a->prep      = prep;
    a->attach    = on_noun ? item(p, np)->head : KB_NONE;
    kb_syntax__add_arg(p, parent, (kb_arg){KB_ARG_CLAUSE, KB_NONE, prep, n->clause});
    if (prep != KB_NONE) {
      kb_syntax__hang(p, prep, item(p, i)->head, KB_CASE);
    }
  }
}

static unsigned seen_gender(const kb_word* w)
{
  return w->feats.number == KB_PLUR && !w->feats.human ? KB_FEM : w->feats.gender;
}

/// The nearest noun of the last phrase that agrees with الذي، التي.
static uint32_t antecedent(const kb_parse* p, uint32_t rel)
{
  const kb_word* r = kb_syntax__word(p, rel);
  if (p->last_np == KB_NONE) {
    return KB_NONE;
  }
  const kb_item* np = item(p, p->last_np);
  for (uint32_t w = np->last + 1; w-- > np->first;) {
    const kb_word* n = kb_syntax__word(p, w);
    if (!kb_syntax__is_nominal(p, w) || n->deprel == KB_FLAT) {
      continue;
    }
    const unsigned g      = seen_gender(n);
    const bool     gender = !g || !r->feats.gender || g == r->feats.gender;
    const bool     number = !n->feats.number || r->feats.number == KB_SING ? n->feats.number != KB_PLUR || !n->feats.human
                                                                           : n->feats.number != KB_SING;
    if (gender && (number || n->feats.upos == KB_PROPN)) {
      return w;
    }
  }
  return np->head;
}

static void on_relative(kb_parse* p, uint32_t i)
{
  const uint32_t word = item(p, i)->head;
  if (kb_syntax__word(p, word)->feats.upos == KB_PRON) {
    on_phrase(p, i);
    return;
  }
  const uint32_t ante = antecedent(p, word);
  kb_open*       o    = open_clause(p, KB_REL_RELATIVE, word, top(p)->clause);
  if (o) {
    o->antecedent                              = ante;
    kb_syntax__anchor_of(p, o->clause)->attach = ante;
  }
}

static void on_subordinator(kb_parse* p, uint32_t i, kb_clause_rel rel)
{
  if (p->comma) {
    uint32_t d = p->depth;
    while (d > floor_of(p) && clause(p, p->stack[d - 1].clause)->rel == KB_REL_RELATIVE && p->stack[d - 1].filled) {
      --d;
    }
    close_to(p, d);
  }
  set_marker(p, open_clause(p, rel, item(p, i)->head, top(p)->clause), i);
}

/// Depth of the nearest clause whose predicate reports speech; 0 for none.
static uint32_t speech_depth(const kb_parse* p)
{
  for (uint32_t d = p->depth; d >= floor_of(p); --d) {
    const uint32_t w = predicate(p, &p->stack[d - 1]);
    if (w != KB_NONE && kb_syntax__is_speech(p, w)) {
      return d;
    }
  }
  return 0;
}

static kb_open* open_quoted(kb_parse* p)
{
  const uint32_t parent  = top(p)->clause;
  top(p)->has_complement = true;
  kb_open* o             = open_clause(p, KB_REL_QUOTED, KB_NONE, parent);
  if (o) {
    kb_syntax__add_arg(p, parent, (kb_arg){KB_ARG_CLAUSE, KB_NONE, KB_NONE, o->clause});
  }
  return o;
}

static void on_colon(kb_parse* p)
{
  const uint32_t d = speech_depth(p);
  if (d && !p->stack[d - 1].has_complement) {
    close_to(p, d);
    open_quoted(p);
  } else if (!top(p)->filled && top(p)->topic != KB_NONE) {
    nominal_predicate(p, top(p), top(p)->topic); // كيري: ...
    open_quoted(p);
  }
}

static uint32_t closing_word(const kb_parse* p, uint32_t open_word)
{
  const uint32_t pair = p->doc->tokens.v[kb_syntax__word(p, open_word)->token].pair;
  return pair == KB_NONE ? KB_NONE : p->doc->tokens.v[pair].first_word;
}

enum { KB_SCARE_QUOTE = 5 }; ///< shorter quotations are names or single words

static void on_open_mark(kb_parse* p, uint32_t i)
{
  const uint32_t word = item(p, i)->head;
  const uint32_t end  = closing_word(p, word);
  kb_open*       o    = top(p);
  if (!o->filled && o->topic == KB_NONE && p->depth > 1) {
    o->close = end == KB_NONE || end >= p->end ? p->end : end;
    return;
  }
  const uint32_t d = speech_depth(p);
  if (d && !p->stack[d - 1].has_complement && (end == KB_NONE || end >= p->end || end - word > KB_SCARE_QUOTE)) {
    close_to(p, d);
    o = open_quoted(p);
    if (o) {
      o->close = end == KB_NONE || end >= p->end ? p->end : end;
    }
  }
}

static void on_close_mark(kb_parse* p, uint32_t i)
{
  for (uint32_t d = p->depth; d > 1; --d) {
    if (p->stack[d - 1].close == item(p, i)->head) {
      close_to(p, d - 1);
      return;
    }
  }
}

enum { KB_PARENTHESIS = 60 }; ///< longest one that is passed over, in items

/// What stands in parentheses explains the word before them.
static uint32_t skip_parenthesis(kb_parse* p, uint32_t i)
{
  uint32_t end = i + 1;
  while (end < p->items.n && end < i + KB_PARENTHESIS && item(p, end)->kind != KB_ITEM_PAREN_END) {
    ++end;
  }
  if (kind_at(p, end) != KB_ITEM_PAREN_END || p->last_np == KB_NONE) {
    return i;
  }
  const uint32_t head = item(p, p->last_np)->head;
  for (uint32_t k = i; k <= end; ++k) {
    const unsigned kind = item(p, k)->kind;
    kb_syntax__hang(p, item(p, k)->head, head, kind == KB_ITEM_NP ? KB_APPOS : kind == KB_ITEM_VERB ? KB_PARATAXIS : KB_PUNCT_REL);
  }
  return end;
}

/** \name Adjectives, existence, the rest */

/// مشيرا إلى، مؤكدة أن: an indefinite active participle that governs.
static bool is_circumstantial(const kb_parse* p, uint32_t i)
{
  const uint32_t   w = item(p, i)->head;
  const kb_lexeme* x = kb_syntax__lexeme(p, w);
  const kb_feats   f = kb_syntax__word(p, w)->feats;
  if (!x || x->base == KB_NONE || x->feats.verbform != KB_ACTIVE_PART || f.state == KB_DEF || p->depth < 1) {
    return false;
  }
  const bool accusative = f.state == KB_INDEF || (f.gender == KB_FEM && (p->comma || i == 0)) || kb_syntax__is_accusative(p, w);
  const unsigned next   = kind_at(p, i + 1);
  const bool governs    = next == KB_ITEM_THAT || next == KB_ITEM_PREP || next == KB_ITEM_NP || next == KB_ITEM_COLON || next == KB_ITEM_OPEN;
  return accusative && governs;
}

static void open_circumstance(kb_parse* p, uint32_t i)
{
  const uint32_t w = item(p, i)->head;
  uint32_t       d = kb_syntax__is_speech(p, w) ? speech_depth(p) : 0;
  if (!d) {
    for (d = p->depth; d > floor_of(p) && !p->stack[d - 1].filled; --d) {
    }
  }
  close_to(p, d);
  kb_open* o = open_clause(p, KB_REL_CIRCUMSTANCE, KB_NONE, top(p)->clause);
  if (o) {
    kb_clause* c      = clause(p, o->clause);
    c->kind           = KB_CLAUSE_PARTICIPLE;
    c->predicate      = w;
    c->negation       = item(p, i)->neg;
    c->shared_subject = true;
    o->filled = o->has_subject = true;
    o->verb                    = i;
  }
}

static void on_adjective(kb_parse* p, uint32_t i)
{
  kb_open*       o = top(p);
  const uint32_t w = item(p, i)->head;
  if (is_circumstantial(p, i)) {
    open_circumstance(p, i);
  } else if (!o->filled && o->topic != KB_NONE && kb_syntax__word(p, w)->feats.state != KB_DEF) {
    nominal_predicate(p, o, w);
    clause(p, o->clause)->negation = item(p, i)->neg;
  } else if (o->copula && clause(p, o->clause)->aux == KB_NONE && kb_syntax__word(p, w)->feats.state != KB_DEF) {
    const uint32_t neg = clause(p, o->clause)->negation;
    nominal_predicate(p, o, w);
    clause(p, o->clause)->negation = item(p, i)->neg != KB_NONE ? item(p, i)->neg : neg;
  } else if (!o->filled && o->topic == KB_NONE) {
    o->topic   = w;
    p->last_np = i;
  } else if (p->last_np != KB_NONE) {
    kb_syntax__hang(p, w, item(p, p->last_np)->head, KB_AMOD);
    if (p->conj != KB_NONE) {
      kb_syntax__hang(p, item(p, p->conj)->head, w, KB_CC);
    }
  } else if (o->filled) {
    kb_syntax__hang(p, w, predicate(p, o), KB_ADVMOD);
  }
  p->conj = KB_NONE;
}

/// هناك + indefinite noun
static void on_exist(kb_parse* p, uint32_t i)
{
  kb_open*   o    = top(p);
  const bool noun = kind_at(p, i + 1) == KB_ITEM_NP && item(p, i + 1)->prep == KB_NONE &&
                    !kb_syntax__is_definite(p, item(p, i + 1)->head);
  kb_clause* c = clause(p, o->clause);
  if (!noun || (o->filled && !o->copula)) {
    if (o->filled) {
      kb_syntax__hang(p, item(p, i)->head, predicate(p, o), KB_ADVMOD);
    }
    return;
  }
  if (o->filled) {
    c->aux = c->predicate;
    kb_syntax__hang(p, item(p, i)->head, c->aux, KB_ADVMOD);
  }
  c->predicate = item(p, i)->head; // the noun that there is comes as subject
  c->kind      = KB_CLAUSE_EXISTENTIAL;
  o->filled    = true;
  o->copula    = false;
}

/// لا + noun: there is none
static void on_negation(kb_parse* p, uint32_t i)
{
  kb_open* o = top(p);
  if (o->filled && (p->conj != KB_NONE || p->comma)) {
    coordinate_at(p, sibling(p));
    o = top(p);
    p->conj = KB_NONE;
  }
  if (!o->filled) {
    clause(p, o->clause)->negation = item(p, i)->head;
  }
}

/// "بريطانيا / كونكورد -": a label before the sentence, not its subject.
static bool is_label(const kb_parse* p, uint32_t i)
{
  const kb_str mark = kb_syntax__word(p, item(p, i)->head)->form;
  return i <= 4 && p->depth == 1 && !p->stack[0].filled && (mark.p[0] == '-' || kb_str_eq(mark, KB_STR("–")));
}

static void on_comma(kb_parse* p, uint32_t i)
{
  p->comma = true;
  kb_open* o = top(p);
  if (is_label(p, i)) {
    o->topic   = KB_NONE;
    p->last_np = KB_NONE;
  }
  if (p->depth > floor_of(p) && o->filled && clause(p, o->clause)->rel == KB_REL_RELATIVE && kind_at(p, i + 1) != KB_ITEM_CONJ) {
    close_to(p, p->depth - 1);
  }
}

/// كما + verb at the head of a clause means "also".
static bool is_also(const kb_parse* p, uint32_t i)
{
  return kb_syntax__lemma_is(p, item(p, i)->head, "كما") && (i == 0 || p->comma) && kind_at(p, i + 1) == KB_ITEM_VERB;
}

static void read_item(kb_parse* p, uint32_t i)
{
  switch (item(p, i)->kind) {
  case KB_ITEM_NP:
    on_phrase(p, i);
    break;
  case KB_ITEM_VERB:
    on_verb(p, i);
    break;
  case KB_ITEM_ADJ:
    on_adjective(p, i);
    break;
  case KB_ITEM_THAT:
    on_that(p, i);
    p->conj = KB_NONE;
    break;
  case KB_ITEM_RELATIVE:
    on_relative(p, i);
    p->conj = KB_NONE;
    break;
  case KB_ITEM_SUBORD:
    if (is_also(p, i)) {
      p->conj = i;
    } else {
      on_subordinator(p, i, KB_REL_ADVERBIAL);
      p->conj = KB_NONE;
    }
    break;
  case KB_ITEM_CONDITION:
    on_subordinator(p, i, KB_REL_CONDITION);
    p->conj = KB_NONE;
    break;
  case KB_ITEM_PURPOSE:
    set_marker(p, open_clause(p, KB_REL_PURPOSE, item(p, i)->head, top(p)->clause), i);
    p->conj = KB_NONE;
    break;
  case KB_ITEM_CONJ:
    p->conj = i;
    if (item(p, i)->object != KB_NONE && top(p)->filled) { // ولكنه
      coordinate_at(p, sibling(p));
      top(p)->topic = item(p, i)->object;
      p->conj       = KB_NONE;
    }
    break;
  case KB_ITEM_COMMA:
    on_comma(p, i);
    break;
  case KB_ITEM_COLON:
    on_colon(p);
    break;
  case KB_ITEM_OPEN:
    on_open_mark(p, i);
    break;
  case KB_ITEM_CLOSE:
    on_close_mark(p, i);
    break;
  case KB_ITEM_PAREN:
    p->at = skip_parenthesis(p, i);
    break;
  case KB_ITEM_EXIST:
    on_exist(p, i);
    break;
  case KB_ITEM_NEG:
    on_negation(p, i);
    break;
  case KB_ITEM_PREP:
    p->prep = i;
    break;
  default:
    if (top(p)->filled && kb_syntax__word(p, item(p, i)->head)->feats.upos != KB_PUNCT) {
      kb_syntax__hang(p, item(p, i)->head, predicate(p, top(p)), KB_ADVMOD);
    }
    break;
  }
  if (item(p, i)->kind != KB_ITEM_COMMA && item(p, i)->kind != KB_ITEM_CONJ) {
    p->comma = false;
  }
}

void kb_syntax__clauses(kb_parse* p)
{
  p->conj = p->prep = p->neg = p->last_np = KB_NONE;
  if (!open_clause(p, KB_REL_MAIN, KB_NONE, KB_NONE)) {
    return;
  }
  for (p->at = 0; p->at < p->items.n && !p->failed; ++p->at) {
    read_item(p, p->at);
  }
  while (p->depth > 0) {
    close_top(p);
  }
}
