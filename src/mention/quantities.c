/// Numbers that count or measure something.
#include "mention_internal.h"

/// Words before the number that belong to the quantity: نحو، ما لا يقل عن.
static uint32_t approximator_before(const kb_scan* s, uint32_t w)
{
  for (uint32_t back = 5; back > 0; --back) { // the longest: ما لا يقل عن
    const kb_hit* h = w >= s->first + back ? kb_mention__cue(s, w - back, KB_CUE_APPROXIMATE) : NULL;
    if (h && h->last + 1 == w) {
      return h->first;
    }
  }
  return w;
}

static bool is_plain_noun(const kb_scan* s, uint32_t w)
{
  return w < s->end && !kb_mention__has(s, w, KB_W_STOP | KB_W_VERB | KB_W_NUMBER | KB_W_DATE);
}

/** \name Unit */

/// A reading of the word as a unit, or as any noun; the chosen one first. KB_NONE: none.
static uint32_t reading_of(const kb_scan* s, uint32_t w, bool noun)
{
  kb_reading   readings[24];
  const size_t n = kb_mention__readings(s, w, readings, 24);
  for (size_t i = 0; i <= n; ++i) {
    const uint32_t id = i ? readings[i - 1].lexeme : kb_mention__word(s, w)->lexeme;
    if (id != KB_NONE &&
        (noun ? kb_lexicon_lexeme(s->lex, id)->kind == KB_LEX_NOUN : kb_lexicon_lexeme(s->lex, id)->unit != KB_NONE)) {
      return id;
    }
  }
  return KB_NONE;
}

/// "us-dollar" of the unit that starts at `w`; its last word in `*last`.
static kb_str unit_at(const kb_scan* s, uint32_t w, uint32_t* last)
{
  const uint32_t stem    = kb_mention__stem(s, w);
  const kb_hit*  percent = kb_mention__cue(s, w, KB_CUE_PERCENT);
  percent                = percent ? percent : kb_mention__cue(s, stem, KB_CUE_PERCENT);
  if (kb_mention__is_mark(s, w, "٪")) {
    *last = w;
    return KB_STR("percent");
  }
  if (percent && (stem == w || kb_mention__is(s, w, "ب"))) {
    *last = percent->last;
    return KB_STR("percent");
  }
  const kb_hit* phrase = kb_mention__hit(s, w, KB_PHRASE_UNIT);
  if (phrase) {
    *last = phrase->last;
    return kb_lexicon_unit(s->lex, phrase->id)->id;
  }
  const uint32_t unit = is_plain_noun(s, w) ? reading_of(s, w, false) : KB_NONE;
  if (unit == KB_NONE) {
    return KB_STR("");
  }
  *last = w;
  return kb_lexicon_unit(s->lex, kb_lexicon_lexeme(s->lex, unit)->unit)->id;
}

/// "مليون دولار أميركي": the country of the currency belongs to the unit.
static uint32_t with_nation(const kb_scan* s, uint32_t last)
{
  return kb_mention__has(s, last + 1, KB_W_ADJECTIVE) && s->notes[last + 1].nation != KB_NONE ? last + 1 : last;
}

/// A unit without an entry: the first words of the gloss of the noun counted.
static kb_str gloss_slug(kb_scan* s, uint32_t noun)
{
  const uint32_t lexeme = reading_of(s, noun, true);
  const kb_str   gloss  = lexeme == KB_NONE ? KB_STR("") : kb_lexicon_lexeme(s->lex, lexeme)->gloss;
  char*          out    = kb_arena_alloc(s->arena, gloss.n + 1);
  size_t         n      = 0;
  for (size_t i = 0; out && i < gloss.n && gloss.p[i] != ',' && gloss.p[i] != '(' && gloss.p[i] != ';'; ++i) {
    const char c = gloss.p[i] >= 'A' && gloss.p[i] <= 'Z' ? (char)(gloss.p[i] + 32) : gloss.p[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out[n++] = c;
    } else if (n && out[n - 1] != '-') {
      out[n++] = '-';
    }
  }
  while (n && out[n - 1] == '-') {
    --n;
  }
  return (kb_str){out, out ? n : 0};
}

