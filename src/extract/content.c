/// Where the words that somebody reports begin and end.
#include "quotes.h"

enum { ISLAND_WORDS = 4, REACH = 60 };

static bool is_open(const kb_listener* l, uint32_t w)
{
  return kb_extract__token_kind(&l->v, w) == KB_TOKEN_OPEN;
}

/// The word of the mark that closes an opening one; KB_NONE if it has none.
static uint32_t close_of(const kb_listener* l, uint32_t open)
{
  const kb_doc*  doc  = l->v.doc;
  const uint32_t pair = doc->tokens.v[kb_extract__word(&l->v, open)->token].pair;
  return pair < doc->tokens.n && doc->tokens.v[pair].n_words ? doc->tokens.v[pair].first_word : KB_NONE;
}

bool kb_extract__between(const kb_listener* l, uint32_t open, uint32_t* first, uint32_t* last)
{
  const uint32_t close = close_of(l, open);
  if (close == KB_NONE || close <= open + 1) {
    return false;
  }
  *first = open + 1;
  *last  = close - 1;
  return true;
}

static bool has_verb(const kb_listener* l, uint32_t first, uint32_t last)
{
  for (uint32_t w = first; w <= last; ++w) {
    const unsigned u = kb_extract__word(&l->v, w)->feats.upos;
    if (u == KB_VERB || u == KB_AUX) {
      return true;
    }
  }
  return false;
}

bool kb_extract__is_name_island(const kb_listener* l, uint32_t open)
{
  uint32_t first, last;
  if (!kb_extract__between(l, open, &first, &last)) {
    return true;
  }
  const uint32_t m = l->v.cover[first];
  if (m != KB_NONE && m == l->v.cover[last]) {
    return true;
  }
  return false;
}

uint32_t kb_extract__closed_before(const kb_listener* l, uint32_t w)
{
  while (w > l->first) {
    --w;
    if (kb_extract__token_kind(&l->v, w) == KB_TOKEN_CLOSE) {
      const kb_doc*  doc  = l->v.doc;
      const uint32_t pair = doc->tokens.v[kb_extract__word(&l->v, w)->token].pair;
      return pair < doc->tokens.n ? doc->tokens.v[pair].first_word : KB_NONE;
    }
    if (!kb_extract__is_mark(&l->v, w, "،,-–.…") && kb_extract__word(&l->v, w)->feats.upos != KB_CCONJ) {
      return KB_NONE;
    }
  }
  return KB_NONE;
}

bool kb_extract__trim(const kb_listener* l, uint32_t* first, uint32_t* last)
{
  while (*first <= *last && kb_extract__word(&l->v, *first)->feats.upos == KB_PUNCT &&
         kb_extract__token_kind(&l->v, *first) != KB_TOKEN_OPEN) {
    ++*first;
  }
  while (*last > *first && kb_extract__token_kind(&l->v, *last) != KB_TOKEN_CLOSE &&
         ((kb_extract__word(&l->v, *last)->feats.upos == KB_PUNCT && !kb_extract__is_mark(&l->v, *last, ")")) ||
          kb_extract__word(&l->v, *last)->feats.upos == KB_CCONJ)) {
    --*last;
  }
  return *first <= *last && kb_extract__word(&l->v, *first)->feats.upos != KB_PUNCT;
}

static const kb_frame* cue_frame(const kb_listener* l, uint32_t w)
{
  return l->cue[w] == KB_NONE ? NULL : kb_lexicon_frame(l->v.lex, l->v.doc->events.v[l->cue[w]].frame);
}

static bool is_participle(const kb_word* w)
{
  return w->feats.verbform == KB_ACTIVE_PART || w->feats.upos == KB_ADJ;
}

/// After the comma before `w`, or after its conjunction.
static bool is_after_break(const kb_listener* l, uint32_t w)
{
  if (w > l->first && kb_extract__word(&l->v, w - 1)->feats.upos == KB_CCONJ) {
    return true;
  }
  return w > l->first && kb_extract__is_mark(&l->v, w - 1, "،,؛;-–");
}

