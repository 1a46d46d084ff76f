# Default reprs.
def r(x): return repr(x).split(' at ')[0]
class C:
    def m(self): pass
    @classmethod
    def k(cls): pass
print(r(C), r(C()), r(C.m), r(C().m), r(C.k), r(len), r([].append), r(lambda: 0))
print(r(int), r(type), r(iter([])), r({}.keys()), r(range(3)), r(zip()), r(object()), r(print))
def f(): yield
async def co(): pass
c = co()
print(r(f), r(f()), r(co), r(c))
c.close()
print(r(type(None)), r(NotImplemented), r(...), r(slice(1, 2)), r(property()), r(super))
# expect-output:
# <class '__main__.C'> <__main__.C object <function C.m <bound method C.m of <__main__.C object <bound method C.k of <class '__main__.C'>> <built-in function len> <built-in method append of list object <function <lambda>
# <class 'int'> <class 'type'> <list_iterator object dict_keys([]) range(0, 3) <zip object <object object <built-in function print>
# <function f <generator object f <function co <coroutine object co
# <class 'NoneType'> NotImplemented Ellipsis slice(1, 2, None) <property object <class 'super'>
