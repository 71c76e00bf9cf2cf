/// From phrases to the mentions and entities they name.
#include "frame.h"

/// Longest list of names that is followed.
enum { KB_LIST = 64 };

/// "The spokesman John Kirby": the name behind a description names him.
static uint32_t named_by(const kb_view* v, uint32_t w, uint32_t described)
{
  const kb_doc* doc = v->doc;
  for (uint32_t d = w + 1; d <= kb_extract__word(v, w)->last && d < doc->words.n; ++d) {
    const uint32_t m = v->by_head[d];
    const kb_word* x = kb_extract__word(v, d);
    if (x->head == w && x->deprel == KB_APPOS && m != KB_NONE && doc->mentions.v[m].kind == KB_MENTION_NAME &&
        (doc->mentions.v[m].type == KB_ENT_PERSON || doc->mentions.v[m].type == doc->mentions.v[described].type)) {
      return m;
    }
  }
  return described;
}

/// "A deputy of the envoy, Ivan Petrov,": so does one behind a comma.
static uint32_t named_after(const kb_view* v, uint32_t described)
{
  const kb_doc*     doc  = v->doc;
  const kb_mention* m    = &doc->mentions.v[described];
  const uint32_t    name = m->last + 2 < doc->words.n ? m->last + 2 : KB_NONE;
  if (m->type != KB_ENT_PERSON || m->office == KB_NONE || name == KB_NONE || !kb_extract__is_mark(v, name - 1, "،,") ||
      v->cover[name] == KB_NONE) {
    return described;
  }
  const kb_mention* n = &doc->mentions.v[v->cover[name]];
  return n->kind == KB_MENTION_NAME && n->type == KB_ENT_PERSON && n->first == name ? v->cover[name] : described;
}

/// Does the phrase of the mention, title included, begin with this word?
static bool begins(const kb_mention* m, uint32_t w)
{
  return kb_extract__first_of(m) == w || m->first == w;
}

uint32_t kb_extract__mention(const kb_view* v, uint32_t w)
{
  const kb_doc* doc = v->doc;
  if (w >= doc->words.n) {
    return KB_NONE;
  }
  const uint32_t    own  = v->by_head[w];
  const uint32_t    wide = v->cover[w];
  const kb_mention* m    = own == KB_NONE ? NULL : &doc->mentions.v[own];
  const kb_mention* c    = wide == KB_NONE ? NULL : &doc->mentions.v[wide];
  // the title of a person stands for the person; the inside of a name does not stand for the name
  if (c && begins(c, w) && (!m || m->nested || (m->kind != KB_MENTION_NAME && c->kind == KB_MENTION_NAME))) {
    return wide;
  }
  if (!m || m->kind != KB_MENTION_NOMINAL) {
    return own;
  }
  const uint32_t named = named_by(v, w, own);
  return named != own ? named : named_after(v, own);
}

uint32_t kb_extract__entity(const kb_view* v, uint32_t w)
{
  const uint32_t m = kb_extract__mention(v, w);
  return m == KB_NONE ? KB_NONE : v->doc->mentions.v[m].entity;
}

kb_status kb_extract__add(kb_doc* doc, kb_ids* ids, uint32_t id)
{
  for (uint32_t i = 0; i < ids->n; ++i) {
    if (ids->v[i] == id) {
      return KB_OK;
    }
  }
  uint32_t* x = kb_array_push(doc->arena, ids);
  if (!x) {
    return KB_E_NOMEM;
  }
  *x = id;
  return KB_OK;
}

/// The word that says who is meant where the head does not: the counted noun,
/// the whole of a part, the owner.
static uint32_t deeper(const kb_view* v, uint32_t w)
{
  const kb_word* head  = kb_extract__word(v, w);
  uint32_t       of    = KB_NONE;
  bool           named = false;
  for (uint32_t d = w + 1; d <= head->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head != w) {
      continue;
    }
    if (x->deprel == KB_NMOD_POSS) {
      return d;
    }
    const uint32_t m       = v->by_head[d];
    const bool     nation  = x->deprel == KB_AMOD && m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_DEMONYM;
    const bool     counted = x->deprel == KB_NMOD && head->feats.upos == KB_NUM;
    if ((of == KB_NONE && (counted || nation)) || (x->deprel == KB_APPOS && !named)) {
      of    = d;
      named = x->deprel == KB_APPOS; // العاصمة البلجيكية بروكسل
    }
  }
  return of;
}

/// Words that hang on `w` as conjuncts, the next after `from`.
static uint32_t next_conjunct(const kb_view* v, uint32_t w, uint32_t from)
{
  for (uint32_t d = from + 1; d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head == w && x->deprel == KB_CONJ && x->feats.upos != KB_VERB) {
      return d;
    }
  }
  return KB_NONE;
}

/// "كل من X وY": the members hang on من, or on كل by it.
static uint32_t listed(const kb_view* v, uint32_t w)
{
  uint32_t last = 0;
  if (!kb_extract__cue(v, w, KB_CUE_EACH_OF, &last)) {
    return KB_NONE;
  }
  for (uint32_t d = w + 1; d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head == w && (x->deprel == KB_NMOD || x->deprel == KB_NMOD_POSS || x->deprel == KB_OBL)) {
      return d;
    }
  }
  return KB_NONE;
}