/// A word of saying that goes on with the same speaker: "، مشيرا إلى"، "وأضاف".
static bool resumes(const kb_listener* l, uint32_t w, uint32_t cue)
{
  const kb_frame* f = cue_frame(l, w);
  const kb_word*  x = kb_extract__word(&l->v, w);
  if (!f || w == cue || !is_after_break(l, w)) {
    return false;
  }
  if (is_participle(x)) {
    return x->feats.state != KB_DEF;
  }
  const kb_clause* c   = kb_extract__clause(&l->v, l->v.doc->events.v[l->cue[w]].clause);
  const uint32_t   own = cue == KB_NONE || l->cue[cue] == KB_NONE ? KB_NONE : l->v.doc->events.v[l->cue[cue]].clause;
  if (c->parent != KB_NONE && c->parent == own && c->rel == KB_REL_CONJUNCT) {
    return true;
  }
  return x->feats.upos == KB_VERB && x->feats.aspect == KB_PERFECT && f->speech == KB_SPEECH_SAY &&
         c->rel != KB_REL_RELATIVE && kb_extract__word(&l->v, w - 1)->feats.upos == KB_CCONJ;
}

/// Does what begins here stand outside the reported words: "وذلك"، "بعدما أعلن ..."؟
static bool leads_aside(const kb_listener* l, uint32_t w)
{
  uint32_t      last = w;
  const kb_cue* cue  = kb_extract__cue(&l->v, w, KB_CUE_ASIDE, &last);
  if (!cue) {
    return false;
  }
  if (cue->value) {
    return true;
  }
  for (uint32_t k = last + 1; k < l->end && k <= last + 3; ++k) {
    if (l->cue[k] != KB_NONE) {
      return true;
    }
  }
  return false;
}

static bool is_attribution(const kb_listener* l, uint32_t w)
{
  uint32_t last = w;
  if (kb_extract__cue(&l->v, w, KB_CUE_ACCORDING, &last) || kb_extract__cue(&l->v, w, KB_CUE_HIS_WORDS, &last)) {
    return true;
  }
  if (kb_extract__cue(&l->v, w, KB_CUE_AS_SAID, &last)) {
    return last + 1 < l->end && l->cue[last + 1] != KB_NONE;
  }
  return false;
}

uint32_t kb_extract__content_end(const kb_listener* l, uint32_t first, uint32_t cue)
{
  for (uint32_t w = first; w < l->end; ++w) {
    if (is_open(l, w)) {
      const uint32_t close = close_of(l, w);
      if (close != KB_NONE && close >= l->end) {
        return close + 1; // a quotation that runs over the sentence
      }
      w = close != KB_NONE ? close : w;
      continue;
    }
    if (w > first && (resumes(l, w, cue) || is_attribution(l, w) || leads_aside(l, w))) {
      return w;
    }
  }
  return l->end;
}

/// "أن", "أنه": the first word behind it.
static uint32_t behind_that(const kb_listener* l, uint32_t w)
{
  w += kb_extract__particle(&l->v, w) == KB_PCL_THAT ? 1 : 0;
  return w < l->end && kb_extract__word(&l->v, w)->feats.upos == KB_PRON ? w + 1 : w;
}

/// Content that opens with the word or mark at `w`.
static kb_content from(const kb_listener* l, kb_opener_kind kind, uint32_t w, uint32_t cue)
{
  if (kind == KB_OPENER_THAT && w + 1 < l->end && kb_extract__word(&l->v, w)->feats.upos == KB_ADP &&
      kb_extract__particle(&l->v, w + 1) == KB_PCL_THAT) {
    ++w; // the preposition is the verb's
  }
  kb_content     c     = {.kind = kind, .first = w, .open = KB_NONE};
  const uint32_t inner = kind == KB_OPENER_THAT ? behind_that(l, w) : w;
  if (inner < l->end && is_open(l, inner)) {
    c.open = inner;
  }
  if (kind == KB_OPENER_MARKS && kb_extract__between(l, w, &c.first, &c.last)) {
    c.end = c.last + 2;
    return c;
  }
  c.end  = kb_extract__content_end(l, w, cue);
  c.last = c.end - 1;
  if (c.end <= w || !kb_extract__trim(l, &c.first, &c.last)) {
    c.kind = KB_OPENER_NONE;
  }
  return c;
}

/// The complement clause that the syntax found, its preposition included.
static uint32_t complement_of(const kb_listener* l, const kb_event* e, uint32_t cue)
{
  const kb_clause* c = kb_extract__clause(&l->v, e->clause);
  for (uint32_t i = 0; i < c->n_args; ++i) {
    const kb_arg* a = &l->v.doc->args.v[c->first_arg + i];
    if (a->role != KB_ARG_CLAUSE || a->clause == KB_NONE) {
      continue;
    }
    const kb_clause* s     = kb_extract__clause(&l->v, a->clause);
    uint32_t         start = s->marker != KB_NONE && s->marker < s->first ? s->marker : s->first;
    start                  = a->prep != KB_NONE && a->prep < start ? a->prep : start;
    if (start > cue && start < l->end && s->rel != KB_REL_QUOTED) {
      return start;
    }
  }
  return KB_NONE;
}

