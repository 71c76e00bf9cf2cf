/// Every line of clauses.txt is a test: what the syntax makes of one clause or of single words of a sentence.
#include "../support/lines.h"

/// A clause of the article, and the facts that are asked of it.
typedef struct seen {
  const kb_doc* doc;
  uint32_t      clause; ///< KB_NONE: facts of words
} seen;

static bool is_form(const kb_doc* doc, uint32_t word, kb_str wanted)
{
  if (word == KB_NONE || kb_str_eq(wanted, KB_STR("none"))) {
    return word == KB_NONE && kb_str_eq(wanted, KB_STR("none"));
  }
  return kb_str_eq(doc->words.v[word].form, wanted);
}

static uint32_t clause_of(const kb_doc* doc, kb_str predicate)
{
  for (uint32_t c = 0; c < doc->clauses.n; ++c) {
    if (doc->clauses.v[c].predicate != KB_NONE && is_form(doc, doc->clauses.v[c].predicate, predicate)) {
      return c;
    }
  }
  return KB_NONE;
}

/** \name Facts of a clause */

static const char* const kinds[]      = {"verb", "nominal", "existential", "masdar", "participle", "event-noun"};
static const char* const rels[]       = {"main",    "complement",   "quoted",   "relative", "adverbial", "condition",
                                         "purpose", "circumstance", "conjunct", "argument", "modifier",  "parataxis"};
static const char* const voices[]     = {"none", "active", "passive"};
static const char* const tenses[]     = {"none", "past", "present", "future"};
static const char* const modalities[] = {"none", "possible", "conditional", "hypothetical", "intended", "ordered"};
static const char* const roles[]      = {"subj", "obj", "obj2", "obl", "gen", "adj", "pred", "clause", "time", "by"};

#define NAME(list, i) ((size_t)(i) < sizeof(list) / sizeof *(list) ? (list)[i] : "?")

/// The head of an argument; of a clause its predicate.
static uint32_t word_of(const kb_doc* doc, const kb_arg* a)
{
  return a->role == KB_ARG_CLAUSE && a->clause != KB_NONE ? doc->clauses.v[a->clause].predicate : a->word;
}

/// Has the clause an argument with this role or preposition? "none": has it no such argument?
static bool argument_meets(const seen* s, kb_str key, kb_str value)
{
  const kb_clause* c    = &s->doc->clauses.v[s->clause];
  const bool       none = kb_str_eq(value, KB_STR("none"));
  for (uint32_t i = c->first_arg; i < c->first_arg + c->n_args; ++i) {
    const kb_arg* a       = &s->doc->args.v[i];
    const bool    is_prep = a->prep != KB_NONE && kb_str_eq(s->doc->words.v[a->prep].lemma, key);
    if ((is_prep || kb_str_eq(kb_str_of(NAME(roles, a->role)), key)) &&
        (none || is_form(s->doc, word_of(s->doc, a), value))) {
      return !none;
    }
  }
  return none;
}

static bool named(kb_str value, const char* name)
{
  return kb_str_eq(value, kb_str_of(name));
}

static bool clause_meets(const seen* s, kb_str key, kb_str value)
{
  const kb_clause* c = &s->doc->clauses.v[s->clause];
  const struct {
    const char* key;
    const char* name;
  } names[] = {
    {"kind", NAME(kinds, c->kind)},
    {"rel", NAME(rels, c->rel)},
    {"voice", NAME(voices, c->voice)},
    {"tense", NAME(tenses, c->tense)},
    {"modality", NAME(modalities, c->modality)},
  };
  const struct {
    const char* key;
    uint32_t    word;
  } words[] = {
    {"light", c->light},
    {"aux", c->aux},
    {"marker", c->marker},
    {"negation", c->negation},
    {"of", c->parent == KB_NONE ? KB_NONE : s->doc->clauses.v[c->parent].predicate},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
    if (named(key, names[i].key)) {
      return named(value, names[i].name);
    }
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    if (named(key, words[i].key)) {
      return is_form(s->doc, words[i].word, value);
    }
  }
  return argument_meets(s, key, value);
}

/** \name Facts of words: relation(word,head) */

