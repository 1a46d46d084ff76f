# sort hides the list; a changed list is an error.
l = [3, 2, 1]
def key(x):
    l.append(x)
    return x
try:
    l.sort(key=key)
except ValueError as e:
    print(e)
class Bad:
    def __lt__(self, other): raise RuntimeError('in lt')
l = [Bad(), Bad()]
try:
    l.sort()
except RuntimeError as e:
    print(e, len(l))
class Liar:
    def __lt__(self, o): return True
print(len(sorted([Liar() for _ in range(50)])))
# expect-output:
# list modified during sort
# in lt 2
# 50
