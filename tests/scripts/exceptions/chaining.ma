# __cause__, __context__, __suppress_context__.
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('k')
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise KeyError('k') from z
except KeyError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('k') from None
except KeyError as e:
    print(e.__cause__, e.__suppress_context__, repr(e.__context__))
try:
    raise ValueError('v') from OSError
except ValueError as e:
    print(repr(e.__cause__))
e = ValueError()
try:
    e.__cause__ = 5
except TypeError as t:
    print(t)
try:
    try:
        raise e
    except ValueError:
        raise e
except ValueError as again:
    print(again.__context__)
# expect-output:
# ZeroDivisionError('division by zero') None False
# ZeroDivisionError('division by zero') True
# None True ZeroDivisionError('division by zero')
# OSError()
# exception cause must be None or derive from BaseException
# None
