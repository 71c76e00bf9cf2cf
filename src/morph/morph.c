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
  if (adj->pro[0] || adj->feats.elative || !adj->feats.gender) {
    return KB_FEATURES;
  }
  if (noun->feats.upos == KB_ADJ) { // دعم عسكري إضافي
    const bool both = noun->feats.gender == adj->feats.gender && is_definite(noun) == is_definite(adj);
    return both && !noun->feats.elative && !noun->enclitic ? (unsigned)KB_W_AGREES : (unsigned)KB_FEATURES;
  }
  const unsigned gender = kb_feats_agreeing_gender(noun->feats);
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

/// Feature of a verb behind الذي، التي: mostly it says what the antecedent does.
static unsigned relative_agreement(const kb_cand* relative, const kb_cand* verb)
{
  const kb_feats r = relative->feats, v = verb->feats;
  if (v.upos != KB_VERB || verb->pro[0] || verb->enclitic || !r.gender || r.number != KB_SING || !v.gender ||
      v.person != 3 || v.number != KB_SING) {
    return KB_FEATURES;
  }
  return r.gender == v.gender ? (unsigned)KB_W_RELATIVE_AGREES : (unsigned)KB_W_RELATIVE_DISAGREES;
}

/// Feature of a noun right behind a verb: توقف القصف is no feminine.
static unsigned subject_agreement(const kb_cand* verb, const kb_cand* noun)
{
  const kb_feats v = verb->feats, n = noun->feats;
  const unsigned gender = kb_feats_agreeing_gender(n);
  if (noun->pro[0] || n.upos != KB_NOUN || !is_definite(noun) || !gender || !v.gender || v.person != 3 ||
      v.number != KB_SING || v.voice == KB_PASSIVE || (n.number == KB_PLUR && n.human)) {
    return KB_FEATURES;
  }
  return gender == v.gender ? (unsigned)KB_W_SUBJECT_AGREES : (unsigned)KB_W_SUBJECT_DISAGREES;
}

/// Feature of a dual or plural in the nominative behind a noun: قتل مسلحان is no idafa.
static unsigned not_genitive(const kb_cand* noun, const kb_cand* next)
{
  return next->nominative && !next->pro[0] && !noun->enclitic ? (unsigned)KB_W_NOT_GENITIVE : (unsigned)KB_FEATURES;
}

/// Feature by which two neighbours agree or do not, KB_FEATURES for none.
static inline unsigned neighbour_feature(const kb_cand* a, const kb_cand* b)
{
  if (a->last_tag == KB_TAG_TOPIC) {
    return topic_agreement(a, b);
  }
  if (a->last_tag == KB_TAG_REL) {
    return relative_agreement(a, b);
  }
  if (a->feats.upos == KB_VERB) {
    return a->enclitic ? (unsigned)KB_FEATURES : subject_agreement(a, b);
  }
  if (b->feats.upos == KB_ADJ) {
    return a->feats.upos == KB_NOUN || a->feats.upos == KB_ADJ ? agreement(a, b) : (unsigned)KB_FEATURES;
  }
  return a->last_tag == KB_TAG_NOUN || a->last_tag == KB_TAG_PREP ? not_genitive(a, b) : (unsigned)KB_FEATURES;
}

