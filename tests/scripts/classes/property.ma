# property with setter, deleter, doc and errors.
class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the doc"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 'ro'
c = C()
c.x += 5
print(c.x, C.x.__doc__)
del c.x
try:
    c.x
except AttributeError as e:
    print(e)
try:
    c.ro = 1
except AttributeError as e:
    print(e)
try:
    del c.ro
except AttributeError as e:
    print(e)
class D(C):
    @C.ro.getter
    def ro(self): return 'D ro'
    y = property(lambda self: 'y', doc='ydoc')
print(D().ro, D().y, D.y.__doc__)
try:
    D.z = property(); D().z
except AttributeError as e:
    print(e)
# expect-output:
# 6 the doc
# 'C' object has no attribute '_x'
# property 'ro' of 'C' object has no setter
# property 'ro' of 'C' object has no deleter
# D ro y ydoc
# property of 'D' object has no getter
