/// Names of people that no dictionary lists as a whole.
#include "people.h"

/// Does a verb of saying stand beside the name, or a colon behind it?
static bool speaks(const kb_scan* s, const kb_chain* c)
{
  const uint32_t next = c->last + 1;
  if (c->first > s->first && kb_mention__speaks(s, c->first - 1) && kb_mention__has(s, c->first - 1, KB_W_VERB)) {
    return true;
  }
  const bool initial = c->first == s->first || kb_mention__has(s, c->first - 1, KB_W_STOP);
  return initial &&
         ((kb_mention__speaks(s, next) && kb_mention__has(s, next, KB_W_VERB)) || kb_mention__is_mark(s, next, ":"));
}

static bool after_place_preposition(const kb_scan* s, uint32_t w)
{
  return w > s->first && (kb_mention__is(s, w - 1, "في") || kb_mention__is(s, w - 1, "الي"));
}

/// "مدير التشريفات", "قائد ميمنة الجيش": the word belongs to the title, or has a genitive of its own.
static bool is_genitive(const kb_scan* s, const kb_chain* c)
{
  const uint32_t next     = c->last + 1;
  const bool     definite = kb_mention__has(s, c->first, KB_W_DEFINITE);
  const bool     title    = c->first > s->first && !kb_mention__has(s, c->first - 1, KB_W_DEFINITE);
  if (definite) {
    return title ||
           kb_mention__has(s, next, KB_W_GIVEN | KB_W_FAMILY | KB_W_UNKNOWN); // a misspelt nationality before the name
  }
  return kb_mention__has(s, next, KB_W_DEFINITE) && kb_mention__has(s, next, KB_W_NOUN) &&
         !kb_mention__has(s, next, KB_W_FAMILY | KB_W_DATE);
}

/// Weight of the chain as a person's name, 0 when it is none.
static float judge(const kb_scan* s, const kb_chain* c)
{
  const bool titled = s->notes[c->first].after_title;
  const bool talks  = speaks(s, c);
  const int  sure   = c->given + c->family;
  if (c->words == 1) {
    if (s->notes[c->first].nation != KB_NONE && kb_mention__has(s, c->first, KB_W_DEFINITE)) {
      return 0; // السويسري: someone of that nation
    }
    if (c->filial) {
      return kb_mention__is_sure_name(s, c->last) || kb_mention__is_unknown(s, c->last) ? 1.6f : titled ? 1.2f : 0;
    }
    if (titled) {
      return (sure || c->unknown) && !is_genitive(s, c) ? 1.7f : 0;
    }
    if (talks) {
      return sure                                                     ? 1.6f
             : c->unknown && !after_place_preposition(s, c->first)    ? 1.0f
             : c->common && kb_mention__opens_content(s, c->last + 1) ? 1.2f
                                                                      : 0;
    }
    return c->given && !kb_mention__has(s, c->first, KB_W_COMMON) && !after_place_preposition(s, c->first) ? 1.0f : 0;
  }
  if (titled || talks || c->filial) {
    return sure || c->unknown || c->common ? 2.0f : 0;
  }
  if (c->given && (sure > 1 || c->unknown || c->common || c->closed)) {
    return 1.9f;
  }
  if (c->family && (c->unknown || c->family > 1 || c->common)) {
    return after_place_preposition(s, c->first) ? 1.1f : 1.6f;
  }
  if (c->unknown >= 2) {
    return after_place_preposition(s, c->first) || !kb_mention__looks_foreign(s, c->first) ? 0 : 1.2f;
  }
  return c->common >= 2 || (c->common && c->unknown) ? 1.0f : 0;
}

/// The entry of the gazetteer that the chain begins or ends with.
static void link_listed(const kb_scan* s, kb_mention* m)
{
  for (uint32_t w = m->first; w <= m->last; ++w) {
    const kb_hit* surname = w == m->first ? kb_mention__hit(s, w, KB_PHRASE_SHORT) : NULL;
    if (surname && surname->last == m->last && surname->tokens > 1) { // نصر الله
      m->gaz       = surname->id;
      m->gaz_count = 1;
      return;
    }
    const kb_hit* h = kb_mention__hit(s, w, KB_PHRASE_NAME);
    if (h && h->tokens > 1 && h->last <= m->last && kb_lexicon_gaz(s->lex, h->id)->type == KB_ENT_PERSON &&
        (h->first == m->first || h->last == m->last)) {
      m->gaz       = h->id;
      m->gaz_count = 1;
      return;
    }
  }
}

kb_status kb_mention__people(kb_scan* s)
{
  kb_status st = KB_OK;
  for (uint32_t w = s->first; w < s->end && st == KB_OK; ++w) {
    kb_chain c;
    if (!kb_mention__begin_chain(s, w, &c)) {
      continue;
    }
    while (kb_mention__grow_chain(s, &c)) {
    }
    const float weight = judge(s, &c);
    if (weight > 0) {
      kb_mention m = kb_mention__blank(s, c.first, c.last, KB_ENT_PERSON, KB_MENTION_NAME);
      m.score      = (uint8_t)(weight * 40);
      m.span.start += c.joined ? 2 : 0;
      link_listed(s, &m);
      st = kb_mention__propose(s, m, weight, KB_SRC_PERSON);
    }
  }
  return st;
}
