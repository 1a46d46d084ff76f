# sys: limits, streams, exceptions, frames.
import sys


def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except BaseException as e:
        print(type(e).__name__, e)


print(sys.version_info[:2], sys.version_info >= (3, 12), sys.version_info.major, sys.version_info)
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.hexversion >> 16)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.hash_info.width)
print(sys.float_info)
print(sys.getrecursionlimit()), sys.setrecursionlimit(1500), print(sys.getrecursionlimit())
t(sys.setrecursionlimit, 0), t(sys.setrecursionlimit, 'a'), t(sys.setrecursionlimit, 10**20)
sys.setrecursionlimit(1000)
t(sys.exit), t(sys.exit, 3), t(sys.exit, 'text'), t(sys.exit, (1, 2)), t(sys.exit, None), t(sys.exit, 1, 2)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    kind, value, tb = sys.exc_info()
    print(kind, value is e, tb is not None, sys.exception() is e)
    try:
        {}['a']
    except KeyError:
        print(repr(sys.exception()))
    print(repr(sys.exception()))
print(sys.exception())
print(sys.intern('abc') is sys.intern('ab' + 'c')), t(sys.intern, 3)
print(sys.get_int_max_str_digits()), sys.set_int_max_str_digits(700), t(str, 10**800), t(int, '1' * 800), sys.set_int_max_str_digits(0), print(len(str(10**5000)))
sys.set_int_max_str_digits(4300), t(sys.set_int_max_str_digits, 5), t(str, 10**5000)
print(sys.getsizeof(1) > 0, sys.getsizeof('') > 0, sys.getsizeof([]) < sys.getsizeof(list(range(100))), sys.getsizeof(b'abc'), sys.getsizeof(1.0), sys.getsizeof(2**100))


class Sized:
    def __sizeof__(self):
        return -1


t(sys.getsizeof, Sized())


def outer():
    here = 'local'
    return inner()


def inner():
    f = sys._getframe()
    b = f.f_back
    return f.f_code.co_name, f.f_lineno > 0, b.f_code.co_name, sorted(b.f_locals), b.f_globals is globals(), b.f_back.f_code.co_name


print(outer()), t(sys._getframe, 1000)
print('sys' in sys.modules, sys.modules['sys'] is sys, sys.modules['__main__'].__name__, type(sys.path).__name__, sys.argv[1:])
print(sys.stdout is sys.__stdout__, 'math' in sys.stdlib_module_names, 'sys' in sys.builtin_module_names, sys.implementation.name != '')
sys.displayhook(None), sys.displayhook([1, 'a']), print(_)
print(sys.flags.debug, sys.flags.optimize, sys.warnoptions, sys.is_finalizing(), sys.gettrace(), sys.getprofile())
sys.note = 5
print(sys.note, hasattr(sys, 'note')), delattr(sys, 'note'), print(hasattr(sys, 'note'))
t(lambda: sys.nope)
print(sys, type(sys).__name__)

# expect-output:
# (3, 13) True 3 sys.version_info(major=3, minor=13, micro=0, releaselevel='final', serial=0)
# 9223372036854775807 1114111 little utf-8 utf-8 781
# 1.7976931348623157e+308 2.220446049250313e-16 15 30 2305843009213693951 64
# sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
# 1000
# 1500
# ValueError recursion limit must be greater or equal than 1
# TypeError 'str' object cannot be interpreted as an integer
# OverflowError Python int too large to convert to C int
# SystemExit 
# SystemExit 3
# SystemExit text
# SystemExit (1, 2)
# SystemExit 
# TypeError exit expected at most 1 argument, got 2
# (None, None, None) None
# <class 'ZeroDivisionError'> True True True
# KeyError('a')
# ZeroDivisionError('division by zero')
# None
# True
# TypeError intern() argument must be str, not int
# 4300
# ValueError Exceeds the limit (700 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# ValueError Exceeds the limit (700 digits) for integer string conversion: value has 800 digits; use sys.set_int_max_str_digits() to increase the limit
# 5001
# ValueError maxdigits must be 0 or larger than 640
# ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# True True True 36 24 40
# ValueError __sizeof__() should return >= 0
# ('inner', True, 'outer', ['here'], True, '<module>')
# ValueError call stack is not deep enough
# True True __main__ list []
# True True True True
# [1, 'a']
# [1, 'a']
# 0 0 [] False None None
# 5 True
# False
# AttributeError module 'sys' has no attribute 'nope'
# <module 'sys' (built-in)> module
