/// Which slot of which clause a noun phrase without preposition fills.
#include "syntax_internal.h"

/// يمكن، يجب: what is possible or due is their subject.
static bool is_impersonal(const kb_parse* p, uint32_t verb)
{
  const kb_frame* f = kb_syntax__frame(p, verb);
  return f && f->light && f->args[KB_FS_SUBJ] == KB_SLOT_CONTENT;
}

/// "إنه سيتم بناء": a pronoun that holds the place of what comes.
static bool is_expletive(const kb_parse* p, uint32_t topic, uint32_t verb)
{
  const kb_feats f = kb_syntax__word(p, topic)->feats;
  return f.upos == KB_PRON && f.gender == KB_MASC && f.number == KB_SING && is_impersonal(p, verb);
}

static bool is_passive(const kb_parse* p, uint32_t verb)
{
  return verb != KB_NONE && kb_syntax__word(p, verb)->feats.voice == KB_PASSIVE;
}

void kb_syntax__place_topic(kb_parse* p, kb_open* o)
{
  const uint32_t verb = kb_syntax__clause(p, o->clause)->predicate;
  if (o->topic == KB_NONE || o->has_subject) {
    return;
  }
  if (is_expletive(p, o->topic, verb)) {
    kb_syntax__hang(p, o->topic, verb, KB_DISLOCATED);
  } else if (kb_syntax__agrees_before(p, o->topic, verb) && !(kb_syntax__is_time(p, o->topic) && is_passive(p, verb))) {
    o->has_subject = true;
    kb_syntax__add_arg(p, o->clause, (kb_arg){KB_ARG_SUBJECT, o->topic, KB_NONE, KB_NONE});
  } else if (kb_syntax__is_time(p, o->topic)) {
    kb_syntax__add_arg(p, o->clause, (kb_arg){KB_ARG_TIME, o->topic, KB_NONE, KB_NONE});
  } else {
    kb_syntax__hang(p, o->topic, verb, KB_DISLOCATED);
  }
}

/// Is there a second bare noun phrase for the verb before its clause ends?
static bool another_phrase(const kb_parse* p, uint32_t i)
{
  for (uint32_t k = i + 1; k < p->items.n && k < i + 6; ++k) {
    const kb_item* it = &p->items.v[k];
    if (it->kind == KB_ITEM_VERB || it->kind == KB_ITEM_THAT || it->kind == KB_ITEM_RELATIVE ||
        it->kind == KB_ITEM_CONJ || it->kind == KB_ITEM_COMMA || it->kind == KB_ITEM_COLON ||
        it->kind == KB_ITEM_SUBORD || it->kind == KB_ITEM_PURPOSE) {
      return false;
    }
    if (it->kind == KB_ITEM_NP && it->prep == KB_NONE) {
      return !kb_syntax__is_time(p, it->head) && kb_syntax__word(p, it->head)->feats.upos != KB_PROPN;
    }
  }
  return false;
}

/// The subject that a clause without its own takes over from its surroundings.
static uint32_t inherited_subject(const kb_parse* p, const kb_open* o)
{
  const kb_clause* c = kb_syntax__clause(p, o->clause);
  if (c->rel == KB_REL_RELATIVE) {
    return o->antecedent;
  }
  if (c->parent == KB_NONE || (c->rel != KB_REL_CONJUNCT && c->rel != KB_REL_PURPOSE && c->rel != KB_REL_CIRCUMSTANCE &&
                               c->rel != KB_REL_COMPLEMENT)) {
    return KB_NONE;
  }
  const kb_found_arg* subject = kb_syntax__find_arg(p, c->parent, KB_ARG_SUBJECT);
  return subject ? subject->arg.word : KB_NONE;
}

uint32_t kb_syntax__relative_subject(const kb_parse* p, const kb_open* o)
{
  const kb_clause* c = kb_syntax__clause(p, o->clause);
  if (o->antecedent == KB_NONE || o->has_subject || o->resumed || o->verb == KB_NONE || c->kind != KB_CLAUSE_VERB ||
      is_impersonal(p, c->predicate) || !kb_syntax__agrees_before(p, o->antecedent, c->predicate)) {
    return KB_NONE;
  }
  return o->antecedent;
}

