# else runs without an exception; the except variable is gone afterwards.
try:
    pass
except Exception:
    print('no')
else:
    print('else')
try:
    try:
        raise KeyError('k')
    except ValueError:
        print('no')
    finally:
        print('inner finally')
except KeyError as e:
    print('outer', e)
try:
    e
except NameError:
    print('e is unbound')
try:
    raise IndexError('i')
except (KeyError, IndexError) as err:
    print(type(err).__name__)
try:
    raise ValueError
except ValueError as v:
    print(repr(v), v.args)
def f():
    try:
        return int('x')
    except ValueError:
        return 'bad'
print(f())
# expect-output:
# else
# inner finally
# outer 'k'
# e is unbound
# IndexError
# ValueError() ()
# bad
