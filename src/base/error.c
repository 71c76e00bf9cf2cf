#include "khabar/base.h"

#include <stdarg.h>
#include <stdio.h>

const char* kb_status_text(kb_status status)
{
  switch (status) {
  case KB_OK:
    return "done";
  case KB_E_NOMEM:
    return "out of memory";
  case KB_E_IO:
    return "input or output failed";
  case KB_E_INPUT:
    return "unreadable input";
  case KB_E_USAGE:
    return "wrong usage";
  case KB_E_DATA:
    return "wrong dictionary data";
  }
  return "unknown status";
}

kb_status kb_error_set(kb_error* err, kb_status status, const char* source, size_t line, const char* format, ...)
{
  if (!err || err->status != KB_OK) {
    return status;
  }
  err->status = status;
  err->line   = line;
  snprintf(err->source, sizeof err->source, "%s", source ? source : "");
  va_list args;
  va_start(args, format);
  vsnprintf(err->text, sizeof err->text, format, args);
  va_end(args);
  return status;
}

kb_status kb_error_nomem(kb_error* err)
{
  return kb_error_set(err, KB_E_NOMEM, NULL, 0, "out of memory");
}
