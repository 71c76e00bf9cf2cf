/// Elements of time expressions: the time of day.
#include "times.h"

static uint32_t take_zone(const kb_scan* s, uint32_t w, kb_when* t)
{
  const uint32_t at = kb_mention__stem(s, w);
  const kb_hit*  z  = kb_mention__cue(s, at, KB_CUE_ZONE);
  if (!z) {
    return w;
  }
  t->zone = true;
  return z->last + 1;
}

/// "19:00", "04,00" before a zone.
static bool read_clock(kb_str text, int* hour, int* minute)
{
  int part[2] = {0, 0}, digits[2] = {0, 0}, n = 0;
  for (size_t i = 0; i < text.n;) {
    const uint32_t c = kb_text_next(text, &i);
    const int      d = kb_text_digit(c);
    if (d >= 0) {
      part[n] = part[n] * 10 + d;
      if (++digits[n] > 2) {
        return false;
      }
    } else if (!kb_text_is_ignorable(c) && (++n > 1 || !digits[0])) {
      return false;
    }
  }
  *hour   = part[0];
  *minute = part[1];
  return n == 1 && digits[1] == 2 && part[0] < 24 && part[1] < 60;
}

uint32_t kb_mention__take_clock(const kb_scan* s, uint32_t w, kb_when* t)
{
  const uint32_t at = kb_mention__is(s, w, "الساعه") ? w + 1 : w;
  int            hour, minute;
  kb_numeral     n;
  if (t->hour >= 0 || at >= s->end) {
    return w;
  }
  const kb_token* token = &s->doc->tokens.v[kb_mention__word(s, at)->token];
  const kb_str    text  = kb_doc_cut(s->doc, token->span);
  if (token->kind == KB_TOKEN_NUMBER && read_clock(text, &hour, &minute)) {
    kb_when        trial = *t;
    const uint32_t next  = take_zone(s, at + 1, &trial);
    if (!memchr(text.p, ':', text.n) && at == w && next == at + 1) {
      return w; // a decimal number
    }
    *t        = trial;
    t->hour   = hour;
    t->minute = minute;
    return next;
  }
  if (at > w && kb_mention__numeral(s, at, &n) && n.value <= 24 && !n.scale) {
    t->hour   = (int)n.value % 24;
    t->minute = 0;
    return take_zone(s, n.last + 1, t);
  }
  return w;
}

/// "(04,00 ت غ)" behind a date.
uint32_t kb_mention__take_clock_in_brackets(const kb_scan* s, uint32_t w, kb_when* t)
{
  if (!kb_mention__is_mark(s, w, "(")) {
    return w;
  }
  kb_when        trial = *t;
  const uint32_t next  = kb_mention__take_clock(s, w + 1, &trial);
  if (next == w + 1 || !kb_mention__is_mark(s, next, ")")) {
    return w;
  }
  *t = trial;
  return next + 1;
}
