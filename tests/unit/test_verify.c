/* test_verify.c - code objects with one mistake each must be refused. */
#include "compile_help.h"

static Help help;
static Code *code;

static void open_help(void)
{
    help_open(&help);
    Code *module = help_compile(&help,
                                "def f(a, b, *c):\n"
                                " for x in a:\n"
                                "  if x < b: y = f(x, k=b)\n"
                                " try: p, *q = a.m(1)\n"
                                " except E: pass\n"
                                " return lambda: x\n",
                                0);
    ck_assert_ptr_nonnull(module);
    code = help_inner(module);
    ck_assert_ptr_null(code_verify(code));
}

static void close_help(void)
{
    help_close(&help);
}

static Instr *find(int op)
{
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        if (code->instrs[i].op == op)
            return &code->instrs[i];
    }
    ck_abort_msg("%s is not there", op_info[op].name);
    return NULL;
}

START_TEST(test_operands_stay_in_their_arrays)
{
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        Instr *in = &code->instrs[i], old = *in;
        const OpInfo *info = &op_info[in->op];
        if (info->a == OPERAND_dst || info->a == OPERAND_reg) {
            in->a = code->nregs;
            ck_assert_ptr_nonnull(code_verify(code));
            *in = old;
        }
        if (info->c == OPERAND_site) {
            in->c = (uint16_t)code->nsites;
            ck_assert_ptr_nonnull(code_verify(code));
            *in = old;
        }
        if (info->b == OPERAND_kst) {
            in->bc = (int32_t)code->nconsts;
            ck_assert_ptr_nonnull(code_verify(code));
            in->bc = -1;
            ck_assert_ptr_nonnull(code_verify(code));
            *in = old;
        }
        if (info->b == OPERAND_off) {
            in->bc = (int32_t)code->ninstrs;
            ck_assert_ptr_nonnull(code_verify(code));
            *in = old;
        }
        in->op = OP_COUNT;
        ck_assert_ptr_nonnull(code_verify(code));
        *in = old;
    }
    ck_assert_ptr_null(code_verify(code));
}
END_TEST

START_TEST(test_windows_stay_in_the_frame)
{
    find(OP_CALLKW)->c = code->nregs;
    ck_assert_ptr_nonnull(code_verify(code));
    find(OP_CALLKW)->c = 2;
    find(OP_UNPACKEX)[1].bc = code->nregs;
    ck_assert_ptr_nonnull(code_verify(code));
    find(OP_UNPACKEX)[1].bc = 0;
    find(OP_GETMETHOD)->a = (uint16_t)(code->nregs - 1);
    ck_assert_ptr_nonnull(code_verify(code));
}
END_TEST

START_TEST(test_pairs_stay_together)
{
    find(OP_FORITER)[1].op = OP_NOP;
    ck_assert_str_eq(code_verify(code), "FORITER without JUMP");
    find(OP_FORITER)[1].op = OP_JUMP;
    find(OP_LTJ)[1].a++;
    ck_assert_str_eq(code_verify(code), "comparison without its jump");
    find(OP_LTJ)[1].a--;
    Instr *call = find(OP_CALLKW);
    find(OP_JUMPF)->bc = (int32_t)(call + 1 - find(OP_JUMPF) - 1);
    ck_assert_str_eq(code_verify(code), "jump into a pair");
}
END_TEST

START_TEST(test_control_does_not_run_off_the_end)
{
    code->ninstrs--;
    ck_assert_ptr_nonnull(code_verify(code));
    code->ninstrs++;
    code->instrs[code->ninstrs - 1] = (Instr){ .op = OP_NOP };
    ck_assert_str_eq(code_verify(code), "control runs off the end");
}
END_TEST

START_TEST(test_handlers_stay_in_the_code_and_nest)
{
    ck_assert_uint_ge(code->nhandlers, 2);
    Handler old = code->handlers[0];
    code->handlers[0].end = code->ninstrs + 1;
    ck_assert_ptr_nonnull(code_verify(code));
    code->handlers[0] = old;
    code->handlers[0].target = code->ninstrs;
    ck_assert_ptr_nonnull(code_verify(code));
    code->handlers[0] = old;
    code->handlers[0].reg = code->nregs;
    ck_assert_ptr_nonnull(code_verify(code));
    code->handlers[0] = (Handler){ 2, 6, 0, 0 };
    code->handlers[1] = (Handler){ 4, 8, 0, 0 };
    ck_assert_str_eq(code_verify(code), "handlers overlap");
}
END_TEST

START_TEST(test_a_copy_is_as_good)
{
    Code *copy = code_copy(help.heap, code);
    ck_assert_ptr_nonnull(copy);
    ck_assert_ptr_null(code_verify(copy));
    ck_assert_ptr_ne(copy->instrs, code->instrs);
    copy->instrs[0].op = OP_COUNT;
    ck_assert_ptr_null(code_verify(code));
}
END_TEST

Suite *suite_verify(void)
{
    Suite *suite = suite_create("verify");
    TCase *tests = tcase_create("verify");
    tcase_add_checked_fixture(tests, open_help, close_help);
    tcase_add_test(tests, test_operands_stay_in_their_arrays);
    tcase_add_test(tests, test_windows_stay_in_the_frame);
    tcase_add_test(tests, test_pairs_stay_together);
    tcase_add_test(tests, test_control_does_not_run_off_the_end);
    tcase_add_test(tests, test_handlers_stay_in_the_code_and_nest);
    tcase_add_test(tests, test_a_copy_is_as_good);
    suite_add_tcase(suite, tests);
    return suite;
}
