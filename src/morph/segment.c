/// Legal splits of a token into clitics and a stem that the lexicon knows.
///
/// Order: [و|ف] [ب|ل|ك|س] [ال] stem [pronoun]. س and the ل of purpose stand
/// before imperfects, ب ك ل before nominals; the article excludes a pronoun.
#include "morph_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

/// What stands before the stem.
typedef struct prefix {
  uint8_t  conj; ///< w f, 0 none
  uint8_t  prep; ///< b l k s, 0 none
  bool     article;
  bool     elided; ///< ل + ال written لل
  kb_piece rest;   ///< stem and pronoun
} prefix;

typedef enum mend {
  MEND_NONE,
  MEND_TA,    ///< حكومت+ه: ة
  MEND_YA,    ///< نفا+ه: ى
  MEND_WA,    ///< قالو+ه: وا
  MEND_HAMZA, ///< أصدقائ+ه: ء
  MEND_PREP,  ///< علي+ه: ى
} mend;

void kb_morph__keep(kb_gather* g, const kb_cand* c)
{
  uint32_t i = g->n;
  while (i > 0 && g->v[i - 1].score < c->score) {
    --i;
  }
  if (i >= KB_CAND_MAX) {
    return;
  }
  const uint32_t last = g->n < KB_CAND_MAX ? g->n : KB_CAND_MAX - 1;
  memmove(&g->v[i + 1], &g->v[i], (last - i) * sizeof *g->v);
  g->v[i] = *c;
  g->n += g->n < KB_CAND_MAX;
}

#define PRONOUN(letters, p, g, n)                                  \
  {                                                                \
    {letters, sizeof(letters) - 1},                                \
    {                                                              \
      .upos = KB_PRON, .person = (p), .gender = (g), .number = (n) \
    }                                                              \
  }

const kb_pronoun kb_morph__pronouns[KB_PRONOUNS] = {
  PRONOUN("هما", 3, KB_GENDER_NONE, KB_DUAL), PRONOUN("كما", 2, KB_GENDER_NONE, KB_DUAL),
  PRONOUN("ها", 3, KB_FEM, KB_SING),          PRONOUN("هم", 3, KB_MASC, KB_PLUR),
  PRONOUN("هن", 3, KB_FEM, KB_PLUR),          PRONOUN("كم", 2, KB_MASC, KB_PLUR),
  PRONOUN("كن", 2, KB_FEM, KB_PLUR),          PRONOUN("نا", 1, KB_GENDER_NONE, KB_PLUR),
  PRONOUN("ني", 1, KB_GENDER_NONE, KB_SING),  PRONOUN("ه", 3, KB_MASC, KB_SING),
  PRONOUN("ك", 2, KB_GENDER_NONE, KB_SING),   PRONOUN("ي", 1, KB_GENDER_NONE, KB_SING),
};

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

static void count_clitics(const kb_gather* g, const prefix* p, const kb_pronoun* pronoun, kb_cand* c)
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

