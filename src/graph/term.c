#include "graph_internal.h"

#include <stdlib.h>

/** \name The terms of an article */

/// Kinds of literals other than a language or datatype, of which only the
/// address counts.
static const char plain_kind[] = "plain";
static const char arabic[]     = "ar";
static const char english[]    = "en";

static uint64_t hash_of_node(const kb_graph* graph, uint32_t i)
{
  return graph->nodes.v[i]->hash;
}

/// Eight bytes at a time, since IRIs are long. It may depend on the address
/// of the kind and on the machine: no order and no name comes from it.
static uint64_t hash_of_key(kb_str text, const void* kind)
{
  uint64_t h = text.n ^ ((uint64_t)(uintptr_t)kind * 0x9e3779b97f4a7c15u);
  for (size_t i = 0; i < text.n; i += 8) {
    uint64_t     block = 0;
    const size_t left  = text.n - i;
    memcpy(&block, text.p + i, left < 8 ? left : 8);
    h = (h ^ block) * 0x9fb21c651e98df25u;
    h ^= h >> 32;
  }
  return h * 0x9e3779b97f4a7c15u;
}

static uint32_t* slot_of(const kb_graph* graph, kb_str text, const void* kind, uint64_t hash)
{
  const kb_table* table = &graph->node_table;
  size_t          i     = (size_t)hash & (table->cap - 1);
  while (table->slots[i]) {
    const kb_node* node = graph->nodes.v[table->slots[i] - 1];
    if (node->hash == hash && node->kind == kind && kb_str_eq(node->text, text)) {
      break;
    }
    i = (i + 1) & (table->cap - 1);
  }
  return &table->slots[i];
}

static bool fill_iri(kb_graph* graph, kb_node* node, kb_str iri)
{
  raptor_uri* uri = raptor_new_uri_from_counted_string(graph->world, (const unsigned char*)iri.p, iri.n);
  if (!uri) {
    return false;
  }
  size_t      n;
  const char* p        = (const char*)raptor_uri_as_counted_string(uri, &n);
  node->term.type      = RAPTOR_TERM_TYPE_URI;
  node->term.value.uri = uri;
  node->text           = (kb_str){p, n};
  return true;
}

/// Line ends become LF, one character for one, so that offsets stay.
static bool fill_literal(kb_graph* graph, kb_node* node, kb_str text)
{
  char* p = kb_arena_alloc(graph->arena, text.n + 1);
  if (!p) {
    return false;
  }
  memcpy(p, text.p, text.n);
  for (char* cr = memchr(p, '\r', text.n); cr; cr = memchr(cr, '\r', text.n - (size_t)(cr - p))) {
    *cr = '\n';
  }
  node->term.type                     = RAPTOR_TERM_TYPE_LITERAL;
  node->term.value.literal.string     = (unsigned char*)p;
  node->term.value.literal.string_len = (unsigned)text.n;
  if (node->kind == arabic || node->kind == english) {
    // raptor's structure is not const, but it only reads the language
    node->term.value.literal.language     = (unsigned char*)(uintptr_t)node->kind;
    node->term.value.literal.language_len = 2;
  } else if (node->kind != plain_kind) {
    node->term.value.literal.datatype = (raptor_uri*)(uintptr_t)node->kind;
  }
  node->text = (kb_str){p, text.n};
  return true;
}

static kb_node* new_node(kb_graph* graph, kb_str text, const void* kind, uint64_t hash)
{
  kb_node** place = kb_array_push(graph->arena, &graph->nodes);
  kb_node*  node  = place ? kb_arena_alloc(graph->arena, sizeof *node) : NULL;
  if (!node) {
    graph->nodes.n -= place != NULL;
    return NULL;
  }
  node->term.world = graph->world;
  node->term.usage = 1;
  node->kind       = kind;
  node->hash       = hash;
  if (!(kind ? fill_literal(graph, node, text) : fill_iri(graph, node, text))) {
    --graph->nodes.n;
    return NULL;
  }
  return *place = node;
}

