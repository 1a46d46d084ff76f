# A list that an element's __eq__ changes during a search.
class Evil:
    def __init__(self, act): self.act = act
    def __eq__(self, other):
        self.act()
        return False
l = []
l[:] = [Evil(l.clear), 1, 2, 3]
print(5 in l, l)
l[:] = [Evil(l.clear), 1, 2]
try:
    l.index(9)
except ValueError as e:
    print(e)
l[:] = [1, Evil(lambda: l.append(1)), 2]
print(l.count(1) >= 1)
l[:] = [Evil(lambda: l.clear())] * 5
try:
    l.remove(3)
except ValueError as e:
    print(e)
l[:] = [Evil(lambda: l.__delitem__(slice(None)))] * 3
m = [1] * 3
print(l == m, l)
# expect-output:
# False []
# 9 is not in list
# True
# list.remove(x): x not in list
# False []
