/// One event for all its tellings: made by hand, so that each difference stands alone.
#include "facts.h"

#include "khabar/extract.h"

static const kb_extractor* merged(void)
{
  for (size_t i = 0; kb_extract_at(i); ++i) {
    if (strcmp(kb_extract_at(i)->name, "merged") == 0) {
      return kb_extract_at(i);
    }
  }
  fail_msg("no extractor \"merged\"");
  return NULL;
}

static uint32_t frame_of(const char* lemma)
{
  uint32_t id = KB_NONE;
  do {
    id = kb_lexicon_by_lemma(bench.lexicon, kb_str_of(lemma), id);
    assert_int_not_equal(id, KB_NONE);
  } while (kb_lexicon_lexeme(bench.lexicon, id)->frame == KB_NONE);
  return kb_lexicon_lexeme(bench.lexicon, id)->frame;
}

static void add_id(kb_doc* doc, kb_ids* ids, uint32_t id)
{
  uint32_t* p = kb_array_push(doc->arena, ids);
  assert_non_null(p);
  *p = id;
}

/// An attack by entity 1 on entity 2 with its claim.
static kb_event* add_attack(kb_doc* doc)
{
  kb_event* e = kb_array_push(doc->arena, &doc->events);
  kb_claim* c = kb_array_push(doc->arena, &doc->claims);
  assert_true(e && c);
  *e = (kb_event){.type        = KB_STR("ASSAULT"),
                  .predicate   = KB_STR("attacks"),
                  .frame       = frame_of("قصف"),
                  .topic_event = KB_NONE,
                  .instrument  = KB_NONE,
                  .time        = KB_NONE,
                  .amount      = KB_NONE,
                  .dead        = KB_NONE,
                  .injured     = KB_NONE,
                  .arrested    = KB_NONE};
  *c = (kb_claim){.event  = doc->events.n - 1,
                  .source = KB_NONE,
                  .via    = KB_NONE,
                  .quote  = KB_NONE,
                  .speech = KB_NONE,
                  .rule   = KB_STR("test")};
  add_id(doc, &e->agents, 1);
  add_id(doc, &e->patients, 2);
  return e;
}

static uint32_t add_number(kb_doc* doc, int64_t value)
{
  kb_quantity* q = kb_array_push(doc->arena, &doc->quantities);
  assert_non_null(q);
  *q = (kb_quantity){.has_value = true, .value = value, .unit = KB_STR("person")};
  return doc->quantities.n - 1;
}

static uint32_t add_day(kb_doc* doc, uint8_t day)
{
  kb_time* t = kb_array_push(doc->arena, &doc->times);
  assert_non_null(t);
  const kb_date d = {2015, 6, day};
  *t              = (kb_time){.precision = KB_PREC_DAY, .begin = d, .end = d};
  return doc->times.n - 1;
}

static kb_doc new_doc(void)
{
  kb_doc doc;
  kb_arena_reset(bench.arena);
  assert_int_equal(kb_doc_init(&doc, bench.arena, KB_STR("t"), KB_STR("-"), NULL), KB_OK);
  return doc;
}

static void run(kb_doc* doc)
{
  kb_error err = {0};
  assert_int_equal(merged()->run(doc, bench.lexicon, &err), KB_OK);
}

static void tellings_of_one_event_are_one(void** state)
{
  (void)state;
  kb_doc doc = new_doc();
  for (int i = 0; i < 3; ++i) {
    add_attack(&doc);
  }
  run(&doc);
  assert_int_equal(doc.events.n, 1);
  assert_int_equal(doc.claims.n, 3); // what each telling claims is kept
  for (uint32_t i = 0; i < doc.claims.n; ++i) {
    assert_int_equal(doc.claims.v[i].event, 0);
  }
}

/// What one telling adds, the event has.
static void tellings_complete_each_other(void** state)
{
  (void)state;
  kb_doc doc             = new_doc();
  add_attack(&doc)->dead = add_number(&doc, 3);
  kb_event* second       = add_attack(&doc);
  second->time           = add_day(&doc, 4);
  second->injured        = add_number(&doc, 7);
  add_id(&doc, &second->places, 5);
  run(&doc);
  assert_int_equal(doc.events.n, 1);
  const kb_event* e = &doc.events.v[0];
  assert_int_equal(doc.quantities.v[e->dead].value, 3);
  assert_int_equal(doc.quantities.v[e->injured].value, 7);
  assert_int_equal(doc.times.v[e->time].begin.day, 4);
  assert_int_equal(e->places.n, 1);
}

