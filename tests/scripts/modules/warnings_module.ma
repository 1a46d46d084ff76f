# warn, filters, catch_warnings.
# expect stderr: warnings_module.ma:5: UserWarning: plain
# expect stderr:   warnings.warn('plain')
import warnings
warnings.warn('plain')
def old():
    warnings.warn('old', DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    old()
    warnings.warn('a'); warnings.warn('a')
    print(len(log), log[0].category.__name__, log[0].message, log[1].lineno)
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('raised')
    except UserWarning as e:
        print(repr(e))
    warnings.filterwarnings('ignore', 'quiet')
    warnings.warn('quiet please')
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('default')
    for _ in range(3): warnings.warn('once here')
    print(len(log))
try:
    warnings.warn('x', int)
except TypeError as e:
    print(e)
try:
    warnings.simplefilter('nope')
except (ValueError, AssertionError) as e:
    print(type(e).__name__ in ('ValueError', 'AssertionError'))
print(warnings.formatwarning('m', UserWarning, 'nofile', 3), end='')
# expect-output:
# 3 DeprecationWarning old 11
# UserWarning('raised')
# 1
# category must be a Warning subclass, not 'type'
# True
# nofile:3: UserWarning: m
