# A class body is code, run once, in order.
print('before')
class C:
    print('in body', __name__, __qualname__)
    for i in range(2):
        print('i', i)
    if i:
        def f(self): return 'f defined'
    x = y = 1
    y += 1
    del x
    class Inner:
        z = 3
print(C().f(), C.i, C.y, hasattr(C, 'x'), C.Inner.z)
try:
    class D:
        raise ValueError('from body')
except ValueError as e:
    print(e)
def deco(c):
    c.deco = True
    return c
@deco
class E: "doc"
print(E.deco, E.__doc__, E.__module__)
# expect-output:
# before
# in body __main__ C
# i 0
# i 1
# f defined 1 2 False 3
# from body
# True doc __main__
