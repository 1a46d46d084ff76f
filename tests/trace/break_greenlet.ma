from greenlet import greenlet, getcurrent
def inner(n):
    k = n + 1
    main.switch(k)
    return k
def one(a):
    b = inner(a)
    print("one", b)
    main.switch("bye")
def two():
    z = 1
    breakpoint()
    z = 2
    got = g1.switch("hello")
    z = 3
main = getcurrent()
g1 = greenlet(one)
g2 = greenlet(two)
x = g1.switch(5)
y = g2.switch()
print(x, y)
g2.switch()
