#include "cli_internal.h"

/** \name Names of features */

static const char* aspect_name(const kb_feats* f)
{
  static const char* const names[] = {"", "perfect", "imperfect", "imperative"};
  return names[f->aspect];
}

static const char* mood_name(const kb_feats* f)
{
  static const char* const names[] = {"", "indicative", "subjunctive", "jussive"};
  return names[f->mood];
}

static const char* voice_name(const kb_feats* f)
{
  static const char* const names[] = {"", "active", "passive", ""};
  return names[f->voice];
}

/// "3ms": person, gender, number.
static void person_name(const kb_feats* f, char out[4])
{
  size_t n = 0;
  if (f->person) {
    out[n++] = (char)('0' + f->person);
  }
  if (f->gender) {
    out[n++] = f->gender == KB_MASC ? 'm' : 'f';
  }
  if (f->number) {
    out[n++] = f->number == KB_SING ? 's' : f->number == KB_DUAL ? 'd' : 'p';
  }
  out[n] = '\0';
}

/** \name inflect */

static void print_form(void* user, const kb_lexeme* verb, kb_feats feats, kb_str surface)
{
  kb_buf* out = user;
  char    person[4];
  person_name(&feats, person);
  kb_buf_add(out, verb->lemma);
  kb_buf_byte(out, '\t');
  kb_buf_add(out, verb->root);
  kb_buf_printf(out, "\t%u\t%s", verb->form, aspect_name(&feats));
  if (feats.mood) {
    kb_buf_printf(out, "/%s", mood_name(&feats));
  }
  if (feats.voice) {
    kb_buf_printf(out, "/%s", voice_name(&feats));
  }
  kb_buf_printf(out, "\t%s\t", person);
  kb_buf_add(out, surface);
  kb_buf_byte(out, '\n');
}

static kb_status inflect(const kb_lexicon* lex, kb_str word, kb_buf* out, kb_error* err)
{
  char         bare[KB_KEY_MAX];
  const kb_str lemma = {bare, kb_text_bare(word, bare)};
  kb_status    st    = KB_OK;
  for (uint32_t id = kb_lexicon_by_lemma(lex, lemma, KB_NONE); id != KB_NONE && st == KB_OK;
       id          = kb_lexicon_by_lemma(lex, lemma, id)) {
    if (kb_lexicon_lexeme(lex, id)->kind == KB_LEX_VERB) {
      st = kb_lexicon_inflect(lex, id, print_form, out, err);
    }
  }
  return st;
}

/** \name find */

static const char* kind_name(unsigned kind)
{
  static const char* const names[] = {
    "verb", "noun", "adjective", "adverb", "particle", "number", "name", "gazetteer",
  };
  return kind < sizeof names / sizeof *names ? names[kind] : "other";
}

static const char* layer_name(unsigned layer)
{
  static const char* const names[] = {"exact", "marks", "alef", "ya", "ta"};
  return layer < sizeof names / sizeof *names ? names[layer] : "none";
}

static void print_reading(const kb_lexicon* lex, kb_str word, const kb_reading* r, kb_buf* out)
{
  const kb_lexeme* lexeme = kb_lexicon_lexeme(lex, r->lexeme);
  const kb_feats*  f      = &r->feats;
  char             person[4];
  person_name(f, person);
  kb_buf_add(out, word);
  kb_buf_printf(out, "\t%s\t%s\t", kb_upos_name(f->upos), kind_name(lexeme->kind));
  kb_buf_add(out, lexeme->lemma);
  kb_buf_byte(out, '\t');
  kb_buf_add(out, lexeme->root);
  kb_buf_printf(out, "\t%s", aspect_name(f));
  if (f->mood) {
    kb_buf_printf(out, "/%s", mood_name(f));
  }
  if (f->voice) {
    kb_buf_printf(out, "/%s", voice_name(f));
  }
  kb_buf_printf(out, "\t%s\t%s\t", person, layer_name(r->layer));
  kb_buf_add(out, lexeme->gloss);
  kb_buf_byte(out, '\n');
}

/// Names and titles of one word, and where a longer one may begin.
static void print_phrases(const kb_lexicon* lex, kb_str word, kb_str key, kb_buf* out)
{
  static const char* const kinds[] = {"name", "short name", "name in context", "demonym", "title"};

  const uint32_t node = kb_lexicon_step(lex, KB_PHRASE_ROOT, key);
  if (node == KB_NONE) {
    return;
  }
  for (uint32_t id = kb_lexicon_ends(lex, node); id != KB_NONE; id = kb_lexicon_phrase(lex, id)->next) {
    const kb_phrase* phrase = kb_lexicon_phrase(lex, id);
    const bool       title  = phrase->kind == KB_PHRASE_TITLE;
    if (phrase->kind > KB_PHRASE_TITLE) {
      continue; // words of dates and quantities
    }
    kb_buf_add(out, word);
    kb_buf_printf(out, "\tphrase\t%s\t", kinds[phrase->kind]);
    kb_buf_add(out, title ? kb_lexicon_title(lex, phrase->id)->ar : kb_lexicon_gaz(lex, phrase->id)->id);
    kb_buf_byte(out, '\t');
    kb_buf_add(out, title ? kb_lexicon_title(lex, phrase->id)->en : kb_lexicon_gaz(lex, phrase->id)->en);
    kb_buf_byte(out, '\n');
  }
}

