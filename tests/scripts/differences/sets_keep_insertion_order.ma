# miniasync only: sets of anything but numbers are iterated in the order of insertion
print({'pear', 'apple', 'fig'})           # expect: {'pear', 'apple', 'fig'}
s = {3, 1}
s.add(2)
s.discard(3)
s.add(3)
print(s, frozenset([9, 8]))               # expect: {1, 2, 3} frozenset({8, 9})
