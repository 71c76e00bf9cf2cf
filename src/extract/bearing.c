/*
   Words that bear on how real an event is without being its predicate or the
   predicate above: "possible", "any", "in case", "it is necessary to", "danger
   of", "failure to", the ل of an aim; and verbs that no frame knows: what
   "will include" talks does not make them talks that were held.
*/
#include "factuality.h"

/** \name Beside the predicate */

/// "المحتمل"، "المرتقب"
static void apply_adjectives(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  enum { REACH = 24 };
  const kb_word* w = kb_extract__word(v, c->predicate);
  for (uint32_t d = c->predicate + 1; d <= w->last && d < v->doc->words.n && d - c->predicate < REACH; ++d) {
    uint32_t last = d;
    if (kb_extract__word(v, d)->head != c->predicate || kb_extract__word(v, d)->deprel != KB_AMOD) {
      continue;
    }
    const kb_cue* cue = kb_extract__cue(v, d, KB_CUE_MODAL, &last);
    if (cue) {
      kb_extract__apply_effect(f, (unsigned)cue->value);
    }
  }
}

/// "any attack": none in particular.
static bool is_any(const kb_view* v, uint32_t w)
{
  uint32_t last = w;
  return w > kb_extract__sentence_first(v, w) && kb_extract__cue(v, w - 1, KB_CUE_ANY, &last) != NULL;
}

/// "adopting any resolution"
static bool is_of_any(const kb_view* v, uint32_t w)
{
  for (uint32_t d = w + 1; d <= w + 2 && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head == w && x->deprel == KB_NMOD_POSS) {
      return is_any(v, d);
    }
  }
  return false;
}

/// The cue of a class that stands right before `w` and its preposition, and its first word; NULL if there is none.
static const kb_cue* cue_before(const kb_view* v, uint32_t w, unsigned cue_class, uint32_t* first)
{
  enum { REACH = 5 };
  const uint32_t start = kb_extract__sentence_first(v, w);
  const bool     prep  = w > start && kb_extract__word(v, w - 1)->clitic == KB_PROCLITIC;
  for (uint32_t at = w; at > start && w - at < REACH;) {
    uint32_t      last = --at;
    const kb_cue* cue  = kb_extract__cue(v, at, cue_class, &last);
    if (cue && (last + 1 == w || (prep && last + 2 == w))) {
      *first = at;
      return cue;
    }
  }
  return NULL;
}

/// A noun that only carries another: continuation of, ability to.
static bool is_light(const kb_view* v, uint32_t w)
{
  const uint32_t f = kb_extract__first_frame(v, w);
  return f != KB_NONE && kb_lexicon_frame(v->lex, f)->light;
}

/// Values of KB_CUE_CASE.
enum { KB_CASE_CONDITION = 1, KB_CASE_QUESTION = 2 };

/// "في حال وافق"، "ما إذا كان سافر": words before a predicate, of the same clause, that make it a case.
static unsigned case_of(const kb_view* v, const kb_clause* c, uint32_t word)
{
  enum { REACH = 5 };
  const bool     is_verbal = kb_extract__is_verbal(c);
  const uint32_t start     = kb_extract__sentence_first(v, word);
  for (uint32_t w = word; w > start && word - w < REACH;) {
    uint32_t      last = --w;
    const kb_cue* cue  = kb_extract__cue(v, w, KB_CUE_CASE, &last);
    if (cue && last < word) {
      return (unsigned)cue->value;
    }
    const kb_feats f = kb_extract__word(v, w)->feats;
    if (f.upos == KB_PUNCT || (f.upos == KB_VERB && w != c->aux) ||
        (!is_verbal && f.upos == KB_NOUN && w + 2 < word && !is_light(v, w))) {
      break;
    }
  }
  return 0;
}

bool kb_extract__is_asked(const kb_view* v, const kb_clause* c)
{
  return case_of(v, c, c->predicate) == KB_CASE_QUESTION;
}

