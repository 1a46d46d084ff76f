# inspect.
import inspect
def f(a, b: int = 2, /, c=3, *args, d, e='x', **kw) -> str: "doc"
class C:
    def __init__(self, x): pass
    def m(self, y=1): pass
print(inspect.signature(f), inspect.signature(C), inspect.signature(C(1).m), inspect.getdoc(f))
print([p.kind.name for p in inspect.signature(f).parameters.values()])
try:
    inspect.signature(f).bind(1)
except TypeError as e:
    print(e)
async def co(): pass
async def ag(): yield
def ge(): yield
print([(inspect.iscoroutinefunction(x), inspect.isasyncgenfunction(x), inspect.isgeneratorfunction(x), inspect.isfunction(x)) for x in (f, co, ag, ge)])
g = ge(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g))
# expect-output:
# (a, b: int = 2, /, c=3, *args, d, e='x', **kw) -> str (x) (y=1) doc
# ['POSITIONAL_ONLY', 'POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'KEYWORD_ONLY', 'VAR_KEYWORD']
# missing a required argument: 'd'
# [(False, False, False, True), (True, False, False, True), (False, True, False, True), (False, False, True, True)]
# GEN_CREATED
# GEN_SUSPENDED
# GEN_CLOSED
