# unpack: every form and its errors.
a, *b, c = range(5); print(a, b, c)
*a, = 'ab'; print(a)
(a, (b, *c)), d = (1, (2, 3, 4)), 5; print(a, b, c, d)
[x, y] = {1: 2, 3: 4}; print(x, y)
for i, (j, *k) in enumerate([(1, 2, 3), (4,)]): print(i, j, k)
for c in ['a, b = 1', 'a, b = (1,)', 'a, b = (1, 2, 3)', 'a, *b, c = (1,)', 'a, b = None', 'a, b = "x"', '[a] = []', 'a, b = {1}', '(a, b), c = 1, 2', 'a, b = iter([1,2,3])', '*a, b = ()', 'a, b, *c = [1]','x = *[1]', '*a, *b = []', '*a = []', 'def f(): pass\nf() = 1','1 = x','a + 1 = 2','None = 1','del f()','(a for a in b) = 1','a, b += 1','x: int, y = 1']:
    try: exec(c); print(c, 'ok')
    except BaseException as e: print(c, '->', type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
x = y = z = []; x.append(1); print(z)
i = 0; l = [0, 0]; i, l[i] = 1, 9; print(i, l)
d = {}; d['a'], d['b'] = 1, 2; print(d)
class A: pass
o = A(); o.x, (o.y, *o.z) = 1, (2, 3, 4); print(o.__dict__)
print([*range(3), *'ab'], (*[1], 2), {*[1], 1}, {**{'a': 1}, 'b': 2, **{'a': 3}}, [*[]], *[], *(1, 2))
def f(*a, **k): return a, k
print(f(*[1, 2], 3, *(4,), x=1, **{'y': 2}, **{'z': 3}))
try: f(**{'x': 1}, **{'x': 2})
except TypeError as e: print(e)
try: f(x=1, **{'x': 2})
except TypeError as e: print(e)
try: f(*None)
except TypeError as e: print(e)
try: f(**None)
except TypeError as e: print(e)
try: [*5]
except TypeError as e: print(e)
try: {**5}
except TypeError as e: print(e)
def g(): return 1, *[2, 3]
print(g())
t = 1, ; print(t)
print((lambda *a: a)(*'ab'), (y := 5) + y, [last := i for i in range(3)], last)
if (n := len('abc')) > 2: print(n)
while (n := n - 1) > 0: print('n', n)
print(any((hit := v) > 3 for v in [1, 5, 2]), hit)
a = b = 1; a, b = b, a + b; print(a, b)
s = [1, 2, 3, 4, 5]; s[1:3] = 'xyz'; print(s); del s[::2]; print(s); s[len(s):] = [9]; print(s, s[-100:100], s[::-1])
s[0], s[-1] = s[-1], s[0]; print(s)
for x in [1, 2, 3]: pass
print(x)
for x in []: pass
else: print('empty else')
for d['k'] in range(2): pass
print(d)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, 1 == 1.0 is not None, not 1 == 2, 1 in [1] in [[1]], (1 < 2) < 3, 'a' < 'b' < 'c' != 'd')
def se(x): print('eval', x); return x
print(se(1) < se(2) < se(0) < se(5))
print(0 or [] or 'x', 1 and 2 and 3, 0 and 1, None or 0, not '' and 5, 1 if 0 else 2 if 0 else 3)
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 7 // -2, 7 % -2, -7 // 2, divmod(-7, 2), 1_000, 0x_ff, 0b11, 0o17, 1e3, 1.5e-5, .5, 5., 10 ** 20, 1 << 100, ~5, 5 & 3 | 4 ^ 1)
# expect-output:
# 0 [1, 2, 3] 4
# ['a', 'b']
# 1 2 [3, 4] 5
# 1 3
# 0 1 [2, 3]
# 1 4 []
# a, b = 1 -> TypeError cannot unpack non-iterable int object
# a, b = (1,) -> ValueError not enough values to unpack (expected 2, got 1)
# a, b = (1, 2, 3) -> ValueError too many values to unpack (expected 2)
# a, *b, c = (1,) -> ValueError not enough values to unpack (expected at least 2, got 1)
# a, b = None -> TypeError cannot unpack non-iterable NoneType object
# a, b = "x" -> ValueError not enough values to unpack (expected 2, got 1)
# [a] = [] -> ValueError not enough values to unpack (expected 1, got 0)
# a, b = {1} -> ValueError not enough values to unpack (expected 2, got 1)
# (a, b), c = 1, 2 -> TypeError cannot unpack non-iterable int object
# a, b = iter([1,2,3]) -> ValueError too many values to unpack (expected 2)
# *a, b = () -> ValueError not enough values to unpack (expected at least 1, got 0)
# a, b, *c = [1] -> ValueError not enough values to unpack (expected at least 2, got 1)
# x = *[1] -> SyntaxError can't use starred expression here
# *a, *b = [] -> SyntaxError multiple starred expressions in assignment
# *a = [] -> SyntaxError starred assignment target must be in a list or tuple
# def f(): pass
# f() = 1 -> SyntaxError cannot assign to function call here. Maybe you meant '==' instead of '='?
# 1 = x -> SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='?
# a + 1 = 2 -> SyntaxError cannot assign to expression here. Maybe you meant '==' instead of '='?
# None = 1 -> SyntaxError cannot assign to None
# del f() -> SyntaxError cannot delete function call
# (a for a in b) = 1 -> SyntaxError cannot assign to generator expression
# a, b += 1 -> SyntaxError 'tuple' is an illegal expression for augmented assignment
# x: int, y = 1 -> SyntaxError invalid syntax
# [1]
# 1 [0, 9]
# {'a': 1, 'b': 2}
# {'x': 1, 'y': 2, 'z': [3, 4]}
# [0, 1, 2, 'a', 'b'] (1, 2) {1} {'a': 3, 'b': 2} [] 1 2
# ((1, 2, 3, 4), {'x': 1, 'y': 2, 'z': 3})
# __main__.f() got multiple values for keyword argument 'x'
# __main__.f() got multiple values for keyword argument 'x'
# __main__.f() argument after * must be an iterable, not NoneType
# __main__.f() argument after ** must be a mapping, not NoneType
# Value after * must be an iterable, not int
# 'int' object is not a mapping
# (1, 2, 3)
# (1,)
# ('a', 'b') 10 [0, 1, 2] 2
# 3
# n 2
# n 1
# True 5
# 1 2
# [1, 'x', 'y', 'z', 4, 5]
# ['x', 'z', 5]
# ['x', 'z', 5, 9] ['x', 'z', 5, 9] [9, 5, 'z', 'x']
# [9, 'z', 5, 'x']
# 3
# empty else
# {'a': 1, 'b': 2, 'k': 1}
# True False True True True True True True
# eval 1
# eval 2
# eval 0
# False
# x 3 0 0 5 3
# 512 -4 4 0.5 -4 -1 -4 (-4, 1) 1000 255 3 15 1000.0 1.5e-05 0.5 5.0 100000000000000000000 1267650600228229401496703205376 -6 5
