import json
from collections import defaultdict
from dataclasses import dataclass, asdict


@dataclass
class Item:
    sku: str
    name: str
    qty: int = 0
    price: float = 0.0

    @property
    def total(self):
        return self.qty * self.price


class Inventory:
    def __init__(self):
        self._items = {}

    def __setitem__(self, sku, item):
        self._items[sku] = item

    def __getitem__(self, sku):
        try:
            return self._items[sku]
        except KeyError:
            raise KeyError(f'no such sku: {sku}') from None

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items.values())

    def load(self, text):
        for line in filter(None, map(str.strip, text.splitlines())):
            if line.startswith('#'):
                continue
            sku, name, qty, price = (f.strip() for f in line.split('|'))
            self[sku] = Item(sku, name, int(qty), float(price))

    def by(self, keyfn):
        groups = defaultdict(list)
        for item in self:
            groups[keyfn(item)].append(item)
        return dict(groups)


inv = Inventory()
inv.load('''
# sku | 名称 | 数量 | 价格
A1 | 键盘 | 10 | 199.00
A2 | 鼠标 | 25 | 59.9
B1 | 显示器 | 3 | 1299
''')
print(len(inv), inv['A1'])
for item in sorted(inv, key=lambda i: i.total, reverse=True):
    print(f'{item.sku:<4}{item.total:>10,.2f}')
print({k: [i.name for i in v] for k, v in inv.by(lambda i: i.sku[0]).items()})
print(json.dumps([asdict(i) for i in inv], ensure_ascii=False))
print(f'总计 {sum(i.total for i in inv):.2f}', max(inv, key=lambda i: i.price).name)
try:
    inv['Z']
except KeyError as e:
    print(e, e.args)
try:
    inv.load('X | y | many | 3')
except ValueError as e:
    print(e)
# expect-output:
# 3 Item(sku='A1', name='键盘', qty=10, price=199.0)
# B1    3,897.00
# A1    1,990.00
# A2    1,497.50
# {'A': ['键盘', '鼠标'], 'B': ['显示器']}
# [{"sku": "A1", "name": "键盘", "qty": 10, "price": 199.0}, {"sku": "A2", "name": "鼠标", "qty": 25, "price": 59.9}, {"sku": "B1", "name": "显示器", "qty": 3, "price": 1299.0}]
# 总计 7384.50 显示器
# 'no such sku: Z' ('no such sku: Z',)
# invalid literal for int() with base 10: 'many'
