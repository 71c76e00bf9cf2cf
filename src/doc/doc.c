#include "khabar/doc.h"

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

static const char* const upos_names[KB_UPOS_COUNT] = {
  "X",     "NOUN", "PROPN", "ADJ", "VERB", "AUX",  "ADV",   "ADP", "CCONJ",
  "SCONJ", "PART", "PRON",  "DET", "NUM",  "INTJ", "PUNCT", "SYM",
};

const char* kb_upos_name(unsigned upos)
{
  return upos < KB_UPOS_COUNT ? upos_names[upos] : "X";
}

static const char* const deprel_names[KB_DEPREL_COUNT] = {
  "dep",   "root", "nsubj",     "nsubj:pass", "obj",   "iobj",   "obl",  "ccomp",     "xcomp",      "csubj",
  "advcl", "acl",  "acl:relcl", "advmod",     "aux",   "cop",    "mark", "case",      "cc",         "conj",
  "det",   "amod", "nmod",      "nmod:poss",  "appos", "nummod", "flat", "parataxis", "dislocated", "punct",
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
