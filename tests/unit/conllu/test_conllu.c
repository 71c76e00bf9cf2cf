#include "../../support/unit.h"

#include "khabar/conllu.h"

/// One sentence of tokens; the word with a clitic is token 1.
static const char text[] = "قال للوفد نعم.";

typedef struct kb_fixture {
  kb_arena* arena;
  kb_doc    doc;
  kb_buf    out;
} kb_fixture;

static void add_token(kb_doc* doc, uint32_t start, uint32_t end, bool space_before)
{
  kb_token* t     = kb_array_push(doc->arena, &doc->tokens);
  t->span         = (kb_span){start, end};
  t->first_word   = doc->words.n;
  t->space_before = space_before;
  t->pair         = KB_NONE;
}

static kb_word* add_word(kb_doc* doc, uint32_t start, uint32_t end, const char* form, unsigned upos, uint32_t head)
{
  kb_word* w    = kb_array_push(doc->arena, &doc->words);
  w->span       = (kb_span){start, end};
  w->form       = kb_str_of(form);
  w->lemma      = kb_str_of(form);
  w->token      = doc->tokens.n - 1;
  w->feats.upos = upos & 31u;
  w->head       = head;
  w->deprel     = KB_DEP;
  ++doc->tokens.v[w->token].n_words;
  return w;
}

static int make(void** state)
{
  kb_fixture* f = calloc(1, sizeof *f);
  f->arena      = kb_arena_new(0);
  kb_doc* doc   = &f->doc;
  if (kb_doc_init(doc, f->arena, KB_STR("t"), kb_str_of(text), NULL) != KB_OK) {
    return -1;
  }
  add_token(doc, 0, 6, false);
  add_word(doc, 0, 6, "قال", KB_VERB, KB_NONE);
  add_token(doc, 7, 17, true);
  add_word(doc, 7, 9, "ل", KB_ADP, 2);
  add_word(doc, 9, 17, "الوفد", KB_NOUN, 0);
  add_token(doc, 18, 24, true);
  add_word(doc, 18, 24, "نعم", KB_INTJ, 0);
  add_token(doc, 24, 25, false);
  add_word(doc, 24, 25, ".", KB_PUNCT, 0);
  kb_sentence* s = kb_array_push(f->arena, &doc->sentences);
  s->span        = (kb_span){0, 25};
  s->n_tokens    = doc->tokens.n;
  s->n_words     = doc->words.n;
  *state         = f;
  return 0;
}

static int drop(void** state)
{
  kb_fixture* f = *state;
  kb_buf_release(&f->out);
  kb_arena_free(f->arena);
  free(f);
  return 0;
}

static void assert_conllu(kb_fixture* f, const char* expected)
{
  const size_t used = kb_arena_used(f->arena);
  kb_buf_reset(&f->out);
  assert_int_equal(kb_conllu_write(&f->doc, &f->out, NULL), KB_OK);
  assert_int_equal(kb_arena_used(f->arena), used);
  kb_buf_byte(&f->out, '\0');
  assert_string_equal(f->out.p, expected);
}

#define HEAD "# newdoc id = t\n# global.Entity = eid-etype\n# sent_id = t-s1\n# text = قال للوفد نعم.\n"

static void words_and_clitics(void** state)
{
  kb_fixture* f            = *state;
  kb_word*    said         = &f->doc.words.v[0];
  said->feats.aspect       = KB_PERFECT;
  said->feats.person       = 3;
  said->feats.gender       = KB_MASC;
  said->feats.number       = KB_SING;
  said->feats.verbform     = KB_FIN;
  said->feats.voice        = KB_ACTIVE;
  said->deprel             = KB_ROOT;
  f->doc.words.v[1].deprel = KB_CASE;
  f->doc.words.v[2].deprel = KB_OBL;
  assert_conllu(
    f, HEAD "1\tقال\tقال\tVERB\t_\tAspect=Perf|Gender=Masc|Number=Sing|Person=3|VerbForm=Fin|Voice=Act\t0\troot\t_\t"
            "TokenRange=0:3\n"
            "2-3\tللوفد\t_\t_\t_\t_\t_\t_\t_\tTokenRange=4:9\n"
            "2\tل\tل\tADP\t_\t_\t3\tcase\t_\t_\n"
            "3\tالوفد\tالوفد\tNOUN\t_\t_\t1\tobl\t_\t_\n"
            "4\tنعم\tنعم\tINTJ\t_\t_\t1\tdep\t_\tSpaceAfter=No|TokenRange=10:13\n"
            "5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\tTokenRange=13:14\n\n");
}

