#include "khabar/read.h"

bool kb_read_date(kb_str s, kb_date* date)
{
  kb_date      found = {0};
  const size_t n     = kb_date_parse(s, &found);
  if (!n || (n < s.n && s.p[n] != 'T' && s.p[n] != ' ')) {
    return false;
  }
  *date = found;
  return true;
}
