# Each operand is evaluated once, and only as far as needed.
def v(n):
    print('v', n)
    return n
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(1 < 2 > 0 != 5, 1 == 1.0 is not None, 1 in [1] in [[1]])
x = 5
print(0 <= x < 10, not x < 3)
# expect-output:
# v 1
# v 2
# v 3
# True
# v 3
# v 2
# False
# True True True
# True True
