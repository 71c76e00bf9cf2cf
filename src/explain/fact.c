#include "explain_internal.h"

static void put_words(const kb_teller* t, uint32_t first, uint32_t last)
{
  if (first <= last && last < t->doc->words.n) {
    kb_buf_add(t->out, kb_doc_cut(t->doc, kb_doc_words_span(t->doc, first, last)));
  }
}

/// A piece of text on one line.
static void put_line(kb_buf* out, kb_str s)
{
  for (size_t i = 0; i < s.n; ++i) {
    kb_buf_byte(out, s.p[i] == '\n' ? ' ' : s.p[i]);
  }
}

static void put_label(const kb_teller* t, const char* name)
{
  kb_buf_printf(t->out, "       %-12s ", name);
}

void kb_explain__entity(const kb_teller* t, uint32_t entity)
{
  if (entity >= t->doc->entities.n) {
    kb_buf_text(t->out, "?");
    return;
  }
  const kb_entity* e = &t->doc->entities.v[entity];
  kb_buf_add(t->out, e->label_ar.n ? e->label_ar : e->label_en);
  kb_buf_printf(t->out, " (%s/%.*s)", kb_entity_type_name(e->type), (int)e->slug.n, e->slug.p ? e->slug.p : "");
}

static void put_entities(const kb_teller* t, const char* name, const kb_ids* ids)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    put_label(t, name);
    kb_explain__entity(t, ids->v[i]);
    kb_buf_byte(t->out, '\n');
  }
}

static void put_topic(const kb_teller* t, uint32_t topic)
{
  const kb_topic* v = &t->doc->topics.v[topic];
  put_line(t->out, v->label_ar);
  kb_buf_printf(t->out, " (topic/%.*s)", (int)v->slug.n, v->slug.p ? v->slug.p : "");
}

static void put_quantity(const kb_teller* t, const char* name, uint32_t quantity)
{
  if (quantity < t->doc->quantities.n) {
    put_label(t, name);
    put_line(t->out, kb_doc_cut(t->doc, t->doc->quantities.v[quantity].span));
    kb_buf_byte(t->out, '\n');
  }
}

static void put_time(const kb_teller* t, uint32_t time)
{
  if (time >= t->doc->times.n) {
    return;
  }
  const kb_time* v = &t->doc->times.v[time];
  put_label(t, "when");
  put_line(t->out, kb_doc_cut(t->doc, v->span));
  if (v->begin.year) {
    kb_buf_printf(t->out, " (%04d", v->begin.year);
    if (v->begin.month) {
      kb_buf_printf(t->out, "-%02d", v->begin.month);
    }
    if (v->begin.month && v->begin.day) {
      kb_buf_printf(t->out, "-%02d", v->begin.day);
    }
    kb_buf_byte(t->out, ')');
  }
  kb_buf_byte(t->out, '\n');
}

static void put_arguments(const kb_teller* t, const kb_event* e)
{
  put_entities(t, "agent", &e->agents);
  put_entities(t, "patient", &e->patients);
  put_entities(t, "counterpart", &e->counterparts);
  put_entities(t, "recipient", &e->recipients);
  for (uint32_t i = 0; i < e->topics.n; ++i) {
    put_label(t, "topic");
    put_topic(t, e->topics.v[i]);
    kb_buf_byte(t->out, '\n');
  }
  if (!e->topics.n && e->topic_event < t->doc->events.n) {
    put_label(t, "topic");
    put_line(t->out, kb_doc_cut(t->doc, t->doc->events.v[e->topic_event].label));
    kb_buf_byte(t->out, '\n');
  }
  if (e->instrument < t->doc->entities.n) {
    put_label(t, "instrument");
    kb_explain__entity(t, e->instrument);
    kb_buf_byte(t->out, '\n');
  }
  put_entities(t, "place", &e->places);
  put_time(t, e->time);
  put_quantity(t, "amount", e->amount);
  put_quantity(t, "dead", e->dead);
  put_quantity(t, "injured", e->injured);
  put_quantity(t, "arrested", e->arrested);
}

