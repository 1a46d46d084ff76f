import asyncio


async def get():
    return 5


async def main():
    x = get()
    try:
        print(x + 1)
    except TypeError as e:
        print(e)
    try:
        for i in x:
            pass
    except TypeError as e:
        print(e)
    try:
        x.foo
    except AttributeError as e:
        print(e)
    try:
        len(x)
    except TypeError as e:
        print(e)
    try:
        x()
    except TypeError as e:
        print(e)
    try:
        x['a']
    except TypeError as e:
        print(e)
    if x:
        print('truthy')
    print(await x + 1)
    try:
        with asyncio.Lock():
            pass
    except TypeError as e:
        print(e)
    get()


asyncio.run(main())
# expect stderr: RuntimeWarning: coroutine 'get' was never awaited
# expect-output:
# unsupported operand type(s) for +: 'coroutine' and 'int'
# 'coroutine' object is not iterable
# 'coroutine' object has no attribute 'foo'
# object of type 'coroutine' has no len()
# 'coroutine' object is not callable
# 'coroutine' object is not subscriptable
# truthy
# 6
# 'Lock' object does not support the context manager protocol
