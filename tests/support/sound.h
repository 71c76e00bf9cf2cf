/// What the layers of any article must hold to.
#ifndef KHABAR_TEST_SOUND_H
#define KHABAR_TEST_SOUND_H

#include "unit.h"

#include "khabar/conllu.h"

static inline void assert_span(const kb_doc* doc, kb_span s)
{
  assert_in_range(s.start, 0, s.end);
  assert_in_range(s.end, s.start, doc->text.n);
}

static inline bool is_id(uint32_t id, uint32_t n)
{
  return id == KB_NONE || id < n;
}

static inline void assert_ids(const kb_ids* ids, uint32_t n)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    assert_in_range(ids->v[i], 0, n - 1);
  }
}

static inline void assert_mentions(const kb_doc* doc)
{
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    assert_span(doc, m->span);
    assert_in_range(m->last, m->first, doc->words.n - 1);
    assert_in_range(m->head, 0, doc->words.n - 1);
    assert_true(is_id(m->entity, doc->entities.n));
    assert_in_range(m->score, 0, 100);
  }
  for (uint32_t i = 0; i < doc->times.n; ++i) {
    const kb_time* t = &doc->times.v[i];
    assert_span(doc, t->span);
    assert_in_range(t->last, t->first, doc->words.n - 1);
    assert_in_range(t->weekday, 0, 7);
    assert_in_range(t->begin.month, 0, 12);
    assert_in_range(t->begin.day, 0, 31);
  }
  for (uint32_t i = 0; i < doc->quantities.n; ++i) {
    assert_span(doc, doc->quantities.v[i].span);
    assert_true(is_id(doc->quantities.v[i].counted, doc->words.n));
  }
  for (uint32_t i = 0; i < doc->entities.n; ++i) {
    const kb_entity* e = &doc->entities.v[i];
    assert_true(e->slug.n > 0);
    assert_true(is_id(e->first_mention, doc->mentions.n));
  }
}

static inline void assert_event(const kb_doc* doc, const kb_event* e)
{
  assert_true(e->type.n > 0);
  assert_in_range(e->clause, 0, doc->clauses.n - 1);
  assert_in_range(e->trigger, 0, doc->words.n - 1);
  assert_span(doc, e->label);
  const kb_ids* const roles[] = {&e->agents, &e->patients, &e->counterparts, &e->recipients, &e->places};
  for (size_t k = 0; k < sizeof roles / sizeof *roles; ++k) {
    assert_ids(roles[k], doc->entities.n);
  }
  assert_ids(&e->topics, doc->topics.n);
  assert_true(is_id(e->topic_event, doc->events.n) && is_id(e->time, doc->times.n));
  const uint32_t numbers[] = {e->amount, e->dead, e->injured, e->arrested};
  for (size_t k = 0; k < sizeof numbers / sizeof *numbers; ++k) {
    assert_true(is_id(numbers[k], doc->quantities.n));
  }
}

static inline void assert_facts(const kb_doc* doc)
{
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    assert_event(doc, &doc->events.v[i]);
  }
  for (uint32_t i = 0; i < doc->claims.n; ++i) {
    const kb_claim* c = &doc->claims.v[i];
    assert_in_range(c->event, 0, doc->events.n - 1);
    assert_true(is_id(c->source, doc->entities.n) && is_id(c->via, doc->claims.n) && is_id(c->quote, doc->quotes.n));
    assert_true(is_id(c->speech, doc->events.n));
    assert_in_range(c->sentence, 0, doc->sentences.n - 1);
    assert_true(c->rule.n > 0);
    assert_in_range(c->confidence, 0, 100);
  }
  for (uint32_t i = 0; i < doc->quotes.n; ++i) {
    const kb_quote* q = &doc->quotes.v[i];
    assert_span(doc, q->span);
    assert_span(doc, q->cue_span);
    assert_true(is_id(q->speaker, doc->entities.n) && is_id(q->cue, doc->words.n));
  }
  for (uint32_t i = 0; i < doc->roles.n; ++i) {
    assert_in_range(doc->roles.v[i].person, 0, doc->entities.n - 1);
    assert_true(is_id(doc->roles.v[i].organization, doc->entities.n));
    assert_span(doc, doc->roles.v[i].span);
  }
  for (uint32_t i = 0; i < doc->headlines.n; ++i) {
    const kb_headline* h = &doc->headlines.v[i];
    assert_in_range(h->subject, 0, doc->entities.n - 1);
    assert_in_range(h->claim, 0, doc->claims.n - 1);
    assert_in_range(h->object, 0,
                    (h->object_kind == KB_OBJECT_ENTITY  ? doc->entities.n
                     : h->object_kind == KB_OBJECT_TOPIC ? doc->topics.n
                                                         : doc->events.n) -
                      1);
  }
}

static inline void assert_sound(const kb_doc* doc)
{
  assert_mentions(doc);
  assert_facts(doc);
  kb_buf   out = {0};
  kb_error err = {0};
  assert_int_equal(kb_conllu_write(doc, &out, &err), KB_OK);
  kb_buf_release(&out);
}

#endif // KHABAR_TEST_SOUND_H
