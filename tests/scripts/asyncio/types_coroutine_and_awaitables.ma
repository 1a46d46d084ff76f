# types.coroutine marks a generator as awaitable.
import types, asyncio, inspect
@types.coroutine
def g():
    x = yield
    return 'from generator'
async def main():
    print(await g())
    print(inspect.isawaitable(g()), inspect.iscoroutine(g()), asyncio.iscoroutine(g()), inspect.iscoroutinefunction(main))
    def plain(): yield
    print(inspect.isawaitable(plain()))
asyncio.run(main())
# expect-output:
# from generator
# True False False True
# False

# also on the model
