/**
   khabar/khabar.h: all of the library.

   Most programs need pipeline.h only: open a lexicon and the cue lines, a
   reader, and run a batch into a sink; or pass one article at a time through
   the stages and look at the layers in kb_doc.
*/
#ifndef KHABAR_KHABAR_H
#define KHABAR_KHABAR_H

#include "khabar/base.h"
#include "khabar/conllu.h"
#include "khabar/doc.h"
#include "khabar/emit.h"
#include "khabar/explain.h"
#include "khabar/extract.h"
#include "khabar/graph.h"
#include "khabar/lexicon.h"
#include "khabar/map.h"
#include "khabar/mention.h"
#include "khabar/morph.h"
#include "khabar/pipeline.h"
#include "khabar/read.h"
#include "khabar/resolve.h"
#include "khabar/syntax.h"
#include "khabar/text.h"
#include "khabar/token.h"

#endif // KHABAR_KHABAR_H
