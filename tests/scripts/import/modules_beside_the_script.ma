# import finds files and folders beside the script.
import helper_mod
import helper_mod as again
from helper_mod import value, double as twice
from helper_pkg import sub, name
from helper_pkg.sub import deep
import helper_pkg.sub.deep
import helper_pkg.sub.deep as d
print(helper_mod.value, again is helper_mod, value, twice(4))
print(name, sub.here, deep.there, helper_pkg.sub.deep is d, helper_pkg.__name__, d.__name__, d.__package__)
from helper_pkg import relative
print(relative.got)
from helper_pkg import *
print(exported)
try:
    hidden
except NameError as e:
    print(e)
print(helper_mod.__name__, helper_mod.__file__.split('/')[-1].split('.')[0], type(helper_mod).__name__)
import sys
print('helper_mod' in sys.modules, sys.modules['helper_mod'] is helper_mod)
# expect-output:
# helper_mod runs once
# 42 True 42 8
# helper_pkg sub deep True helper_pkg helper_pkg.sub.deep helper_pkg.sub
# ('sub', 'deep', 'helper_pkg')
# exported
# name 'hidden' is not defined
# helper_mod helper_mod module
# True True
