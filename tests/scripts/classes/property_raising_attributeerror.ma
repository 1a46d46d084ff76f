# An AttributeError in a property falls through to __getattr__.
class C:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, name): return 'fallback ' + name
print(C().p, C().q)
class D:
    @property
    def p(self): raise AttributeError('inner')
try:
    D().p
except AttributeError as e:
    print(e)
# expect-output:
# fallback p fallback q
# inner
