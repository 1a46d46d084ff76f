import string
from collections import Counter
from textwrap import dedent, fill, indent, shorten, wrap

TEXT = '''
    The quick brown fox jumps over the lazy dog.
      The dog barks; the fox runs away!
    人生苦短，我用 Python。
'''
t = dedent(TEXT).strip()
print(t)
print(fill('The quick brown fox jumps over the lazy dog and runs away', 20))
print(indent('a\nb\n\nc', '> '), shorten('hello brave new world', 14), wrap('aaa bbb ccc', 7))
words = [w.strip(string.punctuation).lower() for w in t.split()]
for w, n in Counter(words).most_common(3):
    print(f'{w:8}|{n:3d}')
print(string.ascii_lowercase[:5], string.digits, string.Template('$name 你好 ${x}$$').substitute(name='N', x=1), string.capwords('hello world'))
print(len(t.splitlines()), len(t.split()), len(t), len(t.encode()))
print(''.join(sorted(set(t.lower()) & set(string.ascii_lowercase))) == string.ascii_lowercase.replace('', ''), sum(c.isupper() for c in t))
try:
    string.Template('$a').substitute()
except KeyError as e:
    print('KeyError', e)
print(string.Template('$a $b').safe_substitute(a=1))
vowels = 'aeiou'
print({v: t.count(v) for v in vowels}, max(words, key=len), sorted(set(words), key=lambda w: (len(w), w))[:5])
print('\n'.join(f'{i:>3}: {line}' for i, line in enumerate(t.splitlines(), 1)))
anagrams = {}
for w in 'listen silent enlist google elbow below'.split():
    anagrams.setdefault(''.join(sorted(w)), []).append(w)
print([g for g in anagrams.values() if len(g) > 1])
print('%-10s|%10s|%5.1f%%' % ('左', '右', 45.678), 'tab\tsep', r'raw\n', 'con' 'cat', '\u4f60\x41•', """multi
line""")
# expect-output:
# The quick brown fox jumps over the lazy dog.
#   The dog barks; the fox runs away!
# 人生苦短，我用 Python。
# The quick brown fox
# jumps over the lazy
# dog and runs away
# > a
# > b
#
# > c hello [...] ['aaa bbb', 'ccc']
# the     |  4
# fox     |  2
# dog     |  2
# abcde 0123456789 N 你好 1$ Hello World
# 3 18 96 112
# True 3
# KeyError 'a'
# 1 $b
# {'a': 4, 'e': 5, 'i': 1, 'o': 7, 'u': 3} 人生苦短，我用 ['dog', 'fox', 'the', 'away', 'lazy']
#   1: The quick brown fox jumps over the lazy dog.
#   2:   The dog barks; the fox runs away!
#   3: 人生苦短，我用 Python。
# [['listen', 'silent', 'enlist'], ['elbow', 'below']]
# 左         |         右| 45.7% tab	sep raw\n concat 你A• multi
# line
