/// Names that a common noun opens: وزارة الدفاع العراقية، حزب، مدينة، مطار.
#include "headed.h"
#include "people.h"

/** \name Proper names behind the head */

bool kb_mention__is_proper_word(const kb_scan* s, uint32_t w)
{
  if (w >= s->end || kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_NUMBER | KB_W_DATE) ||
      kb_mention__is_passing(s, w)) {
    return false;
  }
  const kb_word* x = kb_mention__word(s, w);
  return x->feats.upos == KB_PROPN || kb_mention__has(s, w, KB_W_UNKNOWN | KB_W_LATIN);
}

/// A listed name or a run of unknown words; the word behind it.
static uint32_t proper_name(const kb_scan* s, uint32_t w, bool place)
{
  const kb_hit* listed = kb_mention__hit(s, w, KB_PHRASE_NAME);
  if (listed && !kb_mention__has(s, w, KB_W_STOP) &&
      (listed->tokens > 1 || kb_mention__word(s, w)->feats.upos != KB_VERB)) {
    return listed->last + 1;
  }
  uint32_t at = w;
  while (at < w + 4 && kb_mention__is_proper_word(s, at) && (at == w || !kb_mention__has(s, at, KB_W_GIVEN))) {
    ++at;
  }
  return place && at > w + 2 ? w + 1 : at; // a town, then the name of its mayor
}

/// The words between quotation marks, when they are few; `w` is the opening mark.
static uint32_t quoted_name(const kb_scan* s, uint32_t w)
{
  if (w >= s->end) {
    return w;
  }
  const uint32_t  t     = kb_mention__word(s, w)->token;
  const kb_token* token = &s->doc->tokens.v[t];
  if (kb_mention__is_mark(s, w, "(")) {
    uint32_t at = w + 1;
    while (at < w + 5 && at < s->end && !kb_mention__has(s, at, KB_W_STOP | KB_W_VERB | KB_W_NUMBER)) {
      ++at;
    }
    return at > w + 1 && kb_mention__is_mark(s, at, ")") ? at + 1 : w;
  }
  if (token->kind != KB_TOKEN_OPEN || token->pair == KB_NONE || token->pair > t + 6 || token->pair <= t + 1) {
    return w;
  }
  const uint32_t behind = s->doc->tokens.v[token->pair].first_word + 1;
  for (uint32_t i = w + 1; i + 1 < behind; ++i) {
    if (kb_mention__has(s, i, KB_W_VERB) && behind - w > 4) {
      return w;
    }
  }
  return behind <= s->end ? behind : w;
}

/** \name The whole */

static uint8_t class_of(const kb_scan* s, uint32_t w, uint32_t* last, uint8_t* use)
{
  static const kb_cue_class classes[] = {KB_CUE_BODY,     KB_CUE_ORGANISATION, KB_CUE_PLACE,     KB_CUE_CITY,
                                         KB_CUE_FACILITY, KB_CUE_PEOPLE,       KB_CUE_HAPPENING, KB_CUE_DOCUMENT};
  uint8_t                   best      = 0;
  *use                                = KB_HEAD_OF_NAME;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; ++i) {
    const kb_hit* h = kb_mention__cue(s, w, classes[i]);
    if (h && !h->loose && (!best || h->last > *last)) {
      best  = (uint8_t)classes[i];
      *last = h->last;
      *use  = classes[i] == KB_CUE_ORGANISATION ? (uint8_t)kb_mention__value(s, h) : KB_HEAD_OF_NAME;
    }
  }
  return best;
}

/// Behind a definite head: adjectives, then what it is for.
static uint32_t behind_definite(const kb_scan* s, uint32_t w, kb_headed* h)
{
  const uint32_t at = kb_mention__head_adjectives(s, w, h);
  if (at == w) {
    const uint32_t name = h->class == KB_CUE_ORGANISATION ? quoted_name(s, w) : w;
    h->proper = h->marked = name > w;
    h->inner              = h->proper ? w + 1 : KB_NONE;
    return name;
  }
  return h->class == KB_CUE_ORGANISATION || h->class == KB_CUE_BODY ? kb_mention__head_purpose(s, at, h) : at;
}

/// "ما يسمى بـ": the word behind it, `w` if it is not there.
static uint32_t so_called(const kb_scan* s, uint32_t w)
{
  if (!kb_mention__is(s, w, "ما") || !(kb_mention__is(s, w + 1, "يسمي") || kb_mention__is(s, w + 1, "يعرف"))) {
    return w;
  }
  return kb_mention__is(s, w + 2, "ب") ? w + 3 : w + 2;
}

static bool is_sport_body(const kb_gaz* g)
{
  return kb_str_eq(g->subtype, KB_STR("sport-body"));
}

/// What the proper name at `w` makes of the phrase.
static void note_proper(const kb_scan* s, uint32_t w, kb_headed* h)
{
  const kb_hit*  listed = kb_mention__hit(s, w, KB_PHRASE_NAME);
  const kb_gaz*  gaz    = listed ? kb_lexicon_gaz(s->lex, listed->id) : NULL;
  const unsigned type   = gaz ? gaz->type : KB_ENT_PERSON;
  h->place              = type == KB_ENT_CITY || type == KB_ENT_COUNTRY || type == KB_ENT_PLACE;
  h->holds_body         = (h->use == KB_HEAD_LOOSE && type == KB_ENT_ORGANISATION && kb_mention__opens_name(s, w)) ||
                  (h->use == KB_HEAD_PROPER && (h->place || (gaz && is_sport_body(gaz))));
  h->proper = true;
  h->inner  = h->marked ? w + 1 : w;
}

