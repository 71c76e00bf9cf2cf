/// Clauses with a frame become events; their arguments become participants.
#include "events.h"

enum { LABEL_WORDS = 30, TIME_REACH = 80 }; // words

/// "compared with 2010": the time of something else.
static bool is_compared(const kb_view* v, uint32_t time)
{
  enum { FAR = 8 };
  const uint32_t first = v->doc->times.v[time].first;
  for (uint32_t w = first; w-- > 0 && first - w <= FAR && kb_extract__word(v, w)->feats.upos != KB_PUNCT;) {
    uint32_t last = w;
    if (kb_extract__cue(v, w, KB_CUE_COMPARED, &last)) {
      return true;
    }
  }
  return false;
}

/// Note a time of a clause; one that only says since when yields to another.
static uint32_t better(const kb_view* v, uint32_t best, uint32_t time)
{
  if (time == KB_NONE || is_compared(v, time)) {
    return best;
  }
  return best == KB_NONE || (v->doc->times.v[best].from && !v->doc->times.v[time].from) ? time : best;
}

uint32_t kb_extract__time_of(const kb_view* v, uint32_t clause)
{
  const kb_clause* c    = kb_extract__clause(v, clause);
  uint32_t         best = KB_NONE;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if ((a->role == KB_ARG_TIME || a->role == KB_ARG_OBLIQUE) && a->word < v->doc->words.n) {
      best = better(v, best, v->time[a->word]);
    }
  }
  const uint32_t near  = c->predicate == KB_NONE ? c->first : c->predicate;
  const uint32_t first = near > c->first + TIME_REACH ? near - TIME_REACH : c->first;
  const uint32_t last  = c->last > near + TIME_REACH ? near + TIME_REACH : c->last;
  for (uint32_t w = first; best == KB_NONE && w <= last && w < v->doc->words.n; ++w) {
    if (kb_extract__word(v, w)->clause == clause) {
      best = better(v, best, v->time[w]);
    }
  }
  return best;
}

/// From the first to the last word of predicate and phrases; clauses are left out.
static kb_span label_of(const kb_view* v, const kb_clause* c)
{
  uint32_t first = c->predicate;
  uint32_t last  = c->predicate;
  if (c->light != KB_NONE) {
    first = c->light < first ? c->light : first;
    last  = c->light > last ? c->light : last;
  }
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &v->doc->args.v[c->first_arg + i];
    if (a->role == KB_ARG_CLAUSE || !kb_extract__is_inside(a->word, c->first, c->last)) {
      continue;
    }
    const kb_word* w     = kb_extract__word(v, a->word);
    const uint32_t start = a->prep != KB_NONE && a->prep < w->first ? a->prep : w->first;
    first                = start < first && start >= c->first ? start : first;
    last                 = w->last > last && w->last <= c->last ? w->last : last;
  }
  while (first < c->predicate && kb_extract__word(v, first)->clitic == KB_ENCLITIC) { // "أن[ه سيسافر]"
    ++first;
  }
  last = last - first > LABEL_WORDS ? first + LABEL_WORDS : last;
  return kb_doc_words_span(v->doc, first, last < c->predicate ? c->predicate : last);
}

static void name_event(kb_event* e, const kb_framed* f, uint32_t clause)
{
  const kb_frame* frame = f->frame;
  *e                    = (kb_event){.type        = frame->type,
                                     .mode        = frame->mode,
                                     .subtype     = frame->subtype,
                                     .cameo       = frame->cameo,
                                     .context     = frame->context,
                                     .predicate   = frame->predicate,
                                     .frame       = f->id,
                                     .clause      = clause,
                                     .topic_event = KB_NONE,
                                     .instrument  = KB_NONE,
                                     .time        = KB_NONE,
                                     .amount      = KB_NONE,
                                     .dead        = KB_NONE,
                                     .injured     = KB_NONE,
                                     .arrested    = KB_NONE};
}

static kb_status make_event(kb_view* v, uint32_t clause, const kb_framed* f)
{
  const kb_clause* c = kb_extract__clause(v, clause);
  kb_event*        e = kb_array_push(v->doc->arena, &v->doc->events);
  if (!e) {
    return KB_E_NOMEM;
  }
  name_event(e, f, clause);
  e->trigger   = c->predicate;
  e->time      = kb_extract__time_of(v, clause);
  e->label     = label_of(v, c);
  kb_status st = KB_OK;
  for (size_t i = 0; st == KB_OK && i < f->n; ++i) {
    st = kb_extract__add_role(v, e, f->frame, &f->fillers[i]);
  }
  if (e->amount == KB_NONE && !f->frame->casualty) {
    const uint32_t q = v->quantity[c->predicate];
    e->amount        = q != KB_NONE && v->doc->quantities.v[q].counted == c->predicate ? q : KB_NONE;
  }
  v->event[clause] = v->doc->events.n - 1;
  st               = st == KB_OK ? kb_extract__add_victims(v, e, f->frame) : st;
  st               = st == KB_OK && !e->agents.n ? kb_extract__add_light_owner(v, e) : st;
  st               = st == KB_OK ? kb_extract__add_places(v, e, c, f) : st;
  return st == KB_OK && !e->places.n && !f->frame->speech ? kb_extract__find_places(v, e, clause) : st;
}

kb_status kb_extract__events(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_view   v;
  kb_status st = kb_extract__view(&v, doc, lex, err);
  for (uint32_t i = 0; st == KB_OK && i < doc->clauses.n; ++i) {
    if (!kb_block_speaks(kb_extract__block_of(&v, doc->clauses.v[i].sentence))) {
      continue;
    }
    const kb_framed f = kb_extract__frame(&v, i);
    if (kb_extract__tells(&v, i, &f)) {
      st = make_event(&v, i, &f);
    }
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->clauses.n; ++i) {
    st = doc->clauses.v[i].rel == KB_REL_RELATIVE ? kb_extract__take_from_relative(&v, i) : KB_OK;
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    kb_extract__link_topic(&v, &doc->events.v[i]);
    st = kb_extract__inherit(&v, &doc->events.v[i]);
    st = st == KB_OK ? kb_extract__share_circumstances(&v, &doc->events.v[i]) : st;
    st = st == KB_OK ? kb_extract__share_participants(&v, &doc->events.v[i]) : st;
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    st = kb_extract__add_targets(&v, &doc->events.v[i]);
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    kb_extract__drop_reflexive(&doc->events.v[i]);
    st = kb_extract__address_protest(&v, &doc->events.v[i]);
  }
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    st = kb_extract__add_besieged(&v, &doc->events.v[i]);
  }
  if (st == KB_OK) {
    kb_extract__settle_countries(&v);
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
