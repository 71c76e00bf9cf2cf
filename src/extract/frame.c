/// Which of the frames of its predicate a clause has.
#include "frame.h"

static uint32_t frame_of_lexeme(const kb_view* v, uint32_t lexeme)
{
  if (lexeme == KB_NONE) {
    return KB_NONE;
  }
  const kb_lexeme* x = kb_lexicon_lexeme(v->lex, lexeme);
  if (x->frame != KB_NONE) {
    return x->frame;
  }
  return x->base == KB_NONE ? KB_NONE : kb_lexicon_lexeme(v->lex, x->base)->frame;
}

/// Frames hang on verbs and on event nouns; a word read as another noun of
/// the same spelling may still be the masdar or participle.
uint32_t kb_extract__first_frame(const kb_view* v, uint32_t w)
{
  if (w >= v->doc->words.n) {
    return KB_NONE; // a clause may lack its predicate
  }
  const kb_word* word = kb_extract__word(v, w);
  if (word->lexeme == KB_NONE || word->feats.upos == KB_PROPN) {
    return KB_NONE;
  }
  return frame_of_lexeme(v, word->lexeme);
}

/// How well does this argument suit the role?
static int fit(const kb_view* v, const kb_arg* a, unsigned role)
{
  const uint32_t entity = kb_extract__entity(v, a->word);
  switch (role) {
  case KB_SLOT_CONTENT:
  case KB_SLOT_TOPIC:
    return kb_extract__is_event_like(v, a)                                         ? 2
           : entity != KB_NONE && v->doc->entities.v[entity].type == KB_ENT_PERSON ? -1
                                                                                   : 0;
  case KB_SLOT_PLACE:
    return entity != KB_NONE && kb_extract__is_place(v, entity) ? 1 : -1;
  case KB_SLOT_AMOUNT:
    return a->word < v->doc->words.n && v->quantity[a->word] != KB_NONE ? 1 : -2;
  case KB_SLOT_INSTRUMENT:
    return entity != KB_NONE && v->doc->entities.v[entity].type == KB_ENT_WEAPON ? 1 : 0;
  default:
    return entity != KB_NONE && kb_extract__is_actor(v, entity) ? 1 : kb_extract__is_event_like(v, a) ? -1 : 0;
  }
}

/// Filled slots speak for a frame, arguments without a slot against it.
static int score(const kb_view* v, const kb_clause* c, const kb_framed* f)
{
  int  total   = 0;
  bool content = false;
  for (size_t i = 0; i < f->n; ++i) {
    const kb_arg* a = f->fillers[i].arg;
    total += (a->role == KB_ARG_SUBJECT || a->role == KB_ARG_ADJECTIVE ? 1 : 4) + fit(v, a, f->fillers[i].role);
    content |= f->fillers[i].role == KB_SLOT_CONTENT && kb_extract__is_event_like(v, a);
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const unsigned role = v->doc->args.v[c->first_arg + i].role;
    const bool     core = role == KB_ARG_OBJECT || role == KB_ARG_OBJECT2 || role == KB_ARG_CLAUSE;
    bool           used = false;
    for (size_t k = 0; k < f->n; ++k) {
      used |= f->fillers[k].arg == &v->doc->args.v[c->first_arg + i];
    }
    total -= core && !used ? 3 : 0;
  }
  return f->frame->light && !content ? total - 6 : total;
}

/// مصرح لها، المسؤولة، معلنة: an adjective that says what somebody is; with a clause of its own it would speak.
static bool is_merely_said(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  return f->speech && kb_str_eq(f->type, KB_STR("STATEMENT")) && c->kind == KB_CLAUSE_NOMINAL &&
         kb_extract__word(v, c->predicate)->feats.upos == KB_ADJ && !kb_extract__has_arg(v, c, KB_ARG_CLAUSE);
}

/// May a word of this kind have the sense in this article?
static bool suits_word(const kb_view* v, const kb_clause* c, const kb_frame* f)
{
  const unsigned kind = kb_extract__is_participle(v, c) ? KB_USE_PARTICIPLE
                        : kb_extract__is_noun(v, c)     ? KB_USE_MASDAR
                                                        : KB_USE_VERB;
  return (!f->use || (f->use & kind)) && !(f->no_sport && v->sport) && !is_merely_said(v, c, f);
}

