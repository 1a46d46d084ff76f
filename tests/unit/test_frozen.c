/* test_frozen.c - what tools/freeze made of lib/ is what the compiler makes of it now; a broken form is refused. */
#include "base/mem.h"
#include "bytecode/frozen.h"
#include "compile_help.h"
#include "object/str.h"
#include "runtime/import.h"

static Help help;

static void open_help(void)
{
    help_open(&help);
}

static void close_help(void)
{
    help_close(&help);
}

static Code *compile(const EmbeddedModule *m, const char *filename)
{
    Source source;
    Arena arena;
    Node *root;
    Code *code = NULL;
    arena_init(&arena);
    if (source_init(&source, filename, m->text, m->length, &help.diag) &&
        parser_parse(&source, PARSE_FILE, &arena, &root, &help.diag) == PARSE_OK)
        code = compiler_compile(help.heap, root, filename, COMPILE_HIDDEN, &help.diag);
    arena_free(&arena);
    source_free(&source);
    ck_assert_msg(code != NULL, "%s does not compile", filename);
    return code;
}

/* Interned texts are compared by address: both codes were made in one heap. */
static bool same_str(const Str *a, const Str *b)
{
    return a == b || (a && b && !(a->obj.flags & STR_INTERNED) && !(b->obj.flags & STR_INTERNED) && str_equal(a, b));
}

static bool same_names(Str *const *a, Str *const *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!same_str(a[i], b[i]))
            return false;
    return true;
}

static bool same_code(const Code *a, const Code *b);

static bool same_value(Value a, Value b)
{
    if (value_same(a, b))
        return true;
    if (!value_is_obj(a) || !value_is_obj(b) || value_obj(a)->kind != value_obj(b)->kind)
        return false;
    switch (value_obj(a)->kind) {
    case KIND_STR: return same_str(as_str(a), as_str(b));
    case KIND_BYTES:
        return as_bytes(a)->length == as_bytes(b)->length &&
               memcmp(as_bytes(a)->data, as_bytes(b)->data, as_bytes(a)->length) == 0;
    case KIND_BIGINT: return value_obj(a)->aux == value_obj(b)->aux && memcmp(((BigInt *)(void *)value_obj(a))->digits,
                             ((BigInt *)(void *)value_obj(b))->digits, (value_obj(a)->aux / 2) * 8) == 0;
    case KIND_CODE: return same_code(AS(Code, a), AS(Code, b));
    case KIND_TUPLE:
        if (tuple_length(as_tuple(a)) != tuple_length(as_tuple(b)))
            return false;
        for (size_t i = 0; i < tuple_length(as_tuple(a)); i++)
            if (!same_value(as_tuple(a)->items[i], as_tuple(b)->items[i]))
                return false;
        return true;
    default: return false;
    }
}

static bool same_bytes(const void *a, const void *b, size_t bytes)
{
    return !bytes || memcmp(a, b, bytes) == 0;
}

static bool same_locs(const Loc *a, const Loc *b, size_t count) /* there is padding in a Loc */
{
    for (size_t i = 0; i < count; i++)
        if (a[i].line != b[i].line || a[i].end_line != b[i].end_line || a[i].col != b[i].col ||
            a[i].end_col != b[i].end_col || a[i].live != b[i].live)
            return false;
    return true;
}

static bool same_handlers(const Code *a, const Code *b)
{
    for (size_t i = 0; i < a->nhandlers; i++) {
        const Handler *x = &a->handlers[i], *y = &b->handlers[i];
        if (x->start != y->start || x->end != y->end || x->target != y->target || x->reg != y->reg)
            return false;
    }
    for (size_t i = 0; i < a->nregions; i++) {
        const HandledRegion *x = &a->regions[i], *y = &b->regions[i];
        if (x->start != y->start || x->end != y->end || x->reg != y->reg)
            return false;
    }
    for (size_t i = 0; i < a->ncaptures; i++)
        if (a->captures[i].index != b->captures[i].index ||
            a->captures[i].from_register != b->captures[i].from_register)
            return false;
    return true;
}

static bool same_code(const Code *a, const Code *b)
{
    if (a->flags != (b->flags & ~(uint32_t)CODE_FROZEN) || a->nregs != b->nregs || a->argcount != b->argcount ||
        a->posonly != b->posonly || a->kwonly != b->kwonly || a->nlocals != b->nlocals ||
        a->first_line != b->first_line || a->ninstrs != b->ninstrs || a->nconsts != b->nconsts ||
        a->nsites != b->nsites || a->nhandlers != b->nhandlers || a->nregions != b->nregions ||
        a->ncaptures != b->ncaptures)
        return false;
    for (size_t i = 0; i < a->nconsts; i++)
        if (!same_value(a->consts[i], b->consts[i]))
            return false;
    for (size_t i = 0; i < a->nsites; i++)
        if (!same_str(a->sites[i].name, b->sites[i].name))
            return false;
    return same_str(a->name, b->name) && same_str(a->qualname, b->qualname) && same_str(a->filename, b->filename) &&
           same_str(a->source_name, b->source_name) && same_value(a->doc, b->doc) &&
           same_bytes(a->instrs, b->instrs, a->ninstrs * sizeof(Instr)) && same_locs(a->locs, b->locs, a->ninstrs) &&
           same_handlers(a, b) && same_bytes(a->var_is_cell, b->var_is_cell, a->nlocals) &&
           same_names(a->varnames, b->varnames, a->nlocals) && same_names(a->freenames, b->freenames, a->ncaptures);
}

