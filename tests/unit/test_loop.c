/* test_loop.c - rounds of the loop under the virtual clock. */
#include "loop_helper.h"

static Loop *loop;

static void open_loop(void)
{
    loop = test_loop();
    story[0] = 0;
    script_count = 0;
}

static Handle *soon(int n)
{
    Value arg = value_small(n);
    return loop_call_soon(loop, teller(), 1, &arg, VALUE_UNSET, "call_soon", "called soon", NULL);
}

static Handle *at(int64_t when_ns, int n)
{
    Value arg = value_small(n);
    return loop_call_at(loop, (double)when_ns / 1e9, when_ns, teller(), 1, &arg, VALUE_UNSET, "call_at");
}

START_TEST(test_equal_deadlines_fire_in_arming_order)
{
    at(5 * MS, 1);
    at(5 * MS, 2);
    at(3 * MS, 3);
    ck_assert_int_eq(loop_turn(vm, loop), 3 * MS);
    test_clock.now = 5 * MS;
    test_round(loop);
    ck_assert_str_eq(take_story(), "312");
    ck_assert_int_eq(loop_turn(vm, loop), -1);
}
END_TEST

START_TEST(test_due_timers_join_behind_what_is_ready)
{
    at(0, 1);
    soon(2);
    test_round(loop);
    ck_assert_str_eq(take_story(), "21");
}
END_TEST

static Value again(VM *owner, Value *args, int nargs)
{
    strcat(story, "a");
    soon(1);
    return VALUE_NONE;
}
static const NativeSpec again_spec = { "again", again, "...", 0, 9, 0, NULL };

START_TEST(test_what_a_round_adds_waits_for_the_next)
{
    Value callback = OBJ(native_create(vm, &again_spec, VALUE_UNSET));
    loop_call_soon(loop, callback, 0, NULL, VALUE_UNSET, "call_soon", "called soon", NULL);
    soon(2);
    ck_assert_int_eq(loop_turn(vm, loop), 0);
    ck_assert_str_eq(take_story(), "a2");
    test_round(loop);
    ck_assert_str_eq(take_story(), "1");
}
END_TEST

START_TEST(test_cancelled_handles_are_skipped)
{
    handle_cancel(soon(1));
    soon(2);
    handle_cancel(at(1, 3));
    test_clock.now = 10;
    test_round(loop);
    ck_assert_str_eq(take_story(), "2");
    ck_assert_uint_eq(loop->timers.count, 0);
}
END_TEST

START_TEST(test_run_until_complete_jumps_the_clock)
{
    Future *sleep = future_sleep(loop, 5000 * MS, value_small(3));
    Value result = loop_run_until_complete(loop, OBJ(sleep));
    ck_assert_int_eq(value_int(result), 3);
    ck_assert_int_eq(test_clock.now, 5000 * MS);
    ck_assert(!loop->running);
    ck_assert_ptr_null(vm->loop);
}
END_TEST

START_TEST(test_deadlock_is_an_error)
{
    Future *never = future_new(loop, FUTURE_PLAIN);
    ck_assert(value_is_raised(loop_run_until_complete(loop, OBJ(never))));
    ck_assert(vm_exception_is(vm, vm->exc[EXC_DeadlockError]));
    vm_take_exception(vm);
    ck_assert(!loop->running);
}
END_TEST

START_TEST(test_closed_loop_refuses)
{
    loop_close(loop);
    ck_assert(!loop_run_forever(loop));
    vm_take_exception(vm);
    ck_assert_int_eq(loop_turn(vm, loop), -2);
    vm_take_exception(vm);
}
END_TEST

START_TEST(test_events_of_a_timer)
{
    at(5 * MS, 1);
    test_clock.now = 5 * MS;
    test_round(loop);
    ck_assert_str_eq(test_events("pick"), "pick:1");
    at(6 * MS, 1);
    test_clock.now = 6 * MS;
    test_round(loop);
    ck_assert_str_eq(test_events("timer_fire"), "timer_fire:2");
}
END_TEST

START_TEST(test_the_collector_finds_what_the_loop_holds)
{
    at(5 * MS, 1);
    soon(2);
    script_task(loop, "yr", NULL);
    heap_collect(vm->heap);
    test_round(loop);
    heap_collect(vm->heap);
    test_clock.now = 5 * MS;
    test_round(loop);
    ck_assert_str_eq(take_story(), "2yr1");
}
END_TEST

Suite *suite_loop(void)
{
    Suite *suite = suite_create("loop");
    TCase *tests = tcase_create("loop");
    tcase_add_checked_fixture(tests, open_loop, test_end);
    tcase_add_test(tests, test_equal_deadlines_fire_in_arming_order);
    tcase_add_test(tests, test_due_timers_join_behind_what_is_ready);
    tcase_add_test(tests, test_what_a_round_adds_waits_for_the_next);
    tcase_add_test(tests, test_cancelled_handles_are_skipped);
    tcase_add_test(tests, test_run_until_complete_jumps_the_clock);
    tcase_add_test(tests, test_deadlock_is_an_error);
    tcase_add_test(tests, test_closed_loop_refuses);
    tcase_add_test(tests, test_events_of_a_timer);
    tcase_add_test(tests, test_the_collector_finds_what_the_loop_holds);
    suite_add_tcase(suite, tests);
    return suite;
}
