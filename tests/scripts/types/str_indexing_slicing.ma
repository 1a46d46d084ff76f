# By code points, with every sign.
s = 'añ🙂z'
print(len(s), s[2], s[-1], s[::-1], s[1:3], s[:-1], s[10:], s[3:1], s[::2], s[-3:-1], s[None:2])
for f in (lambda: s[4], lambda: s[-5], lambda: s['a'], lambda: s[1.0], lambda: s[::0]):
    try:
        f()
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    s[0] = 'b'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print(list('日本'), [ord(c) for c in 'aé'], min('hello'), sorted('hello'), 'b' > 'a', 'Z' < 'a', max('é', 'z'), ascii('é🙂'), '\ud800' if 0 else 'ok')
# expect-output:
# 4 🙂 z z🙂ña ñ🙂 añ🙂   a🙂 ñ🙂 añ
# IndexError string index out of range
# IndexError string index out of range
# TypeError string indices must be integers, not 'str'
# TypeError string indices must be integers, not 'float'
# ValueError slice step cannot be zero
# 'str' object does not support item assignment
# 'str' object doesn't support item deletion
# ['日', '本'] [97, 233] e ['e', 'h', 'l', 'l', 'o'] True True é '\xe9\U0001f642' ok
