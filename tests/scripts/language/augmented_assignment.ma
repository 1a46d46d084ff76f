# += on lists works in place, on tuples it makes a new one; targets are evaluated once.
a = b = [1]
a += [2]
print(b, a is b)
t = u = (1,)
t += (2,)
print(u, t)
calls = []
def idx():
    calls.append(1)
    return 0
l = [5]
l[idx()] += 1
print(l, len(calls))
x = 7
x //= 2; x **= 3; x %= 10; x <<= 2; x |= 1; x ^= 3; x &= 0xff; x >>= 1; x -= 1; x *= 2; x /= 4
print(x)
s = ([1],)
try:
    s[0] += [2]
except TypeError as e:
    print(e, s)
class C:
    def __iadd__(self, o):
        return 'iadd'
    def __add__(self, o):
        return 'add'
c = C()
d = c + 1
c += 1
print(c, d)
# expect-output:
# [1, 2] True
# (1,) (1, 2)
# [6] 1
# 7.0
# 'tuple' object does not support item assignment ([1, 2],)
# iadd add
