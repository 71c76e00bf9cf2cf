#include "explain_internal.h"

/** \name Facts by sentence */

static bool init_lists(kb_lists* lists, kb_arena* arena, uint32_t n_sentences, uint32_t n_facts)
{
  lists->first = kb_arena_array(arena, n_sentences, sizeof(uint32_t));
  lists->next  = kb_arena_array(arena, n_facts, sizeof(uint32_t));
  for (uint32_t i = 0; lists->first && i < n_sentences; ++i) {
    lists->first[i] = KB_NONE;
  }
  return lists->first && lists->next;
}

/// Facts are entered from the last to the first, so that the lists keep their order.
static void enter(kb_lists* lists, uint32_t n_sentences, uint32_t sentence, uint32_t fact)
{
  if (sentence < n_sentences) {
    lists->next[fact]      = lists->first[sentence];
    lists->first[sentence] = fact;
  }
}

static kb_status fill(kb_teller* t)
{
  const kb_doc*  doc = t->doc;
  const uint32_t n   = doc->sentences.n;
  t->triggers        = kb_arena_array(doc->arena, doc->words.n, sizeof(uint32_t));
  if (!t->triggers || !init_lists(&t->claims, doc->arena, n, doc->claims.n) ||
      !init_lists(&t->quotes, doc->arena, n, doc->quotes.n)) {
    return KB_E_NOMEM;
  }
  for (uint32_t i = doc->claims.n; i-- > 0;) {
    const kb_claim* c = &doc->claims.v[i];
    enter(&t->claims, n, c->sentence, i);
    if (c->trigger < doc->words.n) {
      t->triggers[c->trigger] = i + 1;
    }
  }
  for (uint32_t i = doc->quotes.n; i-- > 0;) {
    enter(&t->quotes, n, doc->quotes.v[i].sentence, i);
  }
  return KB_OK;
}

/** \name Sentences with marks */

/// The outermost mention that begins at this word and has an entity.
static uint32_t mention_at(const kb_doc* doc, uint32_t* next, uint32_t word)
{
  uint32_t best = KB_NONE;
  while (*next < doc->mentions.n && doc->mentions.v[*next].first < word) {
    ++*next;
  }
  for (uint32_t i = *next; i < doc->mentions.n && doc->mentions.v[i].first == word; ++i) {
    const kb_mention* m = &doc->mentions.v[i];
    if (m->entity != KB_NONE && (best == KB_NONE || m->last > doc->mentions.v[best].last)) {
      best = i;
    }
  }
  return best;
}

static void put_text(kb_buf* out, kb_str text, uint32_t from, uint32_t to)
{
  for (uint32_t i = from; i < to; ++i) {
    kb_buf_byte(out, text.p[i] == '\n' ? ' ' : text.p[i]);
  }
}

/// Triggers as [3:رفض], entities as {كيري}.
static void put_sentence(const kb_teller* t, const kb_sentence* s, uint32_t* next_mention)
{
  const kb_doc* doc  = t->doc;
  uint32_t      at   = s->span.start;
  uint32_t      last = KB_NONE; // word that ends the open mention
  for (uint32_t w = s->first_word; w < s->first_word + s->n_words; ++w) {
    const kb_span  span    = doc->words.v[w].span;
    const uint32_t mention = last == KB_NONE ? mention_at(doc, next_mention, w) : KB_NONE;
    if (span.start < at || span.end < span.start) {
      continue;
    }
    put_text(t->out, doc->text, at, span.start);
    if (mention != KB_NONE) {
      kb_buf_byte(t->out, '{');
      last = doc->mentions.v[mention].last;
    }
    if (t->triggers[w]) {
      kb_buf_printf(t->out, "[%u:", t->triggers[w]);
    }
    put_text(t->out, doc->text, span.start, span.end);
    at = span.end;
    if (t->triggers[w]) {
      kb_buf_byte(t->out, ']');
    }
    if (last == w) {
      kb_buf_byte(t->out, '}');
      last = KB_NONE;
    }
  }
  put_text(t->out, doc->text, at, s->span.end);
  kb_buf_text(t->out, last == KB_NONE ? "\n" : "}\n");
}

