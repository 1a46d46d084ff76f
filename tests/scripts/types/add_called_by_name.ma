# __add__ of list, tuple and str called by name, by + and from C.
import operator, functools
class X:
    def __radd__(self,o): return ('radd',o)
print([1]+X(), operator.add([1],X()), sum([X()],[1]), functools.reduce(operator.add,[[1],X()]), list(map(operator.add,[[1]],[X()])))
l=[1]
l+=(2,); print(l)
for f in (lambda: list.__add__([1],5), lambda: [1].__add__(5), lambda: [1]+5, lambda: sum([[1],5],[]), lambda: operator.concat([1],5), lambda: functools.reduce(lambda a,b:a+b,[[1],5]), lambda: [].__add__(X()), lambda: getattr([1],'__add__')('a')):
    try: print(f())
    except TypeError as e: print(e)
print((1,)+X(), 'a'+X(), operator.add('a',X()), sum([X()],()), 'a'.__add__('b'), (1,).__add__((2,)))
for f in (lambda: (1,).__add__(5), lambda: 'a'.__add__(5), lambda: str.__add__('a',b'b'), lambda: 'a'+5, lambda: (1,)+[1], lambda: operator.add('a',5), lambda: functools.reduce(operator.add,['a',5]), lambda: tuple.__add__((1,),[2])):
    try: print(f())
    except TypeError as e: print(e)
s='x'
try: s+=5
except TypeError as e: print(e)
# expect-output:
# ('radd', [1]) ('radd', [1]) ('radd', [1]) ('radd', [1]) [('radd', [1])]
# [1, 2]
# can only concatenate list (not "int") to list
# can only concatenate list (not "int") to list
# can only concatenate list (not "int") to list
# can only concatenate list (not "int") to list
# can only concatenate list (not "int") to list
# can only concatenate list (not "int") to list
# can only concatenate list (not "X") to list
# can only concatenate list (not "str") to list
# ('radd', (1,)) ('radd', 'a') ('radd', 'a') ('radd', ()) ab (1, 2)
# can only concatenate tuple (not "int") to tuple
# can only concatenate str (not "int") to str
# can only concatenate str (not "bytes") to str
# can only concatenate str (not "int") to str
# can only concatenate tuple (not "list") to tuple
# can only concatenate str (not "int") to str
# can only concatenate str (not "int") to str
# can only concatenate tuple (not "list") to tuple
# can only concatenate str (not "int") to str
