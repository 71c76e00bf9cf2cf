/// What was found, in the words of the expectations.
#include "sentences.h"

static void tell_text(kb_buf* out, const char* key, kb_str text)
{
  if (text.n) {
    kb_buf_printf(out, " %s=", key);
    kb_buf_add(out, text);
  }
}

static void tell_entity(const view* v, kb_buf* out, const char* key, uint32_t entity)
{
  if (entity != KB_NONE) {
    const kb_entity* e = &v->doc->entities.v[entity];
    kb_buf_printf(out, " %s=", key);
    kb_buf_add(out, e->slug);
    kb_buf_byte(out, '(');
    kb_buf_add(out, e->label_ar);
    kb_buf_byte(out, ')');
  }
}

static void tell_entities(const view* v, kb_buf* out, const char* key, const kb_ids* ids)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    tell_entity(v, out, key, ids->v[i]);
  }
}

static void tell_number(const view* v, kb_buf* out, const char* key, uint32_t quantity)
{
  if (quantity != KB_NONE) {
    const kb_quantity* q = &v->doc->quantities.v[quantity];
    kb_buf_printf(out, q->has_value ? " %s=%lld" : " %s=none", key, (long long)q->value);
    if (q->has_value && q->scale) {
      kb_buf_printf(out, "e-%u", q->scale);
    }
  }
}

static void tell_word(const view* v, kb_buf* out, const char* key, uint32_t word)
{
  if (word != KB_NONE) {
    tell_text(out, key, kb_doc_cut(v->doc, v->doc->words.v[word].span));
  }
}

static void tell_claim(const view* v, const kb_claim* c, kb_buf* out)
{
  static const char* const certainties[] = {"certain", "probable", "possible", "underspecified"};
  static const char* const modalities[]  = {"",
                                            " modality=possible",
                                            " modality=conditional",
                                            " modality=hypothetical",
                                            " modality=intended",
                                            " modality=ordered"};
  kb_buf_text(out, " [");
  if (c->source == KB_NONE) {
    kb_buf_text(out, "source=narrator");
  } else {
    tell_entity(v, out, "source", c->source);
  }
  kb_buf_printf(out, " %s %s %s%s]", c->negative ? "negated" : "positive", c->future ? "future" : "nonfuture",
                certainties[c->certainty & 3], c->modality < 6 ? modalities[c->modality] : "");
}

static void tell_event(const view* v, uint32_t i, kb_buf* out)
{
  const kb_event* e = &v->doc->events.v[i];
  kb_buf_text(out, "event ");
  kb_buf_add(out, e->type);
  if (e->mode.n) {
    kb_buf_byte(out, '/');
    kb_buf_add(out, e->mode);
  }
  tell_word(v, out, "trigger", e->trigger);
  tell_entities(v, out, "agent", &e->agents);
  tell_entities(v, out, "patient", &e->patients);
  tell_entities(v, out, "counterpart", &e->counterparts);
  tell_entities(v, out, "recipient", &e->recipients);
  tell_entities(v, out, "place", &e->places);
  tell_number(v, out, "amount", e->amount);
  tell_number(v, out, "dead", e->dead);
  tell_number(v, out, "injured", e->injured);
  tell_number(v, out, "arrested", e->arrested);
  tell_text(out, "predicate", e->predicate);
  for (uint32_t t = 0; t < e->topics.n; ++t) {
    tell_text(out, "topic", v->doc->topics.v[e->topics.v[t]].label_ar);
  }
  for (uint32_t c = 0; c < v->doc->claims.n; ++c) {
    if (v->doc->claims.v[c].event == i) {
      tell_claim(v, &v->doc->claims.v[c], out);
    }
  }
}

static void tell_quote(const view* v, uint32_t i, kb_buf* out)
{
  const kb_quote* q    = &v->doc->quotes.v[i];
  const kb_str    text = kb_doc_cut(v->doc, q->span);
  kb_buf_text(out, q->direct ? "quote direct" : "quote indirect");
  tell_entity(v, out, "speaker", q->speaker);
  tell_word(v, out, "cue", q->cue);
  size_t n = 0;
  for (size_t blanks = 0; n < text.n && (text.p[n] != ' ' || ++blanks < 5);) {
    ++n;
  }
  tell_text(out, "begins", (kb_str){text.p, n});
}

