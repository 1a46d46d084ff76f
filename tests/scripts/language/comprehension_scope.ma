# The loop variable of a comprehension stays inside; the walrus reaches out.
i = 'outer'
print([i for i in range(3)], i)
print([(last := j) for j in range(4)], last)
print({k: v for k, v in zip('ab', (1, 2))}, {c for c in 'aa'})
print([(a, b) for a in range(3) for b in range(a) if b != 1])
print([[c * r for c in range(3)] for r in range(2)])
print(list(x for x in range(5) if x % 2))
print(any(n > 2 for n in [1, 3]), sum(n * n for n in range(4)))
g = (print('never') for _ in [])
print(list(g))
# expect-output:
# [0, 1, 2] outer
# [0, 1, 2, 3] 3
# {'a': 1, 'b': 2} {'a'}
# [(1, 0), (2, 0)]
# [[0, 0, 0], [0, 1, 2]]
# [1, 3]
# True 14
# []
