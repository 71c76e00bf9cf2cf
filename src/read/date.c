#include "khabar/read.h"

/// `n` ASCII digits at `*i`, -1 if there are fewer.
static int digits(kb_str s, size_t* i, size_t n)
{
  int value = 0;
  for (size_t k = 0; k < n; ++k) {
    if (*i + k >= s.n || s.p[*i + k] < '0' || s.p[*i + k] > '9') {
      return -1;
    }
    value = value * 10 + (s.p[*i + k] - '0');
  }
  *i += n;
  return value;
}

/// A separator and two digits, 0 at the end of the date, -1 for something else.
static int part(kb_str s, size_t* i, char* separator)
{
  if (*i == s.n || s.p[*i] == 'T' || s.p[*i] == ' ') {
    return 0;
  }
  if ((s.p[*i] != '-' && s.p[*i] != '/') || (*separator && s.p[*i] != *separator)) {
    return -1;
  }
  *separator      = s.p[(*i)++];
  const int value = digits(s, i, 2);
  return value > 0 ? value : -1;
}

bool kb_read_date(kb_str s, kb_date* date)
{
  size_t    i         = 0;
  char      separator = '\0';
  const int year      = digits(s, &i, 4);
  const int month     = year > 0 ? part(s, &i, &separator) : -1;
  const int day       = month > 0 ? part(s, &i, &separator) : month;
  if (day < 0 || (i < s.n && s.p[i] != 'T' && s.p[i] != ' ')) {
    return false;
  }
  const kb_date found = {(int16_t)year, (uint8_t)month, (uint8_t)day};
  *date               = kb_date_exists(found) ? found : *date;
  return kb_date_exists(found);
}
