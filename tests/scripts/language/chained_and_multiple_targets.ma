# Evaluation order of assignments.
def t(n):
    print('t', n, end=' ')
    return n
d = {}
d[t('k1')] = d[t('k2')] = t('value')
print(d)
a = [0] * 3
a[0], a[1], a[2] = a[1:] + [9]
print(a)
x, y = y, x = 1, 2
print(x, y)
print({t('k'): t('v')}, [t(1), t(2)])
t('f') and print(t('arg'))
# expect-output:
# t value t k1 t k2 {'k1': 'value', 'k2': 'value'}
# [0, 0, 9]
# 2 1
# t k t v t 1 t 2 {'k': 'v'} [1, 2]
# t f t arg arg
