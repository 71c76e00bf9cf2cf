/// The kinds of dictionary files, and what an entry of each may say.
#include "lexicon_internal.h"

/** \name What values may be */

typedef enum value_type {
  TEXT,
  TEXTS,
  FLAG,
  NUMBER,
  INTEGER,
  COUNT,
  FREQ,
  DATE,
  SLUG,
  VERB_FORM,
  GENDER,
  GRAM_NUMBER,
  PERSON,
  VOWEL,
  VERB_OR_NOUN,
  TITLE_KIND,
  TITLE_OF,
  ADVERB_CLASS,
  BY_SLOT,
  MASDAR,
  OFFICES,
  TYPES
} value_type;

/// Names of the members of an object, by the type of their values, separated by blanks.
typedef struct kb_shape {
  const char* of[TYPES];
} shape;

static const shape masdar = {{[TEXT] = "gen"}};
static const shape office = {{[TEXT] = "role ar", [DATE] = "from to"}};

const char* const kb_lexicon__genders[] = {"", "m", "f", NULL};
const char* const kb_lexicon__numbers[] = {"", "s", "d", "p", NULL};
const char* const kb_lexicon__persons[] = {"", "1", "2", "3", NULL};

static const char* const vowels[]         = {"a", "i", "u", NULL};
static const char* const verb_or_noun[]   = {"verb", "noun", NULL};
static const char* const title_kinds[]    = {"office", "rank", "honorific", "profession", "status", NULL};
static const char* const title_of[]       = {"org", "country", "portfolio", NULL};
static const char* const adverb_classes[] = {"manner", "time", "degree", "place", "sentence", NULL};

static bool is_text(const json_t* value)
{
  return json_is_string(value);
}

static bool is_object(const json_t* value)
{
  return json_is_object(value);
}

static bool is_flag(const json_t* value)
{
  return json_is_boolean(value);
}

static bool is_number(const json_t* value)
{
  return json_is_number(value);
}

static bool is_between(const json_t* value, json_int_t least, json_int_t most)
{
  return json_is_integer(value) && json_integer_value(value) >= least && json_integer_value(value) <= most;
}

static bool is_integer(const json_t* value)
{
  return is_between(value, INT16_MIN, INT16_MAX);
}

static bool is_count(const json_t* value)
{
  return is_between(value, 0, INT64_MAX);
}

static bool is_freq(const json_t* value)
{
  return is_between(value, 0, 3);
}

static bool is_verb_form(const json_t* value)
{
  return kb_lexicon__form_number(kb_lexicon__value_text(value)) != 0;
}

static bool is_slug(const json_t* value)
{
  const kb_str s = kb_lexicon__value_text(value);
  for (size_t i = 0; i < s.n; ++i) {
    const char c = s.p[i];
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
      return false;
    }
  }
  return is_text(value);
}

static bool is_date(const json_t* value)
{
  const kb_str s = kb_lexicon__value_text(value);
  kb_date      date;
  return s.n && kb_date_parse(s, &date) == s.n && !memchr(s.p, '/', s.n);
}

static bool is_list_of(const json_t* value, bool (*is)(const json_t*))
{
  for (size_t i = 0; i < json_array_size(value); ++i) {
    if (!is(json_array_get(value, i))) {
      return false;
    }
  }
  return json_is_array(value);
}

static bool is_texts(const json_t* value)
{
  return is_list_of(value, is_text);
}

static bool is_objects(const json_t* value)
{
  return is_list_of(value, is_object);
}

