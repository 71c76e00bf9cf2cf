/// Sources named beside what they say: "بحسب X"، "كما ذكر X"، "X: ..." in headlines.
#include "frame.h"
#include "quotes.h"

enum { NAME_WORDS = 12 };

/// "بحسب نتائج رسمية": what is found or counted tells, though it is no paper.
static bool is_finding(const kb_word* w)
{
  static const char* const findings[] = {"نتيجة", "رقم",    "معطى",    "معطيات", "إحصاء", "حصيلة",
                                         "تقدير", "معلومة", "استطلاع", "مسح",    "بحث",   "تحليل"};
  for (size_t i = 0; i < sizeof findings / sizeof *findings; ++i) {
    if (kb_str_eq(w->lemma, kb_str_of(findings[i]))) {
      return true;
    }
  }
  return false;
}

/// Common nouns of people, bodies and papers; "حسب العادة" names nobody.
static bool can_speak(const kb_listener* l, uint32_t w)
{
  const kb_lexeme* x = kb_extract__lexeme(&l->v, w);
  if (is_finding(kb_extract__word(&l->v, w))) {
    return true;
  }
  switch (x ? x->noun_class : KB_CLASS_NONE) {
  case KB_CLASS_PERSON:
  case KB_CLASS_ROLE:
  case KB_CLASS_GROUP:
  case KB_CLASS_ORG:
  case KB_CLASS_DOCUMENT:
  case KB_CLASS_SPEECH:
    return true;
  default:
    return false;
  }
}

/// The phrase of a source begins at `w`: its entity, and the last word of the phrase.
static uint32_t source_at(kb_listener* l, uint32_t w, bool may_describe, uint32_t* last)
{
  if (w < l->end && kb_extract__word(&l->v, w)->feats.upos == KB_ADP) {
    ++w;
  }
  if (w >= l->end) {
    return KB_NONE;
  }
  w += kb_extract__word(&l->v, w)->feats.upos == KB_ADP && w + 1 < l->end ? 1 : 0; // وفقا + ل
  kb_ids   ids   = {0};
  uint32_t other = KB_NONE;
  if (kb_extract__entities(&l->v, w, &ids) != KB_OK ||
      (!ids.n && may_describe && can_speak(l, w) && kb_extract__describe(&l->v, w, KB_AS_SPEAKER, &other) != KB_OK) ||
      (!ids.n && other == KB_NONE)) {
    return KB_NONE;
  }
  const uint32_t m = kb_extract__mention(&l->v, w);
  *last            = kb_extract__word(&l->v, w)->last;
  if (m != KB_NONE && l->v.doc->mentions.v[m].last > *last) {
    *last = l->v.doc->mentions.v[m].last;
  }
  return kb_extract__voice(l, ids.n ? ids.v[0] : other);
}

static bool can_tell(const kb_listener* l, uint32_t entity)
{
  return kb_extract__is_actor(&l->v, entity) || l->v.doc->entities.v[entity].type == KB_ENT_DOCUMENT;
}

/// What stands before an attribution: from the last break of the sentence that belongs to nobody yet.
static bool before(const kb_listener* l, uint32_t w, uint32_t* first, uint32_t* last)
{
  *first = l->covered;
  if (w <= *first) {
    return false;
  }
  *last = w - 1;
  while (*first < *last && kb_extract__word(&l->v, *first)->feats.upos == KB_CCONJ) {
    ++*first;
  }
  return kb_extract__trim(l, first, last) && *last > *first + 1;
}

/// Does an attribution that ends with `last` stand behind all else, after a break: "، بحسب وكالة الأنباء."?
static bool is_coda(const kb_listener* l, uint32_t w, uint32_t last)
{
  uint32_t k = w; // وذلك بحسب
  while (k > l->first && k + 2 > w && kb_extract__word(&l->v, k - 1)->feats.upos == KB_DET) {
    --k;
  }
  k -= k > l->first && kb_extract__word(&l->v, k - 1)->feats.upos == KB_CCONJ ? 1 : 0;
  if (k == l->first || !kb_extract__is_mark(&l->v, k - 1, "،,؛-–")) {
    return false;
  }
  for (uint32_t i = last + 1; i < l->end; ++i) {
    if (kb_extract__word(&l->v, i)->feats.upos != KB_PUNCT) {
      return false;
    }
  }
  return true;
}

