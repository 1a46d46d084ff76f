from itertools import zip_longest


class Poly:
    def __init__(self, *coeffs):
        c = list(coeffs)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = tuple(c) or (0,)

    degree = property(lambda self: len(self.c) - 1)

    def __call__(self, x):
        r = 0
        for a in reversed(self.c):
            r = r * x + a
        return r

    def __add__(self, o):
        return Poly(*(a + b for a, b in zip_longest(self.c, o.c, fillvalue=0)))

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(*out)

    def __divmod__(self, o):
        rem, q = list(self.c), [0] * max(1, len(self.c) - len(o.c) + 1)
        for i in range(len(self.c) - len(o.c), -1, -1):
            q[i] = rem[i + o.degree] / o.c[-1]
            for j, b in enumerate(o.c):
                rem[i + j] -= q[i] * b
        return Poly(*q), Poly(*rem[:max(1, o.degree)])

    def diff(self):
        return Poly(*[i * a for i, a in enumerate(self.c)][1:])

    def __str__(self):
        sup = str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')
        parts = []
        for i in range(self.degree, -1, -1):
            a = self.c[i]
            if a == 0 and self.degree:
                continue
            sign = '-' if a < 0 else '+' if parts else ''
            x = '' if i == 0 else 'x' if i == 1 else 'x' + str(i).translate(sup)
            mag = '' if abs(a) == 1 and i else f'{abs(a):g}'
            parts.append((f' {sign} ' if parts else sign) + mag + x)
        return ''.join(parts)


p = Poly(-1, 0, 1)
q = Poly(1, 1)
print(p, '|', q, '|', p + q, '|', p * q, '|', p.diff())
quo, rem = divmod(p, q)
print(quo, '|', rem)
print([p(x) for x in range(-2, 3)], Poly(0, 0, 0), Poly(5), Poly(*[1] * 13))
x = 3.0
for _ in range(6):
    x -= p(x) / p.diff()(x)
    print(f'{x:.10f}')
# expect-output:
# x² - 1 | x + 1 | x² + x | x³ + x² - x - 1 | 2x
# x - 1 | 0
# [3, 0, -1, 0, 3] 0 5 x¹² + x¹¹ + x¹⁰ + x⁹ + x⁸ + x⁷ + x⁶ + x⁵ + x⁴ + x³ + x² + x + 1
# 1.6666666667
# 1.1333333333
# 1.0078431373
# 1.0000305180
# 1.0000000005
# 1.0000000000
