# Async generators: break by an error, cancel, athrow, aclose twice.
import asyncio
async def agen():
    try:
        for i in range(10):
            await asyncio.sleep(.001); yield i
    finally:
        print('agen fin'); await asyncio.sleep(0); print('agen fin2')
async def use():
    async for x in agen():
        print(x)
        if x == 2: raise ValueError('stop')
async def main():
    try: await use()
    except ValueError as e: print(e)
    g = agen()
    t = asyncio.create_task(g.__anext__().__class__ and anx(g))
    await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    try: print(await g.__anext__())
    except StopAsyncIteration: print('exhausted')
    g = agen(); await anext(g)
    try: await g.athrow(KeyError('k'))
    except KeyError as e: print('KE', e)
    g = agen(); await anext(g); print(await g.aclose(), await g.aclose())
    try: await anext(g)
    except StopAsyncIteration: print('SAI')
async def anx(g): return await g.__anext__()
asyncio.run(main())
# expect-output:
# 0
# 1
# 2
# stop
# agen fin
# agen fin
# agen fin2
# agen fin2
# cancelled
# exhausted
# agen fin
# agen fin2
# KE 'k'
# agen fin
# agen fin2
# None None
# SAI
