/// Tables from words to mentions, times, quantities and clauses; single words.
#include "extract_internal.h"

static uint32_t* new_table(kb_arena* arena, size_t n)
{
  uint32_t* t = kb_arena_array(arena, n + 1, sizeof *t);
  for (size_t i = 0; t && i <= n; ++i) {
    t[i] = KB_NONE;
  }
  return t;
}

uint32_t kb_extract__first_of(const kb_mention* m)
{
  return m->office_first != KB_NONE && m->office != KB_NONE && m->office_first < m->first ? m->office_first : m->first;
}

static uint32_t last_of(const kb_mention* m)
{
  return m->office_last != KB_NONE && m->office != KB_NONE && m->office_last > m->last ? m->office_last : m->last;
}

static uint32_t width(const kb_mention* m)
{
  return last_of(m) - kb_extract__first_of(m);
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
  for (uint32_t w = kb_extract__first_of(m); w <= last_of(m) && w < doc->words.n; ++w) {
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

/// Matches are reported in the words of war: whether they are meant is told by the words around.
static bool is_about_sport(const kb_view* v)
{
  enum { LEAST = 3, ONE_OF = 60 };
  const size_t n     = v->doc->words.n;
  size_t       found = 0;
  for (uint32_t w = 0; w < n; ++w) {
    uint32_t   last;
    const bool noun = kb_extract__word(v, w)->feats.upos == KB_NOUN || kb_extract__word(v, w)->feats.upos == KB_ADJ;
    found += noun && kb_extract__cue(v, w, KB_CUE_SPORT, &last) ? 1 : 0;
  }
  return found >= LEAST && found * ONE_OF >= n;
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
  v->sport = is_about_sport(v);
  return KB_OK;
}

bool kb_extract__in_title(const kb_view* v, uint32_t from, uint32_t w)
{
  const uint32_t id = w < v->doc->words.n ? v->cover[w] : KB_NONE;
  if (id == KB_NONE) {
    return false;
  }
  const kb_mention* m = &v->doc->mentions.v[id];
  return m->type == KB_ENT_PERSON && m->kind == KB_MENTION_NAME && m->office != KB_NONE && m->office_first < w &&
         w <= m->office_last && (from < m->office_first || from > last_of(m));
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

kb_frame_slot kb_extract__slot_of_prep(const kb_view* v, uint32_t prep)
{
  return prep == KB_NONE ? KB_FS_COUNT : kb_lexicon_frame_slot(kb_extract__word(v, prep)->lemma);
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
  const kb_word* x = kb_extract__word(v, w);
  return x->feats.upos == KB_PUNCT && kb_text_is_one_of(kb_extract__cut(v, x->span), marks);
}

bool kb_extract__is_inside(uint32_t w, uint32_t first, uint32_t last)
{
  return w >= first && w <= last;
}

bool kb_extract__says_nobody(const kb_view* v, uint32_t w)
{
  uint32_t      last = w;
  const kb_cue* cue  = kb_extract__cue(v, w, KB_CUE_IMPERSONAL, &last);
  return cue && last + 1 < v->doc->words.n && kb_extract__particle(v, last + 1) == KB_PCL_THAT;
}
