/// To which organisation a group belongs: "ministers of the Alliance", "fighters of a party", "officials in a
/// ministry".
#include "resolve_internal.h"

enum { FAR = 8, AHEAD = 16 }; ///< words up the tree, mentions behind the group

/// May the word be "of" the one it hangs on?
static bool is_of(const kb_doc* doc, uint32_t w)
{
  const kb_word* x = &doc->words.v[w];
  switch (x->deprel) {
  case KB_NMOD_POSS:
  case KB_APPOS:
  case KB_AMOD:
  case KB_FLAT:
    return true;
  case KB_NMOD:
    break;
  default:
    return false;
  }
  for (uint32_t p = w; p-- > 0 && w - p < FAR;) {
    const kb_word* prep = &doc->words.v[p];
    if (prep->head == w && prep->deprel == KB_CASE) {
      const kb_frame_slot slot = kb_lexicon_frame_slot(prep->lemma);
      return slot == KB_FS_FI || slot == KB_FS_MIN || slot == KB_FS_LI;
    }
  }
  return false;
}

static bool belongs(const kb_doc* doc, uint32_t w, uint32_t head)
{
  for (unsigned i = 0; i < FAR && w < doc->words.n && w != head; ++i) {
    if (!is_of(doc, w)) {
      return false;
    }
    w = doc->words.v[w].head;
  }
  return w == head;
}

static uint32_t whole_of(const kb_doc* doc, uint32_t i)
{
  const kb_mention* m    = &doc->mentions.v[i];
  const uint32_t    last = doc->words.v[m->head].last;
  for (uint32_t k = i + 1; k < doc->mentions.n && k <= i + AHEAD && doc->mentions.v[k].first <= last; ++k) {
    const kb_mention* o = &doc->mentions.v[k];
    const kb_entity*  e = o->entity == KB_NONE ? NULL : &doc->entities.v[o->entity];
    if (e && e->type == KB_ENT_ORGANISATION && e->gaz != KB_NONE && belongs(doc, o->head, m->head)) {
      return e->gaz;
    }
  }
  return KB_NONE;
}

void kb_resolve__belong(const kb_resolver* r)
{
  const kb_doc* doc = r->doc;
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    kb_entity*        e = m->kind == KB_MENTION_NOMINAL && m->entity != KB_NONE ? &doc->entities.v[m->entity] : NULL;
    if (!e || !e->local || e->type != KB_ENT_GROUP) {
      continue;
    }
    const uint32_t whole = whole_of(doc, i);
    if (whole != KB_NONE && (e->country == KB_NONE || e->country == kb_lexicon_gaz(r->lex, whole)->country)) {
      e->country = whole; // which has the country
    }
  }
}
