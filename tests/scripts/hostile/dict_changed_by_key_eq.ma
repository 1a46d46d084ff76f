# Keys whose __eq__ or __hash__ change the dict.
class K:
    def __init__(self, n, act=None): self.n, self.act = n, act
    def __hash__(self): return 1
    def __eq__(self, o):
        if self.act: self.act()
        return self is o
d = {}
d[K(1)] = 1
k = K(2, lambda: d.clear())
d[k] = 2
print(len(d) <= 2)
d.clear()
for i in range(20): d[K(i)] = i
e = K(99, lambda: d.pop(next(iter(d)), None))
print(d.get(e), len(d) < 20)
s = set()
for i in range(5): s.add(K(i))
s.add(K(7, lambda: s.clear()))
print(len(s) <= 6)
class H:
    def __hash__(self): raise ValueError('no hash')
for f in (lambda: {H(): 1}, lambda: H() in {}, lambda: {H()}, lambda: {}.get(H())):
    try:
        print(f())
    except ValueError as e:
        print(e)
# expect-output:
# True
# None False
# True
# no hash
# no hash
# no hash
# no hash
