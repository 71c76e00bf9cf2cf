/// Which quotation marks open, which close, and which belong together.
///
/// News mixes the shapes freely, uses the same mark on both sides and leaves
/// marks unbalanced, so use decides: a mark after a space and before a letter
/// opens, one after a letter and before a space or punctuation closes.
#include "token_internal.h"

static bool is_quote(uint32_t c)
{
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0x2036 || c == 0x2039 ||
         c == 0x203A || c == 0x300A || c == 0x300B;
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

/// -1 closes, +1 opens, 0 either. The paragraph is tokens `first` to `end`.
static int direction(const kb_doc* doc, uint32_t i, uint32_t first, uint32_t end)
{
  const kb_token* t           = &doc->tokens.v[i];
  const bool      space_left  = i == first || t->space_before;
  const bool      space_right = i + 1 == end || t[1].space_before;
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

kb_status kb_token__pair_quotes(kb_doc* doc, uint32_t first, uint32_t end)
{
  KB_ARRAY(uint32_t) open = {0};
  const kb_mark mark = kb_arena_mark(doc->arena);
  kb_status     st   = KB_OK;
  for (uint32_t i = first; i < end && st == KB_OK; ++i) {
    if (doc->tokens.v[i].kind != KB_TOKEN_PUNCT || !is_quote(first_char(doc, i))) {
      continue;
    }
    const int d = direction(doc, i, first, end);
    if (open.n && d <= 0) {
      const uint32_t o      = open.v[--open.n];
      doc->tokens.v[o].kind = KB_TOKEN_OPEN;
      doc->tokens.v[i].kind = KB_TOKEN_CLOSE;
      doc->tokens.v[o].pair = i;
      doc->tokens.v[i].pair = o;
    } else if (d >= 0) {
      uint32_t* o = kb_array_push(doc->arena, &open);
      if (o) {
        *o = i;
      } else {
        st = KB_E_NOMEM;
      }
    }
  }
  kb_arena_rewind(doc->arena, mark);
  return st;
}