/// أن that may open the content; after دون، قبل، رغم it opens a side clause.
static bool is_that(const kb_listener* l, uint32_t w, uint32_t cue)
{
  if (kb_extract__particle(&l->v, w) != KB_PCL_THAT) {
    return false;
  }
  const kb_word* before = kb_extract__word(&l->v, w - 1);
  return w == cue + 1 || before->feats.upos != KB_ADP || kb_lexicon_frame_slot(before->lemma) != KB_FS_COUNT;
}

/// The preposition before أن belongs to the content: إلى أن، بأن.
static uint32_t with_preposition(const kb_listener* l, uint32_t w, uint32_t cue)
{
  return w > cue + 1 && kb_extract__word(&l->v, w - 1)->feats.upos == KB_ADP ? w - 1 : w;
}

/// Does another verb stand in the way, so that what follows may be its content?
static bool is_barrier(const kb_listener* l, uint32_t w)
{
  const uint32_t c = l->v.clause[w];
  return kb_extract__word(&l->v, w)->feats.upos == KB_VERB &&
         (c == KB_NONE || kb_extract__clause(&l->v, c)->rel != KB_REL_RELATIVE);
}

/// "an interview that the channel carried": the pronoun stands for what was said.
static bool has_its_words(const kb_listener* l, uint32_t cue)
{
  const kb_event*  e      = &l->v.doc->events.v[l->cue[cue]];
  const kb_clause* c      = kb_extract__clause(&l->v, e->clause);
  const unsigned   object = cue_frame(l, cue)->args[KB_FS_OBJ];
  return c->rel == KB_REL_RELATIVE && kb_extract__antecedent(&l->v, e->clause) != KB_NONE && cue + 1 < l->end &&
         kb_extract__word(&l->v, cue + 1)->clitic == KB_ENCLITIC && object != KB_SLOT_RECIPIENT &&
         object != KB_SLOT_PATIENT;
}

/// Does a verb of saying before this one still wait for its words?
static bool is_awaited(const kb_listener* l, uint32_t cue)
{
  for (uint32_t w = l->covered; w < cue; ++w) {
    const kb_frame* f = cue_frame(l, w);
    if (f && f->args[KB_FS_THAT] && kb_extract__word(&l->v, w)->feats.upos == KB_VERB) {
      return true;
    }
  }
  return false;
}

/// May what is said open with the word or mark at `w`? With the preposition that the verb takes, and without one if it
/// takes أن.
static bool takes(const kb_listener* l, uint32_t cue, uint32_t w)
{
  const kb_frame*     f    = cue_frame(l, cue);
  const kb_word*      x    = kb_extract__word(&l->v, w);
  const kb_word*      prep = x->feats.upos == KB_ADP ? x : kb_extract__word(&l->v, w - 1);
  const kb_frame_slot slot = prep->feats.upos == KB_ADP ? kb_lexicon_frame_slot(prep->lemma) : KB_FS_COUNT;
  const unsigned      role = slot == KB_FS_COUNT ? KB_SLOT_NONE : f->args[slot];
  return f->noun || f->args[KB_FS_THAT] || role == KB_SLOT_TOPIC || role == KB_SLOT_CONTENT;
}

/// "an official who asked not to be named": told already what it tells.
static bool has_object(const kb_listener* l, uint32_t cue)
{
  const kb_clause* c = kb_extract__clause(&l->v, l->v.doc->events.v[l->cue[cue]].clause);
  for (uint32_t i = 0; i < c->n_args && c->rel == KB_REL_RELATIVE; ++i) {
    if (l->v.doc->args.v[c->first_arg + i].role == KB_ARG_OBJECT) {
      return cue_frame(l, cue)->args[KB_FS_OBJ] == KB_SLOT_TOPIC;
    }
  }
  return false;
}

/// Another word of saying: what follows is its content.
static bool is_other_cue(const kb_listener* l, uint32_t w)
{
  return l->cue[w] != KB_NONE && !has_its_words(l, w) && !has_object(l, w) && cue_frame(l, w)->args[KB_FS_THAT] &&
         kb_extract__word(&l->v, w)->feats.upos != KB_NOUN;
}

