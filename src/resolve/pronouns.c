/// Attached and detached pronouns, "his country", "the latter".
#include "resolve_internal.h"

/// What a referring word asks of its antecedent.
typedef struct reference {
  uint32_t word;
  unsigned gender, number;
  uint32_t verb;    ///< whose object it is: the subject of that verb is someone else; KB_NONE
  uint32_t dropped; ///< entity that the verb before the phrase goes on with for its subject, or KB_NONE
  bool     person;  ///< only people count
} reference;

/** \name Agreement */

bool kb_resolve__is_honorific(const kb_resolver* r, uint32_t word)
{
  const uint32_t lexeme = r->doc->words.v[word].lexeme;
  return lexeme != KB_NONE && kb_lexicon_lexeme(r->lex, lexeme)->noun_class == KB_CLASS_HONORIFIC;
}

bool kb_resolve__is_masculine_country(const kb_resolver* r, uint32_t gaz)
{
  return kb_lexicon_cue_of(r->lex, kb_lexicon_gaz(r->lex, gaz)->name, KB_CUE_MASCULINE) != NULL;
}

/// kb_gender of what a mention names; KB_GENDER_NONE where nothing tells.
static unsigned gender_of(const kb_resolver* r, const kb_mention* m)
{
  const kb_entity* e    = &r->doc->entities.v[m->entity];
  const kb_word*   head = &r->doc->words.v[m->head];
  if (e->type == KB_ENT_COUNTRY) {
    return e->female ? KB_FEM : KB_MASC;
  }
  if (e->type == KB_ENT_PERSON && e->gaz != KB_NONE) {
    return e->female ? KB_FEM : KB_MASC;
  }
  if (e->type == KB_ENT_PERSON && m->kind == KB_MENTION_NAME) {
    uint32_t title = m->office_first;
    while (title != KB_NONE && title < m->office_last && kb_resolve__is_honorific(r, title)) { // فضيلة الشيخ
      ++title;
    }
    const unsigned g = (unsigned)(title != KB_NONE ? r->doc->words.v[title].feats.gender : 0u);
    return g ? g : r->doc->words.v[m->first].feats.gender == KB_FEM ? KB_FEM : KB_MASC;
  }
  return kb_str_ends(head->form, KB_STR("ة")) ? (unsigned)KB_FEM : kb_feats_agreeing_gender(head->feats);
}

static bool is_many(const kb_resolver* r, const kb_mention* m)
{
  const kb_entity* e = &r->doc->entities.v[m->entity];
  return e->type == KB_ENT_PEOPLE || (e->type == KB_ENT_GROUP && r->doc->words.v[m->head].feats.number == KB_PLUR);
}

static bool agrees(const kb_resolver* r, const kb_mention* m, const reference* ref)
{
  if (ref->number == KB_PLUR) {
    return is_many(r, m) && !ref->person;
  }
  if (is_many(r, m) && r->doc->words.v[m->head].feats.human) {
    return false;
  }
  const unsigned gender = gender_of(r, m);
  return gender == KB_GENDER_NONE || gender == ref->gender;
}

static bool may_be_meant(const kb_resolver* r, const kb_mention* m, const reference* ref)
{
  if (m->entity == KB_NONE || m->entity == ref->dropped || m->kind == KB_MENTION_DEMONYM || m->last >= ref->word) {
    return false;
  }
  const unsigned type = r->doc->entities.v[m->entity].type;
  if (ref->person ? type != KB_ENT_PERSON
                  : type == KB_ENT_WEAPON || type == KB_ENT_DOCUMENT || type == KB_ENT_HAPPENING) {
    return false;
  }
  const kb_word* head    = &r->doc->words.v[m->head];
  const bool     subject = ref->verb != KB_NONE && head->head == ref->verb && head->deprel == KB_NSUBJ;
  return !subject && agrees(r, m, ref);
}

/** \name Choice */

static uint32_t sentence_of(const kb_resolver* r, uint32_t word)
{
  return r->doc->tokens.v[r->doc->words.v[word].token].sentence;
}

/// Is the mention a subject, by itself or by its title?
static bool is_subject(const kb_resolver* r, const kb_mention* m)
{
  const uint32_t title = m->office_first;
  return r->doc->words.v[m->head].deprel == KB_NSUBJ || (title != KB_NONE && r->doc->words.v[title].deprel == KB_NSUBJ);
}

/// How near and how prominent a mention is for a word.
static float prominence(const kb_resolver* r, const kb_mention* m, uint32_t word)
{
  const uint32_t away = sentence_of(r, word) - sentence_of(r, m->first);
  float          s    = away == 0 ? 3.0f : away == 1 ? 1.5f : 0;
  s += is_subject(r, m) ? 2.0f : 0;
  s += m->nested ? -1.5f : 0;
  s += away == 0 && word - m->last < 12 ? 0.08f * (float)(12 - (word - m->last)) : 0;
  return s;
}