/// A verb that never stands without an object: its frame tells who acts on what.
static bool needs_object(const kb_parse* p, uint32_t verb)
{
  const kb_frame* f = kb_syntax__frame(p, verb);
  for (; f; f = f->next == KB_NONE ? NULL : kb_lexicon_frame(p->lex, f->next)) {
    if (f->args[KB_FS_SUBJ] != KB_SLOT_AGENT || f->args[KB_FS_OBJ] == KB_SLOT_NONE) {
      return false;
    }
  }
  return kb_syntax__frame(p, verb) != NULL;
}

/// قتل، نقل: the perfect is spelled alike in both voices.
static bool may_be_passive(const kb_parse* p, uint32_t verb)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, verb);
  return x && x->kind == KB_LEX_VERB && x->has_passive;
}

/// Does a complement clause or quotation stand after the phrase?
static bool clause_follows(const kb_parse* p, uint32_t i)
{
  for (uint32_t k = i + 1; k < p->items.n && k < i + 5; ++k) {
    const unsigned kind = p->items.v[k].kind;
    if (kind == KB_ITEM_THAT || kind == KB_ITEM_COLON || kind == KB_ITEM_OPEN) {
      return true;
    }
    if (kind != KB_ITEM_NP && kind != KB_ITEM_PREP && kind != KB_ITEM_ADJ) {
      return false;
    }
  }
  return false;
}

/// One noun phrase after a transitive verb: its subject or its object?
static bool is_object(const kb_parse* p, const kb_open* o, uint32_t i, uint32_t verb)
{
  const uint32_t   noun     = p->items.v[i].head;
  const unsigned   args     = kb_syntax__verb_args(p, verb);
  const uint32_t   shared   = inherited_subject(p, o);
  const kb_clause* c        = kb_syntax__clause(p, o->clause);
  const bool       relative = c->rel == KB_REL_RELATIVE;
  if (!kb_governs(args, KB_FS_OBJ) || o->has_object || kb_syntax__word(p, verb)->feats.voice == KB_PASSIVE ||
      is_impersonal(p, verb)) {
    return false;
  }
  if (kb_syntax__is_accusative(p, noun)) {
    return true;
  }
  const bool owned = noun + 1 < p->end && kb_syntax__word(p, noun + 1)->clitic == KB_ENCLITIC;
  if (relative && shared != KB_NONE && (o->resumed || (owned && another_phrase(p, i)))) {
    return false; // التي تبلغ قيمتها مليارين
  }
  if (relative && shared != KB_NONE) {
    return kb_syntax__agrees_before(p, shared, verb);
  }
  if (another_phrase(p, i) || clause_follows(p, i)) {
    return false;
  }
  if (!kb_syntax__is_person(p, noun) && needs_object(p, verb) && (shared != KB_NONE || !may_be_passive(p, verb))) {
    return true;
  }
  if (shared != KB_NONE && kb_syntax__agrees_before(p, shared, verb)) {
    return !kb_syntax__is_person(p, noun) || !kb_syntax__agrees_before(p, noun, verb) || c->rel == KB_REL_PURPOSE;
  }
  return false;
}

static void add(kb_parse* p, kb_open* o, kb_arg_role role, uint32_t word)
{
  o->has_subject |= role == KB_ARG_SUBJECT;
  o->has_object |= role == KB_ARG_OBJECT;
  o->has_object2 |= role == KB_ARG_OBJECT2;
  kb_syntax__add_arg(p, o->clause, (kb_arg){(uint8_t)role, word, KB_NONE, KB_NONE});
}

/// يوم الأحد، عام 2014، أمس: when, not what.
static bool is_date(const kb_parse* p, uint32_t w)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, w);
  if (!x || x->noun_class != KB_CLASS_TIME) {
    return false;
  }
  const bool next_time = w + 1 < p->end && kb_syntax__word(p, w + 1)->head == w &&
                         (kb_syntax__is_time(p, w + 1) || kb_syntax__word(p, w + 1)->feats.upos == KB_NUM);
  return next_time || kb_syntax__word(p, w)->feats.state == KB_DEF || kb_syntax__lemma_is(p, w, "أمس") ||
         kb_syntax__lemma_is(p, w, "غد");
}

