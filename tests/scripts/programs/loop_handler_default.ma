import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({'message': '出错了', 'exception': ValueError('v'), 'extra': 42})
    loop.call_exception_handler({'message': 'no exc'})

    def broken(loop, ctx):
        raise RuntimeError('handler broke')
    loop.set_exception_handler(broken)
    loop.call_exception_handler({'message': 'x'})
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(3)
    except TypeError as e:
        print(e)
    print(loop.get_debug(), loop.slow_callback_duration)


asyncio.run(main())
# expect-output:
# A callable object or None is expected, got 3
# False 0.1
