# Wrong calls of built-in classes name the class.
def what(text):
    try:
        return eval(text)
    except TypeError as error:
        return error

for text in ("list(1, 2)", "list(iterable=[])", "list(1, 2, x=3)", "dict(1, 2)", "set(1, 2)", "set(x=1)", "bytearray(1, 2, 3, 4)",
             "tuple(1, 2)", "str(1, 2, 3, 4)", "int(1, 2, 3)", "int(1, 2, x=3)", "float(1, 2)", "bool(1, 2)",
             "property(1, 2, 3, 4, 5)", "classmethod()", "staticmethod(1, 2)", "reversed()", "list.__new__()",
             "int.__new__()", "object.__init__()", "type(1, 2)", "super(1, 2)", "range()", "slice()", "zip(x=1)"):
    print(text, '->', what(text))

# expect-output:
# list(1, 2) -> list expected at most 1 argument, got 2
# list(iterable=[]) -> list() takes no keyword arguments
# list(1, 2, x=3) -> list() takes no keyword arguments
# dict(1, 2) -> dict expected at most 1 argument, got 2
# set(1, 2) -> set expected at most 1 argument, got 2
# set(x=1) -> set() takes no keyword arguments
# bytearray(1, 2, 3, 4) -> bytearray() takes at most 3 arguments (4 given)
# tuple(1, 2) -> tuple expected at most 1 argument, got 2
# str(1, 2, 3, 4) -> str expected at most 3 arguments, got 4
# int(1, 2, 3) -> int expected at most 2 arguments, got 3
# int(1, 2, x=3) -> int() takes at most 2 arguments (3 given)
# float(1, 2) -> float expected at most 1 argument, got 2
# bool(1, 2) -> bool expected at most 1 argument, got 2
# property(1, 2, 3, 4, 5) -> property() takes at most 4 arguments (5 given)
# classmethod() -> classmethod expected 1 argument, got 0
# staticmethod(1, 2) -> staticmethod expected 1 argument, got 2
# reversed() -> reversed expected 1 argument, got 0
# list.__new__() -> list.__new__(): not enough arguments
# int.__new__() -> int.__new__(): not enough arguments
# object.__init__() -> descriptor '__init__' of 'object' object needs an argument
# type(1, 2) -> type() takes 1 or 3 arguments
# super(1, 2) -> super() argument 1 must be a type, not int
# range() -> range expected at least 1 argument, got 0
# slice() -> slice expected at least 1 argument, got 0
# zip(x=1) -> zip() got an unexpected keyword argument 'x'
