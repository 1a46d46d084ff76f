# enum at its edges: flags, nested classes, refusals.
import enum
from enum import *
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = 'b'
    CRIMSON = 1
    @property
    def low(self): return self.name.lower()
print(Color.RED, repr(Color.GREEN), Color(1), Color['BLUE'], Color.CRIMSON is Color.RED, list(Color), len(Color))
print(Color.RED.low, Color.RED.value, Color.RED.name, Color.__members__.keys(), Color.RED in Color, 1 in Color, 99 in Color)
for bad in (lambda: Color(9), lambda: Color['X'], lambda: Color.NOPE):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
try: Color.RED = 3
except AttributeError as e: print(e)
try: Color.RED.value = 3
except AttributeError as e: print(e)
class N(IntEnum): A = 1; B = 2
print(N.A + 1, N.A < N.B, N.A == 1, repr(N.B), str(N.B), f'{N.A}', [1,2,3][N.A], N(2), isinstance(N.A, int))
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, repr(F.R | F.X), F.RW, ~F.R, F.R in F.RW, list(F.RW), F(0), bool(F(0)), F.R & F.W, F.R ^ F.RW, len(F.RW), F(3), repr(F(5)))
class S(StrEnum): A = auto(); B = 'bee'
print(S.A, S.B, S.A == 'a', repr(S.B), S.B.upper(), '%s' % S.A, f'{S.B:>5}')
try:
    class Sub(Color): pass
except TypeError as e: print(e)
@unique
class U(Enum): A = 1; B = 2
try:
    @unique
    class V(Enum): A = 1; B = 1
except ValueError as e: print(e)
class P(Enum):
    E = (1, 2)
    M = (3, 4)
    def __init__(self, a, b): self.a = a; self.b = b
    @classmethod
    def default(cls): return cls.E
print(P.E.a, P.M.value, P((3, 4)), P.default())
Anim = Enum('Anim', 'CAT DOG'); print(list(Anim), Anim.DOG.value)
Anim2 = Enum('Anim2', {'X': 5, 'Y': 6}); print(Anim2(6))
class IF(IntFlag): A = 1; B = 2; C = 4
print(IF.A | IF.B, repr(IF.A | 8), IF(7), ~IF.A, IF.A + 1, repr(IF(0)))
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    AA = auto(); BB = auto()
print(Auto.AA.value, Auto.BB.value)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'one' else None
print(Miss('one'))
try: Miss('two')
except ValueError as e: print(e)
print(Color.RED.__class__, type(Color).__name__, Color.RED == Color.RED, Color.RED != Color.GREEN, hash(Color.RED) == hash(Color.RED))
try: Color.RED < Color.GREEN
except TypeError as e: print(e)
class Mixed(str, Enum): A = 'x'
print(Mixed.A, Mixed.A == 'x', repr(Mixed.A), Mixed.A.upper(), f'{Mixed.A}')
print({Color.RED: 1}[Color.CRIMSON], sorted(N, reverse=True), max(N))
class WithNonMember(Enum):
    A = 1
    _ignore_ = ['tmp']
    tmp = 5
    def f(self): return self
    class Inner: pass
    b = nonmember(3)
    c = member(4)
print(list(WithNonMember), WithNonMember.b)
class O(Enum):
    @verify(UNIQUE) if 0 else staticmethod
    def h(): return 1
print(O.h(), list(O))
print(Color, repr(Color), dir(Color)[-4:] if 0 else '')

# expect-output:
# Color.RED <Color.GREEN: 2> Color.RED Color.BLUE True [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 'b'>] 3
# red 1 RED dict_keys(['RED', 'GREEN', 'BLUE', 'CRIMSON']) True True False
# ValueError 9 is not a valid Color
# KeyError 'X'
# AttributeError type object 'Color' has no attribute 'NOPE'
# cannot reassign member 'RED'
# <enum 'Enum'> cannot set attribute 'value'
# 2 True True <N.B: 2> 2 1 2 2 True
# F.R|X <F.R|X: 5> F.RW F.W|X True [<F.R: 1>, <F.W: 2>] F(0) False F(0) F.W 2 F.RW <F.R|X: 5>
# a bee True <S.B: 'bee'> BEE a   bee
# <enum 'Sub'> cannot extend <enum 'Color'>
# duplicate values found in <enum 'V'>: B -> A
# 1 (3, 4) P.M P.E
# [<Anim.CAT: 1>, <Anim.DOG: 2>] 2
# Anim2.Y
# 3 <IF.A|8: 9> 7 6 2 <IF: 0>
# aa0 bb1
# Miss.A
# 'two' is not a valid Miss
# <enum 'Color'> EnumType True True True
# '<' not supported between instances of 'Color' and 'Color'
# Mixed.A True <Mixed.A: 'x'> X Mixed.A
# 1 [<N.B: 2>, <N.A: 1>] 2
# [<WithNonMember.A: 1>, <WithNonMember.c: 4>] 3
# 1 []
# <enum 'Color'> <enum 'Color'> 
