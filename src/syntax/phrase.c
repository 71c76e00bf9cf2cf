/// Noun phrases: determiners, numbers, idafa chains, adjectives, names in
/// apposition, names between quotation marks.
#include "syntax_internal.h"

/// Longest name between quotation marks or parentheses that belongs to a phrase, in words.
enum { ISLAND = 6 };

static bool is_dem(const kb_parse* p, uint32_t w)
{
  return w < p->end && kb_syntax__upos(p, w) == KB_DET && kb_syntax__particle(p, w) == KB_PCL_DEM;
}

static bool is_kind(const kb_parse* p, uint32_t w, unsigned kind)
{
  return w < p->end && p->doc->tokens.v[kb_syntax__word(p, w)->token].kind == kind;
}

/// After the word and the pronoun attached to it.
static uint32_t after(const kb_parse* p, uint32_t w)
{
  const uint32_t next = w + 1;
  return next < p->end && kb_syntax__word(p, next)->clitic == KB_ENCLITIC ? next + 1 : next;
}

static void hang_pronoun(kb_parse* p, uint32_t w)
{
  if (w + 1 < p->end && kb_syntax__word(p, w + 1)->clitic == KB_ENCLITIC) {
    kb_syntax__hang(p, w + 1, w, KB_NMOD_POSS);
  }
}

/// Can another noun follow it in the genitive?
static bool is_construct(const kb_parse* p, uint32_t w)
{
  const kb_word* x = kb_syntax__word(p, w);
  if (kb_syntax__lemma_is(p, w, "أمس")) {
    return false;
  }
  if (x->feats.upos == KB_PROPN || x->feats.upos == KB_X || x->feats.state == KB_DEF || x->feats.state == KB_INDEF) {
    return false;
  }
  if (w + 1 < p->end && x[1].clitic == KB_ENCLITIC) {
    return false;
  }
  const bool nun = x->feats.number == KB_DUAL || (x->feats.number == KB_PLUR && x->feats.gender == KB_MASC);
  return !(nun && kb_str_ends(x->form, KB_STR("ن")) && !kb_str_ends(x->lemma, KB_STR("ن")) &&
           x->feats.state != KB_CONSTRUCT);
}

static bool is_weekday_like(const kb_parse* p, uint32_t w)
{
  return kb_syntax__is_time(p, w) && kb_syntax__word(p, w)->feats.state == KB_DEF;
}

/// الإسرائيليين، متظاهرين: a plural adjective that stands for people.
static bool is_people(const kb_parse* p, uint32_t w)
{
  const kb_word* x = w < p->end ? kb_syntax__word(p, w) : NULL;
  return x && x->feats.upos == KB_ADJ && x->feats.number == KB_PLUR && x->feats.gender == KB_MASC;
}

/// مقتل ما لا يقل عن ثلاثين: a noun of doing goes with the bounds of a number too.
static bool takes_bound(const kb_parse* p, uint32_t w, uint32_t next)
{
  const kb_lexeme* x =
    next < p->end && kb_syntax__upos(p, w) == KB_NOUN && is_construct(p, w) ? kb_syntax__lexeme(p, w) : NULL;
  return x && (x->base != KB_NONE || x->noun_class == KB_CLASS_EVENT) && kb_syntax__bounded(p, next) != KB_NONE;
}

/// May `next` be the genitive of `w`?
static bool takes_genitive(const kb_parse* p, uint32_t w, uint32_t next)
{
  if (next >= p->end || !is_construct(p, w)) {
    return false;
  }
  if (is_dem(p, next)) {
    return kb_syntax__upos(p, next + 1) == KB_NOUN;
  }
  if (takes_bound(p, w, next)) {
    return true;
  }
  const unsigned u = kb_syntax__upos(p, next);
  if (u == KB_NUM) {
    return kb_syntax__upos(p, w) == KB_NOUN;
  }
  if (is_people(p, next) && !(kb_syntax__word(p, w)->feats.human && kb_syntax__word(p, w)->feats.number == KB_PLUR)) {
    return true; // عشرات الفلسطينيين
  }
  if (u != KB_NOUN && u != KB_PROPN && u != KB_X) {
    return kb_syntax__word(p, w)->feats.elative && u == KB_ADJ;
  }
  if (is_weekday_like(p, next) && !kb_syntax__is_time(p, w)) {
    const kb_lexeme* x = kb_syntax__lexeme(p, w);
    return x && x->noun_class != KB_CLASS_PERSON && x->noun_class != KB_CLASS_ROLE && u == KB_NOUN &&
           kb_syntax__word(p, w)->feats.upos == KB_NOUN && kb_syntax__word(p, w)->feats.elative;
  }
  return !kb_syntax__is_accusative(p, next) || kb_syntax__word(p, next)->feats.number >= KB_DUAL;
}

