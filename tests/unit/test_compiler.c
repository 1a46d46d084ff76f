/* test_compiler.c - source beside its listing, and what the listings are meant to show. The listing of
 * a text that begins with def or async is that of the function. */
#include "compile_help.h"

typedef struct {
    const char *text, *listing;
} Row;

static const Row rows[] = {
    { "x = a + b * 2 - 1\n",
      "code <module>: line 1, 3 registers\n"
      "     0      1  GETGLOBAL     r0  ; a\n"
      "     1         GETGLOBAL     r1  ; b\n"
      "     2         LOADI         r2 2  ;\n"
      "     3         MUL           r1 r1 r2  ;\n"
      "     4         ADD           r0 r0 r1  ;\n"
      "     5         SUBI          r0 r0 1  ;\n"
      "     6         SETGLOBAL     r0  ; x\n"
      "     7         RETURNNONE     ;\n" },
    { "def f(a, b):\n"
      " return a.m(b, k=1)[0]\n",
      "code f: line 1, 6 registers\n"
      "  locals: r0 a, r1 b\n"
      "     0      2  GETMETHOD     r2 r0  ; a m\n"
      "     1         MOVE          r4 r1  ; b\n"
      "     2         LOADI         r5 1  ;\n"
      "     3         CALLMKW       r2 r2 2  ;\n"
      "     4         EXT           r2 0  ;\n"
      "     5         LOADI         r3 0  ;\n"
      "     6         GETITEM       r2 r2 r3  ;\n"
      "     7         RETURN        r2  ;\n" },
    { "def f(a):\n"
      " if a is not None and 1 < a <= 5 or not a:\n"
      "  return 1\n",
      "code f: line 1, 5 registers\n"
      "  locals: r0 a\n"
      "     0      2  JUMPNONE      r0  ; a to 7\n"
      "     1         LOADI         r1 1  ;\n"
      "     2         LTJ           r2 r1 r0  ; a\n"
      "     3         JUMPF         r2  ; to 7\n"
      "     4         LOADI         r3 5  ;\n"
      "     5         LEJ           r4 r0 r3  ; a\n"
      "     6         JUMPT         r4  ; to 8\n"
      "     7         JUMPT         r0  ; a to 10\n"
      "     8      3  LOADI         r1 1  ;\n"
      "     9         RETURN        r1  ;\n"
      "    10      2  RETURNNONE     ;\n" },
    { "def f(xs):\n"
      " for x in xs:\n"
      "  if x: break\n"
      " else:\n"
      "  return 0\n"
      " return x\n",
      "code f: line 1, 3 registers\n"
      "  locals: r0 xs, r1 x\n"
      "     0      2  GETITER       r2 r0 0  ; xs\n"
      "     1         FORITER       r1 r2  ; x\n"
      "     2         JUMP           ; to 6\n"
      "     3      3  JUMPF         r1  ; x to 5\n"
      "     4         JUMP           ; to 8\n"
      "     5      2  LOOP           ; to 1\n"
      "     6      5  LOADI         r2 0  ;\n"
      "     7         RETURN        r2  ;\n"
      "     8      6  RETURN        r1  ; x\n" },
    { "def f():\n"
      " try:\n"
      "  return g()\n"
      " except E as e: pass\n"
      " finally:\n"
      "  h()\n",
      "code f: line 1, 4 registers\n"
      "  locals: r0 e\n"
      "     0      3  GETGLOBAL     r1  ; g\n"
      "     1         CALL          r1 r1 0  ;\n"
      "     2      6  GETGLOBAL     r2  ; h\n"
      "     3         CALL          r2 r2 0  ;\n"
      "     4         DROP          r2  ;\n"
      "     5      3  RETURN        r1  ;\n"
      "     6      2  HANDLE         ;\n"
      "     7      4  GETGLOBAL     r2  ; E\n"
      "     8         MATCHEXC      r3 r1 r2  ;\n"
      "     9         JUMPF         r3  ; to 14\n"
      "    10         MOVE          r0 r1  ; e\n"
      "    11         UNSET         r0  ; e\n"
      "    12         UNHANDLE       ;\n"
      "    13         JUMP           ; to 18\n"
      "    14      2  UNHANDLE       ;\n"
      "    15         RERAISE       r1  ;\n"
      "    16         UNHANDLE       ;\n"
      "    17         RERAISE       r2  ;\n"
      "    18      6  GETGLOBAL     r1  ; h\n"
      "    19         CALL          r1 r1 0  ;\n"
      "    20         DROP          r1  ;\n"
      "    21      2  JUMP           ; to 30\n"
      "    22         HANDLE         ;\n"
      "    23      6  GETGLOBAL     r2  ; h\n"
      "    24         CALL          r2 r2 0  ;\n"
      "    25         DROP          r2  ;\n"
      "    26      2  UNHANDLE       ;\n"
      "    27         RERAISE       r1  ;\n"
      "    28         UNHANDLE       ;\n"
      "    29         RERAISE       r2  ;\n"
      "    30         RETURNNONE     ;\n"
      "  handler: 7 to 13 -> 16, exception in r2\n"
      "  handler: 14 to 15 -> 16, exception in r2\n"
      "  handler: 0 to 2 -> 6, exception in r1\n"
      "  handler: 23 to 27 -> 28, exception in r2\n"
      "  handler: 0 to 2 -> 22, exception in r1\n"
      "  handler: 6 to 18 -> 22, exception in r1\n"
      "  handling: 7 to 13, r1\n"
      "  handling: 14 to 15, r1\n"
      "  handling: 16 to 17, r1\n"
      "  handling: 23 to 27, r1\n"
      "  handling: 28 to 29, r1\n" },
    { "def f(self):\n"
      " x = 1\n"
      " return lambda: x + self\n",
      "code f: line 1, 3 registers\n"
      "  locals: r0 self (cell), r1 x (cell)\n"
      "     0      1  NEWCELL       r0  ; self\n"
      "     1         NEWCELL       r1  ; x\n"
      "     2      2  LOADI         r2 1  ;\n"
      "     3         SETCELL       r1 r2  ; x\n"
      "     4      3  FUNC          r2  ; <code f.<locals>.<lambda>>\n"
      "     5         RETURN        r2  ;\n"
      "\n"
      "code f.<locals>.<lambda>: line 3, 2 registers\n"
      "  closure: c0 self, c1 x\n"
      "     0      3  GETFREE       r0 c1  ; x\n"
      "     1         GETFREE       r1 c0  ; self\n"
      "     2         ADD           r0 r0 r1  ;\n"
      "     3         RETURN        r0  ;\n" },
    { "async def f(c):\n"
      " async with c as x:\n"
      "  return await x\n",
      "code f: line 1, 12 registers, coroutine\n"
      "  locals: r0 c, r1 x\n"
      "     0      2  GETSPECIAL    r4 r0  ; c __aenter__\n"
      "     1         GETSPECIAL    r2 r0  ; c __aexit__\n"
      "     2         CALLM         r4 r4 0  ;\n"
      "     3         GETAWAITABLE  r6 r4 1  ;\n"
      "     4         LOADNONE      r7  ;\n"
      "     5         SEND          r4 r6 r7  ;\n"
      "     6         MOVE          r1 r4  ; x\n"
      "     7      3  GETAWAITABLE  r5 r1 0  ; x\n"
      "     8         LOADNONE      r6  ;\n"
      "     9         SEND          r4 r5 r6  ;\n"
      "    10      2  MOVE          r5 r2  ;\n"
      "    11         MOVE          r6 r3  ;\n"
      "    12         LOADNONE      r7  ;\n"
      "    13         LOADNONE      r8  ;\n"
      "    14         LOADNONE      r9  ;\n"
      "    15         CALLM         r7 r5 3  ;\n"
      "    16         GETAWAITABLE  r10 r7 2  ;\n"
      "    17         LOADNONE      r11  ;\n"
      "    18         SEND          r7 r10 r11  ;\n"
      "    19      3  RETURN        r4  ;\n"
      "    20      2  HANDLE         ;\n"
      "    21         WITHEXIT      r5 r2 r4  ;\n"
      "    22         GETAWAITABLE  r6 r5 2  ;\n"
      "    23         LOADNONE      r7  ;\n"
      "    24         SEND          r5 r6 r7  ;\n"
      "    25         JUMPT         r5  ; to 28\n"
      "    26         UNHANDLE       ;\n"
      "    27         RERAISE       r4  ;\n"
      "    28         UNHANDLE       ;\n"
      "    29         JUMP           ; to 32\n"
      "    30         UNHANDLE       ;\n"
      "    31         RERAISE       r6  ;\n"
      "    32         RETURNNONE     ;\n"
      "  handler: 21 to 27 -> 30, exception in r6\n"
      "  handler: 28 to 29 -> 30, exception in r6\n"
      "  handler: 6 to 10 -> 20, exception in r4\n"
      "  handling: 21 to 27, r4\n"
      "  handling: 28 to 29, r4\n"
      "  handling: 30 to 31, r4\n" },
    { "def f(a):\n"
      " a += 1\n"
      " return [b for b in a if b]\n",
      "code f: line 1, 4 registers\n"
      "  locals: r0 a\n"
      "     0      2  IADDI         r0 r0 1  ; a a\n"
      "     1      3  GETITER       r2 r0 0  ; a\n"
      "     2         NEWLIST       r1 r1 0  ;\n"
      "     3         FORITER       r3 r2  ;\n"
      "     4         JUMP           ; to 8\n"
      "     5         JUMPF         r3  ; to 7\n"
      "     6         LISTADD       r1 r3 1  ;\n"
      "     7         LOOP           ; to 3\n"
      "     8         RETURN        r1  ;\n" },
    { "class C(B, metaclass=M):\n"
      " def m(self): return super().m()\n",
      "code <module>: line 1, 4 registers\n"
      "     0      1  FUNC          r0  ; <code C>\n"
      "     1         LOADK         r1  ; 'C'\n"
      "     2         GETGLOBAL     r2  ; B\n"
      "     3         GETGLOBAL     r3  ; M\n"
      "     4         BUILDCLASS    r0 r0 1  ;\n"
      "     5         EXT           r0 2  ;\n"
      "     6         SETGLOBAL     r0  ; C\n"
      "     7         RETURNNONE     ;\n"
      "\n"
      "code C: line 1, 3 registers, class, names\n"
      "     0      1  NEWCELL       r1  ;\n"
      "     1         GETNAME       r2  ; __name__\n"
      "     2         SETNAME       r2  ; __module__\n"
      "     3         LOADK         r2  ; 'C'\n"
      "     4         SETNAME       r2  ; __qualname__\n"
      "     5         LOADI         r2 1  ;\n"
      "     6         SETNAME       r2  ; __firstlineno__\n"
      "     7      2  FUNC          r2  ; <code C.m>\n"
      "     8         SETNAME       r2  ; m\n"
      "     9      1  LOADK         r2  ; ()\n"
      "    10         SETNAME       r2  ; __static_attributes__\n"
      "    11         SETNAME       r1  ; __classcell__\n"
      "    12         RETURNNONE     ;\n"
      "\n"
      "code C.m: line 2, 4 registers\n"
      "  locals: r0 self\n"
      "  closure: c0 __class__\n"
      "     0      2  GETFREE       r1 c0  ; __class__\n"
      "     1         MOVE          r2 r0  ; self\n"
      "     2         GETGLOBAL     r3  ; super\n"
      "     3         GETSUPER      r1 r1  ; m\n"
      "     4         CALLM         r1 r1 0  ;\n"
      "     5         RETURN        r1  ;\n" },
    { "f(*a, **k)\n",
      "code <module>: line 1, 4 registers\n"
      "     0      1  GETGLOBAL     r0  ; f\n"
      "     1         NEWLIST       r1 r3 0  ;\n"
      "     2         GETGLOBAL     r3  ; a\n"
      "     3         LISTEXTEND    r1 r3 1  ;\n"
      "     4         NEWDICT       r2 r3 0  ;\n"
      "     5         GETGLOBAL     r3  ; k\n"
      "     6         DICTMERGE     r2 r3 r0  ;\n"
      "     7         CALLEX        r0 r0  ;\n"
      "     8         DROP          r0  ;\n"
      "     9         RETURNNONE     ;\n" },
    { "a, *b = c\n",
      "code <module>: line 1, 3 registers\n"
      "     0      1  GETGLOBAL     r0  ; c\n"
      "     1         UNPACKEX      r1 r0 1  ;\n"
      "     2         EXT           r1 0  ;\n"
      "     3         SETGLOBAL     r1  ; a\n"
      "     4         SETGLOBAL     r2  ; b\n"
      "     5         RETURNNONE     ;\n" },
    { "def f():\n"
      " yield 1\n"
      " x = yield from g()\n",
      "code f: line 1, 4 registers, generator\n"
      "  locals: r0 x\n"
      "     0      2  LOADI         r2 1  ;\n"
      "     1         YIELD         r1 r2  ;\n"
      "     2      3  GETGLOBAL     r1  ; g\n"
      "     3         CALL          r1 r1 0  ;\n"
      "     4         GETYIELDFROM  r2 r1  ;\n"
      "     5         LOADNONE      r3  ;\n"
      "     6         SEND          r0 r2 r3  ; x\n"
      "     7         RETURNNONE     ;\n" },
    { "async def f():\n"
      " async for x in y:\n"
      "  yield x\n",
      "code f: line 1, 4 registers, asyncgen\n"
      "  locals: r0 x\n"
      "     0      2  GETGLOBAL     r2  ; y\n"
      "     1         GETAITER      r1 r2 0  ;\n"
      "     2         GETANEXT      r2 r1  ;\n"
      "     3         LOADNONE      r3  ;\n"
      "     4         SEND          r0 r2 r3  ; x\n"
      "     5      3  AYIELD        r2 r0  ; x\n"
      "     6      2  LOOP           ; to 2\n"
      "     7         ENDASYNCFOR   r2  ;\n"
      "     8         RETURNNONE     ;\n"
      "  handler: 2 to 5 -> 7, exception in r2\n" },
    { "@d(1)\n"
      "def f(a, b=1, *, c: int = 2): pass\n",
      "code <module>: line 1, 7 registers\n"
      "     0      1  GETGLOBAL     r0  ; d\n"
      "     1         LOADI         r1 1  ;\n"
      "     2         CALL          r0 r0 1  ;\n"
      "     3      2  LOADI         r3 1  ;\n"
      "     4         NEWTUPLE      r2 r3 1  ;\n"
      "     5         NEWDICT       r3 r3 0  ;\n"
      "     6         LOADK         r4  ; 'c'\n"
      "     7         LOADI         r5 2  ;\n"
      "     8         DICTADD       r3 r4  ;\n"
      "     9         NEWDICT       r4 r4 0  ;\n"
      "    10         LOADK         r5  ; 'c'\n"
      "    11         GETGLOBAL     r6  ; int\n"
      "    12         DICTADD       r4 r5  ;\n"
      "    13         FUNC          r1  ; <code f>\n"
      "    14         FUNCATTR      r1 r2 0  ;\n"
      "    15         FUNCATTR      r1 r3 1  ;\n"
      "    16         FUNCATTR      r1 r4 2  ;\n"
      "    17      1  CALL          r0 r0 1  ;\n"
      "    18      2  SETGLOBAL     r0  ; f\n"
      "    19         RETURNNONE     ;\n"
      "\n"
      "code f: line 1, 3 registers\n"
      "  locals: r0 a, r1 b, r2 c\n"
      "     0      2  NOP            ;\n"
      "     1         RETURNNONE     ;\n" },
    { "with a as b: pass\n",
      "code <module>: line 1, 5 registers\n"
      "     0      1  GETGLOBAL     r2  ; a\n"
      "     1         GETSPECIAL    r3 r2  ; __enter__\n"
      "     2         GETSPECIAL    r0 r2  ; __exit__\n"
      "     3         CALLM         r3 r3 0  ;\n"
      "     4         SETGLOBAL     r3  ; b\n"
      "     5         LOADNONE      r2  ;\n"
      "     6         LOADNONE      r3  ;\n"
      "     7         LOADNONE      r4  ;\n"
      "     8         CALLM         r2 r0 3  ;\n"
      "     9         JUMP           ; to 19\n"
      "    10         HANDLE         ;\n"
      "    11         WITHEXIT      r3 r0 r2  ;\n"
      "    12         JUMPT         r3  ; to 15\n"
      "    13         UNHANDLE       ;\n"
      "    14         RERAISE       r2  ;\n"
      "    15         UNHANDLE       ;\n"
      "    16         JUMP           ; to 19\n"
      "    17         UNHANDLE       ;\n"
      "    18         RERAISE       r4  ;\n"
      "    19         RETURNNONE     ;\n"
      "  handler: 11 to 14 -> 17, exception in r4\n"
      "  handler: 15 to 16 -> 17, exception in r4\n"
      "  handler: 4 to 5 -> 10, exception in r2\n"
      "  handling: 11 to 14, r2\n"
      "  handling: 15 to 16, r2\n"
      "  handling: 17 to 18, r2\n" },
    { "x = (-1, 2 * 3, \"a\" \"b\")\n",
      "code <module>: line 1, 1 registers\n"
      "     0      1  LOADK         r0  ; (-1, 6, 'ab')\n"
      "     1         SETGLOBAL     r0  ; x\n"
      "     2         RETURNNONE     ;\n" },
    { "def f(g):\n"
      " for x in g():\n"
      "  return x\n",
      "code f: line 1, 3 registers\n"
      "  locals: r0 g, r1 x\n"
      "     0      2  MOVE          r2 r0  ; g\n"
      "     1         CALL          r2 r2 0  ;\n"
      "     2         GETITER       r2 r2 1  ;\n"
      "     3         FORITER       r1 r2  ; x\n"
      "     4         JUMP           ; to 7\n"
      "     5      3  ENDFOR        r2  ;\n"
      "     6         RETURN        r1  ; x\n"
      "     7      2  RETURNNONE     ;\n" },
    { "try: a\n"
      "except* E: b\n",
      "code <module>: line 1, 5 registers\n"
      "     0      1  GETGLOBAL     r0  ; a\n"
      "     1         JUMP           ; to 25\n"
      "     2         HANDLE         ;\n"
      "     3         NEWLIST       r1 r1 0  ;\n"
      "     4         MOVE          r3 r0  ;\n"
      "     5      2  GETGLOBAL     r4  ; E\n"
      "     6         STARMATCH     r2 r3 r4  ;\n"
      "     7         JUMPNONE      r2  ; to 15\n"
      "     8         HANDLE         ;\n"
      "     9         GETGLOBAL     r4  ; b\n"
      "    10         UNHANDLE       ;\n"
      "    11         JUMP           ; to 15\n"
      "    12         UNHANDLE       ;\n"
      "    13         MOVE          r2 r4  ;\n"
      "    14         LISTADD       r1 r2 1  ;\n"
      "    15      1  JUMPNONE      r3  ; to 17\n"
      "    16         LISTADD       r1 r3 1  ;\n"
      "    17         STAREND       r2 r1 r0  ;\n"
      "    18         JUMPNONE      r2  ; to 21\n"
      "    19         UNHANDLE       ;\n"
      "    20         RERAISE       r2  ;\n"
      "    21         UNHANDLE       ;\n"
      "    22         JUMP           ; to 25\n"
      "    23         UNHANDLE       ;\n"
      "    24         RERAISE       r4  ;\n"
      "    25      2  RETURNNONE     ;\n"
      "  handler: 9 to 11 -> 12, exception in r4\n"
      "  handler: 3 to 20 -> 23, exception in r4\n"
      "  handler: 21 to 22 -> 23, exception in r4\n"
      "  handler: 0 to 1 -> 2, exception in r0\n"
      "  handling: 9 to 11, r2\n"
      "  handling: 12 to 13, r2\n"
      "  handling: 3 to 20, r0\n"
      "  handling: 21 to 22, r0\n"
      "  handling: 23 to 24, r0\n" },
    { "from a.b import c as d\n"
      "import e.f as g\n",
      "code <module>: line 1, 3 registers\n"
      "     0      1  LOADI         r1 0  ;\n"
      "     1         LOADK         r2  ; ('c',)\n"
      "     2         IMPORT        r0 r1  ; a.b\n"
      "     3         IMPORTFROM    r1 r0  ; c\n"
      "     4         SETGLOBAL     r1  ; d\n"
      "     5      2  LOADI         r1 0  ;\n"
      "     6         LOADNONE      r2  ;\n"
      "     7         IMPORT        r0 r1  ; e.f\n"
      "     8         IMPORTFROM    r0 r0  ; f\n"
      "     9         SETGLOBAL     r0  ; g\n"
      "    10         RETURNNONE     ;\n" },
    { "def f(a, b):\n"
      " a, b = b, a\n",
      "code f: line 1, 4 registers\n"
      "  locals: r0 a, r1 b\n"
      "     0      2  MOVE          r2 r1  ; b\n"
      "     1         MOVE          r3 r0  ; a\n"
      "     2         MOVE          r0 r2  ; a\n"
      "     3         MOVE          r1 r3  ; b\n"
      "     4         RETURNNONE     ;\n" },
    { "x = f\"{a!r:>{w}}b\"\n",
      "code <module>: line 1, 7 registers\n"
      "     0      1  GETGLOBAL     r2  ; a\n"
      "     1         LOADK         r4  ; '>'\n"
      "     2         GETGLOBAL     r6  ; w\n"
      "     3         FORMAT        r5 r6 0  ;\n"
      "     4         JOINSTR       r3 r4 2  ;\n"
      "     5         FORMAT        r1 r2 6  ;\n"
      "     6         LOADK         r2  ; 'b'\n"
      "     7         JOINSTR       r0 r1 2  ;\n"
      "     8         SETGLOBAL     r0  ; x\n"
      "     9         RETURNNONE     ;\n" },
    { "assert a, b\n"
      "del c.d\n"
      "raise e from None\n",
      "code <module>: line 1, 2 registers\n"
      "     0      1  GETGLOBAL     r0  ; a\n"
      "     1         JUMPT         r0  ; to 4\n"
      "     2         GETGLOBAL     r0  ; b\n"
      "     3         ASSERTFAIL    r0 1  ;\n"
      "     4      2  GETGLOBAL     r0  ; c\n"
      "     5         DELATTR       r0  ; d\n"
      "     6      3  GETGLOBAL     r0  ; e\n"
      "     7         LOADNONE      r1  ;\n"
      "     8         RAISEFROM     r0 r1  ;\n" },
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

static Code *compile_with(const char *text, unsigned options)
{
    Code *code = help_compile(&help, text, options);
    ck_assert_msg(code != NULL, "%s", help.diag.message);
    help_verify(code);
    return code;
}

static Code *compile(const char *text)
{
    return compile_with(text, 0);
}

START_TEST(test_listings)
{
    const Row *row = &rows[_i];
    Code *code = compile(row->text);
    bool is_function = !strncmp(row->text, "def", 3) || !strncmp(row->text, "async", 5);
    ck_assert_str_eq(help_listing(&help, is_function ? help_inner(code) : code), row->listing);
}
END_TEST

static uint32_t checks_in(const char *text)
{
    return help_count(help_inner(compile(text)), OP_CHECK);
}

START_TEST(test_only_doubtful_locals_are_checked)
{
    ck_assert_uint_eq(checks_in("def f(a):\n x = 1\n return a + x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n if a: x = 1\n return x\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n if a: x = 1\n else: x = 2\n return x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n if a: x = 1\n else: return\n return x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n if a: x = 1\n return x + x\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n for x in a: y = x\n return y\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n for x in a: x\n return x\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n while True:\n  x = 1\n  if a: break\n return x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n try: x = a()\n except E: pass\n return x\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n try: x = a()\n except E: raise\n return x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n try: x = a()\n finally: a\n return x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n with a: x = 1\n return x\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n x = 1\n del x\n return x\n"), 2);
    ck_assert_uint_eq(checks_in("def f(a):\n if a and (x := a): return x\n"), 0);
    ck_assert_uint_eq(checks_in("def f(a):\n if a or (x := a): return x\n"), 1);
    ck_assert_uint_eq(checks_in("def f(a):\n return [y for x in a for y in y]\n"), 1);
}
END_TEST

START_TEST(test_a_walrus_does_not_change_an_operand_already_taken)
{
    Code *f = help_inner(compile("def f(x):\n return x + (x := 5)\n"));
    ck_assert_int_eq(f->instrs[0].op, OP_MOVE);
    f = help_inner(compile("def f(x, y):\n return x + y\n"));
    ck_assert_uint_eq(f->ninstrs, 2);
}
END_TEST

START_TEST(test_constants_are_folded)
{
    Code *code = compile("x = 2 ** 10 + -1\n");
    ck_assert_int_eq(code->instrs[0].op, OP_LOADI);
    ck_assert_int_eq(code->instrs[0].bc, 1023);
    code = compile("x = 1 / 0\n");
    ck_assert_uint_eq(help_count(code, OP_DIV), 1);
    code = compile("while True: f()\n");
    ck_assert_uint_eq(help_count(code, OP_JUMPF), 0);
    code = compile("if 0: f()\nelse: g()\n");
    ck_assert_uint_eq(help_count(code, OP_CALL), 1);
    code = compile("x in {1, 2}\n");
    ck_assert_uint_eq(help_count(code, OP_NEWSET), 0);
}
END_TEST

START_TEST(test_large_programs)
{
    size_t size = 8u << 20;
    char *text = malloc(size);
    ck_assert_ptr_nonnull(text);
    size_t n = (size_t)snprintf(text, size, "def f(a):\n");
    for (int i = 0; i < 70000; i++)
        n += (size_t)snprintf(text + n, size - n, " a.b%d = %d.5\n", i % 500, i);
    Code *f = help_inner(compile(text));
    ck_assert_uint_eq(f->nconsts, 70000);
    ck_assert_uint_eq(f->nsites, 60000);
    n = (size_t)snprintf(text, size, "x = f(");
    for (int i = 0; i < 1000; i++)
        n += (size_t)snprintf(text + n, size - n, "a%d, ", i);
    snprintf(text + n, size - n, ")\n");
    ck_assert_uint_eq(help_count(compile(text), OP_CALLEX), 1);
    n = (size_t)snprintf(text, size, "x = a");
    for (int i = 0; i < 2900; i++)
        n += (size_t)snprintf(text + n, size - n, ".b()");
    snprintf(text + n, size - n, "\n");
    help_compile(&help, text, 0); /* deeper than a tree may be: refused, not crashed */
    ck_assert_int_ne(help.diag.type, DIAG_MEMORY_ERROR);
    free(text);
}
END_TEST

START_TEST(test_instructions_know_their_source)
{
    Code *code = compile("x = (a +\n     b.c(1))\n");
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        if (code->instrs[i].op == OP_ADD) {
            ck_assert_uint_eq(code->locs[i].line, 1);
            ck_assert_uint_eq(code->locs[i].col, 5);
            ck_assert_uint_eq(code->locs[i].end_line, 2);
            ck_assert_uint_eq(code->locs[i].end_col, 11);
        } else if (code->instrs[i].op == OP_CALLM) {
            ck_assert_uint_eq(code->locs[i].line, 2);
            ck_assert_uint_eq(code->locs[i].col, 5);
        }
    }
}
END_TEST

