/// The index of surface forms.
#include "lexicon_internal.h"

kb_lexeme* kb_lexicon__new_lexeme(kb_lexicon* lex, kb_lex_kind kind, kb_str lemma, uint32_t* id)
{
  kb_lexeme* x = kb_array_push(lex->arena, &lex->lexemes);
  if (!x) {
    return NULL;
  }
  *id     = lex->lexemes.n - 1;
  *x      = (kb_lexeme){.lemma = lemma,
                        .root  = KB_STR(""),
                        .gloss = KB_STR(""),
                        .kind  = (uint8_t)kind,
                        .freq  = 2,
                        .base  = KB_NONE,
                        .gaz   = KB_NONE,
                        .frame = KB_NONE,
                        .unit  = KB_NONE,
                        .value = -1,
                        .verb  = KB_NONE};
  x->next = kb_map_get(&lex->lemmas, lemma);
  return kb_map_put(&lex->lemmas, lemma, *id) == KB_OK ? x : NULL;
}

kb_status kb_lexicon__put_last(kb_lexicon* lex, uint32_t id)
{
  kb_lexeme* x = &lex->lexemes.v[id];
  if (x->next == KB_NONE) {
    return KB_OK;
  }
  const uint32_t first = x->next;
  uint32_t       last  = first;
  while (lex->lexemes.v[last].next != KB_NONE) {
    last = lex->lexemes.v[last].next;
  }
  lex->lexemes.v[last].next = id;
  x->next                   = KB_NONE;
  return kb_map_put(&lex->lemmas, x->lemma, first);
}

static uint32_t hash_of(kb_str key)
{
  return (uint32_t)kb_str_hash(key);
}

static kb_status grow_buckets(kb_lexicon* lex)
{
  const size_t n       = lex->n_buckets ? lex->n_buckets * 4 : (size_t)1 << 19;
  uint32_t*    buckets = kb_arena_array(lex->arena, n, sizeof *buckets);
  if (!buckets) {
    return KB_E_NOMEM;
  }
  memset(buckets, 0xFF, n * sizeof *buckets);
  for (uint32_t i = 0; i < lex->forms.n; ++i) {
    kb_form*  f    = &lex->forms.v[i];
    uint32_t* head = &buckets[f->hash & (n - 1)];
    f->next        = *head;
    *head          = i;
  }
  lex->buckets   = buckets;
  lex->n_buckets = n;
  return KB_OK;
}

/// Do two readings of one spelling by one lexeme tell the same?
static bool merges(kb_feats old, kb_feats new)
{
  if (old.upos != KB_VERB) {
    return old.gender == new.gender&& old.number == new.number;
  }
  const bool first_person = old.aspect == KB_PERFECT && old.person == 3 && new.person == 1; // كتبت
  return old.voice == new.voice&& old.aspect == new.aspect && !first_person;
}

/// How usual a person is in news.
static int rank_of(kb_feats f)
{
  return f.person != 3 ? 0 : f.number == KB_SING ? 3 : f.gender == KB_MASC ? 2 : 1;
}

/// Two cells of a paradigm spelt alike become one reading: of يكن the jussive "he", not the plural "they (f.)".
static void unite(kb_feats* old, kb_feats new)
{
  if (old->upos == KB_VERB && (old->person != new.person || old->gender != new.gender || old->number != new.number)) {
    *old = rank_of(new) > rank_of(*old) ? new : *old;
    return;
  }
  old->mood  = old->mood == new.mood ? old->mood : KB_MOOD_NONE;
  old->state = old->state == new.state ? old->state : KB_STATE_NONE;
}

static kb_str text_of(const kb_lexicon* lex, const kb_form* f)
{
  return (kb_str){lex->pool.v + f->text, f->n};
}

static bool merge(kb_lexicon* lex, uint32_t lexeme, kb_feats feats, kb_str surface, uint32_t hash)
{
  for (uint32_t i = lex->buckets[hash & (lex->n_buckets - 1)]; i != KB_NONE; i = lex->forms.v[i].next) {
    kb_form* f = &lex->forms.v[i];
    if (f->hash == hash && f->lexeme == lexeme && kb_str_eq(text_of(lex, f), surface) && merges(f->feats, feats)) {
      unite(&f->feats, feats);
      return true;
    }
  }
  return false;
}

static bool add_text(kb_lexicon* lex, kb_str surface)
{
  for (size_t i = 0; i < surface.n; ++i) {
    char* c = kb_array_push(lex->arena, &lex->pool);
    if (!c) {
      return false;
    }
    *c = surface.p[i];
  }
  return true;
}

