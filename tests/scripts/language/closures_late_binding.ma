# Closures share the variable, not its value at the time.
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])
def make():
    fns = []
    for k in range(3):
        def fn():
            return k
        fns.append(fn)
    k = 'changed'
    return fns
print([f() for f in make()])
def pair():
    v = []
    return v.append, lambda: v
add, get = pair()
add(1)
add(2)
print(get())
# expect-output:
# [2, 2, 2]
# [0, 1, 2]
# ['changed', 'changed', 'changed']
# [1, 2]
