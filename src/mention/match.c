/// Phrases of the lexicon in the text: names, titles, cues, units.
#include "mention_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

enum { MAX_TOKENS = 12 };

/// A walk through the trie along the tokens of a sentence.
typedef struct walk {
  kb_scan* scan;
  uint32_t first;     ///< word at which the phrase starts
  uint32_t start;     ///< byte at which it starts
  uint32_t token;     ///< last token taken
  uint32_t end_token; ///< after the sentence
  uint32_t open;      ///< token of an opening mark inside, or KB_NONE
  uint32_t node;
  uint8_t  tokens;
  bool     loose;
} walk;

static bool is_joiner(const kb_doc* doc, uint32_t t)
{
  const kb_str s = kb_doc_cut(doc, doc->tokens.v[t].span);
  return doc->tokens.v[t].kind >= KB_TOKEN_PUNCT && s.n == 1 && (s.p[0] == '-' || s.p[0] == '.' || s.p[0] == '/');
}

/// The next token of a name: marks inside and quotation marks are passed over. KB_NONE at its end.
static uint32_t next_token(walk* w)
{
  const kb_doc* doc = w->scan->doc;
  uint32_t      t   = w->token + 1;
  if (t < w->end_token && is_joiner(doc, t) && !doc->tokens.v[t].space_before && t + 1 < w->end_token &&
      !doc->tokens.v[t + 1].space_before) {
    ++t;
  } else if (t < w->end_token && doc->tokens.v[t].kind == KB_TOKEN_OPEN && w->open == KB_NONE) {
    w->open = t++;
  }
  return t < w->end_token && doc->tokens.v[t].kind <= KB_TOKEN_LATIN ? t : KB_NONE;
}

/// Where a phrase ends that stops at the current token: behind the closing mark if it opened one. 0: not here.
static uint32_t end_of(const walk* w)
{
  const kb_token* t = &w->scan->doc->tokens.v[w->token];
  if (w->open == KB_NONE) {
    return t->span.end;
  }
  const uint32_t close = w->scan->doc->tokens.v[w->open].pair;
  if (close != KB_NONE && close == w->token + 1) {
    return t[1].span.end;
  }
  return close != KB_NONE && close <= w->token ? t->span.end : 0;
}

/// Let the note of its first word know of a hit.
static void note_hit(kb_scan* s, uint32_t id)
{
  kb_hit*  hit    = &s->hits.v[id];
  kb_note* note   = &s->notes[hit->first];
  hit->next       = note->first_hit;
  note->first_hit = id;
  note->kinds     = (uint8_t)(note->kinds | 1u << hit->kind);
  if (hit->kind == KB_PHRASE_CUE) {
    const unsigned class = kb_lexicon_cue(s->lex, hit->id)->class;
    note->cues[class / 64] |= UINT64_C(1) << class % 64;
  }
}

static kb_status record(walk* w)
{
  kb_scan*       s   = w->scan;
  const uint32_t end = end_of(w);
  for (uint32_t p = end ? kb_lexicon_ends(s->lex, w->node) : KB_NONE; p != KB_NONE;) {
    const kb_phrase* phrase = kb_lexicon_phrase(s->lex, p);
    kb_hit*          hit    = kb_array_push(s->arena, &s->hits);
    if (!hit) {
      return KB_E_NOMEM;
    }
    const bool      quoted = end > s->doc->tokens.v[w->token].span.end;
    const kb_token* t      = &s->doc->tokens.v[w->token + (quoted ? 1 : 0)];
    *hit                   = (kb_hit){.first  = w->first,
                                      .last   = t->first_word + t->n_words - 1u,
                                      .span   = {w->start, end},
                                      .id     = phrase->id,
                                      .kind   = phrase->kind,
                                      .tokens = w->tokens,
                                      .loose  = w->loose};
    note_hit(s, s->hits.n - 1);
    p = phrase->next;
  }
  return KB_OK;
}

/// Walk on from a first step. `*found` rises with every hit.
static kb_status follow(walk w, bool* found)
{
  const uint32_t before = w.scan->hits.n;
  kb_status      st     = record(&w);
  while (st == KB_OK && w.tokens < MAX_TOKENS) {
    const uint32_t t = next_token(&w);
    w.node           = t == KB_NONE ? KB_NONE : kb_lexicon_step(w.scan->lex, w.node, w.scan->keys[t]);
    if (w.node == KB_NONE) {
      break;
    }
    w.token = t;
    ++w.tokens;
    st = record(&w);
  }
  *found |= w.scan->hits.n > before;
  return st;
}

