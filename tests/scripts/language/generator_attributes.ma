# What a generator shows of itself.
def g():
    yield 1
    yield 2
it = g()
print(it.gi_running, it.gi_suspended, it.gi_frame is not None, it.gi_yieldfrom, it.__name__, it.__qualname__)
next(it)
print(it.gi_suspended, it.gi_frame.f_lineno)
for _ in it:
    pass
print(it.gi_frame, it.gi_suspended)
def d():
    yield from it2
it2 = g()
dd = d()
next(dd)
print(dd.gi_yieldfrom is it2)
class C:
    def m(self):
        yield
print(repr(C().m()).split(' at ')[0])
# expect-output:
# False False True None g g
# True 3
# None False
# True
# <generator object C.m
