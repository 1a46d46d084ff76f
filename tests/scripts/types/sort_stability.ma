# sort is stable, also in reverse; keys are taken once.
words = ['bb', 'a', 'cc', 'b', 'aa', 'c']
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
calls = []
def key(x):
    calls.append(x)
    return x % 3
print(sorted(range(7), key=key), len(calls))
print(sorted({'b': 1, 'a': 2}), sorted('hello', key=lambda c: (c == 'l', c)), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([True, 0, 2]))
data = [(i * 7919 % 100, i) for i in range(200)]
s = sorted(data, key=lambda p: p[0] // 10)
print(all(a[1] < b[1] for a, b in zip(s, s[1:]) if a[0] // 10 == b[0] // 10))
print(sorted([3, 1, 2], key=None), min([3, 1], key=lambda x: -x), max('aB', key=str.lower), min([], default='d'), max(1, 5, 3))
try:
    min([])
except ValueError as e:
    print(e)
# expect-output:
# ['a', 'b', 'c', 'bb', 'cc', 'aa'] ['bb', 'cc', 'aa', 'a', 'b', 'c'] ['cc', 'c', 'bb', 'b', 'aa', 'a']
# [0, 3, 6, 1, 4, 2, 5] 7
# ['a', 'b'] ['e', 'h', 'o', 'l', 'l'] [(0, 'z'), (1, 'a'), (1, 'b')] [0, True, 2]
# True
# [1, 2, 3] 3 B d 5
# min() iterable argument is empty
