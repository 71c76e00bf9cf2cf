/// Voice of verbs that are spelt alike in both.
///
/// What is said of a verb without short vowels: who or what its subject is, whether it has an object, and what else it
/// governs. Things are seldom actors, a verb with an object is seldom passive.
#include "syntax_internal.h"

/// The facts on which the voice is chosen.
typedef struct facts {
  const kb_parse*  p;
  uint32_t         clause;
  uint32_t         verb;    ///< word
  const kb_lexeme* lexeme;  ///< of the verb
  uint32_t         subject; ///< word, KB_NONE
  bool             before;  ///< the subject stands before the verb
  bool             taken;   ///< the subject is that of another clause
  bool             object, object2, content;
} facts;

static bool has(const kb_parse* p, uint32_t c, unsigned role)
{
  return kb_syntax__find_arg(p, c, role) != NULL;
}

/// "العقود التي يمكن أن تستخدم": the relative clause that another completes, KB_NONE if it is not so.
static uint32_t relative_around(const kb_parse* p, uint32_t c)
{
  const kb_clause* x = kb_syntax__clause(p, c);
  const uint32_t   r = x->rel == KB_REL_COMPLEMENT ? x->parent : KB_NONE;
  return r != KB_NONE && r >= p->first_clause && kb_syntax__clause(p, r)->rel == KB_REL_RELATIVE ? r : KB_NONE;
}

/// The subject that a clause takes over: the word it describes, or that of the clause it goes on from.
static uint32_t shared_subject(kb_parse* p, uint32_t c)
{
  const kb_clause* x          = kb_syntax__clause(p, c);
  const uint32_t   antecedent = kb_syntax__anchor_of(p, c)->antecedent;
  if (antecedent != KB_NONE || x->parent == KB_NONE || x->parent < p->first_clause) {
    return antecedent;
  }
  const kb_found_arg* s     = kb_syntax__find_arg(p, x->parent, KB_ARG_SUBJECT);
  const uint32_t      other = relative_around(p, c);
  const uint32_t      word  = x->rel == KB_REL_CONJUNCT && s ? s->arg.word
                              : other != KB_NONE && !s       ? kb_syntax__anchor_of(p, other)->attach
                                                             : KB_NONE;
  return word != KB_NONE && kb_syntax__agrees_before(p, word, x->predicate) ? word : KB_NONE;
}

static facts gather(kb_parse* p, uint32_t c)
{
  const uint32_t      w = kb_syntax__clause(p, c)->predicate;
  const kb_found_arg* s = kb_syntax__find_arg(p, c, KB_ARG_SUBJECT);
  facts               f = {.p       = p,
                           .clause  = c,
                           .verb    = w,
                           .lexeme  = kb_syntax__lexeme(p, w),
                           .subject = s ? s->arg.word : shared_subject(p, c),
                           .object  = has(p, c, KB_ARG_OBJECT),
                           .object2 = has(p, c, KB_ARG_OBJECT2),
                           .content = has(p, c, KB_ARG_CLAUSE)};
  f.before              = f.subject != KB_NONE && f.subject < w;
  f.taken               = !s && kb_syntax__anchor_of(p, c)->antecedent == KB_NONE;
  return f;
}

typedef bool lexeme_test(const facts* f, uint32_t lexeme);

/// The verb that passes the test and has this spelling in the passive, KB_NONE if there is none.
static uint32_t passive_of(const facts* f, lexeme_test* test)
{
  const kb_word* w = kb_syntax__word(f->p, f->verb);
  char           bare[KB_KEY_MAX];
  kb_reading     found[24];
  const kb_str   b = {bare, kb_text_bare(w->form, bare)};
  const size_t   n = kb_lexicon_find(f->p->lex, b, w->key, found, 24);
  for (size_t i = 0; i < n && found[i].layer <= KB_LAYER_ALEF; ++i) {
    const kb_feats r = found[i].feats;
    if (r.voice == KB_PASSIVE && r.aspect == w->feats.aspect && r.person == 3 && test(f, found[i].lexeme)) {
      return found[i].lexeme;
    }
  }
  return KB_NONE;
}

static bool is_own(const facts* f, uint32_t lexeme)
{
  return lexeme == kb_syntax__word(f->p, f->verb)->lexeme;
}

