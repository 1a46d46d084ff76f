from dataclasses import dataclass, field, replace
from functools import reduce, singledispatch
from typing import Union
import enum
import json


class Status(str, enum.Enum):
    NEW = 'new'
    PAID = '已付'
    SHIPPED = 'shipped'


@dataclass(frozen=True)
class Created:
    order: int
    items: tuple = ()


@dataclass(frozen=True)
class Paid:
    amount: float


@dataclass(frozen=True)
class Shipped:
    to: str = '北京'


@dataclass(frozen=True)
class Order:
    id: int = 0
    status: Status = Status.NEW
    total: float = field(default=0.0)
    history: tuple = field(default=(), repr=False)


@singledispatch
def apply(event, state):
    raise NotImplementedError(f'no rule for {type(event).__name__}')


@apply.register
def _(event: Created, state):
    return replace(state, id=event.order, total=sum(event.items))


@apply.register
def _(event: Paid, state):
    if event.amount < state.total:
        raise ValueError(f'少付 {state.total - event.amount:.2f}')
    return replace(state, status=Status.PAID)


@apply.register(Shipped)
def _(event, state):
    return replace(state, status=Status.SHIPPED)


def play(events, state=Order()):
    return reduce(lambda s, e: replace(apply(e, s), history=s.history + (type(e).__name__,)), events, state)


evs = [Created(7, (9.9, 20.1)), Paid(30), Shipped()]
o = play(evs)
print(o, o.history, o.status == 'shipped', o.status.value, f'{o.status.value:>10}')
for bad in ([Created(1, (5,)), Paid(1)], [42]):
    try:
        play(bad)
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
print(json.dumps({'s': Status.PAID, 'n': [1]}, ensure_ascii=False), Status('new'), [s.name for s in Status], Status.NEW.upper())
print({e: i for i, e in enumerate(evs)}[Paid(30)], Paid(30) == Paid(30.0), Shipped() in evs)
print(Created.__match_args__, Created.__dataclass_fields__['items'].default)


class Weekday(enum.IntEnum):
    MON = enum.auto()
    TUE = enum.auto()

    @property
    def next(self):
        return Weekday(self % len(Weekday) + 1)


print(Weekday.TUE.next, Weekday.MON + 1 == Weekday.TUE, list(map(int, Weekday)), Weekday.MON < 2, [10, 20, 30][Weekday.MON], repr(Weekday.MON), f'{Weekday.MON:03d}')
Animal = enum.Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.CAT.value, Animal(2), Animal.CAT == 1)
# expect-output:
# Order(id=7, status=<Status.SHIPPED: 'shipped'>, total=30.0) ('Created', 'Paid', 'Shipped') True shipped    shipped
# ValueError 少付 4.00
# NotImplementedError no rule for int
# {"s": "已付", "n": [1]} Status.NEW ['NEW', 'PAID', 'SHIPPED'] NEW
# 1 True True
# ('order', 'items') ()
# 1 True [1, 2] True 20 <Weekday.MON: 1> 001
# [<Animal.CAT: 1>, <Animal.DOG: 2>] 1 Animal.DOG False
