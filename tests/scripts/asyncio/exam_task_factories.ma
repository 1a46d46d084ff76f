# Task factories see every Task, those of the end of run() too.
import asyncio
async def imm(n): print('imm', n, asyncio.current_task() is not None); return n
async def blk(n): print('blk', n); await asyncio.sleep(0); print('blk2', n); return n
async def err(): raise ValueError('eager')
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    print('before'); t = asyncio.create_task(imm(1), name='e'); print('after', t.done(), t.result(), t)
    t2 = asyncio.create_task(blk(2), name='b'); print('after', t2.done()); print(await t2)
    t3 = asyncio.create_task(err()); print(t3.done(), repr(t3.exception()))
    print(await asyncio.gather(imm(3), blk(4), imm(5)))
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(imm(6)); print(x.done()); y = tg.create_task(blk(7))
    loop.set_task_factory(None); t = asyncio.create_task(imm(8)); print(t.done()); await t
    try: loop.set_task_factory(3)
    except TypeError as e: print(e)
    t = asyncio.Task(imm(9), loop=loop, eager_start=True); print(t.done())
    t = asyncio.eager_task_factory(loop, blk(10)); print(t.done()); await t
    made = []
    def fac(loop, coro, **kw): print('factory', coro.__name__, sorted(kw)); t = asyncio.Task(coro, loop=loop, **kw); made.append(t); return t
    loop.set_task_factory(fac)
    await asyncio.create_task(imm(11)); await asyncio.create_task(imm(12), name='nm'); await asyncio.gather(imm(13))
    await asyncio.wait_for(imm(14), 1)
    print(len(made))
    class MyTask(asyncio.Task):
        def __init__(self, *a, **k): print('MyTask', sorted(k)); super().__init__(*a, **k)
    loop.set_task_factory(asyncio.create_eager_task_factory(MyTask))
    t = asyncio.create_task(imm(15)); print(type(t).__name__, t.done())
asyncio.run(main())
# expect-output:
# None
# True
# before
# imm 1 True
# after True 1 <Task finished name='e' result=1>
# blk 2
# after False
# blk2 2
# 2
# True ValueError('eager')
# imm 3 True
# blk 4
# imm 5 True
# blk2 4
# [3, 4, 5]
# imm 6 True
# True
# blk 7
# blk2 7
# False
# imm 8 True
# task factory must be a callable or None
# imm 9 True
# True
# blk 10
# False
# blk2 10
# factory imm []
# imm 11 True
# factory imm []
# imm 12 True
# factory imm []
# imm 13 True
# imm 14 True
# 3
# MyTask ['context', 'eager_start', 'loop', 'name']
# imm 15 True
# MyTask True
# MyTask ['context', 'eager_start', 'loop', 'name']
# MyTask ['context', 'eager_start', 'loop', 'name']
