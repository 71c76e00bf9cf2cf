/// Members of a dictionary entry.
#include "lexicon_internal.h"

#include <stdarg.h>
#include <stdio.h>

kb_str kb_lexicon__intern(kb_lexicon* lex, kb_str s)
{
  if (!s.n) {
    return KB_STR("");
  }
  const kb_str copy = kb_arena_copy(lex->arena, s);
  return copy.p ? copy : KB_STR("");
}

kb_str kb_lexicon__value_text(const json_t* value)
{
  return json_is_string(value) ? (kb_str){json_string_value(value), json_string_length(value)} : KB_STR("");
}

kb_str kb_lexicon__peek(const kb_entry* e, const char* key)
{
  return kb_lexicon__value_text(json_object_get(e->object, key));
}

kb_str kb_lexicon__text(kb_lexicon* lex, const kb_entry* e, const char* key)
{
  return kb_lexicon__intern(lex, kb_lexicon__peek(e, key));
}

bool kb_lexicon__flag(const kb_entry* e, const char* key)
{
  return json_is_true(json_object_get(e->object, key));
}

long kb_lexicon__integer(const kb_entry* e, const char* key, long otherwise)
{
  const json_t* value = json_object_get(e->object, key);
  return json_is_integer(value) ? (long)json_integer_value(value) : otherwise;
}

size_t kb_lexicon__list_size(const kb_entry* e, const char* key)
{
  return json_array_size(json_object_get(e->object, key));
}

kb_str kb_lexicon__list_at(const kb_entry* e, const char* key, size_t i)
{
  return kb_lexicon__value_text(json_array_get(json_object_get(e->object, key), i));
}

int kb_lexicon__choose(kb_str word, const char* const* list)
{
  for (int i = 0; list[i]; ++i) {
    if (kb_str_eq(word, kb_str_of(list[i]))) {
      return i;
    }
  }
  return -1;
}

kb_status kb_lexicon__problem(kb_lexicon* lex, const kb_entry* e, const char* format, ...)
{
  kb_error* problem = kb_array_push(lex->arena, &lex->problems);
  if (!problem) {
    return KB_E_NOMEM;
  }
  char    text[200];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  kb_error_set(problem, KB_E_DATA, e->file, e->line, "%s", text);
  return KB_OK;
}
