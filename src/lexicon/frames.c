/// Predicate frames and the labels of headline predicates.
#include "lexicon_internal.h"

static const char* const roles[]      = {"",        "agent",      "patient", "counterpart", "recipient", "topic",
                                         "content", "instrument", "place",   "amount",      "source",    NULL};
static const char* const speeches[]   = {"",         "say",   "ask",  "think", "deny", "promise",
                                         "threaten", "order", "know", "show",  NULL};
static const char* const effects[]    = {"asserts",  "negates", "possible", "future",  "hypothetical",
                                         "intended", "ordered", "succeeds", "enables", NULL};
static const char* const casualties[] = {"", "dead", "injured", "arrested", NULL};
static const char* const types[]      = {"STATEMENT", "APPEAL",  "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE",
                                         "COOPERATE", "AID",     "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",
                                         "THREATEN",  "PROTEST", "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT",
                                         "OTHER",     "LIGHT",   "NONE",     NULL};

static const char* const fillers[] = {"@country", "@place", "@person", "@actor", "@amount", "@event", "@weapon",
                                      "@media",   "@site",  "@thing",  "@idea",  "@any",    NULL};
static const char* const uses[]    = {"verb", "masdar", "participle", NULL};

static uint8_t choose(kb_lexicon* lex, const kb_entry* e, const char* key, const char* const* list, bool* bad)
{
  (void)lex;
  const kb_str s = kb_lexicon__peek(e, key);
  const int    k = s.n ? kb_lexicon__choose(s, list) : 0;
  *bad |= k < 0;
  return (uint8_t)(k > 0 ? k : 0);
}

static void read_slots(const kb_entry* e, kb_frame* f, bool* bad)
{
  json_t*     args = json_object_get(e->object, "args");
  const char* key;
  json_t*     value;
  json_object_foreach(args, key, value)
  {
    const int slot = kb_lexicon__slot(kb_str_of(key));
    const int role = json_is_string(value) ? kb_lexicon__choose(kb_str_of(json_string_value(value)), roles) : -1;
    if (slot < 0 || role < 0) {
      *bad = true;
    } else {
      f->args[slot] = (uint8_t)role;
    }
  }
  const kb_entry masdar = {json_object_get(e->object, "masdar"), e->file, e->line};
  const int      gen    = kb_lexicon__choose(kb_lexicon__peek(&masdar, "gen"), roles);
  f->masdar_gen         = (uint8_t)(gen > 0 ? gen : 0);
}

/// A class of fillers, or a word that the lexicon knows.
static bool is_condition(const kb_lexicon* lex, kb_str word)
{
  return kb_str_starts(word, KB_STR("@")) ? kb_lexicon__choose(word, fillers) >= 0
                                          : kb_lexicon_by_lemma(lex, word, KB_NONE) != KB_NONE;
}

static kb_status add_condition(kb_lexicon* lex, const kb_entry* e, kb_condition condition)
{
  kb_condition* c = kb_array_push(lex->arena, &lex->conditions);
  if (!c) {
    return KB_E_NOMEM;
  }
  *c       = condition;
  c->lemma = kb_lexicon__intern(lex, condition.lemma);
  return is_condition(lex, c->lemma) ? KB_OK : kb_lexicon__problem(lex, e, "no word %s in the lexicon", c->lemma.p);
}

/// "when": {"obj": ["لافتة", "شعار"]}, "not": {"subj": ["@thing"]}
static kb_status read_conditions(kb_lexicon* lex, const kb_entry* e, const char* key, bool* bad)
{
  json_t*     when = json_object_get(e->object, key);
  const char* name;
  json_t*     list;
  json_object_foreach(when, name, list)
  {
    const int slot = kb_lexicon__slot(kb_str_of(name));
    *bad |= slot < 0 || json_array_size(list) == 0;
    for (size_t i = 0; slot >= 0 && i < json_array_size(list); ++i) {
      const json_t*   word  = json_array_get(list, i);
      const kb_str    lemma = {json_string_value(word), json_string_length(word)};
      const kb_status st    = add_condition(lex, e, (kb_condition){(uint8_t)slot, *key == 'n', lemma});
      if (st != KB_OK) {
        return st;
      }
    }
  }
  return KB_OK;
}

