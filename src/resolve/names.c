/// Names to entities: gazetteer, then chains of full and short names.
#include "resolve_internal.h"

/** \name Capital for government */

/// Does the word say, hold or do something that only people and governments can?
static bool takes_actor(const kb_resolver* r, uint32_t w)
{
  const kb_word* x = &r->doc->words.v[w];
  if (x->lexeme == KB_NONE) {
    return false;
  }
  for (uint32_t f = kb_lexicon_lexeme(r->lex, x->lexeme)->frame; f != KB_NONE; f = kb_lexicon_frame(r->lex, f)->next) {
    const kb_frame* frame = kb_lexicon_frame(r->lex, f);
    if (frame->speech != KB_SPEECH_NONE || frame->stance || !kb_str_eq(frame->type, KB_STR("OTHER"))) {
      return true;
    }
  }
  return false;
}

/// A verb in the feminine right before the town has it as its subject, but for verbs of what happens in towns.
static bool has_town_as_agent(const kb_resolver* r, uint32_t w)
{
  const kb_word* x = &r->doc->words.v[w];
  if (kb_str_eq(x->lemma, KB_STR("كان"))) {
    return true;
  }
  if (kb_lexicon_cue_of(r->lex, x->lemma, KB_CUE_PLACE_VERB)) {
    return false;
  }
  return x->feats.gender == KB_FEM || takes_actor(r, w);
}

/// Is the noun before the capital something that a government has: موقف، سياسة، رفض?
static bool is_possession(const kb_resolver* r, uint32_t w)
{
  const kb_word* x = &r->doc->words.v[w];
  if (x->feats.upos != KB_NOUN || x->lexeme == KB_NONE || kb_str_starts(x->key, KB_STR("ال"))) {
    return false;
  }
  const unsigned class = kb_lexicon_lexeme(r->lex, x->lexeme)->noun_class;
  return class == KB_CLASS_ABSTRACT || class == KB_CLASS_SPEECH ||
         (x->feats.verbform == KB_MASDAR && takes_actor(r, w));
}

/// Does the capital stand where its government would: acting, speaking, a party to something?
static bool is_government(const kb_resolver* r, const kb_mention* m)
{
  const kb_doc*      doc = r->doc;
  const kb_sentence* s   = &doc->sentences.v[doc->tokens.v[doc->words.v[m->first].token].sentence];
  const uint32_t     end = s->first_word + s->n_words;
  if (!kb_block_speaks(&doc->blocks.v[s->block])) {
    return false;
  }
  const uint32_t next = m->last + 1;
  if (m->first == s->first_word || doc->words.v[m->first - 1].feats.upos == KB_PUNCT) {
    const bool colon = next < end && kb_str_eq(kb_doc_cut(doc, doc->words.v[next].span), KB_STR(":"));
    return colon || (next < end && doc->words.v[next].feats.upos == KB_VERB && takes_actor(r, next));
  }
  const uint32_t before = m->first - 1;
  const unsigned upos   = doc->words.v[before].feats.upos;
  if (upos == KB_SCONJ || upos == KB_AUX) {
    return true; // أن، كان: a subject follows
  }
  if (upos == KB_VERB) {
    return has_town_as_agent(r, before);
  }
  return kb_lexicon_cue_of(r->lex, r->doc->words.v[before].key, KB_CUE_PARTY) || is_possession(r, before);
}

/// Does a word of place stand before the capital, or no sentence around it?
static bool is_located(const kb_resolver* r, const kb_mention* m)
{
  const kb_doc*      doc = r->doc;
  const kb_sentence* s   = &doc->sentences.v[doc->tokens.v[doc->words.v[m->first].token].sentence];
  if (!kb_block_speaks(&doc->blocks.v[s->block]) || m->first == s->first_word) {
    return true;
  }
  const kb_word* w = &doc->words.v[m->first - 1];
  if (kb_str_eq(w->key, KB_STR("و"))) {
    return m->first - 1 == s->first_word || doc->words.v[m->first - 2].feats.upos == KB_ADP;
  }
  return w->feats.upos == KB_ADP || w->feats.upos == KB_NOUN || w->feats.upos == KB_PUNCT;
}

