class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f'余额不足: 余额 {balance}, 取款 {amount}')
        self.balance = balance
        self.amount = amount


class Account:
    _next = 1000
    interest_rate = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        Account._next += 1
        self.number = Account._next
        self.history = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError('balance must be >= 0')
        self._balance = value

    @classmethod
    def from_string(cls, text):
        owner, balance = text.split(':')
        return cls(owner.strip(), float(balance))

    @staticmethod
    def valid(amount):
        return isinstance(amount, (int, float)) and not isinstance(amount, bool) and amount > 0

    def deposit(self, amount):
        if not self.valid(amount):
            raise ValueError(f'invalid amount: {amount!r}')
        self.balance += amount
        self.history.append(('存', amount))
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount
        self.history.append(('取', amount))
        return self

    def __repr__(self):
        return f'{type(self).__name__}({self.owner!r}, {self._balance:,.2f})'

    def __eq__(self, other):
        if not isinstance(other, Account):
            return NotImplemented
        return self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    interest_rate = 0.05

    def add_interest(self):
        return self.deposit(round(self.balance * self.interest_rate, 2))


a = Account('张三', 1000)
b = Savings.from_string('李四 : 2500.5')
a.deposit(500).withdraw(200)
b.add_interest()
print(a, b, sep='\n')
for f in (lambda: a.withdraw(99999), lambda: a.deposit(-5), lambda: a.deposit(True),
          lambda: setattr(a, 'balance', -1), lambda: a < 3):
    try:
        f()
    except (InsufficientFunds, ValueError, AttributeError) as e:
        print(type(e).__name__, '|', e)
print(sorted([b, a]), max(a, b).owner)
print(a == b, a != b, a == 'x')
for kind, amount in a.history:
    print(f'{kind:>4}{amount:>12,.2f}')
try:
    hash(a)
except TypeError as e:
    print(e)
try:
    raise InsufficientFunds(1, 2) from ValueError('inner')
except InsufficientFunds as e:
    print(e.args, e.balance, repr(e.__cause__))
a.withdraw(10 ** 9)
# expect error: InsufficientFunds: 余额不足: 余额 1300, 取款 1000000000
# expect-output:
# Account('张三', 1,300.00)
# Savings('李四', 2,625.53)
# InsufficientFunds | 余额不足: 余额 1300, 取款 99999
# ValueError | invalid amount: -5
# ValueError | invalid amount: True
# ValueError | balance must be >= 0
# AttributeError | 'int' object has no attribute 'balance'
# [Account('张三', 1,300.00), Savings('李四', 2,625.53)] 李四
# False True False
#    存      500.00
#    取      200.00
# unhashable type: 'Account'
# ('余额不足: 余额 1, 取款 2',) 1 ValueError('inner')
