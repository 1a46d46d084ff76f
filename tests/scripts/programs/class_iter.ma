class LinkedList:
    class Node:
        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head = None
        self._len = 0
        for x in items:
            self.append(x)

    def append(self, x):
        node = self.Node(x)
        if not self.head:
            self.head = node
        else:
            n = self.head
            while n.next:
                n = n.next
            n.next = node
        self._len += 1

    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next

    def __len__(self):
        return self._len

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        if i < 0:
            i += len(self)
        for j, v in enumerate(self):
            if i == j:
                return v
        raise IndexError('list index out of range')

    def __contains__(self, x):
        return any(v == x for v in self)

    def __reversed__(self):
        yield from list(self)[::-1]

    def __add__(self, o):
        return LinkedList([*self, *o])

    def __iadd__(self, o):
        for x in o:
            self.append(x)
        return self

    def __repr__(self):
        return ' -> '.join(map(repr, self)) or 'empty'

    def __eq__(self, o):
        return list(self) == list(o)

    def reverse(self):
        prev, n = None, self.head
        while n:
            n.next, prev, n = prev, n, n.next
        self.head = prev


l = LinkedList('abc')
l += [1, 2]
print(l, len(l), l[0], l[-1], l[1:3], 'b' in l, 9 in l, list(reversed(l)), l + 'z', LinkedList(), bool(LinkedList()))
l.reverse()
print(l, l == [2, 1, 'c', 'b', 'a'])
try:
    l[99]
except IndexError as e:
    print(e)
a, *b = l
print(a, b, max(LinkedList([3, 9, 2])), sorted(LinkedList([3, 1])), dict(zip(l, range(9))), *l)


class Tree:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r

    def insert(self, v):
        side = 'l' if v < self.v else 'r'
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(v))
        else:
            child.insert(v)

    def __iter__(self):
        if self.l:
            yield from self.l
        yield self.v
        if self.r:
            yield from self.r

    def levels(self):
        row = [self]
        while row:
            yield [n.v for n in row]
            row = [c for n in row for c in (n.l, n.r) if c]

    @property
    def depth(self):
        return 1 + max((c.depth for c in (self.l, self.r) if c), default=0)


t = Tree(5)
for v in (2, 8, 1, 9, 3, 7):
    t.insert(v)
print(list(t), list(t.levels()), t.depth)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c), next(c, '空'))
print(list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))


class OldSeq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


print(list(OldSeq()), 4 in OldSeq(), [*OldSeq()])
# expect-output:
# 'a' -> 'b' -> 'c' -> 1 -> 2 5 a 2 'b' -> 'c' True False [2, 1, 'c', 'b', 'a'] 'a' -> 'b' -> 'c' -> 1 -> 2 -> 'z' empty False
# 2 -> 1 -> 'c' -> 'b' -> 'a' True
# list index out of range
# 2 [1, 'c', 'b', 'a'] 9 [1, 3] {2: 0, 1: 1, 'c': 2, 'b': 3, 'a': 4} 2 1 c b a
# [1, 2, 3, 5, 7, 8, 9] [[5], [2, 8], [1, 3, 7, 9]] 3
# [3, 2, 1] [] 空
# [1, 2]
# [0, 1, 4] True [0, 1, 4]
