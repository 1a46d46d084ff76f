/* test_interp.c - the dispatch loop on code objects made by hand: what single instructions do, where a
 * handler takes over, what comes back from a fiber. */
#include "runtime/start.h"
#include "vm/vm_internal.h"

#include <check.h>

static VM *vm;

static void open_vm(void)
{
    static char *argv[] = { "test", NULL };
    vm = runtime_create(1, argv, "test");
    ck_assert_ptr_nonnull(vm);
}

static void close_vm(void)
{
    runtime_destroy(vm);
}

/* Code of `count` instructions with 8 registers; constants 0.. are `consts`. */
static Code *code_of(const Instr *instrs, uint32_t count, const Value *consts, uint32_t nconsts)
{
    Heap *heap = vm->heap;
    Code *code = code_new(heap);
    code->instrs = heap_array(heap, NULL, 0, count * sizeof(Instr));
    code->locs = heap_array(heap, NULL, 0, count * sizeof(Loc));
    code->consts = nconsts ? heap_array(heap, NULL, 0, nconsts * sizeof(Value)) : NULL;
    memcpy(code->instrs, instrs, count * sizeof(Instr));
    memset(code->locs, 0, count * sizeof(Loc));
    for (uint32_t i = 0; i < nconsts; i++)
        code->consts[i] = consts[i];
    code->ninstrs = count;
    code->nconsts = nconsts;
    code->nregs = 8;
    code->flags = CODE_OPTIMISED;
    code->name = code->qualname = code->filename = code->source_name = NAME(vm, code);
    code->doc = VALUE_NONE;
    return code;
}
#define CODE(instrs) code_of(instrs, sizeof instrs / sizeof *instrs, NULL, 0)

static Value run(Code *code)
{
    ck_assert_ptr_null(code_verify(code));
    return vm_run_code(vm, code, vm->main->dict, VALUE_UNSET);
}

START_TEST(test_adds_an_immediate)
{
    const Instr program[] = {
        { .op = OP_LOADI, .a = 0, .bc = 40 },
        { .op = OP_ADDI, .a = 1, .b = 0, .c = 2 },
        { .op = OP_SUBI, .a = 1, .b = 1, .c = (uint16_t)-5 },
        { .op = OP_RETURN, .a = 1 },
    };
    ck_assert_int_eq(value_int(run(CODE(program))), 47);
}
END_TEST

START_TEST(test_a_sum_beyond_49_bits_is_a_big_int)
{
    const Instr program[] = {
        { .op = OP_LOADK, .a = 0, .bc = 0 },
        { .op = OP_ADD, .a = 0, .b = 0, .c = 0 },
        { .op = OP_RETURN, .a = 0 },
    };
    const Value consts[] = { value_small(VALUE_INT_MAX) };
    Value sum = run(code_of(program, 3, consts, 1));
    int64_t n;
    ck_assert(value_is_kind(sum, KIND_BIGINT));
    ck_assert(int_to_i64(sum, &n));
    ck_assert_int_eq(n, 2 * VALUE_INT_MAX);
}
END_TEST

START_TEST(test_compare_and_jump_counts_a_loop)
{
    const Instr program[] = {
        { .op = OP_LOADI, .a = 0, .bc = 0 },                  /* 0  i = 0             */
        { .op = OP_LOADI, .a = 1, .bc = 10 },                 /* 1  n = 10            */
        { .op = OP_LOADI, .a = 2, .bc = 0 },                  /* 2  sum = 0           */
        { .op = OP_LTJ, .a = 3, .b = 0, .c = 1 },             /* 3  while i < n:      */
        { .op = OP_JUMPF, .a = 3, .bc = 3 },                  /* 4      else to 8     */
        { .op = OP_ADD, .a = 2, .b = 2, .c = 0 },             /* 5      sum += i      */
        { .op = OP_ADDI, .a = 0, .b = 0, .c = 1 },            /* 6      i += 1        */
        { .op = OP_LOOP, .bc = -5 },                          /* 7  to 3              */
        { .op = OP_RETURN, .a = 2 },                          /* 8                    */
    };
    ck_assert_int_eq(value_int(run(CODE(program))), 45);
}
END_TEST

START_TEST(test_a_handler_takes_the_exception)
{
    const Instr program[] = {
        { .op = OP_LOADI, .a = 0, .bc = 1 },
        { .op = OP_LOADI, .a = 1, .bc = 0 },
        { .op = OP_DIV, .a = 2, .b = 0, .c = 1 }, /* raises */
        { .op = OP_RETURN, .a = 0 },
        { .op = OP_RETURN, .a = 5 },              /* the handler */
    };
    Code *code = CODE(program);
    code->handlers = heap_array(vm->heap, NULL, 0, sizeof(Handler));
    code->handlers[0] = (Handler){ .start = 2, .end = 3, .target = 4, .reg = 5 };
    code->nhandlers = 1;
    Value caught = run(code);
    ck_assert(value_is_exception(caught));
    ck_assert(value_obj(caught)->cls == vm->exc[EXC_ZeroDivisionError]);
    ck_assert(!vm_raised(vm));
}
END_TEST

