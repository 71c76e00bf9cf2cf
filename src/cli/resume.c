#include "cli_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/*
   The journal has one line for each piece of output: length of the output
   behind it, hash of the article's text, id. Output is written before its
   line, so what the journal says is there; what lies behind it is cut off.
*/

struct kb_resume {
  char*    path; ///< of the output when complete
  char*    part; ///< of the output until then
  char*    journal_path;
  FILE*    output;
  FILE*    journal;
  uint64_t length; ///< of the output
  kb_map   done;   ///< keys of `text`
  char*    text;   ///< the journal of the earlier run
};

static void release(kb_resume* r)
{
  if (r) {
    if (r->output) {
      fclose(r->output);
    }
    if (r->journal) {
      fclose(r->journal);
    }
    kb_map_release(&r->done);
    free(r->text);
    free(r->path);
    free(r->part);
    free(r->journal_path);
    free(r);
  }
}

static kb_status failed(kb_error* err, const char* path)
{
  return kb_error_set(err, KB_E_IO, path, 0, "%s", strerror(errno));
}

/// What the journal of the earlier run holds; empty when there is none.
static kb_status read_journal(kb_resume* r, size_t* size, kb_error* err)
{
  struct stat st;
  *size      = 0;
  FILE* file = fopen(r->journal_path, "rb");
  if (!file) {
    return errno == ENOENT ? KB_OK : failed(err, r->journal_path);
  }
  const bool known = fstat(fileno(file), &st) == 0 && st.st_size >= 0;
  r->text          = known ? malloc((size_t)st.st_size + 1) : NULL;
  *size            = r->text ? fread(r->text, 1, (size_t)st.st_size, file) : 0;
  fclose(file);
  return r->text ? KB_OK : kb_error_nomem(err);
}

/// Take over the lines that the output bears out; returns the length of the journal that holds good.
static size_t replay(kb_resume* r, size_t size, uint64_t available)
{
  size_t good = 0;
  while (good < size) {
    char* line = r->text + good;
    char* end  = memchr(line, '\n', size - good);
    char* rest = NULL;
    if (!end) {
      break;
    }
    const uint64_t length = strtoull(line, &rest, 10);
    if (*rest != '\t' || length < r->length || length > available) {
      break;
    }
    const kb_str key = {rest + 1, (size_t)(end - rest) - 1};
    if (kb_map_put(&r->done, key, 1) != KB_OK) {
      break;
    }
    r->length = length;
    good      = (size_t)(end - r->text) + 1;
  }
  return good;
}

static kb_status reopen(kb_resume* r, kb_error* err)
{
  size_t          size = 0;
  const kb_status st   = read_journal(r, &size, err);
  if (st != KB_OK) {
    return st;
  }
  struct stat  part;
  const bool   there = stat(r->part, &part) == 0;
  const size_t good  = there ? replay(r, size, (uint64_t)part.st_size) : 0;
  r->output          = fopen(r->part, there ? "r+b" : "wb");
  if (!r->output || ftruncate(fileno(r->output), (off_t)r->length) != 0 || fseeko(r->output, 0, SEEK_END) != 0) {
    return failed(err, r->part);
  }
  r->journal = fopen(r->journal_path, size ? "r+b" : "wb");
  if (!r->journal || ftruncate(fileno(r->journal), (off_t)good) != 0 || fseeko(r->journal, 0, SEEK_END) != 0) {
    return failed(err, r->journal_path);
  }
  return KB_OK;
}

kb_resume* kb_cli__resume_open(const char* path, const char* journal, kb_error* err)
{
  kb_resume*   r = calloc(1, sizeof *r);
  const size_t n = strlen(path);
  if (r) {
    r->path         = strdup(path);
    r->journal_path = strdup(journal);
    r->part         = malloc(n + sizeof ".part");
  }
  if (!r || !r->path || !r->journal_path || !r->part) {
    kb_error_nomem(err);
    release(r);
    return NULL;
  }
  memcpy(r->part, path, n);
  memcpy(r->part + n, ".part", sizeof ".part");
  if (reopen(r, err) != KB_OK) {
    release(r);
    return NULL;
  }
  return r;
}

static void journal_key(const kb_doc* doc, kb_buf* out)
{
  kb_buf_printf(out, "%016llx\t", doc ? (unsigned long long)kb_str_fingerprint(doc->text) : 0ull);
  for (size_t i = 0; doc && i < doc->id.n; ++i) {
    kb_buf_byte(out, doc->id.p[i] == '\n' ? ' ' : doc->id.p[i]);
  }
}

bool kb_cli__resume_has(const kb_resume* resume, const kb_doc* doc)
{
  kb_buf key = {0};
  journal_key(doc, &key);
  const bool found = !key.failed && kb_map_get(&resume->done, kb_buf_as_str(&key)) != KB_NONE;
  kb_buf_release(&key);
  return found;
}

bool kb_cli__resume_is_new(const kb_resume* resume)
{
  return resume->done.n == 0;
}

kb_status kb_cli__resume_write(kb_resume* r, const kb_doc* doc, kb_str bytes, kb_error* err)
{
  if (fwrite(bytes.p, 1, bytes.n, r->output) != bytes.n || fflush(r->output) != 0) {
    return failed(err, r->part);
  }
  kb_buf key = {0};
  journal_key(doc, &key);
  r->length += bytes.n;
  const bool ok = !key.failed &&
                  fprintf(r->journal, "%llu\t%.*s\n", (unsigned long long)r->length, (int)key.n, key.p) > 0 &&
                  fflush(r->journal) == 0;
  kb_buf_release(&key);
  return ok ? KB_OK : failed(err, r->journal_path);
}

kb_status kb_cli__resume_commit(kb_resume* own_resume, kb_error* err)
{
  kb_resume* r  = own_resume;
  kb_status  st = KB_OK;
  if (fflush(r->output) != 0 || fsync(fileno(r->output)) != 0 || rename(r->part, r->path) != 0) {
    st = failed(err, r->part);
  } else if (unlink(r->journal_path) != 0) {
    st = failed(err, r->journal_path);
  }
  release(r);
  return st;
}

void kb_cli__resume_keep(kb_resume* own_resume)
{
  release(own_resume);
}
