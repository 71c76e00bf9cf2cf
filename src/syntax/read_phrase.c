/// Noun phrases and adjectives: arguments, predicates, beginnings of clauses.
#include "stack.h"

/// Is the phrase the subject of a verb that follows it, so that a new clause begins here?
static bool begins_clause(const kb_parse* p, uint32_t i)
{
  if (!kb_syntax__top((kb_parse*)p)->filled || (p->conj == KB_NONE && !p->comma)) {
    return false;
  }
  uint32_t k = i + 1;
  while (k < i + 12 && kb_syntax__kind_at(p, k) == KB_ITEM_NP && kb_syntax__item(p, k)->prep != KB_NONE) {
    ++k;
  }
  return kb_syntax__kind_at(p, k) == KB_ITEM_VERB && kb_syntax__is_definite(p, kb_syntax__item(p, i)->head) &&
         kb_syntax__agrees_before(p, kb_syntax__item(p, i)->head, kb_syntax__item(p, k)->head);
}

static void open_free_relative(kb_parse* p, uint32_t word)
{
  if (kb_syntax__particle(p, word) == KB_PCL_REL) {
    kb_open* o = kb_syntax__open_clause(p, KB_REL_RELATIVE, KB_NONE, kb_syntax__top(p)->clause);
    if (o) {
      o->antecedent                              = word;
      kb_syntax__anchor_of(p, o->clause)->attach = word;
    }
  }
}

