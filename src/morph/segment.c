/// Legal splits of a token into clitics and a stem that the lexicon knows.
///
/// Order: [و|ف] [ب|ل|ك|س] [ال] stem [pronoun]. س and the ل of purpose stand
/// before imperfects, ب ك ل before nominals; the article excludes a pronoun.
#include "morph_internal.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

/// What stands before the stem.
typedef struct prefix {
  uint8_t conj; ///< w f, 0 none
  uint8_t prep; ///< b l k s, 0 none
  bool    article;
  bool    elided; ///< ل + ال written لل
  kb_str  rest;   ///< stem and pronoun
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

/// The stem as a word of its own, with article and mended ending, kept in the cache.
static bool make_form(kb_gather* g, const prefix* p, kb_str stem, kb_cand* c)
{
  char   form[KB_KEY_MAX + 8], key[KB_KEY_MAX];
  size_t n = 0;
  if (p->article) {
    memcpy(form, ARTICLE, 4);
    n = 4;
  }
  memcpy(form + n, stem.p, stem.n);
  n += stem.n;
  c->form = kb_arena_copy(g->cache->arena, (kb_str){form, n});
  c->key  = kb_arena_copy(g->cache->arena, (kb_str){key, kb_text_fold((kb_str){form, n}, key)});
  return c->form.p && c->key.p;
}

static void count_clitics(const kb_gather* g, const prefix* p, kb_str pronoun, kb_cand* c)
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
  if (pronoun.n) {
    const bool first =
      kb_str_eq(pronoun, KB_STR("ي")) || kb_str_eq(pronoun, KB_STR("ني")) || kb_str_eq(pronoun, KB_STR("نا"));
    const bool second = kb_str_starts(pronoun, KB_STR("ك"));
    kb_morph__count(s, c, first ? KB_W_PRONOUN_FIRST : second ? KB_W_PRONOUN_SECOND : KB_W_PRONOUN);
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
  if (upos == KB_VERB && pronoun && !(x->args & KB_GOV_OBJ) && x->freq < 3) {
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

static unsigned gender_of(kb_str pronoun)
{
  const bool masculine = kb_str_eq(pronoun, KB_STR("ه")) || kb_str_eq(pronoun, KB_STR("هم"));
  const bool feminine  = kb_str_eq(pronoun, KB_STR("ها")) || kb_str_eq(pronoun, KB_STR("هن"));
  return masculine ? KB_MASC : feminine ? KB_FEM : KB_GENDER_NONE;
}

static void add_reading(kb_gather* g, const prefix* p, kb_str stem, kb_str pronoun, const kb_reading* r)
{
  const kb_lexeme* x = kb_lexicon_lexeme(g->cache->lex, r->lexeme);
  kb_cand          c = {.enclitic = (uint8_t)pronoun.n,
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
  } else if (pronoun.n && c.feats.upos != KB_VERB) {
    c.feats.state = KB_CONSTRUCT;
  }
  c.feats.human |= x->feats.human;
  const kb_scores* s   = &g->cache->scores;
  const kb_tag     tag = kb_morph__tag_of(g->cache->lex, r->lexeme, c.feats, p->article, pronoun.n > 0);
  count_reading(g, r, &c);
  count_clitics(g, p, pronoun, &c);
  kb_morph__count(s, &c, kb_morph__tag_feature(tag));
  if (p->article && x->kind == KB_LEX_NUMBER && !c.feats.ordinal) {
    kb_morph__count(s, &c, KB_W_NUMBER_ARTICLE);
  }
  if (r->feats.state == KB_CONSTRUCT && !pronoun.n) {
    kb_morph__count(s, &c, KB_W_CONSTRUCT);
  }
  const bool topic = pronoun.n && (tag == KB_TAG_THAT || tag == KB_TAG_SUBORD || tag == KB_TAG_CONJ);
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
  if (!make_form(g, p, stem, &c)) {
    g->failed = true;
    return;
  }
  kb_morph__keep(g, &c);
}

static void look_up(kb_gather* g, const prefix* p, kb_str stem, kb_str pronoun, mend how)
{
  char         key[KB_KEY_MAX];
  kb_reading   found[24];
  const size_t k = kb_text_fold(stem, key);
  const size_t n = k ? kb_lexicon_find(g->cache->lex, stem, (kb_str){key, k}, found, 24) : 0;
  for (size_t i = 0; i < n && !g->failed; ++i) {
    if (pronoun.n && how == MEND_NONE && found[i].layer >= KB_LAYER_YA) {
      continue; // a final ه is the pronoun here, and a final ي no ى
    }
    if (fits(g, p, &found[i], pronoun.n > 0, how)) {
      add_reading(g, p, stem, pronoun, &found[i]);
    }
  }
}

/// Stem with its last letter (2 bytes) replaced by `ending`.
static kb_str mended(char* out, kb_str stem, size_t cut, const char* ending)
{
  memcpy(out, stem.p, stem.n - cut);
  memcpy(out + stem.n - cut, ending, strlen(ending));
  return (kb_str){out, stem.n - cut + strlen(ending)};
}

static void before_pronoun(kb_gather* g, const prefix* p, kb_str stem, kb_str pronoun)
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
  char out[KB_KEY_MAX + 4];
  look_up(g, p, stem, pronoun, MEND_NONE);
  for (size_t i = 0; i < sizeof mends / sizeof *mends; ++i) {
    if (kb_str_ends(stem, kb_str_of(mends[i].end))) {
      look_up(g, p, mended(out, stem, mends[i].cut, mends[i].instead), pronoun, mends[i].how);
    }
  }
}

static const char* const pronouns[] = {"هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي"};

static void with_pronouns(kb_gather* g, const prefix* p)
{
  for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; ++i) {
    const kb_str pronoun = kb_str_of(pronouns[i]);
    if (kb_str_ends(p->rest, pronoun) && p->rest.n >= pronoun.n + 4) {
      const size_t at = p->rest.n - pronoun.n;
      before_pronoun(g, p, (kb_str){p->rest.p, at}, (kb_str){p->rest.p + at, pronoun.n});
    }
  }
}

/// له، بها: nothing but a preposition and a pronoun.
static void bare_preposition(kb_gather* g, const prefix* p)
{
  if (p->prep != 'l' && p->prep != 'b') {
    return;
  }
  for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; ++i) {
    const kb_str pronoun = kb_str_of(pronouns[i]);
    if (kb_str_eq(p->rest, pronoun) && !kb_str_eq(pronoun, KB_STR("ني"))) {
      prefix       q    = *p;
      const kb_str stem = p->prep == 'l' ? KB_STR("ل") : KB_STR("ب");
      kb_reading   r    = {.lexeme = p->prep == 'l' ? g->cache->particle_li : g->cache->particle_bi,
                           .feats  = {.upos = KB_ADP}};
      q.prep            = 0;
      add_reading(g, &q, stem, p->rest, &r);
    }
  }
}

