# yield from in every corner.
def t(f, *a):
    try: r = f(*a); print('ok', repr(r))
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
def inner():
    try:
        x = yield 1; print('inner got', x)
        y = yield 2; print('inner got', y)
    except ValueError as e: print('inner caught', e); yield 'recovered'
    except GeneratorExit: print('inner exit'); raise
    finally: print('inner fin')
    return 'inner result'
def outer():
    try: r = yield from inner(); print('r', r); yield 'more'
    except KeyError as e: print('outer caught', e); yield 'oc'
    finally: print('outer fin')
o = outer(); t(next, o); t(o.send, 'a'); t(o.send, 'b'); t(next, o)
o = outer(); next(o); t(o.throw, ValueError('v')); t(next, o); t(next, o)
o = outer(); next(o); t(o.throw, KeyError('k')); t(next, o)
o = outer(); next(o); t(o.close)
o = outer(); next(o); print(o.gi_yieldfrom.__name__); t(o.throw, GeneratorExit('ge'))
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 2: raise StopIteration('itret')
        return s.n
def yf(): r = yield from It(); print('ret', r)
y = yf(); t(next, y); t(y.send, 5); 
y = yf(); next(y); t(y.throw, ValueError('x')); t(y.close)
class It2(It):
    def send(s, v): print('send', v); return 'sent'
    def throw(s, *a): print('throw', a); raise StopIteration('thrown')
    def close(s): print('close')
def yf2(): r = yield from It2(); print('ret', r); yield 'end'
y = yf2(); next(y); t(y.send, 5); t(y.throw, ValueError('q')); t(next, y)
y = yf2(); next(y); t(y.close)
class It3(It):
    def close(s): raise RuntimeError('close failed')
def yf3(): yield from It3()
y = yf3(); next(y); t(y.close)
y = yf3(); next(y); t(y.throw, GeneratorExit)
def yl(): yield from [1, 2, 3]; yield from 'ab'; yield from {'k': 1}; yield from range(2); return (yield from (lambda: (yield 'z'))())
print(list(yl()))
y = yl(); next(y); t(y.send, 1)
y = yl(); next(y); t(y.throw, KeyError('a'))
def bad(): yield from 5
t(next, bad())
def rec(n):
    if n: yield n; yield from rec(n - 1)
print(list(rec(5)))
def chain(n):
    if n == 0: yield 'bottom'; return 'r0'
    r = yield from chain(n - 1); return r + str(n)
def top(): r = yield from chain(200); print(len(r)); yield r[-3:]
print(list(top()))
def tree(t):
    if t:
        l, v, r = t
        yield from tree(l); yield v; yield from tree(r)
print(list(tree((((None, 1, None), 2, (None, 3, None)), 4, None))))
def selfy():
    yield from s
s = selfy(); t(next, s)
def sub():
    try: yield 1
    except GeneratorExit: print('sub swallow'); yield 'no'
def sup(): yield from sub()
u = sup(); next(u); t(u.close)
def subr():
    try: yield 1
    except GeneratorExit: return 'fine'
def supr():
    try: x = yield from subr(); print('x', x)
    except GeneratorExit: print('GE in outer'); raise
u = supr(); next(u); t(u.close)
def deleg():
    g = inner()
    next(g)
    r = yield from g
    return r
d = deleg(); t(next, d); t(d.send, 'q')
def done():
    g = inner()
    for _ in g: pass
    r = yield from g; print('r', r); yield 'x'
t(next, done())
def exc_in_delegate():
    def bad(): yield 1; raise KeyError('from bad')
    try: yield from bad()
    except KeyError as e: print('caught', e); yield 'c'
print(list(exc_in_delegate()))
def pingpong():
    x = None
    while True: x = yield x
p = pingpong(); next(p); print([p.send(i) for i in range(5)])
def avg():
    tot = n = 0; a = None
    while True:
        v = yield a
        if v is None: break
        tot += v; n += 1; a = tot / n
    return n, a
def grouper(res, k): 
    while True: res[k] = yield from avg()
res = {}
for k, vals in {'a': [1, 2, 3], 'b': [10, 20]}.items():
    g = grouper(res, k); next(g)
    for v in vals: g.send(v)
    g.send(None)
print(res)
def with_gen():
    class CM:
        def __enter__(s): print('enter'); return s
        def __exit__(s, *a): print('exit', a[0] and a[0].__name__)
    with CM(): yield 1; yield 2
g = with_gen(); next(g); g.close()
g = with_gen(); next(g)
t(g.throw, ValueError('v'))
print(list(with_gen()))
def ret_in_finally():
    try: yield 1
    finally: return 5
g = ret_in_finally(); next(g); t(g.throw, ValueError('lost'))
g = ret_in_finally(); next(g); t(g.close)
def yield_in_finally():
    try: yield 1; raise KeyError('k')
    finally: yield 'fin'; print('end fin')
g = yield_in_finally(); t(next, g); t(next, g); t(next, g)
g = yield_in_finally(); next(g); t(g.close)
def loopgen():
    for i in range(3):
        try:
            if i == 1: continue
            yield i
        finally: print('f', i)
    else: print('else')
print(list(loopgen()))
# expect-output:
# ok 1
# inner got a
# ok 2
# inner got b
# inner fin
# r inner result
# ok 'more'
# outer fin
# StopIteration  None None
# inner caught v
# ok 'recovered'
# inner fin
# r inner result
# ok 'more'
# outer fin
# StopIteration  None None
# inner fin
# outer caught 'k'
# ok 'oc'
# outer fin
# StopIteration  None None
# inner exit
# inner fin
# outer fin
# ok None
# inner
# inner exit
# inner fin
# outer fin
# GeneratorExit ge None None
# ok 1
# AttributeError 'It' object has no attribute 'send' None None
# ValueError x None None
# ok None
# send 5
# ok 'sent'
# throw (ValueError('q'),)
# ret thrown
# ok 'end'
# StopIteration  None None
# close
# ok None
# RuntimeError close failed None None
# RuntimeError close failed None None
# [1, 2, 3, 'a', 'b', 'k', 0, 1, 'z']
# AttributeError 'list_iterator' object has no attribute 'send' None None
# KeyError 'a' None None
# TypeError 'int' object is not iterable None None
# [5, 4, 3, 2, 1]
# 494
# ['bottom', '200']
# [1, 2, 3, 4]
# ValueError generator already executing None None
# sub swallow
# RuntimeError generator ignored GeneratorExit None None
# GE in outer
# ok None
# inner got None
# ok 2
# inner got q
# inner fin
# StopIteration inner result None None
# inner got None
# inner got None
# inner fin
# r None
# ok 'x'
# caught 'from bad'
# [1, 'c']
# [0, 1, 2, 3, 4]
# {'a': (3, 2.0), 'b': (2, 15.0)}
# enter
# exit GeneratorExit
# enter
# exit ValueError
# ValueError v None None
# enter
# exit None
# [1, 2]
# StopIteration 5 None None
# ok 5
# ok 1
# ok 'fin'
# end fin
# KeyError 'k' None None
# RuntimeError generator ignored GeneratorExit None None
# f 0
# f 1
# f 2
# else
# [0, 2]
