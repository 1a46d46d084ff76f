# int | None, list[int]: values for annotations.
print(int | None, list[int], dict[str, list[int]], int | str | float, tuple[int, ...], type[int])
print(list[int]([1, 2]), list[int].__origin__, list[int].__args__, (int | str).__args__, isinstance(1, int | None), int | str == str | int)
def f(x: int | None = None) -> list[str] | None: return None
print(f.__annotations__)
try:
    isinstance([], list[int])
except TypeError as e:
    print(e)
try:
    1 | int
except TypeError as e:
    print(e)
# expect-output:
# int | None list[int] dict[str, list[int]] int | str | float tuple[int, ...] type[int]
# [1, 2] <class 'list'> (<class 'int'>,) (<class 'int'>, <class 'str'>) True True
# {'x': int | None, 'return': list[str] | None}
# isinstance() argument 2 cannot be a parameterized generic
# unsupported operand type(s) for |: 'int' and 'type'
