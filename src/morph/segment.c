/// Legal splits of a token into clitics and a stem that the lexicon knows.
///
/// Order: [و|ف] [ب|ل|ك|س] [ال] stem [pronoun]. س and the ل of purpose stand
/// before imperfects, ب ك ل before nominals; the article excludes a pronoun.
#include "segment.h"

#define ARTICLE "\xD8\xA7\xD9\x84"

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

static void look_up(kb_gather* g, const kb_prefix* p, kb_piece stem, const kb_pronoun* pronoun, kb_mend how)
{
  kb_reading   found[24];
  const size_t n = kb_lexicon_find(g->cache->lex, kb_morph__bare(stem), (kb_str){stem.key, stem.n}, found, 24);
  for (size_t i = 0; i < n && !g->failed; ++i) {
    if (pronoun && how == KB_MEND_NONE && found[i].layer >= KB_LAYER_YA) {
      continue; // a final ه is the pronoun here, and a final ي no ى
    }
    if (pronoun && found[i].feats.upos == KB_VERB && kb_str_eq(pronoun->form, KB_STR("ي"))) {
      continue; // verbs take ني
    }
    if (kb_morph__fits(g, p, &found[i], pronoun != NULL, how)) {
      kb_morph__add_reading(g, p, stem, pronoun, &found[i]);
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

static void before_pronoun(kb_gather* g, const kb_prefix* p, kb_piece stem, const kb_pronoun* pronoun)
{
  static const struct {
    const char* end;
    size_t      cut;
    const char* instead;
    kb_mend     how;
  } mends[] = {
    {"\xD8\xAA", 2, "\xD8\xA9", KB_MEND_TA},    // ت ة
    {"\xD8\xA7", 2, "\xD9\x89", KB_MEND_YA},    // ا ى
    {"\xD9\x88", 0, "\xD8\xA7", KB_MEND_WA},    // و وا
    {"\xD8\xA6", 2, "\xD8\xA1", KB_MEND_HAMZA}, // ئ ء
    {"\xD8\xA4", 2, "\xD8\xA1", KB_MEND_HAMZA}, // ؤ ء
    {"\xD9\x8A", 2, "\xD9\x89", KB_MEND_PREP},  // ي ى
  };
  letters mended;
  look_up(g, p, stem, pronoun, KB_MEND_NONE);
  for (size_t i = 0; i < sizeof mends / sizeof *mends; ++i) {
    if (kb_str_ends(kb_morph__bare(stem), kb_str_of(mends[i].end))) {
      const kb_str start = {stem.bare, stem.n - mends[i].cut};
      look_up(g, p, joined(&mended, start, kb_str_of(mends[i].instead)), pronoun, mends[i].how);
    }
  }
}

static void with_pronouns(kb_gather* g, const kb_prefix* p)
{
  for (const kb_pronoun* pronoun = kb_morph__pronouns; pronoun < kb_morph__pronouns + KB_PRONOUNS; ++pronoun) {
    const size_t n = pronoun->form.n;
    if (p->rest.n >= n + 4 && kb_str_ends(kb_morph__bare(p->rest), pronoun->form)) {
      before_pronoun(g, p, (kb_piece){p->rest.bare, p->rest.key, p->rest.n - n, p->rest.cached}, pronoun);
    }
  }
}

/// له، بها: nothing but a preposition and a pronoun.
static void bare_preposition(kb_gather* g, const kb_prefix* p)
{
  if (p->prep != 'l' && p->prep != 'b') {
    return;
  }
  for (const kb_pronoun* pronoun = kb_morph__pronouns; pronoun < kb_morph__pronouns + KB_PRONOUNS; ++pronoun) {
    if (kb_str_eq(kb_morph__bare(p->rest), pronoun->form) && !kb_str_eq(pronoun->form, KB_STR("ني"))) {
      const kb_piece preposition = {p->rest.bare - 2, p->rest.key - 2, 2, p->rest.cached};
      kb_prefix      q           = *p;
      kb_reading     r           = {.lexeme = p->prep == 'l' ? g->cache->particle_li : g->cache->particle_bi,
                                    .feats  = {.upos = KB_ADP}};
      q.prep                     = 0;
      kb_morph__add_reading(g, &q, preposition, pronoun, &r);
    }
  }
}

static void try_prefix(kb_gather* g, const kb_prefix* p)
{
  if (p->rest.n >= 2) {
    look_up(g, p, p->rest, NULL, KB_MEND_NONE);
  }
  if (!p->article) {
    with_pronouns(g, p);
    bare_preposition(g, p);
  }
  if (!p->article && kb_str_starts(kb_morph__bare(p->rest), KB_STR(ARTICLE)) && p->rest.n >= 8 && p->prep != 's' &&
      p->prep != 'l') {
    kb_prefix q = *p;
    q.article   = true;
    q.rest      = kb_morph__from(p->rest, 4);
    look_up(g, &q, q.rest, NULL, KB_MEND_NONE);
  }
}

/// للدول = ل + الدول, للجنة = ل + اللجنة
static void elided_article(kb_gather* g, const kb_prefix* p)
{
  if (p->prep != 'l' || p->rest.n < 4 || !kb_str_starts(kb_morph__bare(p->rest), KB_STR("ل"))) {
    return;
  }
  const kb_piece after = kb_morph__from(p->rest, 2);
  kb_prefix      q     = *p;
  q.article = q.elided = true;
  look_up(g, &q, after, NULL, KB_MEND_NONE);
  look_up(g, &q, p->rest, NULL, KB_MEND_NONE);
  // للذين، للتي: the article belongs to the relative
  letters whole;
  q.article = q.elided = false;
  look_up(g, &q, joined(&whole, KB_STR(ARTICLE), kb_morph__bare(after)), NULL, KB_MEND_NONE);
  look_up(g, &q, joined(&whole, KB_STR(ARTICLE), kb_morph__bare(p->rest)), NULL, KB_MEND_NONE);
}

static void try_prepositions(kb_gather* g, uint8_t conj, kb_piece rest)
{
  static const struct {
    const char* letter;
    uint8_t     prep;
  } preps[]   = {{"ب", 'b'}, {"ل", 'l'}, {"ك", 'k'}, {"س", 's'}};
  kb_prefix p = {.conj = conj, .rest = rest};
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

/// Is the word as it stands in use, in the same spelling?
static bool is_known(const kb_gather* g, kb_piece word)
{
  kb_reading   found[8];
  const size_t n = kb_lexicon_find(g->cache->lex, kb_morph__bare(word), (kb_str){word.key, word.n}, found, 8);
  for (size_t i = 0; i < n && found[i].layer <= KB_LAYER_ALEF; ++i) {
    if (kb_lexicon_lexeme(g->cache->lex, found[i].lexeme)->freq > 0) {
      return true;
    }
  }
  return false;
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
  kb_morph__compare(g);
}
