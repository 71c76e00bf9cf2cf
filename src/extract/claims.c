/// One claim for each event told: who vouches for it, and how sure it is.
#include "factuality.h"

#include <stdlib.h>

typedef struct witness {
  kb_view   v;
  uint32_t* quote; ///< word to the innermost quotation around it
  uint32_t* claim; ///< event to its claim
  uint32_t* told;  ///< event of saying to its first quotation
} witness;

/// First word that begins at byte `at` or later.
static uint32_t word_from(const kb_doc* doc, uint32_t at)
{
  uint32_t lo = 0;
  uint32_t hi = doc->words.n;
  while (lo < hi) {
    const uint32_t mid = lo + (hi - lo) / 2;
    if (doc->words.v[mid].span.start < at) {
      lo = mid + 1;
    } else {
      hi = mid;
    }
  }
  return lo;
}

static uint32_t length(kb_span s)
{
  return s.end - s.start;
}

static void index_quotes(witness* w)
{
  const kb_doc* doc = w->v.doc;
  for (uint32_t q = 0; q < doc->quotes.n; ++q) {
    const kb_quote* x = &doc->quotes.v[q];
    for (uint32_t i = word_from(doc, x->span.start); i < doc->words.n && doc->words.v[i].span.start < x->span.end;
         ++i) {
      const uint32_t old = w->quote[i];
      if (old == KB_NONE || length(x->span) < length(doc->quotes.v[old].span)) {
        w->quote[i] = q;
      }
    }
    if (x->event != KB_NONE && w->told[x->event] == KB_NONE) {
      w->told[x->event] = q;
    }
  }
}

static uint32_t* none(kb_arena* arena, size_t n)
{
  uint32_t* t = kb_arena_array(arena, n + 1, sizeof *t);
  if (t) {
    memset(t, 0xff, (n + 1) * sizeof *t);
  }
  return t;
}

static kb_status begin(witness* w, kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  const kb_status st = kb_extract__view(&w->v, doc, lex, err);
  if (st != KB_OK) {
    return st;
  }
  w->quote = none(doc->arena, doc->words.n);
  w->claim = none(doc->arena, doc->events.n);
  w->told  = none(doc->arena, doc->events.n);
  if (!w->quote || !w->claim || !w->told) {
    return kb_error_nomem(err);
  }
  index_quotes(w);
  return KB_OK;
}

/// May the clause around vouch for what it tells? Not "signs that confirm", nor "we think" in somebody's own words.
static bool vouches(const kb_view* v, uint32_t clause, const kb_frame* f)
{
  const uint32_t p     = kb_extract__clause(v, clause)->predicate;
  const uint32_t event = v->event[clause];
  const bool     ours  = f->speech == KB_SPEECH_THINK && kb_extract__word(v, p)->feats.person == 1;
  return f->speech && f->speech != KB_SPEECH_KNOW && event != KB_NONE && v->doc->events.v[event].agents.n && !ours;
}

/// The event of saying whose content the clause is, KB_NONE if none governs it.
static uint32_t saying_above(const kb_view* v, uint32_t clause)
{
  uint32_t sign = KB_NONE; // vouches only where nobody tells of it
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const uint32_t   c = kb_extract__first_conjunct(v, clause);
    const kb_clause* x = kb_extract__clause(v, c);
    kb_framed        f;
    if (x->parent == KB_NONE || x->rel == KB_REL_CIRCUMSTANCE || x->rel == KB_REL_PARATAXIS) {
      return sign;
    }
    const uint32_t governor = kb_extract__governor(v, c, &f);
    if (governor == KB_NONE && x->kind == KB_CLAUSE_VERB) {
      return sign;
    }
    clause = governor == KB_NONE ? x->parent : governor;
    if (governor != KB_NONE && vouches(v, clause, f.frame)) {
      if (!kb_extract__is_sign(v, clause)) {
        return v->event[clause];
      }
      sign = sign == KB_NONE ? v->event[clause] : sign;
    }
  }
  return sign;
}