static const struct {
  bool (*fits)(const json_t* value);
  const char*        must;  ///< for the message
  const char* const* words; ///< the only texts there are; NULL: any
  const shape*       below; ///< of the object, or of those in the list
} types[TYPES] = {
  [TEXT]         = {is_text, "must be text", NULL, NULL},
  [TEXTS]        = {is_texts, "must be a list of texts", NULL, NULL},
  [FLAG]         = {is_flag, "must be true or false", NULL, NULL},
  [NUMBER]       = {is_number, "must be a number", NULL, NULL},
  [INTEGER]      = {is_integer, "must be a whole number of at most 16 bits", NULL, NULL},
  [COUNT]        = {is_count, "must be a whole number from 0", NULL, NULL},
  [FREQ]         = {is_freq, "must be 0, 1, 2 or 3", NULL, NULL},
  [DATE]         = {is_date, "must be a date like 2014-12-03, 2014-12 or 2014", NULL, NULL},
  [SLUG]         = {is_slug, "must be text of a-z, 0-9 and hyphens", NULL, NULL},
  [VERB_FORM]    = {is_verb_form, "must be I to X or QI to QIV", NULL, NULL},
  [GENDER]       = {is_text, "must be m or f", kb_lexicon__genders, NULL},
  [GRAM_NUMBER]  = {is_text, "must be s, d or p", kb_lexicon__numbers, NULL},
  [PERSON]       = {is_text, "must be \"1\", \"2\" or \"3\"", kb_lexicon__persons, NULL},
  [VOWEL]        = {is_text, "must be a, i or u", vowels, NULL},
  [VERB_OR_NOUN] = {is_text, "must be verb or noun", verb_or_noun, NULL},
  [TITLE_KIND]   = {is_text, "must be office, rank, honorific, profession or status", title_kinds, NULL},
  [TITLE_OF]     = {is_text, "must be org, country or portfolio", title_of, NULL},
  [ADVERB_CLASS] = {is_text, "must be manner, time, degree, place or sentence", adverb_classes, NULL},
  [BY_SLOT]      = {is_object, "must be an object", NULL, NULL}, // checked by the loader of frames
  [MASDAR]       = {is_object, "must be an object", NULL, &masdar},
  [OFFICES]      = {is_objects, "must be a list of objects", NULL, &office},
};

/** \name Kinds */

static const shape weight   = {{[TEXT] = "name", [NUMBER] = "value"}};
static const shape particle = {{[TEXT]        = "form lemma pos class gloss",
                                [GENDER]      = "gender",
                                [GRAM_NUMBER] = "number",
                                [PERSON]      = "person",
                                [FREQ]        = "freq"}};
static const shape number   = {
    {[TEXT] = "form lemma gloss", [COUNT] = "value", [GENDER] = "gender", [GRAM_NUMBER] = "number", [FLAG] = "ordinal"}};
static const shape noun = {
  {[TEXT] = "lemma class gloss", [TEXTS] = "plural", [GENDER] = "gender", [FLAG] = "human", [FREQ] = "freq"}};
static const shape adjective = {
  {[TEXT] = "lemma feminine gloss", [TEXTS] = "plural", [FLAG] = "elative", [FREQ] = "freq"}};
static const shape adverb  = {{[TEXT] = "lemma gloss", [ADVERB_CLASS] = "class"}};
static const shape verb    = {{[TEXT]      = "lemma root gloss",
                               [VERB_FORM] = "form",
                               [VOWEL]     = "imperfect",
                               [TEXTS]     = "masdar args",
                               [FLAG]      = "passive keepw",
                               [FREQ]      = "freq"}};
static const shape unit    = {{[TEXT] = "lemma kind code gloss", [TEXTS] = "plural", [SLUG] = "id"}};
static const shape role    = {{[TEXT] = "ar en sector", [TITLE_KIND] = "kind", [TITLE_OF] = "of"}};
static const shape name    = {{[TEXT] = "name kind", [GENDER] = "gender", [FLAG] = "common"}};
static const shape country = {
  {[TEXT] = "en iso3 qid", [TEXTS] = "names context_names demonym demonym_plural", [SLUG] = "id capital"}};
static const shape people = {
  {[TEXT] = "en qid", [TEXTS] = "names context_names demonym demonym_plural", [SLUG] = "id country"}};
static const shape place        = {{[TEXT]   = "en type qid",
                                    [TEXTS]  = "names context_names demonym demonym_plural",
                                    [SLUG]   = "id country metonym",
                                    [NUMBER] = "lat lon",
                                    [FLAG]   = "common"}};
static const shape organisation = {{[TEXT]  = "en type sector qid",
                                    [TEXTS] = "names context_names demonym demonym_plural",
                                    [SLUG]  = "id country metonym",
                                    [FLAG]  = "common"}};
static const shape person       = {{[TEXT]    = "en sector qid",
                                    [TEXTS]   = "names context_names surname",
                                    [SLUG]    = "id country",
                                    [GENDER]  = "gender",
                                    [OFFICES] = "offices",
                                    [FLAG]    = "common"}};
static const shape predicate    = {{[TEXT] = "id type en ar noun"}};
static const shape frame  = {{[TEXT] = "lemma root type mode subtype cameo predicate speech effect casualty gloss",
                              [VERB_OR_NOUN] = "pos",
                              [VERB_FORM]    = "form",
                              [VOWEL]        = "imperfect",
                              [TEXTS]        = "context tells use",
                              [BY_SLOT]      = "args when not",
                              [MASDAR]       = "masdar",
                              [FLAG]         = "stance state detail no-sport"}};
static const shape cue    = {{[TEXT] = "form class gloss", [INTEGER] = "value"}};
static const shape letter = {{[TEXT] = "ar", [SLUG] = "latin", [TEXTS] = "also"}};