/// Is this spelling also the passive of the verb? ألقى is none, ألقي is.
static bool is_spelt_alike(const facts* f)
{
  return passive_of(f, is_own) != KB_NONE;
}

/// A pronoun may stand for anybody.
static bool is_thing(const facts* f)
{
  return f->subject != KB_NONE && !kb_syntax__is_person(f->p, f->subject) &&
         kb_syntax__upos(f->p, f->subject) != KB_PRON;
}

/// تقرير، بيان: what reports may say something themselves.
static bool can_say(const facts* f)
{
  const kb_lexeme* x = kb_syntax__lexeme(f->p, f->subject);
  return x && (x->noun_class == KB_CLASS_DOCUMENT || x->noun_class == KB_CLASS_SPEECH) &&
         kb_syntax__is_speech(f->p, f->verb);
}

/// كشف عن، اعتمد على، ربط بين: a preposition in place of the object.
static bool has_other_object(const facts* f)
{
  const kb_parse* p = f->p;
  for (uint32_t a = kb_syntax__first_arg(p, f->clause); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    const kb_arg*       x    = &p->args.v[a].arg;
    const kb_frame_slot slot = x->role == KB_ARG_OBLIQUE ? kb_syntax__slot(p, x->prep) : KB_FS_COUNT;
    if ((slot == KB_FS_AN || slot == KB_FS_ALA || slot == KB_FS_BI || slot == KB_FS_BAYNA) &&
        kb_governs(f->lexeme->args, slot)) {
      return true;
    }
  }
  return false;
}

/// "أعلنت عن صفقة": what the verb would have as an object stands behind a preposition, so its subject acts.
static bool has_told_topic(const facts* f)
{
  const kb_parse* p     = f->p;
  const kb_frame* frame = kb_syntax__frame(p, f->verb);
  if (!frame || !frame->speech || frame->args[KB_FS_AN] != KB_SLOT_TOPIC) {
    return false;
  }
  for (uint32_t a = kb_syntax__first_arg(p, f->clause); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    const kb_arg* x = &p->args.v[a].arg;
    if (x->role == KB_ARG_OBLIQUE && kb_syntax__slot(p, x->prep) == KB_FS_AN) {
      return true;
    }
  }
  return false;
}

/// "الصفقة التي أعلن عنها": nobody is its subject, and a pronoun behind a preposition is the word described.
static bool is_resumed(const facts* f)
{
  const kb_parse* p = f->p;
  const kb_feats  v = kb_syntax__word(p, f->verb)->feats;
  const bool      relative =
    kb_syntax__clause(p, f->clause)->rel == KB_REL_RELATIVE || relative_around(p, f->clause) != KB_NONE;
  if (!relative || f->subject != KB_NONE || v.gender != KB_MASC || v.number != KB_SING || v.person != 3) {
    return false;
  }
  for (uint32_t a = kb_syntax__first_arg(p, f->clause); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    const kb_arg* x = &p->args.v[a].arg;
    if (x->role == KB_ARG_OBLIQUE && x->word != KB_NONE && kb_syntax__word(p, x->word)->feats.upos == KB_PRON) {
      return true;
    }
  }
  return false;
}

/// "يتوقع أن": it is expected, unless somebody is there to expect.
static bool is_impersonal(const facts* f)
{
  const kb_word* w = kb_syntax__word(f->p, f->verb);
  return f->content && f->subject == KB_NONE && w->feats.gender == KB_MASC && w->feats.number == KB_SING &&
         kb_lexicon_cue_of(f->p->lex, w->form, KB_CUE_IMPERSONAL) != NULL;
}

/// A soldier "killed" and no one named: he was killed.
static bool is_casualty(const facts* f)
{
  const kb_frame* frame = kb_syntax__frame(f->p, f->verb);
  return frame && frame->casualty != KB_CASUALTY_NONE && f->subject != KB_NONE && !f->taken;
}

/// The one noun phrase of a transitive verb without an object is what was acted upon, if that is likelier than an
/// actor.
static bool is_acted_upon(const facts* f)
{
  if (f->object || f->content) {
    return false;
  }
  if (is_resumed(f) || is_casualty(f)) {
    return true;
  }
  return is_thing(f) && !can_say(f) && !has_told_topic(f) && !(f->before && has_other_object(f));
}

/** \name What somebody is taken for */

