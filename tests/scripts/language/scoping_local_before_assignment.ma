# A name assigned anywhere in a function is local in all of it.
x = 1
def f():
    print(x)
    x = 2
try:
    f()
except UnboundLocalError as e:
    print(e)
def g():
    del y
    y = 1
try:
    g()
except UnboundLocalError as e:
    print(e)
try:
    print(nowhere)
except NameError as e:
    print(e, e.name)
def h():
    if False:
        k = 1
    return lambda: k
try:
    h()()
except NameError as e:
    print(e)
# expect-output:
# cannot access local variable 'x' where it is not associated with a value
# cannot access local variable 'y' where it is not associated with a value
# name 'nowhere' is not defined nowhere
# cannot access free variable 'k' where it is not associated with a value in enclosing scope