static void count_reading(const kb_gather* g, const kb_reading* r, kb_cand* c)
{
  const kb_scores* s    = &g->cache->scores;
  const kb_lexeme* x    = kb_lexicon_lexeme(g->cache->lex, r->lexeme);
  const bool       verb = r->feats.upos == KB_VERB;
  kb_morph__count(s, c, KB_W_LAYER_EXACT + r->layer);
  if (x->freq == 1 || x->freq == 3) {
    kb_morph__count(s, c,
                    verb ? (x->freq == 1 ? KB_W_VERB_RARE : KB_W_VERB_FREQUENT)
                         : (x->freq == 1 ? KB_W_NOMINAL_RARE : KB_W_NOMINAL_FREQUENT));
  }
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

/// May this reading take what stands around it?
static bool fits(const kb_gather* g, const prefix* p, const kb_reading* r, bool pronoun, mend how)
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
  if (how == MEND_PREP) {
    return upos == KB_ADP;
  }
  if (how == MEND_TA || how == MEND_HAMZA) {
    return upos == KB_NOUN || upos == KB_ADJ;
  }
  if (how == MEND_WA) {
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

static void add_reading(kb_gather* g, const prefix* p, kb_piece stem, const kb_pronoun* pronoun, const kb_reading* r)
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
  kb_morph__keep(g, &c);
}

static void look_up(kb_gather* g, const prefix* p, kb_piece stem, const kb_pronoun* pronoun, mend how)
{
  kb_reading   found[24];
  const size_t n = kb_lexicon_find(g->cache->lex, kb_morph__bare(stem), (kb_str){stem.key, stem.n}, found, 24);
  for (size_t i = 0; i < n && !g->failed; ++i) {
    if (pronoun && how == MEND_NONE && found[i].layer >= KB_LAYER_YA) {
      continue; // a final ه is the pronoun here, and a final ي no ى
    }
    if (fits(g, p, &found[i], pronoun != NULL, how)) {
      add_reading(g, p, stem, pronoun, &found[i]);
    }
  }
}

/// Room for a piece that is not written so in the word.
typedef struct letters {
  char bare[KB_KEY_MAX + 8], key[KB_KEY_MAX + 8];
} letters;

/// `ending` behind `start`.
static kb_piece joined(letters* room, kb_str start, kb_str ending)
{
  memcpy(room->bare, start.p, start.n);
  memcpy(room->bare + start.n, ending.p, ending.n);
  const size_t n = start.n + ending.n;
  return (kb_piece){room->bare, room->key, kb_text_fold((kb_str){room->bare, n}, room->key), false};
}

static void before_pronoun(kb_gather* g, const prefix* p, kb_piece stem, const kb_pronoun* pronoun)
{
  static const struct {
    const char* end;
    size_t      cut;
    const char* instead;
    mend        how;
  } mends[] = {
    {"\xD8\xAA", 2, "\xD8\xA9", MEND_TA},    // ت ة
    {"\xD8\xA7", 2, "\xD9\x89", MEND_YA},    // ا ى
    {"\xD9\x88", 0, "\xD8\xA7", MEND_WA},    // و وا
    {"\xD8\xA6", 2, "\xD8\xA1", MEND_HAMZA}, // ئ ء
    {"\xD8\xA4", 2, "\xD8\xA1", MEND_HAMZA}, // ؤ ء
    {"\xD9\x8A", 2, "\xD9\x89", MEND_PREP},  // ي ى
  };
  letters mended;
  look_up(g, p, stem, pronoun, MEND_NONE);
  for (size_t i = 0; i < sizeof mends / sizeof *mends; ++i) {
    if (kb_str_ends(kb_morph__bare(stem), kb_str_of(mends[i].end))) {
      const kb_str start = {stem.bare, stem.n - mends[i].cut};
      look_up(g, p, joined(&mended, start, kb_str_of(mends[i].instead)), pronoun, mends[i].how);
    }
  }
}

static void with_pronouns(kb_gather* g, const prefix* p)
{
  for (const kb_pronoun* pronoun = kb_morph__pronouns; pronoun < kb_morph__pronouns + KB_PRONOUNS; ++pronoun) {
    const size_t n = pronoun->form.n;
    if (p->rest.n >= n + 4 && kb_str_ends(kb_morph__bare(p->rest), pronoun->form)) {
      before_pronoun(g, p, (kb_piece){p->rest.bare, p->rest.key, p->rest.n - n, p->rest.cached}, pronoun);
    }
  }
}

/// له، بها: nothing but a preposition and a pronoun.
static void bare_preposition(kb_gather* g, const prefix* p)
{
  if (p->prep != 'l' && p->prep != 'b') {
    return;
  }
  for (const kb_pronoun* pronoun = kb_morph__pronouns; pronoun < kb_morph__pronouns + KB_PRONOUNS; ++pronoun) {
    if (kb_str_eq(kb_morph__bare(p->rest), pronoun->form) && !kb_str_eq(pronoun->form, KB_STR("ني"))) {
      const kb_piece preposition = {p->rest.bare - 2, p->rest.key - 2, 2, p->rest.cached};
      prefix         q           = *p;
      kb_reading     r           = {.lexeme = p->prep == 'l' ? g->cache->particle_li : g->cache->particle_bi,
                                    .feats  = {.upos = KB_ADP}};
      q.prep                     = 0;
      add_reading(g, &q, preposition, pronoun, &r);
    }
  }
}

static void try_prefix(kb_gather* g, const prefix* p)
{
  if (p->rest.n >= 2) {
    look_up(g, p, p->rest, NULL, MEND_NONE);
  }
  if (!p->article) {
    with_pronouns(g, p);
    bare_preposition(g, p);
  }
  if (!p->article && kb_str_starts(kb_morph__bare(p->rest), KB_STR(ARTICLE)) && p->rest.n >= 8 && p->prep != 's' &&
      p->prep != 'l') {
    prefix q  = *p;
    q.article = true;
    q.rest    = kb_morph__from(p->rest, 4);
    look_up(g, &q, q.rest, NULL, MEND_NONE);
  }
}

/// للدول = ل + الدول, للجنة = ل + اللجنة
static void elided_article(kb_gather* g, const prefix* p)
{
  if (p->prep != 'l' || p->rest.n < 4 || !kb_str_starts(kb_morph__bare(p->rest), KB_STR("ل"))) {
    return;
  }
  const kb_piece after = kb_morph__from(p->rest, 2);
  prefix         q     = *p;
  q.article = q.elided = true;
  look_up(g, &q, after, NULL, MEND_NONE);
  look_up(g, &q, p->rest, NULL, MEND_NONE);
  // للذين، للتي: the article belongs to the relative
  letters whole;
  q.article = q.elided = false;
  look_up(g, &q, joined(&whole, KB_STR(ARTICLE), kb_morph__bare(after)), NULL, MEND_NONE);
  look_up(g, &q, joined(&whole, KB_STR(ARTICLE), kb_morph__bare(p->rest)), NULL, MEND_NONE);
}

static void try_prepositions(kb_gather* g, uint8_t conj, kb_piece rest)
{
  static const struct {
    const char* letter;
    uint8_t     prep;
  } preps[] = {{"ب", 'b'}, {"ل", 'l'}, {"ك", 'k'}, {"س", 's'}};
  prefix p  = {.conj = conj, .rest = rest};
  try_prefix(g, &p);
  for (size_t i = 0; i < sizeof preps / sizeof *preps; ++i) {
    if (rest.n >= 4 && kb_str_starts(kb_morph__bare(rest), kb_str_of(preps[i].letter))) {
      p.prep = preps[i].prep;
      p.rest = kb_morph__from(rest, 2);
      try_prefix(g, &p);
      elided_article(g, &p);
    }
  }
}

/// Does the lexicon have the word as it stands, in the same spelling?
static bool is_known(const kb_gather* g, kb_piece word)
{
  kb_reading one;
  return kb_lexicon_find(g->cache->lex, kb_morph__bare(word), (kb_str){word.key, word.n}, &one, 1) &&
         one.layer <= KB_LAYER_ALEF;
}

static bool is_participle(const kb_cand* c)
{
  for (uint32_t i = 0; i < c->n_features; ++i) {
    if (c->feature[i] == KB_W_PARTICIPLE) {
      return true;
    }
  }
  return false;
}

static bool same_clitics(const kb_cand* a, const kb_cand* b)
{
  return a->enclitic == b->enclitic && memcmp(a->pro, b->pro, sizeof a->pro) == 0;
}

/// Feature of a reading that yields to another of the same letters, KB_FEATURES if it does not.
static unsigned yields(const kb_gather* g, const kb_cand* c, const kb_cand* other)
{
  const kb_lexeme* x = kb_lexicon_lexeme(g->cache->lex, c->lexeme);
  const kb_lexeme* y = kb_lexicon_lexeme(g->cache->lex, other->lexeme);
  if (other->layer > c->layer) {
    return KB_FEATURES;
  }
  if (c->pro[0] && c->feats.upos == KB_PROPN && !other->pro[0] && other->feats.upos == KB_PROPN) {
    return KB_W_SPLIT_NAME; // باراك
  }
  if (!same_clitics(c, other)) {
    return KB_FEATURES;
  }
  const unsigned upos = other->feats.upos;
  if (is_participle(c) && (upos == KB_NOUN || upos == KB_ADJ) && !is_participle(other)) {
    return KB_W_LISTED; // مدينة: a town first, a participle of دان last
  }
  if (c->feats.upos == KB_VERB && !c->enclitic && y->kind == KB_LEX_PARTICLE && y->freq > 1) {
    return KB_W_VERB_PARTICLE; // من، في، غير
  }
  if (c->feats.upos == KB_NOUN && x->kind == KB_LEX_NOUN && upos == KB_ADJ && c->feats.number == KB_SING &&
      y->freq > 2 && kb_str_eq(x->lemma, y->lemma) && kb_str_ends(x->lemma, KB_STR("ي"))) {
    return KB_W_NOUN_NISBA; // عسكري: military more often than a soldier
  }
  const bool name = x->kind == KB_LEX_GAZ && c->feats.upos == KB_PROPN && c->feats.state == KB_DEF;
  return name && upos == KB_ADJ ? (unsigned)KB_W_NAME_NISBA : (unsigned)KB_FEATURES; // الأميركية
}

/// Readings weighed against each other.
static void compare(kb_gather* g)
{
  const uint32_t n = g->n;
  kb_cand        v[KB_CAND_MAX];
  memcpy(v, g->v, n * sizeof *v);
  g->n = 0;
  for (uint32_t i = 0; i < n; ++i) {
    unsigned f = KB_FEATURES;
    for (uint32_t k = 0; k < n && f == KB_FEATURES; ++k) {
      f = k == i ? f : yields(g, &v[i], &v[k]);
    }
    if (f < KB_FEATURES) {
      kb_morph__count(&g->cache->scores, &v[i], f);
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    kb_morph__keep(g, &v[i]);
  }
}

void kb_morph__segment(kb_gather* g)
{
  const kb_str bare   = kb_morph__bare(g->word);
  const bool   wa     = kb_str_starts(bare, KB_STR("و")) && bare.n >= 4;
  const bool   fa     = kb_str_starts(bare, KB_STR("ف")) && bare.n >= 4;
  g->known            = is_known(g, g->word);
  g->known_after_conj = (wa || fa) && is_known(g, kb_morph__from(g->word, 2));
  try_prepositions(g, 0, g->word);
  if (wa || fa) {
    try_prepositions(g, wa ? 'w' : 'f', kb_morph__from(g->word, 2));
  }
  compare(g);
}
