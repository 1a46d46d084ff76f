# string.Formatter field by field, and Template.
def t(src, env=None):
    try:
        print(src, '->', repr(eval(src, env if env is not None else {})))
    except Exception as e:
        print(src, '!!', type(e).__name__, str(e)[:300])

import string
F=string.Formatter()
E={'F':F,'string':string}
for s in r'''F.format('{} {} {a}',1,2,a=3)
F.format('{0.real} {1[0]} {a[x]}',1,[2],a={'x':3})
F.format('{:>{w}}|{!r:5}',1,'a',w=5)
list(F.parse('a{b!r:>{w}}c{{d}}e{}'))
list(F.parse('{0}'))
F.format('{} {0}',1)
F.format('{0} {}',1)
F.format('{',1)
F.format('}',1)
F.format('{a}',b=1)
F.format('{!z}',1)
F.format('{5}',1)
F.vformat('{0}{a}',(1,),{'a':2})
string.Template('$a ${b} $$ $c').safe_substitute(a=1,b=2)
string.Template('$a').substitute()
string.Template('$a').substitute({'a':5})
string.Template('${a').substitute({'a':5})
string.Template('$a ${b}').get_identifiers()
string.capwords('hello  world')
string.punctuation'''.split('\n'): t(s,E)
class UF(string.Formatter):
    def get_value(self, key, args, kw):
        return kw.get(key, '?') if isinstance(key,str) else super().get_value(key,args,kw)
    def format_field(self, v, spec):
        return super().format_field(v, '') + '~' + spec
print(UF().format('{x:5} {y} {0}', 7, y=1))
# expect-output:
# F.format('{} {} {a}',1,2,a=3) -> '1 2 3'
# F.format('{0.real} {1[0]} {a[x]}',1,[2],a={'x':3}) -> '1 2 3'
# F.format('{:>{w}}|{!r:5}',1,'a',w=5) -> "    1|'a'  "
# list(F.parse('a{b!r:>{w}}c{{d}}e{}')) -> [('a', 'b', '>{w}', 'r'), ('c{', None, None, None), ('d}', None, None, None), ('e', '', '', None)]
# list(F.parse('{0}')) -> [('', '0', '', None)]
# F.format('{} {0}',1) !! ValueError cannot switch from manual field specification to automatic field numbering
# F.format('{0} {}',1) !! ValueError cannot switch from manual field specification to automatic field numbering
# F.format('{',1) !! ValueError Single '{' encountered in format string
# F.format('}',1) !! ValueError Single '}' encountered in format string
# F.format('{a}',b=1) !! KeyError 'a'
# F.format('{!z}',1) !! ValueError Unknown conversion specifier z
# F.format('{5}',1) !! IndexError tuple index out of range
# F.vformat('{0}{a}',(1,),{'a':2}) -> '12'
# string.Template('$a ${b} $$ $c').safe_substitute(a=1,b=2) -> '1 2 $ $c'
# string.Template('$a').substitute() !! KeyError 'a'
# string.Template('$a').substitute({'a':5}) -> '5'
# string.Template('${a').substitute({'a':5}) !! ValueError Invalid placeholder in string: line 1, col 1
# string.Template('$a ${b}').get_identifiers() -> ['a', 'b']
# string.capwords('hello  world') -> 'Hello World'
# string.punctuation -> '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
# ?~5 1~ 7~