/// "فرنسا وبريطانيا وكندا": names side by side, whatever the tree says. The name after `m`, KB_NONE if none.
static uint32_t next_listed(const kb_view* v, uint32_t m)
{
  const kb_doc*     doc  = v->doc;
  const kb_mention* old  = &doc->mentions.v[m];
  const uint32_t    at   = old->last + 2;
  const uint32_t    next = at < doc->words.n ? v->cover[at] : KB_NONE;
  if (next == KB_NONE || kb_extract__word(v, at - 1)->feats.upos != KB_CCONJ || doc->mentions.v[next].first != at) {
    return KB_NONE;
  }
  const kb_mention* n     = &doc->mentions.v[next];
  const bool        verb  = n->last + 1 < doc->words.n && kb_extract__word(v, n->last + 1)->feats.upos == KB_VERB;
  const bool        names = n->kind == KB_MENTION_NAME && old->kind == KB_MENTION_NAME && n->type == old->type;
  return names && !verb ? next : KB_NONE;
}

static kb_status add_list(const kb_view* v, uint32_t w, kb_ids* ids)
{
  kb_status st = KB_OK;
  for (uint32_t m = kb_extract__mention(v, w), i = 0; st == KB_OK && m != KB_NONE && i < KB_LIST; ++i) {
    const uint32_t entity = v->doc->mentions.v[m].entity;
    st                    = entity == KB_NONE ? KB_OK : kb_extract__add(v->doc, ids, entity);
    m                     = next_listed(v, m);
  }
  return st;
}

/// "the strategy of fighting them": they suffer the deed, and have no part in what is said of the strategy.
static bool is_done_to(const kb_view* v, uint32_t deed, uint32_t w)
{
  if (v->clause[deed] == KB_NONE) {
    return false;
  }
  const kb_framed f = kb_extract__frame(v, v->clause[deed]);
  for (size_t i = 0; f.id != KB_NONE && i < f.n; ++i) {
    if (f.fillers[i].arg->role == KB_ARG_GENITIVE && f.fillers[i].arg->word == w) {
      return f.fillers[i].role == KB_SLOT_PATIENT;
    }
  }
  return false;
}

static kb_status collect(const kb_view* v, uint32_t w, kb_ids* ids, unsigned depth)
{
  if (depth > 8 || w >= v->doc->words.n) {
    return KB_OK;
  }
  const uint32_t entity = kb_extract__entity(v, w);
  kb_status      st     = KB_OK;
  if (entity != KB_NONE) {
    st = add_list(v, w, ids);
  } else {
    const uint32_t list = listed(v, w);
    uint32_t       next = list != KB_NONE ? list : deeper(v, w);
    next                = depth && next != KB_NONE && is_done_to(v, w, next) ? KB_NONE : next;
    st                  = next == KB_NONE ? KB_OK : collect(v, next, ids, depth + 1);
  }
  for (uint32_t d = w; st == KB_OK && (d = next_conjunct(v, w, d)) != KB_NONE;) {
    st = collect(v, d, ids, depth + 1);
  }
  return st;
}

kb_status kb_extract__entities(const kb_view* v, uint32_t w, kb_ids* ids)
{
  return collect(v, w, ids, 0);
}

uint32_t kb_extract__core(const kb_view* v, uint32_t w)
{
  const kb_word* head = kb_extract__word(v, w);
  const uint32_t q    = v->quantity[w];
  if (q != KB_NONE && v->doc->quantities.v[q].counted < v->doc->words.n) {
    return v->doc->quantities.v[q].counted;
  }
  const bool opens = head->feats.upos == KB_NUM || head->feats.upos == KB_ADJ; // ثلاثة أشخاص، آخر اجتماع
  for (uint32_t d = w + 1; opens && d <= head->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head == w && (x->deprel == KB_NMOD || x->deprel == KB_NMOD_POSS) && x->feats.upos == KB_NOUN) {
      return d;
    }
  }
  return w;
}

bool kb_extract__is_actor(const kb_view* v, uint32_t entity)
{
  switch (v->doc->entities.v[entity].type) {
  case KB_ENT_WEAPON:
  case KB_ENT_HAPPENING:
  case KB_ENT_DOCUMENT:
    return false;
  default:
    return true;
  }
}

bool kb_extract__is_place(const kb_view* v, uint32_t entity)
{
  const unsigned t = v->doc->entities.v[entity].type;
  return t == KB_ENT_COUNTRY || t == KB_ENT_CITY || t == KB_ENT_PLACE;
}

uint32_t kb_extract__country(const kb_view* v, uint32_t gaz)
{
  for (uint32_t i = 0; gaz != KB_NONE && i < v->doc->entities.n; ++i) {
    if (v->doc->entities.v[i].type == KB_ENT_COUNTRY && v->doc->entities.v[i].gaz == gaz) {
      return i;
    }
  }
  return KB_NONE;
}
