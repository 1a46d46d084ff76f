# The methods of list and their errors.
l = [3, 1, 2]
l.append(4); l.insert(0, 9); l.insert(100, 'end'); l.insert(-1, 'x')
print(l)
print(l.pop(), l.pop(0), l.pop(-1), l.index(1), l.count(2), l)
l.extend('ab'); l.remove('a'); print(l)
l.reverse(); print(l)
l = [3, 1, 2]; l.sort(); print(l); l.sort(reverse=True); print(l); l.sort(key=lambda x: -x); print(l)
c = l.copy(); l.clear(); print(c, l, c * 2, 2 * c, c + [0], [1, 2] == [1, 2], [1, 2] < [1, 3], [] < [0], 3 in c)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(3), lambda: [1] + (2,), lambda: [1][3], lambda: [1]['a'], lambda: [].sort(1), lambda: [1, 'a'].sort(), lambda: [1].extend(3), lambda: [1].insert('a', 1)):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
l = [1]; l += 'bc'; print(l); l *= 2; print(l); print(list(range(3)), list({'k': 1}), list('ab'), [[]] * 2)
# expect-output:
# [9, 3, 1, 2, 4, 'x', 'end']
# end 9 x 1 1 [3, 1, 2, 4]
# [3, 1, 2, 4, 'b']
# ['b', 4, 2, 1, 3]
# [1, 2, 3]
# [3, 2, 1]
# [3, 2, 1]
# [3, 2, 1] [] [3, 2, 1, 3, 2, 1] [3, 2, 1, 3, 2, 1] [3, 2, 1, 0] True True True True
# IndexError pop from empty list
# IndexError pop index out of range
# ValueError list.remove(x): x not in list
# ValueError 3 is not in list
# TypeError can only concatenate list (not "tuple") to list
# IndexError list index out of range
# TypeError list indices must be integers or slices, not str
# TypeError sort() takes no positional arguments
# TypeError '<' not supported between instances of 'str' and 'int'
# TypeError 'int' object is not iterable
# TypeError 'str' object cannot be interpreted as an integer
# [1, 'b', 'c']
# [1, 'b', 'c', 1, 'b', 'c']
# [0, 1, 2] ['k'] ['a', 'b'] [[], []]
