/// Arena: alignment, ceiling, marks, reuse; arrays that grow in it.
#include "../../support/unit.h"

#include "khabar/base.h"

static bool all_zero(const void* p, size_t n)
{
  for (const unsigned char* c = p; n--; ++c) {
    if (*c) {
      return false;
    }
  }
  return true;
}

static void memory_is_zeroed_aligned_and_apart(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  char*     last  = NULL;
  for (size_t n = 0; n < 200; ++n) {
    char* p = kb_arena_alloc(arena, n);
    assert_non_null(p);
    assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
    assert_true(all_zero(p, n));
    if (last) {
      assert_int_equal((unsigned char)last[0], 0xFF); // not touched by later ones
    }
    memset(p, 0xFF, n);
    last = n ? p : last;
  }
  kb_arena_free(arena);
}

static void one_allocation_may_be_larger_than_a_chunk(void** state)
{
  (void)state;
  kb_arena*    arena = kb_arena_new(0);
  const size_t n     = (size_t)20 << 20;
  char*        p     = kb_arena_alloc(arena, n);
  assert_non_null(p);
  p[n - 1] = 1;
  assert_non_null(kb_arena_alloc(arena, 1));
  kb_arena_free(arena);
}

static void ceiling_is_never_passed(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(1000);
  size_t    got   = 0;
  assert_int_equal(kb_arena_limit(arena), 1000);
  while (kb_arena_alloc(arena, 100)) {
    got += 100;
    assert_in_range(kb_arena_used(arena), got, 1000);
  }
  assert_in_range(got, 700, 1000);
  assert_null(kb_arena_alloc(arena, 100));
  assert_null(kb_arena_alloc(arena, 1001));
  kb_arena_reset(arena);
  assert_int_equal(kb_arena_used(arena), 0);
  assert_non_null(kb_arena_alloc(arena, 900));
  kb_arena_free(arena);
}

static void sizes_that_overflow_are_refused(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  assert_null(kb_arena_alloc(arena, SIZE_MAX));
  assert_null(kb_arena_alloc(arena, SIZE_MAX - 8));
  assert_null(kb_arena_array(arena, SIZE_MAX / 2, 3));
  assert_null(kb_arena_copy(arena, (kb_str){"x", SIZE_MAX}).p);
  assert_non_null(kb_arena_array(arena, 3, 0));
  assert_non_null(kb_arena_alloc(arena, 16)); // still of use
  kb_arena_free(arena);
}

static void copies_end_with_nul(void** state)
{
  (void)state;
  kb_arena*    arena = kb_arena_new(0);
  const kb_str s     = kb_arena_copy(arena, (kb_str){"abcdef", 3});
  assert_int_equal(s.n, 3);
  assert_string_equal(s.p, "abc");
  const kb_str empty = kb_arena_copy(arena, (kb_str){NULL, 0});
  assert_non_null(empty.p);
  assert_string_equal(empty.p, "");
  kb_arena_free(arena);
}

static void rewind_gives_back_what_came_later(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  char*     keep  = kb_arena_copy(arena, KB_STR("keep")).p ? kb_arena_alloc(arena, 64) : NULL;
  assert_non_null(keep);
  memset(keep, 7, 64);
  const kb_mark mark  = kb_arena_mark(arena);
  const size_t  used  = kb_arena_used(arena);
  char*         later = kb_arena_alloc(arena, 64);
  for (int i = 0; i < 100; ++i) {
    assert_non_null(kb_arena_alloc(arena, 10000)); // over several chunks
  }
  kb_arena_rewind(arena, mark);
  assert_int_equal(kb_arena_used(arena), used);
  memset(later, 9, 64);
  assert_ptr_equal(kb_arena_alloc(arena, 64), later);
  assert_true(all_zero(later, 64));
  for (int i = 0; i < 64; ++i) {
    assert_int_equal(keep[i], 7);
  }
  kb_arena_free(arena);
}

static void rewind_to_the_empty_arena(void** state)
{
  (void)state;
  kb_arena*     arena = kb_arena_new(300000);
  const kb_mark mark  = kb_arena_mark(arena);
  for (int round = 0; round < 50; ++round) { // would meet the ceiling if nothing came back
    assert_non_null(kb_arena_alloc(arena, 100000));
    assert_non_null(kb_arena_alloc(arena, 100000));
    kb_arena_rewind(arena, mark);
    assert_int_equal(kb_arena_used(arena), 0);
  }
  kb_arena_free(arena);
}

