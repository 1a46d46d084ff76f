# __slots__ takes the place of the dict.
class S:
    __slots__ = ('a', 'b')
s = S()
s.a = 1
print(s.a)
try:
    s.b
except AttributeError as e:
    print(e)
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    s.__dict__
except AttributeError as e:
    print(e)
class T(S):
    __slots__ = ['d']
t = T(); t.a = t.d = 2
print(t.a, t.d)
class U(S): pass
u = U(); u.free = 3; u.a = 4
print(u.__dict__, u.a)
del s.a
print(hasattr(s, 'a'))
try:
    class V:
        __slots__ = ('x',)
        x = 1
except ValueError as e:
    print(e)
class W:
    __slots__ = 'single'
w = W(); w.single = 5
print(w.single)
# expect-output:
# 1
# 'S' object has no attribute 'b'
# 'S' object has no attribute 'c' and no __dict__ for setting new attributes
# 'S' object has no attribute '__dict__'
# 2 2
# {'free': 3} 4
# False
# 'x' in __slots__ conflicts with class variable
# 5
