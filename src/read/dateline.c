/* Datelines: places, agencies and reporters, parted by dashes, bars and brackets. */
#include "read_internal.h"

enum {
  KB_PART_WORDS     = 4, ///< longest part: "عبد الرحمن بن علي"
  KB_DATELINE_WORDS = 12,
};

/// What stands between two words of a line.
typedef struct kb_gap {
  bool parts; ///< a dash, bar, bracket, comma or colon
  bool ends;  ///< a dash, colon or closing bracket: a dateline may end here
} kb_gap;

static kb_gap look_at_gap(kb_str text, uint32_t start, uint32_t end)
{
  kb_gap       gap = {false, false};
  const kb_str all = {text.p, end};
  for (size_t i = start; i < end;) {
    switch (kb_text_next(all, &i)) {
    case '-':
    case ':':
    case ')':
    case 0x2013: // –
    case 0x2014: // —
      gap.ends  = true;
      gap.parts = true;
      break;
    case '|':
    case '/':
    case '(':
    case ',':
    case 0x60C: // ،
      gap.parts = true;
      break;
    default:
      break;
    }
  }
  return gap;
}

/// The gap behind word `i`; a colon, which is a word itself, is taken into it.
static kb_gap gap_behind(kb_str text, kb_span line, const kb_line_words* w, uint32_t i, uint32_t* next)
{
  *next = i + 1;
  while (*next < w->known && kb_str_eq(kb_read__line_key(w, *next, *next + 1), KB_STR(":"))) {
    ++*next;
  }
  return look_at_gap(text, w->end[i], *next < w->known ? w->start[*next] : line.end);
}

/**
   Words from the beginning that are parts of a dateline, up to the last gap
   where one may end; 0 if no part is an agency. `*all` tells whether the
   whole line is made of such parts.
*/
static uint32_t measure(const kb_boilerplate* cues, kb_str text, kb_span line, const kb_line_words* w, bool* all)
{
  uint32_t part   = 0; // its first word
  uint32_t end    = 0;
  bool     agency = false;
  *all            = false;
  for (uint32_t i = 0, next; i < w->known && i < KB_DATELINE_WORDS; i = next) {
    const kb_gap gap  = gap_behind(text, line, w, i, &next);
    const bool   last = next >= w->n;
    if (i - part >= KB_PART_WORDS) {
      return end;
    }
    if (!gap.parts && !last) {
      continue;
    }
    agency = agency || kb_read__cue(cues, KB_CUE_PART, kb_read__line_key(w, part, i + 1));
    *all   = last && agency;
    end    = agency && gap.ends && !last ? next : end;
    part   = next;
  }
  return end;
}

/// Spaces and dashes that separate a dateline from the news belong to it.
static uint32_t behind_dashes(kb_str text, uint32_t from, uint32_t to)
{
  const kb_str all = {text.p, to};
  size_t       i   = from;
  for (size_t at = from; at < to; i = at) {
    const uint32_t c = kb_text_next(all, &at);
    if (!kb_text_is_space(c) && !kb_text_is_ignorable(c) && !strchr("-:)", (int)(c < 128 ? c : 'x')) && c != 0x2013 &&
        c != 0x2014) {
      break;
    }
  }
  return (uint32_t)i;
}

uint32_t kb_read__dateline(const kb_boilerplate* cues, kb_str text, kb_span line)
{
  kb_line_words w;
  bool          all;
  kb_read__line_words(text, line, &w);
  const uint32_t n = measure(cues, text, line, &w, &all);
  if (n == 0 || n >= w.known || all) {
    return 0;
  }
  return behind_dashes(text, w.end[n - 1], w.start[n]) - line.start;
}

bool kb_read__is_place_line(kb_str text, kb_span line)
{
  kb_line_words w;
  uint32_t      part  = 0;
  uint32_t      parts = 0;
  kb_read__line_words(text, line, &w);
  for (uint32_t i = 0, next; i < w.known; i = next) {
    const kb_gap gap = gap_behind(text, line, &w, i, &next);
    if (i - part >= KB_PART_WORDS - 1) {
      return false;
    }
    if (gap.ends || next >= w.n) {
      part = next;
      ++parts;
    }
  }
  return w.n == w.known && parts > 1 && w.n <= KB_DATELINE_WORDS;
}

bool kb_read__is_dateline(const kb_boilerplate* cues, kb_str text, kb_span line)
{
  kb_line_words w;
  bool          all;
  kb_read__line_words(text, line, &w);
  measure(cues, text, line, &w, &all);
  return all && w.n <= KB_DATELINE_WORDS;
}
