/// Every line of paradigms.txt is a test: one cell of the paradigm of a verb that the dictionaries have.
#include "../support/lines.h"

/// What is looked for while the cells go by.
typedef struct wanted {
  kb_feats cell;
  kb_str   spellings; ///< between bars
  bool     found;
  kb_buf   given; ///< the program's spellings of this cell
} wanted;

static bool read_person(kb_str s, kb_feats* f)
{
  static const char genders[] = "mf", numbers[] = "sdp";
  const char*       g = s.n == 3 ? memchr(genders, s.p[1], 2) : NULL;
  const char*       n = s.n >= 2 ? memchr(numbers, s.p[s.n - 1], 3) : NULL;
  if (!n || s.p[0] < '1' || s.p[0] > '3' || (s.n == 3 && !g) || s.n > 3) {
    return false;
  }
  f->person = (unsigned)(s.p[0] - '0') & 3u;
  f->gender = g ? (unsigned)(g - genders + 1) & 3u : KB_GENDER_NONE;
  f->number = (unsigned)(n - numbers + 1) & 3u;
  return true;
}

/// "pass.perf.3ms" to features.
static bool read_cell(kb_str s, kb_feats* f)
{
  static const struct {
    const char* name;
    unsigned    aspect, mood;
  } tenses[] = {
    {"perf", KB_PERFECT, KB_INDICATIVE}, {"impf", KB_IMPERFECT, KB_INDICATIVE}, {"subj", KB_IMPERFECT, KB_SUBJUNCTIVE},
    {"juss", KB_IMPERFECT, KB_JUSSIVE},  {"imp", KB_IMPERATIVE, KB_MOOD_NONE},
  };
  kb_str tense = next_field(&s, '.');
  *f           = (kb_feats){.voice = KB_ACTIVE};
  if (kb_str_eq(tense, KB_STR("pass"))) {
    f->voice = KB_PASSIVE;
    tense    = next_field(&s, '.');
  }
  for (size_t i = 0; i < sizeof tenses / sizeof *tenses; ++i) {
    if (kb_str_eq(tense, kb_str_of(tenses[i].name))) {
      f->aspect = tenses[i].aspect & 3u;
      f->mood   = tenses[i].mood & 3u;
      return read_person(s, f);
    }
  }
  return false;
}

static void compare(void* user, const kb_lexeme* verb, kb_feats f, kb_str surface)
{
  wanted*        w = user;
  const kb_feats c = w->cell;
  (void)verb;
  if (f.aspect != c.aspect || f.mood != c.mood || f.voice != c.voice || f.person != c.person || f.gender != c.gender ||
      f.number != c.number) {
    return;
  }
  kb_buf_text(&w->given, w->given.n ? "|" : "");
  kb_buf_add(&w->given, surface);
  for (kb_str rest = w->spellings; rest.n;) {
    w->found |= kb_str_eq(next_field(&rest, '|'), surface);
  }
}

/// Is it a verb of this root and form?
static bool is_verb(const kb_lexeme* x, kb_str root, kb_str form)
{
  static const char* const forms[] = {"",     "I",  "II", "III", "IV",  "V",    "VI", "VII",
                                      "VIII", "IX", "X",  "QI",  "QII", "QIII", "QIV"};
  return x->kind == KB_LEX_VERB && kb_str_eq(x->root, root) && kb_str_eq(kb_str_of(forms[x->form]), form);
}

/// Inflect all verbs of this lemma, root and form; their number.
static size_t inflect(kb_str lemma, kb_str root, kb_str form, wanted* w)
{
  size_t   n   = 0;
  kb_error err = {0};
  for (uint32_t id = kb_lexicon_by_lemma(bench.lexicon, lemma, KB_NONE); id != KB_NONE;
       id          = kb_lexicon_by_lemma(bench.lexicon, lemma, id)) {
    if (is_verb(kb_lexicon_lexeme(bench.lexicon, id), root, form) &&
        kb_lexicon_inflect(bench.lexicon, id, compare, w, &err) == KB_OK) {
      ++n;
    }
  }
  return n;
}

static void run(tap* t, kb_str line)
{
  const kb_str key   = line;
  const kb_str lemma = next_field(&line, '\t'), root = next_field(&line, '\t'), form = next_field(&line, '\t');
  const kb_str cell = next_field(&line, '\t'), spellings = line;
  wanted       w = {.spellings = spellings};
  if (!read_cell(cell, &w.cell) || !spellings.n) {
    tap_result(t, false, key, "no cell %.*s", (int)cell.n, cell.p);
  } else if (!inflect(lemma, root, form, &w)) {
    tap_result(t, false, key, "no verb %.*s of root %.*s and form %.*s", (int)lemma.n, lemma.p, (int)root.n, root.p,
               (int)form.n, form.p);
  } else {
    tap_result(t, w.found, key, "%.*s %.*s: %.*s expected, found %.*s", (int)lemma.n, lemma.p, (int)cell.n, cell.p,
               (int)spellings.n, spellings.p, (int)w.given.n, w.given.p ? w.given.p : "");
  }
  kb_buf_release(&w.given);
}

int main(void)
{
  return run_lines("tests/morph/paradigms.txt", NULL, run);
}
