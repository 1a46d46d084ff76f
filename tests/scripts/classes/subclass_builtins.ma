# Subclasses of built-in types.
class I(int):
    def __new__(cls, v, extra=None):
        o = super().__new__(cls, v); o.extra = extra; return o
    def __add__(s, o): return I(int(s) + o, 'sum')
    def __repr__(s): return f'I({int(s)})'
i = I(5, 'x'); print(i, i.extra, i + 1, (i + 1).extra, i * 2, type(i * 2), i == 5, hash(i) == hash(5), {5: 'a'}[i], [10, 20, 30, 40, 50, 60][i], -i, f'{i:03d}', f'{i}', '%d' % i, str(i), repr(i), isinstance(i, int), int(i), type(int(i)), range(i), i.__dict__, i.bit_length(), sum([i, i]), i // 2, 10 - i, i < 6, i.real, bool(I(0)))
class F(float):
    def __str__(s): return 'F!'
f = F(2.5); f.a = 1; print(f, f + 1, f.a, repr(f), f'{f:.1f}', f == 2.5, round(f), f.is_integer(), [f], -f, abs(f), type(f + f))
class S(str):
    def __new__(cls, v, **kw): o = super().__new__(cls, v); o.kw = kw; return o
    def upper(self): return 'custom ' + super().upper()
    def __len__(self): return 99
    def __getitem__(self, i): return 'gi'
s = S('abc', q=1); print(s, s.kw, s.upper(), len(s), s[0], s + 'd', type(s + 'd'), s == 'abc', {'abc': 1}[s], s.lower(), type(s.lower()), 'b' in s, s.replace('a', 'z'), ','.join([s, s]), list(s), f'{s:>5}', s * 2, s.split('b'), hash(s) == hash('abc'), str(s), type(str(s)), repr(s), getattr(s, 'kw'), s.title(), s[1:])
class L(list):
    def __init__(self, *a): super().__init__(a); self.n = 0
    def append(self, x): self.n += 1; super().append(x * 2)
    def __getitem__(self, i): return 'item' if isinstance(i, int) else super().__getitem__(i)
    def __contains__(self, x): return True
l = L(1, 2, 3); l.append(4); print(l, l.n, l[0], l[1:], type(l[1:]), 99 in l, len(l), l == [1, 2, 3, 8], l + [1], type(l + [1]), [*l], list(l), sorted(l), l.copy(), type(l.copy()), l * 2, l.__dict__, isinstance(l, list)); l.extend([5]); l += [6]; print(l, type(l), sum(l), list(reversed(l)))
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
    def keys(self): return ['fake']
d = D(a=1); d['b'] = 1; d.update(c=1); d.setdefault('d', 1); print(d, d.a, d.b, dict(d), {**d}, list(d), d.keys(), len(d), d | {'z': 1}, type(d | {}), type(d.copy()), d == {'a': 1, 'b': 2, 'c': 1, 'd': 1})
try: d.nope
except AttributeError as e: print('AE', e)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def x(self): return self[0]
    def __add__(self, o): return T(*[p + q for p, q in zip(self, o)])
t = T(1, 2); t.z = 5; print(t, t.x, t + T(3, 4), type(t[:1]), t == (1, 2), hash(t) == hash((1, 2)), {(1, 2): 'k'}[t], t.z, *t, len(t), t * 2, type(t * 2), '%s %s' % t)
class St(set):
    def add(self, x): super().add(x * 2)
st = St([1, 2]); st.add(5); print(sorted(st), type(st | {9}), st == {1, 2, 10}, len(st), type(st.copy())); 
class Fs(frozenset): pass
print(type(Fs([1]) | {2}), hash(Fs([1])) == hash(frozenset([1])), Fs([1]))
class By(bytes): pass
print(By(b'ab'), type(By(b'ab')[:1]), By(b'a') + b'b', By(b'a') == b'a')
class Ba(bytearray): pass
b = Ba(b'ab'); b.append(67); b.q = 1; print(b, b.q)
class X(Exception):
    def __init__(self, msg, code): super().__init__(msg); self.code = code
    def __str__(self): return f'{self.args[0]}/{self.code}'
try: raise X('m', 5)
except X as e: print(e, repr(e), e.args, e.code, e.__dict__)
class Y(Exception):
    def __init__(self, a, b): self.a = a
y = Y(1, 2); print(y.args, repr(y), str(y), y.a)
class Z(KeyError): pass
print(str(Z('k')), repr(Z('k', 1)))
class O(OSError): pass
o = O(2, 'nf', 'file'); print(o.errno, o.strerror, o.filename, str(o), repr(o), o.args)
class U(OSError):
    def __init__(self, x): self.x = x
print(str(U(3)), U(3).args, U(3).x)
class SI(StopIteration): pass
print(SI(4).value, SI(1, 2).value)
class Sx(SystemExit): pass
print(Sx(3).code, Sx().code, Sx(1, 2).code)
from collections import OrderedDict, defaultdict, Counter, deque
class OD(OrderedDict): pass
class DD(defaultdict): pass
print(OD(a=1), DD(list), DD(int)['x'])
class Ct(Counter):
    def total2(self): return sum(self.values())
print(Ct('abca').total2(), Ct('aab').most_common(1), type(Ct('a') + Ct('b')))
class Dq(deque): pass
q = Dq([1, 2], maxlen=2); q.append(3); q.z = 1; print(q, q.z)
class E2(int):
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return 'lt'
    def __bool__(self): return False
    def __index__(self): return 2
    def __hash__(self): return 1
e = E2(5); print(e == 5, 5 == e, e < 1, bool(e), [1, 2, 3, 4, 5, 6, 7][e], range(3) == range(e), 7 > e)
class R(range.__class__): pass
try:
    class Rg(range): pass
except TypeError as e: print(e)
class Sl(int):
    __slots__ = ()
x = Sl(3)
try: x.a = 1
except AttributeError as e: print(e)
class Obj(object):
    def __new__(cls, *a, **k): return super().__new__(cls)
print(type(Obj(1, 2, x=3)))
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other())
class Wrong:
    def __init__(self): return 5