/// "The paper quoted an official as saying": who passes on what the noun of saying says, KB_NONE if nobody does.
static uint32_t transmitter(const kb_view* v, const kb_event* e)
{
  const uint32_t first = kb_extract__sentence_first(v, e->trigger);
  const bool     his   = kb_extract__word(v, e->trigger)->feats.upos == KB_NOUN && e->trigger + 1 < v->doc->words.n &&
                   kb_extract__word(v, e->trigger + 1)->feats.upos == KB_PRON;
  for (uint32_t w = e->trigger; his && kb_lexicon_frame(v->lex, e->frame)->speech && w-- > first;) {
    const uint32_t c     = v->clause[w];
    const uint32_t event = c == KB_NONE ? KB_NONE : v->event[c];
    if (event == KB_NONE || !v->doc->events.v[event].agents.n) {
      continue;
    }
    const kb_framed f = kb_extract__frame(v, c);
    if (f.id != KB_NONE && kb_extract__filler(&f, KB_SLOT_SOURCE)) {
      return event;
    }
  }
  return KB_NONE;
}

/// "Kerry: we welcome": what he does by saying so is the article's own report.
static bool is_performed(const witness* w, const kb_event* e, const kb_quote* q)
{
  const kb_feats f = kb_extract__word(&w->v, e->trigger)->feats;
  return q->cue == KB_NONE && f.upos == KB_VERB && f.person == 1 && kb_lexicon_frame(w->v.lex, e->frame)->stance;
}

/// Source of an event: the innermost of the quotation around its trigger and the saying that governs it.
static void find_source(const witness* w, const kb_event* e, kb_claim* c)
{
  const kb_doc* doc = w->v.doc;
  c->source = c->quote = c->speech = KB_NONE;
  uint32_t q                       = w->quote[e->trigger];
  while (q != KB_NONE && doc->quotes.v[q].cue == e->trigger) {
    q = KB_NONE;
  }
  if (q != KB_NONE && is_performed(w, e, &doc->quotes.v[q])) {
    return;
  }
  if (q != KB_NONE) {
    c->quote  = q;
    c->source = doc->quotes.v[q].speaker;
    c->speech = doc->quotes.v[q].event;
  }
  const uint32_t passed = transmitter(&w->v, e);
  const uint32_t above  = passed != KB_NONE ? passed : saying_above(&w->v, e->clause);
  if (above == KB_NONE || above == c->speech ||
      (q != KB_NONE && kb_extract__is_sign(&w->v, doc->events.v[above].clause))) {
    return;
  }
  const uint32_t cue = doc->events.v[above].trigger;
  if (q == KB_NONE || w->quote[cue] == q) {
    c->speech = above;
    c->quote  = w->told[above];
    c->source = passed == KB_NONE && c->quote != KB_NONE && doc->quotes.v[c->quote].speaker != KB_NONE
                  ? doc->quotes.v[c->quote].speaker
                  : doc->events.v[above].agents.v[0];
  }
}

static kb_str rule_of(const kb_view* v, const kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  if (c->light != KB_NONE) {
    return KB_STR("event.light-verb");
  }
  switch (c->kind) {
  case KB_CLAUSE_MASDAR:
    return KB_STR("event.masdar");
  case KB_CLAUSE_EVENT_NOUN:
    return KB_STR("event.noun");
  case KB_CLAUSE_PARTICIPLE:
    return KB_STR("event.participle");
  case KB_CLAUSE_VERB:
    return c->voice == KB_PASSIVE ? KB_STR("event.passive-verb") : KB_STR("event.verb");
  default:
    return KB_STR("event.nominal");
  }
}

/// Verbs with their arguments are surest; a noun alone says least.
static uint8_t confidence_of(const kb_view* v, const kb_event* e)
{
  const kb_clause* c     = kb_extract__clause(v, e->clause);
  const unsigned   score = kb_extract__word(v, e->trigger)->score;
  unsigned         base  = c->kind == KB_CLAUSE_VERB ? 90 : c->light != KB_NONE ? 88 : 78;
  base -= e->agents.n ? 0 : 10;
  base -= e->patients.n || e->counterparts.n || e->recipients.n || e->topic_event != KB_NONE ? 0 : 5;
  return (uint8_t)(score && score < 100 ? base * (100 + score) / 200 : base);
}