START_TEST(test_options)
{
    Code *code = compile_with("x\n", COMPILE_INTERACTIVE);
    ck_assert_uint_eq(help_count(code, OP_PRINTEXPR), 1);
    code = compile_with("x = y\n", COMPILE_NAMES);
    ck_assert_uint_eq(help_count(code, OP_GETNAME) + help_count(code, OP_SETNAME), 2);
    code = compile_with("x + 1\n", COMPILE_EVAL | COMPILE_NAMES);
    ck_assert_uint_eq(help_count(code, OP_RETURN), 1);
    code = compile_with("x\n", COMPILE_HIDDEN);
    ck_assert(code->flags & CODE_HIDDEN);
}
END_TEST

/* Every allocation fails once: an error or a code object, nothing lost, nothing half made. */
START_TEST(test_without_memory)
{
    Source source;
    Arena arena;
    Node *root;
    const char *text = rows[_i].text;
    for (size_t n = 1; n < 400; n++) {
        Diag diag = { .type = DIAG_NONE };
        arena_init(&arena);
        ck_assert(source_init(&source, "t.py", text, strlen(text), &diag));
        ck_assert_int_eq(parser_parse(&source, PARSE_FILE, &arena, &root, &diag), PARSE_OK);
        mem_fail_after(n);
        Code *code = compiler_compile(help.heap, root, "t.py", 0, &diag);
        mem_fail_after(0);
        arena_free(&arena);
        source_free(&source);
        if (code)
            help_verify(code);
        else
            ck_assert_int_eq(diag.type, DIAG_MEMORY_ERROR);
        heap_collect(help.heap);
    }
}
END_TEST

Suite *suite_compiler(void)
{
    Suite *suite = suite_create("compiler");
    TCase *tests = tcase_create("compiler");
    const int row_count = (int)(sizeof rows / sizeof *rows);
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_help, close_help);
    tcase_add_loop_test(tests, test_listings, 0, row_count);
    tcase_add_loop_test(tests, test_without_memory, 0, row_count);
    tcase_add_test(tests, test_only_doubtful_locals_are_checked);
    tcase_add_test(tests, test_a_walrus_does_not_change_an_operand_already_taken);
    tcase_add_test(tests, test_constants_are_folded);
    tcase_add_test(tests, test_large_programs);
    tcase_add_test(tests, test_instructions_know_their_source);
    tcase_add_test(tests, test_options);
    suite_add_tcase(suite, tests);
    return suite;
}
