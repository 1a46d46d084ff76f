import sys
def key(x):
    if x == 2:
        breakpoint()
    y = x * 2
    return -y
def gen():
    a = 1
    yield a
    breakpoint()
    b = 2
    yield b
class D:
    def __del__(self):
        breakpoint()
        z = 5
print(sorted([1, 2, 3], key=key))
print(list(map(lambda x: breakpoint() if x == 1 else x, [0, 1, 2])))
print(list(gen()))
d = D()
del d
import gc; gc.collect()
breakpoint(header="x")
k = 3
print("end")
