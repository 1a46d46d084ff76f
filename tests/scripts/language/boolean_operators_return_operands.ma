# and/or give an operand back and skip what is not needed.
print(0 or 'a', 1 and 2, None and x, '' or [] or 0, 1 or y)
print(not [], not 'a', not not 3)
print(5 if 0 else 6, 'yes' if 'x' else z)
class B:
    def __bool__(self):
        print('bool')
        return False
b = B()
print((b or 1), (b and 1) is b)
class L:
    def __len__(self):
        return 0
print(bool(L()), bool(object()))
class Bad:
    def __bool__(self):
        return 3
try:
    bool(Bad())
except TypeError as e:
    print(e)
class Neg:
    def __len__(self):
        return -1
try:
    bool(Neg())
except ValueError as e:
    print(e)
# expect-output:
# a 2 None 0 1
# True False True
# 6 yes
# bool
# bool
# 1 True
# False True
# __bool__ should return bool, returned int
# __len__() should return >= 0
