# Containers: methods and errors.
from collections import *
d = deque([1,2,3], maxlen=3); d.append(4); d.appendleft(0); print(d, d.maxlen); d.rotate(1); print(d, d[0], d.index(2), list(reversed(d)), d.count(2)); d.extend([7,8]); d.extendleft([5]); print(d); d.remove(5); print(d.pop(), d.popleft(), d)
for bad in ('deque().pop()', 'deque([1])[5]', 'deque([1]).remove(3)', 'deque(maxlen=-1)', 'deque(1)', 'deque([1]).index(2)', 'deque([1,2]) + [3]', 'deque([1])*2', 'deque([1]) == deque([1])', 'deque([1,2]) < deque([1,3])', 'deque("ab").insert(1,"z")', 'hash(deque())', 'deque([1,2])[0:1]', 'Counter(5)', 'Counter("aab")', 'Counter("aab").most_common(1)', 'Counter("aab")["z"]', 'Counter("aab") - Counter("a")', 'Counter("ab") + Counter("b")', 'Counter("ab") & Counter("b")', 'Counter("ab") | Counter("bb")', '+Counter(a=-1,b=2)', '-Counter(a=-1)', 'sorted(Counter("ba").elements())', 'Counter(a=3).total()', 'Counter("ab") == Counter("ba")', 'Counter("aab") > Counter("a")', 'Counter().most_common()', 'OrderedDict(a=1)', 'OrderedDict([("a",1),("b",2)]).popitem(last=False)', 'OrderedDict(a=1,b=2) == OrderedDict(b=2,a=1)', 'OrderedDict(a=1,b=2) == dict(b=2,a=1)', 'defaultdict(list)["x"]', 'defaultdict(int, a=1)', 'defaultdict()["x"]', 'defaultdict(5)', 'ChainMap({"a":1},{"a":2,"b":3})', 'ChainMap({"a":1},{"b":3})["b"]', 'ChainMap({})["zz"]', 'list(ChainMap({"a":1},{"b":3}))', 'ChainMap().new_child({"q":1})', 'namedtuple("P","x y")(1,2)', 'namedtuple("P","x y")(1)', 'namedtuple("P","x y",defaults=[5])(1)', 'namedtuple("P","x x")', 'namedtuple("P","class")', 'namedtuple("P","_a")', 'namedtuple("P","x,y",rename=True)(1,2)._asdict()', 'namedtuple("P","a class",rename=True)._fields', 'namedtuple("P","x y")(1,2)._replace(x=5)', 'namedtuple("P","x y")(1,2)._replace(z=5)', 'namedtuple("P","x y")._make([1,2])', 'namedtuple("1P","x")', 'UserDict(a=1)', 'UserList([1]) + [2]', 'UserString("ab").upper()', 'OrderedDict(a=1).move_to_end("zz")', 'Counter({"a":"x"})' , 'Counter(a=1).subtract(b=2)', 'dict.fromkeys("ab", 0)', '{}.popitem()', '{1:2}.pop(3)', '{}.pop(1, "d")', '{1:2}.setdefault(1,5)', '{1:2} | {3:4}', '{1:2} | [(1,2)]', '{1:[2]}.copy()', '{1:2}.items() & {(1,2)}', '{1:2}.keys() | [5]', '{1:2}.keys() - {1}', 'list({1:2,3:4}.values())', '{[]:1}', '{1:2}[3]', '{"a":1}["b"]', '{(1,2):3}[1,2]', 'dict(a=1, **{"b":2})', 'list(reversed({1:1,2:2}))', '{1:1}.keys() == {1}', 'dict([("a",1)], a=2)', 'set("aab") == {"a","b"}', '{1,2} - {2}', '{1} | [2]', '{1}.union([2], (3,))', '{1,2} ^ {2,3}', '{1} <= {1,2}', '{1}.isdisjoint([2])', 'frozenset([1]) == {1}', 'frozenset([1])', 'set()', '{1}.remove(5)', '{1}.discard(5)', 'set().pop()', '{frozenset([1]): 1}', '{1}.add([])', 'frozenset([1]) | {2}', '{1,2,3}.intersection([1,5])', '{3,1,2}', '{1}.symmetric_difference([1,2])', 'set([1,2]).issuperset([1])', 'len({1,1.0,True})', '[3,1,2].sort()', '[1,"a"].sort()', '[1,2].index(3)', '[1].remove(2)', '[].pop()', '[1].pop(5)', '[1,2,3].pop(-1)', '[1,2] + (3,)', '[1] * "a"', '[1,2][5]', '[1]["a"]', '[1,2,1].count(1)', '[[1]]*2', '[1,2,3][::-1]', '[1,2,3][-10:10]', '[1,2] == (1,2)', '[1,[2,[3]]]', '(1,)', '()', '(1,2)+(3,)', '(1,2).index(3)', '(1,)[1]', '(1,2)*2', 'tuple("ab")', '[i for i in "abc" if i != "b"]', '{i: i*i for i in range(3)}', 'range(5)[1:3]', 'range(10)[::-2]', 'range(5).index(9)', '5 in range(0,10,5)', 'range(3) == range(0,3,1)', 'hash(range(3))==hash(range(3))', 'range(0)', 'len(range(0,10,3))', 'range(5)[9]', 'range(1,10,2).count(3)', 'slice(1,2)', 'slice(None).indices(5)', 'list(range(3,0,-1))'):
    try: print(bad, '=', eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
class LRU(OrderedDict):
    def __missing__(self, k): return k * 2
l = LRU(); print(l['a'], l)
P = namedtuple('P', 'x y'); p = P(1, y=2); x, y = p; print(x, y, p.x, p[0], p == (1, 2), P.__doc__, P._field_defaults, isinstance(p, tuple), repr(p))
class Q(P):
    __slots__ = ()
    @property
    def s(self): return self.x + self.y
print(Q(1, 2).s, Q(1, 2))
l = [1]; l.append(l); print(l); d = {}; d['d'] = d; print(d)
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v % 3 < o.v % 3
    def __repr__(s): return str(s.v)
print(sorted([K(i) for i in range(7)]), sorted('bca', reverse=True), sorted([(1, 'b'), (1, 'a'), (0, 'z')], key=lambda t: t[0]), sorted([3, 1, 2], key=lambda v: -v), sorted([1, 2, 3, 4], key=lambda v: v % 2, reverse=True))
l = [3, 1, 2]
try: l.sort(key=lambda v: l.append(1))
except (ValueError, TypeError) as e: print(e)

# expect-output:
# deque([0, 2, 3], maxlen=3) 3
# deque([3, 0, 2], maxlen=3) 3 2 [2, 0, 3] 1
# deque([5, 2, 7], maxlen=3)
# 7 2 deque([], maxlen=3)
# deque().pop() IndexError pop from an empty deque
# deque([1])[5] IndexError deque index out of range
# deque([1]).remove(3) ValueError 3 is not in deque
# deque(maxlen=-1) ValueError maxlen must be non-negative
# deque(1) TypeError 'int' object is not iterable
# deque([1]).index(2) ValueError 2 is not in deque
# deque([1,2]) + [3] TypeError can only concatenate deque (not "list") to deque
# deque([1])*2 = deque([1, 1])
# deque([1]) == deque([1]) = True
# deque([1,2]) < deque([1,3]) = True
# deque("ab").insert(1,"z") = None
# hash(deque()) TypeError unhashable type: 'collections.deque'
# deque([1,2])[0:1] TypeError sequence index must be integer, not 'slice'
# Counter(5) TypeError 'int' object is not iterable
# Counter("aab") = Counter({'a': 2, 'b': 1})
# Counter("aab").most_common(1) = [('a', 2)]
# Counter("aab")["z"] = 0
# Counter("aab") - Counter("a") = Counter({'a': 1, 'b': 1})
# Counter("ab") + Counter("b") = Counter({'b': 2, 'a': 1})
# Counter("ab") & Counter("b") = Counter({'b': 1})
# Counter("ab") | Counter("bb") = Counter({'b': 2, 'a': 1})
# +Counter(a=-1,b=2) = Counter({'b': 2})
# -Counter(a=-1) = Counter({'a': 1})
# sorted(Counter("ba").elements()) = ['a', 'b']
# Counter(a=3).total() = 3
# Counter("ab") == Counter("ba") = True
# Counter("aab") > Counter("a") = True
# Counter().most_common() = []
# OrderedDict(a=1) = OrderedDict({'a': 1})
# OrderedDict([("a",1),("b",2)]).popitem(last=False) = ('a', 1)
# OrderedDict(a=1,b=2) == OrderedDict(b=2,a=1) = False
# OrderedDict(a=1,b=2) == dict(b=2,a=1) = True
# defaultdict(list)["x"] = []
# defaultdict(int, a=1) = defaultdict(<class 'int'>, {'a': 1})
# defaultdict()["x"] KeyError 'x'
# defaultdict(5) TypeError first argument must be callable or None
# ChainMap({"a":1},{"a":2,"b":3}) = ChainMap({'a': 1}, {'a': 2, 'b': 3})
# ChainMap({"a":1},{"b":3})["b"] = 3
# ChainMap({})["zz"] KeyError 'zz'
# list(ChainMap({"a":1},{"b":3})) = ['b', 'a']
# ChainMap().new_child({"q":1}) = ChainMap({'q': 1}, {})
# namedtuple("P","x y")(1,2) = P(x=1, y=2)
# namedtuple("P","x y")(1) TypeError P.__new__() missing 1 required positional argument: 'y'
# namedtuple("P","x y",defaults=[5])(1) = P(x=1, y=5)
# namedtuple("P","x x") ValueError Encountered duplicate field name: 'x'
# namedtuple("P","class") ValueError Type names and field names cannot be a keyword: 'class'
# namedtuple("P","_a") ValueError Field names cannot start with an underscore: '_a'
# namedtuple("P","x,y",rename=True)(1,2)._asdict() = {'x': 1, 'y': 2}
# namedtuple("P","a class",rename=True)._fields = ('a', '_1')
# namedtuple("P","x y")(1,2)._replace(x=5) = P(x=5, y=2)
# namedtuple("P","x y")(1,2)._replace(z=5) TypeError Got unexpected field names: ['z']
# namedtuple("P","x y")._make([1,2]) = P(x=1, y=2)
# namedtuple("1P","x") ValueError Type names and field names must be valid identifiers: '1P'
# UserDict(a=1) = {'a': 1}
# UserList([1]) + [2] = [1, 2]
# UserString("ab").upper() = AB
# OrderedDict(a=1).move_to_end("zz") KeyError 'zz'
# Counter({"a":"x"}) = Counter({'a': 'x'})
# Counter(a=1).subtract(b=2) = None
# dict.fromkeys("ab", 0) = {'a': 0, 'b': 0}
# {}.popitem() KeyError 'popitem(): dictionary is empty'
# {1:2}.pop(3) KeyError 3
# {}.pop(1, "d") = d
# {1:2}.setdefault(1,5) = 2
# {1:2} | {3:4} = {1: 2, 3: 4}
# {1:2} | [(1,2)] TypeError unsupported operand type(s) for |: 'dict' and 'list'
# {1:[2]}.copy() = {1: [2]}
# {1:2}.items() & {(1,2)} = {(1, 2)}
# {1:2}.keys() | [5] = {1, 5}
# {1:2}.keys() - {1} = set()
# list({1:2,3:4}.values()) = [2, 4]
# {[]:1} TypeError unhashable type: 'list'
# {1:2}[3] KeyError 3
# {"a":1}["b"] KeyError 'b'
# {(1,2):3}[1,2] = 3
# dict(a=1, **{"b":2}) = {'a': 1, 'b': 2}
# list(reversed({1:1,2:2})) = [2, 1]
# {1:1}.keys() == {1} = True
# dict([("a",1)], a=2) = {'a': 2}
# set("aab") == {"a","b"} = True
# {1,2} - {2} = {1}
# {1} | [2] TypeError unsupported operand type(s) for |: 'set' and 'list'
# {1}.union([2], (3,)) = {1, 2, 3}
# {1,2} ^ {2,3} = {1, 3}
# {1} <= {1,2} = True
# {1}.isdisjoint([2]) = True
# frozenset([1]) == {1} = True
# frozenset([1]) = frozenset({1})
# set() = set()
# {1}.remove(5) KeyError 5
# {1}.discard(5) = None
# set().pop() KeyError 'pop from an empty set'
# {frozenset([1]): 1} = {frozenset({1}): 1}
# {1}.add([]) TypeError unhashable type: 'list'
# frozenset([1]) | {2} = frozenset({1, 2})
# {1,2,3}.intersection([1,5]) = {1}
# {3,1,2} = {1, 2, 3}
# {1}.symmetric_difference([1,2]) = {2}
# set([1,2]).issuperset([1]) = True
# len({1,1.0,True}) = 1
# [3,1,2].sort() = None
# [1,"a"].sort() TypeError '<' not supported between instances of 'str' and 'int'
# [1,2].index(3) ValueError 3 is not in list
# [1].remove(2) ValueError list.remove(x): x not in list
# [].pop() IndexError pop from empty list
# [1].pop(5) IndexError pop index out of range
# [1,2,3].pop(-1) = 3
# [1,2] + (3,) TypeError can only concatenate list (not "tuple") to list
# [1] * "a" TypeError can't multiply sequence by non-int of type 'str'
# [1,2][5] IndexError list index out of range
# [1]["a"] TypeError list indices must be integers or slices, not str
# [1,2,1].count(1) = 2
# [[1]]*2 = [[1], [1]]
# [1,2,3][::-1] = [3, 2, 1]
# [1,2,3][-10:10] = [1, 2, 3]
# [1,2] == (1,2) = False
# [1,[2,[3]]] = [1, [2, [3]]]
# (1,) = (1,)
# () = ()
# (1,2)+(3,) = (1, 2, 3)
# (1,2).index(3) ValueError tuple.index(x): x not in tuple
# (1,)[1] IndexError tuple index out of range
# (1,2)*2 = (1, 2, 1, 2)
# tuple("ab") = ('a', 'b')
# [i for i in "abc" if i != "b"] = ['a', 'c']
# {i: i*i for i in range(3)} = {0: 0, 1: 1, 2: 4}
# range(5)[1:3] = range(1, 3)
# range(10)[::-2] = range(9, -1, -2)
# range(5).index(9) ValueError 9 is not in range
# 5 in range(0,10,5) = True
# range(3) == range(0,3,1) = True
# hash(range(3))==hash(range(3)) = True
# range(0) = range(0, 0)
# len(range(0,10,3)) = 4
# range(5)[9] IndexError range object index out of range
# range(1,10,2).count(3) = 1
# slice(1,2) = slice(1, 2, None)
# slice(None).indices(5) = (0, 5, 1)
# list(range(3,0,-1)) = [3, 2, 1]
# aa LRU()
# 1 2 1 1 True P(x, y) {} True P(x=1, y=2)
# 3 Q(x=1, y=2)
# [1, [...]]
# {'d': {...}}
# [0, 3, 6, 1, 4, 2, 5] ['c', 'b', 'a'] [(0, 'z'), (1, 'b'), (1, 'a')] [3, 2, 1] [1, 3, 2, 4]
# '<' not supported between instances of 'NoneType' and 'NoneType'