static void put_rule(const kb_teller* t, kb_str rule, unsigned confidence)
{
  kb_buf_printf(t->out, "  [%.*s, %u %%]\n", (int)rule.n, rule.p ? rule.p : "", confidence);
}

static void put_factuality(const kb_teller* t, const kb_claim* c)
{
  static const char* const certainties[] = {"certain", "probable", "possible", "certainty not said"};
  static const char* const modalities[]  = {"", "possible", "conditional", "hypothetical", "intended", "ordered"};
  kb_buf_printf(t->out, ", %s", c->negative ? "negative" : "positive");
  kb_buf_printf(t->out, ", %s", c->certainty < 4 ? certainties[c->certainty] : "");
  kb_buf_text(t->out, c->future ? ", future" : "");
  kb_buf_text(t->out, c->historical ? ", long past" : "");
  if (c->modality && c->modality < 6) {
    kb_buf_printf(t->out, ", %s", modalities[c->modality]);
  }
}

void kb_explain__claim(const kb_teller* t, uint32_t number, const kb_claim* c)
{
  if (c->event >= t->doc->events.n) {
    return;
  }
  const kb_event* e = &t->doc->events.v[c->event];
  kb_buf_printf(t->out, "  %3u. %.*s", number, (int)e->type.n, e->type.p ? e->type.p : "");
  if (e->mode.n || e->subtype.n) {
    const kb_str mode = e->mode.n ? e->mode : e->subtype;
    kb_buf_printf(t->out, "/%.*s", (int)mode.n, mode.p);
  }
  kb_buf_text(t->out, " \"");
  put_words(t, c->trigger, c->trigger);
  kb_buf_byte(t->out, '"');
  put_factuality(t, c);
  put_rule(t, c->rule, c->confidence);
  put_arguments(t, e);
  put_label(t, "said by");
  if (c->source == KB_NONE) {
    kb_buf_text(t->out, "the article");
  } else {
    kb_explain__entity(t, c->source);
  }
  kb_buf_byte(t->out, '\n');
}

void kb_explain__quote(const kb_teller* t, const kb_quote* q)
{
  kb_buf_printf(t->out, "       %s speech", q->direct ? "direct" : "reported");
  if (q->speaker != KB_NONE) {
    kb_buf_text(t->out, " of ");
    kb_explain__entity(t, q->speaker);
  }
  kb_buf_text(t->out, ", cue \"");
  put_line(t->out, kb_doc_cut(t->doc, q->cue_span));
  kb_buf_byte(t->out, '"');
  put_rule(t, q->rule, q->confidence);
  put_label(t, "");
  put_line(t->out, kb_doc_cut(t->doc, q->span));
  kb_buf_byte(t->out, '\n');
}

void kb_explain__role(const kb_teller* t, const kb_role* r)
{
  kb_buf_text(t->out, "  ");
  kb_explain__entity(t, r->person);
  kb_buf_text(t->out, r->former ? " was " : " is ");
  put_line(t->out, r->role_ar);
  if (r->role_en.n) {
    kb_buf_printf(t->out, " (%.*s)", (int)r->role_en.n, r->role_en.p);
  }
  if (r->organization != KB_NONE) {
    kb_buf_text(t->out, " of ");
    kb_explain__entity(t, r->organization);
  }
  put_rule(t, r->rule, r->confidence);
}

void kb_explain__headline(const kb_teller* t, const kb_headline* h)
{
  kb_buf_text(t->out, "  ");
  kb_explain__entity(t, h->subject);
  kb_buf_printf(t->out, " %.*s ", (int)h->predicate.n, h->predicate.p ? h->predicate.p : "");
  if (h->object_kind == KB_OBJECT_ENTITY) {
    kb_explain__entity(t, h->object);
  } else if (h->object_kind == KB_OBJECT_TOPIC && h->object < t->doc->topics.n) {
    put_topic(t, h->object);
  } else if (h->object < t->doc->events.n) {
    put_line(t->out, kb_doc_cut(t->doc, t->doc->events.v[h->object].label));
  }
  kb_buf_byte(t->out, '\n');
}
