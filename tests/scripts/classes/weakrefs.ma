# weakref.ref does not keep alive.
import gc, weakref
class C: pass
c = C()
r = weakref.ref(c)
print(r() is c)
del c
gc.collect()
print(r())
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
called = []
c = C()
r = weakref.ref(c, lambda ref: called.append(ref))
c = None
gc.collect()
print(len(called), called[0] is r)
# expect-output:
# True
# None
# cannot create weak reference to 'int' object
# 1 True
