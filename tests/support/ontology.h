/// Where the dictionaries under test lie.
#ifndef KHABAR_TEST_ONTOLOGY_H
#define KHABAR_TEST_ONTOLOGY_H

#include <stdlib.h>

/// KHABAR_ONTOLOGY, or the folder of the source tree.
static inline const char* ontology_folder(void)
{
  const char* dir = getenv("KHABAR_ONTOLOGY");
  return dir && *dir ? dir : "ontology";
}

#endif // KHABAR_TEST_ONTOLOGY_H