/// "من المقرر أن"، "لا بد أن": words before أن tell how real the clause is.
static void apply_impersonal(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  const uint32_t that = c->marker;
  if (that == KB_NONE || kb_extract__particle(v, that) != KB_PCL_THAT) {
    return;
  }
  uint32_t      first = that;
  const kb_cue* cue   = cue_before(v, that, KB_CUE_MODAL, &first);
  cue                 = cue ? cue : cue_before(v, that, KB_CUE_PROSPECT, &first);
  if (!cue) {
    return;
  }
  kb_extract__apply_effect(f, (unsigned)cue->value);
  // "it is not expected that"
  const uint32_t start = kb_extract__sentence_first(v, that);
  first -= first > start && kb_extract__word(v, first - 1)->feats.upos == KB_ADP ? 1 : 0;
  if (first > start && kb_extract__word(v, first - 1)->feats.negative) {
    kb_extract__apply_effect(f, KB_EFFECT_NEGATES);
  }
}

/** \name Above the noun */

static const kb_frame* light_frame(const kb_view* v, uint32_t w, unsigned slot, unsigned other)
{
  for (uint32_t id = kb_extract__first_frame(v, w); id != KB_NONE; id = kb_lexicon_frame(v->lex, id)->next) {
    const kb_frame* f = kb_lexicon_frame(v->lex, id);
    if (f->light && (f->args[slot] == KB_SLOT_CONTENT || (!f->noun && f->args[other] == KB_SLOT_CONTENT))) {
      return f;
    }
  }
  return NULL;
}

/// The light frame by which `head` takes the noun `w`: محاولة اغتيال، الفشل في التوصل. NULL if it has none.
static const kb_frame* bearer(const kb_view* v, uint32_t head, uint32_t w)
{
  const kb_word* x = kb_extract__word(v, w);
  if (x->deprel == KB_NMOD_POSS) {
    const kb_frame* f = light_frame(v, head, KB_FS_GEN, KB_FS_OBJ);
    return f ? f : light_frame(v, head, KB_FS_GEN, KB_FS_SUBJ);
  }
  const uint32_t prep = w > 0 && kb_extract__word(v, w - 1)->head == w ? w - 1 : KB_NONE;
  const unsigned slot = kb_extract__slot_of_prep(v, prep);
  return slot == KB_FS_COUNT ? NULL : light_frame(v, head, slot, slot);
}

/// "more of", "hundreds of": what is counted is what happens.
static bool is_measure(const kb_view* v, uint32_t w)
{
  const kb_lexeme* x = kb_extract__lexeme(v, w);
  return x && (x->noun_class == KB_CLASS_NUMBER || x->noun_class == KB_CLASS_QUANTITY);
}

/// The noun above that passes on how real the one below is; its frame, NULL of a measure. KB_NONE if there is none.
static uint32_t step_up(const kb_view* v, uint32_t w, const kb_frame** f)
{
  const uint32_t head = kb_extract__word(v, w)->head;
  *f                  = NULL;
  if (head == KB_NONE || v->clause[head] != KB_NONE) {
    return KB_NONE;
  }
  const kb_word* x = kb_extract__word(v, head);
  if (x->feats.upos != KB_NOUN && x->feats.upos != KB_ADJ) {
    return KB_NONE;
  }
  if (kb_extract__word(v, w)->deprel == KB_CONJ) {
    return head;
  }
  *f = bearer(v, head, w);
  return *f || is_measure(v, head) ? head : KB_NONE;
}

/// Words before a noun: "in case of", "it is necessary to", "without".
static void apply_before(const kb_view* v, const kb_clause* c, uint32_t w, kb_factuality* f)
{
  uint32_t      first;
  const kb_cue* cue = cue_before(v, w, KB_CUE_PROSPECT, &first);
  if (cue && w - 1 != c->negation) {
    kb_extract__apply_effect(f, (unsigned)cue->value);
  }
  if (case_of(v, c, w) == KB_CASE_CONDITION) {
    kb_extract__make_unreal(f, KB_MODAL_CONDITIONAL);
  }
}

/// The highest noun that only carries the event: of "the danger of a wave of attacks" the danger.
static uint32_t apply_nouns(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  uint32_t w = c->predicate;
  apply_before(v, c, w, f);
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_frame* frame;
    const uint32_t  up = step_up(v, w, &frame);
    if (up == KB_NONE || up >= w) {
      break;
    }
    if (frame && up != c->negation) {
      kb_extract__apply_effect(f, frame->effect);
    }
    w = up;
    apply_before(v, c, w, f);
  }
  return w;
}

