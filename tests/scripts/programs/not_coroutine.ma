import asyncio


def f():
    return 1


for x in (f, f(), None, [f], (i for i in 'a')):
    try:
        asyncio.run(x)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])


async def main():
    for x in (f, 3):
        for fn in (asyncio.create_task, asyncio.ensure_future, lambda v: asyncio.wait_for(v, 1), asyncio.gather, asyncio.shield):
            try:
                r = fn(x)
                await r
            except (TypeError, ValueError) as e:
                print(type(e).__name__, str(e).split(' at 0x')[0])
    try:
        await asyncio.wait(asyncio.create_task(asyncio.sleep(0)))
    except TypeError as e:
        print(e)
    try:
        await asyncio.sleep('1')
    except TypeError as e:
        print(e)
    c = asyncio.sleep(0)
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)


asyncio.run(main())
# expect-output:
# ValueError a coroutine was expected, got <function f
# ValueError a coroutine was expected, got 1
# ValueError a coroutine was expected, got None
# ValueError a coroutine was expected, got [<function f
# ValueError a coroutine was expected, got <generator object <genexpr>
# TypeError a coroutine was expected, got <function f
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# TypeError object function can't be used in 'await' expression
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# TypeError a coroutine was expected, got 3
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# TypeError object int can't be used in 'await' expression
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# TypeError An asyncio.Future, a coroutine or an awaitable is required
# expect a list of futures, not Task
# '<=' not supported between instances of 'str' and 'int'
# cannot reuse already awaited coroutine
