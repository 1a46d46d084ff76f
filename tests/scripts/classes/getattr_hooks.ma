# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class C:
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError(n)
        return 'dyn_' + n
    def __setattr__(self, n, v):
        print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('del', n); super().__delattr__(n)
c = C()
c.a = 1
print(c.a, c.b, hasattr(c, 'bad'), getattr(c, 'bad', 'dflt'))
del c.a
print(c.a)
class G:
    x = 1
    def __getattribute__(self, n):
        print('ask', n)
        return object.__getattribute__(self, n)
print(G().x)
try:
    G().nope
except AttributeError as e:
    print(e)
# expect-output:
# set a 1
# 1 dyn_b False dflt
# del a
# dyn_a
# ask x
# 1
# ask nope
# 'G' object has no attribute 'nope'
