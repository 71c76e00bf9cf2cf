#define _XOPEN_SOURCE 700 // realpath

#include "khabar/emit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

struct kb_output {
  char*    target;    ///< as the user names it, links followed
  char*    temporary; ///< NULL: the target is written directly
  int      fd;
  bool     own_fd; ///< false: stdout
  bool     gzip;
  z_stream z;
  kb_buf   pending; ///< not yet written
  kb_error error;   ///< the first failure
};

enum { BLOCK = 1 << 20 };

/** \name Writing */

static kb_status fail(kb_output* output, const char* what)
{
  return kb_error_set(&output->error, KB_E_IO, output->target, 0, "%s: %s", what, strerror(errno));
}

static kb_status write_all(kb_output* output, kb_str bytes)
{
  while (bytes.n) {
    const ssize_t n = write(output->fd, bytes.p, bytes.n);
    if (n < 0 && errno != EINTR) {
      return fail(output, "cannot write");
    }
    bytes = kb_str_from(bytes, n > 0 ? (size_t)n : 0);
  }
  return KB_OK;
}

/// Compress the pending bytes and write what comes out.
static kb_status deflate_all(kb_output* output, kb_str bytes, int flush)
{
  unsigned char out[1 << 14];
  // zlib's structure is not const, but deflate only reads its input
  output->z.next_in  = (unsigned char*)(uintptr_t)bytes.p;
  output->z.avail_in = (unsigned)bytes.n;
  int rc;
  do {
    output->z.next_out  = out;
    output->z.avail_out = sizeof out;
    rc                  = deflate(&output->z, flush);
    if (rc == Z_STREAM_ERROR) {
      return kb_error_set(&output->error, KB_E_IO, output->target, 0, "cannot compress");
    }
    const kb_status status = write_all(output, (kb_str){(const char*)out, sizeof out - output->z.avail_out});
    if (status != KB_OK) {
      return status;
    }
  } while (flush == Z_FINISH ? rc != Z_STREAM_END : output->z.avail_out == 0);
  return KB_OK;
}

static kb_status write_pending(kb_output* output, bool last)
{
  const kb_str    bytes = kb_buf_as_str(&output->pending);
  const kb_status status =
    output->gzip ? deflate_all(output, bytes, last ? Z_FINISH : Z_NO_FLUSH) : write_all(output, bytes);
  kb_buf_reset(&output->pending);
  return status;
}

static kb_status report(const kb_output* output, kb_error* err)
{
  const kb_error* e = &output->error;
  return e->status == KB_OK ? KB_OK : kb_error_set(err, e->status, e->source, e->line, "%s", e->text);
}

kb_status kb_output_write(kb_output* output, kb_str bytes, kb_error* err)
{
  while (bytes.n && output->error.status == KB_OK) {
    const size_t n = bytes.n < BLOCK ? bytes.n : BLOCK;
    kb_buf_add(&output->pending, (kb_str){bytes.p, n});
    if (output->pending.failed) {
      kb_error_nomem(&output->error);
    } else if (output->pending.n >= BLOCK) {
      write_pending(output, false);
    }
    bytes = kb_str_from(bytes, n);
  }
  return report(output, err);
}

/** \name Opening */

static char* copy_text(const char* s)
{
  const size_t n = strlen(s) + 1;
  char*        p = malloc(n);
  return p ? memcpy(p, s, n) : NULL;
}

/// A file beside the target that nobody else has.
static int open_temporary(kb_output* output)
{
  const size_t room = strlen(output->target) + 48;
  output->temporary = malloc(room);
  if (!output->temporary) {
    errno = ENOMEM;
    return -1;
  }
  for (unsigned i = 0; i < 100; ++i) {
    snprintf(output->temporary, room, "%s.%ld-%u.tmp", output->target, (long)getpid(), i);
    const int fd = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0 || errno != EEXIST) {
      return fd;
    }
  }
  return -1;
}

