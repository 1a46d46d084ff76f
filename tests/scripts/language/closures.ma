# Closures, nonlocal, del, class scopes.
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
i, g = counter()
i(); i(); print(g(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
def late():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]
a, b = late()
print([f() for f in a], [f() for f in b])
def outer():
    x = 1
    def inner():
        print(x)
    del x
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    x = 2
    inner()
outer()
def unb():
    try: print(q)
    except UnboundLocalError as e: print(e)
    q = 1
    del q
    try: q
    except UnboundLocalError as e: print(e)
    try: del q
    except UnboundLocalError as e: print(e)
unb()
def delglob():
    global G
    G = 1
    del G
    try: G
    except NameError as e: print(e)
    try: del G
    except NameError as e: print(e)
delglob()
x = 'global'
class K:
    x = 'class'
    def f(self): return x
    y = [x for _ in range(1)]
    z = (lambda: x)()
    def g(self):
        class Inner:
            x = 'i'
            def h(self): return x
        return Inner().h()
print(K().f(), K.y, K.z, K().g())
def f():
    x = 'f'
    class A:
        print(x)
        x = 'a'
        print(x)
        del x
        try: print(x)
        except NameError as e: print('NE', e)
f()
def g():
    x = 'g'
    class A:
        nonlocal x
        x = 'changed'
    print(x, hasattr(A, 'x'))
g()
def deep():
    a = 1
    def l1():
        def l2():
            def l3():
                nonlocal a
                a += 1
                return a
            return l3
        return l2
    l1()()()
    return a
print(deep())
def gen():
    for i in range(3):
        def f(): return i
        yield f
fs = list(gen()); print([f() for f in fs])
def shadow(print_=print, *, len=len):
    print_(len([1, 2]))
shadow()
def rec(n): return 1 if n < 2 else n * rec(n - 1)
print(rec(20))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10))
def exc():
    try: 1 / 0
    except ZeroDivisionError as e:
        def k(): return e
    try: k()
    except NameError as err: print(type(err).__name__, err)
exc()
try:
    try: 1/0
    except Exception as e: pass
    e
except NameError as err: print(err)
def comp_scope():
    y = 5
    r = [y := y + 1 for _ in range(3)]
    return y, r
print(comp_scope())
print([x for x in range(3)], x)
def mk():
    def f(a=[]):
        a.append(1); return a
    return f
h = mk(); h(); print(h(), h.__defaults__)
# expect-output:
# 2 2 ('n',)
# [2, 2, 2] [0, 1, 2]
# NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
# 2
# cannot access local variable 'q' where it is not associated with a value
# cannot access local variable 'q' where it is not associated with a value
# cannot access local variable 'q' where it is not associated with a value
# name 'G' is not defined
# name 'G' is not defined
# global ['global'] global global
# global
# a
# global
# changed False
# 2
# [2, 2, 2]
# 2
# 2432902008176640000
# 3628800
# NameError cannot access free variable 'e' where it is not associated with a value in enclosing scope
# name 'e' is not defined
# (8, [6, 7, 8])
# [0, 1, 2] global
# [1, 1] ([1, 1],)