/// "قوله إن", "قولها: ...": the noun opens the words, whatever verb is before it.
static bool is_his_saying(const kb_listener* l, uint32_t w)
{
  if (l->cue[w] == KB_NONE || w + 2 >= l->end || kb_extract__word(&l->v, w)->feats.upos != KB_NOUN ||
      kb_extract__word(&l->v, w + 1)->feats.upos != KB_PRON || cue_frame(l, w)->speech != KB_SPEECH_SAY) {
    return false;
  }
  const uint32_t next = kb_extract__is_mark(&l->v, w + 2, "،,") && w + 3 < l->end ? w + 3 : w + 2;
  return kb_extract__particle(&l->v, next) == KB_PCL_THAT || is_open(l, next) || kb_extract__is_mark(&l->v, next, ":");
}

/// "قال لـ «عين اليوم»": the name of who is spoken to.
static bool is_addressee(const kb_listener* l, uint32_t open)
{
  return open > l->first && kb_extract__word(&l->v, open - 1)->feats.upos == KB_ADP &&
         kb_lexicon_frame_slot(kb_extract__word(&l->v, open - 1)->lemma) == KB_FS_LI;
}

/// A scare quote or name on the way, not the words themselves.
static bool is_short(const kb_listener* l, uint32_t open)
{
  uint32_t first, last;
  if (is_addressee(l, open)) {
    return true;
  }
  return kb_extract__is_name_island(l, open) ||
         (kb_extract__between(l, open, &first, &last) && last - first < ISLAND_WORDS && !has_verb(l, first, last));
}

/// "أضاف سنحدد ...": a first person behind a verb of saying in the third speaks for himself. His negations and
/// particles of tense belong to his words; KB_NONE if `w` is no such verb.
static uint32_t own_words(const kb_listener* l, uint32_t cue, uint32_t w)
{
  const kb_word* said = kb_extract__word(&l->v, cue);
  const kb_word* x    = kb_extract__word(&l->v, w);
  if (x->feats.upos != KB_VERB || x->feats.person != 1 || said->feats.upos != KB_VERB || said->feats.person != 3 ||
      cue_frame(l, cue)->speech != KB_SPEECH_SAY) {
    return KB_NONE;
  }
  while (w > cue + 1 && (kb_extract__word(&l->v, w - 1)->feats.upos == KB_PART ||
                         kb_extract__word(&l->v, w - 1)->feats.upos == KB_AUX)) {
    --w;
  }
  return w;
}

/// "قال مسؤول، طلب عدم ذكر اسمه، إن": the mark that closes an aside with a verb before أن; `w` if none opens there.
static uint32_t behind_aside(const kb_listener* l, uint32_t w)
{
  enum { ASIDE_WORDS = 14 };
  if (!kb_extract__is_mark(&l->v, w, "،,-–") || w + 1 >= l->end ||
      kb_extract__word(&l->v, w + 1)->feats.upos != KB_VERB) {
    return w;
  }
  for (uint32_t k = w + 2; k + 1 < l->end && k < w + ASIDE_WORDS; ++k) {
    if (kb_extract__is_mark(&l->v, k, "،,-–")) {
      return kb_extract__particle(&l->v, k + 1) == KB_PCL_THAT ? k : w;
    }
  }
  return w;
}

/// A quotation mark on the way opens the words of a verb that takes أن or this preposition, and whole sentences those
/// of every verb of talking: "spoke about the deal that was struck: «it will»".
static bool may_quote(const kb_listener* l, uint32_t cue, uint32_t w)
{
  enum { SENTENCE_WORDS = 8 };
  uint32_t        first, last;
  const kb_frame* f = cue_frame(l, cue);
  if (is_short(l, w)) {
    return false;
  }
  const bool talk = f->speech == KB_SPEECH_SAY && kb_str_eq(f->predicate, KB_STR("says"));
  return takes(l, cue, w) || (talk && kb_extract__between(l, w, &first, &last) && last >= first + SENTENCE_WORDS &&
                              has_verb(l, first, last));
}

