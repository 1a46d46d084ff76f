/* test_timers.c - the timer heap. */
#include "runtime/loop/timers.h"

#include <check.h>

static Heap *heap;
static Timers timers;
static Obj owners[3000]; /* aux 1: cancelled */

static bool is_dead(const Obj *owner)
{
    return owner->aux == 1;
}

static void open_heap(void)
{
    heap = heap_create();
    memset(owners, 0, sizeof owners);
    timers_init(&timers, is_dead);
}

static void close_heap(void)
{
    timers_free(&timers, heap);
    heap_destroy(heap);
}

static void cancel(int i)
{
    owners[i].aux = 1;
    timers_cancelled(&timers);
}

static int take(int64_t now)
{
    int64_t when;
    Obj *owner = timers_take_due(&timers, now, &when);
    return owner ? (int)(owner - owners) : -1;
}

START_TEST(test_equal_deadlines_fire_in_arming_order)
{
    for (int i = 0; i < 1000; i++)
        ck_assert(timers_push(&timers, heap, 5, &owners[i]));
    ck_assert_int_eq(take(4), -1);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(take(5), i);
    ck_assert_int_eq(take(5), -1);
}
END_TEST

START_TEST(test_earliest_first_whatever_the_order_of_arming)
{
    uint32_t random = 12345;
    int64_t when[1000];
    for (int i = 0; i < 1000; i++) {
        random = random * 1103515245 + 12345;
        when[i] = random >> 20;
        ck_assert(timers_push(&timers, heap, when[i], &owners[i]));
    }
    int last = -1;
    for (int n = 0; n < 1000; n++) {
        int i = take(INT64_MAX);
        ck_assert_int_ge(i, 0);
        ck_assert(last < 0 || when[last] < when[i] || (when[last] == when[i] && last < i));
        last = i;
    }
}
END_TEST

START_TEST(test_cancelled_ones_never_fire_and_do_not_pile_up)
{
    for (int i = 0; i < 3000; i++)
        ck_assert(timers_push(&timers, heap, i, &owners[i]));
    for (int i = 0; i < 3000; i++)
        if (i % 10 != 0)
            cancel(i);
    ck_assert_uint_le(timers.count, 700); /* rebuilt on the way */
    for (int i = 0; i < 3000; i += 10)
        ck_assert_int_eq(take(INT64_MAX), i);
    ck_assert_int_eq(take(INT64_MAX), -1);
    ck_assert_uint_eq(timers.count, 0);
    ck_assert_uint_eq(timers.cancelled, 0);
}
END_TEST

START_TEST(test_first_skips_cancelled)
{
    for (int i = 0; i < 3; i++)
        ck_assert(timers_push(&timers, heap, i, &owners[i]));
    cancel(0);
    cancel(1);
    ck_assert_ptr_eq(timers_first(&timers)->owner, &owners[2]);
    cancel(2);
    ck_assert_ptr_null(timers_first(&timers));
}
END_TEST

Suite *suite_timers(void)
{
    Suite *suite = suite_create("timers");
    TCase *tests = tcase_create("timers");
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_add_test(tests, test_equal_deadlines_fire_in_arming_order);
    tcase_add_test(tests, test_earliest_first_whatever_the_order_of_arming);
    tcase_add_test(tests, test_cancelled_ones_never_fire_and_do_not_pile_up);
    tcase_add_test(tests, test_first_skips_cancelled);
    suite_add_tcase(suite, tests);
    return suite;
}