kb_status kb_lexicon__add_form(kb_lexicon* lex, uint32_t lexeme, kb_feats feats, kb_str surface)
{
  char         key[KB_KEY_MAX];
  const size_t n = kb_text_fold(surface, key);
  if (!n || surface.n > UINT8_MAX) {
    return KB_OK;
  }
  if (lex->forms.n >= lex->n_buckets / 2 && grow_buckets(lex) != KB_OK) {
    return KB_E_NOMEM;
  }
  const uint32_t hash = hash_of((kb_str){key, n});
  if (merge(lex, lexeme, feats, surface, hash)) {
    return KB_OK;
  }
  const uint32_t text = lex->pool.n;
  kb_form*       f    = add_text(lex, surface) ? kb_array_push(lex->arena, &lex->forms) : NULL;
  if (!f) {
    return KB_E_NOMEM;
  }
  uint32_t* head = &lex->buckets[hash & (lex->n_buckets - 1)];
  *f = (kb_form){.text = text, .n = (uint8_t)surface.n, .lexeme = lexeme, .hash = hash, .feats = feats, .next = *head};
  *head = lex->forms.n - 1;
  return KB_OK;
}

bool kb_lexicon__known(const kb_lexicon* lex, kb_str surface)
{
  char         bare[KB_KEY_MAX], key[KB_KEY_MAX];
  const size_t n = kb_text_bare(surface, bare), k = kb_text_fold(surface, key);
  kb_reading   one;
  return n && k && kb_lexicon_find(lex, (kb_str){bare, n}, (kb_str){key, k}, &one, 1) > 0;
}

/// Keep the readings in order of layer; equal layers in order of the index.
static size_t insert(kb_reading* out, size_t n, size_t cap, kb_reading r)
{
  size_t i = n;
  while (i > 0 && out[i - 1].layer > r.layer) {
    --i;
  }
  if (i >= cap) {
    return n;
  }
  const size_t last = n < cap ? n : cap - 1;
  memmove(&out[i + 1], &out[i], (last - i) * sizeof *out);
  out[i] = r;
  return n < cap ? n + 1 : n;
}

static bool is_alef_with_hamza(unsigned char low)
{
  return low == 0xA2 || low == 0xA3 || low == 0xA5; // آ أ إ
}

/// إلا against آلا: both spellings carry a hamza, and not the same one; فإن against فان: one inside the word that
/// the dictionary does not have (at its beginning it is often written too much: إستقبل).
static bool contradicts(kb_str text, kb_str form)
{
  for (size_t i = 0; i + 1 < text.n && i + 1 < form.n; i += 2) {
    const unsigned char x = (unsigned char)text.p[i + 1], y = (unsigned char)form.p[i + 1];
    if ((unsigned char)text.p[i] == 0xD8 && (unsigned char)form.p[i] == 0xD8 && x != y && is_alef_with_hamza(x) &&
        (is_alef_with_hamza(y) || i > 0)) {
      return true;
    }
  }
  return false;
}

size_t kb_lexicon_find(const kb_lexicon* lex, kb_str bare, kb_str key, kb_reading* out, size_t cap)
{
  size_t n = 0;
  if (!lex->n_buckets) {
    return 0;
  }
  const uint32_t hash = hash_of(key);
  for (uint32_t i = lex->buckets[hash & (lex->n_buckets - 1)]; i != KB_NONE; i = lex->forms.v[i].next) {
    const kb_form* f = &lex->forms.v[i];
    if (f->hash != hash) {
      continue;
    }
    int layer = kb_text_layer(bare, text_of(lex, f));
    if (layer == KB_LAYER_ALEF && contradicts(bare, text_of(lex, f))) {
      layer = KB_LAYER_TA;
    }
    if (layer >= 0) {
      n = insert(out, n, cap, (kb_reading){f->lexeme, f->feats, (uint8_t)layer});
    }
  }
  return n;
}

/** \name Filter of names */

static bool is_named(const kb_lexeme* x)
{
  switch (x->kind) {
  case KB_LEX_NAME:
  case KB_LEX_GAZ:
  case KB_LEX_NUMBER:
  case KB_LEX_PARTICLE:
    return true;
  default:
    return x->gaz != KB_NONE;
  }
}

/// Which words are let through by chance is the same for every build.
static uint32_t name_hash(kb_str key)
{
  return (uint32_t)kb_str_fingerprint(key);
}

kb_status kb_lexicon__build_filter(kb_lexicon* lex)
{
  kb_status st = KB_OK;
  for (uint32_t i = 0; i < lex->forms.n && st == KB_OK; ++i) {
    const kb_form* f = &lex->forms.v[i];
    if (is_named(&lex->lexemes.v[f->lexeme])) {
      char         key[KB_KEY_MAX];
      const size_t n = kb_text_fold(text_of(lex, f), key);
      st             = kb_lexicon__filter_add(&lex->name_filter, name_hash((kb_str){key, n}), lex->arena);
    }
  }
  return st;
}

bool kb_lexicon_may_name(const kb_lexicon* lex, kb_str key)
{
  return kb_lexicon__filter_has(&lex->name_filter, name_hash(key));
}
