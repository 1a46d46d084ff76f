# Texts of many syntax errors, by compile().
for src in ('x = ', 'def f(a, a): pass', 'return 1', 'yield 1', 'await x', 'break', 'continue', 'def f():\n  nonlocal x', 'nonlocal x', 'def f(x):\n  global x', 'f(a=1, a=2)', 'f(a=1, 2)', 'def f(a=1, b): pass', '1 = x', 'f() = 1', 'x + 1 = 2', 'None = 1', 'del f()', 'for 1 in x: pass', '(a, b) += 1', 'x = 08', '1abc', '"a" "b', 'a b', 'if x = 1: pass', 'else: pass', 'import', 'from x import *, y', 'def f(): from x import *', '(x for x in y, 1)', 'f(x for x in y, 1)', '[*a for a in b]', '*a', 'a, *b, *c = d', 'lambda: (yield)', 'class C: return 1', 'try: pass', 'x ? y', '$', 'print 1', 'x = {1: 2, 3}', 'async def f(): yield from x', 'async def f():\n  yield 1\n  return 2', 'def f(): async with x: pass', 'def f(): [await x for x in y]', 'raise x from', 'assert', "f'{'", "f'{}'", "f'{a b}'", "b'é'", 'def f(*): pass', 'def f(**a, b): pass', 'f(**a, *b)', 'x = yield = 1', '@', 'pass pass', ')', '(]', 'def', 'class', 'while', 'not', 'a.1', 'x[', 'global x, x = 1'):
    try:
        compile(src, '<test>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno, e.offset)
# expect-output:
# 'x = ' -> SyntaxError invalid syntax 1 5
# 'def f(a, a): pass' -> SyntaxError duplicate argument 'a' in function definition 1 10
# 'return 1' -> SyntaxError 'return' outside function 1 1
# 'yield 1' -> SyntaxError 'yield' outside function 1 1
# 'await x' -> SyntaxError 'await' outside function 1 1
# 'break' -> SyntaxError 'break' outside loop 1 1
# 'continue' -> SyntaxError 'continue' not properly in loop 1 1
# 'def f():\n  nonlocal x' -> SyntaxError no binding for nonlocal 'x' found 2 3
# 'nonlocal x' -> SyntaxError nonlocal declaration not allowed at module level 1 1
# 'def f(x):\n  global x' -> SyntaxError name 'x' is parameter and global 2 3
# 'f(a=1, a=2)' -> SyntaxError keyword argument repeated: a 1 8
# 'f(a=1, 2)' -> SyntaxError positional argument follows keyword argument 1 9
# 'def f(a=1, b): pass' -> SyntaxError parameter without a default follows parameter with a default 1 12
# '1 = x' -> SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='? 1 1
# 'f() = 1' -> SyntaxError cannot assign to function call here. Maybe you meant '==' instead of '='? 1 1
# 'x + 1 = 2' -> SyntaxError cannot assign to expression here. Maybe you meant '==' instead of '='? 1 1
# 'None = 1' -> SyntaxError cannot assign to None 1 1
# 'del f()' -> SyntaxError cannot delete function call 1 5
# 'for 1 in x: pass' -> SyntaxError cannot assign to literal 1 5
# '(a, b) += 1' -> SyntaxError 'tuple' is an illegal expression for augmented assignment 1 1
# 'x = 08' -> SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1 5
# '1abc' -> SyntaxError invalid decimal literal 1 1
# '"a" "b' -> SyntaxError unterminated string literal (detected at line 1) 1 5
# 'a b' -> SyntaxError invalid syntax 1 3
# 'if x = 1: pass' -> SyntaxError invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 4
# 'else: pass' -> SyntaxError invalid syntax 1 1
# 'import' -> SyntaxError Expected one or more names after 'import' 1 7
# 'from x import *, y' -> SyntaxError invalid syntax 1 16
# 'def f(): from x import *' -> SyntaxError import * only allowed at module level 1 24
# '(x for x in y, 1)' -> SyntaxError invalid syntax 1 14
# 'f(x for x in y, 1)' -> SyntaxError Generator expression must be parenthesized 1 3
# '[*a for a in b]' -> SyntaxError iterable unpacking cannot be used in comprehension 1 2
# '*a' -> SyntaxError can't use starred expression here 1 1
# 'a, *b, *c = d' -> SyntaxError multiple starred expressions in assignment 1 1
# ok 'lambda: (yield)'
# 'class C: return 1' -> SyntaxError 'return' outside function 1 10
# 'try: pass' -> SyntaxError expected 'except' or 'finally' block 1 10
# 'x ? y' -> SyntaxError invalid syntax 1 3
# '$' -> SyntaxError invalid syntax 1 1
# 'print 1' -> SyntaxError Missing parentheses in call to 'print'. Did you mean print(...)? 1 1
# 'x = {1: 2, 3}' -> SyntaxError ':' expected after dictionary key 1 12
# 'async def f(): yield from x' -> SyntaxError 'yield from' inside async function 1 16
# 'async def f():\n  yield 1\n  return 2' -> SyntaxError 'return' with value in async generator 3 3
# 'def f(): async with x: pass' -> SyntaxError invalid syntax 1 10
# 'def f(): [await x for x in y]' -> SyntaxError asynchronous comprehension outside of an asynchronous function 1 10
# 'raise x from' -> SyntaxError invalid syntax 1 13
# 'assert' -> SyntaxError invalid syntax 1 7
# "f'{'" -> SyntaxError f-string: expecting '}' 1 4
# "f'{}'" -> SyntaxError f-string: valid expression required before '}' 1 4
# "f'{a b}'" -> SyntaxError invalid syntax. Perhaps you forgot a comma? 1 4
# "b'é'" -> SyntaxError bytes can only contain ASCII literal characters 1 1
# 'def f(*): pass' -> SyntaxError named arguments must follow bare * 1 7
# 'def f(**a, b): pass' -> SyntaxError arguments cannot follow var-keyword argument 1 12
# 'f(**a, *b)' -> SyntaxError iterable argument unpacking follows keyword argument unpacking 1 6
# 'x = yield = 1' -> SyntaxError assignment to yield expression not possible 1 5
# '@' -> SyntaxError invalid syntax 1 2
# 'pass pass' -> SyntaxError invalid syntax 1 6
# ')' -> SyntaxError unmatched ')' 1 1
# '(]' -> SyntaxError closing parenthesis ']' does not match opening parenthesis '(' 1 2
# 'def' -> SyntaxError invalid syntax 1 4
# 'class' -> SyntaxError invalid syntax 1 6
# 'while' -> SyntaxError invalid syntax 1 6
# 'not' -> SyntaxError invalid syntax 1 4
# 'a.1' -> SyntaxError invalid syntax 1 2
# 'x[' -> SyntaxError '[' was never closed 1 2
# 'global x, x = 1' -> SyntaxError invalid syntax 1 13
