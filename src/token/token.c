#include "token_internal.h"

#include <unicode/uchar.h>

typedef enum char_class {
  CHAR_SPACE,
  CHAR_LETTER,
  CHAR_DIGIT,
  CHAR_FOREIGN,
  CHAR_PUNCT,
  CHAR_SYMBOL,
  CHAR_INVISIBLE
} char_class;

static char_class ascii_class(uint32_t c)
{
  if (c <= ' ') {
    return CHAR_SPACE;
  }
  if (c >= '0' && c <= '9') {
    return CHAR_DIGIT;
  }
  if (((c | 32) >= 'a' && (c | 32) <= 'z') || c == '@' || c == '_') {
    return CHAR_FOREIGN;
  }
  return strchr("$%+=<>^|~`", (int)c) ? CHAR_SYMBOL : CHAR_PUNCT;
}

static char_class class_of(uint32_t c)
{
  if (c < 0x80) {
    return ascii_class(c);
  }
  if (kb_text_is_letter(c) || kb_text_is_mark(c)) {
    return CHAR_LETTER;
  }
  if (kb_text_is_digit(c)) {
    return CHAR_DIGIT;
  }
  if (kb_text_is_space(c)) {
    return CHAR_SPACE;
  }
  if (kb_text_is_ignorable(c)) {
    return CHAR_INVISIBLE;
  }
  if (u_isalpha((UChar32)c) || u_charType((UChar32)c) == U_NON_SPACING_MARK) {
    return CHAR_FOREIGN;
  }
  return u_ispunct((UChar32)c) ? CHAR_PUNCT : CHAR_SYMBOL;
}

/// Lengthens a letter; alone it serves as a dash.
enum { TATWEEL = 0x640 };

/// A character that may stand between the digits of one number.
static bool joins_digits(uint32_t c)
{
  return c == '.' || c == ',' || c == ':' || c == '/' || c == 0x66B || c == 0x66C;
}

/// A character that may stand inside a Latin word or an address.
static bool joins_latin(uint32_t c)
{
  return c < 0x80 ? c && strchr(".-/&':?=%", (int)c) : c == 0x2019;
}

typedef struct scanner {
  kb_str text; ///< to the end of the block
  size_t at;   ///< the next character
} scanner;

static uint32_t peek(const scanner* s, size_t at, size_t* after)
{
  *after = at;
  return at < s->text.n ? kb_text_next(s->text, after) : 0;
}

static bool goes_on(char_class class, uint32_t c)
{
  const char_class k = class_of(c);
  return k == class || (class == CHAR_FOREIGN && k == CHAR_DIGIT);
}

/// Past invisible characters and one joining mark between two characters of
/// the same token: 02<mark>/12. `at` itself where the token ends here.
static size_t over_joint(const scanner* s, size_t at, char_class class, bool (*joins)(uint32_t))
{
  bool joined = false;
  for (size_t i = at, after; i < s->text.n; i = after) {
    const uint32_t c = peek(s, i, &after);
    if (goes_on(class, c)) {
      return i;
    }
    if (joins && !joined && joins(c)) {
      joined = true;
    } else if (class_of(c) != CHAR_INVISIBLE) {
      return at;
    }
  }
  return at;
}

/// Move over characters of one class and the joints between them.
static void run(scanner* s, char_class class, bool (*joins)(uint32_t))
{
  while (s->at < s->text.n) {
    size_t after;
    if (goes_on(class, peek(s, s->at, &after))) {
      s->at = after;
      continue;
    }
    const size_t next = over_joint(s, s->at, class, joins);
    if (next == s->at) {
      return;
    }
    s->at = next;
  }
}

/// A run of full stops is one token, and so are two apostrophes, which stand for a quotation mark; every other
/// mark is one of its own.
static void punctuation(scanner* s, uint32_t first)
{
  size_t after;
  while (first == '.' && peek(s, s->at, &after) == '.') {
    s->at = after;
  }
  if (first == '\'' && peek(s, s->at, &after) == '\'') {
    s->at = after;
  }
}

static kb_token_kind scan(scanner* s, uint32_t c, char_class class)
{
  switch (class) {
  case CHAR_LETTER:
    run(s, CHAR_LETTER, NULL);
    return KB_TOKEN_WORD;
  case CHAR_DIGIT:
    run(s, CHAR_DIGIT, joins_digits);
    return KB_TOKEN_NUMBER;
  case CHAR_FOREIGN:
    run(s, CHAR_FOREIGN, joins_latin);
    return KB_TOKEN_LATIN;
  case CHAR_PUNCT:
    punctuation(s, c);
    return KB_TOKEN_PUNCT;
  default:
    return KB_TOKEN_SYMBOL;
  }
}

static kb_status scan_block(kb_doc* doc, const kb_block* block)
{
  scanner s     = {{doc->text.p, block->span.end}, block->span.start};
  bool    space = true;
  while (s.at < s.text.n) {
    const size_t   start = s.at;
    size_t         after;
    const uint32_t c       = peek(&s, s.at, &after);
    const char_class class = class_of(c);
    s.at                   = after;
    if (class == CHAR_SPACE || class == CHAR_INVISIBLE) {
      space |= class == CHAR_SPACE;
      continue;
    }
    kb_token* t = kb_array_push(doc->arena, &doc->tokens);
    if (!t) {
      return KB_E_NOMEM;
    }
    t->kind = (uint8_t)scan(&s, c, class);
    if (c == TATWEEL && s.at == after) {
      t->kind = KB_TOKEN_PUNCT; // a dash
    }
    t->span         = (kb_span){(uint32_t)start, (uint32_t)s.at};
    t->space_before = space;
    t->pair         = KB_NONE;
    space           = false;
  }
  return KB_OK;
}

kb_status kb_token_run(kb_doc* doc, kb_error* err)
{
  for (uint32_t b = 0; b < doc->blocks.n; ++b) {
    const uint32_t first = doc->tokens.n;
    if (scan_block(doc, &doc->blocks.v[b]) != KB_OK || kb_token__pair_quotes(doc, first, doc->tokens.n) != KB_OK ||
        kb_token__sentences(doc, b, first) != KB_OK) {
      return kb_error_nomem(err);
    }
  }
  return KB_OK;
}
