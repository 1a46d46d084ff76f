# Many small checks; CPython prints the same.
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
import traceback, sys
def inner(): raise ValueError('inner')
def mid():
    try: inner()
    except ValueError as e: raise TypeError('mid') from e
try: mid()
except TypeError as e:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception_only(e)); print(''.join(traceback.format_exception(e, chain=False)))
    print(traceback.extract_tb(e.__traceback__)[0].name, [f.lineno for f in traceback.extract_tb(e.__traceback__)])
    te = traceback.TracebackException.from_exception(e); print(te.exc_type_str if hasattr(te, 'exc_type_str') else '', list(te.format_exception_only()), te.__cause__ is not None)
try:
    try: 1/0
    except ZeroDivisionError: {}['k']
except KeyError as e:
    print(traceback.format_exc()); print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: raise KeyError('x') from None
except KeyError as e: print(traceback.format_exc(), e.__suppress_context__, repr(e.__context__))
e = ValueError('n'); e.add_note('note1'); e.add_note('multi\nline'); t(lambda: e.add_note(5)); print(e.__notes__)
try: raise e
except ValueError: traceback.print_exc(file=sys.stdout)
eg = ExceptionGroup('eg', [ValueError(1), ExceptionGroup('nest', [TypeError('t'), KeyError('k')]), OSError(2, 'msg', 'f')])
print(eg, repr(eg), eg.exceptions, eg.message, eg.subgroup(ValueError), eg.split(TypeError), eg.derive([1 and ValueError()]), eg.subgroup(lambda e: isinstance(e, KeyError)))
try: raise eg
except* ValueError as g: print('VE', g.exceptions)
except* (TypeError, KeyError) as g: print('TK', g.exceptions)
except* OSError as g: print('OS', g.exceptions[0].filename, g.exceptions[0].errno)
try:
    try: raise eg
    except* ValueError: raise RuntimeError('in handler')
except BaseException as x: print(repr(x)); traceback.print_exception(x, file=sys.stdout)
try:
    try: raise ValueError('naked')
    except* ValueError as g: print(repr(g)); raise
except BaseException as x: print(repr(x))
try:
    try: raise TypeError('not matched')
    except* ValueError as g: pass
except BaseException as x: print(repr(x))
t(lambda: ExceptionGroup('a', [])); t(lambda: ExceptionGroup('a', [1])); t(lambda: ExceptionGroup('a', 5)); t(lambda: ExceptionGroup(1, [ValueError()])); t(lambda: ExceptionGroup('a', [KeyboardInterrupt()])); t(lambda: type(BaseExceptionGroup('a', [ValueError()]))); t(lambda: ExceptionGroup('a')); 
def f():
    try: raise ExceptionGroup('a', [ValueError()])
    except* ExceptionGroup: pass
t(f)
def f():
    try: return 'try'
    finally: return 'finally'
print(f())
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally: print('fin', i)
    else: print('else')
f()
def f():
    while True:
        try: raise ValueError
        finally: break
    return 'swallowed'
print(f())
def f():
    try: raise ValueError('lost')
    finally: return 'kept'
print(f())
def f():
    try: 1/0
    except ZeroDivisionError: return 'exc'
    else: return 'else'
    finally: print('finally')
print(f())
def f():
    x = 1
    try: return x
    finally: x = 2
print(f())
def f():
    try:
        try: raise KeyError('1')
        finally: raise ValueError('2')
    except ValueError as e: return repr(e.__context__)
print(f())
def f():
    try: raise ValueError('x')
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as u: return str(u)
print(f())
try: raise ValueError
except: print(sys.exc_info()[0], sys.exception())
print(sys.exc_info())
t(lambda: (_ for _ in ()).throw(5)); 
def f(): raise 5
t(f)
def f(): raise None
t(f)
def f(): raise
t(f)
def f(): raise ValueError from 5
t(f)
def f(): raise ValueError from KeyError
t(f)
class NotExc: pass
def f(): raise NotExc
t(f)
def f():
    try: raise ValueError
    except NotExc: pass
t(f)
def f():
    try: raise ValueError
    except (TypeError, 5): pass
