# miniasync only: its modules end in .ma
import shapes_pkg
from shapes_pkg import area, circle as c
from shapes_pkg.square import Square
import shapes_pkg.util.helper as h
import shapes_pkg.square

print(shapes_pkg.__name__, area(2), c.PI, Square(3).area(), h.shout('嗨'), Square.__module__, h.__name__, h.__package__)
print(shapes_pkg.square is __import__('shapes_pkg.square', fromlist=['x']), sorted(shapes_pkg.__all__))
from shapes_pkg import *
print(area(1), 'hidden' in globals())
try:
    from shapes_pkg import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
try:
    import shapes_pkg.missing
except ModuleNotFoundError as e:
    print(e, e.name)
# expect-output:
# init shapes_pkg shapes_pkg
# shapes_pkg 12.56 3.14 9.0 嗨!!! shapes_pkg.square shapes_pkg.util.helper shapes_pkg.util
# True ['area', 'circle']
# 3.14 False
# ImportError cannot import name 'nothing' from 'shapes_pkg'
# No module named 'shapes_pkg.missing' shapes_pkg.missing
