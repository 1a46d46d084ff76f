# Sizes nobody has memory for.
for f in (lambda: 'a' * 10 ** 12 * 10 ** 6, lambda: [0] * 2 ** 61, lambda: (1,) * 2 ** 62, lambda: b'x' * 2 ** 62, lambda: 'a' * 2 ** 64, lambda: [1] * 10 ** 30, lambda: bytes(2 ** 62), lambda: bytearray(2 ** 62), lambda: 'ab'.center(2 ** 62), lambda: '%*d' % (2 ** 62, 1) if 0 else 'a'.ljust(2 ** 62), lambda: range(10 ** 30)[5], lambda: len(range(2 ** 64)), lambda: [0] * -5, lambda: 'a' * -1):
    try:
        print(repr(f())[:30])
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__)
print('alive')
# expect-output:
# MemoryError
# MemoryError
# MemoryError
# MemoryError
# OverflowError
# OverflowError
# MemoryError
# MemoryError
# MemoryError
# MemoryError
# 5
# OverflowError
# []
# ''
# alive
