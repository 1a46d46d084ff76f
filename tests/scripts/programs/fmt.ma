for name, price, qty in [('苹果', 3.5, 10), ('香蕉', 12.25, 3), ('watermelon', 1234567.891, 1)]:
    print(f'{name:·<12}{price:>14,.2f}{qty:^6}{price * qty:12.1f}')
x = 3.14159265
n = 255
print(f'{x:.2f} {x:8.3f}| {x:<8.1f}| {x:^+10.2f}| {x:e} {x:.0f} {x:%} {x:g}')
print(f'{n:b} {n:o} {n:x} {n:X} {n:#x} {n:08b} {n:#010b} {n:_} {10**9:_} {-n:+d} {n:5}|{n:<5}|{n:c}')
print(f'{x=} {n=:>6} {n + 1 = } {"q"!r:>5} {x!s:.4}')
print('%s %d %05d %.3f %5s|%-5s|%x %o %e %% %c %r %+d' % ('s', 3, 42, x, 'ab', 'cd', 255, 8, 12345.678, 'A', 'r', 7))
print('%(a)s-%(b)03d' % {'a': 'x', 'b': 7})
print('{0} {1} {0} {name} {l[1]} {d[k]} {o.real}'.format(1, 2, name='n', l=[3, 4], d={'k': 'v'}, o=5))
print('{:>{w}}|{:{f}^{w}}|'.format('a', 'b', w=6, f='*'))
print('{:,} {:.3s} {!r}'.format(1234567, 'abcdef', 'x'))
print(str(1e16), 1e15, 1e-5, 0.0001, 1.0, 100.0, 1e100, 0.1 + 0.2, 1/3, 2**0.5, -0.0, float('nan'), 1e22, 123456789012345678.0)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e20), round(5, -1), round(15, -1))
print(int('0x1f', 16), int('101', 2), int(' 42 '), int('-7'), int('1_000'), float('1e3'), float(' 2.5 '), int(3.99), int(-3.99))
print(divmod(7, 3), divmod(-7, 3), -7 // 2, -7 % 3, 7 % -3, 7.5 // 2, -7.5 % 2, 2 ** -1, 2 ** 100)
print('abc'.center(9, '-'), 'abc'.ljust(6, '.'), 'abc'.rjust(6), '42'.zfill(5), '-42'.zfill(5))
print(bin(10), oct(64), hex(255), chr(20013), ord('文'), ascii('中é'), repr('a\n\t\'"\\'))
print(f"{'嵌套' + f'{n:>{5}}'}", f'{{}}', f'{[i for i in range(3)]}', f'{(lambda v: v * 2)(4)}', f'{ {"a": 1}["a"] }')
print(f'{1_000_000:,}', f'{1e6:,.0f}', f'{0.000012345:.3g}', f'{123456789:.3g}', f'{1234.5:n}', f'{True:d}', f'{True}', f'{None}', f'{"x":>3}')
print(f'{12345.678:010.1f}', f'{-5:05d}', f'{-5:=+6d}', f'{3:<3}|', f'{0:.1%}', f'{1.5:.0f}', f'{2.5:.0f}', f'{float("inf"):5}', f'{10:#o}')
try:
    f'{"s":d}'
except ValueError as e:
    print(e)
try:
    '{} {}'.format(1)
except IndexError as e:
    print(e)
try:
    '%d' % 'x'
except TypeError as e:
    print(e)
try:
    '%s %s' % (1,)
except TypeError as e:
    print(e)
try:
    '{x}'.format(y=1)
except KeyError as e:
    print('KeyError', e)
# expect-output:
# 苹果··········          3.50  10          35.0
# 香蕉··········         12.25  3           36.8
# watermelon··  1,234,567.89  1      1234567.9
# 3.14    3.142| 3.1     |   +3.14   | 3.141593e+00 3 314.159265% 3.14159
# 11111111 377 ff FF 0xff 11111111 0b11111111 255 1_000_000_000 -255   255|255  |ÿ
# x=3.14159265 n=   255 n + 1 = 256   'q' 3.14
# s 3 00042 3.142    ab|cd   |ff 10 1.234568e+04 % A 'r' +7
# x-007
# 1 2 1 n 4 v 5
#      a|**b***|
# 1,234,567 abc 'x'
# 1e+16 1000000000000000.0 1e-05 0.0001 1.0 100.0 1e+100 0.30000000000000004 0.3333333333333333 1.4142135623730951 -0.0 nan 1e+22 1.2345678901234568e+17
# 2 4 -2 2.67 1200.0 100000000000000000000 0 20
# 31 5 42 -7 1000 1000.0 2.5 3 -3
# (2, 1) (-3, 2) -4 2 -2 3.0 0.5 0.5 1267650600228229401496703205376
# ---abc--- abc...    abc 00042 -0042
# 0b1010 0o100 0xff 中 25991 '\u4e2d\xe9' 'a\n\t\'"\\'
# 嵌套  255 {} [0, 1, 2] 8 1
# 1,000,000 1,000,000 1.23e-05 1.23e+08 1234.5 1 True None   x
# 00012345.7 -0005 -    5 3  | 0.0% 2 2   inf 0o12
# Unknown format code 'd' for object of type 'str'
# Replacement index 1 out of range for positional args tuple
# %d format: a real number is required, not str
# not enough arguments for format string
# KeyError 'x'