/// An address that stands before the name in what is named after someone: الملك، الأمير، الشهيد.
static uint32_t over_address(const kb_scan* s, uint32_t w)
{
  const kb_hit* address = kb_mention__cue(s, w, KB_CUE_EPONYM);
  return address && !address->loose ? address->last + 1 : w;
}

/// May what this word opens be named after someone?
static bool honours(const kb_headed* h, bool titled, const kb_chain* c)
{
  switch (h->class) {
  case KB_CUE_PLACE:
  case KB_CUE_FACILITY:
    return true;
  case KB_CUE_CITY:
  case KB_CUE_HAPPENING:
    return titled;
  case KB_CUE_ORGANISATION:
    return h->use != KB_HEAD_LOOSE && h->use != KB_HEAD_GROUP && (titled || c->filial);
  default:
    return false;
  }
}

/// "مستشفى الملك فيصل", "مدرسة حسان بن ثابت": the word behind the person's name, `w` if there is none.
static uint32_t named_after(const kb_scan* s, uint32_t w, const kb_headed* h)
{
  const uint32_t first = over_address(s, over_address(s, w));
  kb_chain       c;
  if (first >= s->end || (first == w && !kb_mention__has(s, w, KB_W_GIVEN)) || !kb_mention__begin_chain(s, first, &c)) {
    return w;
  }
  while (kb_mention__grow_chain(s, &c)) {
  }
  const bool titled = first > w;
  return (titled || c.words > 1) && (c.given || c.filial || c.common) && honours(h, titled, &c) ? c.last + 1 : w;
}

/// Behind a head in construct: a proper name, or nouns up to a definite one.
static uint32_t behind_construct(const kb_scan* s, uint32_t head, kb_headed* h)
{
  const bool     place = h->class == KB_CUE_PLACE || h->class == KB_CUE_CITY || h->class == KB_CUE_FACILITY;
  const uint32_t w     = so_called(s, head);
  const uint32_t mark  = quoted_name(s, w);
  h->marked            = mark > w;
  const uint32_t after = h->marked ? w : named_after(s, w, h);
  if (after > w) {
    h->proper = true;
    h->inner  = w;
    return kb_mention__head_adjectives(s, after, h);
  }
  const uint32_t name = h->marked ? mark : proper_name(s, w, place);
  if (name > w) {
    note_proper(s, w, h);
    return name;
  }
  const uint32_t end = kb_mention__head_genitive(s, w, h);
  if (end == w) {
    return head;
  }
  h->proper = w > head;
  h->inner  = h->proper ? w : KB_NONE;
  return end;
}

/// A listed phrase of several words at the head: only a nationality may follow.
static uint32_t listed_core(const kb_scan* s, uint32_t w)
{
  uint32_t last = KB_NONE;
  for (uint32_t i = s->notes[w].first_hit; i != KB_NONE; i = s->hits.v[i].next) {
    const kb_hit* h = &s->hits.v[i];
    if (h->kind == KB_PHRASE_CONTEXT && h->tokens > 1 && (last == KB_NONE || h->last > last)) {
      last = h->last;
    }
  }
  return last;
}

/// "المحكمة ... بتونس": the town, as a part of the name.
static uint32_t at_town(const kb_scan* s, uint32_t w, const kb_headed* h)
{
  if ((h->class != KB_CUE_ORGANISATION && h->class != KB_CUE_BODY) || !kb_mention__is(s, w, "ب") ||
      !kb_mention__is_clitic(s, w)) {
    return w;
  }
  const kb_hit* town = kb_mention__hit(s, w + 1, KB_PHRASE_NAME);
  if (!town || town->loose) {
    return w;
  }
  const unsigned type = kb_lexicon_gaz(s->lex, town->id)->type;
  return type == KB_ENT_CITY || type == KB_ENT_COUNTRY ? town->last + 1 : w;
}

bool kb_mention__parse_headed(const kb_scan* s, uint32_t w, kb_headed* out)
{
  if (w >= s->end || kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_DATE)) {
    return false;
  }
  uint32_t last = w;
  *out          = (kb_headed){.first = w, .inner = KB_NONE, .nation = KB_NONE};
  out->class    = class_of(s, w, &last, &out->use);
  if (!out->class || (kb_mention__word(s, w)->feats.upos == KB_ADJ && out->class != KB_CUE_PLACE)) {
    return false;
  }
  const uint32_t behind = last + 1;
  const bool     whole  = kb_mention__next_token(s, last) == behind || behind == s->end;
  uint32_t       end    = behind;
  const uint32_t core   = listed_core(s, w);
  if (core != KB_NONE) {
    end = core + 1;
    end += kb_mention__has(s, end, KB_W_DEFINITE) && s->notes[end].nation != KB_NONE;
    out->nation = end > core + 1 ? s->notes[core + 1].nation : KB_NONE;
  } else if (whole) {
    end = kb_mention__has(s, w, KB_W_DEFINITE) || last > w ? behind_definite(s, behind, out)
                                                           : behind_construct(s, behind, out);
  }
  out->bare = end == behind;
  out->last = (out->bare ? end : at_town(s, end, out)) - 1;
  return true;
}
