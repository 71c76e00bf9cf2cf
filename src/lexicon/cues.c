/// Loader of cue phrases: calendar words, signs of names and numbers.
#include "lexicon_internal.h"

/// Names of the classes, in the order of kb_cue_class.
static const char* const classes[] = {"weekday",
                                      "month",
                                      "hijri-month",
                                      "day",
                                      "period",
                                      "season",
                                      "daytime",
                                      "last",
                                      "next",
                                      "this",
                                      "same",
                                      "part",
                                      "recent",
                                      "vague-time",
                                      "since",
                                      "until",
                                      "zone",
                                      "era",
                                      "approximate",
                                      "approximate-after",
                                      "vague-number",
                                      "percent",
                                      "fraction",
                                      "former",
                                      "counterpart",
                                      "latter",
                                      "filiation",
                                      "name-particle",
                                      "honorific-after",
                                      "organisation",
                                      "place",
                                      "city",
                                      "facility",
                                      "people",
                                      "happening",
                                      "document",
                                      "body",
                                      "not-a-name",
                                      "nobody",
                                      "label",
                                      "sides",
                                      "according",
                                      "as-said",
                                      "his-words",
                                      "about",
                                      "each-of",
                                      "modal",
                                      "purpose",
                                      "any",
                                      "aside",
                                      "title-in-name",
                                      "direction",
                                      "tag-line",
                                      "country-noun",
                                      "masculine",
                                      "case",
                                      "impersonal",
                                      "prospect",
                                      "hearsay",
                                      "place-verb",
                                      "stranger",
                                      "official",
                                      "respect",
                                      "eponym",
                                      "sport",
                                      "idiom",
                                      "copula",
                                      "side-clause",
                                      "but",
                                      "within",
                                      "ago",
                                      "press",
                                      "of-office",
                                      "party",
                                      "deemed",
                                      "own-country",
                                      "compared",
                                      "relation",
                                      "who-is",
                                      "stipulates",
                                      "before-door",
                                      "towards",
                                      NULL};

kb_status kb_lexicon__load_cue(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str form = kb_lexicon__text(lex, e, "form");
  const int class   = kb_lexicon__choose(kb_lexicon__peek(e, "class"), classes);
  if (!form.n || class < 0) {
    return kb_lexicon__problem(lex, e, "cue without form, or of an unknown class");
  }
  kb_cue* cue = kb_array_push(lex->arena, &lex->cues);
  if (!cue) {
    return KB_E_NOMEM;
  }
  *cue = (kb_cue){.form  = form,
                  .gloss = kb_lexicon__text(lex, e, "gloss"),
                  .value = (int16_t)kb_lexicon__integer(e, "value", 0),
                  .class = (uint8_t) class};
  return kb_lexicon__add_phrase(lex, form, KB_PHRASE_CUE, lex->cues.n - 1);
}

const kb_cue* kb_lexicon_cue(const kb_lexicon* lex, uint32_t id)
{
  return &lex->cues.v[id];
}

const kb_cue* kb_lexicon_cue_at(const kb_lexicon* lex, uint32_t node, unsigned cue_class)
{
  for (uint32_t p = kb_lexicon_ends(lex, node); p != KB_NONE; p = lex->phrases.v[p].next) {
    const kb_phrase* phrase = &lex->phrases.v[p];
    if (phrase->kind == KB_PHRASE_CUE && lex->cues.v[phrase->id].class == cue_class) {
      return &lex->cues.v[phrase->id];
    }
  }
  return NULL;
}

const kb_cue* kb_lexicon_cue_of(const kb_lexicon* lex, kb_str word, unsigned cue_class)
{
  char         key[KB_KEY_MAX];
  const size_t n = kb_text_fold(word, key);
  return n ? kb_lexicon_cue_at(lex, kb_lexicon_step(lex, KB_PHRASE_ROOT, (kb_str){key, n}), cue_class) : NULL;
}

uint32_t kb_lexicon_next_cue(const kb_lexicon* lex, unsigned cue_class, uint32_t from)
{
  for (uint32_t id = from == KB_NONE ? 0 : from + 1; id < lex->cues.n; ++id) {
    if (lex->cues.v[id].class == cue_class) {
      return id;
    }
  }
  return KB_NONE;
}