static kb_status
try_key(kb_scan* s, kb_str key, uint32_t first, uint32_t start, uint32_t end_token, bool loose, bool* found)
{
  walk w = {.scan      = s,
            .first     = first,
            .start     = start,
            .token     = s->doc->words.v[first].token,
            .end_token = end_token,
            .open      = KB_NONE,
            .tokens    = 1,
            .loose     = loose};
  w.node = key.n ? kb_lexicon_step(s->lex, KB_PHRASE_ROOT, key) : KB_NONE;
  return w.node == KB_NONE ? KB_OK : follow(w, found);
}

/// The same word with the article or without it.
static kb_status try_article(kb_scan* s, kb_str key, uint32_t first, uint32_t start, uint32_t end_token, bool* found)
{
  char         other[KB_KEY_MAX + 4];
  const size_t n = sizeof ARTICLE - 1;
  if (kb_str_starts(key, KB_STR(ARTICLE))) {
    return key.n >= n + 6 ? try_key(s, kb_str_from(key, n), first, start, end_token, true, found) : KB_OK;
  }
  if (key.n < 6 || key.n + n > KB_KEY_MAX) {
    return KB_OK;
  }
  memcpy(other, ARTICLE, n);
  memcpy(other + n, key.p, key.n);
  return try_key(s, (kb_str){other, key.n + n}, first, start, end_token, true, found);
}

/// Letters that may be proclitics where morphology kept the word whole.
static kb_status try_cut(kb_scan* s, uint32_t word, kb_str key, uint32_t end_token, bool* found)
{
  static const char* const cuts[] = {"و", "ب", "ل", "ف", "ك", "وب", "ول", NULL};
  const uint32_t           start  = s->doc->words.v[word].span.start;
  for (size_t i = 0; cuts[i] && !*found; ++i) {
    const kb_str cut = kb_str_of(cuts[i]);
    if (kb_str_starts(key, cut) && key.n >= cut.n + 6) {
      const kb_status st = try_key(s, kb_str_from(key, cut.n), word, start + (uint32_t)cut.n, end_token, true, found);
      if (st != KB_OK) {
        return st;
      }
    }
  }
  return KB_OK;
}

static bool is_open_class(const kb_word* w)
{
  return w->feats.guessed || w->feats.upos == KB_PROPN || w->feats.upos == KB_X;
}

static kb_status match_token(kb_scan* s, uint32_t t, uint32_t end_token)
{
  const kb_token* token = &s->doc->tokens.v[t];
  const uint32_t  stem  = kb_mention__stem(s, token->first_word);
  if (stem >= token->first_word + token->n_words) {
    return KB_OK;
  }
  const kb_word* w     = &s->doc->words.v[stem];
  const bool     whole = stem + 1u == token->first_word + token->n_words;
  bool           found = false;
  kb_status      st    = KB_OK;
  if (whole) {
    st = try_key(s, w->key, stem, w->span.start, end_token, false, &found);
  } else { // with an attached pronoun: نظيره
    char         key[KB_KEY_MAX];
    const size_t n = kb_text_fold(kb_doc_cut(s->doc, (kb_span){w->span.start, token->span.end}), key);
    st             = try_key(s, (kb_str){key, n}, stem, w->span.start, end_token, false, &found);
  }
  const bool plain = found;
  for (uint32_t k = stem; st == KB_OK && k-- > token->first_word;) { // a clitic may belong to the name: كندا
    char          key[KB_KEY_MAX];
    const kb_span rest   = {s->doc->words.v[k].span.start, token->span.end};
    const size_t  n      = kb_text_fold(kb_doc_cut(s->doc, rest), key);
    bool          longer = false;
    st                   = try_key(s, (kb_str){key, n}, k, rest.start, end_token, true, &longer);
    found |= longer && !plain;
  }
  if (st == KB_OK && !found && whole && is_open_class(w) && token->kind == KB_TOKEN_WORD) {
    st = try_article(s, w->key, stem, w->span.start, end_token, &found);
    if (st == KB_OK && !found && stem == token->first_word) {
      st = try_cut(s, stem, w->key, end_token, &found);
    }
  }
  return st;
}

kb_status kb_mention__match(kb_scan* s, const kb_sentence* sentence)
{
  const uint32_t end = sentence->first_token + sentence->n_tokens;
  s->first           = sentence->first_word;
  s->end             = sentence->first_word + sentence->n_words;
  kb_status st       = KB_OK;
  for (uint32_t t = sentence->first_token; t < end && st == KB_OK; ++t) {
    const unsigned kind = s->doc->tokens.v[t].kind;
    if ((kind <= KB_TOKEN_LATIN || kind == KB_TOKEN_SYMBOL) && s->doc->tokens.v[t].n_words) {
      st = match_token(s, t, end);
    }
  }
  return st;
}
