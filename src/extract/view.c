/// Tables from words to mentions, times, quantities; phrases to entities.
#include "extract_internal.h"

#include <stdio.h>

/// Longest list of names that is followed.
enum { KB_LIST = 64 };

static uint32_t* new_table(kb_arena* arena, size_t n)
{
  uint32_t* t = kb_arena_array(arena, n + 1, sizeof *t);
  for (size_t i = 0; t && i <= n; ++i) {
    t[i] = KB_NONE;
  }
  return t;
}

static uint32_t first_of(const kb_mention* m)
{
  return m->office_first != KB_NONE && m->office != KB_NONE && m->office_first < m->first ? m->office_first : m->first;
}

static uint32_t last_of(const kb_mention* m)
{
  return m->office_last != KB_NONE && m->office != KB_NONE && m->office_last > m->last ? m->office_last : m->last;
}

static uint32_t width(const kb_mention* m)
{
  return last_of(m) - first_of(m);
}

/// Names win over descriptions, longer mentions over those inside.
static bool is_better(const kb_doc* doc, uint32_t old, const kb_mention* m)
{
  if (old == KB_NONE) {
    return true;
  }
  const kb_mention* o = &doc->mentions.v[old];
  return o->nested != m->nested ? o->nested : width(m) > width(o);
}

static void index_mention(kb_view* v, uint32_t i)
{
  const kb_doc*     doc = v->doc;
  const kb_mention* m   = &doc->mentions.v[i];
  if (m->last >= doc->words.n || m->first > m->last) {
    return;
  }
  if (m->head < doc->words.n && is_better(doc, v->by_head[m->head], m)) {
    v->by_head[m->head] = i;
  }
  for (uint32_t w = first_of(m); w <= last_of(m) && w < doc->words.n; ++w) {
    if (is_better(doc, v->cover[w], m)) {
      v->cover[w] = i;
    }
  }
}

static void index_range(const kb_doc* doc, uint32_t* table, uint32_t first, uint32_t last, uint32_t id)
{
  for (uint32_t w = first; w <= last && w < doc->words.n; ++w) {
    if (table[w] == KB_NONE) {
      table[w] = id;
    }
  }
}

kb_status kb_extract__view(kb_view* v, kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  const size_t n = doc->words.n;
  *v             = (kb_view){.doc      = doc,
                             .lex      = lex,
                             .by_head  = new_table(doc->arena, n),
                             .cover    = new_table(doc->arena, n),
                             .time     = new_table(doc->arena, n),
                             .quantity = new_table(doc->arena, n),
                             .clause   = new_table(doc->arena, n),
                             .event    = new_table(doc->arena, doc->clauses.n)};
  if (!v->by_head || !v->cover || !v->time || !v->quantity || !v->clause || !v->event) {
    return kb_error_nomem(err);
  }
  for (uint32_t i = 0; i < doc->mentions.n; ++i) {
    index_mention(v, i);
  }
  for (uint32_t i = 0; i < doc->times.n; ++i) {
    index_range(doc, v->time, doc->times.v[i].first, doc->times.v[i].last, i);
  }
  for (uint32_t i = 0; i < doc->quantities.n; ++i) {
    index_range(doc, v->quantity, doc->quantities.v[i].first, doc->quantities.v[i].last, i);
  }
  for (uint32_t i = 0; i < doc->clauses.n; ++i) {
    index_range(doc, v->clause, doc->clauses.v[i].predicate, doc->clauses.v[i].predicate, i);
  }
  for (uint32_t i = doc->events.n; i-- > 0;) {
    v->event[doc->events.v[i].clause] = i;
  }
  return KB_OK;
}

const kb_lexeme* kb_extract__lexeme(const kb_view* v, uint32_t w)
{
  const uint32_t id = w < v->doc->words.n ? kb_extract__word(v, w)->lexeme : KB_NONE;
  return id == KB_NONE || !v->lex ? NULL : kb_lexicon_lexeme(v->lex, id);
}

unsigned kb_extract__particle(const kb_view* v, uint32_t w)
{
  const kb_lexeme* x = kb_extract__lexeme(v, w);
  return x && x->kind == KB_LEX_PARTICLE ? x->particle : KB_PCL_NONE;
}

uint32_t kb_extract__sentence_of(const kb_view* v, uint32_t w)
{
  return v->doc->tokens.v[kb_extract__word(v, w)->token].sentence;
}

const kb_block* kb_extract__block_of(const kb_view* v, uint32_t sentence)
{
  return &v->doc->blocks.v[v->doc->sentences.v[sentence].block];
}

uint32_t kb_extract__sentence_first(const kb_view* v, uint32_t w)
{
  return v->doc->sentences.v[kb_extract__sentence_of(v, w)].first_word;
}

uint32_t kb_extract__sentence_end(const kb_view* v, uint32_t w)
{
  const kb_sentence* s = &v->doc->sentences.v[kb_extract__sentence_of(v, w)];
  return s->first_word + s->n_words;
}

unsigned kb_extract__token_kind(const kb_view* v, uint32_t w)
{
  return v->doc->tokens.v[kb_extract__word(v, w)->token].kind;
}

bool kb_extract__is_mark(const kb_view* v, uint32_t w, const char* marks)
{
  if (kb_extract__word(v, w)->feats.upos != KB_PUNCT) {
    return false;
  }
  const kb_str   s   = kb_extract__cut(v, kb_extract__word(v, w)->span);
  size_t         i   = 0;
  const uint32_t c   = s.n ? kb_text_next(s, &i) : 0;
  const kb_str   all = kb_str_of(marks);
  for (size_t k = 0; i == s.n && k < all.n;) {
    if (kb_text_next(all, &k) == c) {
      return true;
    }
  }
  return false;
}