void kb_syntax__nominal_predicate(kb_parse* p, kb_open* o, uint32_t word)
{
  kb_clause* c = kb_syntax__clause(p, o->clause);
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

/// Item of the phrase that the noun phrases with ل, or with any preposition one of them, before item `i` go on.
static uint32_t before_complements(const kb_parse* p, uint32_t i)
{
  uint32_t k = p->last_np;
  while (k > 0 && kb_syntax__item(p, k)->prep != KB_NONE && kb_syntax__item(p, k - 1)->kind == KB_ITEM_NP &&
         (k + 1 == i || kb_syntax__slot(p, kb_syntax__item(p, k)->prep) == KB_FS_LI)) {
    --k;
  }
  return k;
}

/// "مدير المهرجان الثاني للزهور فلان": nothing but a title with what it is for stands before the name.
static bool follows_long_title(const kb_parse* p, uint32_t i)
{
  const kb_lexeme* x     = kb_syntax__lexeme(p, kb_syntax__item(p, i)->head);
  const uint32_t   k     = before_complements(p, i);
  const kb_lexeme* title = kb_syntax__lexeme(p, kb_syntax__item(p, k)->head);
  return x && x->kind == KB_LEX_NAME && x->name != KB_NAME_FAMILY && k < p->last_np &&
         kb_syntax__slot(p, kb_syntax__item(p, p->last_np)->prep) == KB_FS_LI && title &&
         title->noun_class == KB_CLASS_ROLE && kb_syntax__item(p, k)->prep == KB_NONE;
}

static bool is_name_of(const kb_parse* p, uint32_t i)
{
  if (p->last_np == KB_NONE || p->comma || p->conj != KB_NONE || p->last_np + 1 != i) {
    return false;
  }
  const uint32_t name   = kb_syntax__item(p, i)->head;
  const uint32_t before = kb_syntax__item(p, p->last_np)->head;
  return kb_syntax__word(p, name)->feats.upos == KB_PROPN &&
         ((kb_syntax__is_person(p, before) && !kb_syntax__is_other_place(p, before, name)) || follows_long_title(p, i));
}

/// توقعت مجموعة تنشط في مصر تحسن السوق: the relative clause has no room for the phrase, the verb before it has.
static void leave_full_clause(kb_parse* p, uint32_t i)
{
  uint32_t d = p->depth;
  while (d > kb_syntax__floor_of(p) && kb_syntax__clause(p, p->stack[d - 1].clause)->rel == KB_REL_RELATIVE &&
         !kb_syntax__has_room(p, &p->stack[d - 1], i) && p->stack[d - 2].filled) {
    --d;
  }
  if (d < p->depth && kb_syntax__has_room(p, &p->stack[d - 1], i)) {
    kb_syntax__close_to(p, d);
  }
}

/// ردا على سؤال، نقلا عن مصدر: an indefinite accusative at the head of a clause, unless أن and its like govern it.
static bool is_adverbial(const kb_parse* p, const kb_open* o, uint32_t noun)
{
  const kb_word* w = kb_syntax__word(p, noun);
  return w->feats.upos == KB_NOUN && w->feats.state == KB_INDEF && kb_syntax__clause(p, o->clause)->marker == KB_NONE;
}

/// هذه الرسالة هي الرابعة: the pronoun only parts the subject from what is said of it.
static bool parts_subject(const kb_parse* p, const kb_open* o, uint32_t i)
{
  const kb_item* it   = kb_syntax__item(p, i);
  const kb_word* w    = kb_syntax__word(p, it->head);
  const unsigned next = kb_syntax__kind_at(p, i + 1);
  return w->feats.upos == KB_PRON && w->feats.person == 3 && it->prep == KB_NONE && p->conj == KB_NONE && !p->comma &&
         !o->filled && o->topic != KB_NONE && o->topic != it->head &&
         ((next == KB_ITEM_NP && kb_syntax__item(p, i + 1)->prep == KB_NONE) || next == KB_ITEM_ADJ);
}

/// What stands behind such a pronoun is the predicate.
static void predicate_behind(kb_parse* p, kb_open* o, uint32_t i)
{
  const uint32_t predicate = kb_syntax__item(p, i + 1)->head;
  kb_syntax__hang(p, kb_syntax__item(p, i)->head, predicate, KB_COP);
  kb_syntax__nominal_predicate(p, o, predicate);
  p->last_np = i + 1;
  p->at      = i + 1;
}

/// "قتل ستة بينهم جنديان": what stands behind the pronoun is said to be among them, and is no argument of the verb.
static bool is_among(const kb_parse* p, uint32_t i)
{
  const kb_item* them = i > 0 ? kb_syntax__item(p, i - 1) : NULL;
  if (!them || them->kind != KB_ITEM_NP || them->prep == KB_NONE || p->conj != KB_NONE ||
      kb_syntax__word(p, them->head)->clitic != KB_ENCLITIC || kb_syntax__is_time(p, kb_syntax__item(p, i)->head)) {
    return false;
  }
  return kb_syntax__lemma_is(p, them->prep2 == KB_NONE ? them->prep : them->prep2, "بين") &&
         kb_syntax__word(p, them->head)->feats.person == 3;
}

void kb_syntax__on_phrase(kb_parse* p, uint32_t i)
{
  const kb_item* it = kb_syntax__item(p, i);
  kb_open*       o  = kb_syntax__top(p);
  if (parts_subject(p, o, i)) {
    predicate_behind(p, o, i);
    return;
  }
  if (it->prep != KB_NONE) {
    o->resumed |= o->antecedent != KB_NONE && kb_syntax__word(p, it->head)->clitic == KB_ENCLITIC;
    kb_syntax__place_oblique(p, o, i);
  } else if ((o->filled || o->topic != KB_NONE) && is_among(p, i)) {
    kb_syntax__hang(p, it->head, kb_syntax__item(p, i - 1)->head, KB_NSUBJ);
  } else if (begins_clause(p, i)) {
    kb_syntax__coordinate_at(p, kb_syntax__sibling(p));
    kb_syntax__top(p)->topic = it->head;
    if (p->conj != KB_NONE) {
      kb_syntax__hang(p, kb_syntax__item(p, p->conj)->head, it->head, KB_CC);
    }
  } else if (p->conj != KB_NONE && p->last_np != KB_NONE) {
    kb_syntax__hang(p, kb_syntax__item(p, p->conj)->head, it->head, KB_CC);
    kb_syntax__hang(p, it->head, kb_syntax__item(p, p->last_np)->head, KB_CONJ);
  } else if (is_name_of(p, i)) {
    kb_syntax__hang(p, it->head, kb_syntax__item(p, before_complements(p, i))->head,
                    KB_APPOS); // المتحدث باسم الوزارة فلان
  } else if (!o->filled && is_adverbial(p, o, it->head)) {
    kb_syntax__add_arg(p, o->clause, (kb_arg){KB_ARG_TIME, it->head, KB_NONE, KB_NONE});
  } else if (!o->filled && o->topic == KB_NONE) {
    o->topic = it->head;
  } else if (!o->filled) {
    kb_syntax__nominal_predicate(p, o, it->head);
  } else {
    leave_full_clause(p, i);
    kb_syntax__place_phrase(p, kb_syntax__top(p), i);
  }
  p->last_np = i;
  p->conj    = KB_NONE;
  open_free_relative(p, it->head);
}

/// مشيرا إلى، مؤكدة أن: an indefinite active participle that governs.
static bool is_circumstantial(const kb_parse* p, uint32_t i)
{
  const uint32_t   w = kb_syntax__item(p, i)->head;
  const kb_lexeme* x = kb_syntax__lexeme(p, w);
  const kb_feats   f = kb_syntax__word(p, w)->feats;
  if (!x || x->base == KB_NONE || x->feats.verbform != KB_ACTIVE_PART || f.state == KB_DEF || p->depth < 1) {
    return false;
  }
  const bool speaks     = kb_syntax__is_speech(p, w) && kb_syntax__kind_at(p, i + 1) == KB_ITEM_THAT; // قائلة إن
  const bool accusative = f.state == KB_INDEF || (speaks && f.gender == KB_FEM) ||
                          (f.gender == KB_FEM && (p->comma || i == 0)) || kb_syntax__is_accusative(p, w);
  const unsigned next = kb_syntax__kind_at(p, i + 1);
  const bool     governs =
    next == KB_ITEM_THAT || next == KB_ITEM_PREP || next == KB_ITEM_NP || next == KB_ITEM_COLON || next == KB_ITEM_OPEN;
  return accusative && governs;
}

static void open_circumstance(kb_parse* p, uint32_t i)
{
  const uint32_t w = kb_syntax__item(p, i)->head;
  uint32_t       d = kb_syntax__is_speech(p, w) ? kb_syntax__speech_depth(p) : 0;
  if (!d) {
    for (d = p->depth; d > kb_syntax__floor_of(p) && !p->stack[d - 1].filled; --d) {
    }
  }
  kb_syntax__close_to(p, d);
  kb_open* o = kb_syntax__open_clause(p, KB_REL_CIRCUMSTANCE, KB_NONE, kb_syntax__top(p)->clause);
  if (o) {
    kb_clause* c      = kb_syntax__clause(p, o->clause);
    c->kind           = KB_CLAUSE_PARTICIPLE;
    c->predicate      = w;
    c->negation       = kb_syntax__item(p, i)->neg;
    c->shared_subject = true;
    o->filled = o->has_subject = true;
    o->verb                    = i;
  }
}

void kb_syntax__on_adjective(kb_parse* p, uint32_t i)
{
  kb_open*       o = kb_syntax__top(p);
  const uint32_t w = kb_syntax__item(p, i)->head;
  if (is_circumstantial(p, i)) {
    open_circumstance(p, i);
  } else if (!o->filled && o->topic != KB_NONE && kb_syntax__word(p, w)->feats.state != KB_DEF) {
    kb_syntax__nominal_predicate(p, o, w);
    kb_syntax__clause(p, o->clause)->negation = kb_syntax__item(p, i)->neg;
  } else if (o->copula && kb_syntax__clause(p, o->clause)->aux == KB_NONE &&
             kb_syntax__word(p, w)->feats.state != KB_DEF) {
    const uint32_t neg = kb_syntax__clause(p, o->clause)->negation;
    kb_syntax__nominal_predicate(p, o, w);
    kb_syntax__clause(p, o->clause)->negation =
      kb_syntax__item(p, i)->neg != KB_NONE ? kb_syntax__item(p, i)->neg : neg;
  } else if (!o->filled && o->topic == KB_NONE) {
    o->topic   = w;
    p->last_np = i;
  } else if (p->last_np != KB_NONE) {
    kb_syntax__hang(p, w, kb_syntax__item(p, p->last_np)->head, KB_AMOD);
    if (p->conj != KB_NONE) {
      kb_syntax__hang(p, kb_syntax__item(p, p->conj)->head, w, KB_CC);
    }
  } else if (o->filled) {
    kb_syntax__hang(p, w, kb_syntax__predicate(p, o), KB_ADVMOD);
  }
  p->conj = KB_NONE;
}

/// هناك + indefinite noun
void kb_syntax__on_exist(kb_parse* p, uint32_t i)
{
  kb_open*   o    = kb_syntax__top(p);
  const bool noun = kb_syntax__kind_at(p, i + 1) == KB_ITEM_NP && kb_syntax__item(p, i + 1)->prep == KB_NONE &&
                    !kb_syntax__is_definite(p, kb_syntax__item(p, i + 1)->head);
  kb_clause* c = kb_syntax__clause(p, o->clause);
  if (!noun || (o->filled && !o->copula)) {
    if (o->filled) {
      kb_syntax__hang(p, kb_syntax__item(p, i)->head, kb_syntax__predicate(p, o), KB_ADVMOD);
    }
    return;
  }
  if (o->filled) {
    c->aux = c->predicate;
    kb_syntax__hang(p, kb_syntax__item(p, i)->head, c->aux, KB_ADVMOD);
  }
  c->predicate = kb_syntax__item(p, i)->head; // the noun that there is comes as subject
  c->kind      = KB_CLAUSE_EXISTENTIAL;
  o->filled    = true;
  o->copula    = false;
}

/// لا + noun: there is none
void kb_syntax__on_negation(kb_parse* p, uint32_t i)
{
  kb_open* o = kb_syntax__top(p);
  if (o->filled && (p->conj != KB_NONE || p->comma)) {
    kb_syntax__coordinate_at(p, kb_syntax__sibling(p));
    o       = kb_syntax__top(p);
    p->conj = KB_NONE;
  }
  if (!o->filled) {
    kb_syntax__clause(p, o->clause)->negation = kb_syntax__item(p, i)->head;
  }
}