/** \name The article */

static void put_head(const kb_teller* t)
{
  const kb_doc* doc = t->doc;
  kb_buf_printf(t->out, "=== %.*s", (int)doc->id.n, doc->id.p);
  if (doc->published.year) {
    kb_buf_printf(t->out, ", %04d-%02d-%02d", doc->published.year, doc->published.month, doc->published.day);
  }
  if (doc->publisher.n) {
    kb_buf_printf(t->out, ", %.*s", (int)doc->publisher.n, doc->publisher.p);
  }
  kb_buf_text(t->out, " ===\n");
}

/// Has the role been told already, from another sentence?
static bool is_told(const kb_doc* doc, uint32_t role)
{
  const kb_role* r = &doc->roles.v[role];
  for (uint32_t i = 0; i < role; ++i) {
    const kb_role* o = &doc->roles.v[i];
    if (o->person == r->person && o->organization == r->organization && o->former == r->former &&
        kb_str_eq(o->role_ar, r->role_ar)) {
      return true;
    }
  }
  return false;
}

static bool is_same_object(const kb_doc* doc, const kb_headline* a, const kb_headline* b)
{
  if (a->object_kind != b->object_kind) {
    return false;
  }
  return a->object == b->object ||
         (a->object_kind == KB_OBJECT_TOPIC && kb_str_eq(doc->topics.v[a->object].slug, doc->topics.v[b->object].slug));
}

/// Has the triple been told already, from another event?
static bool is_told_triple(const kb_doc* doc, uint32_t headline)
{
  const kb_headline* h = &doc->headlines.v[headline];
  for (uint32_t i = 0; i < headline; ++i) {
    const kb_headline* o = &doc->headlines.v[i];
    if (o->subject == h->subject && kb_str_eq(o->predicate, h->predicate) && is_same_object(doc, o, h)) {
      return true;
    }
  }
  return false;
}

static void put_all(const kb_teller* t)
{
  const kb_doc* doc  = t->doc;
  uint32_t      next = 0;
  put_head(t);
  for (uint32_t i = 0; i < doc->sentences.n; ++i) {
    if (t->claims.first[i] == KB_NONE && t->quotes.first[i] == KB_NONE) {
      continue;
    }
    kb_buf_byte(t->out, '\n');
    put_sentence(t, &doc->sentences.v[i], &next);
    for (uint32_t c = t->claims.first[i]; c != KB_NONE; c = t->claims.next[c]) {
      kb_explain__claim(t, c + 1, &doc->claims.v[c]);
    }
    for (uint32_t q = t->quotes.first[i]; q != KB_NONE; q = t->quotes.next[q]) {
      kb_explain__quote(t, &doc->quotes.v[q]);
    }
  }
  kb_buf_text(t->out, doc->roles.n ? "\nRoles\n" : "");
  for (uint32_t i = 0; i < doc->roles.n; ++i) {
    if (!is_told(doc, i)) {
      kb_explain__role(t, &doc->roles.v[i]);
    }
  }
  kb_buf_text(t->out, doc->headlines.n ? "\nHeadline triples\n" : "");
  for (uint32_t i = 0; i < doc->headlines.n; ++i) {
    if (!is_told_triple(doc, i)) {
      kb_explain__headline(t, &doc->headlines.v[i]);
    }
  }
  kb_buf_byte(t->out, '\n');
}

kb_status kb_explain_write(const kb_doc* doc, const kb_lexicon* lex, kb_buf* out, kb_error* err)
{
  const kb_mark   mark   = kb_arena_mark(doc->arena);
  kb_teller       teller = {.doc = doc, .lex = lex, .out = out};
  const kb_status st     = fill(&teller);
  if (st == KB_OK) {
    put_all(&teller);
  }
  kb_arena_rewind(doc->arena, mark);
  return st == KB_OK && !out->failed ? KB_OK : kb_error_nomem(err);
}
