# A StopIteration that leaks from a generator's body becomes RuntimeError (PEP 479).
def g():
    yield 1
    raise StopIteration('x')
it = g()
next(it)
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__suppress_context__)
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
# expect-output:
# generator raised StopIteration StopIteration('x') True
# generator raised StopIteration
