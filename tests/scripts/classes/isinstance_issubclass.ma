# With tuples, unions, and errors.
print(isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, (str, int)), isinstance([], (str, (list, int))))
print(isinstance(3, object), issubclass(int, object), isinstance(int, type), type(type), isinstance(None, type(None)))
for f in (lambda: isinstance(1, 'int'), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, [int])):
    try:
        f()
    except TypeError as e:
        print(e)
class Fake:
    __class__ = int
print(isinstance(Fake(), int), type(Fake()) is int)
# expect-output:
# True True True True True
# True True True <class 'type'> True
# isinstance() arg 2 must be a type, a tuple of types, or a union
# issubclass() arg 1 must be a class
# issubclass() arg 2 must be a class, a tuple of classes, or a union
# isinstance() arg 2 must be a type, a tuple of types, or a union
# True False
