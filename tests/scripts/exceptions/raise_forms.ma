# Class, instance, re-raise, with_traceback.
for make in (lambda: ValueError, lambda: ValueError('i')):
    try:
        raise make()
    except ValueError as e:
        print(repr(e))
def reraise():
    try:
        raise KeyError('inner')
    except KeyError:
        raise
try:
    reraise()
except KeyError as e:
    print(e, e.__context__)
class NoInit(Exception):
    def __init__(self, a, b): super().__init__(a)
try:
    raise NoInit
except TypeError as e:
    print(e)
try:
    raise ValueError('tb').with_traceback(None)
except ValueError as e:
    print(e, e.__traceback__ is not None)
import sys
def outer():
    try:
        1 / 0
    except ZeroDivisionError:
        def inner():
            raise
        inner()
try:
    outer()
except ZeroDivisionError as e:
    print('reraised from a callee', e)
# expect-output:
# ValueError()
# ValueError('i')
# 'inner' None
# NoInit.__init__() missing 2 required positional arguments: 'a' and 'b'
# tb True
# reraised from a callee division by zero
