# Applied from below, evaluated from above.
def deco(name):
    print('make', name)
    def wrap(f):
        print('apply', name)
        def inner(*a):
            return name + '(' + str(f(*a)) + ')'
        return inner
    return wrap
@deco('a')
@deco('b')
def f(x):
    return x
print(f(1))
@lambda c: c()
class Instance:
    value = 5
print(Instance.value, type(Instance).__name__)
registry = []
@registry.append
def nothing():
    pass
print(nothing, len(registry))
# expect-output:
# make a
# make b
# apply b
# apply a
# a(b(1))
# 5 Instance
# None 1
