#include "graph_internal.h"

#include <stdlib.h>

raptor_world* kb_graph_world_new(void)
{
  raptor_world* world = raptor_new_world();
  if (world && (raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_URI_INTERNING, 0) || raptor_world_open(world))) {
    raptor_free_world(world);
    return NULL;
  }
  return world;
}

static bool base_ok(kb_str base)
{
  return kb_graph_is_iri(base) && (kb_str_ends(base, KB_STR("/")) || kb_str_ends(base, KB_STR("#")));
}

kb_graph* kb_graph_new(raptor_world* world, kb_str base, size_t limit, kb_error* err)
{
  if (!base_ok(base)) {
    kb_error_set(err, KB_E_USAGE, NULL, 0, "base is not an absolute ASCII IRI that ends with / or #: %.*s",
                 (int)(base.n < 100 ? base.n : 100), base.p);
    return NULL;
  }
  kb_graph* graph = calloc(1, sizeof *graph);
  if (graph) {
    graph->world = world;
    graph->arena = kb_arena_new(limit);
    kb_buf_add(&graph->base, base);
  }
  if (!graph || !graph->arena || graph->base.failed || !kb_graph__make_vocab(graph)) {
    kb_graph_free(graph);
    kb_error_nomem(err);
    return NULL;
  }
  kb_graph_begin(graph, KB_STR("0"));
  return graph;
}

void kb_graph_free(kb_graph* graph)
{
  if (!graph) {
    return;
  }
  kb_graph__drop_terms(graph);
  kb_graph__drop_vocab(graph);
  free(graph->node_table.slots);
  free(graph->statement_table.slots);
  kb_buf_release(&graph->base);
  kb_buf_release(&graph->article);
  kb_buf_release(&graph->scratch);
  kb_arena_free(graph->arena);
  free(graph);
}

static void forget(kb_graph* graph)
{
  kb_graph__drop_terms(graph);
  kb_graph__table_reset(&graph->node_table);
  kb_graph__table_reset(&graph->statement_table);
  memset(&graph->nodes, 0, sizeof graph->nodes);
  memset(&graph->statements, 0, sizeof graph->statements);
  kb_arena_reset(graph->arena);
  graph->name       = NULL;
  graph->n_subjects = 0;
  graph->error      = (kb_error){0};
  ++graph->number;
}

void kb_graph_begin(kb_graph* graph, kb_str id)
{
  forget(graph);
  kb_buf_reset(&graph->article);
  kb_buf_add(&graph->article, kb_buf_as_str(&graph->base));
  kb_buf_text(&graph->article, "article/");
  kb_graph__encode(&graph->article, id);
  if (graph->article.failed) {
    kb_graph_fail(graph, KB_E_NOMEM, "out of memory");
  }
}

void kb_graph_set_name(kb_graph* graph, raptor_term* name)
{
  graph->name = name;
}

void kb_graph_fail(kb_graph* graph, kb_status status, const char* what)
{
  kb_error_set(&graph->error, status, NULL, 0, "%s", what);
}

/** \name Statements */

static uint64_t hash_of_terms(const raptor_term* s, const raptor_term* p, const raptor_term* o)
{
  const uint64_t a = ((const kb_node*)s)->hash;
  const uint64_t b = ((const kb_node*)p)->hash;
  const uint64_t c = ((const kb_node*)o)->hash;
  uint64_t       h = (a * 0x9e3779b97f4a7c15u + b) * 0x9e3779b97f4a7c15u + c;
  h ^= h >> 32;
  return h * 0x9e3779b97f4a7c15u;
}

static uint64_t hash_of_statement(const kb_graph* graph, uint32_t i)
{
  const raptor_statement* st = &graph->statements.v[i];
  return hash_of_terms(st->subject, st->predicate, st->object);
}

