#include "khabar/extract.h"
#include "khabar/mention.h"
#include "khabar/pipeline.h"
#include "khabar/resolve.h"
#include "khabar/syntax.h"
#include "khabar/token.h"

const char* kb_stage_name(kb_stage stage)
{
  static const char* const names[KB_STAGE_COUNT] = {
    "blocks", "token", "morph", "syntax", "mention", "resolve", "extract",
  };
  return (unsigned)stage < KB_STAGE_COUNT ? names[stage] : "unknown";
}

kb_status kb_pipeline_stage(kb_stage stage, kb_doc* doc, const kb_tools* tools, kb_morph_cache* cache, kb_error* err)
{
  switch (stage) {
  case KB_STAGE_BLOCKS:
    return kb_read_blocks(doc, tools->cues, err);
  case KB_STAGE_TOKEN:
    return kb_token_run(doc, err);
  case KB_STAGE_MORPH:
    return kb_morph_run(doc, cache, err);
  case KB_STAGE_SYNTAX:
    return kb_syntax_run(doc, tools->lexicon, err);
  case KB_STAGE_MENTION:
    return kb_mention_run(doc, tools->lexicon, err);
  case KB_STAGE_RESOLVE:
    return kb_resolve_run(doc, tools->lexicon, err);
  case KB_STAGE_EXTRACT:
    return kb_extract_run(doc, tools->lexicon, err);
  case KB_STAGE_COUNT:
    break;
  }
  return kb_error_set(err, KB_E_USAGE, NULL, 0, "no such stage");
}

kb_status kb_pipeline_article(kb_doc* doc, const kb_tools* tools, kb_morph_cache* cache, kb_stage last, kb_error* err)
{
  kb_status st = KB_OK;
  for (kb_stage stage = KB_STAGE_BLOCKS; st == KB_OK && stage <= last && stage < KB_STAGE_COUNT; ++stage) {
    st = kb_pipeline_stage(stage, doc, tools, cache, err);
  }
  return st;
}