START_TEST(test_without_a_handler_it_leaves)
{
    const Instr program[] = {
        { .op = OP_LOADNONE, .a = 0 },
        { .op = OP_NEG, .a = 0, .b = 0 },
        { .op = OP_RETURN, .a = 0 },
    };
    ck_assert(value_is_raised(run(CODE(program))));
    ck_assert(vm_exception_is(vm, vm->exc[EXC_TypeError]));
    ck_assert_ptr_null(vm->frame);
    ck_assert_uint_eq(vm->depth, 0);
    vm_take_exception(vm);
}
END_TEST

START_TEST(test_foriter_skips_the_jump_until_the_end)
{
    Heap *heap = vm->heap;
    Value items[] = { value_small(3), value_small(4) };
    const Value consts[] = { OBJ(list_from_values(heap, items, 2)) };
    const Instr program[] = {
        { .op = OP_LOADI, .a = 0, .bc = 100 },
        { .op = OP_LOADK, .a = 1, .bc = 0 },
        { .op = OP_GETITER, .a = 1, .b = 1, .c = 0 },
        { .op = OP_FORITER, .a = 2, .b = 1 },
        { .op = OP_JUMP, .bc = 2 },
        { .op = OP_ADD, .a = 0, .b = 0, .c = 2 },
        { .op = OP_LOOP, .bc = -4 },
        { .op = OP_RETURN, .a = 0 },
    };
    ck_assert_int_eq(value_int(run(code_of(program, 8, consts, 1))), 107);
}
END_TEST

START_TEST(test_calls_leave_their_result_in_a)
{
    const Instr callee_program[] = { { .op = OP_ADDI, .a = 1, .b = 0, .c = 1 }, { .op = OP_RETURN, .a = 1 } };
    Code *callee_code = CODE(callee_program);
    callee_code->argcount = 1;
    Function *callee = function_new(vm, callee_code, vm->main->dict);
    const Value consts[] = { OBJ(callee) };
    const Instr program[] = {
        { .op = OP_LOADK, .a = 2, .bc = 0 },
        { .op = OP_LOADI, .a = 3, .bc = 8 },
        { .op = OP_CALL, .a = 6, .b = 2, .c = 1 },
        { .op = OP_RETURN, .a = 6 },
    };
    ck_assert_int_eq(value_int(run(code_of(program, 4, consts, 1))), 9);
}
END_TEST

START_TEST(test_a_yield_comes_out_and_what_is_sent_goes_in)
{
    const Instr program[] = {
        { .op = OP_LOADI, .a = 0, .bc = 1 },
        { .op = OP_YIELD, .a = 1, .b = 0 },
        { .op = OP_RETURN, .a = 1 },
    };
    Code *code = CODE(program);
    code->flags |= CODE_GENERATOR;
    Fiber *fiber = fiber_new(vm, function_new(vm, code, vm->main->dict));
    Value out;
    ck_assert_int_eq(fiber_resume(vm, fiber, VALUE_NONE, VALUE_UNSET, &out), RUN_SUSPENDED);
    ck_assert_int_eq(value_int(out), 1);
    ck_assert_int_eq(fiber_resume(vm, fiber, value_small(5), VALUE_UNSET, &out), RUN_RETURNED);
    ck_assert_int_eq(value_int(out), 5);
    ck_assert_int_eq(fiber->state, FIBER_DONE);
}
END_TEST

Suite *suite_interp(void)
{
    Suite *suite = suite_create("interp");
    TCase *tests = tcase_create("hand-made code");
    tcase_add_checked_fixture(tests, open_vm, close_vm);
    tcase_add_test(tests, test_adds_an_immediate);
    tcase_add_test(tests, test_a_sum_beyond_49_bits_is_a_big_int);
    tcase_add_test(tests, test_compare_and_jump_counts_a_loop);
    tcase_add_test(tests, test_a_handler_takes_the_exception);
    tcase_add_test(tests, test_without_a_handler_it_leaves);
    tcase_add_test(tests, test_foriter_skips_the_jump_until_the_end);
    tcase_add_test(tests, test_calls_leave_their_result_in_a);
    tcase_add_test(tests, test_a_yield_comes_out_and_what_is_sent_goes_in);
    suite_add_tcase(suite, tests);
    return suite;
}
