/// A second look at the path chosen: what only the words further on can tell.
#include "morph_internal.h"

typedef struct look {
  const kb_morph_cache* cache;
  const kb_column*      columns;
  const uint8_t*        chosen;
  uint32_t              n;
} look;

static const kb_cand* at(const look* l, uint32_t t)
{
  return &l->columns[t].v[l->chosen[t]];
}

/** \name Prepositions that are verbs */

/// Does أن or إن come soon after token `t`, with nothing between but a name or title?
static bool that_follows(const look* l, uint32_t t)
{
  enum { FAR = 8 };
  for (uint32_t i = t + 1; i < l->n && i <= t + FAR; ++i) {
    const kb_cand* c = at(l, i);
    if (c->first_tag == KB_TAG_THAT) {
      return i > t + 1 || kb_str_eq(at(l, t)->lemma, KB_STR("بين")); // before which أن is unheard of
    }
    if (c->first_tag == KB_TAG_CONJ || c->feats.upos == KB_VERB || c->feats.upos == KB_PUNCT) {
      return false;
    }
  }
  return false;
}

/// A perfect of the same letters that governs أن, KB_CAND_MAX if there is none.
static uint32_t saying_verb(const look* l, uint32_t t)
{
  const kb_cand* c = at(l, t);
  for (uint32_t k = 0; k < l->columns[t].n; ++k) {
    const kb_cand* other = &l->columns[t].v[k];
    if (other->last_tag == KB_TAG_PERFECT && !other->enclitic && memcmp(other->pro, c->pro, sizeof c->pro) == 0 &&
        other->feats.person == 3 && other->feats.voice == KB_ACTIVE && other->lexeme != KB_NONE &&
        kb_governs(kb_lexicon_lexeme(l->cache->lex, other->lexeme)->args, KB_FS_THAT)) {
      return k;
    }
  }
  return KB_CAND_MAX;
}

/// "وبين كارتر أن": the preposition is a verb where a clause begins with it and
/// a name and أن follow.
static void find_verb(const look* l, uint32_t t, uint8_t* chosen)
{
  const kb_cand* c      = at(l, t);
  const bool     starts = t == 0 || c->pro[0] == 'w' || at(l, t - 1)->feats.upos == KB_PUNCT;
  if (c->feats.upos == KB_ADP && !c->enclitic && starts && that_follows(l, t)) {
    const uint32_t verb = saying_verb(l, t);
    chosen[t]           = verb < KB_CAND_MAX ? (uint8_t)verb : chosen[t];
  }
}

/** \name Verbs spelt alike: يرد of رد, ورد or أراد */

/// Slot of the preposition that a reading begins with, KB_FS_COUNT if it begins with none.
static kb_frame_slot preposition(const kb_cand* c)
{
  if (c->pro[0]) {
    return c->pro[0] == 'b' ? KB_FS_BI : c->pro[0] == 'l' && c->feats.upos != KB_VERB ? KB_FS_LI : KB_FS_COUNT;
  }
  return c->feats.upos == KB_ADP ? kb_lexicon_frame_slot(c->lemma) : KB_FS_COUNT;
}

static bool ends_clause(const kb_cand* c)
{
  switch (c->first_tag) {
  case KB_TAG_CONJ:
    return c->feats.upos != KB_NOUN && c->feats.upos != KB_PROPN;
  case KB_TAG_PUNCT:
  case KB_TAG_REL:
  case KB_TAG_SUBORD:
  case KB_TAG_PURPOSE:
    return true;
  default:
    return c->feats.upos == KB_VERB;
  }
}

/// Is the word, which no preposition governs, part of the phrase that the word before it belongs to?
static bool continues(const kb_cand* before, const kb_cand* c)
{
  switch (before->last_tag) {
  case KB_TAG_NOUN:
  case KB_TAG_ELATIVE:
  case KB_TAG_NUM:
  case KB_TAG_PREP:
  case KB_TAG_DET:
  case KB_TAG_DEM:
    return true;
  case KB_TAG_PROPN:
  case KB_TAG_NOUN_DEF:
  case KB_TAG_ADJ_DEF:
    return c->feats.upos == KB_PROPN;
  default:
    return false;
  }
}

