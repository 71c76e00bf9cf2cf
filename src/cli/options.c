#include "cli_internal.h"

#include <errno.h>
#include <stdlib.h>

/// Takes the value of an option; false when it makes no sense. `why` may be given a hint.
typedef bool kb_option_fn(kb_cli_args* args, const char* value, const char** why);

typedef struct kb_option {
  char          letter; ///< 0: only the long name
  const char*   name;
  const char*   value; ///< what stands for it in the help; NULL: a switch
  unsigned      commands;
  kb_option_fn* set;
  const char*   help;
} kb_option;

bool kb_cli__list_add(kb_list* list, const char* s)
{
  if (list->n == list->cap) {
    const size_t cap = list->cap ? list->cap * 2 : 16;
    const char** v   = realloc(list->v, cap * sizeof *v);
    if (!v) {
      return false;
    }
    list->v   = v;
    list->cap = cap;
  }
  list->v[list->n++] = s;
  return true;
}

void kb_cli__list_release(kb_list* list)
{
  free(list->v);
  *list = (kb_list){0};
}

/** \name Values */

static bool parse_number(const char* value, unsigned long most, unsigned long* out)
{
  char* end = NULL;
  errno     = 0;
  *out      = strtoul(value, &end, 10);
  return *value >= '0' && *value <= '9' && !*end && !errno && *out <= most;
}

static bool set_help(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->help = true;
}

static bool set_quiet(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->quiet = true;
}

static bool set_verbose(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->verbose = true;
}

static bool set_ontology(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  args->ontology = value;
  return true;
}

static bool add_lexicon(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  return kb_cli__list_add(&args->lexicons, value);
}

static bool set_output(kb_cli_args* args, const char* value, const char** why)
{
  if (kb_emit_format_find(value)) {
    *why = "-o takes a file name; the format is set by -f";
    return false;
  }
  args->output = value;
  return *value != '\0';
}

static bool set_from(kb_cli_args* args, const char* value, const char** why)
{
  for (size_t i = 0; kb_read_format_at(i); ++i) {
    if (strcmp(value, kb_read_format_at(i)) == 0) {
      args->from = value;
      return true;
    }
  }
  *why = "known are: text, jsonl, json, html";
  return false;
}

static bool set_charset(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  args->charset = value;
  return *value != '\0';
}

static bool set_files_from(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  args->files_from = value;
  return true;
}

static bool set_null_names(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->null_names = true;
}

static bool set_published(kb_cli_args* args, const char* value, const char** why)
{
  *why = "a date looks like 2014-12-03";
  return kb_read_date(kb_str_of(value), &args->published);
}

static bool set_publisher(kb_cli_args* args, const char* value, const char** why)
{
  *why            = "not valid UTF-8";
  args->publisher = value;
  return kb_text_valid(kb_str_of(value)) == strlen(value);
}

static bool set_jobs(kb_cli_args* args, const char* value, const char** why)
{
  unsigned long n = 0;
  *why            = "a number from 1 to 256";
  const bool ok   = parse_number(value, 256, &n) && n > 0;
  args->jobs      = (unsigned)n;
  return ok;
}

static bool set_memory(kb_cli_args* args, const char* value, const char** why)
{
  unsigned long n = 0;
  *why            = "a number of MiB from 1 to 1048576";
  const bool ok   = parse_number(value, 1ul << 20, &n) && n > 0;
  args->memory    = (size_t)n << 20;
  return ok;
}

static bool set_strict(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  args->max_errors = 1;
  return true;
}

static bool set_max_errors(kb_cli_args* args, const char* value, const char** why)
{
  unsigned long n  = 0;
  *why             = "a number from 1";
  const bool ok    = parse_number(value, UINT32_MAX, &n) && n > 0;
  args->max_errors = n;
  return ok;
}

static bool set_format(kb_cli_args* args, const char* value, const char** why)
{
  *why         = "known are the formats listed by \"khabar convert --help\"";
  args->format = kb_emit_format_find(value);
  return args->format != NULL;
}

static bool set_base(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  args->base = value;
  return true;
}

static bool set_graph(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  args->graph_iri = value;
  args->graph     = strcmp(value, "none") == 0      ? KB_MAPPING_GRAPH_NONE
                    : strcmp(value, "article") == 0 ? KB_MAPPING_GRAPH_ARTICLE
                                                    : KB_MAPPING_GRAPH_IRI;
  return true;
}

