/* test_fiber.c - Fiber: every state x every operation, for a generator and for a coroutine; and that a chain of
 * awaits costs the same at any depth. */
#include "runtime/import.h"
#include "runtime/start.h"

#include <check.h>
#include <stdio.h>

static VM *vm;

static const char program[] = "import types\n"
                              "def gen():\n"
                              "    x = yield 'y'\n"
                              "    return x\n"
                              "@types.coroutine\n"
                              "def pause():\n"
                              "    return (yield 'y')\n"
                              "async def coro():\n"
                              "    return await pause()\n"
                              "async def nest(n):\n"
                              "    return await (nest(n - 1) if n else coro())\n";

static void open_vm(void)
{
    static char *argv[] = { "test", NULL };
    vm = runtime_create(1, argv, "test");
    ck_assert_ptr_nonnull(vm);
    Code *code = import_compile(vm, program, sizeof program - 1, "t.ma", PARSE_FILE, 0, NULL);
    ck_assert_ptr_nonnull(code);
    ck_assert(!value_is_raised(vm_run_code(vm, code, vm->main->dict, VALUE_UNSET)));
}

static void close_vm(void)
{
    runtime_destroy(vm);
}

static Fiber *call(const char *name, int nargs, const Value *args)
{
    Value function = dict_get_name(vm->main->dict, str_intern_cstr(vm->heap, name));
    Value made = vm_call(vm, function, nargs, args);
    ck_assert(value_is_obj(made));
    vm_keep(vm, made);
    return AS(Fiber, made);
}

static Fiber *in_state(const char *name, FiberState state)
{
    Fiber *fiber = call(name, 0, NULL);
    Value out;
    if (state == FIBER_SUSPENDED)
        ck_assert_int_eq(fiber_resume(vm, fiber, VALUE_NONE, VALUE_UNSET, &out), RUN_SUSPENDED);
    if (state == FIBER_DONE)
        ck_assert(fiber_close(vm, fiber, NULL));
    if (state == FIBER_RUNNING)
        fiber->state = FIBER_RUNNING; /* as seen by code that it calls */
    return fiber;
}

/* "yields", "returns" or "Error: text" */
static const char *outcome(RunResult how)
{
    static char text[200];
    char message[150];
    if (how != RUN_RAISED)
        return how == RUN_SUSPENDED ? "yields" : "returns";
    Value error = vm_take_exception(vm);
    snprintf(text, sizeof text, "%s", str_c(value_obj(error)->cls->name, message, sizeof message));
    Str *what = vm_str(vm, error);
    if (what && str_length(what)) {
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, ": %s", str_c(what, message, sizeof message));
    }
    return text;
}

static const char *operate(Fiber *fiber, int operation)
{
    Value out, error = exception_make(vm, vm->exc[EXC_KeyError], 0, NULL);
    switch (operation) {
    case 0: return outcome(fiber_resume(vm, fiber, VALUE_NONE, VALUE_UNSET, &out));
    case 1: return outcome(fiber_resume(vm, fiber, value_small(5), VALUE_UNSET, &out));
    case 2: return outcome(fiber_resume(vm, fiber, VALUE_NONE, error, &out));
    default: return outcome(fiber_close(vm, fiber, NULL) ? RUN_RETURNED : RUN_RAISED);
    }
}

START_TEST(test_states_by_operations)
{
    static const struct {
        const char *name;
        FiberState state;
        const char *send_none, *send_5, *throw, *close;
    } rows[] = {
        { "gen", FIBER_CREATED, "yields", "TypeError: can't send non-None value to a just-started generator", "KeyError", "returns" },
        { "gen", FIBER_SUSPENDED, "returns", "returns", "KeyError", "returns" },
        { "gen", FIBER_RUNNING, "ValueError: generator already executing", "ValueError: generator already executing",
          "ValueError: generator already executing", "ValueError: generator already executing" },
        { "gen", FIBER_DONE, "returns", "returns", "KeyError", "returns" },
        { "coro", FIBER_CREATED, "yields", "TypeError: can't send non-None value to a just-started coroutine", "KeyError", "returns" },
        { "coro", FIBER_SUSPENDED, "returns", "returns", "KeyError", "returns" },
        { "coro", FIBER_RUNNING, "ValueError: coroutine already executing", "ValueError: coroutine already executing",
          "ValueError: coroutine already executing", "ValueError: coroutine already executing" },
        { "coro", FIBER_DONE, "RuntimeError: cannot reuse already awaited coroutine",
          "RuntimeError: cannot reuse already awaited coroutine", "KeyError", "returns" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const wanted[] = { rows[i].send_none, rows[i].send_5, rows[i].throw, rows[i].close };
        for (int operation = 0; operation < 4; operation++) {
            Fiber *fiber = in_state(rows[i].name, rows[i].state);
            ck_assert_msg(strcmp(operate(fiber, operation), wanted[operation]) == 0, "row %zu, operation %d: wanted %s", i,
                          operation, wanted[operation]);
            if (rows[i].state == FIBER_RUNNING)
                fiber->state = FIBER_DONE;
        }
    }
    ck_assert_uint_eq(vm->depth, 0);
    ck_assert_uint_eq(vm->handling, 0);
}
END_TEST

START_TEST(test_a_chain_is_left_and_entered_at_its_tip)
{
    Value depth = value_small(50), out;
    Fiber *outer = call("nest", 1, &depth);
    ck_assert_int_eq(fiber_resume(vm, outer, VALUE_NONE, VALUE_UNSET, &out), RUN_SUSPENDED);
    int frames = 0;
    for (Frame *f = outer->tip; f; f = f->caller)
        frames++;
    ck_assert_int_eq(frames, 53); /* 51 nest, coro, pause */
    ck_assert_ptr_null(outer->base.caller);
    ck_assert_ptr_null(vm->frame);
    ck_assert_int_eq(fiber_resume(vm, outer, value_small(7), VALUE_UNSET, &out), RUN_RETURNED);
    ck_assert_int_eq(value_int(out), 7);
}
END_TEST

Suite *suite_fiber(void)
{
    Suite *suite = suite_create("fiber");
    TCase *tests = tcase_create("states");
    tcase_add_checked_fixture(tests, open_vm, close_vm);
    tcase_add_test(tests, test_states_by_operations);
    tcase_add_test(tests, test_a_chain_is_left_and_entered_at_its_tip);
    suite_add_tcase(suite, tests);
    return suite;
}