static bool is_definite(const kb_cand* c)
{
  return c->feats.state == KB_DEF;
}

static bool is_time(const look* l, const kb_cand* c)
{
  return c->lexeme != KB_NONE && kb_lexicon_lexeme(l->cache->lex, c->lexeme)->noun_class == KB_CLASS_TIME;
}

/// Does a noun phrase begin with the word that a verb can have as subject or object?
static bool begins_phrase(const look* l, uint32_t t)
{
  const kb_cand* c    = at(l, t);
  const unsigned upos = c->feats.upos;
  const bool     many = upos == KB_ADJ && c->feats.number == KB_PLUR && c->feats.gender == KB_MASC &&
                    at(l, t - 1)->feats.number != KB_PLUR; // فرقت الشرطة المعتصمين
  const bool head = many || upos == KB_NOUN || upos == KB_PROPN || upos == KB_NUM || c->last_tag == KB_TAG_ELATIVE ||
                    c->last_tag == KB_TAG_DEM || c->last_tag == KB_TAG_DET;
  return head && !c->pro[0] && !is_time(l, c) && !continues(at(l, t - 1), c);
}

/// Does a subject stand before the verb, or in its ending?
static bool subject_before(const look* l, uint32_t t)
{
  const kb_feats f = at(l, t)->feats;
  if (f.person != 3 || f.number != KB_SING) {
    return true;
  }
  if (at(l, t)->first_tag == KB_TAG_CONJ) {
    return false;
  }
  while (t > 0) {
    const kb_cand* c = at(l, --t);
    switch (c->last_tag) {
    case KB_TAG_NEG:
    case KB_TAG_NEG_LAM:
    case KB_TAG_FUTURE:
    case KB_TAG_QAD:
      continue;
    case KB_TAG_REL:
    case KB_TAG_TOPIC:
      return true;
    default:
      return c->feats.upos == KB_NOUN || c->feats.upos == KB_PROPN || c->feats.upos == KB_ADJ;
    }
  }
  return false;
}

/// كان، تم، جرى: verbs of which what happens is the subject go with everything.
static bool is_light(const look* l, const kb_lexeme* verb)
{
  const kb_lexicon* lex = l->cache->lex;
  for (uint32_t f = verb->frame; f != KB_NONE; f = kb_lexicon_frame(lex, f)->next) {
    const kb_frame* frame = kb_lexicon_frame(lex, f);
    if (!frame->light || frame->args[KB_FS_SUBJ] != KB_SLOT_CONTENT) {
      return false;
    }
  }
  return verb->frame != KB_NONE || kb_str_eq(verb->lemma, KB_STR("كان"));
}

/// How well what follows a verb suits what it governs.
static float suits(const look* l, uint32_t t, const kb_cand* verb)
{
  enum { FAR = 12 };
  const kb_scores* s       = &l->cache->scores;
  const kb_lexeme* x       = kb_lexicon_lexeme(l->cache->lex, verb->lexeme);
  const unsigned   args    = x->args;
  const bool       object  = kb_governs(args, KB_FS_OBJ);
  unsigned         phrases = subject_before(l, t) ? 1 : 0;
  float            score   = 0;
  bool             found   = false;
  if (is_light(l, x)) {
    return s->w[KB_W_GOVERNS];
  }
  if (verb->enclitic) {
    return s->w[object ? KB_W_GOVERNS : KB_W_GOVERNS_NOT];
  }
  for (uint32_t i = t + 1; i < l->n && i <= t + FAR && !ends_clause(at(l, i)); ++i) {
    const kb_cand* c = at(l, i);
    if (c->first_tag == KB_TAG_THAT) {
      return score + s->w[kb_governs(args, KB_FS_THAT) ? KB_W_GOVERNS : KB_W_GOVERNS_NOT];
    }
    if (!found && kb_governs(args, preposition(c))) {
      found = true;
      score += s->w[KB_W_GOVERNS];
    }
    const bool begins     = begins_phrase(l, i);
    const bool accusative = begins && c->feats.upos == KB_NOUN && c->feats.state == KB_INDEF;
    phrases += begins ? 1 : 0;
    if (phrases > 1 || accusative) {
      return score + s->w[object ? KB_W_GOVERNS : KB_W_GOVERNS_NOT];
    }
  }
  return score + (object ? s->w[KB_W_NO_OBJECT] : 0);
}

