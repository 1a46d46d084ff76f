class C:
    def __init__(self, n, sup=False, fail=None):
        self.n, self.sup, self.fail = n, sup, fail

    def __enter__(self):
        if self.fail == 'enter':
            raise OSError('enter ' + self.n)
        print('+', self.n)
        return self.n

    def __exit__(self, t, v, tb):
        print('-', self.n, t and t.__name__, v, tb is not None)
        if self.fail == 'exit':
            raise RuntimeError('exit ' + self.n)
        return self.sup


def run(*cs, body=lambda: None):
    try:
        with cs[0] as a, cs[1] as b:
            print(a, b)
            body()
        print('after')
    except Exception as e:
        print('E', repr(e), repr(e.__context__))


run(C('a'), C('b'))
run(C('a', True), C('b'), body=lambda: 1 / 0)
run(C('a'), C('b', True), body=lambda: [][1])
run(C('a'), C('b', fail='enter'))
run(C('a'), C('b', fail='exit'), body=lambda: {}['k'])
run(C('a', True), C('b', fail='exit'))


def f():
    for i in range(3):
        with C(str(i)):
            if i == 1:
                continue
            if i == 2:
                return 'ret'
    return 'end'


print(f())


def g():
    with C('gen'):
        yield 1
        yield 2


x = g()
next(x)
x.close()
try:
    x = g()
    next(x)
    x.throw(ValueError('thrown'))
except ValueError as e:
    print(e)
with (C('p') as p, C('q') as q):
    print(p + q)
with C('tuple') as (t, *u):
    print(t, u)


def tries():
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            print('a', e)
            raise TypeError(2)
        else:
            print('no')
        finally:
            print('f1')
    except TypeError as e:
        print('b', repr(e.__context__))
        try:
            e2 = e
            raise
        except TypeError as e3:
            print(e2 is e3)
        return 'x'
    finally:
        print('f2')


print(tries())
try:
    e
except NameError as err:
    print(err)
# expect-output:
# + a
# + b
# a b
# - b None None False
# - a None None False
# after
# + a
# + b
# a b
# - b ZeroDivisionError division by zero True
# - a ZeroDivisionError division by zero True
# after
# + a
# + b
# a b
# - b IndexError list index out of range True
# - a None None False
# after
# + a
# - a OSError enter b True
# E OSError('enter b') None
# + a
# + b
# a b
# - b KeyError 'k' True
# - a RuntimeError exit b True
# E RuntimeError('exit b') KeyError('k')
# + a
# + b
# a b
# - b None None False
# - a RuntimeError exit b True
# after
# + 0
# - 0 None None False
# + 1
# - 1 None None False
# + 2
# - 2 None None False
# ret
# + gen
# - gen GeneratorExit  True
# + gen
# - gen ValueError thrown True
# thrown
# + p
# + q
# pq
# - q None None False
# - p None None False
# + tuple
# t ['u', 'p', 'l', 'e']
# - tuple None None False
# a 1
# f1
# b ValueError(1)
# True
# f2
# x
# name 'e' is not defined