/// The order in which participants are named does not matter.
static void lists_of_participants_are_compared_as_sets(void** state)
{
  (void)state;
  kb_doc doc = new_doc();
  add_id(&doc, &add_attack(&doc)->agents, 9);
  kb_event* second = add_attack(&doc);
  second->agents.n = 0;
  add_id(&doc, &second->agents, 9);
  add_id(&doc, &second->agents, 1);
  run(&doc);
  assert_int_equal(doc.events.n, 1);
}

static void differ_in_type(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  (void)a;
  b->type = KB_STR("COERCE");
}

static void differ_in_predicate(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  (void)a;
  b->predicate = KB_STR("kills");
}

static void differ_in_doer(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  (void)a;
  b->agents.v[0] = 8;
}

static void differ_in_sufferer(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  (void)a;
  b->patients.v[0] = 8;
}

static void differ_in_place(kb_doc* doc, kb_event* a, kb_event* b)
{
  add_id(doc, &a->places, 5);
  add_id(doc, &b->places, 6);
}

static void differ_in_day(kb_doc* doc, kb_event* a, kb_event* b)
{
  a->time = add_day(doc, 4);
  b->time = add_day(doc, 5);
}

static void differ_in_number(kb_doc* doc, kb_event* a, kb_event* b)
{
  a->dead = add_number(doc, 3);
  b->dead = add_number(doc, 4);
}

static void suffer_nobody(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  a->patients.n = b->patients.n = 0;
}

static void do_nobody(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  a->agents.n = b->agents.n = 0;
}

static void are_sayings(kb_doc* doc, kb_event* a, kb_event* b)
{
  (void)doc;
  a->frame = b->frame = frame_of("قال");
}

static void contradictions_keep_events_apart(void** state)
{
  (void)state;
  static void (*const differences[])(kb_doc*, kb_event*, kb_event*) = {
    differ_in_type, differ_in_predicate, differ_in_doer, differ_in_sufferer, differ_in_place,
    differ_in_day,  differ_in_number,    suffer_nobody,  do_nobody,          are_sayings,
  };
  for (size_t i = 0; i < sizeof differences / sizeof *differences; ++i) {
    kb_doc doc = new_doc();
    add_attack(&doc);
    add_attack(&doc);
    differences[i](&doc, &doc.events.v[0], &doc.events.v[1]);
    run(&doc);
    if (doc.events.n != 2) {
      fail_msg("difference %zu: %u events", i, (unsigned)doc.events.n);
    }
    assert_int_equal(doc.claims.v[0].event, 0);
    assert_int_equal(doc.claims.v[1].event, 1);
  }
}

/// The same day and the same number, read twice, are no contradiction.
static void equal_values_do_not_contradict(void** state)
{
  (void)state;
  kb_doc    doc = new_doc();
  kb_event* e   = add_attack(&doc);
  e->time       = add_day(&doc, 4);
  e->dead       = add_number(&doc, 3);
  e             = add_attack(&doc);
  e->time       = add_day(&doc, 4);
  e->dead       = add_number(&doc, 3);
  run(&doc);
  assert_int_equal(doc.events.n, 1);
}

/// Whatever pointed to an event points to where it went.
static void references_follow(void** state)
{
  (void)state;
  kb_doc doc = new_doc();
  add_attack(&doc);
  add_attack(&doc);                             // goes into 0
  differ_in_type(&doc, NULL, add_attack(&doc)); // 2 becomes 1
  kb_event* last         = add_attack(&doc);    // 3 becomes 2
  last->predicate        = KB_STR("threatens");
  last->topic_event      = 1;
  doc.claims.v[2].speech = 1;
  kb_quote* q            = kb_array_push(doc.arena, &doc.quotes);
  assert_non_null(q);
  *q = (kb_quote){.event = 2, .speaker = KB_NONE, .cue = KB_NONE};
  run(&doc);
  assert_int_equal(doc.events.n, 3);
  assert_int_equal(doc.events.v[2].topic_event, 0);
  assert_int_equal(doc.claims.v[1].event, 0);
  assert_int_equal(doc.claims.v[2].event, 1);
  assert_int_equal(doc.claims.v[2].speech, 0);
  assert_int_equal(doc.claims.v[3].event, 2);
  assert_int_equal(doc.quotes.v[0].event, 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(tellings_of_one_event_are_one),
    cmocka_unit_test(tellings_complete_each_other),
    cmocka_unit_test(lists_of_participants_are_compared_as_sets),
    cmocka_unit_test(contradictions_keep_events_apart),
    cmocka_unit_test(equal_values_do_not_contradict),
    cmocka_unit_test(references_follow),
  };
  return cmocka_run_group_tests(tests, open_bench, close_bench);
}
