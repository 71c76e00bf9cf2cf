/*
   A topic is named by the noun of its event's predicate or the gloss of its
   head noun, an adjective before it and what belongs to it behind it: whom it
   names, else the gloss of the next noun. What stands further off (relative
   clauses, appositions) is left to the Arabic label.
*/
#include "topic_name.h"

static bool is_slug_char(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Add words; whatever is no letter or digit separates.
static void add_words(kb_topic_name* out, kb_str words)
{
  if (out->n && out->n + 1 < KB_TOPIC_NAME && words.n) {
    out->text[out->n++] = ' ';
  }
  for (size_t i = 0; i < words.n && out->n + 1 < KB_TOPIC_NAME; ++i) {
    const char c = words.p[i] >= 'A' && words.p[i] <= 'Z' ? (char)(words.p[i] + 32) : words.p[i];
    if (is_slug_char(c)) {
      out->text[out->n++] = c;
    } else if (out->n && out->text[out->n - 1] != ' ') {
      out->text[out->n++] = ' ';
    }
  }
  while (out->n && out->text[out->n - 1] == ' ') {
    --out->n;
  }
}

/// The first sense of a gloss: "plan, scheme" is a plan.
static kb_str first_sense(kb_str gloss)
{
  size_t n = 0;
  while (n < gloss.n && gloss.p[n] != ',' && gloss.p[n] != ';' && gloss.p[n] != '(') {
    ++n;
  }
  gloss.n = n;
  return kb_str_starts(gloss, KB_STR("to ")) ? kb_str_from(gloss, 3) : gloss;
}

static void drop_last_word(kb_topic_name* out)
{
  while (out->n && out->text[out->n - 1] != ' ') {
    --out->n;
  }
  out->n -= out->n ? 1 : 0;
}

/// Known beyond this article, by a name that was listed or is a person's.
static bool is_worldwide(const kb_doc* doc, uint32_t entity)
{
  if (entity == KB_NONE) {
    return false;
  }
  const kb_entity* e = &doc->entities.v[entity];
  return !e->local && e->slug.n && (e->gaz != KB_NONE || e->type == KB_ENT_PERSON);
}

static void add_entity(const kb_doc* doc, kb_topic_name* out, uint32_t entity)
{
  add_words(out, doc->entities.v[entity].slug);
  ++out->parts;
}

/** \name Phrases */

/// The sense of a listed noun, empty for others and for pronouns.
static kb_str noun_sense(const kb_view* v, uint32_t w)
{
  const kb_lexeme* x = kb_extract__word(v, w)->feats.upos == KB_NOUN ? kb_extract__lexeme(v, w) : NULL;
  return x && x->kind == KB_LEX_NOUN ? first_sense(x->gloss) : KB_STR("");
}

/// The first word with this relation to `w`, KB_NONE if there is none.
static uint32_t dependent(const kb_view* v, uint32_t w, unsigned deprel)
{
  for (uint32_t d = w + 1; d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    if (kb_extract__word(v, d)->head == w && kb_extract__word(v, d)->deprel == deprel) {
      return d;
    }
  }
  return KB_NONE;
}

/// "the need to destroy", "the possibility of talks": what follows is the topic.
static uint32_t below_abstract(const kb_view* v, uint32_t word)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_lexeme* x    = kb_extract__lexeme(v, word);
    const uint32_t   next = x && x->noun_class == KB_CLASS_ABSTRACT ? dependent(v, word, KB_NMOD_POSS) : KB_NONE;
    if (next == KB_NONE || !noun_sense(v, next).n) {
      break;
    }
    word = next;
  }
  return word;
}

static void add_adjective(const kb_view* v, uint32_t w, kb_topic_name* out)
{
  const uint32_t   d = dependent(v, w, KB_AMOD);
  const kb_lexeme* x = d == KB_NONE ? NULL : kb_extract__lexeme(v, d);
  if (x && x->kind == KB_LEX_ADJECTIVE && x->gaz == KB_NONE && x->gloss.n) {
    add_words(out, first_sense(x->gloss));
    ++out->parts;
  }
}

/// The country that an adjective of nationality names.
static uint32_t nationality(const kb_view* v, uint32_t w)
{
  for (uint32_t d = w + 1; d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    const kb_word*   x = kb_extract__word(v, d);
    const kb_lexeme* l = x->head == w && x->deprel == KB_AMOD ? kb_extract__lexeme(v, d) : NULL;
    if (l && l->gaz != KB_NONE) {
      return kb_extract__country(v, l->gaz);
    }
  }
  return KB_NONE;
}

static kb_str preposition_of(const kb_view* v, uint32_t w)
{
  const uint32_t prep = w > 0 && kb_extract__word(v, w - 1)->head == w ? w - 1 : KB_NONE;
  if (prep == KB_NONE || kb_extract__word(v, prep)->deprel != KB_CASE) {
    return KB_STR("of");
  }
  const kb_str lemma = kb_extract__word(v, prep)->lemma;
  for (uint32_t id = kb_lexicon_by_lemma(v->lex, lemma, KB_NONE); id != KB_NONE;
       id          = kb_lexicon_lexeme(v->lex, id)->next) {
    const kb_lexeme* x = kb_lexicon_lexeme(v->lex, id);
    if (x->kind == KB_LEX_PARTICLE && x->particle == KB_PCL_PREP && x->gloss.n) {
      return first_sense(x->gloss);
    }
  }
  return KB_STR("of");
}

