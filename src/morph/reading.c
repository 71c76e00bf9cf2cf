/// A reading of a stem between its clitics: whether they go together, and what it weighs.
#include "segment.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

/// Does the article stand before a piece of the word?
static bool follows_article(const kb_gather* g, kb_piece stem)
{
  const size_t n = sizeof ARTICLE - 1;
  return (size_t)(stem.bare - g->word.bare) >= n && memcmp(stem.bare - n, ARTICLE, n) == 0;
}

void kb_morph__set_form(kb_gather* g, kb_piece stem, bool article, kb_cand* c)
{
  const size_t before = article ? sizeof ARTICLE - 1 : 0;
  if (stem.cached && (!article || follows_article(g, stem))) {
    c->form = (kb_str){stem.bare - before, stem.n + before};
    c->key  = (kb_str){stem.key - before, stem.n + before};
    return;
  }
  char form[KB_KEY_MAX + 8], key[KB_KEY_MAX + 8];
  memcpy(form, ARTICLE, before);
  memcpy(key, ARTICLE, before);
  memcpy(form + before, stem.bare, stem.n);
  memcpy(key + before, stem.key, stem.n);
  c->form   = kb_arena_copy(g->cache->arena, (kb_str){form, stem.n + before});
  c->key    = kb_arena_copy(g->cache->arena, (kb_str){key, stem.n + before});
  g->failed = g->failed || !c->form.p || !c->key.p;
}

static void count_clitics(const kb_gather* g, const kb_prefix* p, const kb_pronoun* pronoun, kb_cand* c)
{
  const kb_scores* s = &g->cache->scores;
  if (p->conj) {
    kb_morph__count(s, c, p->conj == 'w' ? KB_W_CLITIC_WA : KB_W_CLITIC_FA);
    if (g->known) {
      kb_morph__count(s, c, KB_W_CONJ_KNOWN);
    }
  }
  if (p->prep) {
    kb_morph__count(s, c,
                    p->prep == 'b'   ? KB_W_CLITIC_BI
                    : p->prep == 'l' ? KB_W_CLITIC_LI
                    : p->prep == 'k' ? KB_W_CLITIC_KA
                                     : KB_W_CLITIC_SA);
    if (p->conj ? g->known_after_conj : g->known) {
      kb_morph__count(s, c, KB_W_PREP_KNOWN);
    }
  }
  if (pronoun) {
    const unsigned person = pronoun->feats.person;
    kb_morph__count(s, c, person == 1 ? KB_W_PRONOUN_FIRST : person == 2 ? KB_W_PRONOUN_SECOND : KB_W_PRONOUN);
    if (p->conj ? g->known_after_conj : g->known) {
      kb_morph__count(s, c, KB_W_PRONOUN_KNOWN);
    }
  }
}

/// لم يحدد of حد: grammar allows it beside لم يحد, news writes حدد.
static bool is_uncontracted(const kb_lexeme* x, const kb_reading* r)
{
  const kb_str root = x->root;
  return r->feats.mood == KB_JUSSIVE && r->feats.number == KB_SING && x->form != 2 && x->form != 5 && root.n > 4 &&
         memcmp(root.p + root.n - 2, root.p + root.n - 4, 2) == 0;
}

static void count_frequency(const kb_scores* s, const kb_lexeme* x, bool verb, kb_cand* c)
{
  static const unsigned of_freq[2][4] = {
    {KB_W_NOMINAL_CLASSICAL, KB_W_NOMINAL_RARE, KB_FEATURES, KB_W_NOMINAL_FREQUENT},
    {KB_W_VERB_CLASSICAL, KB_W_VERB_RARE, KB_FEATURES, KB_W_VERB_FREQUENT},
  };
  const unsigned feature = of_freq[verb][x->freq & 3u];
  if (feature < KB_FEATURES) {
    kb_morph__count(s, c, feature);
  }
}

