/// The arguments of clauses, as they are found and as the article keeps them.
#include "syntax_internal.h"

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

/// The tree is built without them: the word hangs where it stands.
static void share_antecedents(kb_parse* p)
{
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n && !p->failed; ++c) {
    const uint32_t word = kb_syntax__anchor_of(p, c)->antecedent;
    if (word != KB_NONE && !kb_syntax__find_arg(p, c, KB_ARG_SUBJECT)) {
      kb_syntax__clause(p, c)->shared_subject = true;
      kb_syntax__add_arg(p, c, (kb_arg){KB_ARG_SUBJECT, word, KB_NONE, KB_NONE});
    }
  }
}

/// Counting sort by clause keeps the order of the text within a clause.
void kb_syntax__store_args(kb_parse* p)
{
  kb_doc* doc = p->doc;
  share_antecedents(p);
  for (uint32_t i = 0; i < p->args.n; ++i) {
    const uint32_t c = p->args.v[i].clause;
    if (c != KB_NONE) {
      ++doc->clauses.v[c].n_args;
    }
  }
  uint32_t at = doc->args.n;
  for (uint32_t c = p->first_clause; c < doc->clauses.n; ++c) {
    doc->clauses.v[c].first_arg = at;
    at += doc->clauses.v[c].n_args;
    doc->clauses.v[c].n_args = 0;
  }
  while (doc->args.n < at && !p->failed) {
    p->failed = kb_array_push(doc->arena, &doc->args) == NULL;
  }
  for (uint32_t i = 0; i < p->args.n && !p->failed; ++i) {
    const uint32_t c = p->args.v[i].clause;
    if (c != KB_NONE) {
      kb_clause* x = &doc->clauses.v[c];
      kb_arg     a = p->args.v[i].arg;
      if (a.word == KB_NONE && a.clause != KB_NONE) {
        a.word = doc->clauses.v[a.clause].predicate;
      }
      doc->args.v[x->first_arg + x->n_args++] = a;
    }
  }
}
