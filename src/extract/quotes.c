/// Quotations: word of saying, speaker, content.
#include "quotes.h"

/// A shorter fragment between marks is a manner of speaking, not a quotation.
enum { FRAGMENT_WORDS = 3 };

kb_status kb_extract__say(kb_listener* l, const kb_utterance* u)
{
  kb_doc*   doc = l->v.doc;
  kb_quote* q   = kb_array_push(doc->arena, &doc->quotes);
  if (!q) {
    return KB_E_NOMEM;
  }
  q->span       = kb_doc_words_span(doc, u->first, u->last);
  q->cue        = u->cue;
  q->cue_span   = u->cue_span;
  q->speaker    = u->speaker;
  q->sentence   = l->sentence;
  q->event      = u->event;
  q->rule       = kb_str_of(u->rule);
  q->confidence = u->confidence;
  q->direct     = u->is_direct;
  return KB_OK;
}

void kb_extract__take(kb_listener* l, uint32_t first, uint32_t last)
{
  for (uint32_t w = first; w <= last; ++w) {
    if (kb_extract__token_kind(&l->v, w) == KB_TOKEN_OPEN) {
      l->is_taken[kb_extract__word(&l->v, w)->token] = 1;
    }
  }
}

/// Quoted fragments inside a phrase that tells what was said: "عبر عن "تفهم كامل" ل...".
static kb_status say_fragments(kb_listener* l, const kb_utterance* whole)
{
  kb_status st = KB_OK;
  for (uint32_t w = whole->first; st == KB_OK && w <= whole->last; ++w) {
    const uint32_t token = kb_extract__word(&l->v, w)->token;
    kb_utterance   u     = *whole;
    if (kb_extract__token_kind(&l->v, w) != KB_TOKEN_OPEN || l->is_taken[token] || kb_extract__is_name_island(l, w) ||
        !kb_extract__between(l, w, &u.first, &u.last) || !kb_extract__trim(l, &u.first, &u.last) ||
        u.last < u.first + FRAGMENT_WORDS - 1) {
      continue;
    }
    l->is_taken[token] = 1;
    u.is_direct        = true;
    u.rule             = "quote.partial";
    st                 = kb_extract__say(l, &u);
    w                  = u.last;
  }
  return st;
}

static const char* rule_of(const kb_content* c, const kb_word* cue)
{
  static const char* const names[][3] = {
    [KB_OPENER_THAT]    = {"quote.verb-that", "quote.participle-that", "quote.noun-that"},
    [KB_OPENER_MARKS]   = {"quote.verb-marks", "quote.participle-marks", "quote.noun-marks"},
    [KB_OPENER_COLON]   = {"quote.verb-colon", "quote.participle-colon", "quote.noun-colon"},
    [KB_OPENER_BARE]    = {"quote.verb-bare", "quote.participle-bare", "quote.noun-bare"},
    [KB_OPENER_NOMINAL] = {"quote.verb-phrase", "quote.participle-phrase", "quote.noun-phrase"},
  };
  const unsigned kind = cue->feats.upos == KB_VERB                                            ? 0
                        : cue->feats.upos == KB_NOUN && cue->feats.verbform != KB_ACTIVE_PART ? 2
                                                                                              : 1;
  return names[c->kind][kind];
}

static uint8_t confidence_of(const kb_content* c, bool is_carried)
{
  const unsigned base = c->kind == KB_OPENER_NOMINAL ? 70
                        : c->kind == KB_OPENER_BARE  ? 75
                        : c->kind == KB_OPENER_COLON ? 85
                                                     : 92;
  return (uint8_t)(is_carried ? base - 10 : base);
}

