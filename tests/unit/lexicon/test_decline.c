/// Endings of nouns and adjectives.
#include "../../support/dictionary.h"

static int open_words(void** state)
{
  (void)state;
  const folder d = new_folder();
  write_entries(&d, "lexicon/nouns.json", "nouns",
                "{\"lemma\": \"معلم\", \"plural\": [\"ون\"], \"human\": true, \"class\": \"role\"},\n"
                "{\"lemma\": \"مدرسة\", \"plural\": [\"مدارس\"]},\n"
                "{\"lemma\": \"غارة\", \"plural\": [\"ات\"]},\n"
                "{\"lemma\": \"مباراة\", \"plural\": [\"ات\"]},\n"
                "{\"lemma\": \"مستشفى\", \"gender\": \"m\", \"plural\": [\"ات\"]},\n"
                "{\"lemma\": \"حرب\", \"gender\": \"f\", \"plural\": [\"حروب\"]},\n"
                "{\"lemma\": \"صديق\", \"plural\": [\"أصدقاء\"], \"human\": true},\n"
                "{\"lemma\": \"جزء\", \"plural\": [\"أجزاء\"]},\n"
                "{\"lemma\": \"سنة\", \"plural\": [\"سنون\", \"سنوات\"]},\n"
                "{\"lemma\": \"رئيس\", \"plural\": [\"رؤساء\"], \"human\": true}");
  write_entries(&d, "lexicon/adjectives.json", "adjectives",
                "{\"lemma\": \"كبير\", \"plural\": [\"كبار\"]},\n"
                "{\"lemma\": \"ماض\", \"feminine\": \"ماضية\"},\n"
                "{\"lemma\": \"أعلى\", \"feminine\": \"عليا\", \"elative\": true},\n"
                "{\"lemma\": \"أحمر\", \"feminine\": \"حمراء\", \"plural\": [\"حمر\"]}");
  return take_dictionary(&d);
}

static void assert_readings(const char* word, const char* expected)
{
  kb_buf out = {0};
  readings_of(lexicon, word, &out);
  assert_string_equal(out.p, expected);
  kb_buf_release(&out);
}

static void sound_masculine_plural(void** state)
{
  (void)state;
  assert_readings("معلم", "NOUN.ms");
  assert_readings("معلما", "NOUN.md.construct NOUN.ms.indef");
  assert_readings("معلمان", "NOUN.md");
  assert_readings("معلمين", "NOUN.md NOUN.mp");
  assert_readings("معلمون", "NOUN.mp");
  assert_readings("معلمو", "NOUN.mp.construct");
  assert_readings("معلمي", "NOUN.md.construct NOUN.mp.construct");
  assert_readings("معلمات", "");
}

static void feminine_nouns(void** state)
{
  (void)state;
  assert_readings("مدرسة", "NOUN.fs");
  assert_readings("مدرستان", "NOUN.fd");
  assert_readings("مدرستين", "NOUN.fd");
  assert_readings("مدرستي", "NOUN.fd.construct");
  assert_readings("مدارس", "NOUN.fp");
  assert_readings("مدرسةا", "");
  assert_readings("غارات", "NOUN.fp");
  assert_readings("مباريات", "NOUN.fp");
  assert_readings("مستشفيات", "NOUN.fp");
  assert_readings("مستشفيان", "NOUN.md");
  assert_readings("حرب", "NOUN.fs");
  assert_readings("حربا", "NOUN.fd.construct NOUN.fs.indef");
}

static void broken_plurals(void** state)
{
  (void)state;
  assert_readings("أصدقاء", "NOUN.mp");
  assert_readings("رؤساء", "NOUN.mp");
  assert_readings("جزءا", "NOUN.md.construct NOUN.ms.indef");
  assert_readings("سنوات", "NOUN.fp");
  assert_readings("سنون", "NOUN.fp");
  assert_readings("سنين", "NOUN.mp");
}

static void adjectives(void** state)
{
  (void)state;
  assert_readings("كبيرة", "ADJ.fs");
  assert_readings("كبيرتان", "ADJ.fd");
  assert_readings("كبيرون", "ADJ.mp");
  assert_readings("كبيرات", "ADJ.fp");
  assert_readings("كبار", "ADJ.mp");
  assert_readings("حمراء", "ADJ.fs");
  assert_readings("حمر", "ADJ.mp");
}

static void adjectives_that_lose_their_ya(void** state)
{
  (void)state;
  assert_readings("ماض", "ADJ.ms");
  assert_readings("ماضي", "ADJ.mp.construct ADJ.ms");
  assert_readings("ماضيا", "ADJ.md.construct ADJ.ms.indef");
  assert_readings("ماضية", "ADJ.fs");
  assert_readings("ماضيان", "ADJ.md");
  assert_readings("ماضين", "ADJ.mp");
}

static void elatives_have_no_regular_feminine(void** state)
{
  (void)state;
  assert_readings("أعلى", "ADJ.ms");
  assert_readings("أعلاة", "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(sound_masculine_plural),
    cmocka_unit_test(feminine_nouns),
    cmocka_unit_test(broken_plurals),
    cmocka_unit_test(adjectives),
    cmocka_unit_test(adjectives_that_lose_their_ya),
    cmocka_unit_test(elatives_have_no_regular_feminine),
  };
  return cmocka_run_group_tests(tests, open_words, close_lexicon);
}