/// "He said that ..., according to the agency": where all that stands before has been told by somebody else, the agency
/// tells that he did.
static bool
retold(const kb_listener* l, const kb_utterance* u, uint32_t w, uint32_t source_last, uint32_t* first, uint32_t* last)
{
  if (l->covered <= l->first || l->here == KB_NONE || l->here == u->speaker || !is_coda(l, w, source_last)) {
    return false;
  }
  *first = l->first;
  *last  = l->covered - 1;
  while (*first < *last && kb_extract__word(&l->v, *first)->feats.upos == KB_CCONJ) {
    ++*first;
  }
  return kb_extract__trim(l, first, last);
}

/// "ووفق البيان عبر الوزير عن ...": a verb right behind a definite source begins what he told.
static bool is_told(const kb_listener* l, uint32_t w)
{
  const uint32_t c = l->v.clause[w];
  return kb_extract__word(&l->v, w)->feats.upos == KB_VERB && c != KB_NONE &&
         (kb_extract__clause(&l->v, c)->rel != KB_REL_RELATIVE ||
          kb_extract__word(&l->v, w - 1)->feats.state == KB_DEF);
}

/// "بحسب X، ...": after the comma behind the name.
static bool after(const kb_listener* l, uint32_t name_end, uint32_t cue, uint32_t* first, uint32_t* last)
{
  uint32_t w = name_end + 1;
  if (w < l->end && is_told(l, w)) {
    *first = w;
    *last  = kb_extract__content_end(l, w, cue) - 1;
    return kb_extract__trim(l, first, last);
  }
  while (w < l->end && !kb_extract__is_mark(&l->v, w, "،,")) {
    if (kb_extract__particle(&l->v, w) == KB_PCL_THAT || w > name_end + NAME_WORDS) {
      break;
    }
    ++w;
  }
  *first = w;
  if (w >= l->end) {
    return false;
  }
  *last = kb_extract__content_end(l, w + 1 < l->end ? w + 1 : w, cue) - 1;
  return kb_extract__trim(l, first, last);
}

/// "على حد قوله": the quoted words before it are those of the speaker at hand.
static kb_status in_his_words(kb_listener* l, uint32_t w, uint32_t cue_last)
{
  const uint32_t open = kb_extract__closed_before(l, w);
  kb_utterance   u    = {.cue        = w,
                         .cue_span   = kb_doc_words_span(l->v.doc, w, cue_last),
                         .event      = KB_NONE,
                         .speaker    = l->here != KB_NONE ? l->here : l->recent[0],
                         .rule       = "quote.his-words",
                         .confidence = 80,
                         .is_direct  = true};
  if (open == KB_NONE || u.speaker == KB_NONE || !kb_extract__between(l, open, &u.first, &u.last) ||
      !kb_extract__trim(l, &u.first, &u.last)) {
    return KB_OK;
  }
  l->is_taken[kb_extract__word(&l->v, open)->token] = 1;
  return kb_extract__say(l, &u);
}

/// Last word of the phrase of the subject of an event of saying.
static uint32_t subject_end(const kb_listener* l, uint32_t event)
{
  const kb_clause* c    = kb_extract__clause(&l->v, l->v.doc->events.v[event].clause);
  uint32_t         last = c->predicate;
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &l->v.doc->args.v[c->first_arg + i];
    if (a->role != KB_ARG_SUBJECT || a->word < last || a->word >= l->end) {
      continue;
    }
    const uint32_t m = kb_extract__mention(&l->v, a->word);
    last             = kb_extract__word(&l->v, a->word)->last;
    last             = m != KB_NONE && l->v.doc->mentions.v[m].last > last ? l->v.doc->mentions.v[m].last : last;
  }
  return last;
}

static kb_status attribute(kb_listener* l, kb_utterance* u)
{
  const kb_status st = kb_extract__say(l, u);
  kb_extract__take(l, u->first, u->last);
  l->here     = u->speaker;
  l->cue_here = u->cue;
  l->covered  = u->last + 1 > l->covered ? u->last + 1 : l->covered;
  return st;
}

