# breakpoint() calls sys.breakpointhook, whose default obeys PYTHONBREAKPOINT
import os
import sys
import warnings

os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint(), breakpoint(1, x=2))                 # expect: None None
os.environ['PYTHONBREAKPOINT'] = 'print'
breakpoint('called', 'by', 'name', sep='-')             # expect: called-by-name
os.environ['PYTHONBREAKPOINT'] = 'os.path.basename'
print(breakpoint('a/b'))                                # expect: b
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for name in 'nowhere', 'no.such.thing', 'os.nothing', '.x':
        os.environ['PYTHONBREAKPOINT'] = name
        try:
            breakpoint()
        except RuntimeWarning as e:
            print(e)
# expect: Ignoring unimportable $PYTHONBREAKPOINT: "nowhere"
# expect: Ignoring unimportable $PYTHONBREAKPOINT: "no.such.thing"
# expect: Ignoring unimportable $PYTHONBREAKPOINT: "os.nothing"
# expect: Ignoring unimportable $PYTHONBREAKPOINT: ".x"
sys.breakpointhook = lambda *args, **kws: (args, kws)
print(breakpoint(1, two=2))                             # expect: ((1,), {'two': 2})
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())                                     # expect: None
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)                                            # expect: lost sys.breakpointhook