/// A small chunk that is kept must not be taken for a large request.
static void chunks_are_reused_after_reset(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  for (int round = 0; round < 20; ++round) {
    char* a = kb_arena_alloc(arena, 60000);
    char* b = kb_arena_alloc(arena, round % 2 ? 60000 : 6000000);
    char* c = kb_arena_alloc(arena, 60000);
    assert_true(a && b && c);
    memset(a, 1, 60000);
    memset(b, 2, round % 2 ? 60000 : 6000000);
    memset(c, 3, 60000);
    assert_int_equal(a[59999], 1);
    assert_int_equal(b[0], 2);
    kb_arena_reset(arena);
  }
  kb_arena_free(arena);
}

static void free_takes_null(void** state)
{
  (void)state;
  kb_arena_free(NULL);
}

static void array_grows_and_keeps_its_elements(void** state)
{
  (void)state;
  kb_arena* arena      = kb_arena_new(0);
  KB_ARRAY(uint64_t) a = {0};
  for (uint64_t i = 0; i < 10000; ++i) {
    uint64_t* x = kb_array_push(arena, &a);
    assert_non_null(x);
    assert_int_equal(*x, 0);
    *x = i * 3;
  }
  assert_int_equal(a.n, 10000);
  assert_in_range(a.cap, 10000, 20000);
  for (uint64_t i = 0; i < 10000; ++i) {
    assert_int_equal(a.v[i], i * 3);
  }
  kb_arena_free(arena);
}

static void new_elements_are_zero_after_a_pop(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(0);
  KB_ARRAY(int) a = {0};
  int* x          = kb_array_push(arena, &a);
  assert_non_null(x);
  *x = 5;
  --a.n;
  x = kb_array_push(arena, &a);
  assert_non_null(x);
  assert_int_equal(*x, 0);
  kb_arena_free(arena);
}

static void reserved_room_does_not_move(void** state)
{
  (void)state;
  enum { MANY = 1000 };
  kb_arena* arena = kb_arena_new(0);
  KB_ARRAY(int) a = {0};
  assert_non_null(kb_array_push(arena, &a));
  assert_true(kb_array_reserve(arena, &a, MANY));
  const int* first = a.v;
  for (int i = 0; i < MANY; ++i) {
    assert_non_null(kb_array_push(arena, &a));
  }
  assert_ptr_equal(a.v, first);
  assert_false(kb_array_reserve(arena, &a, UINT32_MAX));
  assert_int_equal(a.n, MANY + 1);
  kb_arena_free(arena);
}

static void array_at_the_ceiling_stays_whole(void** state)
{
  (void)state;
  kb_arena* arena = kb_arena_new(2000);
  KB_ARRAY(int) a = {0};
  for (int* x; (x = kb_array_push(arena, &a));) {
    *x = (int)a.n;
    assert_in_range(a.n, 1, 500);
  }
  const uint32_t n = a.n;
  assert_in_range(n, 8, 500);
  assert_null(kb_array_push(arena, &a));
  assert_int_equal(a.n, n);
  for (uint32_t i = 0; i < n; ++i) {
    assert_int_equal(a.v[i], i + 1);
  }
  kb_arena_free(arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
    cmocka_unit_test(one_allocation_may_be_larger_than_a_chunk),
    cmocka_unit_test(ceiling_is_never_passed),
    cmocka_unit_test(sizes_that_overflow_are_refused),
    cmocka_unit_test(copies_end_with_nul),
    cmocka_unit_test(rewind_gives_back_what_came_later),
    cmocka_unit_test(rewind_to_the_empty_arena),
    cmocka_unit_test(chunks_are_reused_after_reset),
    cmocka_unit_test(free_takes_null),
    cmocka_unit_test(array_grows_and_keeps_its_elements),
    cmocka_unit_test(new_elements_are_zero_after_a_pop),
    cmocka_unit_test(reserved_room_does_not_move),
    cmocka_unit_test(array_at_the_ceiling_stays_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