static bool is_title_or_name(const kb_parse* p, uint32_t word)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, word);
  return kb_syntax__word(p, word)->feats.upos == KB_PROPN || (x && x->noun_class == KB_CLASS_ROLE);
}

bool kb_syntax__has_room(const kb_parse* p, const kb_open* o, uint32_t i)
{
  const uint32_t verb = o->verb == KB_NONE ? KB_NONE : p->items.v[o->verb].head;
  const uint32_t noun = p->items.v[i].head;
  if (verb == KB_NONE || kb_syntax__is_time(p, noun)) {
    return false;
  }
  const bool shared = kb_syntax__clause(p, o->clause)->rel == KB_REL_RELATIVE && o->antecedent != KB_NONE &&
                      !o->resumed && kb_syntax__agrees_before(p, o->antecedent, verb);
  const bool subject =
    !o->has_subject && !shared && kb_syntax__agrees_after(p, verb, noun) && !kb_syntax__is_accusative(p, noun);
  return subject || o->copula || (!o->has_object && kb_governs(kb_syntax__verb_args(p, verb), KB_FS_OBJ));
}

/// الرئيس الأميركي فلان: the title comes with a name of its own.
static bool has_own_name(const kb_parse* p, uint32_t i)
{
  const kb_item* it = &p->items.v[i];
  for (uint32_t w = it->head + 1; w <= it->last; ++w) {
    const kb_word* x = kb_syntax__word(p, w);
    if (x->head == it->head && x->deprel == KB_APPOS && x->feats.upos == KB_PROPN) {
      return true;
    }
  }
  return false;
}

/// جون كيري وزير الخارجية: a title right after a name.
static bool is_title_of(const kb_parse* p, uint32_t i)
{
  if (has_own_name(p, i)) {
    return false; // التقى فلان الرئيس فلانا
  }
  if (p->last_np == KB_NONE || p->last_np + 1 != i || p->comma || p->conj != KB_NONE) {
    return false;
  }
  const kb_word*   before = kb_syntax__word(p, p->items.v[p->last_np].head);
  const kb_lexeme* x      = kb_syntax__lexeme(p, p->items.v[i].head);
  const kb_lexeme* y      = kb_syntax__lexeme(p, p->items.v[p->last_np].head);
  const bool       name   = before->feats.upos == KB_PROPN || (y && y->kind == KB_LEX_NAME) || before->feats.guessed;
  return name && p->items.v[p->last_np].prep == KB_NONE && x && !kb_syntax__is_accusative(p, p->items.v[i].head) &&
         (x->noun_class == KB_CLASS_ROLE || x->noun_class == KB_CLASS_PERSON);
}

/// A noun of time says when, unless the verb is about it: مر عام، أمضى سنة.
static bool says_when(const kb_parse* p, const kb_open* o, uint32_t noun, unsigned args, uint32_t verb)
{
  if (!kb_syntax__is_time(p, noun)) {
    return false;
  }
  if (is_date(p, noun)) {
    return true;
  }
  if (o->has_subject) {
    return !kb_governs(args, KB_FS_OBJ) || o->has_object;
  }
  return kb_governs(args, KB_FS_OBJ) || !kb_syntax__agrees_after(p, verb, noun);
}

/// A masdar: it can be denied or announced, and is nobody's title.
static bool is_deed(const kb_parse* p, uint32_t w)
{
  const kb_lexeme* x = kb_syntax__lexeme(p, w);
  return x && x->base != KB_NONE && x->kind == KB_LEX_NOUN && x->noun_class != KB_CLASS_ROLE &&
         x->noun_class != KB_CLASS_PERSON && x->noun_class != KB_CLASS_ORG;
}

