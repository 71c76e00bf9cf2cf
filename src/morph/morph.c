/// The best path through a sentence, and its words.
#include "morph_internal.h"

/// Score of what must not be chosen; low enough, and far enough from the limits of a float.
#define IMPOSSIBLE (-1e30f)

/** \name Choice */

/// What tokens that are no words may be read as.
static const kb_cand plain[] = {
  [KB_TOKEN_WORD]   = {.lexeme = KB_NONE, .feats = {.upos = KB_X}, .first_tag = KB_TAG_OTHER, .last_tag = KB_TAG_OTHER},
  [KB_TOKEN_NUMBER] = {.lexeme = KB_NONE, .feats = {.upos = KB_NUM}, .first_tag = KB_TAG_NUM, .last_tag = KB_TAG_NUM},
  [KB_TOKEN_LATIN]  = {.lexeme = KB_NONE, .feats = {.upos = KB_X}, .first_tag = KB_TAG_OTHER, .last_tag = KB_TAG_OTHER},
  [KB_TOKEN_PUNCT]  = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_PUNCT},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
  [KB_TOKEN_OPEN]   = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_PUNCT},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
  [KB_TOKEN_CLOSE]  = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_PUNCT},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
  [KB_TOKEN_SYMBOL] = {.lexeme    = KB_NONE,
                       .feats     = {.upos = KB_SYM},
                       .first_tag = KB_TAG_PUNCT,
                       .last_tag  = KB_TAG_PUNCT},
};

static bool is_definite(const kb_cand* c)
{
  return c->feats.state == KB_DEF;
}

/// Gender that an adjective sees in a noun: plurals of things count as feminine.
static unsigned seen_gender(kb_feats f)
{
  return f.number == KB_PLUR && !f.human ? KB_FEM : f.gender;
}

/// "هجوم روسيا": an adjective in the accusative does not describe a noun whose accusative would show.
static bool differs_in_case(const kb_cand* noun, const kb_cand* adj)
{
  const kb_feats n = noun->feats;
  const kb_feats a = adj->feats;
  return a.state == KB_INDEF && a.gender == KB_MASC && a.number == KB_SING && kb_str_ends(adj->form, KB_STR("يا")) &&
         n.gender == KB_MASC && n.number == KB_SING && !kb_str_ends(noun->form, KB_STR("ا")) &&
         !kb_str_ends(noun->form, KB_STR("ى")) && !kb_str_ends(noun->form, KB_STR("ء"));
}

/// Feature of an adjective after a noun, KB_FEATURES for none.
static unsigned agreement(const kb_cand* noun, const kb_cand* adj)
{
  if (adj->feats.upos != KB_ADJ || noun->feats.upos != KB_NOUN || adj->pro[0] || adj->feats.elative ||
      !adj->feats.gender) {
    return KB_FEATURES;
  }
  const unsigned gender = seen_gender(noun->feats);
  const bool     agrees = !gender || gender == adj->feats.gender;
  if (differs_in_case(noun, adj)) {
    return KB_W_DISAGREES;
  }
  const bool same = is_definite(noun) == is_definite(adj) || noun->enclitic;
  return agrees && same ? KB_W_AGREES : !agrees && !is_definite(adj) ? KB_W_DISAGREES : KB_FEATURES;
}

/// Feature of a verb after أنه, KB_FEATURES for none: لكنه توجه is no feminine.
static unsigned topic_agreement(const kb_cand* topic, const kb_cand* verb)
{
  const kb_feats f = verb->feats;
  const bool     differs =
    topic->topic_gender && f.upos == KB_VERB && f.person == 3 && f.gender && f.gender != topic->topic_gender;
  return differs && !verb->pro[0] ? (unsigned)KB_W_VERB_DISAGREES : (unsigned)KB_FEATURES;
}

float kb_morph__pair(const kb_scores* s, const kb_cand* a, const kb_cand* b, uint16_t* out, uint32_t* n)
{
  const unsigned pair  = kb_morph__pair_feature(a->last_tag, b->first_tag);
  const unsigned agree = a->last_tag == KB_TAG_TOPIC ? topic_agreement(a, b) : agreement(a, b);
  if (out) {
    out[(*n)++] = (uint16_t)pair;
    if (agree < KB_FEATURES) {
      out[(*n)++] = (uint16_t)agree;
    }
  }
  return s->w[pair] + (agree < KB_FEATURES ? s->w[agree] : 0);
}