uint32_t kb_morph__pair(const kb_cand* a, const kb_cand* b, uint16_t out[2])
{
  const unsigned agree = neighbour_feature(a, b);
  out[0]               = (uint16_t)kb_morph__pair_feature(a->last_tag, b->first_tag);
  out[1]               = (uint16_t)agree;
  return agree < KB_FEATURES ? 2 : 1;
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

static void reach(kb_column* now, unsigned seen, uint32_t j, float score, unsigned from)
{
  if (score > now->best[seen][j]) {
    now->best[seen][j] = score;
    now->from[seen][j] = (uint8_t)from;
  }
}

/// The best ways to candidate `j`, from every candidate of the token before.
static void step(const kb_scores* s, const kb_column* before, kb_column* now, uint32_t j)
{
  const kb_cand* c        = &now->v[j];
  const unsigned after[2] = {kb_morph__verb_seen(c, false), kb_morph__verb_seen(c, true)};
  const unsigned second   = kb_morph__second_verb(c, true);
  const float    penalty  = second < KB_FEATURES ? s->w[second] : 0;
  for (uint32_t i = 0; i < before->n; ++i) {
    const kb_cand* b     = &before->v[i];
    const unsigned agree = neighbour_feature(b, c);
    const float    near  = agree < KB_FEATURES ? s->w[agree] : 0;
    const float    gain  = s->w[kb_morph__pair_feature(b->last_tag, c->first_tag)] + near + c->score;
    reach(now, after[0], j, before->best[0][i] + gain, i * 2);
    reach(now, after[1], j, before->best[1][i] + gain + penalty, i * 2 + 1);
  }
}

static void advance(const kb_scores* s, const kb_column* before, kb_column* now)
{
  for (uint32_t j = 0; j < now->n; ++j) {
    now->best[0][j] = now->best[1][j] = IMPOSSIBLE;
    now->from[0][j] = now->from[1][j] = 0;
    if (now->allowed >> j & 1u) {
      step(s, before, now, j);
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
    advance(s, t ? &columns[t - 1] : &first, &columns[t]);
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

enum { WORDS_OF_TOKEN = KB_PRO_MAX + 2 };

/// A further word of a token, read as what it looks like. It has its room: run_sentence sees to that.
static kb_word* add_word(kb_doc* doc, uint32_t token, kb_span span)
{
  const uint32_t id   = doc->words.n++;
  const kb_str   form = kb_doc_cut(doc, span);
  kb_word*       w    = &doc->words.v[id];
  *w                  = (kb_word){.span   = span,
                                  .form   = form,
                                  .key    = form,
                                  .lemma  = form,
                                  .lexeme = KB_NONE,
                                  .token  = token,
                                  .head   = KB_NONE,
                                  .first  = id,
                                  .last   = id,
                                  .clause = KB_NONE};
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

static void
add_proclitic(kb_doc* doc, const kb_morph_cache* cache, uint32_t token, kb_span span, uint8_t letter, bool verb)
{
  kb_word* w    = add_word(doc, token, span);
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

static uint8_t confidence(const kb_cand* c)
{
  const int layers = c->layer * 5;
  return (uint8_t)(c->feats.guessed ? 50 : 95 - layers);
}

static void add_stem(kb_doc* doc, uint32_t token, kb_span span, const kb_cand* c)
{
  kb_word* w = add_word(doc, token, span);
  w->feats   = c->feats;
  w->lexeme  = c->lexeme;
  w->layer   = c->layer;
  w->score   = confidence(c);
  if (c->form.p) {
    w->form  = c->form;
    w->key   = c->key;
    w->lemma = c->lemma;
  }
}

static void add_enclitic(kb_doc* doc, uint32_t token, kb_span span, const kb_pronoun* pronoun)
{
  kb_word* w = add_word(doc, token, span);
  w->form    = pronoun->form;
  w->key     = pronoun->form;
  w->lemma   = pronoun->feats.person == 3 ? KB_STR("هو") : pronoun->form;
  w->feats   = pronoun->feats;
  w->clitic  = KB_ENCLITIC;
  w->score   = 100;
}

/// Cut a token as the chosen candidate says.
static void add_words(kb_doc* doc, const kb_morph_cache* cache, uint32_t token, const kb_cand* c)
{
  kb_token*     t    = &doc->tokens.v[token];
  const kb_span span = t->span;
  uint32_t      at   = span.start;
  t->first_word      = doc->words.n;
  for (size_t k = 0; k < KB_PRO_MAX && c->pro[k]; ++k) {
    const uint32_t end = after_letters(doc, span, k + 1);
    add_proclitic(doc, cache, token, (kb_span){at, end}, c->pro[k], c->feats.upos == KB_VERB);
    at = end;
  }
  if (c->enclitic) {
    const kb_pronoun* pronoun = &kb_morph__pronouns[c->enclitic - 1];
    const size_t      letters = letters_of(kb_doc_cut(doc, span)) - pronoun->form.n / 2;
    const uint32_t    end     = after_letters(doc, span, letters);
    add_stem(doc, token, (kb_span){at, end}, c);
    add_enclitic(doc, token, (kb_span){end, span.end}, pronoun);
  } else {
    add_stem(doc, token, (kb_span){at, span.end}, c);
  }
  t->n_words = (uint8_t)(doc->words.n - t->first_word);
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

static kb_status choose(kb_doc* doc, kb_morph_cache* cache, const kb_sentence* s)
{
  kb_column*      columns = kb_arena_array(doc->arena, s->n_tokens, sizeof *columns);
  uint8_t*        chosen  = kb_arena_alloc(doc->arena, s->n_tokens);
  const kb_status st      = columns && chosen ? kb_morph__fill(doc, cache, s, columns) : KB_E_NOMEM;
  if (st != KB_OK) {
    return st;
  }
  kb_morph__best_path(&cache->scores, columns, s->n_tokens, chosen);
  kb_morph__look_again(cache, columns, s->n_tokens, chosen);
  for (uint32_t i = 0; i < s->n_tokens; ++i) {
    add_words(doc, cache, s->first_token + i, &columns[i].v[chosen[i]]);
  }
  return KB_OK;
}

static kb_status run_sentence(kb_doc* doc, kb_morph_cache* cache, kb_sentence* s)
{
  if (s->n_tokens > UINT32_MAX / WORDS_OF_TOKEN ||
      !kb_array_reserve(doc->arena, &doc->words, s->n_tokens * WORDS_OF_TOKEN)) {
    return KB_E_NOMEM;
  }
  const kb_mark scratch = kb_arena_mark(doc->arena); // the words have their room before it
  s->first_word         = doc->words.n;
  const kb_status st    = choose(doc, cache, s);
  s->n_words            = doc->words.n - s->first_word;
  kb_arena_rewind(doc->arena, scratch);
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
