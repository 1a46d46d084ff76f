# Who runs when: callbacks, Tasks, Futures, gather, wait, TaskGroup.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    order = []
    async def t(n):
        order.append(f't{n}a'); await asyncio.sleep(0); order.append(f't{n}b')
    loop.call_soon(order.append, 's1')
    a = asyncio.create_task(t(1)); loop.call_soon(order.append, 's2'); b = asyncio.create_task(t(2))
    a.add_done_callback(lambda _: order.append('da')); b.add_done_callback(lambda _: order.append('db'))
    await a; order.append('after a'); await b; order.append('after b')
    f = loop.create_future()
    async def w(n): await f; order.append(f'w{n}')
    ws = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    f.add_done_callback(lambda _: order.append('fcb'))
    ws.append(asyncio.create_task(w(2))); await asyncio.sleep(0)
    f.set_result(None); order.append('set'); loop.call_soon(order.append, 'soon after set')
    await asyncio.gather(*ws); order.append('gathered')
    await asyncio.wait([asyncio.create_task(t(3))]); order.append('waited')
    await asyncio.wait_for(t(4), 1); order.append('wf')
    async with asyncio.TaskGroup() as tg: tg.create_task(t(5)); order.append('in tg')
    order.append('tg done')
    print(order)
asyncio.run(main())
# expect-output:
# ['s1', 't1a', 's2', 't2a', 't1b', 't2b', 'da', 'after a', 'after b', 'db', 'set', 'w0', 'w1', 'fcb', 'w2', 'soon after set', 'gathered', 't3a', 't3b', 'waited', 't4a', 't4b', 'wf', 'in tg', 't5a', 't5b', 'tg done']
