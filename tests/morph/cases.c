/// Every line of cases.txt is a test: how a word is cut and read in its sentence.
#include "../support/lines.h"

typedef struct word_case {
  kb_str sentence, word, parts, upos, lemma;
} word_case;

/// The first token that is printed so; KB_NONE.
static uint32_t token_of(const kb_doc* doc, kb_str word)
{
  for (uint32_t i = 0; i < doc->tokens.n; ++i) {
    if (kb_str_eq(kb_doc_cut(doc, doc->tokens.v[i].span), word)) {
      return i;
    }
  }
  return KB_NONE;
}

/// The words of a token: forms joined by +, then part of speech and lemma of the main one.
static void tell(const kb_doc* doc, const kb_token* t, kb_buf* parts, kb_str* upos, kb_str* lemma)
{
  uint32_t main = t->first_word;
  for (uint32_t w = t->first_word; w < t->first_word + t->n_words; ++w) {
    kb_buf_text(parts, parts->n ? "+" : "");
    kb_buf_add(parts, doc->words.v[w].form);
    main = doc->words.v[w].clitic == KB_CLITIC_NONE ? w : main;
  }
  *upos  = kb_str_of(kb_upos_name(doc->words.v[main].feats.upos));
  *lemma = doc->words.v[main].lemma;
}

static bool met(kb_str expected, kb_str found)
{
  return kb_str_eq(expected, KB_STR("-")) || kb_str_eq(expected, found);
}

static void run(tap* t, kb_str line)
{
  const kb_str key = line;
  word_case    c   = {.sentence = next_field(&line, '\t')};
  c.word           = next_field(&line, '\t');
  c.parts          = next_field(&line, '\t');
  c.upos           = next_field(&line, '\t');
  c.lemma          = line;
  char sentence[1024];
  snprintf(sentence, sizeof sentence, "%.*s", (int)c.sentence.n, c.sentence.p);
  const kb_doc   doc   = analyse(sentence, KB_STAGE_MORPH);
  const uint32_t token = token_of(&doc, c.word);
  if (token == KB_NONE) {
    tap_result(t, false, key, "no such word in the sentence");
    return;
  }
  kb_buf parts = {0};
  kb_str upos, lemma;
  tell(&doc, &doc.tokens.v[token], &parts, &upos, &lemma);
  const bool good = met(c.parts, kb_buf_as_str(&parts)) && met(c.upos, upos) && met(c.lemma, lemma);
  tap_result(t, good, key, "%.*s: %.*s %.*s %.*s expected, found %.*s %.*s %.*s", (int)c.word.n, c.word.p,
             (int)c.parts.n, c.parts.p, (int)c.upos.n, c.upos.p, (int)c.lemma.n, c.lemma.p, (int)parts.n, parts.p,
             (int)upos.n, upos.p, (int)lemma.n, lemma.p);
  kb_buf_release(&parts);
}

int main(void)
{
  return run_lines("tests/morph/cases.txt", "tests/morph/pending.txt", run);
}
