#include "../../support/folder.h"

#include "khabar/emit.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <zlib.h>

static folder      place;
static const char* path; ///< of the file named last

static int make_dir(void** state)
{
  (void)state;
  place = new_folder();
  return 0;
}

static int remove_dir(void** state)
{
  (void)state;
  remove_folder(&place);
  return 0;
}

static const char* file(const char* name)
{
  path = path_in(&place, name);
  return path;
}

static kb_output* open_output(const char* name)
{
  kb_error   err    = {0};
  kb_output* output = kb_output_open(name, &err);
  assert_non_null(output);
  return output;
}

static void write_text(kb_output* output, const char* text)
{
  kb_error err = {0};
  assert_int_equal(kb_output_write(output, kb_str_of(text), &err), KB_OK);
}

static void commit(kb_output* output)
{
  kb_error err = {0};
  assert_int_equal(kb_output_commit(output, &err), KB_OK);
}

static void assert_content(const char* name, const char* expected)
{
  char   text[256] = {0};
  gzFile f         = gzopen(name, "rb"); // reads plain files as they are
  assert_non_null(f);
  assert_int_equal(gzread(f, text, sizeof text - 1), strlen(expected));
  gzclose(f);
  assert_string_equal(text, expected);
}

static void nothing_is_seen_before_commit(void** state)
{
  (void)state;
  write_file(&place, "a.nq", KB_STR("old"));
  kb_output* output = open_output(file("a.nq"));
  write_text(output, "new");
  assert_content(path, "old");
  commit(output);
  assert_content(path, "new");
  assert_int_equal(clear_folder(&place), 1);
}

static void abort_leaves_nothing(void** state)
{
  (void)state;
  kb_output* output = open_output(file("a.nq"));
  write_text(output, "new");
  kb_output_abort(output);
  assert_int_equal(clear_folder(&place), 0);
}

static void mode_and_links_stay(void** state)
{
  (void)state;
  write_file(&place, "real.nq", KB_STR("old"));
  assert_int_equal(chmod(file("real.nq"), 0640), 0);
  assert_int_equal(symlink("real.nq", file("link.nq")), 0);
  kb_output* output = open_output(path);
  write_text(output, "new");
  commit(output);
  struct stat st;
  assert_int_equal(lstat(file("link.nq"), &st), 0);
  assert_true(S_ISLNK(st.st_mode));
  assert_int_equal(lstat(file("real.nq"), &st), 0);
  assert_int_equal(st.st_mode & 0777, 0640);
  assert_content(path, "new");
  assert_int_equal(clear_folder(&place), 2);
}

static void empty_file(void** state)
{
  (void)state;
  commit(open_output(file("a.nq")));
  assert_content(path, "");
  commit(open_output(file("a.nq.gz")));
  assert_content(path, "");
  assert_int_equal(clear_folder(&place), 2);
}

static void gzip_by_name(void** state)
{
  (void)state;
  kb_output* output = open_output(file("a.nq.gz"));
  write_text(output, "خبر\n");
  commit(output);
  unsigned char magic[2];
  FILE*         f = fopen(path, "rb");
  assert_int_equal(fread(magic, 1, 2, f), 2);
  fclose(f);
  assert_int_equal(magic[0], 0x1f);
  assert_int_equal(magic[1], 0x8b);
  assert_content(path, "خبر\n");
  clear_folder(&place);
}

/// Larger than the blocks that are written at once.
static void large_files(void** state)
{
  (void)state;
  enum { SIZE = 5000000 };
  char* text = malloc(SIZE);
  assert_non_null(text);
  for (size_t i = 0; i < SIZE; ++i) {
    text[i] = (char)('a' + i * i % 23);
  }
  static const char* const names[] = {"a.nq", "a.nq.gz"};
  for (size_t k = 0; k < 2; ++k) {
    kb_output* output = open_output(file(names[k]));
    kb_error   err    = {0};
    assert_int_equal(kb_output_write(output, (kb_str){text, 10}, &err), KB_OK);
    assert_int_equal(kb_output_write(output, (kb_str){text + 10, SIZE - 10}, &err), KB_OK);
    commit(output);
    char*  back = malloc(SIZE + 1);
    gzFile f    = gzopen(path, "rb");
    assert_int_equal(gzread(f, back, SIZE + 1), SIZE);
    gzclose(f);
    assert_memory_equal(back, text, SIZE);
    free(back);
  }
  free(text);
  clear_folder(&place);
}