/// The slot of a statement, free if it is new.
static uint32_t* slot_of(const kb_graph* graph, const raptor_term* s, const raptor_term* p, const raptor_term* o)
{
  const kb_table* table = &graph->statement_table;
  size_t          i     = (size_t)hash_of_terms(s, p, o) & (table->cap - 1);
  while (table->slots[i]) {
    const raptor_statement* st = &graph->statements.v[table->slots[i] - 1];
    if (st->subject == s && st->predicate == p && st->object == o) {
      break;
    }
    i = (i + 1) & (table->cap - 1);
  }
  return &table->slots[i];
}

bool kb_graph_is_described(const kb_graph* graph, const raptor_term* term)
{
  return term && ((const kb_node*)term)->article == graph->number;
}

static void rank_subject(kb_graph* graph, raptor_term* subject)
{
  kb_node* node = (kb_node*)subject;
  if (node->article != graph->number) {
    node->article = graph->number;
    node->rank    = graph->n_subjects++;
  }
}

void kb_graph_add(kb_graph* graph, raptor_term* subject, raptor_term* predicate, raptor_term* object)
{
  if (!subject || !predicate || !object || graph->error.status != KB_OK) {
    return;
  }
  if (!kb_graph__table_grow(&graph->statement_table, hash_of_statement, graph)) {
    kb_graph_fail(graph, KB_E_NOMEM, "out of memory");
    return;
  }
  uint32_t* slot = slot_of(graph, subject, predicate, object);
  if (*slot) {
    return;
  }
  raptor_statement* st = kb_array_push(graph->arena, &graph->statements);
  if (!st) {
    kb_graph_fail(graph, KB_E_NOMEM, "the graph of the article is too large");
    return;
  }
  raptor_statement_init(st, graph->world);
  st->subject   = subject;
  st->predicate = predicate;
  st->object    = object;
  *slot         = graph->statements.n;
  ++graph->statement_table.n;
  rank_subject(graph, subject);
}

void kb_graph_put(kb_graph* graph, raptor_term* subject, kb_vocab predicate, raptor_term* object)
{
  if (subject && object) {
    kb_graph_add(graph, subject, kb_graph_vocab(graph, predicate), object);
  }
}

void kb_graph_tag(kb_graph* graph, raptor_term* subject, kb_vocab predicate, kb_vocab object)
{
  kb_graph_put(graph, subject, predicate, kb_graph_vocab(graph, object));
}

/// Counting sort by the rank of the subject, which keeps the order of equals.
static bool sort(kb_graph* graph)
{
  const uint32_t    n     = graph->statements.n;
  uint32_t*         first = kb_arena_array(graph->arena, (size_t)graph->n_subjects + 1, sizeof *first);
  raptor_statement* to    = kb_arena_array(graph->arena, n, sizeof *to);
  if (!first || !to) {
    return false;
  }
  for (uint32_t i = 0; i < n; ++i) {
    ++first[((const kb_node*)graph->statements.v[i].subject)->rank + 1];
  }
  for (uint32_t r = 0; r < graph->n_subjects; ++r) {
    first[r + 1] += first[r];
  }
  for (uint32_t i = 0; i < n; ++i) {
    raptor_statement* st                             = &graph->statements.v[i];
    st->graph                                        = graph->name;
    to[first[((const kb_node*)st->subject)->rank]++] = *st;
  }
  graph->statements.v   = to;
  graph->statements.cap = n;
  return true;
}

kb_status kb_graph_finish(kb_graph* graph, kb_error* err)
{
  if (graph->error.status == KB_OK && !sort(graph)) {
    kb_graph_fail(graph, KB_E_NOMEM, "the graph of the article is too large");
  }
  if (graph->error.status == KB_OK) {
    return KB_OK;
  }
  return kb_error_set(err, graph->error.status, NULL, 0, "%s", graph->error.text);
}

size_t kb_graph_count(const kb_graph* graph)
{
  return graph->statements.n;
}

const raptor_statement* kb_graph_at(const kb_graph* graph, size_t i)
{
  return &graph->statements.v[i];
}
