# eager: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory)
    async def imm(): log.append('imm'); return 1
    async def sl(): log.append('s1'); await asyncio.sleep(0); log.append('s2'); return 2
    t = asyncio.create_task(imm(), name='e'); log.append(t.done())
    t2 = asyncio.create_task(sl(), name='e2'); log.append(t2.done()); log.append(await t2)
    log.append(asyncio.current_task().get_name() != 'e2')
    async def er(): raise ValueError('e')
    t = asyncio.create_task(er(), name='e3'); log.append((t.done(), repr(t.exception())))

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
# imm
# True
# s1
# False
# s2
# 2
# True
# (True, "ValueError('e')")
# ('result', None)