static void tell_entity_with_mentions(const view* v, uint32_t i, kb_buf* out)
{
  const kb_entity* e = &v->doc->entities.v[i];
  kb_buf_printf(out, "entity %s ", kb_entity_type_name(e->type));
  kb_buf_add(out, e->slug);
  tell_text(out, "label", e->label_ar);
  for (uint32_t m = 0; m < v->doc->mentions.n; ++m) {
    if (v->doc->mentions.v[m].entity == i) {
      tell_text(out, "text", kb_doc_cut(v->doc, v->doc->mentions.v[m].span));
    }
  }
}

static void tell_role(const view* v, uint32_t i, kb_buf* out)
{
  const kb_role* r = &v->doc->roles.v[i];
  kb_buf_text(out, r->former ? "role former" : "role");
  tell_entity(v, out, "person", r->person);
  tell_entity(v, out, "org", r->organization);
  tell_text(out, "role", r->role_ar);
}

static void put_date(kb_buf* out, kb_date d)
{
  kb_buf_printf(out, "%d-%02u-%02u", d.year, d.month, d.day);
}

static void tell_date(const view* v, uint32_t i, kb_buf* out)
{
  static const char* const precisions[] = {"none",    "day",        "month", "year", "span",
                                           "weekday", "month-only", "vague", "hijri"};
  const kb_time*           t            = &v->doc->times.v[i];
  kb_buf_printf(out, "date %s", precisions[t->precision % 9]);
  tell_text(out, "text", kb_doc_cut(v->doc, t->span));
  kb_buf_byte(out, ' ');
  put_date(out, t->begin);
  kb_buf_byte(out, '/');
  put_date(out, t->end);
  kb_buf_printf(out, " W%u%s%s", t->weekday, t->from ? " from" : "", t->until ? " until" : "");
}

static void tell_quantity(const view* v, uint32_t i, kb_buf* out)
{
  const kb_quantity* q = &v->doc->quantities.v[i];
  kb_buf_text(out, q->approximate ? "number approximate" : "number");
  tell_text(out, "text", kb_doc_cut(v->doc, q->span));
  tell_number(v, out, "value", i);
  tell_text(out, "unit", q->unit);
}

static void tell_headline(const view* v, uint32_t i, kb_buf* out)
{
  const kb_headline* h = &v->doc->headlines.v[i];
  kb_buf_text(out, "headline");
  tell_entity(v, out, "subject", h->subject);
  kb_buf_byte(out, ' ');
  kb_buf_add(out, h->predicate);
  if (h->object_kind == KB_OBJECT_ENTITY) {
    tell_entity(v, out, "object", h->object);
  } else if (h->object_kind == KB_OBJECT_TOPIC) {
    tell_text(out, "topic", v->doc->topics.v[h->object].label_ar);
  } else {
    tell_text(out, "event", kb_doc_cut(v->doc, v->doc->events.v[h->object].label));
  }
}

void describe(const view* v, kind k, uint32_t i, kb_buf* out)
{
  static void (*const all[KIND_COUNT])(const view*, uint32_t, kb_buf*) = {
    [KIND_EVENT] = tell_event,       [KIND_QUOTE] = tell_quote, [KIND_ENTITY] = tell_entity_with_mentions,
    [KIND_ROLE] = tell_role,         [KIND_DATE] = tell_date,   [KIND_NUMBER] = tell_quantity,
    [KIND_HEADLINE] = tell_headline,
  };
  all[k](v, i, out);
}

/// The expectation with nothing but the argument that says where in the text it looks.
static bool narrowed(const expectation* e, expectation* out)
{
  static const char* const keys[] = {"trigger", "text", "cue"};
  *out                            = *e;
  out->n                          = 0;
  if (e->kind == KIND_ENTITY) {
    return false;
  }
  if (e->kind == KIND_EVENT) {
    out->v[out->n++] = (argument){KB_STR(""), KB_STR("*")};
  }
  for (unsigned i = 0; i < e->n; ++i) {
    for (size_t k = 0; k < sizeof keys / sizeof *keys; ++k) {
      if (kb_str_eq(e->v[i].key, kb_str_of(keys[k]))) {
        out->v[out->n++] = e->v[i];
        return true;
      }
    }
  }
  return false;
}

void describe_found(const view* v, const expectation* e, kb_buf* out)
{
  enum { ENOUGH = 8 };
  expectation    near;
  uint32_t       which, told = 0;
  const uint32_t n    = count_of(v->doc, e->kind);
  const bool     some = narrowed(e, &near) && found(v, &near, &which);
  for (uint32_t i = 0; i < n && told < ENOUGH; ++i) {
    if (!some || meets(v, &near, i)) {
      kb_buf_text(out, told++ ? "\n      " : "");
      describe(v, e->kind, i, out);
    }
  }
  kb_buf_text(out, told ? "" : "nothing");
}