static bool same_cell(const kb_cand* a, const kb_cand* b)
{
  return b->feats.upos == KB_VERB && b->lexeme != KB_NONE && a->feats.aspect == b->feats.aspect &&
         a->feats.voice == b->feats.voice && a->feats.person == b->feats.person && a->feats.gender == b->feats.gender &&
         a->feats.number == b->feats.number && a->enclitic == b->enclitic && memcmp(a->pro, b->pro, sizeof a->pro) == 0;
}

static float near(const kb_scores* s, const kb_cand* a, const kb_cand* b)
{
  uint16_t       feature[2];
  const uint32_t n = kb_morph__pair(a, b, feature);
  return s->w[feature[0]] + (n > 1 ? s->w[feature[1]] : 0);
}

static float value(const look* l, uint32_t t, const kb_cand* c)
{
  const kb_scores* s      = &l->cache->scores;
  const kb_cand*   last   = t ? at(l, t - 1) : kb_morph__start();
  const float      before = near(s, last, c);
  const float      after  = t + 1 < l->n ? near(s, c, at(l, t + 1)) : 0;
  return c->score + before + after + suits(l, t, c);
}

static void choose_verb(const look* l, uint32_t t, uint8_t* chosen)
{
  const kb_cand* first = at(l, t);
  float          best  = value(l, t, first);
  for (uint32_t k = 0; k < l->columns[t].n; ++k) {
    const kb_cand* c = &l->columns[t].v[k];
    const float    v = c != first && same_cell(first, c) ? value(l, t, c) : best;
    if (v > best) {
      best      = v;
      chosen[t] = (uint8_t)k;
    }
  }
}

/** \name Participles and adverbs */

/// "وردا على سؤال": no verb is dual before its subject is known; the next best reading of what opens a sentence.
static void leave_dual(const look* l, uint8_t* chosen)
{
  if (!l->n || at(l, 0)->feats.upos != KB_VERB || at(l, 0)->feats.number != KB_DUAL) {
    return;
  }
  const kb_column* first = &l->columns[0];
  uint32_t         best  = KB_NONE;
  for (uint32_t k = 0; k < first->n; ++k) {
    const unsigned upos = first->v[k].feats.upos;
    if (upos != KB_VERB && (best == KB_NONE || (upos == KB_ADV && first->v[best].feats.upos != KB_ADV))) {
      best = k; // the best come first
    }
  }
  chosen[0] = best == KB_NONE ? chosen[0] : (uint8_t)best;
}

/// "، مضيفة أن": behind a comma and before أن a noun is the participle that is written like it.
static void find_participle(const look* l, uint32_t t, uint8_t* chosen)
{
  const kb_cand* c = at(l, t);
  if (!t || t + 1 >= l->n || c->first_tag != KB_TAG_NOUN || at(l, t - 1)->feats.upos != KB_PUNCT ||
      at(l, t + 1)->first_tag != KB_TAG_THAT) {
    return;
  }
  for (uint32_t k = 0; k < l->columns[t].n; ++k) {
    const kb_cand* other = &l->columns[t].v[k];
    if (other->feats.upos == KB_ADJ && other->lexeme != KB_NONE &&
        kb_lexicon_lexeme(l->cache->lex, other->lexeme)->form && !other->enclitic &&
        !memcmp(other->pro, c->pro, sizeof c->pro)) {
      chosen[t] = (uint8_t)k;
      return;
    }
  }
}

/** \name Times that are verbs */

/// Is the noun one of those who act, or that are acted upon: مسلحون، حافلة?
static bool is_party(const look* l, const kb_cand* c)
{
  switch (kb_lexicon_lexeme(l->cache->lex, c->lexeme)->noun_class) {
  case KB_CLASS_PERSON:
  case KB_CLASS_ROLE:
  case KB_CLASS_GROUP:
  case KB_CLASS_ORG:
  case KB_CLASS_VEHICLE:
  case KB_CLASS_WEAPON:
  case KB_CLASS_FACILITY:
    return true;
  default:
    return false;
  }
}