/// اتهم، طالب، حذر: somebody is told or accused.
static bool addresses(const kb_parse* p, uint32_t verb)
{
  const kb_frame* f = kb_syntax__frame(p, verb);
  for (; f; f = f->next == KB_NONE ? NULL : kb_lexicon_frame(p->lex, f->next)) {
    const unsigned role = f->args[KB_FS_OBJ];
    if (role == KB_SLOT_PATIENT || role == KB_SLOT_RECIPIENT || role == KB_SLOT_COUNTERPART) {
      return true;
    }
  }
  return false;
}

/// Two definite phrases side by side after a verb of saying, which has no object: السكك الحديد.
static bool explains_last(const kb_parse* p, const kb_open* o, uint32_t i, uint32_t verb)
{
  return o->has_subject && p->last_np != KB_NONE && p->last_np + 1 == i && kb_syntax__is_speech(p, verb) &&
         !needs_object(p, verb) && !(addresses(p, verb) && !o->has_object) &&
         kb_syntax__is_definite(p, p->items.v[i].head) && kb_syntax__is_definite(p, p->items.v[p->last_np].head) &&
         !is_deed(p, p->items.v[i].head);
}

/// أدار الحوار مدير المركز: the thing taken for the subject was the object.
static bool comes_late(const kb_parse* p, const kb_open* o, uint32_t noun, uint32_t verb)
{
  const kb_found_arg* s = o->has_subject && !o->has_object ? kb_syntax__find_arg(p, o->clause, KB_ARG_SUBJECT) : NULL;
  if (!s || s->arg.word < verb || !needs_object(p, verb) || kb_syntax__is_person(p, s->arg.word)) {
    return false;
  }
  const kb_lexeme* x      = kb_syntax__lexeme(p, noun);
  const bool       person = kb_syntax__word(p, noun)->feats.human || (x && x->noun_class == KB_CLASS_ROLE);
  return person && kb_syntax__agrees_after(p, verb, noun) && !kb_syntax__is_accusative(p, noun);
}

static void swap_subject(kb_parse* p, kb_open* o, uint32_t noun)
{
  for (uint32_t a = kb_syntax__first_arg(p, o->clause); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    if (p->args.v[a].arg.role == KB_ARG_SUBJECT) {
      p->args.v[a].arg.role = KB_ARG_OBJECT;
    }
  }
  o->has_object = true;
  add(p, o, KB_ARG_SUBJECT, noun);
}

/// "الإجراءات أقرتها الحكومة": the noun before the verb is what its pronoun stands for, the one behind it the subject.
static bool resumes_topic(const kb_parse* p, const kb_open* o, uint32_t i, uint32_t verb)
{
  const uint32_t      noun    = p->items.v[i].head;
  const kb_found_arg* s       = o->has_subject ? kb_syntax__find_arg(p, o->clause, KB_ARG_SUBJECT) : NULL;
  const kb_found_arg* object  = o->has_object ? kb_syntax__find_arg(p, o->clause, KB_ARG_OBJECT) : NULL;
  const bool          follows = p->items.v[i].first == verb + 2 && p->items.v[i].prep == KB_NONE;
  if (!s || !object || s->arg.word == KB_NONE || s->arg.word > verb || object->arg.word != verb + 1 || !follows ||
      kb_syntax__word(p, object->arg.word)->feats.upos != KB_PRON || kb_syntax__is_time(p, noun)) {
    return false;
  }
  const unsigned gender = kb_feats_agreeing_gender(kb_syntax__word(p, s->arg.word)->feats);
  return kb_syntax__is_definite(p, s->arg.word) && gender == kb_syntax__word(p, object->arg.word)->feats.gender &&
         kb_syntax__word(p, object->arg.word)->feats.number == KB_SING && kb_syntax__agrees_after(p, verb, noun) &&
         !kb_syntax__is_accusative(p, noun);
}

static void leave_topic(kb_parse* p, const kb_open* o, uint32_t noun)
{
  const uint32_t topic = kb_syntax__find_arg(p, o->clause, KB_ARG_SUBJECT)->arg.word;
  for (uint32_t a = kb_syntax__first_arg(p, o->clause); a != KB_NONE; a = kb_syntax__next_arg(p, a)) {
    kb_arg* arg = &p->args.v[a].arg;
    if (arg->role == KB_ARG_SUBJECT || arg->role == KB_ARG_OBJECT) {
      arg->word = arg->role == KB_ARG_SUBJECT ? noun : topic;
    }
  }
}

