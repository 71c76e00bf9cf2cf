/**
   A small article with all kinds of facts, made by hand: what the stages
   before the mapping would have found.
*/
#ifndef KB_TEST_ARTICLE_H
#define KB_TEST_ARTICLE_H

#include "khabar/doc.h"

static const char article_text[] = "الوزير يرفض التعاون مع نوردلاند\n"
                                   "أعلن وزير الدفاع سمير حداد الخميس أن بلاده لن تتعاون مع نوردلاند.\n"
                                   "وقال حداد: «لن نتعاون معهم». وقد يزور حداد العاصمة في 3 آذار 2015.\n"
                                   "وقتل نحو 12.5 ألف شخص في نوردلاند منذ عام 2014 بحسب مسعفين.\n";

/// The n-th (from 0) occurrence of some characters.
static inline kb_span span_of(const kb_doc* doc, const char* part, unsigned n)
{
  const char* p = doc->text.p;
  for (const char* hit = p; (hit = strstr(hit, part)); hit += 1) {
    if (n-- == 0) {
      const uint32_t start = (uint32_t)(hit - p);
      return (kb_span){start, start + (uint32_t)strlen(part)};
    }
  }
  return (kb_span){0, 0};
}

static inline uint32_t add_word(kb_doc* doc, const char* part, unsigned n)
{
  kb_word* w = kb_array_push(doc->arena, &doc->words);
  w->span    = span_of(doc, part, n);
  w->form    = kb_doc_cut(doc, w->span);
  w->lemma   = w->form;
  return doc->words.n - 1;
}

static inline void add_id(kb_doc* doc, kb_ids* ids, uint32_t id)
{
  uint32_t* p = kb_array_push(doc->arena, ids);
  *p          = id;
}

static inline uint32_t add_entity(kb_doc* doc, unsigned type, const char* slug, const char* ar, const char* en)
{
  kb_entity* e = kb_array_push(doc->arena, &doc->entities);
  *e           = (kb_entity){.type     = (uint8_t)type,
                             .gaz      = KB_NONE,
                             .country  = KB_NONE,
                             .metonym  = KB_NONE,
                             .slug     = kb_str_of(slug),
                             .label_ar = kb_str_of(ar),
                             .label_en = kb_str_of(en),
                             .sector   = KB_STR("")};
  return doc->entities.n - 1;
}

static inline void add_mention(kb_doc* doc, uint32_t entity, unsigned kind, const char* part, unsigned n)
{
  kb_mention* mention = kb_array_push(doc->arena, &doc->mentions);
  *mention = (kb_mention){.span = span_of(doc, part, n), .entity = entity, .gaz = KB_NONE, .kind = (uint8_t)kind};
}

static inline kb_event* add_event(kb_doc* doc, const char* type, uint32_t trigger)
{
  kb_event* e = kb_array_push(doc->arena, &doc->events);
  e->type     = kb_str_of(type);
  e->mode = e->subtype = e->cameo = e->context = e->predicate = KB_STR("");
  e->trigger                                                  = trigger;
  e->label                                                    = doc->words.v[trigger].span;
  e->frame = e->clause = e->topic_event = e->instrument = e->time = KB_NONE;
  e->amount = e->dead = e->injured = e->arrested = KB_NONE;
  return e;
}

static inline kb_claim* add_claim(kb_doc* doc, uint32_t event, uint32_t source)
{
  kb_claim* c = kb_array_push(doc->arena, &doc->claims);
  *c          = (kb_claim){.event      = event,
                           .source     = source,
                           .via        = KB_NONE,
                           .quote      = KB_NONE,
                           .speech     = KB_NONE,
                           .trigger    = doc->events.v[event].trigger,
                           .rule       = KB_STR("clause-event"),
                           .confidence = 80};
  for (uint32_t i = 0; i < doc->sentences.n; ++i) {
    if (doc->sentences.v[i].span.start <= doc->words.v[c->trigger].span.start) {
      c->sentence = i;
    }
  }
  return c;
}