/// First mention behind word `word`.
static uint32_t mentions_behind(const kb_resolver* r, uint32_t word)
{
  uint32_t low = 0, high = r->named;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (r->doc->mentions.v[middle].first <= word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// The mention that a word refers to; KB_NONE when two are about as likely.
static uint32_t antecedent(const kb_resolver* r, const reference* ref, float margin)
{
  enum { NEAREST = 60 };
  uint32_t       best = KB_NONE;
  float          most = 0, second = 0;
  const uint32_t sentence = sentence_of(r, ref->word);
  const uint32_t end      = mentions_behind(r, ref->word);
  for (uint32_t i = end; i-- > 0 && end - i < NEAREST;) {
    const kb_mention* m = &r->doc->mentions.v[i];
    if (sentence_of(r, m->first) + 2 < sentence) {
      break;
    }
    if (!may_be_meant(r, m, ref)) {
      continue;
    }
    const float s = prominence(r, m, ref->word);
    if (best != KB_NONE && m->entity == r->doc->mentions.v[best].entity) {
      most = s > most ? s : most;
    } else if (best == KB_NONE || s > most) {
      second = best == KB_NONE ? 0 : most;
      most   = s;
      best   = i;
    } else if (s > second) {
      second = s;
    }
  }
  return best != KB_NONE && most >= 1 && most - second >= margin ? best : KB_NONE;
}

/** \name Relative clauses */

/// "الغارات التي شنتها": the pronoun stands for the noun before the relative word; that word, or KB_NONE.
static uint32_t relative_before(const kb_resolver* r, uint32_t word)
{
  const uint32_t first = r->doc->sentences.v[sentence_of(r, word)].first_word;
  for (uint32_t w = word; w-- > first && word - w <= 5;) {
    const kb_feats f = r->doc->words.v[w].feats;
    if (f.relative && f.upos == KB_DET) {
      return w;
    }
    if (f.upos == KB_PUNCT || f.upos == KB_SCONJ) {
      return KB_NONE;
    }
  }
  return KB_NONE;
}

static uint32_t mention_ending_at(const kb_resolver* r, uint32_t word)
{
  enum { NEAR = 8 };
  const uint32_t end = mentions_behind(r, word);
  for (uint32_t i = end; i-- > 0 && end - i < NEAR;) {
    const kb_mention* m = &r->doc->mentions.v[i];
    if (m->last == word && !m->nested && m->entity != KB_NONE) {
      return i;
    }
  }
  return KB_NONE;
}

/** \name Adding mentions */

static kb_status add(kb_resolver* r, uint32_t first, uint32_t last, unsigned kind, uint32_t entity, unsigned type)
{
  kb_mention* m = kb_array_push(r->doc->arena, &r->doc->mentions);
  if (!m) {
    return KB_E_NOMEM;
  }
  *m        = kb_doc_mention(r->doc, first, last, type, kind, 50);
  m->entity = entity;
  return KB_OK;
}

static bool is_pronoun(const kb_word* w)
{
  return w->feats.upos == KB_PRON && (w->feats.person == 3 || w->feats.person == 0) && w->feats.number != KB_DUAL &&
         !w->feats.relative;
}

/// "بلاده": the country of the person meant.
static kb_status own_country(kb_resolver* r, uint32_t word, const reference* ref)
{
  reference person = *ref;
  person.person    = true;
  const uint32_t i = antecedent(r, &person, 0.2f);
  if (i == KB_NONE) {
    return KB_OK;
  }
  const kb_mention* m = &r->doc->mentions.v[i];
  const uint32_t    country =
    r->doc->entities.v[m->entity].country != KB_NONE ? r->doc->entities.v[m->entity].country : m->nation;
  if (country == KB_NONE) {
    return KB_OK;
  }
  const kb_name name = {.n = 0};
  uint32_t      id   = kb_resolve__find_gaz(r, country, KB_ENT_COUNTRY);
  kb_status     st   = KB_OK;
  if (id == KB_NONE) {
    st = kb_resolve__new_entity(r, m, &name, country, false, &id);
  }
  return st == KB_OK ? add(r, word - 1, word, KB_MENTION_NOMINAL, id, KB_ENT_COUNTRY) : st;
}

/// "سموه", "معاليه": the person of rank named last.
static kb_status person_of_rank(kb_resolver* r, uint32_t word, const reference* ref)
{
  enum { NEAREST = 80 };
  reference person    = *ref;
  person.person       = true;
  const uint32_t end  = mentions_behind(r, word);
  uint32_t       best = KB_NONE;
  for (uint32_t i = end; i-- > 0 && end - i < NEAREST;) {
    const kb_mention* m = &r->doc->mentions.v[i];
    if (m->office_first == KB_NONE || !may_be_meant(r, m, &person)) {
      continue;
    }
    best = best == KB_NONE ? i : best;
    if (kb_resolve__is_of_rank(r, m)) {
      best = i;
      break;
    }
  }
  return best == KB_NONE ? KB_OK
                         : add(r, word - 1, word, KB_MENTION_NOMINAL, r->doc->mentions.v[best].entity, KB_ENT_PERSON);
}

/// Does a subject of its own stand behind the verb and what is attached to it?
static bool has_subject_behind(const kb_resolver* r, uint32_t verb, uint32_t word)
{
  enum { FAR = 8 };
  for (uint32_t w = word + 1; w < r->doc->words.n && w <= word + FAR; ++w) {
    if (r->doc->words.v[w].head == verb && r->doc->words.v[w].deprel == KB_NSUBJ) {
      return true;
    }
  }
  const uint32_t next = mentions_behind(r, word);
  return next < r->named && r->doc->mentions.v[next].first == word + 1; // "met with her the minister"
}

/// The verb that a pronoun is the object of, itself or behind a preposition; KB_NONE if there is none.
static uint32_t governing_verb(const kb_resolver* r, uint32_t word)
{
  const uint32_t host = word - 1;
  const uint32_t verb = host && r->doc->words.v[host].feats.upos == KB_ADP ? host - 1 : host;
  return r->doc->words.v[verb].feats.upos == KB_VERB ? verb : KB_NONE;
}

/// Does a subject that no mention holds stand between two words: "a suicide bomber"?
static bool subject_between(const kb_resolver* r, uint32_t first, uint32_t verb)
{
  for (uint32_t w = first + 1; w < verb; ++w) {
    if (r->doc->words.v[w].deprel == KB_NSUBJ && r->doc->words.v[w].feats.upos != KB_PRON) {
      return true;
    }
  }
  return false;
}

/// "will not cooperate with Iran and will not share with it", "criticized the director and accused him": a verb with
/// nobody behind it goes on with the last subject, and nobody does it with himself. KB_NONE if the verb has a subject
/// of its own.
static uint32_t dropped_subject(const kb_resolver* r, uint32_t word, const reference* ref)
{
  enum { NEAREST = 30 };
  const uint32_t verb = governing_verb(r, word);
  if (verb == KB_NONE || r->doc->words.v[verb].feats.person != 3 || r->doc->words.v[verb].feats.gender != ref->gender ||
      has_subject_behind(r, verb, word)) {
    return KB_NONE;
  }
  const uint32_t end = mentions_behind(r, word);
  for (uint32_t i = end; i-- > 0 && end - i < NEAREST;) {
    const kb_mention* m = &r->doc->mentions.v[i];
    if (sentence_of(r, m->first) + 1 < sentence_of(r, word)) {
      break;
    }
    if (m->entity != KB_NONE && is_subject(r, m) && agrees(r, m, ref)) {
      return subject_between(r, m->last, verb) ? KB_NONE : m->entity;
    }
  }
  return KB_NONE;
}

static kb_status link_pronoun(kb_resolver* r, uint32_t word)
{
  const kb_word* w    = &r->doc->words.v[word];
  const kb_word* host = word && w->clitic == KB_ENCLITIC ? w - 1 : NULL;
  reference      ref  = {
          .word = word, .gender = w->feats.gender, .number = w->feats.number, .verb = KB_NONE, .dropped = KB_NONE};
  ref.dropped = host ? dropped_subject(r, word, &ref) : KB_NONE;
  if (host && host->feats.upos == KB_VERB) {
    ref.verb = word - 1;
  }
  if (host && kb_lexicon_cue_of(r->lex, host->key, KB_CUE_OWN_COUNTRY)) {
    return own_country(r, word, &ref);
  }
  if (host && kb_resolve__is_honorific(r, word - 1)) {
    return person_of_rank(r, word, &ref);
  }
  const uint32_t relative = host ? relative_before(r, word) : KB_NONE;
  uint32_t       i;
  if (relative != KB_NONE && relative > 0 && host->feats.upos != KB_NOUN) {
    i = mention_ending_at(r, relative - 1);
  } else {
    i = antecedent(r, &ref, 0.5f);
  }
  if (i == KB_NONE) {
    return KB_OK;
  }
  const kb_mention* m = &r->doc->mentions.v[i];
  return add(r, word, word, KB_MENTION_PRONOUN, m->entity, m->type);
}

kb_status kb_resolve__link_pronouns(kb_resolver* r)
{
  kb_status st = KB_OK;
  for (uint32_t s = 0; s < r->doc->sentences.n && st == KB_OK; ++s) {
    const kb_sentence* sentence = &r->doc->sentences.v[s];
    if (!kb_block_speaks(&r->doc->blocks.v[sentence->block])) {
      continue;
    }
    const uint32_t end = sentence->first_word + sentence->n_words;
    for (uint32_t w = sentence->first_word; w < end && st == KB_OK; ++w) {
      if (is_pronoun(&r->doc->words.v[w])) {
        st = link_pronoun(r, w);
      }
    }
  }
  return st;
}

/** \name The latter */

uint32_t kb_resolve__latter(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m   = &r->doc->mentions.v[mention];
  const kb_feats    f   = r->doc->words.v[m->head].feats;
  const reference   ref = {
      .word = m->first, .gender = f.gender ? f.gender : KB_MASC, .number = KB_SING, .verb = KB_NONE, .dropped = KB_NONE};
  for (uint32_t i = mention; i-- > 0 && mention - i < KB_WINDOW;) {
    const kb_mention* o = &r->doc->mentions.v[i];
    if (!o->nested && may_be_meant(r, o, &ref)) {
      return o->entity;
    }
  }
  return KB_NONE;
}