/// "كما هدده بأن ...": what has words of its own says something more, and nothing of what stands before it.
static bool has_own_words(const kb_listener* l, uint32_t event)
{
  return kb_extract__has_arg(&l->v, kb_extract__clause(&l->v, l->v.doc->events.v[event].clause), KB_ARG_CLAUSE);
}

kb_status kb_extract__attribution(kb_listener* l, uint32_t w)
{
  uint32_t cue_last = w;
  if (kb_extract__cue(&l->v, w, KB_CUE_HIS_WORDS, &cue_last)) {
    return in_his_words(l, w, cue_last);
  }
  kb_utterance u        = {.cue = w, .event = KB_NONE, .confidence = 85, .is_direct = false, .speaker = KB_NONE};
  uint32_t     name_end = w;
  if (kb_extract__cue(&l->v, w, KB_CUE_AS_SAID, &cue_last) && cue_last + 1 < l->end &&
      l->cue[cue_last + 1] != KB_NONE && w > l->first + 1 && !has_own_words(l, l->cue[cue_last + 1])) {
    bool is_carried;
    u.event    = l->cue[cue_last + 1];
    u.cue      = cue_last + 1;
    u.speaker  = kb_extract__speaker(l, &l->v.doc->events.v[u.event], &is_carried);
    u.cue_span = kb_extract__word(&l->v, u.cue)->span;
    u.rule     = "quote.as-said";
    const bool found =
      u.speaker != KB_NONE && (before(l, w, &u.first, &u.last) ||
                               (!is_carried && retold(l, &u, w, subject_end(l, u.event), &u.first, &u.last)));
    if (!found) {
      return KB_OK;
    }
    l->cue[u.cue] = KB_NONE; // its words have been found
    return attribute(l, &u);
  }
  if (!kb_extract__cue(&l->v, w, KB_CUE_ACCORDING, &cue_last)) {
    return KB_OK;
  }
  u.speaker  = source_at(l, cue_last + 1, true, &name_end);
  u.cue_span = kb_doc_words_span(l->v.doc, w, cue_last);
  u.rule     = "quote.according-to";
  if (u.speaker == KB_NONE || !can_tell(l, u.speaker)) {
    return KB_OK;
  }
  const bool leads = w <= l->first + 2;
  const bool found = leads ? after(l, name_end, w, &u.first, &u.last)
                           : before(l, w, &u.first, &u.last) || retold(l, &u, w, name_end, &u.first, &u.last);
  return found ? attribute(l, &u) : KB_OK;
}

static bool has_first_person(const kb_listener* l, uint32_t first, uint32_t last)
{
  for (uint32_t w = first; w <= last; ++w) {
    if (kb_extract__word(&l->v, w)->feats.person == 1) {
      return true;
    }
  }
  return false;
}

kb_status kb_extract__headline_colon(kb_listener* l)
{
  const unsigned kind  = kb_extract__block_of(&l->v, l->sentence)->kind;
  uint32_t       colon = l->first;
  if (kind != KB_BLOCK_HEADLINE && kind != KB_BLOCK_SUBHEAD) {
    return KB_OK;
  }
  while (colon < l->end && colon < l->first + NAME_WORDS && !kb_extract__is_mark(&l->v, colon, ":")) {
    if (kb_extract__word(&l->v, colon)->feats.upos == KB_VERB) {
      return KB_OK;
    }
    ++colon;
  }
  if (colon == l->first || colon + 1 >= l->end || !kb_extract__is_mark(&l->v, colon, ":")) {
    return KB_OK;
  }
  uint32_t     name_end = l->first;
  kb_utterance u        = {.first      = colon + 1,
                           .last       = l->end - 1,
                           .cue        = KB_NONE,
                           .event      = KB_NONE,
                           .rule       = "quote.headline-colon",
                           .confidence = 85,
                           .cue_span   = kb_extract__word(&l->v, colon)->span};
  u.speaker             = source_at(l, l->first, false, &name_end);
  if (u.speaker == KB_NONE || !kb_extract__trim(l, &u.first, &u.last)) {
    return KB_OK;
  }
  if (kb_extract__is_place(&l->v, u.speaker) && !has_first_person(l, u.first, u.last)) {
    return KB_OK;
  }
  return attribute(l, &u);
}
