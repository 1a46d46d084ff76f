# Assignment expressions bind in the enclosing function scope.
if (n := len('abc')) > 2:
    print(n)
data = iter([1, 2, 3, 0])
while (v := next(data)):
    print(v, end=' ')
print()
def f():
    return [y := 1, y ** 2, y + 1]
print(f())
print((a := 5, a + 1))
print([w for s in ['a', '', 'b'] if (w := s)])
# expect-output:
# 3
# 1 2 3
# [1, 1, 2]
# (5, 6)
# ['a', 'b']
