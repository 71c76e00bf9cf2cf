/// Blocks of expectations. An unknown kind, key or flag is an error, so that no expectation is empty by a slip.
#include "sentences.h"

#include "../support/tap.h"

static const struct {
  const char* name;
  unsigned    positions; ///< bare words that come first
  const char* keys;      ///< blank-separated, blank at both ends
  const char* flags;
} kinds[KIND_COUNT] = {
  [KIND_EVENT]    = {"event", 1,
                     " agent patient counterpart recipient place topic trigger date dead injured arrested amount "
                        "predicate source modality ",
                     " negated positive future nonfuture certain probable possible "},
  [KIND_QUOTE]    = {"quote", 0, " speaker cue begins ", " direct indirect "},
  [KIND_ENTITY]   = {"entity", 2, " text ", " "},
  [KIND_ROLE]     = {"role", 0, " person org role ", " former "},
  [KIND_DATE]     = {"date", 0, " text value ", " from until "},
  [KIND_NUMBER]   = {"number", 0, " text value unit ", " approximate "},
  [KIND_HEADLINE] = {"headline", 3, " ", " "},
};

static bool listed(const char* list, kb_str word)
{
  for (const char* p = list; *p; ++p) {
    if (*p == ' ' && word.n && kb_str_starts(kb_str_of(p + 1), word) && p[word.n + 1] == ' ') {
      return true;
    }
  }
  return false;
}

/// The next argument: a word, or key="words with blanks". False at the end of the line.
static bool next_argument(kb_str* rest, argument* out)
{
  while (rest->n && rest->p[0] == ' ') {
    *rest = kb_str_from(*rest, 1);
  }
  size_t i = 0, equals = rest->n;
  bool   quoted = false;
  for (; i < rest->n && (quoted || rest->p[i] != ' '); ++i) {
    quoted ^= rest->p[i] == '"';
    equals = rest->p[i] == '=' && !quoted && equals == rest->n ? i : equals;
  }
  const kb_str whole = {rest->p, i};
  *out               = (argument){KB_STR(""), whole};
  if (equals < i) {
    *out = (argument){{whole.p, equals}, kb_str_from(whole, equals + 1)};
  }
  if (out->value.n >= 2 && out->value.p[0] == '"') {
    out->value = (kb_str){out->value.p + 1, out->value.n - 2};
  }
  *rest = kb_str_from(*rest, i);
  return whole.n > 0;
}

static const char* read_expectation(kb_str line, expectation* e)
{
  kb_str         rest = kb_str_from(line, 1);
  argument       a;
  const unsigned all = KIND_COUNT;
  unsigned       k   = 0;
  next_argument(&rest, &a);
  while (k < all && !kb_str_eq(a.value, kb_str_of(kinds[k].name))) {
    ++k;
  }
  if (k == all) {
    return "unknown kind of expectation";
  }
  e->kind = (kind)k;
  while (next_argument(&rest, &a)) {
    const bool position = e->n < kinds[k].positions;
    if (position  ? a.key.n > 0
        : a.key.n ? !listed(kinds[k].keys, a.key) || !a.value.n
                  : !listed(kinds[k].flags, a.value)) {
      return "unknown key or flag";
    }
    if (e->n == MAX_ARGUMENTS) {
      return "too many arguments";
    }
    e->v[e->n++] = a;
  }
  return e->n < kinds[k].positions ? "arguments are missing" : e->n ? NULL : "an empty expectation";
}

static void add_expectation(kb_str line, size_t number, block* out)
{
  if (out->n == MAX_EXPECTATIONS) {
    out->wrong = "too many expectations";
    return;
  }
  expectation* e  = &out->v[out->n++];
  *e              = (expectation){.line = line, .number = number, .wanted = line.p[0] == '+'};
  const char* why = read_expectation(line, e);
  out->wrong      = why ? why : out->wrong;
}

static void add_line(kb_str line, size_t number, block* out)
{
  if (kb_str_starts(line, KB_STR("+ ")) || kb_str_starts(line, KB_STR("- "))) {
    add_expectation(line, number, out);
  } else if (kb_str_starts(line, KB_STR("published: "))) {
    out->published = kb_str_from(line, strlen("published: "));
  } else if (kb_str_starts(line, KB_STR("title: "))) {
    out->title = kb_str_from(line, strlen("title: "));
  } else if (!out->text.n) {
    out->text = line;
  } else {
    out->wrong = "a second line of text";
  }
}

bool next_block(kb_str* rest, size_t* line, block* out)
{
  kb_str s;
  *out = (block){.text = KB_STR(""), .title = KB_STR(""), .published = KB_STR("")};
  while (next_line(rest, &s)) {
    ++*line;
    if (s.n && s.p[0] != '#') {
      add_line(s, *line, out);
    } else if (!s.n && (out->text.n || out->n)) {
      break;
    }
  }
  if ((out->text.n || out->n) && !out->wrong) {
    out->wrong = !out->text.n ? "expectations without a text" : !out->n ? "a text without expectations" : NULL;
  }
  return out->text.n || out->n;
}

bool has_flag(const expectation* e, const char* flag)
{
  for (unsigned i = kinds[e->kind].positions; i < e->n; ++i) {
    if (!e->v[i].key.n && kb_str_eq(e->v[i].value, kb_str_of(flag))) {
      return true;
    }
  }
  return false;
}
