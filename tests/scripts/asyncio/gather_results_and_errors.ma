# Order of results; the first error is raised at once, the others run on.
import asyncio
async def f(n, d=0):
    await asyncio.sleep(d)
    print('end', n)
    return n
async def bad(d):
    await asyncio.sleep(d)
    raise ValueError('bad')
async def main():
    print(await asyncio.gather(f(1, 0.02), f(2, 0.01), f(3)))
    try:
        await asyncio.gather(f('slow', 0.02), bad(0.01))
    except ValueError as e:
        print('got', e)
    await asyncio.sleep(0.03)
    print(await asyncio.gather(f(1), bad(0), return_exceptions=True))
    print(await asyncio.gather(), asyncio.gather())
    c = f('same')
    print(await asyncio.gather(c, c))
    t = asyncio.create_task(asyncio.sleep(1))
    g = asyncio.gather(t, f('x'))
    print(g)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('a cancelled child cancels', g.cancelled(), g.done())
    t = asyncio.create_task(asyncio.sleep(1))
    asyncio.get_running_loop().call_soon(t.cancel)
    r = await asyncio.gather(t, f('y'), return_exceptions=True)
    print([type(x).__name__ for x in r])
asyncio.run(main())
# expect-output:
# end 3
# end 2
# end 1
# [1, 2, 3]
# got bad
# end slow
# end 1
# [1, ValueError('bad')]
# [] <Future finished result=[]>
# end same
# ['same', 'same']
# <_GatheringFuture pending>
# end x
# a cancelled child cancels False True
# end y
# ['CancelledError', 'str']