/// Does a noun name what happens: also where it is what a nominal sentence says (من الضروري محاكمة)?
static bool is_noun(const kb_view* v, const kb_clause* c)
{
  return !kb_extract__is_verbal(c) ||
         (c->kind == KB_CLAUSE_NOMINAL && kb_extract__word(v, c->predicate)->feats.upos == KB_NOUN);
}

void kb_extract__weigh_words(const kb_view* v, const kb_clause* c, kb_factuality* f)
{
  if (!is_noun(v, c)) {
    if (case_of(v, c, c->predicate) == KB_CASE_CONDITION) {
      kb_extract__make_unreal(f, KB_MODAL_CONDITIONAL);
    }
    apply_impersonal(v, c, f);
    return;
  }
  apply_adjectives(v, c, f);
  const uint32_t top   = apply_nouns(v, c, f);
  const uint32_t above = kb_extract__word(v, top)->head; // "any operations of"
  f->is_any |= is_any(v, c->predicate) || is_any(v, top) || is_of_any(v, c->predicate) ||
               (above != KB_NONE && above < top && is_any(v, above) && bearer(v, above, top));
}

/** \name Aims */

/// Does the verb or noun ask for ل: what follows is no aim then?
static bool asks_for_li(const kb_view* v, uint32_t w)
{
  const kb_lexeme* x    = kb_extract__lexeme(v, w);
  const uint32_t   verb = x && x->kind != KB_LEX_VERB ? x->base : KB_NONE;
  const unsigned   args = !x ? 0 : verb != KB_NONE ? kb_lexicon_lexeme(v->lex, verb)->args : x->args;
  // of a noun of doing something, ل brings in what it is done to: تلبية لطلب
  const bool doing = x && (x->kind == KB_LEX_VERB || kb_extract__word(v, w)->feats.number != KB_PLUR);
  if (doing && (kb_governs(args, KB_FS_LI) || (verb != KB_NONE && kb_governs(args, KB_FS_OBJ)))) {
    return true;
  }
  for (uint32_t f = kb_extract__first_frame(v, w); f != KB_NONE; f = kb_lexicon_frame(v->lex, f)->next) {
    if (kb_lexicon_frame(v->lex, f)->args[KB_FS_LI]) {
      return true;
    }
  }
  return false;
}

bool kb_extract__is_aim(const kb_view* v, const kb_clause* c)
{
  if (kb_extract__is_verbal(c) || c->predicate == kb_extract__sentence_first(v, c->predicate)) {
    return false;
  }
  uint32_t first;
  uint32_t w = c->predicate;
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_frame* frame;
    const uint32_t  up = step_up(v, w, &frame);
    if (up == KB_NONE || up >= w) {
      break;
    }
    w = up;
  }
  if (cue_before(v, w, KB_CUE_PURPOSE, &first)) {
    return true;
  }
  const kb_word* prep = w > 0 ? kb_extract__word(v, w - 1) : NULL;
  if (!prep || prep->feats.upos != KB_ADP || kb_lexicon_frame_slot(prep->lemma) != KB_FS_LI ||
      c->kind != KB_CLAUSE_MASDAR || kb_extract__word(v, w)->feats.number == KB_PLUR) {
    return false;
  }
  const uint32_t head  = kb_extract__word(v, w)->head;
  const kb_cue*  cause = cue_before(v, w, KB_CUE_PROSPECT, &first); // نتيجة ل
  if (head == KB_NONE || (cause && cause->value == KB_EFFECT_ASSERTS)) {
    return !cause;
  }
  const bool of_noun = kb_extract__word(v, head)->feats.upos != KB_VERB;
  return !asks_for_li(v, head) && (!of_noun || c->n_args || w != c->predicate);
}

/** \name Under a verb that no frame knows */

/// The argument of the clause whose phrase is headed by `w`, NULL if there is none.
static const kb_arg* argument_at(const kb_view* v, const kb_clause* up, uint32_t w)
{
  for (uint32_t i = 0; i < up->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[up->first_arg + i];
    if (a->role != KB_ARG_CLAUSE && a->word == w) {
      return a;
    }
  }
  return NULL;
}