static void fails_to_open(const char* name)
{
  kb_error err = {0};
  assert_null(kb_output_open(name, &err));
  assert_int_equal(err.status, KB_E_IO);
  assert_true(err.text[0] && err.source[0]);
}

static void bad_targets(void** state)
{
  (void)state;
  fails_to_open(place.dir);
  fails_to_open(file("no/such/dir.nq"));
  assert_int_equal(clear_folder(&place), 0);
}

/// The disk is full: some call must say so, and the file must not appear.
static void full_device(void** state)
{
  (void)state;
  if (access("/dev/full", W_OK) != 0) {
    skip();
  }
  kb_error   err    = {0};
  kb_output* output = open_output("/dev/full");
  write_text(output, "small"); // kept until commit
  assert_int_equal(kb_output_commit(output, &err), KB_E_IO);
  assert_string_equal(err.source, "/dev/full");
}

static void full_device_while_writing(void** state)
{
  (void)state;
  if (access("/dev/full", W_OK) != 0) {
    skip();
  }
  static char block[3 << 20];
  memset(block, 'x', sizeof block);
  kb_output* output = open_output("/dev/full");
  kb_error   err    = {0};
  assert_int_equal(kb_output_write(output, (kb_str){block, sizeof block}, &err), KB_E_IO);
  kb_error again = {0};
  assert_int_equal(kb_output_write(output, KB_STR("x"), &again), KB_E_IO); // it sticks
  kb_error last = {0};
  assert_int_equal(kb_output_commit(output, &last), KB_E_IO);
}

/// A file that meets its size limit half way, plain and compressed.
static void limited_file(void** state)
{
  (void)state;
  static char   noise[3 << 20];
  unsigned      seed = 1;
  struct rlimit old, small;
  for (size_t i = 0; i < sizeof noise; ++i) {
    seed     = seed * 1103515245u + 12345u;
    noise[i] = (char)(seed >> 16);
  }
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
  signal(SIGXFSZ, SIG_IGN);
  small                            = (struct rlimit){1 << 20, old.rlim_max};
  static const char* const names[] = {"a.nq", "a.nq.gz"};
  for (size_t k = 0; k < 2; ++k) {
    kb_output* output = open_output(file(names[k]));
    kb_error   err    = {0};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const kb_status written   = kb_output_write(output, (kb_str){noise, sizeof noise}, &err);
    const kb_status committed = kb_output_commit(output, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_true(written == KB_E_IO || committed == KB_E_IO);
    assert_int_equal(committed, KB_E_IO);
    assert_int_equal(clear_folder(&place), 0);
  }
  signal(SIGXFSZ, SIG_DFL);
}

static void closed_pipe(void** state)
{
  (void)state;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  signal(SIGPIPE, SIG_IGN);
  char name[64];
  snprintf(name, sizeof name, "/dev/fd/%d", ends[1]);
  if (access(name, W_OK) != 0) {
    skip();
  }
  kb_output* output = open_output(name);
  close(ends[0]);
  close(ends[1]);
  write_text(output, "x");
  kb_error err = {0};
  assert_int_equal(kb_output_commit(output, &err), KB_E_IO);
  signal(SIGPIPE, SIG_DFL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(nothing_is_seen_before_commit),
    cmocka_unit_test(abort_leaves_nothing),
    cmocka_unit_test(mode_and_links_stay),
    cmocka_unit_test(empty_file),
    cmocka_unit_test(gzip_by_name),
    cmocka_unit_test(large_files),
    cmocka_unit_test(bad_targets),
    cmocka_unit_test(full_device),
    cmocka_unit_test(full_device_while_writing),
    cmocka_unit_test(limited_file),
    cmocka_unit_test(closed_pipe),
  };
  return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
