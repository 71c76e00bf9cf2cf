/// Compiled dictionaries: a file that is not just what was written is passed over.
#include "fuzz.h"

#include "khabar/lexicon.h"

static kb_str image; ///< as it was written

static void compile(void)
{
  const char* dir = own_folder()->dir;
  kb_error    err = {0};
  write_file(own_folder(), "lexicon/nouns.json",
             KB_STR("{\"kind\":\"nouns\",\"licence\":\"CC-BY-4.0\",\"entries\":[\n"
                    "{\"lemma\": \"مدينة\", \"gender\": \"f\", \"gloss\": \"city\"}\n]}\n"));
  assert_int_equal(kb_lexicon_compile(&dir, 1, path_in(own_folder(), "image"), NULL, NULL, &err), KB_OK);
  image = read_file(path_in(own_folder(), "image"));
}

/// Three bytes say where, the fourth what to write there.
static void damage(char* p, size_t size, const uint8_t* data, size_t n)
{
  for (; n >= 4; data += 4, n -= 4) {
    const size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % size;
    p[at]           = (char)data[3];
  }
}

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t n)
{
  if (!image.p) {
    compile();
  }
  kb_str       bytes = bytes_of(data, n);
  char*        copy  = NULL;
  const size_t way   = choose_way(&data, &n, 2);
  if (way == 0) {
    copy = malloc(image.n);
    assert_non_null(copy);
    memcpy(copy, image.p, image.n);
    damage(copy, image.n, data, n);
    bytes = (kb_str){copy, image.n};
  }
  const char* dir  = own_folder()->dir;
  kb_lexicon* lex  = NULL;
  kb_error    err  = {0};
  const bool  same = kb_str_eq(bytes, image);
  write_file(own_folder(), "image", bytes);
  assert_int_equal(kb_lexicon_open(&lex, &dir, 1, path_in(own_folder(), "image"), &err), KB_OK);
  assert_int_equal(kb_lexicon_is_mapped(lex), same);
  assert_int_not_equal(kb_lexicon_by_lemma(lex, KB_STR("مدينة"), KB_NONE), KB_NONE);
  kb_lexicon_close(lex);
  free(copy);
  return 0;
}