/// Days of a date since some day long ago; months of 31 days will do.
static long day_number(kb_date d)
{
  return (d.year * 12L + (d.month ? d.month : 1)) * 31L + (d.day ? d.day : 1);
}

/// Older than a month before the article, or after it.
static void place_in_time(const kb_doc* doc, const kb_event* e, kb_claim* c)
{
  if (e->time == KB_NONE || !doc->published.year) {
    return;
  }
  const kb_time* t = &doc->times.v[e->time];
  if (!t->begin.year || t->precision == KB_PREC_HIJRI) {
    return;
  }
  const kb_date end = t->end.year ? t->end : t->begin;
  const long    now = day_number(doc->published);
  if (!t->from && (t->precision == KB_PREC_YEAR ? end.year < doc->published.year : day_number(end) + 31 < now)) {
    c->historical = true;
  }
  if (!t->until && !t->from && t->precision == KB_PREC_DAY && day_number(t->begin) > now) {
    c->future = true;
  }
}

/// Is the noun told by what it led to ("the explosion wounded"), or as a headline of its own?
static bool is_told_of(const kb_view* v, const kb_event* e)
{
  const kb_word*   w  = kb_extract__word(v, e->trigger);
  const uint32_t   c  = kb_extract__clause(v, e->clause)->parent;
  const kb_clause* up = c == KB_NONE ? NULL : kb_extract__clause(v, c);
  if (w->head == KB_NONE) {
    return kb_extract__block_of(v, kb_extract__sentence_of(v, e->trigger))->kind == KB_BLOCK_HEADLINE;
  }
  if (w->deprel != KB_NSUBJ || !up || up->kind != KB_CLAUSE_VERB || up->tense != KB_PAST || up->negative) {
    return false;
  }
  const uint32_t frame = kb_extract__first_frame(v, w->head);
  const uint8_t  role  = frame == KB_NONE ? KB_SLOT_NONE : kb_lexicon_frame(v->lex, frame)->args[KB_FS_SUBJ];
  return role == KB_SLOT_INSTRUMENT || role == KB_SLOT_CONTENT;
}

/// Does anything tie the event to the world: when, where, how many, who let it happen? Attacks are told by nouns
/// with a place, but "the protests in that town" only says which ones are meant, and those that "went on" are known.
static bool is_anchored(const kb_view* v, const kb_event* e)
{
  kb_framed      parent;
  const kb_feats f        = kb_extract__word(v, e->trigger)->feats;
  const bool     protest  = kb_str_eq(e->type, KB_STR("PROTEST"));
  const bool     relative = kb_extract__clause(v, e->clause)->rel == KB_REL_RELATIVE;
  const bool     which    = protest && (f.upos == KB_NOUN || relative);
  if (e->time != KB_NONE || (e->places.n && !which) || e->dead != KB_NONE || e->injured != KB_NONE ||
      e->arrested != KB_NONE) {
    return true;
  }
  const bool known = protest && f.upos == KB_NOUN && f.state == KB_DEF;
  return !known && (kb_extract__clause(v, e->clause)->light != KB_NONE ||
                    (kb_extract__governor(v, e->clause, &parent) != KB_NONE && parent.frame->light));
}

/// Violence and protest are also what much is said about without telling that it happened.
static bool is_conflict(const kb_event* e)
{
  static const char* const types[] = {"ASSAULT", "PROTEST"};
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
    if (kb_str_eq(e->type, kb_str_of(types[i]))) {
      return true;
    }
  }
  return false;
}

/// "Reports about strikes that": a subject of talk, which the narrator does not vouch for.
static bool is_talked_about(const kb_view* v, const kb_event* e)
{
  const uint32_t w = e->trigger;
  return w > kb_extract__sentence_first(v, w) && kb_extract__word(v, w)->feats.upos == KB_NOUN &&
         kb_lexicon_cue_of(v->lex, kb_extract__word(v, w - 1)->lemma, KB_CUE_ABOUT);
}

