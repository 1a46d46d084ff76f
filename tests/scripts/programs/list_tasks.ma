import asyncio


async def w(n):
    await asyncio.sleep(n)
    return n


async def monitor():
    me = asyncio.current_task()
    while len(ts := [t for t in asyncio.all_tasks() if t is not me and not t.get_name().startswith('main')]) > 0:
        print(len(ts))
        await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)


async def main():
    asyncio.current_task().set_name('main')
    for i in (1, 2, 3):
        asyncio.create_task(w(i / 100), name=f'w{i}')
    await asyncio.sleep(0.05)
    for coro in asyncio.as_completed([w(0.02), w(0.01)]):
        try:
            print(await coro)
        except Exception as e:
            print(e)
    results = []
    for t in [asyncio.create_task(w(i)) for i in (0.04, 0, 0.02)]:
        t.add_done_callback(lambda t: results.append(t.result()))
    await asyncio.sleep(0.1)
    print(results)
    t = asyncio.create_task(w(0))
    print(t.get_coro().__name__, t.get_loop() is asyncio.get_running_loop(), t.get_stack()[0].f_code.co_name, t.get_context() is not None)
    await t
    try:
        t.set_result(1)
    except RuntimeError as e:
        print(str(e))


loop = asyncio.new_event_loop()
t = loop.create_task(main(), name='main')
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(monitor())
loop.run_until_complete(t)
loop.close()
# expect-output:
# 3
# 2
# 1
# 0.01
# 0.02
# [0, 0.02, 0.04]
# w True w True
# Task does not support set_result operation
