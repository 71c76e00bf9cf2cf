/// Later, shorter forms of the names that the article gives in full.
#include "mention_internal.h"

/// A word that alone stands for a person named in full.
typedef struct known {
  uint32_t mention; ///< of the full name
  bool     given;   ///< it is the first word: weaker
} known;

typedef struct known_words {
  KB_ARRAY(known) list;
  kb_map by_key; ///< to indices of the list
} known_words;

/// The word without proclitics; a pronoun cut off its end belongs to it.
static kb_str key_of(const kb_scan* s, uint32_t word)
{
  const kb_token* t = &s->doc->tokens.v[s->doc->words.v[word].token];
  if (s->doc->words.v[word].clitic == KB_ENCLITIC ||
      (t->n_words > 1 && kb_mention__is(s, t->first_word + t->n_words - 1u, "ي"))) {
    return s->keys[s->doc->words.v[word].token];
  }
  return s->doc->words.v[word].key;
}

/// Is the word the stem of a token of which the whole stands in the name: ب + يلين?
static bool is_cut(const kb_scan* s, uint32_t word, uint32_t mention)
{
  const kb_token* t = &s->doc->tokens.v[s->doc->words.v[word].token];
  return t->first_word < word && t->first_word > s->doc->mentions.v[mention].first;
}

/// A later name wins over an earlier one, a family name over a given one.
static kb_status remember(kb_scan* s, known_words* words, uint32_t word, uint32_t mention, bool given)
{
  const kb_str key = is_cut(s, word, mention) ? s->keys[s->doc->words.v[word].token] : key_of(s, word);
  if (key.n < 6 || (given && kb_map_get(&words->by_key, key) != KB_NONE)) {
    return KB_OK;
  }
  known* k = kb_array_push(s->arena, &words->list);
  if (!k) {
    return KB_E_NOMEM;
  }
  *k = (known){mention, given};
  return kb_map_put(&words->by_key, key, words->list.n - 1);
}

static kb_status collect(kb_scan* s, known_words* words)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; i < s->doc->mentions.n && st == KB_OK; ++i) {
    const kb_mention* m = &s->doc->mentions.v[i];
    if (m->type == KB_ENT_PERSON && m->kind == KB_MENTION_NAME && m->last > m->first) {
      st = remember(s, words, m->last, i, false);
      st = st == KB_OK ? remember(s, words, m->first, i, true) : st;
    }
  }
  return st;
}

/// May this word be the short form here?
static bool is_plausible(const kb_scan* s, uint32_t w, bool given)
{
  if (kb_mention__has(s, w, KB_W_STOP | KB_W_TAKEN | KB_W_DATE | KB_W_NUMBER)) {
    return false;
  }
  const kb_word* x    = kb_mention__word(s, w);
  const bool     name = x->feats.upos == KB_PROPN || kb_mention__has(s, w, KB_W_UNKNOWN);
  if (given) {
    return name && !kb_mention__has(s, w, KB_W_COMMON);
  }
  if (name) {
    return true;
  }
  const bool spoken = w > s->first && (kb_mention__has(s, w - 1, KB_W_VERB) || kb_mention__speaks(s, w - 1));
  return x->feats.upos != KB_VERB && (kb_mention__has(s, w, KB_W_DEFINITE) || spoken || s->notes[w].after_title);
}

/// "بن عامي" for "شلومو بن عامي": the word before, if it is the same particle as in the full name; else the word
/// itself.
static uint32_t with_particle(const kb_scan* s, uint32_t w, const known* k)
{
  const kb_mention* full = &s->doc->mentions.v[k->mention];
  if (k->given || w == s->first || full->last <= full->first + 1 || !kb_mention__cue(s, w - 1, KB_CUE_FILIATION) ||
      kb_mention__has(s, w - 1, KB_W_TAKEN)) {
    return w;
  }
  return kb_str_eq(kb_mention__word(s, w - 1)->key, kb_mention__word(s, full->last - 1)->key) ? w - 1 : w;
}

/// "وأضاف بيلين": a name of which morphology took the first letter for a preposition, behind a verb of saying or where
/// the rest is no word.
static bool is_cut_name(const kb_scan* s, uint32_t w, const known* k)
{
  const kb_token* t      = &s->doc->tokens.v[s->doc->words.v[w].token];
  const bool      spoken = w > s->first && kb_mention__speaks(s, w - 1) && kb_mention__has(s, w - 1, KB_W_VERB);
  return !k->given && t->first_word == w && t->n_words == 2 && !kb_mention__is(s, w, "و") &&
         !kb_mention__has(s, w + 1, KB_W_TAKEN) && (spoken || kb_mention__has(s, w + 1, KB_W_UNKNOWN));
}

static kb_status recall(kb_scan* s, uint32_t w, const known* k)
{
  const uint32_t  token = s->doc->words.v[w].token;
  const kb_token* t     = &s->doc->tokens.v[token];
  const bool      whole = s->doc->words.v[w].clitic == KB_PROCLITIC || kb_str_eq(key_of(s, w), s->keys[token]);
  const uint32_t  last  = whole ? t->first_word + t->n_words - 1u : w;
  kb_mention      m     = kb_mention__blank(s, with_particle(s, w, k), last, KB_ENT_PERSON, KB_MENTION_NAME);
  kb_mention*     slot  = kb_array_push(s->arena, &s->doc->mentions);
  if (!slot) {
    return KB_E_NOMEM;
  }
  const kb_mention* full = &s->doc->mentions.v[k->mention];
  m.gaz                  = full->gaz;
  m.gaz_count            = full->gaz_count;
  m.score                = k->given ? 55 : 70;
  kb_mention__entitle(s, &m);
  *slot = m;
  s->notes[w].flags |= KB_W_TAKEN;
  return KB_OK;
}

static kb_status recall_sentence(kb_scan* s, const known_words* words)
{
  for (uint32_t w = s->first; w < s->end; ++w) {
    const bool     clitic = s->doc->words.v[w].clitic == KB_PROCLITIC;
    const uint32_t k      = kb_map_get(&words->by_key, clitic ? s->keys[s->doc->words.v[w].token] : key_of(s, w));
    if (k == KB_NONE) {
      continue;
    }
    const known* found = &words->list.v[k];
    const bool   whole = with_particle(s, w, found) != w && !kb_mention__has(s, w, KB_W_TAKEN);
    const bool   meant = clitic ? is_cut_name(s, w, found) : whole || is_plausible(s, w, found->given);
    if (meant && recall(s, w, found) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}

kb_status kb_mention__recall(kb_scan* s)
{
  known_words words = {0};
  s->first          = 0;
  s->end            = s->doc->words.n;
  kb_status st      = collect(s, &words);
  for (uint32_t i = 0; i < s->doc->sentences.n && st == KB_OK && words.list.n; ++i) {
    const kb_sentence* sentence = &s->doc->sentences.v[i];
    if (kb_block_speaks(&s->doc->blocks.v[sentence->block])) {
      s->first = sentence->first_word;
      s->end   = sentence->first_word + sentence->n_words;
      st       = recall_sentence(s, &words);
    }
  }
  kb_map_release(&words.by_key);
  return st;
}
