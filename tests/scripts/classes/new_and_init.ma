# __new__ makes, __init__ fills; __init__ is skipped for other types.
class C:
    def __new__(cls, *a):
        print('new', a)
        return super().__new__(cls)
    def __init__(self, *a): print('init', a)
C(1, 2)
class Other:
    def __new__(cls): return 'not an Other'
    def __init__(self): print('never')
print(Other())
class Single:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Single() is Single())
class I(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(I(4), I(4) + 1, type(I(1) + I(1)).__name__)
class R:
    def __init__(self): return 3
try:
    R()
except TypeError as e:
    print(e)
class E: pass
try:
    E(1)
except TypeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)
class T(tuple):
    def __new__(cls, *items): return tuple.__new__(cls, items)
print(T(1, 2), len(T()))
# expect-output:
# new (1, 2)
# init (1, 2)
# not an Other
# True
# 8 9 int
# __init__() should return None, not 'int'
# E() takes no arguments
# object() takes no arguments
# (1, 2) 0