static bool add_prefix(kb_cli_args* args, const char* value, const char** why)
{
  const char* equals = strchr(value, '=');
  kb_prefix*  more   = realloc(args->prefixes, (args->n_prefixes + 1) * sizeof *more);
  *why               = "a prefix looks like ex=http://example.org/";
  if (!more) {
    return false;
  }
  args->prefixes = more;
  char* name     = equals && equals[1] ? strdup(value) : NULL;
  if (!name) {
    return false;
  }
  name[equals - value]             = '\0';
  args->prefixes[args->n_prefixes] = (kb_prefix){name, equals + 1};
  ++args->n_prefixes;
  return true;
}

static bool set_no_text(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->no_text = true;
}

static bool set_ascii(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->ascii = true;
}

static bool set_min_confidence(kb_cli_args* args, const char* value, const char** why)
{
  char* end      = NULL;
  *why           = "a number from 0 to 1";
  const double x = strtod(value, &end);
  if (end == value || *end || !(x >= 0 && x <= 1)) {
    return false;
  }
  args->min_confidence = (uint8_t)(x * 100 + 0.5);
  return true;
}

static bool set_resume(kb_cli_args* args, const char* value, const char** why)
{
  (void)why;
  args->resume = value;
  return true;
}

static bool set_check(kb_cli_args* args, const char* value, const char** why)
{
  (void)value, (void)why;
  return args->check = true;
}

/** \name The table */

static const kb_option options[] = {
  {'f', "format", "FORMAT", KB_CMD_CONVERT, set_format, "write this format; otherwise by the name of -o, or Turtle"},
  {'o', "output", "FILE", KB_CMD_ALL, set_output, "write to FILE, all or nothing (- is standard output)"},
  {'j', "jobs", "N", KB_CMD_BATCH, set_jobs, "work on N articles at a time (one for each processor)"},
  {0, "from", "FORMAT", KB_CMD_BATCH, set_from, "read all inputs as text, jsonl, json or html, whatever their names"},
  {0, "charset", "NAME", KB_CMD_BATCH, set_charset, "read text in this character set instead of finding it out"},
  {0, "files-from", "FILE", KB_CMD_BATCH, set_files_from, "read names of inputs from FILE, one a line"},
  {'0', "null", NULL, KB_CMD_BATCH, set_null_names, "names in FILE of --files-from end in NUL"},
  {0, "published", "DATE", KB_CMD_BATCH, set_published, "date of articles that name none: 2014-12-03"},
  {0, "publisher", "NAME", KB_CMD_BATCH, set_publisher, "publisher of articles that name none"},
  {0, "base", "IRI", KB_CMD_CONVERT, set_base, "beginning of the IRIs of all instances"},
  {0, "graph", "GRAPH", KB_CMD_CONVERT, set_graph, "named graph: none, article (one each) or an IRI"},
  {0, "prefix", "P=IRI", KB_CMD_CONVERT, add_prefix, "declare one more prefix in Turtle and RDF/XML"},
  {0, "no-text", NULL, KB_CMD_CONVERT, set_no_text, "leave out the text of articles and sentences"},
  {0, "ascii", NULL, KB_CMD_CONVERT, set_ascii, "N-Triples, N-Quads: escape all that is not ASCII"},
  {0, "min-confidence", "X", KB_CMD_CONVERT, set_min_confidence, "leave out facts below X (0 to 1)"},
  {0, "strict", NULL, KB_CMD_BATCH, set_strict, "stop at the first rejected article, write no file"},
  {0, "max-errors", "N", KB_CMD_BATCH, set_max_errors, "stop when N articles were rejected, write no file"},
  {0, "resume", "JOURNAL", KB_CMD_CONVERT, set_resume, "go on where an interrupted run with this journal ended"},
  {0, "check", NULL, KB_CMD_CONVERT, set_check, "do all but write: tell what is wrong or odd in the inputs"},
  {0, "memory", "MIB", KB_CMD_BATCH, set_memory, "reject articles that need more memory (1024)"},
  {0, "ontology", "DIR", KB_CMD_ALL, set_ontology, "dictionaries (KHABAR_ONTOLOGY, or the installed ones)"},
  {0, "lexicon", "DIR", KB_CMD_ALL, add_lexicon, "add your own dictionaries; may be repeated"},
  {'v', "verbose", NULL, KB_CMD_ALL, set_verbose, "tell counts, and what was skipped, on standard error"},
  {'q', "quiet", NULL, KB_CMD_ALL, set_quiet, "tell nothing but usage errors on standard error"},
  {'h', "help", NULL, KB_CMD_ALL, set_help, "this help"},
};

enum { KB_OPTIONS = sizeof options / sizeof *options };

/** \name Parser */