/// Content and fragments of one word of saying.
static kb_status tell(kb_listener* l, uint32_t event, const kb_content* c, uint32_t speaker, bool is_carried)
{
  const kb_event* e   = &l->v.doc->events.v[event];
  const kb_word*  cue = kb_extract__word(&l->v, e->trigger);
  kb_utterance    u   = {.first      = c->first,
                         .last       = c->last,
                         .cue        = e->trigger,
                         .cue_span   = cue->span,
                         .speaker    = speaker,
                         .event      = event,
                         .rule       = rule_of(c, cue),
                         .confidence = confidence_of(c, is_carried),
                         .is_direct = c->kind == KB_OPENER_MARKS || c->kind == KB_OPENER_COLON || c->kind == KB_OPENER_BARE};
  if (c->kind == KB_OPENER_MARKS) {
    l->is_taken[kb_extract__word(&l->v, c->first - 1)->token] = 1;
    return kb_extract__say(l, &u);
  }
  uint32_t first, last;
  if (c->open != KB_NONE && kb_extract__between(l, c->open, &first, &last) && last + 2 >= c->last &&
      !kb_extract__is_name_island(l, c->open)) { // إن "...": all of it between marks
    u.first                                              = first;
    u.last                                               = last;
    u.is_direct                                          = true;
    l->is_taken[kb_extract__word(&l->v, c->open)->token] = 1;
    return kb_extract__trim(l, &u.first, &u.last) ? kb_extract__say(l, &u) : KB_OK;
  }
  const kb_status st = kb_extract__say(l, &u);
  if (st == KB_OK && c->kind == KB_OPENER_NOMINAL) {
    return say_fragments(l, &u);
  }
  kb_extract__take(l, u.first, u.last); // marks inside reported words only say which of them are his very own
  return st;
}

/// "...": words first, then who said them.
static bool content_before(kb_listener* l, uint32_t cue, kb_content* c)
{
  const uint32_t open = kb_extract__closed_before(l, cue);
  if (open == KB_NONE || l->is_taken[kb_extract__word(&l->v, open)->token] ||
      !kb_extract__between(l, open, &c->first, &c->last) || kb_extract__is_name_island(l, open)) {
    return false;
  }
  c->kind = KB_OPENER_MARKS;
  c->end  = cue;
  return kb_extract__trim(l, &c->first, &c->last);
}

/// Does an imperfect here describe rather than report: "who insists on", "to express"?
static bool is_describing(const kb_listener* l, uint32_t cue, const kb_clause* c)
{
  const kb_feats f = kb_extract__word(&l->v, cue)->feats;
  if (f.upos != KB_VERB || f.aspect != KB_IMPERFECT) {
    return false;
  }
  switch (c->rel) {
  case KB_REL_MAIN:
  case KB_REL_CONJUNCT:
  case KB_REL_COMPLEMENT:
  case KB_REL_QUOTED:
    return false;
  case KB_REL_RELATIVE:
    return !kb_extract__has_own_subject(l, cue, c); // "the first time that Washington confirms"
  default:
    return true;
  }
}

/// A phrase tells what was said only where somebody is reported to say it.
static bool is_phrase_told(const kb_listener* l, uint32_t cue, const kb_clause* c, unsigned speech)
{
  const kb_feats f    = kb_extract__word(&l->v, cue)->feats;
  const bool     noun = f.upos == KB_NOUN && f.verbform != KB_ACTIVE_PART;
  const bool     mind = speech == KB_SPEECH_THINK && f.aspect == KB_IMPERFECT && c->rel != KB_REL_MAIN;
  return !noun && !mind && !is_describing(l, cue, c);
}

/// Papers and bodies show that something is so by saying it, people by what they do.
static bool is_shown(const kb_listener* l, uint32_t speaker)
{
  const unsigned type = speaker == KB_NONE ? KB_ENT_PERSON : l->v.doc->entities.v[speaker].type;
  return type == KB_ENT_DOCUMENT || type == KB_ENT_ORGANISATION;
}