static void count_reading(const kb_gather* g, const kb_reading* r, kb_cand* c)
{
  const kb_scores* s    = &g->cache->scores;
  const kb_lexeme* x    = kb_lexicon_lexeme(g->cache->lex, r->lexeme);
  const bool       verb = r->feats.upos == KB_VERB;
  kb_morph__count(s, c, KB_W_LAYER_EXACT + r->layer);
  count_frequency(s, x, verb, c);
  if (verb) {
    if (r->feats.voice == KB_PASSIVE) {
      kb_morph__count(s, c, KB_W_PASSIVE);
    }
    if (r->feats.person == 1 || r->feats.person == 2) {
      kb_morph__count(s, c, r->feats.person == 1 ? KB_W_FIRST_PERSON : KB_W_SECOND_PERSON);
    }
    if (r->feats.aspect == KB_IMPERATIVE || r->feats.mood == KB_JUSSIVE) {
      kb_morph__count(s, c, r->feats.aspect == KB_IMPERATIVE ? KB_W_IMPERATIVE : KB_W_JUSSIVE);
    }
    if (r->feats.number == KB_DUAL) {
      kb_morph__count(s, c, KB_W_DUAL);
    }
    if (is_uncontracted(x, r)) {
      kb_morph__count(s, c, KB_W_UNCONTRACTED);
    }
  } else if (x->kind == KB_LEX_NAME) {
    kb_morph__count(s, c, x->common ? KB_W_NAME_COMMON : KB_W_NAME);
  } else if (x->kind == KB_LEX_GAZ) {
    kb_morph__count(s, c, KB_W_GAZETTEER);
  } else if (x->base != KB_NONE && x->form) { // only lexemes made from a verb carry its form
    kb_morph__count(s, c, r->feats.upos == KB_ADJ ? KB_W_PARTICIPLE : KB_W_DERIVED);
  }
}

bool kb_morph__fits(const kb_gather* g, const kb_prefix* p, const kb_reading* r, bool pronoun, kb_mend how)
{
  const kb_lexeme* x         = kb_lexicon_lexeme(g->cache->lex, r->lexeme);
  const unsigned   upos      = r->feats.upos;
  const bool       nominal   = upos == KB_NOUN || upos == KB_ADJ || upos == KB_PROPN || upos == KB_NUM;
  const bool       imperfect = upos == KB_VERB && r->feats.aspect == KB_IMPERFECT;
  if (upos == KB_PROPN && (x->feats.state == KB_DEF) != p->article) {
    return false;
  }
  if (p->article && (!nominal || pronoun || r->feats.state == KB_CONSTRUCT || r->feats.state == KB_INDEF)) {
    return false;
  }
  if (upos == KB_VERB && pronoun && !kb_governs(x->args, KB_FS_OBJ) && x->freq < 3) {
    return false; // شبه is no شب + ه
  }
  if (p->prep == 's') {
    return imperfect && r->feats.mood != KB_SUBJUNCTIVE && r->feats.mood != KB_JUSSIVE;
  }
  if (p->prep && !nominal) {
    const kb_particle pc    = (kb_particle)x->particle;
    const bool        taker = pc == KB_PCL_DEM || pc == KB_PCL_REL || pc == KB_PCL_THAT || pc == KB_PCL_PREP ||
                       pc == KB_PCL_PURPOSE || upos == KB_DET || (pc == KB_PCL_QUESTION && upos != KB_PART) ||
                       (pc == KB_PCL_NEG && upos == KB_PART);
    const bool purpose = p->prep == 'l' && imperfect && (r->feats.mood != KB_INDICATIVE || r->feats.number != KB_PLUR);
    if (!taker && !purpose && !(upos == KB_ADV && p->prep == 'l')) {
      return false;
    }
  }
  if (!pronoun) {
    return true;
  }
  if (how == KB_MEND_PREP) {
    return upos == KB_ADP;
  }
  if (how == KB_MEND_TA || how == KB_MEND_HAMZA) {
    return upos == KB_NOUN || upos == KB_ADJ;
  }
  if (how == KB_MEND_WA) {
    return upos == KB_VERB && r->feats.number == KB_PLUR;
  }
  return upos == KB_NOUN || upos == KB_VERB || upos == KB_ADP || upos == KB_ADJ || upos == KB_NUM ||
         x->particle == KB_PCL_THAT || x->particle == KB_PCL_MODAL || kb_str_eq(x->lemma, KB_STR("لأن")) ||
         kb_str_eq(x->lemma, KB_STR("لكن")) || kb_str_eq(x->lemma, KB_STR("كأن"));
}

