#include "cli_internal.h"

#include <signal.h>
#include <stdarg.h>

static const kb_command commands[] = {
  {"convert", KB_CMD_CONVERT, "INPUT...",
   "Read Arabic news articles and write what they say as RDF.\n"
   "INPUT is a text, JSONL, JSON or HTML file, a directory of them, or - for standard input;\n"
   "a name that ends in .gz is unpacked.",
   kb_cli__convert},
  {"analyze", KB_CMD_ANALYZE, "INPUT...",
   "Write the words of each article with their morphology and syntax as CoNLL-U.", kb_cli__analyze},
  {"explain", KB_CMD_EXPLAIN, "INPUT...",
   "Show, for a person, each fact with its sentence, trigger, arguments and rule.", kb_cli__explain},
  {"lexicon", KB_CMD_LEXICON, "check | compile FILE | find WORD... | inflect LEMMA... | learn FILE",
   "check    report every problem of the dictionaries\n"
   "find     what the dictionaries know of a written word\n"
   "inflect  all forms of a verb, tab-separated",
   kb_cli__lexicon},
};

enum { KB_COMMANDS = sizeof commands / sizeof *commands };

void kb_cli__say(const char* format, ...)
{
  va_list args;
  va_start(args, format);
  fputs("khabar: ", stderr);
  vfprintf(stderr, format, args);
  fputc('\n', stderr);
  va_end(args);
}

void kb_cli__message(const kb_error* error)
{
  const char* text = error->text[0] ? error->text : kb_status_text(error->status);
  if (!error->source[0]) {
    kb_cli__say("%s", text);
  } else if (!error->line) {
    kb_cli__say("%s: %s", error->source, text);
  } else {
    kb_cli__say("%s:%zu: %s", error->source, error->line, text);
  }
}

int kb_cli__fail(kb_status status, const kb_error* error)
{
  if (status != KB_OK) {
    kb_error copy = *error;
    copy.status   = status;
    kb_cli__message(&copy);
  }
  switch (status) {
  case KB_OK:
    return KB_EXIT_DONE;
  case KB_E_INPUT:
    return KB_EXIT_REJECTED;
  case KB_E_USAGE:
    return KB_EXIT_USAGE;
  case KB_E_NOMEM:
  case KB_E_IO:
  case KB_E_DATA:
    break;
  }
  return KB_EXIT_FAILED;
}

static void overview(FILE* out)
{
  fputs("usage: khabar COMMAND [OPTION]... [INPUT]...\n\n"
        "Reads Arabic news articles and writes RDF knowledge graphs.\n\nCommands:\n"
        "  convert   articles to RDF\n"
        "  analyze   articles to CoNLL-U: words, morphology, syntax\n"
        "  explain   articles to facts for a person to read\n"
        "  lexicon   ask or check the dictionaries\n\n"
        "khabar COMMAND --help tells the options; khabar --version the version.\n",
        out);
}

/// What was printed for a person must have arrived too.
static int flushed(void)
{
  if (fflush(stdout) != 0 || ferror(stdout)) {
    kb_cli__say("standard output: cannot write");
    return KB_EXIT_FAILED;
  }
  return KB_EXIT_DONE;
}

static int run(const kb_command* command, int argc, char** argv)
{
  kb_cli_args args = {0};
  int         code = KB_EXIT_USAGE;
  if (kb_cli__parse(command, argc, argv, &args)) {
    if (args.help) {
      kb_cli__help(command, stdout);
      code = flushed();
    } else {
      code = command->run(&args);
    }
  }
  kb_cli__args_release(&args);
  return code;
}

int main(int argc, char** argv)
{
  signal(SIGPIPE, SIG_IGN); // a closed pipe is a write error like any other
  const char* word = argc > 1 ? argv[1] : "";
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
    overview(stdout);
    return flushed();
  }
  if (strcmp(word, "--version") == 0) {
    puts("khabar " KB_VERSION);
    return flushed();
  }
  for (size_t i = 0; i < KB_COMMANDS; ++i) {
    if (strcmp(word, commands[i].name) == 0) {
      return run(&commands[i], argc - 2, argv + 2);
    }
  }
  if (*word) {
    kb_cli__say("unknown command \"%s\" (see khabar --help)", word);
  } else {
    overview(stderr);
  }
  return KB_EXIT_USAGE;
}