t(f)
class E1(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
t(lambda: (_ for _ in ()).throw(E1(5, 'mm'))); print(repr(E1(1, 'b')), E1(1, 'b').args)
class E2(Exception): pass
print(str(E2()), repr(E2('a', 1)), str(E2('a', 1)), E2('a').args, str(KeyError('k')), str(KeyError('a', 'b')), repr(OSError(2, 'No', 'file')), str(OSError(2, 'No', 'file')), OSError(2, 'x').errno, type(OSError(2, 'x')), type(OSError(17, 'x')), str(OSError('one')), OSError(1, 2, 3, 4, 5).filename2, str(UnicodeDecodeError('utf8', b'\xff', 0, 1, 'bad')), str(StopIteration(3)), StopIteration(3).value, SystemExit(4).code, str(SystemExit()), ImportError('m', name='n', path='p').name, str(SyntaxError('s', ('f', 1, 2, 'text'))), AttributeError('a', name='nm', obj=5).obj, NameError('x', name='y').name)
t(lambda: assert_()) if 0 else None
def f(): assert 1 == 2, 'message'
t(f)
def f(): assert False
t(f)
def f(): assert (), {'a': 1}
t(f)
def f(): assert isinstance(1, str), ValueError('v')
t(f)
try: f()
except AssertionError as e: print(repr(e), e.args)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print(t.__name__, v, tb.tb_lineno > 0); return True
with Ctx(): raise KeyError('k')
def reraise():
    try: 1/0
    except ZeroDivisionError as e: e.extra = 'x'; raise
try: reraise()
except ZeroDivisionError as e: print(e.extra, len(traceback.extract_tb(e.__traceback__)))
def chain():
    try:
        try: raise ValueError('a')
        except ValueError as e: raise KeyError('b') from e
    except KeyError as e: raise OSError('c')
try: chain()
except OSError as e:
    while e: print(repr(e), repr(e.__cause__), repr(e.__context__)); e = e.__cause__ or e.__context__
e = ValueError(1); print(e.with_traceback(None) is e, e.__traceback__); t(lambda: e.with_traceback(5)); e.__cause__ = KeyError(2); print(e.__suppress_context__); t(lambda: setattr(e, '__cause__', 5)); t(lambda: setattr(e, '__context__', 5)); t(lambda: setattr(e, 'args', 5)); e.args = (7, 8); print(e, e.args); t(lambda: setattr(e, '__traceback__', 5)); t(lambda: delattr(e, 'args'))
t(lambda: ValueError(a=1)); t(lambda: BaseException.__new__(int)); print(ValueError() == ValueError(), hash(e) is not None, issubclass(TimeoutError, OSError), IOError is OSError, EnvironmentError is OSError)
def deep(n):
    if n: deep(n - 1)
    raise ValueError('bottom')
try: deep(5)
except ValueError: traceback.print_exc(limit=2, file=sys.stdout); print(len(traceback.format_exc().splitlines())); print(traceback.format_exc(limit=-1))
def rec(): rec()
t(rec)
traceback.print_stack(limit=1, file=sys.stdout); print(traceback.format_list([('f.py', 3, 'fn', 'code here')])); print(traceback.format_tb(None)); 
try: exec('x = = 1')
except SyntaxError as e: print(e, e.lineno, e.offset, e.text, e.filename, e.msg); traceback.print_exc(limit=0, file=sys.stdout)
try: int('x')
except ValueError as e: print(e)
print(''.join(traceback.format_exception(ExceptionGroup('top', [ValueError('v1'), ExceptionGroup('in', [KeyError('z')])]))))
try:
    raise ExceptionGroup('big', [ValueError(i) for i in range(20)])
except ExceptionGroup: traceback.print_exc(file=sys.stdout)
# expect-output:
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 8, in mid
#     try: inner()
#          ~~~~~^^
#   File "/tmp/lang/keep/study_exceptions.ma", line 6, in inner
#     def inner(): raise ValueError('inner')
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^
# ValueError: inner
#
# The above exception was the direct cause of the following exception:
#
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 10, in <module>
#     try: mid()
#          ~~~^^
#   File "/tmp/lang/keep/study_exceptions.ma", line 9, in mid
#     except ValueError as e: raise TypeError('mid') from e
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# TypeError: mid
# ['TypeError: mid\n']
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 10, in <module>
#     try: mid()
#          ~~~^^
#   File "/tmp/lang/keep/study_exceptions.ma", line 9, in mid
#     except ValueError as e: raise TypeError('mid') from e
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# TypeError: mid
#
# <module> [10, 9]
# TypeError ['TypeError: mid\n'] True
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 17, in <module>
#     try: 1/0
#          ~^~
# ZeroDivisionError: division by zero
#
# During handling of the above exception, another exception occurred:
#
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 18, in <module>
#     except ZeroDivisionError: {}['k']
#                               ~~^^^^^
# KeyError: 'k'
#
# ZeroDivisionError('division by zero') None False
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 23, in <module>
#     except ZeroDivisionError: raise KeyError('x') from None
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# KeyError: 'x'
#  True ZeroDivisionError('division by zero')
# TypeError note must be a str, not 'int'
# ['note1', 'multi\nline']
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 26, in <module>
#     try: raise e
#          ^^^^^^^
# ValueError: n
# note1
# multi
# line
# eg (3 sub-exceptions) ExceptionGroup('eg', [ValueError(1), ExceptionGroup('nest', [TypeError('t'), KeyError('k')]), FileNotFoundError(2, 'msg')]) (ValueError(1), ExceptionGroup('nest', [TypeError('t'), KeyError('k')]), FileNotFoundError(2, 'msg')) eg eg (1 sub-exception) (ExceptionGroup('eg', [ExceptionGroup('nest', [TypeError('t')])]), ExceptionGroup('eg', [ValueError(1), ExceptionGroup('nest', [KeyError('k')]), FileNotFoundError(2, 'msg')])) eg (1 sub-exception) eg (1 sub-exception)
# VE (ValueError(1),)
# TK (ExceptionGroup('nest', [TypeError('t'), KeyError('k')]),)
# OS f 2
# ExceptionGroup('', [RuntimeError('in handler'), ExceptionGroup('eg', [ExceptionGroup('nest', [TypeError('t'), KeyError('k')]), FileNotFoundError(2, 'msg')])])
#   | ExceptionGroup:  (2 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | Exception Group Traceback (most recent call last):
#     |   File "/tmp/lang/keep/study_exceptions.ma", line 35, in <module>
#     |     try: raise eg
#     |          ^^^^^^^^
#     |   File "/tmp/lang/keep/study_exceptions.ma", line 30, in <module>
#     |     try: raise eg
#     |          ^^^^^^^^
#     | ExceptionGroup: eg (1 sub-exception)
#     +-+---------------- 1 ----------------
#       | ValueError: 1
#       +------------------------------------
#     | 
#     | During handling of the above exception, another exception occurred:
#     | 
#     | Traceback (most recent call last):
#     |   File "/tmp/lang/keep/study_exceptions.ma", line 36, in <module>
#     |     except* ValueError: raise RuntimeError('in handler')
#     |                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#     | RuntimeError: in handler
#     +---------------- 2 ----------------
#     | Exception Group Traceback (most recent call last):
#     |   File "/tmp/lang/keep/study_exceptions.ma", line 35, in <module>
#     |     try: raise eg
#     |          ^^^^^^^^
#     |   File "/tmp/lang/keep/study_exceptions.ma", line 30, in <module>
#     |     try: raise eg
#     |          ^^^^^^^^
#     | ExceptionGroup: eg (2 sub-exceptions)
#     +-+---------------- 1 ----------------
#       | ExceptionGroup: nest (2 sub-exceptions)
#       +-+---------------- 1 ----------------
#         | TypeError: t
#         +---------------- 2 ----------------
#         | KeyError: 'k'
#         +------------------------------------
#       +---------------- 2 ----------------
#       | FileNotFoundError: [Errno 2] msg: 'f'
#       +------------------------------------
# ExceptionGroup('', (ValueError('naked'),))
# ExceptionGroup('', (ValueError('naked'),))
# TypeError('not matched')
# ValueError second argument (exceptions) must be a non-empty sequence
# ValueError Item 0 of second argument (exceptions) is not an exception
# TypeError second argument (exceptions) must be a sequence
# TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# TypeError Cannot nest BaseExceptions in an ExceptionGroup
# <class 'ExceptionGroup'>
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# TypeError catching ExceptionGroup with except* is not allowed. Use except instead.
# finally
# body 0
# fin 0
# fin 1
# fin 2
# swallowed
# kept
# finally
# exc
# 1
# KeyError('1')
# cannot access local variable 'e' where it is not associated with a value
# <class 'ValueError'> 
# (None, None, None)
# TypeError exceptions must be classes or instances deriving from BaseException, not int
# TypeError exceptions must derive from BaseException
# TypeError exceptions must derive from BaseException
# RuntimeError No active exception to reraise
# TypeError exception causes must derive from BaseException
# ValueError 
# TypeError exceptions must derive from BaseException
# TypeError catching classes that do not inherit from BaseException is not allowed
# TypeError catching classes that do not inherit from BaseException is not allowed
# E1 [5] mm
# E1('b') ('b',)
#  E2('a', 1) ('a', 1) ('a',) 'k' ('a', 'b') FileNotFoundError(2, 'No') [Errno 2] No: 'file' 2 <class 'FileNotFoundError'> <class 'FileExistsError'> one 5 'utf8' codec can't decode byte 0xff in position 0: bad 3 3 4  n s (f, line 1) 5 y
# AssertionError message
# AssertionError 
# AssertionError {'a': 1}
# AssertionError v
# AssertionError(ValueError('v')) (ValueError('v'),)
# KeyError 'k' True
# x 2
# OSError('c') None KeyError('b')
# KeyError('b') ValueError('a') ValueError('a')
# ValueError('a') None None
# True None
# TypeError __traceback__ must be a traceback or None
# True
# TypeError exception cause must be None or derive from BaseException
# TypeError exception context must be None or derive from BaseException
# TypeError 'int' object is not iterable
# (7, 8) (7, 8)
# TypeError __traceback__ must be a traceback or None
# TypeError args may not be deleted
# TypeError ValueError() takes no keyword arguments
# TypeError BaseException.__new__(int): int is not a subtype of BaseException
# False True True True True
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 161, in <module>
#     try: deep(5)
#          ~~~~^^^
#   File "/tmp/lang/keep/study_exceptions.ma", line 159, in deep
#     if n: deep(n - 1)
#           ~~~~^^^^^^^
# ValueError: bottom
# 17
# Traceback (most recent call last):
#   File "/tmp/lang/keep/study_exceptions.ma", line 160, in deep
#     raise ValueError('bottom')
# ValueError: bottom
#
# RecursionError maximum recursion depth exceeded
#   File "/tmp/lang/keep/study_exceptions.ma", line 165, in <module>
#     traceback.print_stack(limit=1, file=sys.stdout); print(traceback.format_list([('f.py', 3, 'fn', 'code here')])); print(traceback.format_tb(None));
# ['  File "f.py", line 3, in fn\n    code here\n']
# []
# invalid syntax (<string>, line 1) 1 5 x = = 1
#  <string> invalid syntax
#   File "<string>", line 1
#     x = = 1
#         ^
# SyntaxError: invalid syntax
# invalid literal for int() with base 10: 'x'
#   | ExceptionGroup: top (2 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | ValueError: v1
#     +---------------- 2 ----------------
#     | ExceptionGroup: in (1 sub-exception)
#     +-+---------------- 1 ----------------
#       | KeyError: 'z'
#       +------------------------------------
#
#   + Exception Group Traceback (most recent call last):
#   |   File "/tmp/lang/keep/study_exceptions.ma", line 172, in <module>
#   |     raise ExceptionGroup('big', [ValueError(i) for i in range(20)])
#   | ExceptionGroup: big (20 sub-exceptions)
#   +-+---------------- 1 ----------------
#     | ValueError: 0
#     +---------------- 2 ----------------
#     | ValueError: 1
#     +---------------- 3 ----------------
#     | ValueError: 2
#     +---------------- 4 ----------------
#     | ValueError: 3
#     +---------------- 5 ----------------
#     | ValueError: 4
#     +---------------- 6 ----------------
#     | ValueError: 5
#     +---------------- 7 ----------------
#     | ValueError: 6
#     +---------------- 8 ----------------
#     | ValueError: 7
#     +---------------- 9 ----------------
#     | ValueError: 8
#     +---------------- 10 ----------------
#     | ValueError: 9
#     +---------------- 11 ----------------
#     | ValueError: 10
#     +---------------- 12 ----------------
#     | ValueError: 11
#     +---------------- 13 ----------------
#     | ValueError: 12
#     +---------------- 14 ----------------
#     | ValueError: 13
#     +---------------- 15 ----------------
#     | ValueError: 14
#     +---------------- ... ----------------
#     | and 5 more exceptions
#     +------------------------------------