/** \name Noun counted */

/// The noun behind the number: "60 دولة", "40 من دول التحالف"; KB_NONE if none.
static uint32_t counted_after(const kb_scan* s, uint32_t w)
{
  if (kb_mention__is(s, w, "من") || kb_mention__is(s, w, "ال")) {
    ++w;
  }
  return is_plain_noun(s, w) && kb_mention__has(s, w, KB_W_NOUN | KB_W_ADJECTIVE | KB_W_UNKNOWN) ? w : KB_NONE;
}

/// The noun before a number that follows it: "الدول الخمس".
static uint32_t counted_before(const kb_scan* s, uint32_t w)
{
  const bool follows = w > s->first && kb_mention__has(s, w, KB_W_DEFINITE) && is_plain_noun(s, w - 1) &&
                       kb_mention__has(s, w - 1, KB_W_NOUN) && kb_mention__word(s, w - 1)->feats.number == KB_PLUR;
  return follows ? w - 1 : KB_NONE;
}

/** \name Which numbers count */

static bool is_label(const kb_scan* s, uint32_t w)
{
  const uint32_t colon = w > s->first && kb_mention__is_mark(s, w - 1, ":") ? 1 : 0;
  const kb_hit*  label = w > s->first + colon ? kb_mention__cue(s, w - 1 - colon, KB_CUE_LABEL) : NULL;
  return label && label->last + 1 + colon == w;
}

/// A number joined to a word before it: إف-4، ميغ 29.
static bool is_part_of_name(const kb_scan* s, uint32_t w)
{
  if (w == s->first) {
    return false;
  }
  const kb_token* token = &s->doc->tokens.v[kb_mention__word(s, w)->token];
  if (w >= s->first + 2 && kb_mention__is_mark(s, w - 1, "-") && !token->space_before && !token[-1].space_before) {
    return token[-2].kind != KB_TOKEN_NUMBER;
  }
  return kb_mention__has(s, w - 1, KB_W_LATIN) ||
         (kb_mention__has(s, w - 1, KB_W_UNKNOWN) && !kb_mention__has(s, w - 1, KB_W_DEFINITE | KB_W_STOP));
}

/// "واحد", "إحدى" and the like mostly point at something and count nothing.
static bool is_pronoun_like(const kb_numeral* n, bool measured)
{
  return !n->digits && n->value == 1 && !measured && n->last == n->first;
}

/// "الثاني", "السابع عشر", "الـ24" of a rank.
static bool counts(const kb_scan* s, const kb_numeral* n, bool measured)
{
  if (n->ordinal || n->clock || n->width > 12 || kb_mention__has(s, n->first, KB_W_DATE | KB_W_TAKEN)) {
    return false;
  }
  if (!n->digits && kb_mention__has(s, n->first, KB_W_DEFINITE) && is_label(s, n->first)) {
    return false; // مجموعة الخمسة
  }
  if (n->digits && !measured && (is_label(s, n->first) || is_part_of_name(s, n->first))) {
    return false;
  }
  const bool verb = kb_mention__word(s, n->first)->feats.upos == KB_VERB && n->first == n->last && !n->digits;
  return !verb && !is_pronoun_like(n, measured);
}

/** \name Building */

static kb_status add(kb_scan* s, kb_quantity q)
{
  kb_quantity* slot = kb_array_push(s->arena, &s->doc->quantities);
  if (!slot) {
    return KB_E_NOMEM;
  }
  q.span = kb_mention__span(s, q.first, q.last);
  *slot  = q;
  return KB_OK;
}

