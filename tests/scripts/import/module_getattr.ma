# A module's own __getattr__ and __dir__ (PEP 562).
import lazy_mod
print(lazy_mod.anything, lazy_mod.real)
from lazy_mod import other
print(other)
try:
    lazy_mod.bad
except AttributeError as e:
    print(e)
lazy_mod.new = 5
print(lazy_mod.new, 'new' in vars(lazy_mod))
# expect-output:
# made anything real
# made other
# no bad
# 5 True
