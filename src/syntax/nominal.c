/// Masdars, event nouns and participles as clauses of their own.
#include "syntax_internal.h"

bool kb_syntax__is_event(const kb_parse* p, uint32_t w)
{
  const kb_frame* f = kb_syntax__frame(p, w);
  return f && !f->light;
}

/** \name Light verbs */

/// Slot of a light verb's frame in which its event noun stands, KB_FS_COUNT if there is none.
static kb_frame_slot content_slot(const kb_frame* f)
{
  unsigned s = 0;
  while (s < KB_FS_COUNT && (f->args[s] != KB_SLOT_CONTENT || s == KB_FS_THAT)) {
    ++s;
  }
  return (kb_frame_slot)s;
}

static bool fills(const kb_parse* p, const kb_arg* a, kb_frame_slot slot)
{
  if (slot == KB_FS_SUBJ) {
    return a->role == KB_ARG_SUBJECT;
  }
  if (slot == KB_FS_OBJ) {
    return a->role == KB_ARG_OBJECT;
  }
  return a->role == KB_ARG_OBLIQUE && kb_syntax__slot(p, a->prep) == slot;
}

uint32_t kb_syntax__counted_out(const kb_parse* p, uint32_t word)
{
  const uint32_t next = word + 1;
  const kb_word* w    = kb_syntax__word(p, word);
  const bool     one  = w->feats.upos == KB_ADJ && w->feats.state != KB_DEF && next < p->end;
  return one && kb_syntax__word(p, next)->head == word && kb_syntax__word(p, next)->deprel == KB_NMOD_POSS ? next
                                                                                                           : word;
}

/// شن غارة، قام بزيارة، تم توقيع: the noun names the event.
static void lighten(kb_parse* p, uint32_t c)
{
  kb_clause*      x = kb_syntax__clause(p, c);
  const kb_frame* f = x->kind == KB_CLAUSE_VERB && x->predicate != KB_NONE ? kb_syntax__frame(p, x->predicate) : NULL;
  while (f && !f->light) {
    f = f->next == KB_NONE ? NULL : kb_lexicon_frame(p->lex, f->next);
  }
  if (!f || f->effect != KB_EFFECT_ASSERTS) {
    return;
  }
  kb_frame_slot slot = content_slot(f);
  slot               = slot == KB_FS_OBJ && x->voice == KB_PASSIVE ? KB_FS_SUBJ : slot;
  for (uint32_t i = slot < KB_FS_COUNT ? kb_syntax__first_arg(p, c) : KB_NONE; i != KB_NONE;
       i          = kb_syntax__next_arg(p, i)) {
    const kb_arg*  a    = &p->args.v[i].arg;
    const uint32_t noun = a->word != KB_NONE && fills(p, a, slot) ? kb_syntax__counted_out(p, a->word) : KB_NONE;
    if (noun != KB_NONE && kb_syntax__is_event(p, noun)) {
      x->light     = x->predicate;
      x->predicate = noun;
      if (slot == KB_FS_SUBJ) {
        x->voice = KB_PASSIVE;
      }
      return;
    }
  }
}

/** \name Arguments of nominals */

/// The words that hang on a noun, as arguments of its clause.
static void collect(kb_parse* p, uint32_t c, uint32_t noun)
{
  for (uint32_t w = noun + 1; w < p->end; ++w) {
    const kb_word* x = kb_syntax__word(p, w);
    if (x->head != noun) {
      if (w > noun + 40) {
        return;
      }
      continue;
    }
    const kb_lexeme* l = kb_syntax__lexeme(p, w);
    if (x->deprel == KB_NMOD_POSS) {
      kb_syntax__add_arg(p, c, (kb_arg){KB_ARG_GENITIVE, w, KB_NONE, KB_NONE});
    } else if (x->deprel == KB_AMOD && l && l->gaz != KB_NONE) {
      kb_syntax__add_arg(p, c, (kb_arg){KB_ARG_ADJECTIVE, w, KB_NONE, KB_NONE});
    } else if (x->deprel == KB_NMOD) {
      uint32_t prep = w;
      while (prep > noun && !(kb_syntax__word(p, prep)->head == w && kb_syntax__word(p, prep)->deprel == KB_CASE)) {
        --prep;
      }
      if (prep > noun) {
        const bool by = prep + 1 < w && kb_syntax__lemma_is(p, prep, "من") && kb_syntax__lemma_is(p, prep + 1, "قبل");
        kb_syntax__add_arg(p, c, (kb_arg){by ? KB_ARG_BY : KB_ARG_OBLIQUE, w, prep, KB_NONE});
      }
    }
  }
}

