import asyncio


def cb():
    raise ValueError('in callback')


async def main():
    asyncio.get_running_loop().call_soon(cb)
    await asyncio.sleep(0)
    print('继续')
    t = asyncio.create_task(asyncio.sleep(0), name='睡')
    t.add_done_callback(lambda t: 1 / 0)
    await t
    await asyncio.sleep(0)
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError('没人要'))
    del f
    import gc
    gc.collect()
    print('end')


asyncio.run(main())
# expect-output:
# 继续
# end
