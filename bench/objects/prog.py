# Allocate binary trees, walk them by method calls, drop them.
class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def make(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


total = 0
keep = make(14)
for _ in range(40):
    total += make(14).count()
print('objects', total + keep.count())
