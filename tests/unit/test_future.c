/* test_future.c - Future: every state x every operation. */
#include "loop_helper.h"

static Loop *loop;

static void open_loop(void)
{
    loop = test_loop();
    story[0] = 0;
    script_count = 0;
}

static Future *in_state(int state) /* 0 pending, 1 result, 2 exception, 3 cancelled */
{
    Future *future = future_new(loop, FUTURE_PLAIN);
    if (state == 1)
        future_set_result(vm, future, value_small(1));
    if (state == 2)
        future_set_exception(vm, future, error_of(EXC_ValueError));
    if (state == 3)
        future_cancel(future, VALUE_NONE);
    return future;
}

static const char *pending_name(void)
{
    static char name[64];
    if (!vm_raised(vm))
        return "";
    Value error = vm_take_exception(vm);
    return str_c(class_of(vm, error)->name, name, sizeof name);
}

START_TEST(test_states_by_operations)
{
    static const struct {
        int state;
        bool done, can_set, can_fail, can_cancel;
        const char *result_raises;
    } rows[] = {
        { 0, false, true, true, true, "InvalidStateError" },
        { 1, true, false, false, false, "" },
        { 2, true, false, false, false, "ValueError" },
        { 3, true, false, false, false, "CancelledError" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ck_assert_int_eq(future_done(in_state(rows[i].state)), rows[i].done);
        ck_assert_int_eq(future_set_result(vm, in_state(rows[i].state), VALUE_NONE), rows[i].can_set);
        ck_assert_int_eq(future_set_exception(vm, in_state(rows[i].state), error_of(EXC_KeyError)),
                         rows[i].can_fail);
        ck_assert_int_eq(future_cancel(in_state(rows[i].state), VALUE_NONE), rows[i].can_cancel);
        Value result = future_result(vm, in_state(rows[i].state));
        ck_assert_int_eq(value_is_raised(result), *rows[i].result_raises != 0);
        ck_assert_str_eq(pending_name(), rows[i].result_raises);
    }
}
END_TEST

START_TEST(test_poll)
{
    Value out;
    Future *pending = in_state(0);
    ck_assert_int_eq(future_poll(vm, OBJ(pending), &out), 0);
    ck_assert(value_same(out, OBJ(pending)));
    ck_assert(pending->flags & FUTURE_BLOCKING);
    ck_assert_int_eq(future_poll(vm, OBJ(in_state(1)), &out), 1);
    ck_assert_int_eq(value_int(out), 1);
    ck_assert_int_eq(future_poll(vm, OBJ(in_state(2)), &out), -1);
    ck_assert_str_eq(pending_name(), "ValueError");
    ck_assert_int_eq(future_poll(vm, OBJ(in_state(3)), &out), -1);
    ck_assert_str_eq(pending_name(), "CancelledError");
}
END_TEST

START_TEST(test_setting_runs_nothing_and_callbacks_keep_their_order)
{
    Future *future = in_state(0);
    for (int i = 0; i < 20; i++)
        ck_assert(future_add_callback(vm, future, teller(), VALUE_UNSET));
    ck_assert(future_set_result(vm, future, VALUE_NONE));
    ck_assert_str_eq(take_story(), "");
    ck_assert_uint_eq(loop->ready.count, 20);
    ck_assert_ptr_null(future->more);
    test_round(loop);
    ck_assert_str_eq(take_story(), "ffffffffffffffffffff");
}
END_TEST

START_TEST(test_callback_of_a_done_future_comes_in_a_later_turn)
{
    Future *future = in_state(1);
    ck_assert(future_add_callback(vm, future, teller(), VALUE_UNSET));
    ck_assert_str_eq(take_story(), "");
    test_round(loop);
    ck_assert_str_eq(take_story(), "f");
}
END_TEST

START_TEST(test_cancel_message_and_the_error_itself)
{
    Future *future = in_state(0);
    Value text = vm_str_cstr(vm, "why");
    ck_assert(future_cancel(future, text));
    Value error = future_cancelled_error(vm, future);
    ck_assert_uint_eq(tuple_length(as_exception(error)->args), 1);
    ck_assert(value_same(as_exception(error)->args->items[0], text));
    error = future_cancelled_error(vm, in_state(3));
    ck_assert_uint_eq(tuple_length(as_exception(error)->args), 0);
}
END_TEST

START_TEST(test_sleep_fires_at_its_time_and_cancelled_never)
{
    Future *a = future_sleep(loop, 5 * MS, value_small(9));
    Future *b = future_sleep(loop, 5 * MS, VALUE_NONE);
    vm_keep(vm, OBJ(a));
    vm_keep(vm, OBJ(b));
    ck_assert(future_cancel(b, VALUE_NONE));
    test_clock.now = 4 * MS;
    test_round(loop);
    ck_assert(!future_done(a));
    test_clock.now = 5 * MS;
    test_round(loop);
    ck_assert(future_done(a));
    ck_assert_int_eq(value_int(future_result(vm, a)), 9);
    ck_assert_uint_eq(loop->timers.count, 0);
}
END_TEST

Suite *suite_future(void)
{
    Suite *suite = suite_create("future");
    TCase *tests = tcase_create("future");
    tcase_add_checked_fixture(tests, open_loop, test_end);
    tcase_add_test(tests, test_states_by_operations);
    tcase_add_test(tests, test_poll);
    tcase_add_test(tests, test_setting_runs_nothing_and_callbacks_keep_their_order);
    tcase_add_test(tests, test_callback_of_a_done_future_comes_in_a_later_turn);
    tcase_add_test(tests, test_cancel_message_and_the_error_itself);
    tcase_add_test(tests, test_sleep_fires_at_its_time_and_cancelled_never);
    suite_add_tcase(suite, tests);
    return suite;
}
