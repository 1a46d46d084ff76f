# Subclasses of list, dict, str, int, tuple, set.
class L(list):
    def __getitem__(self, i): return ('L', list.__getitem__(self, i))
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(5); l.extra = 'e'
print(l, l[1], len(l), l.extra, type(l + [1]).__name__, type(l[:]).__name__, l == [1, 10])
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1); d['b'] = 1; d.update(c=1)
print(d, dict(d), isinstance(d, dict), d | {'z': 0})
class S(str):
    def shout(self): return self.upper() + '!'
s = S('abc')
print(s.shout(), s + 'd', type(s + 'd').__name__, type(s.upper()).__name__, s == 'abc', {s: 1}['abc'], f'{s:>5}', s[1], repr(s))
class T(tuple):
    def first(self): return self[0]
print(T([1, 2]).first(), T((3,)), hash(T((1,))) == hash((1,)))
class F(float): pass
print(F(1.5) + 1, type(F(1) * 2).__name__, F('2.5'))
class Se(set): pass
print(Se([1]) | {2}, type(Se([1]) | {2}).__name__, Se([1]) == {1})
class B(bytes): pass
print(B(b'ab'), B(b'x') + b'y')
class E(Exception):
    def __init__(self, code): super().__init__('code %d' % code); self.code = code
try:
    raise E(5)
except E as e:
    print(e, e.code, e.args, repr(e))
# expect-output:
# [1, 10] ('L', 10) 2 e list tuple True
# {'a': 1, 'b': 2, 'c': 1} {'a': 1, 'b': 2, 'c': 1} True {'a': 1, 'b': 2, 'c': 1, 'z': 0}
# ABC! abcd str str True 1   abc b 'abc'
# 1 (3,) True
# 2.5 float 2.5
# {1, 2} set True
# b'ab' b'xy'
# code 5 5 ('code 5',) E('code 5')