static kb_status find(const kb_lexicon* lex, kb_str word, kb_buf* out, kb_error* err)
{
  enum { KB_READINGS = 64 };
  char         bare[KB_KEY_MAX];
  char         fold[KB_KEY_MAX];
  kb_reading   readings[KB_READINGS];
  const kb_str plain = {bare, kb_text_bare(word, bare)};
  const kb_str key   = {fold, kb_text_fold(word, fold)};
  const size_t n     = kb_lexicon_find(lex, plain, key, readings, KB_READINGS);
  (void)err;
  for (size_t i = 0; i < n; ++i) {
    print_reading(lex, word, &readings[i], out);
  }
  print_phrases(lex, word, key, out);
  return KB_OK;
}

/** \name The command */

/// `user` counts the messages.
static void tell(void* user, const kb_error* message)
{
  kb_cli__message(message);
  ++*(size_t*)user;
}

static int tell_problems(size_t problems)
{
  if (problems) {
    kb_cli__say("%zu problem%s in the dictionaries", problems, problems == 1 ? "" : "s");
  }
  return problems ? KB_EXIT_REJECTED : KB_EXIT_DONE;
}

static int check(const kb_lexicon* lex)
{
  size_t n = 0;
  return tell_problems(kb_lexicon_check(lex, tell, &n));
}

static kb_status write_out(const kb_cli_args* args, kb_str bytes, kb_error* err)
{
  kb_output* output = kb_output_open(args->output ? args->output : "-", err);
  if (!output) {
    return err->status;
  }
  const kb_status st = kb_output_write(output, bytes, err);
  if (st != KB_OK) {
    kb_output_abort(output);
    return st;
  }
  return kb_output_commit(output, err);
}

static int print_words(const kb_cli_args* args,
                       const kb_lexicon*  lex,
                       kb_status (*print)(const kb_lexicon* lex, kb_str word, kb_buf* out, kb_error* err))
{
  kb_error  error = {0};
  kb_buf    out   = {0};
  kb_status st    = KB_OK;
  for (size_t i = 1; st == KB_OK && i < args->operands.n; ++i) {
    const kb_str word = kb_str_of(args->operands.v[i]);
    st                = kb_text_valid(word) == word.n ? print(lex, word, &out, &error)
                                                      : kb_error_set(&error, KB_E_USAGE, NULL, 0, "word %zu is not valid UTF-8", i);
  }
  if (st == KB_OK && out.failed) {
    st = KB_E_NOMEM;
  }
  st = st == KB_OK ? write_out(args, kb_buf_as_str(&out), &error) : st;
  kb_buf_release(&out);
  return kb_cli__fail(st, &error);
}

/// Write the image that later runs load instead of reading the dictionaries.
static int compile(const kb_cli_args* args)
{
  char            buffer[PATH_MAX];
  kb_list         dirs = {0};
  kb_error        err  = {0};
  const kb_status said = kb_cli__dictionaries(args, buffer, &dirs);
  size_t          n    = 0; // problems told
  const kb_status st   = said == KB_OK ? kb_lexicon_compile(dirs.v, dirs.n, args->operands.v[1], tell, &n, &err) : said;
  kb_cli__list_release(&dirs);
  return said != KB_OK ? KB_EXIT_FAILED : st != KB_OK ? kb_cli__fail(st, &err) : tell_problems(n);
}

/// Weights of readings learnt from annotated text, as a dictionary file.
static int learn(const kb_cli_args* args)
{
  kb_setup setup;
  kb_buf   out      = {0};
  kb_error err      = {0};
  double   accuracy = 0;
  if (!kb_cli__setup(args, true, &setup)) {
    return KB_EXIT_FAILED;
  }
  kb_status st = kb_pipeline_learn(setup.lexicon, args->operands.v[1], &out, &accuracy, &err);
  if (st == KB_OK) {
    st = out.failed ? kb_error_nomem(&err) : write_out(args, kb_buf_as_str(&out), &err);
  }
  if (st == KB_OK) {
    kb_cli__say("%.2f %% of the words read as annotated", accuracy * 100);
  }
  kb_buf_release(&out);
  kb_cli__setup_release(&setup);
  return kb_cli__fail(st, &err);
}

int kb_cli__lexicon(const kb_cli_args* args)
{
  const char* what     = args->operands.n ? args->operands.v[0] : "";
  const bool  finds    = strcmp(what, "find") == 0;
  const bool  bends    = strcmp(what, "inflect") == 0;
  const bool  checks   = strcmp(what, "check") == 0;
  const bool  wordful  = finds || bends;
  const bool  compiles = strcmp(what, "compile") == 0;
  const bool  learns   = strcmp(what, "learn") == 0;
  if (!(wordful && args->operands.n > 1) && !(checks && args->operands.n == 1) &&
      !((compiles || learns) && args->operands.n == 2)) {
    kb_cli__say("usage: khabar lexicon check | compile FILE | find WORD... | inflect LEMMA... | learn FILE");
    return KB_EXIT_USAGE;
  }
  if (compiles) {
    return compile(args);
  }
  if (learns) {
    return learn(args);
  }
  kb_setup setup;
  if (!kb_cli__setup(args, !checks, &setup)) {
    return KB_EXIT_FAILED;
  }
  const int code = checks ? check(setup.lexicon) : print_words(args, setup.lexicon, finds ? find : inflect);
  kb_cli__setup_release(&setup);
  return code;
}
