/// Shared by the files of src/token/.
#ifndef KHABAR_TOKEN_INTERNAL_H
#define KHABAR_TOKEN_INTERNAL_H

#include "khabar/token.h"

/// Pair the quotation marks among tokens `first` to `end` (one paragraph):
/// paired ones become OPEN and CLOSE, the rest stays punctuation.
kb_status kb_token__pair_quotes(kb_doc* doc, uint32_t first, uint32_t end);

/// Cut tokens `first` to the end of doc->tokens (one block) into sentences.
kb_status kb_token__sentences(kb_doc* doc, uint32_t block, uint32_t first);

#endif // KHABAR_TOKEN_INTERNAL_H
