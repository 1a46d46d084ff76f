# Every operation on asynchronous generators in every state.
import asyncio
async def g():
    try:
        yield 1
        await asyncio.sleep(0)
        yield 2
    except ValueError:
        yield 'caught'
async def fresh(): return g()
async def started():
    x = g(); await anext(x); return x
async def closed():
    x = g(); await x.aclose(); return x
async def main():
    for make in (fresh, started, closed):
        for name, op in (('anext', lambda x: anext(x)), ('asend', lambda x: x.asend(5)), ('athrow', lambda x: x.athrow(ValueError('t'))), ('aclose', lambda x: x.aclose())):
            x = await make()
            if make is closed and name == 'athrow':
                continue
            try:
                r = repr(await op(x))
            except BaseException as e:
                r = repr(e)
            print(make.__name__, name, r)
            await x.aclose()
asyncio.run(main())
# expect-output:
# fresh anext 1
# fresh asend TypeError("can't send non-None value to a just-started async generator")
# fresh athrow ValueError('t')
# fresh aclose None
# started anext 2
# started asend 2
# started athrow 'caught'
# started aclose None
# closed anext StopAsyncIteration()
# closed asend StopAsyncIteration()
# closed aclose None
