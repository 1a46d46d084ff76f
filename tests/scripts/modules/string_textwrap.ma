# string, textwrap.
import string, textwrap
print(string.ascii_lowercase, string.digits, string.capwords('a bc'), string.Template('$x ${y}').substitute(x=1, y=2))
print(textwrap.dedent('''
    a
      b
''').strip(), textwrap.fill('aaa bbb ccc ddd', 7), textwrap.indent('x\ny', '> '), textwrap.shorten('hello big world', 12), sep='|')
# expect-output:
# abcdefghijklmnopqrstuvwxyz 0123456789 A Bc 1 2
# a
#   b|aaa bbb
# ccc ddd|> x
# > y|hello [...]
