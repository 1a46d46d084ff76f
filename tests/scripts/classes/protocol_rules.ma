# Comparison, hash, bool, iteration and format protocols.
class N:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f'N{s.v}'
print(sorted([N(3), N(1), N(2)]), max(N(1), N(5)), min([N(4), N(2)]), N(1) > N(0))
try: N(1) <= N(2)
except TypeError as e: print(e)
class E:
    def __eq__(s, o): return True
print(E() == 1, 1 == E(), E() != 1, E() in [1], [E()] == [5], (1, E()) == (1, 2))
try: hash(E())
except TypeError as e: print(e)
try: {E(): 1}
except TypeError as e: print(e)
try: {E()}
except TypeError as e: print(e)
class H:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return isinstance(o, H) and s.v == o.v
d = {H(1): 'a'}; d[H(1)] = 'b'; print(len(d), d[H(1)], H(2) in d, {H(1), H(1)}.__len__())
class Hx:
    def __hash__(s): return 'x'
try: hash(Hx())
except TypeError as e: print(e)
class Hb:
    def __hash__(s): return 2**70
print(hash(Hb()) == hash(2**70), hash(-1), hash(-2), hash(1) == hash(1.0) == hash(True))
class Sub(H): pass
print(hash(Sub(1)) == hash(1))
class Sub2(H):
    def __eq__(s, o): return False
print(Sub2.__hash__)
class Sub3(H):
    def __eq__(s, o): return False
    __hash__ = H.__hash__
print(hash(Sub3(3)) == 3)
class Bo:
    def __init__(s, v): s.v = v
    def __bool__(s): return s.v
print(bool(Bo(True)), not Bo(False), [x for x in [Bo(True), Bo(False)] if x].__len__())
try: bool(Bo(1))
except TypeError as e: print(e)
try:
    if Bo('x'): pass
except TypeError as e: print(e)
class Le:
    def __init__(s, n): s.n = n
    def __len__(s): return s.n
print(bool(Le(0)), bool(Le(1)), len(Le(5)))
for n in [-1, 'a', 1.5, 2**70]:
    try: print(len(Le(n)))
    except Exception as e: print(type(e).__name__, e)
    try: print(bool(Le(n)))
    except Exception as e: print(type(e).__name__, e)
class W:
    def __eq__(s, o): return 'weird'
    def __lt__(s, o): return []
    def __contains__(s, x): return 'yes'
print(W() == 1, W() != 1, W() < 1, 5 in W(), 5 not in W(), 1 == W())
class Cm:
    def __eq__(s, o): raise ValueError('eq')
try: [Cm()] == [Cm()]
except ValueError as e: print(e)
try: 1 in [Cm()]
except ValueError as e: print(e)
c = Cm(); print(c in [c], [c] == [c], [c].index(c), [c].count(c))
nan = float('nan'); print(nan == nan, nan in [nan], [nan] == [nan], nan != nan)
class Gi:
    def __getitem__(s, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Gi()), 20 in Gi(), 25 in Gi(), [*Gi()], tuple(reversed_ for reversed_ in Gi()))
a, b, c = Gi(); print(a, b, c)
try: reversed(Gi())
except TypeError as e: print(e)
class Gl(Gi):
    def __len__(s): return 3
print(list(reversed(Gl())), bool(Gl()))
class NoIter:
    __iter__ = None
    def __getitem__(s, i): return 1
try: iter(NoIter())
except TypeError as e: print(e)
class NoCont:
    __contains__ = None
    def __iter__(s): return iter([1])
try: 1 in NoCont()
except TypeError as e: print(e)
class BadIter:
    def __iter__(s): return 5
try: iter(BadIter())
except TypeError as e: print(e)
try:
    for x in BadIter(): pass
except TypeError as e: print(e)
class It:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > 3: raise StopIteration
        return s.i
print(list(It()), sum(It()), max(It()), dict(zip('abc', It())), 2 in It())
class Fm:
    def __format__(s, spec): return f'<{spec}>'
    def __str__(s): return 'STR'
    def __repr__(s): return 'REPR'
