/// The clause that holds another in a slot for what is said, wanted, refused or brought about.
#include "frame.h"

uint32_t kb_extract__antecedent(const kb_view* v, uint32_t clause)
{
  const kb_clause* c    = kb_extract__clause(v, clause);
  const uint32_t   verb = c->light != KB_NONE ? c->light : c->predicate;
  if (c->rel != KB_REL_RELATIVE || verb >= v->doc->words.n || kb_extract__word(v, verb)->deprel != KB_ACL_RELCL) {
    return KB_NONE;
  }
  return kb_extract__word(v, verb)->head;
}

bool kb_extract__is_sign(const kb_view* v, uint32_t clause)
{
  const uint32_t   noun = kb_extract__antecedent(v, clause);
  const kb_lexeme* x    = noun == KB_NONE ? NULL : kb_extract__lexeme(v, noun);
  const kb_clause* c    = kb_extract__clause(v, clause);
  bool             own  = false;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    own |= a->role == KB_ARG_SUBJECT && a->word == noun;
  }
  const uint32_t m = own ? kb_extract__mention(v, noun) : KB_NONE;
  own              = own && (m == KB_NONE || v->doc->mentions.v[m].kind != KB_MENTION_NAME);
  return own && x &&
         (x->noun_class == KB_CLASS_ABSTRACT || x->noun_class == KB_CLASS_NUMBER || x->noun_class == KB_CLASS_EVENT);
}

/// Does the argument hold the clause: is it the clause itself, or a phrase around its predicate?
static bool holds(const kb_view* v, const kb_arg* a, uint32_t clause)
{
  const uint32_t p = kb_extract__clause(v, clause)->predicate;
  if (a->clause == clause || p >= v->doc->words.n) {
    return a->clause == clause;
  }
  if (a->word == p || (a->word < v->doc->words.n && kb_extract__deed(v, a->word) == p)) {
    return true;
  }
  // coordinated with what fills the slot
  uint32_t w = p;
  for (unsigned i = 0; i < KB_DEPTH && w != KB_NONE && kb_extract__word(v, w)->deprel == KB_CONJ; ++i) {
    w = kb_extract__word(v, w)->head;
    if (w == a->word) {
      return true;
    }
  }
  return false;
}

/// Does clause `up` hold `c` in a slot for what is said, wanted, refused or brought about?
static bool governs(const kb_view* v, uint32_t up, uint32_t c, kb_framed* f)
{
  *f = kb_extract__frame(v, up);
  for (size_t i = 0; f->id != KB_NONE && i < f->n; ++i) {
    const unsigned role = f->fillers[i].role;
    if ((role == KB_SLOT_CONTENT || role == KB_SLOT_TOPIC) && holds(v, f->fillers[i].arg, c)) {
      return true;
    }
  }
  return false;
}

/// The participle or noun right before the phrase of the clause above that holds `c`: الرافض لأي تعاون.
static uint32_t borrower(const kb_view* v, uint32_t up, uint32_t c)
{
  const kb_clause* p = kb_extract__clause(v, up);
  for (uint32_t i = 0; i < p->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[p->first_arg + i];
    if (a->prep != KB_NONE && a->prep > 0 && holds(v, a, c)) {
      const uint32_t b = v->clause[a->prep - 1];
      return b != up && b != c && b != KB_NONE && kb_extract__clause(v, b)->parent == up ? b : KB_NONE;
    }
  }
  return KB_NONE;
}

uint32_t kb_extract__governor(const kb_view* v, uint32_t c, kb_framed* f)
{
  const uint32_t up = kb_extract__clause(v, c)->parent;
  f->id             = KB_NONE;
  if (up == KB_NONE) {
    return KB_NONE;
  }
  const uint32_t b = borrower(v, up, c);
  if (b != KB_NONE && governs(v, b, c, f)) {
    return b;
  }
  return governs(v, up, c, f) ? up : KB_NONE;
}
