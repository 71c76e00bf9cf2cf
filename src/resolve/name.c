/// Names word by word.
#include "resolve_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

/// Write the compounds of a person's name as one word each: عبد الله is عبدالله.
static kb_status join_compounds(const kb_resolver* r, kb_name* name)
{
  unsigned n = 0;
  for (unsigned i = 0; i < name->n; ++i) {
    kb_str word = name->word[i];
    if (i + 1 < name->n && kb_lexicon_is_compound(word, name->word[i + 1])) {
      const kb_str second = name->word[++i];
      char*        text   = kb_arena_alloc(r->doc->arena, word.n + second.n + 1);
      if (!text) {
        return KB_E_NOMEM;
      }
      memcpy(text, word.p, word.n);
      memcpy(text + word.n, second.p, second.n);
      word = (kb_str){text, word.n + second.n};
    }
    name->word[n++] = word;
  }
  name->n = n;
  return KB_OK;
}

kb_status kb_resolve__name_of(const kb_resolver* r, const kb_mention* m, kb_name* out)
{
  const kb_doc* doc   = r->doc;
  *out                = (kb_name){.n = 0};
  const uint32_t last = doc->words.v[m->last].token;
  for (uint32_t t = doc->words.v[m->first].token; t <= last && out->n < KB_NAME_WORDS; ++t) {
    const kb_token* token = &doc->tokens.v[t];
    if (token->kind > KB_TOKEN_LATIN || token->span.end <= m->span.start) {
      continue;
    }
    const kb_word* first = &doc->words.v[m->first];
    if (out->n == 0 && first->span.start == m->span.start && first->key.n) {
      out->word[out->n++] = first->key;
      continue;
    }
    const uint32_t start = token->span.start < m->span.start ? m->span.start : token->span.start;
    char           key[KB_KEY_MAX];
    const size_t   n    = kb_text_fold(kb_doc_cut(doc, (kb_span){start, token->span.end}), key);
    const kb_str   copy = kb_arena_copy(doc->arena, (kb_str){key, n});
    if (!copy.p) {
      return KB_E_NOMEM;
    }
    out->word[out->n++] = copy;
  }
  return m->type == KB_ENT_PERSON && m->kind == KB_MENTION_NAME ? join_compounds(r, out) : KB_OK;
}

kb_str kb_resolve__without_article(kb_str s)
{
  return s.n > 8 && kb_str_starts(s, KB_STR(ARTICLE)) ? kb_str_from(s, 4) : s;
}

bool kb_resolve__same_word(kb_str a, kb_str b)
{
  return kb_str_eq(kb_resolve__without_article(a), kb_resolve__without_article(b));
}

bool kb_resolve__same_name(const kb_name* a, const kb_name* b)
{
  if (a->n != b->n || !a->n) {
    return false;
  }
  for (unsigned i = 0; i < a->n; ++i) {
    if (!kb_resolve__same_word(a->word[i], b->word[i])) {
      return false;
    }
  }
  return true;
}

bool kb_resolve__is_short_for(const kb_name* part, const kb_name* whole)
{
  if (!part->n || part->n >= whole->n || !kb_resolve__same_word(part->word[part->n - 1], whole->word[whole->n - 1])) {
    return false;
  }
  unsigned i = 0;
  for (unsigned k = 0; k < whole->n && i < part->n; ++k) {
    i += kb_resolve__same_word(part->word[i], whole->word[k]);
  }
  return i == part->n;
}
