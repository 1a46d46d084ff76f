# Wrong calls of built-in functions and methods.
def show(f):
    try:
        f()
    except TypeError as e:
        print(e)
show(lambda: len())
show(lambda: len(1, 2))
show(lambda: len(5))
show(lambda: [].append())
show(lambda: [].append(1, 2))
show(lambda: {}.get())
show(lambda: int('1', 2, 3))
show(lambda: abs('x'))
show(lambda: iter(3))
show(lambda: next([]))
show(lambda: sum(['a']))
show(lambda: sorted([1, 'a']))
show(lambda: max())
show(lambda: ord('ab'))
show(lambda: chr('a'))
show(lambda: isinstance(1, 2))
show(lambda: range())
show(lambda: range('a'))
show(lambda: 'a'.join([1]))
show(lambda: 'abc'.startswith(1))
show(lambda: reversed({1}))
show(lambda: hash([]))
show(lambda: {[]: 1})
show(lambda: {{}})
# expect-output:
# len() takes exactly one argument (0 given)
# len() takes exactly one argument (2 given)
# object of type 'int' has no len()
# list.append() takes exactly one argument (0 given)
# list.append() takes exactly one argument (2 given)
# get expected at least 1 argument, got 0
# int expected at most 2 arguments, got 3
# bad operand type for abs(): 'str'
# 'int' object is not iterable
# 'list' object is not an iterator
# unsupported operand type(s) for +: 'int' and 'str'
# '<' not supported between instances of 'str' and 'int'
# max expected at least 1 argument, got 0
# ord() expected a character, but string of length 2 found
# 'str' object cannot be interpreted as an integer
# isinstance() arg 2 must be a type, a tuple of types, or a union
# range expected at least 1 argument, got 0
# 'str' object cannot be interpreted as an integer
# sequence item 0: expected str instance, int found
# startswith first arg must be str or a tuple of str, not int
# 'set' object is not reversible
# unhashable type: 'list'
# unhashable type: 'list'
# unhashable type: 'dict'
