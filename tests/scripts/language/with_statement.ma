# Enter in order, leave in reverse; a true __exit__ swallows.
class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow
with CM('a') as a, CM('b') as b:
    print(a, b)
with CM('c', True):
    raise ValueError('x')
try:
    with CM('d'), CM('e', True) as e, CM('f'):
        raise KeyError('k')
    print('went on')
except KeyError:
    print('no')
with (CM('p') as p, CM('q')):
    print('parens', p)
def f():
    with CM('ret'):
        return 'value'
print(f())
for i in range(2):
    with CM(i):
        if i == 0:
            continue
        break
try:
    with 3:
        pass
except TypeError as err:
    print(err)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit():
        pass
except TypeError as err:
    print(err)
# expect-output:
# enter a
# enter b
# a b
# exit b None None False
# exit a None None False
# enter c
# exit c ValueError x True
# enter d
# enter e
# enter f
# exit f KeyError 'k' True
# exit e KeyError 'k' True
# exit d None None False
# went on
# enter p
# enter q
# parens p
# exit q None None False
# exit p None None False
# enter ret
# exit ret None None False
# value
# enter 0
# exit 0 None None False
# enter 1
# exit 1 None None False
# 'int' object does not support the context manager protocol
# 'NoExit' object does not support the context manager protocol (missed __exit__ method)