/// Nouns of saying tell something only before أن or a mark, and of somebody; "I hope that" goes on with the speaker's
/// words.
static bool is_worth_telling(const kb_listener* l, const kb_event* e, const kb_content* c, uint32_t speaker)
{
  const kb_word*   cue    = kb_extract__word(&l->v, e->trigger);
  const kb_clause* clause = kb_extract__clause(&l->v, e->clause);
  const unsigned   speech = kb_lexicon_frame(l->v.lex, e->frame)->speech;
  const bool       noun   = cue->feats.upos == KB_NOUN && cue->feats.verbform != KB_ACTIVE_PART;
  if (c->kind == KB_OPENER_NONE || (clause->negative && speech != KB_SPEECH_THINK)) {
    return false;
  }
  if (cue->feats.upos == KB_VERB && cue->feats.person == 1) {
    return false;
  }
  // inside the words of another a verb without speaker tells what is, not who says so: "مؤشرات تؤكد أن"
  const bool inner = e->trigger < l->covered && cue->feats.number != KB_PLUR;
  if (speaker == KB_NONE && (inner || kb_extract__is_impersonal(l, e->trigger) || noun || speech == KB_SPEECH_THINK ||
                             clause->voice == KB_PASSIVE)) {
    return false;
  }
  const bool sign = e->trigger < l->covered && kb_extract__is_sign(&l->v, e->clause);
  if (sign || (speech == KB_SPEECH_SHOW && !is_shown(l, speaker))) {
    return false;
  }
  return c->kind != KB_OPENER_NOMINAL || is_phrase_told(l, e->trigger, clause, speech);
}

static kb_status remember_agent(kb_listener* l, uint32_t event, uint32_t speaker)
{
  kb_event* e = &l->v.doc->events.v[event];
  return e->agents.n || speaker == KB_NONE ? KB_OK : kb_extract__add(l->v.doc, &e->agents, speaker);
}

/// A woman whom no gazetteer knows is known by the verb.
static void learn_gender(kb_listener* l, uint32_t speaker, const kb_word* verb)
{
  kb_entity* e = &l->v.doc->entities.v[speaker];
  if (e->type == KB_ENT_PERSON && e->gaz == KB_NONE && verb->feats.upos == KB_VERB && verb->feats.person == 3 &&
      verb->feats.number == KB_SING) {
    e->female = verb->feats.gender == KB_FEM;
  }
}

static kb_status hear(kb_listener* l, uint32_t w)
{
  const uint32_t  event  = l->cue[w];
  const kb_event* e      = &l->v.doc->events.v[event];
  const uint32_t  clause = e->clause;
  kb_content      c      = kb_extract__content_after(l, w, e);
  bool            is_carried;
  if (kb_extract__subject_is_told(l, w)) {
    l->v.doc->events.v[event].agents.n = 0;
  }
  const uint32_t speaker   = kb_extract__speaker(l, e, &is_carried);
  const bool     passed_on = kb_extract__passed_on(l, e) != KB_NONE;
  if (speaker != KB_NONE && !is_carried && !passed_on) {
    learn_gender(l, speaker, kb_extract__word(&l->v, w));
  }
  if ((c.kind == KB_OPENER_NONE || c.kind == KB_OPENER_NOMINAL) && !content_before(l, w, &c) &&
      c.kind == KB_OPENER_NONE) {
    return KB_OK;
  }
  if (!is_worth_telling(l, e, &c, speaker) || c.first == l->told) {
    return KB_OK; // the words of the verb around: "قال مصدر طلب عدم ذكر اسمه إن"
  }
  l->told      = c.first;
  kb_status st = tell(l, event, &c, speaker, is_carried);
  if (st == KB_OK) {
    st = remember_agent(l, event, speaker);
  }
  if (speaker != KB_NONE && (passed_on || kb_extract__is_main(l, clause))) {
    kb_extract__heard(l, speaker, w);
    l->main = speaker;
  } else if (speaker != KB_NONE) {
    l->here     = speaker;
    l->cue_here = w;
  }
  l->covered = c.end > l->covered && c.end <= l->end ? c.end : l->covered;
  return st;
}

