/// Does a thing that was found meet an expectation?
#include "sentences.h"

static bool is_key(const argument* a, const char* key)
{
  return kb_str_eq(a->key, kb_str_of(key));
}

/** \name Entities */

static const kb_gaz* gaz_of(const view* v, uint32_t id)
{
  return id == KB_NONE ? NULL : kb_lexicon_gaz(v->lexicon, id);
}

/// Is this the country with the id, or does the entity act for it?
static bool acts_for(const view* v, const kb_entity* e, kb_str id)
{
  if (e->type == KB_ENT_PERSON && e->gaz != KB_NONE) {
    return false;
  }
  const uint32_t      country = kb_lexicon_gaz_by_id(v->lexicon, id);
  const kb_gaz* const g       = gaz_of(v, country);
  return g && g->type == KB_ENT_COUNTRY && (e->metonym == country || e->country == country);
}

static bool entity_meets(const view* v, uint32_t entity, kb_str wanted)
{
  if (entity == KB_NONE) {
    return false;
  }
  const kb_entity* e = &v->doc->entities.v[entity];
  if (kb_str_eq(wanted, KB_STR("*"))) {
    return true;
  }
  if (kb_str_starts(wanted, KB_STR("ar:"))) {
    return has_words(e->label_ar, kb_str_from(wanted, 3));
  }
  return kb_str_eq(e->slug, wanted) || acts_for(v, e, wanted);
}

static bool any_entity(const view* v, const kb_ids* ids, kb_str wanted)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    if (entity_meets(v, ids->v[i], wanted)) {
      return true;
    }
  }
  return false;
}

static kb_str without_prefix(kb_str wanted)
{
  return kb_str_starts(wanted, KB_STR("ar:")) ? kb_str_from(wanted, 3) : wanted;
}

static bool topic_meets(const view* v, uint32_t topic, kb_str wanted)
{
  const kb_topic* t = &v->doc->topics.v[topic];
  return kb_str_eq(wanted, KB_STR("*")) || kb_str_eq(t->slug, wanted) ||
         has_words(t->label_ar, without_prefix(wanted)) || entity_meets(v, t->counterpart, wanted);
}

static bool event_label_meets(const view* v, uint32_t event, kb_str wanted)
{
  return kb_str_eq(wanted, KB_STR("*")) ||
         has_words(kb_doc_cut(v->doc, v->doc->events.v[event].label), without_prefix(wanted));
}

/** \name Numbers */

/// Is the quantity this decimal number?
static bool number_meets(const view* v, uint32_t quantity, kb_str wanted)
{
  if (quantity == KB_NONE) {
    return false;
  }
  const kb_quantity* q     = &v->doc->quantities.v[quantity];
  int64_t            value = 0;
  uint8_t            scale = 0;
  bool               point = false;
  if (kb_str_eq(wanted, KB_STR("none"))) {
    return !q->has_value;
  }
  for (size_t i = 0; i < wanted.n; ++i) {
    if (wanted.p[i] == '.') {
      point = true;
    } else {
      value = value * 10 + (wanted.p[i] - '0');
      scale = (uint8_t)(scale + point);
    }
  }
  int64_t found = q->value;
  for (uint8_t s = scale; s < q->scale; ++s) {
    value *= 10;
  }
  for (uint8_t s = q->scale; s < scale; ++s) {
    found *= 10;
  }
  return q->has_value && found == value;
}

/** \name Events and what is claimed of them */

static bool type_meets(const kb_event* e, kb_str wanted)
{
  const char*  slash = memchr(wanted.p, '/', wanted.n);
  const kb_str type  = {wanted.p, slash ? (size_t)(slash - wanted.p) : wanted.n};
  const kb_str mode  = kb_str_from(wanted, type.n + 1);
  return (kb_str_eq(type, KB_STR("*")) || kb_str_eq(e->type, type)) && (!mode.n || kb_str_eq(e->mode, mode));
}

static bool topic_of_event_meets(const view* v, const kb_event* e, kb_str wanted)
{
  for (uint32_t i = 0; i < e->topics.n; ++i) {
    if (topic_meets(v, e->topics.v[i], wanted)) {
      return true;
    }
  }
  return e->topic_event != KB_NONE && event_label_meets(v, e->topic_event, wanted);
}

