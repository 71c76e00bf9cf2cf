#include "khabar/doc.h"

unsigned kb_date_month_length(int year, unsigned month)
{
  static const uint8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool           leap      = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return lengths[month - 1] + (month == 2 && leap ? 1u : 0u);
}

bool kb_date_exists(kb_date d)
{
  if (d.year < 1 || d.year > 9999 || d.month > 12) {
    return false;
  }
  return !d.day || (d.month && d.day <= kb_date_month_length(d.year, d.month));
}

/// Number of `n` ASCII digits at `at`, -1 if they are fewer.
static int digits(kb_str s, size_t at, size_t n)
{
  int value = 0;
  for (size_t i = at; i < at + n; ++i) {
    if (i >= s.n || s.p[i] < '0' || s.p[i] > '9') {
      return -1;
    }
    value = value * 10 + (s.p[i] - '0');
  }
  return value;
}

/// Number behind a separator at `at`, -1 if there is none.
static int part(kb_str s, size_t at, char separator)
{
  return at < s.n && s.p[at] == separator ? digits(s, at + 1, 2) : -1;
}

size_t kb_date_parse(kb_str s, kb_date* date)
{
  enum { YEAR = 4, PART = 3 };
  const char    separator = s.n > YEAR && s.p[YEAR] == '/' ? '/' : '-';
  const int     year      = digits(s, 0, YEAR);
  const int     month     = part(s, YEAR, separator);
  const int     day       = month >= 0 ? part(s, YEAR + PART, separator) : -1;
  const kb_date found     = {(int16_t)year, (uint8_t)(month < 0 ? 0 : month), (uint8_t)(day < 0 ? 0 : day)};
  if (!kb_date_exists(found) || month == 0 || day == 0) {
    return 0;
  }
  *date = found;
  return (size_t)YEAR + (month > 0 ? PART : 0) + (day > 0 ? PART : 0);
}
