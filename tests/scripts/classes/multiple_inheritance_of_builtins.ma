# Layouts that do not fit are refused.
try:
    class X(int, str): pass
except TypeError as e:
    print(e)
class Mixin:
    def hello(self): return 'hello ' + str(self)
class Y(Mixin, int): pass
print(Y(5).hello(), Y(5) + 1)
class Z(dict, Mixin): pass
print(Z(a=1).hello())
# expect-output:
# multiple bases have instance lay-out conflict
# hello 5 6
# hello {'a': 1}