/// Keys that are told of a claim, not of the event.
static bool is_of_claim(const argument* a)
{
  return !a->key.n || is_key(a, "source") || is_key(a, "modality");
}

/** \name Dates */

static unsigned digits(kb_str s, size_t from, size_t n)
{
  unsigned value = 0;
  for (size_t i = from; i < from + n && i < s.n; ++i) {
    value = value * 10 + (unsigned)(s.p[i] - '0');
  }
  return value;
}

/// "2014-12-03", "--12-03" and shorter; the precision it has.
static kb_date read_value(kb_str s, kb_precision* precision)
{
  const bool year = !kb_str_starts(s, KB_STR("--"));
  kb_date    d    = {(int16_t)(year ? digits(s, 0, 4) : 0), 0, 0};
  if (year) {
    d.month    = (uint8_t)digits(s, 5, 2);
    d.day      = (uint8_t)digits(s, 8, 2);
    *precision = d.day ? KB_PREC_DAY : d.month ? KB_PREC_MONTH : KB_PREC_YEAR;
  } else {
    d.month    = (uint8_t)digits(s, 2, 2);
    d.day      = (uint8_t)digits(s, 5, 2);
    *precision = KB_PREC_MONTH_ONLY;
  }
  return d;
}

static bool same_date(kb_date a, kb_date b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

static bool value_meets(const kb_time* t, kb_str value)
{
  kb_precision precision;
  if (kb_str_eq(value, KB_STR("none"))) {
    return t->precision == KB_PREC_NONE || t->precision == KB_PREC_VAGUE || t->precision == KB_PREC_HIJRI;
  }
  if (value.p[0] == 'W') {
    return t->precision == KB_PREC_WEEKDAY && t->weekday == digits(value, 1, 1);
  }
  const char* slash = memchr(value.p, '/', value.n);
  if (slash) {
    const size_t n = (size_t)(slash - value.p);
    return t->precision == KB_PREC_SPAN && same_date(t->begin, read_value((kb_str){value.p, n}, &precision)) &&
           same_date(t->end, read_value(kb_str_from(value, n + 1), &precision));
  }
  const kb_date d = read_value(value, &precision);
  return t->precision == precision && same_date(t->begin, d);
}

static bool event_argument_meets(const view* v, const kb_event* e, const argument* a)
{
  const struct {
    const char*   key;
    const kb_ids* ids;
  } roles[] = {
    {"agent", &e->agents},         {"patient", &e->patients}, {"counterpart", &e->counterparts},
    {"recipient", &e->recipients}, {"place", &e->places},
  };
  const struct {
    const char* key;
    uint32_t    quantity;
  } numbers[] = {{"dead", e->dead}, {"injured", e->injured}, {"arrested", e->arrested}, {"amount", e->amount}};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; ++i) {
    if (is_key(a, roles[i].key)) {
      return any_entity(v, roles[i].ids, a->value);
    }
  }
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i) {
    if (is_key(a, numbers[i].key)) {
      return number_meets(v, numbers[i].quantity, a->value);
    }
  }
  if (is_key(a, "topic")) {
    return topic_of_event_meets(v, e, a->value);
  }
  if (is_key(a, "trigger")) {
    return is_word(v->doc, e->trigger, a->value);
  }
  if (is_key(a, "date")) {
    return e->time == KB_NONE ? kb_str_eq(a->value, KB_STR("no")) : value_meets(&v->doc->times.v[e->time], a->value);
  }
  return is_key(a, "predicate") && kb_str_eq(e->predicate, a->value);
}

static bool flag_meets(const kb_claim* c, kb_str flag)
{
  const struct {
    const char* flag;
    bool        holds;
  } flags[] = {
    {"negated", c->negative},
    {"positive", !c->negative},
    {"future", c->future},
    {"nonfuture", !c->future},
    {"certain", c->certainty == KB_CERTAIN},
    {"probable", c->certainty == KB_PROBABLE},
    {"possible", c->certainty == KB_POSSIBLE},
  };
  for (size_t i = 0; i < sizeof flags / sizeof *flags; ++i) {
    if (kb_str_eq(flag, kb_str_of(flags[i].flag))) {
      return flags[i].holds;
    }
  }
  return false;
}