/// "بين موسكو وواشنطن": what holds of the first holds of the second. The mention before "و", or KB_NONE.
static uint32_t joined_to(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m = &r->doc->mentions.v[mention];
  if (mention == 0 || m->first < 2 || !kb_str_eq(r->doc->words.v[m->first - 1].key, KB_STR("و"))) {
    return KB_NONE;
  }
  const kb_mention* o = &r->doc->mentions.v[mention - 1];
  return o->last + 2 == m->first ? mention - 1 : KB_NONE;
}

/// The country whose government a capital stands for here; KB_NONE: it is the city.
static uint32_t government(const kb_resolver* r, uint32_t mention, uint32_t gaz)
{
  const kb_gaz* g = kb_lexicon_gaz(r->lex, gaz);
  if (g->type != KB_ENT_CITY || g->capital_of == KB_NONE || r->doc->mentions.v[mention].nested) {
    return KB_NONE;
  }
  uint32_t first = mention;
  for (int i = 0; i < 16 && joined_to(r, first) != KB_NONE; ++i) {
    first = joined_to(r, first);
  }
  return is_government(r, &r->doc->mentions.v[first]) ? g->capital_of : KB_NONE;
}

/** \name Entities met before */

static bool is_named(const kb_entity* e, unsigned type)
{
  const bool place = type == KB_ENT_CITY || type == KB_ENT_PLACE;
  return !e->local && (e->type == type || (place && (e->type == KB_ENT_CITY || e->type == KB_ENT_PLACE)));
}

static uint32_t find_name(const kb_resolver* r, const kb_mention* m, const kb_name* name)
{
  if (!name->n) {
    return KB_NONE;
  }
  const uint64_t whole = kb_resolve__name_hash(name);
  for (uint32_t e = kb_resolve__next(r, KB_BY_NAME, whole, KB_NONE); e != KB_NONE;
       e          = kb_resolve__next(r, KB_BY_NAME, whole, e)) {
    const uint32_t id = r->entries.v[e].entity;
    if (is_named(&r->doc->entities.v[id], m->type) && kb_resolve__same_name(name, &r->names.v[id])) {
      return id;
    }
  }
  const uint64_t last = kb_resolve__word_hash(name->word[name->n - 1]);
  for (uint32_t e      = m->type == KB_ENT_PERSON ? kb_resolve__next(r, KB_BY_LAST_WORD, last, KB_NONE) : KB_NONE;
       e != KB_NONE; e = kb_resolve__next(r, KB_BY_LAST_WORD, last, e)) {
    const uint32_t id = r->entries.v[e].entity;
    if (is_named(&r->doc->entities.v[id], m->type) && kb_resolve__is_short_for(name, &r->names.v[id])) {
      return id; // the last one named in full
    }
  }
  return KB_NONE;
}

/// A person by the given name alone: "قال آشتون" for آشتون كارتر. KB_NONE also if two share it.
static uint32_t find_given(const kb_resolver* r, const kb_name* name)
{
  uint32_t found = KB_NONE;
  if (name->n != 1) {
    return KB_NONE;
  }
  const uint64_t hash = kb_resolve__word_hash(name->word[0]);
  for (uint32_t e = kb_resolve__next(r, KB_BY_FIRST_WORD, hash, KB_NONE); e != KB_NONE;
       e          = kb_resolve__next(r, KB_BY_FIRST_WORD, hash, e)) {
    const uint32_t   id = r->entries.v[e].entity;
    const kb_entity* x  = &r->doc->entities.v[id];
    if (x->type == KB_ENT_PERSON && !x->local && r->names.v[id].n > 1 && id != found &&
        kb_resolve__same_word(name->word[0], r->names.v[id].word[0])) {
      if (found != KB_NONE) {
        return KB_NONE;
      }
      found = id;
    }
  }
  return found;
}

