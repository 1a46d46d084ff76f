import asyncio
import functools
import operator
from types import SimpleNamespace, MappingProxyType, FunctionType, GeneratorType, CoroutineType, MethodType
ns = SimpleNamespace(a=1, b='二')
ns.c = [1]
print(ns, ns == SimpleNamespace(a=1, b='二', c=[1]))
mp = MappingProxyType({'x': 1})
try:
    mp['y'] = 2
except TypeError as e:
    print(e)
print(mp, mp['x'], isinstance(lambda: 0, FunctionType))
add3 = functools.partial(lambda a, b, c: a + b + c, 1, c=3)
print(add3(2), add3.args, add3.keywords, operator.itemgetter(1, 2)('abc'), operator.attrgetter('a.real')(ns), operator.methodcaller('split', ',')('a,b'))
print(functools.reduce(operator.or_, [{1}, {2}]), operator.mul(3, 4), operator.truediv(1, 4), operator.contains([1], 1), operator.concat([1], [2]), operator.index(3), operator.neg(1))


@functools.total_ordering
class V:
    def __init__(self, *n):
        self.n = n

    @classmethod
    def parse(cls, s):
        return cls(*map(int, s.split('.')))

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n

    def __repr__(self):
        return 'v' + '.'.join(map(str, self.n))


vs = list(map(V.parse, '1.10.0 1.2.3 1.2 2.0'.split()))
print(sorted(vs), max(vs), V(1) >= V(0, 9), V(1) != V(1))


class cached:
    def __init__(self, fn):
        self.fn = fn

    def __set_name__(self, o, n):
        self.name = n

    def __get__(self, o, t=None):
        if o is None:
            return self
        v = o.__dict__[self.name] = self.fn(o)
        return v


class Svc:
    @cached
    def conn(self):
        print('connecting')
        return object()


s = Svc()
print(s.conn is s.conn)


class Meta(type):
    def __call__(cls, *a):
        key = cls, a
        if key not in cls.pool:
            cls.pool[key] = super().__call__(*a)
        return cls.pool[key]
    pool = {}


class Conn(metaclass=Meta):
    def __init__(self, host):
        self.host = host


print(Conn('a') is Conn('a'), Conn('a') is Conn('b'))


def method(self):
    return self.a


ns.m = MethodType(method, ns)
print(ns.m())
async def co(): pass
c = co()
print(isinstance(c, CoroutineType), isinstance((x for x in ''), GeneratorType))
c.close()


class Validator:
    rules = []

    @classmethod
    def rule(cls, msg):
        def deco(f):
            cls.rules.append((f, msg))
            return f
        return deco


@Validator.rule('太短')
def short(s):
    return len(s) >= 3


@Validator.rule('没有数字')
def digit(s):
    return any(map(str.isdigit, s))


for pw in ('a', 'abcd', 'abc1'):
    print(pw, [m for f, m in Validator.rules if not f(pw)] or 'OK')
# expect-output:
# namespace(a=1, b='二', c=[1]) True
# 'mappingproxy' object does not support item assignment
# {'x': 1} 1 True
# 6 (1,) {'c': 3} ('b', 'c') 1 ['a', 'b']
# {1, 2} 12 0.25 True [1, 2] 3 -1
# [v1.2, v1.2.3, v1.10.0, v2.0] v2.0 True False
# connecting
# True
# True False
# 1
# True True
# a ['太短', '没有数字']
# abcd ['没有数字']
# abc1 OK
