# types.coroutine, bare yields, bad yields.
import asyncio
def gen():
    r = yield from asyncio.sleep(.001)
    return r
async def main():
    try: await gen()
    except TypeError as e: print(e)
    import types
    @types.coroutine
    def g2():
        r = yield from asyncio.sleep(.001, 'g2')
        return r
    print(await g2())
    t = asyncio.ensure_future(g2()) 
    print(await t)
    @types.coroutine
    def bare(): x = yield; return x
    print(await bare())
    @types.coroutine
    def badyield(): yield 5
    try: await badyield()
    except RuntimeError as e: print(e)
    @types.coroutine
    def badfut(): yield asyncio.Future()
    try: await badfut()
    except RuntimeError as e: print(str(e)[:52])
asyncio.run(main())
# expect-output:
# object generator can't be used in 'await' expression
# g2
# g2
# None
# Task got bad yield: 5
# yield was used instead of yield from in task <Task p
