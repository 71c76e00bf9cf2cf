#include "conllu_internal.h"

typedef struct kb_writer {
  const kb_doc*      doc;
  kb_buf*            out;
  kb_marks           marks;
  const kb_sentence* sentence;
  kb_hook*           hooks; ///< of the words of the sentence
} kb_writer;

/// A field: no tabs and line ends, "_" for nothing.
static void put_field(kb_buf* out, kb_str s)
{
  if (!s.n) {
    kb_buf_byte(out, '_');
  } else if (kb_buf_reserve(out, s.n)) {
    for (size_t i = 0; i < s.n; ++i) {
      out->p[out->n + i] = s.p[i] == '\t' || s.p[i] == '\n' ? ' ' : s.p[i];
    }
    out->n += s.n;
  }
}

/// Is the next token of the sentence joined to this one?
static bool is_joined(const kb_doc* doc, uint32_t token)
{
  const uint32_t next = token + 1;
  return next < doc->tokens.n && doc->tokens.v[next].sentence == doc->tokens.v[token].sentence && //
         !doc->tokens.v[next].space_before;
}

/// The sentence as its tokens make it, whatever blanks stand between them in the article.
static void put_text(const kb_writer* w)
{
  const uint32_t first = w->sentence->first_token, n = w->sentence->n_tokens;
  for (uint32_t i = first; i < first + n; ++i) {
    put_field(w->out, kb_doc_cut(w->doc, w->doc->tokens.v[i].span));
    kb_buf_text(w->out, i + 1 < first + n && !is_joined(w->doc, i) ? " " : "");
  }
}

/// MISC of a token, or of its only word.
static void put_token_misc(const kb_writer* w, uint32_t token)
{
  const kb_doc*   doc    = w->doc;
  const kb_token* t      = &doc->tokens.v[token];
  const bool      joined = is_joined(doc, token);
  kb_buf_add(w->out, joined ? KB_STR("SpaceAfter=No|TokenRange=") : KB_STR("TokenRange="));
  const uint32_t start = kb_points_at(&doc->points, t->span.start);
  kb_buf_number(w->out, start);
  kb_buf_byte(w->out, ':');
  kb_buf_number(w->out, (int64_t)(start + kb_text_length(kb_doc_cut(doc, t->span))));
}

static void put_word(const kb_writer* w, uint32_t word, bool whole_token)
{
  const kb_doc*  doc   = w->doc;
  const kb_word* v     = &doc->words.v[word];
  const uint32_t local = word - w->sentence->first_word;
  kb_buf*        out   = w->out;
  kb_buf_number(out, (int64_t)local + 1);
  kb_buf_byte(out, '\t');
  put_field(out, whole_token ? kb_doc_cut(doc, doc->tokens.v[v->token].span) : v->form);
  kb_buf_byte(out, '\t');
  put_field(out, v->lemma);
  kb_buf_byte(out, '\t');
  kb_buf_text(out, kb_upos_name(v->feats.upos));
  kb_buf_add(out, KB_STR("\t_\t"));
  kb_conllu__feats(v, out);
  kb_buf_byte(out, '\t');
  kb_buf_number(out, w->hooks[local].head);
  kb_buf_byte(out, '\t');
  kb_buf_text(out, kb_deprel_name(w->hooks[local].deprel));
  kb_buf_add(out, KB_STR("\t_\t"));
  const bool marked = kb_conllu__marks_put(&w->marks, word, out);
  if (whole_token) {
    kb_buf_text(out, marked ? "|" : "");
    put_token_misc(w, v->token);
  } else if (!marked) {
    kb_buf_byte(out, '_');
  }
  kb_buf_byte(out, '\n');
}

static void put_token(const kb_writer* w, uint32_t token)
{
  const kb_token* t     = &w->doc->tokens.v[token];
  const uint32_t  first = t->first_word - w->sentence->first_word + 1;
  if (t->n_words > 1) {
    kb_buf_number(w->out, first);
    kb_buf_byte(w->out, '-');
    kb_buf_number(w->out, (int64_t)first + t->n_words - 1);
    kb_buf_byte(w->out, '\t');
    put_field(w->out, kb_doc_cut(w->doc, t->span));
    kb_buf_text(w->out, "\t_\t_\t_\t_\t_\t_\t_\t");
    put_token_misc(w, token);
    kb_buf_byte(w->out, '\n');
  }
  for (uint32_t i = 0; i < t->n_words; ++i) {
    put_word(w, t->first_word + i, t->n_words == 1);
  }
}

static kb_status put_sentence(kb_writer* w, uint32_t number)
{
  const kb_doc*  doc  = w->doc;
  const kb_mark  mark = kb_arena_mark(doc->arena);
  const uint32_t n    = w->sentence->n_words;
  uint8_t*       seen = kb_arena_array(doc->arena, n, 1);
  w->hooks            = kb_arena_array(doc->arena, n, sizeof *w->hooks);
  if (!seen || !w->hooks) {
    return KB_E_NOMEM;
  }
  kb_conllu__tree(doc, w->sentence, w->hooks, seen);
  kb_buf_text(w->out, "# sent_id = ");
  put_field(w->out, doc->id);
  kb_buf_text(w->out, "-s");
  kb_buf_number(w->out, number);
  kb_buf_text(w->out, "\n# text = ");
  put_text(w);
  kb_buf_byte(w->out, '\n');
  for (uint32_t i = 0; i < w->sentence->n_tokens; ++i) {
    put_token(w, w->sentence->first_token + i);
  }
  kb_buf_byte(w->out, '\n');
  kb_arena_rewind(doc->arena, mark);
  return KB_OK;
}

kb_status kb_conllu_write(const kb_doc* doc, kb_buf* out, kb_error* err)
{
  const kb_mark mark = kb_arena_mark(doc->arena);
  kb_writer     w    = {.doc = doc, .out = out};
  kb_status     st   = kb_conllu__marks_init(&w.marks, doc);
  uint32_t      n    = 0;
  for (uint32_t i = 0; i < doc->sentences.n && st == KB_OK; ++i) {
    w.sentence = &doc->sentences.v[i];
    if (w.sentence->n_words == 0) {
      continue;
    }
    if (n++ == 0) {
      kb_buf_text(out, "# newdoc id = ");
      put_field(out, doc->id);
      kb_buf_text(out, "\n# global.Entity = eid-etype\n");
    }
    st = put_sentence(&w, n);
  }
  kb_arena_rewind(doc->arena, mark);
  return st == KB_OK && !out->failed ? KB_OK : kb_error_nomem(err);
}
