# Data descriptors win over the instance, others do not.
class Data:
    def __set_name__(self, owner, name): self.name = name; print('name', owner.__name__, name)
    def __get__(self, obj, cls): return ('get', self.name, obj is None, cls.__name__)
    def __set__(self, obj, v): print('set', self.name, v)
    def __delete__(self, obj): print('delete', self.name)
class NonData:
    def __get__(self, obj, cls=None): return 'nondata'
class C:
    d = Data()
    n = NonData()
c = C()
print(c.d, C.d)
c.d = 1
c.__dict__['d'] = 'hidden'
print(c.d)
del c.d
print(c.n)
c.n = 'own'
print(c.n, C.n)
class NoGet:
    def __set__(self, o, v): o.__dict__['ng'] = v * 2
class E:
    ng = NoGet()
e = E()
e.ng = 4
print(e.ng)
# expect-output:
# name C d
# ('get', 'd', False, 'C') ('get', 'd', True, 'C')
# set d 1
# ('get', 'd', False, 'C')
# delete d
# nondata
# own nondata
# 8