/// Does the adjective agree with the noun in gender, number and definiteness?
static bool agrees(const kb_parse* p, uint32_t noun, uint32_t adj, bool definite_chain)
{
  const kb_word* n        = kb_syntax__word(p, noun);
  const kb_word* a        = kb_syntax__word(p, adj);
  const bool     definite = kb_syntax__is_definite(p, noun) || definite_chain;
  if ((a->feats.state == KB_DEF) != definite && !a->feats.ordinal) {
    return false;
  }
  if (n->feats.upos == KB_PROPN || n->feats.upos == KB_X) {
    return true;
  }
  const unsigned g = kb_feats_agreeing_gender(n->feats);
  if (n->feats.number == KB_PLUR && n->feats.human) {
    return a->feats.number == KB_PLUR || a->feats.gender == KB_FEM;
  }
  return (!g || !a->feats.gender || g == a->feats.gender) && (a->feats.number != KB_PLUR || n->feats.number != KB_SING);
}

/// The nouns of an idafa chain, from its head to its last member.
typedef struct chain {
  uint32_t v[12];
  uint32_t n;
} chain;

static void chain_add(chain* c, uint32_t w)
{
  if (c->n < sizeof c->v / sizeof *c->v) {
    c->v[c->n++] = w;
  }
}

/// Attach an adjective to the nearest noun of the chain that it agrees with.
static bool attach_adjective(kb_parse* p, const chain* c, uint32_t adj)
{
  const bool definite = kb_syntax__is_definite(p, c->v[c->n - 1]);
  for (uint32_t i = c->n; i-- > 0;) {
    if (agrees(p, c->v[i], adj, definite && i + 1 < c->n)) {
      kb_syntax__hang(p, adj, c->v[i], KB_AMOD);
      return true;
    }
  }
  return false;
}

static bool is_ten(const kb_parse* p, uint32_t w)
{
  return w < p->end && kb_syntax__upos(p, w) == KB_NUM && kb_syntax__lemma_is(p, w, "عشرة");
}

static uint32_t adjectives(kb_parse* p, const chain* c, uint32_t at)
{
  for (;;) {
    uint32_t adj = at;
    uint32_t cc  = KB_NONE;
    if (kb_syntax__upos(p, at) == KB_CCONJ && kb_syntax__upos(p, at + 1) == KB_ADJ && at > p->first &&
        kb_syntax__upos(p, at - 1) == KB_ADJ) {
      cc  = at;
      adj = at + 1;
    }
    const bool negated = kb_syntax__upos(p, adj) == KB_NOUN && kb_syntax__particle(p, adj) == KB_PCL_NEG &&
                         kb_syntax__upos(p, adj + 1) == KB_ADJ;
    const uint32_t neg = negated ? adj++ : KB_NONE; // غير شرعي
    if (kb_syntax__upos(p, adj) != KB_ADJ || !attach_adjective(p, c, adj)) {
      return at;
    }
    if (cc != KB_NONE) {
      kb_syntax__hang(p, cc, adj, KB_CC);
    }
    if (neg != KB_NONE) {
      kb_syntax__hang(p, neg, adj, KB_ADVMOD);
    }
    hang_pronoun(p, adj);
    at = after(p, adj);
    if (kb_syntax__word(p, adj)->feats.ordinal && is_ten(p, at)) { // الحادي عشر
      kb_syntax__hang(p, at++, adj, KB_FLAT);
    }
  }
}

/// Does the word name one of these kinds (bits by kb_entity_type) by itself?
static bool is_whole_name_of(const kb_parse* p, uint32_t w, unsigned kinds)
{
  const uint32_t node = kb_lexicon_step(p->lex, KB_PHRASE_ROOT, kb_syntax__word(p, w)->key);
  for (uint32_t i = kb_lexicon_ends(p->lex, node); i != KB_NONE;) {
    const kb_phrase* phrase = kb_lexicon_phrase(p->lex, i);
    if (phrase->kind == KB_PHRASE_NAME && kinds >> kb_lexicon_gaz(p->lex, phrase->id)->type & 1u) {
      return true;
    }
    i = phrase->next;
  }
  return false;
}

/// A name that is complete by itself: a country, a town.
static bool is_whole_name(const kb_parse* p, uint32_t w)
{
  return is_whole_name_of(p, w, ~(1u << KB_ENT_PERSON));
}

/// Words of a name: the first heads the others.
static uint32_t names(kb_parse* p, uint32_t at)
{
  const uint32_t head = at++;
  while (at < p->end &&
         (kb_syntax__upos(p, at) == KB_PROPN || (kb_syntax__upos(p, at) == KB_X && is_kind(p, at, KB_TOKEN_LATIN))) &&
         !(is_whole_name(p, at) && is_whole_name(p, at - 1))) {
    kb_syntax__hang(p, at, head, KB_FLAT);
    ++at;
  }
  return at;
}