/// "أعلن رفض بلاده", "أبلغه استعداده": what the speaker or his people do is told, and does not tell.
static bool is_told(const kb_parse* p, uint32_t i, uint32_t verb)
{
  const kb_item* it = &p->items.v[i];
  return kb_syntax__is_speech(p, verb) && kb_governs(kb_syntax__verb_args(p, verb), KB_FS_OBJ) &&
         is_deed(p, it->head) && kb_syntax__word(p, it->last)->clitic == KB_ENCLITIC && !clause_follows(p, i);
}

/// "أعلن رفض بلاده الاتفاق": what stands behind the deed told is done to.
static bool follows_told(const kb_parse* p, const kb_open* o, uint32_t i, uint32_t verb)
{
  return !o->has_subject && p->last_np != KB_NONE && p->last_np + 1 == i && p->items.v[p->last_np].prep == KB_NONE &&
         is_told(p, p->last_np, verb) && !kb_syntax__is_person(p, p->items.v[i].head);
}

void kb_syntax__place_phrase(kb_parse* p, kb_open* o, uint32_t i)
{
  const uint32_t   noun = p->items.v[i].head;
  const kb_clause* c    = kb_syntax__clause(p, o->clause);
  const uint32_t   verb = o->verb == KB_NONE ? c->predicate : p->items.v[o->verb].head;
  const unsigned   args = kb_syntax__verb_args(p, verb);
  if (c->kind == KB_CLAUSE_EXISTENTIAL && !o->has_subject) {
    add(p, o, KB_ARG_SUBJECT, noun);
  } else if (resumes_topic(p, o, i, verb)) {
    leave_topic(p, o, noun);
  } else if (is_title_of(p, i)) {
    kb_syntax__hang(p, noun, p->items.v[p->last_np].head, KB_APPOS);
  } else if (explains_last(p, o, i, verb)) {
    kb_syntax__hang(p, noun, p->items.v[p->last_np].head, KB_APPOS);
  } else if (says_when(p, o, noun, args, verb)) {
    add(p, o, KB_ARG_TIME, noun);
  } else if (!o->has_subject && !o->has_object2 && is_told(p, i, verb)) {
    add(p, o, o->has_object ? KB_ARG_OBJECT2 : KB_ARG_OBJECT, noun);
  } else if (follows_told(p, o, i, verb)) {
    kb_syntax__hang(p, noun, p->items.v[p->last_np].head, KB_OBJ);
  } else if (!o->has_subject && !is_object(p, o, i, verb) && kb_syntax__agrees_after(p, verb, noun) &&
             !kb_syntax__is_accusative(p, noun)) {
    add(p, o, KB_ARG_SUBJECT, noun);
  } else if (o->copula && c->aux == KB_NONE) {
    add(p, o, KB_ARG_PREDICATE, noun);
    o->copula = false;
  } else if (comes_late(p, o, noun, verb)) {
    swap_subject(p, o, noun);
  } else if (!o->has_object && !is_passive(p, verb) &&
             (kb_governs(args, KB_FS_OBJ) || (!o->has_subject && !kb_syntax__is_accusative(p, noun)))) {
    add(p, o, KB_ARG_OBJECT, noun);
  } else if (!o->has_object2 && kb_governs(args, KB_FS_OBJ2)) {
    add(p, o, KB_ARG_OBJECT2, noun);
  } else if (p->last_np != KB_NONE && p->last_np + 1 == i && is_title_or_name(p, noun)) {
    kb_syntax__hang(p, noun, p->items.v[p->last_np].head, KB_APPOS);
  } else if (kb_syntax__is_accusative(p, noun) || kb_syntax__is_time(p, noun)) {
    add(p, o, KB_ARG_TIME, noun);
  } else if (p->last_np != KB_NONE) {
    kb_syntax__hang(p, noun, p->items.v[p->last_np].head, p->comma ? KB_CONJ : KB_APPOS);
  } else {
    add(p, o, KB_ARG_TIME, noun);
  }
}