/// The clause to which a noun belongs: the nearest above it in the tree.
static uint32_t owner(const kb_parse* p, uint32_t w)
{
  enum { FAR = 64 };
  uint32_t at = w;
  for (int steps = 0; at != KB_NONE && steps < FAR; ++steps) {
    const uint32_t c = p->clause_at[at - p->first];
    if (c != KB_NONE) {
      return c;
    }
    at = kb_syntax__word(p, at)->head;
  }
  return p->first_clause < p->doc->clauses.n ? p->first_clause : KB_NONE;
}

static bool is_argument_of(const kb_parse* p, uint32_t c, uint32_t word)
{
  for (uint32_t i = kb_syntax__first_arg(p, c); i != KB_NONE; i = kb_syntax__next_arg(p, i)) {
    if (p->args.v[i].arg.word == word) {
      return true;
    }
  }
  return false;
}

static void note_predicate(kb_parse* p, uint32_t word, uint32_t c)
{
  if (word != KB_NONE) {
    p->clause_at[word - p->first] = c;
  }
}

static void nominal(kb_parse* p, uint32_t w)
{
  const kb_lexeme* x          = kb_syntax__lexeme(p, w);
  const kb_word*   word       = kb_syntax__word(p, w);
  const bool       noun       = word->feats.upos == KB_NOUN;
  const bool       participle = word->feats.upos == KB_ADJ && x && x->feats.verbform == KB_ACTIVE_PART;
  const bool       adjective  = participle && word->deprel == KB_AMOD;
  if (!x || (!noun && !participle) || !kb_syntax__is_event(p, w)) {
    return;
  }
  if (noun && x->noun_class == KB_CLASS_ROLE) {
    return; // مسؤول, متحدث
  }
  uint32_t c = p->clause_at[w - p->first];
  if (c != KB_NONE || !(noun || adjective)) {
    if (c != KB_NONE && kb_syntax__clause(p, c)->predicate == w) {
      collect(p, c, w);
    }
    return;
  }
  const bool     masdar = noun && x->base != KB_NONE;
  const uint32_t parent = owner(p, w);
  const bool     arg    = parent != KB_NONE && is_argument_of(p, parent, w);
  c                     = kb_syntax__new_clause(p,
                            adjective ? KB_CLAUSE_PARTICIPLE
                                                : masdar  ? KB_CLAUSE_MASDAR
                                                          : KB_CLAUSE_EVENT_NOUN,
                            arg ? KB_REL_ARGUMENT : KB_REL_MODIFIER, w, parent);
  if (c == KB_NONE) {
    return;
  }
  note_predicate(p, w, c);
  if (adjective) {
    kb_syntax__add_arg(p, c, (kb_arg){KB_ARG_SUBJECT, word->head, KB_NONE, KB_NONE});
  }
  collect(p, c, w);
}

void kb_syntax__nominal_clauses(kb_parse* p)
{
  const uint32_t n     = p->doc->clauses.n;
  const uint32_t words = p->end - p->first;
  p->clause_at         = kb_arena_array(p->scratch, words, sizeof *p->clause_at);
  if (!p->clause_at) {
    p->failed = true;
    return;
  }
  memset(p->clause_at, 0xFF, words * sizeof *p->clause_at);
  for (uint32_t c = p->first_clause; c < n; ++c) {
    lighten(p, c);
    note_predicate(p, kb_syntax__anchor(p, c), c);
    note_predicate(p, kb_syntax__clause(p, c)->predicate, c);
  }
  for (uint32_t w = p->first; w < p->end && !p->failed; ++w) {
    nominal(p, w);
  }
}