/// Words between the verb and what it opens are speaker, place, time. Behind
/// another verb only marks count, and the complement that the syntax found.
static kb_content search(const kb_listener* l, uint32_t cue, uint32_t complement)
{
  const uint32_t end = complement != KB_NONE ? l->end : cue + REACH < l->end ? cue + REACH : l->end;
  const bool     is_noun =
    kb_extract__word(&l->v, cue)->feats.upos == KB_NOUN && !is_participle(kb_extract__word(&l->v, cue));
  bool behind = false;
  for (uint32_t w = cue + 1; w < end; ++w) {
    if (is_his_saying(l, w) || (is_noun && kb_extract__is_mark(&l->v, w, "،,-–") && w > cue + 2)) {
      break;
    }
    w = complement == KB_NONE && !behind ? behind_aside(l, w) : w;
    if (w == complement && takes(l, cue, w)) {
      return from(l, KB_OPENER_THAT, w, cue);
    }
    if (complement == KB_NONE && !behind && is_that(l, w, cue) && takes(l, cue, w)) {
      return from(l, KB_OPENER_THAT, with_preposition(l, w, cue), cue);
    }
    const uint32_t own = complement == KB_NONE && !behind ? own_words(l, cue, w) : KB_NONE;
    if (own != KB_NONE) {
      return from(l, KB_OPENER_BARE, own, cue);
    }
    if (is_open(l, w)) {
      if (w == cue + 1 ? !kb_extract__is_name_island(l, w) : may_quote(l, cue, w)) {
        return from(l, KB_OPENER_MARKS, w, cue);
      }
      const uint32_t close = close_of(l, w);
      w                    = close != KB_NONE && close < end ? close : w;
    } else if (kb_extract__is_mark(&l->v, w, ":") && w + 1 < l->end) {
      return from(l, is_open(l, w + 1) ? KB_OPENER_MARKS : KB_OPENER_COLON, w + 1, cue);
    } else if (complement == KB_NONE && is_other_cue(l, w)) {
      break;
    }
    behind |= is_barrier(l, w);
  }
  return (kb_content){.kind = KB_OPENER_NONE};
}

/// Does the phrase in this slot tell what was said? Of demands, promises, threats, denials, positions taken.
static bool is_telling(const kb_listener* l, const kb_frame* f, const kb_arg* a)
{
  const kb_frame_slot slot = a->prep != KB_NONE         ? kb_lexicon_frame_slot(kb_extract__word(&l->v, a->prep)->lemma)
                             : a->role == KB_ARG_CLAUSE ? KB_FS_THAT
                                                        : KB_FS_OBJ;
  return slot == KB_FS_THAT || (slot < KB_FS_COUNT && (f->tells >> slot & 1u));
}

/// "نشرت تقريرا": a paper is not what it says.
static bool is_paper(const kb_listener* l, uint32_t w)
{
  const kb_lexeme* x = w < l->v.doc->words.n ? kb_extract__lexeme(&l->v, w) : NULL;
  return x && x->noun_class == KB_CLASS_DOCUMENT;
}

/// "دعا إلى ..."، "أكد التزامه": the phrase itself is what is said.
static kb_content nominal(const kb_listener* l, uint32_t cue, const kb_event* e)
{
  const kb_framed f     = kb_extract__frame(&l->v, e->clause);
  uint32_t        start = KB_NONE;
  bool            found = false;
  if (f.id == KB_NONE || !f.frame->tells) {
    return (kb_content){.kind = KB_OPENER_NONE};
  }
  for (size_t i = 0; i < f.n; ++i) {
    const kb_arg*  a    = f.fillers[i].arg;
    const unsigned role = f.fillers[i].role;
    const bool     said = (role == KB_SLOT_TOPIC || role == KB_SLOT_CONTENT) && is_telling(l, f.frame, a);
    if (a->word <= cue || a->word >= l->end || a->role == KB_ARG_SUBJECT || a->role == KB_ARG_GENITIVE ||
        a->role == KB_ARG_BY || a->role == KB_ARG_TIME) {
      continue;
    }
    const bool pronoun = a->prep == KB_NONE && kb_extract__word(&l->v, a->word)->clitic == KB_ENCLITIC;
    if (said && (pronoun || is_paper(l, a->word))) { // "what he proposed": said before
      continue;
    }
    if (!said && role != KB_SLOT_RECIPIENT && role != KB_SLOT_PATIENT) {
      continue;
    }
    const kb_word* w  = kb_extract__word(&l->v, a->word);
    const uint32_t at = a->prep != KB_NONE ? a->prep : w->first <= a->word && w->first > cue ? w->first : a->word;
    start             = at < start ? at : start;
    found |= said;
  }
  return found ? from(l, KB_OPENER_NOMINAL, start, cue) : (kb_content){.kind = KB_OPENER_NONE};
}

kb_content kb_extract__content_after(const kb_listener* l, uint32_t cue, const kb_event* e)
{
  if (has_its_words(l, cue) && is_awaited(l, cue)) {
    return (kb_content){.kind = KB_OPENER_NONE};
  }
  const kb_content c = search(l, cue, complement_of(l, e, cue));
  if (c.kind != KB_OPENER_NONE && c.kind != KB_OPENER_MARKS) {
    return c;
  }
  const kb_content phrase = nominal(l, cue, e);
  const bool       around = phrase.kind != KB_OPENER_NONE && phrase.first + 1 < c.first && phrase.last > c.first;
  return c.kind == KB_OPENER_NONE || around ? phrase : c; // promised "better" schools
}