/// Heads of the words as printed, "2 0 1".
static void assert_heads(kb_fixture* f, const char* expected)
{
  kb_buf heads = {0};
  kb_buf_reset(&f->out);
  assert_int_equal(kb_conllu_write(&f->doc, &f->out, NULL), KB_OK);
  kb_buf_byte(&f->out, '\0');
  for (const char* line = f->out.p; *line; line = strchr(line, '\n') + 1) {
    const char* field = line;
    if (*line < '0' || *line > '9' || strcspn(line, "-") < strcspn(line, "\t")) {
      continue;
    }
    for (int i = 0; i < 6; ++i) {
      field = strchr(field, '\t') + 1;
    }
    kb_buf_text(&heads, heads.n ? " " : "");
    kb_buf_add(&heads, (kb_str){field, strcspn(field, "\t")});
  }
  kb_buf_byte(&heads, '\0');
  assert_string_equal(heads.p, expected);
  kb_buf_release(&heads);
}

static void set_heads(kb_fixture* f, const uint32_t heads[5])
{
  for (int i = 0; i < 5; ++i) {
    f->doc.words.v[i].head = heads[i];
  }
}

static void every_sentence_is_a_tree(void** state)
{
  static const struct {
    uint32_t    heads[5];
    const char* expected;
  } cases[] = {
    {{KB_NONE, 2, 0, 0, 0}, "0 3 1 1 1"},                         // a tree stays
    {{KB_NONE, KB_NONE, KB_NONE, KB_NONE, KB_NONE}, "0 1 1 1 1"}, // no syntax
    {{0, 1, 2, 3, 4}, "0 1 1 1 1"},                               // each its own head
    {{1, 0, 0, 0, 0}, "0 1 1 1 1"},                               // a circle without a root
    {{1, 2, 0, KB_NONE, 3}, "4 3 1 0 4"},                         // a circle of three beside the root
    {{77, 0, 0, 0, 0}, "0 1 1 1 1"},                              // head outside the article
  };
  kb_fixture* f = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    set_heads(f, cases[i].heads);
    assert_heads(f, cases[i].expected);
  }
}

static void add_mention(kb_doc* doc, uint32_t first, uint32_t last, uint32_t entity)
{
  kb_mention* m = kb_array_push(doc->arena, &doc->mentions);
  m->first      = first;
  m->last       = last;
  m->entity     = entity;
}

static void nested_entities_are_bracketed(void** state)
{
  kb_fixture* f   = *state;
  kb_doc*     doc = &f->doc;
  kb_entity*  e   = kb_array_push(f->arena, &doc->entities);
  e->type         = KB_ENT_PERSON;
  kb_entity* e2   = kb_array_push(f->arena, &doc->entities);
  e2->type        = KB_ENT_GROUP;
  add_mention(doc, 0, 0, 0);
  add_mention(doc, 0, 2, 1);
  add_mention(doc, 2, 2, 0);
  add_mention(doc, 3, 3, KB_NONE); // unresolved
  kb_buf_reset(&f->out);
  assert_int_equal(kb_conllu_write(doc, &f->out, NULL), KB_OK);
  kb_buf_byte(&f->out, '\0');
  assert_non_null(strstr(f->out.p, "\tEntity=(e2-group(e1-person)|TokenRange=0:3\n"));
  assert_non_null(strstr(f->out.p, "\tEntity=(e1-person)e2)\n"));
  assert_null(strstr(f->out.p, "Entity=|"));
}

static void every_ceiling_ends_in_nomem(void** state)
{
  kb_fixture* f = *state;
  for (size_t limit = 1;; limit += 8) {
    kb_buf    out      = {0};
    kb_arena* arena    = kb_arena_new(limit);
    kb_doc    doc      = f->doc;
    doc.arena          = arena;
    const kb_status st = kb_conllu_write(&doc, &out, NULL);
    kb_buf_release(&out);
    kb_arena_free(arena);
    if (st == KB_OK) {
      assert_true(limit > 40);
      return;
    }
    assert_int_equal(st, KB_E_NOMEM);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(words_and_clitics, make, drop),
    cmocka_unit_test_setup_teardown(every_sentence_is_a_tree, make, drop),
    cmocka_unit_test_setup_teardown(nested_entities_are_bracketed, make, drop),
    cmocka_unit_test_setup_teardown(every_ceiling_ends_in_nomem, make, drop),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
