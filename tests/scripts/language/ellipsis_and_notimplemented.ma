# The odd constants.
print(..., Ellipsis is ..., NotImplemented, type(...), type(None), None)
def f(): ...
print(f())
try:
    bool(NotImplemented)
except TypeError as e:
    print(e)
print(__debug__)
# expect-output:
# Ellipsis True NotImplemented <class 'ellipsis'> <class 'NoneType'> None
# None
# True
