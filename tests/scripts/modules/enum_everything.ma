# enum from all sides.
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class C(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def desc(self): return f'{self.name}={self.value}'
    @classmethod
    def default(cls): return cls.GREEN
    @property
    def hexa(self): return hex(self.value)
print(C.RED, repr(C.RED), C.RED.name, C.RED.value, C(2), C['BLUE'], list(C), len(C), C.CRIMSON is C.RED, C.RED == 1, C.RED is C.RED, C.RED.desc(), C.default(), C.BLUE.hexa, C.RED in C, isinstance(C.RED, C), {C.RED: 1}[C.RED], C.__members__.keys(), type(C.RED), str(C), repr(C))
for c in ['C(9)', "C['X']", 'C.NOPE', 'C.RED = 5', 'C.RED < C.BLUE', 'C()', 'class D(C): pass', 'C.RED.value = 3', 'C.RED.name = 1', '1 in C', '"x" in C', 'del C.RED', 'C.RED.RED']:
    try: print(c, eval(c))
    except SyntaxError:
        try: exec(c); print(c, 'ok')
        except Exception as e: print(c, type(e).__name__, e)
    except Exception as e: print(c, type(e).__name__, e)
class P(IntEnum):
    LOW = auto(); MID = auto(); HIGH = 10; NEXT = auto()
print(P.LOW, repr(P.LOW), P.LOW < P.HIGH, P.LOW + 1, P.NEXT.value, sorted(P, reverse=True), f'{P.LOW}', '%d' % P.LOW, int(P.HIGH), P(10), max(P), [0, 1, 2][P.LOW], P.LOW == 1)
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, repr(F.R | F.W), F.RW, F.R in F.RW, F.X in F.RW, F(0), ~F.R, F.RW & F.W, F.R ^ F.RW, bool(F.R & F.W), list(F.RW), (F.R|F.X).value, list(F), F(3), F(5))
class Fi(IntFlag):
    A = 1; B = 2
print(Fi.A | Fi.B, repr(Fi.A | 8), Fi.A + 1, Fi(3))
class S(StrEnum):
    ONE = auto(); TWO = 'zwei'
print(S.ONE, repr(S.TWO), S.ONE == 'one', S.TWO.upper(), f'{S.TWO}')
class Sm(str, Enum):
    A = 'a'
print(Sm.A, Sm.A == 'a', repr(Sm.A), f'{Sm.A}', Sm.A.upper(), '%s' % Sm.A)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
class Pl(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Pl.EARTH.g, Pl.MARS.mass, Pl.EARTH.value, Pl((6.4e23, 3.39e6)))
class Au(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto(); Y = auto()
print(Au.X.value, list(Au))
An = Enum('An', 'CAT DOG'); print(list(An), An.CAT.value); An2 = Enum('An2', {'A': 'x', 'B': 'y'}); print(An2('y')); An3 = IntEnum('An3', ['P', 'Q']); print(An3.Q)
class Op(Enum):
    ADD = '+'
    def __call__(self, a, b): return a + b
    def __str__(self): return self.value
    @staticmethod
    def parse(s): return Op(s)
print(Op.ADD(1, 2), str(Op.ADD), f'{Op.ADD}', Op.parse('+'))
class Ms(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'any' else None
print(Ms('any'))
try: Ms('zz')
except ValueError as e: print(e)
class E0(Enum): pass
class E1(E0): A = 1
print(E1.A, list(E0), hash(E1.A) == hash('A'))
import enum
class Mem(Enum):
    A = 1
    @enum.nonmember
    class Inner: pass
    f = enum.member(lambda self: 1)
print(list(Mem))
for name, m in C.__members__.items(): print(name, m.name, end=' ')
print()
print(dir(C.RED)[-3:], C.RED.__class__, C.RED.__hash__() == hash('RED'), pickle if False else '')
# expect-output:
# C.RED <C.RED: 1> RED 1 C.GREEN C.BLUE [<C.RED: 1>, <C.GREEN: 2>, <C.BLUE: 3>] 3 True False True RED=1 C.GREEN 0x3 True True 1 dict_keys(['RED', 'GREEN', 'BLUE', 'CRIMSON']) <enum 'C'> <enum 'C'> <enum 'C'>
# C(9) ValueError 9 is not a valid C
# C['X'] KeyError 'X'
# C.NOPE AttributeError type object 'C' has no attribute 'NOPE'
# C.RED = 5 AttributeError cannot reassign member 'RED'
# C.RED < C.BLUE TypeError '<' not supported between instances of 'C' and 'C'
# C() TypeError EnumType.__call__() missing 1 required positional argument: 'value'
# class D(C): pass TypeError <enum 'D'> cannot extend <enum 'C'>
# C.RED.value = 3 AttributeError <enum 'Enum'> cannot set attribute 'value'
# C.RED.name = 1 AttributeError <enum 'Enum'> cannot set attribute 'name'
# 1 in C True
# "x" in C False
# del C.RED AttributeError 'C' cannot delete member 'RED'.
# C.RED.RED C.RED
# 1 <P.LOW: 1> True 2 11 [<P.NEXT: 11>, <P.HIGH: 10>, <P.MID: 2>, <P.LOW: 1>] 1 1 10 10 11 1 True
# F.R|X <F.RW: 3> F.RW True False F(0) F.W|X F.W F.W False [<F.R: 1>, <F.W: 2>] 5 [<F.R: 1>, <F.W: 2>, <F.X: 4>] F.RW F.R|X
# 3 <Fi.A|8: 9> 2 3
# one <S.TWO: 'zwei'> True ZWEI zwei
# Sm.A True <Sm.A: 'a'> Sm.A A Sm.A
# duplicate values found in <enum 'U'>: B -> A
# 9.81 6.4e+23 (5.97e+24, 6370000.0) Pl.MARS
# x [<Au.X: 'x'>, <Au.Y: 'y'>]
# [<An.CAT: 1>, <An.DOG: 2>] 1
# An2.B
# 2
# 3 + + +
# Ms.A
# 'zz' is not a valid Ms
# E1.A [] True
# [<Mem.A: 1>, <Mem.f: <function Mem.<lambda> at 0x7f1a43cc63e0>>]
# RED RED GREEN GREEN BLUE BLUE CRIMSON RED 
# ['hexa', 'name', 'value'] <enum 'C'> True 
