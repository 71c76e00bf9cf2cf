/*
   Topics: what a stance, a demand or talks are about, as a concept that other
   articles share. Its name is made of English: the noun of the event's
   predicate or the gloss of the head noun, then the other party.
*/
#include "extract_internal.h"

#include <stdio.h>

enum { NAME = 160 };

typedef struct name {
  char   text[NAME];
  size_t n;
} name;

static bool is_slug_char(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Add words; whatever is no letter or digit separates.
static void add_words(name* out, kb_str words)
{
  if (out->n && out->n + 1 < NAME && words.n) {
    out->text[out->n++] = ' ';
  }
  for (size_t i = 0; i < words.n && out->n + 1 < NAME; ++i) {
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

static void drop_preposition(name* out)
{
  while (out->n && out->text[out->n - 1] != ' ') {
    --out->n;
  }
  out->n -= out->n ? 1 : 0;
}

static bool is_worldwide(const kb_doc* doc, uint32_t entity)
{
  return entity != KB_NONE && !doc->entities.v[entity].local && doc->entities.v[entity].slug.n;
}

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

static void add_entity(const kb_doc* doc, name* out, uint32_t entity)
{
  const kb_entity* e = &doc->entities.v[entity];
  add_words(out, e->slug);
}

/// "coordination with iran"; without another party "coordination".
static bool name_event(const kb_view* v, const kb_event* e, name* out, uint32_t* party)
{
  const kb_str noun = e->predicate.n && v->lex ? kb_lexicon_predicate_noun(v->lex, e->predicate) : KB_STR("");
  *party            = other_party(v->doc, e);
  if (!noun.n) {
    return false;
  }
  add_words(out, noun);
  if (*party != KB_NONE) {
    add_entity(v->doc, out, *party);
  } else {
    drop_preposition(out);
  }
  return out->n > 0;
}

static uint32_t entity_below(const kb_view* v, uint32_t word)
{
  const kb_word* w = kb_extract__word(v, word);
  for (uint32_t d = word + 1; d <= w->last && d < v->doc->words.n; ++d) {
    const uint32_t e = kb_extract__entity(v, d);
    if (is_worldwide(v->doc, e)) {
      return e;
    }
  }
  return KB_NONE;
}

/// "the need to destroy", "the possibility of talks": what follows is the topic.
static uint32_t below_abstract(const kb_view* v, uint32_t word)
{
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_lexeme* x = kb_extract__lexeme(v, word);
    if (!x || x->noun_class != KB_CLASS_ABSTRACT || word + 1 >= v->doc->words.n ||
        kb_extract__word(v, word + 1)->head != word || kb_extract__word(v, word + 1)->deprel != KB_NMOD_POSS) {
      break;
    }
    ++word;
  }
  return word;
}

/// "agreement iran": gloss of the head, then whom it names.
static bool name_phrase(const kb_view* v, uint32_t word, name* out, uint32_t* party)
{
  *party = kb_extract__entity(v, word);
  if (is_worldwide(v->doc, *party)) {
    add_entity(v->doc, out, *party);
    return out->n > 0;
  }
  word               = below_abstract(v, word);
  const kb_lexeme* x = kb_extract__lexeme(v, word);
  if (!x || !x->gloss.n || x->kind != KB_LEX_NOUN) {
    return false;
  }
  *party = entity_below(v, word);
  add_words(out, first_sense(x->gloss));
  if (*party != KB_NONE) {
    add_words(out, KB_STR("of"));
    add_entity(v->doc, out, *party);
  }
  return out->n > 0;
}

static kb_str hyphenated(kb_doc* doc, const name* n)
{
  const kb_str copy = kb_arena_copy(doc->arena, (kb_str){n->text, n->n});
  for (size_t i = 0; i < copy.n; ++i) {
    ((char*)(uintptr_t)copy.p)[i] = copy.p[i] == ' ' ? '-' : copy.p[i];
  }
  return copy;
}

/// A topic of this name, made if it is new. KB_NONE when out of memory.
static uint32_t find_topic(kb_doc* doc, kb_map* known, const name* n, const kb_topic* make)
{
  const kb_str slug = hyphenated(doc, n);
  if (!slug.p) {
    return KB_NONE;
  }
  const uint32_t old = kb_map_get(known, slug);
  if (old != KB_NONE) {
    return old;
  }
  kb_topic* t = kb_array_push(doc->arena, &doc->topics);
  if (!t) {
    return KB_NONE;
  }
  *t          = *make;
  t->slug     = slug;
  t->label_en = kb_arena_copy(doc->arena, (kb_str){n->text, n->n});
  return t->label_en.p && kb_map_put(known, slug, doc->topics.n - 1) == KB_OK ? doc->topics.n - 1 : KB_NONE;
}

static kb_span phrase_span(const kb_view* v, uint32_t word)
{
  const kb_word* w = kb_extract__word(v, word);
  return kb_doc_words_span(v->doc, w->first <= word ? w->first : word, w->last >= word ? w->last : word);
}

static kb_status add_topic(const kb_view* v, kb_map* known, uint32_t event, const kb_arg* arg)
{
  kb_doc*   doc = v->doc;
  kb_event* e   = &doc->events.v[event];
  name      n   = {.n = 0};
  kb_topic  t   = {.event_type = KB_STR(""), .counterpart = KB_NONE, .about = e->topic_event};
  bool      ok;
  if (e->topic_event != KB_NONE) {
    const kb_event* about = &doc->events.v[e->topic_event];
    ok                    = name_event(v, about, &n, &t.counterpart);
    t.event_type          = about->type;
    t.span                = about->label;
  } else {
    arg    = arg && arg->word < doc->words.n ? arg : NULL;
    ok     = arg && name_phrase(v, arg->word, &n, &t.counterpart);
    t.span = arg ? phrase_span(v, arg->word) : (kb_span){0, 0};
  }
  if (!ok) {
    return KB_OK;
  }
  t.label_ar        = kb_doc_phrase(doc, t.span);
  const uint32_t id = t.label_ar.p ? find_topic(doc, known, &n, &t) : KB_NONE;
  return id == KB_NONE ? KB_E_NOMEM : kb_extract__add(doc, &doc->events.v[event].topics, id);
}

/// Plain speech is not "about" the first thing it tells.
static bool wants_topic(const kb_event* e, const kb_frame* f)
{
  if (!f || f->stance) {
    return true;
  }
  return !kb_str_eq(e->type, KB_STR("STATEMENT")) ||
         (f->speech != KB_SPEECH_SAY && f->speech != KB_SPEECH_SHOW && !kb_frame_is_thought(f));
}

static kb_status topic_of(const kb_view* v, kb_map* known, uint32_t event)
{
  const kb_event* e = &v->doc->events.v[event];
  const kb_frame* f = e->frame == KB_NONE ? NULL : kb_lexicon_frame(v->lex, e->frame);
  if (!wants_topic(e, f)) {
    return KB_OK;
  }
  if (!f) {
    return add_topic(v, known, event, NULL);
  }
  const kb_framed  framed = kb_extract__frame(v, e->clause);
  const kb_filler* topic  = kb_extract__filler(&framed, KB_SLOT_TOPIC);
  topic                   = topic ? topic : kb_extract__filler(&framed, KB_SLOT_CONTENT);
  return topic ? add_topic(v, known, event, topic->arg) : KB_OK;
}

kb_status kb_extract__topics(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_view   v;
  kb_map    known = {0};
  kb_status st    = kb_extract__view(&v, doc, lex, err);
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    st = topic_of(&v, &known, i);
  }
  kb_map_release(&known);
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