static void phrase(kb_parse* p, uint32_t word, bool islands, kb_item* item);

/// A name between marks right after a noun: تنظيم "الدولة الإسلامية"، عين العرب (كوباني).
static uint32_t island(kb_parse* p, const chain* c, uint32_t at)
{
  const kb_token* t     = at < p->end ? &p->doc->tokens.v[kb_syntax__word(p, at)->token] : NULL;
  const bool      quote = t && t->kind == KB_TOKEN_OPEN;
  const bool      paren = t && t->kind == KB_TOKEN_PUNCT && p->doc->text.p[t->span.start] == '(';
  if (!quote && !paren) {
    return at;
  }
  uint32_t end = at + 1;
  while (end < p->end && end - at <= ISLAND + 1) {
    const kb_token* e = &p->doc->tokens.v[kb_syntax__word(p, end)->token];
    if (quote ? e->kind == KB_TOKEN_CLOSE : e->kind == KB_TOKEN_PUNCT && p->doc->text.p[e->span.start] == ')') {
      break;
    }
    const unsigned u = kb_syntax__upos(p, end);
    if (u == KB_VERB || u == KB_AUX || u == KB_SCONJ || (u == KB_PUNCT && quote)) {
      return at;
    }
    ++end;
  }
  if (end >= p->end || end - at > ISLAND + 1 || end == at + 1) {
    return at;
  }
  const uint32_t noun = c->v[c->n - 1];
  kb_item        inner;
  uint32_t       head = at + 1;
  if (kb_syntax__is_nominal(p, head)) {
    phrase(p, head, false, &inner);
    head = inner.head;
  }
  kb_syntax__hang(p, head, noun, KB_APPOS);
  for (uint32_t w = at + 1; w < end; ++w) {
    kb_syntax__hang(p, w, head, KB_DEP);
  }
  kb_syntax__hang(p, at, head, KB_PUNCT_REL);
  kb_syntax__hang(p, end, head, KB_PUNCT_REL);
  return end + 1;
}

/// Numbers: the first heads the rest; the counted noun hangs on it.
static uint32_t number(kb_parse* p, uint32_t at, uint32_t* head)
{
  *head = at;
  hang_pronoun(p, at);
  at = after(p, at);
  for (;;) {
    if (kb_syntax__upos(p, at) == KB_NUM) {
      kb_syntax__hang(p, at, *head, KB_NUMMOD);
      ++at;
    } else if (kb_syntax__upos(p, at) == KB_CCONJ && kb_syntax__upos(p, at + 1) == KB_NUM &&
               !is_kind(p, at - 1, KB_TOKEN_NUMBER)) {
      kb_syntax__hang(p, at, at + 1, KB_CC);
      kb_syntax__hang(p, at + 1, *head, KB_CONJ);
      at += 2;
    } else if (kb_syntax__upos(p, at) == KB_SYM) {
      kb_syntax__hang(p, at, *head, KB_NMOD);
      ++at;
    } else {
      return at;
    }
  }
}

/// Is the noun, or the idafa that it heads, definite?
static bool ends_definite(const kb_parse* p, uint32_t w)
{
  enum { FAR = 6 };
  for (unsigned i = 0; i < FAR && w < p->end; ++i) {
    const uint32_t next = w + 1;
    if (kb_syntax__is_definite(p, w) || (next < p->end && kb_syntax__word(p, next)->clitic == KB_ENCLITIC)) {
      return true;
    }
    if (!takes_genitive(p, w, next)) {
      return false;
    }
    w = next;
  }
  return false;
}

/// `counted`: behind a number, where an idafa would be indefinite: أعلنت سبع دول قطع علاقاتها.
static uint32_t noun_chain(kb_parse* p, uint32_t at, bool counted, chain* c)
{
  uint32_t noun = at;
  chain_add(c, noun);
  hang_pronoun(p, noun);
  at = after(p, noun);
  while (takes_genitive(p, noun, at) && !(counted && ends_definite(p, at))) {
    uint32_t next = at;
    if (is_dem(p, at)) {
      next = at + 1;
      kb_syntax__hang(p, at, next, KB_DET_REL);
    }
    const uint32_t bounded = kb_syntax__bounded(p, next);
    if (bounded != KB_NONE) {
      kb_syntax__hang_bound(p, next, bounded);
      next = bounded;
    }
    if (kb_syntax__upos(p, next) == KB_NUM) {
      uint32_t head;
      at = number(p, next, &head);
      kb_syntax__hang(p, head, noun, KB_NMOD_POSS);
      if (kb_syntax__upos(p, at) != KB_NOUN && (!is_people(p, at) || kb_syntax__lemma_is(p, head, "واحد"))) {
        return at;
      }
      next = at; // مقتل سبعة جنود، مقتل سبعة سوريين
      kb_syntax__hang(p, next, head, KB_NMOD);
    } else {
      kb_syntax__hang(p, next, noun, KB_NMOD_POSS);
    }
    chain_add(c, next);
    if (kb_syntax__upos(p, next) == KB_PROPN || kb_syntax__upos(p, next) == KB_X) {
      return names(p, next);
    }
    hang_pronoun(p, next);
    noun = next;
    at   = after(p, next);
  }
  return at;
}

