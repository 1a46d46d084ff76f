/* test_ready.c - the ring of the ready queue. */
#include "runtime/loop/ready.h"

#include <check.h>

static Heap *heap;

static void open_heap(void)
{
    heap = heap_create();
}

static void close_heap(void)
{
    heap_destroy(heap);
}

static Obj marks[5000];

START_TEST(test_first_in_first_out_over_growth_and_wrap)
{
    Ready ready = { 0 };
    int in = 0, out = 0;
    for (int step = 1; in < 4000; step++) {
        for (int i = 0; i < step % 7 + 1; i++)
            ck_assert(ready_push(&ready, heap, &marks[in++]));
        for (int i = 0; i < step % 5 && ready.count > 0; i++)
            ck_assert_ptr_eq(ready_pop(&ready), &marks[out++]);
    }
    while (ready.count > 0)
        ck_assert_ptr_eq(ready_pop(&ready), &marks[out++]);
    ck_assert_int_eq(in, out);
    ready_free(&ready, heap);
    ck_assert_uint_eq(ready.capacity, 0);
}
END_TEST

START_TEST(test_capacity_is_a_power_of_two)
{
    Ready ready = { 0 };
    for (int i = 0; i < 1000; i++) {
        ck_assert(ready_push(&ready, heap, &marks[i]));
        ck_assert_uint_eq(ready.capacity & (ready.capacity - 1), 0);
    }
    for (uint32_t i = 0; i < ready.count; i++)
        ck_assert_ptr_eq(ready_at(&ready, i), &marks[i]);
    ready_free(&ready, heap);
}
END_TEST

Suite *suite_ready(void)
{
    Suite *suite = suite_create("ready");
    TCase *tests = tcase_create("ready");
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_add_test(tests, test_first_in_first_out_over_growth_and_wrap);
    tcase_add_test(tests, test_capacity_is_a_power_of_two);
    suite_add_tcase(suite, tests);
    return suite;
}
