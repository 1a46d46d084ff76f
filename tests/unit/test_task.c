/* test_task.c - Task: where it can be x what can happen to it. Coroutines are made of C (loop_helper.h). */
#include "loop_helper.h"

static Loop *loop;
static Future *gate;

static void open_loop(void)
{
    loop = test_loop();
    story[0] = 0;
    script_count = 0;
    gate = future_new(loop, FUTURE_PLAIN);
    vm_keep(vm, OBJ(gate));
}

static void run_all(void)
{
    for (int i = 0; i < 50 && loop->ready.count > 0; i++)
        test_round(loop);
}

static bool cancel(Task *task)
{
    int answer = cancel_request(vm, OBJ(task), VALUE_NONE, true);
    ck_assert_int_ge(answer, 0);
    return answer;
}

START_TEST(test_states_of_one_task)
{
    Task *task = script_task(loop, "ywr", gate);
    vm_keep(vm, OBJ(task)); /* the loop forgets it when it is done */
    ck_assert(task->task_flags & TASK_QUEUED);
    ck_assert_str_eq(take_story(), "");
    test_round(loop); /* gives way */
    ck_assert_str_eq(take_story(), "y");
    ck_assert(task->task_flags & TASK_QUEUED);
    test_round(loop); /* waits */
    ck_assert_str_eq(take_story(), "w");
    ck_assert(!(task->task_flags & TASK_QUEUED));
    ck_assert(value_same(task->waits_on, OBJ(gate)));
    future_set_result(vm, gate, VALUE_NONE);
    ck_assert(task->task_flags & TASK_QUEUED);
    ck_assert(!future_done(&task->future));
    test_round(loop);
    ck_assert(future_done(&task->future));
    ck_assert_int_eq(value_int(future_result(vm, &task->future)), 7);
    ck_assert(value_is_unset(task->waits_on));
    ck_assert_ptr_null(loop->first_task);
}
END_TEST

START_TEST(test_cancel_wherever_it_is)
{
    static const struct {
        const char *program;
        int rounds;         /* before cancel() */
        bool gate_done;     /* woken, not yet run */
        bool answer;
        const char *story;
        int state;          /* in the end */
    } rows[] = {
        { "r", 0, false, true, "C", FUTURE_CANCELLED },        /* before its first step: the body never runs */
        { "yr", 1, false, true, "yC", FUTURE_CANCELLED },      /* ready */
        { "wr", 1, false, true, "wC", FUTURE_CANCELLED },      /* waiting */
        { "wr", 1, true, true, "wC", FUTURE_CANCELLED },       /* woken */
        { "ysr", 1, false, true, "yCr", FUTURE_FINISHED },     /* swallows it */
        { "wsr", 1, false, true, "wCr", FUTURE_FINISHED },
        { "r", 1, false, false, "r", FUTURE_FINISHED },        /* done */
        { "e", 1, false, false, "e", FUTURE_FINISHED },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        script_count = script_count ? 1 : 0;
        gate = future_new(loop, FUTURE_PLAIN);
        vm_keep(vm, OBJ(gate));
        Task *task = script_task(loop, rows[i].program, gate);
        vm_keep(vm, OBJ(task));
        for (int n = 0; n < rows[i].rounds; n++)
            test_round(loop);
        if (rows[i].gate_done)
            future_set_result(vm, gate, VALUE_NONE);
        ck_assert_msg(cancel(task) == rows[i].answer, "row %zu", i);
        run_all();
        ck_assert_msg(strcmp(take_story(), rows[i].story) == 0, "row %zu", i);
        ck_assert_msg(task->future.state == rows[i].state, "row %zu", i);
        task->future.flags &= (uint8_t)~FUTURE_LOG;
    }
}
END_TEST

START_TEST(test_bad_yield_comes_back_as_an_error)
{
    Task *task = script_task(loop, "br", NULL);
    vm_keep(vm, OBJ(task));
    run_all();
    ck_assert_str_eq(take_story(), "bX");
    ck_assert(future_failed(&task->future));
    task->future.flags &= (uint8_t)~FUTURE_LOG;
}
END_TEST

START_TEST(test_cancel_goes_down_a_long_chain_without_recursion)
{
    enum { DEPTH = 40 };
    Task *tasks[DEPTH];
    for (int i = 0; i < DEPTH; i++) {
        tasks[i] = script_task(loop, "wr", i ? &tasks[i - 1]->future : gate);
        vm_keep(vm, OBJ(tasks[i]));
    }
    run_all();
    ck_assert(cancel(tasks[DEPTH - 1]));
    ck_assert_uint_eq(gate->state, FUTURE_CANCELLED);
    run_all();
    for (int i = 0; i < DEPTH; i++) {
        ck_assert_uint_eq(tasks[i]->future.state, FUTURE_CANCELLED);
        ck_assert_uint_eq(tasks[i]->cancels, 1);
        ck_assert(!(tasks[i]->task_flags & TASK_ON_PATH));
    }
}
END_TEST

START_TEST(test_unfinished_tasks_are_listed_oldest_first)
{
    Task *a = script_task(loop, "wr", gate), *b = script_task(loop, "r", NULL), *c = script_task(loop, "yr", NULL);
    ck_assert_ptr_eq(loop->first_task, a);
    ck_assert_ptr_eq(a->next, b);
    test_round(loop);
    ck_assert_ptr_eq(a->next, c);
    ck_assert_ptr_eq(loop->last_task, c);
    cancel(a);
    run_all();
    ck_assert_ptr_null(loop->first_task);
    ck_assert_uint_eq(loop->task_count, 0);
}
END_TEST

START_TEST(test_a_suspended_task_is_small)
{
    ck_assert_uint_le(sizeof(Task), 64 + 6 * sizeof(Value));
    ck_assert_uint_le(sizeof(Future), 40 + 3 * sizeof(Value));
    ck_assert_uint_le(sizeof(Timer), 24);
}
END_TEST

Suite *suite_task(void)
{
    Suite *suite = suite_create("task");
    TCase *tests = tcase_create("task");
    tcase_add_checked_fixture(tests, open_loop, test_end);
    tcase_add_test(tests, test_states_of_one_task);
    tcase_add_test(tests, test_cancel_wherever_it_is);
    tcase_add_test(tests, test_bad_yield_comes_back_as_an_error);
    tcase_add_test(tests, test_cancel_goes_down_a_long_chain_without_recursion);
    tcase_add_test(tests, test_unfinished_tasks_are_listed_oldest_first);
    tcase_add_test(tests, test_a_suspended_task_is_small);
    suite_add_tcase(suite, tests);
    return suite;
}
