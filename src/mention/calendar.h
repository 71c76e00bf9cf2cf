/// Days of the Gregorian calendar.
#ifndef KHABAR_MENTION_CALENDAR_H
#define KHABAR_MENTION_CALENDAR_H

#include "khabar/doc.h"

/// Days from 1970-01-01. The date must have month and day.
int32_t kb_mention__day_number(kb_date date);
kb_date kb_mention__date_of(int32_t day_number);
/// 1 Monday .. 7 Sunday.
int kb_mention__weekday(kb_date date);
/// The same day `days` later or earlier.
kb_date kb_mention__add_days(kb_date date, int days);
/// The month `months` later or earlier; day 0.
kb_date kb_mention__add_months(kb_date date, int months);

#endif // KHABAR_MENTION_CALENDAR_H
