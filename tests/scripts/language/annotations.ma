# Annotations are evaluated and kept, names without value are not bound.
x: int = 3
y: str
print(__annotations__)
try:
    y
except NameError as e:
    print(e)
class C:
    a: int
    b: str = 'b'
print(C.__annotations__, hasattr(C, 'a'))
def f(p: 1 + 1, *q: 'q', r: list[int] = None) -> None: pass
print(f.__annotations__)
def g():
    z: undefined_name = 1
    return z
print(g())
Number: 1
# expect-output:
# {'x': <class 'int'>, 'y': <class 'str'>}
# name 'y' is not defined
# {'a': <class 'int'>, 'b': <class 'str'>} False
# {'p': 2, 'q': 'q', 'r': list[int], 'return': None}
# 1