/// حزب X, X: the name inside the phrase is the same organisation or place.
static uint32_t outer_entity(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m = &r->doc->mentions.v[mention];
  for (uint32_t i = mention; m->nested && i-- > 0 && mention - i < 8;) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (o->first <= m->first && m->last <= o->last && o->entity != KB_NONE && o->type == m->type && o->gaz == KB_NONE &&
        m->gaz == KB_NONE && m->kind == KB_MENTION_NAME) {
      return o->entity;
    }
  }
  return KB_NONE;
}

/// Is the first word a noun that opens the names of organisations without being one: تنظيم، حركة، صحيفة?
static bool is_plain_head(const kb_resolver* r, uint32_t w)
{
  const kb_cue* cue = kb_lexicon_cue_of(r->lex, r->doc->words.v[w].key, KB_CUE_ORGANISATION);
  return cue && cue->value <= KB_HEAD_LOOSE;
}

/// Given name and family name; "بن عامي" is the family name alone.
static bool is_full(const kb_resolver* r, const kb_mention* m, const kb_name* name)
{
  return name->n > 2 || (name->n == 2 && !kb_lexicon_cue_of(r->lex, r->doc->words.v[m->first].key, KB_CUE_FILIATION));
}

/// محافظة X, تنظيم X where X is listed: the entry of the name inside.
static uint32_t inner_entry(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m   = &r->doc->mentions.v[mention];
  const bool        org = m->type == KB_ENT_ORGANISATION;
  if (m->type != KB_ENT_PLACE && !(org && is_plain_head(r, m->first))) {
    return KB_NONE;
  }
  for (uint32_t i = mention + 1; i < r->doc->mentions.n; ++i) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (!o->nested || o->last > m->last) {
      break;
    }
    if (o->last == m->last && o->gaz != KB_NONE && o->kind == KB_MENTION_NAME && o->gaz_count == 1 &&
        (!org || o->type == KB_ENT_ORGANISATION)) {
      return o->gaz;
    }
  }
  return KB_NONE;
}

/** \name Linking */

static kb_status link_listed(kb_resolver* r, kb_mention* m, const kb_name* name, uint32_t gaz)
{
  const uint32_t mention = (uint32_t)(m - r->doc->mentions.v);
  const uint32_t country = m->kind == KB_MENTION_NAME ? government(r, mention, gaz) : KB_NONE;
  uint32_t       id;
  kb_status      st = kb_resolve__entity_of_gaz(r, m, name, country != KB_NONE ? country : gaz, &id);
  if (st == KB_OK) {
    m->entity = id;
    m->gaz    = gaz;
    if (country != KB_NONE) {
      r->spoke_for[gaz % KB_BUCKETS] = gaz;
    }
    if (name->n > r->names.v[id].n && m->type == KB_ENT_PERSON) {
      st = kb_resolve__rename(r, id, name);
    }
  }
  return st;
}

static kb_status link_unlisted(kb_resolver* r, kb_mention* m, const kb_name* name)
{
  uint32_t id = outer_entity(r, (uint32_t)(m - r->doc->mentions.v));
  id          = id == KB_NONE ? find_name(r, m, name) : id;
  id          = id == KB_NONE && m->type == KB_ENT_PERSON ? find_given(r, name) : id;
  if (id == KB_NONE) {
    const kb_status st = kb_resolve__new_entity(r, m, name, KB_NONE, false, &id);
    if (st != KB_OK) {
      return st;
    }
  }
  m->entity = id;
  return name->n > r->names.v[id].n && m->type == KB_ENT_PERSON ? kb_resolve__rename(r, id, name) : KB_OK;
}

