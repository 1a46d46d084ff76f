# What stands behind except must be an exception class.
def show(f):
    try:
        f()
    except TypeError as e:
        print(e)
def a():
    try:
        raise ValueError
    except 3:
        pass
def b():
    try:
        raise ValueError
    except (ValueError, 'x'):
        print('first fits')
def c():
    raise 3
def d():
    raise object
def e():
    raise ValueError from 3
def f():
    raise
show(a); show(b); show(c); show(d); show(e)
try:
    f()
except RuntimeError as err:
    print(err)
# expect-output:
# catching classes that do not inherit from BaseException is not allowed
# catching classes that do not inherit from BaseException is not allowed
# exceptions must derive from BaseException
# exceptions must derive from BaseException
# exception causes must derive from BaseException
# No active exception to reraise
