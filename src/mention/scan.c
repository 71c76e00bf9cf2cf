/// What is known of each token and word before names are sought.
#include "mention_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

static bool starts_with_article(kb_str s)
{
  return s.n > 6 && kb_str_starts(s, KB_STR(ARTICLE));
}

/** \name Notes */

static unsigned stop_flags(const kb_word* w, const kb_token* t)
{
  switch (w->feats.upos) {
  case KB_PUNCT:
  case KB_SYM:
  case KB_ADP:
  case KB_CCONJ:
  case KB_SCONJ:
  case KB_PART:
  case KB_PRON:
  case KB_DET:
  case KB_INTJ:
  case KB_AUX:
    return KB_W_STOP;
  default:
    return w->clitic || (t->kind >= KB_TOKEN_PUNCT) ? KB_W_STOP : 0;
  }
}

/// One reading of a word adds what it says.
static void note_reading(kb_note* note, const kb_lexeme* x, kb_feats feats)
{
  switch (x->kind) {
  case KB_LEX_NAME:
    note->flags |= x->name == KB_NAME_GIVEN || x->name == KB_NAME_BOTH ? KB_W_GIVEN : 0;
    note->flags |= x->name == KB_NAME_FAMILY || x->name == KB_NAME_BOTH ? KB_W_FAMILY : 0;
    note->flags |= x->common ? KB_W_COMMON : 0;
    break;
  case KB_LEX_GAZ:
    note->flags |= x->feats.human ? KB_W_FAMILY : 0;
    break;
  case KB_LEX_ADJECTIVE:
    note->flags |= KB_W_ADJECTIVE;
    if (x->gaz != KB_NONE) {
      note->nation = note->nation == KB_NONE ? x->gaz : note->nation;
      note->flags |= feats.number == KB_PLUR ? KB_W_PLURAL : 0;
    } else {
      note->flags |= KB_W_COMMON;
    }
    break;
  case KB_LEX_NOUN:
    note->flags |= KB_W_NOUN | KB_W_COMMON;
    note->noun_class = note->noun_class ? note->noun_class : x->noun_class;
    break;
  default:
    note->flags |= KB_W_COMMON;
  }
}

size_t kb_mention__readings(const kb_scan* s, uint32_t w, kb_reading* out, size_t cap)
{
  const kb_word* x    = &s->doc->words.v[w];
  const size_t   skip = starts_with_article(x->form) ? sizeof ARTICLE - 1 : 0;
  char           bare[KB_KEY_MAX];
  const size_t   n     = kb_text_bare(kb_str_from(x->form, skip), bare);
  const size_t   found = kb_lexicon_find(s->lex, (kb_str){bare, n}, kb_str_from(x->key, skip), out, cap);
  size_t         kept  = 0;
  for (size_t i = 0; i < found; ++i) {
    if (kb_lexicon_lexeme(s->lex, out[i].lexeme)->freq > 0) { // a verb of old poems makes no name an ordinary word
      out[kept++] = out[i];
    }
  }
  return kept;
}

static void note_readings(kb_scan* s, kb_note* note, uint32_t w)
{
  const kb_word* word    = &s->doc->words.v[w];
  const bool     guessed = word->feats.guessed;
  const size_t   skip    = starts_with_article(word->form) ? sizeof ARTICLE - 1 : 0;
  if (!guessed && word->lexeme != KB_NONE && word->feats.upos != KB_ADJ &&
      !kb_lexicon_may_name(s->lex, kb_str_from(word->key, skip))) {
    note_reading(note, kb_lexicon_lexeme(s->lex, word->lexeme), word->feats); // no other reading matters here
    return;
  }
  kb_reading   readings[32];
  const size_t n         = kb_mention__readings(s, w, readings, 32);
  bool         adjective = false;
  for (size_t i = 0; i < n; ++i) {
    const kb_lexeme* x = kb_lexicon_lexeme(s->lex, readings[i].lexeme);
    note_reading(note, x, readings[i].feats);
    if (x->kind == KB_LEX_NUMBER && x->value >= 0 && note->number == KB_NONE) {
      note->number = readings[i].lexeme;
    }
    adjective |= x->kind == KB_LEX_ADJECTIVE && x->gaz == KB_NONE && readings[i].layer <= KB_LAYER_ALEF;
    if (x->kind == KB_LEX_PARTICLE && readings[i].layer <= KB_LAYER_MARKS && guessed) {
      note->flags |= KB_W_STOP;
    }
  }
  note->demonym_sure = note->nation != KB_NONE && !adjective;
  note->flags |= n && !guessed ? 0 : KB_W_UNKNOWN;
}

static bool is_content_word(const kb_word* w, const kb_token* t, const kb_note* note)
{
  return t->kind == KB_TOKEN_WORD && !w->clitic && (!(note->flags & KB_W_STOP) || w->feats.upos == KB_NUM);
}

