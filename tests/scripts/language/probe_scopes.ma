# Scopes, unpacking, comprehensions, decorators.
# walrus, comprehension, class scoping extremes
class A:
    vals = [1, 2, 3]
    a = [v for v in vals]
    b = {k: v for k, v in zip(vals, vals)}
    def __init__(self): self.c = [self.__class__.__name__ for _ in range(1)]
print(A.a, A.b, A().c)
print([[y for y in range(x)] for x in range(3)], [x for x in [1, 2, 3] if (s := x) > 1], s, [(a, b) for a in range(2) for b in range(a, 2)], {x % 2: x for x in range(4)}, list((lambda: (yield 5))()))
def f():
    x = 1
    class B:
        x = 2
        def g(self): return x
        y = x
    return B().g(), B.y
print(f())
def g():
    x = 1
    class B:
        print(x)
        x = 3
        print(x)
try: g()
except NameError as e: print(type(e), e)
def h(n):
    def inner(): return n
    n += 1
    return inner
print(h(1)())
def counter():
    c = 0
    def inc():
        nonlocal c; c += 1; return c
    def get(): return c
    return inc, get
i, ge = counter(); i(); i(); print(ge(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
def ex():
    try: raise ValueError(1)
    except ValueError as e: fn = lambda: e
    try: fn()
    except NameError as x: print(x)
ex()
def dflt(x, y=[], *, z={}): y.append(x); z[x] = 1; return y, z
dflt(1); print(dflt(2), dflt.__defaults__, dflt.__kwdefaults__)
x = 5
def gl():
    global x
    x += 1
    def inner(): return x
    return inner()
print(gl(), x)
del x
try: x
except NameError as e: print(e)
for k, (a, *b) in {1: (2, 3, 4)}.items(): print(k, a, b)
with open('/dev/null') as f1, open('/dev/null') as f2: pass
with (open('/dev/null') as f1, open('/dev/null') as f2,): pass
print((lambda x, *y, z=3, **k: (x, y, z, k))(1, 2, a=5))
print(*[1], *(2,), sep='-'); print(dict(**{'a': 1}, b=2), [*{1: 2}], {**{}})
def posonly(a, b=2, /, c=3, *, d=4): return a, b, c, d
print(posonly(1), posonly(1, 5, c=6, d=7))
try: posonly(a=1)
except TypeError as e: print(e)
try: posonly(1, 2, 3, 4)
except TypeError as e: print(e)
try: posonly(1, e=4)
except TypeError as e: print(e)
print(1 if True else 2 if False else 3, (1, 2)[True], not 1 in [2], 1 is not None, [] == [], () is (), 'a' 'b' f'{1}')
a = b = c = 0; a += 1; b -= 1; c |= 3; print(a, b, c)
a, b = b, a; print(a, b)
l = [1, 2, 3]; l[0], l[-1] = l[-1], l[0]; print(l)
x = [0, 1]; i = 0; i = x[i] = 1; print(x, i)
def ann(a: int = 3, *args: 'str', b: float = 2.0, **kw: dict) -> None: ...
print(ann.__annotations__)
v: int = 5; w: 'undefined_thing'
print(__annotations__)
print(0xFF, 0o17, 0b11, 1_000, 1e3, .5, 5., 1E-2, 0_0, 10**-2, 1_0.5)
if 1: pass
elif 2: pass
else: pass
assert (lambda: True)()
while True:
    try: break
    finally: print('brk fin')
for i in range(3):
    try:
        if i == 1: continue
        print(i)
    finally: print('f', i)
def deep():
    try:
        try: return 'inner'
        finally: raise ValueError('x')
    except ValueError: return 'outer'
    finally: print('deep fin')
print(deep())
def gen_fin():
    try: yield 1; yield 2
    finally: print('gf')
for q in gen_fin(): break
print('---')
print(type(lambda: 0).__name__, (lambda: 0).__name__, (lambda: 0).__qualname__, A.__init__.__qualname__, h(1).__qualname__)
nested = lambda a: lambda b: lambda c: (a, b, c); print(nested(1)(2)(3))
print([f'{n:02d}' for n in range(3)], '%s' % (1,), '%s %s' % ('a', (1, 2)), '{0!r:>{1}}'.format('a', 6))
print(max(3, 1, key=lambda x: -x), sorted({'b': 1, 'a': 2}), sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]), list(zip(*[(1, 2), (3, 4)])), dict(zip('ab', [1, 2])), any(x > 2 for x in [1, 2, 3]), [*map(str, [1, 2])], ' '.join(map(str, range(3))))

# expect-output:
# [1, 2, 3] {1: 1, 2: 2, 3: 3} ['A']
# [[], [0], [0, 1]] [2, 3] 3 [(0, 0), (0, 1), (1, 1)] {0: 2, 1: 3} [5]
# (1, 2)
# <class 'NameError'> name 'x' is not defined
# 2
# 2 2 ('c',)
# cannot access free variable 'e' where it is not associated with a value in enclosing scope
# ([1, 2], {1: 1, 2: 1}) ([1, 2],) {'z': {1: 1, 2: 1}}
# 6 6
# name 'x' is not defined
# 1 2 [3, 4]
# (1, (2,), 3, {'a': 5})
# 1-2
# {'a': 1, 'b': 2} [1] {}
# (1, 2, 3, 4) (1, 5, 6, 7)
# posonly() got some positional-only arguments passed as keyword arguments: 'a'
# posonly() takes from 1 to 3 positional arguments but 4 were given
# posonly() got an unexpected keyword argument 'e'
# 1 2 True True True True ab1
# 1 -1 3
# -1 1
# [3, 2, 1]
# [0, 1] 1
# {'a': <class 'int'>, 'args': 'str', 'b': <class 'float'>, 'kw': <class 'dict'>, 'return': None}
# {'v': <class 'int'>, 'w': 'undefined_thing'}
# 255 15 3 1000 1000.0 0.5 5.0 0.01 0 0.01 10.5
# brk fin
# 0
# f 0
# f 1
# 2
# f 2
# deep fin
# outer
# gf
# ---
# function <lambda> <lambda> A.__init__ h.<locals>.inner
# (1, 2, 3)
# ['00', '01', '02'] 1 a (1, 2)    'a'
# 1 ['a', 'b'] [('b', 1), ('a', 2)] [(1, 3), (2, 4)] {'a': 1, 'b': 2} True ['1', '2'] 0 1 2
