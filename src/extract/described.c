/// Entities for people and things that no mention names.
#include "extract_internal.h"

#include <stdio.h>

/// "27 آخرون أصيبوا": a bare number of victims counts people.
static bool is_bare_number(const kb_view* v, uint32_t w)
{
  return v->quantity[w] != KB_NONE && kb_extract__word(v, kb_extract__core(v, w))->feats.upos != KB_NOUN;
}

/// "المسلحين": an adjective in the plural of people that qualifies no noun stands for those people.
static bool is_substantive(const kb_word* w)
{
  return w->feats.upos == KB_ADJ && w->deprel != KB_AMOD && w->feats.number == KB_PLUR && w->feats.gender == KB_MASC;
}

/// What kind of entity a common noun speaks of; -1: of none that takes part in events.
static int described_type(const kb_view* v, uint32_t w, kb_described as)
{
  const kb_lexeme* x       = kb_extract__lexeme(v, w);
  const bool       victims = as == KB_AS_VICTIM;
  if (victims && is_bare_number(v, w)) {
    return KB_ENT_GROUP;
  }
  if (is_substantive(kb_extract__word(v, w))) {
    return KB_ENT_GROUP;
  }
  if (kb_extract__word(v, w)->feats.upos != KB_NOUN || !x) {
    return -1;
  }
  switch (x->noun_class) {
  case KB_CLASS_PERSON:
  case KB_CLASS_ROLE:
  case KB_CLASS_GROUP:
    return KB_ENT_GROUP;
  case KB_CLASS_ORG:
    return as != KB_AS_PEOPLE ? KB_ENT_ORGANISATION : -1;
  case KB_CLASS_DOCUMENT:
  case KB_CLASS_SPEECH:
    return as == KB_AS_SPEAKER ? KB_ENT_DOCUMENT : -1;
  case KB_CLASS_PLACE:
  case KB_CLASS_FACILITY:
    return victims ? KB_ENT_PLACE : -1;
  case KB_CLASS_VEHICLE:
    return victims ? KB_ENT_VEHICLE : -1;
  default:
    return as == KB_AS_SPEAKER || (kb_extract__word(v, w)->feats.human && x->noun_class == KB_CLASS_NONE) ? KB_ENT_GROUP
                                                                                                          : -1;
  }
}

static uint32_t phrase_end(const kb_view* v, uint32_t first, uint32_t head)
{
  uint32_t last = head;
  for (uint32_t w = first; w <= kb_extract__word(v, head)->last && w < v->doc->words.n; ++w) {
    const kb_word* x = kb_extract__word(v, w);
    if (w > head && (x->head != head || (x->deprel != KB_AMOD && x->deprel != KB_NMOD_POSS))) {
      break;
    }
    last = w > last ? w : last;
  }
  return last;
}

kb_status kb_extract__describe(const kb_view* v, uint32_t w, kb_described as, uint32_t* entity)
{
  kb_doc*        doc  = v->doc;
  const uint32_t head = w < doc->words.n ? kb_extract__core(v, w) : KB_NONE;
  const int      type = head == KB_NONE ? -1 : described_type(v, head, as);
  *entity             = KB_NONE;
  if (type < 0) {
    return KB_OK;
  }
  const uint32_t first = v->quantity[w] != KB_NONE && doc->quantities.v[v->quantity[w]].first < head
                           ? doc->quantities.v[v->quantity[w]].first
                         : w < head ? w
                                    : head;
  const uint32_t last  = phrase_end(v, first, head);
  const kb_str   slug  = kb_doc_local_slug(doc);
  kb_entity*     e     = kb_array_push(doc->arena, &doc->entities);
  kb_mention*    m     = kb_array_push(doc->arena, &doc->mentions);
  if (!e || !m || !slug.p) {
    return KB_E_NOMEM;
  }
  *entity   = doc->entities.n - 1;
  *m        = kb_doc_mention(doc, first, last, (unsigned)type, KB_MENTION_NOMINAL, 60);
  m->head   = head;
  m->entity = *entity;
  *e        = (kb_entity){.type          = (uint8_t)type,
                          .local         = true,
                          .gaz           = KB_NONE,
                          .country       = KB_NONE,
                          .metonym       = KB_NONE,
                          .slug          = slug,
                          .label_ar      = kb_doc_phrase(doc, m->span),
                          .label_en      = KB_STR(""),
                          .sector        = KB_STR(""),
                          .first_mention = doc->mentions.n - 1,
                          .plural        = kb_extract__word(v, head)->feats.number};
  if (!e->label_ar.p) {
    return KB_E_NOMEM;
  }
  for (uint32_t i = first; i <= last; ++i) {
    v->cover[i] = v->cover[i] == KB_NONE ? doc->mentions.n - 1 : v->cover[i];
  }
  v->by_head[head] = doc->mentions.n - 1;
  v->by_head[w]    = doc->mentions.n - 1;
  return KB_OK;
}