/// Does the verb ask for the argument: its object, what "there is", a preposition of its own?
static bool is_asked_for(const kb_view* v, const kb_clause* up, const kb_arg* a)
{
  if (a->role != KB_ARG_OBLIQUE) {
    return a->role == KB_ARG_OBJECT || (a->role == KB_ARG_SUBJECT && up->kind == KB_CLAUSE_EXISTENTIAL);
  }
  const kb_lexeme* x = kb_extract__lexeme(v, up->predicate);
  return x && x->kind == KB_LEX_VERB && kb_governs(x->args, kb_extract__slot_of_prep(v, a->prep));
}

bool kb_extract__is_known(const kb_view* v, uint32_t w)
{
  const unsigned state = kb_extract__word(v, w)->feats.state;
  const uint32_t next  = w + 1;
  const bool     his =
    next < v->doc->words.n && kb_extract__word(v, next)->head == w && kb_extract__word(v, next)->clitic == KB_ENCLITIC;
  return state == KB_DEF || his;
}

bool kb_extract__is_hearsay(const kb_view* v, uint32_t w)
{
  uint32_t last;
  return kb_extract__cue(v, w, KB_CUE_HEARSAY, &last) != NULL;
}

uint32_t kb_extract__report_before(const kb_view* v, uint32_t clause)
{
  const kb_clause* c  = kb_extract__clause(v, clause);
  uint32_t         at = kb_extract__is_verbal(c) ? c->marker : c->predicate;
  if (at == KB_NONE || (kb_extract__is_verbal(c) && kb_extract__particle(v, at) != KB_PCL_THAT)) {
    return KB_NONE;
  }
  const uint32_t start = kb_extract__sentence_first(v, at);
  while (at > start && kb_extract__word(v, at - 1)->feats.upos == KB_ADP) {
    --at;
  }
  const bool is_led = at > start && (kb_extract__is_verbal(c) || kb_extract__word(v, at)->feats.upos == KB_ADP);
  return is_led && kb_extract__is_hearsay(v, at - 1) ? at - 1 : KB_NONE;
}

bool kb_extract__is_by_adjective(const kb_view* v, const kb_clause* c)
{
  const uint32_t w    = c->predicate;
  const bool     prep = w > 1 && kb_extract__word(v, w - 1)->feats.upos == KB_ADP;
  return (c->kind == KB_CLAUSE_PARTICIPLE && kb_extract__first_frame(v, w) == KB_NONE) ||
         (prep && kb_extract__word(v, w - 2)->feats.upos == KB_ADJ);
}

/// The noun of the clause above's argument that the masdar belongs to: "a package of aid", "delivering aid".
static uint32_t top_of_phrase(const kb_view* v, uint32_t w)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_word* x = kb_extract__word(v, w);
    if (x->head == KB_NONE || x->head >= w || (x->deprel != KB_NMOD_POSS && x->deprel != KB_CONJ)) {
      break;
    }
    w = x->head;
  }
  return w;
}

bool kb_extract__is_argument(const kb_view* v, const kb_clause* up, uint32_t w, bool any)
{
  const uint32_t top = top_of_phrase(v, w);
  const kb_arg*  a   = argument_at(v, up, top);
  return (a && (any || a->role != KB_ARG_OBLIQUE)) || top == up->predicate;
}

void kb_extract__weigh_verb(const kb_view* v, const kb_clause* up, const kb_clause* c, kb_factuality* f)
{
  const uint32_t top = top_of_phrase(v, c->predicate);
  const kb_arg*  a   = argument_at(v, up, top);
  if (!a || up->predicate == KB_NONE || !is_asked_for(v, up, a) ||
      (top == c->predicate && kb_extract__is_known(v, top))) {
    return;
  }
  f->is_future |= up->tense == KB_FUTURE;
  kb_extract__apply_modality(f, up->modality);
  if (up->rel == KB_REL_CONDITION) {
    kb_extract__make_unreal(f, KB_MODAL_CONDITIONAL);
  }
  if (up->negative && a->role == KB_ARG_OBJECT && top == c->predicate) {
    f->is_negative = !f->is_negative; // "did not give help": there was none
  }
}