print(f'{Fm()} {Fm():>10} {Fm()!r} {Fm()!s:>5} {Fm()!a}', '{:x} {!r} {}'.format(Fm(), Fm(), Fm()), '%s %r' % (Fm(), Fm()), format(Fm(), 'q'))
class Bf:
    def __format__(s, sp): return 5
    def __str__(s): return 5
    def __repr__(s): return None
for f in (format, str, repr, lambda x: f'{x}', lambda x: '%s' % x, lambda x: '%r' % x, print, lambda x: [x].__repr__()):
    try: f(Bf())
    except TypeError as e: print(e)
class Nf: pass
try: f'{Nf():5}'
except TypeError as e: print(e)
try: '{:5}'.format([])
except TypeError as e: print(e)
class Missing(dict):
    def __missing__(s, k): return k * 2
m = Missing(a=1); print(m['a'], m['zz'], m.get('zz'), 'zz' in m)
class Idx:
    def __index__(s): return 'a'
try: [1][Idx()]
except TypeError as e: print(e)
class Sl:
    def __getitem__(s, k): return k
    def __setitem__(s, k, v): print('set', k, v)
    def __delitem__(s, k): print('del', k)
s = Sl(); print(s[1:2], s[::], s[1:2, 3], s[...], s[1, 2], s[()], s[:, None], s[*[1, 2], 3]); s[1:2] = 5; del s[::2]; s[0] = s[1] = 9
s[1] += 5 if False else 1 if isinstance(s[1], int) else 0
class Cl:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(Cl[int], Cl[1, 2])
class Itr:
    def __length_hint__(s): return 10
    def __iter__(s): return iter([1, 2])
import operator
print(operator.length_hint(Itr()), list(Itr()))
class Rv:
    def __reversed__(s): return 'revd'
print(reversed(Rv()))
# expect-output:
# [N1, N2, N3] N5 N2 True
# '<=' not supported between instances of 'N' and 'N'
# True True False True True True
# unhashable type: 'E'
# unhashable type: 'E'
# unhashable type: 'E'
# 1 b False 1
# __hash__ method should return an integer
# True -2 -2 True
# True
# None
# True
# True True 1
# __bool__ should return bool, returned int
# __bool__ should return bool, returned str
# False True 5
# ValueError __len__() should return >= 0
# ValueError __len__() should return >= 0
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'str' object cannot be interpreted as an integer
# TypeError 'float' object cannot be interpreted as an integer
# TypeError 'float' object cannot be interpreted as an integer
# OverflowError cannot fit 'int' into an index-sized integer
# OverflowError cannot fit 'int' into an index-sized integer
# weird False [] True False weird
# eq
# eq
# True True 0 1
# False True True True
# [0, 10, 20] True False [0, 10, 20] (0, 10, 20)
# 0 10 20
# object of type 'Gi' has no len()
# [20, 10, 0] True
# 'NoIter' object is not iterable
# 'NoCont' object is not a container
# iter() returned non-iterator of type 'int'
# iter() returned non-iterator of type 'int'
# [1, 2, 3] 6 3 {'a': 1, 'b': 2, 'c': 3} True
# <> <>10> REPR   STR REPR <x> REPR <> STR REPR <q>
# __format__ must return a str, not int
# __str__ returned non-string (type int)
# __repr__ returned non-string (type NoneType)
# __format__ must return a str, not int
# __str__ returned non-string (type int)
# __repr__ returned non-string (type NoneType)
# __str__ returned non-string (type int)
# __repr__ returned non-string (type NoneType)
# unsupported format string passed to Nf.__format__
# unsupported format string passed to list.__format__
# 1 zzzz None False
# __index__ returned non-int (type str)
# slice(1, 2, None) slice(None, None, None) (slice(1, 2, None), 3) Ellipsis (1, 2) () (slice(None, None, None), None) (1, 2, 3)
# set slice(1, 2, None) 5
# del slice(None, None, 2)
# set 0 9
# set 1 9
# set 1 2
# ('Cl', <class 'int'>) ('Cl', (1, 2))
# 10 [1, 2]
# revd