static inline void add_sentences(kb_doc* doc)
{
  uint32_t start = 0;
  for (uint32_t i = 0; i < doc->text.n; ++i) {
    if (doc->text.p[i] == '\n') {
      kb_sentence* s = kb_array_push(doc->arena, &doc->sentences);
      s->span        = (kb_span){start, i};
      start          = i + 1;
    }
  }
}

enum { HADDAD, NORDLAND, HOME, MEDICS };                                  // entities
enum { REFUSES, ANNOUNCED, COOPERATE, SAID, COOPERATE_2, VISIT, KILLED }; // events and their triggers
enum { DATE, YEAR, THURSDAY };                                            // times

static inline void add_times(kb_doc* doc)
{
  static const kb_time none = {.hour = -1, .minute = -1};
  kb_time*             day  = kb_array_push(doc->arena, &doc->times);
  *day = none, day->span = span_of(doc, "3 آذار 2015", 0), day->precision = KB_PREC_DAY;
  day->begin = day->end = (kb_date){2015, 3, 3};
  kb_time* year         = kb_array_push(doc->arena, &doc->times);
  *year = none, year->span = span_of(doc, "عام 2014", 0), year->precision = KB_PREC_YEAR;
  year->begin = year->end = (kb_date){2014, 0, 0};
  year->from              = true;
  kb_time* weekday        = kb_array_push(doc->arena, &doc->times);
  *weekday = none, weekday->span = span_of(doc, "الخميس", 0), weekday->precision = KB_PREC_WEEKDAY,
  weekday->weekday = 4;
}

static inline void add_entities(kb_doc* doc)
{
  add_entity(doc, KB_ENT_PERSON, "samir-haddad", "سمير حداد", "Samir Haddad");
  add_entity(doc, KB_ENT_COUNTRY, "nordland", "نوردلاند", "Nordland");
  add_entity(doc, KB_ENT_COUNTRY, "sudland", "سودلاند", "Sudland");
  add_entity(doc, KB_ENT_GROUP, "actor_1", "مسعفين", "");
  doc->entities.v[HADDAD].sector = KB_STR("GOV MIL");
  doc->entities.v[MEDICS].local  = true;
  add_mention(doc, HADDAD, KB_MENTION_NAME, "سمير حداد", 0);
  add_mention(doc, NORDLAND, KB_MENTION_NAME, "نوردلاند", 0);
  add_mention(doc, NORDLAND, KB_MENTION_NAME, "نوردلاند", 1);
  add_mention(doc, HADDAD, KB_MENTION_NAME, "حداد", 1);
  add_mention(doc, MEDICS, KB_MENTION_NOMINAL, "مسعفين", 0);
}

static inline void add_quote(kb_doc* doc)
{
  kb_quote* q = kb_array_push(doc->arena, &doc->quotes);
  *q          = (kb_quote){.span       = span_of(doc, "لن نتعاون معهم", 0),
                           .cue        = SAID,
                           .cue_span   = doc->words.v[SAID].span,
                           .speaker    = HADDAD,
                           .sentence   = 2,
                           .event      = SAID,
                           .rule       = KB_STR("quote-marks"),
                           .confidence = 95,
                           .direct     = true};
}

