# Exception groups, except*, contexts, notes.
def show(e, d=0):
    print(' ' * d + type(e).__name__, e)
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: show(x, d + 1)
eg = ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [TypeError(2), ValueError(3)]), KeyError(4)])
show(eg); m, r = eg.split(ValueError); show(m); show(r); print(eg.subgroup(OSError)); show(eg.subgroup(lambda e: isinstance(e, KeyError)))
try:
    try: raise eg
    except* ValueError as e: print('v', repr(e))
    except* TypeError as e: print('t', repr(e)); raise
    except* KeyError: raise OSError('new')
except ExceptionGroup as e: show(e)
try:
    try: raise ValueError('plain')
    except* ValueError as e: print(repr(e))
finally: print('f')
try:
    try: raise KeyError('k')
    except* ValueError: print('no')
except KeyError as e: print(repr(e))
for bad in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [1]), lambda: ExceptionGroup('x'), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup('x', ValueError())):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(repr(BaseExceptionGroup('b', [ValueError()])), repr(BaseExceptionGroup('b', [SystemExit()])), eg.message, len(eg.exceptions))
class My(ExceptionGroup):
    def derive(self, ex): return My(self.message + '!', ex)
m = My('my', [ValueError(1), TypeError(2)]); show(m.subgroup(ValueError)); show(m.split(TypeError)[1])
e = ValueError('n'); e.add_note('note1'); e.add_note('n2'); print(e.__notes__)
try: e.add_note(1)
except TypeError as x: print(x)
try:
    try: raise ExceptionGroup('a', [ValueError('x')])
    except* ValueError: raise
except ExceptionGroup as x: show(x); print(x.__context__)
def f():
    for i in range(3):
        try: raise ExceptionGroup('l', [ValueError(i)])
        except* ValueError as e:
            if i == 1: break_ = True
    return 'done'
print(f())
try:
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try: 1/0
    except ZeroDivisionError: raise ValueError('v') from None
except ValueError as e: print(e.__cause__, e.__suppress_context__, repr(e.__context__))
try:
    try: raise KeyError('a')
    finally: raise ValueError('b')
except ValueError as e: print(repr(e.__context__))
def fin():
    for i in range(2):
        try: return i
        finally: print('fin', i)
print(fin())
def fin2():
    try: raise ValueError
    finally: return 'swallow'
print(fin2())
def fin3():
    while True:
        try: continue_ = 1; break
        finally: print('b')
    return 'x'
print(fin3())
try: raise ValueError
except ValueError as e: pass
try: e
except NameError as x: print(x)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
class E1(Exception):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
    def __str__(self): return f'E1<{self.args[0]},{self.b}>'
print(repr(E1(1)), str(E1(1)), E1(1).args)
try:
    try: raise E1('q')
    except (KeyError, E1) as e: print(e); raise
except E1 as e: print('re', e.__traceback__ is not None)
else: print('no')
print(str(KeyError('a')), str(KeyError()), str(ValueError(1, 2)), repr(ValueError('a',)), str(OSError(2, 'No', 'f')), repr(OSError(2, 'No')))
print(type(OSError(2, 'x')), OSError(2, 'x').errno, isinstance(OSError(17, ''), FileExistsError), StopIteration(5).value, SystemExit(3).code)
try: assert 0, 'msg'
except AssertionError as e: print(repr(e))
try: assert (), [1]
except AssertionError as e: print(repr(e))

# expect-output:
# ExceptionGroup top (3 sub-exceptions)
#  ValueError 1
#  ExceptionGroup in (2 sub-exceptions)
#   TypeError 2
#   ValueError 3
#  KeyError 4
# ExceptionGroup top (2 sub-exceptions)
#  ValueError 1
#  ExceptionGroup in (1 sub-exception)
#   ValueError 3
# ExceptionGroup top (2 sub-exceptions)
#  ExceptionGroup in (1 sub-exception)
#   TypeError 2
#  KeyError 4
# None
# ExceptionGroup top (1 sub-exception)
#  KeyError 4
# v ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [ValueError(3)])])
# t ExceptionGroup('top', [ExceptionGroup('in', [TypeError(2)])])
# ExceptionGroup  (2 sub-exceptions)
#  OSError new
#  ExceptionGroup top (1 sub-exception)
#   ExceptionGroup in (1 sub-exception)
#    TypeError 2
# ExceptionGroup('', (ValueError('plain'),))
# f
# KeyError('k')
# ValueError second argument (exceptions) must be a non-empty sequence
# ValueError Item 0 of second argument (exceptions) is not an exception
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# TypeError Cannot nest BaseExceptions in an ExceptionGroup
# TypeError second argument (exceptions) must be a sequence
# ExceptionGroup('b', [ValueError()]) BaseExceptionGroup('b', [SystemExit()]) top 3
# My my! (1 sub-exception)
#  ValueError 1
# My my! (1 sub-exception)
#  ValueError 1
# ['note1', 'n2']
# note must be a str, not 'int'
# ExceptionGroup a (1 sub-exception)
#  ValueError x
# None
# done
# ZeroDivisionError('division by zero') True ZeroDivisionError('division by zero')
# None True ZeroDivisionError('division by zero')
# KeyError('a')
# fin 0
# 0
# swallow
# b
# x
# name 'e' is not defined
# exceptions must derive from BaseException
# exception causes must derive from BaseException
# E1(1) E1<1,2> (1,)
# E1<q,2>
# re True
# 'a'  (1, 2) ValueError('a') [Errno 2] No: 'f' FileNotFoundError(2, 'No')
# <class 'FileNotFoundError'> 2 True 5 3
# AssertionError('msg')
# AssertionError([1])