static bool is_of_deeming(const facts* f, uint32_t lexeme)
{
  return kb_lexicon_cue_of(f->p->lex, kb_lexicon_lexeme(f->p->lex, lexeme)->lemma, KB_CUE_DEEMED) != NULL;
}

static kb_found_arg* object_of(kb_parse* p, uint32_t c)
{
  for (uint32_t a = kb_syntax__first_arg(p, c); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    if (p->args.v[a].arg.role == KB_ARG_OBJECT) {
      return &p->args.v[a];
    }
  }
  return NULL;
}

/// "أكبر دولة", "أحد العناصر": said of something, hardly done to it.
static bool is_superlative(const kb_parse* p, uint32_t w)
{
  const kb_feats f    = kb_syntax__word(p, w)->feats;
  const kb_word* next = w + 1 < p->end ? kb_syntax__word(p, w + 1) : NULL;
  return f.elative || f.ordinal || (next && next->head == w && next->feats.ordinal) || // المورد الثاني
         kb_syntax__lemma_is(p, w, "أحد") || kb_syntax__lemma_is(p, w, "إحدى");
}

/// "يعتبر أحد العناصر", "تعد مصر المورد الثاني": who is taken for something, and for what. The verb, KB_NONE if it is
/// not so. What looks like the object is the second one.
static uint32_t deemed(kb_parse* p, const facts* f)
{
  const kb_feats v        = kb_syntax__word(p, f->verb)->feats;
  const uint32_t negation = kb_syntax__clause(p, f->clause)->negation;
  if (negation != KB_NONE && kb_syntax__lemma_is(p, negation, "لم")) {
    return KB_NONE; // "لم يعد": no longer
  }
  if (v.aspect != KB_IMPERFECT || v.person != 3 || (f->content && !f->object) || f->object2 || f->subject == KB_NONE) {
    return KB_NONE;
  }
  const kb_found_arg* object = object_of(p, f->clause);
  const bool          sure   = object && (is_thing(f) || is_superlative(p, object->arg.word));
  if ((object && kb_syntax__upos(p, object->arg.word) == KB_PRON) ||
      (!sure && !kb_governs(f->lexeme->args, KB_FS_OBJ2))) {
    return KB_NONE; // spares most verbs the look-up
  }
  const uint32_t verb = passive_of(f, is_of_deeming);
  return verb != KB_NONE && (sure || is_own(f, verb)) ? verb : KB_NONE;
}

static void set_deemed(kb_parse* p, const facts* f, uint32_t verb)
{
  kb_word*      w      = kb_syntax__word(p, f->verb);
  kb_found_arg* object = object_of(p, f->clause);
  w->lexeme            = verb;
  w->lemma             = kb_lexicon_lexeme(p->lex, verb)->lemma;
  w->feats.voice       = KB_PASSIVE;
  if (object) {
    object->arg.role = KB_ARG_OBJECT2;
  }
}

static bool looks_passive(const facts* f)
{
  const kb_word* w = kb_syntax__word(f->p, f->verb);
  if (!f->lexeme || f->lexeme->kind != KB_LEX_VERB) {
    return false;
  }
  if (w->feats.voice == KB_PASSIVE) {
    return true;
  }
  if (!f->lexeme->has_passive || w->feats.person != 3) {
    return false;
  }
  const bool by = !f->object && has(f->p, f->clause, KB_ARG_BY);
  return (by || is_impersonal(f) || (kb_governs(f->lexeme->args, KB_FS_OBJ) && is_acted_upon(f))) && is_spelt_alike(f);
}

void kb_syntax__voice(kb_parse* p)
{
  for (uint32_t c = p->first_clause; c < p->doc->clauses.n; ++c) {
    kb_clause* x = kb_syntax__clause(p, c);
    if (x->kind != KB_CLAUSE_VERB || x->predicate == KB_NONE || kb_syntax__upos(p, x->predicate) != KB_VERB) {
      continue;
    }
    const facts    f    = gather(p, c);
    const uint32_t verb = f.lexeme && f.lexeme->kind == KB_LEX_VERB ? deemed(p, &f) : KB_NONE;
    if (verb != KB_NONE) {
      set_deemed(p, &f, verb);
    }
    x->voice                                      = looks_passive(&f) ? KB_PASSIVE : KB_ACTIVE;
    kb_syntax__word(p, x->predicate)->feats.voice = x->voice & 3u;
  }
}
