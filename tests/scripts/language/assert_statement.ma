# assert raises AssertionError with its message, evaluated only then.
assert True, undefined
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e))
try:
    assert 0, 'message'
except AssertionError as e:
    print(repr(e))
try:
    assert [], (1, 2)
except AssertionError as e:
    print(e.args)
# expect-output:
# AssertionError()
# AssertionError('message')
# ((1, 2),)
