# The numeric built-in functions.
print(abs(-3), abs(-2.5), divmod(17, 5), pow(2, 5), pow(2, 5, 3), round(3.14159, 2), sum([1, 2], 10), sum([[1], [2]], []), bin(-5), hex(255), oct(8), chr(8364), ord('€'), hash('a') == hash('a'), int(True), complex if 0 else 'skip')
print(max(3, 1, 2), max([1, 5], key=lambda x: -x), min('b', 'a'), all([]), any([]), all([1, 0]), sorted([3, 1]), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), list(zip('ab', [1, 2, 3])), list(enumerate('ab', 5)))
for f in (lambda: sum('ab'), lambda: sum(['a'], ''), lambda: chr(-1), lambda: chr(0x110000), lambda: list(zip([1], [1, 2], strict=True)), lambda: round('a'), lambda: bin(1.5), lambda: sum([1, 'a']), lambda: max(1), lambda: pow(2, 3, 1.5)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect-output:
# 3 2.5 (3, 2) 32 2 3.14 13 [1, 2] -0b101 0x... 0o10 € 8364 True 1 skip
# 3 1 a True False False [1, 3] [4, 6] [1, 'a'] [('a', 1), ('b', 2)] [(5, 'a'), (6, 'b')]
# TypeError unsupported operand type(s) for +: 'int' and 'str'
# TypeError sum() can't sum strings [use ''.join(seq) instead]
# ValueError chr() arg not in range(0x...)
# ValueError chr() arg not in range(0x...)
# ValueError zip() argument 2 is longer than argument 1
# TypeError type str doesn't define __round__ method
# TypeError 'float' object cannot be interpreted as an integer
# TypeError unsupported operand type(s) for +: 'int' and 'str'
# TypeError 'int' object is not iterable
# TypeError pow() 3rd argument not allowed unless all arguments are integers
