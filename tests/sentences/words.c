/// Words compared without regard to spelling, and where they stand in the article.
#include "sentences.h"

static bool is_word_char(uint32_t c)
{
  return kb_text_is_letter(c) || kb_text_is_mark(c) || kb_text_is_digit(c) || kb_text_is_ignorable(c) ||
         (c < 0x80 && ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'))) || (c >= 0xC0 && c < 0x250);
}

void fold_words(kb_str text, kb_buf* out)
{
  kb_buf_byte(out, ' ');
  for (size_t i = 0; i < text.n;) {
    size_t next = i;
    if (!is_word_char(kb_text_next(text, &next))) {
      i = next;
      continue;
    }
    size_t end = next;
    while (next < text.n && is_word_char(kb_text_next(text, &next))) {
      end = next;
    }
    char         key[KB_KEY_MAX];
    const size_t n = kb_text_fold((kb_str){text.p + i, end - i}, key);
    kb_buf_add(out, (kb_str){key, n});
    kb_buf_text(out, n ? " " : "");
    i = end;
  }
  kb_buf_byte(out, '\0');
  --out->n;
}

/// Compare two texts word by word: `whole` the same words, `first` at the beginning, else anywhere.
static bool compare(kb_str text, kb_str part, bool whole, bool first)
{
  kb_buf a = {0}, b = {0};
  fold_words(text, &a);
  fold_words(part, &b);
  bool met = false;
  if (b.n > 1) {
    const char* at = a.p ? strstr(a.p, b.p) : NULL;
    met            = whole ? a.n == b.n && at : at && (!first || at == a.p);
  }
  kb_buf_release(&a);
  kb_buf_release(&b);
  return met;
}

bool has_words(kb_str text, kb_str part)
{
  return compare(text, part, false, false);
}

bool same_words(kb_str a, kb_str b)
{
  return compare(a, b, true, false);
}

/// Without an opening أن, إن, بأن.
static kb_str skip_that(kb_str text)
{
  static const char* const openers[] = {"أن", "إن", "بأن", "ان", "بان"};
  while (text.n) {
    size_t i = 0;
    if (is_word_char(kb_text_next(text, &i))) {
      break;
    }
    text = kb_str_from(text, i);
  }
  for (size_t k = 0; k < sizeof openers / sizeof *openers; ++k) {
    const kb_str o = kb_str_of(openers[k]);
    if (kb_str_starts(text, o) && text.n > o.n && text.p[o.n] == ' ') {
      return kb_str_from(text, o.n);
    }
  }
  return text;
}

bool begins_with(kb_str text, kb_str part)
{
  return compare(skip_that(text), skip_that(part), false, true);
}

/// Folded, without the article.
static kb_str key_of(kb_str word, char out[KB_KEY_MAX])
{
  const kb_str article = KB_STR("ال");
  const kb_str key     = {out, kb_text_fold(word, out)};
  return kb_str_starts(key, article) && key.n > article.n + 2 ? kb_str_from(key, article.n) : key;
}

bool is_word(const kb_doc* doc, uint32_t word, kb_str printed)
{
  if (word == KB_NONE) {
    return false;
  }
  const kb_word*  w       = &doc->words.v[word];
  const kb_token* t       = &doc->tokens.v[w->token];
  const kb_str    forms[] = {w->form, kb_doc_cut(doc, w->span), kb_doc_cut(doc, t->span),
                             kb_doc_cut(doc, (kb_span){w->span.start, t->span.end})};
  char            a[KB_KEY_MAX], b[KB_KEY_MAX];
  const kb_str    wanted = key_of(printed, a);
  for (size_t i = 0; i < sizeof forms / sizeof *forms; ++i) {
    if (wanted.n && kb_str_eq(wanted, key_of(forms[i], b))) {
      return true;
    }
  }
  return false;
}

/** \name Places in the text */

static bool is_quote(uint32_t c)
{
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

/// Fold one character into `out`; blanks, marks and quotation marks give nothing.
static size_t fold_char(kb_str text, size_t* i, char out[KB_KEY_MAX])
{
  const size_t   from = *i;
  const uint32_t c    = kb_text_next(text, i);
  return is_quote(c) ? 0 : kb_text_fold((kb_str){text.p + from, *i - from}, out);
}

static void note_span(view* v, kb_span s)
{
  v->begins[s.start] = true;
  v->ends[s.end]     = true;
}

bool view_init(view* v, const kb_doc* doc, const kb_lexicon* lex)
{
  const size_t n = doc->text.n;
  *v             = (view){.doc = doc, .lexicon = lex};
  v->folded      = kb_arena_alloc(doc->arena, n * 2 + KB_KEY_MAX);
  v->at          = kb_arena_array(doc->arena, n * 2 + KB_KEY_MAX, sizeof *v->at);
  v->begins      = kb_arena_alloc(doc->arena, n + 1);
  v->ends        = kb_arena_alloc(doc->arena, n + 1);
  if (!v->folded || !v->at || !v->begins || !v->ends) {
    return false;
  }
  for (size_t i = 0; i < n && v->n < n * 2;) {
    const uint32_t at = (uint32_t)i;
    for (size_t k = fold_char(doc->text, &i, v->folded + v->n); k; --k) {
      v->at[v->n++] = at;
    }
  }
  v->at[v->n] = (uint32_t)n;
  for (uint32_t t = 0; t < doc->tokens.n; ++t) {
    note_span(v, doc->tokens.v[t].span);
  }
  for (uint32_t w = 0; w < doc->words.n; ++w) {
    note_span(v, doc->words.v[w].span);
  }
  return true;
}

/// The end of the character at `at`, with the marks on it.
static uint32_t end_of(const view* v, uint32_t at)
{
  size_t i = at;
  kb_text_next(v->doc->text, &i);
  while (!v->ends[i] && i < v->doc->text.n) {
    size_t next = i;
    if (!kb_text_is_mark(kb_text_next(v->doc->text, &next))) {
      break;
    }
    i = next;
  }
  return (uint32_t)i;
}

bool find_text(const view* v, kb_str text, size_t* from, kb_span* out)
{
  char   needle[1024];
  size_t n = 0;
  for (size_t i = 0; i < text.n && n + KB_KEY_MAX < sizeof needle;) {
    n += fold_char(text, &i, needle + n);
  }
  for (; n && *from + n <= v->n; ++*from) {
    const size_t   i   = *from;
    const uint32_t end = end_of(v, v->at[i + n - 1]);
    if (memcmp(v->folded + i, needle, n) == 0 && v->begins[v->at[i]] && v->ends[end]) {
      *out = (kb_span){v->at[i], end};
      ++*from;
      return true;
    }
  }
  return false;
}
