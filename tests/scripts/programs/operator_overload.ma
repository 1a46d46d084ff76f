class Money:
    rates = {'USD': 1, 'CNY': 7.0}

    def __init__(self, amount, cur='CNY'):
        self.amount, self.cur = round(amount, 2), cur

    def to(self, cur):
        return Money(self.amount / self.rates[self.cur] * self.rates[cur], cur)

    def __rshift__(self, cur):
        return self.to(cur)

    def __add__(self, o):
        if o == 0:
            return self
        if not isinstance(o, Money):
            return NotImplemented
        return Money(self.amount + o.to(self.cur).amount, self.cur)

    __radd__ = __add__

    def __iadd__(self, o):
        self.amount += o.to(self.cur).amount
        return self

    def __mod__(self, k): return Money(self.amount * k / 100, self.cur)
    def __eq__(self, o): return isinstance(o, Money) and abs(self.to('USD').amount - o.to('USD').amount) < .01
    def __lt__(self, o): return self.to('USD').amount < o.to('USD').amount
    def __invert__(self): return Money(-self.amount, self.cur)
    def __repr__(self): return f'{self.amount:.2f}{self.cur}'
    def __int__(self): return int(self.amount)
    def __index__(self): return int(self.amount)
    def __contains__(self, c): return c in self.rates
    def __call__(self, k): return Money(self.amount * k, self.cur)
    def __getattr__(self, n):
        if n in self.rates:
            return self.to(n)
        raise AttributeError(n)
    def __floordiv__(self, n): return [Money(self.amount // n, self.cur) for _ in range(n)]
    def __and__(self, o): return (self, o)
    def __or__(self, o): return self if self.amount else o
    def __xor__(self, o): return 'xor'
    def __lshift__(self, n): return f'<<{n}'
    def __ror__(self, o): return f'ror {o}'
    def __bool__(self): return self.amount != 0
    def __len__(self): return 3
    def __matmul__(self, o): return f'@{o}'
    def __rpow__(self, o): return f'{o}**'
    def __delitem__(self, k): print('del', k)
    def __getitem__(self, k): return k


a, b = Money(70), Money(10, 'USD')
print(a + b, b + a, sum([a, b, a]), a >> 'USD', a % 10, a == b, a < b, ~a, int(b), 'CNY' in a, a(3), a.USD, a // 3)
print(a & b, Money(0) | b, a ^ b, a << 2, 5 | a, bool(Money(0)), len(a), a @ 1, 2 ** a, max(a, b, Money(999)), hex(b), list(range(b))[:3], [1, 2] * Money(2))
a += b
del a[1:2]
print(a, a[1, 2], a[::2], a[...], a['x':])
for f in (lambda: a + 1, lambda: a - b, lambda: a > 1, lambda: a.EUR, lambda: -a, lambda: 1 + a, lambda: a ** 2, lambda: hash(a)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
# expect-output:
# 140.00CNY 20.00USD 210.00CNY 10.00USD 7.00CNY True False -70.00CNY 10 True 210.00CNY 10.00USD [23.00CNY, 23.00CNY, 23.00CNY]
# (70.00CNY, 10.00USD) 10.00USD xor <<2 ror 5 False 3 @1 2** 999.00CNY 0xa [0, 1, 2] [1, 2, 1, 2]
# del slice(1, 2, None)
# 140.00CNY (1, 2) slice(None, None, 2) Ellipsis slice('x', None, None)
# TypeError unsupported operand type(s) for +: 'Money' and 'int'
# TypeError unsupported operand type(s) for -: 'Money' and 'Money'
# TypeError '>' not supported between instances of 'Money' and 'int'
# AttributeError EUR
# TypeError bad operand type for unary -: 'Money'
# TypeError unsupported operand type(s) for +: 'int' and 'Money'
# TypeError unsupported operand type(s) for ** or pow(): 'Money' and 'int'
# TypeError unhashable type: 'Money'
