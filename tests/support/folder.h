/// A temporary folder and the files that a test puts into it.
#ifndef KHABAR_TEST_FOLDER_H
#define KHABAR_TEST_FOLDER_H

#include "unit.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct folder {
  char dir[64];
} folder;

static inline folder new_folder(void)
{
  folder      f;
  const char* tmp = getenv("TMPDIR");
  snprintf(f.dir, sizeof f.dir, "%.40s/khabar-XXXXXX", tmp && *tmp ? tmp : "/tmp");
  if (!mkdtemp(f.dir)) {
    fail_msg("no temporary folder");
  }
  return f;
}

/// Does away with what lies in a folder; the number of files and folders in it.
static inline unsigned clear_tree(const char* path, int depth)
{
  unsigned n = 0;
  DIR*     d = depth < 4 ? opendir(path) : NULL;
  for (const struct dirent* e = d ? readdir(d) : NULL; e; e = readdir(d)) {
    char      below[1024];
    const int length = snprintf(below, sizeof below, "%s/%s", path, e->d_name);
    if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 && length > 0 && (size_t)length < sizeof below) {
      clear_tree(below, depth + 1);
      remove(below);
      ++n;
    }
  }
  if (d) {
    closedir(d);
  }
  return n;
}

static inline unsigned clear_folder(const folder* f)
{
  return clear_tree(f->dir, 0);
}

static inline void remove_folder(const folder* f)
{
  clear_folder(f);
  remove(f->dir);
}

/// "DIR/name", in a buffer that the next call overwrites.
static inline const char* path_in(const folder* f, const char* name)
{
  static char path[512];
  snprintf(path, sizeof path, "%s/%s", f->dir, name);
  return path;
}

/// Write a file "below/name" or "name" with these bytes.
static inline void write_file(const folder* f, const char* name, kb_str bytes)
{
  char full[512];
  snprintf(full, sizeof full, "%s/%s", f->dir, name);
  char* slash = strrchr(full, '/');
  *slash      = '\0';
  mkdir(full, 0777);
  *slash     = '/';
  FILE* file = fopen(full, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
  assert_int_equal(fclose(file), 0);
}

/// All bytes of a file, from malloc.
static inline kb_str read_file(const char* path)
{
  FILE*  file = fopen(path, "rb");
  kb_buf buf  = {0};
  assert_non_null(file);
  for (size_t n = 1; n > 0; buf.n += n) {
    assert_true(kb_buf_reserve(&buf, 1 << 16));
    n = fread(buf.p + buf.n, 1, 1 << 16, file);
  }
  assert_false(ferror(file));
  fclose(file);
  return kb_buf_as_str(&buf);
}

#endif // KHABAR_TEST_FOLDER_H
