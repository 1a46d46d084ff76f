import asyncio

log = []


def cb(name):
    log.append(name)


async def t(name, n):
    for i in range(n):
        log.append(f'{name}{i}')
        await asyncio.sleep(0)


async def chain(n):
    if n:
        await chain(n - 1)
    log.append(f'c{n}')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(cb, 'S1')
    a = asyncio.create_task(t('a', 3))
    loop.call_soon(cb, 'S2')
    b = asyncio.create_task(t('b', 2))
    log.append('main')
    await asyncio.sleep(0)
    log.append('main2')
    loop.call_soon(lambda: (cb('S3'), loop.call_soon(cb, 'S4')))
    await chain(2)
    await a
    log.append('after a')
    f = loop.create_future()
    f.add_done_callback(lambda _: cb('F1'))
    loop.call_soon(f.set_result, None)
    loop.call_soon(cb, 'S5')
    await f
    log.append('after f')
    await asyncio.gather(t('x', 2), t('y', 1), b)
    log.append('after gather')
    e = asyncio.Event()
    w = [asyncio.create_task(e.wait()) for _ in range(2)]
    for i, x in enumerate(w):
        x.add_done_callback(lambda _, i=i: cb(f'w{i}'))
    await asyncio.sleep(0)
    e.set()
    e.clear()
    await asyncio.wait(w)
    log.append('end')
    lock = asyncio.Lock()

    async def lk(n):
        async with lock:
            log.append(f'L{n}')
            await asyncio.sleep(0)
        log.append(f'U{n}')
    await asyncio.gather(*(lk(i) for i in range(3)))
    loop.call_later(0, cb, 'T0')
    loop.call_soon(cb, 'S6')
    await asyncio.sleep(0)
    log.append('z')
    await asyncio.sleep(0)
    await asyncio.sleep(0.001)


asyncio.run(main())
print(' '.join(log))
# expect-output:
# main S1 a0 S2 b0 main2 c0 c1 c2 a1 b1 S3 a2 S4 after a S5 F1 after f x0 y0 x1 after gather w0 w1 end L0 U0 L1 U1 L2 U2 S6 z T0
