#include "read_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/// Bytes asked for at a time.
enum { KB_BLOCK_READ = 1 << 16 };

struct kb_source {
  char*  path;
  int    fd;
  gzFile gz;    ///< NULL for a plain file
  kb_buf buf;   ///< read and not yet handed out
  size_t at;    ///< first byte of `buf` not yet handed out
  size_t line;  ///< lines handed out
  bool   ended; ///< no more bytes behind `buf`
};

static kb_status cannot(kb_error* err, const char* path, const char* what)
{
  return kb_error_set(err, KB_E_INPUT, path, 0, "%s", what);
}

static int open_fd(const char* path, kb_error* err)
{
  if (strcmp(path, "-") == 0) {
    return STDIN_FILENO;
  }
  const int   fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat st;
  if (fd < 0 || fstat(fd, &st) != 0) {
    cannot(err, path, strerror(errno));
  } else if (S_ISDIR(st.st_mode)) {
    cannot(err, path, "is a directory");
  } else {
    return fd;
  }
  if (fd >= 0) {
    close(fd);
  }
  return -1;
}

kb_status kb_read__source_open(kb_source** out, const char* path, kb_error* err)
{
  const int fd = open_fd(path, err);
  if (fd < 0) {
    return KB_E_INPUT;
  }
  kb_source* source = calloc(1, sizeof *source);
  if (source) {
    source->fd   = fd;
    source->path = strdup(path);
  }
  const bool packed = kb_str_ends(kb_str_of(path), KB_STR(".gz"));
  if (source && source->path && packed) {
    source->gz = gzdopen(fd, "rb");
  }
  if (!source || !source->path || (packed && !source->gz)) {
    if (!source && fd != STDIN_FILENO) {
      close(fd);
    }
    kb_read__source_close(source);
    return kb_error_nomem(err);
  }
  *out = source;
  return KB_OK;
}

void kb_read__source_close(kb_source* source)
{
  if (!source) {
    return;
  }
  if (source->gz) {
    gzclose(source->gz);
  } else if (source->fd != STDIN_FILENO) {
    close(source->fd);
  }
  kb_buf_release(&source->buf);
  free(source->path);
  free(source);
}

static ssize_t read_some(kb_source* source, char* p, size_t n, const char** what)
{
  if (source->gz) {
    int       code = 0;
    const int got  = gzread(source->gz, p, (unsigned)n);
    *what          = gzerror(source->gz, &code);
    // a file that ends too early is no error of gzread until it is closed
    return got == 0 && code == Z_BUF_ERROR ? -1 : got;
  }
  ssize_t got = -1;
  do {
    got = read(source->fd, p, n);
  } while (got < 0 && errno == EINTR);
  *what = strerror(errno);
  return got;
}

/// Append one block to the buffer.
static kb_status fill(kb_source* source, kb_error* err)
{
  if (!kb_buf_reserve(&source->buf, KB_BLOCK_READ)) {
    source->ended = true;
    return kb_error_nomem(err);
  }
  const char*   what = "";
  const ssize_t n    = read_some(source, source->buf.p + source->buf.n, KB_BLOCK_READ, &what);
  if (n < 0) {
    source->ended = true;
    source->buf.n = source->at; // half a line is no line
    return cannot(err, source->path, what);
  }
  source->ended = n == 0;
  source->buf.n += (size_t)n;
  return KB_OK;
}

/// Forget what was handed out.
static void drop(kb_source* source)
{
  kb_buf* buf = &source->buf;
  if (source->at == 0) {
    return;
  }
  memmove(buf->p, buf->p + source->at, buf->n - source->at);
  buf->n -= source->at;
  source->at = 0;
}

/// Skip to the end of a line that is too long.
static kb_status skip_line(kb_source* source, size_t max, kb_error* err)
{
  const size_t line = ++source->line;
  for (;;) {
    const char* end =
      source->buf.n > source->at ? memchr(source->buf.p + source->at, '\n', source->buf.n - source->at) : NULL;
    if (end) {
      source->at = (size_t)(end - source->buf.p) + 1;
      break;
    }
    kb_buf_reset(&source->buf);
    source->at = 0;
    if (source->ended || fill(source, err) != KB_OK) {
      break;
    }
  }
  return kb_error_set(err, KB_E_INPUT, source->path, line, "line of more than %zu bytes", max);
}

kb_status kb_read__source_line(kb_source* source, size_t max, kb_str* line, bool* more, kb_error* err)
{
  *more          = true;
  size_t scanned = source->at;
  for (;;) {
    const kb_buf* buf = &source->buf;
    const char*   end = buf->n > scanned ? memchr(buf->p + scanned, '\n', buf->n - scanned) : NULL;
    if (end || (source->ended && buf->n > source->at)) {
      const size_t stop = end ? (size_t)(end - buf->p) : buf->n;
      *line             = (kb_str){buf->p + source->at, stop - source->at};
      source->at        = end ? stop + 1 : stop;
      ++source->line;
      return KB_OK;
    }
    if (source->ended) {
      *more = false;
      return KB_OK;
    }
    if (buf->n - source->at > max) {
      return skip_line(source, max, err);
    }
    drop(source);
    scanned            = buf->n;
    const kb_status st = fill(source, err);
    if (st != KB_OK) {
      return st;
    }
  }
}

kb_status kb_read__source_all(kb_source* source, size_t max, kb_str* bytes, kb_error* err)
{
  while (!source->ended) {
    if (source->buf.n > max) {
      return kb_error_set(err, KB_E_INPUT, source->path, 0, "article of more than %zu bytes", max);
    }
    const kb_status st = fill(source, err);
    if (st != KB_OK) {
      return st;
    }
  }
  *bytes = kb_buf_as_str(&source->buf);
  return KB_OK;
}

size_t kb_read__source_line_number(const kb_source* source)
{
  return source->line;
}

const char* kb_read__source_path(const kb_source* source)
{
  return source->path;
}