static void note_word(kb_scan* s, uint32_t i)
{
  const kb_word*  w    = &s->doc->words.v[i];
  const kb_token* t    = &s->doc->tokens.v[w->token];
  kb_note*        note = &s->notes[i];
  *note                = (kb_note){.nation = KB_NONE, .first_hit = KB_NONE, .number = KB_NONE};
  note->flags          = (uint16_t)stop_flags(w, t);
  note->flags |= t->kind == KB_TOKEN_LATIN ? KB_W_LATIN : 0;
  note->flags |= t->kind == KB_TOKEN_NUMBER || w->feats.upos == KB_NUM ? KB_W_NUMBER : 0;
  note->flags |= w->feats.number == KB_PLUR ? KB_W_PLURAL : 0;
  if (is_content_word(w, t, note)) {
    note->flags |= starts_with_article(w->form) ? KB_W_DEFINITE : 0;
    note->flags |= w->feats.upos == KB_VERB ? KB_W_VERB : 0;
    if (w->feats.upos != KB_VERB || w->feats.guessed) {
      note_readings(s, note, i);
    }
    if (w->lexeme != KB_NONE) {
      const kb_lexeme* x = kb_lexicon_lexeme(s->lex, w->lexeme);
      note->noun_class   = x->kind == KB_LEX_NOUN && x->noun_class ? x->noun_class : note->noun_class;
    }
  }
  if (i && s->doc->words.v[i - 1].token + 1 == w->token && s->doc->tokens.v[w->token - 1].kind == KB_TOKEN_OPEN) {
    note->flags |= KB_W_QUOTED;
  }
}

/// The folded characters of a token: those of its word, where it has only one that was looked up.
static kb_str key_of_token(const kb_scan* s, const kb_token* t)
{
  const kb_word* w = t->n_words == 1 ? &s->doc->words.v[t->first_word] : NULL;
  if (w && (w->lexeme != KB_NONE || w->feats.guessed)) {
    return w->key;
  }
  char         key[KB_KEY_MAX];
  const size_t n = kb_text_fold(kb_doc_cut(s->doc, t->span), key);
  return kb_arena_copy(s->arena, (kb_str){key, n});
}

