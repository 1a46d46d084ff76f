# Slice reads, assignments and deletions.
l = list(range(10))
print(l[2:5], l[::-1], l[::3], l[-3:], l[8:2:-2], l[:], l[5:1], l[-100:100])
l[2:4] = ['a', 'b', 'c']; print(l)
l[::2] = [0] * len(l[::2]); print(l)
l[1:1] = [7, 7]; print(l)
l[5:] = []; print(l)
del l[::2]; print(l)
l[:] = 'xyz'; print(l)
l[10:] = [1]; print(l)
l[2:0] = ['in']; print(l)
for f in (lambda: l.__setitem__(slice(0, 4, 2), [1]), lambda: l.__setitem__(slice(0, 2), 5), lambda: l[::0], lambda: l['a':], lambda: l.__setitem__(99, 1), lambda: l.__delitem__(99)):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None), slice(3) == slice(None, 3, None))
# expect-output:
# [2, 3, 4] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [0, 3, 6, 9] [7, 8, 9] [8, 6, 4] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# [0, 1, 'a', 'b', 'c', 4, 5, 6, 7, 8, 9]
# [0, 1, 0, 'b', 0, 4, 0, 6, 0, 8, 0]
# [0, 7, 7, 1, 0, 'b', 0, 4, 0, 6, 0, 8, 0]
# [0, 7, 7, 1, 0]
# [7, 1]
# ['x', 'y', 'z']
# ['x', 'y', 'z', 1]
# ['x', 'y', 'in', 'z', 1]
# ValueError attempt to assign sequence of size 1 to extended slice of size 2
# TypeError must assign iterable to extended slice
# ValueError slice step cannot be zero
# TypeError slice indices must be integers or None or have an __index__ method
# IndexError list assignment index out of range
# IndexError list assignment index out of range
# slice(1, 10, 2) 1 10 2 (1, 5, 2) slice(None, None, None) True
