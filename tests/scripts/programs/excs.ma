import sys
import traceback


class AppError(Exception):
    code = 1

    def __init__(self, msg, *, code=None):
        super().__init__(msg)
        if code is not None:
            self.code = code

    def __str__(self):
        return f'[{self.code}] {super().__str__()}'


class NotFound(AppError, LookupError):
    code = 404


def f(n):
    try:
        if n == 0:
            return 'zero'
        if n == 1:
            raise NotFound('丢了')
        if n == 2:
            [].pop()
        if n == 3:
            int('x')
        if n == 4:
            return 1 / 0
        if n == 5:
            assert n != 5, 'n is 5'
        if n == 6:
            raise AppError('six', code=6)
        if n == 7:
            None.foo
        if n == 8:
            {}['k']
        if n == 9:
            (1, 2)[5]
        if n == 10:
            a, b = 1, 2, 3
        if n == 11:
            a, b, *c = (1,)
        if n == 12:
            len(5)
        if n == 13:
            'a' + 1
        if n == 14:
            [1] < ['a']
        if n == 15:
            for _ in 5:
                pass
        if n == 16:
            import no_such_module
        if n == 17:
            raise ImportError('nothing', name='x')
        if n == 18:
            f()
        if n == 19:
            object().x = 1
        if n == 20:
            raise 'string'
        if n == 21:
            {[]: 1}
        if n == 22:
            print(**{'nope': 1})
        if n == 23:
            sum(['a'])
        if n == 24:
            'abc'.nope()
        if n == 25:
            iter(3)
        if n == 26:
            next(iter([]))
        if n == 27:
            range('a')
        if n == 28:
            chr(-1)
        if n == 29:
            [1, 2, 3].index(9)
        if n == 30:
            3()
        if n == 31:
            class A(int, str): pass
        if n == 32:
            super().x
        if n == 33:
            del {}['a']
        if n == 34:
            [][0] = 1
        if n == 35:
            (1,)[0] = 1
        if n == 36:
            'abc'[0] = 'x'
        if n == 37:
            max()
        if n == 38:
            dict([1])
        if n == 39:
            isinstance(1, 1)
        if n == 40:
            open('/no/such/file')
    except LookupError as e:
        return f'lookup {type(e).__name__}: {e}'
    except (ValueError, TypeError) as e:
        return f'{type(e).__name__}: {e}'
    else:
        return 'else'
    finally:
        if n == 0:
            print('finally', n)


for n in range(41):
    try:
        print(n, f(n))
    except Exception as e:
        print(n, 'outer', type(e).__name__, e)
try:
    try:
        raise ValueError('first')
    except ValueError:
        raise KeyError('second')
except KeyError as e:
    print(repr(e.__context__), e.__cause__)
try:
    try:
        1 / 0
    finally:
        print('cleanup')
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())


def g():
    for i in range(3):
        try:
            continue
        finally:
            print('f', i)
    while True:
        try:
            return 'try'
        finally:
            break
    return 'after'


print(g())
try:
    raise NotFound('tb')
except NotFound:
    print(traceback.format_exc().strip().splitlines()[-1])
e = NotFound('x', code=3)
print(e, repr(e), e.args, NotFound.__mro__[1].__name__, isinstance(e, LookupError))
# expect-output:
# finally 0
# 0 zero
# 1 lookup NotFound: [404] 丢了
# 2 lookup IndexError: pop from empty list
# 3 ValueError: invalid literal for int() with base 10: 'x'
# 4 outer ZeroDivisionError division by zero
# 5 outer AssertionError n is 5
# 6 outer AppError [6] six
# 7 outer AttributeError 'NoneType' object has no attribute 'foo'
# 8 lookup KeyError: 'k'
# 9 lookup IndexError: tuple index out of range
# 10 ValueError: too many values to unpack (expected 2)
# 11 ValueError: not enough values to unpack (expected at least 2, got 1)
# 12 TypeError: object of type 'int' has no len()
# 13 TypeError: can only concatenate str (not "int") to str
# 14 TypeError: '<' not supported between instances of 'int' and 'str'
# 15 TypeError: 'int' object is not iterable
# 16 outer ModuleNotFoundError No module named 'no_such_module'
# 17 outer ImportError nothing
# 18 TypeError: f() missing 1 required positional argument: 'n'
# 19 outer AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# 20 TypeError: exceptions must derive from BaseException
# 21 TypeError: unhashable type: 'list'
# 22 TypeError: print() got an unexpected keyword argument 'nope'
# 23 TypeError: unsupported operand type(s) for +: 'int' and 'str'
# 24 outer AttributeError 'str' object has no attribute 'nope'
# 25 TypeError: 'int' object is not iterable
# 26 outer StopIteration
# 27 TypeError: 'str' object cannot be interpreted as an integer
# 28 ValueError: chr() arg not in range(0x110000)
# 29 ValueError: 9 is not in list
# 30 TypeError: 'int' object is not callable
# 31 TypeError: multiple bases have instance lay-out conflict
# 32 outer RuntimeError super(): __class__ cell not found
# 33 lookup KeyError: 'a'
# 34 lookup IndexError: list assignment index out of range
# 35 TypeError: 'tuple' object does not support item assignment
# 36 TypeError: 'str' object does not support item assignment
# 37 TypeError: max expected at least 1 argument, got 0
# 38 TypeError: cannot convert dictionary update sequence element #0 to a sequence
# 39 TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# 40 outer FileNotFoundError [Errno 2] No such file or directory: '/no/such/file'
# ValueError('first') None
# cleanup
# ZeroDivisionError
# (None, None, None)
# f 0
# f 1
# f 2
# after
# NotFound: [404] tb
# [3] x NotFound('x') ('x',) AppError True