/// What belongs to the noun: "of iran", "of sanctions", "on electronic devices"; the party it names, or KB_NONE.
static uint32_t add_complement(const kb_view* v, uint32_t w, kb_topic_name* out)
{
  const unsigned relations[] = {KB_NMOD_POSS, KB_NMOD};
  for (size_t i = 0; i < sizeof relations / sizeof *relations; ++i) {
    const uint32_t d = dependent(v, w, relations[i]);
    if (d == KB_NONE) {
      continue;
    }
    const uint32_t party = kb_extract__entity(v, d);
    const kb_str   sense = noun_sense(v, kb_extract__core(v, d));
    if (!is_worldwide(v->doc, party) && !sense.n) {
      continue;
    }
    add_words(out, preposition_of(v, d));
    if (is_worldwide(v->doc, party)) {
      add_entity(v->doc, out, party);
      return party;
    }
    add_adjective(v, kb_extract__core(v, d), out);
    add_words(out, sense);
    ++out->parts;
    return nationality(v, d);
  }
  return nationality(v, w);
}

bool kb_extract__name_phrase(const kb_view* v, uint32_t word, kb_topic_name* out, uint32_t* party)
{
  *party = kb_extract__entity(v, word);
  if (is_worldwide(v->doc, *party)) {
    add_entity(v->doc, out, *party);
    return kb_extract__word(v, word)->feats.upos != KB_PRON;
  }
  const uint32_t head = kb_extract__core(v, word);
  word                = below_abstract(v, head);
  const kb_str sense  = noun_sense(v, word);
  if (!sense.n) {
    return false;
  }
  if (word != head && kb_str_eq(kb_extract__word(v, head)->lemma, KB_STR("عدم"))) {
    add_words(out, KB_STR("no"));
  }
  add_adjective(v, word, out);
  add_words(out, sense);
  ++out->parts;
  *party = add_complement(v, word, out);
  return true;
}

/** \name Events */

static uint32_t first_worldwide(const kb_doc* doc, const kb_ids* ids)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    if (is_worldwide(doc, ids->v[i])) {
      return ids->v[i];
    }
  }
  return KB_NONE;
}

/// Whom the event concerns besides him who does it.
static uint32_t other_party(const kb_doc* doc, const kb_event* e)
{
  const kb_ids* lists[] = {&e->counterparts, &e->patients, &e->recipients, &e->places};
  for (size_t i = 0; i < sizeof lists / sizeof *lists; ++i) {
    const uint32_t x = first_worldwide(doc, lists[i]);
    if (x != KB_NONE) {
      return x;
    }
  }
  return KB_NONE;
}

/// What is done to whom, where no name tells it: "easing of sanctions".
static bool add_object(const kb_view* v, const kb_event* e, kb_topic_name* out, uint32_t* party)
{
  static const unsigned roles[] = {KB_SLOT_PATIENT, KB_SLOT_TOPIC, KB_SLOT_CONTENT, KB_SLOT_COUNTERPART,
                                   KB_SLOT_RECIPIENT};
  const kb_framed       framed  = kb_extract__frame(v, e->clause);
  for (size_t i = 0; framed.id != KB_NONE && i < sizeof roles / sizeof *roles; ++i) {
    const kb_filler* f = kb_extract__filler(&framed, roles[i]);
    if (f && f->arg->word < v->doc->words.n && kb_extract__name_phrase(v, f->arg->word, out, party)) {
      return true;
    }
  }
  return false;
}

/// Whose doing it is: "passage of tankers".
static bool add_doer(const kb_view* v, const kb_event* e, kb_topic_name* out, uint32_t* party)
{
  const uint32_t d = dependent(v, e->trigger, KB_NMOD_POSS);
  if (d == KB_NONE || kb_extract__word(v, d)->feats.upos == KB_PRON) {
    return false;
  }
  kb_topic_name doer = {.n = 0};
  if (!kb_extract__name_phrase(v, d, &doer, party)) {
    return false;
  }
  add_words(out, KB_STR("of"));
  add_words(out, (kb_str){doer.text, doer.n});
  out->parts += doer.parts;
  return true;
}

/// عدم التعاون
static bool is_omission(const kb_view* v, const kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  return c->negative && c->negation != KB_NONE && kb_extract__word(v, c->negation)->feats.upos == KB_NOUN;
}

bool kb_extract__name_event(const kb_view* v, uint32_t event, bool rejected, kb_topic_name* out, uint32_t* party)
{
  const kb_event* e    = &v->doc->events.v[event];
  const kb_str    noun = e->predicate.n && v->lex ? kb_lexicon_predicate_noun(v->lex, e->predicate) : KB_STR("");
  *party               = other_party(v->doc, e);
  if (!noun.n) {
    return false;
  }
  if (!rejected && is_omission(v, e)) {
    add_words(out, KB_STR("no"));
  }
  if (kb_extract__word(v, e->trigger)->feats.upos == KB_NOUN) {
    add_adjective(v, e->trigger, out);
  }
  add_words(out, noun);
  ++out->parts;
  if (*party != KB_NONE) {
    add_entity(v->doc, out, *party);
  } else if (!add_object(v, e, out, party)) {
    drop_last_word(out); // the preposition
    (void)add_doer(v, e, out, party);
  }
  return out->n > 0;
}
