/// Which words go into the name of a person.
#include "people.h"

enum { LONGEST_NAME = 9 };

/** \name Words */

static bool is_free(const kb_scan* s, uint32_t w)
{
  return w < s->end && !kb_mention__has(s, w, KB_W_STOP | KB_W_NUMBER | KB_W_DATE | KB_W_LATIN) &&
         s->doc->tokens.v[kb_mention__word(s, w)->token].kind == KB_TOKEN_WORD &&
         (!kb_mention__has_pronoun(s, w) || kb_mention__is(s, w + 1, "ي"));
}

static bool is_verb_here(const kb_scan* s, uint32_t w)
{
  return kb_mention__word(s, w)->feats.upos == KB_VERB;
}

/// Is there a listed place, people or organisation here, and no name of a person?
static bool names_something_else(const kb_scan* s, uint32_t w)
{
  const kb_hit* name = kb_mention__hit(s, w, KB_PHRASE_NAME);
  const kb_gaz* gaz  = name ? kb_lexicon_gaz(s->lex, name->id) : NULL;
  if (!gaz || gaz->type == KB_ENT_PERSON || (name->loose && kb_mention__has(s, w, KB_W_GIVEN))) { // رياض is no town
    return false;
  }
  return gaz->type == KB_ENT_COUNTRY || gaz->capital_of != KB_NONE || !kb_mention__has(s, w, KB_W_GIVEN | KB_W_FAMILY);
}

/// "كرم الأمير جلوي": the word is the title of the name behind it.
static bool entitles_next(const kb_scan* s, uint32_t w)
{
  const unsigned class = s->notes[w].noun_class;
  return (class == KB_CLASS_ROLE || class == KB_CLASS_HONORIFIC) &&
         kb_mention__has(s, kb_mention__next_token(s, w), KB_W_GIVEN | KB_W_UNKNOWN) &&
         !kb_mention__has(s, kb_mention__next_token(s, w), KB_W_DEFINITE | KB_W_STOP);
}

/// An office or rank is no name, unless it is also a given name before another name: أمين فارس.
static bool is_title(const kb_scan* s, uint32_t w, bool first)
{
  const kb_hit* hit = kb_mention__hit(s, w, KB_PHRASE_TITLE);
  if (!hit || hit->loose) {
    return false;
  }
  const kb_str   kind   = kb_lexicon_title(s->lex, hit->id)->kind;
  const uint32_t behind = hit->last + 1;
  if (hit->tokens == 1 && s->notes[w].after_title && kb_mention__has(s, w, KB_W_GIVEN) &&
      kb_mention__has(s, behind, KB_W_FAMILY | KB_W_UNKNOWN)) {
    return false; // العميد رائد الجنابي
  }
  if (kb_str_eq(kind, KB_STR("profession")) || kb_str_eq(kind, KB_STR("status"))) {
    return !kb_mention__has(s, w, first ? KB_W_GIVEN : KB_W_GIVEN | KB_W_FAMILY);
  }
  if (hit->tokens > 1 || !kb_mention__has(s, w, KB_W_GIVEN)) {
    return true;
  }
  if (kb_mention__has(s, w, KB_W_DEFINITE)) { // الأمير سعود; but كرم الأمير
    return first || entitles_next(s, w);
  }
  return kb_mention__has(s, behind, KB_W_DEFINITE) ||
         !kb_mention__has(s, behind, KB_W_GIVEN | KB_W_FAMILY | KB_W_UNKNOWN);
}

static bool is_blocked(const kb_scan* s, uint32_t w, bool first)
{
  static const kb_cue_class classes[] = {KB_CUE_NOT_A_NAME,   KB_CUE_FORMER, KB_CUE_LAST,
                                         KB_CUE_NEXT,         KB_CUE_THIS,   KB_CUE_RECENT,
                                         KB_CUE_ORGANISATION, KB_CUE_BODY,   KB_CUE_COUNTERPART};
  for (size_t i = 0; i < sizeof classes / sizeof *classes; ++i) {
    if (kb_mention__cue(s, w, classes[i])) {
      return true;
    }
  }
  return is_title(s, w, first);
}

bool kb_mention__is_unknown(const kb_scan* s, uint32_t w)
{
  return kb_mention__has(s, w, KB_W_UNKNOWN) && !is_verb_here(s, w);
}

static bool is_listed_name(const kb_scan* s, uint32_t w)
{
  return kb_mention__has(s, w, KB_W_GIVEN | KB_W_FAMILY);
}

bool kb_mention__is_sure_name(const kb_scan* s, uint32_t w)
{
  return is_listed_name(s, w) &&
         (!kb_mention__has(s, w, KB_W_COMMON) || kb_mention__word(s, w)->feats.upos == KB_PROPN);
}