static bool claim_argument_meets(const view* v, const kb_claim* c, const argument* a)
{
  static const char* const modalities[] = {"none", "possible", "conditional", "hypothetical", "intended", "ordered"};
  if (is_key(a, "source")) {
    return kb_str_eq(a->value, KB_STR("narrator")) ? c->source == KB_NONE : entity_meets(v, c->source, a->value);
  }
  if (is_key(a, "modality")) {
    return c->modality < sizeof modalities / sizeof *modalities &&
           kb_str_eq(a->value, kb_str_of(modalities[c->modality]));
  }
  return flag_meets(c, a->value);
}

static bool claim_meets(const view* v, const expectation* e, const kb_claim* c)
{
  for (unsigned i = 1; i < e->n; ++i) {
    if (is_of_claim(&e->v[i]) && !claim_argument_meets(v, c, &e->v[i])) {
      return false;
    }
  }
  return true;
}

static bool event_meets(const view* v, const expectation* e, uint32_t event)
{
  const kb_event* x     = &v->doc->events.v[event];
  bool            claim = false; // is one asked for?
  if (!type_meets(x, e->v[0].value)) {
    return false;
  }
  for (unsigned i = 1; i < e->n; ++i) {
    if (is_of_claim(&e->v[i])) {
      claim = true;
    } else if (!event_argument_meets(v, x, &e->v[i])) {
      return false;
    }
  }
  for (uint32_t c = 0; claim && c < v->doc->claims.n; ++c) {
    if (v->doc->claims.v[c].event == event && claim_meets(v, e, &v->doc->claims.v[c])) {
      return true;
    }
  }
  return !claim;
}

/** \name Quotations, roles */

static bool quote_meets(const view* v, const expectation* e, uint32_t quote)
{
  const kb_quote* q = &v->doc->quotes.v[quote];
  for (unsigned i = 0; i < e->n; ++i) {
    const argument* a    = &e->v[i];
    const bool      good = is_key(a, "speaker")  ? entity_meets(v, q->speaker, a->value)
                           : is_key(a, "cue")    ? is_word(v->doc, q->cue, a->value)
                           : is_key(a, "begins") ? begins_with(kb_doc_cut(v->doc, q->span), a->value)
                                                 : q->direct == kb_str_eq(a->value, KB_STR("direct"));
    if (!good) {
      return false;
    }
  }
  return true;
}

static bool role_meets(const view* v, const expectation* e, uint32_t role)
{
  const kb_role* r = &v->doc->roles.v[role];
  for (unsigned i = 0; i < e->n; ++i) {
    const argument* a    = &e->v[i];
    const bool      good = is_key(a, "person") ? entity_meets(v, r->person, a->value)
                           : is_key(a, "org")  ? entity_meets(v, r->organization, a->value)
                           : is_key(a, "role") ? has_words(r->role_ar, a->value)
                                               : r->former;
    if (!good) {
      return false;
    }
  }
  return true;
}

/** \name Mentions of entities */

/// The printed words of a mention: of its words, with what is attached to them.
static void mention_words(const kb_doc* doc, const kb_mention* m, kb_buf* out)
{
  for (uint32_t w = m->first; w <= m->last && w < doc->words.n; ++w) {
    const bool joined = w > m->first && doc->words.v[w].token == doc->words.v[w - 1].token;
    kb_buf_text(out, out->n && !joined ? " " : "");
    kb_buf_add(out, doc->words.v[w].form);
  }
}

static bool mention_meets(const view* v, const kb_mention* m, kb_str text)
{
  kb_buf words = {0};
  mention_words(v->doc, m, &words);
  bool good = same_words(kb_doc_cut(v->doc, m->span), text) || same_words(kb_buf_as_str(&words), text);
  kb_buf_release(&words);
  const bool pronoun = v->doc->words.v[m->head].clitic == KB_ENCLITIC;
  kb_span    s;
  for (size_t from = 0; pronoun && !good && find_text(v, text, &from, &s);) {
    good = m->span.start >= s.start && m->span.end <= s.end;
  }
  return good;
}

