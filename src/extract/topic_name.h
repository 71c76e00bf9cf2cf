/// English names of topics.
#ifndef KHABAR_EXTRACT_TOPIC_NAME_H
#define KHABAR_EXTRACT_TOPIC_NAME_H

#include "extract_internal.h"

enum { KB_TOPIC_NAME = 160 };

typedef struct kb_topic_name {
  char     text[KB_TOPIC_NAME]; ///< lower-case words
  size_t   n;
  unsigned parts; ///< words of the text it tells: "constitutional amendment" has two, a name counts as one
} kb_topic_name;

/// "coordination with iran", "easing of sanctions"; `party` is whom it names, or KB_NONE. False: no name.
/// `rejected`: what is left undone is named for what it would be, "rejects coordination" and not "no coordination".
bool kb_extract__name_event(const kb_view* v, uint32_t event, bool rejected, kb_topic_name* out, uint32_t* party);
/// "speech of haider al-abadi", "constitutional amendment": as above, of the phrase headed by a word.
bool kb_extract__name_phrase(const kb_view* v, uint32_t word, kb_topic_name* out, uint32_t* party);

#endif // KHABAR_EXTRACT_TOPIC_NAME_H
