#include "map_internal.h"

#include <stdio.h>

/** \name Dates */

static kb_date first_day(kb_date d)
{
  return (kb_date){d.year, d.month ? d.month : 1, d.day ? d.day : 1};
}

static kb_date last_day(kb_date d)
{
  const uint8_t month = d.month ? d.month : 12;
  return (kb_date){d.year, month, d.day ? d.day : (uint8_t)kb_date_month_length(d.year, month)};
}

enum { DATE_MAX = 32 };

/// "2014-12-03", "2014-12" or "2014".
static kb_str print_date(kb_date d, char out[DATE_MAX])
{
  const unsigned year = (unsigned)d.year, month = d.month, day = d.day;
  const int      n = d.day     ? snprintf(out, DATE_MAX, "%04u-%02u-%02u", year, month, day)
                     : d.month ? snprintf(out, DATE_MAX, "%04u-%02u", year, month)
                               : snprintf(out, DATE_MAX, "%04u", year);
  return (kb_str){out, n > 0 ? (size_t)n : 0};
}

raptor_term* kb_mapping__date(kb_mapping* m, kb_date d)
{
  char text[DATE_MAX];
  return kb_date_exists(d) && d.day ? kb_graph_typed(m->graph, print_date(d, text), KB_XSD_DATE) : NULL;
}

/** \name Nodes of dates: one for each date, whatever the article */

static void put_precision(kb_mapping* m, raptor_term* node, kb_vocab precision)
{
  kb_graph_tag(m->graph, node, KB_KH_PRECISION, precision);
}

static raptor_term* date_node(kb_mapping* m, kb_date d)
{
  char         text[DATE_MAX];
  const kb_str name = print_date(d, text);
  raptor_term* node = kb_graph_node(m->graph, "time", name);
  if (kb_graph_is_described(m->graph, node)) {
    return node;
  }
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_TIME_INSTANT);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_SEM_TIME);
  if (d.day) {
    kb_graph_put(m->graph, node, KB_TIME_IN_XSD_DATE, kb_graph_typed(m->graph, name, KB_XSD_DATE));
    put_precision(m, node, KB_KH_DAY_PRECISION);
  } else if (d.month) {
    kb_graph_put(m->graph, node, KB_TIME_IN_XSD_YEAR_MONTH, kb_graph_typed(m->graph, name, KB_XSD_G_YEAR_MONTH));
    put_precision(m, node, KB_KH_MONTH_PRECISION);
  } else {
    kb_graph_put(m->graph, node, KB_TIME_IN_XSD_YEAR, kb_graph_typed(m->graph, name, KB_XSD_G_YEAR));
    put_precision(m, node, KB_KH_YEAR_PRECISION);
  }
  return node;
}

/// A date with the time of day: "2014-12-03T18-17".
static raptor_term* clock_node(kb_mapping* m, const kb_time* t)
{
  char         name[DATE_MAX], clock[DATE_MAX], date[DATE_MAX];
  const kb_str day    = print_date(t->begin, date);
  const int    minute = t->minute < 0 ? 0 : t->minute;
  const int    n      = snprintf(name, sizeof name, "%sT%02d-%02d", date, t->hour, minute);
  const int    c      = snprintf(clock, sizeof clock, "%02d:%02d:00", t->hour, minute);
  raptor_term* node   = kb_graph_node(m->graph, "time", (kb_str){name, (size_t)n});
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_TIME_INSTANT);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_SEM_TIME);
  kb_graph_put(m->graph, node, KB_TIME_IN_XSD_DATE, kb_graph_typed(m->graph, day, KB_XSD_DATE));
  kb_graph_put(m->graph, node, KB_KH_TIME_OF_DAY, kb_graph_typed(m->graph, (kb_str){clock, (size_t)c}, KB_XSD_TIME));
  put_precision(m, node, KB_KH_DAY_PRECISION);
  return node;
}

/// "2014-12-01_2014-12-05".
static raptor_term* interval_node(kb_mapping* m, const kb_time* t)
{
  char         begin[DATE_MAX], end[DATE_MAX], name[2 * DATE_MAX];
  const kb_str from = print_date(t->begin, begin);
  const kb_str to   = print_date(t->end, end);
  const int    n    = snprintf(name, sizeof name, "%.*s_%.*s", (int)from.n, from.p, (int)to.n, to.p);
  raptor_term* node = kb_graph_node(m->graph, "time", (kb_str){name, (size_t)n});
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_TIME_PROPER_INTERVAL);
  kb_graph_tag(m->graph, node, KB_RDF_TYPE, KB_SEM_TIME);
  kb_graph_put(m->graph, node, KB_TIME_HAS_BEGINNING, date_node(m, t->begin));
  kb_graph_put(m->graph, node, KB_TIME_HAS_END, date_node(m, t->end));
  put_precision(m, node, KB_KH_SPAN_PRECISION);
  return node;
}

/** \name Times without a date: nodes of the article */

static raptor_term* month_literal(kb_mapping* m, unsigned month)
{
  char      text[8];
  const int n = snprintf(text, sizeof text, "--%02u", month % 100);
  return kb_graph_typed(m->graph, (kb_str){text, (size_t)n}, KB_XSD_G_MONTH);
}

static raptor_term* day_literal(kb_mapping* m, unsigned day)
{
  char      text[8];
  const int n = snprintf(text, sizeof text, "---%02u", day % 100);
  return kb_graph_typed(m->graph, (kb_str){text, (size_t)n}, KB_XSD_G_DAY);
}

