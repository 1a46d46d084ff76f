# f-strings, nested as since 3.12.
x = 3.14159
name = 'w'
print(f'{x:.2f} {name!r} {name!s:>4} {x=} {x = :.1f} {{}}')
print(f'{"nested " + f"{name}"} {name:{"^"}{7}}')
print(f"{'a' if x else 'b'} {[i for i in range(3)]} {{'k': 1}}")
print(f'{1,2} {(lambda: 5)()} {x!a}')
print(f'{"same 'quotes' inside"}')
print(f'''{
    x
    + 1
:.3f}''')
print(f'{name:=^9}|{42:#x}|{1000000:,}|{0.25:%}|{-7:+05d}')
w = 10
print(f'{name:>{w}}|{x:{w}.{2}}|{"é":*<4}')
print(rf'\n{name}', f'\n'.strip() == '', f'{name}' 'plain' f'{x:.0f}')
class F:
    def __format__(self, spec):
        return f'<{spec}>'
print(f'{F():abc} {F()}')
# expect-output:
# 3.14 'w'    w x=3.14159 x = 3.1 {}
# nested w    w
# a [0, 1, 2] {'k': 1}
# (1, 2) 5 3.14159
# same 'quotes' inside
# 4.142
# ====w====|0x...|1,000,000|25.000000%|-0007
#          w|       3.1|é***
# \nw True wplain3
# <abc> <>