START_TEST(test_every_module_is_frozen_as_it_is_compiled)
{
    size_t count = 0;
    for (const EmbeddedModule *m = embedded_modules; m->name; m++, count++) {
        char filename[160];
        const char *wrong;
        snprintf(filename, sizeof filename, "<lib/%s>", m->path);
        ck_assert_ptr_nonnull(frozen_modules[count].name);
        ck_assert_str_eq(m->name, frozen_modules[count].name);
        Code *thawed = thaw_module(help.heap, &frozen_modules[count], filename, &wrong);
        ck_assert_msg(thawed != NULL, "%s: %s", filename, wrong);
        help_verify(thawed);
        ck_assert_msg(same_code(compile(m, filename), thawed), "%s is frozen otherwise than it is compiled", filename);
    }
    ck_assert_ptr_null(frozen_modules[count].name);
}
END_TEST

START_TEST(test_thawed_code_outlives_its_copies)
{
    const char *wrong;
    Code *thawed = thaw_module(help.heap, &frozen_modules[0], "<lib>", &wrong);
    Code *copy = code_copy(help.heap, thawed);
    ck_assert_ptr_nonnull(copy);
    ck_assert(same_code(copy, thawed));
    ck_assert_ptr_ne(copy->instrs, thawed->instrs);
    code_clear(help.heap, copy);
    help_verify(thawed);
}
END_TEST

/* A module of one code object, to be broken. */
static FrozenCode broken;
static FrozenModule broken_module;

static const char *what_is_wrong(void)
{
    const char *wrong = NULL;
    ck_assert_ptr_null(thaw_module(help.heap, &broken_module, "<broken>", &wrong));
    return wrong ? wrong : "no memory";
}

static void break_it(void)
{
    static const Instr instrs[] = { { OP_LOADK, 0, { .bc = 0 } }, { OP_RETURN, 0, { .bc = 0 } } };
    static const Loc locs[] = { { 1, 1, 0, 0, 1 }, { 1, 1, 0, 0, 1 } };
    static const FrozenText texts[] = { { "f", 1, true } };
    static const FrozenValue consts[] = { { FROZEN_STR, 0, { 0 } } };
    broken = (FrozenCode){ .nregs = 1, .ninstrs = 2, .nconsts = 1, .instrs = instrs, .locs = locs, .consts = consts };
    broken_module = (FrozenModule){ "broken", texts, 1, &broken };
    const char *wrong = NULL;
    ck_assert_ptr_nonnull(thaw_module(help.heap, &broken_module, "<whole>", &wrong));
}

START_TEST(test_a_broken_form_is_refused)
{
    static const Instr no_such_register[] = { { OP_LOADK, 7, { .bc = 0 } }, { OP_RETURN, 0, { .bc = 0 } } };
    static const Instr no_such_constant[] = { { OP_LOADK, 0, { .bc = 9 } }, { OP_RETURN, 0, { .bc = 0 } } };
    static const Instr no_such_opcode[] = { { OP_COUNT, 0, { .bc = 0 } }, { OP_RETURN, 0, { .bc = 0 } } };
    static const Instr no_end[] = { { OP_LOADK, 0, { .bc = 0 } }, { OP_LOADK, 0, { .bc = 0 } } };
    static const Instr *const wrongs[] = { no_such_register, no_such_constant, no_such_opcode, no_end };
    static const char *const texts[] = { "register out of range", "constant out of range", "unknown opcode",
                                         "control runs off the end" };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        break_it();
        broken.instrs = wrongs[i];
        ck_assert_str_eq(what_is_wrong(), texts[i]);
    }
    break_it();
    broken.name = 3;
    ck_assert_str_eq(what_is_wrong(), "text out of range");
    break_it();
    static const FrozenValue unknown[] = { { (FrozenKind)77, 0, { 0 } } };
    broken.consts = unknown;
    ck_assert_str_eq(what_is_wrong(), "constant of unknown kind");
    break_it();
    static const FrozenValue itself[] = { { FROZEN_CODE, 0, { .code = &broken } } };
    broken.consts = itself;
    ck_assert_str_eq(what_is_wrong(), "code nested too deeply");
    break_it();
    static FrozenValue tuple[] = { { FROZEN_TUPLE, 1, { .items = tuple } } };
    broken.consts = tuple;
    ck_assert_str_eq(what_is_wrong(), "constant nested too deeply");
}
END_TEST

START_TEST(test_each_failing_allocation_is_told)
{
    const FrozenModule *module = frozen_modules;
    while (strcmp(module->name, "asyncio.runners") != 0)
        module++;
    const char *wrong;
    size_t n = 0, failures = 0, asked;
    do {
        asked = mem_asked();
        mem_fail_after(++n);
        Code *thawed = thaw_module(help.heap, module, "<lib>", &wrong); /* a block of cells gives way to the reserve */
        mem_fail_after(0);
        ck_assert_ptr_null(wrong);
        if (thawed)
            help_verify(thawed);
        failures += !thawed;
        heap_collect(help.heap);
    } while (mem_asked() - asked >= n);
    ck_assert_uint_gt(failures, 20);
}
END_TEST

Suite *suite_frozen(void)
{
    Suite *suite = suite_create("frozen");
    TCase *tests = tcase_create("frozen");
    tcase_add_checked_fixture(tests, open_help, close_help);
    tcase_add_test(tests, test_every_module_is_frozen_as_it_is_compiled);
    tcase_add_test(tests, test_thawed_code_outlives_its_copies);
    tcase_add_test(tests, test_a_broken_form_is_refused);
    tcase_add_test(tests, test_each_failing_allocation_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
