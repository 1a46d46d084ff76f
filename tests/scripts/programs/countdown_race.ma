import asyncio


async def runner(name, speed, track, finish):
    pos = 0
    while pos < track:
        await asyncio.sleep(0.004 / speed)
        pos += 1
    if not finish.done():
        finish.set_result(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    finish = loop.create_future()
    racers = [asyncio.create_task(runner(n, s, 4, finish), name=n) for n, s in (('乌龟', 1), ('兔子', 4), ('马', 2))]
    print('冠军', await finish)
    done, pending = await asyncio.wait(racers, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in done], sorted(t.get_name() for t in pending))
    order = []
    for r in racers:
        r.add_done_callback(lambda t: order.append(t.get_name()))
    await asyncio.gather(*racers)
    await asyncio.sleep(0)
    print(order)


asyncio.run(main())
# expect-output:
# 冠军 兔子
# ['兔子'] ['乌龟', '马']
# ['兔子', '马', '乌龟']

# also on the model