bool kb_extract__is_inside(uint32_t w, uint32_t first, uint32_t last)
{
  return w >= first && w <= last;
}

/// The folded characters of a token after its first word.
static kb_str token_key(const kb_view* v, uint32_t token, char* key)
{
  const size_t n = kb_text_fold(kb_extract__cut(v, v->doc->tokens.v[token].span), key);
  return (kb_str){key, n};
}

static bool is_wanted(const kb_view* v, const kb_phrase* p, unsigned kind, int cue_class)
{
  return p->kind == kind && (cue_class < 0 || kb_lexicon_cue(v->lex, p->id)->class == cue_class);
}

static uint32_t ending_at(const kb_view* v, uint32_t node, unsigned kind, int cue_class)
{
  for (uint32_t p = kb_lexicon_ends(v->lex, node); p != KB_NONE; p = kb_lexicon_phrase(v->lex, p)->next) {
    if (is_wanted(v, kb_lexicon_phrase(v->lex, p), kind, cue_class)) {
      return kb_lexicon_phrase(v->lex, p)->id;
    }
  }
  return KB_NONE;
}

/// Longest phrase of a kind that starts at `w`: what it stands for, KB_NONE if there is none.
static uint32_t phrase_at(const kb_view* v, uint32_t w, unsigned kind, int cue_class, uint32_t* last)
{
  const kb_doc*  doc   = v->doc;
  const uint32_t end   = kb_extract__sentence_end(v, w);
  uint32_t       token = kb_extract__word(v, w)->token;
  uint32_t       at    = w;
  uint32_t       found = KB_NONE;
  uint32_t       node  = v->lex ? kb_lexicon_step(v->lex, KB_PHRASE_ROOT, kb_extract__word(v, w)->key) : KB_NONE;
  while (node != KB_NONE) {
    const uint32_t id = ending_at(v, node, kind, cue_class);
    if (id != KB_NONE) {
      found = id;
      *last = at;
    }
    const kb_token* next = token + 1 < doc->tokens.n ? &doc->tokens.v[++token] : NULL;
    if (!next || !next->n_words || next->first_word >= end) {
      break;
    }
    char key[KB_KEY_MAX];
    node = kb_lexicon_step(v->lex, node, token_key(v, token, key));
    at   = next->first_word + next->n_words - 1u;
  }
  return found;
}

const kb_cue* kb_extract__cue(const kb_view* v, uint32_t w, unsigned cue_class, uint32_t* last)
{
  const uint32_t id = phrase_at(v, w, KB_PHRASE_CUE, (int)cue_class, last);
  return id == KB_NONE ? NULL : kb_lexicon_cue(v->lex, id);
}

const kb_title* kb_extract__title(const kb_view* v, uint32_t w, uint32_t* last)
{
  const uint32_t id = phrase_at(v, w, KB_PHRASE_TITLE, -1, last);
  return id == KB_NONE ? NULL : kb_lexicon_title(v->lex, id);
}

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
  return first_of(m) == w || m->first == w;
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
  const kb_word* head = kb_extract__word(v, w);
  uint32_t       of   = KB_NONE;
  for (uint32_t d = w + 1; d <= head->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head != w) {
      continue;
    }
    if (x->deprel == KB_NMOD_POSS) {
      return d;
    }
    const uint32_t m      = v->by_head[d];
    const bool     nation = x->deprel == KB_AMOD && m != KB_NONE && v->doc->mentions.v[m].kind == KB_MENTION_DEMONYM;
    if (of == KB_NONE && ((x->deprel == KB_NMOD && head->feats.upos == KB_NUM) || x->deprel == KB_APPOS || nation)) {
      of = d;
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
    const uint32_t next = list != KB_NONE ? list : deeper(v, w);
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

/// "27 آخرون أصيبوا": a bare number of victims counts people.
static bool is_bare_number(const kb_view* v, uint32_t w)
{
  return v->quantity[w] != KB_NONE && kb_extract__word(v, kb_extract__core(v, w))->feats.upos != KB_NOUN;
}

/// What kind of entity a common noun speaks of; -1: of none that takes part in events.
static int described_type(const kb_view* v, uint32_t w, kb_described as)
{
  const kb_lexeme* x       = kb_extract__lexeme(v, w);
  const bool       victims = as == KB_AS_VICTIM;
  if (victims && is_bare_number(v, w)) {
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

static kb_str local_slug(kb_doc* doc)
{
  char     text[32];
  unsigned n = 1;
  for (uint32_t i = 0; i < doc->entities.n; ++i) {
    n += doc->entities.v[i].local;
  }
  const int length = snprintf(text, sizeof text, "actor_%u", n);
  return kb_arena_copy(doc->arena, (kb_str){text, (size_t)length});
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
  const kb_str   slug  = local_slug(doc);
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
                          .label_ar      = kb_doc_cut(doc, m->span),
                          .label_en      = KB_STR(""),
                          .sector        = KB_STR(""),
                          .first_mention = doc->mentions.n - 1,
                          .plural        = kb_extract__word(v, head)->feats.number};
  for (uint32_t i = first; i <= last; ++i) {
    v->cover[i] = v->cover[i] == KB_NONE ? doc->mentions.n - 1 : v->cover[i];
  }
  v->by_head[head] = doc->mentions.n - 1;
  v->by_head[w]    = doc->mentions.n - 1;
  return KB_OK;
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
