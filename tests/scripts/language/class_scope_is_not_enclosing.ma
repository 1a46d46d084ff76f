# Names of a class body are not seen by its methods, nor by comprehensions but for the first iterable.
x = 'module'
class C:
    x = 'class'
    xs = [1, 2]
    here = x
    first = [n for n in xs]
    def method(self):
        return x
    lam = lambda self: x
print(C.here, C.first, C().method(), C().lam())
try:
    class D:
        y = 3
        z = [y for _ in range(2)]
except NameError as e:
    print(e)
def f(p):
    class E:
        q = p
        p = q + 1
    return E
try:
    print(f(1).p)
except NameError as e:
    print(e)
# expect-output:
# class [1, 2] module module
# name 'y' is not defined
# name 'p' is not defined
