/* test_scope.c - what a program text may not do with its names and statements: messages and places
 * are those of CPython 3.13; and what its names mean. */
#include "compile_help.h"

typedef struct {
    const char *text, *message;
    uint32_t line, col, end_line, end_col;
} Wrong;

static const Wrong wrongs[] = {
    { "def f():\n"
      "    x = 1\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 3, 4, 3, 12 },
    { "def f():\n"
      "    print(x)\n"
      "    global x\n",
      "name 'x' is used prior to global declaration", 3, 4, 3, 12 },
    { "def f(x):\n"
      "    global x\n",
      "name 'x' is parameter and global", 2, 4, 2, 12 },
    { "def f(x):\n"
      "    nonlocal x\n",
      "name 'x' is parameter and nonlocal", 2, 4, 2, 14 },
    { "def f():\n"
      "    nonlocal zz\n",
      "no binding for nonlocal 'zz' found", 2, 4, 2, 15 },
    { "nonlocal x\n",
      "nonlocal declaration not allowed at module level", 1, 0, 1, 10 },
    { "def f():\n"
      "    x = 1\n"
      "    def g():\n"
      "        x = 2\n"
      "        nonlocal x\n",
      "name 'x' is assigned to before nonlocal declaration", 5, 8, 5, 18 },
    { "def f():\n"
      "    global x\n"
      "    nonlocal x\n",
      "name 'x' is nonlocal and global", 2, 4, 2, 12 },
    { "def f(a, a): pass\n",
      "duplicate argument 'a' in function definition", 1, 9, 1, 10 },
    { "def f(a, *, b, a): pass\n",
      "duplicate argument 'a' in function definition", 1, 15, 1, 16 },
    { "lambda a, b, a: 1\n",
      "duplicate argument 'a' in function definition", 1, 13, 1, 14 },
    { "def f(*a, **a): pass\n",
      "duplicate argument 'a' in function definition", 1, 12, 1, 13 },
    { "await x\n",
      "'await' outside function", 1, 0, 1, 7 },
    { "def f():\n"
      "    await x\n",
      "'await' outside async function", 2, 4, 2, 11 },
    { "def f():\n"
      "    async for x in y: pass\n",
      "'async for' outside async function", 2, 4, 2, 26 },
    { "def f():\n"
      "    async with x: pass\n",
      "'async with' outside async function", 2, 4, 2, 22 },
    { "async with x: pass\n",
      "'async with' outside async function", 1, 0, 1, 18 },
    { "async for x in y: pass\n",
      "'async for' outside async function", 1, 0, 1, 22 },
    { "yield 1\n",
      "'yield' outside function", 1, 0, 1, 7 },
    { "class A:\n"
      "    yield 1\n",
      "'yield' outside function", 2, 4, 2, 11 },
    { "x = yield from y\n",
      "'yield from' outside function", 1, 4, 1, 16 },
    { "return 1\n",
      "'return' outside function", 1, 0, 1, 8 },
    { "class A:\n"
      "    return 1\n",
      "'return' outside function", 2, 4, 2, 12 },
    { "break\n",
      "'break' outside loop", 1, 0, 1, 5 },
    { "continue\n",
      "'continue' not properly in loop", 1, 0, 1, 8 },
    { "if 1:\n"
      "    break\n",
      "'break' outside loop", 2, 4, 2, 9 },
    { "def f():\n"
      "    for x in y:\n"
      "        def g():\n"
      "            break\n",
      "'break' outside loop", 4, 12, 4, 17 },
    { "while 1:\n"
      "    class A:\n"
      "        continue\n",
      "'continue' not properly in loop", 3, 8, 3, 16 },
    { "async def f():\n"
      "    yield from x\n",
      "'yield from' inside async function", 2, 4, 2, 16 },
    { "async def f():\n"
      "    yield 1\n"
      "    return 2\n",
      "'return' with value in async generator", 3, 4, 3, 12 },
    { "async def f():\n"
      "    return 2\n"
      "    yield 1\n",
      "'return' with value in async generator", 2, 4, 2, 12 },
    { "def f():\n"
      "    [x async for x in y]\n",
      "asynchronous comprehension outside of an asynchronous function", 2, 4, 2, 24 },
    { "[x async for x in y]\n",
      "asynchronous comprehension outside of an asynchronous function", 1, 0, 1, 20 },
    { "x = [await z for z in y]\n",
      "asynchronous comprehension outside of an asynchronous function", 1, 4, 1, 24 },
    { "def f():\n"
      "    return {await q for q in z}\n",
      "asynchronous comprehension outside of an asynchronous function", 2, 11, 2, 31 },
    { "lambda: (await x)\n",
      "'await' outside async function", 1, 9, 1, 16 },
    { "try:\n"
      "    pass\n"
      "except:\n"
      "    pass\n"
      "except ValueError:\n"
      "    pass\n",
      "default 'except:' must be last", 3, 0, 4, 8 },
    { "a, *b, *c = x\n",
      "multiple starred expressions in assignment", 1, 0, 1, 9 },
    { "*a = x\n",
      "starred assignment target must be in a list or tuple", 1, 0, 1, 2 },
    { "*a, = *b\n",
      "can't use starred expression here", 1, 6, 1, 8 },
    { "x = *a\n",
      "can't use starred expression here", 1, 4, 1, 6 },
    { "print(*a)\n"
      "*b\n",
      "can't use starred expression here", 2, 0, 2, 2 },
    { "f(*a, k=1, k=2)\n",
      "keyword argument repeated: k", 1, 11, 1, 14 },
    { "f(a=1, b=2, a=3)\n",
      "keyword argument repeated: a", 1, 12, 1, 15 },
    { "[x := 1 for x in y]\n",
      "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 1, 1, 2 },
    { "[i := 0 for i in range(5)]\n",
      "assignment expression cannot rebind comprehension iteration variable 'i'", 1, 1, 1, 2 },
    { "[[(i := 0) for j in range(5)] for i in range(5)]\n",
      "assignment expression cannot rebind comprehension iteration variable 'i'", 1, 3, 1, 4 },
    { "[i for i in (x := range(3))]\n",
      "assignment expression cannot be used in a comprehension iterable expression", 1, 13, 1, 26 },
    { "[j for i in y for j in (x := z)]\n",
      "assignment expression cannot be used in a comprehension iterable expression", 1, 24, 1, 30 },
    { "class A:\n"
      "    x = [y := 1 for z in q]\n",
      "assignment expression within a comprehension cannot be used in a class body", 2, 9, 2, 10 },
    { "[i+1 for i in i if (j := 1) for j in x]\n",
      "comprehension inner loop cannot rebind assignment expression target 'j'", 1, 32, 1, 33 },
    { "def f():\n"
      "    from x import *\n",
      "import * only allowed at module level", 2, 18, 2, 19 },
    { "class A:\n"
      "    from x import *\n",
      "import * only allowed at module level", 2, 18, 2, 19 },
    { "__debug__ = 1\n",
      "cannot assign to __debug__", 1, 0, 1, 9 },
    { "del __debug__\n",
      "cannot delete __debug__", 1, 4, 1, 13 },
    { "def f(__debug__): pass\n",
      "cannot assign to __debug__", 1, 6, 1, 15 },
    { "def __debug__(): pass\n",
      "cannot assign to __debug__", 1, 0, 1, 21 },
    { "x.__debug__ = 1\n",
      "cannot assign to __debug__", 1, 0, 1, 11 },
    { "f(__debug__=1)\n",
      "cannot assign to __debug__", 1, 2, 1, 13 },
    { "class __debug__: pass\n",
      "cannot assign to __debug__", 1, 0, 1, 21 },
    { "import __debug__\n",
      "cannot assign to __debug__", 1, 0, 1, 16 },
    { "for __debug__ in x: pass\n",
      "cannot assign to __debug__", 1, 4, 1, 13 },
    { "with x as __debug__: pass\n",
      "cannot assign to __debug__", 1, 10, 1, 19 },
    { "from __future__ import nope\n",
      "future feature nope is not defined", 1, 0, 0, 0 },
    { "from __future__ import braces\n",
      "not a chance", 1, 0, 0, 0 },
    { "x = 1\n"
      "from __future__ import annotations\n",
      "from __future__ imports must occur at the beginning of the file", 2, 0, 2, 34 },
    { "def f():\n"
      "    from __future__ import annotations\n",
      "from __future__ imports must occur at the beginning of the file", 2, 4, 2, 38 },
    { "[(yield x) for x in y]\n",
      "'yield' inside list comprehension", 1, 2, 1, 9 },
    { "{(yield x) for x in y}\n",
      "'yield' inside set comprehension", 1, 2, 1, 9 },
    { "{x: (yield x) for x in y}\n",
      "'yield' inside dict comprehension", 1, 5, 1, 12 },
    { "((yield x) for x in y)\n",
      "'yield' inside generator expression", 1, 2, 1, 9 },
    { "def f():\n"
      "    x: int\n"
      "    global x\n",
      "annotated name 'x' can't be global", 3, 4, 3, 12 },
    { "def f():\n"
      "    global x\n"
      "    x: int = 1\n",
      "annotated name 'x' can't be global", 3, 4, 3, 14 },
    { "def f():\n"
      "    x = 1\n"
      "    def g():\n"
      "        nonlocal x\n"
      "        x: int\n",
      "annotated name 'x' can't be nonlocal", 5, 8, 5, 14 },
    { "def f():\n"
      "    try:\n"
      "        pass\n"
      "    except* ValueError:\n"
      "        return 1\n",
      "'break', 'continue' and 'return' cannot appear in an except* block", 5, 15, 5, 16 },
    { "for x in y:\n"
      "    try:\n"
      "        pass\n"
      "    except* ValueError:\n"
      "        break\n",
      "'break', 'continue' and 'return' cannot appear in an except* block", 5, 8, 5, 13 },
    { "for x in y:\n"
      "    try:\n"
      "        pass\n"
      "    except* ValueError:\n"
      "        continue\n",
      "'break', 'continue' and 'return' cannot appear in an except* block", 5, 8, 5, 16 },
    { "try:\n"
      "    pass\n"
      "except*:\n"
      "    pass\n",
      "expected one or more exception types", 3, 7, 3, 8 },
    { "def f():\n"
      "    (x, y): int\n",
      "only single target (not tuple) can be annotated", 2, 4, 2, 10 },
    { "x = 1 = 2\n",
      "cannot assign to literal", 1, 4, 1, 5 },
    { "f() = 1\n",
      "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 0, 1, 3 },
    { "del f()\n",
      "cannot delete function call", 1, 4, 1, 7 },
    { "(a, b) += 1\n",
      "'tuple' is an illegal expression for augmented assignment", 1, 0, 1, 6 },
    { "None = 1\n",
      "cannot assign to None", 1, 0, 1, 4 },
    { "def f(): None += 1\n",
      "'None' is an illegal expression for augmented assignment", 1, 9, 1, 13 },
    { "class A:\n"
      "    nonlocal x\n",
      "no binding for nonlocal 'x' found", 2, 4, 2, 14 },
    { "class A:\n"
      "    def f(self):\n"
      "        nonlocal x\n",
      "no binding for nonlocal 'x' found", 3, 8, 3, 18 },
    { "for *a in b: pass\n",
      "starred assignment target must be in a list or tuple", 1, 4, 1, 6 },
    { "for a, *b, *c in d: pass\n",
      "multiple starred expressions in assignment", 1, 4, 1, 13 },
    { "with x as *a: pass\n",
      "starred assignment target must be in a list or tuple", 1, 10, 1, 12 },
    { "[*x for x in y]\n",
      "iterable unpacking cannot be used in comprehension", 1, 1, 1, 3 },
    { "{**x for x in y}\n",
      "dict unpacking cannot be used in dict comprehension", 1, 1, 1, 3 },
    { "(*x)\n",
      "cannot use starred expression here", 1, 1, 1, 3 },
    { "x = (*a, *b)\n"
      "*a\n",
      "can't use starred expression here", 2, 0, 2, 2 },
    { "return\n",
      "'return' outside function", 1, 0, 1, 6 },
    { "def f():\n"
      "    class A:\n"
      "        return\n",
      "'return' outside function", 3, 8, 3, 14 },
    { "async def f():\n"
      "    def g():\n"
      "        await x\n",
      "'await' outside async function", 3, 8, 3, 15 },
    { "async def f():\n"
      "    class A:\n"
      "        await x\n",
      "'await' outside function", 3, 8, 3, 15 },
    { "async def f():\n"
      "    (await x for x in y)\n"
      "    lambda: [await z for z in y]\n",
      "asynchronous comprehension outside of an asynchronous function", 3, 12, 3, 32 },
    { "async def f():\n"
      "    lambda: [z async for z in y]\n",
      "asynchronous comprehension outside of an asynchronous function", 2, 12, 2, 32 },
    { "def f():\n"
      "    async def g():\n"
      "        [z async for z in y]\n"
      "    [[z async for z in y] for q in p]\n",
      "asynchronous comprehension outside of an asynchronous function", 4, 4, 4, 37 },
    { "def f():\n"
      "    return ((yield) for x in y)\n",
      "'yield' inside generator expression", 2, 13, 2, 18 },
    { "def f(a=(yield)): pass\n",
      "'yield' outside function", 1, 9, 1, 14 },
    { "class A((yield)): pass\n",
      "'yield' outside function", 1, 9, 1, 14 },
    { "@(yield)\n"
      "def f(): pass\n",
      "'yield' outside function", 1, 2, 1, 7 },
    { "global x\n"
      "x = 1\n"
      "global x\n",
      "name 'x' is assigned to before global declaration", 3, 0, 3, 8 },
    { "def f():\n"
      "    for x in y: pass\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 3, 4, 3, 12 },
    { "def f():\n"
      "    def x(): pass\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 3, 4, 3, 12 },
    { "def f():\n"
      "    class x: pass\n"
      "    nonlocal x\n",
      "name 'x' is assigned to before nonlocal declaration", 3, 4, 3, 14 },
    { "def f():\n"
      "    x += 1\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 3, 4, 3, 12 },
    { "def f():\n"
      "    del x\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 3, 4, 3, 12 },
    { "def f():\n"
      "    with a as x: pass\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 3, 4, 3, 12 },
    { "def f():\n"
      "    try: pass\n"
      "    except E as x: pass\n"
      "    global x\n",
      "name 'x' is assigned to before global declaration", 4, 4, 4, 12 },
};

static Help help;

static void open_help(void)
{
    help_open(&help);
}

static void close_help(void)
{
    help_close(&help);
}

START_TEST(test_wrong_programs_are_told_so)
{
    const Wrong *w = &wrongs[_i];
    ck_assert_ptr_null(help_compile(&help, w->text, 0));
    ck_assert_int_eq(help.diag.type, DIAG_SYNTAX_ERROR);
    ck_assert_str_eq(help.diag.message, w->message);
    ck_assert_uint_eq(help.diag.span.line, w->line);
    ck_assert_uint_eq(help.diag.span.col, w->col);
    ck_assert_uint_eq(help.diag.span.end_line, w->end_line);
    if (w->end_line)
        ck_assert_uint_eq(help.diag.span.end_col, w->end_col);
}
END_TEST

static Code *compile(const char *text)
{
    Code *code = help_compile(&help, text, 0);
    ck_assert_msg(code != NULL, "%s", help.diag.message);
    help_verify(code);
    return code;
}

START_TEST(test_methods_do_not_see_the_names_of_their_class)
{
    Code *class_body = help_inner(compile("class A:\n x = 1\n def f(self): return x\n"));
    ck_assert_uint_eq(help_count(help_inner(class_body), OP_GETGLOBAL), 1);
}
END_TEST

START_TEST(test_a_class_body_looks_into_its_namespace_before_the_closure)
{
    Code *outer = help_inner(compile("def f(x):\n class A:\n  y = x\n"));
    ck_assert_uint_eq(help_count(help_inner(outer), OP_GETNAMEFREE), 1);
}
END_TEST

START_TEST(test_cells_travel_through_functions_that_do_not_use_them)
{
    Code *f = help_inner(compile("def f(x):\n def g():\n  return lambda: x\n return g\n"));
    Code *g = help_inner(f);
    ck_assert_uint_eq(g->ncaptures, 1);
    ck_assert(g->captures[0].from_register);
    ck_assert_uint_eq(g->captures[0].index, 0);
    ck_assert(!help_inner(g)->captures[0].from_register);
    ck_assert_uint_eq(help_count(f, OP_NEWCELL), 1);
}
END_TEST

START_TEST(test_private_names_are_mangled_in_both_spellings)
{
    Code *body = help_inner(compile("class _A:\n def f(s, __x): return __x + _A__x + s.__y\n"));
    Code *f = help_inner(body);
    ck_assert_uint_eq(help_count(f, OP_GETGLOBAL), 0);
    ck_assert(str_equals_cstr(f->varnames[1], "_A__x"));
    ck_assert(str_equals_cstr(f->sites[0].name, "_A__y"));
}
END_TEST

START_TEST(test_comprehension_variables_are_not_those_around)
{
    Code *module = compile("x = 1\ny = [x for x in z]\n");
    ck_assert_uint_eq(help_count(module, OP_SETGLOBAL), 2);
    ck_assert_uint_eq(help_count(module, OP_GETGLOBAL), 1); /* z */
}
END_TEST

START_TEST(test_a_walrus_in_a_comprehension_binds_outside)
{
    Code *f = help_inner(compile("def f(a):\n b = [y := x for x in a]\n return y\n"));
    ck_assert_uint_eq(f->nlocals, 3);
    Code *g = help_inner(compile("def f(a):\n b = list(y := x for x in a)\n return y\n"));
    ck_assert_uint_eq(help_count(g, OP_GETCELL), 1);
}
END_TEST

START_TEST(test_super_brings_the_class_cell)
{
    Code *body = help_inner(compile("class A:\n def f(self): super().f()\n"));
    ck_assert_uint_eq(help_count(body, OP_NEWCELL), 1);
    ck_assert_uint_eq(help_count(help_inner(body), OP_GETSUPER), 1);
    body = help_inner(compile("class A:\n def f(self): pass\n"));
    ck_assert_uint_eq(help_count(body, OP_NEWCELL), 0);
}
END_TEST

START_TEST(test_top_level_await_is_for_the_interactive_only)
{
    ck_assert_ptr_null(help_compile(&help, "await x\n", 0));
    Code *code = help_compile(&help, "await x\n", COMPILE_INTERACTIVE);
    ck_assert_ptr_nonnull(code);
    ck_assert(code->flags & CODE_COROUTINE);
    code = help_compile(&help, "x = [i async for i in y]\n", COMPILE_INTERACTIVE);
    ck_assert(code && code->flags & CODE_TOP_AWAIT);
    code = help_compile(&help, "x\n", COMPILE_INTERACTIVE);
    ck_assert(code && !(code->flags & CODE_COROUTINE));
}
END_TEST

Suite *suite_scope(void)
{
    Suite *suite = suite_create("scope");
    TCase *tests = tcase_create("scope");
    tcase_add_checked_fixture(tests, open_help, close_help);
    tcase_add_loop_test(tests, test_wrong_programs_are_told_so, 0,
                        (int)(sizeof wrongs / sizeof *wrongs));
    tcase_add_test(tests, test_methods_do_not_see_the_names_of_their_class);
    tcase_add_test(tests, test_a_class_body_looks_into_its_namespace_before_the_closure);
    tcase_add_test(tests, test_cells_travel_through_functions_that_do_not_use_them);
    tcase_add_test(tests, test_private_names_are_mangled_in_both_spellings);
    tcase_add_test(tests, test_comprehension_variables_are_not_those_around);
    tcase_add_test(tests, test_a_walrus_in_a_comprehension_binds_outside);
    tcase_add_test(tests, test_super_brings_the_class_cell);
    tcase_add_test(tests, test_top_level_await_is_for_the_interactive_only);
    suite_add_tcase(suite, tests);
    return suite;
}