static inline void add_facts(kb_doc* doc)
{
  kb_quantity* count = kb_array_push(doc->arena, &doc->quantities);
  *count             = (kb_quantity){.span        = span_of(doc, "نحو 12.5 ألف شخص", 0),
                                     .counted     = KB_NONE,
                                     .value       = 12500,
                                     .has_value   = true,
                                     .approximate = true,
                                     .unit        = KB_STR("person")};
  kb_topic* topic    = kb_array_push(doc->arena, &doc->topics);
  *topic             = (kb_topic){.slug        = KB_STR("cooperation-with-nordland"),
                                  .label_ar    = KB_STR("التعاون مع نوردلاند"),
                                  .label_en    = KB_STR("cooperation with Nordland"),
                                  .event_type  = KB_STR("COOPERATE"),
                                  .counterpart = NORDLAND,
                                  .about       = COOPERATE,
                                  .span        = span_of(doc, "التعاون مع نوردلاند", 0)};
  static const struct {
    const char* trigger;
    const char* type;
    unsigned    n;
  } events[] = {{"يرفض", "REJECT", 0},   {"أعلن", "STATEMENT", 0},   {"تتعاون", "COOPERATE", 0},
                {"قال", "STATEMENT", 0}, {"نتعاون", "COOPERATE", 0}, {"يزور", "CONSULT", 0},
                {"قتل", "ASSAULT", 0}};
  for (size_t i = 0; i < sizeof events / sizeof *events; ++i) {
    add_event(doc, events[i].type, add_word(doc, events[i].trigger, events[i].n));
  }
  kb_event* e = doc->events.v;
  add_id(doc, &e[REFUSES].agents, HADDAD);
  add_id(doc, &e[REFUSES].topics, 0);
  e[REFUSES].mode = KB_STR("assist"), e[REFUSES].context = KB_STR("military human_rights");
  add_id(doc, &e[ANNOUNCED].agents, HADDAD);
  e[ANNOUNCED].topic_event = COOPERATE, e[ANNOUNCED].time = THURSDAY;
  for (unsigned i = COOPERATE; i <= COOPERATE_2; i += COOPERATE_2 - COOPERATE) {
    add_id(doc, &e[i].agents, HOME);
    add_id(doc, &e[i].counterparts, NORDLAND);
  }
  add_id(doc, &e[SAID].agents, HADDAD);
  add_id(doc, &e[VISIT].agents, HADDAD);
  e[VISIT].mode = KB_STR("visit"), e[VISIT].time = DATE;
  add_id(doc, &e[KILLED].places, NORDLAND);
  e[KILLED].time = YEAR, e[KILLED].dead = 0;
}

static inline void add_claims(kb_doc* doc)
{
  add_claim(doc, REFUSES, KB_NONE);
  add_claim(doc, ANNOUNCED, KB_NONE);
  kb_claim* negated = add_claim(doc, COOPERATE, HADDAD);
  negated->negative = negated->future = true;
  negated->speech                     = ANNOUNCED;
  add_claim(doc, SAID, KB_NONE);
  kb_claim* quoted = add_claim(doc, COOPERATE_2, HADDAD);
  quoted->negative = quoted->future = true;
  quoted->quote = 0, quoted->speech = SAID;
  kb_claim* possible  = add_claim(doc, VISIT, KB_NONE);
  possible->certainty = KB_POSSIBLE, possible->modality = KB_MODAL_POSSIBLE, possible->future = true;
  possible->confidence = 55;
  kb_claim* killed     = add_claim(doc, KILLED, MEDICS);
  killed->historical   = true;
}

/// Fill `doc`; everything lives in the arena.
static inline void make_article(kb_doc* doc, kb_arena* arena, const char* id)
{
  kb_error err = {0};
  if (kb_doc_init(doc, arena, kb_str_of(id), kb_str_of(article_text), &err) != KB_OK) {
    return;
  }
  doc->title     = KB_STR("الوزير يرفض التعاون مع نوردلاند");
  doc->url       = KB_STR("https://news.example/1?q=أخبار");
  doc->publisher = KB_STR("Nordic News");
  doc->published = (kb_date){2015, 2, 26};
  add_sentences(doc);
  add_entities(doc);
  add_times(doc);
  add_facts(doc);
  add_quote(doc);
  add_claims(doc);
  kb_role* role  = kb_array_push(arena, &doc->roles);
  *role          = (kb_role){.person       = HADDAD,
                             .organization = HOME,
                             .role_ar      = KB_STR("وزير الدفاع"),
                             .role_en      = KB_STR("minister of defence"),
                             .span         = span_of(doc, "وزير الدفاع", 0),
                             .rule         = KB_STR("title-before-name"),
                             .confidence   = 90};
  kb_headline* h = kb_array_push(arena, &doc->headlines);
  *h             = (kb_headline){
                .subject = HADDAD, .predicate = KB_STR("rejects"), .object = 0, .object_kind = KB_OBJECT_TOPIC, .claim = 0};
}

#endif // KB_TEST_ARTICLE_H
