# Layout: several statements a line, backslash, brackets, blank and comment lines.
a = 1; b = 2; print(a + b)
total = 1 + \
    2
print(total)
c = [
    1,   # one

    2,
]
print(c)
if a: print('one-line if')
for i in (1, 2): print(i, end=';')
print()
class E: pass
def f(): return 3
print(f(),
      'x'
      'y')
while False: pass
# expect-output:
# 3
# 3
# [1, 2]
# one-line if
# 1;2;
# 3 xy
