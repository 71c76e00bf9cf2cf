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