/// The quantity around a number or a vague word for one; `*behind` is the word after it.
static kb_status build(kb_scan* s, uint32_t first, uint32_t last, kb_quantity q, uint32_t* behind)
{
  uint32_t unit_last = last;
  q.first            = approximator_before(s, first);
  q.unit             = unit_at(s, last + 1, &unit_last);
  q.counted          = counted_after(s, last + 1);
  if (q.unit.n) {
    unit_last = with_nation(s, unit_last);
  } else if (q.counted == KB_NONE) {
    q.counted = counted_before(s, first);
  }
  if (!q.unit.n && q.counted != KB_NONE) {
    q.unit = gloss_slug(s, q.counted);
  }
  q.last              = unit_last;
  const kb_hit* after = kb_mention__cue(s, unit_last + 1, KB_CUE_APPROXIMATE_AFTER);
  q.approximate       = q.first < first || after;
  *behind             = q.last + 1;
  return add(s, q);
}

/// Can the word be read as something else than a dual: بلدان is a plural, طالبان a name?
static bool is_only_dual(const kb_scan* s, uint32_t w)
{
  kb_reading   readings[16];
  const size_t n    = kb_mention__readings(s, w, readings, 16);
  bool         dual = false;
  for (size_t i = 0; i < n; ++i) {
    const kb_lexeme* l = kb_lexicon_lexeme(s->lex, readings[i].lexeme);
    if (l->kind == KB_LEX_PARTICLE || l->kind == KB_LEX_NAME || l->kind == KB_LEX_GAZ || l->kind == KB_LEX_ADVERB ||
        (l->kind == KB_LEX_NOUN && readings[i].feats.number == KB_PLUR)) {
      return false;
    }
    dual |= readings[i].feats.number == KB_DUAL && readings[i].layer <= KB_LAYER_MARKS;
  }
  return dual;
}

/// A dual in ي is one only before its genitive; else it is "my".
static bool has_genitive(const kb_scan* s, uint32_t w)
{
  return kb_mention__has(s, w + 1, KB_W_NOUN | KB_W_DEFINITE | KB_W_UNKNOWN) &&
         !kb_mention__has(s, w + 1, KB_W_STOP | KB_W_VERB);
}

/// "دولتين", "هجومان": the dual counts by itself.
static bool is_counting_dual(const kb_scan* s, uint32_t w)
{
  const kb_word* x = kb_mention__word(s, w);
  if (x->feats.number != KB_DUAL || x->feats.upos != KB_NOUN || x->feats.guessed || x->clitic ||
      kb_mention__has(s, w, KB_W_DATE | KB_W_TAKEN | KB_W_STOP) || kb_mention__cue(s, w, KB_CUE_SIDES) ||
      !is_only_dual(s, w)) {
    return false;
  }
  const unsigned class = s->notes[w].noun_class;
  const bool construct = kb_str_ends(x->key, KB_STR("ي")) || kb_str_ends(x->key, KB_STR("ا"));
  return class != KB_CLASS_BODY && class != KB_CLASS_QUANTITY && class != KB_CLASS_NUMBER &&
         (!construct || has_genitive(s, w));
}

kb_status kb_mention__quantities(kb_scan* s)
{
  kb_status st = KB_OK;
  for (uint32_t w = s->first; w < s->end && st == KB_OK;) {
    kb_numeral    n;
    kb_quantity   q       = {.counted = KB_NONE, .unit = KB_STR("")};
    uint32_t      behind  = w + 1;
    uint32_t      ignored = 0;
    const kb_hit* vague   = kb_mention__has(s, w, KB_W_TAKEN) ? NULL : kb_mention__cue(s, w, KB_CUE_VAGUE_NUMBER);
    if (vague) {
      st = build(s, w, vague->last, q, &behind);
    } else if (kb_mention__numeral(s, w, &n)) {
      const bool measured = unit_at(s, n.last + 1, &ignored).n > 0 || approximator_before(s, w) < w;
      behind              = n.last + 1;
      if (counts(s, &n, measured)) {
        q.value     = n.value;
        q.scale     = n.scale;
        q.has_value = !n.vague;
        st          = build(s, w, n.last, q, &behind);
      }
    } else if (is_counting_dual(s, w)) {
      const kb_str unit = unit_at(s, w, &ignored);
      q                 = (kb_quantity){
                        .first = w, .last = w, .counted = w, .value = 2, .has_value = true, .unit = unit.n ? unit : gloss_slug(s, w)};
      st = add(s, q);
    }
    w = behind;
  }
  return st;
}
