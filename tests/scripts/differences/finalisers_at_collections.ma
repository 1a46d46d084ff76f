# miniasync only: there are no reference counts; __del__ runs at a collection, at the latest at the end
class Thing:
    def __del__(self):
        print('finalised')
thing = Thing()
thing = None     # nothing runs here, or at any later safe point
import gc
gc.collect()     # expect: finalised
print('end')     # expect: end