static unsigned gender_of(const kb_pronoun* pronoun)
{
  return pronoun->feats.person == 3 ? pronoun->feats.gender : (unsigned)KB_GENDER_NONE;
}

static bool ends_apart(const kb_cand* c, kb_str ending)
{
  return kb_str_ends(c->form, ending) && !kb_str_ends(c->lemma, ending);
}

static bool is_nominative(const kb_cand* c)
{
  const kb_feats f = c->feats;
  return (f.upos == KB_NOUN || f.upos == KB_NUM) &&
         ((f.number == KB_DUAL && ends_apart(c, KB_STR("ان"))) ||
          (f.number == KB_PLUR && f.gender == KB_MASC && ends_apart(c, KB_STR("ون"))));
}

/// من بينهم، من خلالها; but من معه، من فيها: who is.
static bool is_after_from(const kb_lexicon* lex, const kb_cand* c)
{
  return c->feats.upos == KB_ADP && c->enclitic && !c->pro[0] && !kb_lexicon_cue_of(lex, c->lemma, KB_CUE_WHO_IS);
}

void kb_morph__add_reading(
  kb_gather* g, const kb_prefix* p, kb_piece stem, const kb_pronoun* pronoun, const kb_reading* r)
{
  const kb_lexeme* x = kb_lexicon_lexeme(g->cache->lex, r->lexeme);
  kb_cand          c = {.enclitic = (uint8_t)(pronoun ? pronoun - kb_morph__pronouns + 1 : 0),
                        .layer    = r->layer,
                        .elided   = p->elided,
                        .lexeme   = r->lexeme,
                        .feats    = r->feats,
                        .lemma    = x->lemma};
  size_t           k = 0;
  if (p->conj) {
    c.pro[k++] = p->conj;
  }
  if (p->prep) {
    c.pro[k++] = p->prep;
  }
  if (p->article) {
    c.feats.state = KB_DEF;
  } else if (pronoun && c.feats.upos != KB_VERB) {
    c.feats.state = KB_CONSTRUCT;
  }
  c.feats.human |= x->feats.human;
  const kb_scores* s   = &g->cache->scores;
  const kb_tag     tag = kb_morph__tag_of(g->cache->lex, r->lexeme, c.feats, p->article, pronoun != NULL);
  count_reading(g, r, &c);
  count_clitics(g, p, pronoun, &c);
  kb_morph__count(s, &c, kb_morph__tag_feature(tag));
  if (p->article && x->kind == KB_LEX_NUMBER && !c.feats.ordinal) {
    kb_morph__count(s, &c, KB_W_NUMBER_ARTICLE);
  }
  if (r->feats.state == KB_CONSTRUCT && !pronoun) {
    kb_morph__count(s, &c, KB_W_CONSTRUCT);
  }
  const bool topic = pronoun && (tag == KB_TAG_THAT || tag == KB_TAG_SUBORD || tag == KB_TAG_CONJ);
  c.last_tag       = (uint8_t)(topic ? KB_TAG_TOPIC : tag);
  c.topic_gender   = (uint8_t)(topic ? gender_of(pronoun) : KB_GENDER_NONE);
  c.first_tag      = (uint8_t)tag;
  if (p->prep) {
    const kb_tag pt = p->prep == 's' ? KB_TAG_FUTURE : c.feats.upos == KB_VERB ? KB_TAG_PURPOSE : KB_TAG_PREP;
    kb_morph__count(s, &c, kb_morph__pair_feature(pt, tag));
    c.first_tag = (uint8_t)pt;
  }
  if (p->conj) {
    kb_morph__count(s, &c, kb_morph__pair_feature(KB_TAG_CONJ, c.first_tag));
    c.first_tag = KB_TAG_CONJ;
  }
  kb_morph__set_form(g, stem, p->article, &c);
  c.nominative = is_nominative(&c);
  c.tells      = c.feats.upos == KB_VERB && c.feats.voice == KB_ACTIVE && kb_governs(x->args, KB_FS_THAT);
  c.after_from = is_after_from(g->cache->lex, &c);
  kb_morph__keep(g, &c);
}
