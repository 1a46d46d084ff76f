# __del__ that raises, resurrects or switches nothing off.
# expect stderr: Exception ignored in
import gc
saved = []
class Raises:
    def __del__(self): raise ValueError('in del')
class Lazarus:
    def __del__(self): saved.append(self)
r = Raises(); del r; gc.collect()
z = Lazarus(); del z; gc.collect()
print(len(saved), type(saved[0]).__name__)
saved.clear(); gc.collect()
def gen():
    try:
        yield
    finally:
        print('generator finally')
g = gen(); next(g); del g; gc.collect()
print('alive')
# expect-output:
# 1 Lazarus
# generator finally
# alive
