/*
   The mode of demands, refusals and threats follows from what is demanded,
   refused or threatened: a request for aid is one to assist, a threat of
   arrests one to arrest.
*/
#include "extract_internal.h"

typedef struct rule {
  const char* type;    ///< of the demand, refusal or threat
  const char* content; ///< type of what it is about
  const char* mode;    ///< of that, NULL: any
  const char* cameo;   ///< its code begins so, NULL: any
  const char* result;
} rule;

/// The first that applies counts.
static const rule rules[] = {
  {"REQUEST", "AID", NULL, NULL, "assist"},
  {"REQUEST", "SUPPORT", NULL, NULL, "assist"},
  {"REQUEST", "COOPERATE", NULL, NULL, "assist"},
  {"REQUEST", "MOBILIZE", NULL, NULL, "assist"},
  {"REQUEST", "CONCEDE", NULL, "083", "change"},
  {"REQUEST", "CONCEDE", NULL, NULL, "yield"},
  {"REQUEST", "RETREAT", NULL, NULL, "yield"},
  {"REQUEST", "CONSULT", NULL, NULL, "meet"},
  {"THREATEN", "COERCE", "arrest", NULL, "arrest"},
  {"THREATEN", "COERCE", "seize", NULL, "territory"},
  {"THREATEN", "COERCE", "deport", NULL, "expel"},
  {"THREATEN", "COERCE", NULL, NULL, "restrict"},
  {"THREATEN", "SANCTION", "expel", NULL, "expel"},
  {"THREATEN", "SANCTION", "withdraw", NULL, "relations"},
  {"THREATEN", "SANCTION", "discontinue", "161", "relations"},
  {"THREATEN", "SANCTION", NULL, NULL, "restrict"},
  {"THREATEN", "ASSAULT", NULL, NULL, "violence"},
  {"THREATEN", "MOBILIZE", NULL, NULL, "violence"},
};

static bool is(kb_str s, const char* wanted)
{
  return kb_str_eq(s, kb_str_of(wanted));
}

static bool applies(const rule* r, const kb_event* e, const kb_event* content)
{
  const bool same = is(e->type, r->type) || (is(e->type, "REJECT") && strcmp(r->type, "REQUEST") == 0);
  return same && is(content->type, r->content) && (!r->mode || is(content->mode, r->mode)) &&
         (!r->cameo || kb_str_starts(content->cameo, kb_str_of(r->cameo)));
}

kb_status kb_extract__modes(kb_doc* doc, const kb_lexicon* lex, kb_error* err)
{
  (void)lex, (void)err;
  for (uint32_t i = 0; i < doc->events.n; ++i) {
    kb_event* e = &doc->events.v[i];
    if (e->mode.n || e->topic_event == KB_NONE) {
      continue;
    }
    for (size_t k = 0; k < sizeof rules / sizeof *rules; ++k) {
      if (applies(&rules[k], e, &doc->events.v[e->topic_event])) {
        e->mode = kb_str_of(rules[k].result);
        break;
      }
    }
  }
  return KB_OK;
}