static void drop_temporary(kb_output* output)
{
  if (output->temporary) {
    unlink(output->temporary);
    free(output->temporary);
    output->temporary = NULL;
  }
}

/// Regular files, new or old, are replaced when all is written; devices and
/// pipes are written at once.
static kb_status open_target(kb_output* output)
{
  struct stat st;
  const bool  exists = stat(output->target, &st) == 0;
  if (exists && S_ISDIR(st.st_mode)) {
    errno = EISDIR;
    return fail(output, "cannot write");
  }
  output->own_fd = true;
  if (exists && !S_ISREG(st.st_mode)) {
    output->fd = open(output->target, O_WRONLY | O_CLOEXEC);
    return output->fd < 0 ? fail(output, "cannot open for writing") : KB_OK;
  }
  output->fd = open_temporary(output);
  if (output->fd < 0) {
    free(output->temporary);
    output->temporary = NULL;
    return fail(output, "cannot create a file");
  }
  if (exists && fchmod(output->fd, st.st_mode & 0777) != 0) {
    return fail(output, "cannot set the mode of the file");
  }
  return KB_OK;
}

static void release(kb_output* output)
{
  drop_temporary(output);
  if (output->gzip) {
    deflateEnd(&output->z);
  }
  if (output->own_fd && output->fd >= 0) {
    close(output->fd);
  }
  kb_buf_release(&output->pending);
  free(output->target);
  free(output);
}

static kb_status open_gzip(kb_output* output)
{
  enum { GZIP = 16 + MAX_WBITS };
  if (deflateInit2(&output->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    return kb_error_nomem(&output->error);
  }
  output->gzip = true;
  return KB_OK;
}

static kb_status open_path(kb_output* output, const char* path)
{
  if (strcmp(path, "-") == 0) {
    output->target = copy_text("standard output");
    output->fd     = STDOUT_FILENO;
    return output->target ? KB_OK : kb_error_nomem(&output->error);
  }
  // a link stays a link: what it points to is replaced
  output->target = realpath(path, NULL);
  if (!output->target) {
    output->target = copy_text(path);
  }
  if (!output->target) {
    return kb_error_nomem(&output->error);
  }
  const kb_status status = open_target(output);
  return status == KB_OK && kb_str_ends(kb_str_of(path), KB_STR(".gz")) ? open_gzip(output) : status;
}

kb_output* kb_output_open(const char* path, kb_error* err)
{
  kb_output* output = calloc(1, sizeof *output);
  if (!output) {
    kb_error_nomem(err);
    return NULL;
  }
  output->fd = -1;
  if (open_path(output, path) != KB_OK) {
    report(output, err);
    release(output);
    return NULL;
  }
  return output;
}

/** \name Closing */

/// Pipes and terminals cannot be synced, which is no error.
static void sync_file(kb_output* output)
{
  if (fsync(output->fd) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS) {
    fail(output, "cannot write");
  }
}

static void close_file(kb_output* output)
{
  if (output->own_fd && close(output->fd) != 0) {
    fail(output, "cannot close");
  }
  output->fd = -1;
}

static void move_file(kb_output* output)
{
  if (output->temporary && rename(output->temporary, output->target) != 0) {
    fail(output, "cannot rename the finished file");
    return;
  }
  free(output->temporary);
  output->temporary = NULL;
}

kb_status kb_output_commit(kb_output* own_output, kb_error* err)
{
  static void (*const steps[])(kb_output*) = {sync_file, close_file, move_file};
  if (own_output->error.status == KB_OK) {
    write_pending(own_output, true);
  }
  for (size_t i = 0; i < sizeof steps / sizeof *steps && own_output->error.status == KB_OK; ++i) {
    steps[i](own_output);
  }
  const kb_status status = report(own_output, err);
  release(own_output);
  return status;
}

void kb_output_abort(kb_output* own_output)
{
  if (own_output) {
    release(own_output);
  }
}