/// Does a person named in full elsewhere in the article own this short name?
static uint32_t owner(const kb_resolver* r, const kb_mention* m, const kb_name* name)
{
  if (m->type != KB_ENT_PERSON || is_full(r, m, name)) {
    return KB_NONE;
  }
  const uint32_t id = find_name(r, m, name);
  return id == KB_NONE && m->score <= 75 ? find_given(r, name) : id; // weaker than a listed full name
}

/// أبو فلان is many people: the listed one only where the article speaks of his country.
static bool is_foreign_kunya(const kb_resolver* r, const kb_name* name, uint32_t gaz)
{
  const kb_gaz* g = kb_lexicon_gaz(r->lex, gaz);
  return g->type == KB_ENT_PERSON && name->n == 1 && kb_str_starts(name->word[0], KB_STR("ابو")) &&
         g->country != KB_NONE && kb_resolve__nation_count(r, g->country) < 2;
}

static kb_status link_name(kb_resolver* r, uint32_t i, bool full)
{
  kb_mention* m = &r->doc->mentions.v[i];
  kb_name     name;
  kb_status   st = kb_resolve__name_of(r, m, &name);
  if (st != KB_OK || (m->type == KB_ENT_PERSON && is_full(r, m, &name) != full)) {
    return st;
  }
  const uint32_t known = owner(r, m, &name);
  if (known != KB_NONE) {
    m->entity = known;
    return KB_OK;
  }
  uint32_t gaz = m->gaz == KB_NONE ? inner_entry(r, i) : m->gaz;
  if (gaz != KB_NONE && m->gaz_count > 1) {
    uint32_t best = kb_resolve__best_entry(r, m, &name, KB_PHRASE_NAME);
    best          = best == KB_NONE ? kb_resolve__best_entry(r, m, &name, KB_PHRASE_SHORT) : best;
    best          = best == KB_NONE ? kb_resolve__best_entry(r, m, &name, KB_PHRASE_CONTEXT) : best;
    gaz           = best == KB_NONE ? gaz : best;
  }
  if (gaz != KB_NONE && is_foreign_kunya(r, &name, gaz)) {
    gaz = m->gaz = KB_NONE;
  }
  return gaz != KB_NONE ? link_listed(r, m, &name, gaz) : link_unlisted(r, m, &name);
}

/// "وواشنطن ولندن": a town that the article uses for its government, where nothing says that the town is meant.
static void follow_usage(kb_resolver* r)
{
  for (uint32_t i = 0; i < r->doc->mentions.n; ++i) {
    kb_mention*   m = &r->doc->mentions.v[i];
    const kb_gaz* g = m->gaz != KB_NONE && m->kind == KB_MENTION_NAME ? kb_lexicon_gaz(r->lex, m->gaz) : NULL;
    if (!g || g->capital_of == KB_NONE || g->type != KB_ENT_CITY || m->nested || m->entity == KB_NONE ||
        r->doc->entities.v[m->entity].gaz != m->gaz || is_located(r, m)) {
      continue;
    }
    const uint32_t country = kb_resolve__find_gaz(r, g->capital_of, KB_ENT_COUNTRY);
    if (country != KB_NONE && r->spoke_for[m->gaz % KB_BUCKETS] == m->gaz) {
      m->entity = country;
    }
  }
}

kb_status kb_resolve__link_names(kb_resolver* r)
{
  kb_status st = KB_OK;
  for (int pass = 0; pass < 2; ++pass) { // people named in full first
    for (uint32_t i = 0; i < r->doc->mentions.n && st == KB_OK; ++i) {
      const kb_mention* m = &r->doc->mentions.v[i];
      if (m->entity == KB_NONE && (m->kind == KB_MENTION_NAME || m->kind == KB_MENTION_DEMONYM) &&
          (pass == 1 || m->type == KB_ENT_PERSON)) {
        st = link_name(r, i, pass == 0);
      }
    }
  }
  follow_usage(r);
  return st;
}
