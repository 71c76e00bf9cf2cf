#include "calendar.h"

// Years begin in March here, so that the leap day is their last.
int32_t kb_mention__day_number(kb_date d)
{
  const int32_t y   = d.year - (d.month <= 2);
  const int32_t era = (y >= 0 ? y : y - 399) / 400;
  const int32_t yoe = y - era * 400;
  const int32_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  const int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

kb_date kb_mention__date_of(int32_t n)
{
  n += 719468;
  const int32_t era = (n >= 0 ? n : n - 146096) / 146097;
  const int32_t doe = n - era * 146097;
  const int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int32_t mp  = (5 * doy + 2) / 153;
  const int32_t day = doy - (153 * mp + 2) / 5 + 1;
  const int32_t mon = mp < 10 ? mp + 3 : mp - 9;
  return (kb_date){(int16_t)(yoe + era * 400 + (mon <= 2)), (uint8_t)mon, (uint8_t)day};
}

int kb_mention__weekday(kb_date d)
{
  const int32_t n = kb_mention__day_number(d) + 3; // 1970-01-01 was a Thursday
  return (int)((n % 7 + 7) % 7) + 1;
}

kb_date kb_mention__add_days(kb_date d, int days)
{
  return kb_mention__date_of(kb_mention__day_number(d) + days);
}

kb_date kb_mention__add_months(kb_date d, int months)
{
  const int n = d.year * 12 + d.month - 1 + months;
  return (kb_date){(int16_t)(n / 12), (uint8_t)(n % 12 + 1), 0};
}