static kb_status fold_tokens(kb_scan* s)
{
  for (uint32_t t = 0; t < s->doc->tokens.n; ++t) {
    s->keys[t] = key_of_token(s, &s->doc->tokens.v[t]);
    if (!s->keys[t].p) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}

kb_status kb_mention__scan_init(kb_scan* s, kb_doc* doc, const kb_lexicon* lex)
{
  *s       = (kb_scan){.doc = doc, .lex = lex, .arena = doc->arena};
  s->keys  = kb_arena_array(s->arena, doc->tokens.n, sizeof *s->keys);
  s->notes = kb_arena_array(s->arena, doc->words.n, sizeof *s->notes);
  if (!s->keys || !s->notes || fold_tokens(s) != KB_OK) {
    return KB_E_NOMEM;
  }
  for (uint32_t w = 0; w < doc->words.n; ++w) {
    note_word(s, w);
  }
  return KB_OK;
}

/** \name Questions */

bool kb_mention__is_clitic(const kb_scan* s, uint32_t w)
{
  return s->doc->words.v[w].clitic != KB_CLITIC_NONE;
}

bool kb_mention__is_cue(const kb_scan* s, uint32_t w, kb_cue_class class)
{
  return w < s->end && kb_lexicon_cue_of(s->lex, s->doc->words.v[w].key, class) != NULL;
}

bool kb_mention__is_mark(const kb_scan* s, uint32_t w, const char* marks)
{
  return w < s->end && kb_text_is_one_of(kb_doc_cut(s->doc, s->doc->words.v[w].span), marks);
}

bool kb_mention__speaks(const kb_scan* s, uint32_t w)
{
  if (w >= s->end) {
    return false;
  }
  const kb_word* word = &s->doc->words.v[w];
  if (word->lexeme == KB_NONE || !is_content_word(word, &s->doc->tokens.v[word->token], &s->notes[w])) {
    return false;
  }
  const kb_lexeme* x = kb_lexicon_lexeme(s->lex, word->lexeme);
  for (uint32_t f = x->frame; f != KB_NONE; f = kb_lexicon_frame(s->lex, f)->next) {
    const kb_frame* frame = kb_lexicon_frame(s->lex, f);
    if (frame->speech != KB_SPEECH_NONE && !kb_frame_is_thought(frame)) {
      return true;
    }
  }
  return false;
}

uint32_t kb_mention__next_token(const kb_scan* s, uint32_t w)
{
  const kb_token* t = &s->doc->tokens.v[s->doc->words.v[w].token];
  const uint32_t  n = t->first_word + t->n_words;
  return n < s->end ? n : s->end;
}

uint32_t kb_mention__stem(const kb_scan* s, uint32_t w)
{
  while (w < s->end && s->doc->words.v[w].clitic == KB_PROCLITIC) {
    ++w;
  }
  return w;
}

kb_span kb_mention__span(const kb_scan* s, uint32_t first, uint32_t last)
{
  return kb_doc_words_span(s->doc, first, last);
}

const kb_hit* kb_mention__find_hit(const kb_scan* s, uint32_t w, kb_phrase_kind kind)
{
  const kb_hit* best = NULL;
  for (uint32_t h = s->notes[w].first_hit; h != KB_NONE; h = s->hits.v[h].next) {
    const kb_hit* hit = &s->hits.v[h];
    if (hit->kind == kind && (!best || hit->last > best->last)) {
      best = hit;
    }
  }
  return best;
}

const kb_hit* kb_mention__find_cue(const kb_scan* s, uint32_t w, kb_cue_class class)
{
  const kb_hit* best = NULL;
  for (uint32_t h = s->notes[w].first_hit; h != KB_NONE; h = s->hits.v[h].next) {
    const kb_hit* hit = &s->hits.v[h];
    if (hit->kind == KB_PHRASE_CUE && kb_lexicon_cue(s->lex, hit->id)->class == class &&
        (!best || hit->last > best->last)) {
      best = hit;
    }
  }
  return best;
}

int kb_mention__value(const kb_scan* s, const kb_hit* cue)
{
  return kb_lexicon_cue(s->lex, cue->id)->value;
}

bool kb_mention__has_pronoun(const kb_scan* s, uint32_t w)
{
  const kb_token* t    = &s->doc->tokens.v[s->doc->words.v[w].token];
  const uint32_t  last = t->first_word + t->n_words - 1u;
  return last < s->end && s->doc->words.v[last].clitic == KB_ENCLITIC;
}

/// Does the text begin with ا، و or ي?
static bool is_long_vowel(kb_str s)
{
  return kb_str_starts(s, KB_STR("ا")) || kb_str_starts(s, KB_STR("و")) || kb_str_starts(s, KB_STR("ي"));
}

bool kb_mention__looks_foreign(const kb_scan* s, uint32_t w)
{
  const kb_str key    = s->doc->words.v[w].key;
  unsigned     vowels = 0;
  for (size_t i = 0; i < key.n; i += 2) {
    vowels += is_long_vowel(kb_str_from(key, i));
  }
  return !kb_mention__has(s, w, KB_W_DEFINITE) && !kb_str_ends(s->doc->words.v[w].form, KB_STR("ة")) &&
         (vowels >= 2 || key.n >= 12) && key.n >= 6;
}

bool kb_mention__is_joined_name(const kb_scan* s, uint32_t w)
{
  const kb_word* x = &s->doc->words.v[w];
  if (w == s->first || !kb_mention__has(s, w, KB_W_UNKNOWN) || kb_mention__has(s, w, KB_W_GIVEN | KB_W_FAMILY) ||
      x->feats.upos != KB_PROPN || x->key.n < 10 || !kb_str_starts(x->key, KB_STR("و")) ||
      is_long_vowel(kb_str_from(x->key, 2))) { // ويزمان begins with W
    return false;
  }
  return kb_mention__next_token(s, w - 1) == w &&
         (s->doc->words.v[w - 1].feats.upos == KB_PROPN || kb_mention__has(s, w - 1, KB_W_UNKNOWN));
}

bool kb_mention__describes_noun(const kb_scan* s, uint32_t w)
{
  enum { LONGEST_RUN = 8 };
  uint32_t before = w;
  do {
    if (before == s->first || w - before > LONGEST_RUN) {
      return false;
    }
    --before;
  } while (kb_mention__has(s, before, KB_W_ADJECTIVE) && kb_mention__word(s, before)->feats.upos == KB_ADJ &&
           !kb_mention__has(s, before, KB_W_STOP));
  if (kb_mention__has(s, before, KB_W_STOP | KB_W_VERB | KB_W_NUMBER)) {
    return false;
  }
  const bool definite = kb_mention__has(s, w, KB_W_DEFINITE);
  return !definite || kb_mention__has(s, before, KB_W_DEFINITE) ||
         kb_mention__word(s, before)->feats.state == KB_CONSTRUCT ||
         kb_mention__has(s, before, KB_W_NOUN | KB_W_UNKNOWN);
}

bool kb_mention__agrees(const kb_scan* s, uint32_t noun, uint32_t adjective)
{
  const kb_feats n = kb_mention__word(s, noun)->feats;
  const kb_feats a = kb_mention__word(s, adjective)->feats;
  return (!n.gender || !a.gender || n.gender == a.gender) && (!n.number || !a.number || n.number == a.number);
}