try: Wrong()
except TypeError as e: print(e)
class WN:
    def __new__(cls): pass
print(WN())
# expect-output:
# I(5) x I(6) sum 10 <class 'int'> True True a 60 -5 005 I(5) 5 I(5) I(5) True 5 <class 'int'> range(0, 5) {'extra': 'x'} 3 10 2 5 True 5 False
# F! 3.5 1 2.5 2.5 True 2 False [2.5] -2.5 2.5 <class 'float'>
# abc {'q': 1} custom ABC 99 gi abcd <class 'str'> True 1 abc <class 'str'> True zbc abc,abc ['a', 'b', 'c']   abc abcabc ['a', 'c'] True abc <class 'str'> 'abc' {'q': 1} Abc gi
# [1, 2, 3, 8] 1 item [2, 3, 8] <class 'list'> True 4 True [1, 2, 3, 8, 1] <class 'list'> [1, 2, 3, 8] [1, 2, 3, 8] [1, 2, 3, 8] [1, 2, 3, 8] <class 'list'> [1, 2, 3, 8, 1, 2, 3, 8] {'n': 1} True
# [1, 2, 3, 8, 5, 6] <class '__main__.L'> 25 [6, 5, 8, 3, 2, 1]
# {'a': 1, 'b': 2, 'c': 1, 'd': 1} 1 2 {'a': 1, 'b': 2, 'c': 1, 'd': 1} {'a': 1, 'b': 2, 'c': 1, 'd': 1} ['a', 'b', 'c', 'd'] ['fake'] 4 {'a': 1, 'b': 2, 'c': 1, 'd': 1, 'z': 1} <class 'dict'> <class 'dict'> True
# AE nope
# (1, 2) 1 (4, 6) <class 'tuple'> True True k 5 1 2 2 (1, 2, 1, 2) <class 'tuple'> 1 2
# [1, 2, 10] <class 'set'> True 3 <class 'set'>
# <class 'frozenset'> True Fs({1})
# b'ab' <class 'bytes'> b'ab' True
# Ba(b'abC') 1
# m/5 X('m') ('m',) 5 {'code': 5}
# (1, 2) Y(1, 2) (1, 2) 1
# 'k' Z('k', 1)
# 2 nf file [Errno 2] nf: 'file' O(2, 'nf') (2, 'nf')
#  () 3
# 4 1
# 3 None (1, 2)
# OD({'a': 1}) DD(<class 'list'>, {}) 0
# 4 [('a', 2)] <class 'collections.Counter'>
# Dq([2, 3], maxlen=2) 1
# eq eq lt False 6 False lt
# type 'range' is not an acceptable base type
# 'Sl' object has no attribute 'a' and no __dict__ for setting new attributes
# <class '__main__.Obj'>
# 5
# __init__() should return None, not 'int'
# None