const kb_kind kb_lexicon__kinds[] = {
  {"weights", kb_lexicon__load_weight, &weight, {"name"}, {"name"}, false},
  {"particles", kb_lexicon__load_particle, &particle, {"form"}, {"form", "class"}, false},
  {"numbers", kb_lexicon__load_number, &number, {"form"}, {"form"}, false},
  {"nouns", kb_lexicon__load_noun, &noun, {"lemma"}, {"lemma", "class"}, false},
  {"adjectives", kb_lexicon__load_adjective, &adjective, {"lemma"}, {"lemma"}, false},
  {"adverbs", kb_lexicon__load_adverb, &adverb, {"lemma"}, {"lemma"}, false},
  {"verbs", kb_lexicon__load_verb, &verb, {"lemma", "form", "root"}, {"lemma", "form", "root", "imperfect"}, false},
  {"units", kb_lexicon__load_unit, &unit, {"lemma"}, {"lemma", "kind"}, false},
  {"roles", kb_lexicon__load_role, &role, {"ar"}, {"ar"}, false},
  {"countries", kb_lexicon__load_country, &country, {"id"}, {"id"}, true},
  {"peoples", kb_lexicon__load_people, &people, {"id"}, {"id"}, true},
  {"names", kb_lexicon__load_name, &name, {"name"}, {"name"}, false},
  {"places", kb_lexicon__load_place, &place, {"id"}, {"id"}, true},
  {"organisations", kb_lexicon__load_organisation, &organisation, {"id"}, {"id"}, true},
  {"people", kb_lexicon__load_person, &person, {"id"}, {"id"}, true},
  {"predicates", kb_lexicon__load_predicate, &predicate, {"id"}, {"id"}, false},
  {"frames", kb_lexicon__load_frame, &frame, {"lemma", "pos", "form", "root", "imperfect"}, {NULL}, false},
  {"calendar", kb_lexicon__load_cue, &cue, {"form"}, {"form", "class"}, false},
  {"cues", kb_lexicon__load_cue, &cue, {"form"}, {"form", "class"}, false},
  {"letters", kb_lexicon__load_letter, &letter, {"ar"}, {"ar"}, false},
  {NULL, NULL, NULL, {NULL}, {NULL}, false},
};

/** \name Check */

/// TYPES if the shape has no member of this name.
static value_type type_of(const shape* s, const char* key)
{
  const size_t n = strlen(key);
  for (int type = 0; type < TYPES; ++type) {
    for (const char* at = s->of[type]; at && *at; at += strcspn(at, " "), at += *at == ' ') {
      if (strcspn(at, " ") == n && memcmp(at, key, n) == 0) {
        return (value_type)type;
      }
    }
  }
  return TYPES;
}

typedef struct checking {
  kb_lexicon*     lex;
  const kb_entry* entry;
  kb_str          identity;
  bool            usable; ///< every value is of its type
  kb_status       status;
} checking;

static void tell(checking* c, const char* key, const char* what)
{
  if (c->status == KB_OK) {
    c->status =
      kb_lexicon__problem(c->lex, c->entry, "%.*s: \"%.40s\" %s", (int)c->identity.n, c->identity.p, key, what);
  }
}

static void check_value(checking* c, value_type type, const char* key, const json_t* value)
{
  const char* const* words = types[type].words;
  if (!types[type].fits(value) || (words && kb_lexicon__choose(kb_lexicon__value_text(value), words) < 0)) {
    tell(c, key, types[type].must);
    c->usable = false;
  }
}

/// Objects lie in each other no deeper than shapes do.
static void check_members(checking* c, const shape* s, json_t* object)
{
  const char* key;
  json_t*     value;
  json_object_foreach(object, key, value)
  {
    const value_type type = type_of(s, key);
    if (type == TYPES) {
      tell(c, key, "is not known in this kind of entry");
      continue;
    }
    check_value(c, type, key, value);
    const shape* below = types[type].below;
    for (size_t i = 0; below && i < json_array_size(value); ++i) {
      check_members(c, below, json_array_get(value, i));
    }
    if (below && json_is_object(value)) {
      check_members(c, below, value);
    }
  }
}

kb_status kb_lexicon__check_entry(kb_lexicon* lex, const kb_kind* kind, const kb_entry* e, bool* usable)
{
  checking c   = {lex, e, kb_lexicon__peek(e, kind->identity[0]), true, KB_OK};
  c.identity.n = c.identity.n < 100 ? c.identity.n : 0;
  check_members(&c, kind->shape, e->object);
  *usable = c.usable;
  return c.status;
}
