# __names in a class are mangled.
class A:
    __x = 1
    def get(self): return self.__x
    def __priv(self): return 'A priv'
    def call(self): return self.__priv()
    def setit(self, v): self.__y = v; return self
class B(A):
    __x = 2
    def getb(self): return self.__x
    def __priv(self): return 'B priv'
print(A().get(), B().get(), B().getb(), B().call(), sorted(B().setit(1).__dict__))
try:
    A().__x
except AttributeError as e:
    print(e)
print(A._A__x)
class _U:
    def f(self, __arg): return __arg
    def kw(self): return self.f(_U__arg=3)
print(_U().kw())
# expect-output:
# 1 1 2 A priv ['_A__y']
# 'A' object has no attribute '__x'
# 1
# 3