static const kb_option* find(const kb_command* command, char letter, kb_str name)
{
  for (size_t i = 0; i < KB_OPTIONS; ++i) {
    const kb_option* o = &options[i];
    if ((o->commands & command->bit) && (letter ? o->letter == letter : kb_str_eq(kb_str_of(o->name), name))) {
      return o;
    }
  }
  return NULL;
}

static bool apply(const kb_option* o, const char* value, kb_cli_args* args)
{
  const char* why = NULL;
  if (o->set(args, value, &why)) {
    return true;
  }
  kb_cli__say("--%s: \"%s\" does not fit%s%s", o->name, value, why ? ": " : "", why ? why : "");
  return false;
}

/// "--name", "--name=value", "--name value"; `*i` moves past what was used.
static bool parse_long(const kb_command* command, char** argv, int argc, int* i, kb_cli_args* args)
{
  const char*      word  = argv[(*i)++] + 2;
  const size_t     n     = strcspn(word, "=");
  const char*      value = word[n] ? word + n + 1 : NULL;
  const kb_option* o     = find(command, 0, (kb_str){word, n});
  if (!o) {
    kb_cli__say("%s: unknown option --%.*s (see khabar %s --help)", command->name, (int)n, word, command->name);
    return false;
  }
  if (!o->value && value) {
    kb_cli__say("--%s takes no value", o->name);
    return false;
  }
  if (o->value && !value) {
    if (*i >= argc) {
      kb_cli__say("--%s needs a value: %s", o->name, o->value);
      return false;
    }
    value = argv[(*i)++];
  }
  return apply(o, value ? value : "", args);
}

/// "-v", "-vq", "-oFILE", "-o FILE".
static bool parse_short(const kb_command* command, char** argv, int argc, int* i, kb_cli_args* args)
{
  for (const char* letter = argv[(*i)++] + 1; *letter; ++letter) {
    const kb_option* o = find(command, *letter, KB_STR(""));
    if (!o) {
      kb_cli__say("%s: unknown option -%c (see khabar %s --help)", command->name, *letter, command->name);
      return false;
    }
    if (!o->value) {
      if (!apply(o, "", args)) {
        return false;
      }
      continue;
    }
    if (!letter[1] && *i >= argc) {
      kb_cli__say("-%c needs a value: %s", *letter, o->value);
      return false;
    }
    return apply(o, letter[1] ? letter + 1 : argv[(*i)++], args);
  }
  return true;
}

bool kb_cli__parse(const kb_command* command, int argc, char** argv, kb_cli_args* args)
{
  bool plain = false; // after "--"
  for (int i = 0; i < argc;) {
    const char* word = argv[i];
    bool        ok   = true;
    if (plain || word[0] != '-' || !word[1]) {
      ok = kb_cli__list_add(&args->operands, word);
      ++i;
    } else if (strcmp(word, "--") == 0) {
      plain = true;
      ++i;
    } else {
      ok = word[1] == '-' ? parse_long(command, argv, argc, &i, args) : parse_short(command, argv, argc, &i, args);
    }
    if (!ok) {
      return false;
    }
  }
  return true;
}

void kb_cli__args_release(kb_cli_args* args)
{
  kb_cli__list_release(&args->operands);
  kb_cli__list_release(&args->lexicons);
  for (size_t i = 0; i < args->n_prefixes; ++i) {
    free((char*)args->prefixes[i].prefix);
  }
  free(args->prefixes);
  *args = (kb_cli_args){0};
}

/** \name Help */

static void help_on_option(const kb_option* o, FILE* out)
{
  char      left[48];
  const int n = o->letter ? snprintf(left, sizeof left, "-%c, ", o->letter) : snprintf(left, sizeof left, "    ");
  snprintf(left + n, sizeof left - (size_t)n, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
  fprintf(out, "  %-26s %s\n", left, o->help);
}

void kb_cli__help(const kb_command* command, FILE* out)
{
  fprintf(out, "usage: khabar %s [OPTION]... %s\n\n%s\n\nOptions:\n", command->name, command->operands, command->help);
  for (size_t i = 0; i < KB_OPTIONS; ++i) {
    if (options[i].commands & command->bit) {
      help_on_option(&options[i], out);
    }
  }
  if (command->bit == KB_CMD_CONVERT) {
    fputs("\nFormats:\n", out);
    for (size_t i = 0; kb_emit_format_at(i); ++i) {
      const kb_emit_format* f = kb_emit_format_at(i);
      fprintf(out, "  %-10s %-4s %-4s %s\n", f->name, f->alias ? f->alias : "", f->extension ? f->extension : "",
              f->help);
    }
  }
  fputs("\nExit status: 0 all done; 1 some input rejected, the rest written; 2 usage;\n"
        "3 input/output, dictionaries, out of memory.\n",
        out);
}
