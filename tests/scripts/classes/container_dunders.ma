# Making a container: getitem, setitem, delitem, contains, len, iter, reversed, missing.
class C:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return ('get', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __contains__(self, k): return k == 'in'
    def __len__(self): return 3
c = C()
print(c[1], c['a', 2], c[1:2], c[::3, ...])
c[0] = 5
del c[1:]
print('in' in c, 'x' not in c, len(c), bool(c))
c[1] += 'x',
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 9 in Seq(), 5 in Seq(), [*Seq()])
class SeqL(Seq):
    def __len__(self): return 4
print(list(reversed(SeqL())))
class It:
    def __iter__(self): yield from 'xyz'
    def __reversed__(self): return 'rev'
print(list(It()), reversed(It()), 'y' in It(), dict(enumerate(It())))
class BadIter:
    def __iter__(self): return 5
for f in (lambda: iter(BadIter()), lambda: object()[1], lambda: len(object()), lambda: 1 in 5, lambda: 5[0], lambda: list(5)):
    try:
        f()
    except TypeError as e:
        print(e)
try:
    object()[0] = 1
except TypeError as e:
    print(e)
try:
    del object()[0]
except TypeError as e:
    print(e)
class D(dict):
    def __missing__(self, k): return 'missing ' + k
print(D(a=1)['a'], D()['zz'], D().get('zz'))
# expect-output:
# ('get', 1) ('get', ('a', 2)) ('get', slice(1, 2, None)) ('get', (slice(None, None, 3), Ellipsis))
# set 0 5
# del slice(1, None, None)
# True True 3 True
# set 1 ('get', 1, 'x')
# [0, 1, 4, 9] True False [0, 1, 4, 9]
# [9, 4, 1, 0]
# ['x', 'y', 'z'] rev True {0: 'x', 1: 'y', 2: 'z'}
# iter() returned non-iterator of type 'int'
# 'object' object is not subscriptable
# object of type 'object' has no len()
# argument of type 'int' is not iterable
# 'int' object is not subscriptable
# 'int' object is not iterable
# 'object' object does not support item assignment
# 'object' object does not support item deletion
# 1 missing zz None
