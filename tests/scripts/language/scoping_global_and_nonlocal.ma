# global reaches the module, nonlocal the nearest function that binds the name.
n = 0
def counter():
    n = 10
    def up():
        nonlocal n
        n += 1
        return n
    def module_up():
        global n
        n += 100
        return n
    return up, module_up
up, module_up = counter()
print(up(), up(), module_up(), n)
def outer():
    def middle():
        def inner():
            nonlocal v
            v = 'inner'
        inner()
    v = 'outer'
    middle()
    return v
print(outer())
# expect-output:
# 11 12 100 100
# inner
