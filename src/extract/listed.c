/// "سبع دول، هي السعودية ومصر ...": who are those of whom a phrase only gives the number.
#include "extract_internal.h"

enum { NAMES = 32, REACH = 16 };

/// How many the phrase counts: its number, two of a dual; 0 if it does not say.
static int64_t counted(const kb_view* v, uint32_t w)
{
  const uint32_t q = v->quantity[w];
  if (q != KB_NONE && v->doc->quantities.v[q].has_value && !v->doc->quantities.v[q].scale) {
    return v->doc->quantities.v[q].value;
  }
  return kb_extract__word(v, w)->feats.number == KB_DUAL ? 2 : 0;
}

/// The name that begins at `w`, KB_NONE if none does.
static uint32_t name_at(const kb_view* v, uint32_t w)
{
  const uint32_t m = w < v->doc->words.n ? v->cover[w] : KB_NONE;
  if (m == KB_NONE) {
    return KB_NONE;
  }
  const kb_mention* x = &v->doc->mentions.v[m];
  return x->kind == KB_MENTION_NAME && x->entity != KB_NONE && kb_extract__first_of(x) == w ? m : KB_NONE;
}

/// Add the names from `w` on, side by side or with commas between.
static kb_status add_names(const kb_view* v, uint32_t w, kb_ids* ids)
{
  kb_status st = KB_OK;
  for (unsigned i = 0; st == KB_OK && i < NAMES; ++i) {
    const uint32_t m = name_at(v, w);
    if (m == KB_NONE) {
      break;
    }
    st = kb_extract__add(v->doc, ids, v->doc->mentions.v[m].entity);
    w  = v->doc->mentions.v[m].last + 1;
    w += w < v->doc->words.n && kb_extract__is_mark(v, w, "،,") ? 1 : 0;
    w += w < v->doc->words.n && kb_extract__word(v, w)->feats.upos == KB_CCONJ ? 1 : 0;
  }
  return st;
}

/// A pronoun of its own, which between names may have been taken for one.
static bool is_they(const kb_view* v, uint32_t w)
{
  static const char* const they[] = {"هي", "هم", "هما", "هن"};
  for (size_t i = 0; kb_extract__word(v, w)->clitic != KB_ENCLITIC && i < sizeof they / sizeof *they; ++i) {
    if (kb_str_eq(kb_extract__word(v, w)->form, kb_str_of(they[i]))) {
      return true;
    }
  }
  return false;
}

kb_status kb_extract__listed_after(const kb_view* v, uint32_t w, kb_ids* ids)
{
  const int64_t  n   = counted(v, w);
  const uint32_t end = kb_extract__sentence_end(v, w);
  for (uint32_t k = w + 1; n > 1 && k + 1 < end && k <= w + REACH; ++k) {
    if (!is_they(v, k) || name_at(v, k + 1) == KB_NONE) {
      continue;
    }
    kb_ids          list = {0};
    const kb_status st   = add_names(v, k + 1, &list);
    if (st != KB_OK || list.n == (uint64_t)n) {
      *ids = list;
      return st;
    }
  }
  return KB_OK;
}
