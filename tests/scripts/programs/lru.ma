from collections import OrderedDict
from functools import lru_cache, cache, wraps


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        if key in self.data:
            self.data.move_to_end(key)
            self.hits += 1
            return self.data[key]
        self.misses += 1
        return default

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            old = self.data.popitem(last=False)
            print('evict', old)

    def __contains__(self, key):
        return key in self.data

    __getitem__, __setitem__ = get, put


class Node:
    __slots__ = 'key', 'value', 'prev', 'next'

    def __init__(self, key=None, value=None):
        self.key, self.value, self.prev, self.next = key, value, None, None


class LinkedLRU:
    def __init__(self, cap):
        self.cap, self.map = cap, {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head

    def _remove(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        n.next, n.prev = self.head.next, self.head
        self.head.next.prev = n
        self.head.next = n

    def get(self, key):
        n = self.map.get(key)
        if n is None:
            return -1
        self._remove(n)
        self._front(n)
        return n.value

    def put(self, key, value):
        if key in self.map:
            self._remove(self.map.pop(key))
        n = self.map[key] = Node(key, value)
        self._front(n)
        if len(self.map) > self.cap:
            last = self.tail.prev
            self._remove(last)
            del self.map[last.key]

    def __iter__(self):
        n = self.head.next
        while n is not self.tail:
            yield n.key
            n = n.next


c = LRU(2)
c.put('a', 1)
c['b'] = 2
print(c.get('a'), c['zz'], 'b' in c)
c.put('c', 3)
print(dict(c.data), c.data, c.hits, c.misses)
l = LinkedLRU(3)
for i, k in enumerate('abcab' 'd'):
    l.put(k, i)
    l.get('a')
    print(list(l), end=' ')
print(l.get('c'), l.get('d'))


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=2)
def square(x):
    print('computing', x)
    return x * x


@cache
def steps(n):
    return 1 if n <= 1 else steps(n - 1) + steps(n - 2)


print(fib(90), fib.cache_info())
for x in (1, 2, 1, 3, 2):
    square(x)
print(square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), steps(30))
try:
    square([1])
except TypeError as e:
    print(e)


def memo(fn):
    seen = {}

    @wraps(fn)
    def inner(*args, **kw):
        key = args, tuple(sorted(kw.items()))
        if key not in seen:
            seen[key] = fn(*args, **kw)
        return seen[key]
    inner.seen = seen
    return inner


@memo
def power(base, *, exp=2):
    return base ** exp


print(power(3), power(3, exp=3), power(3), power.seen, power.__qualname__)
# expect-output:
# 1 None True
# evict ('b', 2)
# {'a': 1, 'c': 3} OrderedDict({'a': 1, 'c': 3}) 1 1
# ['a'] ['a', 'b'] ['a', 'c', 'b'] ['a', 'c', 'b'] ['a', 'b', 'c'] ['a', 'd', 'b'] -1 5
# 2880067194370816120 CacheInfo(hits=88, misses=91, maxsize=None, currsize=91)
# computing 1
# computing 2
# computing 3
# computing 2
# CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# computing 5
# CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 25 1346269
# unhashable type: 'list'
# 9 27 9 {((3,), ()): 9, ((3,), (('exp', 3),)): 27} power