/** \name Growing */

static void count(const kb_scan* s, kb_chain* c, uint32_t w)
{
  const bool sure = kb_mention__is_sure_name(s, w);
  c->given += sure && kb_mention__has(s, w, KB_W_GIVEN);
  c->family += sure && !kb_mention__has(s, w, KB_W_GIVEN);
  c->common += is_listed_name(s, w) && !sure;
  c->unknown += kb_mention__is_unknown(s, w);
  ++c->words;
  c->last           = w;
  const kb_token* t = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  if (t->first_word + t->n_words == w + 2u && kb_mention__is(s, w + 1, "ي")) {
    c->last = w + 1; // a family name in ي, no "my"
  }
}

/// The next word that may belong to the name: directly behind, or behind a hyphen inside the token run.
static uint32_t next_word(const kb_scan* s, uint32_t w)
{
  uint32_t next = kb_mention__next_token(s, w);
  if (next + 1 < s->end && kb_mention__is_mark(s, next, "-") &&
      !s->doc->tokens.v[kb_mention__word(s, next)->token].space_before &&
      !s->doc->tokens.v[kb_mention__word(s, next + 1)->token].space_before) {
    ++next;
  }
  return next < s->end ? next : KB_NONE;
}

/// An initial with its stop: "ف.". It may be a letter that is also a word.
static bool is_initial(const kb_scan* s, uint32_t w)
{
  const kb_str text = kb_doc_cut(s->doc, kb_mention__word(s, w)->span);
  return text.n == 2 && w + 2 < s->end && kb_mention__is_mark(s, w + 1, ".") &&
         !s->doc->tokens.v[kb_mention__word(s, w + 1)->token].space_before;
}

static bool is_particle(const kb_scan* s, uint32_t w)
{
  return kb_mention__cue(s, w, KB_CUE_NAME_PARTICLE) && !is_verb_here(s, w);
}

static bool may_follow_particle(const kb_scan* s, uint32_t w)
{
  return w != KB_NONE && is_free(s, w) && (kb_mention__is_unknown(s, w) || kb_mention__is_sure_name(s, w));
}

/// The stem of a word that morphology cut though no dictionary knows the rest: لوفول. KB_NONE: it is none.
static uint32_t uncut_stem(const kb_scan* s, uint32_t w)
{
  const kb_token* t    = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  const uint32_t  stem = kb_mention__stem(s, w);
  const bool      cut =
    t->kind == KB_TOKEN_WORD && stem == w + 1 && stem + 1u == t->first_word + t->n_words && !kb_mention__is(s, w, "و");
  return cut && kb_mention__has(s, stem, KB_W_UNKNOWN) ? stem : KB_NONE;
}

/// The name word at `w`, which may be cut; KB_NONE: none.
static uint32_t name_behind_particle(const kb_scan* s, uint32_t w)
{
  if (w == KB_NONE) {
    return KB_NONE;
  }
  return may_follow_particle(s, w) ? w : uncut_stem(s, w);
}

/// The name behind one or two particles: فان دير فلان; KB_NONE if none follows.
static uint32_t behind_particles(const kb_scan* s, uint32_t w)
{
  const uint32_t next   = next_word(s, w);
  const uint32_t second = next != KB_NONE && is_particle(s, next) ? next_word(s, next) : KB_NONE;
  const uint32_t name   = name_behind_particle(s, second);
  return name != KB_NONE ? name : name_behind_particle(s, next);
}

/// بن، آل، أبو and the word behind; KB_NONE if it is not that.
static uint32_t filiation(const kb_scan* s, uint32_t w)
{
  const kb_hit* f = kb_mention__cue(s, w, KB_CUE_FILIATION);
  if (!f || kb_mention__is_clitic(s, w)) {
    return KB_NONE;
  }
  uint32_t next = next_word(s, f->last);
  for (int i = 0; i < 2 && next != KB_NONE; ++i) { // بن عبد الكريم، بن أبي طالب
    f    = kb_mention__cue(s, next, KB_CUE_FILIATION);
    next = f ? next_word(s, f->last) : next;
  }
  return next != KB_NONE && is_free(s, next) ? next : KB_NONE;
}

/// Family names are made of adjectives and of things, hardly of events, offices or times.
static bool may_be_family(const kb_scan* s, uint32_t w)
{
  switch (s->notes[w].noun_class) {
  case KB_CLASS_NONE:
  case KB_CLASS_OBJECT:
  case KB_CLASS_SUBSTANCE:
  case KB_CLASS_BODY:
  case KB_CLASS_PERSON:
    return true;
  default:
    return kb_mention__word(s, w)->feats.upos == KB_ADJ;
  }
}

