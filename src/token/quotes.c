/// Which quotation marks open, which close, and which belong together.
///
/// News mixes the shapes freely, uses the same mark on both sides and leaves
/// marks unbalanced, so use decides: a mark after a space and before a letter
/// opens, one after a letter and before a space or punctuation closes.
#include "token_internal.h"

/// Marks that belong together by shape.
typedef enum family { FAMILY_NONE, FAMILY_DOUBLE, FAMILY_SINGLE, FAMILY_ANGLE, FAMILY_CURLY, FAMILY_COUNT } family;

static family family_of(uint32_t c)
{
  switch (c) {
  case '"':
  case 0x2033:
  case 0x2036:
    return FAMILY_DOUBLE;
  case '\'':
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
    return FAMILY_SINGLE;
  case 0xAB:
  case 0xBB:
  case 0x2039:
  case 0x203A:
  case 0x300A:
  case 0x300B:
    return FAMILY_ANGLE;
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
    return FAMILY_CURLY;
  default:
    return FAMILY_NONE;
  }
}

static uint32_t first_char(const kb_doc* doc, uint32_t token)
{
  size_t i = doc->tokens.v[token].span.start;
  return kb_text_next(doc->text, &i);
}

static bool is_word(const kb_token* t)
{
  return t->kind == KB_TOKEN_WORD || t->kind == KB_TOKEN_NUMBER || t->kind == KB_TOKEN_LATIN;
}

static bool ends_sentence(uint32_t c)
{
  return c == '.' || c == ',' || c == '!' || c == ')' || c == 0x60C || c == 0x61B || c == 0x61F;
}

/// -1 closes, +1 opens, 0 either. The paragraph is tokens `first` to `end`.
static int direction(const kb_doc* doc, uint32_t i, uint32_t first, uint32_t end)
{
  const kb_token* t           = &doc->tokens.v[i];
  const bool      space_left  = i == first || t->space_before;
  const bool      space_right = i + 1 == end || t[1].space_before;
  if (space_left && !space_right && ends_sentence(first_char(doc, i + 1))) {
    return -1; // a space before the closing mark: "... يوم ".
  }
  if (space_left != space_right) {
    return space_left ? 1 : -1;
  }
  const uint32_t c = first_char(doc, i);
  if (c == 0xAB || c == 0xBB) {
    return c == 0xAB ? 1 : -1;
  }
  if (space_left) {
    return 0;
  }
  if (!is_word(&t[1])) {
    return -1;
  }
  if (!is_word(&t[-1])) {
    return 1; // after ( or :
  }
  const bool clitic = t[-1].space_before && t[-1].span.end - t[-1].span.start <= 6; // ل"داعش"
  return clitic ? 1 : 0;
}

typedef struct pairing {
  kb_doc* doc;
  KB_ARRAY(uint32_t) open;
  uint32_t count[FAMILY_COUNT]; ///< open marks of each family
} pairing;

static family family_at(const pairing* p, uint32_t token)
{
  return family_of(first_char(p->doc, token));
}

static uint32_t pop(pairing* p)
{
  const uint32_t o = p->open.v[--p->open.n];
  --p->count[family_at(p, o)];
  return o;
}

static void pair(kb_doc* doc, uint32_t open, uint32_t close)
{
  doc->tokens.v[open].kind  = KB_TOKEN_OPEN;
  doc->tokens.v[close].kind = KB_TOKEN_CLOSE;
  doc->tokens.v[open].pair  = close;
  doc->tokens.v[close].pair = open;
}

/// The last open mark of the same shape, else the last one. Marks left open above it stay punctuation.
static void close_with(pairing* p, uint32_t i)
{
  const family f = family_at(p, i);
  uint32_t     o = pop(p);
  while (family_at(p, o) != f && p->count[f]) {
    o = pop(p);
  }
  pair(p->doc, o, i);
}

/// Is token `i`, or the line break before it, the end of a sentence?
static bool is_stop(const kb_doc* doc, uint32_t i)
{
  const kb_token* t    = &doc->tokens.v[i];
  const char      c    = doc->text.p[t->span.start];
  const size_t    from = t[-1].span.end;
  return (t->kind == KB_TOKEN_PUNCT && (c == '.' || c == '!' || kb_str_eq(kb_doc_cut(doc, t->span), KB_STR("؟")))) ||
         memchr(doc->text.p + from, '\n', t->span.start - from) != NULL;
}

/// Longest name between marks, in tokens.
enum { NAME = 3 };

/// "نحارب تنظيم "داعش".: where the last word of a quotation is a name between
/// marks, its closing mark often serves for both; the quotation gets it.
static void share_last_mark(kb_doc* doc, uint32_t open, uint32_t end)
{
  for (uint32_t i = open + 1; i < end && !is_stop(doc, i); ++i) {
    const kb_token* t    = &doc->tokens.v[i];
    const bool      last = i + 1 == end || is_stop(doc, i + 1);
    if (t->kind == KB_TOKEN_CLOSE && last && t->pair > open && i - t->pair <= NAME + 1 &&
        first_char(doc, t->pair) == first_char(doc, open)) {
      doc->tokens.v[t->pair].kind = KB_TOKEN_PUNCT;
      doc->tokens.v[t->pair].pair = KB_NONE;
      pair(doc, open, i);
      return;
    }
  }
}

kb_status kb_token__pair_quotes(kb_doc* doc, uint32_t first, uint32_t end)
{
  pairing       p    = {.doc = doc};
  const kb_mark mark = kb_arena_mark(doc->arena);
  for (uint32_t i = first; i < end; ++i) {
    const family f = doc->tokens.v[i].kind == KB_TOKEN_PUNCT ? family_at(&p, i) : FAMILY_NONE;
    const int    d = f ? direction(doc, i, first, end) : 0;
    if (f && p.open.n && d <= 0) {
      close_with(&p, i);
    } else if (f && d >= 0) {
      uint32_t* o = kb_array_push(doc->arena, &p.open);
      if (!o) {
        return KB_E_NOMEM;
      }
      *o = i;
      ++p.count[f];
    }
  }
  for (uint32_t limit = end; p.open.n;) { // each mark looks no further than the next one left open
    const uint32_t o = pop(&p);
    share_last_mark(doc, o, limit);
    limit = o;
  }
  kb_arena_rewind(doc->arena, mark);
  return KB_OK;
}
