# try, with, return, break, continue in all combinations.
def f(n):
    out = []
    for i in range(5):
        try:
            if n == 0: continue
            if n == 1: break
            if n == 2: return out + ['ret']
            if n == 3 and i == 2: raise ValueError(i)
            out.append(i)
        except ValueError as e:
            out.append(('exc', str(e)))
            if i == 2: continue
        else: out.append('else')
        finally:
            out.append('fin')
            if n == 4 and i == 1: break
            if n == 5: return ['overridden']
    else: out.append('forelse')
    return out
for n in range(7): print(n, f(n))
def g(k):
    try:
        try:
            if k == 0: return 'try'
            if k == 1: raise KeyError('a')
            if k == 2: raise ValueError('b')
            if k == 3: 1 / 0
        except KeyError: return 'except'
        except (ValueError, TypeError) as e:
            raise RuntimeError('wrapped') from e
        else: return 'else'
        finally: print('inner fin', k)
    except RuntimeError as e: return repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__
    except: return 'bare'
    finally:
        print('outer fin', k)
for k in range(5): print(g(k))
def nest():
    try: raise A1
    except NameError:
        try: raise KeyError('k')
        except KeyError as e: return repr(e.__context__)
print(nest())
def w():
    i = 0
    while i < 5:
        i += 1
        try:
            if i == 2: continue
            if i == 4: break
        finally: print('w', i)
    else: print('no')
    return i
print(w())
def ret_order():
    x = 1
    try: return x
    finally: x = 2
print(ret_order())
def lst():
    l = []
    try: return l
    finally: l.append(1)
print(lst())
def swallow():
    for _ in range(1):
        try: raise ValueError('lost')
        finally: break
    return 'swallowed'
print(swallow())
def cont():
    for i in range(3):
        try: 1 / 0
        finally: continue
    return 'c'
print(cont())
class CM:
    def __init__(s, n, sup=False, fail=None): s.n, s.sup, s.fail = n, sup, fail
    def __enter__(s):
        print('enter', s.n)
        if s.fail == 'enter': raise OSError('enter ' + s.n)
        return s.n
    def __exit__(s, t, v, tb):
        print('exit', s.n, t and t.__name__, v, tb is not None)
        if s.fail == 'exit': raise OSError('exit ' + s.n)
        return s.sup
def use(k):
    with CM('a') as a, CM('b', sup=k == 1) as b:
        print(a, b)
        if k in (1, 2): raise ValueError('v')
        if k == 3: return 'r'
        for _ in range(2):
            with CM('c'): break
        for _ in range(2):
            with CM('d'): continue
    return 'end'
for k in range(4):
    try: print(use(k))
    except ValueError as e: print('out', e)
for fail in ('enter', 'exit'):
    try:
        with CM('o'), CM('i', fail=fail): raise KeyError('body')
    except Exception as e: print(repr(e), repr(e.__context__))
with (CM('p') as p, CM('q') as q,): print(p, q)
for bad in ('5', 'open', 'None'):
    try:
        exec(f'with {bad}: pass')
    except TypeError as e: print(e)
class NoExit:
    def __enter__(s): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
class Tgt: pass
tg = Tgt(); d = {}
with CM('t') as tg.x, CM('u') as d['k'], CM('v1') as (x, y): print(tg.x, d, x, y)
try:
    try: raise ValueError(1)
    finally: raise KeyError(2)
except KeyError as e: print(repr(e.__context__))
try:
    try: raise ValueError(1)
    except ValueError: raise
except ValueError as e: print(e.__context__)
try:
    raise
except RuntimeError as e: print(e)
for r in ('raise 5', 'raise int', 'raise "x"', 'raise None', 'raise ValueError from 5', 'raise ValueError from KeyError', 'raise ValueError(1) from None', 'assert False', 'assert 0, "msg"', 'assert 0, (1, 2)', 'assert 1'):
    try: exec(r); print(r, 'ok')
    except BaseException as e: print(r, '->', type(e).__name__, e, repr(e.__cause__), e.__suppress_context__, e.args)
try:
    try: 1 / 0
    except (KeyError, 5): pass
except TypeError as e: print(e)
try:
    try: 1 / 0
    except 'x': pass
except TypeError as e: print(e, repr(e.__context__))
# expect-output:
# 0 ['fin', 'fin', 'fin', 'fin', 'fin', 'forelse']
# 1 ['fin']
# 2 ['ret']
# 3 [0, 'else', 'fin', 1, 'else', 'fin', ('exc', '2'), 'fin', 3, 'else', 'fin', 4, 'else', 'fin', 'forelse']
# 4 [0, 'else', 'fin', 1, 'else', 'fin']
# 5 ['overridden']
# 6 [0, 'else', 'fin', 1, 'else', 'fin', 2, 'else', 'fin', 3, 'else', 'fin', 4, 'else', 'fin', 'forelse']
# inner fin 0
# outer fin 0
# try
# inner fin 1
# outer fin 1
# except
# inner fin 2
# outer fin 2
# ("RuntimeError('wrapped')", "ValueError('b')", "ValueError('b')", True)
# inner fin 3
# outer fin 3
# bare
# inner fin 4
# outer fin 4
# else
# NameError("name 'A1' is not defined")
# w 1
# w 2
# w 3
# w 4
# 4
# 1
# [1]
# swallowed
# c
# enter a
# enter b
# a b
# enter c
# exit c None None False
# enter d
# exit d None None False
# enter d
# exit d None None False
# exit b None None False
# exit a None None False
# end
# enter a
# enter b
# a b
# exit b ValueError v True
# exit a None None False
# end
# enter a
# enter b
# a b
# exit b ValueError v True
# exit a ValueError v True
# out v
# enter a
# enter b
# a b
# exit b None None False
# exit a None None False
# r
# enter o
# enter i
# exit o OSError enter i True
# OSError('enter i') None
# enter o
# enter i
# exit i KeyError 'body' True
# exit o OSError exit i True
# OSError('exit i') KeyError('body')
# enter p
# enter q
# p q
# exit q None None False
# exit p None None False
# 'int' object does not support the context manager protocol
# 'builtin_function_or_method' object does not support the context manager protocol
# 'NoneType' object does not support the context manager protocol
# 'NoExit' object does not support the context manager protocol (missed __exit__ method)
# enter t
# enter u
# enter v1
# t {'k': 'u'} v 1
# exit v1 None None False
# exit u None None False
# exit t None None False
# ValueError(1)
# None
# No active exception to reraise
# raise 5 -> TypeError exceptions must derive from BaseException None False ('exceptions must derive from BaseException',)
# raise int -> TypeError exceptions must derive from BaseException None False ('exceptions must derive from BaseException',)
# raise "x" -> TypeError exceptions must derive from BaseException None False ('exceptions must derive from BaseException',)
# raise None -> TypeError exceptions must derive from BaseException None False ('exceptions must derive from BaseException',)
# raise ValueError from 5 -> TypeError exception causes must derive from BaseException None False ('exception causes must derive from BaseException',)
# raise ValueError from KeyError -> ValueError  KeyError() True ()
# raise ValueError(1) from None -> ValueError 1 None True (1,)
# assert False -> AssertionError  None False ()
# assert 0, "msg" -> AssertionError msg None False ('msg',)
# assert 0, (1, 2) -> AssertionError (1, 2) None False ((1, 2),)
# assert 1 ok
# catching classes that do not inherit from BaseException is not allowed
# catching classes that do not inherit from BaseException is not allowed ZeroDivisionError('division by zero')
