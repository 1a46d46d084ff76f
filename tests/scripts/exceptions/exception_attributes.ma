# Exceptions: attributes, chains, groups.
import sys, traceback
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError('k') from e
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, e.__traceback__.tb_lineno, e.__traceback__.tb_next, e.__traceback__.tb_frame.f_code.co_name)
    e.add_note('n1'); e.add_note('n2'); print(e.__notes__)
    try: e.add_note(5)
    except TypeError as t: print(t)
print(sys.exc_info(), sys.exception())
def f():
    try: raise ValueError('v')
    except ValueError:
        print(sys.exc_info()[0], sys.exc_info()[1]); g()
        try: raise TypeError('t')
        except TypeError: print(sys.exc_info()[1])
        print(sys.exc_info()[1])
    print(sys.exc_info()[1])
def g(): print('g', repr(sys.exception()))
f()
def reraise():
    try: raise ValueError('orig')
    except ValueError:
        try: raise KeyError('inner')
        except KeyError: pass
        raise
try: reraise()
except ValueError as e: print(repr(e), repr(e.__context__))
def deep(n):
    if n == 0: raise OSError('deep')
    deep(n - 1)
try: deep(3)
except OSError as e:
    tb = e.__traceback__; names = []
    while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    print(names)
    e2 = e.with_traceback(None); print(e2 is e, e.__traceback__)
e = ValueError('x'); e.__cause__ = KeyError('c'); print(e.__suppress_context__, repr(e.__cause__))
try: e.__cause__ = 5
except TypeError as t: print(t)
try: e.__context__ = 5
except TypeError as t: print(t)
try: e.__traceback__ = 5
except TypeError as t: print(t)
e.args = (1, 2); print(e, repr(e), e.args); e.args = 'ab'; print(e.args)
e.custom = 1; print(e.custom, e.__dict__)
print(Exception(), repr(Exception()), str(Exception(1, 2)), repr(Exception('a', 1)), Exception('a').args, KeyError('a'), str(KeyError('a')), str(KeyError()), str(KeyError(1, 2)))
print(repr(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad')), UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'))
print(OSError(2, 'No'), repr(OSError(2, 'No')), type(OSError(2, 'No')), OSError('a').errno, FileNotFoundError(2, 'x', 'f').filename, IOError is OSError, EnvironmentError is OSError)
print(SystemExit(3).code, StopIteration(1).value, ImportError('m', name='n', path='p').name, AttributeError('a', name='n', obj=3).obj, NameError('x', name='y').name, SyntaxError('m', ('f', 1, 2, 't')).lineno)
for c in (BaseException, Exception, ArithmeticError, LookupError, OSError, ValueError, RuntimeError, Warning, ConnectionError):
    print(c.__name__, c.__bases__[0].__name__, len(c.__subclasses__()) > 0, c.__mro__[-2].__name__)
try: int('x')
except (TypeError, ValueError) as e: print(type(e))
class MyE(Exception): pass
class MyE2(MyE):
    def __init__(self, a, *, b=2): super().__init__(a); self.b = b
try: raise MyE2(1, b=3)
except MyE as e: print(e, e.b, repr(e))
try: raise MyE
except MyE as e: print(repr(e), e.args)
try: raise MyE2
except TypeError as e: print(e)
class Chain(Exception):
    def __str__(s): return 'custom str'
    def __repr__(s): return 'custom repr'
try: raise Chain('x')
except Chain as e: print(e, repr(e), [e], f'{e!r}')
eg = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])])
print(eg, repr(eg), eg.message, eg.exceptions, len(eg.exceptions)); m, r = eg.split(ValueError); print(repr(m), repr(r)); print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda x: isinstance(x, TypeError))), repr(eg.derive([OSError(1)])))
try: raise eg
except* ValueError as x: print('VE', x.exceptions)
except* (TypeError, KeyError) as x: print('TK', repr(x))
try:
    try: raise eg
    except* ValueError as x: print('V')
except ExceptionGroup as rest: print('rest', repr(rest))
try:
    try: raise KeyError('naked')
    except* KeyError as x: print(repr(x)); raise OSError('from star')
