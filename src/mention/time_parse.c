/// Expressions of time: a chain of elements in free order.
#include "times.h"

typedef uint32_t element(const kb_scan* s, uint32_t w, kb_when* t);

/// Order matters: longer readings come first.
static element* const elements[] = {kb_mention__take_relative,
                                    kb_mention__take_vague,
                                    kb_mention__take_numeric,
                                    kb_mention__take_clock,
                                    kb_mention__take_clock_in_brackets,
                                    kb_mention__take_day,
                                    kb_mention__take_day_word,
                                    kb_mention__take_weekday,
                                    kb_mention__take_second_weekday,
                                    kb_mention__take_year,
                                    kb_mention__take_month_word,
                                    kb_mention__take_month,
                                    kb_mention__take_season,
                                    kb_mention__take_period,
                                    kb_mention__take_length,
                                    kb_mention__take_part,
                                    kb_mention__take_daytime,
                                    kb_mention__take_direction};

static bool says_something(const kb_when* t)
{
  return t->weekday || t->day || t->month || t->year || t->hijri_month || t->hijri_year || t->relative || t->period ||
         t->vague || t->hour >= 0 || (t->season && (t->year || t->directed));
}

bool kb_mention__parse_time(const kb_scan* s, uint32_t w, kb_when* t)
{
  const bool digits = s->doc->tokens.v[kb_mention__word(s, w)->token].kind == KB_TOKEN_NUMBER;
  if (!digits && !kb_mention__starts_hit(s, w) && s->notes[w].number == KB_NONE && !kb_mention__is(s, w, "ال")) {
    return false;
  }
  *t              = (kb_when){.first = w, .last = w, .hour = -1, .minute = -1};
  uint32_t at     = w;
  bool     moving = true;
  while (moving && at < s->end) {
    moving = false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; ++i) {
      const uint32_t next = elements[i](s, at, t);
      if (next > at) {
        at     = next;
        moving = true;
        break;
      }
    }
  }
  if (at == w || !says_something(t)) {
    return false;
  }
  t->last = at - 1;
  return true;
}
