/// A title and a name side by side, apart by a comma: one person.
#include "resolve_internal.h"

static bool is_comma(const kb_resolver* r, uint32_t w)
{
  return w < r->doc->words.n && kb_text_is_one_of(kb_doc_cut(r->doc, r->doc->words.v[w].span), "،,");
}

static bool is_boundary(const kb_resolver* r, uint32_t w)
{
  return w >= r->doc->words.n || r->doc->words.v[w].feats.upos == KB_PUNCT;
}

static bool is_named_person(const kb_mention* m)
{
  return m->type == KB_ENT_PERSON && m->kind == KB_MENTION_NAME && m->entity != KB_NONE && !m->nested;
}

/// The mention that begins at word `w`, from `i` on; NULL if there is none.
static const kb_mention* beginning_at(const kb_resolver* r, uint32_t i, uint32_t w)
{
  for (; i < r->doc->mentions.n && r->doc->mentions.v[i].first <= w; ++i) {
    if (r->doc->mentions.v[i].first == w) {
      return &r->doc->mentions.v[i];
    }
  }
  return NULL;
}

/// The mention that ends at word `w`, before `i`; NULL if there is none.
static const kb_mention* ending_at(const kb_resolver* r, uint32_t i, uint32_t w)
{
  enum { NEAR = 6 }; // nested ones lie between
  for (uint32_t k = i; k-- > 0 && i - k <= NEAR;) {
    if (r->doc->mentions.v[k].last == w) {
      return &r->doc->mentions.v[k];
    }
  }
  return NULL;
}

bool kb_resolve__is_of_rank(const kb_resolver* r, const kb_mention* m)
{
  bool rank = false;
  for (uint32_t w = m->office_first; m->office_first != KB_NONE && w < m->first && !rank; ++w) {
    rank = kb_resolve__is_honorific(r, w);
  }
  return rank;
}

uint32_t kb_resolve__apposed(const kb_resolver* r, uint32_t mention)
{
  const kb_mention* m = &r->doc->mentions.v[mention];
  if (m->office == KB_NONE || m->first < 2) {
    return KB_NONE;
  }
  if (is_comma(r, m->first - 1)) { // "فلان، وزير الخارجية"
    const kb_mention* before = ending_at(r, mention, m->first - 2);
    return before && is_named_person(before) ? before->entity : KB_NONE;
  }
  const kb_mention* beside = ending_at(r, mention, m->first - 1);
  if (beside && is_named_person(beside) && kb_resolve__is_of_rank(r, beside)) { // "سمو الأمير فلان أمير منطقة كذا"
    return beside->entity;
  }
  if (is_comma(r, m->last + 1)) { // "وزير الخارجية، فلان، "
    const kb_mention* behind = beginning_at(r, mention, m->last + 2);
    return behind && is_named_person(behind) && is_boundary(r, behind->last + 1) ? behind->entity : KB_NONE;
  }
  return KB_NONE;
}
