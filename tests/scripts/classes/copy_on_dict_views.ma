# __dict__ is live both ways.
class C: pass
c = C()
d = c.__dict__
c.x = 1
print(d)
d['y'] = 2
print(c.y)
c.__dict__ = {'z': 3}
print(c.z, hasattr(c, 'x'), vars(c))
try:
    c.__dict__ = 5
except TypeError as e:
    print(e)
print(type(C.__dict__).__name__, 'x' in C.__dict__)
try:
    C.__dict__['q'] = 1
except TypeError as e:
    print(e)
# expect-output:
# {'x': 1}
# 2
# 3 False {'z': 3}
# __dict__ must be set to a dictionary, not a 'int'
# mappingproxy False
# 'mappingproxy' object does not support item assignment
