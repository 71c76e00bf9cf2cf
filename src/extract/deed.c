/// From a phrase to the noun of doing that it comes down to, past numbers and light nouns.
#include "frame.h"

/// The light frame of a noun (إجراء، شن، قيام), NULL if it has none.
static const kb_frame* light_frame(const kb_view* v, uint32_t w)
{
  const uint32_t id = kb_extract__word(v, w)->feats.upos == KB_NOUN ? kb_extract__first_frame(v, w) : KB_NONE;
  for (uint32_t i = id; i != KB_NONE; i = kb_lexicon_frame(v->lex, i)->next) {
    if (kb_lexicon_frame(v->lex, i)->light) {
      return kb_lexicon_frame(v->lex, i);
    }
  }
  return NULL;
}

static kb_frame_slot case_slot(const kb_view* v, uint32_t w)
{
  const uint32_t prep = w > 0 && kb_extract__word(v, w - 1)->head == w ? w - 1 : KB_NONE;
  return prep != KB_NONE && kb_extract__word(v, prep)->deprel == KB_CASE ? kb_extract__slot_of_prep(v, prep)
                                                                         : KB_FS_COUNT;
}

/// What a light noun brings: its genitive, or the phrase that its verb takes for content (قيام ب).
static uint32_t brought_by(const kb_view* v, uint32_t w, const kb_frame* light)
{
  for (uint32_t d = w + 1; d <= kb_extract__word(v, w)->last && d < v->doc->words.n; ++d) {
    const kb_word* x = kb_extract__word(v, d);
    if (x->head != w || (x->feats.upos != KB_NOUN && x->feats.upos != KB_NUM)) {
      continue;
    }
    const kb_frame_slot slot       = x->deprel == KB_NMOD ? case_slot(v, d) : KB_FS_COUNT;
    const uint32_t      deed       = kb_extract__core(v, d);
    const bool          is_content = slot != KB_FS_COUNT && light->args[slot] == KB_SLOT_CONTENT;
    if (is_content || (x->deprel == KB_NMOD_POSS && (v->clause[deed] != KB_NONE || light_frame(v, deed)))) {
      return deed;
    }
  }
  return KB_NONE;
}

uint32_t kb_extract__deed(const kb_view* v, uint32_t w)
{
  w = kb_extract__core(v, w);
  for (unsigned i = 0; i < KB_DEPTH; ++i) {
    const kb_frame* light   = light_frame(v, w);
    const uint32_t  brought = light ? brought_by(v, w, light) : KB_NONE;
    if (brought == KB_NONE || brought <= w) {
      break;
    }
    w = brought;
  }
  return w;
}

uint32_t kb_extract__clause_in(const kb_view* v, const kb_arg* a)
{
  return a->clause != KB_NONE || a->word >= v->doc->words.n ? a->clause : v->clause[kb_extract__deed(v, a->word)];
}

bool kb_extract__is_event_like(const kb_view* v, const kb_arg* a)
{
  return kb_extract__clause_in(v, a) != KB_NONE || kb_extract__first_frame(v, a->word) != KB_NONE;
}