/// Deeds of conflict are told by verbs. A noun only mentions them, a relative
/// clause without doer and sufferer tells which one is meant, a verb
/// in the present may tell what is usual: whether the source vouches for a deed
/// is left open. Talks and agreements are told by nouns as well.
static bool is_only_mentioned(const kb_view* v, const kb_event* e)
{
  const kb_clause* c = kb_extract__clause(v, e->clause);
  const kb_feats   f = kb_extract__word(v, e->trigger)->feats;
  if (!is_conflict(e)) {
    return false;
  }
  if (is_talked_about(v, e)) {
    return true;
  }
  if (is_anchored(v, e) || is_told_of(v, e)) {
    return false;
  }
  if (kb_lexicon_frame(v->lex, e->frame)->detail) {
    return true;
  }
  if (f.upos == KB_VERB) {
    const bool told = c->rel == KB_REL_MAIN || c->rel == KB_REL_PARATAXIS || c->rel == KB_REL_QUOTED;
    return c->rel == KB_REL_RELATIVE ? !(e->agents.n && e->patients.n)
                                     : f.aspect == KB_IMPERFECT && c->tense == KB_PRESENT && !told;
  }
  return f.upos == KB_NOUN;
}

static kb_status add_claim(witness* w, uint32_t event)
{
  kb_doc*         doc = w->v.doc;
  const kb_event* e   = &doc->events.v[event];
  kb_claim*       c   = kb_array_push(doc->arena, &doc->claims);
  if (!c) {
    return KB_E_NOMEM;
  }
  const kb_factuality f = kb_extract__factuality(&w->v, e->clause);
  c->event              = event;
  c->via                = KB_NONE;
  c->trigger            = e->trigger;
  c->sentence           = kb_extract__sentence_of(&w->v, e->trigger);
  c->rule               = rule_of(&w->v, e);
  c->certainty          = f.certainty == KB_CERTAIN && is_only_mentioned(&w->v, e) ? KB_UNDERSPECIFIED : f.certainty;
  c->modality           = f.modality;
  c->negative           = f.is_negative;
  c->future             = f.is_future;
  c->confidence         = confidence_of(&w->v, e);
  find_source(w, e, c);
  place_in_time(doc, e, c);
  w->claim[event] = doc->claims.n - 1;
  return KB_OK;
}

/// "We will not": in somebody's words the first person is the speaker, the plural his country where he has one.
static kb_status name_first_person(witness* w, const kb_claim* c)
{
  kb_event*      e       = &w->v.doc->events.v[c->event];
  const kb_feats f       = kb_extract__word(&w->v, e->trigger)->feats;
  const uint32_t q       = w->quote[e->trigger];
  const uint32_t speaker = c->source != KB_NONE ? c->source : q != KB_NONE ? w->v.doc->quotes.v[q].speaker : KB_NONE;
  if (e->agents.n || speaker == KB_NONE || f.upos != KB_VERB || f.person != 1) {
    return KB_OK;
  }
  const kb_entity* s = &w->v.doc->entities.v[speaker];
  const uint32_t   country =
    f.number == KB_PLUR && s->type == KB_ENT_PERSON ? kb_extract__country(&w->v, s->country) : KB_NONE;
  return kb_extract__add(w->v.doc, &e->agents, country != KB_NONE ? country : speaker);
}

/// A source that is itself reported: the newspaper says that the official said.
static void link_sources(witness* w)
{
  kb_doc* doc = w->v.doc;
  for (uint32_t i = 0; i < doc->claims.n; ++i) {
    kb_claim*      c   = &doc->claims.v[i];
    const uint32_t via = c->speech == KB_NONE ? KB_NONE : w->claim[c->speech];
    c->via             = via != KB_NONE && via != i && doc->claims.v[via].source != KB_NONE ? via : KB_NONE;
  }
}

kb_status kb_extract__claims(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  witness   w;
  kb_status st = begin(&w, doc, lex, err);
  for (uint32_t i = 0; st == KB_OK && i < doc->events.n; ++i) {
    st = add_claim(&w, i);
    if (st == KB_OK) {
      st = name_first_person(&w, &doc->claims.v[doc->claims.n - 1]);
    }
  }
  if (st == KB_OK) {
    link_sources(&w);
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
