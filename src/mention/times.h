/// What an expression of time says, before it is placed in the calendar.
#ifndef KHABAR_MENTION_TIMES_H
#define KHABAR_MENTION_TIMES_H

#include "mention_internal.h"

enum kb_when_period {
  KB_WHEN_NONE,
  KB_WHEN_MINUTE,
  KB_WHEN_HOUR,
  KB_WHEN_DAY,
  KB_WHEN_WEEK,
  KB_WHEN_MONTH,
  KB_WHEN_QUARTER,
  KB_WHEN_YEAR,
  KB_WHEN_DECADE,
  KB_WHEN_CENTURY
};

/// 0 in a field: not said.
typedef struct kb_when {
  uint32_t first, last; ///< words
  int      weekday, weekday_end;
  uint32_t second; ///< word of `weekday_end` in "on Sunday and Monday", 0: none
  int      day, day_end, month, month_end, year, year_end;
  int      hijri_month, hijri_year;
  bool     relative; ///< `offset` days from today
  int      offset;
  int      period;    ///< kb_when_period
  int      count;     ///< periods; 0: the one that `direction` says
  int      ordinal;   ///< the seventh century, the first quarter
  bool     plural;    ///< "the coming days"
  bool     directed;  ///< `direction` was said
  int      direction; ///< -1 last, 0 this, 1 next
  bool     same;      ///< "the same month"
  int      season;    ///< its first month
  bool     part;      ///< beginning, middle or end of it
  bool     daytime;
  bool     vague;
  int      hour, minute; ///< -1: not said
  bool     zone;
  bool     from, until, within, ago; ///< منذ، حتى، خلال، قبل
} kb_when;

/** \name Elements

    Each takes what stands at word `w` into `t` and returns the word behind
    it; `w` itself where there is none. */

uint32_t kb_mention__take_relative(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_vague(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_numeric(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_clock(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_clock_in_brackets(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_day(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_day_word(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_weekday(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_second_weekday(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_year(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_month_word(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_month(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_season(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_period(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_length(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_part(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_daytime(const kb_scan* s, uint32_t w, kb_when* t);
uint32_t kb_mention__take_direction(const kb_scan* s, uint32_t w, kb_when* t);

/** \name Parts of elements */

/// The era behind a year: م، هـ.
uint32_t kb_mention__take_era(const kb_scan* s, uint32_t w, kb_when* t);
/// Four digits that can be a year.
bool kb_mention__digits_year(const kb_scan* s, uint32_t w, kb_numeral* n);
/// The year `value` whose last word is `last`, with its era; the word behind.
uint32_t kb_mention__set_year(const kb_scan* s, int64_t value, uint32_t last, kb_when* t);
/// Behind the word `key`, a lengthened article before digits (الـ24), or و.
uint32_t kb_mention__skip(const kb_scan* s, uint32_t w, const char* key);
uint32_t kb_mention__skip_article(const kb_scan* s, uint32_t w);
uint32_t kb_mention__behind_and(const kb_scan* s, uint32_t w);
/// 1 to 31.
bool kb_mention__is_day_number(const kb_numeral* n);

/// The time expression that starts at word `w`; false if there is none.
bool kb_mention__parse_time(const kb_scan* s, uint32_t w, kb_when* out);

/// What the article knows of its own day, and how the clause looks at time.
typedef struct kb_now {
  kb_date published;
  int     tense;  ///< -1 past, 1 future, 0 unknown
  kb_date before; ///< last date resolved in the article: "of the same month"
} kb_now;

/// Place it in the calendar as far as `now` allows.
void kb_mention__place_time(const kb_when* when, const kb_now* now, kb_time* out);

#endif // KHABAR_MENTION_TIMES_H
