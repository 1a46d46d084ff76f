# del of names, items, slices, attributes.
a = [0, 1, 2, 3, 4, 5]
del a[0], a[-1]
print(a)
del a[1:3]
print(a)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
class C: pass
c = C()
c.v = 1
del c.v
try:
    c.v
except AttributeError as e:
    print(e)
try:
    del c.v
except AttributeError as e:
    print(e)
x = 1
del x
try:
    x
except NameError as e:
    print(e)
try:
    del a[10]
except IndexError as e:
    print(e)
try:
    del d['zz']
except KeyError as e:
    print(e)
# expect-output:
# [1, 2, 3, 4]
# [1, 4]
# {'y': 2}
# 'C' object has no attribute 'v'
# 'C' object has no attribute 'v'
# name 'x' is not defined
# list assignment index out of range
# 'zz'