static bool entity_expectation_meets(const view* v, const expectation* e, uint32_t entity)
{
  const kb_entity* x = &v->doc->entities.v[entity];
  if (!kb_str_eq(e->v[0].value, kb_str_of(kb_entity_type_name(x->type))) || !entity_meets(v, entity, e->v[1].value)) {
    return false;
  }
  for (unsigned i = 2; i < e->n; ++i) {
    bool good = false;
    for (uint32_t m = 0; m < v->doc->mentions.n && !good; ++m) {
      good = v->doc->mentions.v[m].entity == entity && mention_meets(v, &v->doc->mentions.v[m], e->v[i].value);
    }
    if (!good) {
      return false;
    }
  }
  return true;
}

/** \name Dates and numbers */

static bool overlaps(const view* v, kb_span span, kb_str text)
{
  kb_span s;
  for (size_t from = 0; find_text(v, text, &from, &s);) {
    if (s.start < span.end && span.start < s.end) {
      return true;
    }
  }
  return false;
}

static bool date_meets(const view* v, const expectation* e, uint32_t time)
{
  const kb_time* t = &v->doc->times.v[time];
  for (unsigned i = 0; i < e->n; ++i) {
    const argument* a    = &e->v[i];
    const bool      good = is_key(a, "text")                     ? overlaps(v, t->span, a->value)
                           : is_key(a, "value")                  ? value_meets(t, a->value)
                           : kb_str_eq(a->value, KB_STR("from")) ? t->from
                                                                 : t->until;
    if (!good) {
      return false;
    }
  }
  return true;
}

static bool quantity_meets(const view* v, const expectation* e, uint32_t quantity)
{
  const kb_quantity* q = &v->doc->quantities.v[quantity];
  for (unsigned i = 0; i < e->n; ++i) {
    const argument* a    = &e->v[i];
    const bool      good = is_key(a, "text")    ? overlaps(v, q->span, a->value)
                           : is_key(a, "value") ? number_meets(v, quantity, a->value)
                           : is_key(a, "unit")  ? kb_str_eq(q->unit, a->value)
                                                : q->approximate;
    if (!good) {
      return false;
    }
  }
  return true;
}

/** \name Headlines */

static bool headline_meets(const view* v, const expectation* e, uint32_t headline)
{
  const kb_headline* h = &v->doc->headlines.v[headline];
  if (!entity_meets(v, h->subject, e->v[0].value) || !kb_str_eq(h->predicate, e->v[1].value)) {
    return false;
  }
  switch (h->object_kind) {
  case KB_OBJECT_ENTITY:
    return entity_meets(v, h->object, e->v[2].value);
  case KB_OBJECT_TOPIC:
    return topic_meets(v, h->object, e->v[2].value);
  default:
    return event_label_meets(v, h->object, e->v[2].value);
  }
}

/** \name All of them */

uint32_t count_of(const kb_doc* doc, kind k)
{
  const uint32_t counts[KIND_COUNT] = {
    [KIND_EVENT] = doc->events.n,       [KIND_QUOTE] = doc->quotes.n, [KIND_ENTITY] = doc->entities.n,
    [KIND_ROLE] = doc->roles.n,         [KIND_DATE] = doc->times.n,   [KIND_NUMBER] = doc->quantities.n,
    [KIND_HEADLINE] = doc->headlines.n,
  };
  return counts[k];
}

bool meets(const view* v, const expectation* e, uint32_t i)
{
  static bool (*const all[KIND_COUNT])(const view*, const expectation*, uint32_t) = {
    [KIND_EVENT] = event_meets,       [KIND_QUOTE] = quote_meets, [KIND_ENTITY] = entity_expectation_meets,
    [KIND_ROLE] = role_meets,         [KIND_DATE] = date_meets,   [KIND_NUMBER] = quantity_meets,
    [KIND_HEADLINE] = headline_meets,
  };
  return all[e->kind](v, e, i);
}

bool found(const view* v, const expectation* e, uint32_t* which)
{
  for (uint32_t i = 0; i < count_of(v->doc, e->kind); ++i) {
    if (meets(v, e, i)) {
      *which = i;
      return true;
    }
  }
  return false;
}