static bool relation_meets(const kb_doc* doc, kb_str fact)
{
  kb_str       rest     = fact;
  const kb_str relation = next_field(&rest, '('), word = next_field(&rest, ','), head = next_field(&rest, ')');
  for (uint32_t w = 0; w < doc->words.n; ++w) {
    if (is_form(doc, w, word) && is_form(doc, doc->words.v[w].head, head) &&
        kb_str_eq(kb_str_of(kb_deprel_name(doc->words.v[w].deprel)), relation)) {
      return true;
    }
  }
  return false;
}

static bool fact_meets(const seen* s, kb_str fact)
{
  if (kb_str_ends(fact, KB_STR(")"))) {
    return relation_meets(s->doc, fact);
  }
  if (s->clause == KB_NONE) {
    return false;
  }
  const kb_clause* c     = &s->doc->clauses.v[s->clause];
  kb_str           value = fact;
  const kb_str     key   = next_field(&value, '=');
  if (!value.n) {
    return named(key, "negative")   ? c->negative
           : named(key, "positive") ? !c->negative
                                    : named(key, "neither") && c->neither;
  }
  return clause_meets(s, key, value);
}

/** \name Telling */

static void tell_word(const kb_doc* doc, uint32_t word, const char* key, kb_buf* out)
{
  if (word != KB_NONE) {
    kb_buf_printf(out, " %s=", key);
    kb_buf_add(out, doc->words.v[word].form);
  }
}

static void tell_clause(const kb_doc* doc, const kb_clause* c, kb_buf* out)
{
  tell_word(doc, c->predicate, "\n    ", out);
  kb_buf_printf(out, " kind=%s rel=%s voice=%s tense=%s modality=%s %s", NAME(kinds, c->kind), NAME(rels, c->rel),
                NAME(voices, c->voice), NAME(tenses, c->tense), NAME(modalities, c->modality),
                c->negative ? "negative" : "positive");
  tell_word(doc, c->parent == KB_NONE ? KB_NONE : doc->clauses.v[c->parent].predicate, "of", out);
  tell_word(doc, c->light, "light", out);
  tell_word(doc, c->aux, "aux", out);
  tell_word(doc, c->marker, "marker", out);
  for (uint32_t i = c->first_arg; i < c->first_arg + c->n_args; ++i) {
    const kb_arg* a = &doc->args.v[i];
    tell_word(doc, word_of(doc, a), NAME(roles, a->role), out);
    if (a->prep != KB_NONE) {
      kb_buf_byte(out, '/');
      kb_buf_add(out, doc->words.v[a->prep].lemma);
    }
  }
}

static void tell_relations(const kb_doc* doc, kb_buf* out)
{
  kb_buf_text(out, "\n     ");
  for (uint32_t w = 0; w < doc->words.n; ++w) {
    const kb_word* x = &doc->words.v[w];
    kb_buf_printf(out, " %s(", kb_deprel_name(x->deprel));
    kb_buf_add(out, x->form);
    kb_buf_byte(out, ',');
    kb_buf_add(out, x->head == KB_NONE ? KB_STR("none") : doc->words.v[x->head].form);
    kb_buf_byte(out, ')');
  }
}

static void run(tap* t, kb_str line)
{
  const kb_str key = line, sentence = next_field(&line, '\t'), predicate = next_field(&line, '\t'), facts = line;
  char         text[2048];
  snprintf(text, sizeof text, "%.*s", (int)sentence.n, sentence.p);
  const kb_doc doc     = analyse(text, KB_STAGE_SYNTAX);
  const seen   s       = {&doc, kb_str_eq(predicate, KB_STR("-")) ? KB_NONE : clause_of(&doc, predicate)};
  kb_buf       instead = {0};
  kb_str       unmet   = KB_STR("");
  for (kb_str rest = facts; rest.n && !unmet.n;) {
    const kb_str fact = next_field(&rest, ' ');
    unmet             = fact.n && !fact_meets(&s, fact) ? fact : unmet;
  }
  for (uint32_t c = 0; c < doc.clauses.n; ++c) {
    tell_clause(&doc, &doc.clauses.v[c], &instead);
  }
  tell_relations(&doc, &instead);
  tap_result(t, !unmet.n, key, "%.*s\n    %.*s: %.*s expected, found%.*s", (int)sentence.n, sentence.p,
             (int)predicate.n, predicate.p, (int)unmet.n, unmet.p, (int)instead.n, instead.p);
  kb_buf_release(&instead);
}

int main(void)
{
  return run_lines("tests/syntax/clauses.txt", "tests/syntax/pending.txt", run);
}