/// Does a party begin at the word: مسلحون، 3 انتحاريين، انتحاري نفسه?
static bool begins_party(const look* l, uint32_t t)
{
  t += t < l->n && at(l, t)->feats.upos == KB_NUM && !is_definite(at(l, t)) ? 1 : 0;
  const kb_cand* c = t < l->n ? at(l, t) : NULL;
  if (!c || c->pro[0] || c->lexeme == KB_NONE || is_time(l, c)) {
    return false;
  }
  if (c->feats.upos == KB_ADJ) {
    const kb_cand* next = t + 1 < l->n ? at(l, t + 1) : NULL;
    return (c->feats.number == KB_PLUR && c->feats.gender == KB_MASC) ||
           (next && next->feats.upos == KB_NOUN && !next->pro[0] && !is_definite(next) && !is_time(l, next));
  }
  return is_party(l, c);
}

/// "فجر مسلحون حافلة": a time of day stands before its day; before a party it is the verb that is written like it.
static void find_deed(const look* l, uint32_t t, uint8_t* chosen)
{
  const kb_cand* c = at(l, t);
  if (c->feats.upos != KB_NOUN || !is_time(l, c) || kb_lexicon_lexeme(l->cache->lex, c->lexeme)->freq > 2 ||
      c->feats.number != KB_SING || is_definite(c) || c->enclitic ||
      (c->pro[0] && c->pro[0] != 'w' && c->pro[0] != 'f') || (t && at(l, t - 1)->feats.upos == KB_ADP) ||
      !begins_party(l, t + 1)) {
    return;
  }
  for (uint32_t k = 0; k < l->columns[t].n; ++k) {
    const kb_cand* other = &l->columns[t].v[k];
    if (other->last_tag == KB_TAG_PERFECT && other->feats.person == 3 && other->feats.voice == KB_ACTIVE &&
        other->lexeme != KB_NONE && kb_governs(kb_lexicon_lexeme(l->cache->lex, other->lexeme)->args, KB_FS_OBJ) &&
        !memcmp(other->pro, c->pro, sizeof c->pro)) {
      chosen[t] = (uint8_t)k;
      return;
    }
  }
}

/// "عاد فجر الأربعاء": before its day it is a time.
static void find_hour(const look* l, uint32_t t, uint8_t* chosen)
{
  const kb_cand* c    = at(l, t);
  const kb_cand* next = t + 1 < l->n ? at(l, t + 1) : NULL;
  if (c->feats.upos != KB_VERB || c->lexeme == KB_NONE || !next || next->pro[0] || !is_time(l, next) ||
      (!c->pro[0] && kb_lexicon_lexeme(l->cache->lex, c->lexeme)->freq > 2)) {
    return;
  }
  for (uint32_t k = 0; k < l->columns[t].n; ++k) {
    const kb_cand* other = &l->columns[t].v[k];
    if (other->feats.upos == KB_NOUN && is_time(l, other) && !other->pro[0] && !other->enclitic &&
        other->feats.number == KB_SING && !is_definite(other)) {
      chosen[t] = (uint8_t)k;
      return;
    }
  }
}

void kb_morph__look_again(const kb_morph_cache* cache, const kb_column* columns, uint32_t n, uint8_t* chosen)
{
  const look l = {cache, columns, chosen, n};
  leave_dual(&l, chosen);
  kb_morph__find_announced(cache, columns, n, chosen);
  for (uint32_t t = 0; t < n; ++t) {
    find_participle(&l, t, chosen);
    find_verb(&l, t, chosen);
    find_hour(&l, t, chosen);
    find_deed(&l, t, chosen);
  }
  for (uint32_t t = 0; t < n; ++t) {
    if (at(&l, t)->feats.upos == KB_VERB && at(&l, t)->lexeme != KB_NONE) {
      choose_verb(&l, t, chosen);
    }
  }
}
