# except* takes parts of a group; the rest goes on.
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError as e:
    print(repr(e))
except* (TypeError, KeyError) as e:
    print(repr(e), len(e.exceptions))
try:
    raise ValueError('single')
except* ValueError as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), OSError(2)])
    except* ValueError:
        print('took the value')
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('a', [ExceptionGroup('b', [ValueError(1), TypeError(2)])])
    except* TypeError as e:
        print(repr(e))
        raise RuntimeError('new')
except ExceptionGroup as e:
    print(repr(e))
try:
    pass
except* ValueError:
    print('no')
else:
    print('else')
finally:
    print('finally')
# expect-output:
# ExceptionGroup('g', [ValueError(1)])
# ExceptionGroup('g', [TypeError(2), KeyError(3)]) 2
# ExceptionGroup('', (ValueError('single'),))
# took the value
# ExceptionGroup('g', [OSError(2)])
# ExceptionGroup('a', [ExceptionGroup('b', [TypeError(2)])])
# ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('a', [ExceptionGroup('b', [ValueError(1)])])])
# else
# finally
