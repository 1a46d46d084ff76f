import asyncio


async def fetch(name, delay):
    print(f'{name} 开始')
    await asyncio.sleep(delay)
    print(f'{name} 完成')
    return name, delay


async def fail(msg, delay=0.01):
    await asyncio.sleep(delay)
    raise ValueError(msg)


async def main():
    loop = asyncio.get_running_loop()
    t0 = loop.time()
    results = await asyncio.gather(fetch('A', 0.03), fetch('B', 0.01), fetch('C', 0.02))
    print(results, loop.time() - t0 < 0.055)
    results = await asyncio.gather(fetch('D', 0.01), fail('坏了'), asyncio.sleep(0, 'z'), return_exceptions=True)
    for r in results:
        print(type(r).__name__, r)
    try:
        await asyncio.gather(fetch('E', 0.03), fail('first'), fail('second', 0.02))
    except ValueError as e:
        print('caught', e)
    await asyncio.sleep(0.05)
    print(await asyncio.gather())
    g = asyncio.gather(fetch('F', 1), fetch('G', 1))
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print('gather cancelled', repr(e))
    t = asyncio.create_task(fetch('H', 0.01), name='任务H')
    a, b = await asyncio.gather(t, t)
    print(a is b, t.get_name(), t.done(), t.result())


asyncio.run(main())
# expect-output:
# A 开始
# B 开始
# C 开始
# B 完成
# C 完成
# A 完成
# [('A', 0.03), ('B', 0.01), ('C', 0.02)] True
# D 开始
# D 完成
# tuple ('D', 0.01)
# ValueError 坏了
# str z
# E 开始
# caught first
# E 完成
# []
# F 开始
# G 开始
# gather cancelled CancelledError()
# H 开始
# H 完成
# True 任务H True ('H', 0.01)

# also on the model
