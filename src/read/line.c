#include "read_internal.h"

typedef enum kb_char_class {
  KB_CHAR_BREAK,
  KB_CHAR_LETTER,
  KB_CHAR_DIGIT,
  KB_CHAR_COLON,
  KB_CHAR_WITHIN
} kb_char_class;

static kb_char_class class_of(uint32_t c)
{
  if (kb_text_is_letter(c) || (c < 128 && ((c | 32) >= 'a' && (c | 32) <= 'z')) || (c >= 0xC0 && c < 0x250)) {
    return KB_CHAR_LETTER;
  }
  if (kb_text_is_digit(c)) {
    return KB_CHAR_DIGIT;
  }
  if (kb_text_is_mark(c) || kb_text_is_ignorable(c)) {
    return KB_CHAR_WITHIN;
  }
  return c == ':' ? KB_CHAR_COLON : KB_CHAR_BREAK;
}

/// The look-up form of a word; too long ones have none and never match.
static size_t fold(kb_str word, kb_char_class class, char out[KB_KEY_MAX])
{
  if (class == KB_CHAR_COLON) {
    out[0] = ':';
    return 1;
  }
  const size_t n = kb_text_fold(word, out);
  for (size_t i = 0; i < n; ++i) {
    out[i] = out[i] >= 'A' && out[i] <= 'Z' ? (char)(out[i] | 32) : out[i];
  }
  return n;
}

static void add_word(kb_line_words* w, kb_str text, uint32_t start, uint32_t end, kb_char_class class)
{
  char           key[KB_KEY_MAX];
  size_t         n  = fold(kb_span_of(text, (kb_span){start, end}), class, key);
  const uint32_t at = w->at[w->known];
  w->hash           = (w->hash ^ kb_str_hash((kb_str){key, n})) * 0x100000001b3u;
  ++w->n;
  if (class == KB_CHAR_DIGIT) {
    key[0] = '0';
    n      = 1;
  }
  if (w->n == w->known + 1 && w->known < KB_LINE_WORDS && at + n + 1 < sizeof w->key) {
    memcpy(w->key + at, key, n);
    w->key[at + n]     = ' ';
    w->start[w->known] = start;
    w->end[w->known]   = end;
    w->at[++w->known]  = (uint16_t)(at + n + 1);
  }
}

void kb_read__line_words(kb_str text, kb_span line, kb_line_words* w)
{
  w->n = w->known       = 0;
  w->hash               = 0xcbf29ce484222325u;
  w->at[0]              = 0;
  const kb_str  all     = {text.p, line.end};
  kb_char_class current = KB_CHAR_BREAK; // of the word that is open
  uint32_t      start   = line.start;
  for (size_t i = line.start; i < line.end;) {
    const uint32_t before     = (uint32_t)i;
    const kb_char_class class = class_of(kb_text_next(all, &i));
    if (class == current && class != KB_CHAR_COLON) {
      continue;
    }
    if (class == KB_CHAR_WITHIN && current != KB_CHAR_BREAK) {
      continue;
    }
    if (current != KB_CHAR_BREAK) {
      add_word(w, text, start, before, current);
    }
    current = class == KB_CHAR_WITHIN ? KB_CHAR_BREAK : class;
    start   = before;
  }
  if (current != KB_CHAR_BREAK) {
    add_word(w, text, start, line.end, current);
  }
}

kb_str kb_read__line_key(const kb_line_words* words, uint32_t first, uint32_t last)
{
  return first < last ? (kb_str){words->key + words->at[first], (size_t)words->at[last] - words->at[first] - 1}
                      : (kb_str){"", 0};
}