static void try_prefix(kb_gather* g, const prefix* p)
{
  if (p->rest.n >= 2) {
    look_up(g, p, p->rest, (kb_str){"", 0}, MEND_NONE);
  }
  if (!p->article) {
    with_pronouns(g, p);
    bare_preposition(g, p);
  }
  if (!p->article && kb_str_starts(p->rest, KB_STR(ARTICLE)) && p->rest.n >= 8 && p->prep != 's' && p->prep != 'l') {
    prefix q  = *p;
    q.article = true;
    q.rest    = kb_str_from(p->rest, 4);
    look_up(g, &q, q.rest, (kb_str){"", 0}, MEND_NONE);
  }
}

/// للدول = ل + الدول, للجنة = ل + اللجنة
static void elided_article(kb_gather* g, const prefix* p)
{
  if (p->prep == 'l' && kb_str_starts(p->rest, KB_STR("ل")) && p->rest.n >= 6) {
    prefix q  = *p;
    q.article = q.elided = true;
    q.rest               = kb_str_from(p->rest, 2);
    look_up(g, &q, q.rest, (kb_str){"", 0}, MEND_NONE);
    q.rest = p->rest;
    look_up(g, &q, q.rest, (kb_str){"", 0}, MEND_NONE);
    q.article = q.elided = false;
    // للذين، للتي: the article belongs to the relative
    char         out[KB_KEY_MAX];
    const kb_str whole = mended(out, (kb_str){"", 0}, 0, ARTICLE);
    if (p->rest.n + whole.n < sizeof out) {
      memcpy(out + whole.n, p->rest.p + 2, p->rest.n - 2);
      look_up(g, &q, (kb_str){out, whole.n + p->rest.n - 2}, (kb_str){"", 0}, MEND_NONE);
      memcpy(out + whole.n, p->rest.p, p->rest.n);
      look_up(g, &q, (kb_str){out, whole.n + p->rest.n}, (kb_str){"", 0}, MEND_NONE);
    }
  }
}

