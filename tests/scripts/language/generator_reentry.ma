# A running generator cannot be entered again.
def g():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 1
me = g()
print(next(me))
def c():
    me2.close()
    yield
me2 = c()
try:
    next(me2)
except ValueError as e:
    print(e)
# expect-output:
# generator already executing
# 1
# generator already executing
