import asyncio


async def countdown(n):
    try:
        while n:
            got = yield n
            print('  got', got)
            n -= 1
    except GeneratorExit:
        print('  closed')
        raise
    except asyncio.CancelledError:
        print('  cancelled')
        raise
    finally:
        print('  finally')


async def outer():
    async for x in countdown(3):
        yield x * 10


async def main():
    g = countdown(2)
    print(await g.asend(None))
    print(await g.asend('x'))
    try:
        await g.asend('y')
    except StopAsyncIteration as e:
        print('SAI', e.args)
    print([x async for x in outer()])
    g = countdown(3)
    try:
        await g.asend(1)
    except TypeError as e:
        print(e)
    await anext(g)
    await g.aclose()
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print('done')
    g = countdown(3)
    await anext(g)
    try:
        await g.athrow(ZeroDivisionError)
    except ZeroDivisionError as e:
        print(repr(e))

    async def sleepy():
        try:
            yield 1
            await asyncio.sleep(10)
            yield 2
        finally:
            print('sleepy fin')

    async def consume():
        async for x in sleepy():
            print('x', x)
    t = asyncio.create_task(consume())
    await asyncio.sleep(0.001)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('consumer cancelled')
    g = countdown(1)
    a, b = anext(g), anext(g)
    print(await a)
    b.close()
    await g.aclose()
    print(type(a).__name__, type(g).__name__, g.__name__)
    async with __import__('contextlib').aclosing(countdown(5)) as c:
        async for v in c:
            print('v', v)
            break
    try:
        async def bad():
            raise StopAsyncIteration
            yield
        await anext(bad())
    except RuntimeError as e:
        print(e)


asyncio.run(main())
# expect-output:
# 2
#   got x
# 1
#   got y
#   finally
# SAI ()
#   got None
#   got None
#   got None
#   finally
# [30, 20, 10]
# can't send non-None value to a just-started async generator
#   closed
#   finally
# done
#   finally
# ZeroDivisionError()
# x 1
# sleepy fin
# consumer cancelled
# 1
#   closed
#   finally
# async_generator_asend async_generator countdown
# v 5
#   closed
#   finally
# async generator raised StopAsyncIteration

# also on the model
