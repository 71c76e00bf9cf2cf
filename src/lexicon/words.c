/// Loaders of words: particles, numbers, nouns, adjectives, adverbs, personal names, units, titles, weights.
#include "lexicon_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"
#define TA_MARBUTA "\xD8\xA9"
#define ALEF "\xD8\xA7"

static unsigned feature(const kb_entry* e, const char* key, const char* const* list)
{
  const kb_str s = kb_lexicon__peek(e, key);
  const int    i = s.n ? kb_lexicon__choose(s, list) : 0;
  return i > 0 ? (unsigned)i : 0;
}

static unsigned upos_of(kb_str name)
{
  for (unsigned u = 0; u < KB_UPOS_COUNT; ++u) {
    if (kb_str_eq(name, kb_str_of(kb_upos_name(u)))) {
      return u;
    }
  }
  return KB_X;
}

kb_status kb_lexicon__load_particle(kb_lexicon* lex, const kb_entry* e)
{
  static const char* const classes[] = {"",        "negation",    "future",      "qad",
                                        "that",    "condition",   "relative",    "demonstrative",
                                        "pronoun", "preposition", "conjunction", "subordinator",
                                        "purpose", "except",      "question",    "adverb",
                                        "exist",   "modal",       "other",       NULL};
  const kb_str             lemma     = kb_lexicon__text(lex, e, "lemma");
  const kb_str             form      = kb_lexicon__peek(e, "form");
  const int class                    = kb_lexicon__choose(kb_lexicon__peek(e, "class"), classes);
  if (!form.n || class < 0) {
    return kb_lexicon__problem(lex, e, "particle without form, or of an unknown class");
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_PARTICLE, lemma.n ? lemma : kb_lexicon__intern(lex, form), &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->gloss    = kb_lexicon__text(lex, e, "gloss");
  x->particle = (uint32_t) class;
  x->freq     = (uint8_t)kb_lexicon__integer(e, "freq", 3);
  x->feats    = (kb_feats){.upos     = upos_of(kb_lexicon__peek(e, "pos")) & 31u,
                           .gender   = feature(e, "gender", kb_lexicon__genders) & 3u,
                           .number   = feature(e, "number", kb_lexicon__numbers) & 3u,
                           .person   = feature(e, "person", kb_lexicon__persons) & 3u,
                           .negative = class == KB_PCL_NEG,
                           .relative = class == KB_PCL_REL};
  if (x->feats.upos == KB_AUX) {
    x->feats.verbform = KB_FIN;
    x->feats.aspect   = KB_PERFECT;
  }
  return kb_lexicon__add_form(lex, id, x->feats, form);
}

kb_status kb_lexicon__load_number(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str form  = kb_lexicon__text(lex, e, "form");
  const kb_str lemma = kb_lexicon__text(lex, e, "lemma");
  const long   value = kb_lexicon__integer(e, "value", -1);
  if (!form.n || value < 0) {
    return kb_lexicon__problem(lex, e, "number word without form or value");
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_NUMBER, lemma.n ? lemma : form, &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  const bool ordinal = kb_lexicon__flag(e, "ordinal");
  x->value           = value;
  x->freq            = 3;
  x->noun_class      = KB_CLASS_NUMBER;
  x->feats           = (kb_feats){.upos    = ordinal ? KB_ADJ : KB_NUM,
                                  .ordinal = ordinal,
                                  .gender  = feature(e, "gender", kb_lexicon__genders) & 3u,
                                  .number  = feature(e, "number", kb_lexicon__numbers) & 3u};
  return kb_lexicon__add_form(lex, id, x->feats, form);
}

static kb_status add_plurals(kb_lexicon* lex, const kb_entry* e, uint32_t id, kb_noun_forms* forms)
{
  kb_feats broken = forms->feats;
  if (!broken.gender && !broken.human && kb_str_ends(forms->lemma, KB_STR(TA_MARBUTA))) {
    broken.gender = KB_FEM; // مدارس of مدرسة
  }
  for (size_t i = 0; i < kb_lexicon__list_size(e, "plural"); ++i) {
    const kb_str p = kb_lexicon__list_at(e, "plural", i);
    if (kb_str_eq(p, KB_STR("ون"))) {
      forms->sound_masculine = true;
    } else if (kb_str_eq(p, KB_STR("ات"))) {
      forms->sound_feminine = true;
    } else if (kb_lexicon__add_broken_plural(lex, id, broken, p) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}

kb_status kb_lexicon__load_noun(kb_lexicon* lex, const kb_entry* e)
{
  static const char* const classes[] = {"",         "person", "role",          "group",     "org",     "place",
                                        "facility", "time",   "unit",          "weapon",    "vehicle", "document",
                                        "event",    "speech", "money",         "abstract",  "body",    "substance",
                                        "object",   "number", "quantity-word", "honorific", NULL};
  const kb_str             lemma     = kb_lexicon__text(lex, e, "lemma");
  const int class                    = kb_lexicon__choose(kb_lexicon__peek(e, "class"), classes);
  if (!lemma.n) {
    return kb_lexicon__problem(lex, e, "noun without lemma");
  }
  if (class < 0) {
    return kb_lexicon__problem(lex, e, "unknown class of noun");
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_NOUN, lemma, &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->gloss      = kb_lexicon__text(lex, e, "gloss");
  x->noun_class = (uint8_t) class;
  x->freq       = (uint8_t)kb_lexicon__integer(e, "freq", 2);
  x->feats      = (kb_feats){
         .upos = KB_NOUN, .gender = feature(e, "gender", kb_lexicon__genders) & 3u, .human = kb_lexicon__flag(e, "human")};
  kb_noun_forms forms = {.lemma = lemma, .feminine = KB_STR(""), .feats = x->feats};
  return add_plurals(lex, e, id, &forms) == KB_OK ? kb_lexicon__decline(lex, id, &forms) : KB_E_NOMEM;
}

kb_status kb_lexicon__load_adjective(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str lemma = kb_lexicon__text(lex, e, "lemma");
  if (!lemma.n) {
    return kb_lexicon__problem(lex, e, "adjective without lemma");
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_ADJECTIVE, lemma, &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->gloss            = kb_lexicon__text(lex, e, "gloss");
  x->freq             = (uint8_t)kb_lexicon__integer(e, "freq", 2);
  x->feats            = (kb_feats){.upos = KB_ADJ, .elative = kb_lexicon__flag(e, "elative")};
  kb_noun_forms forms = {
    .lemma = lemma, .feminine = kb_lexicon__text(lex, e, "feminine"), .adjective = true, .feats = x->feats};
  return add_plurals(lex, e, id, &forms) == KB_OK ? kb_lexicon__decline(lex, id, &forms) : KB_E_NOMEM;
}

kb_status kb_lexicon__load_adverb(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str lemma = kb_lexicon__text(lex, e, "lemma");
  uint32_t     id;
  kb_lexeme*   x = lemma.n ? kb_lexicon__new_lexeme(lex, KB_LEX_ADVERB, lemma, &id) : NULL;
  if (!x) {
    return lemma.n ? KB_E_NOMEM : kb_lexicon__problem(lex, e, "adverb without lemma");
  }
  x->gloss      = kb_lexicon__text(lex, e, "gloss");
  x->feats.upos = KB_ADV;
  x->noun_class = kb_str_eq(kb_lexicon__peek(e, "class"), KB_STR("time")) ? KB_CLASS_TIME : KB_CLASS_NONE;
  return kb_lexicon__add_form(lex, id, x->feats, lemma);
}

/// المصري، العراقي: a family name that is a nationality as well.
static bool is_demonym(const kb_lexicon* lex, kb_str stem)
{
  char         bare[KB_KEY_MAX], key[KB_KEY_MAX];
  kb_reading   found[16];
  const kb_str b = {bare, kb_text_bare(stem, bare)}, k = {key, kb_text_fold(stem, key)};
  const size_t n = kb_lexicon_find(lex, b, k, found, 16);
  for (size_t i = 0; i < n; ++i) {
    const kb_lexeme* x = kb_lexicon_lexeme(lex, found[i].lexeme);
    if (x->kind == KB_LEX_ADJECTIVE && x->gaz != KB_NONE && found[i].layer <= KB_LAYER_ALEF) {
      return true;
    }
  }
  return false;
}

/// The lexeme of a word that is part of another name already, NULL if there is none.
static kb_lexeme* same_name_word(kb_lexicon* lex, kb_str stem, unsigned kind, kb_feats feats)
{
  for (uint32_t i = kb_lexicon_by_lemma(lex, stem, KB_NONE); i != KB_NONE; i = lex->lexemes.v[i].next) {
    kb_lexeme* x = &lex->lexemes.v[i];
    if (x->kind == KB_LEX_NAME && (x->name == KB_NAME_PARTICLE) == (kind == KB_NAME_PARTICLE) &&
        x->feats.gender == feats.gender && x->feats.state == feats.state) {
      return x;
    }
  }
  return NULL;
}

/// One word of a personal name: indexed without its article.
static kb_status name_word(kb_lexicon* lex, kb_str word, unsigned kind, unsigned gender, bool common)
{
  const bool     article = kb_str_starts(word, KB_STR(ARTICLE)) && word.n > 8;
  const kb_str   stem    = kb_lexicon__intern(lex, article ? kb_str_from(word, 4) : word);
  const kb_feats feats   = {
      .upos = KB_PROPN, .gender = gender & 3u, .human = 1, .state = article ? KB_DEF : KB_STATE_NONE};
  kb_lexeme* x = same_name_word(lex, stem, kind, feats);
  common       = common || is_demonym(lex, stem);
  if (x) {
    x->name   = x->name == kind ? kind : KB_NAME_BOTH;
    x->common = x->common && common;
    return KB_OK;
  }
  uint32_t id;
  x = kb_lexicon__new_lexeme(lex, KB_LEX_NAME, stem, &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->name   = kind;
  x->common = common;
  x->feats  = feats;
  return kb_lexicon__add_form(lex, id, x->feats, stem);
}

static kb_status name_words(kb_lexicon* lex, const kb_entry* e, kb_str name, unsigned kind, bool common)
{
  kb_status st = KB_OK;
  for (size_t i = 0; i < name.n && st == KB_OK;) {
    size_t end = i;
    while (end < name.n && name.p[end] != ' ') {
      ++end;
    }
    st = name_word(lex, (kb_str){name.p + i, end - i}, kind, feature(e, "gender", kb_lexicon__genders), common);
    i  = end + 1;
  }
  return st;
}

kb_status kb_lexicon__load_name(kb_lexicon* lex, const kb_entry* e)
{
  static const char* const kinds[] = {"", "given", "family", "both", "particle", NULL};
  const kb_str             name    = kb_lexicon__peek(e, "name");
  const int                kind    = kb_lexicon__choose(kb_lexicon__peek(e, "kind"), kinds);
  if (!name.n || kind < 1) {
    return kb_lexicon__problem(lex, e, "name without text or of an unknown kind");
  }
  char         buffer[KB_KEY_MAX];
  const kb_str joined = kb_lexicon__join_compounds(name, buffer, sizeof buffer);
  kb_status    st     = name_words(lex, e, name, (unsigned)kind, kb_lexicon__flag(e, "common"));
  return st == KB_OK && joined.n ? name_words(lex, e, joined, (unsigned)kind, false) : st;
}

/// A unit of several words is found as a phrase.
static kb_status unit_phrases(kb_lexicon* lex, const kb_entry* e, kb_str lemma)
{
  char      accusative[KB_KEY_MAX * 2];
  size_t    n  = 0;
  kb_status st = kb_lexicon__add_phrase(lex, lemma, KB_PHRASE_UNIT, lex->units.n - 1);
  for (size_t i = 0; i <= lemma.n && n + 4 < sizeof accusative; ++i) { // كيلومترا مربعا
    if (i == lemma.n || lemma.p[i] == ' ') {
      memcpy(accusative + n, ALEF, 2);
      n += 2;
    }
    if (i < lemma.n) {
      accusative[n++] = lemma.p[i];
    }
  }
  if (st == KB_OK) {
    st = kb_lexicon__add_phrase(lex, (kb_str){accusative, n}, KB_PHRASE_UNIT, lex->units.n - 1);
  }
  for (size_t i = 0; i < kb_lexicon__list_size(e, "plural") && st == KB_OK; ++i) {
    st = kb_lexicon__add_phrase(lex, kb_lexicon__list_at(e, "plural", i), KB_PHRASE_UNIT, lex->units.n - 1);
  }
  return st;
}

kb_status kb_lexicon__load_unit(kb_lexicon* lex, const kb_entry* e)
{
  kb_unit* u = kb_array_push(lex->arena, &lex->units);
  if (!u) {
    return KB_E_NOMEM;
  }
  *u = (kb_unit){kb_lexicon__text(lex, e, "id"), kb_lexicon__text(lex, e, "kind"), kb_lexicon__text(lex, e, "code"),
                 kb_lexicon__text(lex, e, "gloss")};
  const kb_str lemma = kb_lexicon__text(lex, e, "lemma");
  if (!u->id.n || !lemma.n) {
    return kb_lexicon__problem(lex, e, "unit without id or lemma");
  }
  if (memchr(lemma.p, ' ', lemma.n)) {
    return unit_phrases(lex, e, lemma);
  }
  const uint32_t old = kb_lexicon_by_lemma(lex, lemma, KB_NONE);
  if (old != KB_NONE) {
    lex->lexemes.v[old].unit = lex->units.n - 1;
    return KB_OK;
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_NOUN, lemma, &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->unit             = lex->units.n - 1;
  x->noun_class       = KB_CLASS_UNIT;
  x->gloss            = u->gloss;
  x->feats            = (kb_feats){.upos = KB_NOUN};
  kb_noun_forms forms = {.lemma = lemma, .feminine = KB_STR(""), .feats = x->feats};
  return add_plurals(lex, e, id, &forms) == KB_OK ? kb_lexicon__decline(lex, id, &forms) : KB_E_NOMEM;
}

/// A title with its first word, or all of them, in another shape.
static kb_status title_variant(kb_lexicon* lex, kb_str words, uint32_t id, bool definite, bool feminine)
{
  char   out[KB_KEY_MAX * 2];
  size_t n     = 0;
  bool   start = true;
  bool   done  = false;
  for (size_t i = 0; i <= words.n && n + 16 < sizeof out; ++i) {
    if (start && definite && !kb_str_starts(kb_str_from(words, i), KB_STR(ARTICLE))) {
      memcpy(out + n, ARTICLE, 4);
      n += 4;
    }
    start = i < words.n && words.p[i] == ' ';
    if ((start || i == words.n) && feminine && (!done || definite)) {
      memcpy(out + n, TA_MARBUTA, 2);
      n += 2;
      done = true;
    }
    if (i < words.n) {
      out[n++] = words.p[i];
    }
  }
  return kb_lexicon__add_phrase(lex, (kb_str){out, n}, KB_PHRASE_TITLE, id);
}

kb_status kb_lexicon__load_role(kb_lexicon* lex, const kb_entry* e)
{
  kb_title* t = kb_array_push(lex->arena, &lex->titles);
  if (!t) {
    return KB_E_NOMEM;
  }
  *t = (kb_title){kb_lexicon__text(lex, e, "ar"), kb_lexicon__text(lex, e, "en"), kb_lexicon__text(lex, e, "sector"),
                  kb_lexicon__text(lex, e, "kind"), kb_lexicon__text(lex, e, "of")};
  const uint32_t id = lex->titles.n - 1;
  const kb_str   ar = t->ar;
  if (!ar.n || !t->en.n) {
    return kb_lexicon__problem(lex, e, "title without words or gloss");
  }
  bool idafa = false;
  for (size_t i = 0; i < ar.n; ++i) {
    idafa |= ar.p[i] == ' ' && kb_str_starts(kb_str_from(ar, i + 1), KB_STR(ARTICLE));
  }
  kb_status st = kb_lexicon__add_phrase(lex, ar, KB_PHRASE_TITLE, id);
  if (st == KB_OK) {
    st = title_variant(lex, ar, id, false, true);
  }
  if (st == KB_OK && !idafa) {
    st = title_variant(lex, ar, id, true, false);
  }
  return st == KB_OK && !idafa ? title_variant(lex, ar, id, true, true) : st;
}

kb_status kb_lexicon__load_weight(kb_lexicon* lex, const kb_entry* e)
{
  const json_t* value = json_object_get(e->object, "value");
  const kb_str  name  = kb_lexicon__text(lex, e, "name");
  float*        w     = json_is_number(value) && name.n ? kb_array_push(lex->arena, &lex->weights) : NULL;
  if (!w) {
    return kb_lexicon__problem(lex, e, "weight without name or value");
  }
  *w = (float)json_number_value(value);
  return kb_map_put(&lex->weight_names, name, lex->weights.n - 1);
}