bool kb_morph__verb_seen(const kb_cand* c, bool before)
{
  switch (c->last_tag) {
  case KB_TAG_PERFECT:
  case KB_TAG_PERFECT_PRON:
  case KB_TAG_IMPERFECT:
  case KB_TAG_JUSSIVE:
  case KB_TAG_IMPERATIVE:
    return true;
  case KB_TAG_THAT:
  case KB_TAG_TOPIC:
  case KB_TAG_SUBORD:
  case KB_TAG_PURPOSE:
  case KB_TAG_REL:
  case KB_TAG_CONJ:
  case KB_TAG_PUNCT:
    return false;
  default:
    return before && c->first_tag != KB_TAG_CONJ;
  }
}

unsigned kb_morph__second_verb(const kb_cand* c, bool before)
{
  if (!before || c->first_tag == KB_TAG_CONJ || c->first_tag == KB_TAG_PURPOSE) {
    return KB_FEATURES;
  }
  return c->last_tag == KB_TAG_PERFECT     ? (unsigned)KB_W_SECOND_PERFECT
         : c->last_tag == KB_TAG_IMPERFECT ? (unsigned)KB_W_SECOND_IMPERFECT
                                           : (unsigned)KB_FEATURES;
}

static void step(const kb_scores* s, const kb_column* before, kb_column* now)
{
  for (uint32_t j = 0; j < now->n; ++j) {
    const kb_cand* c       = &now->v[j];
    const bool     allowed = now->allowed >> j & 1u;
    now->best[0][j] = now->best[1][j] = IMPOSSIBLE;
    now->from[0][j] = now->from[1][j] = 0;
    for (uint32_t i = 0; i < before->n && allowed; ++i) {
      const float pair = kb_morph__pair(s, &before->v[i], c, NULL, NULL) + c->score;
      for (unsigned seen = 0; seen < 2; ++seen) {
        const unsigned second = kb_morph__second_verb(c, seen);
        const float    v      = before->best[seen][i] + pair + (second < KB_FEATURES ? s->w[second] : 0);
        const bool     after  = kb_morph__verb_seen(c, seen);
        if (v > now->best[after][j]) {
          now->best[after][j] = v;
          now->from[after][j] = (uint8_t)(i * 2 + seen);
        }
      }
    }
  }
}

static const kb_cand start = {.lexeme = KB_NONE, .first_tag = KB_TAG_START, .last_tag = KB_TAG_START};

const kb_cand* kb_morph__start(void)
{
  return &start;
}

void kb_morph__best_path(const kb_scores* s, kb_column* columns, uint32_t n, uint8_t* chosen)
{
  const kb_column first = {.v = &start, .n = 1, .allowed = 1, .best = {{0}, {IMPOSSIBLE}}};
  for (uint32_t t = 0; t < n; ++t) {
    step(s, t ? &columns[t - 1] : &first, &columns[t]);
  }
  uint8_t best = 0;
  bool    seen = false;
  for (uint32_t j = 0; n && j < columns[n - 1].n * 2; ++j) {
    if (columns[n - 1].best[j & 1][j / 2] > columns[n - 1].best[seen][best]) {
      best = (uint8_t)(j / 2);
      seen = j & 1;
    }
  }
  for (uint32_t t = n; t-- > 0;) {
    const uint8_t from = columns[t].from[seen][best];
    chosen[t]          = best;
    best               = from / 2;
    seen               = from & 1;
  }
}

/** \name Words */

/// Byte after the first `letters` letters of a token, marks skipped.
static uint32_t after_letters(const kb_doc* doc, kb_span span, size_t letters)
{
  const kb_str s = {doc->text.p, span.end};
  size_t       i = span.start;
  while (letters > 0 && i < s.n) {
    const uint32_t c = kb_text_next(s, &i);
    letters -= !kb_text_is_mark(c) && !kb_text_is_ignorable(c);
  }
  size_t next = i;
  while (next < s.n) { // marks belong to the letter before them
    const uint32_t c = kb_text_next(s, &next);
    if (!kb_text_is_mark(c) && !kb_text_is_ignorable(c)) {
      break;
    }
    i = next;
  }
  return (uint32_t)i;
}

static size_t letters_of(kb_str s)
{
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    const uint32_t c = kb_text_next(s, &i);
    n += !kb_text_is_mark(c) && !kb_text_is_ignorable(c);
  }
  return n;
}

static kb_word* push_word(kb_doc* doc, uint32_t token, kb_span span, kb_feats feats)
{
  kb_word* w = kb_array_push(doc->arena, &doc->words);
  if (w) {
    *w       = (kb_word){.span   = span,
                         .form   = kb_doc_cut(doc, span),
                         .lexeme = KB_NONE,
                         .token  = token,
                         .feats  = feats,
                         .head   = KB_NONE,
                         .clause = KB_NONE};
    w->key   = w->form;
    w->lemma = w->form;
    w->first = w->last = doc->words.n - 1;
  }
  return w;
}

