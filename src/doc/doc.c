#include "khabar/doc.h"

#include <stdio.h>

kb_status kb_doc_init(kb_doc* doc, kb_arena* arena, kb_str id, kb_str text, kb_error* err)
{
  *doc = (kb_doc){.arena     = arena,
                  .id        = id,
                  .text      = text,
                  .title     = KB_STR(""),
                  .url       = KB_STR(""),
                  .publisher = KB_STR(""),
                  .language  = KB_STR("ar"),
                  .source    = KB_STR("")};
  if (text.n >= UINT32_MAX) {
    return kb_error_set(err, KB_E_INPUT, NULL, 0, "article of more than 4 GiB");
  }
  kb_block* block = kb_array_push(arena, &doc->blocks);
  if (!block || kb_points_init(&doc->points, text, arena) != KB_OK) {
    return kb_error_nomem(err);
  }
  block->span    = (kb_span){0, (uint32_t)text.n};
  block->copy_of = KB_NONE;
  return KB_OK;
}

kb_span kb_doc_words_span(const kb_doc* doc, uint32_t first, uint32_t last)
{
  return (kb_span){doc->words.v[first].span.start, doc->words.v[last].span.end};
}

/// The last word that begins at `at` or before it; KB_NONE if there is none.
static uint32_t word_before(const kb_doc* doc, uint32_t at)
{
  uint32_t low = 0, high = doc->words.n;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (doc->words.v[middle].span.start <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low ? low - 1 : KB_NONE;
}

static bool is_same_token(const kb_doc* doc, uint32_t a, uint32_t b)
{
  return b < doc->words.n && doc->words.v[a].token == doc->words.v[b].token;
}

/// Did a preposition take a letter of the word: للدول?
static bool is_cut_before(const kb_doc* doc, uint32_t w)
{
  return w > 0 && is_same_token(doc, w, w - 1) && doc->words.v[w - 1].clitic == KB_PROCLITIC;
}

/// Did a pronoun change the end of the word: حكومته?
static bool is_cut_behind(const kb_doc* doc, uint32_t w)
{
  return is_same_token(doc, w, w + 1) && doc->words.v[w + 1].clitic == KB_ENCLITIC;
}

kb_str kb_doc_phrase(const kb_doc* doc, kb_span span)
{
  const kb_str   text = kb_doc_cut(doc, span);
  const uint32_t f    = text.n ? word_before(doc, span.start) : KB_NONE;
  const uint32_t l    = text.n ? word_before(doc, span.end - 1) : KB_NONE;
  if (f == KB_NONE || l == KB_NONE) {
    return text;
  }
  const kb_word* first = &doc->words.v[f];
  const kb_word* last  = &doc->words.v[l];
  const kb_str   none  = KB_STR("");
  const kb_str   head =
    is_cut_before(doc, f) && first->span.start == span.start && first->span.end <= span.end ? first->form : none;
  const kb_str tail =
    is_cut_behind(doc, l) && last->span.end == span.end && last->span.start >= span.start && (l > f || !head.n)
      ? last->form
      : none;
  if (!head.n && !tail.n) {
    return text;
  }
  const size_t from = head.n ? first->span.end - span.start : 0;
  const size_t to   = tail.n ? last->span.start - span.start : text.n;
  char*        copy = kb_arena_alloc(doc->arena, head.n + (to - from) + tail.n + 1);
  if (!copy) {
    return (kb_str){NULL, 0};
  }
  memcpy(copy, head.p, head.n);
  memcpy(copy + head.n, text.p + from, to - from);
  memcpy(copy + head.n + (to - from), tail.p, tail.n);
  return (kb_str){copy, head.n + (to - from) + tail.n};
}

kb_mention
kb_doc_mention(const kb_doc* doc, uint32_t first, uint32_t last, unsigned type, unsigned kind, unsigned score)
{
  return (kb_mention){.span         = kb_doc_words_span(doc, first, last),
                      .first        = first,
                      .last         = last,
                      .head         = first,
                      .entity       = KB_NONE,
                      .gaz          = KB_NONE,
                      .office       = KB_NONE,
                      .office_first = KB_NONE,
                      .office_last  = KB_NONE,
                      .nation       = KB_NONE,
                      .type         = (uint8_t)type,
                      .kind         = (uint8_t)kind,
                      .score        = (uint8_t)score};
}

kb_str kb_doc_local_slug(kb_doc* doc)
{
  char      text[32];
  const int n = snprintf(text, sizeof text, "actor_%u", (unsigned)++doc->n_local_slugs);
  return kb_arena_copy(doc->arena, (kb_str){text, (size_t)n});
}

static const char* const upos_names[KB_UPOS_COUNT] = {
  "X",     "NOUN", "PROPN", "ADJ", "VERB", "AUX",  "ADV",   "ADP", "CCONJ",
  "SCONJ", "PART", "PRON",  "DET", "NUM",  "INTJ", "PUNCT", "SYM",
};

const char* kb_upos_name(unsigned upos)
{
  return upos < KB_UPOS_COUNT ? upos_names[upos] : "X";
}

static const char* const deprel_names[KB_DEPREL_COUNT] = {
  "dep",  "root",      "nsubj",  "nsubj:pass", "obj",  "iobj",  "obl",       "ccomp",      "xcomp", "csubj", "advcl",
  "acl",  "acl:relcl", "advmod", "aux",        "cop",  "mark",  "case",      "cc",         "conj",  "det",   "amod",
  "nmod", "nmod:poss", "appos",  "nummod",     "flat", "fixed", "parataxis", "dislocated", "punct",
};

const char* kb_deprel_name(unsigned deprel)
{
  return deprel < KB_DEPREL_COUNT ? deprel_names[deprel] : "dep";
}

const char* kb_block_name(unsigned kind)
{
  static const char* const names[] = {
    "body",   "headline", "subhead", "dateline", "byline",   "caption",
    "update", "source",   "tags",    "comments", "masthead", "navigation",
  };
  return kind < sizeof names / sizeof *names ? names[kind] : "body";
}

const char* kb_entity_type_name(unsigned type)
{
  static const char* const names[] = {
    "person", "organisation", "country", "city",     "place",     "people",
    "group",  "weapon",       "vehicle", "document", "happening", "narrator",
  };
  return type < sizeof names / sizeof *names ? names[type] : "group";
}
