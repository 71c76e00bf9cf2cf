#include "conllu_internal.h"

static uint32_t length(const kb_doc* doc, uint32_t mention)
{
  return doc->mentions.v[mention].last - doc->mentions.v[mention].first;
}

static bool is_marked(const kb_doc* doc, uint32_t mention)
{
  const kb_mention* m = &doc->mentions.v[mention];
  return m->entity < doc->entities.n && m->first <= m->last && m->last < doc->words.n;
}

/// Insert into the list that begins at `*head`, longest first or shortest first.
static void insert(const kb_doc* doc, uint32_t* head, uint32_t* next, uint32_t mention, bool longest_first)
{
  const uint32_t n    = length(doc, mention);
  uint32_t*      link = head;
  while (*link != KB_NONE && (longest_first ? length(doc, *link) >= n : length(doc, *link) <= n)) {
    link = &next[*link];
  }
  next[mention] = *link;
  *link         = mention;
}

kb_status kb_conllu__marks_init(kb_marks* marks, const kb_doc* doc)
{
  const size_t n_words    = doc->words.n;
  const size_t n_mentions = doc->mentions.n;
  marks->doc              = doc;
  marks->opening          = kb_arena_array(doc->arena, n_words, sizeof(uint32_t));
  marks->closing          = kb_arena_array(doc->arena, n_words, sizeof(uint32_t));
  marks->next_opening     = kb_arena_array(doc->arena, n_mentions, sizeof(uint32_t));
  marks->next_closing     = kb_arena_array(doc->arena, n_mentions, sizeof(uint32_t));
  if (!marks->opening || !marks->closing || !marks->next_opening || !marks->next_closing) {
    return KB_E_NOMEM;
  }
  for (size_t i = 0; i < n_words; ++i) {
    marks->opening[i] = marks->closing[i] = KB_NONE;
  }
  for (uint32_t i = 0; i < n_mentions; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    if (is_marked(doc, i)) {
      insert(doc, &marks->opening[m->first], marks->next_opening, i, true);
      insert(doc, &marks->closing[m->last], marks->next_closing, i, false);
    }
  }
  return KB_OK;
}

static void put_entity(const kb_doc* doc, uint32_t mention, kb_buf* out)
{
  kb_buf_byte(out, 'e');
  kb_buf_number(out, (int64_t)doc->mentions.v[mention].entity + 1);
}

bool kb_conllu__marks_put(const kb_marks* marks, uint32_t word, kb_buf* out)
{
  const kb_doc* doc = marks->doc;
  if (marks->opening[word] == KB_NONE && marks->closing[word] == KB_NONE) {
    return false;
  }
  kb_buf_text(out, "Entity=");
  for (uint32_t i = marks->opening[word]; i != KB_NONE; i = marks->next_opening[i]) {
    kb_buf_byte(out, '(');
    put_entity(doc, i, out);
    kb_buf_byte(out, '-');
    kb_buf_text(out, kb_entity_type_name(doc->entities.v[doc->mentions.v[i].entity].type));
    kb_buf_text(out, length(doc, i) == 0 ? ")" : "");
  }
  for (uint32_t i = marks->closing[word]; i != KB_NONE; i = marks->next_closing[i]) {
    if (length(doc, i) > 0) {
      put_entity(doc, i, out);
      kb_buf_byte(out, ')');
    }
  }
  return true;
}
