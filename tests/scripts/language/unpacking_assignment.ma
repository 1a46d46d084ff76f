# Every form of unpacking, nested and starred.
a, b = 1, 2
a, b = b, a
print(a, b)
a, *b = [1, 2, 3]
print(a, b)
*a, b = 'xyz'
print(a, b)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
[x, y] = {1: 'a', 2: 'b'}
print(x, y)
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p, q)
l = [0, 0]
i = 0
i, l[i] = 1, 9
print(i, l)
x = y = z = []
print(x is z)
(a), = [7]
print(a)
# expect-output:
# 2 1
# 1 [2, 3]
# ['x', 'y'] z
# 1 2 [3, 4] 5
# 1 2
# 0 1 2
# 1 3 4
# 1 [0, 9]
# True
# 7