/// May a definite common word close the name: محمد الفهد، علي المصري، محمد السادس?
static bool closes(const kb_scan* s, const kb_chain* c, uint32_t w)
{
  if (!kb_mention__has(s, w, KB_W_DEFINITE) || is_verb_here(s, w) || c->closed) {
    return false;
  }
  if (kb_mention__has(s, w, KB_W_UNKNOWN | KB_W_FAMILY)) {
    return true;
  }
  const bool spoken = c->words == 1 && c->given && c->first > s->first && kb_mention__speaks(s, c->first - 1) &&
                      kb_mention__has(s, c->first - 1, KB_W_VERB) && kb_mention__hit(s, w + 1, KB_PHRASE_TITLE);
  return (c->given || c->common) && !c->family && !c->unknown && c->words <= 3 && (may_be_family(s, w) || spoken);
}

/// Nothing that could go on the same phrase follows: a mark, a function word, a date.
static bool is_boundary(const kb_scan* s, uint32_t w)
{
  return w >= s->end || kb_mention__has(s, w, KB_W_STOP | KB_W_DATE) || kb_mention__is_mark(s, w, "،");
}

/// A word that is no name elsewhere, between a title with a given name and a boundary: the foreign family name.
static bool is_odd_family(const kb_scan* s, const kb_chain* c, uint32_t w)
{
  return c->words == 1 && c->given && s->notes[c->first].after_title && kb_mention__word(s, w)->feats.upos == KB_NOUN &&
         !kb_mention__has(s, w, KB_W_DEFINITE) && is_boundary(s, kb_mention__next_token(s, w));
}

/// May a word that names something else go on this name: جورج واشنطن, a family name that is also a company's?
static bool continues(const kb_scan* s, const kb_chain* c, uint32_t w)
{
  const kb_hit*  other = kb_mention__hit(s, w, KB_PHRASE_NAME);
  const unsigned type  = kb_lexicon_gaz(s->lex, other->id)->type;
  if (type == KB_ENT_ORGANISATION) {
    return other->tokens == 1 && !kb_mention__has(s, w, KB_W_DEFINITE) && (c->given || s->notes[c->first].after_title);
  }
  return c->given && is_listed_name(s, w);
}

/// "التقى كيري لافروف": the surnames of two people whom everybody knows.
static bool is_someone_else(const kb_scan* s, const kb_chain* c, uint32_t w)
{
  return c->words == 1 && c->family && !s->notes[c->first].after_title &&
         kb_mention__hit(s, c->first, KB_PHRASE_SHORT) && kb_mention__hit(s, w, KB_PHRASE_SHORT) &&
         !kb_mention__has(s, w, KB_W_GIVEN);
}

bool kb_mention__grow_chain(const kb_scan* s, kb_chain* c)
{
  const uint32_t w = next_word(s, c->last);
  if (w == KB_NONE || c->words >= LONGEST_NAME || kb_mention__is_joined_name(s, w)) {
    return false;
  }
  if (w > kb_mention__next_token(s, c->last)) { // behind a hyphen
    count(s, c, w);
    return true;
  }
  uint32_t behind = filiation(s, w);
  if (behind != KB_NONE) {
    c->filial = true;
    c->closed = false;
    count(s, c, behind);
    return true;
  }
  if (is_initial(s, w) && may_follow_particle(s, w + 2)) {
    count(s, c, w + 2);
    return true;
  }
  if (is_particle(s, w)) {
    behind = behind_particles(s, w);
    if (behind != KB_NONE) {
      count(s, c, behind);
      return true;
    }
    if (!is_listed_name(s, w)) {
      return false;
    }
  }
  behind = c->unknown ? uncut_stem(s, w) : KB_NONE;
  if (behind != KB_NONE) {
    count(s, c, behind);
    return true;
  }
  const bool elsewhere = names_something_else(s, w) && !continues(s, c, w);
  if (!is_free(s, w) || is_blocked(s, w, false) || elsewhere || is_someone_else(s, c, w) ||
      kb_mention__is_clitic(s, w) || c->closed) {
    return false;
  }
  if (kb_mention__has(s, w, KB_W_DEFINITE)) {
    if (!closes(s, c, w)) {
      return false;
    }
    c->closed = true;
  } else if (!kb_mention__is_unknown(s, w) && (!is_listed_name(s, w) || is_verb_here(s, w)) &&
             !is_odd_family(s, c, w) && kb_mention__word(s, w)->feats.upos != KB_PROPN) {
    return false;
  }
  count(s, c, w);
  return true;
}

