/// Where sentences end.
#include "token_internal.h"

/// Letters of which spoken abbreviations consist (بي، سي، إن), in bytes.
enum { SHORT = 4 };

static bool is_stop(const kb_doc* doc, const kb_token* t)
{
  if (t->kind != KB_TOKEN_PUNCT) {
    return false;
  }
  const kb_str s = kb_doc_cut(doc, t->span);
  return s.p[0] == '.' || s.p[0] == '!' || s.p[0] == '?' || kb_str_eq(s, KB_STR("؟")) || kb_str_eq(s, KB_STR("…"));
}

/// "د. محمد", "(ت.غ)": one letter before the stop.
static bool is_abbreviation(const kb_doc* doc, uint32_t i, uint32_t first)
{
  const kb_token* t = &doc->tokens.v[i];
  if (i == first || t->span.end - t->span.start > 1 || t[-1].kind != KB_TOKEN_WORD || t->space_before) {
    return false;
  }
  return t[-1].span.end - t[-1].span.start <= 2;
}

/// A stop without a space behind it: "انتهى .ثم", "انتهى.وقال"; but neither "بي.بي.سي" nor "نعم...لكن".
static bool is_tight_end(const kb_token* t)
{
  const size_t next = t[1].span.end - t[1].span.start;
  if (t[1].kind != KB_TOKEN_WORD || t->kind != KB_TOKEN_PUNCT || t->span.end - t->span.start > 2) {
    return false;
  }
  const bool long_before = t[-1].span.end - t[-1].span.start > SHORT;
  return t->space_before || (t[-1].kind == KB_TOKEN_WORD ? long_before && next > SHORT : next > 2);
}

static bool newline_between(const kb_doc* doc, uint32_t from, uint32_t to)
{
  return from < to && memchr(doc->text.p + from, '\n', to - from) != NULL;
}

/// Does a sentence end after token `i`?
static bool ends_after(const kb_doc* doc, uint32_t i, uint32_t first, uint32_t end)
{
  const kb_token* t = &doc->tokens.v[i];
  if (i + 1 == end || newline_between(doc, t->span.end, t[1].span.start)) {
    return true;
  }
  if (t[1].kind == KB_TOKEN_CLOSE || is_stop(doc, t + 1)) {
    return false; // the mark that closes the quotation belongs to it
  }
  const kb_token* stop = t->kind == KB_TOKEN_CLOSE && i > first ? t - 1 : t;
  if (!is_stop(doc, stop) || is_abbreviation(doc, (uint32_t)(stop - doc->tokens.v), first)) {
    return false;
  }
  const bool ellipsis = i > first && doc->text.p[t[-1].span.start] == '(';
  return !ellipsis && (t[1].space_before || (i > first && is_tight_end(t)));
}

kb_status kb_token__sentences(kb_doc* doc, uint32_t block, uint32_t first)
{
  const uint32_t end   = doc->tokens.n;
  uint32_t       start = first;
  for (uint32_t i = first; i < end; ++i) {
    doc->tokens.v[i].sentence = doc->sentences.n;
    if (!ends_after(doc, i, first, end)) {
      continue;
    }
    kb_sentence* s = kb_array_push(doc->arena, &doc->sentences);
    if (!s) {
      return KB_E_NOMEM;
    }
    *s    = (kb_sentence){.span        = {doc->tokens.v[start].span.start, doc->tokens.v[i].span.end},
                          .block       = block,
                          .first_token = start,
                          .n_tokens    = i + 1 - start};
    start = i + 1;
  }
  return KB_OK;
}
