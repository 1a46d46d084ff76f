# Enum: members, lookup, errors, flags.
from enum import Enum, IntEnum, Flag, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1
print(Color.RED, repr(Color.GREEN), Color(2).name, Color['RED'].value, list(Color), Color.ALIAS is Color.RED, len(Color))
try:
    Color(7)
except ValueError as e:
    print(e)
try:
    Color['BLUE']
except KeyError as e:
    print(e)
try:
    Color.RED = 5
except AttributeError as e:
    print(e)
class N(IntEnum):
    A = auto()
    B = auto()
print(N.A + N.B, N.B > N.A, f'{N.B}', repr(N.A))
class P(Flag):
    R = auto()
    W = auto()
    RW = R | W
print(P.R | P.W, P.R in P.RW, list(P.RW), repr(P(0)), ~P.R)
try:
    @unique
    class D(Enum):
        X = 1
        Y = 1
except ValueError as e:
    print(e)
# expect-output:
# Color.RED <Color.GREEN: 2> GREEN 1 [<Color.RED: 1>, <Color.GREEN: 2>] True 2
# 7 is not a valid Color
# 'BLUE'
# cannot reassign member 'RED'
# 3 True 2 <N.A: 1>
# P.RW True [<P.R: 1>, <P.W: 2>] <P: 0> P.W
# duplicate values found in <enum 'D'>: Y -> X