/// "tells": ["obj", "ب"]: slots that hold a role.
static uint32_t read_tells(const kb_entry* e, const kb_frame* f, bool* bad)
{
  uint32_t bits = 0;
  for (size_t i = 0; i < kb_lexicon__list_size(e, "tells"); ++i) {
    const int slot = kb_lexicon__slot(kb_lexicon__list_at(e, "tells", i));
    if (slot < 0 || !f->args[slot] || !f->speech) {
      *bad = true;
    } else {
      bits |= 1u << slot;
    }
  }
  return bits;
}

static uint8_t read_uses(const kb_entry* e, bool* bad)
{
  unsigned use = 0;
  for (size_t i = 0; i < kb_lexicon__list_size(e, "use"); ++i) {
    const int k = kb_lexicon__choose(kb_lexicon__list_at(e, "use", i), uses);
    *bad |= k < 0;
    use |= k < 0 ? 0 : 1u << (unsigned)k;
  }
  return (uint8_t)use;
}

/// Contexts come as a list; kept as blank-separated words.
static kb_str read_contexts(kb_lexicon* lex, const kb_entry* e)
{
  char   out[256];
  size_t n = 0;
  for (size_t i = 0; i < kb_lexicon__list_size(e, "context"); ++i) {
    const kb_str c = kb_lexicon__list_at(e, "context", i);
    if (n + c.n + 1 < sizeof out) {
      if (n) {
        out[n++] = ' ';
      }
      memcpy(out + n, c.p, c.n);
      n += c.n;
    }
  }
  return kb_lexicon__intern(lex, (kb_str){out, n});
}

/// Hang the frame on a lexeme, behind those it has.
static void hang(kb_lexicon* lex, kb_lexeme* x, uint32_t frame)
{
  uint32_t* link = &x->frame;
  while (*link != KB_NONE && *link != frame) {
    link = &lex->frames.v[*link].next;
  }
  *link = frame;
}

/// A noun frame may name a plural: محادثات, عقوبات.
static bool attach_plural(kb_lexicon* lex, uint32_t frame)
{
  char         bare[KB_KEY_MAX], key[KB_KEY_MAX];
  kb_reading   found[16];
  const kb_str lemma = lex->frames.v[frame].lemma;
  const kb_str b = {bare, kb_text_bare(lemma, bare)}, k = {key, kb_text_fold(lemma, key)};
  const size_t n = kb_lexicon_find(lex, b, k, found, 16);
  for (size_t i = 0; i < n; ++i) {
    kb_lexeme* x = &lex->lexemes.v[found[i].lexeme];
    if (x->kind == KB_LEX_NOUN && found[i].layer == KB_LAYER_EXACT && found[i].feats.number == KB_PLUR) {
      if (x->frame == KB_NONE) {
        hang(lex, x, frame);
      }
      return true;
    }
  }
  return false;
}

/// Which of the verbs that share a lemma a frame speaks of.
typedef struct which {
  int    form;  ///< 0: any
  kb_str root;  ///< empty: any that is not only in dictionaries
  kb_str vowel; ///< of the imperfect; empty: any
} which;

static which read_which(const kb_entry* e)
{
  return (which){kb_lexicon__form_number(kb_lexicon__peek(e, "form")), kb_lexicon__peek(e, "root"),
                 kb_lexicon__peek(e, "imperfect")};
}

static bool is_meant(const kb_lexicon* lex, const kb_lexeme* x, which w)
{
  return x->kind == KB_LEX_VERB && (!w.form || x->form == w.form) &&
         (w.root.n ? kb_str_eq(x->root, w.root) : x->freq > 0) &&
         (!w.vowel.n || lex->verbs.v[x->verb].imperfect == w.vowel.p[0]);
}

