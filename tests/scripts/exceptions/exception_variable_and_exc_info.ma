# sys.exc_info follows the nesting of handlers.
import sys
def cur(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
print(cur())
try:
    raise ValueError
except ValueError:
    print(cur())
    try:
        raise KeyError
    except KeyError:
        print(cur())
    print(cur())
    def g():
        yield cur()
        try:
            raise OSError
        except OSError:
            yield cur()
        yield cur()
    print(list(g()))
print(cur())
# expect-output:
# None
# ValueError
# KeyError
# ValueError
# ['ValueError', 'OSError', 'ValueError']
# None