/// Where nobody spoke, whoever acted may speak next: "met the press. He added".
static void remember_actor(kb_listener* l)
{
  const kb_doc* doc = l->v.doc;
  for (uint32_t w = l->first; w < l->end && l->here == KB_NONE; ++w) {
    const uint32_t c = l->v.clause[w];
    if (c == KB_NONE || doc->clauses.v[c].rel != KB_REL_MAIN) {
      continue;
    }
    const uint32_t actor = kb_extract__subject(l, c);
    if (actor != KB_NONE && doc->entities.v[actor].type == KB_ENT_PERSON) {
      learn_gender(l, actor, kb_extract__word(&l->v, w));
      kb_extract__heard(l, actor, w);
    }
  }
}

/// A sentence that is one quotation goes on with the last speaker.
static kb_status go_on(kb_listener* l)
{
  uint32_t w = l->first;
  if (w >= l->end || kb_extract__token_kind(&l->v, w) != KB_TOKEN_OPEN || l->recent[0] == KB_NONE ||
      l->is_taken[kb_extract__word(&l->v, w)->token] ||
      kb_extract__block_of(&l->v, l->sentence)->kind != KB_BLOCK_BODY) {
    return KB_OK;
  }
  kb_utterance u = {.cue        = KB_NONE,
                    .speaker    = l->recent[0],
                    .event      = KB_NONE,
                    .rule       = "quote.continued",
                    .confidence = 70,
                    .is_direct  = true,
                    .cue_span   = kb_extract__word(&l->v, w)->span};
  if (!kb_extract__between(l, w, &u.first, &u.last) || u.last + 4 < l->end || u.last < u.first + 4) {
    return KB_OK;
  }
  l->is_taken[kb_extract__word(&l->v, w)->token] = 1;
  return kb_extract__say(l, &u);
}

static kb_status listen(kb_listener* l, uint32_t sentence)
{
  const kb_sentence* s = &l->v.doc->sentences.v[sentence];
  l->sentence          = sentence;
  l->first             = s->first_word;
  l->end               = s->first_word + s->n_words;
  l->here = l->cue_here = l->main = l->told = KB_NONE;
  l->covered                                = l->first;
  kb_status st                              = kb_extract__headline_colon(l);
  for (uint32_t w = l->first; st == KB_OK && w < l->end; ++w) {
    st = l->cue[w] != KB_NONE ? hear(l, w) : kb_extract__attribution(l, w);
  }
  if (st == KB_OK) {
    st = go_on(l);
    remember_actor(l);
  }
  return st;
}

static kb_status begin(kb_listener* l, kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  const kb_status st = kb_extract__view(&l->v, doc, lex, err);
  if (st != KB_OK) {
    return st;
  }
  l->cue      = kb_arena_array(doc->arena, doc->words.n + 1u, sizeof *l->cue);
  l->is_taken = kb_arena_array(doc->arena, doc->tokens.n + 1u, sizeof *l->is_taken);
  if (!l->cue || !l->is_taken) {
    return kb_error_nomem(err);
  }
  for (uint32_t w = 0; w <= doc->words.n; ++w) {
    l->cue[w] = KB_NONE;
  }
  for (unsigned i = 0; i < KB_RECENT; ++i) {
    l->recent[i] = KB_NONE;
  }
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    const kb_event* e      = &doc->events.v[i];
    const unsigned  speech = kb_lexicon_frame(lex, e->frame)->speech;
    if (speech != KB_SPEECH_NONE && speech != KB_SPEECH_KNOW) {
      l->cue[e->trigger] = i;
    }
  }
  return kb_extract__find_issuers(l) == KB_OK ? KB_OK : kb_error_nomem(err);
}

kb_status kb_extract__quotes(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  kb_listener l;
  kb_status   st = begin(&l, doc, lex, err);
  for (uint32_t s = 0; st == KB_OK && s < doc->sentences.n; ++s) {
    if (doc->sentences.v[s].n_words && kb_block_speaks(kb_extract__block_of(&l.v, s))) {
      st = listen(&l, s);
    }
  }
  return st == KB_E_NOMEM ? kb_error_nomem(err) : st;
}
