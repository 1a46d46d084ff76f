# Instance attributes hide class attributes; class changes are seen by all.
class C:
    shared = []
    n = 0
a, b = C(), C()
a.shared.append(1)
a.n += 1
print(b.shared, a.n, b.n, C.n, a.__dict__, b.__dict__)
C.n = 5
print(a.n, b.n)
C.m = lambda self: 'm'
print(a.m())
del C.m
try:
    a.m()
except AttributeError as e:
    print(e)
try:
    C.zz
except AttributeError as e:
    print(e)
a.__dict__['q'] = 7
print(a.q, vars(a), sorted(x for x in dir(a) if not x.startswith('__')))
print(getattr(a, 'zz', 'default'), hasattr(a, 'n'))
setattr(a, 'dyn', 1); delattr(a, 'dyn')
print('dyn' in a.__dict__)
a.__class__ = type('Other', (), {'who': 'other'})
print(a.who)
# expect-output:
# [1] 1 0 0 {'n': 1} {}
# 1 5
# m
# 'C' object has no attribute 'm'
# type object 'C' has no attribute 'zz'
# 7 {'n': 1, 'q': 7} ['n', 'q', 'shared']
# default True
# False
# other