bool kb_mention__opens_content(const kb_scan* s, uint32_t w)
{
  return kb_mention__is(s, w, "ان") || kb_mention__is_mark(s, w, ":") || kb_mention__is_mark(s, w, "،") ||
         (w < s->end && s->doc->tokens.v[kb_mention__word(s, w)->token].kind == KB_TOKEN_OPEN);
}

/// "وأضاف فيشمان أن": between a verb of saying and what is said stands its subject, even if it could be cut and read as
/// a verb.
static bool begin_cut(const kb_scan* s, uint32_t w, kb_chain* c)
{
  const kb_token* t = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  if (w == s->first || t->kind != KB_TOKEN_WORD || t->first_word != w || t->n_words != 2 ||
      !kb_mention__is_clitic(s, w) || kb_mention__is(s, w, "و") || w + 2 >= s->end ||
      kb_mention__word(s, w + 1)->feats.upos != KB_VERB || !kb_mention__speaks(s, w - 1) ||
      !kb_mention__has(s, w - 1, KB_W_VERB) || !kb_mention__opens_content(s, w + 2)) {
    return false;
  }
  c->last    = w + 1;
  c->words   = 1;
  c->unknown = 1;
  return true;
}

/// "الدكتور باسم عبد القادر": a given name that could be a preposition and a noun, between a title and a name.
static bool begin_uncut(const kb_scan* s, uint32_t w, kb_chain* c)
{
  const kb_token* t    = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  const uint32_t  next = w + 2;
  if (!s->notes[w].after_title || t->first_word != w || t->n_words != 2 || !kb_mention__is_clitic(s, w) ||
      next >= s->end ||
      !(kb_mention__has(s, next, KB_W_GIVEN | KB_W_FAMILY | KB_W_UNKNOWN) ||
        kb_mention__cue(s, next, KB_CUE_FILIATION))) {
    return false;
  }
  char         bare[KB_KEY_MAX];
  kb_reading   readings[8];
  const size_t nb = kb_text_bare(kb_doc_cut(s->doc, t->span), bare);
  const size_t n  = kb_lexicon_find(s->lex, (kb_str){bare, nb}, s->keys[kb_mention__word(s, w)->token], readings, 8);
  for (size_t i = 0; i < n; ++i) {
    const kb_lexeme* x = kb_lexicon_lexeme(s->lex, readings[i].lexeme);
    if (x->kind == KB_LEX_NAME && x->name != KB_NAME_FAMILY && readings[i].layer <= KB_LAYER_ALEF) {
      c->last  = w + 1;
      c->words = c->given = 1;
      return true;
    }
  }
  return false;
}

bool kb_mention__begin_chain(const kb_scan* s, uint32_t w, kb_chain* c)
{
  *c = (kb_chain){.first = w, .last = w};
  if (begin_cut(s, w, c) || begin_uncut(s, w, c)) {
    return true;
  }
  if (!is_free(s, w) || is_blocked(s, w, true) || kb_mention__is_clitic(s, w)) {
    return false;
  }
  const kb_hit* title = kb_mention__cue(s, w, KB_CUE_NAME_TITLE);
  if (title && title->last + 1 < s->end && is_free(s, title->last + 1) &&
      (is_listed_name(s, title->last + 1) || kb_mention__is_unknown(s, title->last + 1))) {
    c->filial = true;
    count(s, c, title->last + 1);
    return true;
  }
  const uint32_t son = filiation(s, w);
  if (son != KB_NONE) {
    c->filial = true;
    count(s, c, son);
    return true;
  }
  const uint32_t behind = next_word(s, w);
  if (behind != KB_NONE && s->notes[w].nation != KB_NONE && kb_mention__has(s, w, KB_W_DEFINITE) &&
      kb_mention__has(s, behind, KB_W_GIVEN) && !kb_mention__has(s, behind, KB_W_DEFINITE)) {
    return false; // "الرئيسين المصري فلان والسوري فلان"
  }
  const bool odd = s->notes[w].after_title && !kb_mention__has(s, w, KB_W_DEFINITE) && behind != KB_NONE &&
                   kb_mention__has(s, behind, KB_W_UNKNOWN) && kb_mention__word(s, w)->feats.number == KB_DUAL;
  if (is_verb_here(s, w) || names_something_else(s, w) ||
      !(is_listed_name(s, w) || kb_mention__is_unknown(s, w) || odd)) {
    return false;
  }
  count(s, c, w);
  c->closed = kb_mention__has(s, w, KB_W_DEFINITE);
  c->joined = kb_mention__is_joined_name(s, w);
  return true;
}
