# Cyclic containers: repr is short, comparison is a RecursionError.
a = []; a.append(a)
b = []; b.append(b)
print(a, a == a)
try:
    a == b
except RecursionError as e:
    print('RecursionError', str(e).startswith('maximum recursion depth exceeded'))
d = {}; d[1] = d
e = {}; e[1] = e
try:
    d == e
except RecursionError:
    print('RecursionError')
t = (a,); a.append(t)
print(repr(t), len(str(d)))
deep = []
for _ in range(100000): deep = [deep]
try:
    repr(deep)
except RecursionError:
    print('deep repr')
del deep
class R:
    def __repr__(self): return repr(self)
try:
    repr(R())
except RecursionError:
    print('repr of itself')
class E:
    def __eq__(self, o): return self == o
try:
    E() == 1
except RecursionError:
    print('eq of itself')
class G:
    def __getattr__(self, n): return getattr(self, n + 'x')
try:
    G().a
except RecursionError:
    print('getattr')
class I:
    def __getitem__(self, i): return self[i]
try:
    I()[0]
except RecursionError:
    print('getitem')
print('still alive')
# expect-output:
# [[...]] True
# RecursionError True
# RecursionError
# ([[...], (...)],) 10
# deep repr
# repr of itself
# eq of itself
# getattr
# getitem
# still alive