/// Hang the frame on every lexeme it speaks of.
static bool attach(kb_lexicon* lex, uint32_t frame, which w)
{
  const kb_frame f     = lex->frames.v[frame];
  bool           found = false;
  for (uint32_t i = kb_lexicon_by_lemma(lex, f.lemma, KB_NONE); i != KB_NONE; i = lex->lexemes.v[i].next) {
    kb_lexeme* x = &lex->lexemes.v[i];
    if (f.noun ? x->kind == KB_LEX_NOUN : is_meant(lex, x, w)) {
      found = true;
      hang(lex, x, frame);
    }
  }
  return found || (f.noun && attach_plural(lex, frame));
}

kb_status kb_lexicon__load_frame(kb_lexicon* lex, const kb_entry* e)
{
  kb_frame* f = kb_array_push(lex->arena, &lex->frames);
  if (!f) {
    return KB_E_NOMEM;
  }
  bool bad     = false;
  f->lemma     = kb_lexicon__text(lex, e, "lemma");
  f->type      = kb_lexicon__text(lex, e, "type");
  f->mode      = kb_lexicon__text(lex, e, "mode");
  f->subtype   = kb_lexicon__text(lex, e, "subtype");
  f->cameo     = kb_lexicon__text(lex, e, "cameo");
  f->predicate = kb_lexicon__text(lex, e, "predicate");
  f->gloss     = kb_lexicon__text(lex, e, "gloss");
  f->context   = read_contexts(lex, e);
  f->speech    = choose(lex, e, "speech", speeches, &bad);
  f->effect    = choose(lex, e, "effect", effects, &bad);
  f->casualty  = choose(lex, e, "casualty", casualties, &bad);
  f->stance    = kb_lexicon__flag(e, "stance");
  f->state     = kb_lexicon__flag(e, "state");
  f->no_sport  = kb_lexicon__flag(e, "no-sport");
  f->detail    = kb_lexicon__flag(e, "detail");
  f->noun      = kb_str_eq(kb_lexicon__peek(e, "pos"), KB_STR("noun"));
  f->light     = kb_str_eq(f->type, KB_STR("LIGHT"));
  f->none      = kb_str_eq(f->type, KB_STR("NONE"));
  f->use       = read_uses(e, &bad);
  f->next      = KB_NONE;
  read_slots(e, f, &bad);
  f->tells           = read_tells(e, f, &bad);
  f->first_condition = lex->conditions.n;
  if (read_conditions(lex, e, "when", &bad) != KB_OK || read_conditions(lex, e, "not", &bad) != KB_OK) {
    return KB_E_NOMEM;
  }
  f->n_conditions = lex->conditions.n - f->first_condition;
  if (bad || kb_lexicon__choose(f->type, types) < 0) {
    return kb_lexicon__problem(lex, e, "frame of %s: unknown type, slot, role, use, speech, effect or casualty",
                               f->lemma.p);
  }
  if (!attach(lex, lex->frames.n - 1, read_which(e))) {
    return kb_lexicon__problem(lex, e, "frame of %s: no such %s in the lexicon", f->lemma.p, f->noun ? "noun" : "verb");
  }
  return KB_OK;
}

kb_status kb_lexicon__load_predicate(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str parts[] = {kb_lexicon__text(lex, e, "id"), kb_lexicon__text(lex, e, "en"),
                          kb_lexicon__text(lex, e, "ar"), kb_lexicon__text(lex, e, "noun")};
  if (!parts[0].n || !parts[1].n) {
    return kb_lexicon__problem(lex, e, "predicate without id or label");
  }
  const uint32_t at = lex->labels.n;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
    kb_str* s = kb_array_push(lex->arena, &lex->labels);
    if (!s) {
      return KB_E_NOMEM;
    }
    *s = parts[i];
  }
  return kb_map_put(&lex->predicates, parts[0], at);
}

bool kb_lexicon_predicate(const kb_lexicon* lex, kb_str id, kb_str* en, kb_str* ar)
{
  const uint32_t at = kb_map_get(&lex->predicates, id);
  if (at == KB_NONE) {
    return false;
  }
  *en = lex->labels.v[at + 1];
  *ar = lex->labels.v[at + 2];
  return true;
}

kb_str kb_lexicon_predicate_noun(const kb_lexicon* lex, kb_str id)
{
  const uint32_t at = kb_map_get(&lex->predicates, id);
  return at == KB_NONE ? KB_STR("") : lex->labels.v[at + 3];
}