/// غزت القوات الأميركية العراق، قصفت الطائرات حلب، منحت اليابان الأردن: neither people, bodies and what they strike
/// with nor countries bear the name of another.
bool kb_syntax__is_other_place(const kb_parse* p, uint32_t head, uint32_t name)
{
  const kb_lexeme* h = kb_syntax__lexeme(p, head);
  if (!is_whole_name_of(p, name, 1u << KB_ENT_COUNTRY | 1u << KB_ENT_CITY)) {
    return false;
  }
  if (kb_syntax__upos(p, head) == KB_PROPN) {
    return is_whole_name(p, name - 1);
  }
  const unsigned class = h ? h->noun_class : KB_CLASS_NONE;
  return class == KB_CLASS_PERSON || class == KB_CLASS_ROLE || class == KB_CLASS_GROUP || class == KB_CLASS_ORG ||
         class == KB_CLASS_VEHICLE || class == KB_CLASS_WEAPON;
}

/// A name after its title: الرئيس السوري بشار الأسد.
static uint32_t apposition(kb_parse* p, const chain* c, uint32_t at)
{
  if (kb_syntax__upos(p, at) != KB_PROPN || is_kind(p, at - 1, KB_TOKEN_PUNCT) ||
      kb_syntax__is_other_place(p, c->v[0], at)) {
    return at;
  }
  kb_syntax__hang(p, at, c->v[0], KB_APPOS);
  return names(p, at);
}

/// المدنيون الثلاثة: a number in the definite form behind the definite plural that it counts.
static uint32_t number_behind(kb_parse* p, const chain* c, uint32_t at)
{
  const kb_word* n = kb_syntax__word(p, c->v[c->n - 1]);
  if (kb_syntax__upos(p, at) != KB_NUM || kb_syntax__word(p, at)->feats.state != KB_DEF || n->feats.number < KB_DUAL ||
      n->feats.state != KB_DEF || kb_syntax__is_time(p, c->v[c->n - 1])) {
    return at;
  }
  kb_syntax__hang(p, at, c->v[c->n - 1], KB_NUMMOD);
  return at + 1;
}

static void phrase(kb_parse* p, uint32_t word, bool islands, kb_item* item)
{
  chain    c          = {.n = 0};
  uint32_t at         = word;
  *item               = kb_syntax__item_of(KB_ITEM_NP, word);
  uint32_t determiner = KB_NONE;
  if (is_dem(p, at) && at + 1 < p->end &&
      (kb_syntax__upos(p, at + 1) == KB_NOUN || kb_syntax__upos(p, at + 1) == KB_ADJ)) {
    determiner = at++;
  } else if (kb_syntax__upos(p, at) == KB_DET && kb_syntax__upos(p, at + 1) == KB_NOUN) {
    determiner = at++; // أي خطط
  }
  uint32_t number_head = KB_NONE;
  if (kb_syntax__upos(p, at) == KB_NUM) {
    at                 = number(p, at, &number_head);
    const bool counted = (kb_syntax__upos(p, at) == KB_NOUN && !is_weekday_like(p, at)) || is_people(p, at);
    if (!counted) {
      item->head = number_head;
      item->last = at - 1;
      if (determiner != KB_NONE) {
        kb_syntax__hang(p, determiner, number_head, KB_DET_REL);
      }
      return;
    }
  }
  const unsigned u = kb_syntax__upos(p, at);
  if (u == KB_PROPN || (u == KB_X && is_kind(p, at, KB_TOKEN_LATIN))) {
    chain_add(&c, at);
    at = names(p, at);
  } else {
    at = noun_chain(p, at, number_head != KB_NONE, &c);
  }
  if (number_head != KB_NONE) {
    kb_syntax__hang(p, c.v[0], number_head, KB_NMOD);
  }
  at         = islands ? island(p, &c, at) : at;
  at         = adjectives(p, &c, at);
  at         = number_behind(p, &c, at);
  at         = adjectives(p, &c, at);
  at         = apposition(p, &c, at);
  at         = islands ? island(p, &c, at) : at;
  item->head = number_head != KB_NONE ? number_head : c.v[0];
  item->last = at - 1;
  if (determiner != KB_NONE) {
    kb_syntax__hang(p, determiner, item->head, KB_DET_REL);
  }
}

void kb_syntax__phrase(kb_parse* p, uint32_t word, kb_item* item)
{
  phrase(p, word, true, item);
}
