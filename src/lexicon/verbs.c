/// Verb entries, their finite forms, masdars and participles.
#include "lexicon_internal.h"

static kb_status read_args(kb_lexicon* lex, const kb_entry* e, uint16_t* args)
{
  unsigned bits = 0;
  for (size_t i = 0; i < kb_lexicon__list_size(e, "args"); ++i) {
    const kb_str arg = kb_lexicon__list_at(e, "args", i);
    const int    k   = kb_lexicon__slot(arg);
    const bool   bad = k < 0 || k == KB_FS_SUBJ || k == KB_FS_GEN || k == KB_FS_ADJ;
    bits |= bad ? 0 : 1u << k;
    if (bad && kb_lexicon__problem(lex, e, "no verb is known to govern \"%.40s\"", arg.p) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  *args = (uint16_t)bits;
  return KB_OK;
}

/// The masdar of a verb: an existing noun is told of its verb, else it becomes one.
static kb_status add_masdar(kb_lexicon* lex, uint32_t verb, kb_str masdar)
{
  for (uint32_t i = kb_lexicon_by_lemma(lex, masdar, KB_NONE); i != KB_NONE; i = lex->lexemes.v[i].next) {
    kb_lexeme* x = &lex->lexemes.v[i];
    if (x->kind == KB_LEX_NOUN) {
      if (x->base == KB_NONE || lex->lexemes.v[x->base].freq < lex->lexemes.v[verb].freq) {
        x->base           = verb;
        x->feats.verbform = KB_MASDAR;
      }
      return KB_OK;
    }
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_NOUN, kb_lexicon__intern(lex, masdar), &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->feats            = (kb_feats){.upos = KB_NOUN, .verbform = KB_MASDAR};
  x->base             = verb;
  x->noun_class       = KB_CLASS_EVENT;
  x->freq             = lex->lexemes.v[verb].freq > 1 ? 2 : 1;
  x->gloss            = lex->lexemes.v[verb].gloss;
  x->form             = lex->lexemes.v[verb].form;
  kb_noun_forms forms = {.lemma = x->lemma, .feminine = KB_STR(""), .feats = x->feats, .sound_feminine = x->form > 1};
  return kb_lexicon__decline(lex, id, &forms);
}

kb_status kb_lexicon__load_verb(kb_lexicon* lex, const kb_entry* e)
{
  const kb_str lemma = kb_lexicon__text(lex, e, "lemma"), root = kb_lexicon__text(lex, e, "root");
  const kb_str vowel = kb_lexicon__peek(e, "imperfect");
  const int    form  = kb_lexicon__form_number(kb_lexicon__peek(e, "form"));
  kb_verb      verb;
  if (!lemma.n || !form) {
    return kb_lexicon__problem(lex, e, "verb without lemma or form");
  }
  if (!kb_lexicon__verb_init(&verb, lemma, root, form, vowel.n ? vowel.p[0] : 0, kb_lexicon__flag(e, "keepw"))) {
    return kb_lexicon__problem(lex, e, "%s does not follow from root %s and form %s", lemma.p, root.p,
                               kb_lexicon__form_name(form));
  }
  kb_verb*   v = kb_array_push(lex->arena, &lex->verbs);
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_VERB, lemma, &id);
  if (!v || !x) {
    return KB_E_NOMEM;
  }
  *v             = verb;
  x->verb        = lex->verbs.n - 1;
  x->root        = root;
  x->gloss       = kb_lexicon__text(lex, e, "gloss");
  x->form        = (uint8_t)form;
  x->feats.upos  = KB_VERB;
  x->has_passive = kb_lexicon__flag(e, "passive");
  x->freq        = (uint8_t)kb_lexicon__integer(e, "freq", 2);
  kb_status st   = read_args(lex, e, &x->args);
  if (st == KB_OK && !x->freq) {
    return kb_lexicon__put_last(lex, id);
  }
  for (size_t i = 0; i < kb_lexicon__list_size(e, "masdar") && st == KB_OK; ++i) {
    st = add_masdar(lex, id, kb_lexicon__list_at(e, "masdar", i));
  }
  return st;
}

/** \name Forms of all verbs */

typedef struct indexing {
  kb_lexicon* lex;
  uint32_t    id;
  bool        passive; ///< may it stand in the passive?
  kb_status   status;
} indexing;

/// Cells that news does not use would only make words ambiguous.
static bool indexed(const indexing* in, kb_feats f)
{
  if (f.voice == KB_PASSIVE && (!in->passive || f.person == 2)) {
    return false;
  }
  if (f.aspect == KB_IMPERATIVE) {
    return f.gender == KB_MASC;
  }
  return f.person != 2 || (f.gender == KB_MASC && f.number != KB_DUAL);
}

static void index_cell(void* user, kb_feats feats, kb_str surface)
{
  indexing* in = user;
  if (in->status == KB_OK && indexed(in, feats)) {
    in->status = kb_lexicon__add_form(in->lex, in->id, feats, surface);
  }
}

/// مضيف is of أضاف rather than of ضاف: the more frequent verb, the active before the passive.
static bool suits_better(const kb_lexicon* lex, const kb_lexeme* participle, uint32_t verb, bool passive)
{
  if (participle->base == KB_NONE) {
    return true;
  }
  const unsigned old = lex->lexemes.v[participle->base].freq;
  const unsigned new = lex->lexemes.v[verb].freq;
  return new > old || (new == old && !passive && participle->feats.verbform == KB_PASSIVE_PART);
}

static kb_status add_participle(kb_lexicon* lex, uint32_t verb, bool passive)
{
  char         out[KB_SPELL_MAX];
  const size_t n = kb_lexicon__participle(&lex->verbs.v[lex->lexemes.v[verb].verb], passive, out);
  const kb_str p = {out, n};
  if (!n) {
    return KB_OK;
  }
  for (uint32_t i = kb_lexicon_by_lemma(lex, p, KB_NONE); i != KB_NONE; i = lex->lexemes.v[i].next) {
    kb_lexeme* x = &lex->lexemes.v[i];
    if (x->kind == KB_LEX_ADJECTIVE || x->kind == KB_LEX_NOUN) {
      if (suits_better(lex, x, verb, passive)) {
        x->base           = verb;
        x->feats.verbform = passive ? KB_PASSIVE_PART : KB_ACTIVE_PART;
        x->freq           = x->freq > 1 || lex->lexemes.v[verb].freq < 2 ? x->freq : 2;
      }
      if (x->kind == KB_LEX_ADJECTIVE) {
        return KB_OK;
      }
    }
  }
  uint32_t   id;
  kb_lexeme* x = kb_lexicon__new_lexeme(lex, KB_LEX_ADJECTIVE, kb_lexicon__intern(lex, p), &id);
  if (!x) {
    return KB_E_NOMEM;
  }
  x->feats            = (kb_feats){.upos = KB_ADJ, .verbform = passive ? KB_PASSIVE_PART : KB_ACTIVE_PART};
  x->base             = verb;
  x->form             = lex->lexemes.v[verb].form;
  x->freq             = lex->lexemes.v[verb].freq > 1 ? 2 : 1;
  x->gloss            = lex->lexemes.v[verb].gloss;
  kb_noun_forms forms = {
    .lemma = x->lemma, .feminine = KB_STR(""), .adjective = true, .sound_masculine = true, .feats = x->feats};
  const kb_status st = kb_lexicon__decline(lex, id, &forms);
  // داع beside داعي
  return st == KB_OK && kb_str_ends(p, KB_STR("ي")) ? kb_lexicon__add_form(lex, id, forms.feats, (kb_str){p.p, p.n - 2})
                                                    : st;
}

/// Does it act on anything, so that it can stand in the passive?
static bool is_transitive(unsigned args)
{
  static const kb_frame_slot objects[] = {KB_FS_OBJ, KB_FS_OBJ2, KB_FS_THAT, KB_FS_ILA,
                                          KB_FS_ALA, KB_FS_AN,   KB_FS_BI,   KB_FS_FI};
  for (size_t i = 0; i < sizeof objects / sizeof *objects; ++i) {
    if (kb_governs(args, objects[i])) {
      return true;
    }
  }
  return false;
}

static kb_status derive(kb_lexicon* lex, uint32_t id)
{
  const kb_lexeme* x          = &lex->lexemes.v[id];
  const kb_verb    verb       = lex->verbs.v[x->verb];
  const bool       transitive = is_transitive(x->args);
  indexing         in         = {lex, id, x->has_passive || transitive, KB_OK};
  kb_lexicon__conjugate(&verb, index_cell, &in);
  if (in.status != KB_OK || !x->freq) {
    return in.status; // ضائع, like the masdars, is of يضيع, not of يضوع
  }
  char         out[KB_SPELL_MAX];
  const size_t n = kb_lexicon__masdar(&verb, out);
  if (n) {
    in.status = add_masdar(lex, id, (kb_str){out, n});
  }
  if (in.status == KB_OK) {
    in.status = add_participle(lex, id, false);
  }
  return in.status == KB_OK && transitive ? add_participle(lex, id, true) : in.status;
}

kb_status kb_lexicon__derive_all(kb_lexicon* lex)
{
  const uint32_t n = lex->lexemes.n;
  for (uint32_t id = 0; id < n; ++id) {
    if (lex->lexemes.v[id].kind == KB_LEX_VERB && derive(lex, id) != KB_OK) {
      return KB_E_NOMEM;
    }
  }
  return KB_OK;
}

typedef struct caller {
  const kb_lexeme* verb;
  kb_inflect_fn*   fn;
  void*            user;
} caller;

static void pass_on(void* user, kb_feats feats, kb_str surface)
{
  const caller* c = user;
  c->fn(c->user, c->verb, feats, surface);
}

kb_status kb_lexicon_inflect(const kb_lexicon* lex, uint32_t verb, kb_inflect_fn* fn, void* user, kb_error* err)
{
  const kb_lexeme* x = verb < lex->lexemes.n ? &lex->lexemes.v[verb] : NULL;
  if (!x || x->kind != KB_LEX_VERB) {
    return kb_error_set(err, KB_E_USAGE, NULL, 0, "not a verb of the lexicon");
  }
  caller c = {x, fn, user};
  kb_lexicon__conjugate(&lex->verbs.v[x->verb], pass_on, &c);
  return KB_OK;
}