static const char* clitic_form(uint8_t letter)
{
  switch (letter) {
  case 'w':
    return "و";
  case 'f':
    return "ف";
  case 'b':
    return "ب";
  case 'l':
    return "ل";
  case 'k':
    return "ك";
  default:
    return "س";
  }
}

static void proclitic_feats(const kb_morph_cache* cache, uint8_t letter, bool verb, kb_word* w)
{
  w->clitic     = KB_PROCLITIC;
  w->form       = kb_str_of(clitic_form(letter));
  w->key        = w->form;
  w->lemma      = w->form;
  w->score      = 100;
  w->feats.upos = letter == 'w' || letter == 'f' ? KB_CCONJ : letter == 's' ? KB_PART : verb ? KB_SCONJ : KB_ADP;
  w->lexeme     = letter == 'w'   ? cache->particle_wa
                  : letter == 'f' ? cache->particle_fa
                  : letter == 'b' ? cache->particle_bi
                  : letter == 'l' ? cache->particle_li
                  : letter == 'k' ? cache->particle_ka
                                  : cache->particle_sa;
}

/// Person, gender and number of an attached pronoun.
static kb_feats pronoun_feats(kb_str p)
{
  static const struct {
    const char* form;
    uint8_t     person, gender, number;
  } table[] = {
    {"ه", 3, KB_MASC, KB_SING}, {"ها", 3, KB_FEM, KB_SING},  {"هم", 3, KB_MASC, KB_PLUR}, {"هن", 3, KB_FEM, KB_PLUR},
    {"هما", 3, 0, KB_DUAL},     {"ي", 1, 0, KB_SING},        {"ني", 1, 0, KB_SING},       {"نا", 1, 0, KB_PLUR},
    {"ك", 2, 0, KB_SING},       {"كم", 2, KB_MASC, KB_PLUR}, {"كما", 2, 0, KB_DUAL},      {"كن", 2, KB_FEM, KB_PLUR},
  };
  kb_feats f = {.upos = KB_PRON};
  for (size_t i = 0; i < sizeof table / sizeof *table; ++i) {
    if (kb_str_eq(p, kb_str_of(table[i].form))) {
      f.person = table[i].person & 3u;
      f.gender = table[i].gender & 3u;
      f.number = table[i].number & 3u;
    }
  }
  return f;
}

static uint8_t confidence(const kb_cand* c)
{
  const int layers = c->layer * 5;
  return (uint8_t)(c->feats.guessed ? 50 : 95 - layers);
}

static kb_status add_enclitic(kb_doc* doc, uint32_t token, uint32_t from)
{
  const kb_span span = {from, doc->tokens.v[token].span.end};
  kb_word*      w    = push_word(doc, token, span, (kb_feats){.upos = KB_PRON});
  char          bare[KB_KEY_MAX];
  if (!w) {
    return KB_E_NOMEM;
  }
  const kb_str copy = kb_arena_copy(doc->arena, (kb_str){bare, kb_text_bare(w->form, bare)});
  if (!copy.p) {
    return KB_E_NOMEM;
  }
  w->form = w->key = w->lemma = copy;
  w->feats                    = pronoun_feats(copy);
  w->lemma                    = w->feats.person == 3 ? KB_STR("هو") : copy;
  w->clitic                   = KB_ENCLITIC;
  w->score                    = 100;
  return KB_OK;
}

/// Cut a token as the chosen candidate says.
static kb_status add_words(kb_doc* doc, const kb_morph_cache* cache, uint32_t token, const kb_cand* c)
{
  kb_token*     t    = &doc->tokens.v[token];
  const kb_span span = t->span;
  uint32_t      at   = span.start;
  size_t        k    = 0;
  t->first_word      = doc->words.n;
  for (; k < KB_PRO_MAX && c->pro[k]; ++k) {
    const uint32_t end = after_letters(doc, span, k + 1);
    kb_word*       w   = push_word(doc, token, (kb_span){at, end}, (kb_feats){0});
    if (!w) {
      return KB_E_NOMEM;
    }
    proclitic_feats(cache, c->pro[k], c->feats.upos == KB_VERB, w);
    at = end;
  }
  uint32_t end = span.end;
  if (c->enclitic) {
    const size_t total = letters_of(kb_doc_cut(doc, span));
    end                = after_letters(doc, span, total - c->enclitic / 2u);
  }
  kb_word* w = push_word(doc, token, (kb_span){at, end}, c->feats);
  if (!w) {
    return KB_E_NOMEM;
  }
  if (c->form.p) {
    w->form  = c->form;
    w->key   = c->key;
    w->lemma = c->lemma;
  }
  w->lexeme = c->lexeme;
  w->layer  = c->layer;
  w->score  = confidence(c);
  if (c->enclitic && add_enclitic(doc, token, end) != KB_OK) {
    return KB_E_NOMEM;
  }
  doc->tokens.v[token].n_words = (uint8_t)(doc->words.n - doc->tokens.v[token].first_word);
  return KB_OK;
}