raptor_term* kb_graph__intern(kb_graph* graph, kb_str text, const void* kind)
{
  if (graph->error.status != KB_OK) {
    return NULL;
  }
  if (!kb_graph__table_grow(&graph->node_table, hash_of_node, graph)) {
    kb_graph_fail(graph, KB_E_NOMEM, "out of memory");
    return NULL;
  }
  const uint64_t hash = hash_of_key(text, kind);
  uint32_t*      slot = slot_of(graph, text, kind, hash);
  if (*slot) {
    return &graph->nodes.v[*slot - 1]->term;
  }
  kb_node* node = new_node(graph, text, kind, hash);
  if (!node) {
    kb_graph_fail(graph, KB_E_NOMEM, "the graph of the article is too large");
    return NULL;
  }
  *slot = graph->nodes.n;
  ++graph->node_table.n;
  return &node->term;
}

void kb_graph__drop_terms(kb_graph* graph)
{
  for (uint32_t i = 0; i < graph->nodes.n; ++i) {
    if (!graph->nodes.v[i]->kind) {
      raptor_free_uri(graph->nodes.v[i]->term.value.uri);
    }
  }
  graph->nodes.n = 0;
}

/** \name Literals */

static raptor_term* literal(kb_graph* graph, kb_str text, const void* kind)
{
  if (!text.n || !kind) {
    return NULL;
  }
  if (text.n > INT32_MAX || !kb_graph__text_ok(text)) {
    kb_graph_fail(graph, KB_E_INPUT,
                  text.n > INT32_MAX ? "a text of more than 2 GiB" : "a text that is not valid UTF-8");
    return NULL;
  }
  return kb_graph__intern(graph, text, kind);
}

raptor_term* kb_graph_arabic(kb_graph* graph, kb_str text)
{
  return literal(graph, text, arabic);
}

raptor_term* kb_graph_english(kb_graph* graph, kb_str text)
{
  return literal(graph, text, english);
}

raptor_term* kb_graph_string(kb_graph* graph, kb_str text)
{
  return literal(graph, text, plain_kind);
}

raptor_term* kb_graph_typed(kb_graph* graph, kb_str text, kb_vocab datatype)
{
  const raptor_term* type = kb_graph_vocab(graph, datatype);
  return type ? literal(graph, text, type->value.uri) : NULL;
}

enum { DIGITS = 48 };

/// Decimal digits of `n` to the end of `out`; returns where they begin.
static char* digits_of(uint64_t n, char* end)
{
  do {
    *--end = (char)('0' + n % 10);
    n /= 10;
  } while (n);
  return end;
}

static raptor_term* number(kb_graph* graph, int64_t n, kb_vocab datatype)
{
  char        text[DIGITS];
  char* const end = text + sizeof text;
  char*       p   = digits_of(n < 0 ? 0 - (uint64_t)n : (uint64_t)n, end);
  if (n < 0) {
    *--p = '-';
  }
  return kb_graph_typed(graph, (kb_str){p, (size_t)(end - p)}, datatype);
}

raptor_term* kb_graph_integer(kb_graph* graph, int64_t n)
{
  return number(graph, n, KB_XSD_INTEGER);
}

raptor_term* kb_graph_offset(kb_graph* graph, uint32_t n)
{
  return number(graph, n, KB_XSD_NON_NEGATIVE_INTEGER);
}

raptor_term* kb_graph_decimal(kb_graph* graph, int64_t n, unsigned scale)
{
  uint64_t    u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
  char        text[DIGITS];
  char* const end   = text + sizeof text;
  char*       p     = end;
  bool        begun = false;
  if (scale > 18) {
    kb_graph_fail(graph, KB_E_INPUT, "a number with too many decimal places");
    return NULL;
  }
  for (; scale; --scale, u /= 10) {
    const char digit = (char)('0' + u % 10);
    begun            = begun || digit != '0' || scale == 1;
    if (begun) {
      *--p = digit;
    }
  }
  if (!begun) {
    *--p = '0';
  }
  *--p = '.';
  p    = digits_of(u, p);
  if (n < 0) {
    *--p = '-';
  }
  return kb_graph_typed(graph, (kb_str){p, (size_t)(end - p)}, KB_XSD_DECIMAL);
}

raptor_term* kb_graph_boolean(kb_graph* graph, bool value)
{
  return kb_graph_typed(graph, value ? KB_STR("true") : KB_STR("false"), KB_XSD_BOOLEAN);
}
