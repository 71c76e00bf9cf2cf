/// Topics: what a stance, a demand or talks are about, as a concept that other articles share.
#include "topic_name.h"

static kb_str hyphenated(kb_doc* doc, const kb_topic_name* n)
{
  const kb_str copy = kb_arena_copy(doc->arena, (kb_str){n->text, n->n});
  for (size_t i = 0; i < copy.n; ++i) {
    ((char*)(uintptr_t)copy.p)[i] = copy.p[i] == ' ' ? '-' : copy.p[i];
  }
  return copy;
}

/// A topic of this name, made if it is new. KB_NONE when out of memory.
static uint32_t find_topic(kb_doc* doc, kb_map* known, const kb_topic_name* n, const kb_topic* make)
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
  kb_doc*       doc = v->doc;
  kb_event*     e   = &doc->events.v[event];
  kb_topic_name n   = {.n = 0};
  kb_topic      t   = {.event_type = KB_STR(""), .counterpart = KB_NONE, .about = e->topic_event};
  bool          ok;
  if (e->topic_event != KB_NONE) {
    const kb_event* about = &doc->events.v[e->topic_event];
    ok                    = kb_extract__name_event(v, e->topic_event, e->frame == KB_NONE, &n, &t.counterpart);
    t.event_type          = about->type;
    t.span                = about->label;
  } else {
    arg    = arg && arg->word < doc->words.n ? arg : NULL;
    ok     = arg && kb_extract__name_phrase(v, arg->word, &n, &t.counterpart);
    t.span = arg ? phrase_span(v, arg->word) : (kb_span){0, 0};
  }
  if (!ok) {
    return KB_OK;
  }
  t.parts           = n.parts;
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