static kb_vocab local_precision(const kb_time* t)
{
  switch (t->precision) {
  case KB_PREC_WEEKDAY:
    return KB_KH_WEEKDAY_PRECISION;
  case KB_PREC_MONTH_ONLY:
    return KB_KH_YEARLESS_PRECISION;
  case KB_PREC_HIJRI:
    return KB_KH_HIJRI_PRECISION;
  default:
    return KB_KH_VAGUE_PRECISION;
  }
}

static raptor_term* local_node(kb_mapping* m, const kb_time* t)
{
  kb_graph*    g = m->graph;
  raptor_term* node =
    kb_graph_local_span(g, "time", kb_mapping__point(m, t->span.start), kb_mapping__point(m, t->span.end));
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_TIME_DATE_TIME_DESCRIPTION);
  kb_graph_tag(g, node, KB_RDF_TYPE, KB_SEM_TIME);
  kb_graph_put(g, node, KB_RDFS_LABEL, kb_graph_arabic(g, kb_doc_cut(m->doc, t->span)));
  if (t->weekday >= 1 && t->weekday <= 7) {
    kb_graph_tag(g, node, KB_TIME_DAY_OF_WEEK, (kb_vocab)(KB_TIME_MONDAY + t->weekday - 1));
  }
  if (t->precision == KB_PREC_MONTH_ONLY && t->begin.month >= 1 && t->begin.month <= 12) {
    kb_graph_put(g, node, KB_TIME_MONTH, month_literal(m, t->begin.month));
    if (t->begin.day >= 1 && t->begin.day <= 31) {
      kb_graph_put(g, node, KB_TIME_DAY, day_literal(m, t->begin.day));
    }
  }
  put_precision(m, node, local_precision(t));
  return node;
}

/** \name Times of the article */

static bool has_clock(const kb_time* t)
{
  return t->hour >= 0 && t->hour < 24 && t->minute < 60;
}

static bool is_span(const kb_time* t)
{
  return t->precision == KB_PREC_SPAN && kb_date_exists(t->begin) && kb_date_exists(t->end);
}

/// Does it stand for one date of the calendar, be it a day, month or year?
static bool is_dated(const kb_time* t)
{
  return t->precision >= KB_PREC_DAY && t->precision <= KB_PREC_YEAR && kb_date_exists(t->begin);
}

static raptor_term* make_time(kb_mapping* m, const kb_time* t)
{
  if (is_span(t)) {
    return interval_node(m, t);
  }
  if (!is_dated(t)) {
    return local_node(m, t);
  }
  return t->begin.day && has_clock(t) ? clock_node(m, t) : date_node(m, t->begin);
}

raptor_term* kb_mapping__time(kb_mapping* m, uint32_t time)
{
  if (time >= m->doc->times.n) {
    return NULL;
  }
  if (!m->times[time]) {
    const kb_time* t = &m->doc->times.v[time];
    m->times[time]   = make_time(m, t);
    kb_mapping__denote(m, m->times[time], t->span);
  }
  return m->times[time];
}

void kb_mapping__times(kb_mapping* m)
{
  for (uint32_t i = 0; i < m->doc->times.n; ++i) {
    kb_mapping__time(m, i);
  }
}

/** \name Stamps of events */

/// A day is one stamp, a month or year its first and last day.
static void stamp(kb_mapping* m, raptor_term* event, kb_date d, kb_vocab exact, kb_vocab earliest, kb_vocab latest)
{
  if (d.day) {
    kb_graph_put(m->graph, event, exact, kb_mapping__date(m, d));
  } else {
    kb_graph_put(m->graph, event, earliest, kb_mapping__date(m, first_day(d)));
    kb_graph_put(m->graph, event, latest, kb_mapping__date(m, last_day(d)));
  }
}

static void stamp_begin(kb_mapping* m, raptor_term* event, kb_date d)
{
  stamp(m, event, d, KB_SEM_BEGIN_STAMP, KB_SEM_EARLIEST_BEGIN, KB_SEM_LATEST_BEGIN);
}

static void stamp_end(kb_mapping* m, raptor_term* event, kb_date d)
{
  stamp(m, event, d, KB_SEM_END_STAMP, KB_SEM_EARLIEST_END, KB_SEM_LATEST_END);
}

void kb_mapping__event_time(kb_mapping* m, raptor_term* event, uint32_t time)
{
  raptor_term* node = kb_mapping__time(m, time);
  if (!node) {
    return;
  }
  const kb_time* t      = &m->doc->times.v[time];
  const bool     within = !t->from && !t->until;
  kb_graph_put(m->graph, event, within ? KB_SEM_HAS_TIME : KB_KH_TIME, node);
  if (is_span(t)) {
    stamp_begin(m, event, t->begin);
    stamp_end(m, event, t->end);
  } else if (is_dated(t) && t->from) {
    stamp_begin(m, event, t->begin);
  } else if (is_dated(t) && t->until) {
    stamp_end(m, event, t->begin);
  } else if (is_dated(t) && t->begin.day) {
    kb_graph_put(m->graph, event, KB_SEM_TIME_STAMP, kb_mapping__date(m, t->begin));
  } else if (is_dated(t)) {
    stamp_begin(m, event, t->begin);
    stamp_end(m, event, t->begin);
  }
}