/// A frame whose conditions are met goes before the general ones, a sense that tells nothing before all.
static int rank(const kb_view* v, const kb_frame* f)
{
  enum { SPECIFIC = 12, NOTHING = 24 };
  bool when = false;
  for (uint32_t i = 0; i < f->n_conditions; ++i) {
    const kb_condition* x = kb_lexicon_condition(v->lex, f->first_condition + i);
    when |= !x->never && !kb_str_eq(x->lemma, KB_STR("@any"));
  }
  return when ? f->none ? NOTHING : SPECIFIC : 0;
}

/// The frame of a chain that suits the clause best, if it suits better than the best so far.
static void choose(const kb_view* v, const kb_clause* c, uint32_t first, kb_framed* best, int* top)
{
  for (uint32_t id = first; id != KB_NONE; id = kb_lexicon_frame(v->lex, id)->next) {
    kb_framed f = {.id = id, .frame = kb_lexicon_frame(v->lex, id)};
    if (!suits_word(v, c, f.frame) || !kb_extract__holds_when(v, c, f.frame)) {
      continue;
    }
    kb_extract__fill(v, c, &f);
    const int s = score(v, c, &f) + rank(v, f.frame);
    if (best->id == KB_NONE || s > *top) {
      *best = f;
      *top  = s;
    }
  }
}

/// Is it a light verb that has the noun of doing it asks for?
static bool brings(const kb_view* v, const kb_framed* f)
{
  const kb_filler* content = kb_extract__filler(f, KB_SLOT_CONTENT);
  return f->frame->light && content && kb_extract__is_event_like(v, content->arg);
}

/// Unvowelled, two verbs may be spelled alike: وقع occurred or signed, نزل went down or lowered. What they govern
/// tells them apart.
static void choose_homograph(const kb_view* v, const kb_clause* c, kb_str lemma, kb_framed* best, int* top)
{
  const uint32_t own = kb_extract__word(v, c->predicate)->lexeme;
  for (uint32_t i = kb_lexicon_by_lemma(v->lex, lemma, KB_NONE); i != KB_NONE;) {
    const kb_lexeme* x = kb_lexicon_lexeme(v->lex, i);
    if (x->kind == KB_LEX_VERB && i != own && x->frame != KB_NONE) {
      kb_framed other = *best;
      int       score = *top;
      choose(v, c, x->frame, &other, &score);
      if (other.id != best->id && (other.frame->n_conditions || brings(v, &other))) {
        *best = other;
        *top  = score;
      }
    }
    i = x->next;
  }
}

/// The same for all verbs that the word may be: تجمع is "gathered" or "she collects".
static void choose_homographs(const kb_view* v, const kb_clause* c, kb_framed* best, int* top)
{
  const kb_lexeme* own = kb_extract__lexeme(v, c->predicate);
  if (!own || own->kind != KB_LEX_VERB || kb_extract__word(v, c->predicate)->feats.upos != KB_VERB) {
    return;
  }
  choose_homograph(v, c, own->lemma, best, top);
  const kb_word* w = kb_extract__word(v, c->predicate);
  if (w->feats.aspect == KB_IMPERFECT && !kb_str_eq(w->form, own->lemma)) {
    choose_homograph(v, c, w->form, best, top);
  }
}

kb_framed kb_extract__frame(const kb_view* v, uint32_t clause)
{
  const kb_clause* c    = kb_extract__clause(v, clause);
  kb_framed        best = {.id = KB_NONE};
  int              top  = 0;
  choose(v, c, kb_extract__first_frame(v, c->predicate), &best, &top);
  choose_homographs(v, c, &best, &top);
  const kb_lexeme* x = c->predicate < v->doc->words.n ? kb_extract__lexeme(v, c->predicate) : NULL;
  if (best.id == KB_NONE && x && x->frame != KB_NONE && x->base != KB_NONE) {
    choose(v, c, kb_lexicon_lexeme(v->lex, x->base)->frame, &best, &top); // what the noun alone is not, its verb may be
  }
  return best;
}

const kb_filler* kb_extract__filler(const kb_framed* f, unsigned role)
{
  for (size_t i = 0; i < f->n; ++i) {
    if (f->fillers[i].role == role) {
      return &f->fillers[i];
    }
  }
  return NULL;
}