static void try_prepositions(kb_gather* g, uint8_t conj, kb_str rest)
{
  static const struct {
    const char* letter;
    uint8_t     prep;
  } preps[] = {{"ب", 'b'}, {"ل", 'l'}, {"ك", 'k'}, {"س", 's'}};
  prefix p  = {.conj = conj, .rest = rest};
  try_prefix(g, &p);
  for (size_t i = 0; i < sizeof preps / sizeof *preps; ++i) {
    if (kb_str_starts(rest, kb_str_of(preps[i].letter)) && rest.n >= 4) {
      p.prep = preps[i].prep;
      p.rest = kb_str_from(rest, 2);
      try_prefix(g, &p);
      elided_article(g, &p);
    }
  }
}

/// Does the lexicon have the word as it stands, in the same spelling?
static bool is_known(const kb_gather* g, kb_str word)
{
  char         key[KB_KEY_MAX];
  kb_reading   one;
  const size_t k = kb_text_fold(word, key);
  return k && kb_lexicon_find(g->cache->lex, word, (kb_str){key, k}, &one, 1) && one.layer <= KB_LAYER_ALEF;
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

/// مدينة: a town first, a participle of دان last. Readings made by rule yield to nominals that the dictionaries list.
static void demote_participles(kb_gather* g)
{
  const uint32_t n = g->n;
  kb_cand        v[KB_CAND_MAX];
  memcpy(v, g->v, n * sizeof *v);
  g->n = 0;
  for (uint32_t i = 0; i < n; ++i) {
    bool listed = false;
    for (uint32_t k = 0; k < n && !listed && is_participle(&v[i]); ++k) {
      listed = (v[k].feats.upos == KB_NOUN || v[k].feats.upos == KB_ADJ) && !is_participle(&v[k]) &&
               v[k].layer <= v[i].layer && v[k].enclitic == v[i].enclitic &&
               memcmp(v[k].pro, v[i].pro, sizeof v[k].pro) == 0;
    }
    if (listed) {
      kb_morph__count(&g->cache->scores, &v[i], KB_W_LISTED);
    }
    kb_morph__keep(g, &v[i]);
  }
}

void kb_morph__segment(kb_gather* g)
{
  const bool wa       = kb_str_starts(g->bare, KB_STR("و")) && g->bare.n >= 4;
  const bool fa       = kb_str_starts(g->bare, KB_STR("ف")) && g->bare.n >= 4;
  g->known            = is_known(g, g->bare);
  g->known_after_conj = (wa || fa) && is_known(g, kb_str_from(g->bare, 2));
  try_prepositions(g, 0, g->bare);
  if (wa || fa) {
    try_prepositions(g, wa ? 'w' : 'f', kb_str_from(g->bare, 2));
  }
  demote_participles(g);
}
