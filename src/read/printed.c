/* Printed dates: "الأربعاء 16 سبتمبر 2015م", "16/9/2015 - 10:33". */
#include "read_internal.h"

/// Longest line that says nothing but a date, in words.
enum { KB_DATE_WORDS = 20 };

/// Is this word of the line a number?
static bool is_number(const kb_line_words* words, uint32_t i)
{
  return i < words->known && kb_str_eq(kb_read__line_key(words, i, i + 1), KB_STR("0"));
}

static int number(kb_str text, const kb_line_words* words, uint32_t i)
{
  int value = 0;
  for (size_t at = words->start[i]; at < words->end[i] && value < 10000;) {
    const int digit = kb_text_digit(kb_text_next(text, &at));
    value           = digit >= 0 ? value * 10 + digit : value;
  }
  return value;
}

static bool is_year(int n)
{
  return n >= 1900 && n < 2100;
}

static uint32_t count_numbers(const kb_line_words* words)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < words->known; ++i) {
    n += is_number(words, i);
  }
  return n;
}

bool kb_read__line_is_date(const kb_boilerplate* cues, const kb_line_words* words)
{
  const uint32_t numbers = words->n <= KB_DATE_WORDS ? count_numbers(words) : 0;
  uint32_t       names   = 0;
  uint32_t       others  = 0;
  for (uint32_t i = 0, n; numbers && i < words->known; i += n) {
    n = 1;
    if (is_number(words, i)) {
      continue;
    }
    if (kb_read__cue_at(cues, KB_CUE_MONTH, words, i, &n) || kb_read__cue_at(cues, KB_CUE_DATE, words, i, &n)) {
      ++names;
    } else {
      others += !kb_str_eq(kb_read__line_key(words, i, i + 1), KB_STR(":"));
    }
  }
  return words->n == words->known && numbers > 0 && numbers + names > 1 && others * 3 <= (numbers > 1 ? names : 0);
}

/// The month at word `*i`, which may be a pair "أيلول/سبتمبر"; moves behind it. 0 when there is none.
static int month_at(const kb_boilerplate* cues, const kb_line_words* words, uint32_t* i)
{
  int month = 0;
  for (uint32_t n = 0;; *i += n) {
    const kb_cue* cue = kb_read__cue_at(cues, KB_CUE_MONTH, words, *i, &n);
    if (!cue || (month && cue->value != month)) {
      return month;
    }
    month = cue->value;
  }
}

/// Day and month in words before a year.
static bool
date_in_words(const kb_boilerplate* cues, kb_str text, const kb_line_words* words, uint32_t i, kb_date* date)
{
  uint32_t  at    = i + 1;
  const int day   = number(text, words, i);
  const int month = month_at(cues, words, &at);
  if (!month || day < 1 || day > 31 || !is_number(words, at) || !is_year(number(text, words, at))) {
    return false;
  }
  *date = (kb_date){(int16_t)number(text, words, at), (uint8_t)month, (uint8_t)day};
  return true;
}

/// 16/9/2015, 2015-09-16.
static bool date_in_digits(kb_str text, const kb_line_words* words, uint32_t i, kb_date* date)
{
  if (!is_number(words, i + 1) || !is_number(words, i + 2)) {
    return false;
  }
  const char a = text.p[words->end[i]];
  const char b = text.p[words->end[i + 1]];
  if (a != b || !strchr("/-.", a) || words->start[i + 1] != words->end[i] + 1 ||
      words->start[i + 2] != words->end[i + 1] + 1) {
    return false;
  }
  const int n[3] = {number(text, words, i), number(text, words, i + 1), number(text, words, i + 2)};
  const int year = is_year(n[0]) ? n[0] : n[2];
  const int day  = is_year(n[0]) ? n[2] : n[0];
  if (!is_year(year) || n[1] < 1 || n[1] > 12 || day < 1 || day > 31) {
    return false;
  }
  *date = (kb_date){(int16_t)year, (uint8_t)n[1], (uint8_t)day};
  return true;
}

bool kb_read__line_date(const kb_boilerplate* cues, kb_str text, const kb_line_words* words, kb_date* date)
{
  for (uint32_t i = 0; i < words->known; ++i) {
    if (is_number(words, i) && (date_in_words(cues, text, words, i, date) || date_in_digits(text, words, i, date))) {
      return true;
    }
  }
  return false;
}