/** \name Run */

kb_status kb_morph__fill(const kb_doc* doc, kb_morph_cache* cache, const kb_sentence* s, kb_column* columns)
{
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    const kb_token* t = &doc->tokens.v[s->first_token + i];
    columns[i].v      = &plain[t->kind];
    columns[i].n      = 1;
    if (t->kind == KB_TOKEN_WORD) {
      const kb_cands* list = kb_morph__readings(cache, kb_doc_cut(doc, t->span));
      if (!list) {
        return KB_E_NOMEM;
      }
      columns[i].v = list->v;
      columns[i].n = list->n;
    }
    columns[i].allowed = ~0u;
  }
  return KB_OK;
}

/// بين, the preposition before which أن is unheard of.
static bool is_between(const kb_lexicon* lex, const kb_cand* c)
{
  return c->lexeme != KB_NONE && kb_str_eq(kb_lexicon_lexeme(lex, c->lexeme)->lemma, KB_STR("بين"));
}

/// Does أن or إن come soon after token `t`, with nothing between but a name or title?
static bool that_follows(const kb_lexicon* lex, const kb_column* columns, const uint8_t* chosen, uint32_t t, uint32_t n)
{
  enum { FAR = 8 };
  for (uint32_t i = t + 1; i < n && i <= t + FAR; ++i) {
    const kb_cand* c = &columns[i].v[chosen[i]];
    if (c->first_tag == KB_TAG_THAT) {
      return i > t + 1 || is_between(lex, &columns[t].v[chosen[t]]);
    }
    if (c->first_tag == KB_TAG_CONJ || c->feats.upos == KB_VERB || c->feats.upos == KB_PUNCT) {
      return false;
    }
  }
  return false;
}

/// "وبين كارتر أن": the preposition is a verb where a clause begins with it and
/// a name and أن follow.
static void second_look(const kb_lexicon* lex, const kb_column* columns, uint8_t* chosen, uint32_t n)
{
  for (uint32_t t = 0; t < n; ++t) {
    const kb_cand* c      = &columns[t].v[chosen[t]];
    const bool     starts = t == 0 || c->pro[0] == 'w' || columns[t - 1].v[chosen[t - 1]].feats.upos == KB_PUNCT;
    if (c->feats.upos != KB_ADP || c->enclitic || !starts || !that_follows(lex, columns, chosen, t, n)) {
      continue;
    }
    for (uint32_t k = 0; k < columns[t].n; ++k) {
      const kb_cand* other = &columns[t].v[k];
      if (other->last_tag == KB_TAG_PERFECT && !other->enclitic && memcmp(other->pro, c->pro, sizeof c->pro) == 0 &&
          other->feats.person == 3 && other->feats.voice == KB_ACTIVE) {
        chosen[t] = (uint8_t)k;
        break;
      }
    }
  }
}

static kb_status run_sentence(kb_doc* doc, kb_morph_cache* cache, kb_sentence* s)
{
  kb_column* columns = kb_arena_array(doc->arena, s->n_tokens, sizeof *columns);
  uint8_t*   chosen  = kb_arena_alloc(doc->arena, s->n_tokens);
  kb_status  st      = columns && chosen ? kb_morph__fill(doc, cache, s, columns) : KB_E_NOMEM;
  s->first_word      = doc->words.n;
  if (st == KB_OK) {
    kb_morph__best_path(&cache->scores, columns, s->n_tokens, chosen);
    second_look(cache->lex, columns, chosen, s->n_tokens);
  }
  for (uint32_t i = 0; i < s->n_tokens && st == KB_OK; ++i) {
    st = add_words(doc, cache, s->first_token + i, &columns[i].v[chosen[i]]);
  }
  s->n_words = doc->words.n - s->first_word;
  return st;
}

kb_status kb_morph_run(kb_doc* doc, kb_morph_cache* cache, kb_error* err)
{
  kb_morph__trim(cache);
  for (uint32_t i = 0; i < doc->sentences.n; ++i) {
    if (run_sentence(doc, cache, &doc->sentences.v[i]) != KB_OK) {
      return kb_error_nomem(err);
    }
  }
  return KB_OK;
}