except ExceptionGroup as q: print(repr(q), repr(q.exceptions[0].__context__))
def es():
    for i in range(3):
        try:
            if i == 1: raise ExceptionGroup('l', [ValueError(i)])
        except* ValueError: print('handled', i)
        else: print('else', i)
        finally: print('fin', i)
es()
try:
    try: raise ValueError('plain')
    except* TypeError: print('no')
except ValueError as e: print('through', repr(e))
for bad in ("ExceptionGroup('a', [])", "ExceptionGroup('a', 5)", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('a', [1])", "ExceptionGroup('a')", "ExceptionGroup('a', [KeyboardInterrupt()])", "BaseExceptionGroup('a', [KeyboardInterrupt()])", "BaseExceptionGroup('a', [ValueError()])"):
    try: print(repr(eval(bad)))
    except Exception as e: print(bad, type(e).__name__, e)
try:
    try: raise ExceptionGroup('x', [ValueError(1)])
    except* ExceptionGroup: pass
except TypeError as e: print(e)
print(traceback.format_exception_only(ValueError('v')), traceback.format_exception_only(KeyError, KeyError('k')))
import io
def tbf():
    try: deep(1)
    except OSError: return traceback.format_exc()
print(tbf())
try: raise ValueError('with notes')
except ValueError as e:
    e.add_note('hello note'); print(''.join(traceback.format_exception(e)))
def ctxloop():
    a = ValueError('a'); b = KeyError('b')
    try:
        try: raise a
        except ValueError: raise b
    except KeyError:
        try: raise a
        except ValueError as x: print(repr(x.__context__), repr(x.__context__.__context__))
ctxloop()
try: raise ValueError('final') from KeyError('cause')
finally: print('bye')
# expect error: OSError: from star
# expect-output:
# ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True 5 None <module>
# ['n1', 'n2']
# note must be a str, not 'int'
# (None, None, None) None
# <class 'ValueError'> v
# g ValueError('v')
# t
# v
# None
# ValueError('orig') None
# [('<module>', 33), ('deep', 32), ('deep', 32), ('deep', 32), ('deep', 31)]
# True None
# True KeyError('c')
# exception cause must be None or derive from BaseException
# exception context must be None or derive from BaseException
# __traceback__ must be a traceback or None
# (1, 2) ValueError(1, 2) (1, 2)
# ('a', 'b')
# 1 {'custom': 1}
#  Exception() (1, 2) Exception('a', 1) ('a',) 'a' 'a'  (1, 2)
# UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad') 'utf-8' codec can't decode byte 0xff in position 0: bad
# [Errno 2] No FileNotFoundError(2, 'No') <class 'FileNotFoundError'> None f True True
# 3 1 n 3 y 1
# BaseException object True BaseException
# Exception BaseException True BaseException
# ArithmeticError Exception True BaseException
# LookupError Exception True BaseException
# OSError Exception True BaseException
# ValueError Exception True BaseException
# RuntimeError Exception True BaseException
# Warning Exception True BaseException
# ConnectionError OSError True BaseException
# <class 'ValueError'>
# 1 3 MyE2(1)
# MyE() ()
# MyE2.__init__() missing 1 required positional argument: 'a'
# custom str custom repr [custom repr] custom repr
# g (3 sub-exceptions) ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])]) g (ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])) 3
# ExceptionGroup('g', [ValueError(1), ExceptionGroup('n', [ValueError(4)])]) ExceptionGroup('g', [TypeError(2), ExceptionGroup('n', [KeyError(3)])])
# ExceptionGroup('g', [ExceptionGroup('n', [KeyError(3)])]) None ExceptionGroup('g', [TypeError(2)]) ExceptionGroup('g', [OSError(1)])
# VE (ValueError(1), ExceptionGroup('n', [ValueError(4)]))
# TK ExceptionGroup('g', [TypeError(2), ExceptionGroup('n', [KeyError(3)])])
# V
# rest ExceptionGroup('g', [TypeError(2), ExceptionGroup('n', [KeyError(3)])])
# ExceptionGroup('', (KeyError('naked'),))
