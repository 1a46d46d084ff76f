# callback reprs: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

import functools
def cb(*a): pass
class K:
    def m(self, *a): pass
    def __call__(self, *a): pass
    @staticmethod
    def s(*a): pass
    @classmethod
    def c(cls, *a): pass
    def __repr__(self): return 'K!'
def deco(f):
    @functools.wraps(f)
    def w(*a): pass
    return w
@deco
def wrapped(*a): pass
async def main():
    loop = asyncio.get_running_loop()
    for c in (cb, K().m, K(), K.s, K.c, print, functools.partial(cb, 1), functools.partial(functools.partial(cb, 1), 2, k=3), lambda *a: 0, wrapped, functools.partial(K().m, 1), len, [].append):
        h = loop.call_soon(c, 1)
        log.append(repr(h).replace(FILE, 'F'))
        h.cancel()
        log.append((repr(h), h.cancelled()))
    h = loop.call_at(12345.5, cb)
    log.append(repr(h).replace(FILE, 'F')); log.append(h.when()); h.cancel(); log.append(repr(h))
    f = loop.create_future()
    for n in range(4):
        f.add_done_callback(cb)
        log.append(repr(f).replace(FILE, 'F'))

if 'sync' in globals():
    sync()
else:
    try:
        log.append(('result', asyncio.run(main())))
    except BaseException as e:
        if 'after' in globals(): after(e)
        else: raise
for x in log:
    print(x)
# expect-output:
# <Handle cb() at F:7>
# ('<Handle cancelled>', True)
# <Handle K.m()>
# ('<Handle cancelled>', True)
# <Handle K!()>
# ('<Handle cancelled>', True)
# <Handle K.s() at F:11>
# ('<Handle cancelled>', True)
# <Handle K.c()>
# ('<Handle cancelled>', True)
# <Handle print()>
# ('<Handle cancelled>', True)
# <Handle cb()() at F:7>
# ('<Handle cancelled>', True)
# <Handle cb()() at F:7>
# ('<Handle cancelled>', True)
# <Handle main.<locals>.<lambda>() at F:24>
# ('<Handle cancelled>', True)
# <Handle wrapped() at F:20>
# ('<Handle cancelled>', True)
# <Handle K.m()()>
# ('<Handle cancelled>', True)
# <Handle len()>
# ('<Handle cancelled>', True)
# <Handle list.append()>
# ('<Handle cancelled>', True)
# <TimerHandle when=12345.5 cb() at F:7>
# 12345.5
# <TimerHandle cancelled when=12345.5>
# <Future pending cb=[cb() at F:7]>
# <Future pending cb=[cb() at F:7, cb() at F:7]>
# <Future pending cb=[cb() at F:7, <1 more>, cb() at F:7]>
# <Future pending cb=[cb() at F:7, <2 more>, cb() at F:7]>
# ('result', None)
