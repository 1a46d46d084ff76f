# Asynchronous generators that are left early or cancelled.
# not under stress
import asyncio
async def producer(n):
    try:
        for i in range(n):
            await asyncio.sleep(0); yield i
    finally:
        print('cleanup', n)
async def main():
    async for i in producer(5):
        if i == 2: break
    print('after break')
    agen = producer(3)
    async for i in agen: pass
    print('full')
    async def inner():
        async for x in producer(10):
            print('x', x)
            if x == 1: raise ValueError('inner')
    try: await inner()
    except ValueError as e: print(e)
    t = asyncio.create_task(consume())
    await asyncio.sleep(0.01); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
async def consume():
    async for x in slow(): print('c', x)
async def slow():
    try:
        yield 1
        await asyncio.sleep(10)
        yield 2
    except asyncio.CancelledError:
        print('slow cancelled'); raise
    finally: print('slow fin')
asyncio.run(main())

# expect-output:
# after break
# cleanup 5
# cleanup 3
# full
# x 0
# x 1
# inner
# c 1
# cleanup 10
# slow cancelled
# slow fin
# cancelled
