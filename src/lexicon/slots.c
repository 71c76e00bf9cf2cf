/// The names of the slots: what the data call them, and the prepositions that bring them in.
#include "lexicon_internal.h"

static const char* const names[KB_FS_COUNT + 1] = {
  [KB_FS_SUBJ] = "subj", [KB_FS_OBJ] = "obj",  [KB_FS_OBJ2] = "obj2", [KB_FS_THAT] = "أن", [KB_FS_GEN] = "gen",
  [KB_FS_ADJ] = "adj",   [KB_FS_ALA] = "على",  [KB_FS_ILA] = "إلى",   [KB_FS_MIN] = "من",  [KB_FS_AN] = "عن",
  [KB_FS_FI] = "في",     [KB_FS_BI] = "ب",     [KB_FS_LI] = "ل",      [KB_FS_MAA] = "مع",  [KB_FS_DIDD] = "ضد",
  [KB_FS_BAYNA] = "بين", [KB_FS_COUNT] = NULL,
};

_Static_assert(KB_FS_COUNT <= 8 * sizeof((kb_lexeme*)0)->args, "each slot is a bit of kb_lexeme.args");

int kb_lexicon__slot(kb_str name)
{
  return kb_lexicon__choose(name, names);
}

kb_frame_slot kb_lexicon_frame_slot(kb_str preposition)
{
  const int slot = kb_lexicon__choose(preposition, names + KB_FS_ALA);
  return slot < 0 ? KB_FS_COUNT : (kb_frame_slot)(KB_FS_ALA + slot);
}
